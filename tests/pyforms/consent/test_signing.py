"""Who signs what: nobody is handed what another said in order to sign, and danger is asked about in any box."""

import io
import json
from datetime import date

import pytest
from pypdf import PdfReader

import pyforms
from pyforms import danger, document

DAY = date(2026, 11, 28)
EXAMPLES = {example.name: example for example in pyforms.examples("consent")}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}
PAPER = {"how": "paper"}
CAROL = {"name": "Carol", "role": "parent", "relationship": "mother", "answer": "agrees", "how": "written"}
BEN = {**CAROL, "name": "Ben", "relationship": "father"}
JESS = {"name": "Jess", "role": "child", "age": 15, "answer": "agrees", "how": "written"}
CLINIC = {"name": "Cove clinic", "may": "yes", "what": "that Jess is late and has done a test", "said_by": "Jess"}
THEIRS = "late and has done a test"


def record(*people, **more):
    decision = "child_and_parents" if JESS["name"] in {each["name"] for each in people} else "both_parents"
    told = {"day": DAY.isoformat(), "purpose": "Help with mornings", "privacy": "yes", "privacy_on": "2026-11-20"}
    own = {"worker": {"name": "Jo Lister"}, "children": [{"name": "Jess", "born": "2011-03-01"}], "things": YES}
    return {**told, **own, "people": list(people), "decision": decision, **more}


def result(answers, area="torbay"):
    return pyforms.submit("consent", answers, area, DAY)


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def page_of(found, name):
    return next((said(each) for each in found.documents.values() if each.title.startswith(f"{name}:")), "")


def lines(found):
    """The labels of the lines that a document has to write on."""
    return [block.label for block in found.blocks if isinstance(block, document.Blank)]


# Signing


@pytest.mark.parametrize("how", [{}, PAPER, {"how": "typed", "typed": "Somebody Else"}])
def test_a_parent_who_signs_reads_nothing_of_what_a_young_person_said_alone(how):
    found = result(record({**CAROL, "signature": how}, {**JESS, "signature": how}, agencies=[CLINIC]))
    assert THEIRS in said(found.document)
    assert not [label for label in lines(found.document) if "Carol" in label or "Jess" in label]
    assert "Signature of Carol, who agrees, and date" in page_of(found, "Carol")
    assert THEIRS not in page_of(found, "Carol")
    assert "Signature of Jess, who agrees, and date" in page_of(found, "Jess")
    assert THEIRS in page_of(found, "Jess")


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_record_has_a_line_for_anyone_but_who_made_it(name):
    example = EXAMPLES[name]
    found = pyforms.submit("consent", example.answers, example.area, example.today)
    assert all(label.endswith("who made this record, and date") for label in lines(found.document))


def test_no_file_of_the_record_has_a_line_for_the_family_and_each_page_has_its_own():
    answers = record({**CAROL, "signature": PAPER}, {**JESS, "signature": PAPER}, agencies=[CLINIC])
    for kind, text in (("pdf", _of_pdf), ("html", bytes.decode)):
        whole = text(pyforms.export("consent", answers, "torbay", DAY, kind))
        assert THEIRS in whole
        assert "Signature of Carol" not in whole
        own = text(pyforms.export("consent", answers, "torbay", DAY, f"family-page.{kind}"))
        assert "Signature of Carol" in own
        assert THEIRS not in own


def _of_pdf(content):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_the_record_says_which_page_is_printed_for_whom_and_that_it_is_shown_to_nobody_at_home():
    found = result(record({**CAROL, "signature": PAPER}, JESS, agencies=[CLINIC]))
    told = said(found.document)
    assert "Carol: print “Carol: what you agreed to” twice. Carol signs one for the file, and keeps the other." in told
    assert "it is shown to nobody in the family and signed by none of them" in told
    assert [words for words in found.findings["to_do"] if words.startswith("Print “Carol: what you agreed to”")]
    assert not [words for words in found.findings["to_do"] if "printed page" in words]


