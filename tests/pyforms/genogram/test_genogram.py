"""A family is the same as text, as steps, as a picture, in words and as GEDCOM."""

import json
from datetime import date

import pytest
from defusedxml import ElementTree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_layout import families

import pyforms
from pyforms.genogram import build, gedcom, notation, spoken
from pyforms.genogram.family import sound
from pyforms.moment import NoDate, age, moment

TODAY = date(2026, 11, 24)
EXAMPLES = {example.name: example for example in pyforms.examples("genogram")}
SVG = "{http://www.w3.org/2000/svg}"


def read(text):
    family, faults = notation.read(text)
    assert not faults
    return family


def result(text, **more):
    return pyforms.submit("genogram", {"text": text, **more}, "general", TODAY)


def svg(text):
    return pyforms.export("genogram", {"text": text}, "general", TODAY, "genogram.svg").decode()


def told(text):
    family = read(text)
    return " ".join(
        [line for _, lines in spoken.generations(family, TODAY) for line in lines] + list(spoken.others(family))
    )


# The notation


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_back_from_its_own_text(name):
    family = read(EXAMPLES[name].answers["text"])
    assert read(notation.write(family)) == family


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(families())
def test_any_family_reads_back_from_its_own_text(text):
    family, _ = notation.read(text)
    once = notation.write(family)
    assert notation.write(read(once)) == once


@given(st.text(max_size=300))
def test_any_text_is_read_or_explained_line_by_line(text):
    family, faults = notation.read(text)
    assert all(fault.line >= 1 and fault.message for fault in faults)
    if family.people:
        assert result(text)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("Ella: purple", "Write girl, boy"),
        ("Ella: born 31 February 2010", "is no date"),
        ("Ann + Bob + Cy", "A couple is two people"),
        ("Ann + Ann", "A couple is two people"),
        ("= Bob", "A parent is missing"),
        ("close: Ann", "Write two people"),
        ("home:", "who lives together"),
        (f"{'x' * 301}: girl", "301 letters"),
    ],
)
def test_a_line_that_cannot_be_read_names_itself_and_the_remedy_and_the_rest_is_drawn(line, remedy):
    found = result(f"Zoe: girl\n{line}")
    (fault,) = [words for words in found.findings["faults"] if words.startswith("Line 2:")]
    assert remedy in fault
    assert 'aria-label="Zoe' in svg(f"Zoe: girl\n{line}")


def test_nobody_to_draw_is_explained():
    with pytest.raises(pyforms.AnswersInvalid, match="nobody to draw"):
        result("# only a remark")


# What cannot be


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A = B\nB = A", "their own ancestor"),
        ("A + B = C\nC + D = A", "their own ancestor"),
        ("A: born 1990\nB: born 1980\nA = B", "born before their parent A"),
        ("A + B = C\nD + E = C", "birth parents twice"),
        ("A: born 1990, died 1980", "died before they were born"),
    ],
)
def test_what_cannot_be_names_the_person_and_the_rest_is_drawn(text, words):
    found = result(text)
    assert any(words in fault for fault in found.findings["faults"])
    assert found.findings["people"] >= 1


def test_five_thousand_people_are_too_many_and_the_first_are_drawn():
    family, faults = sound(read("\n".join(f"P{number}: boy" for number in range(5000))))
    assert "5,000 people" in faults[0]
    assert len(family.people) == 4000


# Dates


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2007", "2007"),
        ("about 1980", "about 1980"),
        ("ABT 1980", "about 1980"),
        ("may 2007", "May 2007"),
        ("12 May 2007", "12 May 2007"),
        ("12/5/2007", "12 May 2007"),
        ("2007-05-12", "12 May 2007"),
    ],
)
def test_dates_may_be_known_in_part(words, said):
    assert str(moment(words)) == said


@pytest.mark.parametrize("words", ["", "31/2/2007", "5007", "soon", "12 Foo 2007", "1-2-3-4"])
def test_a_day_that_does_not_exist_is_no_date(words):
    with pytest.raises(NoDate):
        moment(words)


