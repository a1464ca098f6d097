"""The answers of what a folder holds, in one shape: a person's, a finished form's, and those of half-done work."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from pyforms import fields
from pyforms import form as forms
from pyforms.folder.model import Item, Member
from pyforms.people import Person, Who

type Entry = Member | Item
type Json = dict[str, Any]

UNFINISHED = "unfinished"


def is_unfinished(item: Item) -> bool:
    return item.saved.get("state") == UNFINISHED


def about_one_of(form_id: str) -> tuple[Who, ...]:
    """The people of whom a form asks about one, without a name: it is said beside the form who that is."""
    return getattr(import_module(f"{forms.get(form_id).package}.joins"), "ABOUT_ONE", ())


def fields_of(entry: Entry) -> tuple[fields.Field, ...]:
    return fields.walk(Person) if isinstance(entry, Member) else forms.get(entry.saved["form"]).fields


def answers_of(entry: Entry) -> Json:
    """Nested answers, by the fields' names."""
    if isinstance(entry, Member):
        return entry.model_dump(mode="json", exclude={"dot"}, exclude_defaults=True)
    return nested(entry.saved)


def nested(saved: Json) -> Json:
    """The answers in a form’s envelope, finished or not."""
    if saved.get("state") == UNFINISHED:
        return fields.nest(map(tuple, saved["entries"]), forms.get(saved["form"]).answers)
    return dict(saved["answers"])


def with_answers(item: Item, answers: Json) -> Item:
    """The item with other answers, finished or not as it was."""
    held: Json = {"entries": fields.flatten(answers)} if is_unfinished(item) else {"answers": answers}
    return item.model_copy(update={"saved": {**item.saved, **held}})


def joined_as(answers: Json, mine: Entry, theirs: Entry) -> Entry:
    """Mine with answers that were put together from both.

    What is half done in one of them is half done, and so is what no longer fits its form: a day of one copy may not go
    with a day of the other.
    """
    if isinstance(mine, Member):
        if answers.get("born"):
            # Who is born is no longer due, and a day says more than a year.
            answers = {key: value for key, value in answers.items() if key not in ("due", "born_about")}
        return Member(**answers, dot=mine.dot)
    if not isinstance(theirs, Item):
        raise TypeError(theirs)
    base = theirs if is_unfinished(theirs) else mine
    people = {**theirs.people, **mine.people}
    item = with_answers(mine.model_copy(update={"saved": base.saved, "people": people}), answers)
    return item if is_unfinished(item) or _fits(item) else _half_done(item)


def _fits(item: Item) -> bool:
    try:
        forms.check(forms.get(item.saved["form"]), answers_of(item))
    except forms.AnswersInvalid:
        return False
    return True


def _half_done(item: Item) -> Item:
    entries = [list(pair) for pair in fields.flatten(item.saved["answers"])]
    rest = {key: value for key, value in item.saved.items() if key != "answers"}
    return item.model_copy(update={"saved": {**rest, "state": UNFINISHED, "entries": entries}})


def training(item: Item) -> str:
    """Which training example the form is; empty where it is none."""
    name = "training_example"
    pairs = item.saved["entries"] if is_unfinished(item) else item.saved["answers"].items()
    return next((str(value) for key, value in pairs if key == name), "")


def words(item: Item) -> list[str]:
    """Every text in a form’s answers, wherever it stands."""
    return [*texts(answers_of(item))]


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Every text within a JSON value."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for each in inner:
        yield from texts(each)
