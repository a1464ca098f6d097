"""What a build asks of the area files beyond their shape: that everything they point to exists."""

from collections.abc import Iterator
from itertools import product
from typing import get_args

from pyforms.areas.keys import Situation, WordKey
from pyforms.areas.load import AREA_IDS, AreaInvalid, get
from pyforms.areas.measures import Timescale
from pyforms.areas.model import Area
from pyforms.areas.shapes import Fact, FormToUse, Route


def check_all() -> None:
    """Raises AreaInvalid with every mistake in every area file, one on a line."""
    areas = [get(area_id) for area_id in AREA_IDS]
    faults = [fault for area in areas for fault in (*unknown_sources(area), *dangling(area), *repeated(area))]
    faults += incomplete(get("general"))
    if faults:
        raise AreaInvalid("\n".join(faults))


def facts(area: Area) -> Iterator[tuple[str, Fact]]:
    """Every fact of an area with its key, such as ("timescales.review", Timescale)."""
    for section in type(area).model_fields:
        value = getattr(area, section)
        if isinstance(value, Fact):
            yield section, value
        elif isinstance(value, tuple):
            yield from ((f"{section}.{i}", fact) for i, fact in enumerate(value))
        elif isinstance(value, dict):
            yield from ((f"{section}.{k}", fact) for k, fact in value.items() if isinstance(fact, Fact))


def unknown_sources(area: Area) -> Iterator[str]:
    known = {**get("general").sources, **area.sources}
    for key, fact in facts(area):
        if fact.source not in known:
            yield (
                f"{area.id}.toml: {key}.source: {fact.source!r} is not a source of this area. "
                f"Add [sources.{fact.source}], or use one of: {', '.join(known)}."
            )


def dangling(area: Area) -> Iterator[str]:
    """Routes and forms that name a form, timescale or contact that neither the area nor general has."""
    for key, fact in facts(area):
        for section, target in pointers(fact):
            if target not in {**getattr(get("general"), section), **getattr(area, section)}:
                yield f"{area.id}.toml: {key}: there is no {section}.{target}. Add it, or take it out."


def pointers(fact: Fact) -> Iterator[tuple[str, str]]:
    """The (section, key) pairs that a fact points to."""
    if isinstance(fact, FormToUse) and fact.contact:
        yield "contacts", fact.contact
    if isinstance(fact, Timescale) and fact.follows:
        yield "timescales", fact.follows
    if isinstance(fact, Route):
        yield from (("contacts", contact) for contact in fact.contacts)
        yield from [("forms", fact.form)] if fact.form else []
        yield from [("timescales", fact.timescale)] if fact.timescale else []


def repeated(area: Area) -> Iterator[str]:
    seen = set()
    for i, route in enumerate(area.routes):
        for pair in product(route.levels, [route.situation]):
            if pair in seen:
                yield f"{area.id}.toml: routes.{i}: level {pair[0]}, {pair[1]} is there already. Keep one."
            seen.add(pair)


def incomplete(general: Area) -> Iterator[str]:
    """The general profile answers for every area, so it has all levels, words and next steps."""
    routes = {pair for r in general.routes for pair in product(r.levels, [r.situation])}
    for level, situation in product((1, 2, 3, 4), get_args(Situation)):
        if (level, situation) not in routes:
            yield f"general.toml: routes: level {level}, {situation} is missing. Add it."
    for key in {*get_args(WordKey)} - {*general.words}:
        yield f"general.toml: words.{key}: missing. Add it."
    for number in {1, 2, 3, 4} - {*general.levels}:
        yield f"general.toml: levels.{number}: missing. Add it."
