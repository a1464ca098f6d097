"""A copy that somebody filled in elsewhere is brought in: what differs is shown side by side, and nothing is lost."""

import json
from datetime import date

from folder_page import act, b64, begun, pairs, result, with_item

from pyforms.exporters import write
from pyforms.folder.merge import merge, settled
from pyforms.folder.model import Dot, Folder, Item, Member
from pyforms.folder.opening import opened
from pyforms.people import Private

DAY = date(2026, 9, 8)


def file(folder):
    return b64(json.dumps(folder).encode())


def with_person(folder, session, **answers):
    known = next((each["id"] for each in folder["people"] if each["name"] == answers["name"]), None)
    asked = {"folder": folder, "id": known, "answers": pairs(**answers), "session": session, "ids": [f"p-{session}"]}
    return act("person", **asked)["folder"]


def test_what_only_the_other_copy_has_comes_in_and_is_named():
    held = begun("scaling", "first-meeting")
    other = with_item(with_person(held, "r-2", name="Nan"), "consent", "both-parents")
    found = act("merge", folder=held, data=file(other), session="r-3")
    assert found["choices"] == []
    assert found["message"].startswith("New in this folder: Nan and the consent record of ")
    assert len(found["folder"]["items"]) == 2
    again = act("merge", folder=found["folder"], data=file(other), session="r-4")
    assert again["folder"] == found["folder"]
    assert again["message"] == "The two copies say the same. Nothing has changed."


def test_what_both_changed_stands_side_by_side_in_words_and_each_answer_is_chosen():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent", age="40")
    mine = with_person(held, "r-2", name="Grace", who="family", age="41")
    theirs = with_person(held, "r-3", name="Grace", who="friend", age="40", language="Twi")
    found = act("merge", folder=mine, data=file(theirs), session="r-4")
    (choice,) = found["choices"]
    assert choice["title"] == "Grace"
    assert [(each["label"], each["mine"], each["theirs"]) for each in choice["answers"]] == [
        ("Who are they?", "Someone else in the family", "Friend or neighbour"),
        ("Or their age", "41", "40"),
    ]
    picks = {choice["id"]: {"who": "theirs", "age": "mine"}}
    after = act("settle", folder=mine, data=file(theirs), picks=picks, session="r-4")["folder"]
    grace = next(each for each in after["people"] if each["name"] == "Grace")
    assert (grace["who"], grace["age"], grace["language"]) == ("friend", 41, "Twi")
    assert act("merge", folder=after, data=file(theirs), session="r-5")["choices"] == []


def test_who_changed_something_is_known_by_what_else_they_changed_in_the_same_session():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", age="40")
    mine = with_person(with_item(held, "consent", "both-parents"), "r-page", name="Grace", age="41")
    theirs = with_person(held, "r-3", name="Grace", age="42")
    (choice,) = act("merge", folder=mine, data=file(theirs), session="r-4")["choices"]
    assert choice["title"] == "Grace"
    assert choice["mine"] == {"by": "Marcus Hale", "on": ""}
    assert choice["theirs"] == {"by": "", "on": ""}, "nobody has said who"


def test_a_form_that_both_changed_says_who_and_when():
    held = begun("scaling", "first-meeting")
    item = {**held["items"][0], "by": "Jo Lister"}

    def changed(session, family):
        answers = {**item["saved"]["answers"], "family": family}
        other = {**item, "dot": [session, 1], "saved": {**item["saved"], "answers": answers}}
        return {**held, "seen": {**held["seen"], session: 1}, "items": [other]}

    found = act("merge", folder=changed("r-2", "Elm"), data=file(changed("r-3", "Oak")), session="r-4")
    (choice,) = found["choices"]
    assert choice["mine"]["by"] == choice["theirs"]["by"] == "Jo Lister"
    assert choice["title"].startswith("the scaling of ")
    assert [(each["path"], each["mine"], each["theirs"]) for each in choice["answers"]] == [("family", "Elm", "Oak")]


def elsewhere(*people, name="f-other", session="r-other"):
    """A folder that a colleague began for the same family."""
    held = Folder(id=name, area="kent", saved=DAY)
    for place, known in enumerate(people):
        held = held.put(Member(id=f"o-{place}", dot=Dot(session, 1), **known), session)
    return held.model_dump(mode="json")


