"""A family as plain text, one line for each fact, to type, paste and keep.

    Ella: girl, born 12 May 2018, this child
    Kasia + Marek = Ella, Sam & Zofia        a couple, their children eldest first, and twins
    Kasia ~ Dan                              a relationship that did not last
    Nan // Grandad = Kasia, miscarriage 1986 divorced; a loss in its place
    Nan = Ella (special guardianship)        how a child came, where it is not by birth
    home: Kasia, Ella, Sam, Zofia            who lives together

A name with one of the signs in it stands in "quotes". Two people of one name are told apart: Ella [2].
What is meant plainly is read, however it is typed; anything else is left out with a message, and never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pyforms.genogram import names
from pyforms.genogram.doubts import doubts
from pyforms.genogram.facts import REMEDY, Said, facts
from pyforms.genogram.family import Bond, Child, Ended, Family, Household, Kind, Person, Sex, Tie, Union
from pyforms.genogram.signs import FIRST_LINE, HOMES, LOSSES, SIGNS, TIES
from pyforms.genogram.state import Due, Fault, Open, State
from pyforms.genogram.tidy import arrows, brackets, cut, is_closed, masked, split, statements
from pyforms.genogram.words import among, roles, words
from pyforms.genogram.written import write
from pyforms.moment import NoDate, moment
from pyforms.wording import listed

__all__ = ["FIRST_LINE", "Fault", "read", "reading", "write"]

LONGEST_NAME = 300
OWN_ID = re.compile(r"\[([^][]*)\]")
SIGN = re.compile(r"\s*(~\s*//|~\s*/|//|~|\+)\s*|\s(/)\s")
# Signs that nobody has learnt here, and that stand between two parents all the same.
SOFT = re.compile(r"\s*[&,]\s*|\s(?:and|[-–—])\s", re.IGNORECASE)
AND = re.compile(r"\sand\s", re.IGNORECASE)
TWINS = re.compile(r"^(?:the )?twins:? (.+)$|^(.+?),? (?:\((?:the )?twins\)|twins)$", re.IGNORECASE)
MEMBERS = re.compile(r"\s*[,+&]\s*|\sand\s", re.IGNORECASE)
NAME_ENDS = re.compile(r"\s*,\s*|\s[-–—]\s")
LOST = (*LOSSES, "stillbirth", "stillborn", "termination", "miscarried", "m/c")
OWN_CHILD = re.compile(r"['’]s?(?: only| own)?$")  # Sam (Mum's) among a couple's children
BARE_YEAR = re.compile(r"\(\s*(?:19|20)\d\d\s*\)\s*$")
LEADING_AND = re.compile(r"^\s*and\s", re.IGNORECASE)
NOT_SURE = re.compile(
    r"\b(?:may be|might|maybe|perhaps|possibly|probably|could be|not sure|unsure|soon|nearly|almost|getting|to be|"
    r"considering|about to)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"(?:[,&]|\sand)\s*$", re.IGNORECASE)
ADDRESS = re.compile(
    r"^(?:\d+[a-z]? [a-z]+ [a-z]+|flat\b)|\b(?:street|road|avenue|house|crescent|terrace|drive)$", re.IGNORECASE
)
LATE = re.compile(r"\bwidow(?:ed|er)?\b|\blate\s|\bdied\s*\)?\s*\?", re.IGNORECASE)
PAST = re.compile(r"\b(?:were|was|used to be|once)\b", re.IGNORECASE)
EX = re.compile(r"(?:^|[\s(])(?:ex|estranged|former)(?:$|[\s)-])", re.IGNORECASE)
SEPARATE = frozenset(("divorced", "separated"))
BETWEEN = "Write + for a relationship that lasts, ~ for one that did not, / for separated, // for divorced"
PAIR = 2
NEAR = 4  # lines below a line, of which the first with words is the next


class _Unreadable(ValueError):
    pass


@dataclass(frozen=True)
class _Couple:
    partners: list[str]
    bond: Bond
    ended: Ended
    is_related: bool
    is_assumed: bool  # by a sign that the notation does not have
    is_engaged: bool = False


def read(text: str) -> tuple[Family, tuple[Fault, ...]]:
    """The family, and a fault for each line, or part of one, that was left out."""
    family, faults, _ = reading(text)
    return family, faults


def reading(text: str) -> tuple[Family, tuple[Fault, ...], tuple[Fault, ...]]:
    """The family, what was left out or has to be asked, and how lines were read that the notation writes otherwise."""
    blank = frozenset(at for at, line in enumerate(text.splitlines(), 1) if not line.partition("#")[0].strip())
    found = State(reserved=frozenset(OWN_ID.findall(text)), blank=blank)
    lines = text.splitlines()
    for found.line, line in enumerate(lines, 1):
        found.goes_on = _goes_on(line, next(filter(str.strip, lines[found.line : found.line + NEAR]), ""))
        for statement in statements(line):
            found.statement, before = statement, len(found.people)
            try:
                _statement(statement, found)
            except (_Unreadable, NoDate) as fault:
                found.forget(before)
                found.fault(str(fault))
    doubts(found)
    family = Family(found.people, tuple(found.unions), tuple(found.households), tuple(found.ties))
    return family, tuple(sorted(found.faults, key=lambda fault: fault.line)), tuple(found.taken)


def _goes_on(line: str, below: str) -> bool:
    """Ends in a comma, or the next line is indented beneath it."""
    indents = [len(each) - len(each.lstrip()) for each in (line, below)]
    return bool(GOES_ON.search(line.partition("#")[0])) or indents[1] > indents[0]


def _statement(line: str, found: State) -> None:
    if not is_closed(line):
        raise _Unreadable("A quotation mark or a bracket is not closed. Close it, or leave it out")
    head, colon, rest = cut(line, ":")
    keyword = head.strip().casefold()
    first = keyword.split(" ")[0]
    if (colon and first in HOMES) or keyword in HOMES:
        _home(head.strip(), rest, found)
    elif colon and keyword in TIES:
        _tie(TIES[keyword], rest, found)
    elif colon and cut(head, "=")[1]:
        last = cut(head, "=")[2].strip()
        if names.kind_in(last):
            raise _Unreadable(f"Write ({last}) behind each child instead: “Mum + Dad = Ella ({last}), Sam ({last})”")
        raise _Unreadable(f"Two facts stand in one line. Write “{head.strip()}” in one, and the rest in another")
    elif colon and _couple(head, is_soft=False):
        _union(head, rest, found, has_children=True)
    elif colon:
        _person(head, rest, found)
    else:
        _without_colon(arrows(line), found)


def _without_colon(line: str, found: State) -> None:
    first, _, members = line.partition(" ")
    couple, has_children, children = cut(line, "=")
    if first.casefold() in HOMES:
        _home(first, members.removeprefix("= "), found)
    elif has_children or _couple(line, is_soft=False):
        _union(couple, children, found, has_children=has_children)
    elif not _as_person(line, found):
        _who(line, found, is_alone=True)


def _as_person(line: str, found: State) -> bool:
    """Ella, girl, born 2015: a person without the colon, where a fact stands behind the name."""
    name, *rest = split(line, NAME_ENDS)
    if not rest:
        return False
    told = line[len(name) :].lstrip(" ,-–—")
    said = [facts(part) for part in split(told, ",")]
    if not any(each.changes and not each.relations for each in said):
        raise _Unreadable(f"“{line}” is not read. {names.REMEDY}")
    _person(name, told, found)
    return True


def _who(said: str, found: State, place: str = "", *, is_alone: bool = False) -> str:
    """The id of the person that the words name; someone new is made. `place` is parent, child or neither."""
    bare = said.strip()
    is_quoted = '"' in bare or (bare.startswith("“") and bare.endswith("”"))
    told: Said | None = None
    note = ""
    if not is_quoted:
        bare, told = names.peeled(bare)
        if place != "parent":
            bare, note = _kind_as_note(bare)
    name, own_id = _named(bare)
    if not (name or own_id):
        raise _Unreadable("A name is missing. Write who is meant, or “unknown parent”")
    if len(name) > LONGEST_NAME:
        raise _Unreadable(f"The name “{name[:20]}…” has {len(name)} letters. Keep it to {LONGEST_NAME}")
    inside = brackets(name)[1]
    if is_alone and not is_quoted and names.key(inside) in roles():
        bare = brackets(name)[0]
        other = "Jo" if bare == "John" else "John"
        raise _Unreadable(
            f"“{name}” does not say whose {inside} {bare} is. Write the family in one line, “{bare} + {other} = Lily, "
            "Max”"
        )
    wrong = "" if is_quoted or not name else names.trouble(name, is_alone=is_alone)
    if wrong:
        raise _Unreadable(wrong)
    is_unknown = not own_id and not is_quoted and names.is_unknown(name)
    who = _unknown(name, found, place) if is_unknown else _known(name, own_id, found)
    if told:
        _tell(who, told, found)
    if note and names.role(name):
        _keep(who, note, f"Write it behind the child whom {name} looks after: “{name} = Ella ({note})”", found)
    elif note:
        _keep(who, note, f"Write whose child {name} is: “Amy + Beth = {name} ({note})”", found)
    return who


def _kind_as_note(words_: str) -> tuple[str, str]:
    """Ella (adopted), where no parents stand: the name, and the word that nothing can be drawn from."""
    bare, inside = brackets(words_)
    return (bare, inside) if inside and bare and names.kind_in(inside) else (words_, "")


def _known(name: str, own_id: str, found: State) -> str:
    key = own_id or names.key(name)
    known = found.by_name.get(key)
    if known:
        if not own_id and known in found.with_id:
            found.bare.setdefault(key, []).append(found.line)
        if name and own_id:
            found.people[known] = replace(found.people[known], name=name)
        return known
    new = _new(name, own_id, found)
    found.by_name[key] = new
    if own_id:
        found.with_id.add(new)
    if name and own_id:
        found.by_name.setdefault(names.key(name), new)
    return new


def _unknown(name: str, found: State, place: str) -> str:
    """Nobody known is the same twice: one unknown father for each family, until an id says otherwise."""
    every = found.unknown.setdefault(names.key(name), [])
    used = {"parent": found.as_parent, "child": found.as_child}.get(place)
    free = every if used is None else [one for one in every if one not in used]
    if used is None and len(every) > 1:
        raise _Unreadable(f"“{name}” is {len(every)} people here. Tell them apart: {name} [1], {name} [2]")
    if not free:
        free = [_new(name, "", found)]
        every.append(free[0])
        if len(every) == PAIR:
            found.assume(f"“{name}” is drawn as two people. If they are one, write {name} [1] in both places")
    if used is not None:
        used.add(free[0])
    return free[0]


def _new(name: str, own_id: str, found: State) -> str:
    found.named += 1
    while not own_id and f"p{found.named}" in found.reserved:
        found.named += 1
    new = own_id or f"p{found.named}"
    while not own_id and new in found.people:
        new += "x"
    found.people[new] = Person(new, name or own_id)
    found.first_line[new] = found.line
    return new


def _named(said: str) -> tuple[str, str]:
    """A name and an id of its own: Ella [e2]"""
    bare = said.strip()
    own_id = ""
    if bare.endswith("]") and "[" in bare:
        bare, _, own_id = bare[:-1].rpartition("[")
    bare = bare.strip()
    if bare.startswith("“") and bare.endswith("”"):
        bare = bare[1:-1]
    name, own_id = " ".join(bare.replace('"', " ").split()), own_id.strip()
    fact = facts(own_id) if len(own_id) > 1 and own_id.isalpha() else Said()
    if fact.is_all_facts and not fact.relations:
        raise _Unreadable(f"Square brackets tell two people of one name apart. Write “{name} ({own_id})” for a fact")
    return name, own_id


def _person(head: str, rest: str, found: State) -> None:
    if _couple(head, is_soft=True) and rest.strip() and '"' not in head:
        raise _Unreadable(f"“{head.strip()}” is more than one person. {names.REMEDY}")
    heading = names.key(head)
    if heading in among("people", "children"):
        said = ", ".join(part.strip() for part in split(rest, ","))
        raise _Unreadable(
            f"Whose children are they? Write their parents before them: “Mum + Dad = {said or 'Ella, Sam'}”"
        )
    who = _who(head, found)
    if not rest.strip():
        found.open.append(Open(found.line, found.people[who].name, frozenset((who,)), is_dangling=True))
    found.described.add(who)
    for part in filter(None, map(str.strip, split(rest, ","))):
        if part.startswith('"') and part.endswith('"'):
            _note(who, part, found)  # a remark that its writer means to be one
        else:
            _tell(who, facts(part), found)


def _tell(who: str, said: Said, found: State) -> None:
    """Puts what is said with the person; of two that cannot both be, the first stands."""
    person = found.people[who]
    if said.is_grown:
        found.grown.add(who)
    for field, new in said.changes.items():
        if field == "due":
            if who not in found.due or not found.due[who].date:
                found.due[who] = Due(found.line, f"due {new}" if new else "not born yet", new)
            continue
        old = getattr(person, field)
        if not old or old in (new, Sex.UNKNOWN):
            person = replace(person, **{field: new})
        elif new and new != Sex.UNKNOWN:
            found.fault(
                f"{person.name} has {_named_field(field)} already: {old}. “{new}” is left out. Two people of one name "
                f"are told apart: {person.name} [1] and {person.name} [2]"
            )
    found.people[who] = replace(person, notes=tuple(dict.fromkeys((*person.notes, *said.notes))))
    found.relations += [(found.line, who, word, need) for need, word in said.relations]
    for left in said.left:
        is_name = said.problem == REMEDY and left.istitle() and left.replace(" ", "").isalpha()
        _keep(who, left, _called(person.name, left) if is_name else said.problem, found)


def _called(name: str, left: str) -> str:
    """Mum: Sarah. Her name, or her child's."""
    whose, possessive, role = name.replace("’", "'").partition("'s ")
    child = f"If {left} is their child, write “{name} = {left}”"
    if possessive and (names.role(role) or ("", 0))[1] == 1:
        return f"If {name} is called {left}, write “{left} = {whose}”, and {left} in every line"
    if names.role(role if possessive else name):
        return f"If {name} is called {left}, write {left} in every line instead of {name}. {child}"
    return child


