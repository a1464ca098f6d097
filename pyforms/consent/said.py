"""Who said what: the facts on which the record, the pages and the questions rest.

A decision only sums people up: it never speaks for someone who said otherwise.
"""

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

from pyforms import danger, fields, people
from pyforms.consent import kept_from, names
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Answer, Child, Decision, Judged, Person, Risk, Role, Signature, Signing, YesNo
from pyforms.consent.signature import is_drawn, is_name_of
from pyforms.resources import read_toml
from pyforms.wording import listed, same

ADULT_FOR_CONSENT = 16  # Doncaster’s handbook, frequent questions: "Can a child under 16 consent…?"
RARELY_ALONE = 13  # our caution: Gillick competence has no lowest age, and below this it is rarely enough
ITEM_BY_ITEM = 8  # our caution: below, a yes is a view, told in the child’s own way, and no answer to a list of things
SPEAKS = 2  # years; below, a child shows how things are, and says neither yes nor no
OF_AGE = 18
LEAST_NAME = 3  # letters of a part of a name that is looked for in words
NO_CONSENT = (Decision.NONE, Decision.WITHDRAWN)
OF_PARENTS = (Decision.ONE_PARENT, Decision.BOTH_PARENTS, Decision.CHILD_AND_PARENTS)
BOTH = 2
CENTURY, FOUR_FIGURES = 2000, 1000
NO_PARENT = re.compile(
    r"\b(step\w*|nans?|nanna|gran\w*|grand\w*|aunt\w*|uncles?|sisters?|brothers?|cousins?|foster\w*|guardians?|sgo"
    r"|social workers?|councils?|local authority|corporate|neighbours?|friends?|partners?)\b",
    re.IGNORECASE,
)
HAS_RESPONSIBILITY = re.compile(r"\b(parental responsibility|pr|special guardian\w*|sgo)\b", re.IGNORECASE)
NOT_YET = re.compile(
    r"\b(no|not|without|never|nor|unsure|unknown|whether|\w+n[’']t|appl\w+|wait\w*|seek\w*|wants?|asking|interim)\b|\?",
    re.IGNORECASE,
)
ANOTHER_HAS = re.compile(r"\b(mum|mother|dad|father|parents?)\b", re.IGNORECASE)
CLAUSE = re.compile(r"[,;.]| but ")
OFFICE = re.compile(r"\b(social workers?|council|local authority)\b", re.IGNORECASE)
LOOKED_AFTER = re.compile(
    r"\b(looked[ -]after|lac|cla|care order|corporate parent|section 20|s ?\.? ?20|in care|foster\w*)\b", re.IGNORECASE
)


def is_unborn(answers: ConsentAnswers, name: str) -> bool:
    """By the child of that name, or else by the name itself."""
    child = child_of(answers, name) or Child(name=name)
    return people.is_unborn(child.name, answers.day, born=child.born, due=child.due)


def is_overdue(answers: ConsentAnswers, name: str) -> bool:
    """Nobody has written down whether this child is born."""
    child = child_of(answers, name)
    return child is not None and people.is_overdue(answers.day, born=child.born, due=child.due)


def birth(answers: ConsentAnswers, child: Child) -> str:
    return people.birth(child.name, answers.day, born=child.born, due=child.due)


def child_of(answers: ConsentAnswers, name: str) -> Child | None:
    """The one child of that name; where two share it, nobody knows which."""
    found = [child for child in answers.children if same(child.name) == same(name)]
    return found[0] if len(found) == 1 else None


def born(answers: ConsentAnswers) -> list[Person]:
    """Everyone written down who can have an answer."""
    return [person for person in answers.people if person.role == Role.PARENT or _is_here(answers, person)]


def _is_here(answers: ConsentAnswers, person: Person) -> bool:
    """An age that is written down says more than a due date that has passed, or a name such as Noor Due."""
    child = child_of(answers, person.name) or Child(name=person.name)
    if person.age:
        return not people.is_unborn("", answers.day, born=child.born, due=child.due)
    return not (is_overdue(answers, person.name) or is_unborn(answers, person.name))


def agreeing(answers: ConsentAnswers, role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.agrees and role in (None, person.role)]


def refusing(answers: ConsentAnswers, role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.refuses and role in (None, person.role)]


def not_asked(answers: ConsentAnswers, role: Role | None = None) -> list[Person]:
    return [person for person in born(answers) if person.answer == Answer.NOT_ASKED and role in (None, person.role)]


def answering(answers: ConsentAnswers) -> list[Person]:
    return [person for person in born(answers) if person.answer != Answer.NOT_ASKED]


