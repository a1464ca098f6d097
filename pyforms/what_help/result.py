"""What we say to a family: short, warm and active. It is a kind of help, never a verdict on anyone."""

from collections.abc import Iterable, Sequence
from datetime import date

from pyforms import calls, danger
from pyforms import form as forms
from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey
from pyforms.danger import Found
from pyforms.document import Block, Document, Facts, Heading, Items, Note, Run, bullets, paragraph, text
from pyforms.fields import Choice
from pyforms.form import Json, Result
from pyforms.what_help.answers import Safe, WhatHelpAnswers, Worry
from pyforms.what_help.rules import (
    Help,
    help_besides_safety,
    help_for,
    never_small,
    someone_is_not_safe,
)

TITLES = {
    Help.EVERYDAY: "Help that is there for every family",
    Help.EARLY_HELP: "Early Help could suit you",
    Help.TEAM: "Early Help with a small team around you could suit you",
    Help.SAFETY: "Being safe comes first",
}
WORDS = {
    Help.EVERYDAY: (
        "You can talk to a teacher, a nurse or a doctor who knows your child. Your need does not have to be big.",
        "We only know what you told us here. If it is more than that, or if it gets harder, ask for Early Help.",
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
        "Someone may not be safe. That matters most, and it is not your fault.",
        "You can talk to someone today. They will listen and help you to work out what to do.",
    ),
}
ASK_FOR = "You could say: “We are finding things hard, and we would like to talk about Early Help.”"
QUIET = "Cannot speak? From a mobile, call 999, listen, then press 55 when asked."
WATCHED = (
    "Could someone else look at this phone or computer? Then do not save or print this page. Press “Exit this page” "
    "when you are done. It clears what you wrote."
)
MAY_BE = {Safe.YES: "You ticked that you are all safe. Some of your words made us ask again. You know best."}
HELPLINES: tuple[ContactKey, ...] = ("child_helpline", "adult_helpline", "domestic_abuse_helpline")
MOST_QUOTES = 3


