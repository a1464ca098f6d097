"""What a build asks of the area files beyond their shape: every fault in one go, each with its line and a remedy."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import product, takewhile
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from pyforms.areas.keys import USUAL, ContactKey, Situation, WordKey
from pyforms.areas.load import AREA_IDS, FOLDER, AreaInvalid, explain, get, place
from pyforms.areas.lookup import sections, usual
from pyforms.areas.model import Area
from pyforms.areas.shapes import Fact, Shape

type Values = Mapping[str, Any]
type Found = tuple[tuple[str, ...], str]  # the keys that lead to a fault, and what it is with what to do

# The keys by which pages ask for a fact, in the sections where an area may have more of its own.
ASKED_FOR: dict[str, tuple[str, ...]] = {"words": get_args(WordKey), "contacts": get_args(ContactKey)}
OWN = {"words": 'one_of = "lead_role"', "contacts": 'one_of = "early_help_enquiry", or "other"'}
# Where a fact names another one: section, key in it, and the section of what it names.
POINTERS = (
    ("forms", "contact", "contacts"),
    ("timescales", "follows", "timescales"),
    ("routes", "contacts", "contacts"),
    ("routes", "form", "forms"),
    ("routes", "timescale", "timescales"),
)
LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
HEAD = re.compile(r"(\[\[?)([^\[\]]+)\]")
NEAR = 0.75  # how much alike a key and what was meant have to be
MOST = 20  # broken lines that are looked for


def check_all() -> None:
    """Raises AreaInvalid with every fault of every area file, one on a line."""
    files = [Path(FOLDER) / f"{area_id}.toml" for area_id in AREA_IDS]
    faults = [fault for file in files for fault in of_bytes(file.read_bytes(), file.name)]
    faults += [] if faults else incomplete(get("general"))
    if faults:
        raise AreaInvalid("\n".join(faults))


def of_bytes(content: bytes, file: str) -> tuple[str, ...]:
    """Every fault of an area's file, one on a line; `file` is its name."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return (f"{file}:1: not text in UTF-8. Save the file as UTF-8.",)
    values, broken = parsed(text)
    lost = {line.partition("=")[0].strip() for number, _ in broken for line in [text.splitlines()[number - 1]]}
    found = [fault for fault in of_values(values, file) if not _is_lost(fault, lost)]
    lines = text.splitlines()
    told = [*broken, *((line_of(lines, path), f"{'.'.join(path)}: {says}") for path, says in found)]
    return tuple(f"{file}:{number}: {says}" for number, says in sorted(dict.fromkeys(told)))


def _is_lost(fault: Found, lost: set[str]) -> bool:
    """What a broken line held is not also missing."""
    path, says = fault
    return says.startswith("missing.") and bool({path[-1], f"[{'.'.join(path)}]"} & lost)