def _named_field(field: str) -> str:
    return {"sex": "a gender", "born": "a date of birth", "died": "a date of death"}.get(field, "a word about this")


def _note(who: str, note: str, found: State) -> None:
    person = found.people[who]
    found.people[who] = replace(person, notes=tuple(dict.fromkeys((*person.notes, note))))


def _keep(who: str, note: str, remedy: str, found: State) -> None:
    _note(who, note, found)
    name = found.people[who].name
    found.fault(f"“{note}” is kept in words about {name}, and not drawn. {remedy}", note, is_kept=True)


@cache
def _word_signs() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for sign, every in words()["couple"].items():
        longest = sorted(every, key=len, reverse=True)
        ways = "|".join(r"(?-i:x)" if each == "x" else re.escape(each) for each in longest)
        found.append((sign, re.compile(rf"\s(?:{ways})\s", re.IGNORECASE)))
    return found


@cache
def _after() -> re.Pattern[str]:
    ways = "|".join(re.escape(each) for every in words()["couple_after"].values() for each in every)
    said = rf"(?:(?:they|are|were|is|now|both|got|have|and|who) )*({ways})"
    return re.compile(rf"\s*\({said}\)$|(?<!\bnot)(?<!never)[\s,]+{said}$", re.IGNORECASE)


