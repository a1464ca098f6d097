"""Who carries an answer, or a page, for somebody who cannot read it: nothing reaches the one from whom it is kept."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document
from pyforms.consent import names

DAY = date(2026, 11, 28)
THINGS = {"support": "yes", "assessment": "yes", "sharing": "yes", "all_services": "no"}
SPOKEN = {"how": "verbal", "heard_by": "Priya Nair", "heard_on": "2026-11-26"}
MARKO = {
    "name": "Marko Ilic", "role": "parent", "relationship": "father, parental responsibility", "answer": "agrees",
    "how": "written",
}  # fmt: skip
NURSERY = {"name": "Little Acorns", "may": "yes", "what": "Zoran’s place", "said_by": "Mirela Ilic and Marko Ilic"}
HUB = {"name": "Community hub", "may": "yes", "what": "her evenings", "said_by": "Mirela Ilic"}
KEPT = {"restrictions": "Marko is not to know about the hub.", "wished_by": "Mirela Ilic"}
PROFESSIONALS = [
    "Language Line, Serbian, 55120",
    "Ana Kovac, interpreter",
    "Priya Nair",
    "Jelena, bilingual family support worker",
    "Marko Horvat, Language Line",
    "Language Line; not her husband",
    "Council interpreting service, by phone (husband left the room)",
    "Mother tongue teaching assistant at Oak Primary",
    "BSL interpreter, registered",
]
CLOSE = [
    "Marko Ilic, her husband",
    "Marko",
    "Mr Ilic",
    "M Ilic",
    "her husband",
    "Marko Ilic, interpreter",
    "her sister in law on the phone",
    "Luka, her son, 12",
    "Luka, 12",
    "a neighbour",
    "Dragan Ilic",
    "a friend from her church",
    "someone from her mosque",
    "her boyfriend",
    "Zoran",
    "her nan",
    "the landlord",
    "her husband as no interpreter was free",
    "her boss",
]


def mirela(**more):
    own = {"name": "Mirela Ilic", "role": "parent", "relationship": "mother, parental responsibility"}
    return {**own, "answer": "agrees", **SPOKEN, "why_not_written": "She reads Serbian only.", **more}


def record(*people, **more):
    told = {"day": DAY.isoformat(), "purpose": "A place at nursery for Zoran.", "privacy": "yes", "told": "yes"}
    own = {"worker": {"name": "Priya Nair"}, "children": [{"name": "Zoran", "born": "2023-08-01"}], "things": THINGS}
    decision = "both_parents" if len(people) > 1 else "one_parent"
    return {**told, **own, "people": list(people), "decision": decision, "agencies": [NURSERY], **more}


def result(*people, **more):
    return pyforms.submit("consent", record(*people, **more), "solihull", DAY)


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def page_of(found, name):
    return next((said(each) for each in found.documents.values() if each.title.startswith(f"{name}:")), "")


# Nothing is read to the one from whom it is kept


@pytest.mark.parametrize("words", CLOSE)
def test_what_is_to_be_kept_private_reaches_nobody_who_is_close_and_interprets(words):
    found = result(mirela(interpreter=words), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert found.findings["no_page"] == ["Mirela Ilic", "Marko Ilic"]
    assert not found.documents
    told = said(found.document)
    assert f"Mirela Ilic: no page. The reason: “{words}” interprets" in told
    assert "nothing to sign" in told
    assert any("Ask Mirela Ilic again through a professional interpreter" in each for each in found.findings["to_do"])
    assert "people.0.interpreter" in {prompt.path for prompt in found.prompts}


@pytest.mark.parametrize("words", PROFESSIONALS)
def test_with_a_professional_between_whoever_wishes_it_has_her_page(words):
    found = result(mirela(interpreter=words), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert found.findings["no_page"] == ["Marko Ilic"]
    assert "Community hub" in page_of(found, "Mirela Ilic")
    assert not [prompt for prompt in found.prompts if prompt.path == "people.0.interpreter"]


def test_of_whom_only_a_name_is_written_it_is_asked_who_they_are_and_nothing_private_goes_through_them():
    found = result(mirela(interpreter="Ivana"), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert "Mirela Ilic" in found.findings["no_page"]
    [prompt] = [prompt for prompt in found.prompts if prompt.path == "people.0.interpreter"]
    assert prompt.question == "Who is this?"
    assert result(mirela(interpreter="Ivana"), MARKO).findings["no_page"] == []


@pytest.mark.parametrize("words", ["", "none", "No", "n/a", "not needed"])
def test_where_nobody_interpreted_nobody_is_between(words):
    found = result(mirela(interpreter=words), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert found.findings["no_page"] == ["Marko Ilic"]


@pytest.mark.parametrize(
    "more",
    [
        {"heard_by": "Priya Nair, Marko interpreting"},
        {"heard_by": "Priya Nair; her husband translated"},
        {"why_not_written": "She cannot read; her husband reads everything to her."},
        {"why_not_written": "She does not read English, her sister helps her with letters."},
        {"why_not_written": "Her son reads the post to her."},
        {"why_not_written": "Marko reads it to her."},
        {"relationship": "mother, her husband reads her letters"},
    ],
)
def test_whoever_is_close_and_reads_it_out_is_told_it_too(more):
    found = result(mirela(**more), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert "Mirela Ilic" in found.findings["no_page"]
    assert [prompt for prompt in found.prompts if prompt.path.startswith("people.0.")]


@pytest.mark.parametrize(
    "more",
    [
        {"heard_by": "Priya Nair, with a Language Line interpreter"},
        {"why_not_written": "She cannot read; I read it to her."},
        {"why_not_written": "Her son was ill, so we spoke on the phone."},
        {"why_not_written": "A registered interpreter reads it to her."},
    ],
)
def test_a_worker_who_reads_it_out_is_nobody_close(more):
    found = result(mirela(**more), MARKO, agencies=[NURSERY, HUB], **KEPT)
    assert found.findings["no_page"] == ["Marko Ilic"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"agencies": [NURSERY, HUB]}, "what only Mirela Ilic said, of Community hub"),
        ({"agencies": [NURSERY, {**NURSERY, "name": "Women’s Aid"}]}, "a service that tells"),
        ({"purpose": "She has to be careful what she says at home and he makes her life hell."}, "may tell of danger"),
    ],
)
def test_her_page_goes_through_nobody_close_where_it_tells_more_than_theirs(more, why):
    found = result(mirela(interpreter="Marko Ilic, her husband"), MARKO, **more)
    assert "Mirela Ilic" in found.findings["no_page"]
    assert why in said(found.document)


def test_whoever_was_not_to_be_asked_is_no_one_to_read_it_out():
    unasked = {**MARKO, "answer": "not-asked", "how": None, "why_not_asked": "Mirela would rather we did not."}
    found = result(mirela(interpreter="Marko"), unasked, decision="one_parent")
    assert found.findings["no_page"] == ["Mirela Ilic"]


def test_what_both_of_them_said_and_wish_may_be_read_by_either_and_is_read_by_a_professional_first():
    wish = {"restrictions": "Please do not tell the landlord.", "wished_by": "Mirela Ilic and Marko Ilic"}
    found = result(mirela(interpreter="Marko Ilic, her husband"), MARKO, **wish)
    assert found.findings["no_page"] == []
    assert "people.0.interpreter" in {prompt.path for prompt in found.prompts}


# Nobody signs what they cannot read


@pytest.mark.parametrize(
    ("more", "tongue"),
    [
        ({}, " in Serbian"),
        ({"why_not_written": "Speaks only Polish"}, " in Polish"),
        ({"why_not_written": "No English.", "interpreter": "Language Line, Dari"}, " in Dari"),
        ({"why_not_written": "She cannot read or write."}, ""),
        ({"why_not_written": "He finds it hard to read."}, ""),
        ({"why_not_written": "She is blind."}, ""),
        ({"why_not_written": "By phone.", "interpreter": "BSL interpreter, registered"}, " in BSL"),
    ],
)
def test_a_page_is_read_to_whoever_cannot_read_it_before_they_sign(more, tongue):
    found = result(mirela(**more))
    [first] = [each for each in found.findings["to_do"] if "Nobody signs what they cannot read" in each]
    assert f"read to Mirela Ilic{tongue}, by you or a professional, and nobody close to them" in first
    assert f"Have this read to you{tongue}".replace("Have", "Ask us to have") in page_of(found, "Mirela Ilic")
    assert f"Read to Mirela Ilic{tongue} by (name and job), and date" in page_of(found, "Mirela Ilic")
    assert tongue.removeprefix(" in ") in said(found.document)


@pytest.mark.parametrize(
    "words",
    ["He works nights.", "She has not read it yet.", "By phone.", "He speaks Polish and good English.", "No printer."],
)
def test_whoever_can_read_it_signs_as_ever(words):
    found = result(mirela(why_not_written=words))
    assert not [each for each in found.findings["to_do"] if "cannot read" in each]
    assert "Read to" not in page_of(found, "Mirela Ilic")


# Services by whose name a page in another's hand would tell

TELLING = [
    "Refuge worker", "Freedom Programme", "the freedom course", "Own My Life", "Torbay Women’s Aid", "IDVA", "BPAS",
    "Sexual health clinic", "abortion clinic", "NA meetings", "Narcotics Anonymous", "AA group", "AA",
    "Al-Anon", "Gender clinic", "Turning Point", "Probation", "SARC", "GamCare", "Drug and alcohol team",
]  # fmt: skip
PLAIN = [
    "Oak Primary", "Women’s group", "Harbour Women’s Centre", "Community midwife", "Health visitor", "N/A", "NA",
    "Freedom Leisure swimming", "AA Driving School", "Housing team", "School nurse", "Recovery after an operation",
    "Children’s centre", "Cancer nurse", "Little Acorns", "GP",
]  # fmt: skip


@pytest.mark.parametrize("words", TELLING)
@pytest.mark.parametrize("where", ["name", "what"])
def test_a_service_that_tells_what_the_help_is_about_is_on_a_page_once_somebody_said_so(words, where):
    agency = {"name": "Harbour Centre", "may": "yes", "said_by": "Mirela Ilic", where: words}
    kelly = mirela(why_not_written="By phone.")
    held = result(kelly, MARKO, agencies=[NURSERY, agency])
    assert "Mirela Ilic" in held.findings["no_page"]
    asked = [prompt for prompt in held.prompts if prompt.path == f"agencies.1.{where}" and prompt.offer]
    looked = [{**dict(prompt.offer.answers), "whose": "Mirela Ilic and Marko Ilic", "may": "yes"} for prompt in asked]
    assert result(kelly, MARKO, agencies=[NURSERY, agency], looked=looked).findings["no_page"] == []


def test_what_is_a_danger_too_where_it_is_told_as_one_is_known_by_its_name():
    assert names.gives_away("Rape Crisis")


@pytest.mark.parametrize("words", PLAIN)
def test_an_everyday_service_tells_nothing(words):
    assert not names.gives_away(words)


def test_who_may_not_be_rung_about_a_service_is_no_contradiction_of_a_yes_to_it():
    wish = {"restrictions": "Mum must not be rung or written to at home about the hub.", "wished_by": "Mirela Ilic"}
    found = result(mirela(interpreter="Language Line"), agencies=[HUB], **wish)
    assert found.findings["no_page"] == []
