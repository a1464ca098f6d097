"""The consent record: who agrees to what help, who will know, why, and what happens where someone does not agree."""

from pyforms.consent.checked import CheckedConsent
from pyforms.consent.migrations import from_1, from_2, from_3, from_4, from_5
from pyforms.consent.result import result
from pyforms.consent.settled import is_settled
from pyforms.form import Form

FORM = Form(
    id="consent",
    version=6,
    title="Consent record",
    about=(
        "Record who agrees to what, who may be told and who may not, with signatures. Where nobody agrees, "
        "see which way to go. The family gets a page to keep."
    ),
    answers=CheckedConsent,
    result=result,
    settled=is_settled,
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
        "not-everyone-agrees",
    ),
    migrations={1: from_1, 2: from_2, 3: from_3, 4: from_4, 5: from_5},
)