def _couple(said: str, *, is_soft: bool) -> _Couple | None:
    """Two people and what is between them; soft signs count where children follow, or a word such as divorced."""
    bare, after = said.strip(), set()
    while end := _after().search(bare):
        word = (end[1] or end[2]).casefold()
        after |= {what for what, every in words()["couple_after"].items() if word in every}
        if NOT_SURE.search(said) or (PAST.search(said) and not SEPARATE & after):
            raise _Unreadable(f"“{said.strip()}” does not say for certain how two people are joined. {BETWEEN}")
        bare = bare[: end.start()]
    shown = masked(bare)
    sign = SIGN.search(shown)
    parts = split(bare, SIGN)
    if not sign:
        for mark, pattern in _word_signs():
            if pattern.search(shown) and mark == "?":
                raise _Unreadable(f"“{said.strip()}” does not say how two people are joined. {BETWEEN}")
            if pattern.search(shown):
                return _marked(split(bare, pattern), f" {mark} ", after, is_assumed=mark == "+")
        if (not is_soft and not after) or not SOFT.search(shown):
            return None
        if after == {"related"} and not is_soft:
            raise _Unreadable(
                f"“{said.strip()}” is not drawn: the picture shows how people are related by their parents. Write who "
                "is whose child, “Nan = Mum, Auntie”; for a couple who are related, “Mum + Dad (related)”"
            )
        return _marked(split(bare, SOFT), " + ", after, is_assumed=True)
    return _marked(parts, f" {(sign[1] or sign[2]).replace(' ', '')} ", after, is_assumed=False)


