"""The concerns and strengths of the threshold tool: what the TOML files hold, checked as they are read.

A concern is a worry named neutrally, with its ladder: steps from the mildest to the gravest, each an
observable with the level of need it usually means and the documents it rests on.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import from_json

from pyforms.areas import lookup
from pyforms.resources import read, read_toml
from pyforms.threshold import checks
from pyforms.threshold.checks import ContentError

HERE = "pyforms.threshold"
DOMAINS = {
    "child": "The child’s development and well-being",
    "parenting": "Parenting",
    "family": "Family and environment",
    "outside": "Harm outside the home",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a step rests on; `level` only when the document publishes one for this very thing. `replaced` is
    the day on which a newer edition took its place that this was not checked against. From `review_by` on, the build
    warns that it has to be looked at again."""

    id: str
    title: str
    publisher: str
    date: str = ""
    url: str = ""
    level: int | None = None
    phone: str = ""
    review_by: str = ""
    replaced: str = ""

    @property
    def cited(self) -> str:
        """The title as a result cites it, with what has to be said wherever it is used."""
        if not self.replaced:
            return self.title
        since = f"{date.fromisoformat(self.replaced):%B %Y}"
        return f"{self.title} (edition replaced in {since}; not yet checked against the new one)"


@dataclass(frozen=True, slots=True)
class Tool:
    """What practitioners are expected to reach for: `what` it is for, `whose` it is, and a document that says so. It
    has the ages that its owner made it for, in a ladder of `to_age_for` only up to that age; in a ladder that `lines`
    names, it is for these lines alone."""

    id: str
    name: str
    what: str
    whose: str
    source: str
    from_age: int = -1
    to_age: int = 25
    lines: dict[str, list[str]] = field(default_factory=dict)
    to_age_for: dict[str, int] = field(default_factory=dict)

    def suits(self, concern: str, age: int) -> bool:
        return self.from_age <= age <= self.to_age_for.get(concern, self.to_age)

    def is_for(self, concern: str, step: str) -> bool:
        """An unsure line may be any of them, so it is told the tool too."""
        named = self.lines.get(concern, ())
        return not named or step in named or step == "unsure"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: an observable. `level` is the general rule, `disputed` the other level published elsewhere. At level 4
    `danger` asks for a call now, `need` for a request with the family; without either it is harm, or likely harm.
    `settles` is the one fact that would say which of its two levels it is, for this very line."""

    id: str
    level: int
    text: str
    sources: tuple[str, ...]
    areas: dict[str, int] = field(default_factory=dict)
    disputed: int | None = None
    danger: bool = False
    need: bool = False
    settles: str = ""

    def levels(self, area: str) -> tuple[int, int]:
        """Lowest and highest level in `area`: its own placement if it publishes one, else the general rule."""
        if area in self.areas:
            return self.areas[area], self.areas[area]
        other = self.level if self.disputed is None else self.disputed
        return min(self.level, other), max(self.level, other)


@dataclass(frozen=True, slots=True)
class Concern:
    """`ask` is what to find out; `do` and `tools` hold whenever the concern is chosen, however much is known.
    `do_agreed` is what to do with the family: never where asking or telling them is not safe."""

    id: str
    domain: str
    label: str
    words: tuple[str, ...]
    outcomes: tuple[str, ...]
    ask: str
    steps: tuple[Step, ...]
    headline: str = ""
    do: tuple[str, ...] = ()
    do_agreed: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    do_sources: tuple[str, ...] = ()

    @property
    def leads_to_need(self) -> bool:
        return any(step.need for step in self.steps)

    def step(self, step_id: str) -> Step:
        """The step of that id; KeyError when the ladder has none."""
        return {step.id: step for step in self.steps}[step_id]


@dataclass(frozen=True, slots=True)
class Sayings:
    """How else people put a concern (`words`), and the single lines of its ladder (`lines`, by step id)."""

    words: tuple[str, ...]
    lines: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Strength:
    id: str
    label: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Children whom Working Together 2023 asks practitioners to be alert to, and the concerns that hold them."""

    text: str
    concerns: tuple[str, ...]


@cache
def sources() -> dict[str, Source]:
    """Every citable source by id: documents (sources.toml) and published indicators (indicators.json)."""
    documents = {key: Source(id=key, **entry) for key, entry in _toml("sources.toml").items()}
    indicators = from_json(read(HERE, "indicators.json"))
    return documents | {entry["id"]: _indicator(entry) for entry in indicators}


