"""A word of danger that is typed wrongly is read, and a common word that it may have been typed for is read as both."""

import pytest
import slips
from danger_figures import verdict

import pyforms
from pyforms import danger
from pyforms.danger import kinds, words
from pyforms.resources import read_toml


@pytest.mark.parametrize("word", slips.TOLD)
def test_each_word_of_danger_is_asked_about_where_it_is_spelt_rightly(word):
    assert verdict(slips.TOLD[word].format(word)) != "silent"


@pytest.mark.parametrize("word", slips.TOLD)
def test_what_stands_around_it_does_not_tell_the_danger(word):
    assert verdict(slips.TOLD[word].format("qxvqxj")) != "red" or word == "sexual"


def test_of_sixty_slips_none_is_passed_over_and_nearly_all_are_told_as_the_word_itself():
    counts = slips.told(slips.some())
    assert sum(counts.values()) == slips.SHOWN
    assert counts["silent"] == 0
    assert counts["red"] >= slips.SHOWN * 0.9


def test_of_every_slip_of_those_words_hardly_one_is_passed_over():
    every = [(word, slip) for word, own in slips.typed().items() for slip in own]
    counts = slips.told(every)
    assert len(every) > 1_000
    assert counts["silent"] <= len(every) * 0.015
    assert counts["red"] >= len(every) * 0.9


BRUISE = [
    "brusing to both ears",
    "small brusing on ear",
    "bruse on cheek",
    "nonmobile baby bruse",
    "brusing on upper arms in shape of fingers",
    "brused legs",
    "he is brused all over",
    "bruze on babys arm",
    "broosed ribs",
    "bruizing on his neck",
    "bruisse on her cheek",
    "briusing on back",
    "brushing to both ears",
    "brushing on upper arms and back",
    "baby has brushing on cheek",
]


@pytest.mark.parametrize("text", BRUISE)
def test_a_bruise_is_read_however_it_is_spelt(text):
    assert "physical_harm" in {kind for sign in danger.read(text) for kind in sign.kinds}
    assert verdict(text) == "red"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("slit her rists", "self_harm"),
        ("slef harming again", "self_harm"),
        ("rapped by a boy at the party", "sexual_abuse"),
        ("scolded in bath", "physical_harm"),
        ("scolded by hot tea", "physical_harm"),
        ("blackeye", "physical_harm"),
        ("stabed at bus stop", "weapons"),
        ("he chocked her", "strangling"),
        ("baby stopped breating", "emergency"),
        ("he straggled her", "strangling"),
        ("she took 20 tables last night", "self_harm"),
    ],
)
def test_a_slip_that_is_another_word_is_read_as_the_danger_where_what_stands_around_it_says_so(text, kind):
    assert kind in {each for sign in danger.read(text) for each in sign.kinds}


@pytest.mark.parametrize(
    "text",
    [
        "brushing teeth",
        "brushing his own teeth with no fuss now",
        "mum is brushing her hair every morning",
        "rapped on the door",
        "he rapped a poem in assembly and everyone clapped",
        "scolded for running",
        "scolded by nan for leaving the gate open",
        "licked the spoon",
        "ate at two tables",
    ],
)
def test_the_common_word_is_silent_everywhere_else(text):
    assert verdict(text) == "silent"


def test_no_pattern_holds_a_misspelling_which_would_be_taken_for_a_word_of_its_own():
    """A word that is written in a pattern is known, so a misspelling there hides the word that it was meant for."""
    slipped = {slip for own in slips.typed().values() for slip in own}
    known = {form for group in words.data()["forms"] for form in group}
    common = {*words.real(), *words.data()["spelt"], *words.data()["mend"], *known, *slips.TOLD}
    assert words.spellings() & slipped - common <= {"nose", "noise", "tablet", "pinched"}


def test_a_common_word_that_may_be_meant_for_another_names_one_that_the_kinds_know():
    meant = {each["meant"] for each in read_toml("pyforms.danger", "mistaken.toml")["word"]}
    assert {words.plain(word) for word in meant} <= {words.plain(word) for word in words.spellings()}
    assert all(tuple(each.when) for each in kinds.mistaken())


CARRIES = {"so", "try", "tries", "tried", "trying", "would", "will", "just", "who", "which", "start", "going"}


def test_a_harmless_saying_loses_no_word_that_makes_it_harmless():
    """ "Kill her so", without its "so", made every "kill her" harmless."""
    sayings = [*read_toml("pyforms.danger", "ways.toml")["harmless"]["words"]]
    sayings += [each for kind in words.kinds() for each in kind.get("harmless", ())]
    lost = [
        each
        for each in sayings
        if len(each.split()) < 4 and any(w in CARRIES and words.dropped(w) for w in each.split())
    ]
    assert lost == []


def signs_in_the_threshold_tool(text, age):
    form = pyforms.get("threshold")
    concerns = {"sleep_toileting": {"step": "advice", "notes": text}}
    answers = form.answers.model_validate({"danger": "no", "child_age": age, "concerns": concerns})
    return [each.sign for each in danger.found(form, answers)]


@pytest.mark.parametrize(
    "text",
    [
        "12wks. small brusing to both ears, mum says from dummy strap",
        "small bruising to both ears, mum says from dummy strap",
        "one small bruise, mum says from a toy",
        "a scald, tea was spilt",
        "bruising noticed at clinic by the health visitor, mum friendly and baby settled",
    ],
)
def test_any_bruise_or_burn_of_a_baby_under_one_is_red(text):
    """NICE guideline CG89: a child who does not move about seldom bruises alone."""
    assert any(sign.stated for sign in signs_in_the_threshold_tool(text, 0))


def test_a_bruise_that_was_looked_for_and_not_found_is_silent_for_a_baby_too():
    """A health visitor writes so of every well baby: a question at each would be passed over."""
    assert signs_in_the_threshold_tool("no bruising seen", 0) == []
    assert any(sign.stated for sign in signs_in_the_threshold_tool("no bruising seen on body, bruise on ear", 0))


@pytest.mark.parametrize(
    "text", ["13yo is concealing a pregnancy", "12wks old, bruise on cheek", "shes 13yrs and pregnant"]
)
def test_an_age_that_is_run_together_with_its_unit_is_read(text):
    assert verdict(text) == "red"


COMMON = {
    *str(read_toml("pyforms.danger", "commonest_words.toml")["words"]).split(),
    *str(read_toml("pyforms.danger", "common_words.toml")["words"]).split(),
    *["stammer", "stutter", "lisp", "squint", "brace", "tutor", "trainer", "scooter", "dummy", "cough", "rash"],
}
FRAMES = ("My son has a {}", "She likes {}", "We went to the {}", "He is {} at school")


def test_no_common_english_word_is_taken_for_a_slip_of_a_danger():
    """Words of danger, and words that a kind of danger uses, are left out: they mean what they say."""
    forms = {form for group in words.data()["forms"] for form in group}
    own = {*words.spellings(), *forms, *words.data()["spelt"], *map(words.plain, words.spellings())}
    plain = [word for word in sorted(COMMON) if word not in own and words.plain(word) not in own]
    told = [verdict(frame.format(word)) for word in plain for frame in FRAMES]
    assert len(plain) > 3_000
    assert "red" not in told
    assert told.count("asked") <= len(told) * 0.02


@pytest.mark.parametrize(
    "text", ["Nan says he's dead good at drawing", "she's dead proud of his reading", "She got new gear for football"]
)
def test_slang_for_very_and_for_things_is_no_danger(text):
    assert verdict(text) == "silent"
