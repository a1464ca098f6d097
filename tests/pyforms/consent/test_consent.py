"""Consent: help, sharing and the lawful basis apart, each thing on its own, and danger never held up by a form.

What the record and the pages say of each person is in test_who_said_what.py.
"""

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from defusedxml import ElementTree
from pypdf import PdfReader

import pyforms
from pyforms import areas, document
from pyforms.consent.answers import Decision
from pyforms.consent.signature import is_name_of, picture

DAY = date(2026, 9, 8)
EXAMPLES = {example.name: example for example in pyforms.examples("consent")}
MUM = {"name": "Mum", "role": "parent", "answer": "agrees", "how": "written"}
DAD = {**MUM, "name": "Dad"}
ELLA = {**MUM, "name": "Ella", "role": "child", "age": 15}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}


def no(person):
    return {**person, "answer": "does-not"}


def record(*people, decision="one_parent", **more):
    told = {"day": DAY.isoformat(), "purpose": "Help with mornings", "worker": {"name": "Jo Lister"}, "privacy": "yes"}
    return {**told, "children": [{"name": "Ella"}], "people": list(people or [MUM]), "decision": decision, **more}


def result(answers, area="doncaster"):
    return pyforms.submit("consent", answers, area, DAY)


def refused(answers):
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        result(answers)
    return dict(caught.value.errors)


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


# What was decided


def test_the_decisions_are_doncaster_s_six_with_taken_back_changed_and_one_that_speaks_for_nobody():
    six = {item.key: item.text for item in areas.get("doncaster").consent.decisions}
    ours = {decision.value: decision.label for decision in Decision}
    assert {key: ours[key] for key in six} == six
    assert set(ours) - set(six) == {"withdrawn", "updated", "mixed"}


def test_every_decision_is_reached_by_an_example():
    assert {example.answers["decision"] for example in EXAMPLES.values()} == {decision.value for decision in Decision}


@pytest.mark.parametrize(
    ("decision", "people"),
    [
        ("child", [MUM, no(ELLA)]),
        ("one_parent", [no(MUM), ELLA]),
        ("both_parents", [MUM, no(DAD)]),
        ("child_and_parents", [MUM, no(ELLA)]),
        ("child_and_parents", [no(MUM), ELLA]),
        ("single_agency_only", [no(MUM)]),
        ("none", [no(MUM), ELLA]),
    ],
)
def test_a_decision_that_people_did_not_make_is_not_recorded(decision, people):
    assert "decision" in refused(record(*people, decision=decision, without={"risk": "no"}))


def test_yes_to_one_thing_is_not_yes_to_the_next():
    agreed = result(record(things={"support": "yes"})).findings["agreed"]
    assert agreed == {"support": "yes", "assessment": None, "sharing": None, "all_services": None}


def test_help_from_one_agency_is_no_assessment():
    assert "things.assessment" in refused(record(decision="single_agency_only", things=YES))


def test_nobody_is_told_by_agreement_until_working_with_others_is_agreed():
    told = [{"name": "School", "may": "yes", "until": "2027-01-31"}, {"name": "Nan", "may": "no"}]
    agreed = result(record(things=YES, agencies=told)).findings
    assert agreed["may_be_told"] == [{"who": "School", "until": "2027-01-31"}]
    assert agreed["rather_not_told"] == ["Nan"]
    not_agreed = result(record(things={**YES, "sharing": "no"}, agencies=told)).findings
    assert not_agreed["may_be_told"] == []
    assert not_agreed["rather_not_told"] == ["Nan"]


# How it was given


@pytest.mark.parametrize("left_out", ["heard_by", "heard_on", "why_not_written"])
def test_word_of_mouth_says_who_heard_it_when_and_why_it_is_not_written(left_out):
    heard = {"how": "verbal", "heard_by": "Jo", "heard_on": "2026-09-07", "why_not_written": "On the phone"}
    assert result(record({**MUM, **heard}))
    assert f"people.0.{left_out}" in refused(record({**MUM, **heard, left_out: ""}))


def test_who_was_not_asked_was_not_asked_for_a_reason():
    assert "people.1.why_not_asked" in refused(record(MUM, {"name": "Dad", "role": "parent", "answer": "not-asked"}))


def test_a_privacy_notice_not_given_is_something_to_do():
    assert "privacy notice" in result(record(privacy="no")).findings["to_do"][0]