def unborn(answers: ConsentAnswers) -> list[str]:
    """Those who are not born yet, or of whom nobody knows whether they are."""
    everyone = [child.name for child in answers.children]
    everyone += [person.name for person in answers.people if person not in born(answers)]
    here = {same(person.name) for person in born(answers)}
    away = (name for name in everyone if is_unborn(answers, name) or is_overdue(answers, name))
    return list(dict.fromkeys(name for name in away if same(name) not in here))


def is_agreed(answers: ConsentAnswers) -> bool:
    """There is help that somebody agreed to."""
    return answers.decision not in NO_CONSENT and bool(agreeing(answers))


def nobody_was_asked(answers: ConsentAnswers) -> bool:
    return not answering(answers)


def is_alone(answers: ConsentAnswers) -> bool:
    """The help rests on what a child or young person says, whatever the decision is called."""
    by_choice = answers.decision == Decision.CHILD
    return is_agreed(answers) and (by_choice or not agreeing(answers, Role.PARENT))


def asking_is_unsafe(answers: ConsentAnswers) -> bool:
    """Nobody is sent to ask or tell anyone anything where that may put a child at more risk."""
    return answers.without.risk == Risk.YES or answers.without.asking_adds == YesNo.YES


def paper_is_unsafe(answers: ConsentAnswers) -> bool:
    """A page at home could warn whoever is feared."""
    return asking_is_unsafe(answers) or answers.without.risk == Risk.UNSURE or bool(untold_dangers(answers))


def stated_dangers(answers: ConsentAnswers) -> list[str]:
    """Each danger that is told outright, in whatever box, in the words in which it was typed."""
    return list(dict.fromkeys(sign.said for _, sign in _stated(answers)))


def _stated(answers: ConsentAnswers) -> Iterator[tuple[str, danger.Sign]]:
    """The same, each with the whole answer in which it stands."""
    return ((text, sign) for text, sign in _signs(answers) if sign.stated)


def _signs(answers: ConsentAnswers) -> Iterator[tuple[str, danger.Sign]]:
    texts = fields.texts(fields.walk(type(answers)), answers.model_dump(mode="json", exclude_defaults=True))
    told = ((path, text, sign) for path, _, text in texts for sign in danger.read(text))
    return ((text, sign) for path, text, sign in told if not names.is_in_a_name(path, sign.said))


def is_known(answers: ConsentAnswers) -> bool:
    """Social care or the police know of the danger: which of them, whom there, and since when, all written down."""
    return is_told(answers) and not newer_than_known(answers)


def is_told(answers: ConsentAnswers) -> bool:
    """Somebody who must know was told of a danger, though perhaps not of this one."""
    known = answers.known
    return bool(known.to and known.on and known.on <= answers.day) and is_reached(known.who)


def newer_than_known(answers: ConsentAnswers, *, stated: bool = True) -> list[str]:
    """The dangers whose own words say that they were after the day on which somebody was told: those told outright, or
    whatever may tell of one."""
    on = answers.known.on
    if on is None:
        return []
    since = (answers.day - on).days
    newer = (
        sign.said
        for text, sign in (_stated(answers) if stated else _signs(answers))
        if since > _within(text, sign.said) or any(on < day <= answers.day for day in _days(sign.said, answers.day))
    )
    return list(dict.fromkeys(newer))


def _within(text: str, sentence: str) -> float:
    """For how many days a danger told in these words can have been known."""
    rows = ((each, text if each.get("anywhere") else sentence) for each in _known()["recent"])
    return min((each["days"] for each, words in rows if re.search(each["words"], words.lower())), default=math.inf)


def _days(words: str, record: date) -> Iterator[date]:
    """The days that some words name, as 25 November or 25/11/2026; without a year the last one of that name."""
    for found in re.finditer(_known()["written_day"], words.lower()):
        month = found["number"] or _known()["months"].index(found["month"]) + 1
        year = int(found["year"] or record.year)
        with suppress(ValueError):
            day = date(year + CENTURY if year < FOUR_FIGURES else year, int(month), int(found["day"]))
            yield day if found["year"] or day <= record else day.replace(year=record.year - 1)


def is_reached(who: str) -> bool:
    """Somebody who was told is named, or a reference is: "not yet" and "x" name nobody."""
    own = _known()
    is_long = sum(map(str.isalnum, who)) >= own["least"]
    return is_long and not any(re.search(words, who.lower()) for words in own["reached_nobody"])


@cache
def _known() -> dict[str, Any]:
    return read_toml("pyforms.consent", "known.toml")


