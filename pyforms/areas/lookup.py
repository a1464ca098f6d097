"""Asking an area for a fact: its own where its sources state one, and the general profile's where not.

`stated` and `source_of` let a page say which of the two it is.
"""

from collections.abc import Mapping

from pyforms.areas.keys import USUAL, ContactKey, FormKey, RuleKey, Situation, TimescaleKey, WordKey
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


def several[F: (Term, Contact)](stated: Mapping[str, F], key: str) -> tuple[F, ...]:
    """What is stated under a key, and all that says it is one of that: lines by district, two roles."""
    return tuple(fact for name, fact in stated.items() if key in (name, fact.one_of))


def terms(area: Area, key: WordKey) -> tuple[Term, ...]:
    """The area's words for one thing, the usual one first; the general word where it states none."""
    return several(area.words, key) or (general().words[key],)


def word(area: Area, key: WordKey) -> Term:
    return terms(area, key)[0]


def timescale(area: Area, key: TimescaleKey) -> Timescale | None:
    return area.timescales.get(key) or general().timescales.get(key)


def lines(area: Area, key: str) -> tuple[Contact, ...]:
    """The area's contacts of one kind, such as one for each district, or else the one that serves everywhere."""
    return several(area.contacts, key) or several(general().contacts, key)


def contact(area: Area, key: ContactKey) -> Contact | None:
    return next(iter(lines(area, key)), None)


def contacts(area: Area) -> dict[str, Contact]:
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
    """The next step at a usual level (1 to 4) in a situation. The general profile has one for every pair."""
    found = ((whose, each) for whose in (area, general()) for each in whose.routes)
    return next(each for whose, each in found if level in usual(whose, each) and each.situation == situation)


def usual(area: Area, route: Route) -> frozenset[int]:
    """Which of the usual levels 1 to 4 a route is for, by what the area's own levels answer to."""
    return frozenset(level for number in route.levels for level in answers_to(area, number))


def answers_to(area: Area, number: str) -> tuple[int, ...]:
    """The usual levels that a level of the area answers to; none where there is no such level."""
    if area.counts_its_own_way:
        return area.levels[number].usual if number in area.levels else ()
    return tuple(level for level in USUAL if str(level) == number)


def route_contacts(area: Area, route: Route) -> tuple[Contact, ...]:
    """Whom to contact for a next step, the first to try first."""
    return tuple(dict.fromkeys(contact for key in route.contacts for contact in numbers_first(area, key)))


def numbers_first(area: Area, key: str) -> tuple[Contact, ...]:
    """A page that finds a number is for areas whose sources state none: elsewhere their own lines take its place."""
    return whom_to_ring(area) if key == "find_council" else lines(area, key)


def own_lines(area: Area, keys: tuple[ContactKey, ...] = SAFEGUARDING) -> tuple[Contact, ...]:
    """What the area's own sources state for a child who may not be safe."""
    return tuple(contact for key in keys for contact in several(area.contacts, key))


def whom_to_ring(area: Area, keys: tuple[ContactKey, ...] = SAFEGUARDING) -> tuple[Contact, ...]:
    """For a child who may not be safe: the area's own lines. Where it states no number among them, also the page that
    finds one, with whatever numbers the area does state."""
    own = own_lines(area, keys)
    if any(contact.phone for contact in own):
        return own
    others = (contact for contact in own_lines(area, NEXT_BEST) if contact.phone)
    return tuple(dict.fromkeys((*own, *lines(area, "find_council"), *others)))


def levels(area: Area) -> tuple[Level, ...]:
    """The area's levels of need in order: its own where it counts its own way, or else levels 1 to 4. Words that its
    sources do not give are the general ones, and `words_source` then names the source of those words."""
    if area.counts_its_own_way:
        return tuple(_described(level, _as_usual(level.usual[0])) for level in area.levels.values())
    return tuple(_described(area.levels.get(number), level) for number, level in sorted(general().levels.items()))


def levels_at(area: Area, lowest: int, highest: int) -> tuple[Level, ...]:
    """The area's levels that answer to a range of the usual ones."""
    asked = {*range(lowest, highest + 1)}
    return tuple(level for level in levels(area) if asked & {*level.usual})


def _as_usual(number: int) -> Level:
    """A usual level's words for an area that counts its own way: they may say more, or less, than its level holds."""
    level = general().levels[str(number)]
    said = {key: f"As most areas’ level {number}: {getattr(level, key)}" for key in ("plain", "practitioner")}
    return level.model_copy(update=said)


def _described(own: Level | None, usual: Level) -> Level:
    level = own or usual
    at = {"usual": level.usual or (int(usual.number),)}
    words = ("name", "plain", "practitioner", "who_responds")
    absent = {key: getattr(usual, key) for key in words if not getattr(level, key)}
    return level.model_copy(update={**at, **absent, "words_source": usual.source} if absent else at)


def levels_note(area: Area) -> str:
    """What to say beside the levels where they are not all the area's own; empty where they are."""
    if area.id == "general":
        return "These are the four levels most areas use. Your area may name or place them differently."
    if area.counts_its_own_way:
        read = ", ".join(f"{level.number} as {' and '.join(map(str, level.usual))}" for level in levels(area))
        return (
            f"{area.name} counts levels its own way, and our tools count four, as most areas do. "
            f"{area.name}’s level is read like this: {read}."
        )
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
