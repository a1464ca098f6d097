"""The consent record, for the file: who said what about help, who will know, why, and what is still to do.

It states what each person said, never more: a decision that sums people up stands only where nobody said otherwise.
"""

from collections.abc import Iterator
from datetime import date

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.consent import asks, law, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import (
    Answer,
    Basis,
    Child,
    Competence,
    Decision,
    How,
    Judged,
    Person,
    Risk,
    Role,
    Signature,
    Signing,
    YesNo,
)
from pyforms.consent.signature import is_drawn, is_name_of, is_typed, picture
from pyforms.document import Blank, Block, Details, Facts, Heading, Note, Paragraph, Table, bullets, paragraph, text
from pyforms.wording import day, listed, same

type Blocks = tuple[Block, ...]

NOT_ASKED = "Not asked"
THINGS = {
    "support": "Getting support",
    "assessment": "An Early Help Assessment",
    "sharing": "Working with the people listed",
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
        *without_agreement(answers, area),
        *_to_do(answers),
        _basics(answers),
        Heading(2, "Who said what about help"),
        _people(answers),
        *_by_word_of_mouth(answers),
        Heading(2, "What is agreed to, each on its own"),
        *_things(answers),
        *_taken_back(answers),
        Heading(2, "Who will know"),
        *_agencies(answers),
        Heading(2, "Why information may be used and shared"),
        Facts(tuple((term, text(words)) for term, words in law.for_record(answers))),
        paragraph(law.DUTY),
        *_competence(answers),
        *_going_ahead(answers),
        Heading(2, "Signatures"),
        *_signatures(answers),
        *_rule(area),
        *_took_in(answers),
    )


def without_agreement(answers: ConsentAnswers, area: Area) -> Blocks:
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
    if said.asking_is_unsafe(answers):
        words = (
            "You wrote that asking or telling the family could put a child at more risk. Do not ask or tell them "
            "first. Get advice today:"
        )
        lines = (paragraph(words), calls.practitioners_lines(area))
        return (Note("warning", "Do not ask or tell the family first", lines),)
    if risk == Risk.UNSURE:
        words = "You are not sure about the risk. Ask for advice today, and do not wait for anyone’s yes to ask:"
        return (Note("warning", "Check the risk first", (paragraph(words), calls.practitioners_lines(area))),)
    if not said.is_agreed(answers):
        refusal = lookup.rule(area, "refusal")
        words = (
            "Keep helping the child and family from within your own agency, and keep the offer open. Without a yes "
            "there is no Early Help Assessment and no team. A no to help does not settle what you may have to share: "
            "see “Why information may be used and shared”."
        )
        asked = (paragraph(f"{refusal.text} ({lookup.source_of(area, refusal).cited})"),) if refusal else ()
        return (Note("information", "Nobody agrees: keep helping within your agency", (paragraph(words), *asked)),)
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
    if said.asking_is_unsafe(answers):
        return ()
    return (*_with_people(answers), *_in_the_record(answers))


def _with_people(answers: ConsentAnswers) -> Iterator[str]:
    if answers.privacy == YesNo.NO:
        yield "Give the privacy notice as soon as possible, and write down when."
    if answers.told != YesNo.YES:
        yield "Tell them that information must sometimes be shared without their yes: what, with whom and why."
    for person in said.agreeing(answers):
        if person.how == How.VERBAL and _is_old_enough_to_sign(answers, person):
            yield f"Ask {person.name} in writing when you can: this yes was by word of mouth."
    for person in said.refusing(answers):
        if said.is_agreed(answers):
            yield f"{person.name} did not agree: find out why, and write down how that was weighed."
    for child in _unheard(answers):
        yield f"Ask {child}: only they can say, in their own way, what they think."
    if any(person.signature.how == Signing.PAPER for person in said.agreeing(answers)):
        yield "Get the signatures on the printed page."
    if answers.restrictions and len(said.agreeing(answers, Role.PARENT)) > 1:
        yield "Before both parents get the page to keep, check that nothing on it is private to one of them."


