"""The consent record, for the file: who said what about help, who will know, why, and what is still to do.

It states what each person said, never more: a decision that sums people up stands only where nobody said otherwise.
"""

from collections.abc import Iterator
from datetime import date

from pyforms import danger, people, whom_to_call
from pyforms import form as forms
from pyforms.areas import Area, lookup
from pyforms.consent import asks, carried, family_page, gp_letter, law, said, signing
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import (
    Answer,
    Basis,
    Child,
    Competence,
    Decision,
    How,
    Judged,
    Known,
    Looked,
    Person,
    Risk,
    Role,
    YesNo,
)
from pyforms.danger import asking
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
NOT_COUNTED = "This does not count as known yet: it needs who knows, whom you reached, and a day not before the danger."
WEIGHED = {
    "maturity": "Age and maturity",
    "issue": "Understands the issue",
    "risks": "Understands the risks and what may follow",
    "advice": "Understands the advice",
    "alternatives": "Knows of other ways",
    "reasons": "Explains their reasons",
    "pressure": "Free from pressure, stress, ill health",
}


def blocks(answers: ConsentAnswers, area: Area, today: date) -> Blocks:
    return (
        *_danger(answers, area),
        *_perhaps(answers, area),
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
        paragraph(f"{law.DUTY} {law.TELL_NOBODY if _is_to_be_kept_quiet(answers) else law.TELL}"),
        *_competence(answers),
        *_going_ahead(answers),
        *_known_already(answers),
        Heading(2, "Signatures"),
        *_signatures(answers),
        *_handed_over(answers, today),
        *_rule(answers, area),
        *_took_in(answers, area),
    )


def _danger(answers: ConsentAnswers, area: Area) -> Blocks:
    """Whatever was chosen on the form, danger that is told in words stands first until somebody has looked at it."""
    told = said.stated_dangers(answers)
    if not told:
        return ()
    quoted = bullets(*(f"“{each}”" for each in told))
    if said.is_known(answers):
        return (Note("warning", "Danger that is known", (paragraph(_known(answers.known)), quoted)),)
    words = (
        "You wrote this. If it is so now, act today, before anything else here: no yes is needed for that. No page or "
        "letter is made, and nobody is to be asked or told, until social care or the police know: write down who, and "
        "when, under “Danger that is known already”."
    )
    return (Note("danger", asking.QUESTION, (paragraph(words), quoted, whom_to_call.practitioners_lines(area))),)


def _form() -> forms.Form:
    return forms.get("consent")


def _asked_of_danger(answers: ConsentAnswers) -> list[danger.Sign]:
    """What only may be danger, and nobody has said of it that those who must know do."""
    return [sign for sign in danger.unsettled(_form(), answers).values() if not sign.stated]


def _is_to_be_kept_quiet(answers: ConsentAnswers) -> bool:
    """Telling the family first could warn whoever is feared."""
    return said.paper_is_unsafe(answers) or bool(_asked_of_danger(answers))


def _perhaps(answers: ConsentAnswers, area: Area) -> Blocks:
    """What may be danger is asked in the record too, with whom to call: the page’s questions stay on the page."""
    asked = _asked_of_danger(answers)
    if not asked:
        return ()
    words = (
        "These words may tell of danger. Look at them first. If somebody is hurt or in danger, do not wait: no yes is "
        "needed to ring. Tell nobody at home what they say, or that you ring, before you have advice."
    )
    told = bullets(*(f"“{sign.said}”: this can be a sign of {sign.means}." for sign in asked))
    lines = whom_to_call.practitioners_lines(area)
    return (Note("warning", asking.QUESTION, (paragraph(words), told, lines)),)


