"""In the place of a record that is not for everyone it is about: the page that it makes for one reader, and for them
alone. A copy for the family together holds nobody’s."""

from collections.abc import Iterator
from typing import NamedTuple

import pyforms
from pyforms import document
from pyforms import form as forms
from pyforms.areas import id_here
from pyforms.document import Document
from pyforms.folder import entries, joining
from pyforms.folder.copies import Reader
from pyforms.folder.model import Item
from pyforms.wording import same


class OwnPage(NamedTuple):
    """Their page, of which record; whether it tells what is private of somebody else."""

    item: Item
    page: Document
    tells: bool


def own_page(by: Reader) -> OwnPage | None:
    """Of the newest record that makes pages, where they have one and nothing stands in its way."""
    if by.to.kind != "person" or by.to.says == "no" or by.known.unsettled:
        return None
    records = (item for item in by.held.folder.newest_first() if joining.pages(item.saved["form"]))
    item = next(records, None)
    page = next(_pages(item, by.to.name), None) if item else None
    if item is None or page is None:
        return None
    return OwnPage(item, page, bool(by.tells(*entries.texts(document.as_json(page)))))


def _pages(item: Item, name: str) -> Iterator[Document]:
    form, asked = forms.get(item.saved["form"]), joining.pages(item.saved["form"])
    if asked is None or entries.is_unfinished(item):
        return
    keys = [key for key, whose in asked(forms.check(form, entries.answers_of(item))) if same(whose) == same(name)]
    if keys:
        documents = made(item).documents
        yield from (documents[key] for key in keys if key in documents)


def made(item: Item) -> forms.Result:
    """What a finished form makes."""
    return pyforms.submit(item.saved["form"], entries.answers_of(item), id_here(str(item.saved["area"])), item.on)


def left_out(by: Reader) -> Iterator[str]:
    found = own_page(by)
    if found and found.tells:
        yield f"Their own page of {joining.source(found.item)}: it tells what is private of somebody else."
