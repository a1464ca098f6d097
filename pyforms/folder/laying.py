"""A form that is laid into a folder: whoever it speaks of is a person there, and has what it says of them."""

from collections.abc import Iterator

from pyforms.flows import Somebody
from pyforms.folder import entries, joining
from pyforms.folder.model import MOST_PEOPLE, Dot, Folder, Item, Member
from pyforms.folder.names import named
from pyforms.people import LONGEST_NAME
from pyforms.wording import same


def laid(folder: Folder, item_id: str, ids: Iterator[str], session: str) -> Folder:
    """The folder in which that form's names stand for people: those of that name, or new ones with the next of `ids`.

    Whoever has the name of somebody who is in it already is taken for them.
    """
    item = folder.item(item_id)
    called: dict[str, str] = {}
    known = {same(person.name): person.id for person in folder.people}
    known |= {same(name): person for name, person in item.people.items()}
    for name, is_new in _whoever(item):
        if same(name) not in known:
            if not is_new or len(name) > LONGEST_NAME or len(folder.people) >= MOST_PEOPLE:
                continue
            person = Member(id=next(ids), name=name, dot=Dot(session, 1))
            folder = folder.put(person, session)
            known[same(name)] = person.id
        called.setdefault(name, known[same(name)])
    if called != item.people:
        item = item.model_copy(update={"people": called})
        folder = folder.put(item, session)
    return joining.described(folder, item, session)


def _whoever(item: Item) -> Iterator[tuple[str, bool]]:
    """Every name of a person in a form, and whether it brings somebody new; those that do come first.

    What a form offers as somebody is one, though no field holds the name alone, as in a genogram.
    """
    found = [*named(entries.fields_of(item), entries.answers_of(item))]
    yield from ((name, True) for _, field, name in found if field.question.person == "new")
    yield from ((each.name, True) for each in joining.offered(item, Somebody) if isinstance(each, Somebody))
    yield from ((name, False) for _, field, name in found if field.question.person == "known")