def test_what_was_signed_on_the_screen_is_in_the_record_and_on_the_signers_own_page_only():
    drawn = {"how": "drawn", "drawn": "10,10 200,150"}
    typed = {"how": "typed", "typed": "Ben"}
    found = result(record({**CAROL, "signature": drawn}, {**BEN, "signature": typed}))
    for name in ("Carol", "Ben"):
        assert name in said(found.document)
    assert "signed on the screen" in page_of(found, "Carol")
    assert "as their signature" not in page_of(found, "Carol")
    assert "Ben: typed “Ben” as their signature" in page_of(found, "Ben")
    assert "Sign only if" not in page_of(found, "Carol") + page_of(found, "Ben")


@pytest.mark.parametrize(
    "held",
    [
        {"restrictions": "Nothing about my debts to Ben.", "wished_by": "Carol"},
        {"restrictions": "Nothing about my debts.", "wished_by": ""},
        {"purpose": "A fresh start. Carol has seen a solicitor."},
        {"without": {"risk": "unsure"}},
        {"purpose": "Ben strangled Carol."},
    ],
)
def test_whoever_has_no_page_has_nothing_to_sign_while_the_reason_stands(held):
    found = result(record(CAROL, {**BEN, "signature": PAPER}, **held))
    assert "Ben" in found.findings["no_page"]
    assert "Ben: nothing to sign, on paper or on this screen" in said(found.document)
    assert not [label for label in lines(found.document) if "Ben" in label]
    assert not [words for words in found.findings["to_do"] if words.startswith("Print “Ben")]


@pytest.mark.parametrize("answer", ["does-not", "takes-back"])
def test_a_no_is_signed_nowhere(answer):
    found = result(record(CAROL, {**BEN, "answer": answer, "signature": PAPER}, decision="one_parent"))
    assert "Ben said no, and is asked to sign nothing." in said(found.document)
    assert "Signature of Ben" not in page_of(found, "Ben")


def test_a_small_child_is_asked_to_sign_nothing():
    small = {
        **JESS,
        "age": 9,
        "how": "verbal",
        "heard_by": "Jo",
        "heard_on": "2026-11-27",
        "why_not_written": "In play",
    }
    found = result(record(CAROL, small, children=[{"name": "Jess", "born": "2017-03-01"}]))
    assert "Jess said yes. No signature is asked for." in said(found.document)
    assert "Signature of Jess" not in page_of(found, "Jess")


# Danger in any box


BOXES = [
    "restrictions", "purpose", "changed", "agencies.0.what", "people.0.why_not_written", "people.2.why_not_asked",
    "without.reason",
]  # fmt: skip
TOLD = [
    "We've gone to my aunty's in Deal and he isn't to find out, last time he found me he kicked the door off",
    "Dad isn't to hear about Kieran's boyfriend, he'd put him out on the street",
    "Help for Carol to leave Ben quietly, and a nursery place for Rio",
    "Help for Carol to get away without Ben knowing",
    "He must not know where we live now",
    "Please keep our new address from Ben",
    "Don't tell my ex where I work",
    "Mum can't know about my girlfriend, she'd throw me out",
    "Nobody is to know that he hides my keys and counts my money",
    "Do not tell school about her swollen lip",
    "Don't tell Dad, he gets nasty",
]


def put(words, path):
    """A record that has these words in one of its boxes."""
    absent = {"name": "Gran", "role": "parent", "answer": "not-asked", "why_not_asked": "Away"}
    spoken = {**CAROL, "how": "verbal", "heard_by": "Jo Lister", "heard_on": "2026-11-27", "why_not_written": "Phone"}
    answers = record(spoken, BEN, absent, decision="updated", changed="From today", agencies=[{**CLINIC, "what": ""}])
    answers["without"] = {}
    at, keys = answers, path.split(".")
    for key in keys[:-1]:
        at = at[int(key)] if key.isdigit() else at[key]
    at[keys[-1]] = words
    return answers


@pytest.mark.parametrize("path", BOXES)
@pytest.mark.parametrize("words", TOLD)
def test_whatever_box_it_stands_in_danger_is_asked_about(words, path):
    assert danger.read(words)
    found = result(put(words, path))
    asked = [
        prompt for prompt in found.prompts if prompt.path == path and prompt.question == "Is anyone hurt or in danger?"
    ]
    assert len(asked) == 1
    first = found.document.blocks[0]
    assert first.title == "Is anyone hurt or in danger?"
    assert first.kind == ("danger" if any(sign.stated for sign in danger.read(words)) else "warning")


