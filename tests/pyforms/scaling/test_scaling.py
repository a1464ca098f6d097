"""What scores say: better is better whichever way the scale runs, and nobody disappears in an average."""

import json
from datetime import date, timedelta

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms import areas, document, scales
from pyforms.areas import lookup
from pyforms.exporters import html
from pyforms.flows import Score
from pyforms.scales import ENDS, Scale
from pyforms.scaling.joins import OFFERS

DAY = date(2026, 9, 1)
QUESTION = {"question": "How are mornings?", "worst": "Tears", "hope": "Breakfast together"}
UP, DOWN = Scale.TEN_IS_HOPE, Scale.ONE_IS_HOPE


def score(person, number, **more):
    return {"person": person, "score": number, **more}


def meeting(weeks, scale, *scores):
    return {"day": (DAY + timedelta(weeks=weeks)).isoformat(), "scale": scale.value, "scores": list(scores)}


def scaled(*meetings, area="kent", questions=(QUESTION,)):
    answers = {"questions": list(questions), "meetings": list(meetings)}
    return pyforms.submit("scaling", answers, area, DAY + timedelta(weeks=12))


def said(result):
    return json.dumps(document.as_json(result.document), ensure_ascii=False)


def refused(*meetings, **more):
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        scaled(*meetings, **more)
    return caught.value.errors


@pytest.mark.parametrize(
    ("area", "scale"), [("torbay", DOWN), ("solihull", UP), ("kent", UP), ("general", UP), ("doncaster", UP)]
)
def test_an_area_s_scale_runs_as_its_handbook_says(area, scale):
    assert scales.of_area(lookup.scale(areas.get(area))) == scale


def test_from_8_to_6_is_two_steps_towards_the_hope_where_1_is_the_hope():
    told = said(scaled(meeting(0, DOWN, score("Dad", 8)), meeting(6, DOWN, score("Dad", 6)), area="torbay"))
    assert "from 8 to 6: two steps towards the hope" in told


def test_from_8_to_6_is_two_steps_away_from_the_hope_where_10_is_the_hope():
    assert "from 8 to 6: two steps away from the hope" in said(
        scaled(meeting(0, UP, score("Dad", 8)), meeting(6, UP, score("Dad", 6)))
    )


def test_a_person_is_the_same_however_the_name_was_typed():
    found = scaled(meeting(0, UP, score("Mum", 3)), meeting(6, UP, score(" mum ", 4.5)))
    (person,) = found.findings["questions"][0]["people"]
    assert person["since_last"] == 1.5


def test_change_is_told_since_last_time_and_since_the_baseline():
    told = said(
        scaled(meeting(12, UP, score("Maya", 6)), meeting(0, UP, score("Maya", 2)), meeting(6, UP, score("Maya", 5)))
    )
    assert "since last time (13 October 2026): from 5 to 6: one step towards the hope" in told
    assert "since the baseline (1 September 2026): from 2 to 6: four steps towards the hope" in told
    assert "1 Sep 2026, baseline" in told


def test_people_who_differ_by_three_or_more_are_named():
    assert "Maya and Mum are three steps apart" in said(scaled(meeting(0, UP, score("Maya", 3), score("Mum", 6))))
    assert "apart." not in said(scaled(meeting(0, UP, score("Maya", 3), score("Mum", 5.5))))


def test_nobody_is_averaged():
    told = said(scaled(meeting(0, UP, score("Maya", 1), score("Mum", 9))))
    assert "average" not in told.lower()
    assert "5 (where" not in told


@pytest.mark.parametrize(("scale", "worst"), [(UP, 0), (DOWN, 10)])
def test_one_person_at_the_hard_end_comes_first_whatever_the_others_say(scale, worst):
    best = ENDS[scale].best
    found = scaled(meeting(0, scale, score("Ben", worst), score("Mum", best), score("School", best)))
    first = found.document.blocks[0]
    assert isinstance(first, document.Note)
    assert first.kind == "danger"
    assert "999" in json.dumps(document.as_json(found.document)["blocks"][0])
    assert found.findings["questions"][0]["at_worst"] == ["Ben"]


def test_when_the_scale_was_turned_round_no_number_is_taken_from_another():
    told = said(scaled(meeting(0, DOWN, score("Amina", 8)), meeting(6, UP, score("Amina", 6))))
    assert "seven steps away has become four steps" in told
    assert "from 8 to 6" not in told
    assert "Another scale than this area’s" in told


@pytest.mark.parametrize(("scale", "number"), [(UP, 10.5), (UP, -1), (DOWN, 0), (UP, 3.2), (DOWN, 11)])
def test_a_number_that_the_scale_does_not_have_is_explained_at_its_field(scale, number):
    ((path, message),) = refused(meeting(0, scale, score("Mum", number)))
    assert path == "meetings.0.scores.0.score"
    assert "whole or a half number" in message