def _marked(parts: list[str], sign: str, after: set[str], *, is_assumed: bool) -> _Couple:
    bond, ended = SIGNS[sign]
    said = next((Ended(each) for each in ("divorced", "separated") if each in after), ended)
    return _Couple(parts, bond, said, "related" in after, is_assumed and not after - {"related"}, "engaged" in after)


def _union(said: str, children: str, found: State, *, has_children: bool) -> None:
    couple = _couple(said, is_soft=has_children) or _Couple([said], Bond.ENDURING, Ended.NO, False, False)  # noqa: FBT003
    if not said.strip():
        raise _Unreadable("A parent is missing: write a name before “=”")
    if has_children:
        _are_children(children)
    partners = _partners(couple, found)
    _say_how(said.strip(), couple, found)
    if not children.strip() or found.goes_on:
        is_dangling = has_children or found.goes_on
        found.open.append(Open(found.line, said.strip(), frozenset(partners), is_dangling))
    place = _place(couple, partners, found, has_children=has_children and bool(children.strip()))
    union = found.unions[place]
    made = tuple(_children(children, found, union)) if has_children else ()
    fresh = {child.id: child for child in reversed(made)}
    already = {child.id for child in union.children}
    if len(fresh) < len(made):
        _twice({child.id for child in made if sum(each.id == child.id for each in made) > 1}, found)
    kept = [child for child in dict.fromkeys(made) if fresh[child.id] is child and child.id not in already]
    is_childless = has_children and names.key(children) in among("people", "none")
    found.unions[place] = replace(
        union, children=(*union.children, *kept), is_childless=union.is_childless or is_childless
    )


