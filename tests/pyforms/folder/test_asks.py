"""A genogram's text is read back into the folder's people: what is new is taken and said, what differs is asked."""

import json
from datetime import date
from itertools import count

import pytest
from folder_page import TODAY, act, b64, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from pyforms.folder.joining import beginning
from pyforms.folder.model import Folder

ELLA = {"name": "Ella", "who": "child", "born": "2017-03-04"}
NAN = {"name": "Nan", "who": "family"}
IDS = (f"n-{number}" for number in count())
TEXT = "Ella: girl, born 4 March 2017, this child\nKim: woman\nKim = Ella\n"


def folder(*people):
    """As the page holds one, with these people."""
    held = {"kind": "early-help-folder", "version": 1, "id": "f-1", "area": "kent", "saved": "2026-09-08"}
    members = [{"id": f"p-{place}", "dot": ["r-1", place], **each} for place, each in enumerate(people, 1)]
    return {**held, "seen": {"r-1": len(members)}, "people": members, "items": []}


def lay(held, text, *, item="i-1", on="2026-09-08", half_done=False):
    """As the page lays the open genogram in and has it read: the folder, what is said, what is asked of the new."""
    envelope = {"kind": "early-help-form", "form": "genogram", "version": 1, "area": "kent", "saved": on}
    said = {"state": "unfinished", "entries": [["text", text]]} if half_done else {"answers": {"text": text}}
    before = next((each for each in held["items"] if each["id"] == item), {"people": {}})
    laid = {**before, "id": item, "dot": ["r-page", 1], "by": "Jo", "on": on, "saved": {**envelope, **said}}
    items = [*(each for each in held["items"] if each["id"] != item), laid]
    found = act("laid", folder={**held, "items": items}, item=item, session="r-2", ids=[next(IDS) for _ in range(9)])
    return found["folder"], found["message"], found["asks"]


def asked(held):
    return act("view", folder=held, today=TODAY)["asks"]


def answer(held, question, place=0):
    way = question["ways"][place]
    return act("answer", folder=held, way=way["way"], given=way["given"], session="r-3", ids=["x-1"])


def same_person(held, question, name):
    """As the page answers that somebody new is one of the others."""
    (other,) = [each["id"] for each in question["others"] if each["name"] == name]
    given = {"person": question["person"], "other": other}
    return act("answer", folder=held, way="one", given=given, session="r-3", ids=["x-1"])


def names(held):
    return {each["name"]: each["id"] for each in held["people"]}


def person(held, name):
    return next(each for each in held["people"] if each["name"] == name)


# What is new is taken, with where it comes from


def test_what_a_person_has_not_yet_is_taken_and_it_is_said_from_where():
    held, message, _ = lay(folder({"name": "Ella"}, {"name": "Kim"}), TEXT + "home Mum’s flat: Kim, Ella\n")
    ella, kim = person(held, "Ella"), person(held, "Kim")
    assert (ella["born"], ella["who"], ella["home"]) == ("2017-03-04", "child", "Mum’s flat")
    assert (kim["who"], kim["relation"]) == ("parent", "mother of Ella")
    assert message == (
        "Taken from the genogram of 8 September 2026: Ella (child, born 4 March 2017 and lives at Mum’s flat) "
        "and Kim (parent or carer, mother of Ella and lives at Mum’s flat)."
    )
    assert not asked(held)


@pytest.mark.parametrize(
    ("said", "fact", "value"),
    [
        ("born 2016", "born_about", "2016"),
        ("born about 1980", "born_about", "about 1980"),
        ("born May 2016", "born_about", "May 2016"),
        ("born 12 May 2016", "born", "2016-05-12"),
        ("due 5 January 2027", "due", "2027-01-05"),
        ("due January 2027", "born_about", "Jan 2027"),
    ],
)
def test_a_birth_that_is_known_in_part_is_kept_as_far_as_it_is_known(said, fact, value):
    held, _, _ = lay(folder({"name": "Bean"}), f"Bean: {said}\nKim = Bean\n")
    assert person(held, "Bean")[fact] == value


