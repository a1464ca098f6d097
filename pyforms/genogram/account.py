"""What a picture took in of its text, and what it did not: one account for the page, the picture and the files."""

from dataclasses import dataclass

from pyforms.genogram import notation, spoken
from pyforms.genogram.family import Family, sound

SHORTENED = 60  # letters of a line that the picture itself names
LISTED = 6  # things that the picture itself names
MOST = 100  # things that the page and the files name; nobody mends more at a time, and thousands hold up the page


@dataclass(frozen=True)
class Account:
    """`problems` are to be mended or asked, `taken` is how a line was read that the notation writes otherwise."""

    family: Family
    lines: int
    problems: tuple[str, ...]
    taken: tuple[str, ...]
    in_all: int  # problems, of which no more than MOST are named
    short: tuple[str, ...]  # the problems, for the picture itself
    lost: str  # the first problem that a step would make worse, because its words are not with the family

    @property
    def summary(self) -> str:
        """One line for the picture's own description."""
        return " ".join((spoken.summary(self.family), *self.short[:1]))

    @property
    def taken_in(self) -> str:
        family = self.family
        couples = [union for union in family.unions if len(union.partners) > 1]
        parts = (
            _counted(len([one for one in family.people.values() if not one.loss]), "person", "people"),
            _counted(len(couples), "couple"),
            _counted(len(family.unions) - len(couples), "single parent"),
            _counted(sum(bool(one.loss) for one in family.people.values()), "loss", "losses"),
            _counted(len(family.households), "household"),
            _counted(len(family.ties), "line of how two people get on", "lines of how people get on"),
        )
        said = [part for part in parts if not part.startswith("0 ")]
        return f"From {_counted(self.lines, 'line')}: {', '.join(said)}."


def account(text: str) -> Account:
    read, faults, taken = notation.reading(text)
    family, wrong = sound(read)
    problems = (*(f"Line {fault.line}: {fault.message}" for fault in faults), *wrong)
    short = (*(f"line {fault.line}: {_named(fault)}" for fault in faults), *(_first(each) for each in wrong))
    return Account(
        family,
        sum(bool(line.split("#")[0].strip()) for line in text.splitlines()),
        _few(problems),
        _few(tuple(f"Line {each.line}: {each.message}" for each in taken)),
        len(problems),
        _listed(short),
        next((f"Mend line {each.line} of the text first: {each.message}" for each in faults if not each.is_kept), ""),
    )


def _few(messages: tuple[str, ...]) -> tuple[str, ...]:
    more = len(messages) - MOST
    return (*messages[:MOST], f"and {more:,} more") if more > 0 else messages


def _listed(short: tuple[str, ...]) -> tuple[str, ...]:
    if not short:
        return ()
    head = f"{_counted(len(short), 'thing')} in the text not read, not drawn, or to check:"
    more = (f"and {len(short) - LISTED} more",) if len(short) > LISTED else ()
    return (head, *short[:LISTED], *more)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _named(fault: notation.Fault) -> str:
    """The words that it is about, or the question."""
    question, asked, _ = fault.message.partition("?")
    return f"{question}?" if asked and question.startswith("Is ") else f"“{_cut(fault.said)}”"


def _cut(words: str) -> str:
    return words if len(words) <= SHORTENED else f"{words[: SHORTENED - 1]}…"


def _first(message: str) -> str:
    """The first sentence of a message."""
    bare = message.removeprefix("Line ") if message.startswith("Line ") else message
    lead = "line " if bare != message else ""
    return f"{lead}{bare.partition('. ')[0]}"