def test_ages_are_worked_out_on_a_stated_day():
    assert age(moment("24 November 2018"), TODAY) == "8"
    assert age(moment("25 November 2018"), TODAY) == "7"
    assert age(moment("2018"), TODAY) == "7 or 8"
    assert age(moment("about 1980"), TODAY) == "about 46"
    assert age(moment("2027"), TODAY) == ""
    assert "age 5" in svg_on("Ella: girl, born 1 May 2015", "2020-06-01")


def svg_on(text, on):
    return pyforms.export("genogram", {"text": text, "on": on}, "general", TODAY, "genogram.svg").decode()


# The picture


def test_the_picture_says_what_it_draws():
    root = ElementTree.fromstring(svg("Ella [e1]: girl\nSam: boy\nMa + Pa = Ella [e1], Sam\nhome: Ma, Ella [e1]"))
    people = {
        group.get("data-person"): group.get("aria-label") for group in root.iter(f"{SVG}g") if group.get("data-person")
    }
    assert people["e1"] == "Ella, female"
    (union,) = [group for group in root.iter(f"{SVG}g") if group.get("data-union")]
    assert union.get("data-children").split()[0] == "e1"
    assert len(union.get("data-partners").split()) == 2
    (home,) = [group for group in root.iter(f"{SVG}g") if group.get("data-household")]
    assert "e1" in home.get("data-members").split()


def test_the_key_holds_the_symbols_that_are_used_and_no_others():
    plain, more = svg("Ann: woman\nBob: man\nAnn + Bob"), svg("Ann: woman, died 2001\nBob: man\nAnn // Bob")
    assert ">has died<" not in plain
    assert ">divorced<" not in plain
    assert ">has died<" in more
    assert ">divorced<" in more
    assert ">enduring relationship<" in plain


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", 'a" onload="x', "محمد", "ਗੁਰਪ੍ਰੀਤ", "x" * 300, "\u202eevil"]
)
def test_any_name_is_words_and_nothing_else(name):
    ElementTree.fromstring(svg(f'"{name.replace(chr(34), "")}": girl'))
    assert "<script" not in svg(f'"{name.replace(chr(34), "")}": girl')


# In words


def test_the_words_say_whose_child_whom_with_and_what_ended():
    words = told(
        "Ella: girl, born 2015\nKasia: woman\nTom: man\nKasia / Tom = Ella, miscarriage 2016, Sam\nhome: Kasia, Ella"
    )
    assert "Ella: female, born 2015, aged 10 or 11. Child of Kasia and Tom. Lives with Kasia." in words
    assert "Kasia and Tom have an enduring relationship, and are separated." in words
    assert "Children, eldest first: Ella, a miscarriage in 2016 and Sam." in words
    assert "Kasia and Ella live in one household." in words


# Steps


def stepped(text, do, who="", name="", sex="unknown"):
    return build.step(json.dumps({"text": text, "do": do, "who": who, "name": name, "sex": sex}))


def test_four_generations_are_built_step_by_step():
    made = stepped("", "person", name="Mia", sex="female")
    made = stepped(made["text"], "parent", made["who"], "Mum", "female")
    mum = made["who"]
    made = stepped(made["text"], "partner", mum, "Dan", "male")
    made = stepped(made["text"], "separated", mum)
    made = stepped(made["text"], "parent", mum, "Nan", "female")
    made = stepped(made["text"], "parent", made["who"], "Great-nan", "female")
    made = stepped(made["text"], "died", made["who"])
    family = read(made["text"])
    assert len(family.people) == 5
    assert "Mum / Dan" in made["text"]
    assert "Great-nan: female, died" in made["text"]
    assert len(spoken.generations(family, TODAY)) == 4


@pytest.mark.parametrize("do", build.STEPS)
def test_every_step_gives_a_text_that_reads(do):
    made = stepped("Ella: girl\nMa + Pa = Ella", do, "p1", "New", "male")
    read(made["text"])