def test_a_baby_who_was_due_is_born_once_a_form_says_so():
    held, _, _ = lay(folder({"name": "Bump", "due": "2026-09-20"}), "Bump: born 2 September 2026\nKim = Bump\n")
    assert (person(held, "Bump")["born"], person(held, "Bump")["due"]) == ("2026-09-02", None)
    opened(json.dumps(held).encode())
    assert not asked(held)


def test_an_age_and_a_year_that_fit_are_no_difference_and_the_folder_keeps_its_own():
    nine = {"name": "Ella", "who": "child", "age": 9, "age_on": "2026-09-08"}
    held, message, _ = lay(folder(nine), "Ella: born 2017")
    assert (person(held, "Ella")["age"], person(held, "Ella")["born_about"], message) == (9, "", "")
    assert not asked(held)


def test_who_is_half_drawn_is_known_all_the_same():
    held, _, _ = lay(folder(), TEXT, half_done=True)
    assert [*names(held)] == ["Ella", "Kim"]


def test_a_text_that_is_read_twice_changes_nothing_the_second_time():
    held, _, _ = lay(folder(ELLA, NAN), f"{TEXT}Nan: died 2019\nJack: boy, born 2015\nKim = Jack")
    again = act("laid", folder=held, item="i-1", session="r-9", ids=["y-1"])
    assert (again["folder"], again["message"], again["asks"]) == (held, "To look at: 1.", [])


# What differs is asked, and nothing is overwritten


def test_a_birth_that_differs_is_shown_side_by_side_and_chosen():
    held, message, _ = lay(folder(ELLA), "Ella: girl, born 2016, this child")
    assert (person(held, "Ella")["born"], message) == ("2017-03-04", "To look at: 1.")
    (question,) = asked(held)
    assert question["words"] == (
        "Ella: the genogram of 8 September 2026 says born 2016. The folder says born 4 March 2017."
    )
    assert [way["words"] for way in question["ways"]] == ["Use “born 2016”"]
    chosen = answer(held, question)
    ella = person(chosen["folder"], "Ella")
    assert (ella["born"], ella["born_about"]) == (None, "2016")
    assert chosen["message"] == "Ella: born 2016, from the genogram of 8 September 2026."
    assert not asked(chosen["folder"])
    opened(json.dumps(chosen["folder"]).encode())


def test_a_death_is_asked_about_and_never_taken_by_itself():
    held, _, _ = lay(folder(ELLA, NAN), "Nan: woman, died 2019\nElla: girl")
    assert not person(held, "Nan")["died"]
    (question,) = asked(held)
    assert question["words"] == "Nan: the genogram of 8 September 2026 says died 2019. The folder does not."
    chosen = answer(held, question)["folder"]
    assert person(chosen, "Nan")["died"] == "2019"
    assert act("view", folder=chosen, today=TODAY)["people"][1]["about"].endswith("died 2019")
    assert not asked(chosen)


def test_a_fact_that_changes_in_the_folder_changes_no_genogram_and_is_told():
    held, _, _ = lay(folder(ELLA, NAN), f"{TEXT}Nan: woman\n")
    before = held["items"]
    for name, more in (("Ella", {"born": "2015-03-04"}), ("Nan", {"died": "2020"})):
        now = {key: value for key, value in person(held, name).items() if value and key not in ("id", "dot")} | more
        pairs = [[key, value] for key, value in now.items() if isinstance(value, str)]
        held = act("person", folder=held, id=names(held)[name], answers=pairs, session="r-4", ids=["z"])["folder"]
    assert held["items"] == before
    assert [question["words"] for question in asked(held)] == [
        "Ella: the genogram of 8 September 2026 says born 4 March 2017. The folder says born 4 March 2015.",
        "Nan: the genogram of 8 September 2026 says alive. The folder says died 2020.",
    ]
    assert [len(question["ways"]) for question in asked(held)] == [1, 0]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"home": "Dad’s"}, "home Mum’s flat: Ella"),
        ({"relation": "stepmother of Sam"}, "Ella: woman\nElla = Sam"),
        ({"died": "2019"}, "Ella: died 2018"),
        ({"due": "2027-03-01"}, "Ella: born 2016"),
        ({"age": 30, "age_on": "2026-09-08"}, "Ella: born 2016"),
    ],
)
def test_each_kind_of_fact_that_cannot_both_be_is_asked(here, there):
    held, _, _ = lay(folder({"name": "Ella", **here}), there)
    assert len(asked(held)) == 1
    chosen = answer(held, asked(held)[0])["folder"]
    assert not asked(chosen)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"home": "mum’s  Flat"}, "home Mum’s flat: Ella"),
        ({"relation": "mum of Sam"}, "Ella: woman\nElla = Sam, Max"),
        ({"relation": "mum of Sam"}, "Ella = Sam, Max"),
        ({"died": "yes"}, "Ella: died 2018"),
        ({"due": "2026-12-01"}, "Ella: born 2026"),
        ({"born": "2016-05-12"}, "Ella: born May 2016"),
        ({"born": "1982-05-12"}, "Ella: born about 1980"),
        ({"age": 10, "age_on": "2026-09-08"}, "Ella: born 2016"),
    ],
)
def test_what_can_both_be_is_asked_of_nobody(here, there):
    held, _, _ = lay(folder({"name": "Ella", **here}), there)
    assert not asked(held)


