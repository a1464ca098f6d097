"""What a family's text becomes: the picture with its key, the same in sentences, and files that other programs read."""

from datetime import date

from pyforms.areas import Area
from pyforms.document import Block, Document, Heading, Note, Picture, Plain, Table, bullets, paragraph
from pyforms.form import Result
from pyforms.genogram import gedcom, notation, spoken
from pyforms.genogram.account import Account, account
from pyforms.genogram.answers import GenogramAnswers
from pyforms.genogram.draw import Drawing, draw
from pyforms.genogram.family import Family
from pyforms.genogram.signs import FROM
from pyforms.genogram.ties import name
from pyforms.ics import Calendar
from pyforms.wording import day

type Blocks = tuple[Block, ...]
type Files = dict[str, Table | Picture | Calendar | Plain]


def result(answers: GenogramAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - a family is drawn alike everywhere
    on = answers.on or today
    found = account(answers.text)
    family = found.family
    drawing = draw(family, on, found.summary, found.short)
    picture = Picture(drawing.svg, "Genogram", found.summary)
    blocks: Blocks = (
        *(
            (Note("warning", "Not in the picture yet, or to check", (bullets(*found.problems),)),)
            if found.problems
            else ()
        ),
        paragraph(f"Ages are on {day(on)}."),
        picture,
        *_why(drawing),
        *_sentences(family, on),
        *_taken_in(found, answers.text),
        Heading(2, "The family as text"),
        paragraph(answers.text),
    )
    findings = {
        "people": len(family.people),
        "unions": len(family.unions),
        "faults": list(found.problems),
        "taken": list(found.taken),
    }
    files: Files = {
        "genogram.svg": picture,
        "family.txt": Plain(f"{notation.FIRST_LINE}\n{answers.text}\n"),
        "family.ged": Plain(gedcom.write(family, found.short)),
    }
    return Result(findings, Document("Genogram", blocks), files)


def _taken_in(found: Account, text: str) -> Blocks:
    people = spoken.told_apart(found.family).people.values()
    notes = [f"{name(person)}: {person.noted}" for person in people if person.notes]
    came = [line.removeprefix("# ") for line in text.splitlines() if line.startswith(FROM)]
    whole = "Every line was read" + ("; how, and what has no sign, stands below." if notes or found.taken else ".")
    above = f"What is not in it, or has to be checked, stands above the picture: {found.in_all:,} in all."
    return (
        Heading(2, "What this picture took in, and what it did not"),
        paragraph(f"{found.taken_in} {above if found.problems else whole}"),
        *((bullets(*came),) if came else ()),
        *((paragraph("Kept in words, not drawn:"), bullets(*notes)) if notes else ()),
        *(
            (paragraph("Read in this way. Change it if you meant something else:"), bullets(*found.taken))
            if found.taken
            else ()
        ),
    )


def _why(drawing: Drawing) -> Blocks:
    told = [home.why for home in drawing.homes if home.why]
    return (bullets(*told),) if told else ()


def _sentences(family: Family, on: date) -> Blocks:
    found = [block for title, lines in spoken.generations(family, on) for block in (Heading(3, title), bullets(*lines))]
    others = spoken.others(family)
    homes = (Heading(3, "Who lives together, and how people get on"), bullets(*others)) if others else ()
    return (Heading(2, "The picture in words"), *found, *homes)
