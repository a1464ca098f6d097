"""Two copies of a folder: nothing is lost, the same file twice changes nothing, and what both changed is asked."""

import json
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms.fields import flatten
from pyforms.folder.elsewhere import as_copies, proposals
from pyforms.folder.entries import answers_of
from pyforms.folder.merge import Another, merge, settled
from pyforms.folder.model import Dot, Folder, Item, Member
from pyforms.folder.names import rename
from pyforms.folder.opening import with_form

DAY = date(2026, 9, 8)
EMPTY = Folder(id="f-1", area="torbay", saved=DAY)


def person(place, whose="p", **known):
    return Member(**{"id": f"{whose}-{place}", "name": f"Name {place}", "dot": Dot("r-none", 1), **known})


def envelope(form, place=0):
    example = pyforms.examples(form)[place]
    answers = {key: value for key, value in example.answers.items() if key != "training_example"}
    held = {"kind": "early-help-form", "form": form, "version": pyforms.get(form).version, "area": example.area}
    return pyforms.saved.from_json(json.dumps({**held, "saved": "2026-09-08", "answers": answers}))


def item(place, form="scaling", whose="i"):
    return Item(id=f"{whose}-{place}", dot=Dot("r-none", 1), on=DAY, saved=envelope(form).model_dump(mode="json"))


def content(folder):
    """What a folder says, whoever changed it when."""
    return {each.id: answers_of(each) for each in (*folder.people, *folder.items)}


# A change: add, change or remove one of a few people and forms.
CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "form", "remove"]), st.integers(0, 3), st.integers(0, 9))
)


def edited(folder, changes, session, people="p", items="i"):
    for kind, place, value in changes:
        if kind == "put":
            folder = folder.put(person(place, people, relation=f"said {value}", age=value), session)
        elif kind == "form":
            held = item(place, whose=items)
            answers = {**answers_of(held), "family": f"work {value}"}
            folder = folder.put(held.model_copy(update={"saved": {**held.saved, "answers": answers}}), session)
        elif place % 2:
            folder = folder.without(f"{people}-{place}")
        else:
            folder = folder.without(f"{items}-{place}")
    return folder


def two_copies(first, mine, theirs):
    base = edited(EMPTY, first, "r-first")
    return edited(base, mine, "r-mine"), edited(base, theirs, "r-theirs")


@given(CHANGES, CHANGES, CHANGES)
def test_the_same_file_twice_changes_nothing(first, mine, theirs):
    one, other = two_copies(first, mine, theirs)
    once = settled(merge(one, other), {}, "r-merge")
    again = merge(once, other)
    assert again.choices == ()
    assert settled(again, {}, "r-again") == once


@given(CHANGES, CHANGES)
def test_a_copy_that_nobody_changed_asks_nothing_and_changes_nothing(first, mine):
    base = edited(EMPTY, first, "r-first")
    one = edited(base, mine, "r-mine")
    for mine_first, other in ((one, base), (base, one)):
        found = merge(mine_first, other)
        assert all(choice.theirs is None for choice in found.choices)  # at most: it was removed over there
        assert settled(found, {choice.id: {"": "theirs"} for choice in found.choices}, "r-m") is not None
    assert content(settled(merge(one, base), {}, "r-m")) == content(one)


def mirrored(picks):
    return {
        key: {path: {"mine": "theirs", "theirs": "mine"}[side] for path, side in each.items()}
        for key, each in picks.items()
    }


@given(CHANGES, CHANGES, CHANGES, st.randoms(use_true_random=False))
def test_it_does_not_matter_which_copy_is_brought_into_which(first, mine, theirs, chance):
    one, other = two_copies(first, mine, theirs)
    here, there = merge(one, other), merge(other, one)
    both = {choice.id for choice in here.choices if choice.theirs}
    assert both == {choice.id for choice in there.choices if choice.theirs}
    picks = {each: {"": chance.choice(["mine", "theirs"])} for each in both}
    left = content(settled(here, picks, "r-here"))
    right = content(settled(there, mirrored(picks), "r-there"))
    removed_in_one = {choice.id for choice in (*here.choices, *there.choices) if choice.theirs is None}
    for each in {*left, *right} - removed_in_one:
        assert left.get(each) == right.get(each)


@given(CHANGES, CHANGES, CHANGES)
def test_no_person_no_form_and_no_answer_is_lost_unless_somebody_chose_so(first, mine, theirs):
    one, other = two_copies(first, mine, theirs)
    found = merge(one, other)
    kept = content(settled(found, {}, "r-merge"))
    left_out = {each.id for each in found.left_out}
    chosen = {choice.id: choice for choice in found.choices}
    for copy in (one, other):
        for each, answers in content(copy).items():
            assert each in kept or each in left_out
            if each in chosen and each in kept and chosen[each].theirs:
                listed = {differing.path for differing in chosen[each].answers}
                changed = {key for key in answers if answers[key] != kept[each].get(key)}
                assert {key for key in changed if not any(path.split(".")[0] == key for path in listed)} == set()


