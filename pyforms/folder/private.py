"""What of a person is kept to whoever holds the folder: it is in no copy, and no form begins with it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyforms.folder.model import Member
from pyforms.folder.spelling import CUT, Spelt, phrase, words
from pyforms.people import Person, Private

FACTS: dict[Private, tuple[str, ...]] = {
    Private.HOME: ("home",),
    Private.REACH: ("reach",),
    Private.BORN: ("born", "due", "born_about", "age", "age_on"),
    Private.RELATION: ("relation",),
    Private.ALL: (),
}
ADDRESSES = ("home", "reach")
TEXTS = ("relation", "born_about", "died", "home", "reach", "language", "interpreter", "work")
DAYS = ("born", "due")

LEAST = 3  # letters of a part of a name that is looked for
NAMELESS, WORDS_TOO, KIN = (words("names", each) for each in ("nameless", "words_too", "kin"))
ANYONES = words("more", "anyones")
STREETS = "|".join((*CUT.values(), *words("more", "streets")))
NUMBERED = re.compile(r"\b\d+[a-z]? [^\W\d_]{3,}")
STREET = re.compile(rf"\b[^\W\d_]{{3,}} (?:{STREETS})\b")
EMAIL = re.compile(r"[^\s<>,;:()]+@[^\s<>,;:()]+\.\w+")
PART_OF_A_HOME = re.compile(r"[,;\n(]")


@dataclass(frozen=True)
class Secret:
    """One thing that is private, by all that tells it."""

    whose: str
    name: str
    fact: Private
    phrases: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()  # of a name that nobody else here has
    numbers: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    def is_told_in(self, text: Spelt) -> bool:
        return bool(
            any(map(text.says, self.phrases))
            or any(_names(text, part) for part in self.parts)
            or any(map(text.dials, self.numbers))
            or self.postcodes & text.postcodes
            or self.days & text.days
        )


def _names(text: Spelt, part: str) -> bool:
    """A part of a name stands in the text, also as an owner; what is a usual word as well, only with a capital."""
    return not text.words.isdisjoint((part, f"{part}s")) and (
        part not in WORDS_TOO or not text.capitals.isdisjoint((part, f"{part}s"))
    )


def told_in(text: str, secrets: Iterable[Secret]) -> list[Secret]:
    """Those of the secrets that a text tells."""
    spelt = Spelt(text)
    return [each for each in secrets if each.is_told_in(spelt)]


def secrets(people: Sequence[Member], but: str = "") -> tuple[Secret, ...]:
    """All that is private of anybody, but for one whose copy it is: to them their own is no secret.

    Of somebody who is private altogether so is all that is known of them, unless somebody else has it as well.
    """
    known = [each for each in people if Private.ALL not in each.private]
    found = (_of(person, fact, known) for person in people if person.id != but for fact in _facts(person))
    return tuple(each for these in found for each in these)


def _facts(person: Member) -> Collection[Private]:
    return [*Private] if Private.ALL in person.private else person.private


def _of(person: Member, fact: Private, known: Sequence[Member]) -> Iterator[Secret]:
    """A fact that is private even if nobody wrote it down here: a form may tell it."""
    if fact == Private.ALL:
        yield named(person, known, fact)
        return
    texts = [value for each in FACTS[fact] if isinstance(value := getattr(person, each), str) and value]
    days = frozenset(value for each in DAYS if each in FACTS[fact] and (value := getattr(person, each)))
    told = [_tellings(text, fact) for text in texts]
    phrases, numbers, postcodes = (frozenset[str]().union(*(each[place] for each in told)) for place in range(3))
    secret = Secret(person.id, person.name, fact, phrases, frozenset(), numbers, postcodes, days)
    if fact in person.private or not any(secret.is_told_in(Spelt(_row(other))) for other in known):
        yield secret


def addresses(people: Iterable[Member]) -> tuple[Secret, ...]:
    """Where everybody lives and how to reach them, private or not, as one finds it in a text: not by one word alone."""
    return tuple(
        Secret(
            person.id,
            person.name,
            fact,
            frozenset(each for each in phrases if " " in each),
            numbers=numbers,
            postcodes=postcodes,
        )
        for person in people
        for fact, value in ((Private.HOME, person.home), (Private.REACH, person.reach))
        for phrases, numbers, postcodes in (_tellings(value, fact),)
    )


def _tellings(text: str, fact: Private) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The phrases, numbers and postcodes of which each alone tells it."""
    spelt = Spelt(text)
    phrases = {spelt.phrase.strip()}
    if fact == Private.HOME:
        streets = (each for each in STREET.findall(spelt.phrase) if each.split()[0] not in ANYONES)
        first = phrase(PART_OF_A_HOME.split(text.strip())[0])
        phrases |= {*NUMBERED.findall(spelt.phrase), *streets, *([first] if _is_a_house(first) else [])}
    if fact == Private.REACH:
        phrases |= {phrase(each) for each in EMAIL.findall(spelt.plain)}
    numbers = spelt.numbers if fact == Private.REACH else frozenset()
    telling = (each for each in phrases if len(each) >= LEAST and each not in KIN and not each.isdigit())
    return frozenset(telling), numbers, spelt.postcodes


