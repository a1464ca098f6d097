"""What a whole text makes doubtful: read as written, it would mean a family that nobody is likely to have meant.

Each doubt names its line and the remedy. Where the picture would state something grave or false by a slip, the line is
left out until the writer has said which is meant; a slip that only adds somebody is asked about, and drawn.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from pyforms.genogram import names
from pyforms.genogram.family import Child, Kind, Loss, Person, Sex, Union
from pyforms.genogram.state import State
from pyforms.genogram.words import among, roles
from pyforms.wording import listed

LONGEST = 40  # letters, of names that are compared letter by letter
SHORTEST = 3  # letters, of names that may be the same name with a slip
MOST_NUMBERED = 12  # Child 12 may be a name; Mum 35 is not
HIGHEST = 9  # generations; above all that a name can say
JOINED = "-"
PAIR = 2
TITLES = ("mr", "mrs", "ms", "miss", "dr", "sir", "big", "little", "baby", "aunty", "uncle", "auntie", "aunt", "great")
MOST_LIKE = 2_000  # people; above it, only those who hang loose are compared by a slip


def doubts(found: State) -> None:
    _whoever(found)
    _due(found)
    _how_children_came(found)
    _parents_come_first(found)
    _not_one_generation(found)
    linked = {one for union in found.unions for one in (*union.partners, *(child.id for child in union.children))}
    _same_person(found, linked)
    _numbers(found)
    _not_sure(found)
    _is_or_has(found)
    _parent_of_both(found)
    _losses_of_their_own(found)
    _joined_names(found)
    _one_dad(found)
    _whose_home(found)
    _relations(found)
    _children_below(found, linked)
    _bare_names(found)
    _one_child_or_more(found)


def _whoever(found: State) -> None:
    """Sue + partner, Jo + partner: two people, until an id says that they are one."""
    with_whom: dict[str, set[str]] = {}
    for place, union in enumerate(found.unions):
        for one in union.partners:
            name = found.people[one].name
            others = {each for each in union.partners if each != one}
            if one in found.with_id or not _is_whoever(name) or not others:
                continue
            known = with_whom.setdefault(one, others)
            if known & others:
                continue
            new = f"{one}x{place}"
            found.people[new] = Person(new, name)
            found.first_line[new] = union.line
            partners = tuple(new if each == one else each for each in union.partners)
            found.unions[place] = replace(union, partners=partners)
            found.line, found.statement = union.line, ""
            found.assume(f"“{name}” is drawn as two people. If they are one, write {name} [1] in both places")


def _due(found: State) -> None:
    """Ella: girl, due March 2027. The baby is due; whoever has a partner, a child, a birth or an age expects it."""
    parents = {one for union in found.unions for one in union.partners}
    children = {child.id for union in found.unions for child in union.children}
    for one, person in found.people.items():
        if names.key(person.name) in among("people", "unborn") and person.sex == Sex.UNKNOWN and not person.born:
            found.people[one] = replace(person, sex=Sex.UNBORN)
    for one, due in found.due.items():
        person = found.people[one]
        role = names.role(person.name)
        is_born = (
            person.born
            or one in parents
            or one in found.grown
            or (role and role[1])
            or any(note.startswith("aged ") or "pregnan" in note or "expecting" in note for note in person.notes)
        )
        if not is_born:
            notes = () if person.sex in (Sex.UNKNOWN, Sex.UNBORN) else (f"expected to be {person.sex.value}",)
            found.people[one] = replace(person, sex=Sex.UNBORN, born=due.date, notes=(*person.notes, *notes))
            if one not in children and not person.is_subject and not _is_little(person.name):
                found.line, found.statement = due.line, due.words
                found.assume(
                    f"{person.name} is drawn as not born yet. If {person.name} expects the baby, write "
                    f"“{person.name} = Baby” and “Baby: due March 2027”"
                )
            continue
        found.people[one] = replace(person, notes=(*person.notes, f'"{due.words}"'))
        found.fault(
            f"“{due.words}” is kept in words about {person.name}, who is not drawn as unborn. A baby who is due is a "
            f"child: write “{person.name} = Baby” and “Baby: due March 2027”",
            due.words,
            is_kept=True,
            line=due.line,
        )


def _is_little(name: str) -> bool:
    return any(word in among("people", "little") for word in names.key(name).split(" "))


def _height(name: str) -> int | None:
    """How many generations a name says to stand above the child; a baby stands at none."""
    role = names.role(name)
    return 0 if names.key(name) in among("people", "little") else role[1] if role else None


def _not_one_generation(found: State) -> None:
    """Nan + Mum = Ella: a couple of a grandmother and a mother is a slip, and not drawn."""
    kept = []
    for union in found.unions:
        heights = {_height(found.people[one].name) for one in union.partners} - {None}
        if union.is_related or len(heights) < PAIR:
            kept.append(union)
            continue
        older, younger = sorted(
            (found.people[one].name for one in union.partners), key=lambda name: -(_height(name) or 0)
        )
        said = _couple(found, union)
        found.fault(
            f"“{said}” would be a couple, and is not drawn. If {older} is a parent of {younger}, write “{older} = "
            f"{younger}”; for a child whom {older} looks after, “{older} = Ella (kinship care)”",
            said,
            line=union.line,
        )
    found.unions[:] = kept


def _children_below(found: State, linked: set[str]) -> None:
    """A couple, and then lines with a name alone: these may be its children."""
    loose: dict[int, list[str]] = {}
    for one, person in found.people.items():
        if one not in linked and person.name:
            loose.setdefault(found.first_line.get(one, 0), []).append(person.name)
    homes = {one for home in found.households for one in home.members} | {
        one for tie in found.ties for one in (tie.one, tie.other)
    }
    with_children = {frozenset(union.partners) for union in found.unions if union.children}
    for each in found.open:
        if each.pair in with_children and not each.is_dangling:
            continue
        below = []
        line = each.line + 1
        while line in loose or line in found.blank:
            below += loose.get(line, [])
            line += 1
        if below and not homes & {found.by_name.get(names.key(name), "") for name in below}:
            listed_ = ", ".join(below)
            who = below[0] if len(below) == 1 else f"{', '.join(below[:-1])} and {below[-1]}"
            found.fault(
                f"{'Is' if len(below) == 1 else 'Are'} {who} {'a child' if len(below) == 1 else 'the children'} of "
                f"{each.couple}? No line joins them. Write them in one line: “{each.couple} = {listed_}”",
                line=each.line,
            )


def _bare_names(found: State) -> None:
    """Nan, beside Nan [1] and Nan [2]."""
    for key, lines in found.bare.items():
        same = [one for one, person in found.people.items() if names.key(person.name) == key]
        if len(same) > 1 or (same[0].isdigit() and same[0] != "1"):
            name = found.people[same[0]].name
            which = " or ".join(f"{name} [{one}]" for one in same) if len(same) > 1 else f"{name} [{same[0]}]"
            for line in dict.fromkeys(lines):
                found.fault(
                    f"Is “{name}” {which}? It is read as {name} [{found.by_name[key]}]. Write the number here too",
                    name,
                    line=line,
                )


def _one_child_or_more(found: State) -> None:
    """Mum + Dad = Ella Sam Joe: one child with three names, or three children."""
    surnames = {names.key(found.people[one].name).split(" ")[-1] for union in found.unions for one in union.partners}
    for union in found.unions:
        if len(union.children) != 1 or union.children[0].id in found.with_id:
            continue
        parts = found.people[union.children[0].id].name.split()
        is_name = all(part[:1].isupper() and part.isalpha() for part in parts)
        first = names.key(parts[0]) if parts else ""
        known = first in roles() or first in among("people", "numbered") or not parts
        if len(parts) > 1 and is_name and not known and names.key(parts[-1]) not in surnames:
            found.line, found.statement = union.children[0].line, ""
            found.assume(
                f"“{' '.join(parts)}” is read as one child. If they are several, write a comma between their names"
            )


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
    """Two names that may be one person: asked whether both are joined to a family or not."""
    named = {
        one: person.name
        for one, person in found.people.items()
        if person.name and one not in found.with_id and not _is_nobody(person.name)
    }
    asked: dict[str, list[str]] = {}

    def ask(one: str, other: str) -> None:
        first, second = sorted((one, other), key=list(named).index)
        known = asked.setdefault(second, [])
        if first not in known:
            known.append(first)

    beside = _beside(found)
    for one, other in (
        *_one_form(named, found, beside),
        *_one_slip(named, found, beside),
        *_loose(named, found, linked),
    ):
        ask(one, other)
    for second, firsts in asked.items():
        _ask_same(found, firsts, second)


def _one_form(named: dict[str, str], found: State, beside: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Zoë and Zoe, Uncle Steve and Steve, Elizabeth (Liz) and Liz, Kasia Nowak and Kasia."""
    by_letters: dict[str, list[str]] = {}
    for one, name in named.items():
        for form in dict.fromkeys(filter(None, _forms(name))):
            for other in by_letters.setdefault(form, []):
                is_whole = form in (names.bare_letters(name), names.bare_letters(named[other]))
                are_two = {one, other} <= found.described and " " in name + named[other]
                if is_whole and other not in beside.get(one, ()) and not are_two:
                    yield other, one
            by_letters[form].append(one)


