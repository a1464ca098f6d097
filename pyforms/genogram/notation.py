"""A family as plain text, one line for each fact, to type, paste and keep.

    Ella: girl, born 12 May 2018, this child
    Kasia + Marek = Ella, Sam & Zofia        a couple, their children eldest first, and twins
    Kasia ~ Dan                              a relationship that did not last
    Nan // Grandad = Kasia, miscarriage 1986 divorced; a loss in its place
    home: Kasia, Ella, Sam, Zofia            who lives together

A name with one of the signs in it stands in "quotes". Two people of one name are told apart: Ella [2].
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pyforms.genogram.family import (
    Bond,
    Child,
    Ended,
    Family,
    Household,
    Kind,
    Loss,
    Person,
    Sex,
    Tie,
    Union,
)
from pyforms.genogram.moment import Moment, NoDate, moment

SEXES = {
    Sex.FEMALE: ("girl", "woman", "female", "f", "daughter", "mother", "sister"),
    Sex.MALE: ("boy", "man", "male", "m", "son", "father", "brother"),
    Sex.NEITHER: ("neither", "non-binary", "nonbinary"),
    Sex.UNKNOWN: ("unknown", "not known"),
    Sex.UNBORN: ("unborn", "pregnancy"),
}
WORDS = {word: sex for sex, words in SEXES.items() for word in words}
# The longest sign first, so that "//" is not read as "/" twice.
SIGNS = {
    " ~// ": (Bond.TRANSITORY, Ended.DIVORCED),
    " ~/ ": (Bond.TRANSITORY, Ended.SEPARATED),
    " // ": (Bond.ENDURING, Ended.DIVORCED),
    " / ": (Bond.ENDURING, Ended.SEPARATED),
    " ~ ": (Bond.TRANSITORY, Ended.NO),
    " + ": (Bond.ENDURING, Ended.NO),
}
TIES = {"close": "close", "distant": "distant", "conflict": "conflict", "broken": "broken", "cares for": "cares"}
SUBJECT = ("this child", "the child", "index", "subject")
HOMES = ("home", "household", "lives together")
LOSSES = tuple(loss.value for loss in Loss if loss)
QUOTE = '"'
RESERVED = '":=,+~/&()[]#'
LONGEST_NAME = 300
FIRST_LINE = "# Early Help Guide genogram"  # of a file, so that it is known again


@dataclass(frozen=True)
class Fault:
    """A line that cannot be read: its number, and what to do."""

    line: int
    message: str


@dataclass
class _Reading:
    people: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    unions: list[Union] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    named: int = 0


class _Unreadable(ValueError):
    pass


def read(text: str) -> tuple[Family, tuple[Fault, ...]]:
    """The family, and a fault for each line that was left out."""
    found = _Reading()
    for number, line in enumerate(text.splitlines(), 1):
        bare = _without_comment(line).strip()
        if bare:
            try:
                _line(bare, found)
            except (_Unreadable, NoDate) as fault:
                found.faults.append(Fault(number, str(fault)))
    family = Family(found.people, tuple(found.unions), tuple(found.households), tuple(found.ties))
    return family, tuple(found.faults)


def _without_comment(line: str) -> str:
    return next(iter(_split(line, "#")), "")


def _line(line: str, found: _Reading) -> None:
    head, colon, rest = _cut(line, ":")
    keyword = head.strip().casefold()
    if (colon and keyword.split(" ")[0] in HOMES) or keyword in HOMES:
        _home(head.strip(), rest, found)
    elif colon and keyword in TIES:
        _tie(TIES[keyword], rest, found)
    elif colon:
        _person(head, rest, found)
    elif _cut(line, "=")[1] or _sign(line):
        _union(line, found)
    else:
        _who(line, found)


def _split(text: str, mark: str) -> list[str]:
    """Parts of a line, at a mark that stands outside quotes and brackets."""
    parts, depth, quoted, start, at = [], 0, False, 0, 0
    while at < len(text):
        letter = text[at]
        if letter == QUOTE:
            quoted = not quoted
        elif not quoted:
            depth += (letter in "([") - (letter in ")]")
            if depth <= 0 and text.startswith(mark, at):
                parts.append(text[start:at])
                at += len(mark)
                start = at
                continue
        at += 1
    return [*parts, text[start:]]


def _cut(text: str, mark: str) -> tuple[str, bool, str]:
    first, *rest = _split(text, mark)
    return first, bool(rest), mark.join(rest)


def _sign(line: str) -> str:
    return next((sign for sign in SIGNS if len(_split(line, sign)) > 1), "")


def _who(words: str, found: _Reading) -> str:
    """The id of the person that the words name; someone new is made."""
    name, own_id = _named(words)
    key = own_id or name.casefold()
    if not key:
        raise _Unreadable("A name is missing. Write who is meant, or “unknown parent”")
    if len(name) > LONGEST_NAME:
        raise _Unreadable(f"The name “{name[:20]}…” has {len(name)} letters. Keep it to {LONGEST_NAME}")
    known = found.by_name.get(key)
    if known:
        if name and own_id:
            found.people[known] = replace(found.people[known], name=name)
        return known
    found.named += 1
    new = own_id or f"p{found.named}"
    while not own_id and new in found.people:
        new += "x"
    found.people[new] = Person(new, name or own_id)
    found.by_name[key] = new
    if name and own_id:
        found.by_name.setdefault(name.casefold(), new)
    return new


def _named(words: str) -> tuple[str, str]:
    """A name and an id of its own: Ella [e2]"""
    bare = words.strip()
    own_id = ""
    if bare.endswith("]") and "[" in bare:
        bare, _, own_id = bare[:-1].rpartition("[")
    return " ".join(bare.replace(QUOTE, " ").split()), own_id.strip()


def _person(head: str, rest: str, found: _Reading) -> None:
    who = _who(head, found)
    person = found.people[who]
    for part in _split(rest, ","):
        if part.strip():
            person = _with(person, part.strip())
    found.people[who] = person


def _with(person: Person, said: str) -> Person:
    word, _, rest = said.casefold().partition(" ")
    if said.casefold() in WORDS:
        return replace(person, sex=WORDS[said.casefold()])
    if said.casefold() in SUBJECT:
        return replace(person, is_subject=True)
    if word == "born":
        return replace(person, born=moment(rest))
    if word == "due":
        return replace(person, sex=Sex.UNBORN, born=moment(rest))
    if word in ("died", "dead"):
        return replace(person, is_dead=True, died=moment(rest) if rest else None)
    if word == "stillborn":
        return replace(person, is_dead=True, is_stillborn=True, born=moment(rest) if rest else person.born)
    if word in LOSSES:
        return replace(person, loss=Loss(word), born=moment(rest) if rest else person.born)
    raise _Unreadable(
        f"“{said}” is not understood. Write girl, boy, neither, born 2007, died 2019, due May 2027 or this child"
    )


def _union(line: str, found: _Reading) -> None:
    couple, has_children, rest = _cut(line, "=")
    sign = _sign(f"{couple.rstrip()} " if couple.strip().endswith(tuple(each.strip() for each in SIGNS)) else couple)
    options = _options(couple)
    bare = couple.split(" (", 1)[0] if options else couple
    partners = tuple(_who(part, found) for part in (_split(bare, sign) if sign else [bare]) if part.strip())
    if (sign and len(partners) != len(("one", "other"))) or len(set(partners)) < len(partners):
        raise _Unreadable("A couple is two people: write “Kasia + Marek”, and another line for another couple")
    if not partners:
        raise _Unreadable("A parent is missing: write a name before “=”")
    bond, ended = SIGNS.get(sign, (Bond.ENDURING, Ended.NO))
    number = f"u{len(found.unions) + 1}"
    children = tuple(_children(rest, found, number)) if has_children else ()
    found.unions.append(Union(number, partners, bond, ended, "related" in options, children))


def _options(words: str) -> str:
    return words.rpartition("(")[2].rstrip().removesuffix(")").casefold() if words.rstrip().endswith(")") else ""


def _children(words: str, found: _Reading, union: str) -> Iterator[Child]:
    for number, part in enumerate(_split(words, ","), 1):
        is_identical = len(_split(part, "&&")) > 1
        together = [each for each in _split(part, "&&" if is_identical else "&") if each.strip()]
        for each in together:
            twins = number if len(together) > 1 else 0
            yield _child(each.strip(), found, f"{union}c{number}", twins, is_identical=is_identical)


def _child(words: str, found: _Reading, at: str, twins: int, *, is_identical: bool) -> Child:
    option = _options(words)
    bare = words.rpartition("(")[0].strip() if option in tuple(Kind) else words
    kind = Kind(option) if option in tuple(Kind) else Kind.BIRTH
    loss = _loss(bare, found, at)
    return Child(loss or _who(bare, found), kind, twins, is_identical)


def _loss(words: str, found: _Reading, at: str) -> str:
    """A loss stands in the birth order without a name; each is a person of its own."""
    word, _, rest = words.casefold().partition(" ")
    if word not in (*LOSSES, "stillbirth"):
        return ""
    when = moment(rest) if rest else None
    new = f"{at}-{len(found.people)}" if at in found.people else at
    if word == "stillbirth":
        found.people[new] = Person(new, "", born=when, is_dead=True, is_stillborn=True)
    else:
        found.people[new] = Person(new, "", born=when, loss=Loss(word))
    return new


def _home(head: str, rest: str, found: _Reading) -> None:
    name = head.partition(" ")[2].strip()
    members = tuple(dict.fromkeys(_who(part, found) for part in _split(rest, ",") if part.strip()))
    if not members:
        raise _Unreadable("Write who lives together, such as “home: Kasia, Ella”")
    found.households.append(Household(f"h{len(found.households) + 1}", name, members))


def _tie(kind: str, rest: str, found: _Reading) -> None:
    people = [_who(part, found) for part in _split(rest, ",") if part.strip()]
    if len(people) != len(("one", "other")):
        raise _Unreadable("Write two people, such as “close: Ella, Nan”")
    found.ties.append(Tie(kind, *people))


def write(family: Family) -> str:
    """The family as text that reads back as the same family."""
    names = _names(family)
    lines = [
        *(_person_line(person, names) for person in family.people.values() if not _is_nameless(person)),
        *(_union_line(union, family, names) for union in family.unions),
        *(f"home{f' {each.name}' if each.name else ''}: {_list(each.members, names)}" for each in family.households),
        *(f"{_tie_word(tie)}: {names[tie.one]}, {names[tie.other]}" for tie in family.ties),
    ]
    return "".join(f"{line}\n" for line in lines)


def _is_nameless(person: Person) -> bool:
    return not person.name and bool(person.loss or person.is_stillborn)


def _names(family: Family) -> dict[str, str]:
    """How each person is written: the bare name where it is enough, or with the id that tells two apart."""
    count: dict[str, int] = {}
    for person in family.people.values():
        count[person.name.casefold()] = count.get(person.name.casefold(), 0) + 1
    found = {}
    named = (each for each in family.people.items() if not _is_nameless(each[1]))
    for own_id, person in named:
        name = _quoted(person.name)
        is_plain = count[person.name.casefold()] == 1 and _is_made(own_id) and person.name
        found[own_id] = name if is_plain else f"{name} [{own_id}]".strip()
    return found


def _is_made(own_id: str) -> bool:
    """Ids that reading gives to people without one are not worth writing."""
    return own_id.startswith("p") and own_id[1:].isdigit()


def _quoted(name: str) -> str:
    clean = " ".join(name.replace(QUOTE, "'").split())
    risky = any(letter in RESERVED for letter in clean) or clean.casefold().split(" ")[0] in (
        *HOMES,
        *LOSSES,
        "stillbirth",
        *TIES,
    )
    return f'"{clean}"' if risky else clean


def _person_line(person: Person, names: dict[str, str]) -> str:
    said = [
        person.sex.value if person.sex not in (Sex.UNKNOWN, Sex.UNBORN) else "",
        _when("due" if person.sex == Sex.UNBORN else "born", person.born),
        "unborn" if person.sex == Sex.UNBORN and not person.born else "",
        person.loss.value,
        "stillborn" if person.is_stillborn else "",
        (_when("died", person.died) or "died") if person.is_dead and not person.is_stillborn else "",
        "this child" if person.is_subject else "",
    ]
    return f"{names[person.id]}: {', '.join(words for words in said if words) or 'unknown'}"


def _when(word: str, at: Moment | None) -> str:
    return f"{word} {at}" if at else ""


def _union_line(union: Union, family: Family, names: dict[str, str]) -> str:
    sign = next(sign for sign, (bond, ended) in SIGNS.items() if (bond, ended) == (union.bond, union.ended))
    couple = sign.join(names[one] for one in union.partners) + (" (related)" if union.is_related else "")
    children = ", ".join(_together(group, family, names) for group in _groups(union.children))
    return f"{couple} = {children}" if children or len(union.partners) == 1 else couple


def _groups(children: Iterable[Child]) -> Iterator[list[Child]]:
    group: list[Child] = []
    for child in children:
        if group and not (child.twins and child.twins == group[-1].twins):
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def _together(group: list[Child], family: Family, names: dict[str, str]) -> str:
    sign = " && " if group[0].is_identical else " & "
    return sign.join(_as_child(child, family, names) for child in group)


def _as_child(child: Child, family: Family, names: dict[str, str]) -> str:
    person = family.people[child.id]
    kind = "" if child.kind == Kind.BIRTH else f" ({child.kind.value})"
    if _is_nameless(person):
        word = person.loss.value or "stillbirth"
        return f"{word}{f' {person.born}' if person.born else ''}{kind}"
    return f"{names[child.id]}{kind}"


def _list(people: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names[one] for one in people)


def _tie_word(tie: Tie) -> str:
    return next(word for word, kind in TIES.items() if kind == tie.kind)
