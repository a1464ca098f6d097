"""How older saved records come to today's form."""

from pydantic import ValidationError

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Decision
from pyforms.form import Json


def from_1(answers: Json) -> Json:
    """Version 1 took decisions that spoke for people who had said otherwise: what each person said is kept as it was,
    and the decision becomes the one that speaks for nobody."""
    try:
        ConsentAnswers.model_validate(answers)
    except ValidationError as refusal:
        if any(error.get("ctx", {}).get("path") == "decision" for error in refusal.errors()):
            return {**answers, "decision": Decision.MIXED.value}
    return answers
