"""What we say to a family: short, warm and active. It is a kind of help, never a verdict on anyone."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pyforms import danger, whom_to_call
from pyforms import form as forms
from pyforms.areas import Area, lookup
from pyforms.danger import Found, Sign, asking
from pyforms.document import (
    Block,
    Details,
    Document,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Run,
    Runs,
    bullets,
    paragraph,
    text,
)
from pyforms.form import Json, Prompt, Result
from pyforms.what_help import dangers, people
from pyforms.what_help.answers import Age, Safe, WhatHelpAnswers, Worry
from pyforms.what_help.dangers import Choice, Danger
from pyforms.what_help.rules import (
    Help,
    help_besides_safety,
    help_for,
    never_small,
    only_adults,
    someone_is_not_safe,
    someone_was_ticked,
    the_worry_has_no_name,
)
from pyforms.wording import either

TITLES = {
    Help.EVERYDAY: "Help that is there for every family",
    Help.EARLY_HELP: "Early Help could suit you",
    Help.TEAM: "Early Help with a small team around you could suit you",
    Help.SAFETY: "Being safe comes first",
}
WORDS = {
    Help.EVERYDAY: (
        "You can talk to someone who knows your family. Your need does not have to be big.",
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
        "What you told us matters most, so it comes first.",
        "You can talk to someone today. They will listen and help you to work out what to do.",
    ),
}
TOO_LITTLE = "It is too little to tell yet"
NO_NAME = (
    "You told us that something else is hard. A worry does not need a name. You do not have to know what is wrong.",
    "We only know what you told us here. You can ask for Early Help and work out together what it is.",
)
FOR_ADULTS = "Help for someone who is 18 or over"
ADULTS = (
    "Early Help is for families with a child under 18. In some places it goes on longer for a disabled young person.",
    "For someone who is 18 or over there is other help. They can ask for it, and you can ask for help for yourself.",
)
ASK_FOR = "You could say: “We are finding things hard, and we would like to talk about Early Help.”"
QUIET = "Cannot speak? From a mobile, call 999, listen, then press 55 when asked."
WATCHED = (
    "Could someone else look at this phone or computer? Then do not save or print this page. Press “Exit this page” "
    "when you are done. It clears what you wrote."
)
MAY_BE = {Safe.YES: "You ticked that you are all safe. Some of your words made us ask again. You know best."}
CHOOSE = paragraph("Choose what it is about. You will see what you can do, and who to ring.")
RING = Paragraph((Run("Who to ring:", strong=True),))
MOST_QUOTES = 3
FIRST_PERSON = re.compile(r"\b(i|im|i.m|ive|i.ve|me|my)\b")
OWN_WORDS = {
    "going_well": "What is going well",
    "different": "What we would like to be different",
    "child_says": "What our child says",
}


def result(answers: WhatHelpAnswers, area: Area, today: date) -> Result:  # noqa: ARG001 - every form's result takes the day
    """The kind of help to ask about, who to ask here, and the family's own words to take along."""
    signs = danger.found(forms.get("what-help"), answers)
    kind, besides = help_for(answers, signs), help_besides_safety(answers)
    certain = someone_is_not_safe(answers, signs)
    told = _dangers(kind, answers, signs)
    blocks: tuple[Block, ...] = (
        *_safety(told, answers, signs, area, certain=certain),
        *_kind_of_help(told, besides, answers, area, certain=certain),
        Heading(3, "Why we say this"),
        bullets(*_reasons(told, answers, signs, certain=certain)),
        Heading(3, "Your choice"),
        paragraph(
            "Nobody has seen what you wrote. If you show it to a helper, they may have to tell others what is needed "
            "to keep a child safe and well. They should tell you first, if that is safe."
        ),
        Heading(3, "What you ticked"),
        _ticked(answers),
        *_own_words(answers, signs),
        Heading(3, "What we took in, and what we did not"),
        *_taken_in(answers, signs, certain=certain),
    )
    document = Document("What kind of help might suit us?", blocks)
    return Result(_findings(kind, besides, certain=certain), document, prompts=_prompts(answers, signs))


def _prompts(answers: WhatHelpAnswers, signs: Sequence[Found]) -> tuple[Prompt, ...]:
    """Beside each box that may tell of danger the question of its gravest sentence, in the words of the page."""
    paths = dict.fromkeys(each.path for each in signs)
    return tuple(_prompt(path, [each.sign for each in signs if each.path == path], answers) for path in paths)


