"""Words of danger lead to what the line that they stand for leads to: of telling, a doctor and help meanwhile."""

import re

import pytest
from telling import first, forget, submitted, told, words, worries

from pyforms import danger
from pyforms.danger import Sign
from pyforms.resources import read_toml
from pyforms.threshold import first as firsts
from pyforms.threshold import stands_for
from pyforms.threshold.concerns import by_id

KINDS = [kind["key"] for kind in read_toml("pyforms.danger", "kinds.toml")["kind"]]
SAID = "A sentence in words of its own"
NOBODY, ON_ADVICE, FAMILY = "nobody", "on advice", "the family"

# Who at home hears of it, while words of a kind are open, for a child of 14: policy, written before the tool said it.
TOLD = {
    "strangling": ON_ADVICE,
    "domestic_abuse": ON_ADVICE,
    "control": ON_ADVICE,
    "sexual_abuse": NOBODY,
    "indecent_images": NOBODY,
    "grooming": NOBODY,
    "sextortion": FAMILY,
    "sexual_exploitation": ON_ADVICE,
    "criminal_exploitation": ON_ADVICE,
    "slavery": ON_ADVICE,
    "forced_marriage": NOBODY,
    "honour": NOBODY,
    "fgm": NOBODY,
    "breast_flattening": NOBODY,
    "physical_harm": ON_ADVICE,
    "suicide": FAMILY,
    "suicide_plan": FAMILY,
    "overdose": FAMILY,
    "carrying": FAMILY,
    "suicide_hint": FAMILY,
    "self_harm": FAMILY,
    "eating_danger": FAMILY,
    "weapons": FAMILY,
    "risk_person": ON_ADVICE,
    "unsafe_care": FAMILY,
    "intoxicated_carer": FAMILY,
    "medical_neglect": FAMILY,
    "fii": NOBODY,
    "missing": FAMILY,
    "not_seen": ON_ADVICE,
    "radicalisation": ON_ADVICE,
    "spiking": FAMILY,
    "peer_assault": NOBODY,
    "staff": ON_ADVICE,
    "animals": FAMILY,
    "dangerous_dog": FAMILY,
    "homeless": FAMILY,
    "carer_mental_health": FAMILY,
    "emergency": FAMILY,
    "child_pregnant": ON_ADVICE,
    "faith_abuse": NOBODY,
    "home_danger": FAMILY,
    "watched": ON_ADVICE,
    "own_harm": ON_ADVICE,
    "own_temper": ON_ADVICE,
    "at_the_end": FAMILY,
    "far_from_baby": FAMILY,
    "cold_home": FAMILY,
    "voices": FAMILY,
    "child_to_parent": FAMILY,
    "child_taken": ON_ADVICE,
    "stalking": ON_ADVICE,
    "leaving": ON_ADVICE,
    "money_control": ON_ADVICE,
    "lender": FAMILY,
    "gambling": FAMILY,
    "unborn_hurt": ON_ADVICE,
    "removed_before": ON_ADVICE,
    "hidden_pregnancy": ON_ADVICE,
    "attack": ON_ADVICE,
    "private_fostering": FAMILY,
    "afraid_of_child": FAMILY,
    "adult_overdose": FAMILY,
    "sexual_force": NOBODY,
    "unclear": NOBODY,
}
# What may be said of help and a doctor whenever words of a kind are stated.
MEANWHILE = {
    "suicide": "An adult stays with the child",
    "suicide_plan": "An adult stays with the child",
    "overdose": "An adult stays with the child",
    "suicide_hint": "An adult stays with the child",
    "self_harm": "Any overdose: 999 or A&E, even if the child seems well",
    "eating_danger": "a doctor sees the child today",
    "emergency": "a doctor sees the child today",
    "medical_neglect": "a doctor sees the child today",
    "unsafe_care": "Food, formula, warmth and a bed do not wait",
    "homeless": "Food, formula, warmth and a bed do not wait",
    "sexual_abuse": "the sexual assault referral centre sees children",
    "spiking": "hard to wake: 999",
    "physical_harm": "who arrange the medical",
    "strangling": "who arrange the medical",
    "missing": "no need to wait 24 hours",
    "intoxicated_carer": "do not hand over the child",
    "dangerous_dog": "Keep dog and child apart now",
    "fgm": "No relatives as interpreters",
    "voices": "Crisis team now",
    "carer_mental_health": "Crisis team now",
}
NO_HELP = re.compile(r"no help is arranged", re.IGNORECASE)


@pytest.fixture
def said(monkeypatch):
    """Words that are read as one kind, whatever the reader knows of it."""

    def as_kind(*kinds, stated, sentence=SAID, **more):
        concerns = tuple(dict.fromkeys(c for k in KINDS_OF if k["key"] in kinds for c in k["concerns"]))
        sign = Sign(sentence, "a danger", concerns, stated=stated, kinds=kinds)
        monkeypatch.setattr("pyforms.danger.read", lambda text, **_: (sign,) if sentence in text else ())
        forget()  # the same sentence is read anew
        given = {
            "child_age": 14,
            "consent": "agreed",
            "concerns": {"missing_school": {"step": "late", "notes": sentence}},
        }
        return {**given, **more}

    return as_kind