def test_an_older_genogram_was_true_on_its_day_and_asks_nothing():
    held, _, _ = lay(folder(ELLA), "Ella: born 2016", item="i-old", on="2025-01-01")
    held, _, _ = lay(held, TEXT, item="i-new")
    assert not asked(held)


# Names


def test_a_misspelt_name_waits_until_it_is_said_whose_it_is_and_the_id_stays():
    held, message, new = lay(folder(ELLA, {"name": "Kim", "who": "parent"}), "Ela: girl\nKim: woman")
    assert ([*names(held)], message, new) == (["Ella", "Kim"], "To look at: 1.", [])
    (question,) = asked(held)
    assert question["words"] == "“Ela” in the genogram of 8 September 2026: is that Ella?"
    yes, new_one, nobody = (answer(held, question, place)["folder"] for place in range(3))
    assert yes["items"][0]["people"]["Ela"] == "p-1"
    assert [*names(yes)] == ["Ella", "Kim"]
    assert [*names(new_one)] == ["Ella", "Kim", "Ela"]
    assert nobody["items"][0]["nobody"] == ["Ela"]
    for answered in (yes, new_one, nobody):
        assert not asked(answered)
        again = act("laid", folder=answered, item="i-1", session="r-9", ids=["y-1"])["folder"]
        assert names(again) == names(answered)


@pytest.mark.parametrize(
    ("known", "typed"), [("Ella", "Elal"), ("Ella", "Ellaa"), ("Zoë", "Zoe"), ("Ewa Nowak", "Ewa")]
)
def test_a_name_that_is_nearly_somebodys_is_asked_about(known, typed):
    held, _, _ = lay(folder({"name": known}), f"{typed}: born 2016")
    assert [*names(held)] == [known]
    assert len(asked(held)) == 1


@pytest.mark.parametrize(("known", "typed"), [("Tim", "Tom"), ("Ella", "Emma"), ("Nan", "Dan"), ("Ewa Nowak", "Eva")])
def test_a_name_that_is_another_is_somebody_new(known, typed):
    held, _, _ = lay(folder({"name": known}), f"{typed}: born 2016")
    assert [*names(held)] == [known, typed]


def test_two_who_stand_in_one_text_are_two_however_alike_until_somebody_says_that_they_are_one():
    held, _, new = lay(folder(), "Jack: boy\nZack: boy\nKim = Jack, Zack")
    assert [*names(held)] == ["Jack", "Zack", "Kim"]
    assert [way["words"] for way in new[1]["ways"]] == ["The same as Jack", "Not one of this family"]
    one = answer(held, new[1])["folder"]
    assert [*names(one)] == ["Jack", "Kim"]
    assert one["items"][0]["people"] == {
        "Jack": names(held)["Jack"],
        "Zack": names(held)["Jack"],
        "Kim": names(held)["Kim"],
    }


def test_two_people_of_one_name_stay_two():
    held, _, _ = lay(folder(), "Sam [1]: man, born 1980\nSam [2]: boy, born 2016\nSam [1] = Sam [2]")
    assert [(each["name"], each["born_about"]) for each in held["people"]] == [("Sam [1]", "1980"), ("Sam [2]", "2016")]
    again = act("laid", folder=held, item="i-1", session="r-9", ids=["y-1"])["folder"]
    assert again == held


