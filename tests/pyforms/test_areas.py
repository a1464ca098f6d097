"""The area profiles: every figure, number and address as the sources state it, and nothing of a person."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyforms import areas
from pyforms.areas import check, load
from pyforms.areas.keys import Situation

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "pyforms" / "areas"
SOURCES = ROOT.parent / "shared" / "sources"
DOCUMENT = {
    "torbay": "torbay-early-help-restorative-handbook-2021.txt",
    "solihull": "solihull-early-help-guidance-and-family-plan.txt",
    "kent": "kent-early-help-review-guidance.txt",
    "doncaster": "doncaster-early-help-practice-handbook.txt",
    "general": "what-is-good-early-help-quality-standards.txt",
}
with_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the repository")
every_area = pytest.mark.parametrize("area", [areas.get(a) for a in areas.AREA_IDS], ids=areas.AREA_IDS)
ours_with_sources = pytest.mark.parametrize("area", [areas.get(a) for a in DOCUMENT], ids=[*DOCUMENT])


def source_text(area_id):
    return (SOURCES / DOCUMENT[area_id]).read_text()


def values(area_id):
    return tomllib.loads((FOLDER / f"{area_id}.toml").read_text())


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))


def prose(found):
    """Every sentence of ours in a fact."""
    shown = found.model_dump(exclude={"source", "where", "name", "note", "words_source", "web"})
    return [text for text in shown.values() if isinstance(text, str)]


# The files


def test_every_area_file_passes_the_build_check():
    areas.check_all()


def test_every_file_in_the_folder_is_an_area_the_general_one_first():
    files = sorted(path.stem for path in FOLDER.glob("*.toml"))
    assert ("general", *(area_id for area_id in files if area_id != "general")) == areas.AREA_IDS


def test_the_browser_finds_the_areas_by_their_json_twins(tmp_path):
    shutil.copytree(ROOT / "pyforms", tmp_path / "pyforms", ignore=shutil.ignore_patterns("*.toml", "__pycache__"))
    for area_id in areas.AREA_IDS:
        twin = tmp_path / "pyforms" / "areas" / f"{area_id}.toml.json"
        twin.write_text(json.dumps(values(area_id), default=str))
    program = "from pyforms import areas; print(*(areas.get(area_id).id for area_id in areas.AREA_IDS))"
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == list(areas.AREA_IDS)


def test_an_unknown_area_lists_the_known_ones():
    with pytest.raises(KeyError, match=rf"'atlantis' is not an area\. Use one of: {', '.join(areas.AREA_IDS)}"):
        areas.get("atlantis")


# Mistakes


def without(*path):
    return lambda table: inside(table, path[:-1]).pop(path[-1])


def given_as(value, *path):
    return lambda table: inside(table, path[:-1]).update({path[-1]: value})


def inside(table, path):
    for key in path:
        table = table[key]
    return table


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("name"), "name: missing. Add name = ... at the top of the file."),
        (without("levels", "2", "early_help"), "levels.2.early_help: missing. Add early_help = ... under [levels.2]."),
        (without("contacts", "send_plans_to", "email"), "contacts.send_plans_to: a contact needs a phone, an email"),
        (given_as("ring us", "contacts", "emergency", "phone"), "contacts.emergency.phone: write digits and spaces"),
        (given_as(5, "scale", "best"), "scale: lowest must be below highest, and best must be one of the two. Correct"),
        (given_as(list("TMART"), "smart", "words"), "smart.words: the five words must begin with S, M, A, R and T"),
        (given_as({}, "timescales", "tea"), "timescales.tea: Input should be 'assessment', 'first_meeting'"),
        (given_as("fortnights", "timescales", "review", "unit"), "timescales.review.unit: Input should be 'hours'"),
        (given_as("torquay", "id"), "id: is 'torquay'. Give it the file's own name."),
    ],
)
def test_a_mistake_names_file_key_and_remedy(change, message):
    broken = values("torbay")
    change(broken)
    found = [f"{'.'.join(path)}: {says}" for path, says in check.of_values(broken, "torbay.toml")]
    assert any(each.startswith(message) for each in found), found


def leaves(table, path=()):
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(value, (dict, list)) and not (isinstance(value, list) and isinstance(value[0], str)):
            yield from leaves(value, (*path, key))
        elif isinstance(key, str):
            yield (*path, key)


KEYS = [(area_id, path) for area_id in areas.AREA_IDS for path in leaves(values(area_id))]


@settings(deadline=None)  # a busy machine reads a file slowly now and then
@given(st.sampled_from(KEYS))
def test_any_key_misspelt_anywhere_is_named(choice):
    area_id, path = choice
    broken = values(area_id)
    table = inside(broken, path[:-1])
    table[f"{path[-1]}x"] = table.pop(path[-1])
    named = tuple(map(str, (*path[:-1], f"{path[-1]}x")))
    found = dict(check.of_values(broken, f"{area_id}.toml"))
    assert found[named].startswith("not a key that is known")


def test_a_file_that_is_not_toml_is_named(monkeypatch):
    monkeypatch.setattr(load.resources, "read_toml", lambda *_: tomllib.loads("name = ?"))
    with pytest.raises(areas.AreaInvalid, match=r"kent\.toml: cannot be read as TOML: .*line 1"):
        load.get.__wrapped__("kent")


def changed(area_id, **update):
    return areas.get(area_id).model_copy(update=update)


def test_two_next_steps_for_one_situation_are_named():
    kent = values("kent")
    kent["routes"].append(next(route for route in kent["routes"] if route["situation"] == "stuck"))
    assert any("level 1, stuck is there already" in says for _, says in check.beyond(kent, "kent.toml"))


def test_a_gap_in_the_general_profile_is_named():
    faults = [*check.incomplete(changed("general", routes=(), words={}, levels={}))]
    assert "general.toml: routes: level 4, danger is missing. Add it." in faults
    assert "general.toml: levels.2: missing. Add it." in faults
    assert "general.toml: words.lead_role: missing. Add it." in faults


# Nobody's name, number or address


def mailboxes(area):
    return [contact.email for contact in area.contacts.values() if contact.email]


@every_area
def test_a_mailbox_belongs_to_a_team(area):
    assert not [
        box for box in mailboxes(area) if "." in box.split("@")[0] and not box.startswith("Torbay.Safeguarding@")
    ]


@pytest.mark.parametrize("area_id", areas.AREA_IDS)
def test_no_mobile_number_is_given(area_id):
    assert not re.search(r"\b07\d{3}\b", (FOLDER / f"{area_id}.toml").read_text())


@with_sources
def test_no_one_named_in_a_source_is_named_here():
    people = {
        name
        for area_id in DOCUMENT
        for pair in re.findall(r"\b([A-Za-z]+)\.([A-Za-z]+)@", source_text(area_id))
        for name in map(str.capitalize, pair)
    } - {"Torbay", "Safeguarding"}
    assert len(people) > 30
    ours = " ".join((FOLDER / f"{area_id}.toml").read_text() for area_id in areas.AREA_IDS)
    assert not people & set(re.findall(r"[A-Z][a-z]+", ours))


# Contacts


# Numbers that stand on no handbook’s page, as they were read on a council’s own page, by its source.
ON_A_PUBLIC_PAGE = {"torbay-lado-page": "01803 208541"}


@with_sources
@pytest.mark.parametrize("area_id", ["torbay", "solihull", "kent", "doncaster"])
def test_every_number_and_mailbox_is_in_the_source(area_id):
    text = source_text(area_id)
    digits = re.sub(r"[ -]", "", text)
    for contact in areas.get(area_id).contacts.values():
        if contact.source in ON_A_PUBLIC_PAGE:
            assert contact.phone == ON_A_PUBLIC_PAGE[contact.source]
            continue
        assert not contact.phone or re.search(rf"(?<!\d){contact.tel}(?!\d)", digits), contact.name
        assert contact.email.lower() in text.lower()


def test_doncaster_answers_on_the_numbers_its_handbook_gives():
    numbers = {key: contact.tel for key, contact in areas.get("doncaster").contacts.items() if contact.phone}
    assert numbers == {
        "safeguarding_day": "01302737777",
        "safeguarding_professionals": "01302737033",
        "safeguarding_out_of_hours": "01302796000",
        "early_help_enquiry": "01302734110",
        "early_help_advice": "01302736250",
        "short_breaks": "01302737448",
        "record_system_support": "01302736036",
    }


def test_torbay_answers_by_day_and_out_of_hours():
    found = areas.get("torbay").contacts
    assert found["safeguarding_day"].tel == "01803208100"
    assert found["safeguarding_out_of_hours"].tel == "03004564876"
    assert found["send_plans_to"].email == "Targetedhelp@torbay.gov.uk"


@every_area
def test_everyone_can_find_help_now(area):
    found = areas.contacts(area)
    assert found["emergency"].phone == "999"
    assert found["child_helpline"].tel == "08001111"
    assert found["adult_helpline"].tel == "08088005000"
    assert found["find_council"].web


def test_where_a_source_contradicts_itself_we_say_so():
    assert "dcstrust.co.uk" in areas.get("doncaster").contacts["safeguarding_day"].note
    assert "Torbay.Safeguarding@torbay.gov.uk" in areas.get("torbay").contacts["safeguarding_day"].note


@pytest.mark.parametrize("area_id", ["solihull", "kent"])
def test_an_area_without_a_number_in_its_source_gives_none_and_says_where_to_find_it(area_id):
    area = areas.get(area_id)
    assert not [contact for contact in area.contacts.values() if contact.phone or contact.email]
    assert areas.contact(area, "find_council").web.startswith("https://www.")


@pytest.mark.parametrize(
    ("area_id", "own"), [("torbay", True), ("doncaster", True), ("kent", False), ("general", False)]
)
def test_a_known_number_is_given_where_the_general_rule_says_find_your_council(area_id, own):
    area = areas.get(area_id)
    for level, situation in product((1, 2, 3, 4), get_args(Situation)):
        route = areas.route(area, level, situation)
        found = areas.route_contacts(area, route)
        finder = areas.contact(area, "find_council") in found
        assert finder == ("find_council" in route.contacts and not own)
        if "find_council" in route.contacts and own:
            assert area.contacts["safeguarding_day"] in found
            assert area.contacts["safeguarding_out_of_hours"] in found


@every_area
def test_where_harm_is_likely_nobody_is_told_to_wait_for_consent(area):
    routes = [areas.route(area, level, "danger") for level in (1, 2, 3, 4)]
    routes += [areas.route(area, 4, situation) for situation in ("refused", "step_up")]
    for text in (route.text for route in routes if "consent" in route.text.lower()):
        assert "do not need consent" in text or "by the general rule you need none" in text


def test_solihulls_number_is_found_on_its_councils_own_page():
    found = areas.contact(areas.get("solihull"), "find_council")
    assert found.web.startswith("https://www.solihull.gov.uk/")
    assert not found.phone


def test_torbays_newer_page_stands_beside_the_handbooks_mailbox():
    area = areas.get("torbay")
    sent = area.contacts["send_assessment_to"]
    assert sent.web == area.contacts["early_help_enquiry"].web == area.sources["torbay-hub-page"].web
    assert not sent.email
    assert "ring 01803 208100 and ask where to send it" in sent.for_whom
    assert area.sources["torbay-hub-page"].caveat == "Not sure: one source only."
    assert "portal" in area.forms["assessment"].send_to
    assert "portal" in areas.route(area, 3, "multi_agency").text


# Levels


@pytest.mark.parametrize(
    ("area_id", "early_help"),
    [("general", "23"), ("torbay", "23"), ("solihull", "123"), ("kent", "23"), ("doncaster", "23")],
)
def test_early_help_is_at_the_levels_the_area_says(area_id, early_help):
    assert "".join(level.number for level in areas.levels(areas.get(area_id)) if level.early_help) == early_help


@every_area
def test_there_are_always_levels_described_for_families_and_practitioners(area):
    found = areas.levels(area)
    assert {number for level in found for number in level.usual} == {1, 2, 3, 4}
    assert area.counts_its_own_way or [level.number for level in found] == ["1", "2", "3", "4"]
    assert all(level.name and level.plain and level.practitioner and level.who_responds for level in found)


def test_words_that_are_not_the_areas_own_name_their_source():
    solihull = areas.levels(areas.get("solihull"))
    assert [level.source for level in solihull[:3]] == ["solihull-guidance"] * 3
    assert [level.words_source for level in solihull[:3]] == ["common-practice"] * 3
    assert not any(level.words_source for level in areas.levels(areas.get("doncaster")))


def test_the_note_beside_the_levels_says_whose_they_are():
    assert "names are Kent’s own" in areas.levels_note(areas.get("kent"))
    assert "descriptions are general" in areas.levels_note(areas.get("solihull"))
    assert areas.levels_note(areas.get("torbay")) == areas.levels_note(areas.get("doncaster")) == ""


def test_kents_levels_have_its_partnerships_names_and_say_how_sure_they_are():
    area = areas.get("kent")
    assert [level.name for level in areas.levels(area)] == ["Universal", "Additional", "Intensive", "Specialist"]
    assert {areas.source_of(area, level).how_sure for level in areas.levels(area)} == {"one"}


def test_doncaster_meets_level_1_with_your_place_your_family():
    area = areas.get("doncaster")
    step = areas.route(area, 1, "single_agency")
    assert {contact.name.split(", ")[-1] for contact in areas.route_contacts(area, step)} == {
        "North",
        "East",
        "South",
        "Central",
    }


# Scales and SMART


def test_a_lower_score_is_better_in_torbay():
    scale = areas.scale(areas.get("torbay"))
    assert (scale.lowest, scale.highest, scale.best, scale.worst) == (1, 10, 1, 10)
    assert "crisis" in scale.worst_words
    assert scale.progress(before=8, after=7) == 1


@pytest.mark.parametrize("area_id", ["general", "solihull", "kent", "doncaster"])
def test_a_higher_score_is_better_elsewhere(area_id):
    scale = areas.scale(areas.get(area_id))
    assert (scale.lowest, scale.highest, scale.best, scale.worst) == (0, 10, 10, 0)
    assert scale.progress(before=4, after=5) == 1
    assert scale.best_words == scale.highest_words


def test_kent_scales_how_safe_the_child_is_and_owns_up_to_words_of_ours():
    scale = areas.get("kent").scale
    assert "safe" in scale.asks
    assert "safe" in scale.lowest_words
    assert scale.ours == ("lowest",)


def test_torbay_scales_how_worried_the_family_is():
    assert areas.get("torbay").scale.asks.startswith("worried the family is")


def test_doncaster_states_no_scale_so_the_general_one_serves():
    assert areas.get("doncaster").scale is None
    assert areas.scale(areas.get("doncaster")).source == "common-practice"


@given(st.sampled_from(areas.AREA_IDS), st.floats(0, 10), st.floats(0, 10))
def test_reaching_the_hope_is_never_a_step_back(area_id, before, after):
    scale = areas.scale(areas.get(area_id))
    assert scale.progress(before, after) == -scale.progress(after, before)
    assert scale.progress(scale.worst, scale.best) == scale.highest - scale.lowest


@pytest.mark.parametrize(
    ("area_id", "letters"),
    [
        ("torbay", "Specific Measurable Agreed Realistic Timely"),
        ("solihull", "Specific Measurable Attainable Relevant Timely"),
        ("kent", "Specific Measurable Achievable Realistic Time-bound"),
    ],
)
def test_smart_is_spelt_out_as_the_area_does(area_id, letters):
    assert " ".join(areas.smart(areas.get(area_id)).words) == letters


# Timescales


@pytest.mark.parametrize(
    ("area_id", "key", "text"),
    [
        ("torbay", "assessment", "within 20 working days"),
        ("torbay", "first_meeting", "within 10 working days"),
        ("torbay", "plan_shared", "within 7 days"),
        ("torbay", "first_review", "within 6 weeks"),
        ("torbay", "review", "every 6 weeks"),
        ("torbay", "usual_length", "12 to 14 weeks"),
        ("torbay", "senior_review", "after 6 months"),
        ("torbay", "panel", "every week"),
        ("doncaster", "assessment", "within 30 days"),
        ("doncaster", "first_meeting", "within 30 days"),
        ("doncaster", "review", "every 6 weeks"),
        ("doncaster", "single_agency_review", "after 12 weeks"),
        ("doncaster", "outcome_tool_review", "every 3 months"),
        ("doncaster", "enquiry_reply", "within 1 working day"),
        ("kent", "review", "every 6 weeks"),
        ("kent", "enquiry_reply", "within 2 working days"),
        ("kent", "meeting_length", "at most 1 hour"),
        ("general", "first_review", "within 6 weeks"),
        ("general", "referral_decision", "within 1 working day"),
        ("general", "statutory_assessment", "within 45 working days"),
    ],
)
def test_a_timescale_is_the_one_the_source_gives(area_id, key, text):
    assert areas.get(area_id).timescales[key].text == text


def test_no_other_timescale_is_claimed():
    counts = {area_id: len(areas.get(area_id).timescales) for area_id in DOCUMENT}
    assert counts == {"general": 3, "torbay": 8, "solihull": 0, "kent": 3, "doncaster": 6}


def test_what_an_area_does_not_state_comes_from_the_general_rule():
    assert areas.timescale(areas.get("solihull"), "first_review").source == "quality-standards"
    assert areas.timescale(areas.get("solihull"), "panel") is None


# Consent, outcomes, concerns


def test_consent_is_signed_in_doncaster_and_may_be_verbal_in_torbay():
    assert areas.consent(areas.get("doncaster")).kind == "written"
    assert areas.consent(areas.get("torbay")).kind == "written or verbal"
    assert areas.consent(areas.get("kent")) is None


def test_doncasters_consent_form_offers_six_decisions():
    assert len({item.key for item in areas.get("doncaster").consent.decisions}) == 6


def test_three_of_ten_unmet_outcomes_make_a_stronger_family_in_doncaster():
    outcomes = areas.get("doncaster").outcomes
    assert (outcomes.named_at, outcomes.count, outcomes.called) == (3, 10, "Stronger Family")


def test_the_national_framework_has_as_many_outcomes_as_it_says():
    outcomes = areas.get("general").outcomes
    assert len({item.key for item in outcomes.items}) == outcomes.count == 10


def test_solihull_asks_about_seven_headline_concerns():
    assert len({item.key for item in areas.get("solihull").concerns.items}) == 7


def test_refusal_follows_the_areas_own_rule_or_the_quality_standards():
    assert "until significant harm is likely" in areas.rule(areas.get("doncaster"), "refusal").text
    assert areas.rule(areas.get("kent"), "refusal").source == "quality-standards"


# Next steps


@every_area
def test_there_is_a_next_step_for_every_level_and_situation(area):
    for level, situation in product((1, 2, 3, 4), get_args(Situation)):
        step = areas.route(area, level, situation)
        assert step.text
        assert areas.source_of(area, step).title


@every_area
def test_danger_always_leads_to_999_first(area):
    for level in (1, 2, 3, 4):
        assert areas.route_contacts(area, areas.route(area, level, "danger"))[0].phone == "999"


def test_no_progress_after_12_weeks_moves_a_doncaster_plan_to_level_3():
    step = areas.route(areas.get("doncaster"), 2, "stuck")
    assert step.timescale == "single_agency_review"
    assert "level 3" in step.text


@pytest.mark.parametrize("area_id", ["torbay", "doncaster", "general"])
@pytest.mark.parametrize("level", [2, 3])
def test_after_a_step_down_the_first_review_starts_from_the_social_workers_plan(area_id, level):
    assert "social worker’s" in areas.route(areas.get(area_id), level, "step_down").text


def test_doncasters_review_form_waits_for_social_cares_manager():
    assert "only once that manager has agreed" in areas.route(areas.get("doncaster"), 3, "step_up").text


def test_doncasters_handbook_names_eight_public_pages():
    assert len({link.web for link in areas.get("doncaster").links}) == 8


def test_an_area_says_what_it_does_not_state():
    assert {"smart", "consent", "outcomes"} <= set(areas.not_stated(areas.get("kent")))
    assert "scale" in areas.not_stated(areas.get("doncaster"))
    assert not areas.stated(areas.get("solihull"), "timescales", "review")
    assert areas.stated(areas.get("kent"), "timescales", "review")


# Our words


@with_sources
@ours_with_sources
def test_no_run_of_nine_words_is_copied_from_a_source(area):
    theirs = " ".join(words(source_text(area.id)))
    for key, fact in check.facts(area):
        for text in prose(fact):
            ours = words(text)
            copied = [run for i in range(len(ours) - 8) if (run := " ".join(ours[i : i + 9])) in theirs]
            assert not copied, key


@every_area
def test_words_for_families_are_short_and_hold_no_acronym(area):
    for key, fact in check.facts(area):
        plain = getattr(fact, "plain", "")
        assert not re.search(r"\b[A-Z]{2,}\b", plain), key
        for sentence in re.split(r"[.?!:]", plain):
            assert len(sentence.split()) <= 20, f"{key}: {sentence}"