def _known(known: Known) -> str:
    """Who knows is the worker's word: what is new has to be told again, and paper may still warn someone."""
    to = known.to.label if known.to else ""
    since = day(known.on) if known.on else ""
    return (
        f"You wrote this, and that those who must know do: {to.lower()}, {known.who}, told on {since}. Tell them today "
        "of anything that is new or worse. Pages are made where none of their words tell of danger; if one could warn "
        "whoever is feared, answer so under “Without agreement”, and none is."
    )


def without_agreement(answers: ConsentAnswers, area: Area) -> Blocks:
    """Two roads that must not be mixed up: keep helping within your agency, or the safeguarding route."""
    risk = answers.without.risk
    if risk == Risk.YES:
        return (
            Note(
                "danger",
                "A child may be at risk of significant harm",
                (*_safeguarding(answers), whom_to_call.practitioners_lines(area)),
            ),
        )
    if said.asking_is_unsafe(answers):
        words = (
            "You wrote that asking or telling the family could put a child at more risk. Do not ask or tell them "
            "first. Get advice today:"
        )
        lines = (paragraph(words), whom_to_call.practitioners_lines(area))
        return (Note("warning", "Do not ask or tell the family first", lines),)
    if risk == Risk.UNSURE:
        words = "You are not sure about the risk. Ask for advice today, and do not wait for anyone’s yes to ask:"
        return (Note("warning", "Check the risk first", (paragraph(words), whom_to_call.practitioners_lines(area))),)
    if said.untold_dangers(answers):
        return ()
    if said.nobody_was_asked(answers):
        words = (
            "Nobody has said yes or no. Ask the parents or carers first, and the children who can take part; or get "
            "advice where one of them should not be asked. Until then, keep helping from within your own agency."
        )
        return (Note("information", "Nobody was asked yet", (paragraph(words),)),)
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
    if said.paper_is_unsafe(answers):
        return (*_in_the_record(answers),)
    return tuple(dict.fromkeys((*_with_people(answers), *_in_the_record(answers))))


def _with_people(answers: ConsentAnswers) -> Iterator[str]:
    if answers.privacy == YesNo.NO:
        yield "Give the privacy notice as soon as possible, and write down when."
    if answers.told != YesNo.YES:
        yield "Tell them that information must sometimes be shared without their yes: what, with whom and why."
    yield from _with_each(answers)
    if said.nobody_was_asked(answers):
        parents = said.named(answers, said.not_asked(answers, Role.PARENT)) or "the parents or carers"
        yield f"Ask {parents} first, or get advice on why not."
    if said.is_agreed(answers):
        yield from _hear_the_children(answers)
    for person in said.agreeing(answers):
        if words := signing.to_do(answers, person, family_page.title(answers, person)):
            yield words
    to_hand_over = any(not family_page.why_none(answers, person) for person in said.answering(answers))
    if to_hand_over and (answers.restrictions or len(answers.people) > 1):
        yield (
            "Before you hand over a page, check that nothing on it is private to somebody else: who is named, what the "
            "help is, and your own workplace, number and area."
        )


def _with_each(answers: ConsentAnswers) -> Iterator[str]:
    for person in said.answering(answers):
        page, signed = family_page.title(answers, person), signing.is_signed(answers, person)
        yield from carried.to_do(answers, person, page if person.agrees else "", signed=signed)
    for person in said.agreeing(answers):
        by_word = person.how == How.VERBAL and not carried.reads_no_english(person)
        if by_word and signing.is_old_enough(answers, person):
            yield f"Ask {person.name} in writing when you can: this yes was by word of mouth."
    for person in said.refusing(answers) if said.is_agreed(answers) else ():
        yield f"{person.name} did not agree: if they wish to say why, write it down, and how their view was weighed."


def _is_baby(answers: ConsentAnswers, born: date | None) -> bool:
    return born is not None and people.age(born, answers.day) < said.SPEAKS


