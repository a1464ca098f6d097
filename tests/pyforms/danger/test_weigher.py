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


# Two harmless sentences that weigh more together than each alone.
STILL_ASKED = "Gets her brother up, cooks, and stays in when Mum is bad. Told the school nurse she is tired"


@pytest.mark.parametrize("row", sentences("readers.json"), ids=lambda row: row["text"])
def test_what_a_fresh_reader_found_wrong_is_right(row):
    expected = row["truth"] == "danger" or row["text"].startswith(STILL_ASKED)
    assert bool(danger.read(row["text"])) == expected


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
    harmless = weigher.Weights(-1_000, 0, -1, {})
    monkeypatch.setattr(weigher, "weights", lambda: harmless)
    assert danger.read(text)


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
