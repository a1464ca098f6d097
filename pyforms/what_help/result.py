"""What we say to a family: short, warm and active."""

from collections.abc import Iterable
from datetime import date

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.document import Block, Document, Facts, Heading, Items, Note, Run, bullets, paragraph, text
from pyforms.fields import Choice
from pyforms.form import Result
from pyforms.what_help.answers import Safe, WhatHelpAnswers, Worry
from pyforms.what_help.rules import Help, help_for, someone_is_not_safe

TITLES = {
    Help.EVERYDAY: "Help that is there for every family",
    Help.EARLY_HELP: "Early Help could suit you",
    Help.TEAM: "Early Help with a small team around you could suit you",
    Help.SAFETY: "Being safe comes first",
}
WORDS = {
    Help.EVERYDAY: (
        "It sounds as if things are mostly fine, and a chat with someone who knows your child may be enough.",
        "If things get harder, you can ask for more help at any time.",
    ),
    Help.EARLY_HELP: (
        "Early Help is support that you choose. One person listens to your whole family, and together you make a plan.",
        "You do not have to wait until things get worse. You can say no, and you can stop at any time.",
    ),
    Help.TEAM: (
        "It sounds as if a few things are hard at once. Early Help can bring the people who help you together.",
        "One person keeps it all in one plan, so that you tell your story once. You say who comes, and what you want.",
    ),
    Help.SAFETY: (
        "You said that someone is not safe, or may not be. That matters most, and it is not your fault.",
        "You can talk to someone today. They will listen and help you to work out what to do.",
    ),
}
ASK_FOR = "You could say: “We are finding things hard, and we would like to talk about Early Help.”"


def result(answers: WhatHelpAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - every form's result takes the day
    """The kind of help to ask about, who to ask here, and the family's own words to take along."""
    kind = help_for(answers)
    blocks: tuple[Block, ...] = (
        *_safety(kind, answers, area),
        Heading(2, TITLES[kind]),
        *(paragraph(words) for words in WORDS[kind]),
        Heading(3, "What you can do next"),
        *_next(kind, area),
        Heading(3, "Why we say this"),
        bullets(*_reasons(answers)),
        Heading(3, "Your choice"),
        paragraph(
            "Nobody has seen what you wrote. You decide who sees it. If a helper thinks that a child is being badly "
            "hurt, they must tell others. They should tell you first, if that is safe."
        ),
        Heading(3, "In your own words"),
        _own_words(answers),
    )
    return Result({"help": kind.name.lower(), "level": int(kind)}, Document("What kind of help might suit us?", blocks))


def _safety(kind: Help, answers: WhatHelpAnswers, area: Area) -> tuple[Block, ...]:
    if kind != Help.SAFETY:
        return ()
    title = "Get help now" if someone_is_not_safe(answers) else "If someone may be hurt, you can call today"
    helplines = [lookup.contact(area, key) for key in ("child_helpline", "adult_helpline")]
    contacts = [*calls.safeguarding(area), *(each for each in helplines if each)]
    lines = (calls.EMERGENCY, *(calls.line(contact, for_whom=False) for contact in contacts))
    quiet = "Cannot speak? From a mobile, call 999, listen, then press 55 when asked."
    return (Note("danger", title, (Items(lines), paragraph(quiet))),)


def _next(kind: Help, area: Area) -> tuple[Block, ...]:
    talk = (Run("Talk to someone you trust who works with your child: at school, nursery or the doctor’s."),)
    found = area.contacts.get("early_help_enquiry") if kind != Help.EVERYDAY else None
    lines = [calls.line(found, for_whom=False)] if found and found.for_families else []
    if kind != Help.EVERYDAY and not lines:
        lines = [(Run("Ask your school, or look on your council’s website for “Early Help”."),)]
    keep = (Run("Save or print this page, if it is safe to keep it, and take it with you."),)
    return (
        Items((talk, *lines[:1], keep)),
        *((paragraph(ASK_FOR),) if kind in (Help.EARLY_HELP, Help.TEAM) else ()),
    )


def _reasons(answers: WhatHelpAnswers) -> tuple[str, ...]:
    hard = _listed(worry.label for worry in answers.worries)
    return tuple(
        words
        for words, holds in (
            ("You said that someone is being hurt, or might be.", someone_is_not_safe(answers)),
            ("You said that you are not sure that everyone is safe.", answers.safe == Safe.NOT_SURE),
            (
                "You said that someone is being hit, hurt, scared or controlled.",
                Worry.HURT in answers.worries,
            ),
            (f"You said that this is hard: {hard}.", True),
            (f"You said that it gets in the way: {answers.how_much.label.lower()}.", True),
            (f"How long: {_lower(answers.how_long)}.", answers.how_long is not None),
            (f"Is one person enough: {_lower(answers.one_helper)}.", answers.one_helper is not None),
        )
        if holds
    )


def _own_words(answers: WhatHelpAnswers) -> Facts:
    rows = (
        ("What is hard", _listed(worry.label for worry in answers.worries)),
        ("How old our children are", _listed(age.label for age in answers.age)),
        ("Who helps us now", _listed(helper.label for helper in answers.helpers)),
        ("What is going well", answers.going_well),
        ("What we would like to be different", answers.different),
        ("What our child says", answers.child_says),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)


def _lower(choice: Choice | None) -> str:
    return choice.label.lower() if choice else ""
