"""Questions about single answers: where the record would otherwise say what may not be so. They block nothing.

A question that would send someone to ask or tell is not put where that may put a child at more risk.
"""

from collections.abc import Iterator

from pyforms import fields
from pyforms.consent import carried, kept_from, paper, said, signature
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Answer, Basis, Child, Decision, Judged, Person, Role, Signature, YesNo
from pyforms.form import Prompt
from pyforms.wording import clipped, day, listed, same

NO_PAGE = " Until then they get no page, and sign nothing."
ELSEWHERE = "Take them out of “Who was asked?”, and keep them among the children."


def prompts(answers: ConsentAnswers) -> tuple[Prompt, ...]:
    """In page order."""
    asked = (
        *_worker(answers),
        *_children(answers),
        *(prompt for place in range(len(answers.people)) for prompt in _person(answers, place)),
        *_decision(answers),
        *_things(answers),
        *_agencies(answers),
        *_information(answers),
        *_competence(answers),
        *_risk(answers),
        *_known(answers),
        *paper.prompts(answers),
    )
    return tuple(sorted(asked, key=_place))


def _place(prompt: Prompt) -> tuple[int, ...]:
    there = fields.find(fields.walk(ConsentAnswers), prompt.path)
    return there[1] if there else ()


def _worker(answers: ConsentAnswers) -> Iterator[Prompt]:
    yield from _signed(answers, answers.worker.signature, answers.worker.name, "worker.signature")


def _children(answers: ConsentAnswers) -> Iterator[Prompt]:
    for place, child in enumerate(answers.children):
        if child.born and child.born > answers.day:
            yield Prompt(
                f"children.{place}.born",
                f"Is this the date that {child.name} is due?",
                "It is later than the date of this record.",
                "If so, enter it as the date the baby is due.",
            )
        elif child.due and not child.born and child.due < answers.day:
            yield Prompt(
                f"children.{place}.due",
                f"Has {child.name} been born?",
                "The date on which the baby was due has passed.",
                "If so, enter the date of birth.",
            )
        elif not (child.born or child.due or said.is_unborn(answers, child.name) or _age_is_known(answers, child)):
            yield Prompt(
                f"children.{place}.born",
                f"When was {child.name} born, or when is the baby due?",
                "Neither date is written down, so nobody can tell whether this is a child who can be asked.",
                "Enter one of the two.",
            )
        if any(same(child.name) == same(other.name) for other in answers.children[:place]):
            reason = f"Another child here is called {child.name} too."
            yield Prompt(f"children.{place}.name", "Which of the two is this?", reason, "Add a second name to each.")


def _age_is_known(answers: ConsentAnswers, child: Child) -> bool:
    return any(same(person.name) == same(child.name) and person.age is not None for person in answers.people)


def _person(answers: ConsentAnswers, place: int) -> Iterator[Prompt]:
    person, path = answers.people[place], f"people.{place}"
    if person not in said.born(answers):
        why = f"{person.name} is not born yet, so nobody can know what they say."
        yield Prompt(f"{path}.name", f"How can {person.name} have an answer?", why, ELSEWHERE)
        return
    if same(person.name) in {same(each.name) for each in answers.people[:place]}:
        reason = f"{person.name} stands above already."
        yield Prompt(f"{path}.name", "Is this the same person?", reason, "Take one of the two out, or add a surname.")
    yield from _name(answers, person, path)
    yield from _age(answers, person, path)
    yield from _heard(answers, person, path)
    if not said.paper_is_unsafe(answers):
        yield from _differs(answers, person, path)
    if person.heard_on and person.heard_on > answers.day:
        reason = "It was heard after the date of this record."
        yield Prompt(f"{path}.heard_on", "Which of the two dates is right?", reason, "Mend one of them.")
    yield from _signed(answers, person.signature, person.name, f"{path}.signature")
    if person.answer == Answer.NOT_ASKED and person.signature.how:
        reason = f"{person.name} was not asked, and a way to sign is chosen."
        yield Prompt(f"{path}.signature.how", "What did they sign?", reason, "Mend their answer, or leave this out.")


def _name(answers: ConsentAnswers, person: Person, path: str) -> Iterator[Prompt]:
    if person.role == Role.CHILD and same(person.name) not in {same(child.name) for child in answers.children}:
        reason = f"{person.name} is not among the children above."
        yield Prompt(f"{path}.name", "Which child is this?", reason, "Write the name in the same way in both places.")
    elif person.role == Role.PARENT and signature.is_relation_only(person.name) and not said.paper_is_unsafe(answers):
        reason = f"Only “{person.name}” stands here, and many people are called that."
        yield Prompt(f"{path}.name", "What is their full name?", reason, "Write it, so that a signature can be theirs.")


