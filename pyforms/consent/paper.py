"""What holds a page back until somebody has looked at it: words that a page would print, or whom a wish names.

The record says why, and beside the answer stands a question with what to do. Words that tell of danger outright are
moved; of any others the practitioner may say that pages can be handed out with them as they stand, and whose.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pyforms import danger
from pyforms.consent import about, kept_from, names, printed, said, settled, whose
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Looked, Person, Role, YesNo
from pyforms.consent.readers import readers
from pyforms.form import Offer, Prompt, once
from pyforms.wording import clipped, listed, same

AROUND = " .,;:!?…“”\"'"
LOOKED = "looked"
SAY = "Say whether, and on whose page, it may stand"
DANGER = "Could anyone at home read this?"
ALL_KNOW = "Does everyone who gets a page know this?"
WHERE = "“Words that you looked at, for the pages”"
OPEN = "words that would stand on it may tell of danger. Write them so that anyone at home may read them"
STAND = f"or say under {WHERE} that they may stand."


@dataclass(frozen=True, slots=True)
class Held:
    """Why a page is held: the answer at `path`, the `words` in it, and `whose` page it is; all pages where nobody is
    named. `named` tells of what a service is called, `moved` of words that nobody can let stand, `of` of whom another’s
    page would tell: that it may has to be said of each page."""

    path: str
    words: str
    why: str
    question: str
    reason: str
    suggestion: str
    whose: tuple[str, ...] = ()
    moved: bool = False
    named: bool = False
    of: tuple[str, ...] | None = None

    def is_on_page_of(self, person: Person) -> bool:
        return not self.whose or same(person.name) in self.whose


def why_held(answers: ConsentAnswers, person: Person) -> str:
    return next((each.why for each in _found(answers) if _holds(answers, each, person)), "")


def prompts(answers: ConsentAnswers) -> Iterator[Prompt]:
    """Each question once for an answer, about the first words that it comes from. What a page would tell of another is
    asked in one question, and of those words no second one. Whose page it may be, and whether, is left to be answered.
    Nothing is asked for a page that no answer makes."""
    if said.paper_is_unsafe(answers) or said.nobody_was_asked(answers):
        return
    open_still = [each for each in _found(answers) if _is_open(answers, each)]
    tells = [each for each in open_still if each.of is not None]
    secrets = [each for each in open_still if each.question == ALL_KNOW]
    rest = [each for each in open_still if each.of is None and not _is_asked(each, tells, secrets)]
    if tells:
        yield _one_question(answers, tells)
    first = {(each.path, each.question): each for each in reversed(rest)}
    for each in first.values():
        offer = None if each.moved else Offer(SAY, LOOKED, (("words", each.words),))
        yield Prompt(each.path, each.question, each.reason, each.suggestion, offer)
    yield from _elsewhere(answers)
    yield from whose.prompts(answers)


def _is_asked(each: Held, tells: list[Held], secrets: list[Held]) -> bool:
    """The same words are asked about already, as what tells of somebody or as a secret."""
    if each.moved or each.question not in (DANGER, ALL_KNOW):
        return False
    before = tells if each.question == ALL_KNOW else [*tells, *secrets]
    return any(_is_same(each, other) for other in before)


def _is_same(one: Held, other: Held) -> bool:
    keys = _key(one.words), _key(other.words)
    return one.path == other.path and (keys[0] in keys[1] or keys[1] in keys[0])


def _one_question(answers: ConsentAnswers, tells: list[Held]) -> Prompt:
    """Whose page would say what of whom. One press copies all the words, and leaves whose page and the answer open."""
    on_page = [each for each in readers(answers) if any(held.is_on_page_of(each) for held in tells)]
    lines = (line for reader in on_page for line in _lines(reader, tells))
    words = dict.fromkeys(held.words for held in tells)
    return Prompt(
        tells[0].path,
        f"May {listed(f'{reader.name}’s' for reader in on_page)} page{'s' if len(on_page) > 1 else ''} say this?",
        " ".join(lines),
        "Nobody reads of another what is not theirs to know. Move it to “What does the family want kept private”, or "
        "say for whose page it may stand. Until then no such page is made.",
        Offer(SAY, LOOKED, (("words", ". ".join(words)),)),
    )


def _lines(reader: Person, tells: list[Held]) -> Iterator[str]:
    own = [held for held in tells if held.is_on_page_of(reader)]
    for of in dict.fromkeys(held.of or () for held in own):
        told = listed(dict.fromkeys(f"“{clipped(held.words)}”" for held in own if (held.of or ()) == of))
        whom = "themselves" if of == (reader.name,) else listed(of)
        yield f"{reader.name}’s page would say{f' of {whom}' if of else ''}: {told}."


@once
def _found(answers: ConsentAnswers) -> tuple[Held, ...]:
    """Everything that may hold a page, the truest reason first."""
    danger_told = [*_danger(answers)]
    return (
        *(each for each in danger_told if each.moved),
        *_secrets(answers),
        *_persons(answers),
        *_both(answers),
        *_wish(answers),
        *(each for each in danger_told if not each.moved),
        *_tells(answers),
    )


def _holds(answers: ConsentAnswers, each: Held, person: Person) -> bool:
    return each.is_on_page_of(person) and (each.moved or _looked(answers, each, person) != YesNo.YES)


def _is_open(answers: ConsentAnswers, each: Held) -> bool:
    """Nobody has said yet, of some page that it holds, whether the words may stand there."""
    held = (person for person in readers(answers) if each.is_on_page_of(person))
    return each.moved or any(_looked(answers, each, person) is None for person in held)


def _looked(answers: ConsentAnswers, each: Held, person: Person) -> YesNo | None:
    """What was answered of these words for this person’s page. Where several answered, a yes to words that would stand
    on a page, or that tell of somebody, says whose page it is for."""
    rows = [row for row in answers.looked if _key(each.words) in _key(row.words)]
    given = [row.may for row in rows if _is_for(row, each, person, answers)]
    return YesNo.NO if YesNo.NO in given else next(iter(given), None)


def _is_for(row: Looked, each: Held, person: Person, answers: ConsentAnswers) -> bool:
    if not row.whose:
        on_a_page = len(said.answering(answers)) > 1 and each.path in dict(_help(answers))
        return row.may == YesNo.NO or not (each.of is not None or on_a_page)
    return said.is_theirs(answers, row.whose, person)


def _key(words: str) -> str:
    return same(words).strip(AROUND)


def _printed(answers: ConsentAnswers) -> Iterator[tuple[str, str]]:
    """Every answer that stands on some page, with its path."""
    yield "worker.job", answers.worker.job
    yield "worker.reach", answers.worker.reach
    yield from ((f"agencies.{place}.name", each.name) for place, each in enumerate(answers.agencies))
    yield from _own_words(answers)


def _own_words(answers: ConsentAnswers) -> Iterator[tuple[str, str]]:
    yield from _help(answers)
    yield "restrictions", answers.restrictions


def _help(answers: ConsentAnswers) -> Iterator[tuple[str, str]]:
    """What the help is, what changes, and what somebody will know of it."""
    yield "purpose", answers.purpose
    yield "changed", answers.changed
    yield from ((f"agencies.{place}.what", each.what) for place, each in enumerate(answers.agencies))


def _danger(answers: ConsentAnswers) -> Iterator[Held]:
    """Whatever made the reader of danger ask, long known or not: whoever is feared could read it on paper."""
    told = {*_own_words(answers)}
    for path, words in _printed(answers):
        for sign in danger.read(words) or (danger.unread(words) if (path, words) in told else ()):
            if names.is_in_a_name(path, sign.said):
                yield _named(path, sign.said, _readers_of(answers, path))
            elif not settled.is_a_wish(path, sign):
                yield _telling_of_danger(path, sign)
        if path != "restrictions":
            told_away = (each for each in kept_from.sentences(words) if names.gives_away(each))
            yield from (_named(path, each, _readers_of(answers, path)) for each in told_away)


def _readers_of(answers: ConsentAnswers, path: str) -> tuple[str, ...]:
    """Whose page a name would stand on; of nobody's where no page prints it yet, that of anyone."""
    on = [each for each in said.answering(answers) if path in dict(printed.on_page_of(answers, each))]
    return tuple(same(each.name) for each in on)