def test_a_person_who_is_renamed_stays_the_same_in_a_text_that_says_the_old_name():
    held, _, _ = lay(folder(ELLA), TEXT)
    pairs = [["name", "Eleanor"], ["who", "child"], ["born", "2017-03-04"]]
    held = act("person", folder=held, id="p-1", answers=pairs, session="r-4", ids=["z"])["folder"]
    again = act("laid", folder=held, item="i-1", session="r-9", ids=["y-1"])["folder"]
    assert [*names(again)] == ["Eleanor", "Kim"]
    assert again["items"][0]["people"]["Ella"] == "p-1"


# Who is new


def test_who_is_new_is_proposed_with_what_the_text_says_and_can_be_refused():
    held, message, new = lay(folder(ELLA), f"{TEXT}Jack: boy, born 2015\nKim = Jack\nTom: man, born 1950")
    assert message == "New in this folder: Kim, Jack and Tom."
    assert [question["words"] for question in new] == [
        "New: Kim (Parent or carer, mother of Ella and Jack).",
        "New: Jack (Child, born 2015).",
        "New: Tom (Someone else in the family, born 1950).",
    ]
    refused = answer(held, new[2])
    assert refused["message"] == "Tom is not in the folder any more."
    assert [*names(refused["folder"])] == ["Ella", "Kim", "Jack"]
    again = act("laid", folder=refused["folder"], item="i-1", session="r-9", ids=["y-1"])["folder"]
    assert names(again) == names(refused["folder"])


def test_a_grown_up_brother_is_no_child_of_the_family():
    held, _, _ = lay(folder(), f"{TEXT}Max: man, born 2000\nKim = Max")
    assert (person(held, "Ella")["who"], person(held, "Max")["who"]) == ("child", "family")


def test_who_is_new_can_be_somebody_who_is_there_and_nothing_of_either_is_lost():
    held, _, new = lay(folder(ELLA, {"name": "Kimberly", "who": "parent", "language": "Polish"}), TEXT)
    (kim,) = new
    one = same_person(held, kim, "Kimberly")["folder"]
    assert [*names(one)] == ["Ella", "Kimberly"]
    both = person(one, "Kimberly")
    assert (both["id"], both["language"], both["relation"]) == ("p-2", "Polish", "mother of Ella")
    assert one["items"][0]["people"] == {"Ella": "p-1", "Kim": "p-2"}
    assert act("laid", folder=one, item="i-1", session="r-9", ids=["y-1"])["folder"] == one


def test_two_who_cannot_be_one_stay_two_until_what_differs_is_mended():
    held, _, new = lay(folder({"name": "Kimberly", "born": "1990-01-01"}), "Kim: born 1980")
    refused = same_person(held, new[0], "Kimberly")
    assert refused["folder"] == held
    assert "differ" in refused["message"]


def test_an_answer_to_what_has_gone_meanwhile_changes_nothing():
    held, _, new = lay(folder(), "Kim: woman")
    gone = answer(held, new[0])["folder"]
    again = answer(gone, new[0])
    assert again["folder"]["people"] == []
    believed = act(
        "answer",
        folder=gone,
        way="believe",
        given={"item": "no", "person": "no", "fact": "birth"},
        session="r",
        ids=["x"],
    )
    assert believed["folder"] == gone


# What is private


def test_birth_parents_of_an_adopted_child_and_donors_come_in_as_private():
    text = "Gurpreet: boy, this child\nAmy + Beth = Gurpreet (adopted)\nSiân / Rob = Gurpreet\nDon = Gurpreet (donor)"
    held, _, new = lay(folder(), text)
    private = {each["name"]: each["private"] for each in held["people"]}
    assert private == {"Gurpreet": [], "Amy": [], "Beth": [], "Siân": ["all"], "Rob": ["all"], "Don": ["all"]}
    assert [each["name"] for each in held["people"] if each["relation"]] == []
    assert new[3]["words"].endswith("Private: nobody is told of them before you choose it.")
    copy = act("copy", folder=held, recipient="team", items=None, today=TODAY)["folder"]
    assert "Siân" not in json.dumps(copy, ensure_ascii=False)


