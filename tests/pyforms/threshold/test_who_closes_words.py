"""Words that may be about danger stay open until a line is chosen that says as much, or somebody has looked at them."""

import pytest
from telling import forget, submitted, words

from pyforms.danger import Sign
from pyforms.resources import read_toml
from pyforms.threshold import stands_for
from pyforms.threshold.concerns import by_id

KINDS = {kind["key"]: kind for kind in read_toml("pyforms.danger", "kinds.toml")["kind"]}
SAID = "A sentence in words of its own"


def signed(kind, *, stated, sentence=SAID):
    return Sign(sentence, "a danger", tuple(KINDS[kind]["concerns"]), stated=stated, kinds=(kind,))


def concerns_of(sign, sentence=SAID):
    return dict.fromkeys((*sign.concerns, *(concern for concern, _ in stands_for.lines(sign, sentence))))


def levels(line):
    return by_id()[line[0]].step(line[1]).levels("general")


def milder(sign):
    """Every line of every concern of a kind that is neither level 4 for certain nor as grave as what it stands for."""
    meant = stands_for.lines(sign, sign.said)
    own = [(key, step.id) for key in concerns_of(sign) for step in by_id()[key].steps]
    least = {key: min((levels(line) for line in meant if line[0] == key), default=(4, 4)) for key, _ in own}
    return [line for line in own if levels(line) < least[line[0]] and levels(line)[0] < 4]


CASES = [(kind, stated) for kind in KINDS for stated in (True, False)]


@pytest.fixture
def read_as(monkeypatch):
    """A page whose notes hold words of one kind, beside a chosen line."""

    def page(sign, concern, step, **more):
        monkeypatch.setattr("pyforms.danger.read", lambda text, **_: (sign,) if sign.said in text else ())
        given = {"child_age": 14, "concerns": {concern: {"step": step, "notes": sign.said}}}
        forget()  # the same answers are read anew
        return submitted(**given, **more)

    return page


@pytest.mark.parametrize(("kind", "stated"), CASES)
def test_a_milder_line_of_the_same_concern_never_closes_words(read_as, kind, stated):
    sign = signed(kind, stated=stated)
    closed = [line for line in milder(sign) if not read_as(sign, *line).findings["words"][0]["open"]]
    assert closed == []
    assert [line for line in milder(sign)[:3] if read_as(sign, *line).findings["level"]["highest"] < 4] == []


@pytest.mark.parametrize(("kind", "stated"), CASES)
def test_a_line_that_the_words_stand_for_closes_them_and_both_stay_in_sight(read_as, kind, stated):
    sign = signed(kind, stated=stated)
    for concern, step in stands_for.lines(sign, SAID):
        found = read_as(sign, concern, step)
        assert not found.findings["words"][0]["open"], (concern, step)
        page = words(found.document.blocks).split("Words that a chosen line answers")[1]
        assert SAID in page
        assert by_id()[concern].step(step).text in page


@pytest.mark.parametrize(("kind", "stated"), CASES)
def test_a_line_of_level_4_under_one_of_their_concerns_closes_words(read_as, kind, stated):
    sign = signed(kind, stated=stated)
    for concern in sign.concerns:
        last = by_id()[concern].steps[-1].id
        if levels((concern, last)) == (4, 4):
            assert not read_as(sign, concern, last).findings["words"][0]["open"], (concern, last)


@pytest.mark.parametrize("step", ["past", "repeated", "suicide"])
def test_words_without_a_kind_are_closed_by_no_line_and_by_whoever_looked_at_them(read_as, step):
    sign = Sign(SAID, "harm or danger, by its words", (), stated=False)
    assert read_as(sign, "self_harm", step).findings["words"][0]["open"]
    looked = [{"words": SAID, "why": "It was about a film, I asked her"}]
    assert not read_as(sign, "self_harm", step, looked=looked).findings["words"][0]["open"]


# Real sentences, as an outside practitioner typed them beside a milder line ------------------------------