def who(held, data):
    return act("who", folder=held, data=data, today="2026-11-28")["who"]


def test_of_a_folder_that_was_begun_elsewhere_whoever_may_be_somebody_here_is_asked_about():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent", born="1990-01-02")
    found = who(held, file(elsewhere({"name": "grace", "who": "parent", "language": "Twi"}, {"name": "Jo"})))
    assert [(each["name"], each["here"]) for each in found] == [
        ("Grace", "Parent or carer, born 2 January 1990 (36)"),
    ]
    for other in ({"who": "child"}, {"who": "parent", "born": "1991-01-02"}):
        assert who(held, file(elsewhere({"name": "Grace", **other}))) == []


def test_two_people_of_one_name_are_two_people_until_somebody_says_so():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent")
    other = file(elsewhere({"name": "Grace", "who": "parent", "language": "Twi"}))
    apart = act("merge", folder=held, data=other, session="r-3")
    assert apart["choices"] == []
    assert [each["name"] for each in apart["folder"]["people"]][-2:] == ["Grace", "Grace (2)"]
    again = act("merge", folder=apart["folder"], data=other, session="r-4")
    assert again["folder"] == apart["folder"]
    assert who(apart["folder"], other) == []


def test_somebody_who_is_in_both_keeps_what_either_says_and_what_differs_is_chosen():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent", age="40")
    other = file(elsewhere({"name": "Grace", "who": "parent", "age": 41, "home": "Mum’s flat"}))
    (asked,) = who(held, other)
    are_one = {asked["id"]: asked["is"]}
    found = act("merge", folder=held, data=other, session="r-3", same=are_one)
    (choice,) = found["choices"]
    assert [(each["label"], each["mine"], each["theirs"]) for each in choice["answers"]] == [
        ("Or their age", "40", "41"),
    ]
    picks = {choice["id"]: {"age": "theirs"}}
    after = act("settle", folder=held, data=other, picks=picks, session="r-3", same=are_one)["folder"]
    (grace,) = [each for each in after["people"] if each["name"].startswith("Grace")]
    assert (grace["age"], grace["home"]) == (41, "Mum’s flat")
    again = act("merge", folder=after, data=other, session="r-4")
    assert again["choices"] == []
    assert again["folder"] == after
    assert again["message"] == "The two copies say the same. Nothing has changed."


def test_a_form_of_a_folder_begun_elsewhere_speaks_of_the_person_who_is_here():
    held = begun("scaling", "first-meeting")
    other = {**begun("scaling", "first-meeting"), "id": "f-other"}
    for place, each in enumerate(other["people"]):
        other = json.loads(json.dumps(other, ensure_ascii=False).replace(f'"{each["id"]}"', f'"o-{place}"'))
    other["items"][0]["id"] = "o-item"
    other["seen"] = {"r-other": 9}
    for entry in (*other["people"], *other["items"]):
        entry["dot"] = ["r-other", entry["dot"][1]]
    are_one = {each["id"]: each["is"] for each in who(held, file(other))}
    assert are_one
    after = act("merge", folder=held, data=file(other), session="r-3", same=are_one)["folder"]
    assert after["items"][0]["people"] == after["items"][1]["people"]
    back = act("merge", folder=other, data=file(after), session="r-5")
    assert who(other, file(after)) == []  # who is who is known over there too, and nobody is asked twice
    assert len(back["folder"]["people"]) == len(other["people"])


def test_nobody_can_be_made_one_who_was_not_asked_about():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent")
    other = file(elsewhere({"name": "Sam", "who": "parent"}))
    after = act("merge", folder=held, data=other, session="r-3", same={"o-0": held["people"][0]["id"]})["folder"]
    assert after["people"][-1]["name"] == "Sam"


def test_a_copy_tells_nobody_who_was_brought_together():
    held = {**begun("scaling", "first-meeting"), "known_as": {"o-1": "p-1"}}
    assert act("copy", folder=held, recipient="team", items=None, today="2026-11-28")["folder"]["known_as"] == {}