def _named(path: str, words: str, whose_page: tuple[str, ...]) -> Held:
    """What a service is called tells what the help is about, and tells of no danger."""
    return Held(
        path,
        words,
        f"a job or a service that would stand on it tells what the help is about. Write it so that anyone at home may "
        f"read it, {STAND}",
        DANGER,
        f"“{clipped(words)}” could stand on a page to keep, and tells what the help is about.",
        "Write it so that it gives nothing away, or say whether pages may be handed out with it, and whose.",
        whose_page,
        named=True,
    )


def _telling_of_danger(path: str, sign: danger.Sign) -> Held:
    return Held(
        path,
        sign.said,
        f"{OPEN}." if sign.stated else f"{OPEN}, {STAND}",
        DANGER,
        f"“{clipped(sign.said)}” could stand on a page to keep, and whoever is feared could read it.",
        "Write it in words for everyone, and keep what must not be read out of this box."
        if sign.stated
        else "Write it in words for everyone, or say whether pages may be handed out with it, and whose.",
        moved=sign.stated,
    )


def _secrets(answers: ConsentAnswers) -> Iterator[Held]:
    """The help itself may tell one person’s secret to another."""
    for path, words in _help(answers):
        for sentence in kept_from.unknowing(words):
            yield Held(
                path,
                sentence,
                f"the help says that somebody does not know something, and it would stand on it. Move that to what is "
                f"to be kept private, {STAND}",
                ALL_KNOW,
                f"“{clipped(sentence)}” could stand on a page to keep. It may tell a secret.",
                "Say here only what all of them know, and move the rest to “What does the family want kept private”.",
            )