def _in_the_record(answers: ConsentAnswers) -> Iterator[str]:
    if answers.basis in (None, Basis.NOT_KNOWN):
        yield "Ask your data protection lead which lawful basis your agency uses. It is not the family’s yes to help."
    for person in _undecided(answers):
        yield f"Write down what you weighed before {person.name} decided alone."
    for each in answers.competence:
        if each.judged != Judged.YES:
            yield f"Get advice before you rely on {each.name}’s decision."
    if said.is_agreed(answers):
        yield from (f"Ask about this on its own: {words.lower()}." for words in _not_asked(answers))
        if answers.ask_again is None:
            yield "Agree when you will ask again."
    if answers.things.sharing == YesNo.YES and not answers.agencies:
        yield "Working with others is agreed, and nobody is named. Name who will know."


def _is_old_enough_to_sign(answers: ConsentAnswers, person: Person) -> bool:
    """A small child’s yes is a view, told in play or in words; nobody is sent to have it signed."""
    years = said.age(answers, person)
    return person.role == Role.PARENT or (years is not None and years >= said.RARELY_ALONE)


def _not_asked(answers: ConsentAnswers) -> list[str]:
    return [THINGS[key] for key in ("support", "assessment", "sharing") if getattr(answers.things, key) is None]


def _unheard(answers: ConsentAnswers) -> list[str]:
    heard = {same(person.name) for person in answers.people} | {same(name) for name in said.unborn(answers)}
    return [child.name for child in answers.children if same(child.name) not in heard]


def _undecided(answers: ConsentAnswers) -> list[Person]:
    """Young people on whose word alone the help rests, without what was weighed."""
    weighed = {same(each.name) for each in answers.competence}
    alone = said.agreeing(answers, Role.CHILD) if said.is_alone(answers) else []
    return [each for each in alone if not said.is_judged_able(answers, each) and same(each.name) not in weighed]


def _to_do(answers: ConsentAnswers) -> Blocks:
    found = flags(answers)
    return (Note("warning", "Still to do", (bullets(*found),)),) if found else ()


