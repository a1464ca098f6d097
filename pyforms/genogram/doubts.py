"""What a whole text makes doubtful: read as written, it would mean a family that nobody is likely to have meant.

Each doubt names its line and the remedy. Where the picture would state something grave or false by a slip, the line is
left out until the writer has said which is meant; a slip that only adds somebody is asked about, and drawn.
"""

from collections.abc import Iterator
from dataclasses import replace

from pyforms.genogram import names
from pyforms.genogram.family import Child, Kind, Loss, Union
from pyforms.genogram.state import State
from pyforms.genogram.words import among, roles

LONGEST = 40  # letters, of names that are compared letter by letter
SHORTEST = 3  # letters, of names that may be the same name with a slip
MOST_NUMBERED = 12  # Child 12 may be a name; Mum 35 is not
HIGHEST = 9  # generations; above all that a name can say
JOINED = "-"


def doubts(found: State) -> None:
    _how_children_came(found)
    _parents_come_first(found)
    linked = {one for union in found.unions for one in (*union.partners, *(child.id for child in union.children))}
    _same_person(found, linked)
    _numbers(found)
    _not_sure(found)
    _is_or_has(found)
    _parent_of_both(found)
    _losses_of_their_own(found)
    _joined_names(found)
    _whose_home(found)
    _relations(found)


def _is_about(found: State) -> set[str]:
    return {one for one, person in found.people.items() if person.is_subject}


def _how_children_came(found: State) -> None:
    """Stepdad = Ella: someone of such a name is not the birth parent of the child the picture is about."""
    subjects = _is_about(found)
    for place, union in enumerate(found.unions):
        kinds = {names.parent_kind(found.people[one].name) for one in union.partners}
        if not kinds - {""}:
            continue
        kept: list[Child] = []
        for child in union.children:
            if child.kind != Kind.BIRTH or (subjects and child.id not in subjects) or found.people[child.id].loss:
                kept.append(child)
            elif len(kinds) == 1:
                kind = Kind(kinds.copy().pop())
                said = "guardianship" if kind == Kind.CARED else ""
                kept.append(replace(child, kind=kind, said=said))
                _say(found, union, child, f"({said or kind.value})")
            elif not subjects:
                kept.append(child)
                _ask_kind(found, union, child, "is drawn as a birth child of both")
            else:
                _ask_kind(found, union, child, "is not joined to them yet")
        found.unions[place] = replace(union, children=tuple(kept))


def _couple(found: State, union: Union) -> str:
    return " + ".join(found.people[one].name for one in union.partners)


def _say(found: State, union: Union, child: Child, kind: str) -> None:
    found.line, found.statement = child.line, ""
    found.assume(
        f"{found.people[child.id].name} is read as {kind} with {_couple(found, union)}. Write (birth) behind the "
        "child’s name if that is wrong, and the words of the order if there is one"
    )


def _ask_kind(found: State, union: Union, child: Child, drawn: str) -> None:
    name, couple = found.people[child.id].name, _couple(found, union)
    found.fault(
        f"{couple} would be the birth parents of {name}, who {drawn}. Write {name} (step), (fostered), (adopted) or "
        "(birth) here, and the birth parents in a line of their own",
        f"{couple} = {name}",
        line=child.line,
    )


def _parents_come_first(found: State) -> None:
    """Nobody is the parent of someone who stands as high, or higher: Ella = Mum; Mum = Nan."""
    subjects = _is_about(found)
    for place, union in enumerate(found.unions):
        kept = []
        for child in union.children:
            below = _above(child.id, found, subjects, -1)
            wrong = [one for one in union.partners if below >= 0 and _above(one, found, subjects, HIGHEST) <= below]
            if wrong and child.kind == Kind.BIRTH:
                parent, name = found.people[wrong[0]].name, found.people[child.id].name
                found.fault(
                    f"{parent} would be a parent of {name}, so no line joins them. Parents come first: write "
                    f"“{name} = {parent}” if {name} is the parent, or “{parent} + {name}” for a couple",
                    f"{_couple(found, union)} = {name}",
                    line=child.line,
                )
            else:
                kept.append(child)
        if len(kept) < len(union.children):
            found.unions[place] = replace(union, children=tuple(kept))


def _above(one: str, found: State, subjects: set[str], otherwise: int) -> int:
    """How many generations above the child; what is given where the name does not say."""
    if one in subjects:
        return 0
    name = names.key(found.people[one].name)
    return roles()[name][1] if name in roles() else otherwise