def _are_children(said: str) -> None:
    if cut(said, "=")[1]:
        raise _Unreadable("There is more than one “=”. Write one family in each line: “Mum + Dad = Ella, Sam”")
    if _couple(said, is_soft=False):
        raise _Unreadable(
            "A couple’s sign stands behind “=”. Parents come first, and a comma parts their children: "
            "“Mum + Dad = Ella, Sam”"
        )


def _partners(couple: _Couple, found: State) -> tuple[str, ...]:
    said = couple.partners
    if len(said) > PAIR or (len(said) == PAIR and not all(map(str.strip, said))):
        raise _Unreadable("A couple is two people: write “Kasia + Marek”, and another line for another couple")
    years = [part for part in said if BARE_YEAR.search(part)]
    if len(said) == PAIR and len(years) == 1:
        raise _Unreadable(
            f"“{years[0].strip()}” does not say what the year is. Write it for a person as “Mum: born 1985”; "
            "the year of a wedding or a divorce has no place in the picture"
        )
    if any(names.key(part) in among("people", "no_parent") for part in said):
        raise _Unreadable("A parent who is not there is not written: “Mum = Ella” is a family with one parent")
    ex = next((part.strip() for part in said if EX.search(part)), "")
    if ex and len(said) == PAIR and (couple.bond, couple.ended) == (Bond.ENDURING, Ended.NO):
        raise _Unreadable(f"“{ex}” does not say how it ended. {BETWEEN}")
    late = next((part.strip() for part in said if LATE.search(part)), "")
    if late:
        raise _Unreadable(
            f"“{late}” does not say who has died. Write it for the person: “Dad: died 2019”, or “Dad: died”"
        )
    partners = tuple(_who(part, found, "parent") for part in said)
    if len(set(partners)) < len(partners):
        name = found.people[partners[0]].name
        raise _Unreadable(
            f"A couple is two people, and {name} stands twice. Two people of one name are told apart: “{name} [1] + "
            f"{name} [2]”"
        )
    return partners


