"""What a form is: a model of its answers, a pure function from answers to a result, and named examples."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, wraps
from importlib import import_module
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError, from_json

from pyforms import fields, resources
from pyforms.areas import Area, id_here
from pyforms.document import Document, Picture, Plain, Table
from pyforms.fields import Question
from pyforms.ics import Calendar

type Json = dict[str, Any]

MARK = "result.py"  # what makes a folder here a form
LIST = "forms.json"  # each id with its title, for the browser, where a page is sent its own form and no other


def ids_in(folder: str) -> tuple[str, ...]:
    """The ids of the forms that have their folder in that one."""
    # pathlib is slow to start
    names = (name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, MARK)))  # noqa: PTH208, PTH113, PTH118
    return tuple(sorted(name.replace("_", "-") for name in names))


def _listed() -> dict[str, str]:
    try:
        listed: dict[str, str] = from_json(resources.read("pyforms", LIST))
    except OSError:
        listed = dict.fromkeys(ids_in(os.path.dirname(__file__)), "")  # noqa: PTH120
    return listed


_LISTED = _listed()
FORM_IDS = tuple(_LISTED)


class Part(BaseModel):
    """A part of a form's answers: what is not in the model is refused, not dropped."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, str_max_length=10_000, allow_inf_nan=False
    )


class Answers(Part):
    """The base of every form's answers."""

    training_example: Annotated[str, Question("Training example", hidden=True)] = ""


@dataclass(frozen=True)
class Offer:
    """A button beside a prompt: it adds an item with these `answers` to the repeated group at the path `group`."""

    label: str
    group: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Prompt:
    """A question about one answer, shown beside the field at `path`. It blocks nothing and says nothing is wrong.

    `reason` says what in the answer it comes from, `suggestion` one concrete thing that could be done, and `offer` is
    where the person can answer it.
    """

    path: str
    question: str
    reason: str = ""
    suggestion: str = ""
    offer: Offer | None = None


@dataclass(frozen=True)
class Result:
    """What a form makes of its answers: `findings` as JSON values for programs, a document for people.

    `files` may be saved alone, by name: a table of the document as "scores.csv", a picture as "chart.svg", a calendar
    as "plan.ics". `documents` are further documents from the same answers, such as a letter, by a key
    that stands in a file's name. Neither holds saved answers, unless the form gives a further document answers of
    its own as its `envelope`, such as those that the next plan starts with. `prompts` are questions about single
    answers, in page order.
    """

    findings: Json
    document: Document
    files: Mapping[str, Table | Picture | Calendar | Plain] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    prompts: tuple[Prompt, ...] = ()


@dataclass(frozen=True)
class Example:
    """A named, realistic, fictional set of answers for tests, training and screenshots."""

    name: str
    title: str
    about: str
    area: str
    today: date
    answers: Json


@dataclass(frozen=True)
class Form:
    """A form. `result` is pure: the same answers, area and date always give the same result.

    `about` says what it is for, in a sentence or two, wherever forms are listed.
    `migrations` maps an older version to the function that takes its answers one version on.
    `helpers` are what the page may ask while somebody fills it in, such as the threshold tool’s finder.
    `opens` are the endings of other programs' files that it takes, each with its name in words. `asks_about_danger`
    says that its own prompts ask about words of danger: its answers have a place for what was found, or its questions
    and its result are one. `settled` says of a sign of danger, in the answer at a path, that the form knows enough of
    it to ask nobody again. `for_families` is true of a form that a family fills in alone.
    """

    id: str
    version: int
    title: str
    answers: type[Answers]
    result: Callable[[Any, Area, date], Result]
    about: str = ""
    examples: tuple[str, ...] = ()
    migrations: Mapping[int, Callable[[Json], Json]] = field(default_factory=dict)
    helpers: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    opens: Mapping[str, str] = field(default_factory=dict)
    asks_about_danger: bool = False
    settled: Callable[[Any, str, Any], bool] | None = None
    for_families: bool = False

    @property
    def package(self) -> str:
        return _package(self.id)

    @property
    def fields(self) -> tuple[fields.Field, ...]:
        return fields.walk(self.answers)


class AnswersInvalid(ValueError):
    """Answers that a form cannot take: `errors` lists (path, message) in the page's order."""

    def __init__(self, errors: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(message for _, message in errors))
        self.errors = errors


def get(form_id: str) -> Form:
    """A form by its id; raises KeyError for an id that is none. Only that form's code is loaded."""
    if form_id not in FORM_IDS:
        raise KeyError(form_id)
    form: Form = import_module(_package(form_id)).FORM
    return form