def _hear_the_children(answers: ConsentAnswers) -> Iterator[str]:
    for child in _unheard(answers):
        born = child.born
        if born is None:
            yield f"Enter {child.name}’s date of birth, or the date the baby is due. A child who can be asked is asked."
        elif _is_baby(answers, born):
            months = people.aged(born, answers.day)
            yield f"Write down what you saw of {child.name} ({months}), who is too young to be asked."
        else:
            yield f"Ask {child.name}: only they can say, in their own way, what they think."


def _in_the_record(answers: ConsentAnswers) -> Iterator[str]:
    if answers.basis in (None, Basis.NOT_KNOWN):
        yield "Ask your data protection lead which lawful basis your agency uses. It is not the family’s yes to help."
    yield from _judgements(answers)
    if said.is_agreed(answers):
        yield from (f"Ask about this on its own: {words.lower()}." for words in _not_asked(answers))
        if answers.ask_again is None:
            yield "Agree when you will ask again."
    if answers.things.sharing == YesNo.YES and not answers.agencies:
        yield "Working with others is agreed, and nobody is named. Name who will know."
    if silent := [person for person in said.agreeing(answers, Role.PARENT) if not said.has_responsibility(person)]:
        yield f"Write down who has parental responsibility: nothing is said of {said.named(answers, silent)}."
    yield from _whose(answers)


def _whose(answers: ConsentAnswers) -> Iterator[str]:
    """With several people, what nobody is named for stands on nobody’s page."""
    if len(said.answering(answers)) <= 1:
        return
    if answers.restrictions and not answers.wished_by:
        yield "Write whose wish it is to keep something private: until then nobody gets a page."
    if any(not each.said_by for each in answers.agencies):
        yield "Write whose answer each service under “Who will know” is: until then it stands on nobody’s page."


def _judgements(answers: ConsentAnswers) -> Iterator[str]:
    for person in _undecided(answers):
        yield f"Write down what you weighed before {person.name} decided alone."
    for each in answers.competence:
        if each.judged != Judged.YES:
            yield f"Get advice before you rely on {each.name}’s decision."
        elif missing := _missing(each):
            yield f"Write down, of your judgement about {each.name}: {listed(missing)}."


def _not_asked(answers: ConsentAnswers) -> list[str]:
    return [THINGS[key] for key in ("support", "assessment", "sharing") if getattr(answers.things, key) is None]


def _missing(each: Competence) -> list[str]:
    return [*(WEIGHED[key].lower() for key in each.empty), *(() if each.judged_by else ("who judged it",))]


def _unheard(answers: ConsentAnswers) -> list[Child]:
    heard = {same(person.name) for person in answers.people} | {same(name) for name in said.unborn(answers)}
    return [child for child in answers.children if same(child.name) not in heard]


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
    if years is not None and years >= said.OF_AGE:
        return f"{person.name} is {years}, an adult, and decides."
    if years is not None and years >= said.ADULT_FOR_CONSENT:
        return f"{person.name} is {years}, and at that age mostly decides alone."
    if not said.is_judged_able(answers, person):
        return f"Nobody has written down a judgement that {person.name} can decide this alone. Do not rely on it yet."
    rare = (
        " Under 13 that is rare: ask your safeguarding lead." if years is not None and years < said.RARELY_ALONE else ""
    )
    unknown = " Their age is not written down, or in doubt." if years is None else ""
    return f"{person.name} was judged able to make this decision: see below.{rare}{unknown}"


def _child(answers: ConsentAnswers, child: Child) -> str:
    known = said.birth(answers, child)
    return f"{child.name} ({known})" if known else child.name


def _people(answers: ConsentAnswers) -> Table:
    asked = said.born(answers)
    rows = tuple(
        (
            person.name,
            ", ".join(words for words in (person.role.label, person.relationship, _years(answers, person)) if words),
            person.answer.label,
            _how(person),
        )
        for person in asked
    )
    nobody = tuple((name, "Child", _here(answers, name), "Nobody speaks in its name") for name in said.unborn(answers))
    return Table("What each person said", ("Name", "Who they are", "Answer", "How, or why not"), (*rows, *nobody))