def is_in_words_of_danger(answers: ConsentAnswers, person: Person) -> bool:
    """A part of their name stands in a danger that is told outright: they may be who is feared."""
    parts = [part for part in person.name.lower().split() if len(part) >= LEAST_NAME]
    told = {word for each in stated_dangers(answers) for word in re.findall(r"\w+", each.lower())}
    return any(part in told for part in parts)


def untold_dangers(answers: ConsentAnswers) -> list[str]:
    """The dangers told outright of which nobody has written down that those who must know of them do."""
    return [] if is_known(answers) else stated_dangers(answers)


def age(answers: ConsentAnswers, person: Person) -> int | None:
    """As written down, or else by the date of birth of the child with that name. An age in doubt is no age."""
    by_birth = age_by_birth(answers, person)
    if by_birth is not None and person.age not in (None, by_birth):
        return None
    return by_birth if person.age is None else person.age


def age_by_birth(answers: ConsentAnswers, person: Person) -> int | None:
    birthday = birthday_of(answers, person)
    return people.age(birthday, answers.day) if birthday else None


def birthday_of(answers: ConsentAnswers, person: Person) -> date | None:
    child = child_of(answers, person.name) if person.role == Role.CHILD else None
    return child.born if child and child.born and child.born <= answers.day else None


def is_judged_able(answers: ConsentAnswers, person: Person) -> bool:
    """Old enough to decide, or judged able to make this decision by someone who wrote down what they weighed."""
    years = age(answers, person)
    judged = {same(each.name) for each in answers.competence if each.judged == Judged.YES and each.is_made}
    known_apart = not shares_a_name(answers, person)
    return (years is not None and years >= ADULT_FOR_CONSENT) or (known_apart and same(person.name) in judged)


def item_by_item(answers: ConsentAnswers) -> list[Person]:
    """Those who agreed, and can have answered each thing on its own: never a small child."""
    return [person for person in agreeing(answers) if _answers_each(answers, person)]


def _answers_each(answers: ConsentAnswers, person: Person) -> bool:
    years = age(answers, person)
    old_enough = years is not None and years >= ITEM_BY_ITEM
    return person.role == Role.PARENT or old_enough or is_judged_able(answers, person)


def is_no_parent(person: Person) -> bool:
    """By what is written of them, a carer or an office, who is nobody’s parent and has not a parent’s say either."""
    carer = person.role == Role.PARENT and bool(NO_PARENT.search(f"{person.name}, {person.relationship}"))
    return carer and not has_responsibility(person)


def has_responsibility(person: Person) -> bool:
    """It is written down of this very person. Whether it is so, nobody here can know."""
    if OFFICE.search(f"{person.name}, {person.relationship}") or LOOKED_AFTER.search(person.relationship):
        return False
    first, *rest = CLAUSE.split(person.relationship)
    own = (first, *(clause for clause in rest if not ANOTHER_HAS.search(clause)))
    return any(HAS_RESPONSIBILITY.search(clause) and not NOT_YET.search(clause) for clause in own)


def may_be_looked_after(answers: ConsentAnswers) -> bool:
    """Words of care by a council stand in the record, or an office stands among the parents."""
    parents = [person for person in answers.people if person.role == Role.PARENT]
    offices = [f"{person.name}, {person.relationship}" for person in parents]
    told = [
        answers.purpose,
        answers.restrictions,
        answers.changed,
        *(person.why_not_asked for person in answers.people),
    ]
    return any(LOOKED_AFTER.search(words) for words in (*told, *offices)) or any(map(OFFICE.search, offices))


def is_theirs(answers: ConsentAnswers, whose: str, person: Person) -> bool:
    """What was said or wished by the names in `whose` is this person’s; where nobody is named, that of the one who
    answered."""
    if not whose:
        return len(answering(answers)) == 1
    return same(person.name) in named_in(whose, [each.name for each in answers.people])


def is_kept_private_from(answers: ConsentAnswers, person: Person) -> bool:
    """What is to be kept private names this person, and not only as the one who wishes it."""
    theirs = [each for each in answering(answers) if is_theirs(answers, answers.wished_by, each)]
    return kept_from.is_kept_from(answers, person, theirs)


def named_in(whose: str, everyone: list[str]) -> set[str]:
    """Which of the names stand in a text; the longest first, so that Ella is not found in Ella Lowe."""
    rest, found = same(whose), set()
    for name in sorted({same(each) for each in everyone}, key=len, reverse=True):
        cut = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "·", rest)
        if cut != rest:
            found.add(name)
        rest = cut
    return found