BESIDE = [
    ("parent_mental_health", "recovering", 12, "mam txt: i cnt do this no more gona take kids wiv me"),
    ("parent_mental_health", "some_effect", 12, "mam txt: i cnt do this no more gona take kids wiv me"),
    ("parent_mental_health", "managed", 5, "mum txt goodbye to her sister, kids w her"),
    ("parent_mental_health", "managed", 5, "kids would be better off w her in heaven"),
    ("parent_substances", "recovery", 3, "relapsed, found on floor by 3yo w needle in arm"),
    ("self_harm", "past", 15, "od'd on mums co-codamol sunday, slept it off"),
    ("self_harm", "repeated", 15, "od'd on mums co-codamol sunday, slept it off"),
    ("self_harm", "repeated", 12, "cutting again, deeper this time, needed stitches"),
    ("self_harm", "repeated", 15, "scratches, and took an overdose on Sunday"),
    ("online_harm", "ordinary", 13, "coach msging her at 2am asking for pics"),
    ("online_harm", "ordinary", 14, "boys passing round her nudes, says she'll jump if they dont stop"),
    ("engagement", "takes_advice", 4, "no one clapped eyes on the 4yo since summer, mum always says asleep"),
    ("sexual_exploitation", "vulnerable", 13, "bloke off snap picks her up after school, 20ish, buys her vapes"),
    ("physical_abuse", "explained_accident", 10, "HLTA pinched her arm"),
    ("physical_abuse", "explained_accident", 10, "a bruise, he said he was pushed at football by dad"),
    ("supervision", "suited_to_age", 10, "locked in his room from 4pm til morning bucket in there"),
    ("basic_care", "provided", 10, "locked in his room from 4pm til morning bucket in there"),
    ("violence_weapons", "worry", 12, "dad said if I cant have them nobody will"),
    ("honour_abuse", "pressure", 15, "uncle says she will be dealt with for dishonouring us"),
    ("eating", "fussy", 14, "baby losing weight, not feeding"),
    ("domestic_abuse", "past", 5, "he tried to strangle her sunday"),
    ("domestic_abuse", "violence", 5, "he tried to strangle her sunday"),
    ("running_away", "late_home", 14, "not been home since thurs, no one knows where"),
]


@pytest.mark.parametrize(("concern", "step", "age", "note"), BESIDE)
def test_what_was_typed_beside_a_milder_line_keeps_level_4_open_and_stands_on_the_page(concern, step, age, note):
    found = submitted(child_age=age, concerns={concern: {"step": step, "notes": note}})
    assert found.findings["words"][0]["open"]
    assert found.findings["level"]["highest"] == 4
    assert found.findings["words"][0]["said"] in words([found.document.blocks[0]])


def test_beside_a_line_of_level_3_the_page_says_what_was_chosen_and_asks_whether_it_is_worse():
    note = "cutting again, deeper this time, needed stitches"
    page = words([submitted(concerns={"self_harm": {"step": "repeated", "notes": note}}).document.blocks[0]])
    assert "You chose “Self-harm and suicidal thoughts: Repeated self-harm" in page
    assert "if it is worse than that, choose" in page


ORDINARY = [
    ("self_harm", "repeated", 14, "Scratches arms with a compass, mum has locked things away.", (3, 3)),
    ("self_harm", "repeated", 14, "Superficial scratches on her arm", (3, 3)),
    ("physical_abuse", "explained_accident", 9, "Big bruise on cheek from football", (1, 1)),
    ("domestic_abuse", "violence", 9, "Dad pushed mum on Friday", (3, 4)),
]


@pytest.mark.parametrize(("concern", "step", "age", "note", "levels"), ORDINARY)
def test_a_note_that_only_repeats_the_degree_of_its_line_adds_nothing(concern, step, age, note, levels):
    found = submitted(child_age=age, concerns={concern: {"step": step, "notes": note}})
    assert tuple(found.findings["level"].values()) == levels
    assert not found.findings["danger"]
    assert not [each for each in found.findings["words"] if each["open"]]
    assert "Do not wait for" not in words(found.document.blocks)
