"""A worry typed in one's own words finds the ladders that it belongs to, and danger is never missed."""

import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pyforms import danger, stemming
from pyforms.threshold.concerns import by_id, sayings, sources
from pyforms.threshold.finder import find

WORRIES = tomllib.loads((Path(__file__).parent / "worries.toml").read_text(encoding="utf-8"))["worry"]
DANGER = [
    (word, concern) for group in danger.data()["sign"] for word in group["words"] for concern in group["concerns"]
]
KNOWN = {
    stem
    for concern in by_id().values()
    for text in (
        concern.label,
        *concern.words,
        *(step.text for step in concern.steps),
        *sayings()[concern.id].words,
        *(said for line in sayings()[concern.id].lines.values() for said in line),
    )
    for stem in stemming.stems(text)
}
ORDINARY = "the school nurse says attendance is low and he is tired after moving house with no money for uniform "


def found(text: str, limit: int = 8) -> list[str]:
    return [hit.concern_id for hit in find(text, limit)]


def share_right(worries: list[dict], among: int) -> float:
    right = [{worry["concern"], *worry.get("equally", ())} & set(found(worry["text"])[:among]) for worry in worries]
    return sum(map(bool, right)) / len(worries)


# How often it is right ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "worries"),
    [("all", WORRIES), ("held back", [worry for worry in WORRIES if worry.get("held_back")])],
)
def test_the_right_concern_is_first_for_three_in_four_and_among_three_for_nineteen_in_twenty(name, worries, capsys):
    first, three = share_right(worries, 1), share_right(worries, 3)
    with capsys.disabled():
        print(f"\nfinder, {len(worries)} worries ({name}): first {first:.1%}, among the first three {three:.1%}")  # noqa: T201 - published figure
    assert first >= 0.75
    assert three >= 0.95


def test_the_worries_cover_every_concern():
    assert len(WORRIES) >= 120
    assert {worry["concern"] for worry in WORRIES} == by_id().keys()


def test_dad_hits_mum_leads_to_domestic_abuse():
    assert found("dad hits mum")[0] == "domestic_abuse"


def test_not_getting_out_of_bed_for_school_leads_to_school_mood_and_sleep():
    assert set(found("won't get out of bed for school")[:3]) == {"missing_school", "low_mood", "sleep_toileting"}


@pytest.mark.parametrize("text", ["bullied", "bulied", "he was BULLIED!", "bullying", "bullies"])
def test_spelling_ending_and_capitals_do_not_matter(text):
    assert found(text)[0] == "bullying"


@pytest.mark.parametrize("text", ["child's phone", "can't cope", "won't eat", "doesn't talk"])
def test_straight_and_typographic_apostrophes_are_one_and_the_same(text):
    assert find(text) == find(text.replace("'", "’"))


def test_word_order_does_not_matter():
    assert set(found("bed wets the")) == set(found("wets the bed"))


def test_nothing_is_found_where_nothing_is_said():
    assert found("") == found("the and of") == found("zzzzqqqq") == []


# People's own words and slips --------------------------------------------------------------------

TYPED = tomllib.loads((Path(__file__).parent / "typed.toml").read_text(encoding="utf-8"))["typed"]
GRAVE = [
    sentence
    for area in tomllib.loads((Path(__file__).parent / "grave.toml").read_text(encoding="utf-8"))["published"]
    for sentence in area["level_4"]
]


@pytest.mark.parametrize("worry", TYPED, ids=lambda worry: worry["text"])
def test_what_people_type_in_few_words_is_among_the_first_three(worry):
    assert set(worry["concerns"]) & set(found(worry["text"])[:3])


BLIND = tomllib.loads((Path(__file__).parent / "blind_worries.toml").read_text(encoding="utf-8"))["worry"]


@pytest.mark.parametrize(
    ("name", "floors"),
    # What was measured, less two in a hundred: set a after mending, set b as it was never mended on.
    [("a", {1: 0.957, 3: 0.972, 5: 0.98, 8: 0.98}), ("b", {1: 0.734, 3: 0.849, 5: 0.888, 8: 0.91})],
)
def test_worries_that_its_makers_had_not_seen_are_found(name, floors, capsys):
    worries = [worry for worry in BLIND if worry["set"] == name]
    assert len(worries) >= 130
    shares = {
        among: sum(bool(set(worry["concerns"]) & set(found(worry["text"])[:among])) for worry in worries) / len(worries)
        for among in floors
    }
    with capsys.disabled():
        print(f"\nfinder, blind set {name}: " + ", ".join(f"{n}: {share:.1%}" for n, share in shares.items()))  # noqa: T201 - published figure
    assert all(shares[among] >= floor for among, floor in floors.items())
    assert all(found(worry["text"]) for worry in worries)


def test_the_blind_worries_name_concerns_that_there_are():
    assert {concern for worry in BLIND for concern in worry["concerns"]} <= by_id().keys()


