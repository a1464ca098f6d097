"""What the result says to do: it fits the level, never contradicts itself, and the duties always stand in it."""

import pytest
from telling import first, in_sight, span, submitted, told, words, worries

from pyforms import areas
from pyforms.document import Blank, Details, Note
from pyforms.threshold.concerns import by_id, concerns, tools

FULL = {"how_long": "weeks", "how_often": "once", "impact": "serious", "tried": "nothing"}
BRUISE = {"child_age": 0, "concerns": worries(physical_abuse="baby_bruise")}
RED = "danger"


def notes(area="general", **answers):
    return [block for block in submitted(area, **answers).document.blocks if isinstance(block, Note)]


# Duties ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [{}, FULL], ids=["only the line", "everything known"])
@pytest.mark.parametrize("concern", [each.id for each in concerns() if each.do or each.tools])
def test_what_to_do_and_the_tools_stand_in_sight_whenever_the_concern_is_chosen(concern, seen):
    ladder = by_id()[concern]
    for step in (ladder.steps[0].id, ladder.steps[-1].id, "unsure"):
        page = in_sight(submitted(child_age=14, concerns={concern: {"step": step, **seen}}).document.blocks)
        for line in ladder.do:
            assert line in page
        for tool in ladder.tools:
            if tools()[tool].is_for(concern, step) and tools()[tool].suits(concern, 14):
                assert tools()[tool].name in page


def test_each_tool_says_what_it_is_for_and_whose_it_is():
    page = told(concerns=worries(neglect="pattern"))
    assert tools()["gcp2"].whose in page
    assert tools()["gcp2"].what[1:] in page


def test_a_form_that_is_filled_in_keeps_its_duties():
    for concern, duty in [("forced_marriage", "020 7008 0151"), ("fgm", "101"), ("domestic_abuse", "DASH")]:
        step = by_id()[concern].steps[-1].id
        assert duty in told(child_age=14, concerns={concern: {"step": step, **FULL}})


# Level 4 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_for_a_bruised_baby_nobody_is_sent_to_write_an_assessment_first(area):
    page = told(area, **BRUISE, one_agency="no", consent="not_asked")
    for words_ in ("attach", "what was tried and why", "The level comes down", "Early Help Assessment", "With consent"):
        assert words_ not in page
    for words_ in ("When you call, say", "Write down", "same day", "999", "call now"):
        assert words_ in page


def test_where_early_help_was_tried_and_nothing_is_urgent_it_is_stepped_up():
    tried = {"neglect": {"step": "significant", "how_long": "longer", "tried": "no_change"}}
    assert "attach the Early Help Assessment" in told(concerns=tried)


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_at_level_4_what_is_in_sight_is_short(area):
    found = submitted(area, **BRUISE).document.blocks
    before = found[: next(place for place, block in enumerate(found) if "took in" in getattr(block, "text", ""))]
    assert len(in_sight(before).split()) < 330


def test_where_the_area_states_no_number_paper_has_a_line_for_it_and_there_is_one_that_answers_anyone():
    for area in ("general", "kent", "solihull"):
        note = first(area, **BRUISE)
        assert any(isinstance(block, Blank) for block in note.blocks)
        assert "0808 800 5000" in words([note])
    assert not any(isinstance(block, Blank) for block in first("torbay", **BRUISE).blocks)


# Below it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("one_agency", [None, "yes", "not_known"])
def test_level_1_gets_no_team_around_the_family(area, one_agency):
    given = {"one_agency": one_agency} if one_agency else {}
    page = told(area, concerns=worries(missing_school="good"), **given)
    steps = "\n".join(submitted(area, concerns=worries(missing_school="good"), **given).findings["next_steps"])
    assert "Team Around" not in steps
    assert "TAF" not in steps
    assert "Whether" not in page[:10]


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"concerns": worries(parental_conflict="frequent")},
        {"concerns": worries(neglect="pattern"), "one_agency": "no"},
        {"danger": "not_sure"},
    ],
)
def test_where_asking_is_not_safe_there_is_one_route_and_nobody_is_told_to_ask_first(area, answers):
    found = submitted(area, consent="unsafe", **answers)
    assert found.findings["next_steps"][0].startswith("Do not ask") or found.findings["level"] is None
    assert len(found.findings["next_steps"]) == 1
    page = words(found.document.blocks)
    assert "Do not ask the family yet" in page
    for words_ in ("With consent", "with consent, complete", "Ask whether they want help"):
        assert words_ not in page.split("Always do")[0]