def test_a_young_person_alone_needs_what_was_weighed_and_16_does_not():
    alone = record(ELLA, decision="child", things=YES)
    assert any("what you weighed" in words for words in result(alone).findings["to_do"])
    older = record({**ELLA, "age": 16}, decision="child", things=YES)
    assert not any("what you weighed" in words for words in result(older).findings["to_do"])
    weighed = {"name": "ella", "decision": "Help without Mum being told", "judged": "unsure"}
    unsure = result(record(ELLA, decision="child", things=YES, competence=[weighed]))
    assert any("Get advice" in words for words in unsure.findings["to_do"])
    assert "For this decision only" in said(unsure.document)


# Why information may be used, which is not whether help is agreed to


@pytest.mark.parametrize("answers", [record(MUM), record(no(MUM), decision="none", without={"risk": "no"})])
def test_every_record_states_the_duty_to_share_beside_the_answer_to_help(answers):
    told = said(result(answers).document)
    assert "section 16LA of the Children Act 2004" in told
    assert "promoting a child’s welfare, agreed or not, unless sharing would be more detrimental to the child" in told
    assert "those who provide services for them" in told
    assert "Ask your safeguarding lead whether it binds your service and has started" in told


def test_the_lawful_basis_is_asked_for_and_a_basis_that_nobody_knows_is_something_to_do():
    unknown = "Ask your data protection lead which lawful basis"
    assert unknown in said(result(record(MUM)).document)
    assert unknown in said(result(record(MUM, basis="not-known")).document)
    known = said(result(record(MUM, basis="public-task")).document)
    assert unknown not in known
    assert "Public task" in known


@pytest.mark.parametrize(
    ("basis", "may_object"),
    [("public-task", True), ("legitimate-interests", True), ("legal-obligation", False), ("vital-interests", False)],
)
def test_the_page_names_the_right_to_object_where_the_basis_gives_it(basis, may_object):
    page = said(result(record(MUM, basis=basis)).documents["family-page"])
    assert ("You can say that you object" in page) == may_object
    assert "You can ask to see what is written about you" in page


def test_a_privacy_notice_has_a_day():
    assert "privacy_on" in {prompt.path for prompt in result(record(MUM)).prompts}
    assert "Yes, on 7 September 2026" in said(result(record(MUM, privacy_on="2026-09-07")).document)


def test_a_family_that_was_not_told_about_sharing_is_told():
    assert any("without their yes" in words for words in result(record(MUM)).findings["to_do"])
    assert not any("without their yes" in words for words in result(record(MUM, told="yes")).findings["to_do"])


@pytest.mark.parametrize("kind", ["text", "plain"])
def test_the_rule_for_every_area_is_the_law_s(kind):
    """Not harm alone: what is relevant to a child’s safety or welfare, and no promise to ask first."""
    rule = getattr(areas.get("general").rules["sharing"], kind)
    assert re.search("safe.* (or welfare|and well)", rule)
    assert areas.get("general").rules["sharing"].source == "duty-to-share-2026"


def test_torbay_asks_the_child_as_well_as_the_family():
    assert "the child and the family" in areas.get("torbay").consent.text


# Nobody agrees


def test_without_consent_the_risk_is_weighed():
    assert "without.risk" in refused(record(no(MUM), decision="none"))


def test_no_consent_and_no_risk_is_help_from_your_own_agency():
    found = result(record(no(MUM), decision="none", without={"risk": "no"}))
    assert "keep helping within your agency" in said(found.document)
    assert not [block for block in found.document.blocks if getattr(block, "kind", "") == "danger"]


@pytest.mark.parametrize(
    ("area", "number"), [("doncaster", "01302 796000"), ("torbay", "01803 208100"), ("kent", "999")]
)
@pytest.mark.parametrize("answers", [record(no(MUM), decision="none"), record(MUM)])
def test_a_child_at_risk_comes_before_everything_whatever_was_decided(answers, area, number):
    found = result({**answers, "without": {"risk": "yes"}}, area)
    first = found.document.blocks[0]
    assert first.kind == "danger"
    assert number in said(found.document)
    assert "keep helping within your agency" not in said(found.document)


def test_not_sure_about_the_risk_shows_the_numbers_too():
    found = result(record(no(MUM), decision="none", without={"risk": "unsure"}))
    assert "01302 796000" in said(found.document)


