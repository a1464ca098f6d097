"""Danger that a note tells in everyday words, or in another box than the worry's own."""

from datetime import date

import pytest

import pyforms
from pyforms.exporters import html

TODAY = date(2026, 11, 28)


def checked(area="kent", **answers):
    given = {"danger": "no", "concerns": {}, **answers}
    return pyforms.submit("threshold", given, area, TODAY)


def page(**answers):
    return html.fragment(checked(**answers).document)


def note(concern, step, words):
    return {concern: {"step": step, "notes": words}}


BOOT = "Booked at 26 weeks. Her first two were adopted from birth in Leeds. New partner planted his boot in her belly"


def test_an_unborn_child_is_for_the_maternity_unit_and_nobody_is_asked_before_the_partner():
    said = page(due_date="2027-03-01", concerns=note("unborn", "additional", BOOT))
    assert "the maternity unit today" in said
    assert "nothing asked in front of the partner" in said
    assert "sexual abuse" not in said.split("Why this level")[0].lower()


def test_earlier_children_who_were_removed_lead_to_the_line_that_says_so():
    found = checked(due_date="2027-03-01", concerns=note("unborn", "additional", BOOT)).findings["words"]
    removed = next(each for each in found if "adopted" in each["said"])
    assert removed["concerns"] == ["unborn", "parent_care_history"]
    assert not removed["stated"]


@pytest.mark.parametrize(
    ("age", "words", "concern"),
    [
        (17, "She says the engagement is done and she flies on the 12th; nobody asked her", "forced_marriage"),
        (16, "he has picked the day for the prom and has a list of who goes first", "radicalisation"),
        (11, "Living with his football coach's family since August, mum is back in Lagos", "private_fostering"),
        (
            11,
            "He has been living with his football coach's family since August, mum is back in Lagos",
            "private_fostering",
        ),
        (12, "auntie does it with a hot stone and they bind her flat with bandages", "breast_flattening"),
        (8, "granny has booked the lady so she will be clean like us", "fgm"),
        (14, "He held her there and would not let her leave until she had done it to him", "sexual_abuse"),
    ],
)
@pytest.mark.parametrize("box", ["support", "not_known"])
def test_words_in_any_box_lead_to_their_own_line(age, words, concern, box):
    found = checked(child_age=age, **{box: words}).findings["words"]
    assert concern in {each for sign in found for each in sign["concerns"]}


def test_an_attack_is_quoted_beside_milder_words_and_not_closed_by_what_was_said_of_those():
    milder = "Watches incel and accelerationist clips"
    graver = "he told her he has picked the day for the prom and has a list of who goes first"
    answers = {
        "child_age": 16,
        "concerns": note("radicalisation", "interest", milder),
        "support": f"Mentor weekly; {graver}",
        "looked": [
            {
                "words": milder,
                "why": "Asked him on 3 November, he watches to mock them",
                "lead": "the DSL on 4 November",
            }
        ],
    }
    result = checked(**answers)
    words = {each["said"]: each for each in result.findings["words"]}
    assert words[graver]["open"]
    assert words[graver]["stated"]
    assert result.findings["level"]["highest"] == 4
    said = html.fragment(result.document)
    assert graver in said
    assert "An attack planned, or travel to fight: 999" in said


@pytest.mark.parametrize("step", ["advice", "settled"])
def test_bed_wetting_under_its_own_line_is_no_sign_of_sexual_abuse(step):
    if step == "settled":
        answers = {"child_age": 7, "support": "Wets the bed most nights, school nurse helps"}
    else:
        answers = {"child_age": 7, "concerns": note("sleep_toileting", step, "Wets the bed most nights")}
    result = checked(area="solihull", **answers)
    assert result.findings["words"] == []
    assert "Tell nobody in the family" not in html.fragment(result.document)


def test_a_saying_and_a_denial_to_an_outright_question_are_not_quoted():
    words = (
        "Her hair makes her want to die of embarrassment. No self-harm, no thoughts of suicide; I asked her directly"
    )
    assert checked(child_age=13, concerns=note("self_esteem", "poor", words)).findings["words"] == []


def test_not_eating_and_falling_is_for_a_doctor_first():
    words = "Nothing but black coffee and gum since Sunday, keeled over on the stairs this morning"
    said = page(child_age=15, concerns=note("eating", "worry", words))
    assert "for blood tests and the heart" in said


@pytest.mark.parametrize(
    "words",
    [
        "Told TA on Tues that dad hits him with the belt when school rings home",
        "Told his teacher that mum slaps him round the head",
        "Disclosed to TA that mum's boyfriend kicked him on Sunday",
    ],
)
def test_a_member_of_staff_who_listened_leads_to_the_child_s_injury_and_not_to_the_lado(words):
    result = checked(child_age=8, concerns=note("behaviour_school", "regular", words))
    assert [each["concerns"] for each in result.findings["words"]] == [["physical_abuse"]]
    assert "LADO" not in html.fragment(result.document)


def test_a_member_of_staff_who_hit_leads_to_the_lado():
    result = checked(child_age=8, concerns=note("behaviour_school", "regular", "Told mum that the TA hit him"))
    assert "staff_allegation" in result.findings["words"][0]["concerns"]
    assert "LADO" in html.fragment(result.document)


def test_strangling_by_a_partner_offers_domestic_abuse_however_partner_is_written():
    words = "Mum disclosed ptnr put hands round her neck on Sat, she couldnt breathe. Begged HV not to say anything"
    found = checked(child_age=3, concerns=note("housing", "poor", words)).findings["words"]
    assert found[0]["concerns"] == ["physical_abuse", "domestic_abuse"]
    assert not {"neglect", "supervision", "general_health"} & {each for row in found for each in row["concerns"]}
