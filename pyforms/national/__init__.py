"""What has changed in England since the areas' handbooks: each fact with its source and how sure it is."""

from functools import cache
from typing import Literal

from pydantic import ConfigDict, TypeAdapter

from pyforms import resources
from pyforms.areas.shapes import Fact, Shape, Source

NationalKey = Literal[
    "working-together",
    "families-first",
    "families-first-date",
    "family-help",
    "lead-practitioner",
    "social-worker",
    "front-door",
    "child-protection-team",
    "child-protection-team-date",
    "family-decision-meeting",
    "family-decision-meeting-date",
    "best-start-hub",
    "duty-to-share",
    "duty-to-share-date",
    "duty-to-report",
    "duty-to-report-date",
    "kinship-offer",
    "consistent-identifier",
    "consistent-identifier-date",
    "keeping-children-safe",
    "prevent",
    "prevent-advice",
    "outcomes",
    "outcomes-after",
    "lawful-basis",
    "parental-responsibility",
    "special-guardian",
    "looked-after",
    "capacity",
    "silent-call",
    "own-temper",
    "pictures-of-a-child",
    "missing-child",
    "report-without-a-name",
    "history-emptied",
    "browser-menus",
    "calls-and-texts",
]
SURE = {
    "act": "Sure: the Act’s own text.",
    "several": "Fairly sure: several public pages agree.",
    "one": "Not sure: one source only.",
    "not found": "Not known: we looked and did not find it.",
    "general": "Not checked: general knowledge.",
}
SURE_PLAIN = {
    "act": "This is in the law.",
    "several": "More than one public page says so.",
    "one": "Only one place says so, so do ask.",
    "not found": "We could not find this out, so do ask.",
    "general": "Many people say so. We have not checked it yet.",
}


class NationalFact(Fact):
    """One statement. `how_sure` is about the statement itself; `plain` says it to a family, under
    `plain_topic` where the topic is not for them."""

    topic: str
    text: str
    plain: str = ""
    plain_topic: str = ""
    how_sure: Literal["act", "several", "one", "not found", "general"]


class National(Shape):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    sources: dict[str, Source]
    facts: dict[NationalKey, NationalFact]


@cache
def national() -> National:
    return TypeAdapter(National).validate_python(resources.read_toml("pyforms.national", "facts.toml"))


def source_of(fact: NationalFact) -> Source:
    return national().sources[fact.source]