def test_asking_that_is_not_safe_leaves_level_4_open_and_is_not_red():
    answers = {"consent": "unsafe", "concerns": worries(parental_conflict="frequent")}
    assert span("torbay", **answers) == (2, 4)
    assert first("torbay", **answers).kind == "warning"


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_after_a_no_there_is_one_route_and_at_level_4_a_no_does_not_stop_a_call(area):
    mild = submitted(area, consent="refused", concerns=worries(missing_school="persistent"))
    assert len(mild.findings["next_steps"]) == 1
    grave = told(area, consent="refused", concerns=worries(neglect="significant"))
    assert "consent is not needed to call" in grave


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_a_range_of_two_levels_has_a_step_for_each_and_one_to_level_4_has_the_lower_one_folded(area):
    open_ = {"missing_school": {"step": "some_absence", "impact": "not_known"}}
    assert 1 <= len(submitted(area, concerns=open_).findings["next_steps"]) <= 2
    grave = submitted(area, concerns=worries(neglect={"step": "pattern", "how_long": "longer"}))
    titles = [block.title for block in grave.document.blocks if isinstance(block, Details)]
    assert any(title.startswith("If level 4 is ruled out") for title in titles)
    assert "safeguarding lead" in grave.findings["next_steps"][0]


# Two minutes ----------------------------------------------------------------------------------------

SITUATIONS = [
    {"concerns": worries(missing_school="good")},
    {"concerns": worries(missing_school="some_absence")},
    {"concerns": worries(missing_school={"step": "persistent", "impact": "not_known"}, neglect="pattern")},
    {"danger": "not_sure"},
    BRUISE,
    {},
]


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("answers", SITUATIONS)
def test_the_result_begins_with_level_reason_what_to_do_and_whom_to_call(area, answers):
    note = first(area, **answers)
    said = words([note])
    assert "Level" in note.title or note.title == "Too little to tell"
    assert "Why: " in said or "What is missing" in said
    assert "999" in said
    assert len(said.split()) < 130


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_a_result_for_level_3_to_4_is_short_in_sight(area):
    two = worries(exclusion={"step": "permanent", "impact": "not_known"}, neglect="pattern")
    found = submitted(area, concerns=two).document.blocks
    before = found[: next(place for place, block in enumerate(found) if "took in" in getattr(block, "text", ""))]
    assert len(in_sight(before).split()) < 260


@pytest.mark.parametrize(
    ("answers", "fact"),
    [
        ({"danger": "not_sure"}, "whether anyone is in danger"),
        ({"concerns": worries(neglect="unsure")}, "which line of “Neglect” fits"),
        ({"concerns": worries(neglect={"step": "pattern", "impact": "not_known"})}, "what effect “Neglect” has"),
        ({"concerns": worries(neglect={"step": "pattern", "how_long": "longer"})}, "what months of “Neglect”"),
        ({"concerns": worries(neglect={"step": "first_signs", "how_often": "weekly"})}, "a pattern"),
        ({"concerns": worries(exclusion="permanent")}, "where the child is in school hours"),
        ({"concerns": worries(neglect="help_refused")}, "whether the child is better off"),
        ({"concerns": worries(self_care="often")}, "threshold document"),
        ({"one_agency": "no", "concerns": worries(dental="cared_for")}, "one shared plan"),
    ],
)
def test_a_range_names_the_one_fact_that_would_settle_it(answers, fact):
    low, high = span(**answers)
    assert low < high
    assert fact in submitted(**answers).findings["settles"]
    assert fact in words([first(**answers)])


def test_a_single_level_has_nothing_left_to_settle():
    assert submitted(concerns=worries(missing_school="some_absence")).findings["settles"] == ""


@pytest.mark.parametrize(
    "answers",
    [
        {"danger": "not_sure"},
        {"concerns": worries(exclusion="permanent")},
        {"concerns": worries(neglect="significant")},
        {"concerns": worries(missing_school="persistent"), "consent": "refused"},
        {"concerns": worries(self_harm="unsure")},
    ],
)
def test_level_4_that_is_possible_or_not_urgent_is_calm(answers):
    assert RED not in {note.kind for note in notes(**answers)}