def _heard(answers: ConsentAnswers, person: Person, path: str) -> Iterator[Prompt]:
    """Nobody bears witness for themselves, and no child or relative carries an answer from one language to another."""
    if person.heard_by and signature.is_name_of(person.heard_by.partition(",")[0], person.name):
        reason = f"{person.name} is written down as the one who heard it."
        yield Prompt(f"{path}.heard_by", "Who heard it?", reason, "Name the worker or witness to whom it was said.")
    if between := carried.carrier(answers, person):
        yield _between(answers, person, between, path)


def _between(answers: ConsentAnswers, person: Person, between: carried.Carrier, path: str) -> Prompt:
    """Whoever carries an answer or reads a page out is told it; where that may not be, there is no page."""
    held = "" if said.paper_is_unsafe(answers) or not carried.why_none(answers, person) else NO_PAGE
    if between.unclear:
        reason = f"You wrote: “{between.words}”, and not what they do. Someone close may not say it all.{held}"
        advice = f"Write their job. If they are close: {between.what_to_do}"
        return Prompt(f"{path}.{between.asked}", "Who is this?", reason, advice)
    what = "read this out" if between.reads else "carry this"
    close = f"A child or someone close should not have to {what}, may not say it all, and is told what may be private."
    reason = f"You wrote: “{between.words}”. {close}{held}"
    question = "Who reads it to them?" if between.reads else "Who interpreted?"
    return Prompt(f"{path}.{between.asked}", question, reason, between.what_to_do)


def _age(answers: ConsentAnswers, person: Person, path: str) -> Iterator[Prompt]:
    if person.role != Role.CHILD:
        return
    years, by_birth = said.age(answers, person), said.age_by_birth(answers, person)
    if years is None and by_birth is not None:
        reason = f"By the date of birth above they are {by_birth}, and here it says {person.age}."
        yield Prompt(f"{path}.age", f"How old is {person.name}?", reason, "Mend one of the two.")
    elif years is None:
        reason = "What a child’s own answer can carry depends on age and understanding."
        yield Prompt(
            f"{path}.age", f"How old is {person.name}?", reason, "Enter their age, or the date of birth above."
        )
    elif years >= said.OF_AGE:
        yield Prompt(f"{path}.role", f"Is {person.name} a child?", f"You wrote that they are {years}.", "Mend one.")
    elif years < said.SPEAKS and person.answer != Answer.NOT_ASKED:
        advice = "Write what was seen under “Was not asked: why not?”, and choose that."
        yield Prompt(f"{path}.answer", f"Who says so for {person.name}?", _young(answers, person), advice)
    elif person.agrees and said.is_alone(answers) and years < said.RARELY_ALONE:
        yield Prompt(
            f"{path}.age",
            f"Can {person.name} decide this alone at {years}?",
            "Each child is judged for themselves, and there is no lowest age; under 13 it is rarely enough.",
            "Ask your safeguarding lead before you rely on it, and ask who has parental responsibility.",
        )


def _young(answers: ConsentAnswers, person: Person) -> str:
    return f"You wrote that they are {said.aged(answers, person)} old."


def _differs(answers: ConsentAnswers, person: Person, path: str) -> Iterator[Prompt]:
    """Someone says no while others say yes."""
    if not (person.refuses and said.is_agreed(answers)):
        return
    others = said.named(answers, said.agreeing(answers))
    if person.role == Role.PARENT:
        yield Prompt(
            f"{path}.answer",
            f"What does {person.name}’s no change?",
            f"{others} said yes. The record will say that {person.name} did not.",
            "If they wish to say why, write it down, and whether they have parental responsibility. Get advice first.",
        )
        return
    years = said.age(answers, person)
    own = years is not None and years >= said.ADULT_FOR_CONSENT
    weight = "At 16 and over they mostly decide for themselves." if own else "A parent’s yes is not the child’s yes."
    yield Prompt(
        f"{path}.answer",
        f"What will you do about {person.name}’s no?",
        f"{others} said yes. {weight}",
        "Ask what would make it right for them, and write down how their view was weighed.",
    )