@pytest.mark.parametrize(
    "wish",
    [
        "Please do not tell Dad.",
        "Do not tell school that we are moving house",
        "Not to tell Gran about the divorce until we have told the children",
        "Please don't tell Ben that I see a counsellor",
        "Our address, to anyone.",
        "Nothing about her girlfriend to anyone.",
        "Her teacher is not to hear.",
    ],
)
def test_a_wish_that_something_is_kept_private_is_no_danger_by_itself(wish):
    found = result(record(CAROL, BEN, restrictions=wish, wished_by="Carol"))
    assert not [prompt for prompt in found.prompts if prompt.question == "Is anyone hurt or in danger?"]
    assert not [
        block for block in found.document.blocks if getattr(block, "kind", "") == "warning" and "hurt" in block.title
    ]


MARKS = "Not to tell the school nurse about the marks on his back, thats between us"


@pytest.mark.parametrize("words", [MARKS, TOLD[0], TOLD[2]])
def test_a_danger_that_is_asked_about_is_still_open_in_the_record_with_the_number(words):
    found = result(record(CAROL, BEN, restrictions=words, wished_by="Ben"))
    last = json.dumps(document.as_json(document.Document("", (found.document.blocks[-1],))), ensure_ascii=False)
    assert "Still open when it was made" in last
    assert f"You wrote: “{words}”" in last
    assert "01803 208100" in last
    assert "01803 208100" in said(document.Document("", (found.document.blocks[0],)))


@pytest.mark.parametrize("words", [MARKS, TOLD[0]])
def test_nobody_is_sent_to_tell_the_family_first_beside_a_danger_that_is_asked_about(words):
    told = said(result(record(CAROL, BEN, restrictions=words, wished_by="Ben")).document)
    for sends in ("tell them first", "Tell the family unless"):
        assert sends not in told
        assert sends in said(result(record(CAROL, BEN, restrictions="Our debts", wished_by="Ben")).document)
    assert "tell nobody in the family before you have advice" in told


# Names of jobs and services


SERVICES = [
    "IDVA, Kent Domestic Abuse Service",
    "Rape Crisis counsellor",
    "Child sexual exploitation team",
    "Suicide prevention worker, Elm Trust",
    "Stalking advocate, Harbour Centre",
    "Sexual violence adviser",
    "Self-harm nurse",
    "Forced marriage unit",
    "Knife crime project",
    "Female genital mutilation clinic",
    "Family Drug and Alcohol Service",
]
IN_A_NAME = [
    "worker.job", "worker.reach", "agencies.0.name", "doctor.practice", "people.0.heard_by", "people.0.interpreter",
    "without.decided_by",
]  # fmt: skip


def named(words, path):
    answers = put("Away", "people.2.why_not_asked")
    answers["doctor"] = {}
    at, keys = answers, path.split(".")
    for key in keys[:-1]:
        at = at[int(key)] if key.isdigit() else at[key]
    at[keys[-1]] = words
    return answers


@pytest.mark.parametrize("path", IN_A_NAME)
@pytest.mark.parametrize("words", SERVICES)
def test_what_a_job_or_a_service_is_called_is_no_danger(words, path):
    found = result(named(words, path))
    assert not [block for block in found.document.blocks if getattr(block, "kind", "") == "danger"]
    assert not [prompt for prompt in found.prompts if prompt.question == "Is anyone hurt or in danger?"]


@pytest.mark.parametrize("words", SERVICES[:3])
def test_a_job_that_tells_what_the_help_is_about_is_on_a_page_once_somebody_said_so(words):
    told = record(CAROL, BEN, worker={"name": "Ann", "job": words})
    held = result(told)
    assert held.findings["no_page"] == ["Carol", "Ben"]
    [prompt] = [prompt for prompt in held.prompts if prompt.path == "worker.job"]
    looked = [{**dict(prompt.offer.answers), "whose": "Carol", "may": "yes"}]
    assert result({**told, "looked": looked}).findings["no_page"] == ["Ben"]


@pytest.mark.parametrize(
    "words",
    ["Social worker, he hit her", "Dan strangles Kerry", "Support worker. Dan raped Kerry", "Nurse, she was raped"],
)
@pytest.mark.parametrize("path", IN_A_NAME)
def test_danger_that_is_told_in_a_box_for_a_name_is_danger(words, path):
    assert result(named(words, path)).document.blocks[0].kind == "danger"
