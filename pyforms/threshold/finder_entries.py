"""What the page's finder gets back: entries of the catalogue, ready to show."""

from typing import Any

from pyforms.threshold import concerns
from pyforms.threshold.finder import find as found_by


def find(text: str) -> list[dict[str, Any]]:
    """The concerns whose words a worry is closest to, best first; `steps` are the likely lines of each ladder."""
    ladders = concerns.by_id()
    return [_shown(ladders[hit.concern_id], hit.steps) for hit in found_by(text)]


def _shown(concern: concerns.Concern, steps: tuple[str, ...]) -> dict[str, Any]:
    section = concerns.DOMAINS[concern.domain]
    return {"key": concern.id, "label": concern.label, "section": section, "steps": list(steps)}
