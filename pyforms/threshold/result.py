"""What the threshold tool says: findings for programs, and a document for people."""

from datetime import date
from typing import Any

from pyforms.areas import Area, lookup
from pyforms.document import Document
from pyforms.form import Result
from pyforms.threshold import asks, took_in
from pyforms.threshold.answers import ThresholdAnswers
from pyforms.threshold.assessment import Assessment, assess
from pyforms.threshold.rules import Reason
from pyforms.threshold.sections import below
from pyforms.threshold.summary import first_step, summary

type Json = dict[str, Any]


def result(answers: ThresholdAnswers, area: Area, today: date) -> Result:
    """The level or range with its reasons, or that too little was said; and what to do next in this area."""
    found = assess(answers, area, today)
    blocks = (*summary(found), *below(found, area), *took_in.took_in(found))
    return Result(_findings(found, area), Document("Threshold check", blocks), prompts=asks.prompts(found))


def _findings(found: Assessment, area: Area) -> Json:
    low, high = found.span
    return {
        "level": {"lowest": low, "highest": high} if found.weighed else None,
        "danger": found.danger_is_stated,
        "level_4_is": found.grounds.name.lower() if found.weighed else "none",
        "adult": found.is_adult,
        "concerns": [
            {
                "id": reading.concern.id,
                "label": reading.concern.label,
                "step": reading.seen.step,
                "lowest": None if found.is_adult else reading.span[0],
                "highest": None if found.is_adult else reading.span[1],
                "reasons": _reasons(() if found.is_adult else reading.reasons),
            }
            for reading in found.readings
        ],
        "reasons": _reasons(found.weighed.reasons if found.weighed else ()),
        "settles": found.settles,
        "words": [
            {
                "path": each.found.path,
                "said": each.said,
                "means": each.found.sign.means,
                "concerns": list(each.concerns),
                "stated": each.found.sign.stated,
                "open": each.is_open,
                "why": each.why,
                "waits_for_lead": each.waits_for_the_lead,
                "no_reason": each.no_reason,
            }
            for each in found.written
        ],
        "would_move": list(found.would_move),
        "not_known": list(found.not_known),
        "outcomes": list(found.outcomes),
        "headline_concerns": list(found.headlines),
        "next_steps": list(dict.fromkeys((first_step(found), *(route.text for _, route in found.routes)))),
        "levels_stated": lookup.stated(area, "levels"),
        "took_in": {
            "used": list(took_in.used(found)),
            "read_for_danger_only": list(took_in.read_only(found)),
            "kept": list(took_in.kept(found)),
            "not_answered": list(took_in.not_answered(found)),
        },
    }


def _reasons(reasons: tuple[Reason, ...]) -> list[Json]:
    return [{"text": reason.text, "source": reason.source} for reason in reasons]