def _prompt(path: str, signs: Sequence[Sign], answers: WhatHelpAnswers) -> Prompt:
    row, sign = dangers.gravest(signs, _all_written(answers))
    asked = row.to(young=_young(answers))
    if sign.means == asking.UNREAD:
        why = "We could not read this part, so nobody has looked at it. So we ask."
    elif sign.stated:
        why = "Thank you for telling us."
    else:
        why = "We may have read it wrong, so we ask."
    return Prompt(path, asked.ask, f"You wrote: “{sign.said}”. {why}", f"{asked.act} Your result has more numbers.")


def _findings(kind: Help, besides: Help, *, certain: bool) -> Json:
    """`level` spans what the answers leave open; a few ticks that point to everyday help place nobody."""
    if kind == Help.EVERYDAY:
        return {"help": "everyday", "level": None, "danger": None}
    lowest = Help.SAFETY if certain else besides
    told = "stated" if certain else "possible" if kind == Help.SAFETY else None
    return {"help": kind.name.lower(), "level": {"lowest": int(lowest), "highest": int(kind)}, "danger": told}


def _dangers(kind: Help, answers: WhatHelpAnswers, signs: Sequence[Found]) -> tuple[Danger, ...]:
    if kind != Help.SAFETY:
        return ()
    told = dangers.told_of(
        [each.sign for each in signs], ticked=someone_was_ticked(answers), written=_all_written(answers)
    )
    return tuple(each.to(young=_young(answers)) for each in told)


def _young(answers: WhatHelpAnswers) -> bool:
    """Whether the one who writes may be a child themselves. Where only the child’s own words stand, in the first
    person and of a teenager, the teenager is likely to hold the pen."""
    teenagers_only = set(answers.age) == {Age.TEENS}
    written = _written(answers)
    child_only = [path for path, said in written.items() if said] == ["child_says"]
    if teenagers_only and child_only and FIRST_PERSON.search(written["child_says"].lower()):
        return True
    return not only_adults(answers) and dangers.a_young_person_may_be_writing(
        written.values(), teenagers_only=teenagers_only
    )


def _safety(
    told: Sequence[Danger], answers: WhatHelpAnswers, signs: Sequence[Found], area: Area, *, certain: bool
) -> tuple[Block, ...]:
    if not told:
        return ()
    kinds = {kind for each in signs for kind in each.sign.kinds}
    said = tuple(paragraph(words) for words in _said(told, signs, certain=certain))
    believed = tuple(paragraph(words) for words in _believed(told, answers, certain=certain))
    choices = _choices(told, area, young=_young(answers))
    steps = (*_first_steps(told, kinds), RING, _to_ring(told, area))
    act: tuple[Block, ...] = (CHOOSE, *choices, *steps) if _is_unknown(told) else (*steps, _something_else(choices))
    act = (*act, *believed, *_watched(told))
    if certain:
        return (Note("danger", "Get help now", (Paragraph(whom_to_call.EMERGENCY), *said, *act)),)
    ask = paragraph(f"If yes, or if you are not sure, you can talk to someone today. {told[0].warm}")
    return (Note("information", told[0].ask, (Paragraph(whom_to_call.EMERGENCY), *said, ask, *act)),)


def _written(answers: WhatHelpAnswers) -> dict[str, str]:
    """What they wrote, by its path."""
    return {path: getattr(answers, path) for path in OWN_WORDS}


def _all_written(answers: WhatHelpAnswers) -> str:
    return "\n".join(_written(answers).values())


def _watched(told: Sequence[Danger]) -> Iterable[Block]:
    """How to call in silence, where another person may be the danger, and how to hide that one has written."""
    if any(each.come_from == "another" for each in told):
        yield paragraph(QUIET)
    if not all(each.nobody_to_fear for each in told):
        yield paragraph(WATCHED)


def _choices(told: Sequence[Danger], area: Area, *, young: bool) -> tuple[Details, ...]:
    """What it may be about instead, in a family’s words: each choice opens its own steps."""
    return tuple(
        _choice(each, area, young=young or each.for_the_young)
        for each in sorted(dangers.choices(), key=lambda each: each.for_the_young != young)
        if not set(_ids(each.rows)) <= set(_ids(told))
    )


