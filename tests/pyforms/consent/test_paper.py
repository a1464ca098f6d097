"""What holds a page back until somebody has looked at it, and what holds none: words of danger, secrets, and names."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document
from pyforms.consent.family_page import OWN_WISH

DAY = date(2026, 9, 8)
MUM = {"name": "Mum", "role": "parent", "answer": "agrees", "how": "written"}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}
DANGER = "Dan strangles Kerry in front of Ella."
KNOWN = {"to": "both", "who": "Duty team, reference 4021", "on": "2026-09-01"}


def record(*people, decision="one_parent", **more):
    told = {"day": DAY.isoformat(), "purpose": "Help with mornings", "worker": {"name": "Jo Lister"}, "privacy": "yes"}
    return {**told, "children": [{"name": "Ella"}], "people": list(people or [MUM]), "decision": decision, **more}


def result(answers):
    return pyforms.submit("consent", answers, "doncaster", DAY)


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def parent(name, relationship):
    return {**MUM, "name": name, "relationship": relationship}


def told(name, may="yes", *, by="", what=""):
    return {"name": name, "may": may, "said_by": by, "what": what}


# What is on a page: no words of danger, no secret, and nothing that is kept from whoever reads it

DANA = {**MUM, "name": "Dana Reed", "relationship": "mother"}
CARL = {**MUM, "name": "Carl Reed", "relationship": "father"}
BOTH = {"decision": "both_parents", "children": [{"name": "Ivy", "born": "2017-03-01"}], "things": YES}
OAK = {"name": "Oak Primary", "may": "yes", "said_by": "Dana Reed"}


def pages(found):
    return {page.title.partition(":")[0]: said(page) for key, page in found.documents.items() if key != "gp-letter"}


def looked_at(words, may="yes", whose=""):
    return {"looked": [{"words": words, "may": may, "whose": whose}]}


LIVED = "Carl makes her life hell and she has to be careful what she says"
WEIGHED_ONLY = [
    {"purpose": LIVED},
    {"changed": f"Dana takes it back because {LIVED}.", "decision": "updated"},
    {"agencies": [{**OAK, "what": LIVED}]},
    {"restrictions": f"{LIVED}.", "wished_by": "Dana Reed and Carl Reed"},
    {"purpose": "Mąż mnie bije i boję się wracać do domu."},
    {"worker": {"name": "Jo", "job": "domestic violence worker"}},
]


@pytest.mark.parametrize("words", WEIGHED_ONLY)
def test_words_that_are_asked_about_hold_every_page_whatever_made_the_reader_ask(words):
    found = result(record(DANA, CARL, **{**BOTH, **words}))
    assert found.findings["no_page"] == ["Dana Reed", "Carl Reed"]
    assert [prompt for prompt in found.prompts if prompt.offer and prompt.offer.group == "looked"]


@pytest.mark.parametrize("words", WEIGHED_ONLY[:3])
def test_words_that_somebody_looked_at_may_stand_on_a_page(words):
    held = record(DANA, **{**BOTH, "decision": "one_parent", **words})
    offers = [prompt.offer for prompt in result(held).prompts if prompt.offer]
    sentence = dict(offers[0].answers)["words"]
    assert pages(result({**held, **looked_at(sentence)}))
    assert not pages(result({**held, **looked_at(sentence, "no")}))
    assert not pages(result({**held, **looked_at("Other words")}))
    asked = [prompt.path for prompt in result({**held, **looked_at(sentence)}).prompts]
    assert not [path for path in asked if path.startswith("looked")]


def test_the_record_says_which_words_were_looked_at_and_what_was_answered():
    told = said(result(record(DANA, **looked_at("Her appointments are a secret", "no"))).document)
    assert "Looked at: “Her appointments are a secret”. Pages may be handed out with it: no." in told


def test_nobody_can_let_danger_stand_that_is_told_outright():
    known = record(DANA, **{**BOTH, "decision": "one_parent", "known": KNOWN, "purpose": "Carl hit Dana so she left."})
    assert not pages(result({**known, **looked_at("Carl hit Dana so she left")}))


SECRETS = [
    "Dana is pregnant; Carl does not know.",
    "Max is gay, not out to Dana.",
    "She has not told her dad.",
    "Nobody at home knows that she sees a counsellor.",
    "Dana is pregnant, Carl hasn’t been told.",
    "Carl doesnt no about the baby.",
    "A job interview; Carl is unaware of it.",
    "Counselling that Dana keeps from Carl.",
    "A group for Dana, without Carl knowing.",
    "Debt advice before Carl finds out.",
    "Her appointments are a secret.",
    "Only her nan knows that Max self-refers to the clinic.",
]


@pytest.mark.parametrize("words", SECRETS)
def test_a_secret_that_the_help_would_tell_holds_the_page_until_it_is_moved_or_may_be_printed(words):
    told = {**BOTH, "purpose": f"Help with mornings. {words}"}
    found = result(record(DANA, CARL, **told))
    assert "Carl Reed" in found.findings["no_page"]
    assert "Dana Reed" in found.findings["no_page"]
    assert "purpose" in {prompt.path for prompt in found.prompts}
    assert "Carl Reed: no page. The reason:" in said(found.document)
    stands = result(record(DANA, CARL, **told, **looked_at(words, whose="Dana Reed and Carl Reed")))
    assert set(pages(stands)) == {"Dana Reed", "Carl Reed"}


def test_one_sentence_is_asked_about_once_for_the_pages():
    found = result(record(DANA, CARL, **{**BOTH, "purpose": "Dana is pregnant; Carl has not been told yet."}))
    assert len([prompt for prompt in found.prompts if prompt.offer]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Ivy does not know how to tie her laces.",
        "Ivy does not know her letters yet, and cannot tell the time.",
        "Getting to know other parents.",
        "We do not know why he wakes, and want to find out what helps.",
        "To keep him from falling behind, and to stop arguments between us.",
        "Ivy does not go out to play.",
        "Help with the move to a privately rented flat.",
        "The parents do not know where to turn.",
        "Ivy is not aware of danger near roads.",
    ],
)
def test_what_somebody_cannot_do_yet_or_nobody_knows_is_no_secret(words):
    found = result(record(DANA, CARL, **{**BOTH, "purpose": words}))
    assert not [prompt for prompt in found.prompts if "know this" in prompt.question]


@pytest.mark.parametrize("name", ["Carl Reed", "Carl", "Ivy’s dad", "her father", "Dad", "carl reed", "Karl", "my ex"])
def test_a_person_who_was_asked_and_stands_among_those_who_should_not_be_told_gets_no_page(name):
    agencies = [{"name": name, "may": "no", "said_by": "Dana Reed"}]
    found = result(record(DANA, CARL, **{**BOTH, "agencies": agencies}))
    assert found.findings["no_page"] == ["Carl Reed"]
    assert "agencies.0.name" in {prompt.path for prompt in found.prompts}
    elsewhere = result(record(DANA, CARL, **{**BOTH, "agencies": agencies}, **looked_at(name)))
    assert elsewhere.findings["no_page"] == []


@pytest.mark.parametrize("name", ["Carl’s mum", "Ivy’s school", "Nan", "Reed Primary", "Dana’s brother"])
def test_whoever_only_shares_a_name_with_one_of_those_asked_holds_no_page(name):
    agencies = [{"name": name, "may": "no", "said_by": "Dana Reed"}]
    assert result(record(DANA, CARL, **{**BOTH, "agencies": agencies})).findings["no_page"] == []


def test_a_person_who_was_asked_belongs_not_among_the_services_that_are_told():
    found = result(record(DANA, CARL, **{**BOTH, "agencies": [{**OAK, "name": "Carl Reed"}]}))
    assert found.findings["no_page"] == []
    assert "agencies.0.name" in {prompt.path for prompt in found.prompts}


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("Nothing about my mental health to Oak Primary.", "Oak Primary"),
        ("Not Oak Primary.", "Oak Primary"),
        ("I do not want Oak Primary to know.", "Oak Primary"),
        ("Please keep school out of it.", "Oak Primary"),
        ("nothing to oak", "Oak Primary"),
        ("not home start", "Home-Start Torbay"),
        ("not CAMHS", "Child and Adolescent Mental Health Service"),
        ("Nothing to Sunbeams please", "Sunbeams"),
        ("not Sunbeems", "Sunbeams"),
        ("not my social worker", "Children’s Services"),
    ],
)
def test_a_service_is_known_by_its_own_name_in_what_is_to_be_kept_private(words, service):
    agencies = [{"name": service, "may": "yes", "what": "how mornings go", "said_by": "Dana Reed"}]
    one = {**BOTH, "decision": "one_parent", "agencies": agencies, "restrictions": words, "wished_by": "Dana Reed"}
    found = result(record(DANA, **one))
    asked = [prompt for prompt in found.prompts if prompt.path == "restrictions" and service in prompt.reason]
    assert asked
    assert found.findings["no_page"] == ["Dana Reed"]
    assert pages(result(record(DANA, **one, **looked_at(words))))


KEPT = "Carl does not want Dana to know of his debts."


@pytest.mark.parametrize("also", [{}, looked_at(KEPT)])
@pytest.mark.parametrize("people", [(DANA,), (DANA, CARL)])
def test_a_wish_to_keep_something_private_stands_on_nobodys_page_for_anyone_at_home_may_read_it(people, also):
    whose = " and ".join(person["name"] for person in people)
    decision = "both_parents" if CARL in people else "one_parent"
    found = result(record(*people, **{**BOTH, "decision": decision, "restrictions": KEPT, "wished_by": whose}, **also))
    theirs = pages(found).get("Dana Reed", "")
    assert "debts" not in theirs
    assert "kept private" not in theirs
    assert bool(theirs) == bool(also)
    assert CARL not in people or "debts" not in pages(found)["Carl Reed"]
    assert all(OWN_WISH in page for page in pages(found).values())


@pytest.mark.parametrize("on", ["2019-01-01", "2026-08-01"])
def test_danger_of_last_night_was_not_known_long_ago(on):
    told = {"purpose": "Dan strangled Kerry last night.", "known": {**KNOWN, "on": on}}
    heard = {**MUM, "why_not_written": told["purpose"]}
    found = result(record(heard, known=told["known"]))
    assert found.document.blocks[0].kind == "danger"
    assert "known.on" in {prompt.path for prompt in found.prompts}
    assert not found.documents


@pytest.mark.parametrize(
    "words", ["Dan strangled Kerry yesterday", "Dan strangles Kerry. It was this week", "He hit her again"]
)
@pytest.mark.parametrize(("on", "counts"), [("2026-09-07", True), ("2026-01-01", False)])
def test_when_a_danger_was_is_held_against_the_day_on_which_they_were_told(words, on, counts):
    found = result(record({**MUM, "why_not_written": words}, known={**KNOWN, "on": on}))
    assert ("known.on" in {prompt.path for prompt in found.prompts}) is not counts
    assert bool(found.documents) is counts


@pytest.mark.parametrize("known", [KNOWN, {"to": "police"}, {"who": "Duty team, reference 4021"}, {"on": "2026-09-01"}])
@pytest.mark.parametrize("words", ["", DANGER])
def test_all_that_was_entered_of_a_known_danger_stands_in_the_record(known, words):
    told = said(result(record({**MUM, "why_not_written": words}, known=known)).document)
    for key, shown in (("to", "Who knows"), ("who", "Duty team, reference 4021"), ("on", "1 September 2026")):
        assert (shown in told) == (key in known)


@pytest.mark.parametrize("words", ["Carl does not know", "I want to know"])
def test_no_question_gives_a_common_word_as_its_reason(words):
    reasons = [prompt.reason for prompt in result(record(DANA, CARL, **{**BOTH, "purpose": words})).prompts]
    assert not [reason for reason in reasons if "by its words" in reason]


# Inputs that another hand wrote against the rules, and ordinary records, which no question may hold up

BEX, RYAN = parent("Bex Lowe", "mother"), parent("Ryan Tull", "father")
KELLY, JOYCE = parent("Kelly Marsh", "mother"), parent("Joyce Marsh", "nan, special guardian")
SHAZIA, TOM = parent("Shazia Khan", "mother"), parent("Tom Webb", "step-dad")
AGA, PIOTR = parent("Agnieszka (Aga) Nowak", "mother"), parent("Piotr Nowak", "father")
JUDE = {**MUM, "name": "Jude", "role": "child", "age": 14}
LONG_AGO = {"to": "police", "who": "PC Dunn 4471", "on": "2026-06-01"}


def of(*people, **more):
    """A record of these people; whatever else is said of it."""
    children = any(person["role"] == "child" for person in people)
    decision = "child_and_parents" if children else "both_parents" if len(people) > 1 else "one_parent"
    return record(*people, **{"decision": decision, "things": YES, **more})


@pytest.mark.parametrize(
    ("answers", "held", "path"),
    [
        (of(SHAZIA, TOM, purpose="Zain and his mum tread on eggshells when Tom gets in."), TOM, "purpose"),
        (of(SHAZIA, TOM, purpose="Tom dosent no she is lookin for a new flat."), TOM, "purpose"),
        (of(SHAZIA, TOM, purpose="His stepdad has not been told that he sees his real dad."), TOM, "purpose"),
        (of(BEX, RYAN, purpose="Bex is saving up behind Ryans back to move nearer work."), RYAN, "purpose"),
        (of(BEX, RYAN, purpose="Ryan should not find out about the court date from us."), RYAN, "purpose"),
        (of(KELLY, JUDE, purpose="Jude wants to talk about being trans. Mum has no idea."), KELLY, "purpose"),
        (of(KELLY, JOYCE, purpose="She is planning to move and is keeping it quiet for now."), JOYCE, "purpose"),
        (of(AGA, PIOTR, purpose="Debt help that Piotr wants kept private from his wife."), AGA, "purpose"),
        (of(BEX, agencies=[told("Oak Primary", what="mi marido me pega y tengo miedo")]), BEX, "agencies.0.what"),
        (of(KELLY, JUDE, agencies=[told("Clinic", what="the pill, Mum is not to hear")]), KELLY, "agencies.0.what"),
        (of(SHAZIA, TOM, agencies=[told("Zains step-dad", "no", by="Shazia Khan")]), TOM, "agencies.0.name"),
        (of(KELLY, JOYCE, agencies=[told("Tia’s gran", "no", by="Kelly Marsh")]), JOYCE, "agencies.0.name"),
        (of(BEX, RYAN, agencies=[told("Rian Tul", "no", by="Bex Lowe")]), RYAN, "agencies.0.name"),
        (of(AGA, PIOTR, agencies=[told("Aga", "no", by="Piotr Nowak")]), AGA, "agencies.0.name"),
        (of(AGA, PIOTR, agencies=[told("Mr Nowak", "no", by=AGA["name"])]), PIOTR, "agencies.0.name"),
        (
            of(KELLY, agencies=[told("Ms Okoro, social worker")], restrictions="Ms Okoro need not hear."),
            KELLY,
            "restrictions",
        ),
        (of(KELLY, agencies=[told("St Bede’s Primary")], restrictions="nothing to St Beades"), KELLY, "restrictions"),
        (of(KELLY, agencies=[told("Barnardo’s hub")], restrictions="nothing to barnados"), KELLY, "restrictions"),
        (
            of(KELLY, agencies=[told("Ellacombe Juniors")], restrictions="Her teacher is not to hear."),
            KELLY,
            "restrictions",
        ),
        (of(KELLY, agencies=[told("PC Dunn")], restrictions="No police."), KELLY, "restrictions"),
        (
            of(AGA, PIOTR, restrictions="Piotr wants the loan kept from Aga.", wished_by="Piotr Nowak, " + AGA["name"]),
            AGA,
            "restrictions",
        ),
        (
            of(BEX, RYAN, restrictions="The new address is not for Ryan.", wished_by="Bex Lowe, Ryan Tull"),
            RYAN,
            "restrictions",
        ),
        (of(BEX, RYAN, known=LONG_AGO, without={"reason": "Ryan strangled Bex this morning."}), RYAN, "known.on"),
        (of(BEX, RYAN, known=LONG_AGO, without={"reason": "On 25 August he strangled her."}), RYAN, "known.on"),
        (of(BEX, RYAN, known=LONG_AGO, without={"reason": "He strangled her on 3/9/26."}), RYAN, "known.on"),
    ],
)
def test_what_another_hand_tried_is_held_and_asked_about(answers, held, path):
    found = result(answers)
    assert held["name"] in found.findings["no_page"]
    assert path in {prompt.path for prompt in found.prompts}


@pytest.mark.parametrize(
    "wish", ["Shazia would rather her partner did not hear about the tablets.", "Not my step-dad."]
)
def test_whoever_wishes_it_is_not_held_by_their_own_name(wish):
    found = result(of(SHAZIA, TOM, restrictions=wish, wished_by="Shazia Khan, Tom Webb"))
    assert found.findings["no_page"] == ["Tom Webb"]


ORDINARY = {
    "a mother alone, and school": of(KELLY, agencies=[told("Oak Primary", what="how mornings go")]),
    "two parents, school and a health visitor": of(
        BEX,
        RYAN,
        purpose="Help with sleep, and a place at playgroup.",
        agencies=[told("Health visitor", by="Bex Lowe")],
    ),
    "a mother and a teenager": of(
        KELLY, JUDE, purpose="Someone for Jude to talk to about worries.", agencies=[told("School nurse", by="Jude")]
    ),
    "damp and arrears, and a wish about a landlord": of(
        KELLY,
        purpose="Help with rent arrears, the damp in the flat and a bigger home.",
        agencies=[told("Housing team")],
        restrictions="Please do not talk to our landlord’s wife.",
    ),
    "a grandmother who was not asked is kept out": of(
        KELLY,
        agencies=[told("Oak Primary"), told("Nan", "no")],
        restrictions="Please don’t tell Nan about the arrears.",
    ),
    "before a birth": of(
        SHAZIA, TOM, purpose="A cot, and a parenting course.", agencies=[told("Midwife", by="Shazia Khan")]
    ),
    "a change": of(KELLY, decision="updated", changed="From today the family centre may be told too."),
    "few words yet": of(KELLY, purpose="Ella does not know many words yet: speech therapy, and a break for Mum."),
    "calmer bedtimes": of(BEX, RYAN, purpose="Ryan and Bex want calmer bedtimes, and to agree screen time."),
    "a grandmother who was asked": of(KELLY, JOYCE, purpose="A break for Joyce, and help with reading."),
    "a service each side": of(
        KELLY,
        agencies=[told("Oak Primary"), told("Housing team", "no")],
        restrictions="Nothing to housing about our visitors.",
    ),
    "a long wait": of(KELLY, purpose="Getting Ella diagnosed; nobody has explained the waiting list."),
}


@pytest.mark.parametrize("situation", ORDINARY)
def test_an_ordinary_record_gives_every_page_and_asks_nothing_about_pages(situation):
    found = result(ORDINARY[situation])
    assert found.findings["no_page"] == []
    assert not [prompt for prompt in found.prompts if prompt.offer or prompt.path.startswith("agencies.")]