@cache
def tools() -> dict[str, Tool]:
    """Every tool by its key. Raises ContentError on a mistake."""
    name = "tools.toml"
    for key, entry in _toml(name).items():
        checks.keys(name, key, entry, Tool, made_here=("id",))
        checks.known(name, key, "source", [entry["source"]], sources())
    return {key: Tool(id=key, **entry) for key, entry in _toml(name).items()}


@cache
def concerns() -> tuple[Concern, ...]:
    """All concerns in page order. Raises ContentError on the first mistake."""
    every = tuple(
        _concern(f"concerns/{domain}.toml", domain, entry)
        for domain in DOMAINS
        for entry in _toml(f"concerns/{domain}.toml").get("concern", [])
    )
    checks.unique("concerns/*.toml", "concern id", [concern.id for concern in every])
    return every


@cache
def by_id() -> dict[str, Concern]:
    return {concern.id: concern for concern in concerns()}


@cache
def sayings() -> dict[str, Sayings]:
    """What only the finder needs, by concern. Raises ContentError on a mistake."""
    name = "sayings.toml"
    every = _toml(name)
    checks.known(name, "the file", "concerns", every, by_id())
    for key, entry in every.items():
        checks.known(name, key, "lines", entry.get("lines", {}), [step.id for step in by_id()[key].steps])
    return {
        key: Sayings(tuple(entry["words"]), {step: tuple(said) for step, said in entry.get("lines", {}).items()})
        for key, entry in every.items()
    }


@cache
def strengths() -> tuple[Strength, ...]:
    """What protects a child, in page order. Raises ContentError on a mistake."""
    name = "strengths.toml"
    every = tuple(
        Strength(entry["id"], entry["label"], _sources(name, entry["id"], entry)) for entry in _toml(name)["strength"]
    )
    checks.unique(name, "strength id", [strength.id for strength in every])
    return every


@cache
def groups() -> tuple[Group, ...]:
    """Working Together's groups in the order of the guidance. Raises ContentError on a mistake."""
    name = "groups.toml"
    every = tuple(Group(entry["text"], tuple(entry["concerns"])) for entry in _toml(name)["group"])
    for group in every:
        checks.known(name, group.text, "concerns", group.concerns, by_id())
    return every


def _toml(name: str) -> dict[str, Any]:
    try:
        return read_toml(HERE, name)
    except ValueError as error:
        raise ContentError(f"{name}: not readable as TOML ({error}). Mend that line.") from error


def _indicator(entry: dict[str, Any]) -> Source:
    return Source(entry["id"], entry["text"], entry["area"], url=entry["source"], level=entry["level"])


def _concern(name: str, domain: str, entry: dict[str, Any]) -> Concern:
    where = str(entry.get("id", "a concern without id"))
    steps = _ladder(name, where, entry.get("step", []))
    own: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items() if key != "step"
    }
    checks.keys(name, where, own, Concern, made_here=("domain", "steps"))
    national = [item.key for item in lookup.national_outcomes()]
    checks.known(name, where, "outcomes", own["outcomes"], national)
    checks.known(name, where, "tools", own.get("tools", ()), tools())
    checks.known(name, where, "do_sources", own.get("do_sources", ()), sources())
    checks.identifier(name, where)
    return Concern(domain=domain, steps=steps, **own)


def _ladder(name: str, concern: str, entries: list[dict[str, Any]]) -> tuple[Step, ...]:
    steps = tuple(_step(name, f"{concern}.{entry.get('id', '?')}", entry) for entry in entries)
    checks.unique(name, f"{concern}, step id", [step.id for step in steps])
    checks.ladder(name, concern, [step.level for step in steps])
    return steps


def _step(name: str, where: str, entry: dict[str, Any]) -> Step:
    checks.keys(name, where, entry, Step)
    other = [entry["disputed"]] if "disputed" in entry else []
    checks.levels(name, where, [entry["level"], *other, *entry.get("areas", {}).values()])
    if checks.HIGHEST in other and not entry.get("settles"):
        raise ContentError(f"{name}: {where}, settles: say which fact would tell level {entry['level']} from level 4.")
    return Step(**{**entry, "sources": _sources(name, where, entry)})


def _sources(name: str, where: str, entry: dict[str, Any]) -> tuple[str, ...]:
    if not entry.get("sources"):
        raise ContentError(f"{name}: {where}, sources: name at least one document or published indicator.")
    checks.known(name, where, "sources", entry["sources"], sources())
    return tuple(entry["sources"])


def line_in_words(line: tuple[str, str]) -> str:
    """A line as a result quotes it: “Self-harm: Thoughts of …”."""
    concern, step = line
    return f"“{by_id()[concern].label}: {by_id()[concern].step(step).text}”"
