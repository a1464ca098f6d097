"""What a family's text becomes: the picture with its key, the same in sentences, and files that other programs read."""

from datetime import date

from pyforms.areas import Area
from pyforms.document import Block, Document, Heading, Note, Picture, Plain, Table, bullets, paragraph
from pyforms.form import Result
from pyforms.genogram import gedcom, notation, spoken
from pyforms.genogram.answers import GenogramAnswers
from pyforms.genogram.draw import Drawing, draw
from pyforms.genogram.family import Family, sound
from pyforms.ics import Calendar
from pyforms.wording import day

type Blocks = tuple[Block, ...]
type Files = dict[str, Table | Picture | Calendar | Plain]


def result(answers: GenogramAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - a family is drawn alike everywhere
    on = answers.on or today
    read, faults = notation.read(answers.text)
    family, wrong = sound(read)
    told = (*(f"Line {fault.line}: {fault.message}" for fault in faults), *wrong)
    drawing = draw(family, on, spoken.summary(family))
    picture = Picture(drawing.svg, "Genogram", spoken.summary(family))
    blocks: Blocks = (
        *((Note("warning", "Left out of the picture", (bullets(*told),)),) if told else ()),
        paragraph(f"Ages are on {day(on)}."),
        picture,
        *_why(drawing),
        *_sentences(family, on),
        Heading(2, "The family as text"),
        paragraph(answers.text),
    )
    findings = {"people": len(family.people), "unions": len(family.unions), "faults": list(told)}
    files: Files = {
        "genogram.svg": picture,
        "family.txt": Plain(f"{notation.FIRST_LINE}\n{answers.text}\n"),
        "family.ged": Plain(gedcom.write(family)),
    }
    return Result(findings, Document("Genogram", blocks), files)


def _why(drawing: Drawing) -> Blocks:
    told = [home.why for home in drawing.homes if home.why]
    return (bullets(*told),) if told else ()


def _sentences(family: Family, on: date) -> Blocks:
    found = [block for title, lines in spoken.generations(family, on) for block in (Heading(3, title), bullets(*lines))]
    others = spoken.others(family)
    homes = (Heading(3, "Who lives together, and how people get on"), bullets(*others)) if others else ()
    return (Heading(2, "The picture in words"), *found, *homes)