def _how(person: Person) -> str:
    if person.answer == Answer.NOT_ASKED:
        return person.why_not_asked
    with_help = f"interpreted by {person.interpreter}" if person.interpreter else ""
    tongue = carried.language(person)
    into = f"language: {tongue}" if tongue else ""
    return ", ".join(words for words in (person.how.label if person.how else "", with_help, into) if words)


def _here(answers: ConsentAnswers, name: str) -> str:
    return "Not known whether born" if said.is_overdue(answers, name) else "Not born yet"


def _years(answers: ConsentAnswers, person: Person) -> str:
    years = said.aged(answers, person)
    return f"aged {years}" if years else ""


def _by_word_of_mouth(answers: ConsentAnswers) -> Blocks:
    rows = tuple(
        (person.name, person.answer.label, person.heard_by, day(person.heard_on), person.why_not_written)
        for person in said.born(answers)
        if person.is_heard and person.heard_on
    )
    columns = ("Who", "Answer", "Heard by", "When", "Why not in writing")
    return (Table("By word of mouth", columns, rows),) if rows else ()


def _things(answers: ConsentAnswers) -> Blocks:
    if said.nobody_was_asked(answers):
        return (paragraph("Nobody was asked yet."),)
    if not said.is_agreed(answers):
        return (paragraph("Nobody agrees to help."),)
    given = {key: getattr(answers.things, key) for key in THINGS}
    rows = tuple((words, text(given[key].label if given[key] else NOT_ASKED)) for key, words in THINGS.items())
    return (paragraph(_said_by(answers)), Facts(rows))


def _said_by(answers: ConsentAnswers) -> str:
    """One list of things is put in the mouth of nobody who cannot have answered it."""
    able = said.item_by_item(answers)
    views = [person for person in said.agreeing(answers) if person not in able]
    view = f" {said.named(answers, views)} gave a view, and did not answer each thing." if views else ""
    if not able:
        return f"Whose answers these are is not written down.{view}"
    several = " It is one list: where one of them sees a thing otherwise, write that down." if len(able) > 1 else ""
    return f"Said by {said.named(answers, able)}.{several}{view}"


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
        *(() if _is_to_be_kept_quiet(answers) else (paragraph(wish),)),
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


def _known_already(answers: ConsentAnswers) -> Blocks:
    """All that was entered, whether or not it counts yet."""
    known = answers.known
    rows = (
        ("Who knows", known.to.label if known.to else ""),
        ("Who was reached there", known.who),
        ("Told on", day(known.on) if known.on else ""),
    )
    entered = tuple((term, text(words)) for term, words in rows if words)
    told = said.stated_dangers(answers)
    of = (("The danger, in the words of this record", text("; ".join(f"“{each}”" for each in told))),) if told else ()
    counts = () if said.is_known(answers) else (paragraph(NOT_COUNTED),)
    return (Heading(2, "Danger that is known already"), Facts((*entered, *of)), *counts) if entered else ()


def _signatures(answers: ConsentAnswers) -> Blocks:
    worker = answers.worker
    line = f"Signature of {worker.name}, who made this record, and date"
    return (
        paragraph(signing.OF_THE_TEAM),
        *(
            block
            for person in said.answering(answers)
            for block in signing.in_record(answers, person, family_page.title(answers, person))
        ),
        *signing.mark(answers, worker.signature, worker.name),
        *(() if said.is_signed(answers, worker.signature, worker.name) else (Blank(line),)),
    )


