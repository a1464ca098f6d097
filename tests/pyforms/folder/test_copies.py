"""A copy holds what its reader may know, and nothing else: neither in answers and people nor in names and pictures."""

import json

import pytest
from folder_page import act, b64, refused

import pyforms

TODAY = "2026-11-28"
ADDRESS = "12 Elm Road"
CONSENT = {
    "day": "2026-09-01",
    "purpose": "Help with mornings",
    "worker": {"name": "Jo"},
    "children": [{"name": "Ella"}],
    "people": [
        {"name": "Dana Reed", "role": "parent", "answer": "agrees"},
        {"name": "Carl Reed", "role": "parent", "answer": "agrees"},
    ],
    "decision": "both_parents",
    "things": {"support": "yes", "sharing": "yes"},
    "privacy": "yes",
    "agencies": [
        {"name": "Oak Primary", "may": "yes"},
        {"name": "Hill Surgery", "may": "no"},
        {"name": "Food Bank", "may": "yes", "what": "only the address for parcels"},
    ],
}
TAKEN_BACK = {
    "decision": "withdrawn",
    "people": [{**CONSENT["people"][0], "answer": "takes-back"}],
    "changed": "All of it",
    "without": {"risk": "no"},
}
PLAN = {
    "plan_day": "2026-09-08",
    "review_day": "2026-10-20",
    "children": [{"name": "Ella"}],
    "needs": [{"change": "Mornings go better", "whose": "Ella"}],
}
GENOGRAM = {"text": "Ella: girl, born 2015, this child\nDana = Ella"}
PEOPLE = [
    {"id": "p-ella", "name": "Ella", "who": "child"},
    {"id": "p-dana", "name": "Dana Reed", "who": "parent", "home": ADDRESS, "reach": "07700 900123"},
    {"id": "p-carl", "name": "Carl Reed", "who": "parent"},
    {"id": "p-jo", "name": "Jo", "who": "worker", "work": "Family worker"},
]


def item(name, form, answers, **more):
    on, for_whom = more.pop("on", "2026-09-08"), more.pop("for_whom", "family")
    spoken_of, version = more.pop("spoken_of", ()), pyforms.get(form).version
    held = {
        "kind": "early-help-form",
        "form": form,
        "version": version,
        "area": "kent",
        "saved": on,
        "answers": answers,
    }
    people = {each["name"]: each["id"] for each in PEOPLE if each["id"] in spoken_of}
    mine = {"id": name, "dot": ["r-1", 1], "on": on, "for_whom": for_whom, "people": people, "saved": held}
    return {**mine, **more}


def consent(**changes):
    more = {"on": changes.pop("on", "2026-09-01"), "name": changes.pop("name", "i-consent")}
    return item(form="consent", answers={**CONSENT, **changes}, for_whom="team", spoken_of=("p-dana", "p-carl"), **more)


def plan(**changes):
    for_whom = changes.pop("for_whom", "family")
    name = changes.pop("name", "i-plan")
    return item(name, "smart-plan", {**PLAN, **changes}, for_whom=for_whom, spoken_of=("p-ella",))


def folder(*items, people=PEOPLE, private=None):
    """`private` is a person's id with what is kept of them."""
    held = [{**each, "dot": ["r-1", 1], "private": (private or {}).get(each["id"], [])} for each in people]
    mine = {"kind": "early-help-folder", "version": 1, "id": "f-1", "area": "kent", "saved": "2026-09-08"}
    return {**mine, "seen": {"r-1": 1}, "people": held, "items": [*items]}


def copied(held, recipient, items=None, **more):
    return act("copy", folder=held, recipient=recipient, items=items, today=TODAY, **more)


def forms(held, recipient, items=None, **more):
    return [each["id"] for each in copied(held, recipient, items, **more)["folder"]["items"]]


def whom(held):
    return {each["id"]: each for each in act("recipients", folder=held, today=TODAY)["recipients"]}


