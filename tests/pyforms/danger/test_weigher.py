"""The weigher raises the calm question where no pattern foresaw what a sentence tells, and says which words weighed."""

import json

import learn
import pytest
from danger_figures import HERE, sentences, share, table, verdict

from pyforms import danger
from pyforms.danger import reader, weigher, words


@pytest.mark.parametrize(
    "text",
    [
        "theres dog muck all up the stairs and nappies piled up, babby's crawling in it",
        "he wrung the rabbits neck in front of em and said thats what happens to grasses",
        "i get put in the cupboard when im bad and its dark",
    ],
)
def test_a_danger_told_in_no_words_of_danger_is_asked_about(text):
    assert danger.read(text)


@pytest.mark.parametrize("row", sentences("readers.json"), ids=lambda row: row["text"])
def test_what_a_fresh_reader_found_wrong_is_right(row):
    assert bool(danger.read(row["text"])) == (row["truth"] == "danger")


def test_what_was_only_weighed_is_asked_calmly_and_names_its_words():
    (sign,) = danger.read("theres dog muck all up the stairs and nappies piled up, babby crawling in it")
    assert not sign.stated
    assert sign.concerns == ()
    assert "“nappies”" in sign.means


def test_weights_alone_never_state_a_danger():
    weighed = [told for name in learn.DEVELOPED for row in sentences(name) for told in reader.tell(row["text"])]
    assert sum(not told.kinds for told in weighed) > 100
    assert not any(told.stated for told in weighed if not told.kinds)


@pytest.mark.parametrize("text", ["He strangled her", "some pushing", "No concerns about DV", "He has never hit her"])
def test_a_denial_a_few_words_and_what_is_stated_are_never_weighed_away(text, monkeypatch):
    harmless = weigher.Weights(-1_000, 0, -1, -1, {})
    monkeypatch.setattr(weigher, "weights", lambda: harmless)
    assert reader.tell(text)


CALM_BEFORE = (
    "",
    "School is going really well and he loves his new teacher. ",
    "We went to the park and had chips and ",
)
CALM_AFTER = ("", ". Reading has come on and he enjoys football club on Tuesdays.")


@pytest.mark.parametrize("before", CALM_BEFORE)
@pytest.mark.parametrize("after", CALM_AFTER)
@pytest.mark.parametrize(
    "plain",
    [
        "im going to end it tonight, ive got the pills",
        "grandad touched my private parts",
        "He strangled her last night",
        "I want to kill myself",
        "my partner hit me in front of the kids",
        "he has threatened to kill us",
        "dad hits us with a belt",
        "the baby has bruises on her face and she is only 8 weeks old",
        "he carries a knife to school",
        "they are taking her to Gambia to be cut",
        "my parents are sending me to Pakistan to marry my cousin",
        "mum is drunk every night and drives us to school",
        "he is on the sex offenders register and lives with the kids",
        "we have nowhere to sleep tonight",
        "the voices tell me to hurt my baby",
        "he held a knife to my throat",
        "her boyfriend is 34 and she is 13",
    ],
)
def test_plain_danger_stays_red_whatever_calm_words_stand_around_it(before, plain, after):
    assert verdict(f"{before}{plain}{after}") == "red"


def test_what_is_stated_in_words_that_weigh_harmless_becomes_a_question_and_is_never_silenced():
    said = "We watched a film at youth club about suicide prevention and the worker talked us through it, was good"
    assert verdict(said) != "red"
    lightest = weigher.weights()._replace(calms=10_000, clears=10_000)
    for row in sentences("dev_1.json"):
        stated = [told.said for told in reader.tell(row["text"]) if told.stated]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(weigher, "weights", lambda: lightest)
            assert not stated or reader.tell(row["text"])


@pytest.mark.parametrize("name", ["neighbours.json", "practitioners.json"])
def test_a_neighbour_of_what_readers_found_missed_leads_to_its_own_concern(name):
    told = [(row["concern"], danger.read(row["text"])) for row in sentences(name) if "concern" in row]
    red = [
        (own, {each for sign in signs for each in sign.concerns}) for own, signs in told if signs and signs[0].stated
    ]
    assert len(red) > 100
    assert sum(own in concerns for own, concerns in red) >= len(red) * 0.95


def test_of_the_neighbours_nearly_all_dangers_are_caught_and_most_are_red():
    counts = table(sentences("neighbours.json"))
    assert share(counts, "danger", "red", "asked") >= 0.97
    assert share(counts, "danger", "red") >= 0.8
    assert share(counts, "harmless", "red") <= 0.04


def test_what_practitioners_write_of_danger_and_of_ordinary_days_is_told_apart():
    counts = table(sentences("practitioners.json"))
    assert share(counts, "danger", "red", "asked") >= 0.97
    assert share(counts, "danger", "red") >= 0.75
    assert share(counts, "harmless", "red") == 0
    assert share(counts, "harmless", "silent") >= 0.95