def _handed_over(answers: ConsentAnswers, today: date) -> Blocks:
    """Which pages and letters go with this record, and why any does not."""
    none = ((person, family_page.why_none(answers, person)) for person in said.answering(answers))
    pages = (
        *(
            f"{person.name}: no page. The reason: {why}" if why else f"{person.name}: a page to keep."
            for person, why in none
        ),
        *(f"{person.name}: no page. They were not asked." for person in said.not_asked(answers)),
    )
    why = gp_letter.why_none(answers, today)
    doctor = f"The family’s doctor: no letter. The reason: {why}" if why else "The family’s doctor: a letter."
    looked = (
        f"Looked at: “{each.words}”. {_pages(each)} may be handed out with it: {each.may.label.lower()}."
        f"{_no_page_for_all_that(answers, each)}"
        for each in answers.looked
    )
    return (Heading(2, "Pages to keep, and the letter"), bullets(*pages, doctor, *looked))


def _no_page_for_all_that(answers: ConsentAnswers, looked: Looked) -> str:
    """A yes to some words is no page where something else stands against one."""
    named = said.named_in(looked.whose, [each.name for each in answers.people]) if looked.may == YesNo.YES else set()
    without = [each.name for each in answers.people if same(each.name) in named and not _has_page(answers, each)]
    return f" There is still no page for {listed(without)}: the reason stands above." if without else ""


def _has_page(answers: ConsentAnswers, person: Person) -> bool:
    return person in said.answering(answers) and not family_page.why_none(answers, person)


def _pages(looked: Looked) -> str:
    return f"Pages of {looked.whose}" if looked.whose else "Pages"


def _rule(answers: ConsentAnswers, area: Area) -> Blocks:
    rule = lookup.consent(area) or lookup.rule(area, "consent")
    if rule is None:
        return ()
    first = "Where this and the duty to share differ, the law comes first: ask your safeguarding lead."
    young = [person for person in said.agreeing(answers, Role.CHILD) if said.is_judged_able(answers, person)]
    own = (
        f"Where it asks for a parent’s permission: {said.named(answers, young)} may be able to decide without it. Ask "
        "your safeguarding lead."
    )
    return (
        Heading(2, f"What {area.name} asks for"),
        paragraph(f"{rule.text} ({lookup.source_of(area, rule).cited})"),
        *((paragraph(own),) if young else ()),
        paragraph(first),
    )


def _heard(answers: ConsentAnswers) -> Iterator[str]:
    """Nobody said anything who was not asked."""
    if asked := said.answering(answers):
        yield f"what is written down as said by {said.named(answers, asked)}, and how they said it"
    if silent := said.not_asked(answers):
        yield f"that {said.named(answers, silent)} {'was' if len(silent) == 1 else 'were'} not asked, and why not"


def _took_in(answers: ConsentAnswers, area: Area) -> Blocks:
    """What stands behind the words above, and what nobody here has looked at."""
    unheard = [
        *(
            person.name
            for person in said.not_asked(answers)
            if not _is_baby(answers, said.birthday_of(answers, person))
        ),
        *(child.name for child in _unheard(answers) if not _is_baby(answers, child.born)),
    ]
    open_questions = [
        *(f"{each.question} {each.reason} {each.suggestion}" for each in danger.prompts(_form(), answers, area)),
        *(f"{each.question} {each.reason}" for each in asks.prompts(answers)),
    ]
    blocks = (
        paragraph("It took in:"),
        bullets(
            *_heard(answers),
            "ages, where they are known and not in doubt, and whether a signature has the name that stands above it",
            "which things were agreed to, who will know, the lawful basis and the privacy notice, as you entered them",
        ),
        paragraph("It did not:"),
        bullets(
            "check who anyone is, who signed, or who has parental responsibility",
            "judge whether a child can decide, whether a basis is right, or whether a risk is real: people judge that",
            "weigh what is written in your own words, but for words of danger: it stands as you wrote it",
            *((f"hear {listed(unheard)}, whose own answer is missing",) if unheard else ()),
        ),
        *((paragraph("Still open when it was made:"), bullets(*open_questions)) if open_questions else ()),
    )
    return (Details("What this record took in, and what it did not", blocks, level=2),)
