"""The macros that put the genogram's builder on its page, and pictures into a lesson."""

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from macros.render import render
from pyforms.genogram import notation, spoken
from pyforms.genogram.build import STEPS
from pyforms.genogram.draw import draw
from pyforms.genogram.family import sound

DRAWN = date(2026, 9, 15)  # the day of the lesson’s ages, so that a build gives the same pictures on any day
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
    ("change", "Change to the name and date above"),
    ("subject", "It is about them"),
    ("died", "Has died"),
    ("separated", "Couple separated"),
    ("divorced", "Couple divorced"),
    ("transitory", "Relationship was short"),
    ("home", "In the household"),
    ("other-home", "In the other household"),
    ("remove", "Remove this person"),
)


def genogram_builder() -> Markup:
    """Call it at column 0, above the form. Each button is a step that `pyforms.genogram.build` knows."""
    unknown = {do for do, _ in (*ADDING, *MARKING)} - set(STEPS)
    if unknown:
        message = f"{sorted(unknown)} are no steps of pyforms.genogram.build: {sorted(STEPS)}"
        raise ValueError(message)
    return render("genogram.html", sexes=SEXES, adding=ADDING, marking=MARKING)


def genogram(text: str, caption: str = "") -> Markup:
    """A picture of the family in that notation, drawn by the form's own code; a mistake in the text fails the build."""
    family, faults = notation.read(text.replace("; ", "\n"))
    family, wrong = sound(family)
    if faults or wrong:
        message = f"genogram: {[*(fault.message for fault in faults), *wrong]}"
        raise ValueError(message)
    told = " ".join(line for _, lines in spoken.generations(family, DRAWN) for line in lines)
    return render("picture.html", svg=Markup(draw(family, DRAWN, told).svg), caption=caption)  # noqa: S704 - it escapes


MACROS: tuple[Callable[..., Any], ...] = (genogram_builder, genogram)