@pytest.mark.parametrize(
    ("short", "full"),
    [("EHE", "elective home education"), ("hba", "honour based abuse"), ("SI", "suicidal ideation"), ("noz", "gas")],
)
def test_an_abbreviation_is_read_with_its_meaning_in_small_letters_too(short, full):
    assert stemming.in_full(f"({short})").startswith(f"({short} ")
    assert full in stemming.in_full(short)
    assert full in stemming.in_full(short.lower())


def test_an_abbreviation_that_is_an_ordinary_word_is_one_only_in_capitals():
    assert stemming.in_full("too much salt, did not send it") == "too much salt, did not send it"
    assert "speech" in stemming.in_full("waiting for SALT")


def test_every_list_of_shorthand_says_where_its_words_are_found_and_gives_each_once():
    lists = stemming.shorthand()["list"]
    words = [word for each in lists for word in each["words"]]
    assert len(words) == len(set(words)) > 250
    assert all(each["of"] and each["sources"] for each in lists)
    assert {word.lower() for word in stemming.shorthand()["only_in_capitals"]} <= set(words)


@pytest.mark.parametrize(
    ("slip", "meant", "many"),
    [
        ("prision", "prison", 1),
        ("atendnace", "attendance", 2),
        ("strangeld", "strangled", 1),
        ("teh", "the", 1),
        ("exlcuison", "exclusion", 2),
        ("kitten", "sitting", 3),
    ],
)
def test_a_letter_left_out_added_changed_or_swapped_is_one_slip(slip, meant, many):
    assert stemming.slips(slip, meant, 5) == many


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("parent in prision", "parent_offending"),
        ("exlcuison", "exclusion"),
        ("shcool refusel", "missing_school"),
        ("domsetic violance", "domestic_abuse"),
        ("homlesness", "homelessness"),
        ("expoitaton by gang", "criminal_exploitation"),
        ("self nelgect and depresed", "low_mood"),
        ("anxeity attaks", "emotional_wellbeing"),
    ],
)
def test_two_slips_in_a_long_word_do_not_hide_it(text, concern):
    assert concern in found(text)[:3]


def test_a_short_word_may_hold_one_slip_and_a_very_short_one_none():
    assert [stemming.slips_allowed(word) for word in ("gun", "knife", "bruised", "x" * 40)] == [0, 1, 2, 0]


@pytest.mark.parametrize("word", ["tough", "cookies", "beast", "rare", "hunting", "error", "depth", "dear"])
def test_an_ordinary_word_is_no_slip_of_a_danger(word):
    assert not found(word)


# Which line fits ---------------------------------------------------------------------------------


def levels(text, among=3):
    """The highest level of the lines marked in each of the first hits."""
    return [by_id()[hit.concern_id].step(step).levels("general")[1] for hit in find(text)[:among] for step in hit.steps]


def test_published_level_4_is_marked_at_4_for_nine_in_ten_and_never_only_at_1_or_2(capsys):
    tops = [max(levels(sentence), default=0) for sentence in GRAVE]
    with capsys.disabled():
        print(f"\nlines marked for {len(tops)} sentences of level 4: {sorted(Counter(tops).items())}")  # noqa: T201 - published figure
    assert len(GRAVE) >= 67
    assert not {1, 2} & set(tops)
    assert tops.count(4) >= 0.88 * len(tops)


def told_at(*wanted):
    """What areas publish, and situations made from it, of those levels."""
    here = Path(__file__).parent
    files = ("trial.toml", "situations.toml")
    made = [each for file in files for each in tomllib.loads((here / file).read_text(encoding="utf-8"))["situation"]]
    published = [source.title for source in sources().values() if source.level in wanted]
    return published, [each["text"] for each in made if each["level"] in wanted]


def test_what_is_published_at_level_1_or_2_is_hardly_ever_marked_at_4():
    published, situations = told_at(1, 2)
    assert len(published) >= 35
    assert sum(4 in levels(text) for text in published) <= 0.05 * len(published)
    assert sum(4 in levels(text) for text in situations) <= 0.15 * len(situations)


def test_a_grave_situation_told_at_length_is_never_marked_only_at_1_or_2():
    _, situations = told_at(4)
    assert len(situations) >= 25
    assert not [text for text in situations if max(levels(text, 8), default=0) in (1, 2)]


@pytest.mark.parametrize("text", ["she wants to die, few friends at school", "knife at home, poor housing and damp"])
def test_no_mild_line_is_marked_in_a_worry_that_holds_a_word_of_danger(text):
    assert min(levels(text, 8), default=4) > 2


@pytest.mark.parametrize(
    "text", ["sexual exploitation", "Domestic abuse", "neglect", "self-harm", "Bullying", "Radicalisation", "gangs"]
)
def test_a_concern_s_own_name_marks_no_line(text):
    assert not find(text)[0].steps


