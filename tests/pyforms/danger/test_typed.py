"""Danger as it is typed in a hurry, with signs and half the letters, is read as if it had been written out."""

import pytest
from danger_figures import sentences

import pyforms
from pyforms import danger
from pyforms.danger import words


def plain(text):
    return [word.plain for word in words.row(text)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("no 1 seen ch", "no one seen child"),
        ("no1 seen, any 1, any1", "no one seen, anyone, anyone"),
        ("mum wnt open, cnt say", "mum wont open, cant say"),
        ("thru til tonite", "through until tonight"),
        ("till he came", "until he came"),
        ("skull #", "skull fracture"),
        ("# femur", "fracture femur"),
        ("#femur", "fracture femur"),
        ("bruises + bleeding & sore n red", "bruises and bleeding and sore and red"),
        ("mum+dad", "mum and dad"),
        ("w her kids", "with her kids"),
        ("v sore", "very sore"),
        ("£300", "quid 300"),
        ("to A&E", "to hospital"),
        ("6/52 old", "6 weeks old"),
        ("yr11 lad, y6 girl", "year 11 lad, year 6 girl"),
        ("20ish", "20"),
        ("he shoutd, she kickd n punchd him", "he shouted, she kicked and punched him"),
        ("she'll jump, they've gone, we'd hit", "she jump, they gone, we hit"),
        ("DNA x5", "was not brought x5"),
        ("cover sup, HLTA, TA, lunchtime lady", "teacher, teacher, teacher, teacher"),
        ("od'd", "overdose"),
        ("4yo", "4 year"),
        ("gona txt him", "text him"),
    ],
)
def test_what_is_typed_short_is_read_as_what_it_stands_for(typed, written):
    assert plain(typed) == plain(written)


@pytest.mark.parametrize("text", ["wet nappies ++", "4 + 5", "#proudmum", "C# minor", "24/7 care"])
def test_a_sign_that_stands_for_no_word_of_danger_is_left_alone(text):
    assert not {"fractur", "and", "week"} & {*plain(text)}


@pytest.mark.parametrize(
    "text", ["grand", "stand", "around", "behind", "thousand", "second", "ground", "blind", "world", "hundred"]
)
def test_an_ordinary_word_that_ends_in_a_d_is_no_past_of_danger(text):
    assert plain(text) == [text]


def test_two_words_that_are_one_are_quoted_whole():
    (first, *_) = words.row("no 1 came")
    assert (first.start, first.end) == (0, 4)


OUTSIDER, TYPED = sentences("fourth_outsider.json"), sentences("typed.json")
PLAIN = [(row, kind) for row in (*OUTSIDER, *TYPED) if "kind" in row for kind in [row["kind"]]]


def signs(text, age=None):
    return danger.read(text, age=age)


def kinds_of(text, age=None):
    return {kind for sign in signs(text, age) for kind in sign.kinds}


def is_red(text, age=None):
    return any(sign.stated for sign in signs(text, age))


@pytest.mark.parametrize(("row", "kinds"), PLAIN, ids=lambda each: each["text"] if isinstance(each, dict) else "")
def test_danger_that_is_typed_in_a_hurry_is_told_for_what_it_is_and_for_nothing_else(row, kinds):
    told = kinds_of(row["text"], row.get("age"))
    assert told & {*kinds}
    assert not told & {*row.get("never", ())}


@pytest.mark.parametrize("row", [row for row in OUTSIDER if row["truth"] == "possible"], ids=lambda row: row["text"])
def test_what_is_little_cause_is_never_red(row):
    assert not is_red(row["text"])


@pytest.mark.parametrize("rows", [OUTSIDER, TYPED], ids=["outsider", "typed"])
def test_everyday_notes_of_health_visitors_nurseries_and_schools_are_silent(rows):
    notes = [row for row in rows if row["truth"] == "harmless"]
    asked = [row["text"] for row in notes if signs(row["text"], row.get("age"))]
    assert len(notes) >= 10
    assert len(asked) <= len(notes) // 20
    assert not any(is_red(row["text"], row.get("age")) for row in notes)


