"""Who signs what: each person a page of their own, and only who made the record the record.

The record holds what everyone said and wished, so whoever signs it on paper reads all of it. A page holds what its
reader said, and where a page could give away what is another’s there is none, and nothing to sign.
"""

from pyforms.consent import carried, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import How, Person, Role, Signature, Signing
from pyforms.consent.signature import is_drawn, is_typed, picture
from pyforms.document import Blank, Block, Heading, paragraph
from pyforms.wording import day

type Blocks = tuple[Block, ...]

OF_THE_TEAM = (
    "This record is the team’s. It holds what each person said and wished and what you weighed: it is shown to nobody "
    "in the family and signed by none of them, and no copy of it goes home. Each signs a page of their own. Whoever "
    "asks to see what is held about them asks as your privacy notice says."
)


def is_old_enough(answers: ConsentAnswers, person: Person) -> bool:
    """A small child’s yes is a view, told in play or in words; nobody is sent to have it signed."""
    years = said.age(answers, person)
    return person.role == Role.PARENT or (years is not None and years >= said.RARELY_ALONE)


def is_signed(answers: ConsentAnswers, person: Person) -> bool:
    return said.is_signed(answers, person.signature, person.name)


def is_still_to_sign(answers: ConsentAnswers, person: Person) -> bool:
    """They agreed and can sign, and have not. Nobody who said no gets a line for a yes."""
    can = is_old_enough(answers, person) or person.how == How.WRITTEN
    return person.agrees and can and not is_signed(answers, person)


def on_own_page(answers: ConsentAnswers, person: Person) -> Blocks:
    """The line to sign, or what they signed on the screen; nothing for a small child."""
    if is_signed(answers, person):
        return (Heading(2, "Your signature"), *mark(answers, person.signature, person.name))
    if is_still_to_sign(answers, person):
        return (
            Heading(2, "Your signature"),
            paragraph("Sign only if this says what you said."),
            *_read_first(person),
            Blank(f"Signature of {person.name}, who agrees, and date"),
        )
    return ()


def _read_first(person: Person) -> Blocks:
    """Nobody signs what they cannot read."""
    if not carried.reads_no_english(person):
        return ()
    tongue = carried.language(person)
    into = f" in {tongue}" if tongue else ""
    return (
        paragraph(f"Do not sign what you cannot read. Ask us to have this read to you{into}, and not by your family."),
        Blank(f"Read to {person.name}{into} by (name and job), and date"),
    )


def in_record(answers: ConsentAnswers, person: Person, page: str) -> Blocks:
    """What this person signed, or what is to be printed for them to sign: `page` is the title of theirs, or empty where
    they have none."""
    marked = mark(answers, person.signature, person.name)
    if person.refuses:
        spoken = " by word of mouth" if person.is_heard else ""
        stands = (paragraph("What was signed stands under that no:"), *marked) if marked else ()
        return (paragraph(f"{person.name} said no{spoken}, and is asked to sign nothing."), *stands)
    if is_signed(answers, person):
        return marked
    if not is_still_to_sign(answers, person):
        return (*marked, paragraph(f"{person.name} said yes. No signature is asked for."))
    return (*marked, paragraph(_what_to_sign(person, page)))


def _what_to_sign(person: Person, page: str) -> str:
    if page:
        first = f" First have it {carried.read_to(person)} and not at home." if carried.reads_no_english(person) else ""
        return f"{person.name}: print “{page}” twice. {person.name} signs one for the file, and keeps the other.{first}"
    return (
        f"{person.name}: nothing to sign, on paper or on this screen, as there is no page for them. “Pages to keep” "
        "says why. Their yes stands as it is written above."
    )


def to_do(answers: ConsentAnswers, person: Person, page: str) -> str:
    """What is left to do for someone who chose to sign on paper; empty where nothing is."""
    if person.signature.how != Signing.PAPER or not is_still_to_sign(answers, person):
        return ""
    if page:
        return f"Print “{page}” for {person.name} to sign. Nobody in the family signs or sees this record."
    return f"{person.name} has no page, and so nothing to sign: “Pages to keep” says why. Their yes stands as written."


def mark(answers: ConsentAnswers, given: Signature, name: str) -> Blocks:
    """What was drawn or typed, and no more than can be known of it; empty where there is no signature."""
    when = day(given.on or answers.day)
    if given.how == Signing.DRAWN and is_drawn(given.drawn):
        return (paragraph(f"{name}, signed on the screen, {when}:"), picture(given.drawn, name))
    if given.how != Signing.TYPED or not is_typed(given.typed):
        return ()
    if said.is_signed(answers, given, name):
        return (paragraph(f"{name}: typed “{given.typed}” as their signature, {when}."),)
    why = (
        "More than one person here typed it, and it could be either’s name."
        if said.is_typed_twice(answers, given.typed)
        else "It is not the name written above, so it does not count as signed yet."
    )
    return (paragraph(f"“{given.typed}” was typed as the signature of {name}, {when}. {why}"),)
