"""A person, and what every form has to know of one: whether they are born yet, and how old they are on a day."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from pyforms.fields import Choice, Day, Question
from pyforms.form import Part, problem
from pyforms.moment import NoDate, moment
from pyforms.wording import day

# What families call a baby that they expect, alone or before the family's name.
PET_NAMES = re.compile(
    r"(our |my |the |little )?(baby|bean|jelly bean|peanut|sprout|nugget|blob|bubba|bubs|little one|tiny)( [\w’'-]+)?",
    re.IGNORECASE,
)
UNBORN_WORDS = re.compile(r"\b(unborn|bump|foetus|fetus|pregnancy|expected|due|not (yet )?born)\b", re.IGNORECASE)
MONTHS = 12
LONGEST_NAME = 200  # letters
DIED = "yes"  # where nobody has written when
COUNTED_IN_MONTHS = 2  # years: below, a month makes the difference
# Nobody types it, and it stands in files that others read: letters, figures and dashes only.
OwnId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$", max_length=64)]


class Who(Choice):
    CHILD = "child", "Child"
    YOUNG_PERSON = "young-person", "Young person"
    PARENT = "parent", "Parent or carer"
    FAMILY = "family", "Someone else in the family"
    FRIEND = "friend", "Friend or neighbour"
    WORKER = "worker", "Someone who works with the family"


# Of whom a plan has copies and a consent record asks apart.
CHILDREN = (Who.CHILD, Who.YOUNG_PERSON)


class Private(Choice):
    """What of a person may be kept to whoever holds the folder: it is in no copy unless somebody puts it there."""

    HOME = "home", "Where they live"
    REACH = "reach", "How to reach them"
    BORN = "born", "When they were born, or are due"
    RELATION = "relation", "How they are related"
    ALL = "all", "That they are in the folder at all"


class Person(Part):
    """Someone in a family's folder. `name` is what they are called there, and no two people have the same."""

    id: Annotated[OwnId, Question("The person’s own id", hidden=True, made="id")]
    name: Annotated[
        str,
        Question(
            "Name",
            hint="As the family says it. Where two have one name, add what tells them apart: “Sam (dad)”.",
            missing="Enter the person’s name",
        ),
        Field(min_length=1, max_length=LONGEST_NAME),
    ]
    who: Annotated[Who | None, Question("Who are they?", compact=True)] = None
    relation: Annotated[str, Question("How are they related?", hint="Such as “mother of Ella”.")] = ""
    born: Annotated[Day | None, Question("Date of birth", far="born")] = None
    due: Annotated[Day | None, Question("Or the date the baby is due", far="due")] = None
    born_about: Annotated[
        str, Question("Or what you know of when they were born", hint="Such as 2016, May 2016 or about 1980.")
    ] = ""
    age: Annotated[
        int | None,
        Question("Or their age", hint="If you do not know the date of birth.", unit="years"),
        Field(ge=0, le=120),
    ] = None
    age_on: Annotated[Day | None, Question("Their age on which day?", far="done")] = None
    died: Annotated[
        str,
        Question("If they have died: when?", hint="A day, a year, or “yes”. Leave it empty for someone who is alive."),
    ] = ""
    home: Annotated[str, Question("Where do they live?", hint="A name for the home will do: “Mum’s flat”.")] = ""
    reach: Annotated[str, Question("How can they be reached?", hint="And what is safe: “text only, after nine”.")] = ""
    language: Annotated[str, Question("Which language do they like best?")] = ""
    interpreter: Annotated[str, Question("Do they need an interpreter?", hint="For talking, for reading, or both.")] = (
        ""
    )
    work: Annotated[str, Question("Their job, and where", hint="For someone who works with the family.")] = ""
    private: Annotated[list[Private], Question("What is private?", hint="It is left out of every copy.")] = []  # noqa: RUF012 - pydantic copies a default

    @model_validator(mode="after")
    def somebody_is_born_or_due(self) -> Self:
        if self.born and self.due:
            raise problem("due", "Give the date of birth or the date the baby is due, not both")
        if self.born_about and (self.born or self.due):
            raise problem("born_about", "Give one of these: the date of birth, the date the baby is due, or about when")
        return self

    @model_validator(mode="after")
    def what_is_known_in_part_is_a_date(self) -> Self:
        for name, words in (("born_about", self.born_about), ("died", "" if has_no_date(self.died) else self.died)):
            try:
                words and moment(words)
            except NoDate as fault:
                raise problem(name, str(fault)) from None
        return self


def has_no_date(died: str) -> bool:
    """Somebody has died, and nobody has written when."""
    return died.strip().casefold() in ("", DIED)


def is_unborn(name: str, on: date, *, born: date | None = None, due: date | None = None, born_about: str = "") -> bool:
    """Nobody can ask them, write to them, or have them draw or sign. A date of birth decides; then a due date, unless
    it has passed; then what the name says, such as “Unborn baby” or “Baby (due in May)”."""
    if born:
        return born > on
    if born_about:
        return moment(born_about).earliest > on
    if due:
        return due >= on
    return bool(UNBORN_WORDS.search(name))


def is_overdue(on: date, *, born: date | None = None, due: date | None = None) -> bool:
    """The day on which a baby was due has passed, and no date of birth says whether they are here."""
    return born is None and due is not None and due < on


def birth(name: str, on: date, *, born: date | None = None, due: date | None = None) -> str:
    """What is known of a birth, in words; empty where nothing is."""
    if is_overdue(on, born=born, due=due) and due:
        return f"due {day(due)}, not known whether born"
    if is_unborn(name, on, born=born, due=due):
        expected = born or due
        return f"not born yet, due {day(expected)}" if expected else "not born yet"
    return f"born {day(born)}" if born else ""


def may_be_unborn(name: str) -> bool:
    """A pet name says it of many a child who is not born yet, and of some who are: ask."""
    return bool(PET_NAMES.fullmatch(name.strip()))


def age(born: date, on: date) -> int:
    """In whole years; someone born on 29 February is a year older on 1 March. Below 0 for whoever is not born yet."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def aged(born: date, on: date) -> str:
    """7, or 5 months: below two, years say too little."""
    years = age(born, on)
    if years >= COUNTED_IN_MONTHS:
        return str(years)
    months = (on.year - born.year) * MONTHS + on.month - born.month - (on.day < born.day)
    return "under 1 month" if months < 1 else f"{months} month{'s' if months > 1 else ''}"
