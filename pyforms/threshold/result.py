"""What the threshold tool says: findings for programs, and a document for people."""

from datetime import date
from typing import Any

from pyforms.areas import Area, lookup
from pyforms.document import Block, Document
from pyforms.form import Result
from pyforms.threshold import sections
from pyforms.threshold.answers import Danger, ThresholdAnswers
from pyforms.threshold.assessment import Assessment, assess

type Json = dict[str, Any]


def result(answers: ThresholdAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - every form's result takes the day
    """The level or range, its reasons, and what to do next in this area."""
    assessment = assess(answers, area)
    return Result(_findings(assessment, area), _document(assessment, area))


def _findings(found: Assessment, area: Area) -> Json:
    low, high = found.span
    return {
        "level": {"lowest": low, "highest": high},
        "danger": found.answers.danger != Danger.NO or found.urgent,
        "concerns": [
            {
                "id": reading.concern.id,
                "label": reading.concern.label,
                "step": reading.seen.step,
                "lowest": reading.span[0],
                "highest": reading.span[1],
                "reasons": [{"text": reason.text, "source": reason.source} for reason in reading.reasons],
            }
            for reading in found.readings
        ],
        "reasons": [{"text": reason.text, "source": reason.source} for reason in found.reasons],
        "would_move": list(found.would_move),
        "not_known": list(found.not_known),
        "outcomes": list(found.outcomes),
        "headline_concerns": list(found.headlines),
        "next_steps": [route.text for route in found.routes],
        "levels_stated": lookup.stated(area, "levels"),
    }


def _document(found: Assessment, area: Area) -> Document:
    blocks: tuple[Block, ...] = (
        *sections.act_now(found, area),
        *sections.the_level(found, area),
        *sections.why(found),
        *sections.what_would_move_it(found),
        *sections.what_is_not_known(found),
        *sections.what_to_do_next(found, area),
        *sections.consent(found, area),
        *sections.outcomes(found, area),
        *sections.strengths(found),
        *sections.your_answers(found),
    )
    return Document(title="Threshold check", blocks=blocks)
