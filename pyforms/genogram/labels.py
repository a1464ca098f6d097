"""What stands under a symbol: the name, wrapped, then the dates and the age."""

from datetime import date

from pyforms.genogram.family import Person, Sex
from pyforms.moment import age

LETTER = 7.2  # about as wide as a letter of 13 is
LINE = 15.0  # from line to line
WIDEST = 14  # letters in a line
MOST = 4  # lines of a name


def label(person: Person, on: date, said: tuple[str, ...] = ()) -> tuple[str, ...]:
    """`said` is how they came to those who care for them, in the family's word."""
    words = (line for each in dict.fromkeys(said) for line in wrapped(each))
    return (*wrapped(person.name), *_dates(person), *_age(person, on), *words)


def wrapped(name: str) -> tuple[str, ...]:
    """Lines of at most 14 letters; a longer word is cut, and past four lines the rest is left to the description."""
    lines: list[str] = []
    for word in name.split():
        for piece in (word[at : at + WIDEST] for at in range(0, len(word), WIDEST)):
            if lines and len(lines[-1]) + 1 + len(piece) <= WIDEST:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return tuple(lines) if len(lines) <= MOST else (*lines[: MOST - 1], f"{lines[MOST - 1][: WIDEST - 1]}…")


def _dates(person: Person) -> tuple[str, ...]:
    born = f"{'due' if person.sex == Sex.UNBORN else 'b.'} {_short(person.born)}" if person.born else ""
    died = f"d. {_short(person.died)}" if person.died else ""
    return tuple(words for words in (born, died) if words)


def _short(moment: object) -> str:
    return str(moment).replace("about ", "c. ")


def _age(person: Person, on: date) -> tuple[str, ...]:
    """Only of the living."""
    if person.born is None or person.is_dead or person.loss or person.sex == Sex.UNBORN:
        return ()
    years = age(person.born, on)
    return (f"age {years}",) if years else ()
