"""Asking an area for a fact: its own where its sources state one, and the general profile's where not.

`stated` and `source_of` let a page say which of the two it is.
"""

from pyforms.areas.keys import ContactKey, FormKey, RuleKey, Situation, TimescaleKey, WordKey
from pyforms.areas.load import get
from pyforms.areas.measures import Scale, Smart, Timescale
from pyforms.areas.model import Area
from pyforms.areas.shapes import (
    Consent,
    Contact,
    Fact,
    FormToUse,
    Item,
    Level,
    Outcomes,
    Route,
    Rule,
    Source,
    Term,
)

SAFEGUARDING: tuple[ContactKey, ...] = ("safeguarding_day", "safeguarding_out_of_hours")
# Rung where an area states none of those: beside the page that finds the right number, never in its place.
NEXT_BEST: tuple[ContactKey, ...] = ("safeguarding_professionals", "early_help_enquiry", "early_help_advice")


def general() -> Area:
    return get("general")


def word(area: Area, key: WordKey) -> Term:
    return area.words.get(key) or general().words[key]


def timescale(area: Area, key: TimescaleKey) -> Timescale | None:
    return area.timescales.get(key) or general().timescales.get(key)


def contact(area: Area, key: ContactKey) -> Contact | None:
    return area.contacts.get(key) or general().contacts.get(key)


def contacts(area: Area) -> dict[ContactKey, Contact]:
    """Every contact that serves the area: emergency and helplines first, then its own."""
    return {**general().contacts, **area.contacts}


def form(area: Area, key: FormKey) -> FormToUse | None:
    return area.forms.get(key) or general().forms.get(key)


def rule(area: Area, key: RuleKey) -> Rule | None:
    return area.rules.get(key) or general().rules.get(key)


def consent(area: Area) -> Consent | None:
    """How consent is given, or None where it is not stated: then see rule(area, "consent")."""
    return area.consent or general().consent


def scale(area: Area) -> Scale | None:
    return area.scale or general().scale


def smart(area: Area) -> Smart | None:
    return area.smart or general().smart


def outcomes(area: Area) -> Outcomes | None:
    return area.outcomes or general().outcomes


def national_outcomes() -> tuple[Item, ...]:
    """The ten national family outcomes, which an area's own framework builds on without listing them again."""
    national = general().outcomes
    return national.items if national else ()


def route(area: Area, level: int, situation: Situation) -> Route:
    """The next step at a level (1 to 4) in a situation. The general profile has one for every pair."""
    routes = (*area.routes, *general().routes)
    return next(r for r in routes if level in r.levels and r.situation == situation)


def route_contacts(area: Area, route: Route) -> tuple[Contact, ...]:
    """Whom to contact for a next step, the first to try first."""
    found = contacts(area)
    return tuple(found[known] for key in route.contacts for known in numbers_first(area, key))


def numbers_first(area: Area, key: ContactKey) -> tuple[ContactKey, ...]:
    """A page that finds a number is for areas whose sources state none: elsewhere their own lines take its place."""
    return whom_to_ring(area) if key == "find_council" else (key,)


def whom_to_ring(area: Area, keys: tuple[ContactKey, ...] = SAFEGUARDING) -> tuple[ContactKey, ...]:
    """For a child who may not be safe: the area's own lines. Where it states no number among them, also the page that
    finds one, with whatever numbers the area does state."""
    own = tuple(key for key in keys if key in area.contacts)
    if any(area.contacts[key].phone for key in own):
        return own
    others = (key for key in NEXT_BEST if key not in own and key in area.contacts and area.contacts[key].phone)
    return (*own, "find_council", *others)


def levels(area: Area) -> tuple[Level, ...]:
    """Levels 1 to 4 in order. Words that the area's sources do not give are the general ones, and
    `words_source` then names the source of those words."""
    return tuple(_described(area.levels.get(n), level) for n, level in sorted(general().levels.items()))


def _described(own: Level | None, usual: Level) -> Level:
    if own is None or own is usual:
        return usual
    words = ("name", "plain", "practitioner", "who_responds")
    absent = {key: getattr(usual, key) for key in words if not getattr(own, key)}
    return own.model_copy(update={**absent, "words_source": usual.source}) if absent else own


def levels_note(area: Area) -> str:
    """What to say beside the levels where they are not all the area's own; empty where they are."""
    if area.id == "general":
        return "These are the four levels most areas use. Your area may name or place them differently."
    if not area.levels:
        return f"{area.name}’s guidance does not set out levels of need. These are the four most areas use."
    if all(level.name for level in area.levels.values()):
        general_words = any(level.words_source for level in levels(area))
        return f"The names are {area.name}’s own. Who responds is described in general words." if general_words else ""
    if any(level.words_source for level in levels(area)):
        return f"{area.name}’s guidance says which levels are Early Help. The descriptions are general ones."
    return ""


def stated(area: Area, section: str, key: str = "") -> bool:
    """Whether the area's own sources state a section ("scale"), or one key of it ("timescales", "review")."""
    found = getattr(area, section)
    return key in found if key else bool(found)


def not_stated(area: Area) -> dict[str, str]:
    """The sections that the area's sources leave out, each with its name in words."""
    return {section: words for section, words in sections().items() if not stated(area, section)}


def sections() -> dict[str, str]:
    """Every section of an area with its name in words: what the model gives a title, so that none is forgotten."""
    return {key: field.title for key, field in Area.model_fields.items() if field.title}


def source_of(area: Area, fact: Fact) -> Source:
    return area.sources.get(fact.source) or general().sources[fact.source]
