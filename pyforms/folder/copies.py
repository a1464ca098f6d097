"""A copy for somebody: what they may have of a folder, and why they get no more.

Where nobody can tell whether a form holds what they may not know, the whole form stays out until somebody has looked.
Whatever else a copy holds (rows of people, lines about consent, somebody's own page) goes through `Reader.tells`.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pyforms import fields, people
from pyforms import form as forms
from pyforms.flows import Answered, MayKnow
from pyforms.folder import entries, joining
from pyforms.folder.holds import Holdings
from pyforms.folder.model import Folder, ForWhom, Item, Member
from pyforms.folder.private import ADDRESSES, FACTS, Secret, for_others, kept, shown_among, told_in, withheld
from pyforms.folder.sharing import Says, Sharing
from pyforms.people import Person, Private, Who
from pyforms.wording import day, listed, same

type Kind = Literal["family", "person", "service", "team", "manager"]

INSIDE = ("team", "manager")  # they work with the whole record
AT_HOME = ("family", "person")
SERVICE = "service:"
ANOTHER = SERVICE  # without a name
WHOLE_RECORD = "the whole record is for the team, and each person’s own page of it goes to that person alone"
NOT_HOMES = (
    "Where people live and how to reach them: “Who is who” says it only for the team, and a form that tells it goes to "
    "others only if you choose it."
)
ASK_THEM = "Ask them, and write their answer into the consent record."
ASK_FIRST = "Ask the family, and write their answer into the consent record: then what they said yes to goes by itself."
TOLD = {
    Private.HOME: "where {} lives",
    Private.REACH: "how to reach {}",
    Private.BORN: "when {} was born",
    Private.RELATION: "how {} is related",
    Private.ALL: "that {} is in the folder",
}
LITTLE = frozenset(
    ["the", "a", "an", "our", "your", "only", "just", "whole", "full", "early", "help", "family", "families"]
)
DENIED = re.compile(r"^(?:but )?(?:not?|nothing|never|without|except)\b")
PIECE = re.compile(r"\s*(?:[,;&+\n]|\band\b|\b(?=but not\b)|\b(?=not\b)|\b(?=without\b)|\b(?=except\b))\s*")


@dataclass(frozen=True)
class Recipient:
    """Whom a copy is for. `says` is what consent says of them, `about` in words; `limit` is all that they may know."""

    id: str
    name: str
    kind: Kind
    says: Says = "yes"
    about: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Verdict:
    """Whether a form goes into a copy: by itself, only once somebody has looked and chosen it, or never."""

    item: Item
    goes: Literal["yes", "chosen", "never"]
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reader:
    """A recipient, beside all that is private to them: their own is not."""

    to: Recipient
    known: Sharing
    held: Holdings
    secrets: tuple[Secret, ...]

    def tells(self, *texts: str) -> list[Secret]:
        """What is private to them and stands in any of these texts."""
        return told_in("\n".join(texts), self.secrets)


def reader(to: Recipient, known: Sharing, held: Holdings) -> Reader:
    return Reader(to, known, held, tuple(each for each in held.secrets if each.whose != to.id))


def recipients(folder: Folder, known: Sharing, today: date) -> Iterator[Recipient]:
    """Whoever a copy can be for."""
    yield Recipient("family", "The family", "family")
    in_the_folder = {same(each.name) for each in folder.people}
    alive = [each for each in folder.people if not each.died and not _is_unborn(each, today)]
    for person in alive:
        if person.who != Who.WORKER:
            says, about = known.of_person(person.name)
            yield Recipient(person.id, person.name, "person", says, _said(about, known, says, ASK_THEM))
    for name in dict.fromkeys(each.name for each in known.may_know):
        if same(name) not in in_the_folder:
            yield _service(f"{SERVICE}{name}", name, known, today)
    for person in alive:
        if person.who == Who.WORKER:
            yield _service(person.id, person.name, known, today)
    no = f" The family said no to {listed(known.may_not_know)}." if known.may_not_know else ""
    nothing = f"A service that no consent record names gets nothing by itself. {ASK_FIRST}{no}"
    yield Recipient(ANOTHER, "Another service", "service", "nothing", nothing)
    yield Recipient("team", "The people who work with the family", "team")
    yield Recipient("manager", "You and your manager", "manager")


def _service(own_id: str, name: str, known: Sharing, today: date) -> Recipient:
    says, about = known.of_service(name, today)
    if says == "yes":
        return Recipient(own_id, name, "service", says, "", about)
    return Recipient(own_id, name, "service", says, _said(about, known, says, ASK_FIRST))


def _said(about: str, known: Sharing, says: Says, advice: str) -> str:
    """What consent says of them; of whom it says nothing, what to do."""
    is_unasked = says == "nothing" and not known.unsettled
    return " ".join(filter(None, (about and f"{_capital(about)}.", advice if is_unasked else "")))


def _is_unborn(person: Member, on: date) -> bool:
    return people.is_unborn(person.name, on, born=person.born, due=person.due, born_about=person.born_about)


def verdicts(by: Reader) -> list[Verdict]:
    """For each form, the newest first, whether it goes to them."""
    return [_verdict(by, item) for item in by.held.folder.newest_first()]


def _verdict(by: Reader, item: Item) -> Verdict:
    if never := next(_never(by, item), ""):
        return Verdict(item, "never", (never,))
    why = tuple(_to_look_at(by, item))
    return Verdict(item, "chosen" if why else "yes", why)


def _never(by: Reader, item: Item) -> Iterator[str]:
    to = by.to
    if item.for_whom == ForWhom.MANAGER and to.kind != "manager":
        yield "it is for you and your manager"
    if to.says == "no":
        yield "they were said no to"
    if to.kind not in INSIDE and joining.pages(item.saved["form"]):
        yield WHOLE_RECORD
    if to.kind in AT_HOME and item.for_whom != ForWhom.FAMILY:
        yield "it is for the people who work with the family"
    if told := [each for each in by.held.told(item) if each in by.secrets]:
        yield f"it tells {_private(told)}"


def _to_look_at(by: Reader, item: Item) -> Iterator[str]:
    to, held = by.to, by.held
    if to.kind in INSIDE:
        return
    if to.says == "nothing":
        yield "no yes for them counts now" if by.known.unsettled else "no yes for them"
    is_named = _names_the_form(to.limit, item)
    if to.limit and not (is_named and not _is_denied(by, item)):
        yield "their yes may not be for this"
    if to.kind == "family" and (no := _said_no(by)):
        yield f"{listed(no)} may not know, and may read it"
    if _is_kept(by, item, is_named=is_named):
        yield "something is to be kept private: look whether it stands in here"
    others = (each for each in held.folder.people if each.private and each.id != to.id)
    if spoken_of := [each.name for each in others if held.speaks_of(item, each)]:
        yield f"it speaks of {listed(spoken_of)}, of whom something is private"
    if held.tells_homes_of(item) - {to.id}:
        yield "it says where people live, or how to reach them"
    if entries.is_unfinished(item):
        yield "it is half done"
    if to.kind in AT_HOME and held.tells_of_danger(item):
        yield "its words tell of danger, and paper at home could warn whoever is feared"


def _names_the_form(limit: str, item: Item) -> bool:
    """A yes for “the plan” is a yes for this form, whole, and one for “school mornings in the plan” is not."""
    title = _words(forms.title(item.saved["form"]))
    return any(words and words <= title for words in map(_words, _pieces(limit, are_denied=False)))


def _is_denied(by: Reader, item: Item) -> bool:
    """“Not the address” may stand in it."""
    return any(by.held.may_be_about(each, item) for each in _pieces(by.to.limit, are_denied=True))


def _pieces(limit: str, *, are_denied: bool) -> list[str]:
    return [each for each in PIECE.split(same(limit)) if each and bool(DENIED.match(each)) == are_denied]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", same(text))) - LITTLE


def _is_kept(by: Reader, item: Item, *, is_named: bool) -> bool:
    """Of a wish to keep something private nobody can tell where it stands. A service with a yes for exactly this form
    gets it all the same, unless the wish names the service or what it is about may stand in here."""
    wishes = by.known.wishes_of_others(by.to.name)
    if by.known.unsettled or not (is_named and by.to.kind == "service"):
        return bool(by.known.unsettled or wishes)
    name = _words(by.to.name)
    return any(name & _words(each.words) or by.held.may_be_about(each.words, item) for each in wishes)


def _said_no(by: Reader) -> list[str]:
    at_home = (each for each in by.held.folder.people if each.who != Who.WORKER)
    return [each.name for each in at_home if by.known.of_person(each.name)[0] == "no"]


def chosen(found: list[Verdict], items: Collection[str] | None) -> list[Item]:
    """The forms that go: those that go by themselves, or those that somebody chose and that may go at all."""
    if items is None:
        return [each.item for each in found if each.goes == "yes"]
    return [each.item for each in found if each.goes != "never" and each.item.id in items]


def copied(by: Reader, kept: list[Item]) -> Folder:
    """The folder that they get. It has seen nothing, so that what is not in it looks removed to nobody."""
    folder = by.held.folder
    spoken_of = {each for item in kept for each in item.people.values()}
    inside = by.to.kind in INSIDE
    who = [each for each in shown_among(folder.people, by.to.id) if inside or each.id in spoken_of]
    known, ids = {each.id for each in who}, {each.id for each in kept}
    told = who if inside else [*map(for_others, who)]
    items = [_speaking_of(each, known) for each in folder.items if each.id in ids]
    return folder.model_copy(update={"seen": {}, "known_as": {}, "people": told, "items": items})


def _speaking_of(item: Item, people: Collection[str]) -> Item:
    return item.model_copy(update={"people": {name: each for name, each in item.people.items() if each in people}})


@dataclass(frozen=True)
class Agreed:
    """What consent says, as far as those who work with the family may read it in this copy."""

    answered: list[Answered]
    told: list[str]
    kept: list[str]
    hidden: tuple[Secret, ...] = ()


def agreed(by: Reader) -> Agreed:
    """Whole lines: one that tells what is private is not in the copy, and it says that more is to be kept."""
    known = by.known
    told = [_may_know(each) for each in known.may_know if each.may]
    whose = [(listed(each.whose) or "Nobody wrote down whose wish it is", each.words) for each in known.wishes]
    kept = [*known.may_not_know, *(f"{names}: {words}" for names, words in whose)]
    answered = [(each, "\n".join((each.name, each.answer, *each.to))) for each in known.answered]
    lines = [*told, *kept, *(words for _, words in answered)]
    return Agreed(
        [each for each, words in answered if not by.tells(words)],
        [each for each in told if not by.tells(each)],
        [each for each in kept if not by.tells(each)],
        tuple(dict.fromkeys(secret for line in lines for secret in by.tells(line))),
    )


def _may_know(each: MayKnow) -> str:
    about = f", about: {each.what}" if each.what else ""
    return f"{each.name}{about}{f', until {day(each.until)}' if each.until else ''}"


def left_out(by: Reader, found: list[Verdict]) -> Iterator[str]:
    """A sentence for whatever cannot be in the copy, for whoever makes it: the copy itself tells nothing of it. Facts
    that are marked private are offered one by one beside it."""
    never: dict[tuple[str, ...], list[str]] = {}
    for each in found:
        if each.goes == "never":
            never.setdefault(each.why, []).append(joining.source(each.item))
    yield from (f"{_capital(listed(titles))}: {'; '.join(why)}." for why, titles in never.items())
    yield from _rows_left_out(by)
    if by.to.kind in INSIDE and (hidden := agreed(by).hidden):
        yield f"Lines of “What each person agreed to”: they tell {_private(hidden)}."
    if by.to.kind not in INSIDE:
        yield NOT_HOMES


def _rows_left_out(by: Reader) -> Iterator[str]:
    """Of people who have nothing private themselves, what tells something of somebody who has."""
    shown = {each.id: each for each in shown_among(by.held.folder.people, by.to.id)}
    for person in by.held.folder.people:
        if Private.ALL in person.private and person.id != by.to.id:
            continue
        if person.id not in shown:
            yield f"{person.name}: the name tells what is private of somebody else."
            continue
        own = {*kept(person), *((*ADDRESSES,) if by.to.kind not in INSIDE else ())}
        facts = [fact for fact in withheld(person, shown[person.id]) if fact not in own]
        if facts:
            told = by.tells(*(str(getattr(person, fact)) for fact in facts))
            what = f"it tells {_private(told)}" if told else "it tells what is private of somebody else"
            yield f"Of {person.name} ({listed(map(_label, facts))}): {what}."


def _label(fact: str) -> str:
    labels = (each.question.label for each in fields.walk(Person) if each.name == fact)
    return next((_lower(each.label) for each in Private if fact in FACTS[each]), "") or next(labels)


def _private(secrets: Iterable[Secret]) -> str:
    """where Dana lives and that Terry is in the folder, which is private"""
    found = [*secrets]
    altogether = {each.whose for each in found if each.fact == Private.ALL}
    telling = (each for each in found if each.fact == Private.ALL or each.whose not in altogether)
    return f"{listed(dict.fromkeys(TOLD[each.fact].format(each.name) for each in telling))}, which is private"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def without_private(folder: Folder, told: Collection[str]) -> Folder:
    """The folder in which facts that somebody chose to tell, written as "p-1.home", are no longer private."""
    people_now = [
        each.model_copy(update={"private": [fact for fact in each.private if f"{each.id}.{fact.value}" not in told]})
        for each in folder.people
    ]
    return folder.model_copy(update={"people": people_now})