def test_where_asking_adds_to_the_risk_nothing_sends_anyone_to_ask_or_tell():
    found = result(record(no(MUM), decision="none", privacy="no", without={"risk": "yes", "asking_adds": "yes"}))
    assert found.findings["to_do"] == []
    assert found.documents == {}
    assert "Do not tell them first" in said(found.document)


def test_going_ahead_without_consent_has_a_reason_and_a_name():
    answers = record(no(MUM), decision="none", without={"risk": "yes", "going_ahead": "yes"})
    assert "without.reason" in refused(answers)
    assert "without.decided_by" in refused({**answers, "without": {**answers["without"], "reason": "Marks"}})


def test_a_consent_that_changes_says_what_changes():
    assert "changed" in refused(record(decision="updated"))


# What the family keeps, and the doctor gets


def test_the_family_s_page_says_what_who_how_to_change_and_whom_to_ask():
    told = [{"name": "School", "may": "yes", "what": "mornings"}, {"name": "Nan", "may": "no"}]
    page = said(result(record(things={**YES, "assessment": "no"}, agencies=told)).documents["family-page"])
    for words in (
        "You said no to",
        "School, about: mornings",
        "would rather we did not talk to",
        "change your mind",
        "Jo Lister",
    ):
        assert words in page


def test_the_doctor_s_letter_names_those_who_agreed_and_to_what():
    told = {"doctor": {"practice": "Hill Surgery"}, "agencies": [{"name": "Our doctor", "may": "yes", "doctor": "yes"}]}
    mixed = record(MUM, no(DAD), decision="one_parent", things={"support": "yes", "sharing": "yes"}, **told)
    letter = said(result({**mixed, "children": [{"name": "Bump", "due": "2027-01-01"}]}).documents["gp-letter"])
    assert "Mum has agreed to help from us, and to your being told" in letter
    assert "The family has agreed" not in letter
    assert "comes with this letter" not in letter
    assert "Bump, not born yet" in letter


def test_the_doctor_gets_a_letter_only_with_consent_to_tell_the_doctor():
    doctor = {"doctor": {"practice": "Hill Surgery"}}
    may, may_not = ([{"name": "Dr Patel", "may": answer, "doctor": "yes"}] for answer in ("yes", "no"))
    assert "gp-letter" in result(record(things=YES, agencies=may, **doctor)).documents
    assert "gp-letter" not in result(record(things=YES, agencies=may_not, **doctor)).documents
    assert "gp-letter" not in result(record(things=YES, **doctor)).documents
    assert "gp-letter" not in result(record(things={**YES, "sharing": "no"}, agencies=may, **doctor)).documents


GP = {"name": "Elm Surgery", "may": "yes", "what": "sleep", "doctor": "yes"}
TOLD = {"things": YES, "agencies": [GP], "doctor": {"practice": "Elm Surgery"}}
SAM = {**ELLA, "name": "Sam"}
WEIGHED = {
    "name": "Sam",
    "decision": "Help",
    "issue": "Knows what it is for",
    "judged": "yes",
    "judged_by": "Jo Lister",
}
ALONE = {"decision": "child", "children": [{"name": "Sam"}]}


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (record(MUM, **{**TOLD, "agencies": [{**GP, "doctor": None}]}), "no service"),
        (
            record(MUM, **{**TOLD, "agencies": [{"name": "Health visitor, Elm Health Centre", "may": "yes"}]}),
            "no service",
        ),
        (record(MUM, **{**TOLD, "agencies": [{"name": "Elm Dental Practice", "may": "yes"}]}), "no service"),
        (record(MUM, **{**TOLD, "agencies": [GP, {**GP, "name": "Oak Surgery"}]}), "more than one"),
        (record(MUM, **{**TOLD, "agencies": [GP, {**GP, "may": "no"}]}), "would rather not"),
        (record(MUM, **{**TOLD, "agencies": [{**GP, "until": "2026-09-07"}]}), "has passed"),
        (record(MUM, **TOLD, without={"risk": "yes", "asking_adds": "yes"}), "there may be a risk"),
        (record(MUM, **TOLD, without={"risk": "unsure"}), "there may be a risk"),
        (record(MUM, **TOLD, restrictions="Dan strangles Kerry in front of Ella."), "there may be a risk"),
        (record(SAM, **TOLD, **ALONE), "nobody has judged that Sam (15) can"),
        (record(SAM, **TOLD, **ALONE, competence=[{**WEIGHED, "judged": "no"}]), "nobody has judged"),
        (record(SAM, **TOLD, **ALONE, competence=[{**WEIGHED, "issue": ""}]), "nobody has judged"),
        (
            record(SAM, **TOLD, competence=[WEIGHED], decision="child", children=[{"name": "Sam"}, {"name": "Bea"}]),
            "nobody who can decide it agreed for Bea",
        ),
        (record(MUM, no(SAM), **TOLD, decision="one_parent"), "Sam (15) did not agree"),
    ],
)
def test_a_letter_to_the_doctor_that_nobody_could_agree_to_is_not_made_and_the_record_says_why(answers, why):
    found = result(answers)
    assert "gp-letter" not in found.documents
    assert why in found.findings["no_letter"]
    assert f"no letter. The reason: {found.findings['no_letter']}" in said(found.document)