@pytest.mark.parametrize("answers", [{"danger": "yes"}, {"concerns": worries(self_harm="suicide")}, BRUISE])
def test_danger_that_is_said_is_red(answers):
    assert notes(**answers)[0].kind == RED


# What was taken in ----------------------------------------------------------------------------------


def test_the_last_section_says_what_was_used_what_was_only_read_and_what_is_missing():
    found = submitted(
        concerns=worries(neglect={"step": "pattern", "how_long": "weeks", "notes": "Cold house"}),
        strengths=["secure_home"],
        support="School nurse",
        reference="12",
    )
    took = found.findings["took_in"]
    assert "Neglect (the line, how long)" in took["used"]
    assert took["read_for_danger_only"] == [
        "Your own reference",
        "Neglect: what you saw or heard, and who said it",
        "What support is in place now",
    ]
    assert any("strengths" in each for each in took["kept"])
    assert "Neglect: how often, effect, what was tried" in took["not_answered"]
    titles = [getattr(block, "text", "") for block in found.document.blocks]
    assert "What this took in, and what it did not" in titles


def test_every_box_of_words_is_named_as_read_for_danger_only():
    boxes = dict.fromkeys(("reference", "strengths_more", "support", "not_known"), "A cup of tea")
    assert len(submitted(**boxes).findings["took_in"]["read_for_danger_only"]) == len(boxes)


def test_how_often_is_used_for_what_a_line_calls_at_times():
    assert span(concerns=worries(basic_care={"step": "lapses", "how_often": "daily"})) == (2, 3)
    assert span(concerns=worries(basic_care={"step": "lapses", "how_often": "once"})) == (2, 2)
    assert span(concerns=worries(missing_school={"step": "good", "how_often": "daily"})) == (1, 1)


def test_a_replaced_edition_says_so_wherever_it_is_cited():
    page = told(danger="not_sure")
    assert "Working Together to Safeguard Children 2023 (edition replaced in March 2026" in page
    assert "2023. Since replaced" in told(danger="yes")


@pytest.mark.parametrize(
    ("age", "step"), [(13, "peers_13_to_15"), (15, "peers_13_to_15"), (16, "over_16"), (16, "risky")]
)
def test_of_their_own_sexual_life_the_young_person_is_asked_first_and_in_confidence(age, step):
    said = words([first(child_age=age, concerns=worries(sexual_activity=step))])
    for part in ("Ask the young person, alone", "confidential", "Fraser", "Gillick"):
        assert part in said


def test_no_line_for_another_age_is_what_would_move_a_level():
    assert not any(
        "Aged 13 to 15" in line
        for line in submitted(child_age=16, concerns=worries(sexual_activity="over_16")).findings["would_move"]
    )


def test_a_number_that_is_to_be_rung_now_is_not_kept_for_when_it_is_worse():
    said = words([first("doncaster", child_age=9, concerns=worries(private_fostering="not_notified"))])
    assert "01302 737777" in said
    assert "If it is worse" not in said


def test_at_level_4_nothing_says_that_level_4_is_only_possible():
    page = told(danger="yes", support="He strangled her last night", concerns=worries(neglect="significant"))
    assert "stays possible" not in page
    assert "level 4 stays open" not in told(
        support="He strangled her last night", concerns=worries(neglect="significant")
    )


def test_of_a_baby_not_born_yet_nobody_asks_what_the_child_knows():
    assert "What the child and" not in told(due_date="2027-02-01", concerns=worries(housing="dangerous"))


@pytest.mark.parametrize("area", ["general", "kent", "solihull"])
def test_a_red_panel_without_the_areas_own_number_says_how_to_find_it_and_whom_to_ring_meanwhile(area):
    said = words([first(area, **BRUISE)])
    for part in ("Look for its number on the council’s page above", "101", "0808 800 5000"):
        assert part in said
    assert "council’s page above" not in words([first("torbay", **BRUISE)])


@pytest.mark.parametrize(
    ("age", "concern", "step"), [(9, "physical_abuse", "baby_bruise"), (4, "unborn", "significant")]
)
def test_a_line_about_a_baby_is_asked_about_for_an_older_child(age, concern, step):
    prompts = submitted(child_age=age, concerns=worries(**{concern: step})).prompts
    assert f"concerns.{concern}.step" in [prompt.path for prompt in prompts]
