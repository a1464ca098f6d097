"""The genogram: a family's picture by the notation that English children's services use, from text, steps or a file."""

from pyforms.form import Form
from pyforms.genogram import build
from pyforms.genogram.answers import GenogramAnswers
from pyforms.genogram.result import result

FORM = Form(
    id="genogram",
    version=1,
    title="Genogram",
    about=(
        "Draw a family with a family, step by step or by writing. The picture lays itself out, carries its "
        "key, and says itself in words."
    ),
    answers=GenogramAnswers,
    result=result,
    examples=(
        "a-child-and-her-grandmother",
        "a-loss-in-its-place",
        "three-partners",
        "two-households",
        "adopted-with-both-families",
        "four-generations",
    ),
    opens={".ged": "a GEDCOM file from a family tree program", ".txt": "the family as text"},
    helpers={"show": build.show, "step": build.step},
)
