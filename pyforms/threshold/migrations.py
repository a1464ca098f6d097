"""Answers that older versions of the form saved, brought along."""

from pyforms.form import Json


def nothing_was_explained(answers: Json) -> Json:
    """Version 1 had no “Words that you looked at”: every answer stays, and words about danger are read from now on."""
    return answers


def no_lead_was_asked(answers: Json) -> Json:
    """Version 2 did not ask which safeguarding lead agreed: the plainest words that a reason closed are open again."""
    return answers
