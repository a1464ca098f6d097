"""Saved answers: one JSON envelope, which rides inside every file that can be opened again."""

from dataclasses import replace
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pyforms import form as forms
from pyforms.areas import Area

type Json = forms.Json


class CannotOpen(ValueError):
    """A file that cannot be opened, with a message for the person who chose it."""


class Envelope(BaseModel):
    """Saved answers. `saved` is the day that they were saved; `answers` fit the form's current version."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["early-help-form"]
    form: str
    version: int
    area: str
    saved: date
    answers: Json


def seal(form: forms.Form, answers: forms.Answers, area: Area, today: date) -> forms.Result:
    """A form's result, its document carrying the answers and what every file says of itself."""
    result = form.result(answers, area, today)
    about = (
        ("Area", area.name),
        ("Date", f"{today.day} {today:%B %Y}"),
        ("Made with", f"Early Help Guide: {form.title} (version {form.version})"),
        ("Privacy", "Made in the browser. Nothing was sent."),
    )
    envelope = Envelope(
        kind="early-help-form",
        form=form.id,
        version=form.version,
        area=area.id,
        saved=today,
        answers=answers.model_dump(mode="json", exclude_defaults=True),
    )
    training = f"Training example: {answers.training_example}" if answers.training_example else ""
    document = replace(
        result.document,
        about=(*about, *result.document.about),
        training=training,
        envelope=envelope.model_dump(mode="json"),
    )
    return forms.Result(result.findings, document)


def from_json(data: bytes | str) -> Envelope:
    """An envelope from its JSON, migrated to the form's current version; raises CannotOpen.

    pydantic's own JSON reader refuses what is nested too deep, where Python's would end the tab's Python.
    """
    try:
        envelope = Envelope.model_validate_json(data)
    except ValidationError:
        message = "This file is not one that these forms saved, or part of it is missing. Choose another file."
        raise CannotOpen(message) from None
    return _migrated(envelope)


def _migrated(envelope: Envelope) -> Envelope:
    if envelope.form not in forms.FORM_IDS:
        message = "This file is from a form that this site does not have. Open it on the site that made it."
        raise CannotOpen(message)
    form = forms.get(envelope.form)
    if envelope.version > form.version:
        message = "This file was made with a newer version of the form. Reload the page, then open it again."
        raise CannotOpen(message)
    answers = envelope.answers
    for version in range(envelope.version, form.version):
        answers = form.migrations[version](answers)
    return envelope.model_copy(update={"version": form.version, "answers": answers})


def open_saved(data: bytes) -> Envelope:
    """The envelope inside the bytes of any file that can be opened again; raises CannotOpen."""
    from pyforms.exporters import envelope_in  # noqa: PLC0415 - loaded only when a file is opened

    return from_json(envelope_in(data))
