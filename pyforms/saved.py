"""Saved answers: one JSON envelope, which rides inside every file that can be opened again."""

import re
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import to_json

from pyforms import areas, fields
from pyforms import form as forms
from pyforms.areas import Area
from pyforms.cannot_open import CannotOpen
from pyforms.document import Document
from pyforms.product import made_with
from pyforms.version import VERSION
from pyforms.wording import day

type Json = forms.Json

NOT_SAVED_HERE = "This file is not one that these forms saved, or part of it is missing. Choose another file."
NAMED = 3  # of the answers that do not fit, how many a message names
# How a file that is no envelope begins, and what makes it one. It is the mark of a format, whatever a build is called.
FOREIGN = {b"0 HEAD": "pyforms.genogram.foreign", b"# Early Help Guide genogram": "pyforms.genogram.foreign"}
MOST = 20_000  # answers and groups in a file; a plan of 200 actions has some 3,000
DEEPEST = 12  # parts of an answer’s name in half-done work; a form has five at most
LAST_PLACE = 999  # of an item in a repeated group of half-done work: no file makes a page grow without end

FOLDER = re.compile(rb'"kind"\s*:\s*"early-help-folder"')  # pyforms/folder

CHANGED = (
    "Someone has changed the text of this file since it was saved. Those changes are not here: what came back are the "
    "answers from when it was saved. Compare them with the text of the file."
)


class Envelope(BaseModel):
    """Saved answers. `saved` is the day that they were saved; `answers` fit the form's current version.

    `made_with` is the version of the guide that saved them; files from before it had one do not say.
    `is_changed` is not saved: it says of a file that was opened that its text was changed after that day.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["early-help-form"]
    form: str
    version: int
    area: str
    saved: date
    made_with: str = Field(default="", max_length=40)
    answers: Json
    is_changed: bool = Field(default=False, exclude=True)


class Unfinished(Envelope):
    """Half-done work: what was typed, valid or not, as the page's own (name, value) pairs in place of the answers.

    The page writes it by itself (unfinished.js), and reads it so too while the form is of the same version.
    """

    state: Literal["unfinished"]
    entries: Annotated[fields.Pairs, Field(max_length=MOST)]
    answers: Json = Field(default={}, max_length=0, exclude=True)


def seal(form: forms.Form, answers: forms.Answers, area: Area, today: date) -> forms.Result:
    """A form's result, its document carrying the answers, and every document what files say of themselves."""
    result = form.result(answers, area, today)
    about = (
        ("Area", area.name),
        ("Date", day(today)),
        ("Made with", f"{made_with()}: {form.title} (version {form.version})"),
        ("Privacy", "Made in the browser. Nothing was sent."),
    )

    def kept(own: Json) -> Json:
        envelope = Envelope(
            kind="early-help-form",
            form=form.id,
            version=form.version,
            area=area.id,
            saved=today,
            made_with=VERSION,
            answers=own,
        )
        return envelope.model_dump(mode="json")

    training = f"Training example: {answers.training_example}" if answers.training_example else ""

    def told(document: Document, own: Json | None) -> Document:
        return replace(
            document, about=(*about, *document.about), training=training, envelope=None if own is None else kept(own)
        )

    return replace(
        result,
        document=told(result.document, _as_json(answers)),
        documents={key: told(document, document.envelope) for key, document in result.documents.items()},
    )


def _as_json(answers: forms.Answers) -> Json:
    return answers.model_dump(mode="json", exclude_defaults=True)


def checked(held: Json) -> Envelope:
    """An envelope that lies in another file, migrated, its answers checked; raises CannotOpen."""
    return _checked(from_json(to_json(held)))


def from_json(data: bytes | str) -> Envelope:
    """An envelope from its JSON, migrated to the form's current version; raises CannotOpen.

    pydantic's own JSON reader refuses what is nested too deep, where Python's would end the tab's Python.
    """
    for kind in (Envelope, Unfinished):
        try:
            return _migrated(kind.model_validate_json(data))
        except ValidationError:
            continue
    if FOLDER.search(data if isinstance(data, bytes) else data.encode()):
        raise CannotOpen("This is a family’s folder, and no single form. Open it on the page “The family’s folder”.")
    raise CannotOpen(NOT_SAVED_HERE)


