"""Whole families to train with: they open, are marked as examples throughout, and show what a copy leaves out."""

import json
from itertools import count

import pytest
from folder_page import act, b64, opened

from pyforms import areas
from pyforms.folder.examples import NAMES, families, folder


def held(name):
    return folder(name, (f"n-{number}" for number in count()), "r-1").model_dump(mode="json")


@pytest.mark.parametrize("name", NAMES)
def test_a_whole_family_opens_unchanged_and_every_form_of_it_says_that_it_is_an_example(name):
    mine = held(name)
    found = opened(json.dumps(mine).encode())
    assert found["left_out"] == []
    assert found["folder"] == mine
    seen = act("view", folder=mine, today="2026-11-28")
    assert len(seen["items"]) >= 3
    title = next(each.title for each in families() if each.name == name)
    assert {each["training"] for each in seen["items"]} == {seen["training"]} == {title}
    made = act("bundle", folder=mine, recipient="team", items=None, today="2026-11-28", format="document")
    assert made["document"]["training"] == f"Training example: {title}"


@pytest.mark.parametrize("name", NAMES)
def test_each_child_and_parent_of_a_whole_family_is_one_person_in_all_its_forms(name):
    mine = held(name)
    spoken_of = [{*each["people"].values()} for each in mine["items"]]
    children = {each["id"] for each in mine["people"] if each["who"] in ("child", "young-person")}
    assert sum(bool(children & each) for each in spoken_of) >= 2


def test_there_is_a_family_for_each_direction_of_the_scale_and_one_for_no_area():
    best = {areas.scale(areas.get(each.told["area"])).best for each in families()}
    assert best == {1, 10}
    assert "general" in {each.told["area"] for each in families()}


def test_the_page_lists_the_families_and_opens_one():
    listed = act("examples")["examples"]
    assert [each["name"] for each in listed] == [*NAMES]
    found = act("example", name=NAMES[0], session="r-1", ids=["n-1"])
    assert found["folder"]["people"][0]["name"] == "Łukasz"
    assert b64(json.dumps(found["folder"]).encode())