def _choice(choice: Choice, area: Area, *, young: bool) -> Details:
    rows = [row.to(young=young) for row in choice.rows]
    steps = (block for row in rows for block in (*_first_steps([row]), Items(tuple(_lines([row], area)))))
    return Details(choice.title, tuple(steps))


def _something_else(choices: Iterable[Details]) -> Details:
    """We may have taken their words for another danger than theirs: only they know which it is."""
    inner = (replace(each, level=each.level + 1) for each in choices)
    return Details("Is it about something else?", (CHOOSE, *inner), on_paper=False)


def _is_unknown(told: Sequence[Danger]) -> bool:
    return dangers.general().id in _ids(told)


def _ids(rows: Iterable[Danger]) -> list[str]:
    return [each.id for each in rows]


def _first_steps(told: Sequence[Danger], kinds: Collection[str] = ()) -> Iterable[Block]:
    for each in told:
        yield Paragraph((Run(f"{each.title}:", strong=True),))
        yield bullets(*each.steps(kinds))


def _to_ring(told: Sequence[Danger], area: Area) -> Items:
    """The lines that fit, and then the council's own, with what they are for: their names say little to a family."""
    return Items((*_lines(told, area), *(whom_to_call.line(each) for each in whom_to_call.safeguarding(area))))


def _lines(told: Sequence[Danger], area: Area) -> Iterator[Runs]:
    for key in dict.fromkeys(key for each in told for key in each.ring):
        if found := lookup.contact(area, key):
            yield whom_to_call.line(found)


def _said(told: Sequence[Danger], signs: Sequence[Found], *, certain: bool) -> Iterable[str]:
    """What they wrote, shown back gently; where it is certain only what makes it so. Nothing is shown back to someone
    over whose shoulder another may read it."""
    if not all(each.shown_back for each in told):
        return []
    return [f"You wrote: “{words}”" for words in _quoted(signs, certain=certain)]


def _quoted(signs: Sequence[Found], *, certain: bool) -> Sequence[str]:
    shown = [each.sign for each in signs if each.sign.stated or not certain]
    return [*dict.fromkeys(sign.said for sign in shown)][:MOST_QUOTES]


def _believed(told: Sequence[Danger], answers: WhatHelpAnswers, *, certain: bool) -> Iterable[str]:
    if not certain:
        return (MAY_BE[answers.safe],) if answers.safe in MAY_BE else ()
    but = "You ticked that you are all safe, and your words say more, so we put your words first. "
    return (f"{but if answers.safe == Safe.YES else ''}Thank you for telling us. {told[0].warm}",)


def _kind_of_help(
    told: Sequence[Danger], besides: Help, answers: WhatHelpAnswers, area: Area, *, certain: bool
) -> tuple[Block, ...]:
    """The kind of help and what to do next. Where safety was asked about, it is what fits if all are safe; where what
    is missing is food or a home, Early Help goes with it."""
    before, kind = "", besides
    if told and all(each.nobody_to_fear for each in told):
        before, kind = "Besides that: ", max(besides, Help.EARLY_HELP)
    elif told:
        before, kind = ("", Help.SAFETY) if certain else ("If you are all safe: ", besides)
    title, words = _said_of(kind, answers)
    return (
        Heading(2, before + title),
        *(paragraph(each) for each in words),
        Heading(3, "What you can do next"),
        *_next(kind, answers, area),
    )


def _said_of(kind: Help, answers: WhatHelpAnswers) -> tuple[str, tuple[str, ...]]:
    if kind == Help.EVERYDAY and the_worry_has_no_name(answers):
        return TOO_LITTLE, (NO_NAME[0], ADULTS[1]) if only_adults(answers) else NO_NAME
    if kind != Help.SAFETY and only_adults(answers):
        return FOR_ADULTS, ADULTS
    return TITLES[kind], WORDS[kind]


def _next(kind: Help, answers: WhatHelpAnswers, area: Area) -> tuple[Block, ...]:
    lines = (*_first(kind, answers), Run(f"Talk to {people.who_knows(answers.age)}."), *_where_to_ask(kind, answers))
    own = people.early_help_line(area) if kind != Help.SAFETY and not only_adults(answers) else None
    keep = Run("Save or print this page, if it is safe to keep it, and take it with you.")
    ask_for = () if kind == Help.SAFETY or only_adults(answers) else (paragraph(ASK_FOR),)
    own_line = (whom_to_call.line(own, for_whom=False),) if own else ()
    return (Items((*((line,) for line in lines), *own_line, (keep,))), *ask_for)