def test_a_copy_can_be_for_the_family_each_of_them_each_service_each_worker_the_team_and_the_manager():
    found = whom(folder(consent(), plan()))
    assert [*found] == [
        "family",
        "p-ella",
        "p-dana",
        "p-carl",
        "service:Oak Primary",
        "service:Hill Surgery",
        "service:Food Bank",
        "p-jo",
        "service:",
        "team",
        "manager",
    ]


def test_the_family_gets_what_is_marked_for_it_and_never_the_whole_consent_record():
    held = folder(consent(), plan(), plan(name="i-team", for_whom="team"))
    assert forms(held, "family") == ["i-plan"]
    assert forms(held, "p-dana") == ["i-plan"]
    assert forms(held, "family", ["i-plan", "i-consent", "i-team"]) == ["i-plan"]
    assert {*forms(held, "team")} == {"i-consent", "i-plan", "i-team"}


@pytest.mark.parametrize("recipient", ["family", "p-dana", "service:Oak Primary", "team"])
def test_what_is_for_a_manager_is_in_nobody_elses_copy_even_if_it_is_chosen(recipient):
    held = folder(consent(), plan(for_whom="manager"))
    assert forms(held, recipient, ["i-plan"]) == []
    assert forms(held, "manager", ["i-plan"]) == ["i-plan"]


def test_a_service_that_consent_names_with_a_yes_gets_what_the_team_has_but_for_the_record():
    held = folder(consent(), plan(for_whom="team"))
    assert forms(held, "service:Oak Primary") == ["i-plan"]


def test_a_service_that_the_family_said_no_to_gets_nothing_even_if_it_is_chosen():
    held = folder(consent(), plan(for_whom="team"))
    assert forms(held, "service:Hill Surgery") == []
    assert forms(held, "service:Hill Surgery", ["i-plan"]) == []
    made = copied(held, "service:Hill Surgery")
    assert made["folder"]["people"] == []
    assert any("they were said no to" in words for words in made["left_out"])
    assert "does not say yes to Hill Surgery" in whom(held)["service:Hill Surgery"]["about"]


def test_whoever_consent_says_nothing_about_gets_nothing_by_itself():
    held = folder(plan(for_whom="family"))
    assert forms(held, "p-dana") == []
    assert forms(held, "p-dana", ["i-plan"]) == ["i-plan"]
    assert "service:Oak Primary" not in whom(held)
    with_consent = folder(consent(), plan())
    assert forms(with_consent, "p-ella") == []


def test_a_service_that_may_know_one_thing_gets_only_what_somebody_looked_at():
    held = folder(consent(), plan(for_whom="team"))
    assert forms(held, "service:Food Bank") == []
    assert forms(held, "service:Food Bank", ["i-plan"]) == ["i-plan"]
    assert whom(held)["service:Food Bank"]["about"] == "They may know only this: only the address for parcels"


@pytest.mark.parametrize(
    "changes",
    [
        {"things": {"sharing": "no"}},
        {"things": {}},
        {"agencies": [{"name": "Oak Primary", "may": "yes", "until": "2026-10-01"}]},
        {"agencies": [{"name": "Oak Primary", "may": "yes"}, {"name": "Oak Primary", "may": "no"}]},
        {"agencies": [{"name": "Oak Primary", "may": "yes"}, {"name": "Oak", "may": "no"}]},
        {"restrictions": "Nothing to Oak Primary", "wished_by": "Dana Reed"},
        TAKEN_BACK,
        {"changed": "Oak Primary is no longer to be told, from 1 October"},
    ],
)
def test_a_yes_that_something_else_takes_back_is_none(changes):
    held = folder(consent(**changes), plan(for_whom="team"))
    assert forms(held, "service:Oak Primary") == []


