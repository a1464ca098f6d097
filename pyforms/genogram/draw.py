"""The picture as SVG: it says what it draws, so that people, screen readers, scripts and tests can read it.

Black on white alone. No style and no script: presentation attributes only, and every word escaped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pyforms.genogram import ties
from pyforms.genogram.family import Bond, Ended, Family, Loss, Person, Sex, Union
from pyforms.genogram.homes import Home, Layout, homes
from pyforms.genogram.labels import LETTER, LINE, label
from pyforms.genogram.place import HALF, MARGIN, columns, size
from pyforms.genogram.route import Line, routes
from pyforms.genogram.rows import rows

INK, PAPER, QUIET = "#1d2b2f", "#ffffff", "#435257"
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"
DASHES = {
    "transitory": "7 5",
    "adopted": "8 4",
    "fostered": "2 4",
    "step": "8 4 2 4",
    "cared for": "10 3 2 3 2 3",
    "donor": "16 5",
}
KEY_COLUMN, KEY_ROW = 250.0, 44.0
BADGE, LETTERS = 7.5, 26
MARK = 9.0  # half the height of a stroke for separation
OURS = "*"  # what goes beyond the source


@dataclass(frozen=True)
class Drawing(Layout):
    """A finished picture with all that it was made from, so that laws can be checked."""

    homes: tuple[Home, ...]
    svg: str


def draw(family: Family, on: date, description: str = "", not_drawn: tuple[str, ...] = ()) -> Drawing:
    """`not_drawn` stands beneath the picture: what the text says and the picture does not show."""
    said: dict[str, tuple[str, ...]] = {}
    for child in (child for union in family.unions for child in union.children if child.said):
        said[child.id] = (*said.get(child.id, ()), child.said)
    labels = {one: label(person, on, said.get(one, ())) for one, person in family.people.items()}
    order = rows(family)
    places = columns(family, order, labels)
    layout = Layout(family, order, places, routes(family, order, places))
    around = homes(layout)
    return Drawing(family, order, places, layout.routes, around, _svg(layout, around, description, not_drawn))


def _svg(layout: Layout, around: tuple[Home, ...], description: str, not_drawn: tuple[str, ...]) -> str:
    family, lines = layout.family, layout.routes
    key = [*_key_of_people(family), *_key_of_couples(family), *_key_of_lines(layout), *_key_of_ties(family)]
    columns_ = max(int((lines.width - MARGIN) // KEY_COLUMN), 1)
    width = max(lines.width, (KEY_COLUMN if not not_drawn else 2 * KEY_COLUMN) + 2 * MARGIN)
    foot = lines.height + 30 + KEY_ROW * -(-len(key) // columns_) + MARGIN / 2
    remarks = [line for each in not_drawn for line in _lines(each, width - 2 * MARGIN)]
    wide, high = _n(width), _n(foot + (LINE * len(remarks) + MARGIN if remarks else 0))
    body = (
        *(_household(home) for home in around),
        *(_union(union, lines.lines.get(union.id, [])) for union in family.unions),
        *(_person(person, layout) for person in family.people.values()),
        *_badges(layout),
        *_key_drawn(key, lines.height, columns_),
        *_remarks(remarks, foot),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="group" aria-label="Genogram" font-family="{FONT}" font-size="13" fill="{INK}" stroke-linecap="round">'
        f"<title>Genogram</title><desc>{escape(description)}</desc>"
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>{"".join(body)}</svg>'
    )


def _lines(words: str, width: float) -> Iterator[str]:
    """Words cut into lines, a long word too."""
    most = max(int(width / LETTER), 1)
    line = ""
    for word in (long[at : at + most] for long in words.split() for at in range(0, len(long), most)):
        if line and len(line) + 1 + len(word) > most:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _remarks(lines: list[str], top: float) -> Iterator[str]:
    """What the text says and the picture does not show, in the picture itself: it travels without its page."""
    if not lines:
        return
    yield '<g data-not-drawn="">'
    for at, line in enumerate(lines):
        weight = ' font-weight="700"' if not at else ""
        yield f'<text x="{_n(MARGIN)}" y="{_n(top + LINE * (at + 1))}"{weight}>{escape(line)}</text>'
    yield "</g>"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def escape(text: str) -> str:
    clean = "".join(
        letter
        for letter in text
        if letter >= " " and letter not in "\ufffe\uffff" and not "\ud800" <= letter <= "\udfff"
    )
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _path(
    points: Iterable[tuple[float, float]], *, dash: str = "", closed: bool = False, width: float = 1.6, by: float = 0
) -> str:
    moves = "L".join(f"{_n(x)} {_n(y + by)}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{moves}{"Z" if closed else ""}" fill="none" stroke="{INK}" stroke-width="{_n(width)}"{dashed}/>'


def _household(home: Home) -> str:
    outlines = "".join(_path(outline, dash="1 6", closed=True, width=2.4) for outline in home.outlines)
    members = escape(" ".join(home.household.members))
    return f'<g data-household="{escape(home.household.id)}" data-members="{members}">{outlines}</g>'


def _union(union: Union, lines: list[Line]) -> str:
    drawn = "".join(_line(line, union) for line in lines)
    partners = escape(" ".join(union.partners))
    children = escape(" ".join(child.id for child in union.children))
    return f'<g data-union="{escape(union.id)}" data-partners="{partners}" data-children="{children}">{drawn}</g>'


def _line(line: Line, union: Union) -> str:
    if line.kind != "couple":
        return _path(line.points, dash=DASHES.get(line.kind, ""))
    dash = DASHES["transitory"] if union.bond == Bond.TRANSITORY else ""
    double = _path(line.points, dash=dash, by=4) if union.is_related else ""
    return _path(line.points, dash=dash) + double + "".join(_strokes(line.points, union.ended))


def _strokes(points: tuple[tuple[float, float], ...], ended: Ended) -> Iterator[str]:
    """One short diagonal stroke for separation, two for divorce, on the longest level stretch, off its middle."""
    level = max(pairwise(points), key=lambda ends: abs(ends[1][0] - ends[0][0]))
    (left, y), (right, _) = sorted(level)
    middle = left + (right - left) * 0.3
    for number in range({Ended.NO: 0, Ended.SEPARATED: 1, Ended.DIVORCED: 2}[ended]):
        x = middle + number * 6
        yield _path([(x - 4, y + MARK), (x + 4, y - MARK)])


def _person(person: Person, layout: Layout) -> str:
    x, y = layout.places.x[person.id], layout.routes.middle[layout.rows.level[person.id]]
    words = layout.places.labels[person.id]
    top = y + HALF + LINE
    text = "".join(
        f'<text x="{_n(x)}" y="{_n(top + LINE * at)}" text-anchor="middle">{escape(line)}</text>'
        for at, line in enumerate(words)
    )
    said = escape(", ".join(part for part in (person.name, kind_of(person)) if part))
    return f'<g data-person="{escape(person.id)}" role="img" aria-label="{said}">{symbol(person, x, y)}{text}</g>'


def kind_of(person: Person) -> str:
    if person.loss:
        return person.loss.value
    words = {
        Sex.FEMALE: "female",
        Sex.MALE: "male",
        Sex.NEITHER: "neither male nor female",
        Sex.UNKNOWN: "gender not written",
        Sex.UNBORN: "not born yet",
    }
    return words[person.sex] + (", stillborn" if person.is_stillborn else ", died" if person.is_dead else "")


def symbol(person: Person, x: float, y: float) -> str:
    half = size(person)
    if person.loss != Loss.NONE:
        return _cross(x, y, half)
    shape = _shape(person.sex, x, y, half, 2.6 if person.is_subject else 1.8)
    inner = _shape(person.sex, x, y, half - 5, 1.4) if person.is_subject else ""
    return shape + inner + (_cross(x, y, half) if person.is_dead else "")


def _badges(layout: Layout) -> Iterator[str]:
    """How two people get on: one letter at both, because a line between them would run through others."""
    count: dict[str, int] = {}
    for number, tie in enumerate(layout.family.ties):
        drawn = []
        for one in (tie.one, tie.other):
            place = count.get(one, 0)
            count[one] = place + 1
            x = layout.places.x[one] + HALF + 8 + 2 * BADGE * place
            drawn.append(_badge(number, x, layout.routes.middle[layout.rows.level[one]] - HALF - 3))
        people = escape(f"{tie.one} {tie.other}")
        yield f'<g data-tie="{escape(tie.kind)}" data-people="{people}">{"".join(drawn)}</g>'


def _badge(number: int, x: float, y: float) -> str:
    letter = chr(ord("A") + number) if number < LETTERS else str(number + 1)
    circle = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(BADGE)}" fill="{PAPER}" stroke="{INK}" stroke-width="1"/>'
    return f'{circle}<text x="{_n(x)}" y="{_n(y + 3.5)}" text-anchor="middle" font-size="10">{letter}</text>'


def _cross(x: float, y: float, half: float) -> str:
    ends = half * 0.98
    return _path([(x - ends, y - ends), (x + ends, y + ends)]) + _path([(x - ends, y + ends), (x + ends, y - ends)])


def _shape(sex: Sex, x: float, y: float, half: float, width: float) -> str:
    pen = f'fill="{PAPER}" stroke="{INK}" stroke-width="{_n(width)}"'
    if sex == Sex.MALE:
        return f'<rect x="{_n(x - half)}" y="{_n(y - half)}" width="{_n(2 * half)}" height="{_n(2 * half)}" {pen}/>'
    if sex == Sex.FEMALE:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}" {pen}/>'
    ends: tuple[tuple[float, float], ...]
    if sex == Sex.NEITHER:
        ends = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    else:
        ends = ((x, y - half), (x + half, y + half), (x - half, y + half))
    points = " ".join(f"{_n(left)},{_n(top)}" for left, top in ends)
    return f'<polygon points="{points}" {pen}{DASHED if sex == Sex.UNBORN else ""}/>'


DASHED = ' stroke-dasharray="4 4"'


def _key_of_people(family: Family) -> Iterator[tuple[str, str]]:
    """Each symbol that the picture uses, drawn at 0, 0, with its meaning; ours are marked."""
    people = family.people.values()
    sexes = {
        Sex.MALE: "male",
        Sex.FEMALE: "female",
        Sex.UNKNOWN: "gender not known",
        Sex.NEITHER: f"neither male nor female{OURS}",
        Sex.UNBORN: f"not born yet{OURS}",
    }
    for sex, words in sexes.items():
        if any(person.sex == sex and not person.loss for person in people):
            yield symbol(Person("", "", sex), 0, 0), words
    subject = next((person for person in people if person.is_subject), None)
    if subject:
        yield symbol(Person("", "", subject.sex, is_subject=True), 0, 0), f"the child this is about{OURS}"
    if any(person.is_dead for person in people):
        yield symbol(Person("", "", Sex.MALE, is_dead=True), 0, 0), "has died"
    if any(person.loss for person in people):
        yield _cross(0, 0, 8), "miscarriage or abortion"


def _key_of_couples(family: Family) -> Iterator[tuple[str, str]]:
    couples = [union for union in family.unions if len(union.partners) > 1]
    stretch = ((-20.0, 0.0), (20.0, 0.0))
    for bond, words in ((Bond.ENDURING, "enduring relationship"), (Bond.TRANSITORY, "transitory relationship")):
        if any(union.bond == bond for union in couples):
            yield _line(Line("couple", stretch), Union("", (), bond)), words
    for ended, words in ((Ended.SEPARATED, "separated"), (Ended.DIVORCED, "divorced")):
        if any(union.ended == ended for union in couples):
            yield _line(Line("couple", stretch), Union("", (), ended=ended)), words
    if any(union.is_related for union in couples):
        yield _line(Line("couple", stretch), Union("", (), is_related=True)), f"related to each other{OURS}"


def _key_of_lines(layout: Layout) -> Iterator[tuple[str, str]]:
    used = {line.kind for each in layout.routes.lines.values() for line in each}
    names = {
        "adopted": "adopted child",
        "fostered": "fostered child",
        "step": "stepchild",
        "cared for": "cared for: see the name",
        "donor": "donor",
    }
    for kind, words in names.items():
        if kind in used:
            yield _path([(-18, 0), (18, 0)], dash=DASHES[kind]), f"{words}{OURS}"
    fork = _path([(-12, 12), (0, -10), (12, 12)])
    if any(child.twins for union in layout.family.unions for child in union.children):
        yield fork, "twins"
    if "identical" in used:
        yield fork + _path([(-6, 1), (6, 1)]), f"identical twins{OURS}"
    if layout.family.households:
        corners = [(-16, -12), (16, -12), (16, 12), (-16, 12)]
        yield _path(corners, dash="1 6", closed=True, width=2.4), "live in one household"


def _key_of_ties(family: Family) -> Iterator[tuple[str, str]]:
    for number, tie in enumerate(family.ties):
        yield _badge(number, 0, 0), f"{ties.told(tie, family).rstrip('.')}{OURS}"


def _key_drawn(key: list[tuple[str, str]], top: float, columns_: int) -> Iterator[str]:
    yield f'<g data-key="" fill="{INK}"><text x="{_n(MARGIN)}" y="{_n(top + 10)}" font-weight="700">Key</text>'
    for place, (drawing, words) in enumerate(key):
        x = MARGIN + 20 + KEY_COLUMN * (place % columns_)
        y = top + 42 + KEY_ROW * (place // columns_)
        yield f'<g transform="translate({_n(x)} {_n(y)}) scale(0.8)">{drawing}</g>'
        yield f'<text x="{_n(x + 32)}" y="{_n(y + 5)}">{escape(words)}</text>'
    if any(words.endswith(OURS) for _, words in key):
        y = top + 30 + KEY_ROW * -(-len(key) // columns_)
        remark = f"{OURS} our addition to the guidance’s symbols"
        yield f'<text x="{_n(MARGIN)}" y="{_n(y)}" fill="{QUIET}">{remark}</text>'
    yield "</g>"