def _say_how(said: str, couple: _Couple, found: State) -> None:
    if couple.is_assumed:
        found.assume(
            f"“{said}” is read as a couple whose relationship lasts (+). Write ~ if it did not, / if they are "
            "separated, // if they are divorced"
        )
    if couple.is_engaged:
        found.assume("“engaged” has no sign of its own: it is drawn as a relationship that lasts (+), without the word")


def _twice(among_: set[str], found: State) -> None:
    for name in sorted(found.people[one].name for one in among_):
        found.fault(
            f"{name} stands twice among the children, and is drawn once. For two write “{name} [1], {name} [2]”"
        )


def _place(couple: _Couple, partners: tuple[str, ...], found: State, *, has_children: bool) -> int:
    """Where the union is; the same couple in a second line goes on with the first."""
    pair = frozenset(partners)
    for place in found.pairs.get(pair, ()) if len(partners) == PAIR else ():
        union = found.unions[place]
        if (union.bond, union.ended) == (couple.bond, couple.ended):
            found.unions[place] = replace(union, is_related=union.is_related or couple.is_related)
            return place
        if union.ended == Ended.NO and couple.ended != Ended.NO and not has_children:
            # "Mum + Dad = Ella" and later "Mum // Dad" is one relationship, and how it ended.
            found.unions[place] = replace(union, ended=couple.ended, is_related=union.is_related or couple.is_related)
            return place
    number = f"u{len(found.unions) + 1}"
    if len(partners) == PAIR and found.pairs.get(pair):
        pair_named = listed(found.people[one].name for one in partners)
        found.assume(
            f"{pair_named} have two lines in the picture, one after the other, because their signs differ. If it is "
            "one relationship, write the same sign in both places"
        )
    found.pairs.setdefault(pair, []).append(len(found.unions))
    found.unions.append(Union(number, partners, couple.bond, couple.ended, couple.is_related, line=found.line))
    return len(found.unions) - 1


def _children(said: str, found: State, union: Union) -> Iterator[Child]:
    if names.key(said) in among("people", "none"):
        return
    is_and = "&" in said and "&" in masked(found.statement.partition("=")[0])
    for number, part in enumerate(_groups(said), 1 + len(union.children)):
        is_identical = len(split(part, "&&")) > 1
        together = [each for each in split(part, "&&" if is_identical else "&") if each.strip()]
        is_twins = len(together) > 1 and not is_and
        if len(together) > 1 and is_and:
            found.fault(
                f"“{part.strip()}” is read as brothers or sisters, because & stands between the parents too. If they "
                f"are twins, write “Mum + Dad = {part.strip()}”",
                is_kept=True,
            )
        if is_twins and not is_identical and _ends_a_list(part, said):
            found.assume(
                f"“{part.strip()}” is read as twins (&). If they are not, write a comma; if they are, write (twins) "
                "behind both"
            )
        for each in together:
            twins = number if is_twins else 0
            try:
                child = _child(
                    each.strip(), found, f"{union.id}c{number}", twins, is_identical=is_identical and is_twins
                )
            except (_Unreadable, NoDate) as fault:
                found.fault(str(fault), each.strip())
            else:
                yield from (child,) if child else ()


def _ends_a_list(part: str, said: str) -> bool:
    """Poppy, Daisy & Ben: the last & of a list is often no more than "and"."""
    bare = said.strip()
    return bare.endswith(part.strip()) and bare != part.strip()


