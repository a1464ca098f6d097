"""The letter that tells a family's doctor who agreed to which help, with the slip that the doctor sends back.

Source: Doncaster's handbook, "GP Template Letter" and "How to Undertake an Early Help Assessment". It goes only with
agreement of someone who can give it, for every child it names, to telling the one service that is marked as the
family’s doctor. Nothing is enclosed: the whole record is not the doctor’s.
"""

from collections.abc import Iterator
from datetime import date

from pyforms.areas import Area, lookup
from pyforms.consent import kept_from, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Child, Role, YesNo
from pyforms.document import Blank, Document, Heading, paragraph
from pyforms.wording import day, listed, same


def doctors(answers: ConsentAnswers) -> list[Agency]:
    return [each for each in answers.agencies if each.doctor == YesNo.YES]


def why_none(answers: ConsentAnswers, today: date) -> str:
    """The gravest reason why no letter goes; empty where one does."""
    return next(_against(answers, today), "")


def _against(answers: ConsentAnswers, today: date) -> Iterator[str]:
    if said.paper_is_unsafe(answers):
        yield "there may be a risk, and a letter could reach whoever is feared. Take advice on what to share, and how."
    if not said.is_agreed(answers):
        yield "nobody agreed to help."
    if answers.things.sharing != YesNo.YES:
        yield "working with others is not agreed to."
    yield from _not_the_doctor(answers, max(today, answers.day))
    yield from _not_for_all(answers)


def _not_the_doctor(answers: ConsentAnswers, today: date) -> Iterator[str]:
    marked = doctors(answers)
    named = {same(each.name) for each in marked}
    if not marked:
        yield "no service under “Who will know” is marked as the family’s doctor."
    elif len(named) > 1:
        yield "more than one service is marked as the family’s doctor."
    elif any(each.may == YesNo.NO or kept_from.is_contested(answers.agencies, each) for each in marked):
        yield "the family would rather not have the doctor told."
    elif _is_kept_from_them(answers):
        yield "what the family asks to keep private names a doctor. Ask them what they meant, and write it down."
    elif any(each.until and each.until < today for each in marked):
        yield "the time for which the doctor may be told has passed."


def _is_kept_from_them(answers: ConsentAnswers) -> bool:
    by_name = any(kept_from.is_in(answers, each, answers.restrictions) for each in doctors(answers))
    return by_name or kept_from.DOCTOR in kept_from.named(answers.restrictions)


def _not_for_all(answers: ConsentAnswers) -> Iterator[str]:
    if refusing := said.refusing(answers, Role.CHILD):
        yield f"{said.named(answers, refusing)} did not agree. Take advice first."
    if not said.is_alone(answers):
        return
    alone = said.agreeing(answers, Role.CHILD)
    if unsure := [person for person in alone if not said.is_judged_able(answers, person)]:
        yield f"nobody has judged that {said.named(answers, unsure)} can decide this alone."
    own = {same(person.name) for person in alone}
    if others := [child.name for child in answers.children if same(child.name) not in own]:
        yield f"nobody who can decide it agreed for {listed(others)}."


def letter(answers: ConsentAnswers, area: Area, today: date) -> Document:
    worker, doctor = answers.worker, answers.doctor
    practice = doctor.practice or doctors(answers)[0].name
    children = listed(_named(answers, child) for child in answers.children)
    agreed = said.item_by_item(answers)
    who = f"{listed(person.name for person in agreed)} {'has' if len(agreed) == 1 else 'have'}"
    shared = next((each.what for each in doctors(answers) if each.what), "")
    return Document(
        "Letter to the family’s doctor",
        (
            paragraph("\n".join(words for words in (worker.name, worker.job, worker.reach) if words)),
            paragraph("\n".join(words for words in (practice, doctor.address) if words)),
            paragraph(day(today)),
            paragraph(f"About {children}"),
            paragraph(f"{who} agreed to {_help(answers, area, today)}, and to your being told."),
            *((paragraph(f"What they agreed that you may know: {shared}"),) if shared else ()),
            paragraph(
                f"I am the {lookup.word(area, 'lead_role').name} for the family. Please sign the slip below and send "
                "it back to me. If you know something that matters here, and may share it, please get in touch."
            ),
            paragraph(f"{worker.name}\n{worker.job}".strip()),
            Heading(2, "Slip to send back"),
            paragraph(f"I have received the letter about {children}."),
            Blank("Name of the doctor"),
            Blank("Signature and date"),
            Blank("Anything that you may share and that matters here", lines=3),
        ),
    )


def _help(answers: ConsentAnswers, area: Area, today: date) -> str:
    if answers.things.assessment != YesNo.YES:
        return "help from us"
    done = answers.doctor.assessed
    finished = f", which was finished on {day(done)}" if done and done <= today else ", which is being done now"
    return f"an {lookup.word(area, 'assessment').name}{finished}"


def _named(answers: ConsentAnswers, child: Child) -> str:
    known = said.birth(answers, child)
    return f"{child.name}, {known}" if known else child.name
