"""The letter that tells a family's doctor who agreed to which help, with the slip that the doctor sends back.

Source: Doncaster's handbook, "GP Template Letter" and "How to Undertake an Early Help Assessment". It goes only with
agreement, so there is none where the family is not content for the doctor to be told.
"""

from datetime import date

from pyforms.areas import Area, lookup
from pyforms.consent import said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Child, YesNo
from pyforms.consent.record import is_signed
from pyforms.document import Blank, Document, Heading, paragraph
from pyforms.wording import day, listed

DOCTORS = ("gp", "doctor", "doctors", "surgery", "practice", "health centre", "medical")


def may_tell_the_doctor(answers: ConsentAnswers) -> bool:
    """Working with others is agreed to, and the doctor is named among those whom the family is content to tell."""
    doctors = [each.may for each in answers.agencies if _is_doctor(each.name, answers.doctor.practice)]
    agreed = bool(doctors) and all(may == YesNo.YES for may in doctors)
    return said.is_agreed(answers) and answers.things.sharing == YesNo.YES and agreed


def _is_doctor(name: str, practice: str) -> bool:
    words = f" {' '.join(name.casefold().replace('’', ' ').replace('.', ' ').split())} "
    return name.casefold() == practice.casefold() or any(f" {word} " in words for word in DOCTORS)


def letter(answers: ConsentAnswers, area: Area, today: date) -> Document:
    worker, doctor = answers.worker, answers.doctor
    children = listed(_named(answers, child) for child in answers.children)
    agreed = said.agreeing(answers)
    who = f"{listed(person.name for person in agreed)} {'has' if len(agreed) == 1 else 'have'}"
    signed = any(is_signed(person.signature, person.name) for person in agreed)
    shared = next((each.what for each in answers.agencies if _is_doctor(each.name, doctor.practice) and each.what), "")
    return Document(
        "Letter to the family’s doctor",
        (
            paragraph("\n".join(words for words in (worker.name, worker.job, worker.reach) if words)),
            paragraph(
                "\n".join(words for words in (doctor.practice, doctor.address) if words) or "To the family’s doctor"
            ),
            paragraph(day(today)),
            paragraph(f"About {children}"),
            paragraph(f"{who} agreed to {_help(answers, area)}, and to your being told."),
            *((paragraph(f"What they agreed that you may know: {shared}"),) if shared else ()),
            paragraph(
                f"I am the {lookup.word(area, 'lead_role').name} for the family. Please sign the slip below and send "
                "it back to me. If you know something that matters here, and may share it, please get in touch."
            ),
            *((paragraph("A copy of the signed consent comes with this letter."),) if signed else ()),
            paragraph(f"{worker.name}\n{worker.job}".strip()),
            Heading(2, "Slip to send back"),
            paragraph(f"I have received the letter about {children}."),
            Blank("Name of the doctor"),
            Blank("Signature and date"),
            Blank("Anything that you may share and that matters here", lines=3),
        ),
    )


def _help(answers: ConsentAnswers, area: Area) -> str:
    if answers.things.assessment != YesNo.YES:
        return "help from us"
    done = answers.doctor.assessed
    finished = f", which was finished on {day(done)}" if done else ", which is being done now"
    return f"an {lookup.word(area, 'assessment').name}{finished}"


def _named(answers: ConsentAnswers, child: Child) -> str:
    if said.is_unborn(answers, child.name):
        return f"{child.name}, not born yet"
    return f"{child.name}, born {day(child.born)}" if child.born else child.name