def test_a_single_form_is_brought_in_once_and_whoever_it_names_may_be_somebody_here():
    held = begun("consent", "both-parents")
    data = b64(write(result("scaling", "towards-the-hope-in-torbay").document, "html"))
    first = act("merge", folder=held, data=data, session="r-2")
    assert [each["saved"]["form"] for each in first["folder"]["items"]] == ["consent", "scaling"]
    again = act("merge", folder=first["folder"], data=data, session="r-2")
    assert again["folder"] == first["folder"]
    assert again["message"].startswith("This form is in the folder already")
    same_form = b64(write(result("consent", "child-and-parents-with-limits").document, "html"))
    other = begun("consent", "child-and-parents-with-limits")
    less = {**other, "items": []}
    asked = who(less, same_form)
    assert {each["name"] for each in asked} == {each["name"] for each in other["people"]}
    joined = act("merge", folder=less, data=same_form, session="r-3", same={each["id"]: each["is"] for each in asked})
    assert len(joined["folder"]["people"]) == len(other["people"])


def person(**known):
    return Member(**{"id": "p-1", "name": "Dana", "dot": Dot("r-0", 1), **known})


def test_what_a_copy_was_never_given_is_no_deletion_when_it_comes_back():
    first = Folder(id="f-1", area="kent", saved=DAY).put(person(home="12 Elm Road", private=[Private.HOME]), "r-1")
    copy = first.model_copy(update={"seen": {}, "people": [person(dot=first.people[0].dot)]})
    back = copy.put(person(language="Polish"), "r-dana")
    found = merge(first, back)
    assert not any(choice.is_asked for choice in found.choices)
    for picks in ({}, {"p-1": {"": "theirs"}}):
        dana = settled(found, picks, "r-2").people[0]
        assert (dana.home, dana.language, dana.private) == ("12 Elm Road", "Polish", [Private.HOME])


def test_what_one_copy_holds_private_stays_private_when_the_other_holds_something_else_private():
    first = Folder(id="f-1", area="kent", saved=DAY).put(person(), "r-1")
    one = first.put(person(private=[Private.HOME]), "r-2")
    other = first.put(person(private=[Private.BORN]), "r-3")
    assert {*settled(merge(one, other), {}, "r-4").people[0].private} == {Private.HOME, Private.BORN}


def test_a_birth_in_one_copy_and_a_due_day_in_the_other_make_one_child_who_is_born():
    first = Folder(id="f-1", area="kent", saved=DAY).put(person(), "r-1")
    found = merge(first.put(person(born=DAY), "r-2"), first.put(person(due=DAY), "r-3"))
    dana = settled(found, {}, "r-4").people[0]
    assert (dana.born, dana.due) == (DAY, None)


PLAN = {
    "plan_day": "2026-09-08",
    "review_day": "2026-10-20",
    "children": [{"name": "Ella"}],
    "needs": [{"change": "Mornings", "whose": "Ella"}],
}


def plan(session="r-0", people=None, **answers):
    held = {"kind": "early-help-form", "form": "smart-plan", "version": 1, "area": "kent", "saved": "2026-09-08"}
    saved = {**held, "answers": {**PLAN, **answers}}
    return Item(id="i-1", dot=Dot(session, 1), on=DAY, people=people or {}, saved=saved)


def test_answers_of_two_copies_that_do_not_go_together_are_kept_as_half_done_work():
    first = Folder(id="f-1", area="kent", saved=DAY).put(plan(), "r-1")
    one = first.put(plan(review_day="2026-09-10"), "r-2")
    other = first.put(plan(plan_day="2026-09-20"), "r-3")
    picks = {"i-1": {"plan_day": "theirs", "review_day": "mine"}}
    after = settled(merge(one, other), picks, "r-4")
    assert after.items[0].saved["state"] == "unfinished"
    assert ["plan_day", "2026-09-20"] in after.items[0].saved["entries"]
    again = opened(after.model_dump_json().encode())
    assert again.left_out == ()
    assert again.folder.items[0].saved["entries"] == after.items[0].saved["entries"]


def test_a_form_that_is_chosen_from_the_other_copy_brings_whoever_it_speaks_of():
    first = Folder(id="f-1", area="kent", saved=DAY).put(person(), "r-1").put(plan(), "r-1")
    one = first.without("p-1").put(plan(lead="Jo"), "r-2")
    other = first.put(plan(lead="Ann", people={"Dana": "p-1"}), "r-3")
    after = settled(merge(one, other), {"i-1": {"": "theirs"}}, "r-4")
    assert Folder.model_validate(after.model_dump()) == after
    assert [each.name for each in after.people] == ["Dana"]
