"""Which row comes first, for what a seventh outsider wrote."""

from datetime import date

import pytest

import pyforms
from pyforms import danger
from pyforms.exporters import html
from pyforms.what_help.dangers import choices, told_of

TODAY = date(2026, 11, 28)
PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_lot"}


def rows(words):
    return [each.id for each in told_of(danger.read(words), ticked=False, written=words)]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("baby is 3 wks old and wont wake up for feeds, gone all floppy and hot. dont know who to ring", "ill"),
        ("baby wont wake up for feeds", "ill"),
        ("he wont wake up properly and hes breathing funny, hes 5 months", "ill"),
        ("my little girl cant wake up properly and wont drink, been sick all day", "ill"),
        ("my mum wont wake up", "ill"),
        ("my partner hit me again last nite infront of the kids, i just want it to stop", "partner"),
        ("he hits me, i just want it all to stop", "partner"),
        ("he pushes me about when hes had a drink, i just want it to stop for the kids sake", "partner"),
        ("I want it all to stop", "wanting_to_die"),
        ("she has been scratching her arms when shes upset at school, says it helps", "wanting_to_die"),
        ("he has new trainers and a second phone and wont say where from. gets picked up in a car", "outside"),
        ("he has new trainers and two phones and wont say where he got the money", "outside"),
        ("i drink most nights once the kids in bed, probly too much. want to cut down", "drink"),
        ("i leave the kids with the telly on while i pop to work for a couple hours, theyre 3 and 5", "alone"),
    ],
)
@pytest.mark.parametrize("box", ["different", "child_says"])
def test_the_row_that_fits_comes_first(words, row, box):
    assert rows(words)[0] == row
    title = next(each.title for each in told_of(danger.read(words), ticked=False, written=words))
    said = html.fragment(pyforms.submit("what-help", {**PLAIN, box: words}, "general", TODAY).document)
    assert title in said


@pytest.mark.parametrize(
    "words",
    [
        "my partner hit me again last nite infront of the kids, i just want it to stop",
        "kids at school call him names and i want it to stop",
        "baby wont wake up for feeds",
    ],
)
def test_nobody_who_tells_of_another_harm_reads_about_wanting_to_die(words):
    assert "wanting_to_die" not in rows(words) if danger.read(words) else True


def test_who_is_very_ill_can_always_be_chosen():
    ill = next(each for each in choices() if [row.id for row in each.rows] == ["ill"])
    assert not ill.for_the_young
    said = html.fragment(pyforms.submit("what-help", {**PLAIN, "safe": "not_sure"}, "general", TODAY).document)
    assert "Someone is very ill" in said
