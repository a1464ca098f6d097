"""Learnt weights ask about lines that no rule has words for, say so honestly, and never speak for a line."""

from datetime import date
from unittest.mock import patch

import lessons
import pytest

from pyforms import areas
from pyforms.smart_plan import weigher
from pyforms.smart_plan.check import Line, check_line

SMALL = 40_000  # bytes: a page is sent them


def checked(text, kind="action", measure=""):
    line = Line(kind, text, date(2026, 9, 8), date(2026, 10, 20), who="Dad", measure=measure, need="Mornings")
    return {letter.name: letter for letter in check_line(line, areas.get("general"))}


def test_the_weights_are_what_the_labelled_lines_teach():
    assert lessons.WEIGHTS.read_text() == lessons.written()
    assert lessons.WEIGHTS.stat().st_size < SMALL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Crack on with it", "action"),
        ("Carry on as you are", "action"),
        ("Go easy on Lennox", "action"),
        ("An open relationship with food", "goal"),
        ("Finding his voice", "goal"),
        ("Kinship gran isn't run ragged", "goal"),
    ],
)
def test_a_figure_of_speech_that_no_rule_knows_is_asked_about(text, kind):
    found = checked(text, kind)
    assert found["Specific"].met is False
    assert found["Measurable"].met is False


def test_where_only_the_weights_ask_the_reason_says_what_could_not_be_found_and_the_line_is_said_back():
    with patch.object(weigher, "asks", lambda *_: True):
        found = checked("Cuts the hedge")
    (what,), (measure,) = found["Specific"].asks, found["Measurable"].asks
    assert what.words == "We could not find what someone would see or hear."
    assert measure.words == "We could not find how anyone would tell whether it is done."
    assert "“Cuts the hedge”" in what.suggestion
    assert "“Cuts the hedge”" in measure.suggestion


@pytest.mark.parametrize(
    ("text", "kind", "measure"),
    [
        ("Dad is employed", "goal", ""),
        ("Be home by 9", "action", ""),
        ("Attend parenting course", "action", "8 of 10 sessions"),
        ("To feel less low", "goal", "PHQ-9 under 10"),
    ],
)
def test_what_is_so_or_counted_is_measurable_whatever_its_words_weigh(text, kind, measure):
    with patch.object(weigher, "asks", lambda *_: True):
        assert checked(text, kind, measure)["Measurable"].met


@pytest.mark.parametrize("vague", ["Improve wellbeing", "Support mum", "CAMHS"])
def test_weights_speak_for_no_line_that_the_rules_ask_about(vague):
    with patch.object(weigher, "asks", lambda *_: False):
        assert checked(vague)["Specific"].met is False


def test_a_goal_is_said_back_once_where_both_letters_ask_about_it():
    found = checked("Finding his voice", "goal")
    told = [ask.suggestion for name in ("Specific", "Measurable") for ask in found[name].asks]
    assert " ".join(told).count("“Finding his voice”") == 1
    assert told[1].startswith("Then write how often")