def _migrated(envelope: Envelope) -> Envelope:
    if envelope.form not in forms.FORM_IDS:
        message = "This file is from a form that this site does not have. Open it on the site that made it."
        raise CannotOpen(message)
    form = forms.get(envelope.form)
    if envelope.version > form.version:
        message = "This file was made with a newer version of the form. Reload the page, then open it again."
        raise CannotOpen(message)
    if envelope.version < 1:
        raise CannotOpen("This file was changed after it was saved. Open a copy that nobody has changed.")
    if isinstance(envelope, Unfinished):
        return envelope.model_copy(update={"version": form.version, "entries": _entries(envelope, form)})
    return envelope.model_copy(update={"version": form.version, "answers": _brought_along(envelope, form)})


def _brought_along(envelope: Envelope, form: forms.Form) -> Json:
    answers = envelope.answers
    for version in range(envelope.version, form.version):
        answers = form.migrations[version](answers)
    return answers


def _entries(envelope: Unfinished, form: forms.Form) -> fields.Pairs:
    """What was typed, as today's form asks for it. Words that are no answer may be more than a migration can take."""
    places = (int(part) for name, _ in envelope.entries for part in name.split(".") if part.isdecimal())
    if any(place > LAST_PLACE for place in places):
        raise CannotOpen("This file holds more items than these forms save. Choose another file.")
    if any(name.count(".") >= DEEPEST for name, _ in envelope.entries):
        raise CannotOpen(NOT_SAVED_HERE)
    if envelope.version == form.version:
        return envelope.entries
    typed = envelope.model_copy(update={"answers": fields.nest(envelope.entries, form.answers)})
    try:
        return fields.flatten(_brought_along(typed, form))
    except Exception:  # noqa: BLE001 - each migration may fail in its own way on what was never checked
        message = "This half-done work is from an older version of the form, and part of it cannot be read. "
        raise CannotOpen(message + "Open the file in a text editor to copy what you typed.") from None


def open_saved(data: bytes) -> Envelope:
    """The envelope inside the bytes of any file that can be opened again; raises CannotOpen.

    Its answers have been checked, so that a file which somebody edited opens whole or not at all. Only a day that
    cannot be meant comes back as it was saved: checking the form says what to mend.
    """
    from pyforms import reopen  # noqa: PLC0415 - loaded only when a file is opened

    other = next((program for mark, program in FOREIGN.items() if mark in data[:64].replace(b"\0", b"")), None)
    if other:
        return _checked(Envelope.model_validate(import_module(other).envelope(data)))
    written, is_changed = reopen.opened(data)
    return _checked(from_json(written)).model_copy(update={"is_changed": is_changed})


def _checked(envelope: Envelope) -> Envelope:
    if isinstance(envelope, Unfinished):
        return envelope  # checking the form says what to mend
    if _size(envelope.answers) > MOST:  # a fault in each of them would fill a phone's memory
        raise CannotOpen("This file holds more answers than these forms save. Choose another file.")
    try:
        answers = forms.check(forms.get(envelope.form), envelope.answers)
    except forms.AnswersInvalid as invalid:
        if _only_days_to_mend(envelope, invalid):
            return envelope
        found = "; ".join(list(dict.fromkeys(message for _, message in invalid.errors))[:NAMED])
        message = f"This file was changed after it was saved, and its answers no longer fit the form ({found}). "
        raise CannotOpen(message + "Open a copy that nobody has changed.") from None
    return envelope.model_copy(update={"answers": _as_json(answers)})


def _only_days_to_mend(envelope: Envelope, invalid: forms.AnswersInvalid) -> bool:
    """Earlier versions took any year: such a file opens, and the form asks about the day beside its field."""
    asked, written = forms.get(envelope.form).fields, dict(fields.flatten(envelope.answers))
    return all(
        (found := fields.find(asked, path))
        and found[0].kind == "date"
        and (day := fields.read_day(written.get(path, "")))
        and not fields.can_be_meant(day)
        for path, _ in invalid.errors
    )


def _size(value: object) -> int:
    """How many values a JSON value holds, itself among them."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_size, inner))


def welcome(envelope: Envelope, area: str) -> str:
    """What to tell the person whose answers come back to a page that shows the area with that id."""
    back = _back(envelope, area)
    return f"{back} {CHANGED}" if envelope.is_changed else back


def _back(envelope: Envelope, area: str) -> str:
    came = f"Your answers from {day(envelope.saved)} are back on this page."
    if isinstance(envelope, Unfinished):
        came = f"What you had typed by {day(envelope.saved)} is back on this page. Nothing of it has been checked yet."
    if envelope.area not in areas.AREA_IDS:
        return f"{came} They were saved for an area that this site does not have. Choose your area again."
    if envelope.area != area:
        name = areas.get(envelope.area).name
        return f"{came} They were saved for {name}, so the page now shows {name}."
    return came