def shares_a_name(answers: ConsentAnswers, person: Person) -> bool:
    return sum(same(each.name) == same(person.name) for each in answers.people) > 1


def is_signed(answers: ConsentAnswers, given: Signature, name: str) -> bool:
    """A drawing that is more than a dot, or a typed name that can be theirs, and that nobody else here typed too."""
    typed = given.how == Signing.TYPED and is_name_of(given.typed, name) and not is_typed_twice(answers, given.typed)
    return typed or (given.how == Signing.DRAWN and is_drawn(given.drawn))


def is_typed_twice(answers: ConsentAnswers, typed: str) -> bool:
    """Two people typed the same, and it could be either’s name: whose it is, only they can say."""
    signers = [(person.name, person.signature) for person in answers.people]
    signers.append((answers.worker.name, answers.worker.signature))
    alike = [name for name, given in signers if same(given.typed) == same(typed) and is_name_of(given.typed, name)]
    return len(alike) > 1


def named(answers: ConsentAnswers, found: list[Person]) -> str:
    """Mum, Dad and Sam (15): an age stands beside everyone who is not of age."""
    return listed(_with_age(answers, person) for person in found)


def _with_age(answers: ConsentAnswers, person: Person) -> str:
    years = age(answers, person)
    return f"{person.name} ({aged(answers, person)})" if years is not None and years < OF_AGE else person.name


def aged(answers: ConsentAnswers, person: Person) -> str:
    """15, or 5 months; empty where nobody knows."""
    birthday, years = birthday_of(answers, person), age(answers, person)
    if years is None:
        return ""
    if birthday:
        return people.aged(birthday, answers.day)
    return str(years) if years else "under 1"


def sentence(answers: ConsentAnswers) -> str:
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


def is_so(answers: ConsentAnswers) -> bool:
    """The words of the decision can stand in the record beside what each person said."""
    parents, asked = agreeing(answers, Role.PARENT), born(answers)
    if answers.decision == Decision.CHILD:
        return False  # whether they can decide is judged for each, and said in words of its own
    if answers.decision in OF_PARENTS and any(
        is_no_parent(person) or shares_a_name(answers, person) for person in parents
    ):
        return False
    if answers.decision == Decision.ONE_PARENT:
        return len(parents) == 1
    if answers.decision == Decision.MIXED:
        return 0 < len(agreeing(answers)) < len(asked)
    if answers.decision in NO_CONSENT:
        return bool(refusing(answers))
    return bool(agreeing(answers))


def contradictions(answers: ConsentAnswers) -> Iterator[str]:
    """Where the decision says what people did not. What each said stands: the decision is to be chosen anew."""
    parents, children = (len(agreeing(answers, role)) for role in (Role.PARENT, Role.CHILD))
    says = f"You chose “{answers.decision.label}”, but"
    fits = f"{_that_fits(answers)} What each person said stays as they said it."
    if answers.decision in (Decision.CHILD, Decision.CHILD_AND_PARENTS) and not children:
        yield f"{says} no child is written down as agreeing. {fits}"
    if answers.decision in (Decision.ONE_PARENT, Decision.SINGLE_AGENCY, Decision.CHILD_AND_PARENTS) and not parents:
        yield f"{says} no parent or carer is written down as agreeing. {fits}"
    if answers.decision == Decision.BOTH_PARENTS and parents < BOTH:
        yield f"{says} fewer than two parents or carers are written down as agreeing. {fits}"
    if answers.decision in NO_CONSENT and (agree := agreeing(answers)):
        yield f"{says} {named(answers, agree)} {'is' if len(agree) == 1 else 'are'} written down as agreeing. {fits}"
    if otherwise := _left_out(answers):
        yield f"{says} not so {named(answers, otherwise)}. {fits}"


def _that_fits(answers: ConsentAnswers) -> str:
    """Where people differ, one choice is true of all of them, and the record says of each what they said."""
    if 0 < len(agreeing(answers)) < len(born(answers)):
        return f"Choose “{Decision.MIXED.label}”: the record states what each of them said."
    return "Choose what fits, or add who is missing above."


def _left_out(answers: ConsentAnswers) -> list[Person]:
    """Those for whom a decision that names parents, or the child, would speak although they said otherwise."""
    if answers.decision == Decision.BOTH_PARENTS:
        return [*refusing(answers, Role.PARENT), *not_asked(answers, Role.PARENT)]
    if answers.decision == Decision.CHILD_AND_PARENTS:
        return [*refusing(answers), *not_asked(answers, Role.PARENT)]
    return []