def _signed(answers: ConsentAnswers, given: Signature, name: str, path: str) -> Iterator[Prompt]:
    typed = f"{path}.typed"
    if given.typed and not signature.is_typed(given.typed):
        reason = "It has no letters, so the record counts it as not signed."
        yield Prompt(typed, "Is this a signature?", reason, "Mend it, or leave it out.")
    elif given.typed and not signature.is_name_of(given.typed, name):
        yield Prompt(
            typed,
            "Whose name is this?",
            f"“{given.typed}” is not the name written above, “{name}”. It may be another form of it.",
            "Write the same full name in both places. Each person signs for themselves.",
        )
    elif given.typed and said.is_typed_twice(answers, given.typed):
        reason = f"More than one person here typed “{given.typed}”, so the record counts it for nobody."
        yield Prompt(typed, "Whose name is this?", reason, "Let each type their own full name.")
    if given.drawn and not signature.is_drawn(given.drawn):
        reason = "It is a dot or a short stroke, so the record counts it as not signed."
        yield Prompt(f"{path}.drawn", "Is this a signature?", reason, "Clear it, or draw it again. A cross will do.")


def _decision(answers: ConsentAnswers) -> Iterator[Prompt]:
    parents = said.agreeing(answers, Role.PARENT)
    yield from _parents(answers)
    if said.nobody_was_asked(answers):
        reason = "Nobody here has said yes or no."
        yield Prompt("decision", "Was anybody asked?", reason, "Ask first, or write down why nobody can be asked.")
    elif answers.decision not in said.NO_CONSENT and not said.agreeing(answers):
        reason = f"You chose “{answers.decision.label}”, and nobody is written down as agreeing."
        yield Prompt("decision", "Does anybody agree?", reason, "Choose that nobody agrees, or that it is taken back.")
    elif answers.decision == Decision.WITHDRAWN and not any(
        person.answer == Answer.TAKES_BACK for person in answers.people
    ):
        reason = "You chose that a yes is taken back, and nobody is written down as taking it back."
        yield Prompt("decision", "Who takes it back?", reason, f"Choose “{Answer.TAKES_BACK.label}” for each who does.")
    elif answers.decision == Decision.MIXED and len(said.agreeing(answers)) == len(said.born(answers)):
        yield Prompt("decision", "Who does not agree?", "Everybody here agrees.", "Choose who it was that agreed.")
    elif answers.decision == Decision.ONE_PARENT and len(parents) > 1:
        reason = f"{said.named(answers, parents)} are written down as agreeing."
        yield Prompt("decision", "Is it one parent only?", reason, "Choose that both agree, or mend an answer.")
    elif answers.decision == Decision.CHILD and parents:
        reason = f"{said.named(answers, parents)} agreed too."
        yield Prompt("decision", "Does the young person decide alone?", reason, "Choose that both agree, or leave it.")


def _parents(answers: ConsentAnswers) -> Iterator[Prompt]:
    carers = [person for person in said.agreeing(answers, Role.PARENT) if said.is_no_parent(person)]
    if said.may_be_looked_after(answers):
        yield Prompt(
            "decision",
            "Is a child looked after by a council?",
            "Words here may mean so. Under a care order the council shares parental responsibility; under section 20 "
            "it does not, and the parents keep it.",
            "Ask the child’s social worker who may agree to what, and write it down.",
        )
    elif carers and answers.decision in said.OF_PARENTS:
        reason = f"{said.named(answers, carers)} stands among the parents, and may not be one."
        advice = "Write down who has parental responsibility. A special guardian has it; most other carers do not."
        yield Prompt("decision", "Is this a parent’s yes?", reason, advice)


def _things(answers: ConsentAnswers) -> Iterator[Prompt]:
    given = [each for each in answers.things.model_dump().values() if each is not None]
    if said.is_agreed(answers) and given and YesNo.YES not in given:
        reason = f"{said.named(answers, said.agreeing(answers))} agreed, and every answer here is no."
        yield Prompt("things.support", "What do they agree to?", reason, "Mend an answer here, or what was decided.")
    elif not said.is_agreed(answers) and YesNo.YES in given:
        reason = "Nobody is written down as agreeing, so the record does not count it."
        yield Prompt("things.support", "Who said yes to this?", reason, "Mend an answer here, or what someone said.")
    yield from _against_the_list(answers)


def _against_the_list(answers: ConsentAnswers) -> Iterator[Prompt]:
    """The list of who will know says otherwise."""
    yes, no = (listed(each.name for each in answers.agencies if each.may == may) for may in (YesNo.YES, YesNo.NO))
    if answers.things.sharing == YesNo.NO and yes:
        reason = f"Working with the people listed is a no here, and {yes} stands below with a yes."
        advice = "Ask which holds. Until then nobody’s page says that they may be told, and no letter is made."
        yield Prompt("things.sharing", "May they be told or not?", reason, advice)
    if answers.things.all_services == YesNo.YES and no:
        reason = f"Every service may see the record, by the answer here, and {no} stands below with a no."
        yield Prompt(
            "things.all_services", "Every service, or not?", reason, "Ask which holds, and mend one of the two."
        )