def _groups(said: str) -> Iterator[str]:
    """Children, or twins together; "and" is a comma."""
    for part in split(said, ","):
        words_ = LEADING_AND.sub("", part).strip()
        twins = TWINS.match(words_)
        together = (twins[1] or twins[2]) if twins else ""
        if AND.search(masked(together)) or "&" in masked(together):
            yield " & ".join(split(together, AND))
        else:
            yield from split(words_, AND)


def _child(said: str, found: State, at: str, twins: int, *, is_identical: bool) -> Child | None:
    kind, word, bare = Kind.BIRTH, "", said
    unclear = ""
    more: list[str] = []
    while (cut_ := brackets(bare))[1] and cut_[0]:
        known = names.kind_in(cut_[1])
        if known:
            kind, word = Kind(known[0]), known[1]
        elif names.told_in(cut_[1]):
            more.append(cut_[1])
        elif names.asks_kind(cut_[1]) or OWN_CHILD.search(cut_[1]):
            unclear = cut_[1]
        else:
            break
        bare = cut_[0]
    loss = _loss(bare, found, at)
    told = "".join(f" ({each})" for each in reversed(more))
    who = loss or _who(f"{bare}{told}", found, "child")
    if unclear:
        name = found.people[who].name or "the child"
        if any(word in unclear.casefold() for word in ("twin", "triplet")):
            raise _Unreadable(
                f"“({unclear})” does not say with whom {name} was born, so no line joins them. Write & between twins: "
                f"“Mum + Dad = Ella & {name}”"
            )
        own = f"If {name} is the child of one of them alone, write “Mum = {name}” in a line of its own. Else write"
        raise _Unreadable(
            f"“({unclear})” does not say in a way that can be drawn how {name} came to the family, "
            f"so no line joins them here. {own} (adopted), (fostered), (step), (special guardianship), "
            "(kinship care) or (donor), or leave the bracket out for a birth child"
        )
    return Child(who, kind, twins, is_identical, word, found.line)


def _loss(said: str, found: State, at: str) -> str:
    """A loss stands in the birth order without a name; each is a person of its own."""
    if said.casefold().split(" ")[0].strip(",.") not in LOST:
        return ""
    told = facts(said)
    if not (told.changes.get("loss") or told.changes.get("is_stillborn")):
        return ""
    if told.left:
        moment(" ".join(told.left))  # raises what is wrong with the date
        raise _Unreadable(f"“{said}” is not read. Write miscarriage 2016, abortion or stillbirth 2003, one for each")
    new = f"{at}-{len(found.people)}" if at in found.people else at
    found.people[new] = Person(
        new, "", **{key: value for key, value in told.changes.items() if key not in ("sex", "due")}
    )
    return new


def _home(head: str, rest: str, found: State) -> None:
    name = head.partition(" ")[2].replace('"', "").strip() if head.casefold() not in HOMES else ""
    members = []
    for part in split(rest, MEMBERS):
        if names.key(part) in among("people", "everyone"):
            raise _Unreadable(f"“{part.strip()}” is not read here. Write each name: “home: Mum, Dad, Ella”")
        if ADDRESS.search(part.strip()):
            found.fault(
                f"“{part.strip()}” is read as an address, not as a person. Write “home {part.strip()}: Mum, Ella”",
                part.strip(),
            )
        elif part.strip():
            try:
                members.append(_who(part, found))
            except _Unreadable as fault:
                found.fault(str(fault), part.strip())
    if not members:
        raise _Unreadable("Write who lives together, such as “home: Kasia, Ella”")
    found.households.append(Household(f"h{len(found.households) + 1}", name, tuple(dict.fromkeys(members))))


def _tie(kind: str, rest: str, found: State) -> None:
    said = [part for part in split(rest, MEMBERS) if part.strip()]
    people = [_who(part, found) for part in said] if len(said) == PAIR else []
    if len(set(people)) != PAIR:
        raise _Unreadable("Write two people, such as “close: Ella, Nan”")
    found.ties.append(Tie(kind, *people))