@pytest.mark.parametrize("private", ["relation", "all"])
def test_whose_child_somebody_is_travels_in_no_text_of_another_where_it_is_private(private):
    held = folder({**ELLA, "private": [private]}, {"name": "Kim", "who": "parent", "relation": "mother of Ella"})
    text = str(beginning(Folder.model_validate(held), "genogram", [], date(2026, 11, 28)).entries)
    assert "Kim" in text
    assert "mother" not in text
    assert "= Ella" not in text


@pytest.mark.parametrize(
    ("private", "text", "goes"),
    [
        ("relation", "Kim = Ella", False),
        ("relation", "Ella: girl\nKim: woman", True),
        ("born", "Ella: born 2016", False),
        ("born", "Ella: girl", True),
    ],
)
def test_a_picture_that_shows_what_is_private_goes_into_no_copy_by_itself(private, text, goes):
    held, _, _ = lay(folder({"name": "Ella", "who": "child", "private": [private]}), text)
    copy = act("copy", folder=held, recipient="team", items=None, today=TODAY)["folder"]
    assert bool(copy["items"]) == goes


# Old files, and other programs' trees


def test_an_old_genogram_and_a_family_tree_open_as_a_folder_with_what_they_say():
    tree = b"\n".join([
        b"0 HEAD", b"1 GEDC", b"2 VERS 5.5.1", b"1 CHAR UTF-8", b"0 @I1@ INDI", b"1 NAME Ella /Nowak/", b"1 SEX F",
        b"1 BIRT", b"2 DATE 4 MAR 2017", b"0 @I2@ INDI", b"1 NAME Ewa /Nowak/", b"1 SEX F", b"1 BIRT", b"2 DATE 1989",
        b"0 @I3@ INDI", b"1 NAME Old /Nowak/", b"1 DEAT Y", b"0 @F1@ FAM", b"1 WIFE @I2@", b"1 CHIL @I1@", b"0 TRLR",
    ])  # fmt: skip
    held = opened(tree)["folder"]
    assert [(each["name"], each["born"], each["born_about"]) for each in held["people"]] == [
        ("Ella Nowak", "2017-03-04", ""),
        ("Ewa Nowak", None, "1989"),
    ]
    assert person(held, "Ewa Nowak")["relation"] == "mother of Ella Nowak"
    assert not asked(held)


def test_a_genogram_that_is_brought_into_a_folder_speaks_of_whoever_is_said_to_be_the_same():
    held = folder({**ELLA, "born": "2016-03-04"})
    envelope = {"kind": "early-help-form", "form": "genogram", "version": 1, "area": "kent", "saved": "2026-09-08"}
    data = b64(json.dumps({**envelope, "answers": {"text": "Ella: born 2016\nElla’s nan: died 2019"}}).encode())
    (ella,) = act("who", folder=held, data=data, today="2026-11-28")["who"]
    merged = act("merge", folder=held, data=data, session="r-2", same={ella["id"]: ella["is"]})["folder"]
    assert [each["name"] for each in merged["people"]] == ["Ella"]
    assert act("who", folder=folder({**ELLA, "born": "2012-03-04"}), data=data, today="2026-11-28")["who"] == []


LINES = [*TEXT.splitlines(), "Nan: died 2019", "Ela: born 2015", "Kim + Jo = Sam", "home X: Kim", "???"]
TEXTS = st.lists(st.sampled_from(LINES)).map("\n".join)


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS)
def test_no_person_and_no_word_is_lost_whatever_text_follows_another(first, second):
    held = lay(folder(ELLA, NAN), first, half_done=True)[0]
    after = lay(held, second, half_done=True)[0]
    assert {each["id"] for each in held["people"]} <= {each["id"] for each in after["people"]}
    assert after["items"][0]["saved"]["entries"] == [["text", second]]
    for one, other in zip(held["people"], after["people"], strict=False):
        assert all(other[key] == value for key, value in one.items() if value and key not in ("dot", "due"))
    opened(json.dumps(after).encode())