def _tells(answers: ConsentAnswers) -> Iterator[Held]:
    """A page would tell its reader of another. Where the words may tell of danger or a secret too, everybody is a
    reader who has to be thought of."""
    graver = [*_secrets(answers), *(each for each in _danger(answers) if not (each.moved or each.named))]
    for reader in said.answering(answers):
        for told in about.told(answers, printed.help_of(answers, reader)):
            each = _telling(reader, told)
            theirs = told.own == same(reader.name) or _is_said_together(answers, told, reader)
            if not theirs or any(_is_same(each, other) for other in graver):
                yield each


def _telling(reader: Person, told: about.Told) -> Held:
    others = tuple(name for name in told.of if same(name) != same(reader.name)) or told.of
    why = (
        f"it would say{f' of {listed(others)}' if others else ''}: “{clipped(told.words)}”. Move that to what is to be "
        f"kept private, or say under {WHERE} that it may stand on {reader.name}’s page."
    )
    return Held(told.path, told.words, why, "", "", "", (same(reader.name),), of=others)


def _is_said_together(answers: ConsentAnswers, told: about.Told, reader: Person) -> bool:
    """A young person and whoever reads it said it both of what a service may know."""
    _, place, *_ = f"{told.path}..".split(".")
    if not place:
        return False
    by = answers.agencies[int(place)].said_by
    of = [each for each in said.answering(answers) if each.name in told.of and each != reader]
    return bool(of) and all(each.role == Role.CHILD and said.is_theirs(answers, by, each) for each in of)


def _persons(answers: ConsentAnswers) -> Iterator[Held]:
    """A person who was asked stands among those whom the family would rather not tell."""
    for place, each in enumerate(answers.agencies):
        others = _others(answers, each) if each.may == YesNo.NO else []
        if others:
            who = listed(person.name for person in others)
            yield Held(
                f"agencies.{place}.name",
                each.name,
                "the family would rather not have them told: they stand under “Who will know”. Ask what was meant.",
                f"Is {who} to be kept out?",
                f"You wrote “{each.name}”, and {who} {_were(others)} asked too. Until you say, {who} will get no page.",
                "If so, write it under “What does the family want kept private”, and whose wish it is. If somebody "
                "else is meant, say that pages may be handed out.",
                tuple(same(person.name) for person in others),
            )


def _elsewhere(answers: ConsentAnswers) -> Iterator[Prompt]:
    """The same, among those who will be told: what one of the family may know is no agency's."""
    for place, each in enumerate(answers.agencies):
        others = _others(answers, each) if each.may == YesNo.YES else []
        if others:
            who = listed(person.name for person in others)
            reason = f"You wrote “{each.name}”, and {who} {_were(others)} asked too."
            advice = (
                "This list is for services, and for people who were not asked. Take them out here, or add a surname."
            )
            yield Prompt(f"agencies.{place}.name", f"Does {who} belong here?", reason, advice)


def _others(answers: ConsentAnswers, agency: Agency) -> list[Person]:
    """Those who were asked and may be meant: never the one who alone said it."""
    if kept_from.is_service(agency.name):
        return []
    return [found for found in kept_from.people_in(answers, agency.name) if not _is_own(answers, agency, found)]


def _is_own(answers: ConsentAnswers, agency: Agency, person: Person) -> bool:
    """Whoever alone said so means somebody else."""
    return len(said.answering(answers)) == 1 or (
        bool(agency.said_by) and said.is_theirs(answers, agency.said_by, person)
    )


def _both(answers: ConsentAnswers) -> Iterator[Held]:
    if told := kept_from.told_all_the_same(answers):
        yield Held(
            "restrictions",
            answers.restrictions,
            f"what is to be kept private names {listed(told)}, who are to be told. Ask which is meant.",
            "Which of the two is meant?",
            f"What is to be kept private names {listed(told)}, and “Who will know” says yes to the same.",
            "Ask them, and mend one. If both hold, say that pages may be handed out. Until then there is no page.",
        )


def _were(found: list[Person]) -> str:
    return "was" if len(found) == 1 else "were"


def _wish(answers: ConsentAnswers) -> Iterator[Held]:
    """Whoever a wish names may be the one from whom it is kept."""
    kept = [person for person in said.answering(answers) if said.is_kept_private_from(answers, person)]
    if kept:
        who = listed(person.name for person in kept)
        yield Held(
            "restrictions",
            answers.restrictions,
            "they are named in what is to be kept private. Ask from whom it is to be kept, and say under "
            f"{WHERE} whether their page may be handed out.",
            f"Is this to be kept from {who}?",
            f"It names {who}, who {_were(kept)} asked too. Until you have looked at it there is no page for {who}; "
            "their page never says this.",
            "Check whose wish it is. If their page gives nothing away, say that it may be handed out.",
            tuple(same(person.name) for person in kept),
        )