def begun_twice(mine, theirs):
    """Two folders of one family, neither of which knows of the other."""
    other = EMPTY.model_copy(update={"id": "f-2"})
    return edited(EMPTY, mine, "r-mine"), edited(other, theirs, "r-theirs", "o", "oi")


def brought(one, other, are_one, picks=None, session="r-merge"):
    return settled(merge(*as_copies(one, other, are_one)), picks or {}, session)


def chosen_from(one, other, chance):
    """Who is who, as somebody may say it: of each pair that is asked about, yes or no."""
    return {each.theirs.id: each.mine.id for each in proposals(one, other) if chance.choice([True, False])}


CHANCE = st.randoms(use_true_random=False)


@given(CHANGES, CHANGES, CHANCE)
def test_a_folder_that_was_begun_elsewhere_changes_nothing_the_second_time(mine, theirs, chance):
    one, other = begun_twice(mine, theirs)
    once = brought(one, other, chosen_from(one, other, chance))
    assert proposals(once, other) == []
    again = merge(*as_copies(once, other, {}))
    assert again.choices == ()
    assert settled(again, {}, "r-again") == once


@given(CHANGES, CHANGES, CHANCE)
def test_of_a_folder_that_was_begun_elsewhere_no_person_no_form_and_no_answer_is_lost(mine, theirs, chance):
    one, other = begun_twice(mine, theirs)
    are_one = chosen_from(one, other, chance)
    found = merge(*as_copies(one, other, are_one))
    kept = content(settled(found, {}, "r-merge"))
    chosen = {choice.id: {each.path for each in choice.answers} for choice in found.choices}
    assert found.left_out == ()
    for folder in (one, other):
        for each, answers in content(folder).items():
            here = are_one.get(each, each)
            lost = {key for key in answers if kept[here].get(key) != answers[key]} - {"id", "name"}
            assert lost <= chosen.get(here, set())


@given(CHANGES, CHANGES, CHANCE)
def test_it_does_not_matter_which_of_two_begun_folders_is_brought_into_which(mine, theirs, chance):
    one, other = begun_twice(mine, theirs)
    are_one = chosen_from(one, other, chance)
    here = merge(*as_copies(one, other, are_one))
    there = merge(*as_copies(other, one, {mine: theirs for theirs, mine in are_one.items()}))
    back = {mine: theirs for theirs, mine in are_one.items()}
    assert {back[choice.id] for choice in here.choices} == {choice.id for choice in there.choices}
    picks = {choice.id: {"": chance.choice(["mine", "theirs"])} for choice in here.choices}
    left = settled(here, picks, "r-here")
    right = settled(there, mirrored({back[each]: pick for each, pick in picks.items()}), "r-there")
    told = [sorted((each.age, each.relation) for each in folder.people) for folder in (left, right)]
    assert told[0] == told[1]
    assert sorted(json.dumps(answers_of(each)) for each in left.items) == sorted(
        json.dumps(answers_of(each)) for each in right.items
    )


def test_what_both_changed_is_shown_side_by_side_and_chosen_answer_by_answer():
    base = EMPTY.put(person(1, relation="mother", age=30), "r-first")
    one = base.put(person(1, relation="mother of Ella", age=31), "r-mine")
    other = base.put(person(1, relation="mum", age=30, reach="text only"), "r-theirs")
    found = merge(one, other)
    assert [(each.label, each.mine, each.theirs) for each in found.choices[0].answers] == [
        ("How are they related?", "mother of Ella", "mum"),
        ("Or their age", 31, 30),
    ]
    kept = settled(found, {"p-1": {"relation": "theirs", "age": "mine"}}, "r-merge").people[0]
    assert (kept.relation, kept.age, kept.reach) == ("mum", 31, "text only")


@pytest.mark.parametrize("picks", [{}, {"p-1": {"": "mine"}}, {"p-1": {"": "theirs"}}])
def test_what_only_one_of_two_copies_knows_of_a_person_stays_and_nobody_is_asked(picks):
    base = EMPTY.put(person(1), "r-first")
    one, other = base.put(person(1, language="Polish"), "r-mine"), base.put(person(1, reach="text only"), "r-theirs")
    for here, there in ((one, other), (other, one)):
        found = merge(here, there)
        assert not any(choice.is_asked for choice in found.choices)
        kept = settled(found, picks, "r-merge")
        assert (kept.people[0].language, kept.people[0].reach) == ("Polish", "text only")
        assert merge(kept, there).choices == ()


def test_two_scores_that_differ_say_whose_they_are():
    base = EMPTY.put(item(1), "r-first")
    held = base.items[0]

    def scored(score, session):
        answers = json.loads(json.dumps(held.saved["answers"]))
        answers["meetings"][0]["scores"][0]["score"] = score
        return base.put(held.model_copy(update={"saved": {**held.saved, "answers": answers}}), session)

    whose = held.saved["answers"]["meetings"][0]["scores"][0]["person"]
    (choice,) = merge(scored(2, "r-mine"), scored(3, "r-theirs")).choices
    assert [each.label.split(": ")[-2:] for each in choice.answers] == [[whose, "Their score"]]