def _same_person(found: State, linked: set[str]) -> None:
    """Two names that may be one person: asked where one hangs loose, or where an accent or a bracket parts them."""
    named = {
        one: person.name
        for one, person in found.people.items()
        if person.name and one not in found.with_id and not names.is_unknown(person.name)
    }
    by_letters: dict[str, str] = {}
    for one, name in named.items():
        for form in filter(None, _forms(name)):
            other = by_letters.setdefault(form, one)
            if other != one and not _both_bracketed(name, named[other]):
                _ask_same(found, other, one)
                break
    if all(one in linked for one in named):
        return
    by_slip: dict[str, str] = {}
    for one in (one for one in named if one in linked and one not in found.described):
        for form in _near(named[one]):
            by_slip.setdefault(form, one)
    for one in (one for one in named if one not in linked):
        near = next(
            (
                by_slip[form]
                for form in _near(named[one])
                if form in by_slip and _may_be(named[one], named[by_slip[form]])
            ),
            "",
        )
        if near and names.bare_letters(named[one]) != names.bare_letters(named[near]):
            _ask_same(found, near, one)


def _forms(name: str) -> Iterator[str]:
    """The letters alone, and those before a bracket."""
    yield names.bare_letters(name)
    before = name.partition("(")[0].strip()
    if before and before != name:
        yield names.bare_letters(before)


def _both_bracketed(one: str, other: str) -> bool:
    """Nan (Mum’s side) and Nan (Dad’s side) are told apart already."""
    return "(" in one and "(" in other


def _near(name: str) -> Iterator[str]:
    """What two names share that may mean one person: all but a letter, a first name, or a word for Mum."""
    role = roles().get(names.key(name))
    if role:
        yield f"={role[0]}"
    yield from (f"word={word}" for word in names.key(name).split(" "))
    letters = names.bare_letters(name)
    if len(letters) >= SHORTEST and not any(letter.isdigit() for letter in letters):
        yield letters
        yield from {letters[:at] + letters[at + 1 :] for at in range(min(len(letters), LONGEST))}


def _may_be(one: str, other: str) -> bool:
    """Two full names that share a surname alone are two people."""
    first, second = names.key(one).split(" "), names.key(other).split(" ")
    return len(first) == 1 or len(second) == 1 or first[0] == second[0] or not set(first) & set(second)


def _ask_same(found: State, first: str, second: str) -> None:
    one, other = found.people[first].name, found.people[second].name
    earlier, line = sorted((found.first_line[first], found.first_line[second]))
    found.fault(
        f"Is “{other}” the same person as “{one}” (line {earlier})? They are "
        f"drawn as two. For one person write the name alike everywhere; for two, {one} [1] and {other} [2]",
        other,
        line=line,
    )


def _numbers(found: State) -> None:
    """Ella 9 may be a name and an age; Child 1 and Child 2 are names."""
    count: dict[str, int] = {}
    numbered = []
    for one, person in found.people.items():
        match = names.NUMBERED.match(person.name) if person.name[-1:].isdigit() and one not in found.with_id else None
        if match:
            base = names.key(match[1])
            count[base] = count.get(base, 0) + 1
            numbered.append((one, base, match))
    for one, base, match in numbered:
        is_number = base.split(" ")[-1] in among("people", "numbered") and int(match[2]) <= MOST_NUMBERED
        if count[base] == 1 and not is_number:
            found.fault(
                f"Is {match[2]} the age of {match[1]}? It is drawn as part of the name. Write “{match[1]}: born 2017”, "
                f"or “{match[1]} [{match[2]}]” to tell two of one name apart",
                match[0],
                line=found.first_line[one],
            )


def _not_sure(found: State) -> None:
    """Kyle? may be a guess; a picture has no sign for one."""
    for one, person in found.people.items():
        if person.name.endswith("?") and not names.is_unknown(person.name):
            found.fault(
                f"“{person.name}” is drawn as if it were certain. Write what is not sure as a remark, such as "
                f"“{person.name.rstrip('? ')}: not sure who the father is”",
                person.name,
                line=found.first_line[one],
            )


