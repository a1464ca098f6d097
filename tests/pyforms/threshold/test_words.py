"""Words that may be about danger, in whichever box: they only raise, and stay open until somebody has answered."""

import pytest
from telling import NO_LEVEL, TODAY, first, span, submitted, told, words, worries

import pyforms
from pyforms.danger import Sign

STRANGLED = "He strangled her last night"
BOXES = ["not_known", "support", "strengths_more", "reference"]


@pytest.fixture(autouse=True)
def a_reader_that_knows_few_words(monkeypatch):
    """These are tests of what the tool does with signs; how sentences are read is tested with pyforms.danger."""
    signs = {
        "strangled": ("strangling", ("domestic_abuse",), True),
        "touches": ("sexual abuse", ("sexual_abuse",), True),
        "register": ("a person who is a known risk", ("risk_person",), True),
        "bruise": ("an injury", ("physical_abuse",), False),
        "scared": ("fear at home", (), False),
    }

    def read(text, **_):
        sentences = [part.strip() for part in text.split(".") if part.strip()]
        return tuple(Sign(said, *sign) for said in sentences for word, sign in signs.items() if word in said)

    monkeypatch.setattr("pyforms.danger.read", read)


def looked(sentence, why="I asked her: it was in a film"):
    return [{"words": sentence, "why": why}]


@pytest.mark.parametrize("box", BOXES)
def test_words_of_danger_in_any_box_leave_level_4_open(box):
    assert span(**{box: STRANGLED}) == (1, 4)


def test_words_beside_a_concern_count_as_well():
    assert span(concerns=worries(missing_school={"step": "good", "notes": STRANGLED})) == (1, 4)


def test_words_at_the_end_of_a_long_text_count_as_well():
    assert span(support="A cup of tea. " * 600 + STRANGLED) == (1, 4)


def test_a_range_that_words_have_opened_begins_where_the_other_answers_put_it():
    assert span(concerns=worries(missing_school="some_absence"), support=STRANGLED) == (2, 4)
    assert span(concerns=worries(neglect="pattern"), support=STRANGLED) == (3, 4)


def test_what_was_written_comes_first_with_the_box_the_numbers_and_how_to_answer():
    note = first("torbay", support=STRANGLED)
    said = words([note])
    parts = [
        STRANGLED,
        "What support is in place now",
        "strangling",
        "999",
        "01803 208100",
        "Domestic abuse",
        "why it is not",
    ]
    assert all(part in said for part in parts)
    assert said.index(STRANGLED) < said.index("999")


def test_only_a_danger_that_is_stated_is_red():
    assert first(support=STRANGLED).kind == "danger"
    calm = first(support="There was a bruise")
    assert calm.kind == "warning"
    assert "Is anyone hurt or in danger?" in calm.title
    assert submitted(support=STRANGLED).findings["danger"] is True
    assert submitted(support="There was a bruise").findings["danger"] is False


@pytest.mark.parametrize(
    ("concern", "step", "sentence"),
    [
        ("parental_conflict", "settled", STRANGLED),
        ("behaviour_school", "ordinary", "daddy touches her at night"),
        ("risk_person", "unknown", "he is on the sex offenders register"),
        ("domestic_abuse", "argument", STRANGLED),
        ("domestic_abuse", "past", STRANGLED),
    ],
)
def test_a_mild_line_does_not_close_a_danger_that_is_stated(concern, step, sentence):
    seen = {"step": step, "notes": sentence}
    assert span(concerns=worries(**{concern: seen}))[1] == 4
    assert first(concerns=worries(**{concern: seen})).kind == "danger"


def test_a_grave_line_answers_a_danger_that_is_stated():
    chosen = submitted(support=STRANGLED, concerns=worries(domestic_abuse="escalating"))
    assert chosen.findings["level"] == {"lowest": 4, "highest": 4}
    assert not any(each["open"] for each in chosen.findings["words"])


def test_a_grave_line_of_what_it_may_be_a_sign_of_answers_a_doubt_and_a_milder_one_does_not():
    note = "A bruise from football"
    assert span(concerns=worries(physical_abuse={"step": "explained_accident", "notes": note})) == (1, 4)
    injury = submitted(concerns=worries(physical_abuse={"step": "injury", "notes": note}))
    assert not injury.findings["words"][0]["open"]
    assert span(support="A bruise", concerns=worries(missing_school="good")) == (1, 4)
    assert span(support="A bruise", concerns=worries(physical_abuse="unsure"))[1] == 4


def test_an_explanation_closes_the_sentence_that_it_was_given_for_and_gives_no_level_of_its_own():
    assert span(support=STRANGLED, looked=looked(STRANGLED)) == NO_LEVEL
    assert span(support=STRANGLED, looked=looked(STRANGLED), concerns=worries(dental="some_decay")) == (2, 2)