def result(answers: WhatHelpAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - every form's result takes the day
    """The kind of help to ask about, who to ask here, and the family's own words to take along."""
    signs = danger.found(forms.get("what-help"), answers)
    kind, besides = help_for(answers, signs), help_besides_safety(answers)
    certain = someone_is_not_safe(answers, signs)
    blocks: tuple[Block, ...] = (
        *_safety(kind, answers, signs, area, certain=certain),
        *_kind_of_help(Help.SAFETY if certain else besides, area, asked=kind == Help.SAFETY and not certain),
        Heading(3, "Why we say this"),
        bullets(*_reasons(answers, signs)),
        Heading(3, "Your choice"),
        paragraph(
            "Nobody has seen what you wrote. If you show it to a helper, they may have to tell others what is needed "
            "to keep a child safe and well. They should tell you first, if that is safe."
        ),
        Heading(3, "In your own words"),
        _own_words(answers, signs),
        Heading(3, "What we took in, and what we did not"),
        *_taken_in(answers),
    )
    return Result(_findings(kind, besides, certain=certain), Document("What kind of help might suit us?", blocks))


def _findings(kind: Help, besides: Help, *, certain: bool) -> Json:
    """`level` spans what the answers leave open; a few ticks that point to everyday help place nobody."""
    if kind == Help.EVERYDAY:
        return {"help": "everyday", "level": None, "danger": None}
    lowest = Help.SAFETY if certain else besides
    told = "stated" if certain else "possible" if kind == Help.SAFETY else None
    return {"help": kind.name.lower(), "level": {"lowest": int(lowest), "highest": int(kind)}, "danger": told}


def _safety(
    kind: Help, answers: WhatHelpAnswers, signs: Sequence[Found], area: Area, *, certain: bool
) -> tuple[Block, ...]:
    if kind != Help.SAFETY:
        return ()
    helplines = [found for key in HELPLINES if (found := lookup.contact(area, key))]
    lines = (calls.EMERGENCY, *(calls.line(each, for_whom=False) for each in (*calls.safeguarding(area), *helplines)))
    said = tuple(paragraph(words) for words in _said(signs, certain=certain))
    believed = tuple(paragraph(words) for words in _believed(answers, certain=certain))
    end = (*believed, paragraph(QUIET), paragraph(WATCHED))
    if certain:
        return (Note("danger", "Get help now", (*said, Items(lines), *end)),)
    ask = paragraph("If yes, or if you are not sure, you can talk to someone today. It is not your fault.")
    return (Note("information", "Is someone hurt, or scared of someone?", (*said, ask, Items(lines), *end)),)


def _said(signs: Sequence[Found], *, certain: bool) -> Iterable[str]:
    """What they wrote, shown back gently; where it is certain only what makes it so."""
    shown = [each.sign for each in signs if each.sign.stated or not certain]
    quotes = dict.fromkeys(f"You wrote: “{sign.said}”" for sign in shown)
    return [*quotes][:MOST_QUOTES]


def _believed(answers: WhatHelpAnswers, *, certain: bool) -> Iterable[str]:
    if not certain:
        return (MAY_BE[answers.safe],) if answers.safe in MAY_BE else ()
    but = "You ticked that you are all safe, and your words say more, so we put your words first. "
    return (f"{but if answers.safe == Safe.YES else ''}Thank you for telling us. It is not your fault.",)


def _kind_of_help(kind: Help, area: Area, *, asked: bool) -> tuple[Block, ...]:
    """The kind of help and what to do next; where safety was asked about, it is what fits if all are safe."""
    return (
        Heading(2, f"If you are all safe: {TITLES[kind]}" if asked else TITLES[kind]),
        *(paragraph(words) for words in WORDS[kind]),
        Heading(3, "What you can do next"),
        *_next(kind, area),
    )


def _next(kind: Help, area: Area) -> tuple[Block, ...]:
    talk = (Run("Talk to someone you trust who works with your child: at school, nursery or the doctor’s."),)
    found = area.contacts.get("early_help_enquiry")
    lines = [calls.line(found, for_whom=False)] if found and found.for_families else []
    if not lines:
        lines = [(Run("Ask your school, or look on your council’s website for “Early Help”."),)]
    if kind == Help.SAFETY:
        lines = []
    keep = (Run("Save or print this page, if it is safe to keep it, and take it with you."),)
    return (
        Items((talk, *lines[:1], keep)),
        *((paragraph(ASK_FOR),) if kind != Help.SAFETY else ()),
    )


def _reasons(answers: WhatHelpAnswers, signs: Sequence[Found]) -> tuple[str, ...]:
    hard = _listed(worry.label for worry in answers.worries)
    words = tuple(dict.fromkeys(f"What you wrote under “{each.label}”." for each in signs))
    return (
        *(
            words
            for words, holds in (
                ("You said that someone is being hurt, or might be.", answers.safe == Safe.NO),
                ("You said that you are not sure that everyone is safe.", answers.safe == Safe.NOT_SURE),
                ("You said that someone is being hit, hurt, scared or controlled.", Worry.HURT in answers.worries),
            )
            if holds
        ),
        *words,
        *(rule.why for rule in never_small(answers)[:1]),
        f"You said that this is hard: {hard}.",
        f"You said that it gets in the way: {answers.how_much.label.lower()}.",
        *((f"How long: {_lower(answers.how_long)}.",) if answers.how_long else ()),
        *((f"Is one person enough: {_lower(answers.one_helper)}.",) if answers.one_helper else ()),
    )


def _own_words(answers: WhatHelpAnswers, signs: Sequence[Found]) -> Facts:
    """What to take along; words of danger that stand above in full are not shown a second time."""
    shown = {each.sign.said for each in signs}
    rows = (
        ("What is hard", _listed(worry.label for worry in answers.worries)),
        ("How old our children are", _listed(age.label for age in answers.age)),
        ("Who helps us now", _listed(helper.label for helper in answers.helpers)),
        ("What is going well", answers.going_well),
        ("What we would like to be different", answers.different),
        ("What our child says", answers.child_says),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words and words not in shown))


def _taken_in(answers: WhatHelpAnswers) -> tuple[Block, ...]:
    """What the answer rests on, so that nobody takes it for more than it is."""
    blank = [
        words
        for words, given in (
            ("how old your children are", answers.age),
            ("how long it has been like this", answers.how_long),
            ("who helps you now", answers.helpers),
            ("if one person would be enough", answers.one_helper),
        )
        if not given
    ]
    return (
        paragraph(
            "We used what you ticked. We looked in your own words for signs that someone may be hurt or scared. "
            "A computer can miss things. The rest of your words we did not use: show them to someone who can listen."
        ),
        *((paragraph(f"You did not tell us {_or(blank)}. That is fine."),) if blank else ()),
        paragraph("We do not know your family. If this does not feel right, trust yourself and ask for help."),
    )


def _or(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)


def _lower(choice: Choice | None) -> str:
    return choice.label.lower() if choice else ""
