"""What a family is told to do first fits the danger that they told of."""

from datetime import date
from time import perf_counter

import pytest
from reading import reading_age

import pyforms
from pyforms import areas, danger, document
from pyforms.areas import lookup
from pyforms.danger.kinds import kinds
from pyforms.document import Items, Note
from pyforms.exporters import html
from pyforms.what_help.dangers import MOST, dangers, general, told_of

TODAY = date(2026, 11, 27)
PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_little"}
BOXES = ("different", "child_says", "going_well")
DOMESTIC = "0808 2000 247"


def told(area="general", **answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, area, TODAY)


def note(words, box="different", **answers):
    """The words of the box at the top of the result."""
    first = told(**{box: words, **answers}).document.blocks[0]
    assert isinstance(first, Note)
    return first


def shown(first):
    return html.fragment(document.Document("", (first,)))


def ids(words, *, ticked=False):
    return [each.id for each in told_of(danger.read(words), ticked=ticked)]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    [
        "I am scared I will shake her",
        "I'm so worried that I might hurt him",
        "I hit my son last night and I feel sick about it",
        "I shook him",
        "I am afraid of what I might do to the kids",
        "I might lose it and hurt him",
        "I feel like hurting my baby",
        "I lost my temper and slapped my daughter",
    ],
)
def test_a_parent_who_is_afraid_of_their_own_temper_is_told_to_put_the_child_down_and_step_away(words, box):
    said = shown(note(words, box))
    for needed in ("Put your child down somewhere safe", "cot", "Step away", "a friend", "health visitor", "tel:111"):
        assert needed in said
    assert DOMESTIC not in said


@pytest.mark.parametrize(
    "words", ["bailiffs tomorrow, nowhere to sleep", "we are sleeping in the car", "evicted friday"]
)
def test_a_family_with_nowhere_to_sleep_is_sent_to_the_housing_team_and_shelter(words):
    said = shown(note(words))
    for needed in ("housing team", "emergency housing", "england.shelter.org.uk", "out of hours", "tel:999"):
        assert needed in said
    assert DOMESTIC not in said


@pytest.mark.parametrize(
    "words",
    [
        "We have not eaten since Monday",
        "the kids haven't eaten today",
        "There is no food in the house",
        "the fridge is empty and its 5 days to payday",
        "my cupboards are nearly bare",
        "the baby has no formula left",
        "I am watering down her formula",
        "I skip meals so the kids can eat",
    ],
)
def test_a_hungry_family_is_told_where_food_comes_from_and_not_asked_who_hurts_them(words):
    first = note(words)
    said = shown(first)
    for needed in ("at school or nursery", "crisis help", "food bank", "0808 208 2138"):
        assert needed in said
    assert "scared of someone" not in said
    assert DOMESTIC not in said
    assert "Help that is there for every family" not in html.fragment(told(different=words).document)


@pytest.mark.parametrize(
    "words",
    [
        "The kids would be better off without me",
        "I cut my arms",
        "She took a load of paracetamol on Tuesday but seems ok",
        "he says he wants to die",
    ],
)
@pytest.mark.parametrize("box", BOXES)
def test_suicide_and_self_harm_bring_111_option_2_samaritans_and_a_and_e_however_long_ago_it_was(words, box):
    said = shown(note(words, box))
    for needed in ("tel:999", "A&amp;E", "even if it was days ago", "option 2", "tel:111", "tel:116123", "0800 1111"):
        assert needed in said
    assert DOMESTIC not in said