def test_a_young_person_judged_able_can_have_the_doctor_told():
    assert "gp-letter" in result(record(SAM, **TOLD, **ALONE, competence=[WEIGHED])).documents


# Signatures


@pytest.mark.parametrize(
    "drawn", ["<svg onload=alert(1)>", "1,2 x,3", "501,10", "10,201", "-1,5", "\u0661,\u0662", "1e9,2", "1,2,3"]
)
def test_a_signature_is_lines_of_numbers_and_nothing_else(drawn):
    assert "people.0.signature.drawn" in refused(record({**MUM, "signature": {"how": "drawn", "drawn": drawn}}))


def test_a_drawn_signature_is_in_every_file():
    example = EXAMPLES["both-parents"]
    kinds = ("html", "pdf")
    html, pdf = (pyforms.export("consent", example.answers, example.area, example.today, kind) for kind in kinds)
    assert b"Signature of Ewa Nowak" in html
    assert "signed on the screen" in "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    ElementTree.fromstring(picture("1,2|3,4 5,6", "Mum").svg)


def test_what_was_chosen_to_sign_with_is_there():
    assert "people.0.signature.typed" in refused(record({**MUM, "signature": {"how": "typed"}}))
    assert "people.0.signature.drawn" in refused(record({**MUM, "signature": {"how": "drawn"}}))


# Files of version 1

VERSION_1 = sorted((Path(__file__).parent / "version_1").iterdir())


@pytest.mark.parametrize("path", VERSION_1, ids=lambda path: path.name)
def test_every_file_that_version_1_saved_opens_and_keeps_what_each_person_said(path):
    opened = pyforms.open_saved(path.read_bytes())
    assert opened.version == pyforms.get("consent").version
    found = pyforms.submit(opened.form, opened.answers, opened.area, opened.saved)
    if path.suffix == ".json":
        before = json.loads(path.read_bytes())["answers"]
        assert opened.answers["people"] == before["people"]
        changed = {"decision": "", "agencies": []}
        assert {**opened.answers, **changed} == {**before, **changed}
        was_told = [{key: each[key] for key in each if key != "doctor"} for each in opened.answers.get("agencies", [])]
        assert was_told == before.get("agencies", [])
    assert "Made with" in dict(found.document.about)


@pytest.mark.parametrize(
    ("name", "decision"),
    [
        ("parents-while-dad-refuses", "mixed"),
        ("both-while-a-third-refuses", "mixed"),
        ("an-unborn-baby-agrees", "mixed"),
        ("changed-and-nobody-agrees", "updated"),
        ("both-parents", "both_parents"),
    ],
)
def test_a_decision_of_version_1_that_was_not_so_becomes_one_that_speaks_for_nobody(name, decision):
    path = Path(__file__).parent / "version_1" / f"{name}.json"
    assert pyforms.open_saved(path.read_bytes()).answers["decision"] == decision


def test_a_broken_file_of_version_1_is_still_refused_with_words():
    path = Path(__file__).parent / "version_1" / "both-parents.json"
    broken = json.loads(path.read_bytes())
    for answers in ({"people": "Mum"}, {**broken["answers"], "people": [1]}, {}):
        with pytest.raises(pyforms.CannotOpen):
            pyforms.open_saved(json.dumps({**broken, "answers": answers}).encode())


# Files of version 2

VERSION_2 = sorted((Path(__file__).parent / "version_2").iterdir())


@pytest.mark.parametrize("path", VERSION_2, ids=lambda path: path.name)
def test_every_file_that_version_2_saved_opens(path):
    opened = pyforms.open_saved(path.read_bytes())
    assert opened.version == pyforms.get("consent").version
    assert pyforms.submit(opened.form, opened.answers, opened.area, opened.saved)