def ready(form_ids: Iterable[str]) -> None:
    """Imports these forms. In the browser a form's code comes when it is first imported: so all of them are asked for
    before the work stops to wait for any (publish/browser/later.py)."""
    late: list[BaseException] = []
    for form_id in {*form_ids} & {*FORM_IDS}:
        try:
            get(form_id)
        except Exception:
            raise
        except BaseException as fault:  # noqa: BLE001 - raised below, once all were asked for
            late.append(fault)
    if late:
        raise late[0]


def title(form_id: str) -> str:
    """What a form is called, without its code where a list says so."""
    return _LISTED[form_id] or get(form_id).title


def _package(form_id: str) -> str:
    return f"pyforms.{form_id.replace('-', '_')}"


@cache
def examples(form_id: str) -> tuple[Example, ...]:
    """A form's named examples, in the order that a trainer would show them."""
    form = get(form_id)
    return tuple(_example(form, name) for name in form.examples)


def _example(form: Form, name: str) -> Example:
    written = from_json(resources.read(form.package, f"examples/{name}.json"))
    answers = {**written["answers"], "training_example": written["title"]}
    area = id_here(written["area"])
    today = date.fromisoformat(written["today"])
    return Example(**{**written, "name": name, "area": area, "today": today, "answers": answers})


def once[A, R](work: Callable[[A], R]) -> Callable[[A], R]:
    """The same work, not done again for the very answers of the last time: several pages of one record ask for it.
    Answers cannot be changed once they are made."""
    last: list[tuple[A, R]] = []

    @wraps(work)
    def found(answers: A) -> R:
        if not last or last[0][0] is not answers:
            last[:] = [(answers, work(answers))]
        return last[0][1]

    return found


def check(form: Form, answers: Json) -> Answers:
    """Answers as the form's model, or AnswersInvalid with a message for each thing to mend."""
    return checked(form.answers, answers)


def checked[M: BaseModel](model: type[M], answers: Json) -> M:
    """The same for whatever has fields, such as a person."""
    try:
        return model.model_validate(answers)
    except ValidationError as refusal:
        found = [_problem(fields.walk(model), error) for error in refusal.errors()]
        found.sort(key=lambda problem: problem[0])
        raise AnswersInvalid([(path, message) for _, path, message in found]) from None


def problem(path: str, message: str) -> PydanticCustomError:
    """What a model's own check raises, so that the message stands beside the field at `path` in that model."""
    return PydanticCustomError("problem", "{message}", {"path": path, "message": message})


def _problem(asked: tuple[fields.Field, ...], error: ErrorDetails) -> tuple[tuple[int, ...], str, str]:
    path = _path(asked, error)
    found = fields.find(asked, path)
    place = found[1] if found else (len(asked),)
    return place, path, _message(error, found[0] if found else None)


def _path(asked: tuple[fields.Field, ...], error: ErrorDetails) -> str:
    """Where an error is: what a check names is in its own model, whichever of the model's fields it ran at."""
    parts = [str(part) for part in error["loc"] if part != "[key]"]
    if error["type"] != "problem":
        return ".".join(parts)
    named = error["ctx"]["path"]
    within = ".".join((*parts, named))
    return within if fields.find(asked, within) else ".".join((*parts[:-1], named))


def _message(error: ErrorDetails, asked: fields.Field | None) -> str:
    """A pydantic error in words for the person who must act."""
    kind, context = error["type"], error.get("ctx", {})
    label = asked.question.label.rstrip("?:.") if asked else ""
    if asked is None or kind == "extra_forbidden":
        return "This form has no such question. The file may be from another form, or a newer version of it"
    if kind == "problem":
        return str(context["message"])
    if kind == "value_error":
        return f"{label}: {context['error']}"
    if kind in ("missing", "too_short"):  # a list of which at least one is asked for
        return asked.question.missing or f"Answer this question: {asked.question.label}"
    return f"{label}: {_remedy(kind, context)}"


def _remedy(kind: str, context: Json) -> str:
    if kind in ("string_too_long", "too_long"):
        return f"keep it to {context['max_length']:,} characters or fewer"
    if kind == "greater_than_equal":
        return f"the lowest answer is {context['ge']}"
    if kind == "less_than_equal":
        return f"the highest answer is {context['le']}"
    if kind.startswith("date"):
        return "enter a real date, with a day, a month and a year"
    if kind.startswith(("int", "float", "finite")):
        return "enter a number, such as 7"
    if kind == "enum":
        return "choose one of the answers shown"
    return "this answer is not of the kind that the question asks for"
