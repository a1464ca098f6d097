"""Danger that a family tells in everyday words leads to the page that fits, told to whoever wrote it."""

from datetime import date

import pytest

import pyforms
from pyforms import danger, document
from pyforms.exporters import html
from pyforms.what_help.dangers import told_of

TODAY = date(2026, 11, 28)
PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_lot"}


def page(area="general", **answers):
    return html.fragment(document.for_paper(pyforms.submit("what-help", {**PLAIN, **answers}, area, TODAY).document))


def found(**answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, "general", TODAY).findings["danger"]


def ids(words):
    return [each.id for each in told_of(danger.read(words), ticked=False, written=words)]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("She has had nothing but black coffee and chewing gum since Sunday and keeled over this morning", "eating"),
        ("He's only had water since Friday and passed out at the bus stop", "eating"),
        ("she hides a blade from the sharpener and there are plasters all up her thighs", "wanting_to_die"),
        (
            "We keep the sharps in the boot of the car and I wedge a chair under my door because of our Jamie",
            "own_child",
        ),
        ("I sleep with a chair against the door because of my son", "own_child"),
        ("He put his boot in my bump last night", "partner"),
        ("The lady will do it when we go over in the summer like she did mine", "fgm"),
        ("granny has booked the lady so my daughter will be clean like us", "fgm"),
        ("They have picked a husband for my sister and the flight is booked, she had no say", "marriage"),
        ("he has a list of who goes first and has picked the day for the prom", "attack"),
        ("he drew a map of the canteen with the exits and who he'd do first", "attack"),
        ("He has been living with his coach's family since August, his mum is back in Lagos", "living_away"),
        ("nobody at home knows I'm expecting", "expecting"),
        ("My first two were adopted from birth and I am due in March", "expecting"),
        ("found my daughter with the needle still in her hand and the baby in the cot", "drink"),
        ("he wouldn't let me out of the toilets till I touched it", "sexual"),
        (
            "My eldest is 8 and she is brilliant, she puts the little ones to bed while I do nights at the warehouse",
            "alone",
        ),
    ],
)
def test_what_is_told_sideways_leads_to_the_page_that_fits(words, row):
    assert row in ids(words)


def test_a_collapse_with_not_eating_is_for_a_doctor_first():
    said = page(
        age=["teens"], different="She has had nothing but black coffee since Sunday and keeled over on the stairs"
    )
    assert said.index("Call 999 or go to A") < said.index("NHS 111, mental health option")


def test_a_young_person_who_hides_a_blade_is_spoken_to_as_themselves_with_shout_and_111():
    said = page(
        age=["teens"],
        child_says="its too hot for long sleeves but i cant let anyone see what ive done with the sharpener blade",
    )
    assert "You are not in trouble" in said
    assert "text SHOUT" in said
    assert "NHS 111, mental health option" in said
    assert "used or threatened by others" not in said


@pytest.mark.parametrize(
    "words",
    [
        "someone on snap has got my pics and says pay 200 or everyone gets them",
        "they make me carry a bag for them and i owe them money",
        "a lad in my year put his hand up my skirt",
    ],
)
def test_a_young_person_is_never_told_of_the_child_or_the_young_person(words):
    said = page(age=["teens"], child_says=words)
    for about_another in ("the child’s fault", "the young person’s fault", "your child"):
        assert about_another not in said.split("Why we say this")[0]


def test_what_does_not_wait_stands_before_what_else_to_do():
    said = page(different="he punched me in the bump and I am 30 weeks pregnant")
    assert said.index("Ring the maternity unit now") < said.index("Do not tell them that you plan to leave")
    overdose = page(
        different="she was blue round the lips on the sofa, the bairn watching telly next to her, she came round"
    )
    assert overdose.index("even if they come round") < overdose.index("Ask a sober adult")
    assert "Is someone hurting you" not in overdose


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (
            "different",
            "He's nine and still wets the bed most nights, I've tried lifting him and the alarm thing and nothing",
        ),
        ("different", "Someone to show me how to do the sticker chart thing because ours lasted two days"),
        ("different", "Kids fight over who gets the front seat, proper hammer and tongs, and then I'm the bad guy"),
        ("child_says", "my mum is doing my head in about my phone, i'd die without it lol. she grounded me for a week"),
        ("different", "She holds onto the bannister and screams blue murder every morning"),
        ("different", "Gas meter keeps eating my money and the council tax lot want blood"),
        (
            "different",
            "I've got MS. My lad does the shopping and helps me up the stairs, he doesn't see his mates enough",
        ),
        ("different", "I've had the three of them since my lass passed. My knees are shot and they run rings round me"),
        ("different", "Black mould up the bedroom wall, landlord keeps saying open a window. Her chest is always bad"),
    ],
)
def test_a_usual_trouble_is_asked_nothing(box, words):
    assert found(**{box: words}) is None


def test_a_child_who_lives_with_others_brings_what_the_law_asks_and_no_blame():
    said = page(different="He has been staying with his coach's family since August, his mum moved abroad")
    assert "the council must be told" in said
    assert "Taking a child in is a kindness" in said