def test_the_doctor_of_version_2_is_the_service_with_the_practice_s_own_name_and_no_other():
    path = Path(__file__).parent / "version_2" / "both-parents.json"
    told = {each["name"]: each.get("doctor") for each in pyforms.open_saved(path.read_bytes()).answers["agencies"]}
    assert told == {"Northfield Nursery": None, "Northfield GP practice": "yes", "Housing": None}


def test_both_parents_of_version_2_while_a_third_was_not_asked_becomes_some_agree():
    path = Path(__file__).parent / "version_2" / "both-parents.json"
    saved = json.loads(path.read_bytes())
    saved["answers"]["people"].append({"name": "Dan", "role": "parent", "answer": "not-asked", "why_not_asked": "Away"})
    assert pyforms.open_saved(json.dumps(saved).encode()).answers["decision"] == "mixed"


# A name that is typed, and lines that are drawn


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Stacey Pell", "Stacey"),
        ("Nadia", "Mum (Nadia)"),
        ("Thi Nguyen", "Mrs Nguyễn"),
        ("E. Nowak", "Ewa Nowak"),
        ("Chris Hart", "Christopher Hart"),
        ("KELLY O'NEIL", "Kelly O’Neil"),
        ("محمد", "محمد"),
        ("ਗੁਰਪ੍ਰੀਤ", "ਗੁਰਪ੍ਰੀਤ"),
        ("Kelly Smith-Jones", "Kelly Smith"),
        ("Lukasz Nowak", "Łukasz Nowak"),
        ("Soren", "Søren"),
        ("王小明", "王小明"),
        ("Lowe Kerry", "Kerry Lowe"),
        ("Kerry", "Kerry Lowe"),
        ("D Lowe", "Dan Lowe"),
    ],
)
def test_a_name_may_be_typed_in_another_way(typed, name):
    assert is_name_of(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Somebody Else", "Kelly"),
        ("Piotr Nowak", "Ewa Nowak"),
        ("Dad", "Mum"),
        ("Stacey Pell", "Mum"),
        ("Kelly Hart", "Kelly Smith"),
        (".", "Kelly"),
        ("", "Kelly"),
        ("محمد", "علي"),
        ("Ann Cole for Kerry Lowe", "Kerry Lowe"),
        ("pp Ann Cole", "Ann Cole"),
        ("Ella Mum", "Ella"),
        ("Ella’s mum", "Ella"),
        ("Kerry Lowe and Dan Lowe", "Kerry Lowe"),
        ("Mr Lowe", "Kerry Lowe"),
        ("Lowe", "Kerry Lowe"),
        ("yes", "Yesim Said"),
        ("Yes", "Yesim"),
        ("ok", "Olu King"),
        ("a", "Anna Adams"),
        ("Ann", "Anna Bell"),
        ("KL", "Kerry Lowe"),
        ("J J", "Jo Jones"),
        ("X", "Kerry Lowe"),
        ("X", "Xena"),
    ],
)
def test_another_name_is_another_name(typed, name):
    assert not is_name_of(typed, name)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("not the GP", True),
        ("please do not tell our doctor", True),
        ("nothing to the surgery", True),
        ("do not tell school", False),
        ("not the health visitor", False),
        ("nothing to my ex", False),
    ],
)
def test_what_is_to_be_kept_from_the_doctor_holds_the_doctors_letter(words, held):
    agreed = next(each.answers for each in pyforms.examples("consent") if "gp-letter" in result(each.answers).documents)
    assert ("gp-letter" not in result({**agreed, "restrictions": words}).documents) is held


DANGER = "Dan strangles Kerry in front of Ella."
KNOWN = {"to": "both", "who": "Duty team, reference 4021", "on": "2026-09-01"}


def test_a_danger_that_nobody_was_told_of_holds_back_every_page():
    found = result(record(MUM, **TOLD, restrictions=DANGER))
    assert not found.documents
    assert found.document.blocks[0].kind == "danger"


def test_a_danger_that_social_care_knows_of_is_shown_back_and_pages_are_made():
    heard = {**MUM, "why_not_written": DANGER}  # in the record, and on no page
    found = result(record(heard, **TOLD, known=KNOWN))
    first = found.document.blocks[0]
    assert first.kind == "warning"
    assert "Dan strangles Kerry" in said(found.document)
    assert "Duty team, reference 4021" in said(found.document)
    assert found.documents


