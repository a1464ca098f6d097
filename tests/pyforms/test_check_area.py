"""`python -m pyforms check-area FILE`: every fault of an area file in one go, each with its place and what to do."""

import copy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyforms import areas
from pyforms.areas import check
from pyforms.areas.schema import schema

FOLDER = Path(areas.__file__).parent
TRAFFORD = Path(__file__).with_name("trafford.toml")
FILES = [*sorted(FOLDER.glob("*.toml")), TRAFFORD]

MANY = """\
id = "essex"
name = Essex
version = "1"
updated = 2026-11-27
fixd = true

[sources.hub]
title = "A page"
read = 2026-11-27
review_by = soon

[contacts.safegarding_day]
name = "Priority Line"
phone = "ring us"
source = "hubb"

[contacts.safeguarding_out_of_hours]
name = "Night Line"
web = "javascript:alert(1)"
source = "hub"

[timescales.review]
rule = "every"
amount = 0
unit = "fortnights"
what = "reviews"
folows = "assessment"
source = "hub"

[[routes]]
levels = [7]
situation = "stuck"
contacts = ["nobody"]
source = "hub"

[[routes]]
levels = [2]
situation = "stuck"
text = "Ask."
form = "review"
source = "hub"

[[routes]]
levels = [2]
situation = "stuck"
text = "Ask again."
source = "hub"
"""
FAULTS = (
    (2, "not TOML: invalid value. Correct that line."),
    (5, "fixd: not a key that is known at the top of the file."),
    (10, "not TOML: invalid value. Correct that line."),
    (12, "contacts.safegarding_day: not a key that is known under [contacts]. Did you mean safeguarding_day?"),
    (14, "contacts.safegarding_day.phone: write digits and spaces, such as 01803 208100"),
    (
        15,
        "contacts.safegarding_day.source: 'hubb' is not a source of this area. Add [sources.hubb], or use one of: hub",
    ),
    (19, "contacts.safeguarding_out_of_hours.web: write the whole address, from https:// on"),
    (24, "timescales.review.amount: Input should be greater than or equal to 1. Correct it; it is now 0."),
    (25, "timescales.review.unit: Input should be 'hours', 'days'"),
    (27, "timescales.review.folows: not a key that is known under [timescales.review]."),
    (30, "routes.0.text: missing. Add text = ... under [routes.0]."),
    (31, "routes.0.levels: there is no level 7. Use: 1, 2, 3, 4."),
    (33, "routes.0.contacts: there is no contacts.nobody. Add it, or take it out."),
    (43, "routes.2: level 2, stuck is there already. Keep one."),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_good_file_has_no_fault(file):
    assert check.of_bytes(file.read_bytes(), file.name) == ()


def test_all_faults_of_a_file_are_told_in_one_go_each_with_its_line():
    found = check.of_bytes(MANY.encode(), "essex.toml")
    told = [(int(fault.split(":")[1]), fault.split(": ", 1)[1]) for fault in found]
    assert len(told) == len(FAULTS), "\n".join(found)
    for (line, says), (at, begins) in zip(told, FAULTS, strict=True):
        assert line == at, says
        assert says.startswith(begins), says


@pytest.mark.parametrize(
    ("levels", "fault"),
    [
        ('[levels.5]\nearly_help = false\nsource = "hub"\n', "levels.5.usual: missing. Say which of the usual levels"),
        (
            '[levels.B]\nusual = [2]\nearly_help = true\nsource = "hub"\n',
            "levels: none answers to the usual level 1, 3, 4.",
        ),
        ('[levels.1]\nusual = [9]\nearly_help = true\nsource = "hub"\n', "levels.1.usual.0: Input should be less than"),
    ],
)
def test_levels_of_an_areas_own_say_which_of_the_usual_four_they_are(levels, fault):
    found = check.of_bytes(levels.encode(), "essex.toml")
    assert any(fault in each for each in found), found


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "essex.toml:1: not text in UTF-8. Save the file as UTF-8."),
        (b"", "essex.toml:1: id: missing. Add id = ... at the top of the file."),
        (b"[words", "essex.toml:1: not TOML: expected"),
        (
            b'id = "essex"\n[words\n[contacts.x]\nname = 3\n',
            "essex.toml:4: contacts.x.name: Input should be a valid string",
        ),
        (
            b"contacts = 3\nlevels = 4\nroutes = 5\nsources = 6\n",
            "essex.toml:2: levels: Input should be a valid dictionary",
        ),
    ],
)
def test_a_file_that_is_no_area_at_all_is_answered_too(content, says):
    assert any(fault.startswith(says) for fault in check.of_bytes(content, "essex.toml")), check.of_bytes(
        content, "essex.toml"
    )


