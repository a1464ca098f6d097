"""A thin command line over the forms.

python -m pyforms examples threshold
python -m pyforms submit threshold --area torbay < answers.json
python -m pyforms export threshold --area torbay --format pdf < answers.json > threshold.pdf
python -m pyforms find threshold "won't get out of bed for school"
python -m pyforms open saved-file.html
python -m pyforms check-area essex.toml
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import pyforms
from pyforms import areas, document
from pyforms.areas import check
from pyforms.exporters import UnknownFormat
from pyforms.form import Json
from pyforms.product import product


class Misused(Exception):
    """The command was not given what it needs; the message is for whoever typed it."""


def main() -> int:
    given = _arguments()
    try:
        COMMANDS[given.command](given)
    except areas.AreaInvalid as invalid:
        print(invalid, file=sys.stderr)
        return 1
    except (Misused, UnknownFormat) as fault:
        print(fault, file=sys.stderr)
        return 2
    except pyforms.AnswersInvalid as invalid:
        print(*(f"{path}: {message}" for path, message in invalid.errors), sep="\n", file=sys.stderr)
        return 1
    except pyforms.CannotOpen as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m pyforms", description=f"The forms of the {product().name}")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("submit", "export"):
        command = commands.add_parser(name, help="reads answers as JSON from standard input")
        command.add_argument("form", choices=pyforms.FORM_IDS)
        command.add_argument("--area", default=product().area, choices=areas.AREA_IDS)
        command.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 - the user's own day
        if name == "export":
            command.add_argument("--format", default="html")
    commands.add_parser("examples", help="a form's named examples").add_argument("form", choices=pyforms.FORM_IDS)
    find = commands.add_parser("find", help="the entries that a worry in ordinary words belongs to")
    find.add_argument("form", choices=pyforms.FORM_IDS)
    find.add_argument("text")
    commands.add_parser("open", help="the answers in a saved file").add_argument("file", type=Path)
    commands.add_parser("check-area", help="every fault of an area file").add_argument("file", type=Path)
    return parser.parse_args()


def _submit(given: argparse.Namespace) -> None:
    result = pyforms.submit(given.form, _answers(), given.area, given.today)
    _print({"findings": result.findings, "document": document.as_json(result.document)})


def _export(given: argparse.Namespace) -> None:
    sys.stdout.buffer.write(pyforms.export(given.form, _answers(), given.area, given.today, given.format))


def _examples(given: argparse.Namespace) -> None:
    _print(
        [
            {"name": each.name, "title": each.title, "area": each.area, "answers": each.answers}
            for each in pyforms.examples(given.form)
        ]
    )


def _find(given: argparse.Namespace) -> None:
    helpers = pyforms.get(given.form).helpers
    if "find" not in helpers:
        raise Misused(f"The form {given.form} has nothing to find by words")
    _print(helpers["find"](given.text))


def _open(given: argparse.Namespace) -> None:
    _print(pyforms.open_saved(_content(given.file)).model_dump(mode="json"))


def _check_area(given: argparse.Namespace) -> None:
    faults = check.of_bytes(_content(given.file), given.file.name)
    if faults:
        counted = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise areas.AreaInvalid("\n".join((*faults, f"{given.file.name}: {counted}.")))
    print(f"{given.file.name}: no fault in its form. Whether it is true is for your safeguarding lead to check.")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Misused(f"{file} cannot be read: {fault.strerror}") from fault


def _answers() -> Json:
    try:
        answers: Json = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError) as fault:
        raise Misused("Standard input holds no answers in JSON") from fault
    return answers


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


COMMANDS = {
    "submit": _submit,
    "export": _export,
    "examples": _examples,
    "find": _find,
    "open": _open,
    "check-area": _check_area,
}

if __name__ == "__main__":
    sys.exit(main())