def _loose(named: dict[str, str], found: State, linked: set[str]) -> Iterator[tuple[str, str]]:
    """Somebody who hangs loose, and is nearly called like one who does not."""
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
            yield near, one


def _is_nobody(name: str) -> bool:
    return names.is_unknown(name) or _is_whoever(name)


def _is_whoever(name: str) -> bool:
    """Partner, her first husband, birth father: a place in a family, and not a person's name."""
    words = names.key(name).split(" ")
    bare = " ".join(dropwhile(among("people", "whose").__contains__, words))
    is_placed = bare != " ".join(words) and bare in among("people", "whose_parent")
    return is_placed or bare in among("people", "whoever")


def _beside(found: State) -> dict[str, set[str]]:
    """Whom a family line names besides, and all forebears: one name in both is a namesake."""
    beside: dict[str, set[str]] = {}
    parents: dict[str, set[str]] = {}
    for union in found.unions:
        every = {*union.partners, *(child.id for child in union.children)}
        for one in every:
            beside.setdefault(one, set()).update(every)
        for child in union.children:
            parents.setdefault(child.id, set()).update(union.partners)
    for one in parents:
        above, waiting = set[str](), [one]
        while waiting:
            new = parents.get(waiting.pop(), set()) - above
            above |= new
            waiting += new
        for each in above:
            beside[one].add(each)
            beside.setdefault(each, set()).add(one)
    return beside


