"""Another program's file is read as its writer meant it, or a remark names what was not taken in."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from meaning import meaning

import pyforms
from pyforms.genogram import gedcom
from pyforms.genogram.character_sets import decoded

TODAY = date(2026, 11, 24)
COUPLE = "0 @I1@ INDI\n1 NAME Ann\n1 SEX F\n0 @I2@ INDI\n1 NAME Bob\n1 SEX M\n0 @I3@ INDI\n1 NAME Ella\n"
FAMILY = "0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I3@\n"


def ged(body, charset="UTF-8"):
    return f"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR {charset}\n{body}\n0 TRLR\n"


def opened(text, encoding="utf-8"):
    return pyforms.open_saved(text.encode(encoding)).answers["text"]


def read(body):
    text = opened(ged(body))
    people, means, said, _ = meaning(text)
    assert not said
    return people, means, [line for line in text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize(
    ("words", "said", "remark"),
    [
        ("BEF 1950", "born about 1950", "“BEF 1950”: shown as about a year"),
        ("AFT 0850", "", "“AFT 0850”: no date that can be shown"),
        ("BEF 2452", "", "“BEF 2452”: no date that can be shown"),
        ("BET 0001 AND 0002", "", "“BET 0001 AND 0002”: no date"),
        ("BET 2012 AND 2014", "born about 2012", "“BET 2012 AND 2014”: shown as about a year"),
        ("FROM 2001 TO 2005", "born about 2001", "shown as about a year"),
        ("1880/81", "born about 1880", "shown as about a year"),
        ("12 FEB 1740/1", "born about 1740", "shown as about a year"),
        ("@#DJULIAN@ 5 MAR 1700", "born about 1700", "shown as about a year"),
        ("EST AFT 1731", "born about 1731", "shown as about a year"),
        ("EITHER 1731 OR 1734", "born about 1731", "shown as about a year"),
        ("31 FEB 2010", "born about 2010", "shown as about a year"),
        ("JUN QTR 1990", "born about 1990", "shown as about a year"),
        ("(a Tuesday)", "", "“(a Tuesday)”: no date that can be shown"),
        ("c1850", "born about 1850", ""),
        ("1990?", "born about 1990", ""),
        ("2010 MAY 12", "born 12 May 2010", ""),
        ("5 MAR 2001", "born 5 Mar 2001", ""),
    ],
)
def test_a_date_is_shown_or_named(words, said, remark):
    people, _, remarks = read(f"0 @I1@ INDI\n1 NAME Ann\n1 BIRT\n2 DATE {words}")
    assert people == [f"Ann: {said}" if said else "Ann"]
    assert remark in "".join(remarks)
    assert bool(remarks) == bool(remark)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(encoding):
    assert "Zoë Müller" in opened(ged("0 @I1@ INDI\n1 NAME Zoë /Müller/", "UNICODE"), encoding)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("ISO-8859-1", "latin-1"),
        ("WINDOWS-1252", "cp1252"),
        ("IBM WINDOWS", "cp1252"),
        ("ANSI", "cp1252"),
        ("IBMPC", "cp437"),
        ("MACINTOSH", "mac_roman"),
        ("ANSEL", "utf-8"),
    ],
)
def test_the_letters_of_another_program_are_right(charset, encoding):
    text = opened(ged("0 @I1@ INDI\n1 NAME Zoë /Müller/", charset), encoding)
    assert text.startswith("Zoë Müller [I1]")


def test_ansel_puts_an_accent_before_its_letter():
    data = ged("0 @I1@ INDI\n1 NAME ZOE /MULLER/", "ANSEL").encode()
    data = data.replace(b"ZOE", b"Zo\xe8e \xb1\xb2\xcf").replace(b"MULLER", b"M\xe8uller Jos\xe2e")
    assert "Zoë łøß Müller José" in pyforms.open_saved(data).answers["text"]


def test_letters_that_cannot_be_told_are_remarked_on():
    assert "letters with accents may be wrong" in opened(ged("0 @I1@ INDI\n1 NAME Zoë", "KLINGON"), "cp1252")
    assert "letters could not be read" in opened(ged("0 @I1@ INDI\n1 NAME Zoë Müller"), "cp1252")


def test_a_stepfather_of_ancestry_and_others_is_no_birth_father():
    body = COUPLE + FAMILY + "2 _FREL Step\n2 _MREL Natural"
    _, means, _ = read(body)
    assert means == ["Bob + Ann", "Ella (step) of Bob + Ann", "Ella of Ann"]


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("2 _FREL Adopted\n2 _MREL Adopted", "Ella (adopted) of Bob + Ann"),
        ("2 _FREL Foster\n2 _MREL Foster", "Ella (fostered) of Bob + Ann"),
        ("2 _FREL Guardian\n2 _MREL Guardian", "Ella (cared for) of Bob + Ann"),
        ("2 _FREL Natural\n2 _MREL Natural", "Ella of Bob + Ann"),
    ],
)
def test_a_child_came_as_the_file_says(words, means):
    assert means in read(COUPLE + FAMILY + words)[1]


def test_a_word_for_a_link_that_is_not_known_makes_no_birth_and_is_named():
    _, means, remarks = read(COUPLE + FAMILY + "2 _FREL Sealed\n2 _MREL Sealed")
    assert "Ella (cared for) of Bob + Ann" in means
    assert "“Sealed”: drawn as cared for" in "".join(remarks)


def test_an_adoption_without_a_pedigree_is_an_adoption():
    body = COUPLE.replace("1 NAME Ella\n", "1 NAME Ella\n1 ADOP Y\n2 FAMC @F1@\n3 ADOP BOTH\n1 FAMC @F1@\n") + FAMILY
    assert "Ella (adopted) of Bob + Ann" in read(body)[1]


def test_links_that_only_one_side_states_are_links():
    body = COUPLE.replace("1 NAME Ella\n", "1 NAME Ella\n1 FAMC @F1@\n").replace("1 SEX", "1 FAMS @F1@\n1 SEX")
    assert read(f"{body}0 @F1@ FAM")[1] == ["Ann + Bob", "Ella of Ann + Bob"]


def test_a_link_to_nobody_is_remarked_on():
    assert "1 link to a family or a person not in the file" in "".join(read("0 @I1@ INDI\n1 NAME A\n1 FAMC @F9@")[2])


def test_two_records_of_one_id_are_two_people_and_the_family_knows_the_first():
    people, means, remarks = read(COUPLE + "0 @I1@ INDI\n1 NAME Zoe\n" + FAMILY)
    assert people == ["Ann: female", "Bob: male", "Ella", "Zoe"]
    assert means == ["Bob + Ann", "Ella of Bob + Ann"]
    assert "Two records have the id I1" in "".join(remarks)


def test_a_name_in_parts_is_a_name():
    assert read("0 @I1@ INDI\n1 NAME\n2 GIVN Ella\n2 SURN Test")[0] == ["Ella Test"]


def test_a_death_that_is_denied_is_none_and_a_burial_is_one():
    assert read("0 @I1@ INDI\n1 NAME A\n1 DEAT N")[0] == ["A"]
    assert read("0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE 1820\n1 BURI")[0] == ["A: born 1820, died"]


def test_nobody_is_said_to_be_two_hundred_years_old():
    words = pyforms.export(
        "genogram", {"text": opened(ged("0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE 1820"))}, "general", TODAY, "html"
    )
    assert b"aged" not in words
    assert b"age 20" not in words


@pytest.mark.parametrize("level", ["²", "9" * 5000, "-1", "1.5", "x"])
def test_a_line_of_no_level_is_counted_and_the_rest_is_read(level):
    people, _, remarks = read(f"0 @I1@ INDI\n1 NAME A\n{level} SEX F")
    assert people == ["A"]
    assert "1 line that cannot be read" in "".join(remarks)


def test_how_two_people_get_on_in_unknown_words_is_named():
    people, _, remarks = read("0 @I1@ INDI\n1 NAME A\n1 _TIE hates\n2 _MEMB @I2@\n0 @I2@ INDI\n1 NAME B")
    assert people == ["A", "B"]
    assert "“hates”" in "".join(remarks)


def test_a_loss_that_a_file_makes_a_partner_opens():
    people, _, _ = read(COUPLE.replace("1 NAME Bob\n", "1 _LOSS miscarriage\n") + FAMILY)
    assert "Name not known: male" in people


def test_a_file_that_was_cut_short_says_so():
    text = opened(ged(COUPLE).replace("0 TRLR\n", ""))
    assert "part of it may be missing" in text


def test_a_file_of_more_than_five_megabytes_is_refused_and_never_drawn_in_part():
    data = ged(COUPLE).encode() + b" " * 5_000_000
    with pytest.raises(pyforms.CannotOpen, match="more than 5 MB"):
        pyforms.open_saved(data[:5_000_001])


def test_what_the_file_said_besides_stands_in_the_result():
    text = opened(ged("0 @I1@ INDI\n1 NAME A\n1 OCCU Nurse\n1 BIRT\n2 DATE BET 2012 AND 2014"))
    page = pyforms.export("genogram", {"text": text}, "general", TODAY, "html").decode()
    assert "<li>From GEDCOM. The picture cannot show: 1 of OCCU</li>" in page
    assert "BET 2012 AND 2014" in page


def test_words_without_a_symbol_come_back_from_our_own_file():
    text = "Dad: man, in prison\nNan = Jayden (special guardianship)\nAl + Bo + Cy"
    data = pyforms.export("genogram", {"text": text}, "general", TODAY, "family.ged")
    assert "1 NOTE line 3: “Al + Bo + Cy”" in data.decode()
    again = pyforms.open_saved(data).answers["text"]
    assert "Dad [P1]: male, in prison" in again
    assert "(special guardianship)" in again


def test_time_grows_with_the_file():
    spent = []
    for number in (300, 3000):
        people = "".join(f"0 @I{one}@ INDI\n1 NAME P{one}\n1 FAMC @F{one // 3}@\n" for one in range(number))
        families = "".join(f"0 @F{one}@ FAM\n1 HUSB @I{one}@\n" for one in range(number // 3))
        began = time.process_time()
        gedcom.read(ged(people + families).encode())
        spent.append(time.process_time() - began)
    assert spent[1] < 30 * spent[0] + 0.5


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([
    "0 @I1@ INDI", "0 @I2@ INDI", "0 @F1@ FAM", "1 NAME", "1 NAME A /B/", "2 GIVN Ella", "1 BIRT", "1 DEAT N", "1 DEAT",
    "2 DATE BEF 2452", "2 DATE 31 FEB 2010", "2 DATE AFT 0001", "1 FAMC @F1@", "1 FAMS @F1@", "2 PEDI ADOPTED",
    "1 HUSB @I1@", "1 WIFE @I2@", "1 WIFE @I1@", "1 CHIL @I2@", "1 CHIL @I1@", "2 _FREL Step", "2 _MREL Natural",
    "1 _LOSS miscarriage", "1 _TIE hates", "1 _TIE close", "2 _MEMB @I2@", "1 ADOP", "2 FAMC @F1@", "3 ADOP HUSB",
    "² X", "1 _STILLBORN Y", "0 @H1@ _HOME", "1 _MEMB @I1@", "0 TRLR", "1 _SAID born 2015", "1 SEX F", "1 DIV",
]), max_size=30))  # fmt: skip
def test_any_records_are_drawn_or_explained(lines):
    try:
        envelope = pyforms.open_saved(ged("\n".join(lines)).encode())
    except pyforms.CannotOpen:
        return
    assert pyforms.submit("genogram", envelope.answers, "general", TODAY).findings["people"]


@given(st.binary(max_size=200))
def test_any_bytes_are_letters(data):
    for charset in (b"ANSEL", b"IBMPC", b"X", b"UTF-8"):
        text, _ = decoded(b"0 HEAD\n1 CHAR " + charset + b"\n" + data)
        assert text.startswith("0 HEAD")