@pytest.mark.parametrize("words", ["my husband checks my phone", "he strangled me", "There is some pushing"])
def test_the_domestic_abuse_helplines_are_there_for_someone_hurt_or_controlled_by_a_partner(words):
    said = shown(note(words))
    assert DOMESTIC in said
    assert "0808 801 0327" in said


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("someone has pictures of my son and wants money", "Do not pay"),
        ("he has not come home for two nights", "You do not have to wait a day"),
        ("they want to take my daughter abroad to marry her cousin, she doesn't want to", "020 7008 0151"),
        ("my son attacks me with knives", "Lock knives"),
        ("voices tell me to hurt the baby", "option 2"),
        ("she has stopped eating and faints", "ring your doctor today"),
        ("my uncle touched my little girl", "never the child’s fault"),
        ("mum leaves us on our own all night", "adult you trust to be with the child"),
    ],
)
def test_every_kind_of_danger_brings_its_own_first_step(words, needed):
    assert needed in shown(note(words))


def test_two_dangers_bring_both_and_three_the_two_that_threaten_life():
    assert ids("we are sleeping in the car. he hits me") == ["partner", "home"]
    assert ids("we are sleeping in the car. My ex strangled me. I want to die.") == ["wanting_to_die", "partner"]
    assert len(ids("I want to die. " + "he hits me. my uncle touched her. he is missing. " * 3)) == MOST


def test_one_danger_brings_no_page_of_another():
    assert ids("I want to hurt myself") == ["wanting_to_die"]
    assert ids("sometimes I want to throw the baby out of the window") == ["own_temper"]
    assert ids("I haven't eaten for three days to leave food for kids")[0] == "food"


def test_a_tick_that_someone_is_hurt_is_never_answered_with_food_or_housing_alone():
    assert ids("we are sleeping in the car", ticked=True) == ["home", "general"]
    assert ids("", ticked=True) == ["general"]


def test_a_danger_of_no_known_kind_brings_the_general_page():
    unread = danger.Sign("mój mąż bije mnie", "something that this tool cannot read", (), stated=False)
    assert told_of([unread], ticked=False) == (general(),)


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("each", dangers(), ids=lambda each: each.id)
def test_every_row_can_be_acted_on_in_every_area_and_names_its_source(each, area):
    assert each.do
    assert each.source
    assert each.ring
    found = [lookup.contact(areas.get(area), key) for key in each.ring]
    assert all(contact and contact.for_families for contact in found)


def test_the_table_knows_only_kinds_that_the_reader_of_danger_knows():
    assert frozenset().union(*(each.kinds for each in dangers())) <= {kind.key for kind in kinds()}
    assert (general().id, general().kinds) == ("general", frozenset())
    assert not [kind.means for kind in kinds() if "; or " in kind.means]


@pytest.mark.parametrize("each", dangers(), ids=lambda each: each.id)
def test_what_to_do_first_can_be_read_at_eleven(each):
    assert reading_age([each.ask, each.title, *each.do]) <= 11


def test_999_comes_before_all_else_in_every_result_about_danger():
    for words in ("I want to die", "some pushing", "We have not eaten since Monday", "we are sleeping in the car"):
        assert "999" in document.plain(note(words).blocks[0].runs)


def test_a_long_text_is_read_in_a_moment():
    said = ["i might " * 1250, "we have not " * 1000, "my little son " * 700, "i am so scared i " * 600]
    signs = [danger.Sign(words, "", (), stated=False) for words in said]
    start = perf_counter()
    told_of(signs, ticked=False)
    assert perf_counter() - start < 2


def test_words_of_danger_stand_once_on_the_page_even_beside_other_words():
    result = told(different="I would like more sleep. My partner hit me. A dry home would help.")
    page = html.fragment(result.document)
    assert page.count("My partner hit me") == 1
    assert "I would like more sleep" in page
    assert "A dry home would help" in page


def test_red_stays_for_danger_that_is_stated():
    assert note("We have not eaten since Monday").kind == "information"
    assert note("we are sleeping in the car").kind == "danger"


def test_the_numbers_follow_what_to_do_and_the_councils_own_lines_say_what_they_are_for():
    lists = [block for block in note("I cut my arms", area="torbay").blocks if isinstance(block, Items)]
    council = document.plain(lists[-1].items[-1])
    assert "Torbay" in council
    assert "anyone worried about a child" in council
