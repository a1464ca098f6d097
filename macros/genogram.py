"""The macro that puts the genogram's builder on its page: each button is a step that `pyforms.genogram.build` knows."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from macros.render import render
from pyforms.genogram.build import STEPS

SEXES = (
    ("female", "female"),
    ("male", "male"),
    ("neither", "neither"),
    ("unknown", "not known"),
    ("unborn", "not born yet"),
)
ADDING = (
    ("partner", "Add a partner"),
    ("child", "Add a child"),
    ("parent", "Add a parent"),
    ("sibling", "Add a brother or sister"),
)
MARKING = (
    ("subject", "It is about them"),
    ("died", "Has died"),
    ("separated", "Couple separated"),
    ("divorced", "Couple divorced"),
    ("transitory", "Relationship was short"),
    ("home", "In the household"),
    ("remove", "Remove this person"),
)


def genogram_builder() -> Markup:
    """Call it at column 0, above the form."""
    unknown = {do for do, _ in (*ADDING, *MARKING)} - set(STEPS)
    if unknown:
        message = f"{sorted(unknown)} are no steps of pyforms.genogram.build: {sorted(STEPS)}"
        raise ValueError(message)
    return render("genogram.html", sexes=SEXES, adding=ADDING, marking=MARKING)


MACROS: tuple[Callable[..., Any], ...] = (genogram_builder,)
