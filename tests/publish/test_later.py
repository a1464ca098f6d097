"""What comes later is asked for when it is imported, and all that one piece of work wants is asked for at once."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import publish
from pyforms import form as forms


@pytest.fixture
def later(tmp_path, monkeypatch):
    """The module as the browser has it, where two forms have not come."""
    source = Path(publish.__file__).parent / "browser" / "later.py"
    (tmp_path / "later.py").write_text(source.read_text())
    (tmp_path / "later.txt").write_text("form_one one\nform_two two\nform_two.deep two")
    spec = spec_from_file_location("later", tmp_path / "later.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, module.Later])
    return module


def wants(later, name):
    with pytest.raises(later.NotHereYet):
        later.Later.find_spec(name)


def test_every_part_that_was_wanted_is_named_once_and_then_no_more(later):
    for name in ("form_one", "form_two", "form_two.deep", "form_one"):
        wants(later, name)
    assert later.heard() == "one two"
    assert later.heard() == ""
    later.add("one")
    assert later.Later.find_spec("form_one") is None


def test_work_with_several_forms_asks_for_all_of_them_before_it_stops_to_wait(later, monkeypatch):
    monkeypatch.setattr(forms, "FORM_IDS", ("one", "two"))
    monkeypatch.setattr(forms, "get", lambda form_id: __import__(f"form_{form_id}"))
    with pytest.raises(later.NotHereYet):
        forms.ready(["two", "one", "nobody’s"])
    assert {*later.heard().split()} == {"one", "two"}


def test_a_form_with_a_fault_of_its_own_says_so_at_once(monkeypatch):
    def broken(form_id):
        raise KeyError(form_id)

    monkeypatch.setattr(forms, "get", broken)
    with pytest.raises(KeyError):
        forms.ready(["scaling"])
