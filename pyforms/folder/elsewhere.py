"""A folder or a form that was begun elsewhere: its people are others until somebody says who is who."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from pydantic_core import to_json

from pyforms import saved
from pyforms.folder import opening
from pyforms.folder.model import Folder, Member
from pyforms.folder.said import may_be_one
from pyforms.people import CHILDREN, Who
from pyforms.wording import same

LETTERS = 16  # of what stands for a form's content: nobody has so many forms that two are taken for one


class Proposal(NamedTuple):
    """Two who may be one person: somebody chooses."""

    mine: Member
    theirs: Member


def of_form(envelope: saved.Envelope) -> Folder:
    """The folder that one form makes. Its ids follow from what it says, so the same form twice is the same folder."""
    digest = sha256(to_json(envelope.model_dump(mode="json"))).hexdigest()[:LETTERS]
    ids = (f"s-{digest}-{number}" for number in count(1))
    return opening.from_form(envelope, ids, f"r-{digest}")


def proposals(mine: Folder, theirs: Folder) -> list[Proposal]:
    """Whoever of theirs is new here, and may be somebody who is here."""
    known = _known_as(mine, theirs)
    there = {*known.values(), *(each.id for each in theirs.people)}
    here = {*known, *(each.id for each in mine.people)}
    new = [each for each in theirs.people if each.id not in here and not mine.has_seen(each.dot)]
    free = [each for each in mine.people if each.id not in there]
    return [Proposal(one, other) for other in new for one in free if _may_be_one(one, other)]


def _may_be_one(one: Member, other: Member) -> bool:
    """One name, and neither another kind of person nor another birth. A genogram says of many a child only that they
    are of the family."""
    kinds = {
        "child" if each.who in CHILDREN else each.who for each in (one, other) if each.who not in (None, Who.FAMILY)
    }
    return same(one.name) == same(other.name) and len(kinds) <= 1 and may_be_one(one, other)


def as_copies(mine: Folder, theirs: Folder, are_one: Mapping[str, str]) -> tuple[Folder, Folder]:
    """Both as copies of one folder, which can then be merged. `are_one` maps an id of theirs to the id of whom it is
    here; what was said of that before is remembered. Whoever was not proposed stays somebody else."""
    proposed = {each.theirs.id: each.mine.id for each in proposals(mine, theirs)}
    chosen = {other: one for other, one in are_one.items() if proposed.get(other) == one}
    now = {**_known_as(mine, theirs), **chosen}
    people = [each.model_copy(update={"id": now.get(each.id, each.id)}) for each in theirs.people]
    items = [
        each.model_copy(update={"people": {name: now.get(who, who) for name, who in each.people.items()}})
        for each in theirs.items
    ]
    return (
        mine.model_copy(update={"known_as": {**mine.known_as, **now}}),
        theirs.model_copy(update={"id": mine.id, "people": people, "items": items}),
    )


def _known_as(mine: Folder, theirs: Folder) -> dict[str, str]:
    """Whom each id of theirs stands for here, as was said when either was brought into the other."""
    said = {**{other: one for one, other in theirs.known_as.items()}, **mine.known_as}
    here, there = ({each.id for each in folder.people} for folder in (mine, theirs))
    first = {one: other for other, one in reversed(said.items()) if other in there and one in here - there}
    return {other: one for one, other in first.items()}