def _basics(answers: ConsentAnswers) -> Facts:
    worker = ", ".join(words for words in (answers.worker.name, answers.worker.job, answers.worker.reach) if words)
    rows = (
        ("What people said", said.sentence(answers)),
        ("Decides alone", _alone(answers)),
        ("Chosen on the form", answers.decision.label if said.is_so(answers) else ""),
        ("What changes", answers.changed),
        ("Date", day(answers.day)),
        ("The help", answers.purpose),
        ("Children", ", ".join(_child(answers, child) for child in answers.children)),
        ("Ask again on", day(answers.ask_again) if answers.ask_again else ""),
        ("Recorded by", worker),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _alone(answers: ConsentAnswers) -> str:
    """For each young person on whom the help rests: whether anyone has judged that they can decide it."""
    if not said.is_alone(answers):
        return ""
    return " ".join(_may_decide(answers, person) for person in said.agreeing(answers, Role.CHILD))


def _may_decide(answers: ConsentAnswers, person: Person) -> str:
    years = said.age(answers, person)
    if years is not None and years >= said.ADULT_FOR_CONSENT:
        return f"{person.name} is {years}, and at that age mostly decides alone."
    if not said.is_judged_able(answers, person):
        return f"Nobody has written down a judgement that {person.name} can decide this alone. Do not rely on it yet."
    rare = (
        " Under 13 that is rare: ask your safeguarding lead." if years is not None and years < said.RARELY_ALONE else ""
    )
    unknown = " Their age is not written down." if years is None else ""
    return f"{person.name} was judged able to make this decision: see below.{rare}{unknown}"


def _child(answers: ConsentAnswers, child: Child) -> str:
    if said.is_unborn(answers, child.name):
        due = child.due or child.born
        return f"{child.name} (not born yet{f', due {day(due)}' if due else ''})"
    return f"{child.name} (born {day(child.born)})" if child.born else child.name


def _people(answers: ConsentAnswers) -> Table:
    asked = said.born(answers)
    rows = tuple(
        (
            person.name,
            ", ".join(words for words in (person.role.label, person.relationship, _years(answers, person)) if words),
            person.answer.label,
            (person.how.label if person.how and person.answer != Answer.NOT_ASKED else "") or person.why_not_asked,
        )
        for person in asked
    )
    nobody = tuple((name, "Child", "Not born yet", "Nobody speaks in its name") for name in said.unborn(answers))
    return Table("What each person said", ("Name", "Who they are", "Answer", "How, or why not"), (*rows, *nobody))


def _years(answers: ConsentAnswers, person: Person) -> str:
    years = said.age(answers, person)
    return "" if years is None else f"aged {years}"


def _by_word_of_mouth(answers: ConsentAnswers) -> Blocks:
    rows = tuple(
        (person.name, person.answer.label, person.heard_by, day(person.heard_on), person.why_not_written)
        for person in said.born(answers)
        if person.is_heard and person.heard_on
    )
    columns = ("Who", "Answer", "Heard by", "When", "Why not in writing")
    return (Table("By word of mouth", columns, rows),) if rows else ()


def _things(answers: ConsentAnswers) -> Blocks:
    if not said.is_agreed(answers):
        return (paragraph("Nobody agrees to help."),)
    given = {key: getattr(answers.things, key) for key in THINGS}
    rows = tuple((words, text(given[key].label if given[key] else NOT_ASKED)) for key, words in THINGS.items())
    return (paragraph(f"Said by {said.named(answers, said.agreeing(answers))}."), Facts(rows))


def _taken_back(answers: ConsentAnswers) -> Blocks:
    back = [person for person in said.refusing(answers) if person.answer == Answer.TAKES_BACK]
    if answers.decision != Decision.WITHDRAWN and not back:
        return ()
    whose = f"Taken back by {said.named(answers, back)}" if back else "Taken back"
    return (Heading(2, whose), *law.stops(answers))


def _agencies(answers: ConsentAnswers) -> Blocks:
    rows = tuple(
        (each.name, each.may.label, each.what, day(each.until) if each.until else "No end date")
        for each in answers.agencies
    )
    columns = ("Who", "The family is content", "What", "Until")
    table = (Table("Who will know, and whom the family would rather not tell", columns, rows),) if rows else ()
    limits = (
        (Facts((("The family asks to keep private", text(answers.restrictions)),)),) if answers.restrictions else ()
    )
    wish = (
        "Keep to what the family wishes wherever you can. Where you may have to share against it, weigh that, tell "
        "them first unless that could put someone in danger, and write down why."
    )
    return (
        *(table or (paragraph("Nobody is named."),)),
        *limits,
        *(() if said.asking_is_unsafe(answers) else (paragraph(wish),)),
    )


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
        Heading(2, f"What was weighed: {each.name}"),
        Facts(tuple((term, text(words)) for term, words in rows)),
        paragraph(note),
    )


def _going_ahead(answers: ConsentAnswers) -> Blocks:
    without = answers.without
    rows = (
        ("Risk of significant harm", without.risk.label if without.risk else ""),
        ("Asking would add to the risk", without.asking_adds.label if without.asking_adds else ""),
        ("Going ahead without agreement", without.going_ahead.label if without.going_ahead else ""),
        ("Reason", without.reason),
        ("Decided by", without.decided_by),
    )
    known = tuple((term, text(words)) for term, words in rows if words)
    return (Heading(2, "Without agreement"), Facts(known)) if known else ()


