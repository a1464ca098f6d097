"""Several people at once, a line for each: “Ella, child, 2 March 2017” or “Kim, mother”.

The name comes first, then whatever is known, in any order. Nothing is guessed: what is no date, age or word for who
somebody is stays as it was typed, as how they are related or, of someone who works with the family, as their job. A
line that cannot be meant is left where it is, with what to write instead.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pyforms import form as forms
from pyforms.folder.model import MOST_PEOPLE, Dot, Folder, Member
from pyforms.moment import NoDate, moment
from pyforms.people import Person, Who
from pyforms.wording import same

type Json = dict[str, Any]

# Words that say who somebody is, and nothing else.
SAYS = {
    Who.CHILD: ("child",),
    Who.YOUNG_PERSON: ("young person", "teenager"),
    Who.PARENT: ("parent", "carer", "parent or carer"),
    Who.FAMILY: ("family",),
    Who.FRIEND: ("friend", "neighbour", "friend or neighbour"),
    Who.WORKER: ("worker", "professional", "works with us", "works with the family"),
}
# Words that say how somebody is related, and so who they are where nothing else says it.
MEANS = {
    Who.CHILD: ("daughter", "son", "girl", "boy", "baby", "toddler"),
    Who.PARENT: (
        "mother", "mum", "mam", "mummy", "father", "dad", "daddy", "stepmother", "stepmum", "stepfather", "stepdad",
        "foster carer", "foster mother", "foster father", "guardian",
    ),
    Who.FAMILY: (
        "grandmother", "grandma", "gran", "granny", "nan", "nana", "grandfather", "grandad", "grandpa", "aunt",
        "auntie", "uncle", "cousin",
    ),
}  # fmt: skip
JOB = re.compile(r"\b(worker|teacher|nurse|visitor|midwife|doctor|gp|practitioner|officer|head|senco)$")
AGE = re.compile(r"(?:aged? )?([0-9]{1,3})(?: ?(?:years?|yrs?)(?: old)?)?")
BEGINS_A_DAY = re.compile(r"(?:(?:born|due|aged?) )?(?:about )?[0-9]")
MOST_YEARS = 120


class Left(NamedTuple):
    """A line that was not taken, and why."""

    line: str
    why: str


class CannotBeMeant(ValueError):
    """Says in words what is wrong with a line."""


def with_people(folder: Folder, text: str, today: date, session: str, ids: Iterator[str]) -> tuple[Folder, list[Left]]:
    """The folder with a person for each line, and the lines that were not taken."""
    left = []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            person = forms.checked(Person, {**read(line, today), "id": next(ids)})
            _has_room(folder, person)
        except CannotBeMeant as fault:
            left.append(Left(line, str(fault)))
        except forms.AnswersInvalid as fault:
            left.append(Left(line, fault.errors[0][1]))
        else:
            folder = folder.put(Member(**person.model_dump(), dot=Dot(session, 1)), session)
    return folder, left


def _has_room(folder: Folder, person: Person) -> None:
    if any(same(each.name) == same(person.name) for each in folder.people):
        message = "Somebody in this folder has that name. Add what tells them apart, such as “Sam (dad)”"
        raise CannotBeMeant(message)
    if len(folder.people) >= MOST_PEOPLE:
        message = f"This folder has room for {MOST_PEOPLE} people, and no more"
        raise CannotBeMeant(message)


def read(line: str, today: date) -> Json:
    """What a line says of somebody, as answers about a person."""
    name, *pieces = (piece.strip() for piece in line.split(","))
    found: Json = {"name": name} if name else {}
    rest = [piece for piece in pieces if piece and not _told(found, piece, today)]
    who = found.get("who") or _meant(rest)
    if who:
        found["who"] = who.value
    if rest:
        found["work" if who == Who.WORKER else "relation"] = ", ".join(rest)
    return found


def _told(found: Json, piece: str, today: date) -> bool:
    """Whether a piece is taken in as who somebody is, their age or a day; the first of each counts."""
    plain = " ".join(piece.casefold().split()).rstrip(".")
    more = _said(plain) or _aged(plain, today) or _day(plain, today)
    if found.keys() & more.keys():
        message = f"“{piece}” says once more what the line has said already"
        raise CannotBeMeant(message)
    found.update(more)
    return bool(more)


def _said(plain: str) -> Json:
    who = _among(SAYS, plain)
    return {"who": who} if who else {}


def _among(words: dict[Who, tuple[str, ...]], plain: str) -> Who | None:
    return next((who for who, those in words.items() if plain in those), None)


def _aged(plain: str, today: date) -> Json:
    age = AGE.fullmatch(plain)
    if age and int(age[1]) <= MOST_YEARS:
        return {"age": int(age[1]), "age_on": today.isoformat()}
    return {}


def _day(plain: str, today: date) -> Json:
    """A date of birth, one that is known in part, or the date a baby is due."""
    word, words = next(
        ((each, plain.removeprefix(f"{each} ")) for each in ("born", "due") if plain.startswith(f"{each} ")),
        ("", plain),
    )
    try:
        at = moment(words)
    except NoDate as fault:
        if BEGINS_A_DAY.match(plain) or word == "due":
            raise CannotBeMeant(str(fault)) from None
        return {}
    whole = at.day and not at.is_about
    if word == "due" or at.earliest > today:
        if not whole or word != "due":
            message = f"“{plain}” is still to come. Of a baby who is expected, write the day: “due 4 May 2027”"
            raise CannotBeMeant(message)
        return {"due": at.earliest.isoformat()}
    return {"born": at.earliest.isoformat()} if whole else {"born_about": str(at)}


def _meant(rest: Iterable[str]) -> Who | None:
    for piece in rest:
        plain = piece.casefold()
        first = plain.split(" of ")[0]
        if who := _among(MEANS, first):
            return who
        if JOB.search(first):
            return Who.WORKER
    return None