def test_a_second_score_of_the_same_person_a_second_same_day_and_a_missing_question_are_explained():
    ((path, message),) = refused(meeting(0, UP, score("Mum", 3), score("MUM", 4)))
    assert (path, "already" in message) == ("meetings.0.scores.1.person", True)
    ((path, _),) = refused(meeting(0, UP, score("Mum", 3)), meeting(0, UP, score("Mum", 4)))
    assert path == "meetings.1.day"
    ((path, message),) = refused(meeting(0, UP, score("Mum", 3, question=2)))
    assert (path, "no question 2" in message) == ("meetings.0.scores.0.question", True)


NUMBERS = st.integers(2, 20).map(lambda half: half / 2)
PEOPLE = st.lists(st.text("abcÉłਗ ", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=4)


@given(PEOPLE, st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=1, max_size=4))
def test_turning_the_scale_round_changes_no_finding(people, rounds):
    """Each score moves as far, and the same way, when 10 is the hope as its mirror image does when 1 is."""
    unique = list({" ".join(person.casefold().split()): person for person in people}.values())
    up, down = (
        [
            meeting(place, scale, *(score(*each) for each in zip(unique, map(turned, numbers), strict=False)))
            for place, numbers in enumerate(rounds)
        ]
        for scale, turned in ((UP, lambda number: number), (DOWN, lambda number: 11 - number))
    )
    found = [scaled(*each).findings["questions"][0] for each in (up, down)]
    for one, other in zip(*(each["people"] for each in found), strict=True):
        assert (one["since_last"], one["since_baseline"]) == (other["since_last"], other["since_baseline"])
    assert found[0]["far_apart"] == found[1]["far_apart"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["day", "scale", "scores", "person", "score", "question"]), inner, max_size=4
            )
        ),
    )
)
def test_any_answers_are_taken_or_explained(anything):
    problems = []
    try:
        pyforms.submit("scaling", {"questions": [QUESTION], "meetings": anything}, "torbay", DAY)
    except pyforms.AnswersInvalid as refusal:
        problems = refusal.errors
    assert all(message for _, message in problems)


@pytest.mark.parametrize("name", pyforms.get("scaling").examples)
def test_the_picture_is_sound_has_its_words_and_draws_the_better_score_higher(name):
    example = next(each for each in pyforms.examples("scaling") if each.name == name)
    found = pyforms.submit("scaling", example.answers, example.area, example.today)
    pictures = [block for block in found.document.blocks if isinstance(block, document.Picture)]
    assert len(pictures) == len(example.answers["questions"])
    for picture in pictures:
        assert "Better is up" in picture.description
        assert "style" not in {
            name for element in ElementTree.fromstring(picture.svg).iter() for name in element.attrib
        }


@pytest.mark.parametrize(("scale", "better", "worse"), [(UP, 9, 2), (DOWN, 2, 9)])
def test_better_is_drawn_upwards_in_both_directions(scale, better, worse):
    found = scaled(meeting(0, scale, score("A", worse)), meeting(6, scale, score("A", better)))
    (picture,) = (block for block in found.document.blocks if isinstance(block, document.Picture))
    drawn = ElementTree.fromstring(picture.svg)
    (line,) = (element for element in drawn.iter() if element.tag.endswith("polyline"))
    (_, first), (_, last) = (spot.split(",") for spot in line.attrib["points"].split())
    assert float(last) < float(first)


# What it took in


def took_in(found):
    (details,) = (block for block in found.document.blocks if isinstance(block, document.Details))
    return json.dumps(document.as_json(document.Document("", details.blocks)), ensure_ascii=False)


def test_it_says_what_it_took_in():
    told = took_in(scaled(meeting(0, UP, score("Maya", 3), score("Mum", 6)), meeting(6, UP, score("Maya", 4))))
    assert "3 scores of Maya and Mum, from 1 September 2026 and 13 October 2026" in told
    assert "three steps or more apart" in told


def test_it_says_what_it_did_not_take_in_and_that_a_good_score_is_no_safety():
    told = took_in(scaled(meeting(0, UP, score("Maya", 10)), area="kent"))
    assert "whether a child is safe. A good score does not say so" in told
    assert "what people said beside their numbers" in told


def test_who_gave_no_score_at_the_latest_meeting_is_named():
    first, last = meeting(0, UP, score("Maya", 3), score("Mum", 6)), meeting(6, UP, score("Maya", 4))
    assert "Mum, in what is compared: no score at question 1’s latest meeting" in took_in(scaled(first, last))
    assert "Mum, in what is compared" not in took_in(scaled(first))


# A child who is not born yet