KINDS_OF = read_toml("pyforms.danger", "kinds.toml")["kind"]


ADVISED = re.compile(
    r"who may be told|Tell nobody at home of the call|may be told of it, when|partner can find|LADO says who is told"
)


def who_is_told(page):
    if "Tell nobody in the family until" in page:
        return NOBODY
    return ON_ADVICE if ADVISED.search(page) else FAMILY


def test_every_kind_of_danger_stands_for_a_grave_line_and_none_is_unknown():
    assert {*stands_for.kinds()} == {*KINDS} == {*TOLD}
    for key, kind in stands_for.kinds().items():
        lines = [line for own in (kind.lines, *kind.if_named.values()) for line in own.items()]
        assert lines, key
        graves = [4 in by_id()[concern].step(step).levels("general") for concern, steps in lines for step in steps]
        milder = ("control", "watched", "child_taken", "stalking", "leaving", "money_control", "private_fostering")
        assert any(graves) or key in milder


@pytest.mark.parametrize("stated", [True, False], ids=["stated", "asked"])
@pytest.mark.parametrize("kind", KINDS)
def test_who_at_home_is_told_is_what_the_line_says(said, kind, stated):
    page = told("doncaster", **said(kind, stated=stated)).split("What this took in")[0]
    vague = not stated and kind in ("unclear", "strangling", "domestic_abuse", "control")
    if not vague:
        assert who_is_told(page) == TOLD[kind]
    elif kind == "strangling":
        assert who_is_told(page) == ON_ADVICE
    assert not NO_HELP.search(page)


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_are_stated_say_of_telling_what_their_chosen_line_says(said, kind):
    answers = said(kind, stated=True)
    lines = dict(submitted_lines(answers))
    chosen = {"child_age": 14, "concerns": worries(**lines)}
    assert who_is_told(told(**answers).split("What this took in")[0]) == who_is_told(
        told(**chosen).split("What this took in")[0]
    )


def submitted_lines(answers):
    sentence = answers["concerns"]["missing_school"]["notes"]
    return stands_for.lines(danger.read(sentence)[0], sentence)


@pytest.mark.parametrize(("kind", "help_"), MEANWHILE.items())
def test_what_helps_meanwhile_stands_in_the_page_of_words_that_are_stated(said, kind, help_):
    assert help_ in told(**said(kind, stated=True))


@pytest.mark.parametrize("kind", ["suicide", "self_harm", "homeless", "unsafe_care", "eating_danger", "emergency"])
def test_what_words_only_may_mean_has_its_steps_folded_and_none_of_them_above(said, kind):
    answers = said(kind, stated=False)
    assert MEANWHILE[kind] not in words([first(**answers)])
    assert MEANWHILE[kind] in told(**answers)


def test_every_guard_of_a_line_holds_for_the_words_that_stand_for_it(said):
    for kind in KINDS:
        answers = said(kind, stated=True)
        lines = submitted_lines(answers)
        page = words([first(**answers)])
        silent = any(each.tell_nobody and any(each.holds(*line) for line in lines) for each in firsts.every())
        assert ("Tell nobody in the family until" in page) == silent, kind


# Whom the words are about -----------------------------------------------------------------------------

PARTNER = "the partner can find"


@pytest.mark.parametrize(
    "sentence",
    [
        "Dad strangled mum last night",
        "He strangled her last night",
        "mum has a black eye again",
        "ex outside house again despite non mol",
        "parents hit each other",
        "her boyfriend slaps her",
        "stepdad pushed mum down the stairs",
    ],
)
def test_partners_are_kept_apart_where_one_of_two_adults_is_hurt(said, sentence):
    answers = said("domestic_abuse", "physical_harm", stated=True, sentence=sentence)
    assert PARTNER in words([first(**answers)])


@pytest.mark.parametrize(
    "sentence",
    [
        "whether its true what he said abt dad's belt and the marks on his bum",
        "dad hit him with a belt",
        "mum's boyfriend hits him with a slipper",
        "his brother punches him every night",
    ],
)
def test_a_child_who_is_hurt_brings_no_step_about_a_partner(said, sentence):
    answers = said("domestic_abuse", "physical_harm", stated=True, sentence=sentence)
    page = words([first(**answers)])
    assert PARTNER not in page
    assert "“Domestic abuse”" not in page
    assert "who may be told" in page


@pytest.mark.parametrize("sentence", ["meltdowns most nights, sibs scared", "screams at bedtime, twin frightened"])
def test_a_childs_own_behaviour_orders_no_secrecy(said, sentence):
    page = told(**said("control", "unclear", stated=False, sentence=sentence)).split("What this took in")[0]
    assert not re.search(
        r"tell nobody|nobody at home|partner can find|“Sexual abuse”|“Domestic abuse”", page, re.IGNORECASE
    )
    assert "Is anyone hurt or in danger?" in page