@pytest.mark.parametrize(
    "text",
    [
        "No drugs or alcohol",
        "He has never hit her",
        "She doesn't self-harm",
        "There is no violence at home",
        "no sign of exploitation",
        "not in a gang",
        "denies any thoughts of suicide",
        "Hasn’t taken an overdose, no weapons",
        "never strangled her",
        "nobody takes drugs",
        "no history of domestic abuse",
        "not sexually active",
    ],
)
def test_what_is_denied_marks_nothing_grave(text):
    assert max(levels(text, 8), default=0) < 3


@pytest.mark.parametrize(
    ("text", "concern", "step"),
    [
        ("won't stop hitting mum with a belt, hits mum", "domestic_abuse", "violence"),
        ("no drugs but he carries a knife", "violence_weapons", "serious"),
        ("involved in gang activity", "violence_weapons", "serious"),
        ("unaccompanied asylum seeker", "asylum", "unaccompanied"),
        ("professionals cannot get to see the child", "engagement", "not_seen"),
        ("at risk of sexual exploitation", "sexual_exploitation", "at_risk"),
        ("child at risk of trafficking", "modern_slavery", "at_risk"),
        ("milestones unlikely to be met", "milestones", "will_not_meet"),
        ("bruise on a child in a wheelchair", "physical_abuse", "immobile_bruise"),
        ("I think he is going to hurt them tonight", "physical_abuse", "threatened"),
        ("stepdad is a registered sex offender", "risk_person", "known_risk"),
        ("teacher hit a pupil", "staff_allegation", "allegation"),
    ],
)
def test_the_line_that_says_it_is_marked(text, concern, step):
    marked = {hit.concern_id: hit.steps for hit in find(text)}
    assert step in marked[concern]


def test_where_two_lines_fit_the_graver_is_marked_too():
    steps = {hit.concern_id: hit.steps for hit in find("cutting again and took an overdose")}["self_harm"]
    assert "suicide" in steps


# Danger ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "concern"), DANGER)
def test_a_danger_word_is_never_missed_among_two_hundred_others(word, concern):
    assert concern in found(word)
    assert concern in found(ORDINARY * 10 + word)
    assert concern in found(word + " " + ORDINARY * 10)


@pytest.mark.parametrize(
    "text", ["suicide", "suicidel", "sucide", "suiside", "wants to kill himself", "self harm", "selfharm"]
)
def test_suicide_and_self_harm_are_found_however_they_are_spelt(text):
    assert found(text)[0] == "self_harm"


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("he hit me", "physical_abuse"),
        ("he touched me", "sexual_abuse"),
        ("she has took an overdose", "self_harm"),
        ("ovrdose", "self_harm"),
        ("carries a nife", "violence_weapons"),
        ("strangeld", "domestic_abuse"),
        ("bruse on the baby", "physical_abuse"),
    ],
)
def test_danger_said_in_a_few_misspelt_words_comes_among_the_first_three(text, concern):
    assert concern in found(text)[:3]


@given(some.sampled_from([pair for pair in DANGER if len(pair[0]) > 4]), some.data())
def test_a_danger_word_with_a_letter_left_out_still_shows_unless_that_is_another_known_word(pair, data):
    word, concern = pair
    place = data.draw(some.integers(1, len(word) - 1))
    slip = word[:place] + word[place + 1 :]
    assert concern in found(slip) or stemming.stem(slip) in KNOWN or slip in stemming.data()["ordinary"]


@given(some.text(max_size=300), some.integers(1, 20), some.text(max_size=300))
def test_danger_is_shown_whatever_stands_around_it(before, limit, after):
    assert "self_harm" in found(f"{before} suicide {after}", limit)


# What a hit says ---------------------------------------------------------------------------------


def test_a_hit_says_which_words_matched_and_which_step_is_likely():
    hit = find("Took an overdose")[0]
    assert hit.matched == ("took", "overdose")
    assert hit.steps == ("suicide",)


@given(some.text())
def test_any_text_gives_known_concerns_and_steps_best_first(text):
    hits = find(text)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        steps = {step.id for step in by_id()[hit.concern_id].steps}
        assert steps >= set(hit.steps)
        assert hit.matched


def test_a_hit_is_the_same_every_time():
    assert find("mum drinks and shouts") == find("mum drinks and shouts")


# Time --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        " ".join(worry["text"] for worry in WORRIES)[:2_000],
        " ".join(f"qx{number}zvw" for number in range(200)),
        "a" * 2_000,
        "aab" * 100_000,
        "(a+)+$" * 400,
    ],
    ids=["two hundred words", "unknown words", "one long word", "far too long", "brackets"],
)
def test_an_answer_comes_within_twenty_milliseconds(text):
    find(text)
    best = min(_seconds(text) for _ in range(5))
    assert best < 0.020


def _seconds(text: str) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start
