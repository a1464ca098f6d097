"""The ladders say what the published documents say, and a mistake in them is reported to the person who can mend it."""

import re
import tomllib

import pytest

from pyforms import areas
from pyforms.areas import lookup
from pyforms.resources import read_toml
from pyforms.threshold import adults, ages, first
from pyforms.threshold import concerns as content
from pyforms.threshold.checks import ContentError
from pyforms.threshold.concerns import DOMAINS, Concern, Step, by_id, concerns, groups, sources, strengths, tools

STEPS = {f"{concern.id}.{step.id}": step for concern in concerns() for step in concern.steps}
INDICATORS = [source for source in sources().values() if source.level]
# Harm at these is real, but none of them is significant harm by itself.
NEVER_LEVEL_4_ALONE = {"work"}
# There is no harmless form of these.
NEVER_BELOW_3 = {"sexual_abuse", "fgm", "forced_marriage", "breast_flattening"}
# Anyone may act on these today, without an assessment first.
ACT_TODAY = [
    ("physical_abuse", "baby_bruise"),
    ("physical_abuse", "injury"),
    ("sexual_abuse", "disclosure"),
    ("sexual_activity", "under_13_or_coerced"),
    ("teenage_pregnancy", "under_13"),
    ("self_harm", "suicide"),
    ("child_substances", "life_in_danger"),
    ("running_away", "missing_now"),
    ("fgm", "known"),
    ("fgm", "risk"),
    ("forced_marriage", "risk"),
    ("honour_abuse", "risk"),
    ("domestic_abuse", "escalating"),
    ("violence_weapons", "serious"),
    ("criminal_exploitation", "exploited"),
    ("sexual_exploitation", "exploited"),
    ("modern_slavery", "indicators"),
    ("homelessness", "tonight"),
    ("supervision", "danger"),
    ("asylum", "unaccompanied"),
    ("radicalisation", "act"),
    ("fii", "induced"),
    ("eating", "dangerous"),
    ("emotional_wellbeing", "acute"),
    ("emotional_abuse", "disclosure"),
    ("general_health", "untreated"),
    ("physical_abuse", "immobile_bruise"),
    ("physical_abuse", "threatened"),
    ("sexual_abuse", "at_risk"),
    ("domestic_abuse", "high_risk"),
    ("forced_marriage", "married"),
    ("staff_allegation", "allegation"),
    ("breast_flattening", "signs"),
    ("breast_flattening", "known"),
    ("spiking", "harmed"),
    ("gambling_child", "grave"),
    ("adult_safeguarding", "at_risk"),
]
# Where someone stands between nothing yet and harm, after it, or beyond help that was offered: a line of its own,
# so that nobody has to choose a milder one.
RUNGS = [
    ("sexual_exploitation", "at_risk", (3, 4)),
    ("criminal_exploitation", "at_risk", (3, 4)),
    ("modern_slavery", "at_risk", (3, 4)),
    ("violence_weapons", "at_risk", (3, 4)),
    ("honour_abuse", "at_risk", (3, 4)),
    ("faith_abuse", "at_risk", (3, 4)),
    ("radicalisation", "exposed", (3, 4)),
    ("online_harm", "approached", (3, 4)),
    ("milestones", "will_not_meet", (3, 4)),
    ("self_harm", "after_attempt", (3, 4)),
    ("self_harm", "frequent_thoughts", (3, 4)),
    ("running_away", "exploitation_feared", (3, 4)),
    ("bullying", "at_risk", (3, 4)),
    ("carer_stability", "about_to_lose", (3, 4)),
    ("sexual_exploitation", "past", (3, 3)),
    ("criminal_exploitation", "past", (3, 3)),
    ("modern_slavery", "past", (3, 4)),
    ("violence_weapons", "past", (3, 3)),
    ("risk_person", "past_contact", (3, 4)),
    ("physical_abuse", "past_harm", (2, 3)),
    ("neglect", "help_refused", (3, 4)),
    ("supervision", "not_accepted", (3, 4)),
    ("domestic_abuse", "not_protected", (4, 4)),
    ("engagement", "not_seen", (4, 4)),
]


def step(concern: str, step_id: str) -> Step:
    return by_id()[concern].step(step_id)


# What is published ------------------------------------------------------------------------------


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda source: source.id)
def test_every_published_indicator_stands_at_the_level_its_area_publishes(indicator):
    on_ladders = [step for concern in concerns() for step in concern.steps if indicator.id in step.sources]
    as_strength = [strength for strength in strengths() if indicator.id in strength.sources]
    assert on_ladders or as_strength
    area = "torbay" if indicator.publisher == "Torbay" else "general"
    for found in on_ladders:
        assert indicator.level in found.levels(area)
    assert not as_strength or indicator.level == 1