def _agencies(answers: ConsentAnswers) -> Iterator[Prompt]:
    for place, each in enumerate(answers.agencies):
        before = [other for other in answers.agencies[:place] if kept_from.is_same_service(other.name, each.name)]
        slips = [other for other in before if same(other.name) != same(each.name)]
        if slips:
            counts = "" if slips[0].may == each.may else ", one with a yes and one with a no: neither counts yet"
            reason = f"“{slips[0].name}” and “{each.name}” are nearly the same name{counts}."
            advice = "If they are, write it in one way. If not, add what tells them apart."
            yield Prompt(f"agencies.{place}.name", "Are these the same?", reason, advice)
        elif any(other.may != each.may for other in before):
            reason = f"{each.name} stands here with a yes and with a no."
            yield Prompt(f"agencies.{place}.may", "Which is it?", reason, "Mend one, or write whose answer each is.")
        if each.may == YesNo.YES:
            yield from _is_taken_back(answers, each, f"agencies.{place}.may")


def _is_taken_back(answers: ConsentAnswers, told: Agency, path: str) -> Iterator[Prompt]:
    """A yes to a service stands beside words, or an answer, by which it may have ended."""
    back = [person for person in said.answering(answers) if person.answer == Answer.TAKES_BACK]
    theirs = [person.name for person in back if told.said_by and said.is_theirs(answers, told.said_by, person)]
    ended = kept_from.ended(answers, told)
    if ended or theirs:
        reason = f"You wrote: “{clipped(ended)}”." if ended else f"{listed(theirs)} said it, and took a yes back."
        yield Prompt(
            path,
            f"Does the yes to {told.name} still hold?",
            f"{reason} Here it stands with a yes.",
            "Ask whose yes still holds. Mend this answer, or write whose it is.",
        )


def _information(answers: ConsentAnswers) -> Iterator[Prompt]:
    if answers.basis == Basis.CONSENT:
        yield Prompt(
            "basis",
            "Is it really consent?",
            "Then its use has to stop when they take it back; and agreeing to help is a different thing.",
            "Ask your data protection lead.",
        )
    if answers.basis == Basis.OTHER and not answers.basis_other:
        yield Prompt("basis_other", "Which lawful basis is it?", "You chose another.", "Ask your data protection lead.")
    if answers.privacy == YesNo.YES and answers.privacy_on is None:
        yield Prompt("privacy_on", "When was the privacy notice given?", "No date is written down.", "Enter the day.")


def _competence(answers: ConsentAnswers) -> Iterator[Prompt]:
    listed = {same(person.name) for person in said.born(answers)}
    for place, each in enumerate(answers.competence):
        if same(each.name) not in listed:
            reason = f"{each.name} is not among the people above."
            yield Prompt(f"competence.{place}.name", "Who is this?", reason, "Write the name in the same way.")
        elif not (each.judged == Judged.YES and each.is_made) and said.is_alone(answers):
            reason = "No judgement that they can is written down with who made it and what was weighed."
            advice = "Get advice, and do not rely on their yes alone until then."
            yield Prompt(f"competence.{place}.judged", f"Can {each.name} decide this alone?", reason, advice)


def _risk(answers: ConsentAnswers) -> Iterator[Prompt]:
    if not said.agreeing(answers) and answers.without.risk is None:
        yield Prompt(
            "without.risk",
            "Is there a risk of significant harm?",
            "Nobody agrees to help.",
            "Judge it, and write it down.",
        )


def _known(answers: ConsentAnswers) -> Iterator[Prompt]:
    """Half of it lets no page out."""
    known = answers.known
    if known.on and known.on > answers.day:
        yield Prompt("known.on", "When were they told?", "It is after the date of this record.", "Mend one of them.")
    elif (known.to or known.who or known.on) and not said.is_told(answers):
        missing = [path for path in ("to", "who", "on") if not getattr(known, path)] or ["who"]
        reason = "It counts only with who knows, whom you reached and when. Until then no page or letter is made."
        yield Prompt(f"known.{missing[0]}", "Is the danger known already?", reason, "Write it down, or leave it out.")
    elif known.on and (newer := said.newer_than_known(answers)):
        yield Prompt(
            "known.on",
            "Do they know of this too?",
            f"They were told on {day(known.on)}, and you wrote: “{clipped(newer[0])}”. That sounds later.",
            "Tell them today, and enter the day. Until then no page or letter is made.",
        )