@pytest.mark.parametrize("kinds", [(), ("unclear",)])
def test_words_that_may_be_about_somebody_at_home_are_looked_at_before_anyone_there_is_asked(said, kinds):
    sentence = "chair agst her bedrm door bc stepdad comes in at nite"
    answers = said(*kinds, stated=False, sentence=sentence, consent="not_asked")
    page = told(**answers).split("What this took in")[0]
    assert f"Ask and tell nobody at home about “{sentence}” until you have looked" in words([first(**answers)])
    assert "Ask whether they want help" not in page
    assert "tell the family" not in page


def test_words_that_nothing_explains_hold_back_the_questions_of_consent(said):
    answers = said(stated=False, sentence="always the same chair at night", consent="not_asked")
    page = told(**answers).split("What this took in")[0]
    assert "Ask whether they want help" not in page
    assert "Tell nobody" not in page


@pytest.mark.parametrize("step", ["worry", "unsure"])
def test_a_line_that_says_that_nothing_is_planned_does_not_answer_words_that_say_it_is(said, step):
    sentence = "flights booked to Lahore, she found the wedding outfit"
    answers = said("forced_marriage", stated=True, sentence=sentence)
    answers["concerns"] |= worries(forced_marriage=step)
    found = submitted(**answers)
    assert found.findings["words"][0]["open"]
    assert found.findings["danger"]
    assert found.document.blocks[0].kind == "danger"
    answers["concerns"] |= worries(forced_marriage="risk")
    assert not submitted(**answers).findings["words"][0]["open"]


# Nobody reaches the family ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [
        "off roll at old school, no new school app, cant get hold of mum",
        "no answer at the door, phone cut off",
        "unable to contact parents since July",
        "moved and no forwarding address",
        "nobody has been able to contact the family since the move",
        "phone disconnected, house empty",
    ],
)
def test_a_child_on_no_roll_whose_family_nobody_reaches_is_looked_for_today(note):
    answers = {"child_age": 13, "concerns": {"no_education": {"step": "no_place", "notes": note}}}
    found = submitted("solihull", **answers)
    page = words(found.document.blocks).split("What this took in")[0]
    assert found.findings["level"] == {"lowest": 3, "highest": 4}
    assert "children missing education officer" in words([found.document.blocks[0]])
    assert "welfare check" in page
    assert not re.search(r"permission|\bTAF\b|with consent", page)


def test_a_family_that_is_reached_has_its_usual_step():
    answers = {"child_age": 13, "concerns": {"no_education": {"step": "no_place", "notes": "mum looks for a school"}}}
    assert submitted(**answers).findings["level"] == {"lowest": 3, "highest": 3}
    assert "welfare check" not in told(**answers)


# Whom it may be about, at the edges -------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    ["throws chairs in class and hits other children when told no", "punches his little sister when he loses at games"],
)
def test_a_child_who_hits_other_children_is_told_of_at_home(said, sentence):
    answers = said("physical_harm", stated=True, sentence=sentence)
    page = told(**answers).split("What this took in")[0]
    assert who_is_told(page) == FAMILY
    assert "“Child or teenager violent at home”" in words([first(**answers)])


@pytest.mark.parametrize("sentence", ["dad hits his sister with a belt", "stepdad kicks the other children"])
def test_somebody_at_home_who_hits_children_is_not(said, sentence):
    page = told(**said("physical_harm", stated=True, sentence=sentence)).split("What this took in")[0]
    assert who_is_told(page) == ON_ADVICE


def test_pictures_asked_for_by_a_stranger_online_are_told_of_at_home_and_those_of_somebody_there_are_not(said):
    stranger = "someone on Snapchat has her nudes and wants more"
    uncle = "her uncle has pictures of her on his phone and sends them on Snapchat"
    for sentence, whom in ((stranger, FAMILY), (uncle, NOBODY), ("naked pictures of her on his phone", NOBODY)):
        assert who_is_told(told(**said("indecent_images", stated=True, sentence=sentence))) == whom


@pytest.mark.parametrize("kind", ["self_harm", "suicide", "missing", "unsafe_care"])
def test_words_that_are_only_asked_about_and_name_somebody_at_home_wait_whatever_they_seem_to_be(said, kind):
    sentence = "going to Gambia in July for the cutting, nan has arranged it"
    page = told(**said(kind, stated=False, sentence=sentence, consent="not_asked")).split("What this took in")[0]
    assert "Ask whether they want help" not in page
    assert not re.search(r"(?<!not )tell the family", page, re.IGNORECASE)


@pytest.mark.parametrize("stated", [True, False])
def test_a_kind_that_nobody_has_placed_yet_keeps_everyone_at_home_from_being_told(said, monkeypatch, stated):
    monkeypatch.delitem(stands_for.kinds(), "home_danger")
    page = told(**said("home_danger", stated=stated, sentence="dad leaves the gas on")).split("What this took in")[0]
    assert "Where it is safe, tell the family" not in page
    assert "Ask whether they want help" not in page