def _is_or_has(found: State) -> None:
    """Dad's new partner = Zoe: the sign joins parents and children, and may have been meant as "is"."""
    parents = {one for union in found.unions for one in union.partners}
    above: dict[str, list[Union]] = {}
    for union in found.unions:
        above.setdefault(union.partners[0], []).append(union)
    for union in found.unions:
        parent = found.people[union.partners[0]].name
        _, possessive, who = parent.replace("’", "'").partition("'s ")
        is_relative = possessive and any(word in among("people", "relatives") for word in who.casefold().split())
        child = union.children[0] if len(union.partners) == len(union.children) == 1 else None
        is_role = (
            child
            and names.key(found.people[child.id].name) in roles()
            and child.id not in parents
            and len(above[union.partners[0]]) == 1
        )
        if child and (is_relative or (is_role and names.key(parent) not in roles())):
            name = found.people[child.id].name
            found.fault(
                f"{name} is drawn as a child of “{parent}”. If {parent} is {name}, write who is whose parent: "
                f"“{parent} = Mum” for a grandparent, “Dad + {parent}” for a partner",
                f"{parent} = {name}",
                line=child.line,
            )


def _parent_of_both(found: State) -> None:
    """Ella = Mum, Dad: nobody is the parent of both; the parents were written last."""
    below: dict[str, dict[str, Child]] = {}
    for union in found.unions:
        for child in union.children:
            role = names.role(found.people[child.id].name)
            if role and role[0] in ("mum", "dad") and child.kind == Kind.BIRTH:
                for one in union.partners:
                    below.setdefault(one, {})[role[0]] = child
    couples = {frozenset(union.partners) for union in found.unions}
    for one, both in below.items():
        if len(both) > 1 and frozenset(child.id for child in both.values()) not in couples:
            name = found.people[one].name
            mum, dad = (found.people[both[each].id].name for each in ("mum", "dad"))
            sides = f"“{name} ({mum}’s side)” and “{name} ({dad}’s side)”"
            found.fault(
                f"{name} is drawn as a parent of {mum} and of {dad}. Is there a {name} on each side? Then write "
                f"{sides}. If {name} is their child, write “{mum} + {dad} = {name}”",
                f"{name} = {mum}, {dad}",
                line=max(child.line for child in both.values()),
            )


def _losses_of_their_own(found: State) -> None:
    """Mum: miscarriage 2011. It happened to her; the loss itself is one of her children."""
    for union in found.unions:
        for one in union.partners:
            person = found.people[one]
            if person.loss:
                note = " ".join(str(part) for part in (person.loss, person.born) if part)
                found.people[one] = replace(person, loss=Loss.NONE, born=None, notes=(*person.notes, f'"{note}"'))
                found.fault(
                    f"“{note}” is kept in words about {person.name}, and not drawn. Write it among the children: "
                    f"“{person.name} = Ella, {note}”",
                    note,
                    line=found.first_line[one],
                    is_kept=True,
                )


def _whose_home(found: State) -> None:
    """home Pat: Ella. Pat names the home, and is not drawn as living there."""
    for home in found.households:
        who = found.by_name.get(names.key(home.name)) if home.name else None
        if who and who not in home.members:
            name = found.people[who].name
            found.fault(
                f"“{home.name}” is the name of a household here, and {name} is not drawn in it. If {name} lives there, "
                f"write “home {name}’s: {name}, …”",
                f"home {home.name}",
            )


def _joined_names(found: State) -> None:
    """Mum-Dad, where Mum and Dad are people too."""
    for one, person in list(found.people.items()):
        parts = person.name.split(JOINED)
        if len(parts) > 1 and one not in found.with_id:
            known = [names.key(part) for part in parts]
            if all(part in found.by_name or part in roles() for part in known):
                found.fault(
                    f"“{person.name}” is drawn as one person. For a couple write “{' + '.join(parts)}”",
                    person.name,
                    line=found.first_line[one],
                )


def _relations(found: State) -> None:
    """Sam: brother. The word gives the gender; whose brother he is needs a line of its own."""
    if not found.relations:
        return
    parents = {one for union in found.unions if union.children for one in union.partners}
    children = {child.id for union in found.unions for child in union.children}
    for line, who, word, need in found.relations:
        is_drawn = who in {"parent": parents, "child": children}.get(need, ())
        if not is_drawn:
            person = found.people[who]
            found.people[who] = replace(person, notes=tuple(dict.fromkeys((*person.notes, word))))
            found.fault(
                f"“{word}” is kept in words about {person.name}: whose {word} is not drawn. Write the family in a line "
                "of its own: “Mum + Dad = Ella, Sam”",
                word,
                is_kept=True,
                line=line,
            )