@pytest.mark.parametrize(
    "known",
    [
        {"to": "police"},
        {"who": "PC Lowe", "on": "2026-09-01"},
        {"to": "police", "who": "PC Lowe"},
        {**KNOWN, "on": "2026-09-09"},
        {**KNOWN, "who": "not yet, will ring tomorrow"},
        {**KNOWN, "who": "nobody yet"},
        {**KNOWN, "who": "no answer"},
        {**KNOWN, "who": "x"},
    ],
)
def test_half_of_who_knows_lets_no_page_out_and_is_asked_about(known):
    found = result(record(MUM, **TOLD, changed=DANGER, known=known))
    assert not found.documents
    assert any(prompt.path.startswith("known.") for prompt in found.prompts)


def test_where_paper_is_unsafe_no_page_is_made_whoever_knows_of_the_danger():
    found = result(record(MUM, **TOLD, changed=DANGER, known=KNOWN, without={"asking_adds": "yes"}))
    assert not found.documents


@pytest.mark.parametrize(
    "words",
    [
        {"purpose": "Dan hit Kerry last week so she moved out."},
        {"purpose": "Help after Dan hit Kerry."},
        {"changed": "Dan held a knife to her on Sunday."},
        {"restrictions": "Dan hits her; he must not know she said.", "wished_by": "Kerry"},
        {"agencies": [{"name": "School", "may": "yes", "said_by": "Kerry", "what": "that Dan strangled her"}]},
    ],
)
def test_no_page_prints_words_that_may_tell_of_danger_however_long_it_is_known(words):
    found = result(record(MUM, DAD, **{**TOLD, "known": KNOWN, **words}))
    assert not [key for key in found.documents if "page" in key]
    assert "may tell of danger" in said(found.document) or "keep something private" in said(found.document)


def test_whoever_is_named_in_words_of_danger_gets_no_page_though_it_is_known():
    dad = {**DAD, "name": "Dan", "why_not_written": DANGER}
    found = result(record(MUM, dad, **TOLD, known=KNOWN))
    assert "Dan" in found.findings["no_page"]


def test_a_record_of_version_3_opens_and_says_nothing_of_who_knows():
    saved = {"kind": "early-help-form", "form": "consent", "version": 3, "area": "general", "saved": "2026-09-08"}
    opened = pyforms.open_saved(json.dumps({**saved, "answers": record(MUM, **TOLD)}).encode())
    assert result(opened.answers).documents


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("do not tell school", "Oakfield School"),
        ("not the teacher", "Class teacher"),
        ("not the health visitor", "Health visiting team"),
        ("please keep the nursery out of it", "Sunny Days Nursery"),
        ("nothing to the police", "Police"),
        ("not social services", "Children’s social care"),
        ("not my housing officer", "Housing team"),
        ("not the GP", "GP surgery"),
    ],
)
def test_a_service_that_is_to_be_told_and_kept_out_holds_the_page_until_somebody_asks(words, service):
    def found(name):
        return result(record(MUM, **{**TOLD, "agencies": [{"name": name, "may": "yes"}]}, restrictions=words))

    assert "family-page" not in found(service).documents
    assert "restrictions" in {prompt.path for prompt in found(service).prompts}
    assert "family-page" in found("Youth club").documents


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("nothing to my ex", "Ex-partner"),
        ("do not tell dad", "Dad"),
        ("not her stepdad", "Stepdad"),
        ("not nan", "Nan"),
    ],
)
def test_who_is_named_in_what_is_kept_private_gets_no_page_even_where_the_wish_is_both_of_theirs(words, who):
    people = [{**MUM, "name": "Kerry Lowe"}, {**MUM, "name": "Dan Moss", "relationship": who}]
    both = {**TOLD, "decision": "both_parents", "restrictions": words, "wished_by": "Kerry Lowe, Dan Moss"}
    assert result(record(*people, **both)).findings["no_page"] == ["Dan Moss"]


def test_a_record_of_version_4_opens_and_nothing_of_it_was_looked_at():
    saved = {"kind": "early-help-form", "form": "consent", "version": 4, "area": "general", "saved": "2026-09-08"}
    opened = pyforms.open_saved(json.dumps({**saved, "answers": record(MUM, **TOLD, known=KNOWN)}).encode())
    assert opened.answers["known"] == KNOWN
    assert result(opened.answers).documents