def test_the_newest_record_decides_and_a_half_done_one_holds_every_yes_up():
    newer = consent(name="i-new", on="2026-11-01", agencies=[])
    assert forms(folder(consent(), newer, plan(for_whom="team")), "team", ["i-plan"]) == ["i-plan"]
    assert "service:Oak Primary" not in whom(folder(consent(), newer, plan()))
    half = {**consent(name="i-half", on="2026-11-01")}
    half["saved"] = {**half["saved"], "state": "unfinished", "entries": [["restrictions", "Carl must not know"]]}
    del half["saved"]["answers"]
    held = folder(consent(), half, plan())
    for recipient in ("family", "p-dana", "service:Oak Primary"):
        assert forms(held, recipient) == []
    assert "is not finished" in whom(held)["p-dana"]["about"]


def test_where_something_is_to_be_kept_private_the_whole_form_stays_out_until_somebody_has_looked():
    held = folder(consent(restrictions="Carl must not know about the baby", wished_by="Dana Reed"), plan())
    for recipient in ("family", "p-carl", "service:Oak Primary"):
        assert forms(held, recipient) == []
        assert any("look whether it stands in here" in each["why"] for each in whom(held)[recipient]["items"])
        assert forms(held, recipient, ["i-plan"]) == ["i-plan"]
    assert forms(held, "p-dana") == ["i-plan"]  # it is her own wish
    nobodys = folder(consent(restrictions="Carl must not know about the baby"), plan())
    assert forms(nobodys, "p-dana") == []


def test_what_a_young_person_decides_alone_holds_their_parents_copies():
    ella = {"name": "Ella", "role": "child", "age": 15, "answer": "agrees"}
    held = folder(consent(people=[ella], decision="child"), plan())
    assert forms(held, "p-ella") == ["i-plan"]
    assert forms(held, "family") == []


def test_a_no_to_a_person_of_the_family_is_kept_by_whichever_part_of_their_name_it_was_given():
    agencies = [{"name": "Carl", "may": "no"}]
    held = folder(consent(agencies=agencies), plan())
    assert forms(held, "p-carl", ["i-plan"]) == []
    assert forms(held, "p-dana") == ["i-plan"]


def test_a_private_fact_is_in_no_copy_and_neither_is_that_there_is_one():
    held = folder(consent(), plan(), private={"p-dana": ["home"]})
    for recipient in whom(held):
        made = copied(held, recipient, ["i-plan", "i-consent"])
        assert ADDRESS not in json.dumps(made["folder"])
        assert all(each["private"] == [] for each in made["folder"]["people"])
        assert made["folder"]["seen"] == {}
    told = copied(held, "team", private=["p-dana.home"])["folder"]
    assert ADDRESS in json.dumps(told)


@pytest.mark.parametrize(
    ("facts", "kept", "words"),
    [
        ({"home": ADDRESS}, "home", "Meets at 12 elm  road on Mondays"),
        ({"home": "Flat 2, 7 Oak Street, TQ1 2AB"}, "home", "Parcels to TQ12AB"),
        ({"reach": "07700 900123, after nine"}, "reach", "Ring 07700900123"),
        ({"reach": "dana@example.org"}, "reach", "Write to dana@example.org."),
        ({"born": "1990-03-04"}, "born", "Her birthday is 4 March 1990"),
        ({"born": "1990-03-04"}, "born", "dob 04/03/90"),
        ({"relation": "adopted by Kim"}, "relation", "She was Adopted by Kim"),
    ],
)
@pytest.mark.parametrize("recipient", ["family", "p-carl", "service:Oak Primary", "team", "manager"])
def test_a_form_that_holds_a_private_fact_is_in_no_copy_unless_the_fact_is_chosen(facts, kept, words, recipient):
    dana = {"id": "p-dana", "name": "Dana Reed", "who": "parent", **facts}
    people = [dana if each["id"] == "p-dana" else each for each in PEOPLE]
    held = folder(consent(), plan(adults_say=words), people=people, private={"p-dana": [kept]})
    assert forms(held, recipient, ["i-plan"]) == []
    assert "i-plan" in forms(held, recipient, ["i-plan"], private=[f"p-dana.{kept}"])


