"""A copy that somebody filled in elsewhere is brought in: what differs is shown side by side, and nothing is lost."""

import json
from datetime import date

from folder_page import act, b64, begun, pairs, refused, result, with_item

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
    found = act("merge", folder=held, data=file(other), session="r-3", ids=["x"])
    assert found["choices"] == []
    assert found["message"].startswith("New in this folder: Nan and the consent record of ")
    assert len(found["folder"]["items"]) == 2
    again = act("merge", folder=found["folder"], data=file(other), session="r-4", ids=["x"])
    assert again["folder"] == found["folder"]
    assert again["message"] == "The two copies say the same. Nothing has changed."


def test_what_both_changed_stands_side_by_side_in_words_and_each_answer_is_chosen():
    held = with_person(begun("scaling", "first-meeting"), "r-1", name="Grace", who="parent", age="40")
    mine = with_person(held, "r-2", name="Grace", who="family", age="41")
    theirs = with_person(held, "r-3", name="Grace", who="friend", age="40", language="Twi")
    found = act("merge", folder=mine, data=file(theirs), session="r-4", ids=["x"])
    (choice,) = found["choices"]
    assert choice["title"] == "Grace"
    assert [(each["label"], each["mine"], each["theirs"]) for each in choice["answers"]] == [
        ("Who are they?", "Someone else in the family", "Friend or neighbour"),
        ("Or their age", "41", "40"),
        ("Which language do they like best?", "", "Twi"),
    ]
    picks = {choice["id"]: {"who": "theirs", "age": "mine"}}
    after = act("settle", folder=mine, data=file(theirs), picks=picks, session="r-4")["folder"]
    grace = next(each for each in after["people"] if each["name"] == "Grace")
    assert (grace["who"], grace["age"], grace["language"]) == ("friend", 41, "Twi")
    assert act("merge", folder=after, data=file(theirs), session="r-5", ids=["x"])["choices"] == []


def test_a_form_that_both_changed_says_who_and_when():
    held = begun("scaling", "first-meeting")
    item = {**held["items"][0], "by": "Jo Lister"}

    def changed(session, family):
        answers = {**item["saved"]["answers"], "family": family}
        other = {**item, "dot": [session, 1], "saved": {**item["saved"], "answers": answers}}
        return {**held, "seen": {**held["seen"], session: 1}, "items": [other]}

    found = act("merge", folder=changed("r-2", "Elm"), data=file(changed("r-3", "Oak")), session="r-4", ids=["x"])
    (choice,) = found["choices"]
    assert choice["mine"]["by"] == choice["theirs"]["by"] == "Jo Lister"
    assert choice["title"].startswith("the scaling of ")
    assert [(each["path"], each["mine"], each["theirs"]) for each in choice["answers"]] == [("family", "Elm", "Oak")]


def test_another_familys_folder_is_refused_with_a_way_on():
    held = begun("scaling", "first-meeting")
    error = refused("merge", folder=held, data=file({**held, "id": "f-other"}), session="r-3", ids=["x"])
    assert error["kind"] == "cannot-open"
    assert "another family’s folder" in error["message"]


def test_a_single_form_is_brought_in_once():
    held = begun("scaling", "first-meeting")
    data = b64(write(result("consent", "both-parents").document, "html"))
    found = act("merge", folder=held, data=data, session="r-2", ids=["x"])
    assert [each["saved"]["form"] for each in found["folder"]["items"]] == ["scaling", "consent"]
    assert "Zofia" in found["message"]
    again = act("merge", folder=found["folder"], data=data, session="r-2", ids=["y"])
    assert again["folder"] == found["folder"]
    assert again["message"].startswith("This form is in the folder already")


def person(**known):
    return Member(**{"id": "p-1", "name": "Dana", "dot": Dot("r-0", 1), **known})


def test_what_a_copy_was_never_given_is_no_deletion_when_it_comes_back():
    first = Folder(id="f-1", area="kent", saved=DAY).put(person(home="12 Elm Road", private=[Private.HOME]), "r-1")
    copy = first.model_copy(update={"seen": {}, "people": [person(dot=first.people[0].dot)]})
    back = copy.put(person(language="Polish"), "r-dana")
    found = merge(first, back)
    assert [each.path for each in found.choices[0].answers] == ["language"]
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