@pytest.mark.parametrize(
    "typed", ["“He strangled her last night.”", "he  strangled her\nlast night", " HE STRANGLED HER LAST NIGHT"]
)
def test_a_sentence_is_known_again_however_it_was_copied(typed):
    assert span(support=STRANGLED, looked=looked(typed)) == NO_LEVEL


@pytest.fixture
def a_reader_of_parts(monkeypatch):
    """It gives back a part of a sentence, as a reader may."""
    signs = (Sign("he hit her", "violence", (), stated=True),)
    monkeypatch.setattr("pyforms.danger.read", lambda text, **_: signs if "hit" in text else ())


@pytest.mark.usefixtures("a_reader_of_parts")
def test_the_whole_sentence_is_explained_where_a_part_of_it_was_read():
    box = "She told me that he hit her in a film. It was a good film"
    sentence = "She told me that he hit her in a film"
    assert submitted(support=box).prompts[0].offer.answers == (("words", sentence),)
    assert span(support=box, looked=looked(f"{sentence}.")) == NO_LEVEL
    assert span(support=box, looked=looked(box)) == NO_LEVEL


@pytest.mark.usefixtures("a_reader_of_parts")
@pytest.mark.parametrize(
    "changed", ["Last night he hit her", "he hit her", "She told me that he hit her in a film and at home"]
)
def test_the_same_words_in_another_sentence_are_not_explained(changed):
    explained = looked("She told me that he hit her in a film")
    assert span(support=changed, looked=explained) == (1, 4)
    assert span(support=f"{explained[0]['words']}. {changed}", looked=explained) == (1, 4)


@pytest.mark.parametrize("support", ["He strangled her again last night", f"{STRANGLED}. Then daddy touches her"])
def test_a_new_or_a_changed_sentence_opens_the_range_again(support):
    assert span(support=support, looked=looked(STRANGLED)) == (1, 4)


def test_an_explanation_that_states_a_danger_is_read_too():
    assert span(support="A bruise", looked=looked("A bruise", "he touches her, she told me")) == (1, 4)
    assert span(support="A bruise", looked=looked("A bruise", "The bruise came from football")) == NO_LEVEL


def test_explained_or_chosen_words_never_lower_what_the_rest_gives():
    for rest in ({"danger": "not_sure"}, {"danger": "yes"}, {"concerns": worries(neglect="significant")}):
        assert span(support=STRANGLED, looked=looked(STRANGLED), **rest) == span(**rest)


@pytest.mark.parametrize("why", ["", ".", "no", "..  ..", None])
def test_an_explanation_says_something(why):
    given = {"words": STRANGLED, **({} if why is None else {"why": why})}
    with pytest.raises(pyforms.AnswersInvalid) as refusal:
        span(support=STRANGLED, looked=[given])
    assert refusal.value.errors[0][0] == "looked.0.why"


def test_an_explanation_is_shown_with_its_sentence_to_whoever_reads_on():
    page = told(support=STRANGLED, looked=looked(STRANGLED))
    assert f"“{STRANGLED}”" in page
    assert "I asked her: it was in a film" in page


def test_each_open_sentence_has_a_calm_question_at_its_box_with_a_button_to_explain_it():
    prompts = submitted(support="A bruise", concerns=worries(dental={"step": "some_decay", "notes": STRANGLED})).prompts
    assert [prompt.path for prompt in prompts] == ["concerns.dental.notes", "support"]
    assert all(prompt.question == "Is anyone hurt or in danger?" for prompt in prompts)
    assert prompts[1].offer.group == "looked"
    assert prompts[1].offer.answers == (("words", "A bruise"),)


def test_what_is_answered_or_is_level_4_anyhow_is_not_asked_again():
    assert not submitted(support=STRANGLED, looked=looked(STRANGLED)).prompts
    assert not submitted(support=STRANGLED, danger="yes").prompts


def test_words_without_a_concern_of_their_own_can_still_be_answered():
    assert span(support="She is scared") == (1, 4)
    assert span(support="She is scared", looked=looked("She is scared", "of spiders, she said")) == NO_LEVEL


def test_a_version_1_file_opens_and_its_words_are_read_from_now_on():
    form = pyforms.get("threshold")
    old = {"danger": "no", "child_age": 9, "support": STRANGLED}
    assert form.version == 3
    assert pyforms.submit("threshold", form.migrations[1](old), "general", TODAY).findings["level"]


def test_a_version_2_file_opens_with_its_reasons_and_no_lead():
    form = pyforms.get("threshold")
    old = {"danger": "no", "child_age": 9, "support": STRANGLED, "looked": looked(STRANGLED)}
    assert form.migrations[2](old) == old
    assert not pyforms.submit("threshold", form.migrations[2](old), "general", TODAY).findings["words"][0]["open"]
