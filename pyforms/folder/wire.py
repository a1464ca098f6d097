"""A folder on its way between the page and the acts: JSON that is checked when it comes, and new ids."""

from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from pydantic import ValidationError

from pyforms import form as forms
from pyforms.cannot_open import CannotOpen
from pyforms.folder.model import Folder

type Json = dict[str, Any]

NOT_WHOLE = "This folder cannot be read any more. Open the file that you saved last."


def read(held: Json) -> Folder:
    """The folder that the page holds; raises CannotOpen where it has been broken."""
    try:
        folder = Folder.model_validate(held)
    except ValidationError:
        raise CannotOpen(NOT_WHOLE) from None
    forms.ready(str(item.saved["form"]) for item in folder.items)
    return folder


def written(folder: Folder) -> Json:
    return folder.model_dump(mode="json")


def new(ids: list[str]) -> Iterator[str]:
    """Words that nobody else has, from those that the page drew: should they run out, the last one is counted on."""
    return chain(ids, (f"{ids[-1]}-{number}" for number in count(2)))