@pytest.mark.parametrize("age", [None, 0, 9])
@pytest.mark.parametrize(
    "text",
    [
        "no bruises, marks or rashes",
        "nil bruising",
        "No bruising or swelling noted to limbs",
        "no visible injuries, no new marks",
        "bruise free",
        "free of marks",
        "no signs of bruising",
        "denies pain",
        "without any marks",
    ],
)
def test_a_mark_that_was_looked_for_and_not_found_is_silent(text, age):
    assert signs(text, age) == ()


@pytest.mark.parametrize(
    "text",
    [
        "no rash, bruise on cheek",
        "no bruises and a mark on her ear",
        "no bruising, swollen left arm",
        "No bruises but swelling left arm",
        "no explanation for the bruise",
        "no marks this time",
        "nobody knows how he got the bruise",
        "he hits her and leaves no marks",
        "no other marks, bruise over left cheekbone",
    ],
)
def test_a_denied_mark_hides_no_other_and_none_that_was_there_before(text):
    assert signs(text, 0)


@pytest.mark.parametrize(
    "text", ["denies DA, partner present", "She denies DA", "no concerns about DV", "denies self harm"]
)
def test_a_denial_of_abuse_by_somebody_is_asked_about(text):
    assert signs(text)


def test_what_is_denied_to_a_question_asked_of_everyone_is_silent_unless_something_unsettles_it():
    assert signs("Routine enquiry asked, denies DA") == ()
    assert signs("Routine enquiry asked, denies DA, partner present")
    assert signs("Routine enquiry asked, denies DA but tearful")


@pytest.mark.parametrize("text", ["PSHE lesson on county lines and knife crime", "knife crime in assembly, joined in"])
def test_what_a_lesson_was_about_is_silent(text):
    assert signs(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "county lines in PSHE, then told me his brother does it",
        "PSHE lesson on county lines, left upset and said she is holding bags",
        "he was touched by a boy in PSHE",
    ],
)
def test_what_somebody_told_after_a_lesson_or_did_in_it_is_not_silent(text):
    assert signs(text)


@pytest.mark.parametrize(
    ("text", "age", "kind"),
    [
        ("bf is 22", 15, "sexual_exploitation"),
        ("seeing a 19 year old", 14, "sexual_exploitation"),
        ("home alone until 8", 5, "unsafe_care"),
        ("no wet nappy since last night", 0, "emergency"),
        ("mum smokes weed, bed sharing", 0, "intoxicated_carer"),
    ],
)
def test_what_is_danger_only_for_a_young_child_is_red_where_the_form_knows_the_age(text, age, kind):
    assert is_red(text, age)
    assert kind in kinds_of(text, age)
    assert not is_red(text, 17)
    assert not is_red(text)


@pytest.mark.parametrize("text", ["mum's bf is 34", "sister's boyfriend is 22", "bf is 15, same year", "bf is 16"])
def test_whoever_is_no_adult_partner_of_the_child_is_never_red(text):
    assert not is_red(text, 15)


def test_the_threshold_tool_reads_with_the_age_it_asks_for():
    form = pyforms.get("threshold")
    answers = form.answers.model_validate(
        {"danger": "no", "child_age": 15, "concerns": {"self_esteem": {"step": "secure", "notes": "bf is 22"}}}
    )
    assert [each.sign.kinds for each in danger.found(form, answers)] == [("sexual_exploitation",)]


@pytest.mark.parametrize(
    "text",
    [
        "he pulls up weeds, weeding with grandad",
        "swimming gear on the table",
        "good bladder control",
        "mark book is full",
    ],
)
def test_a_known_compound_is_no_danger(text):
    assert signs(text) == ()


@pytest.mark.parametrize(
    "text", ["smokes weed with the baby in bed", "she hopes to die", "let me die", "bleeds every night"]
)
def test_no_single_word_is_silenced_by_a_saying_that_is_cut_to_it(text):
    """“Weeding” was cut to “weed”, “died” to “die”, and silenced both everywhere."""
    assert signs(text)
