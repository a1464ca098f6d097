"""Two copies of one family's folder become one: nothing is lost, and what both changed is somebody's choice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from pyforms.folder import entries
from pyforms.folder.differ import Differing, differing, joined, keep_both
from pyforms.folder.model import Folder, Item, Member
from pyforms.folder.names import told_apart
from pyforms.folder.private import given_back, shown_among

type Entry = Member | Item
type Json = dict[str, Any]
type Side = Literal["mine", "theirs"]


class Choice(NamedTuple):
    """One person or form that the two copies have otherwise; `theirs` is None where it was removed over there.

    `answers` are the answers that differ and that somebody has to choose from, where both have it: without any, both
    know something of a person that the other does not, and all of it stays.
    """

    id: str
    mine: Entry
    theirs: Entry | None
    answers: tuple[Differing, ...] = ()

    @property
    def is_asked(self) -> bool:
        return self.theirs is None or bool(self.answers)


@dataclass(frozen=True)
class Merge:
    """What two copies make together, as soon as each of the `choices` is made: `settled` then gives the folder.

    `left_out` was removed here, and has not been changed in the other copy since.
    """

    mine: Folder
    theirs: Folder
    people: tuple[Member, ...]
    items: tuple[Item, ...]
    seen: Mapping[str, int]
    choices: tuple[Choice, ...]
    left_out: tuple[Entry, ...]


class Another(ValueError):
    """The other file is another family's folder."""


def merge(mine: Folder, theirs: Folder) -> Merge:
    """Both copies in one; raises Another where they are not copies of one folder."""
    if mine.id != theirs.id:
        raise Another
    theirs = _given_back(theirs, mine)
    pairs = [*_pairs(mine.people, theirs.people), *_pairs(mine.items, theirs.items)]
    standing = [entry for pair in pairs if (entry := _standing(mine, theirs, *pair))]
    items = tuple(entry for entry in standing if isinstance(entry, Item))
    people = [entry for entry in standing if isinstance(entry, Member)]
    missed = _spoken_of(items) - {person.id for person in people}
    people += {each.id: each for each in (*theirs.people, *mine.people) if each.id in missed}.values()
    return Merge(
        mine=mine,
        theirs=theirs,
        people=tuple(people),
        items=items,
        seen={each: max(mine.seen.get(each, 0), theirs.seen.get(each, 0)) for each in {**mine.seen, **theirs.seen}},
        choices=tuple(choice for pair in pairs if (choice := _choice(mine, theirs, *pair))),
        left_out=tuple(
            other for one, other in pairs if other and not one and other.id not in missed and mine.has_seen(other.dot)
        ),
    )


def _given_back(theirs: Folder, mine: Folder) -> Folder:
    """Their people with what is private here, where their copy has not seen who they are here: it was never in it."""
    known = {each.id: each for each in mine.people if not theirs.has_seen(each.dot)}
    shown = {each.id: each for each in shown_among(mine.people)}
    people = [
        given_back(each, known[each.id], shown.get(each.id)) if each.id in known else each for each in theirs.people
    ]
    return theirs.model_copy(update={"people": people})


def _pairs(mine: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Each entry of mine with theirs of the same id, then what only they have."""
    others = {each.id: each for each in theirs}
    for one in mine:
        yield one, others.pop(one.id, None)
    for other in others.values():
        yield None, other


def _standing(mine: Folder, theirs: Folder, one: Entry | None, other: Entry | None) -> Entry | None:
    """What is in the folder until somebody has chosen; None for what was removed here."""
    if one and other:
        return other if other.dot != one.dot and theirs.has_seen(one.dot) and not mine.has_seen(other.dot) else one
    return one or (None if other and mine.has_seen(other.dot) else other)


def _choice(mine: Folder, theirs: Folder, one: Entry | None, other: Entry | None) -> Choice | None:
    """Both changed it, and otherwise; it was changed without this page; or it was removed over there."""
    if one and other and (one.dot == other.dot or not (mine.has_seen(other.dot) or theirs.has_seen(one.dot))):
        found = tuple(differing(entries.fields_of(one), entries.answers_of(one), entries.answers_of(other)))
        asked = tuple(each for each in found if each.is_in_both or isinstance(one, Item))
        return Choice(one.id, one, other, asked) if found else None
    return Choice(one.id, one, None) if one and not other and theirs.has_seen(one.dot) else None


def settled(merge: Merge, picks: Mapping[str, Mapping[str, Side]], session: str) -> Folder:
    """The folder once somebody has chosen: for each id, a side for each answer's path, or for "" the whole of it.

    What nobody chose stays, from both. Whatever was a choice counts as changed in `session`, so that the same file
    brought in once more asks nothing.
    """
    known_as = {**merge.theirs.known_as, **merge.mine.known_as}
    folder = Folder(**{**merge.mine.__dict__, "seen": merge.seen, "known_as": known_as, "people": [], "items": []})
    chosen = {choice.id: _chosen(choice, picks.get(choice.id, {})) for choice in merge.choices}
    spoken_of = _spoken_of(merge.items)
    people: list[Member] = []
    items: list[Item] = []
    standing: list[Entry] = [*merge.people, *merge.items]
    for entry in standing:
        kept = chosen.get(entry.id, entry) or (entry if entry.id in spoken_of else None)
        if entry.id in chosen and kept:
            folder, dot = folder.changed(session)
            kept = kept.model_copy(update={"dot": dot})
        if isinstance(kept, Member):
            people.append(kept)
        elif kept:
            items.append(kept)
    missed = _spoken_of(items) - {person.id for person in people}
    people += {each.id: each for each in (*merge.theirs.people, *merge.mine.people) if each.id in missed}.values()
    return told_apart(folder.model_copy(update={"people": people, "items": items}), session)


def _chosen(choice: Choice, picks: Mapping[str, Side]) -> Entry | None:
    """None where it was removed from one copy, and somebody chose that."""
    if choice.theirs is None:
        return None if picks.get("") == "theirs" else choice.mine
    if "" in picks and isinstance(choice.mine, Item):
        return choice.mine if picks[""] == "mine" else choice.theirs

    def pick(each: Differing) -> Any:  # noqa: ANN401 - JSON
        side = picks.get(each.path) or picks.get("")
        is_asked = isinstance(choice.mine, Item) or each.is_in_both
        return getattr(each, side) if side and is_asked else keep_both(each)

    mine, theirs = entries.answers_of(choice.mine), entries.answers_of(choice.theirs)
    answers = joined(entries.fields_of(choice.mine), mine, theirs, pick)
    return entries.joined_as(answers, choice.mine, choice.theirs)


def _spoken_of(items: Iterable[Item]) -> set[str]:
    return {person for item in items for person in item.people.values()}
