"""Questions about single answers: where the record would otherwise say what may not be so. They block nothing.

A question that would send someone to ask or tell is not put where that may put a child at more risk.
"""

from collections.abc import Iterator

from pyforms.consent import said, signature
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Answer, Basis, Decision, Judged, Person, Role, Signature, YesNo
from pyforms.form import Prompt
from pyforms.wording import same

SPEAKS = 2  # years; below, a child shows how things are, and says neither yes nor no
ELSEWHERE = "Take them out of “Who was asked?”, and keep them among the children."


def prompts(answers: ConsentAnswers) -> tuple[Prompt, ...]:
    """In page order."""
    return (
        *_worker(answers),
        *_children(answers),
        *(prompt for place in range(len(answers.people)) for prompt in _person(answers, place)),
        *_decision(answers),
        *_things(answers),
        *_information(answers),
        *_competence(answers),
        *_risk(answers),
    )


def _worker(answers: ConsentAnswers) -> Iterator[Prompt]:
    yield from _signed(answers.worker.signature, answers.worker.name, "worker.signature")


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


def _person(answers: ConsentAnswers, place: int) -> Iterator[Prompt]:
    person, path = answers.people[place], f"people.{place}"
    if person not in said.born(answers):
        why = f"{person.name} is not born yet, so nobody can know what they say."
        yield Prompt(f"{path}.name", f"How can {person.name} have an answer?", why, ELSEWHERE)
        return
    if same(person.name) in {same(each.name) for each in answers.people[:place]}:
        reason = f"{person.name} stands above already."
        yield Prompt(f"{path}.name", "Is this the same person?", reason, "Take one of the two out, or add a surname.")
    yield from _age(answers, person, path)
    if not said.asking_is_unsafe(answers):
        yield from _differs(answers, person, path)
    if person.heard_on and person.heard_on > answers.day:
        reason = "It was heard after the date of this record."
        yield Prompt(f"{path}.heard_on", "Which of the two dates is right?", reason, "Mend one of them.")
    yield from _signed(person.signature, person.name, f"{path}.signature")
    if person.answer == Answer.NOT_ASKED and person.signature.how:
        reason = f"{person.name} was not asked, and a way to sign is chosen."
        yield Prompt(f"{path}.signature.how", "What did they sign?", reason, "Mend their answer, or leave this out.")


def _age(answers: ConsentAnswers, person: Person, path: str) -> Iterator[Prompt]:
    if person.role != Role.CHILD:
        return
    years = said.age(answers, person)
    by_birth = said.age(answers, person.model_copy(update={"age": None}))
    if years is None:
        reason = "What a child’s own answer can carry depends on age and understanding."
        yield Prompt(
            f"{path}.age", f"How old is {person.name}?", reason, "Enter their age, or the date of birth above."
        )
    elif by_birth is not None and by_birth != years:
        reason = f"By the date of birth above they are {by_birth}, and here it says {years}."
        yield Prompt(f"{path}.age", f"How old is {person.name}?", reason, "Mend one of the two.")
    elif years >= said.OF_AGE:
        yield Prompt(f"{path}.role", f"Is {person.name} a child?", f"You wrote that they are {years}.", "Mend one.")
    elif years < SPEAKS and person.answer != Answer.NOT_ASKED:
        advice = "Write what was seen under “Was not asked: why not?”, and choose that."
        yield Prompt(f"{path}.answer", f"Who says so for {person.name}?", f"You wrote that they are {years}.", advice)
    elif person.agrees and said.is_alone(answers) and years < said.RARELY_ALONE:
        yield Prompt(
            f"{path}.age",
            f"Can {person.name} decide this alone at {years}?",
            "Each child is judged for themselves, and there is no lowest age; under 13 it is rarely enough.",
            "Ask your safeguarding lead before you rely on it, and ask who has parental responsibility.",
        )


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
            "Find out why, and whether they have parental responsibility. Get advice before you go on.",
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


def _signed(given: Signature, name: str, path: str) -> Iterator[Prompt]:
    if given.typed and not signature.is_typed(given.typed):
        reason = "It has no letters, so the record counts it as not signed."
        yield Prompt(f"{path}.typed", "Is this a signature?", reason, "Mend it, or leave it out.")
    elif given.typed and not signature.is_name_of(given.typed, name):
        reason = f"You wrote “{name}” above, and “{given.typed}” was typed."
        yield Prompt(
            f"{path}.typed", "Whose name is this?", reason, "Mend one of the two. Each person signs for themselves."
        )
    if given.drawn and not signature.is_drawn(given.drawn):
        reason = "It is a dot or a short stroke, so the record counts it as not signed."
        yield Prompt(f"{path}.drawn", "Is this a signature?", reason, "Clear it, or draw it again. A cross will do.")


def _decision(answers: ConsentAnswers) -> Iterator[Prompt]:
    parents = said.agreeing(answers, Role.PARENT)
    if answers.decision not in said.NO_CONSENT and not said.agreeing(answers):
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


def _things(answers: ConsentAnswers) -> Iterator[Prompt]:
    given = [each for each in answers.things.model_dump().values() if each is not None]
    if said.is_agreed(answers) and given and YesNo.YES not in given:
        reason = f"{said.named(answers, said.agreeing(answers))} agreed, and every answer here is no."
        yield Prompt("things.support", "What do they agree to?", reason, "Mend an answer here, or what was decided.")
    elif not said.is_agreed(answers) and YesNo.YES in given:
        reason = "Nobody is written down as agreeing, so the record does not count it."
        yield Prompt("things.support", "Who said yes to this?", reason, "Mend an answer here, or what someone said.")


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
        elif each.judged != Judged.YES and said.is_alone(answers):
            reason = "Nobody has judged that they can make this decision."
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