def test_a_file_from_windows_is_read():
    assert check.of_bytes(b"\xef\xbb\xbf" + TRAFFORD.read_bytes().replace(b"\n", b"\r\n"), "trafford.toml") == ()


def places(value, path=()):
    yield path
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(each, (*path, key))


GOOD = {file.name: tomllib.loads(file.read_text("utf-8")) for file in FILES}
PLACES = [(name, path) for name, values in GOOD.items() for path in places(values) if path]
JUNK = st.sampled_from([None, 3, 2.5, "", "x", True, [], [[]], {}, {"x": 1}, {"x": {}}, [{}], ["x"], [3]])


@given(st.sampled_from(PLACES), JUNK)
def test_whatever_stands_anywhere_is_answered_in_words(where, junk):
    name, path = where
    values = copy.deepcopy(GOOD[name])
    table = values
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = junk
    for keys, says in check.of_values(values, name):
        assert all(isinstance(key, str) for key in keys)
        assert says.endswith((".", "?", "'")), says


def run(file):
    command = (sys.executable, "-m", "pyforms", "check-area", str(file))
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_ends_with_1_where_there_are_faults(tmp_path):
    file = tmp_path / "essex.toml"
    file.write_text(MANY)
    done = run(file)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"essex.toml: {len(FAULTS)} faults."
    assert "Traceback" not in done.stderr


def test_the_command_says_what_it_did_not_check():
    done = run(TRAFFORD)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Whether it is true is for your safeguarding lead to check." in done.stdout


def test_the_command_names_a_file_that_cannot_be_read(tmp_path):
    done = run(tmp_path / "none.toml")
    assert done.returncode == 2
    assert "cannot be read" in done.stderr


# The schema for editors


def fits(value, shape, whole):
    """Whether a value fits a JSON schema, as far as ours goes."""
    if "$ref" in shape:
        return fits(value, whole["$defs"][shape["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in shape:
        return any(fits(value, each, whole) for each in shape["anyOf"])
    if "enum" in shape or "const" in shape:
        return value in shape.get("enum", [shape.get("const")])
    kinds = shape.get("type", [])
    kind = {dict: "object", list: "array", bool: "boolean", int: "integer"}.get(type(value), "string")
    if kind not in ([kinds] if isinstance(kinds, str) else kinds):
        return False
    if kind == "object":
        known, more = shape.get("properties", {}), shape.get("additionalProperties", False)
        names = shape.get("propertyNames", {}).get("enum")
        return set(shape.get("required", [])) <= {*value} and all(
            fits(each, known.get(key, more), whole) if known.get(key, more) and (not names or key in names) else False
            for key, each in value.items()
        )
    items = shape.get("items") or {"anyOf": shape.get("prefixItems", [])}
    return kind != "array" or all(fits(each, items, whole) for each in value)


@pytest.mark.parametrize("name", GOOD)
def test_every_good_file_fits_the_schema(name):
    assert fits(GOOD[name], schema(), schema())


def test_the_schema_offers_the_keys_that_pages_ask_for_and_none_that_the_program_fills_in():
    made = schema()
    assert {"safeguarding_day", "find_council"} < {*made["properties"]["contacts"]["properties"]}
    assert "number" not in made["$defs"]["Level"]["properties"]
    assert "words_source" not in made["$defs"]["Level"]["properties"]
    assert not fits({**GOOD["kent.toml"], "colour": "blue"}, made, made)
