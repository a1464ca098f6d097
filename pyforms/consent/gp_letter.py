"""The letter that tells a family's doctor that Early Help is involved, with the slip that the doctor sends back.

Source: Doncaster's handbook, "GP Template Letter" and "How to Undertake an Early Help Assessment". It goes only with
consent, so there is none where the family has not agreed to sharing with the doctor.
"""

from datetime import date

from pyforms.areas import Area, lookup
from pyforms.consent.answers import NO_CONSENT, ConsentAnswers, YesNo
from pyforms.document import Blank, Document, Heading, paragraph
from pyforms.wording import day, listed

DOCTORS = ("gp", "doctor", "doctors", "surgery", "practice", "health centre", "medical")


def may_tell_the_doctor(answers: ConsentAnswers) -> bool:
    """Sharing is agreed, and the doctor is named among those who may be told."""
    doctors = [each.may for each in answers.agencies if _is_doctor(each.name, answers.doctor.practice)]
    agreed = bool(doctors) and all(may == YesNo.YES for may in doctors)
    return answers.decision not in NO_CONSENT and answers.things.sharing == YesNo.YES and agreed


def _is_doctor(name: str, practice: str) -> bool:
    words = f" {' '.join(name.casefold().replace('’', ' ').replace('.', ' ').split())} "
    return name.casefold() == practice.casefold() or any(f" {word} " in words for word in DOCTORS)


def letter(answers: ConsentAnswers, area: Area, today: date) -> Document:
    worker, doctor = answers.worker, answers.doctor
    children = listed(_named(child.name, child.born) for child in answers.children)
    assessment = lookup.word(area, "assessment").name
    done = f"It was finished on {day(doctor.assessed)}." if doctor.assessed else "It is being done now."
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
            paragraph(f"The family has agreed to an {assessment} and to your being told. {done}"),
            *((paragraph(f"What the family agreed that you may know: {shared}"),) if shared else ()),
            paragraph(
                f"I am the {lookup.word(area, 'lead_role').name} for the family. Please sign the slip below and send "
                "it back to me. If you know something that matters here, and may share it, please get in touch."
            ),
            paragraph("A copy of the signed consent comes with this letter."),
            paragraph(f"{worker.name}\n{worker.job}".strip()),
            Heading(2, "Slip to send back"),
            paragraph(f"I have received the letter about {children}."),
            Blank("Name of the doctor"),
            Blank("Signature and date"),
            Blank("Anything that you may share and that matters here", lines=3),
        ),
    )


def _named(name: str, born: date | None) -> str:
    return f"{name}, born {day(born)}" if born else name
