"""The consent record: who agrees to what, who may be told, and what happens where nobody agrees."""

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.result import result
from pyforms.form import Form

FORM = Form(
    id="consent",
    version=1,
    title="Consent record",
    answers=ConsentAnswers,
    result=result,
    examples=(
        "both-parents",
        "one-parent",
        "by-word-of-mouth",
        "a-young-person-alone",
        "one-service-only",
        "no-and-no-risk-seen",
        "no-and-a-child-at-risk",
        "taken-back",
        "child-and-parents-with-limits",
    ),
)