def _first(kind: Help, answers: WhatHelpAnswers) -> tuple[Run, ...]:
    if kind == Help.EVERYDAY and the_worry_has_no_name(answers):
        return (
            Run("Tell someone about one day that was hard: what you saw, and how it felt. That is enough to start."),
        )
    return ()


def _where_to_ask(kind: Help, answers: WhatHelpAnswers) -> tuple[Run, ...]:
    if kind == Help.SAFETY:
        return ()
    if only_adults(answers):
        return (Run("Look on your council’s website for “adult social care”, and for help for carers."),)
    return (Run(f"Ask {people.who_can_ask(answers.age)}, or look on your council’s website for “Early Help”."),)


def _reasons(
    told: Sequence[Danger], answers: WhatHelpAnswers, signs: Sequence[Found], *, certain: bool
) -> tuple[str, ...]:
    """The gravest first. Beside what may be danger no milder reason is given, and under what is stated no mild tick."""
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
        *(rule.why for rule in never_small(answers)[:1] if all(each.nobody_to_fear for each in told)),
        *(() if certain else _ticks(answers)),
    )


def _ticks(answers: WhatHelpAnswers) -> tuple[str, ...]:
    hard = _listed(worry.label for worry in answers.worries)
    return (
        f"You said that this is hard: {hard}.",
        f"How much it gets in the way: “{answers.how_much.label}”.",
        *((f"How long it has been like this: “{answers.how_long.label}”.",) if answers.how_long else ()),
        *((f"Would one person be enough: “{answers.one_helper.label}”.",) if answers.one_helper else ()),
    )


def _ticked(answers: WhatHelpAnswers) -> Facts:
    rows = (
        ("What is hard", _listed(worry.label for worry in answers.worries)),
        ("How old our children are", _listed(age.label for age in answers.age)),
        ("Who helps us now", _listed(helper.label for helper in answers.helpers)),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _own_words(answers: WhatHelpAnswers, signs: Sequence[Found]) -> tuple[Block, ...]:
    """What they wrote, to take along. A box that may tell of danger is left out whole: beside the sentence that was
    understood there may stand one that says more."""
    written = {path: words for path, words in _written(answers).items() if words}
    left_out = [OWN_WORDS[path] for path in written if path in {each.path for each in signs}]
    kept = [(OWN_WORDS[path], text(words)) for path, words in written.items() if OWN_WORDS[path] not in left_out]
    return (
        *((Heading(3, "In your own words"),) if written else ()),
        *((Facts(tuple(kept)),) if kept else ()),
        *(paragraph(f"“{each}” is not copied here, so that nobody reads it by chance.") for each in left_out),
    )


def _without(words: str, unread: Iterable[str]) -> str:
    for each in unread:
        words = words.replace(each, "")
    return words if any(letter.isalnum() for letter in words) else ""


def _taken_in(answers: WhatHelpAnswers, signs: Sequence[Found], *, certain: bool) -> tuple[Block, ...]:
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
        *(paragraph(words) for words in _of_their_words(answers, signs, certain=certain)),
        *((paragraph(f"You did not tell us {either(blank)}. That is fine."),) if blank else ()),
        paragraph("We do not know your family. If this does not feel right, trust yourself and ask for help."),
    )


def _of_their_words(answers: WhatHelpAnswers, signs: Sequence[Found], *, certain: bool) -> Iterator[str]:
    """What was read of what they wrote, and what was not: nobody is told that words were looked at that were not."""
    unread = [each.sign.said for each in signs if each.sign.means == asking.UNREAD]
    left = " ".join(_without(words, unread) for words in _written(answers).values()).strip()
    yield (
        "Someone may be hurt, so that came first. How hard things are from day to day did not change this page."
        if certain
        else "We used what you ticked."
    )
    for words in unread[:MOST_QUOTES]:
        yield f"We could not read this part: “{words}”. We do not know if it tells of danger."
    if left or not unread:
        yield (
            "We looked in your own words for signs that someone may be hurt or scared. "
            "A computer can miss things. The rest of your words we did not use: show them to someone who can listen."
        )


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)
