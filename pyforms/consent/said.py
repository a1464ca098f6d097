"""Who said what: the facts on which the record, the pages and the questions rest.

A decision only sums people up: it never speaks for someone who said otherwise.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyforms import people
from pyforms.consent.parts import Answer, Child, Decision, Judged, Person, Risk, Role, YesNo
from pyforms.wording import listed, same

if TYPE_CHECKING:
    from pyforms.consent.answers import ConsentAnswers

ADULT_FOR_CONSENT = 16  # Doncaster’s handbook, frequent questions: "Can a child under 16 consent…?"
RARELY_ALONE = 13  # our caution: Gillick competence has no lowest age, and below this it is rarely enough
OF_AGE = 18
NO_CONSENT = (Decision.NONE, Decision.WITHDRAWN)
ALL_PARENTS = (Decision.BOTH_PARENTS, Decision.CHILD_AND_PARENTS)
BOTH = 2


def is_unborn(answers: "ConsentAnswers", name: str) -> bool:
    """By the child of that name, or else by the name itself."""
    child = _child(answers, name) or Child(name=name)
    return people.is_unborn(child.name, answers.day, born=child.born, due=child.due)


def _child(answers: "ConsentAnswers", name: str) -> Child | None:
    return next((child for child in answers.children if same(child.name) == same(name)), None)


def born(answers: "ConsentAnswers") -> list[Person]:
    """Everyone written down who can have an answer."""
    return [person for person in answers.people if person.role == Role.PARENT or not is_unborn(answers, person.name)]


def agreeing(answers: "ConsentAnswers", role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.agrees and role in (None, person.role)]


def refusing(answers: "ConsentAnswers", role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.refuses and role in (None, person.role)]


def not_asked(answers: "ConsentAnswers", role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.answer == Answer.NOT_ASKED and role in (None, person.role)]


def unborn(answers: "ConsentAnswers") -> list[str]:
    names = [child.name for child in answers.children]
    names += [person.name for person in answers.people if person not in born(answers)]
    return list(dict.fromkeys(name for name in names if is_unborn(answers, name)))


def is_agreed(answers: "ConsentAnswers") -> bool:
    """There is help that somebody agreed to."""
    return answers.decision not in NO_CONSENT and bool(agreeing(answers))


def is_alone(answers: "ConsentAnswers") -> bool:
    """The help rests on what a child or young person says, whatever the decision is called."""
    by_choice = answers.decision == Decision.CHILD
    return is_agreed(answers) and (by_choice or not agreeing(answers, Role.PARENT))


def asking_is_unsafe(answers: "ConsentAnswers") -> bool:
    """Nobody is sent to ask or tell anyone anything where that may put a child at more risk."""
    return answers.without.risk == Risk.YES or answers.without.asking_adds == YesNo.YES


def paper_is_unsafe(answers: "ConsentAnswers") -> bool:
    """A page at home could warn whoever is feared."""
    return asking_is_unsafe(answers) or answers.without.risk == Risk.UNSURE


def age(answers: "ConsentAnswers", person: Person) -> int | None:
    """As written down, or else by the date of birth of the child with that name."""
    child = _child(answers, person.name)
    if person.age is None and child and child.born:
        return people.age(child.born, answers.day)
    return person.age


def is_judged_able(answers: "ConsentAnswers", person: Person) -> bool:
    """Old enough to decide, or judged able to make this decision by someone who wrote it down."""
    years = age(answers, person)
    judged = {same(each.name) for each in answers.competence if each.judged == Judged.YES}
    return (years is not None and years >= ADULT_FOR_CONSENT) or same(person.name) in judged


def named(answers: "ConsentAnswers", found: list[Person]) -> str:
    """Mum, Dad and Sam (15): an age stands beside everyone who is not of age."""
    return listed(_with_age(answers, person) for person in found)


def _with_age(answers: "ConsentAnswers", person: Person) -> str:
    years = age(answers, person)
    return f"{person.name} ({years})" if years is not None and years < OF_AGE else person.name


def sentence(answers: "ConsentAnswers") -> str:
    """What people said, in one line that leaves nobody out."""
    asked = born(answers)
    back = [person for person in asked if person.answer == Answer.TAKES_BACK]
    no = [person for person in asked if person.answer == Answer.DOES_NOT]
    groups = (
        (agreeing(answers), "agrees", "agree"),
        (no, "does not agree", "do not agree"),
        (back, "takes back an earlier yes", "take back an earlier yes"),
        (not_asked(answers), "was not asked", "were not asked"),
    )
    return " ".join(
        f"{named(answers, found)} {one if len(found) == 1 else many}." for found, one, many in groups if found
    )


def is_so(answers: "ConsentAnswers") -> bool:
    """The words of the decision can stand in the record beside what each person said."""
    parents, asked = len(agreeing(answers, Role.PARENT)), born(answers)
    if answers.decision == Decision.CHILD:
        return False  # whether they can decide is judged for each, and said in words of its own
    if answers.decision == Decision.ONE_PARENT:
        return parents == 1
    if answers.decision == Decision.MIXED:
        return 0 < len(agreeing(answers)) < len(asked)
    if answers.decision in NO_CONSENT:
        return bool(refusing(answers))
    return bool(agreeing(answers))


def contradictions(answers: "ConsentAnswers") -> Iterator[str]:
    """Where the decision says what people did not."""
    parents, children = (len(agreeing(answers, role)) for role in (Role.PARENT, Role.CHILD))
    says = f"You chose “{answers.decision.label}”, but"
    mend = "Mend what was decided, or what each person said."
    if answers.decision in (Decision.CHILD, Decision.CHILD_AND_PARENTS) and not children:
        yield f"{says} no child is written down as agreeing. {mend}"
    if answers.decision in (Decision.ONE_PARENT, Decision.SINGLE_AGENCY, Decision.CHILD_AND_PARENTS) and not parents:
        yield f"{says} no parent or carer is written down as agreeing. {mend}"
    if answers.decision == Decision.BOTH_PARENTS and parents < BOTH:
        yield f"{says} fewer than two parents or carers are written down as agreeing. {mend}"
    if answers.decision in NO_CONSENT and agreeing(answers):
        yield f"{says} {named(answers, agreeing(answers))} is written down as agreeing. {mend}"
    if otherwise := _left_out(answers):
        yield f"{says} not so {named(answers, otherwise)}. Choose “{Decision.MIXED.label}”, or mend an answer."


def _left_out(answers: "ConsentAnswers") -> list[Person]:
    """Those for whom a decision that names parents, or the child, would speak although they said otherwise."""
    if answers.decision == Decision.BOTH_PARENTS:
        return refusing(answers, Role.PARENT)
    if answers.decision == Decision.CHILD_AND_PARENTS:
        return [*refusing(answers), *not_asked(answers, Role.PARENT)]
    return []
