"""Whoever made a threat is not told of it, and whoever is threatened is told safely."""

import pytest
from telling import first, told, words

SAFELY = "The adult who is threatened has to know, safely"
NOBODY = "nobody in the community"


def note_of(note, age=16, **more):
    return words([first(child_age=age, concerns={"general_health": {"step": "usual_illness", "notes": note}}, **more)])


@pytest.mark.parametrize(
    "note",
    [
        "brothers said they'd kill her if she sees him again",
        "gay, says family would kill him if they knew",
        "dad said he'd rather see her dead than with that boy",
        "if dad finds out shes got a bf he will kill her",
        "uncle says she will be dealt with for dishonouring us",
        "locked in since they found the phone, brothers guard her",
        "cousins following her to college, shamed the family",
    ],
)
@pytest.mark.parametrize("consent", ["agreed", "not_asked"])
def test_a_threat_in_the_name_of_honour_is_told_to_nobody_at_home_or_in_the_community(note, consent):
    page = told(
        child_age=16, consent=consent, concerns={"general_health": {"step": "usual_illness", "notes": note}}
    ).split("What this took in")[0]
    assert NOBODY in page
    assert "tell the family" not in page
    assert "honour" in page.split("Why:")[0].lower()


@pytest.mark.parametrize(
    "note",
    [
        "mum's ex has said he will burn house down with them in it",
        "dad says he will kill mum and the kids if she leaves",
        "her boyfriend says he'll stab her if she goes",
    ],
)
def test_an_adult_who_is_threatened_is_told_safely_and_nobody_else_at_home_is(note):
    page = note_of(note, age=11)
    assert SAFELY in page
    assert "tell the family" not in page
    assert "Tell nobody" in page


@pytest.mark.parametrize(
    "note",
    [
        "took 16 paracetamol last night, mum did it before her n said get on with it",
        "stepdad says he will stab him when he gets home",
    ],
)
def test_whoever_at_home_threatens_or_urges_is_not_told(note):
    assert "tell the family" not in note_of(note, age=14)


@pytest.mark.parametrize("note", ["gang said they will kill him if he grasses", "carries a knife to school"])
def test_a_threat_from_outside_is_still_told_to_the_family(note):
    assert "tell the family" in note_of(note, age=14)


# What else a sentence names ---------------------------------------------------------------------------


def test_a_mother_who_was_strangled_is_told_safely_and_not_shut_out():
    page = note_of("Ch says mums bf strangld mum sat nite and put her thru the door", age=5)
    assert SAFELY in page
    assert "Tell nobody in the family" not in page
    assert "“Domestic abuse”" in page


def test_a_child_who_speaks_of_dying_beside_another_harm_is_asked_about_it_by_name():
    page = note_of("boys passing round her nudes, says she'll jump if they dont stop", age=14)
    assert "suicidal thoughts" in page


def test_cutting_that_others_do_to_a_girl_is_told_to_nobody_at_home():
    page = note_of("aunty told nursry she going gambia in hols for the cuttin like cousins", age=7)
    assert "female genital mutilation" in page.lower() or "FGM" in page
    assert "no question to the mother" in page


def test_a_child_who_cuts_herself_is_not_asked_about_that():
    assert "FGM" not in note_of("cutting her arms on holiday in Spain", age=14)
