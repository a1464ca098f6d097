"""The consent record, for the file: what was decided, by whom, what may be shared, and what is still to do."""

from collections.abc import Iterator
from datetime import date

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.consent.answers import (
    NO_CONSENT,
    Competence,
    ConsentAnswers,
    Decision,
    How,
    Judged,
    Person,
    Risk,
    Role,
    Signing,
    YesNo,
    agreeing,
)
from pyforms.consent.signature import picture
from pyforms.document import Blank, Block, Facts, Heading, Note, Paragraph, Table, bullets, paragraph, text
from pyforms.wording import day, same

type Blocks = tuple[Block, ...]

ADULT_FOR_CONSENT = 16  # Doncaster’s handbook, frequent questions: "Can a child under 16 consent…?"
NOT_ASKED = "Not asked"
THINGS = {
    "support": "Getting support",
    "assessment": "An Early Help Assessment",
    "sharing": "Sharing information with the people listed",
    "all_services": "Every service that works with the family may see the record",
}
WEIGHED = {
    "maturity": "Age and maturity",
    "issue": "Understands the issue",
    "risks": "Understands the risks and what may follow",
    "advice": "Understands the advice",
    "alternatives": "Knows of other ways",
    "reasons": "Explains their reasons",
    "pressure": "Free from pressure, stress, ill health",
}


def blocks(answers: ConsentAnswers, area: Area) -> Blocks:
    return (
        *without_consent(answers, area),
        *_to_do(answers),
        _basics(answers),
        Heading(2, "Who was asked"),
        _people(answers),
        *_by_word_of_mouth(answers),
        Heading(2, "What is agreed, each on its own"),
        _things(answers),
        *_agencies(answers),
        *_competence(answers),
        *_going_ahead(answers),
        Heading(2, "Signatures"),
        *(block for person in answers.people for block in _signature(person)),
        *_rule(area),
    )


def without_consent(answers: ConsentAnswers, area: Area) -> Blocks:
    """Two roads that must not be mixed up: keep helping within your agency, or the safeguarding route."""
    risk = answers.without.risk
    if risk == Risk.YES:
        return (
            Note(
                "danger",
                "A child may be at risk of significant harm",
                (*_safeguarding(answers), calls.practitioners_lines(area)),
            ),
        )
    if risk == Risk.UNSURE:
        words = "You are not sure about the risk. Ask for advice today, and do not wait for consent to ask:"
        return (Note("warning", "Check the risk first", (paragraph(words), calls.practitioners_lines(area))),)
    if answers.decision in NO_CONSENT:
        refusal = lookup.rule(area, "refusal")
        words = (
            "Keep helping the child and family from within your own agency, and keep the offer open. Share nothing "
            "outside it."
        )
        asked = (paragraph(f"{refusal.text} ({lookup.source_of(area, refusal).title})"),) if refusal else ()
        return (Note("information", "No consent: keep helping within your agency", (paragraph(words), *asked)),)
    return ()


def _safeguarding(answers: ConsentAnswers) -> tuple[Paragraph, ...]:
    tell = (
        "You wrote that asking or telling the family would add to the risk, so consent may be by-passed. "
        "Do not tell them first."
        if answers.without.asking_adds == YesNo.YES
        else "Tell the family that you will ring, unless that would put a child at more risk. "
        "You do not need their consent."
    )
    return (paragraph("Ring now. Consent must not hold this up."), paragraph(tell))


def flags(answers: ConsentAnswers) -> tuple[str, ...]:
    """What is still to do. It sends nobody to ask or tell anyone where that may not be safe."""
    if answers.without.risk == Risk.YES or answers.without.asking_adds == YesNo.YES:
        return ()
    return (*_with_people(answers), *_in_the_record(answers))


def _with_people(answers: ConsentAnswers) -> Iterator[str]:
    if answers.privacy == YesNo.NO:
        yield "Give the privacy notice as soon as possible, and write down when."
    for person in answers.people:
        if person.how == How.VERBAL:
            yield f"Ask {person.name} in writing when you can: this was by word of mouth."
    for child in _unheard(answers):
        yield f"Ask {child}: only they can say, in their own way, what they think."
    if any(person.signature.how == Signing.PAPER for person in answers.people):
        yield "Get the signatures on the printed page."


def _in_the_record(answers: ConsentAnswers) -> Iterator[str]:
    for name in _unweighed(answers):
        yield f"Write down what you weighed before {name} decided alone."
    for each in answers.competence:
        if each.judged != Judged.YES:
            yield f"Get advice before you rely on {each.name}’s decision."
    if answers.decision not in NO_CONSENT:
        yield from (f"Ask about this on its own: {words.lower()}." for words in _not_asked(answers))
        if answers.ask_again is None:
            yield "Agree when you will ask again."
    if answers.things.sharing == YesNo.YES and not answers.agencies:
        yield "Sharing is agreed, and nobody is named. Name who may be told."


def _not_asked(answers: ConsentAnswers) -> list[str]:
    return [THINGS[key] for key in ("support", "assessment", "sharing") if getattr(answers.things, key) is None]