def test_somebody_whose_being_there_is_private_is_in_no_copy_by_any_name():
    noor = {"id": "p-noor", "name": "Noor Haddad", "who": "child"}
    tree = item("i-tree", "genogram", {"text": "Ella: girl, this child\nDana = Ella, Noor\n"})
    held = folder(consent(), plan(), tree, people=[*PEOPLE, noor], private={"p-noor": ["all"]})
    for recipient in ("family", "p-carl", "service:Oak Primary", "team", "manager"):
        made = copied(held, recipient, ["i-plan", "i-tree"])
        assert [each["id"] for each in made["folder"]["items"]] == ["i-plan"]
        assert "noor" not in json.dumps(made["folder"]).lower()


def test_a_form_that_speaks_of_somebody_with_a_private_fact_waits_until_somebody_has_looked():
    held = folder(consent(), plan(adults_say="Dana walks her to school"), private={"p-dana": ["reach"]})
    assert forms(held, "family") == []
    assert forms(held, "family", ["i-plan"]) == ["i-plan"]
    assert "i-plan" in forms(held, "team")


@pytest.mark.parametrize("recipient", ["family", "p-carl", "service:Oak Primary", "team", "manager"])
def test_a_genogram_shows_how_everybody_in_it_is_related_and_so_tells_what_is_private_of_that(recipient):
    tree = item(
        "i-tree", "genogram", {"text": "Ella: girl, born 2015, this child\nDana Reed = Ella"}, spoken_of=("p-ella",)
    )
    held = folder(consent(), tree, private={"p-dana": ["relation"]})
    assert "i-tree" not in forms(held, recipient, ["i-tree"])
    assert "i-tree" in forms(held, recipient, ["i-tree"], private=["p-dana.relation"])


def test_addresses_that_are_not_private_still_go_only_to_those_who_work_with_the_family():
    held = folder(consent(), plan())
    held["items"][1]["people"]["Dana Reed"] = "p-dana"
    assert ADDRESS not in json.dumps(copied(held, "family")["folder"])
    assert ADDRESS in json.dumps(copied(held, "team")["folder"])


def test_words_of_danger_and_half_done_work_wait_until_somebody_has_looked():
    danger = plan(adults_say="Carl hit Dana last week and she is scared of him")
    assert forms(folder(consent(), danger), "p-dana") == []
    assert forms(folder(consent(), danger), "family", ["i-plan"]) == ["i-plan"]
    half = plan()
    half["saved"] = {**half["saved"], "state": "unfinished", "entries": [["plan_day", "2026-09-08"]]}
    del half["saved"]["answers"]
    assert forms(folder(consent(), half), "family") == []
    assert forms(folder(consent(), half), "team") == ["i-consent", "i-plan"]


def test_a_copy_holds_only_those_whom_its_forms_speak_of():
    made = copied(folder(consent(), plan()), "family")["folder"]
    assert [each["name"] for each in made["people"]] == ["Ella"]


def test_a_copy_that_comes_back_brings_what_is_new_in_it_and_asks_only_about_what_differs():
    held = folder(consent(), plan(), private={"p-dana": ["home"]})
    made = copied(held, "family")["folder"]
    back = {**made, "seen": {"r-mum": 1}}
    back["people"] = [{**back["people"][0], "dot": ["r-mum", 1], "language": "Polish"}]
    data = b64(json.dumps(back).encode())
    found = act("merge", folder=held, data=data, session="r-2")
    assert found["choices"] == []
    assert found["folder"]["people"][0]["language"] == "Polish"
    assert found["message"] == "Changed: Ella."
    assert len(found["folder"]["items"]) == 2
    assert len(found["folder"]["people"]) == len(PEOPLE)


def test_a_copy_for_nobody_known_is_refused_in_words():
    error = refused("copy", folder=folder(), recipient="p-nobody", items=None, today=TODAY)
    assert error["kind"] == "cannot-open"