def test_a_copy_that_was_changed_without_this_page_is_not_the_same():
    """A file edited by hand, or by another program, carries the dots of the one that it was."""
    base = EMPTY.put(person(1, relation="mother"), "r-first")
    other = base.model_copy(update={"people": [base.people[0].model_copy(update={"relation": "aunt"})]})
    (choice,) = merge(base, other).choices
    assert [(each.mine, each.theirs) for each in choice.answers] == [("mother", "aunt")]
    taken = settled(merge(base, other), {"p-1": {"relation": "theirs"}}, "r-merge")
    assert taken.people[0].relation == "aunt"
    assert merge(taken, other).choices == ()


def test_a_score_that_was_typed_and_the_same_score_that_was_checked_do_not_differ():
    held = EMPTY.put(item(1), "r-first").items[0]
    typed = {key: value for key, value in held.saved.items() if key != "answers"}
    entries = [list(pair) for pair in flatten(held.saved["answers"])]
    half_done = held.model_copy(update={"saved": {**typed, "state": "unfinished", "entries": entries}})
    base = EMPTY.put(person(1), "r-first")
    one, other = base.put(held, "r-mine"), base.put(half_done, "r-theirs")
    assert merge(one, other).choices == ()


def test_two_who_changed_different_things_are_asked_nothing():
    base = EMPTY.put(person(1), "r-first").put(person(2), "r-first")
    found = merge(base.put(person(1, age=3), "r-mine"), base.put(person(2, age=4), "r-theirs"))
    assert found.choices == ()
    assert [each.age for each in settled(found, {}, "r-m").people] == [3, 4]


def test_what_was_removed_over_there_is_asked_and_stays_until_somebody_says_so():
    base = EMPTY.put(person(1), "r-first")
    found = merge(base, base.without("p-1"))
    assert found.choices[0].theirs is None
    assert [each.id for each in settled(found, {}, "r-m").people] == ["p-1"]
    assert settled(found, {"p-1": {"": "theirs"}}, "r-m").people == []


def test_what_was_removed_here_stays_removed_and_is_named():
    base = EMPTY.put(person(1), "r-first")
    found = merge(base.without("p-1"), base)
    assert found.choices == ()
    assert [each.id for each in found.left_out] == ["p-1"]


def test_somebody_who_was_removed_comes_back_when_a_form_of_the_other_copy_speaks_of_them():
    ids = (f"n-{number}" for number in count())
    base = EMPTY.put(person(1, name="Maya"), "r-first")
    one = with_form(base, envelope("scaling"), ids, "r-mine")
    assert one.items[0].people["Maya"] == "p-1"
    joined = settled(merge(base.without("p-1"), one), {}, "r-m")
    assert "p-1" in {each.id for each in joined.people}


def test_a_copy_that_leaves_something_out_removes_nothing_when_it_comes_back():
    base = EMPTY.put(person(1), "r-first").put(person(2), "r-first")
    copy = base.without("p-2").model_copy(update={"seen": {}})
    back = copy.put(person(1, reach="text only"), "r-dad")
    found = merge(base, back)
    assert [each.id for each in found.choices] == ["p-1"]
    assert {each.id for each in settled(found, {}, "r-m").people} == {"p-1", "p-2"}


def test_two_people_who_came_to_have_one_name_are_told_apart():
    one = EMPTY.put(person(1, name="Sam"), "r-mine")
    other = with_form(EMPTY.put(person(2, name="Sam"), "r-t"), envelope("scaling"), iter(["i-9", *"abcdef"]), "r-t")
    joined = settled(merge(one, rename(other, "p-2", "sam", "r-t")), {}, "r-m")
    assert len({each.name.casefold() for each in joined.people}) == len(joined.people)


def test_another_familys_folder_is_refused():
    with pytest.raises(Another):
        merge(EMPTY, EMPTY.model_copy(update={"id": "f-2"}))


def test_actions_that_both_added_to_a_plan_both_stay():
    ids = (f"n-{number}" for number in count())
    base = with_form(EMPTY, envelope("smart-plan"), ids, "r-first")
    plan = base.items[0]

    def with_action(what, session):
        answers = json.loads(json.dumps(plan.saved["answers"]))
        answers["needs"][0]["actions"].append({"what": what, "who": "Nan"})
        return base.put(plan.model_copy(update={"saved": {**plan.saved, "answers": answers}}), session)

    found = merge(with_action("Rings at seven", "r-mine"), with_action("Walks with Ella", "r-theirs"))
    kept = settled(found, {}, "r-m").items[0].saved["answers"]["needs"][0]["actions"]
    assert [each["what"] for each in kept[-2:]] == ["Rings at seven", "Walks with Ella"]
