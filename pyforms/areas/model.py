"""An area profile: what one council's published guidance states, and where it states it.

An area holds only what its sources state: what is absent is empty or None, and `pyforms.areas.lookup`
then answers with the general profile. Nothing here has an invented default.
"""

from datetime import date
from typing import Any

from pydantic import Field, model_validator

from pyforms.areas.keys import FormKey, RuleKey, TimescaleKey
from pyforms.areas.measures import Scale, Smart, Timescale
from pyforms.areas.shapes import (
    Concerns,
    Consent,
    Contact,
    FormToUse,
    Level,
    Link,
    Outcomes,
    Route,
    Rule,
    Shape,
    Source,
    Term,
)


class Area(Shape):
    """One area. `updated` is when the file last changed; `version` rises when a fact changes. A section's title is
    what pages call it where an area leaves it out."""

    id: str = Field(pattern="^[a-z]+(-[a-z]+)*$")
    name: str
    version: str
    updated: date
    sources: dict[str, Source] = Field(min_length=1)
    words: dict[str, Term] = Field(default_factory=dict, title="its own words")
    levels: dict[str, Level] = Field(default_factory=dict, title="levels of need")
    scale: Scale | None = Field(default=None, title="a scale")
    smart: Smart | None = Field(default=None, title="what SMART stands for")
    timescales: dict[TimescaleKey, Timescale] = Field(default_factory=dict, title="timescales")
    contacts: dict[str, Contact] = Field(default_factory=dict, title="contacts")
    forms: dict[FormKey, FormToUse] = Field(default_factory=dict, title="which forms to use")
    consent: Consent | None = Field(default=None, title="how consent is given")
    rules: dict[RuleKey, Rule] = Field(default_factory=dict, title="rules for the work")
    routes: tuple[Route, ...] = Field(default=(), title="next steps")
    links: tuple[Link, ...] = Field(default=(), title="pages on the web")
    concerns: Concerns | None = Field(default=None, title="headline concerns")
    outcomes: Outcomes | None = Field(default=None, title="family outcomes")

    @model_validator(mode="before")
    @classmethod
    def number_the_levels(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever was read
        # The number is written once, as the table's name: [levels.2]
        levels = data.get("levels")
        if not isinstance(levels, dict):
            return data
        numbered = {key: level | {"number": key} if isinstance(level, dict) else level for key, level in levels.items()}
        return {**data, "levels": numbered}

    @property
    def counts_its_own_way(self) -> bool:
        """Whether its levels are other than the four that most areas use."""
        return any(level.usual for level in self.levels.values())
