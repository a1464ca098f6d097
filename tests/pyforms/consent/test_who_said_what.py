"""What the record and the pages say is what people said: the table is in who_said_what.toml."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import pyforms
from pyforms import document
from pyforms.consent import asks
from pyforms.consent.answers import ConsentAnswers

DAY = date(2026, 9, 8)
ROOT = Path(__file__).parents[3]
TABLE = tomllib.loads((Path(__file__).parent / "who_said_what.toml").read_text("utf-8"))
CASES = {case["situation"]: case for case in TABLE["case"]}
EXAMPLES = {example.name: example for example in pyforms.examples("consent")}
SPOKEN = {"how": "verbal", "heard_by": "Jo Lister", "heard_on": "2026-09-07", "why_not_written": "heard on the phone"}
HOW = {
    "written": {"how": "written"},
    "spoken": SPOKEN,
    "paper": {"how": "written", "signature": {"how": "paper"}},
    "signs": {"how": "written", "signature": {"how": "typed"}},
    "draws": {"how": "written", "signature": {"how": "drawn"}},
}
MARK = {"signs": "typed", "draws": "drawn"}


def person(line):
    """ "Kelly, parent: agrees, signs Somebody Else" as the form's answers; a table is those already."""
    if isinstance(line, dict):
        return {"role": "parent", "answer": "agrees", "how": "written", **line}
    who, _, said = line.partition(": ")
    name, _, age = who.rpartition(", ")
    answer, _, manner = said.partition(", ")
    how, _, mark = manner.partition(" ")
    told = {**HOW[how or "written"]}
    if mark:
        told["signature"] = {**told["signature"], MARK[how]: mark}
    if answer == "not-asked":
        told = {"why_not_asked": "Out of reach", **{key: told[key] for key in ("signature",) if key in told}}
    aged = {"age": int(age)} if age.isdigit() else {}
    return {"name": name, "role": "parent" if age == "parent" else "child", "answer": answer, **aged, **told}


def answers(case):
    given = {key: case[key] for key in ("decision", "basis") if key in case}
    without = {key: case[key] for key in ("risk", "asking_adds") if key in case}
    worker = {"name": "Jo Lister"}
    if "worker_signs" in case:
        worker["signature"] = {"how": "typed", "typed": case["worker_signs"]}
    agreed = (
        {} if case["decision"] in ("none", "withdrawn") else {"support": "yes", "assessment": "yes", "sharing": "yes"}
    )
    judged = [
        {"name": name, "decision": "Help", "judged": judgement, "judged_by": "Jo Lister", "issue": "Why, and what then"}
        for name, judgement in case.get("judged", {}).items()
    ]
    return {
        "day": DAY.isoformat(),
        "purpose": "Help with mornings",
        "worker": worker,
        "children": case.get("children", [{"name": "Ella"}]),
        "people": [person(line) for line in case["people"]],
        "changed": "From today" if case["decision"] in ("withdrawn", "updated") else "",
        "things": case.get("things", agreed),
        "agencies": [{"name": "School", "may": "yes"}, {"name": "The old school", "may": "no"}],
        "restrictions": case.get("private", ""),
        "privacy": "no",
        "competence": judged,
        "without": without,
        **given,
        **case.get("also", {}),
    }


def words(found):
    """Every word of a document, without the marks of the file."""
    return json.dumps(document.as_json(found), ensure_ascii=False)


@pytest.mark.parametrize("situation", [name for name, case in CASES.items() if "refused" in case])
def test_a_decision_that_speaks_for_someone_who_said_otherwise_is_not_taken(situation):
    case = CASES[situation]
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        pyforms.submit("consent", answers(case), "general", DAY)
    assert [path for path, _ in caught.value.errors] == case["refused"]


@pytest.mark.parametrize("situation", [name for name, case in CASES.items() if "refused" not in case])
@pytest.mark.parametrize("area", ["general", "doncaster"])
def test_record_and_pages_say_what_people_said_and_no_more(situation, area):
    case = CASES[situation]
    result = pyforms.submit("consent", answers(case), area, DAY)
    record = words(result.document)
    pages = {found.title: words(found) for key, found in result.documents.items() if key != "gp-letter"}
    every_page = " ".join(pages.values())
    assert not [said for said in case.get("record", []) if said not in record]
    assert not [said for said in case.get("not_record", []) if said in record]
    assert "pages" not in case or list(pages) == case["pages"]
    assert not [said for said in case.get("page", []) if said not in every_page]
    assert not [said for said in case.get("not_page", []) if said in every_page]
    for title, said in case.get("page_of", {}).items():
        assert not [each for each in said if each not in pages[title]]
    for title, said in case.get("not_page_of", {}).items():
        assert not [each for each in said if each in pages[title]]
    assert not set(case.get("asks", [])) - {prompt.path for prompt in result.prompts}
    assert "signed" not in case or result.findings["signed"] == case["signed"]
    assert "no_letter" not in case or case["no_letter"] in result.findings["no_letter"]
    assert ("gp-letter" in result.documents) == (result.findings["no_letter"] == "")
    assert not promised(record + every_page)


