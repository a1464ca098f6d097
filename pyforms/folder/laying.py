"""A form that is laid into a folder: whoever it speaks of is a person there, and has what it says of them."""

from collections.abc import Iterator

from pyforms.folder import entries, joining
from pyforms.folder.model import MOST_PEOPLE, Dot, Folder, Item, Member
from pyforms.folder.names import bare, named, nearly
from pyforms.people import LONGEST_NAME, Private
from pyforms.wording import same


def laid(folder: Folder, item_id: str, ids: Iterator[str], session: str) -> Folder:
    """The folder in which that form's names stand for people: those of that name, or new ones with the next of `ids`.

    Whoever has the name of somebody who is in it already is taken for them. A name that is nearly somebody's waits
    until it is said who that is, and a name that is said to be nobody's stays so.
    """
    item = folder.item(item_id)
    found = [*whoever(item)]
    beside = item.people if entries.about_one_of(item.saved["form"]) else {}
    called = beside | spoken_of(folder, item, (name for name, _ in found))
    for name, is_new in found:
        waits = not is_new or same(name) in map(same, item.nobody) or len(folder.people) >= MOST_PEOPLE
        if name in called or waits or len(name) > LONGEST_NAME or nearly(folder, name, called.values()):
            continue
        folder, called[name] = with_new(folder, item, name, ids, session)
        called |= spoken_of(folder, item, (other for other, _ in found if other not in called))
    called |= by_first_name(folder, called, (name for name, is_new in found if not is_new and name not in item.nobody))
    if called != item.people:
        folder = folder.put(item.model_copy(update={"people": called}), session)
    return joining.described(folder, folder.item(item_id), session)


def whoever(item: Item) -> Iterator[tuple[str, bool]]:
    """Every name of a person in a form, and whether it brings somebody new; those that do come first.

    What a form offers as somebody is one, though no field holds the name alone, as in a genogram; but for the dead.
    """
    found = [*named(entries.fields_of(item), entries.answers_of(item))]
    offered = joining.people_in(item)
    yield from ((name, True) for _, field, name in found if field.question.person == "new")
    yield from ((each.name, True) for each in offered if not each.died)
    yield from ((name, False) for _, field, name in found if field.question.person == "known")
    yield from ((each.name, False) for each in offered if each.died)


def spoken_of(folder: Folder, item: Item, names: Iterator[str]) -> dict[str, str]:
    """Who is meant by each of the names that are somebody's: by what the form calls them, or as the folder does."""
    exact = {same(person.name): person.id for person in folder.people}
    exact |= {same(name): person for name, person in item.people.items()}
    alike: dict[str, set[str]] = {}
    for person in folder.people:
        alike.setdefault(bare(person.name), set()).add(person.id)
    found: dict[str, str] = {}
    for name in names:
        others = alike.get(bare(name), set()) if bare(name) else set()
        if who := exact.get(same(name)) or (next(iter(others)) if len(others) == 1 else ""):
            found.setdefault(name, who)
    return found


def by_first_name(folder: Folder, called: dict[str, str], names: Iterator[str]) -> dict[str, str]:
    """Who does something is often called by a first name: whoever alone has it is meant, and nobody else is made."""
    first: dict[str, list[str]] = {}
    for person in folder.people:
        first.setdefault(same(person.name).partition(" ")[0], []).append(person.id)
    return {name: first[same(name)][0] for name in names if name not in called and len(first.get(same(name), [])) == 1}


def with_new(folder: Folder, item: Item, name: str, ids: Iterator[str], session: str) -> tuple[Folder, str]:
    """The folder with somebody of that name, and their id. Whom the form keeps apart is private from the first."""
    known = next((each for each in joining.people_in(item) if same(each.name) == same(name)), None)
    private = [Private.ALL] if known and known.is_private else []
    person = Member(id=next(ids), name=name, private=private, dot=Dot(session, 1))
    return folder.put(person, session), person.id