def test_notes_of_attendance_and_of_a_nursery_are_silent():
    counts = table(sentences("ordinary.json"))
    assert share(counts, "harmless", "red") == 0
    assert share(counts, "harmless", "silent") >= 0.95


def test_short_and_plain_sentences_of_every_kind_are_caught():
    counts = table(sentences("plain.json"))
    assert share(counts, "danger", "red", "asked") >= 0.97
    assert share(counts, "danger", "red") >= 0.84
    assert share(counts, "harmless", "red") == 0


def test_a_weighed_danger_in_a_long_harmless_text_is_found_and_only_its_sentence_is_told():
    calm = "We went to the park and had chips. " * 40
    said = "He puts her in the cupboard in the dark with no tea when she cries at night"
    assert [sign.said for sign in danger.read(f"{calm}{said}. {calm}")] == [said]


def test_words_in_another_order_or_twice_weigh_the_same():
    one, other = (tuple(words.row(text)) for text in ("night dark cupboard", "cupboard dark dark night"))
    assert weigher.score(one) == weigher.score(other)


def test_the_weights_are_what_the_kept_sentences_teach(monkeypatch):
    """An example of a form that changes its words moves them by a hair, so what they tell is compared."""
    rows = sentences("dev_4.json")
    kept = [verdict(row["text"]) for row in rows]
    learnt = learn.taught((*learn.DEVELOPED, *learn.OTHERS))
    monkeypatch.setattr(weigher, "weights", lambda: learnt)
    same = sum(told == verdict(row["text"]) for told, row in zip(kept, rows, strict=True))
    assert same >= len(rows) * 0.96


def test_learnt_without_a_hands_sentences_it_still_catches_nine_in_ten_of_them(monkeypatch):
    unseen = "dev_2.json"
    learnt = learn.taught([name for name in (*learn.DEVELOPED, *learn.OTHERS) if name != unseen])
    monkeypatch.setattr(weigher, "weights", lambda: learnt)
    counts = table(sentences(unseen))
    assert share(counts, "danger", "red", "asked") >= 0.9
    assert share(counts, "harmless", "asked") <= 0.25


def test_ordinary_lines_of_plans_that_taught_nothing_are_seldom_asked_about():
    plans = HERE.parent / "smart_plan"
    lines = {row["text"] for name in ("blind_a.json", "blind_b.json") for row in json.loads((plans / name).read_text())}
    told = [danger.read(line) for line in lines]
    assert len(lines) > 200
    assert sum(map(bool, told)) <= len(lines) * 0.12
    assert sum(any(sign.stated for sign in signs) for signs in told) <= len(lines) * 0.02


@pytest.mark.parametrize(
    "text",
    [
        "Late 2-3 times a week, mum says mornings are a nightmare since the baby",
        "Two friends fell out over a boy and are not speaking",
        "Older brother is autistic and takes up a lot of mums time",
        "Twin is in a different class and he misses her",
        "Mum has anxiety, takes medication as prescribed. Care of children is good",
    ],
)
def test_an_ordinary_note_is_not_asked_about_for_its_common_words(text):
    assert verdict(text) == "silent"


COMMON = weigher.common()


def test_a_reason_never_names_a_common_word():
    told = [each for name in learn.DEVELOPED for row in sentences(name) for each in reader.tell(row["text"])]
    named = {plain for each in told for word in each.weighed for plain in words.plains(word)}
    assert len(named) > 100
    assert not {word for each in told for word in each.weighed if {*words.plains(word)} <= COMMON}


def test_ordinary_notes_that_taught_nothing_are_silent_and_never_red():
    counts = table(sentences("ordinary_later.json"))
    assert share(counts, "harmless", "red") == 0
    assert share(counts, "harmless", "silent") >= 0.93


def test_what_tired_people_write_of_danger_is_caught_and_what_only_looks_like_it_is_seldom_asked_about():
    counts = table(sentences("tired.json"))
    assert share(counts, "danger", "red", "asked") >= 0.98
    assert share(counts, "danger", "red") >= 0.85
    assert share(counts, "harmless", "red") == 0
    assert share(counts, "harmless", "silent") >= 0.85


def test_what_a_third_outsider_found_missed_is_caught():
    counts = table(sentences("third_outsider.json"))
    assert share(counts, "danger", "red", "asked") == 1
    assert share(counts, "danger", "red") >= 0.8
    assert share(counts, "harmless", "red") == 0


def test_what_may_be_anything_is_named_only_where_nothing_else_was_read():
    told = [each for name in learn.DEVELOPED for row in sentences(name) for each in reader.tell(row["text"])]
    named = [{kind.key for kind in each.kinds} for each in told]
    assert {"unclear"} in named
    assert not any("unclear" in each and len(each) > 1 for each in named)