def test_someone_can_live_in_two_households():
    made = stepped("Ella: girl\nMa + Pa = Ella", "home", "p1")
    made = stepped(made["text"], "other-home", made["who"])
    assert [home.members for home in read(made["text"]).households] == [("p1",), ("p1",)]
    assert len(read(stepped(made["text"], "home", "p1")["text"]).households) == 1


def test_a_step_on_a_text_with_a_fault_changes_nothing():
    made = stepped("Ella: girl\nAnn + Bob + Cy", "child", "p1", "New")
    assert made["text"] == "Ella: girl\nAnn + Bob + Cy"
    assert "Mend line 2" in made["problem"]


def test_a_step_keeps_the_words_about_a_person_that_have_no_symbol():
    made = stepped("Ella: girl\nDad: man, born 1980, in prison\nDad = Ella", "sibling", "p1", "Sam", "male")
    assert "Dad: male, born 1980, in prison\n" in made["text"]
    assert "Dad = Ella, Sam\n" in made["text"]


def test_a_name_and_a_date_are_changed_and_a_slip_in_a_date_changes_nothing():
    asked = {"text": "Ella: girl", "do": "change", "who": "p1", "name": "Ellie", "sex": "female", "born": "may 2018"}
    assert build.step(json.dumps(asked))["text"] == "Ellie: female, born May 2018\n"
    wrong = build.step(json.dumps({**asked, "born": "32 May 2018"}))
    assert wrong["text"] == "Ella: girl"
    assert "is no date" in wrong["problem"]


def test_the_family_as_text_opens_again():
    text = pyforms.export("genogram", {"text": "Ma + Pa = Ella"}, "general", TODAY, "family.txt")
    opened = pyforms.open_saved(text)
    assert read(opened.answers["text"]) == read("Ma + Pa = Ella")


# GEDCOM


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_comes_back_from_gedcom(name):
    family = read(EXAMPLES[name].answers["text"])
    again, lost = gedcom.read(gedcom.write(family).encode())
    assert not lost
    assert spoken.generations(again, TODAY) == spoken.generations(family, TODAY)
    assert spoken.others(again) == spoken.others(family)


OLD = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 DATE 3 MAR 2024
1 CHAR UTF-8
0 @I7@ INDI
1 NAME Jean /Smith/
1 SEX F
1 BIRT
2 DATE BEF 1950
2 PLAC Leeds
1 OCCU Nurse
1 FAMS @F1@
0 @I8@ INDI
1 NAME John /Smith/
1 SEX M
1 DEAT Y
0 @I9@ INDI
1 NAME John /Smith/
1 FAMC @F1@
2 PEDI adopted
0 @F1@ FAM
1 HUSB @I8@
1 WIFE @I7@
1 CHIL @I9@
1 DIV
0 TRLR
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_gedcom_of_another_program_opens_under_its_own_ids_and_says_what_is_not_shown(encoding):
    envelope = pyforms.open_saved(OLD.encode(encoding))
    assert (envelope.form, envelope.saved) == ("genogram", date(2024, 3, 3))
    assert "cannot show: 1 of OCCU" in envelope.answers["text"]
    drawn = svg(envelope.answers["text"])
    assert all(f'data-person="{one}"' in drawn for one in ("I7", "I8", "I9"))
    words = told(envelope.answers["text"])
    assert "Adopted child of John Smith [I8] and Jean Smith" in words
    assert "are divorced" in words
    assert "born about 1950" in words


@pytest.mark.parametrize("data", [b"0 HEAD\n", b"0 HEAD\n1 CHAR ANSEL\n0 @I1@ IN", b"0 HEAD\n0 @I1@ NOTE x\n0 TRLR"])
def test_gedcom_with_nobody_in_it_is_explained(data):
    with pytest.raises(pyforms.CannotOpen, match="nobody in it"):
        pyforms.open_saved(data)


@given(st.binary(max_size=300))
def test_any_bytes_after_a_gedcom_head_are_read_or_explained(data):
    try:
        opened = pyforms.open_saved(b"0 HEAD\n" + data)
    except pyforms.CannotOpen:
        return
    assert opened.form == "genogram"
