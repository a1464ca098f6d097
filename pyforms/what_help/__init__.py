"""What kind of help might suit us? Ten short questions for a family, and an answer in plain words."""

from pyforms.form import Form
from pyforms.what_help.answers import WhatHelpAnswers
from pyforms.what_help.result import result

FORM = Form(
    id="what-help",
    version=1,
    title="What kind of help might suit us?",
    about="A few short questions in plain words. You choose what to answer, and who sees it.",
    answers=WhatHelpAnswers,
    result=result,
    examples=("a-new-baby", "school-is-a-battle", "money-and-sleep", "not-safe-at-home"),
    asks_about_danger=True,
    for_families=True,
)