def _signatures(answers: ConsentAnswers) -> Blocks:
    worker = answers.worker
    line = f"Signature of {worker.name}, who made this record, and date"
    asked = [person for person in said.born(answers) if person.answer != Answer.NOT_ASKED]
    return (
        *(block for person in asked for block in _signature(answers, person)),
        *_mark(worker.signature, worker.name, answers.day),
        *(() if is_signed(worker.signature, worker.name) else (Blank(line),)),
    )


def _signature(answers: ConsentAnswers, person: Person) -> Blocks:
    """A mark that was made, or a line for whoever agreed and can sign. Nobody who said no gets a line for a yes."""
    marked = _mark(person.signature, person.name, answers.day)
    if person.refuses:
        spoken = " by word of mouth" if person.is_heard else ""
        stands = (paragraph("What was signed stands under that no:"), *marked) if marked else ()
        return (paragraph(f"{person.name} said no{spoken}, and is asked to sign nothing."), *stands)
    if is_signed(person.signature, person.name) or said.asking_is_unsafe(answers):
        return marked
    if _is_old_enough_to_sign(answers, person) or person.how == How.WRITTEN:
        return (*marked, Blank(f"Signature of {person.name}, who agrees, and date"))
    return (*marked, paragraph(f"{person.name} said yes. No signature is asked for."))


def is_signed(given: Signature, name: str) -> bool:
    """A drawing that is more than a dot, or a typed name that can be theirs."""
    typed = given.how == Signing.TYPED and is_name_of(given.typed, name)
    return typed or (given.how == Signing.DRAWN and is_drawn(given.drawn))


def _mark(given: Signature, name: str, recorded: date) -> Blocks:
    """What was drawn or typed, and no more than can be known of it; empty where there is no signature."""
    when = day(given.on or recorded)
    if given.how == Signing.DRAWN and is_drawn(given.drawn):
        return (paragraph(f"{name}, signed on the screen, {when}:"), picture(given.drawn, name))
    if given.how != Signing.TYPED or not is_typed(given.typed):
        return ()
    if is_name_of(given.typed, name):
        return (paragraph(f"{name}: typed “{given.typed}” as their signature, {when}."),)
    return (
        paragraph(
            f"“{given.typed}” was typed as the signature of {name}, {when}. It is another name: ask who typed it."
        ),
    )


def _rule(area: Area) -> Blocks:
    rule = lookup.consent(area) or lookup.rule(area, "consent")
    if rule is None:
        return ()
    first = "Where this and the duty to share differ, the law comes first: ask your safeguarding lead."
    return (
        Heading(2, f"What {area.name} asks for"),
        paragraph(f"{rule.text} ({lookup.source_of(area, rule).cited})"),
        paragraph(first),
    )


def _took_in(answers: ConsentAnswers) -> Blocks:
    """What stands behind the words above, and what nobody here has looked at."""
    people = said.named(answers, said.born(answers))
    unheard = [*(person.name for person in said.not_asked(answers)), *_unheard(answers)]
    open_questions = [f"{prompt.question} {prompt.reason}" for prompt in asks.prompts(answers)]
    blocks = (
        paragraph("It took in:"),
        bullets(
            f"what is written down as said by {people}, and how they said it",
            "ages, where they are known, and whether a signature has the name that stands above it",
            "which things were agreed to, who will know, the lawful basis and the privacy notice, as you entered them",
        ),
        paragraph("It did not:"),
        bullets(
            "check who anyone is, who signed, or who has parental responsibility",
            "judge whether a child can decide, whether a basis is right, or whether a risk is real: people judge that",
            "weigh what is written in your own words, such as the help, limits and reasons: it stands as you wrote it",
            *((f"hear {listed(unheard)}, whose own answer is missing",) if unheard else ()),
        ),
        *((paragraph("Still open when it was made:"), bullets(*open_questions)) if open_questions else ()),
    )
    return (Details("What this record took in, and what it did not", blocks, level=2),)