def _is_a_house(words: str) -> bool:
    """“Rose House” and “Mum’s flat” are one home; “Flat 2” and “Dover” are many."""
    return " " in words and not re.fullmatch(r"[^\W\d_]+ \d+[a-z]?", words)


def named(person: Member, others: Iterable[Member], fact: Private) -> Secret:
    """Somebody by their name: the whole of it, and each part that is no one else's here."""
    taken = {each for other in others if other.id != person.id for each in Spelt(other.name).tokens}
    free = [each for each in Spelt(person.name).tokens if each not in taken]
    telling = [each for each in free if len(each) >= LEAST and each not in NAMELESS]
    return Secret(person.id, person.name, fact, frozenset((phrase(person.name),)), frozenset(telling or free))


def _row(person: Member) -> str:
    days = (day.isoformat() for fact in DAYS if (day := getattr(person, fact)))
    return "\n".join((*(getattr(person, fact) for fact in TEXTS), *days))


def kept(person: Person) -> dict[str, Any]:
    """The facts that are private, and that they are: what a copy must not tell."""
    facts = ("private", *(fact for each in person.private for fact in FACTS[each]))
    return {fact: getattr(person, fact) for fact in facts if getattr(person, fact)}


def shown_among(people: Sequence[Member], but: str = "") -> list[Member]:
    """Everybody whom others may know of, without what is private of themselves or of another: where a child lives is
    where their mother lives, “mother of Ella” tells whose child Ella is, and “Terry’s flat” that there is a Terry."""
    hidden = secrets(people, but)
    of_relation = [
        named(each, people, Private.RELATION) for each in people if Private.RELATION in each.private and each.id != but
    ]
    told = [each for each in people if Private.ALL not in each.private or each.id == but]
    apart = [each for each in hidden if each.parts or each.fact != Private.ALL]  # else “Sam” would hide “Sam (dad)”
    return [_shown(each, hidden, of_relation) for each in told if not told_in(each.name, apart)]


def _shown(person: Member, hidden: Sequence[Secret], of_relation: Sequence[Secret]) -> Member:
    telling = {fact for fact in TEXTS if told_in(getattr(person, fact), hidden)}
    telling |= {fact for fact in DAYS if any({getattr(person, fact)} & each.days for each in hidden)}
    telling |= {"relation"} if told_in(person.relation, of_relation) else set()
    return without(person, {*kept(person), *telling})


def without(person: Member, facts: Iterable[str]) -> Member:
    return person.model_copy(update={fact: Person.model_fields[fact].get_default() for fact in facts})


def for_others(person: Member) -> Member:
    """The person without where they live and how to reach them, which only those who work with the family need."""
    return without(person, ADDRESSES)


def withheld(whole: Member, shown: Member) -> list[str]:
    """The facts that a person has, and a copy of them has not."""
    return [fact for fact in Person.model_fields if getattr(whole, fact) != getattr(shown, fact)]


def given_back(theirs: Member, mine: Member, shown: Member | None) -> Member:
    """Somebody as they came back from a copy, with what that copy was never given: its absence there says nothing.
    `shown` is what copies say of them, if they are in any."""
    never_given = {*kept(mine), *ADDRESSES, *(withheld(mine, shown) if shown else ())}
    lacking = {fact: getattr(mine, fact) for fact in never_given if not getattr(theirs, fact)}
    if theirs.born and not mine.born:
        lacking = {key: value for key, value in lacking.items() if key not in ("due", "born_about")}
    return theirs.model_copy(update=lacking)