def promised(found):
    return [match.group() for promise in TABLE["promises"] for match in re.finditer(promise, found, re.IGNORECASE)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_example_promises_what_nobody_can_keep(name):
    example = EXAMPLES[name]
    result = pyforms.submit("consent", example.answers, example.area, example.today)
    assert not promised(" ".join(words(found) for found in (result.document, *result.documents.values())))


@pytest.mark.parametrize(
    "said",
    [
        "Keep helping from within your own agency. Share nothing outside it.",
        "Nobody outside our team, unless a child is in danger (see below).",
        "What we have told people already cannot be untold. From then on we stop.",
        "There is one time when people may share without your yes.",
        "But nothing more is shared, unless a child may get hurt.",
        "They write down the day, stop sharing, and tell the others.",
        "We ask before we share what you tell us.",
        "People should ask you before they share what you tell them.",
        "We will not talk to:",
        "Ask the family before you share or start an assessment.",
        "Most of it stays with the people who help you.",
    ],
)
def test_the_promises_that_once_stood_here_are_found(said):
    assert promised(said)


WORDS_OF_THE_SITE = [
    path
    for folder, endings in (
        ("docs", {".md"}),
        ("pyforms", {".py", ".toml", ".json"}),
        ("macros", {".py", ".toml", ".html"}),
    )
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in endings
]


def test_the_site_promises_nobody_what_nobody_can_keep():
    found = {str(path.relative_to(ROOT)): promised(_words_of(path)) for path in WORDS_OF_THE_SITE}
    assert {path: promises for path, promises in found.items() if promises} == {}


def _words_of(path):
    """Without the tags, which are what people type into the search."""
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("tags:"))


@pytest.mark.parametrize("situation", [name for name, case in CASES.items() if "refused" not in case])
def test_whoever_said_no_never_reads_that_they_agreed(situation):
    case = CASES[situation]
    result = pyforms.submit("consent", answers(case), "general", DAY)
    goes_home = case.get("pages") != []
    for refuser in result.findings["refuse"]:
        own = [found for found in result.documents.values() if found.title.startswith(f"{refuser}:")]
        assert len(own) == (goes_home and refuser not in result.findings["no_page"])
        assert not [found for found in own if "You said yes to" in words(found)]


@pytest.mark.parametrize("answer", ["does-not", "takes-back"])
def test_whoever_refuses_reads_the_same_whether_or_not_others_agreed(answer):
    dad = {"name": "Dad", "role": "parent", "answer": answer, "how": "written"}
    asked = answers({"decision": "none", "risk": "no", "people": [dad]})
    agreed = answers({"decision": "mixed", "people": [dad, "Mum, parent: agrees", "Sam, 15: agrees"]})
    one, other = (
        pyforms.submit("consent", each, "torbay", DAY).documents["page-for-a-no-1"] for each in (asked, agreed)
    )
    assert one.blocks == other.blocks


def test_nobody_reads_on_their_page_what_another_said_or_wished():
    """Every example with more than one who answered."""
    for example in EXAMPLES.values():
        result = pyforms.submit("consent", example.answers, example.area, example.today)
        names = {each["name"] for each in example.answers["people"]}
        for key, found in result.documents.items():
            own, _, _ = found.title.partition(":")
            whole = words(found) if key != "gp-letter" else ""
            assert not [name for name in names - {own} if name in whole and name not in example.answers["purpose"]]


@pytest.mark.parametrize("situation", [name for name, case in CASES.items() if "refused" not in case])
def test_every_record_says_what_it_took_in_and_what_it_did_not(situation):
    result = pyforms.submit("consent", answers(CASES[situation]), "general", DAY)
    last = result.document.blocks[-1]
    assert last.title == "What this record took in, and what it did not"
    told = words(result.document)
    for prompt in asks.prompts(ConsentAnswers.model_validate(answers(CASES[situation]))):
        assert prompt.question in told


def test_what_families_type_into_the_search_is_answered_in_the_first_lines():
    first = (ROOT / "docs/families/your-choice.md").read_text("utf-8").partition("## What you say yes to")[0]
    tags, _, lines = first.partition("# It is your choice")
    for typed in ("will they take my kids", "will I get a social worker", "will school find out"):
        assert typed in tags
    answers_given = (
        "Saying no is your right.",
        "Asking for help is not a reason to take a child away.",
        "they may tell social workers, **even when you say no**",
        "You should be told who will know, what and why.",
        'helpline("family_rights")',
    )
    assert [said for said in answers_given if said not in lines] == []
