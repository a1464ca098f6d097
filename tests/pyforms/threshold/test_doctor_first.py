"""Where life may hang on the next hour, a doctor comes before any lead or number, though words only may mean it."""

import pytest
from telling import first, told, words

from pyforms.resources import read_toml
from pyforms.threshold.concerns import sources

OVERDOSE, GREY, DRY, BREATH = "An overdose, if it is one: A&E now", "999 now", "No wet nappy", "Strangled or smothered"


def note_of(age, note, **more):
    return words([first(child_age=age, concerns={"general_health": {"step": "usual_illness", "notes": note}}, **more)])


@pytest.mark.parametrize(
    ("age", "note", "says"),
    [
        (14, "od'd on mums co-codamol sunday, slept it off", OVERDOSE),
        (15, "told form tutor shes took 16 paracetomol last nite and not told mum", OVERDOSE),
        (15, "took 16 paracetamol last night, mum did it before her n said get on with it", OVERDOSE),
        (13, "she overdosed on Friday and seems fine", OVERDOSE),
        (0, "found face down in cot, grey", GREY),
        (0, "floppy and won't wake for feeds", GREY),
        (13, "found unrousable in park on spice", GREY),
        (0, "sunken fontanelle, no wet nappy since last nite", DRY),
        (9, "He strangled her last night", BREATH),
        (4, "mum put pillow on face to shut him up", BREATH),
    ],
)
@pytest.mark.parametrize("consent", ["agreed", "unsafe"])
def test_a_doctor_comes_before_the_lead_and_every_list_of_numbers(age, note, says, consent):
    page = note_of(age, note, consent=consent)
    assert says in page
    later = ("safeguarding lead today", "In an emergency: ", "NSPCC", "council’s children’s team", "101")
    assert all(page.index(says) < page.index(each) for each in later if each in page)


def test_a_doctor_comes_first_for_a_young_adult_too():
    assert OVERDOSE in note_of(18, "took 30 paracetamol tonite")


@pytest.mark.parametrize(
    ("age", "note"),
    [
        (9, "feeling blue since nan died"),
        (14, "he odd jobs for his uncle on Saturdays"),
        (12, "nearly choked on a grape"),
        (3, "wears a grey coat"),
    ],
)
def test_ordinary_words_send_nobody_to_a_doctor(age, note):
    assert not any(each["says"] in told(child_age=age, support=note) for each in policies())


def test_what_somebody_looked_at_sends_nobody_to_a_doctor():
    note = "she overdosed on Friday and seems fine"
    looked = [{"words": note, "why": "I asked her: it was a film", "lead": "designated lead, 3 November"}]
    assert OVERDOSE not in note_of(13, note, looked=looked)


def policies():
    return read_toml("pyforms.threshold", "written.toml")["medical"]


def test_every_policy_has_its_source():
    assert {each["source"] for each in policies()} <= {*sources()}
