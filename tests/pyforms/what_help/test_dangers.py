"""What a family is told to do first fits the danger that they told of."""

import json
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from reading import reading_age

import pyforms
from pyforms import areas, danger, document
from pyforms.areas import lookup
from pyforms.danger import asking
from pyforms.danger.kinds import kinds
from pyforms.document import Details, Items, Note
from pyforms.exporters import html
from pyforms.what_help.dangers import MOST, dangers, general, told_of

TODAY = date(2026, 11, 27)
PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_little"}
BOXES = ("different", "child_says", "going_well")
HERE = Path(__file__).parent
DOMESTIC = "0808 2000 247"


def told(area="general", **answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, area, TODAY)


def note(words, box="different", **answers):
    """The words of the box at the top of the result."""
    first = told(**{box: words, **answers}).document.blocks[0]
    assert isinstance(first, Note)
    return first


def shown(first):
    return html.fragment(document.for_paper(document.Document("", (first,))))


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
    "words",
    [
        "Last night I grabbed him too hard and I frightened myself",
        "I had to put him down and walk out because I thought I'd shake him",
        "I feel like I'm going to snap and hurt someone",
        "I'm scared I'll hurt the baby",
        "i nearly threw her",
        "i scream in her face and scare myself",
    ],
)
def test_who_fears_their_own_hands_is_asked_calmly_and_never_who_hurts_them(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert result.findings["danger"] == "possible"
    assert (first.kind, first.title) == ("information", "Are you afraid that you may hurt your child?")
    said = shown(first)
    assert "ut your child down somewhere safe" in said
    for wrong in (DOMESTIC, "press 55", "Keep the child away from anyone", "not your fault"):
        assert wrong not in said
    assert "hurting you" not in result.prompts[0].question


@pytest.mark.parametrize(
    "words",
    [
        "I lost it with her and I left a mark",
        "I gave him a black eye",
        "I hit my son last night and I feel sick about it",
        "ive left a bruise on her arm",
        "I lost my temper and slapped my daughter",
        "i hurt my daughter",
    ],
)
def test_who_has_hurt_a_child_is_told_without_blame_what_a_mark_means_and_to_tell_someone_themselves(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert result.findings["danger"] == "stated"
    said = shown(first)
    for needed in ("If you have hurt your child", "A&amp;E", "say how it came", "yourself", "took courage", "cot"):
        assert needed in said
    for wrong in (DOMESTIC, "press 55", "not your fault", "anyone who may hurt them"):
        assert wrong not in said
    assert "not your fault" not in html.fragment(document.for_paper(result.document))


@pytest.mark.parametrize(
    "words",
    ["I hurt my son's feelings", "I beat my daughter at chess", "I lost my phone", "he hit me and I hit him back"],
)
def test_a_lost_phone_a_game_and_a_blow_returned_are_no_child_hurt_by_the_writer(words):
    assert "own_harm" not in {kind for sign in danger.read(words) if sign.stated for kind in sign.kinds}


@pytest.mark.parametrize(
    "words",
    [
        "I don't feel anything for the baby",
        "I look at her and feel nothing.",
        "the baby would be better off with someone else",
        "cant bond with him at all",
        "I wish I never had the baby",
        "I dont love my baby",
    ],
)
def test_a_parent_who_feels_nothing_for_a_baby_is_asked_how_they_feel_and_told_that_it_can_be_treated(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert first.title == "Do you feel low, numb, or far away from your baby?"
    assert result.findings["danger"] == "possible"
    for needed in ("It can be treated", "option 2", "bad parent", "dads"):
        assert needed in shown(first)
    assert DOMESTIC not in shown(first)


@pytest.mark.parametrize(
    "words",
    [
        "I can't do this any more.",
        "I've had enough of everything",
        "I just want out",
    ],
)
def test_who_cannot_go_on_is_asked_about_themselves(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert first.title == "Is it so hard that you think of not being alive?"
    assert (first.kind, result.prompts[0].question) == ("information", first.title)
    for needed in ("tel:116123", "option 2", "85258", "alone"):
        assert needed in shown(first)


@pytest.mark.parametrize(
    "words",
    [
        "Nothing. He's reading this.",
        "cant say much he can see this",
        "he is stood behind me",
        "she checks what I write",
        "He's reading over my shoulder",
    ],
)
def test_who_is_watched_is_told_to_leave_the_page_and_nothing_is_shown_back(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert (first.kind, first.title) == ("information", "Could someone else be reading this?")
    for needed in ("Exit this page", "press 55", "ask to talk alone"):
        assert needed in shown(first)
    assert "You wrote" not in shown(first)
    assert result.findings["danger"] == "possible"


@pytest.mark.parametrize(
    "words", ["He's reading this term", "This is hard", "He is reading Harry Potter", "she watches telly"]
)
def test_reading_and_watching_are_no_sign_that_someone_is_watched(words):
    assert "watched" not in {kind for sign in danger.read(words) for kind in sign.kinds}


@pytest.mark.parametrize(
    "words",
    [
        "gas is off and we sleep in coats",
        "no heating since october",
        "cant top up the meter till friday",
        "The boiler is broken and the landlord wont fix it",
        "leccy ran out",
        "house is freezing and the baby is always cold",
        "we havent got any hot water",
    ],
)
def test_a_cold_home_has_its_own_steps(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert first.title == "Is your home cold, or without light or hot water?"
    for needed in ("credit", "fuel voucher", "Priority Services Register", "0808 223 1133", "crisis help"):
        assert needed in shown(first)
    for wrong in (DOMESTIC, "Exit this page", "hurting you"):
        assert wrong not in shown(first)


@pytest.mark.parametrize(
    "words", ["The gas man came and it is all fine", "He turned the light off", "We went out in the cold"]
)
def test_an_ordinary_home_is_not_cold(words):
    assert "cold_home" not in {kind for sign in danger.read(words) for kind in sign.kinds}


@pytest.mark.parametrize(
    "words",
    [
        "i keep cutting and nobody knows, pls dont tell mum",
        "ive been cutting again dont tell my dad",
        "im 14 and i cut my arms",
        "I want to die, my mum doesn't know about it",
    ],
)
def test_a_young_person_is_spoken_to_themselves_and_told_what_can_be_kept_private(words):
    result = told(different=words, age=["teens"])
    said = shown(result.document.blocks[0])
    assert result.findings["danger"] == "stated"
    for needed in (
        "not in trouble",
        "Childline yourself",
        "text SHOUT",
        "tell them private, unless",
        "may have to tell",
    ):
        assert needed in said
    assert "your child" not in said.lower()


@pytest.mark.parametrize("words", ["She keeps cutting her arms", "I cut my arms", "my son wants to die"])
def test_a_parent_is_not_spoken_to_as_a_young_person(words):
    assert "not in trouble" not in shown(note(words))


@pytest.mark.parametrize("words", ["she keeps cutting the grass", "I keep cutting corners", "cutting down on sugar"])
def test_other_cutting_is_silent(words):
    assert danger.read(words) == ()


@pytest.mark.parametrize("worry", ["parent", "drink_drugs", "caring", "outside"])
@pytest.mark.parametrize("words", ["I want to die", "he strangled me", "i keep cutting"])
def test_nothing_mild_stands_under_danger_that_is_stated(worry, words):
    said = html.fragment(
        document.for_paper(told(different=words, worries=[worry], age=["under_5", "teens"], how_long="new").document)
    )
    for mild in ("is common", "good help for it", "A little", "most days are fine", "even a little", "just started"):
        assert mild not in said
    assert "did not change this page" in said


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
    assert "Help that is there for every family" not in html.fragment(
        document.for_paper(told(different=words).document)
    )


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


CHOICES = (
    "hurts, scares or controls us",
    "afraid that I may",
    "thoughts or voices",
    "Drink or drugs",
    "a lender",
    "alone, in charge",
    "No food, heat or home",
    "I am young",
)


@pytest.mark.parametrize(
    "words", ["I'm a stepdad, he won't talk and I had to knock it down", "something is not right at home"]
)
def test_where_no_kind_was_told_a_neutral_question_is_asked_and_the_reader_chooses(words):
    result = told(different=words)
    first = result.document.blocks[0]
    assert (first.kind, first.title) == ("information", general().ask)
    assert result.prompts[0].question == first.title
    choices = [block for block in first.blocks if isinstance(block, Details)]
    assert all(any(title in each.title for each in choices) for title in CHOICES)
    for needed in ("0300 555 2222", "Put your child down somewhere safe", "option 2", "food bank", "housing team"):
        assert needed in shown(first)


def test_a_tick_that_someone_is_hurt_leaves_the_choice_open_and_a_kind_that_was_told_folds_it():
    assert any(isinstance(block, Details) for block in told(safe="no").document.blocks[0].blocks)
    folded = [block for block in note("he strangled me").blocks if isinstance(block, Details)]
    assert [block.on_paper for block in folded] == [False]


@pytest.mark.parametrize("row", json.loads((HERE / "families.json").read_text()), ids=lambda row: row["text"])
def test_the_question_beside_a_box_is_the_one_on_the_page(row):
    result = told(different=row["text"])
    if result.prompts:
        first = result.document.blocks[0]
        asked = {each.ask for row in dangers() for each in (row, row.to(young=True)) if each.title in shown(first)}
        assert result.prompts[0].question in {*asked, first.title}


def test_a_sentence_that_was_only_weighed_adds_nothing_to_a_kind_that_was_told():
    weighed = danger.Sign("so he did", "harm or danger", (), stated=False)
    (named,) = danger.read("he strangled me")
    assert told_of([weighed, named], ticked=False) == told_of([named], ticked=False)


def test_a_danger_of_no_known_kind_brings_the_general_page():
    assert told_of([danger.Sign("so he did", "harm or danger", (), stated=False)], ticked=False) == (general(),)


def test_words_that_we_cannot_read_bring_their_own_page():
    unread = danger.Sign("mój mąż bije mnie", asking.UNREAD, (), stated=False)
    assert [each.id for each in told_of([unread], ticked=False)] == ["unread"]


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("each", dangers(), ids=lambda each: each.id)
def test_every_row_can_be_acted_on_in_every_area_and_names_its_source(each, area):
    assert each.do
    assert each.source
    assert each.ring
    found = [lookup.contact(areas.get(area), key) for key in (*each.ring, *each.to(young=True).ring)]
    assert all(contact and contact.for_families for contact in found)


def test_the_table_knows_only_kinds_that_the_reader_of_danger_knows():
    assert frozenset().union(*(each.kinds for each in dangers())) <= {kind.key for kind in kinds()}
    assert (general().id, general().kinds) == ("general", frozenset())
    assert not [kind.means for kind in kinds() if "; or " in kind.means]


@pytest.mark.parametrize("each", dangers(), ids=lambda each: each.id)
def test_what_to_do_first_can_be_read_at_eleven(each):
    for told in (each, each.to(young=True)):
        assert reading_age([told.ask, told.act, told.title, told.warm, *told.steps({"strangling"})]) <= 11


def test_999_comes_before_all_else_in_every_result_about_danger():
    for words in ("I want to die", "some pushing", "We have not eaten since Monday", "we are sleeping in the car"):
        assert "999" in document.plain(note(words).blocks[0].runs)


def test_a_long_text_is_read_in_a_moment():
    said = ["i might " * 1250, "we have not " * 1000, "my little son " * 700, "i am so scared i " * 600]
    signs = [danger.Sign(words, "", (), stated=False) for words in said]
    start = perf_counter()
    told_of(signs, ticked=False)
    assert perf_counter() - start < 2


def test_a_box_that_may_tell_of_danger_is_not_copied_at_all_and_the_others_are():
    """The sentence beside the one that was understood may say more, and somebody at home may read what is kept."""
    said = "My wife throws things when she's stressed. She split my eyebrow with a mug in May. A dry home would help."
    page = html.fragment(document.for_paper(told(different=said, going_well="We like the park").document))
    assert page.count("eyebrow") == 1
    for left_out in ("throws things", "A dry home"):
        assert left_out not in page
    assert "not copied here" in page
    assert "We like the park" in page


def test_red_stays_for_danger_that_is_stated():
    assert note("We have not eaten since Monday").kind == "information"
    assert note("we are sleeping in the car").kind == "danger"


def test_the_numbers_follow_what_to_do_and_the_councils_own_lines_say_what_they_are_for():
    lists = [block for block in note("I cut my arms", area="torbay").blocks if isinstance(block, Items)]
    council = document.plain(lists[-1].items[-1])
    assert "Torbay" in council
    assert "anyone worried about a child" in council