def test_a_torbay_level_always_rests_on_a_torbay_indicator_of_that_level():
    for concern in concerns():
        for found in concern.steps:
            published = {sources()[key].level for key in found.sources if key.startswith("torbay-")}
            assert set(found.areas.values()) == published, f"{concern.id}.{found.id}"


def test_poor_attachment_is_level_2_3_and_4_in_torbay():
    assert [found.areas.get("torbay") for found in by_id()["attachment"].steps] == [None, 2, 3, 4]


def test_permanent_exclusion_is_level_3_in_torbay_and_a_range_where_councils_disagree():
    assert step("exclusion", "permanent").levels("torbay") == (3, 3)
    assert step("exclusion", "permanent").levels("general") == (3, 4)


def test_working_togethers_eighteen_groups_are_each_found_at_level_2_or_above():
    assert len(groups()) == 18
    for group in groups():
        found = [step for concern in group.concerns for step in by_id()[concern].steps if "wt2023" in step.sources]
        assert any(step.levels("general")[1] >= 2 for step in found), group.text


def test_every_document_in_the_list_is_cited():
    cited = {key for concern in concerns() for found in concern.steps for key in found.sources}
    cited |= {key for strength in strengths() for key in strength.sources}
    cited |= {key for concern in concerns() for key in concern.do_sources}
    cited |= {tool.source for tool in tools().values()}
    cited |= {policy.source for policy in ages.policies()} | {"mca2005"}  # the second by the words for 16 and 17
    cited |= {each.source for each in (*adults.until_25(), *first.every())}
    cited |= {each["source"] for each in read_toml("pyforms.threshold", "written.toml")["medical"]}
    assert sources().keys() == cited


# What to do, whatever else is known ---------------------------------------------------------------

DUTIES = [
    ("forced_marriage", "020 7008 0151"),
    ("forced_marriage", "One chance"),
    ("honour_abuse", "One chance"),
    ("fgm", "101"),
    ("domestic_abuse", "DASH"),
    ("domestic_abuse", "MARAC"),
    ("modern_slavery", "first responder"),
    ("modern_slavery", "08000 121 700"),
    ("criminal_exploitation", "National Referral Mechanism"),
    ("sexual_exploitation", "exploitation tool"),
    ("neglect", "neglect tool"),
    ("homelessness", "housing authority"),
    ("private_fostering", "council must be told"),
    ("physical_abuse", "paediatrician the same day"),
    ("physical_abuse", "any age who cannot move"),
    ("radicalisation", "Prevent referral form"),
    ("radicalisation", "0800 011 3764"),
    ("risk_person", "Sarah’s Law"),
    ("risk_person", "Clare’s Law"),
    ("self_harm", "999"),
    ("fii", "nobody lets the carer know"),
]
TOOLS = [
    ("neglect", "gcp2"),
    ("domestic_abuse", "dash"),
    ("domestic_abuse", "marac"),
    ("domestic_abuse", "clares_law"),
    ("risk_person", "sarahs_law"),
    ("physical_abuse", "body_map"),
    ("physical_abuse", "same_day_medical"),
    ("sexual_behaviour", "brook"),
    ("sexual_behaviour", "hackett"),
    ("sexual_exploitation", "exploitation"),
    ("criminal_exploitation", "nrm"),
    ("modern_slavery", "nrm"),
    ("radicalisation", "prevent_form"),
    ("emotional_wellbeing", "sdq"),
    ("private_fostering", "private_fostering_notice"),
]
TELEPHONE = re.compile(r"\b0[\d ]{9,}\d\b")


@pytest.mark.parametrize(("concern", "words"), DUTIES)
def test_a_duty_stands_among_what_to_do_and_not_among_the_questions(concern, words):
    found = by_id()[concern]
    assert any(words in line for line in (*found.do, *found.do_agreed))
    assert words not in by_id()[concern].ask


@pytest.mark.parametrize(("concern", "tool"), TOOLS)
def test_the_tool_that_practitioners_expect_is_named(concern, tool):
    assert tool in by_id()[concern].tools


def test_every_tool_says_what_it_is_for_and_whose_it_is_and_is_named_by_some_concern():
    assert tools().keys() == {tool for concern in concerns() for tool in concern.tools}
    for tool in tools().values():
        assert tool.name
        assert tool.what
        assert tool.whose
        assert len(tool.what) <= 130


@pytest.mark.parametrize("concern", concerns(), ids=lambda concern: concern.id)
def test_a_telephone_number_is_one_whose_source_states_it(concern: Concern):
    stated = {sources()[key].phone for key in concern.do_sources}
    assert set(TELEPHONE.findall(" ".join((concern.ask, *concern.do, *concern.do_agreed)))) <= stated