def _unheard(answers: ConsentAnswers) -> list[str]:
    heard = {same(person.name) for person in answers.people}
    return [child.name for child in answers.children if same(child.name) not in heard]


def _unweighed(answers: ConsentAnswers) -> list[str]:
    """Young people on whose word alone the record rests, without what was weighed."""
    if answers.decision != Decision.CHILD:
        return []
    weighed = {same(each.name) for each in answers.competence}
    young = [each for each in agreeing(answers, Role.CHILD) if each.age is None or each.age < ADULT_FOR_CONSENT]
    return [each.name for each in young if same(each.name) not in weighed]


def _to_do(answers: ConsentAnswers) -> Blocks:
    found = flags(answers)
    return (Note("warning", "Still to do", (bullets(*found),)),) if found else ()


def _basics(answers: ConsentAnswers) -> Facts:
    worker = ", ".join(words for words in (answers.worker.name, answers.worker.job, answers.worker.reach) if words)
    rows = (
        ("What was decided", answers.decision.label),
        ("What changes", answers.changed),
        ("Date", day(answers.day)),
        ("The help", answers.purpose),
        ("Children", ", ".join(_child(child.name, child.born) for child in answers.children)),
        ("Privacy notice given", answers.privacy.label),
        ("Ask again on", day(answers.ask_again) if answers.ask_again else ""),
        ("Recorded by", worker),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _child(name: str, born: date | None) -> str:
    return f"{name} (born {day(born)})" if born else name


def _people(answers: ConsentAnswers) -> Table:
    rows = tuple(
        (
            person.name,
            ", ".join(
                words
                for words in (person.role.label, person.relationship, f"{person.age}" if person.age is not None else "")
                if words
            ),
            person.answer.label,
            person.how.label if person.how else person.why_not_asked,
        )
        for person in answers.people
    )
    return Table("What each person said", ("Name", "Who they are", "Answer", "How, or why not"), rows)


def _by_word_of_mouth(answers: ConsentAnswers) -> Blocks:
    heard = [person for person in answers.people if person.how == How.VERBAL and person.heard_on]
    rows = tuple(
        (person.name, person.heard_by, day(person.heard_on) if person.heard_on else "", person.why_not_written)
        for person in heard
    )
    return (Table("Given by word of mouth", ("Who", "Heard by", "When", "Why not in writing"), rows),) if rows else ()


def _things(answers: ConsentAnswers) -> Facts:
    given = {key: getattr(answers.things, key) for key in THINGS}
    return Facts(tuple((words, text(given[key].label if given[key] else NOT_ASKED)) for key, words in THINGS.items()))


def _agencies(answers: ConsentAnswers) -> Blocks:
    rows = tuple(
        (each.name, each.may.label, each.what, day(each.until) if each.until else "No end date")
        for each in answers.agencies
    )
    table = (Table("Who may be told, and who may not", ("Who", "May be told", "What", "Until"), rows),) if rows else ()
    limits = (Facts((("Not to be shared", text(answers.restrictions)),)),) if answers.restrictions else ()
    return (*table, *limits)


def _competence(answers: ConsentAnswers) -> Blocks:
    return tuple(block for each in answers.competence for block in _weighed(each))


def _weighed(each: Competence) -> Blocks:
    rows = (
        ("The decision", each.decision),
        *((words, getattr(each, key) or "Not written down yet") for key, words in WEIGHED.items()),
        ("Judgement", each.judged.label if each.judged else "Not made yet"),
        ("Judged by", each.judged_by or "Not written down yet"),
    )
    note = (
        "For this decision only. Consent under pressure is not valid, and a child’s consent does not reach what they "
        "may tell about adults."
    )
    return (
        Heading(2, f"{each.name} decides alone"),
        Facts(tuple((term, text(words)) for term, words in rows)),
        paragraph(note),
    )


def _going_ahead(answers: ConsentAnswers) -> Blocks:
    without = answers.without
    rows = (
        ("Risk of significant harm", without.risk.label if without.risk else ""),
        ("Asking would add to the risk", without.asking_adds.label if without.asking_adds else ""),
        ("Going ahead without consent", without.going_ahead.label if without.going_ahead else ""),
        ("Reason", without.reason),
        ("Decided by", without.decided_by),
    )
    known = tuple((term, text(words)) for term, words in rows if words)
    return (Heading(2, "Without consent"), Facts(known)) if known else ()


def _signature(person: Person) -> Blocks:
    signed = person.signature
    if signed.how == Signing.DRAWN:
        return (paragraph(f"{person.name}, signed on the screen:"), picture(signed.drawn, person.name))
    if signed.how == Signing.TYPED:
        return (
            paragraph(f"{person.name}: typed “{signed.typed}” as their signature, to say that this is their answer."),
        )
    return (Blank(f"Signature of {person.name}, and date"),)


def _rule(area: Area) -> Blocks:
    rule = lookup.consent(area) or lookup.rule(area, "consent")
    if rule is None:
        return ()
    return (Heading(2, f"What {area.name} asks for"), paragraph(f"{rule.text} ({lookup.source_of(area, rule).title})"))
