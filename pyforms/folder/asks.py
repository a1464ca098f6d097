"""What only somebody who knows the family can say: who a name is, and which of two facts is right.

Each question is a sentence with its answers, every one of them an act. They are worked out anew from the folder, so
that one that has been answered, or has gone away by itself, is not asked again.
"""

from collections.abc import Iterator
from typing import Any

from pyforms.flows import Somebody
from pyforms.folder import joining, laying, said
from pyforms.folder.model import MOST_PEOPLE, Folder, Item, Member
from pyforms.folder.names import nearly
from pyforms.wording import clipped, either, same

type Json = dict[str, Any]

LONGEST = 60  # letters of a name within a question


def asks(folder: Folder) -> list[Json]:
    """Every question that a folder raises by itself."""
    return [*_names(folder), *_facts(folder)]


def raised(folder: Folder, item_id: str) -> int:
    """How many questions a form raises, so that nobody has to hunt for them."""
    return sum(each["open"] == item_id for each in asks(folder))


def of_new_people(before: Folder, after: Folder, item_id: str) -> list[Json]:
    """Who came with a form that was just laid in: each is somebody new, unless it is said otherwise."""
    known = {each.id for each in before.people}
    item = after.item(item_id)
    return [_new(after, item, each) for each in after.people if each.id not in known]


def _new(folder: Folder, item: Item, person: Member) -> Json:
    """With what the form says of them, and everybody whom they may be."""
    name = next(name for name, who in item.people.items() if who == person.id)
    about = ", ".join(filter(None, (person.who.label if person.who else "", _told(person))))
    kept = " Private: nobody is told of them before you choose it." if person.private else ""
    near = nearly(folder, person.name, [person.id])
    others = [{"id": each.id, "name": each.name} for each in folder.people if each.id != person.id]
    return {
        "words": f"New: {person.name}{f' ({about})' if about else ''}.{kept}",
        "person": person.id,
        "ways": [
            *(_way(f"The same as {each.name}", "one", person=person.id, other=each.id) for each in near),
            _way("Not one of this family", "nobody", item=item.id, name=name),
        ],
        "others": others,
    }


def _told(person: Member) -> str:
    home = f"lives at {person.home}" if person.home else ""
    return ", ".join(filter(None, (said.birth_words(person), person.relation, home)))


def _way(words: str, way: str, **given: str | None) -> Json:
    return {"words": words, "way": way, "given": given}


def _names(folder: Folder) -> Iterator[Json]:
    """A name that is nearly somebody’s, and stands for nobody yet."""
    if len(folder.people) >= MOST_PEOPLE:
        return
    for item in folder.newest_first():
        settled = {*map(same, item.people), *map(same, item.nobody)}
        open_ = dict.fromkeys(name for name, is_new in laying.whoever(item) if is_new and same(name) not in settled)
        for name in open_:
            if near := nearly(folder, name, item.people.values()):
                yield _who_is(item, name, near)


def _who_is(item: Item, name: str, near: list[Member]) -> Json:
    given = {"item": item.id, "name": name}
    written = clipped(name, LONGEST)
    return {
        "words": f"“{written}” in {joining.source(item)}: is that {either(each.name for each in near)}?",
        "person": "",
        "ways": [
            *(_way(f"Yes, {clipped(each.name, LONGEST)}", "called", **given, person=each.id) for each in near),
            _way("No, somebody new", "called", **given, person=None),
            _way("Not one of this family", "nobody", **given),
        ],
        "open": item.id,
        "others": [],
    }


def _facts(folder: Folder) -> Iterator[Json]:
    """What the newest of each form says otherwise than the folder: an older one was true on its own day."""
    newest = {item.saved["form"]: item for item in reversed(folder.newest_first())}
    by_id = {person.id: person for person in folder.people}
    for item in newest.values():
        for person, somebody in spoken_of(item, by_id):
            for each in said.differing(person, somebody, item.on):
                yield _which(item, person, each)


def spoken_of(item: Item, by_id: dict[str, Member]) -> Iterator[tuple[Member, Somebody]]:
    """Each person of the folder with what a form says of them."""
    known_as = {same(name): who for name, who in item.people.items()}
    for somebody in joining.people_in(item):
        if person := by_id.get(known_as.get(same(somebody.name), "")):
            yield person, somebody


def _which(item: Item, person: Member, each: said.Differing) -> Json:
    given = {"item": item.id, "person": person.id, "fact": each.fact}
    form = joining.source(item)
    here = f"The folder says {each.here}." if each.here else "The folder does not."
    return {
        "words": f"{person.name}: {form} says {each.there}. {here}",
        "person": person.id,
        "ways": [_way(f"Use “{each.there}”", "believe", **given)] if each.changes else [],
        "open": item.id,
        "others": [],
    }