@pytest.mark.parametrize("name", ["Unborn baby", "Bump", "Baby (due in May)"])
def test_a_child_who_is_not_born_yet_is_not_asked_for_its_own_words(name):
    found = scaled(meeting(0, UP, score("Mum", 8), score(name, 2)))
    (prompt,) = (each for each in found.prompts if each.path == "meetings.0.scores.1.person")
    assert prompt.question == "Whose view is this?"
    assert said(found).count("Ask: what would you notice first?") == 1  # of Mum
    assert "steps apart" not in said(found)


def test_a_grown_up_whose_name_holds_such_a_word_is_asked_as_anyone():
    found = scaled(meeting(0, UP, score("Mum, due in May", 4, who="family")))
    assert found.prompts == ()
    assert "Ask: what would you notice first?" in said(found)


def test_a_score_at_the_hard_end_counts_whoever_it_is_for():
    assert scaled(meeting(0, UP, score("Unborn baby", 0))).findings["questions"][0]["at_worst"] == ["Unborn baby"]


def test_kents_result_says_that_its_scale_asks_how_safe_the_child_is():
    made = pyforms.examples("scaling")[0]
    kent, general = (
        html.fragment(pyforms.submit("scaling", made.answers, area, made.today).document)
        for area in ("kent", "general")
    )
    assert "Kent’s scale asks how safe each person thinks the child is." in kent
    assert "scale asks how" not in general


def read(found):
    """What stands in the document; the answers that it carries keep everything."""
    return json.dumps({**document.as_json(found.document), "envelope": None}, ensure_ascii=False)


@pytest.mark.parametrize("who", [{}, {"who": "child"}])
def test_a_score_of_an_unborn_child_is_left_out_and_that_is_said(who):
    found = scaled(meeting(0, UP, score("Unborn baby", 2, why="it kicks", **who), score("Mum", 9)))
    told = read(found)
    assert "Unborn baby: 2" not in told
    assert "it kicks" not in told
    assert "what would you notice first" in told  # Mum is still asked
    assert "a score in the name of “Unborn baby”, who sounds not born yet: it is kept in your answers" in told
    assert [person["person"] for person in found.findings["questions"][0]["people"]] == ["Mum"]
    assert found.document.envelope["answers"]["meetings"][0]["scores"][0]["score"] == 2


def test_a_score_of_an_unborn_child_alone_leaves_nobody_s():
    told = said(scaled(meeting(0, UP, score("Unborn baby", 5))))
    assert "Nobody has given a score for this question yet." in told
    assert "no score that anyone gave" in told


def test_a_number_at_the_hard_end_in_its_name_is_never_passed_over():
    told = said(scaled(meeting(0, UP, score("Unborn baby", 0), score("Mum", 9))))
    assert "The latest score of Unborn baby is at the hard end" in told


def test_a_pet_name_is_asked_about_and_its_score_stands():
    found = scaled(meeting(0, UP, score("Bean", 4)))
    assert [prompt.question for prompt in found.prompts] == ["Whose view is this?"]
    assert "Bean: 4" in said(found)


def test_whoever_was_not_asked_needs_no_score_and_is_named_among_what_was_not_taken_in():
    told = said(scaled(meeting(0, UP, score("Ella", 4), {"person": "Lee"}, {"person": "Nan", "who": "family"})))
    assert "1 score of Ella" in told
    assert "Lee and Nan, at the meeting of 1 September 2026: a name, and no score beside it" in told


def test_somebody_who_was_not_asked_this_time_keeps_their_line_of_before():
    told = said(
        scaled(meeting(0, UP, score("Ella", 4), score("Lee", 5)), meeting(6, UP, score("Ella", 5), score("Lee", None)))
    )
    assert "from 4 to 5" in told
    assert "Lee, at the meeting of 13 October 2026: a name, and no score beside it" in told


def test_a_meeting_needs_one_score_and_words_need_their_number():
    assert refused(meeting(0, UP, {"person": "Ella"}, {"person": "Lee"}))[0] == (
        "meetings.0.scores.0.score",
        "Enter their score",
    )
    words = {"person": "Lee", "why": "Better mornings"}
    assert refused(meeting(0, UP, score("Ella", 4), words))[0] == ("meetings.0.scores.1.score", "Enter their score")


def test_a_name_without_a_score_stays_in_the_saved_answers_and_offers_no_score_elsewhere():
    made = scaled(meeting(0, UP, score("Ella", 4), {"person": "Lee"}))
    kept = made.document.envelope["answers"]
    assert [each["person"] for each in kept["meetings"][0]["scores"]] == ["Ella", "Lee"]
    assert [each.person for each in OFFERS[Score](pyforms.form.check(pyforms.get("scaling"), kept))] == ["Ella"]
