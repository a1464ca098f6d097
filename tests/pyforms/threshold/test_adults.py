"""From 18 on: no level, which is for children; adult social care first, and 999 before it in danger."""

import re

import pytest
from telling import first, submitted, told, words, worries

from pyforms import areas
from pyforms.document import Blank
from pyforms.threshold import adults
from pyforms.threshold.concerns import by_id, concerns, sources

ADULT = [18, 21, 25]


def tops(**answers):
    """The words at the top, and the note's kind."""
    note = first(**answers)
    return words([note]), note.kind


@pytest.mark.parametrize("age", ADULT)
@pytest.mark.parametrize("concern", [each.id for each in concerns()])
def test_no_line_of_any_ladder_gives_an_adult_a_level(age, concern):
    for step in (by_id()[concern].steps[0].id, by_id()[concern].steps[-1].id, "unsure"):
        found = submitted(child_age=age, concerns=worries(**{concern: step}))
        assert found.findings["level"] is None
        assert {each["highest"] for each in found.findings["concerns"]} == {None}
        assert not found.findings["would_move"]
        assert not re.search(r"\blevel [1-4]\b", words(found.document.blocks), re.IGNORECASE)


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"concerns": worries(housing="poor")},
        {"concerns": worries(adult_safeguarding="unmet")},
        {"concerns": worries(adult_safeguarding="moving_on")},
        {"concerns": worries(domestic_abuse="violence")},
        {"danger": "yes"},
        {"support": "He strangled her last night"},
    ],
)
def test_adult_social_care_comes_first_in_every_area(area, answers):
    said, _ = tops(area=area, child_age=20, **answers)
    assert "adult social care" in said.lower().split("in an emergency")[0]
    assert "999" in said
    assert "gov.uk/find-local-council" in said
    assert "Nothing" not in said.split("999")[0]


def test_where_no_number_is_stated_paper_has_a_line_for_it():
    assert any(isinstance(block, Blank) for block in first(child_age=20).blocks)


@pytest.mark.parametrize(
    "answers",
    [
        {"danger": "yes"},
        {"concerns": worries(adult_safeguarding="at_risk")},
        {"concerns": worries(domestic_abuse="escalating")},
        {"concerns": worries(self_harm="suicide")},
        {"support": "He strangled her last night"},
    ],
)
def test_danger_to_an_adult_is_red_and_gives_999_first(answers):
    said, kind = tops(child_age=20, **answers)
    assert kind == "danger"
    assert "999" in said.split("\n")[1]
    assert submitted(child_age=20, **answers).findings["next_steps"][0].startswith("Ring 999")


def test_what_is_only_possible_is_not_red_for_an_adult_either():
    for answers in ({"danger": "not_sure"}, {"concerns": worries(housing="poor")}, {"consent": "unsafe"}):
        assert first(child_age=20, **answers).kind != "danger"


@pytest.mark.parametrize(
    "answers",
    [
        {"concerns": worries(domestic_abuse="violence")},
        {"concerns": worries(young_parent="unsafe")},
        {"concerns": worries(parent_substances="used_at_home")},
        {"not_known": "Her two kids are often upstairs when it happens"},
        {"support": "She has a baby of three months"},
    ],
)
def test_where_the_answers_speak_of_a_child_the_page_says_so_with_the_childrens_lines(answers):
    said, _ = tops(area="torbay", child_age=20, **answers)
    assert "your answers speak of one" in said
    assert "About the child: " in said
    assert "01803 208100" in said


def test_where_they_do_not_it_asks_whether_a_child_lives_there():
    said, _ = tops(child_age=20, concerns=worries(housing="poor"))
    assert adults.IF_A_CHILD in said
    assert "About the child" not in said


def test_someone_up_to_25_keeps_what_the_law_gives_after_special_needs_or_care():
    page = told(child_age=24, concerns=worries(learning="support"))
    for part in ("education, health and care plan may run to 25", "personal adviser", "Care Act 2014"):
        assert part in page
    assert all(each.source in sources() for each in adults.until_25())


def test_domestic_abuse_of_an_adult_gives_the_helplines_and_the_dash_checklist():
    page = told(child_age=19, concerns=worries(domestic_abuse="controlling"))
    assert "0808 2000 247" in page
    assert "DASH" in page
    assert "young people’s version" not in told(child_age=19, concerns=worries(peer_abuse="abusive")).replace(
        "(young people’s version up to 17)", ""
    )


def test_a_young_person_who_is_moving_on_still_has_a_level_before_18_and_is_assessed_by_adult_care():
    found = submitted(child_age=17, concerns=worries(adult_safeguarding="moving_on"))
    assert found.findings["level"] == {"lowest": 2, "highest": 2}
    assert "assessment before 18" in words([first(child_age=17, concerns=worries(adult_safeguarding="moving_on"))])


def test_an_adult_with_nothing_chosen_is_not_told_that_all_is_well():
    assert "does not mean that all is well" in told(child_age=18)
    assert "safeguarding lead" in told(child_age=18)


def test_an_adult_who_was_sexually_assaulted_chooses_what_happens_next():
    note = first(child_age=19, concerns=worries(sexual_abuse="disclosure"))
    said = words([note])
    for part in ("sexual assault referral centre", "101", "their choice"):
        assert part in said
    assert "silence the child" not in told(child_age=19, concerns=worries(sexual_abuse="disclosure"))
    assert "999 first" not in note.title
    assert "999 first" in first(child_age=19, danger="yes", concerns=worries(sexual_abuse="disclosure")).title


def test_not_sure_is_answered_for_an_adult_too():
    assert "Not sure whether anyone is in danger" in words([first(child_age=19, danger="not_sure")])
