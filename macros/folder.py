"""The macro that puts the family's folder on its page: plain HTML that its scripts fill."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from macros.cards import in_menu_order
from macros.forms import draw
from macros.render import render
from pyforms.fields import walk
from pyforms.folder.model import ForWhom
from pyforms.people import Person
from pyforms.version import VERSION


def folder() -> Markup:
    """The folder, with the questions about a person and every form that can be begun; call it at column 0."""
    return render(
        "folder.html",
        forms=in_menu_order(),
        person=[draw(field) for field in walk(Person) if field.kind != "hidden"],
        for_whom=tuple(ForWhom),
        made_with=VERSION,
    )


MACROS: tuple[Callable[..., Any], ...] = (folder,)
