"""A build names the sources that are due, and goes on."""

from datetime import datetime

from publish import __main__ as publish
from publish import sources_due


class Fake(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2030, 1, 1, tzinfo=tz)


class Early(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2025, 1, 1, tzinfo=tz)


def test_a_source_past_its_day_is_named_and_the_build_goes_on(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sources_due, "datetime", Fake)
    sources_due.warn(tmp_path)
    said = capsys.readouterr().err
    assert "publish: warning: “Working Together to Safeguard Children 2023” was to be looked at again by" in said
    assert "about/facts-to-check" in said


def test_nothing_is_said_while_nothing_is_due(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sources_due, "datetime", Early)
    sources_due.warn(tmp_path)
    assert capsys.readouterr().err == ""


def test_the_warning_is_a_step_of_the_build():
    assert sources_due.warn in [step for _, step in publish.STEPS]