@pytest.mark.parametrize("concern", concerns(), ids=lambda concern: concern.id)
def test_what_to_do_is_short_enough_to_act_on(concern: Concern):
    assert len((*concern.do, *concern.do_agreed)) <= 4
    assert all(len(line) <= 170 for line in (*concern.do, *concern.do_agreed))


# What must never be softened ---------------------------------------------------------------------


@pytest.mark.parametrize(("concern", "step_id"), ACT_TODAY)
def test_danger_is_level_4_everywhere_and_means_act_today(concern, step_id):
    found = step(concern, step_id)
    assert found.danger
    assert {found.levels(area) for area in ("general", "torbay", "solihull", "kent", "doncaster")} == {(4, 4)}


def test_a_step_that_means_act_today_is_never_below_level_4():
    dangers = {name: found for name, found in STEPS.items() if found.danger}
    assert [
        name for name, found in dangers.items() if {found.levels(area) for area in ("general", "torbay")} != {(4, 4)}
    ] == []


def test_any_bruise_in_a_baby_who_cannot_move_is_a_step_of_its_own():
    assert "cannot move" in step("physical_abuse", "baby_bruise").text


def test_fgm_that_is_known_says_that_reporting_to_the_police_is_a_duty():
    assert "mandatory report" in step("fgm", "known").text
    assert "fgm2003" in step("fgm", "known").sources


def test_suicide_and_overdose_say_999():
    assert "999" in step("self_harm", "suicide").text
    assert "999" in step("child_substances", "life_in_danger").text


def test_violence_with_a_child_in_the_home_is_at_least_level_3_and_one_argument_is_less():
    assert step("domestic_abuse", "violence").levels("general") == (3, 4)
    assert step("domestic_abuse", "argument").levels("general") == (2, 2)


def test_violence_counts_as_isolated_only_when_it_has_stopped_and_nobody_is_hurt_or_afraid():
    isolated = step("domestic_abuse", "isolated")
    assert isolated.levels("general") == (2, 3)
    assert all(words in isolated.text for words in ("without injury", "now stopped", "nobody is afraid"))


def test_a_home_that_others_use_for_drugs_is_level_4_even_when_the_child_seems_well():
    assert step("parent_substances", "used_at_home").levels("general") == (4, 4)


def test_an_only_carer_is_at_least_level_3_even_when_the_child_seems_to_cope():
    assert step("young_carer", "main_carer").levels("general") == (3, 4)


def test_a_first_sign_of_exploitation_is_complex_already():
    for kind in ("criminal_exploitation", "sexual_exploitation"):
        assert step(kind, "early_sign").levels("general") == (3, 3)


# What must not be overstated ---------------------------------------------------------------------


@pytest.mark.parametrize("concern", ["general_health", "emotional_wellbeing", "behaviour_school"])
def test_a_need_that_is_well_managed_with_help_in_place_is_level_1(concern):
    assert step(concern, "managed").levels("general") == (1, 1)


# The shape of a ladder ---------------------------------------------------------------------------


@pytest.mark.parametrize(("concern", "step_id", "levels"), RUNGS)
def test_being_at_risk_the_aftermath_and_help_refused_have_lines_of_their_own(concern, step_id, levels):
    assert step(concern, step_id).levels("general") == levels


def test_an_allegation_about_someone_who_works_with_children_goes_to_the_designated_officer_within_one_working_day():
    found = by_id()["staff_allegation"]
    assert "lado" in found.tools
    assert any("LADO" in line and "one working day" in line for line in found.do)
    assert "one working day" in found.step("allegation").text


def test_an_adult_at_risk_goes_to_adult_social_care_and_a_child_at_home_is_not_forgotten():
    found = by_id()["adult_safeguarding"]
    assert "adult_concern" in found.tools
    assert any("adult social care now" in line for line in found.do)
    assert any("still a child" in line for line in found.do)


def test_there_are_seventy_to_a_hundred_concerns_in_four_domains():
    assert 70 <= len(concerns()) <= 100
    assert {concern.domain for concern in concerns()} == set(DOMAINS)


@pytest.mark.parametrize("concern", concerns(), ids=lambda concern: concern.id)
def test_a_ladder_begins_mild_and_ends_where_the_harm_can_end(concern: Concern):
    assert concern.steps[0].level <= (3 if concern.id in NEVER_BELOW_3 else 2)
    assert concern.steps[-1].levels("general")[1] == (3 if concern.id in NEVER_LEVEL_4_ALONE else 4)


