"""Scaling: where each person puts things between the hardest and the hope, from meeting to meeting."""

from pyforms.form import Form
from pyforms.scaling.answers import ScalingAnswers
from pyforms.scaling.result import result

FORM = Form(
    id="scaling",
    version=1,
    title="Scaling",
    about=(
        "Each person in turn says where things are, and why. See who has moved towards the hope since last "
        "time, and where people see it differently."
    ),
    answers=ScalingAnswers,
    result=result,
    examples=(
        "first-meeting",
        "towards-the-hope-in-torbay",
        "towards-the-hope-in-solihull",
        "one-of-them-sees-it-worse",
        "a-child-at-the-hard-end",
        "moved-from-torbay-to-kent",
    ),
)