def parsed(text: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """What can be read of a TOML text, and each line that cannot: it is left out, so that the next ones are found."""
    lines, broken = text.splitlines(), list[tuple[int, str]]()
    while True:
        try:
            return tomllib.loads("\n".join(lines)), broken
        except tomllib.TOMLDecodeError as fault:
            said = LINE.search(str(fault))
            number = int(said[1]) if said and said[1] else len(lines)
            what = LINE.sub("", str(fault))
            broken.append((number, f"not TOML: {what[:1].lower()}{what[1:]}. Correct that line."))
            if len(broken) == MOST or not lines[number - 1].strip():
                return {}, broken
            lines[number - 1] = ""


def of_values(values: Values, file: str) -> tuple[Found, ...]:
    return (*shapes(values), *beyond(values, file))


def shapes(values: Values) -> Iterator[Found]:
    """What is missing, misspelt or of the wrong kind."""
    try:
        Area.model_validate(values)
    except ValidationError as fault:
        for error in fault.errors():
            path = place(error)
            said = explain(error).removeprefix(f"{'.'.join(path)}: ")
            near = get_close_matches(path[-1], _known_keys(), 1, NEAR) if error["type"] == "extra_forbidden" else []
            yield path, f"{said} Did you mean {near[0]}?" if near else said


def _known_keys() -> set[str]:
    waiting, found = [Shape], set[str]()
    while waiting:
        shape = waiting.pop()
        found |= {*shape.model_fields}
        waiting += shape.__subclasses__()
    return found


def beyond(values: Values, file: str) -> Iterator[Found]:
    """What is wrong beyond a file's shape; it is asked of the values, so that a wrong shape hides nothing."""
    if "id" in values and f"{values['id']}.toml" != file:
        yield ("id",), f"is {values['id']!r}. Give it the file's own name."
    yield from unknown_sources(values)
    yield from dangling(values)
    yield from unheard_of(values)
    yield from miscounted(values)
    yield from repeated(values)


def stated(values: Values) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every fact that the values state, with the keys that lead to it."""
    for section in sections():
        value = values.get(section)
        several = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, list) else {}
        facts = {key: fact for key, fact in several.items() if isinstance(fact, dict)}
        if isinstance(value, dict) and not facts:
            yield (section,), value
        yield from (((section, str(key)), fact) for key, fact in facts.items())


def known(values: Values, section: str) -> set[str]:
    """The keys of a section, and what others say that they are one of; the general profile's included."""
    own = _table(values, section)
    return {*getattr(get("general"), section), *own, *(str(fact.get("one_of", "")) for fact in own.values())}


def unknown_sources(values: Values) -> Iterator[Found]:
    own, sources = sorted(_table(values, "sources")), known(values, "sources")
    for path, fact in stated(values):
        source = fact.get("source")
        if isinstance(source, str) and source not in sources:
            use = f"use one of: {', '.join(own)}, or one of the general profile’s"
            yield (*path, "source"), f"{source!r} is not a source of this area. Add [sources.{source}], or {use}."


def dangling(values: Values) -> Iterator[Found]:
    """Facts that name a form, timescale or contact that neither the area nor the general profile has."""
    for path, fact in stated(values):
        for section, key, target in POINTERS:
            named = fact.get(key) if section == path[0] else None
            for each in named if isinstance(named, list) else [named]:
                if isinstance(each, str) and each and each not in known(values, target):
                    yield (*path, key), f"there is no {target}.{each}. Add it, or take it out."


def unheard_of(values: Values) -> Iterator[Found]:
    """Keys of the area's own that do not say what they are one of: most are slips of the pen."""
    for path, fact in stated(values):
        section, key = path[0], path[-1]
        if section in ASKED_FOR and key not in ASKED_FOR[section] and not fact.get("one_of"):
            near = get_close_matches(key, ASKED_FOR[section], 1, NEAR)
            meant = f"Did you mean {near[0]}? " if near else ""
            own = f"If it is the area’s own, say what it is one of, such as {OWN[section]}."
            yield path, f"not a key that is known under [{section}]. {meant}Correct its spelling. {own}"


def miscounted(values: Values) -> Iterator[Found]:
    """Levels that do not say which of the usual four they answer to, and next steps for a level that is not there."""
    levels = _table(values, "levels")
    usual_ones = {*map(str, USUAL)}
    own_way = any(level.get("usual") for level in levels.values()) or not {*levels} <= usual_ones
    if own_way:
        answered = {str(number) for level in levels.values() for number in _listed(level, "usual")}
        for key, level in levels.items():
            if not level.get("usual"):
                yield (
                    ("levels", key, "usual"),
                    "missing. Say which of the usual levels 1 to 4 it is, such as usual = [2].",
                )
        if left := ", ".join(sorted(usual_ones - answered)):
            yield ("levels",), f"none answers to the usual level {left}. Add it to the usual of one of them."
    numbers = {*levels} if own_way else usual_ones
    for path, number in _levels_of_routes(values):
        if number not in numbers:
            yield (*path, "levels"), f"there is no level {number}. Use: {', '.join(sorted(numbers))}."


def repeated(values: Values) -> Iterator[Found]:
    seen = set()
    situations = {path: str(route.get("situation")) for path, route in stated(values)}
    for path, number in _levels_of_routes(values):
        pair = (number, situations[path])
        if pair in seen:
            yield path, f"level {number}, {pair[1]} is there already. Keep one."
        seen.add(pair)


def _levels_of_routes(values: Values) -> Iterator[tuple[tuple[str, ...], str]]:
    for path, route in stated({"routes": values.get("routes")}):
        yield from ((path, str(number)) for number in _listed(route, "levels"))


def _listed(fact: Values, key: str) -> list[Any]:
    return value if isinstance(value := fact.get(key), list) else []


def _table(values: Values, section: str) -> dict[str, dict[str, Any]]:
    """A section's tables, whatever else stands there."""
    found = values.get(section)
    return {key: each for key, each in found.items() if isinstance(each, dict)} if isinstance(found, dict) else {}


def line_of(lines: list[str], path: tuple[str, ...]) -> int:
    """Where a key stands, or else the head of the nearest table around it."""
    heads = [*_heads(lines)]
    start, table = max(
        ((line, names) for line, names in heads if path[: len(names)] == names), key=lambda each: each[1]
    )
    for number, line in enumerate(takewhile(lambda line: not line.startswith("["), lines[start:]), start + 1):
        if path[len(table) :] and re.match(rf"{re.escape(path[len(table)])}\s*=", line):
            return number
    return start or next((line for line, names in heads if path and names[: len(path)] == path), 1)


def _heads(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The line of each table's head with the keys that lead to it; the top of the file first."""
    yield 0, ()
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if head := HEAD.match(line):
            names = tuple(name.strip('" ') for name in head[2].split("."))
            place = (str(seen.setdefault(head[2], 0)),) if head[1] == "[[" else ()
            seen[head[2]] = seen.get(head[2], 0) + 1
            yield number, (*names, *place)


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


def incomplete(general: Area) -> Iterator[str]:
    """The general profile answers for every area, so it has all levels, words and next steps."""
    routes = {(level, route.situation) for route in general.routes for level in usual(general, route)}
    for level, situation in product(USUAL, get_args(Situation)):
        if (level, situation) not in routes:
            yield f"general.toml: routes: level {level}, {situation} is missing. Add it."
    for key in {*get_args(WordKey)} - {*general.words}:
        yield f"general.toml: words.{key}: missing. Add it."
    for number in {*map(str, USUAL)} - {*general.levels}:
        yield f"general.toml: levels.{number}: missing. Add it."
