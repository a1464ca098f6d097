"""The picture keeps its laws over families of every shape."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import faults

from pyforms.genogram import notation
from pyforms.genogram.draw import draw
from pyforms.genogram.family import sound

TODAY = date(2026, 11, 24)


def drawn(text):
    family, wrong = notation.read(text)
    assert not wrong
    family, _ = sound(family)
    return draw(family, TODAY)


SHAPES = {
    "one person": "Ella: girl",
    "a couple with no child": "Ann + Bob",
    "half-siblings": "Ann / Bob = Cy\nAnn + Dan = Eve\nBob + Fay = Gil",
    "three partners": "Ann // Bob = Cy\nAnn / Dan = Eve\nAnn + Fay = Gil",
    "five partners": "".join(f"Ann / Man{n} = Child{n}\n" for n in range(5)),
    "two siblings with the same partner": "Ma + Pa = Al, Bo\nAl / Cy = Dee\nBo + Cy = Ed",
    "cousins who marry": "Ma + Pa = Al, Bo\nAl + Cy = Di\nBo + Ed = Flo\nDi + Flo (related) = Gus",
    "an uncle and his niece": "Ma + Pa = Al, Bo\nAl + Cy = Di\nBo + Di (related) = Ed",
    "married again to the same person": "Al // Bo = Cy\nAl + Bo = Di",
    "a single parent": "Ann = Bob, Cy",
    "two mothers": "Ann: woman\nBea: woman\nAnn + Bea = Cy",
    "twins and triplets": "Al + Bo = Cy, Di & Ed, Flo && Gus",
    "triplets": "Al + Bo = Cy & Di & Ed",
    "adopted, with both families": "Al + Bo = Cy\nDi + Ed = Cy (adopted), Flo",
    "his father marries his stepdaughter": "Pa = Al\nWid + Late = Lass\nAl + Wid\nPa + Lass = Baby",
    "brothers marry sisters": "A + B = C, D\nE + F = G, H\nC + G = I\nD + H = J",
    "an unknown parent with others beside": "Ma + Pa = A, B, C\nB = D\nA + X = E\nC + Y = F",
    "a published family that married itself": """Philip I + Joanna = Charles V, Ferdinand I
Charles V + Isabella (related) = Philip II, Maria of Spain
Ferdinand I + Anna = Maximilian II, Anna of Austria, Charles II
Maximilian II + Maria of Spain (related) = Anna IV
Anna of Austria + Albert V = William V, Maria Anna
Charles II + Maria Anna (related) = Ferdinand II, Margaret
Philip II + Anna IV (related) = Philip III
Philip III + Margaret (related) = Philip IV, Maria Anna of Spain
William V + Renata = Maria Anna of Bavaria
Ferdinand II + Maria Anna of Bavaria (related) = Ferdinand III
Ferdinand III + Maria Anna of Spain (related) = Mariana
Philip IV + Mariana (related) = Charles II of Spain""",
    "another published family": """Victoria + Albert = Vicky, Edward VII, Alice, Alfred, Helena, Louise, Beatrice
Vicky + Frederick = Wilhelm, Sophia
Edward VII + Alexandra = Albert Victor, George V, Maud
Alice + Louis = Victoria of Hesse, Ernest, Alix
Alfred + Marie = Victoria Melita, Marie of Romania
Ernest // Victoria Melita (related) = Elisabeth of Hesse
Alix + Nicholas II = Olga, Tatiana, Maria, Anastasia, Alexei
Victoria of Hesse + Louis of Battenberg = Alice of Battenberg, Louis Mountbatten
Alice of Battenberg + Andrew = Philip
George V + Mary = Edward VIII, George VI
George VI + Elizabeth = Elizabeth II, Margaret
Elizabeth II + Philip (related) = Charles, Anne, Andrew of York, Edward
Charles // Diana = William, Harry
Charles + Camilla""",
    "long names": "Anna-Maria Wolfeschlegelsteinhausenbergerdorff Junior of Somewhere + محمد = ਗੁਰਪ੍ਰੀਤ, X",
    "losses in their place": "Al + Bo = Cy, miscarriage 2001, stillbirth 2003, Di, abortion",
    "a person in two households": "A / B = C\nA + D\nB + E\nhome one: A, D, C\nhome two: B, E, C",
    "a grandparent at home": "G = A\nA + B = C, D\nhome: G, A, B, C, D",
    "a home with a generation between": "G = A\nA + B = C\nhome: G, C",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_family_of_this_shape_is_drawn_right(shape):
    assert faults(drawn(SHAPES[shape])) == []


@st.composite
def families(draw_):
    """Any family: each couple is two people, or one, and each child an own child or somebody further up the list."""
    count = draw_(st.integers(1, 14))
    people = [f"P{number}" for number in range(count)]
    lines, young, pairs = [f"{one}: unknown" for one in people], set(), []
    for _ in range(draw_(st.integers(0, 8))):
        first = draw_(st.integers(0, count - 1))
        second = draw_(st.integers(0, count - 1))
        least = max(first, second)
        if pairs.count({first, second}) > 1:
            continue  # nobody marries the same person three times here
        pairs.append({first, second})
        children = [
            each
            for each in draw_(st.lists(st.integers(0, count - 1), max_size=4, unique=True))
            if each > least and each not in young
        ]
        young.update(children)
        sign = draw_(st.sampled_from([" + ", " ~ ", " / ", " // "]))
        couple = people[first] if first == second else f"{people[first]}{sign}{people[second]}"
        if children or first != second:
            lines.append(f"{couple} = {', '.join(people[each] for each in children)}")
    if draw_(st.booleans()):
        members = draw_(st.lists(st.sampled_from(people), min_size=1, max_size=5, unique=True))
        lines.append(f"home: {', '.join(members)}")
    return "\n".join(lines)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(families())
def test_the_laws_hold_over_any_family(text):
    """All but the birth order, which two families that are joined twice can make impossible."""
    broken = [fault for fault in faults(drawn(text)) if "younger" not in fault]
    assert broken == []


def generations(count):
    """A family tree of about that many people: each couple has three children, and two of them marry."""
    lines, couples, people = [], ["A0 + B0"], 2
    while people < count:
        couple = couples.pop(0)
        children = [f"C{people + number}" for number in range(3)]
        partners = [f"D{people + number}" for number in range(2)]
        lines.append(f"{couple} = {', '.join(children)}")
        couples += [f"{child} + {partner}" for child, partner in zip(children, partners, strict=False)]
        people += 5
    return "\n".join(lines + couples)


def test_a_large_tree_has_no_fault():
    assert faults(drawn(generations(120))) == []


def test_three_thousand_people_are_drawn_and_time_grows_nearly_with_their_number():
    spent = []
    for count in (300, 3000):
        began = time.process_time()
        drawn(generations(count))
        spent.append(time.process_time() - began)
    assert spent[1] < 40 * spent[0] + 2