def _one_slip(named: dict[str, str], found: State, beside: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Kasia and Kasai: two neighbouring letters have changed places, or a long name has one letter more."""
    by_form: dict[str, str] = {}
    for one, name in named.items() if len(named) <= MOST_LIKE else ():
        letters = names.bare_letters(name)
        is_numbered = any(letter.isdigit() for letter in letters) or _is_number(name.split(" ")[-1])
        if not SHORTEST < len(letters) <= LONGEST or is_numbered:
            continue
        forms = [letters, *(_swapped(letters, at) for at in range(1, len(letters) - 1))]
        if len(letters) > SHORTEST + 2:  # but for the last: Louis and Louise are two
            forms += [letters[:at] + letters[at + 1 :] for at in range(1, len(letters) - 1)]
        for form in dict.fromkeys(forms):
            other = by_form.setdefault(form, one)
            both_described = one in found.described and other in found.described
            is_other = other != one and names.bare_letters(named[other]) != letters
            if is_other and other not in beside.get(one, ()) and not both_described:
                yield other, one
                break


def _swapped(letters: str, at: int) -> str:
    return f"{letters[:at]}{letters[at + 1]}{letters[at]}{letters[at + 2 :]}"


def _is_number(word: str) -> bool:
    return set(word) <= set("IVX")


def _is_kin(word: str) -> bool:
    return word in among("people", "numbered")


def _forms(name: str) -> Iterator[str]:
    """The letters alone; those before a bracket and in it; without Uncle, Jr or a surname."""
    yield names.bare_letters(name)
    # Two names that are both longer than what they share are told apart: Nan (Mum’s side) and Nan (Dad’s side).
    before, _, inside = name.partition("(")
    if before.strip() and before.strip() != name:
        yield names.bare_letters(before)
        if inside.rstrip(" )").istitle() and names.key(inside.rstrip(" )")) not in roles():
            yield names.bare_letters(inside)
    parts = before.split()
    if len(parts) > 1:
        first = names.key(parts[0])
        is_title = first in roles() or first in among("people", "relatives") or first in TITLES
        if is_title:
            yield names.bare_letters(" ".join(parts[1:]))
        elif len(parts) == PAIR and "".join(parts).isalpha() and not _is_number(parts[1]) and not _is_kin(first):
            yield names.bare_letters(parts[0])


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


def _ask_same(found: State, firsts: list[str], second: str) -> None:
    other = found.people[second].name
    every = [(found.people[one].name, found.first_line[one]) for one in firsts]
    lines = [line for _, line in every]
    line = max(*lines, found.first_line[second])
    one = every[0][0]
    which = " or as ".join(f"“{name}” (line {min(at, found.first_line[second])})" for name, at in every)
    drawn = "two" if len(every) == 1 else f"{len(every) + 1}"
    found.fault(
        f"Is “{other}” the same person as {which}? They are drawn as {drawn}. For one person write the name alike "
        f"everywhere; for two, {one} [1] and {other} [2]",
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
        if person.name.rstrip(")").endswith("?") and not names.is_unknown(person.name):
            found.fault(
                f"“{person.name}” is drawn as if it were certain. Write what is not sure as a remark, such as "
                f"“{person.name.rstrip('?() ')}: not sure who the father is”",
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
        whose, possessive, who = parent.replace("’", "'").partition("'s ")
        is_relative = possessive and any(word in among("people", "relatives") for word in who.casefold().split())
        child = union.children[0] if len(union.partners) == len(union.children) == 1 else None
        is_role = (
            child
            and names.key(found.people[child.id].name) in roles()
            and child.id not in parents
            and len(above[union.partners[0]]) == 1
        )
        name = found.people[child.id].name if child else ""
        is_own = bool(child and possessive) and names.key(whose) == names.key(name)
        if is_own and names.key(who) in roles() and roles()[names.key(who)][1] == 1:
            continue  # Mum's mum = Mum
        if child and is_own:
            found.fault(
                f"{name} is drawn as a child of “{parent}”. If that is right, write “{name}’s mum = {name}” or a name; "
                f"if not, write the parent between them: “{parent} = {name}’s mum” and “{name}’s mum = {name}”",
                f"{parent} = {name}",
                line=child.line,
            )
        elif child and (is_relative or (is_role and not names.role(parent))):
            found.fault(
                f"{name} is drawn as a child of “{parent}”. If {parent} is {name}, write who is whose parent: "
                f"“{parent} = {'Dad' if names.key(name) == 'mum' else 'Mum'}” for a grandparent, “Dad + {parent}” "
                "for a partner",
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


def _one_dad(found: State) -> None:
    """Sue + Dad = Ella, Jo + Dad = Max: one Dad, or the dad of each family?"""
    with_whom: dict[str, list[Union]] = {}
    first: set[str] = set()  # Dad + Kim, Dad + Jo: the picture is told from him
    for union in found.unions:
        for one in union.partners:
            role = names.key(found.people[one].name)
            if one not in found.with_id and len(union.partners) > 1 and roles().get(role, ("", 0))[1] == 1:
                if union.partners[0] == one:
                    first.add(one)
                with_whom.setdefault(one, []).append(union)
    for one, unions in with_whom.items():
        others = [found.people[each].name for union in unions for each in union.partners if each != one]
        if one not in first and len(set(others)) > 1 and not any(names.role(each) for each in others):
            name = found.people[one].name
            found.fault(
                f"Is “{name}” one person, with {listed(dict.fromkeys(others))}? {name} is drawn once. If they are two, "
                f"write {name} [1] and {name} [2]; if they are one, {name} [1] in each place",
                name,
                line=unions[-1].line,
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
