"""A family as the text that reads back as the same family."""

from collections.abc import Iterable, Iterator

from pyforms.genogram.facts import facts
from pyforms.genogram.family import Child, Family, Kind, Person, Sex, Tie, Union
from pyforms.genogram.names import is_unknown, key, peeled, trouble
from pyforms.genogram.signs import HOMES, LOSSES, SIGNS, TIES
from pyforms.genogram.tidy import BULLET, SAME
from pyforms.moment import Moment

RESERVED = '":;=,+~/&()[]#“”„'


def write(family: Family) -> str:
    """The family as text that reads back as the same family."""
    names = _names(family)
    lines = [
        *(_person_line(person, names) for person in family.people.values() if not _is_nameless(person)),
        *(_union_line(union, family, names) for union in family.unions),
        *(f"home{_home_name(each.name)}: {_list(each.members, names)}" for each in family.households),
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
    clean = " ".join(name.replace('"', "'").split())
    return f'"{clean}"' if not is_unknown(clean) and _is_risky(clean) else clean


def _has_a_sign(words: str) -> bool:
    return any(letter in RESERVED for letter in words.translate(SAME))


def _is_risky(name: str) -> bool:
    """Whether the bare name would be read as anything else."""
    return (
        _has_a_sign(name)
        or key(name).split(" ")[0] in (*HOMES, *LOSSES, "stillbirth", "stillborn", "termination", "miscarried", *TIES)
        or bool(trouble(name, is_alone=True) or BULLET.match(f"{name} ="))
        or peeled(name)[1] is not None
        or " and " in name.casefold()
    )


def _person_line(person: Person, names: dict[str, str]) -> str:
    said = [
        person.sex.value if person.sex not in (Sex.UNKNOWN, Sex.UNBORN) else "",
        _when("due" if person.sex == Sex.UNBORN else "born", person.born),
        "unborn" if person.sex == Sex.UNBORN and not person.born else "",
        person.loss.value,
        "stillborn" if person.is_stillborn else "",
        (_when("died", person.died) or "died") if person.is_dead and not person.is_stillborn else "",
        "this child" if person.is_subject else "",
        *map(_note, person.notes),
    ]
    return f"{names[person.id]}: {', '.join(words for words in said if words) or 'unknown'}"


def _note(note: str) -> str:
    """In quotes where the bare words would be read as a fact."""
    is_plain = note.startswith('"') or (facts(note).left == [note] and not any(mark in note for mark in ',;#"'))
    return note if is_plain else f'"{note.replace(chr(34), chr(39))}"'


def _when(word: str, at: Moment | None) -> str:
    return f"{word} {at}" if at else ""


def _union_line(union: Union, family: Family, names: dict[str, str]) -> str:
    sign = next(sign for sign, (bond, ended) in SIGNS.items() if (bond, ended) == (union.bond, union.ended))
    couple = sign.join(names[one] for one in union.partners) + (" (related)" if union.is_related else "")
    children = ", ".join(_together(group, family, names) for group in _groups(union.children))
    if not children and union.is_childless:
        return f"{couple} = none"
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
    kind = "" if child.kind == Kind.BIRTH else f" ({child.said or child.kind.value})"
    if _is_nameless(person):
        word = person.loss.value or "stillbirth"
        return f"{word}{f' {person.born}' if person.born else ''}{kind}"
    return f"{names[child.id]}{kind}"


def _home_name(name: str) -> str:
    clean = " ".join(name.replace('"', "'").split())
    return f' "{clean}"' if _has_a_sign(clean) else f" {clean}" if clean else ""


def _list(people: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names[one] for one in people)


def _tie_word(tie: Tie) -> str:
    return next(word for word, kind in TIES.items() if kind == tie.kind)