@pytest.mark.parametrize("concern", concerns(), ids=lambda concern: concern.id)
def test_no_area_places_a_graver_step_below_a_milder_one(concern: Concern):
    for area in ("general", "torbay"):
        lows, highs = zip(*(found.levels(area) for found in concern.steps), strict=True)
        assert list(highs) == sorted(highs), area
        assert list(lows) == sorted(lows), area


@pytest.mark.parametrize("concern", concerns(), ids=lambda concern: concern.id)
def test_a_concern_has_everyday_words_and_a_way_to_find_out_more(concern: Concern):
    assert len(set(concern.words)) == len(concern.words) >= 10
    assert len(concern.ask) <= 150


def test_a_step_is_short_enough_to_tick():
    assert [name for name, found in STEPS.items() if len(found.text) > 150] == []
    assert [name for name, found in STEPS.items() if found.disputed == found.level] == []


def test_what_a_person_reads_has_typographic_apostrophes():
    read = [
        text
        for concern in concerns()
        for text in (
            concern.label,
            concern.ask,
            *concern.do,
            *concern.do_agreed,
            *(step.text for step in concern.steps),
        )
    ]
    read += [text for tool in tools().values() for text in (tool.name, tool.what, tool.whose)]
    assert not [text for text in (*read, *(strength.label for strength in strengths())) if "'" in text]


def test_every_national_outcome_is_touched_by_some_concern():
    national = {item.key for item in lookup.national_outcomes()}
    assert {outcome for concern in concerns() for outcome in concern.outcomes} == national


def test_every_headline_that_an_area_s_plan_asks_about_is_touched_by_some_concern():
    asked = {item.key for area in map(areas.get, areas.AREA_IDS) if area.concerns for item in area.concerns.items}
    assert {concern.headline for concern in concerns() if concern.headline} == asked


def test_sixteen_strengths_can_be_named():
    assert len(strengths()) == 16


# Mistakes ----------------------------------------------------------------------------------------

GOOD = {
    "id": "a_worry",
    "label": "A worry",
    "words": ["worried"],
    "outcomes": ["health"],
    "ask": "Ask.",
    "step": [{"id": "mild", "level": 2, "text": "Mild", "sources": ["wt2023"]}],
}
MILD = GOOD["step"][0]


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        ({"label": None}, "child.toml: a_worry: add label."),
        ({"lable": "x"}, "child.toml: a_worry: remove or rename lable."),
        ({"outcomes": ["wealth"]}, '"wealth" is not known'),
        ({"tools": ["hammer"]}, '"hammer" is not known'),
        ({"do_sources": ["hearsay"]}, '"hearsay" is not known'),
        ({"id": "A worry"}, "use small letters"),
        ({"step": []}, "give at least one, from the mildest to the gravest"),
        ({"step": [MILD | {"level": 3}, MILD | {"id": "b", "level": 2}]}, "from the mildest to the gravest"),
        ({"step": [MILD, MILD]}, "mild is used twice"),
        ({"step": [MILD | {"level": 5}]}, "a level is 1, 2, 3 or 4"),
        ({"step": [MILD | {"areas": {"torbay": 0}}]}, "a level is 1, 2, 3 or 4"),
        ({"step": [MILD | {"sources": []}]}, "name at least one document"),
        ({"step": [MILD | {"sources": ["hearsay"]}]}, '"hearsay" is not known'),
    ],
)
def test_a_mistake_names_file_key_and_remedy(monkeypatch, mistake, message):
    entry = {key: value for key, value in (GOOD | mistake).items() if value is not None}
    real = content.read_toml
    twin = {"concerns/child.toml": {"concern": [entry]}}
    monkeypatch.setattr(content, "read_toml", lambda package, name: twin.get(name) or real(package, name))
    with pytest.raises(ContentError) as error:
        content.concerns.__wrapped__()
    assert message in str(error.value)
    assert str(error.value).startswith("concerns/child.toml")


def test_a_file_that_is_not_toml_is_named(monkeypatch):
    monkeypatch.setattr(content, "read_toml", lambda _package, _name: tomllib.loads("[["))
    with pytest.raises(ContentError, match=r"concerns/child\.toml: not readable as TOML"):
        content.concerns.__wrapped__()


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        ({"a_worry": {"words": ["x"]}}, '"a_worry" is not known'),
        ({"bullying": {"words": ["x"], "lines": {"loud": ["y"]}}}, '"loud" is not known'),
    ],
)
def test_words_for_the_finder_belong_to_a_ladder_and_a_line_that_there_are(monkeypatch, mistake, message):
    monkeypatch.setattr(content, "read_toml", lambda _package, _name: mistake)
    with pytest.raises(ContentError) as error:
        content.sayings.__wrapped__()
    assert message in str(error.value)
    assert str(error.value).startswith("sayings.toml")
