"""What the result rests on and what it does not: every answer is in one of the rows, and every gap is named."""

from collections.abc import Iterator

from pyforms import fields
from pyforms import form as forms
from pyforms.document import Block, Details, Facts, Heading, text
from pyforms.fields import Choice
from pyforms.threshold import concerns as content
from pyforms.threshold.answers import UNSURE, Looked, Seen, ThresholdAnswers
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.danger_told import LOOKED, Written
from pyforms.threshold.rules import Reading
from pyforms.wording import day, listed

DETAILS = (("how_long", "how long"), ("how_often", "how often"), ("impact", "effect"), ("tried", "what was tried"))
OPTIONAL = (
    ("one_agency", "Can one agency meet the need?"),
    ("consent", "What has the family said?"),
    ("strengths", "What is going well"),
    ("support", "What support is in place now"),
    ("not_known", "What do you not know yet?"),
)
NOTHING = "Nothing"
NOT_KNOWN = (
    "Whatever was not typed here. A concern that you left out was not looked at. Words about danger were looked for in "
    "every box, and some can be missed."
)


def took_in(found: Assessment) -> tuple[Block, ...]:
    rows = (
        ("Used for this result" if found.is_adult else "Used for the level", "; ".join(used(found))),
        ("Read for words about danger, and for nothing else", "; ".join(read_only(found))),
        ("Kept, and not judged", "; ".join(kept(found))),
        ("Not answered", "; ".join(not_answered(found))),
        (
            "Not known to this tool",
            NOT_KNOWN,
        ),
    )
    return (
        Heading(2, "What this took in, and what it did not"),
        Facts(tuple((term, text(words or NOTHING)) for term, words in rows)),
        *_looked_at(found),
        Details("Check your answers", (_answers(found),)),
    )


def used(found: Assessment) -> tuple[str, ...]:
    answers = found.answers
    if found.is_adult:
        return ("whether anyone is in danger", "the age: from 18 on there is no level", *_chosen(found))
    if found.weighed is None:
        return ()
    return (
        "whether anyone is in danger",
        "the date the baby is due" if answers.due_date else "the child’s age",
        *(f"{reading.concern.label} ({', '.join(('the line', *_given(reading.seen)))})" for reading in found.readings),
        *(("whether one agency can meet the need",) if answers.one_agency else ()),
        *(("what the family said",) if answers.consent else ()),
    )


def _chosen(found: Assessment) -> Iterator[str]:
    return (f"{reading.concern.label} (the line)" for reading in found.readings)


def _given(seen: Seen) -> Iterator[str]:
    return (words for name, words in DETAILS if getattr(seen, name))


def read_only(found: Assessment) -> tuple[str, ...]:
    """The boxes that hold words: nothing in them is weighed, beyond asking whether they are about danger."""
    return tuple(dict.fromkeys(_box(path, field.question.label) for path, field, _ in _texts(found.answers)))


def words(found: Assessment) -> tuple[str, ...]:
    """Everything that was typed, box by box."""
    return tuple(typed for _, _, typed in _texts(found.answers))


def _box(path: str, label: str) -> str:
    group, _, rest = path.partition(".")
    if group != "concerns":
        return label
    return f"{content.by_id()[rest.partition('.')[0]].label}: {label[:1].lower()}{label[1:]}"


def _texts(answers: ThresholdAnswers) -> Iterator[tuple[str, fields.Field, str]]:
    asked = forms.get("threshold").fields
    given = answers.model_dump(mode="json", exclude_defaults=True)
    return ((path, field, words) for path, field, words in fields.texts(asked, given) if not path.startswith(LOOKED))


def kept(found: Assessment) -> tuple[str, ...]:
    return (
        *(("strengths: a plan builds on them, and they never lower a level",) if found.answers.strengths else ()),
        *(("your own reference",) if found.answers.reference else ()),
    )


def not_answered(found: Assessment) -> tuple[str, ...]:
    answers = found.answers
    return (
        *(("any concern",) if not found.readings else ()),
        *(label for name, label in OPTIONAL if not getattr(answers, name)),
        *(
            f"{reading.concern.label}: {', '.join(missing)}"
            for reading in found.readings
            for missing in [[words for name, words in DETAILS if not getattr(reading.seen, name)]]
            if missing
        ),
    )


def _looked_at(found: Assessment) -> tuple[Block, ...]:
    """What closed the words stands in the open, so that whoever reads on can judge it."""
    looked = tuple((f"“{each.words}”", text(_why(each))) for each in found.answers.looked)
    answered = (each for each in found.written if each.answers)
    chosen = tuple((f"You wrote: “{each.sentence}”", text(f"You chose {_lines(each)}")) for each in answered)
    titled = (("Words that somebody looked at", looked), ("Words that a chosen line answers", chosen))
    return tuple(block for title, rows in titled if rows for block in (Heading(3, title), Facts(rows)))


def _lines(answered: Written) -> str:
    return listed([content.line_in_words(line) for line in answered.answers])


def _why(looked: Looked) -> str:
    return f"{looked.why}\nAgreed: {looked.lead}" if looked.lead else looked.why


def _answers(found: Assessment) -> Facts:
    answers = found.answers
    rows = (
        ("Reference", answers.reference),
        ("Is anyone in danger now?", answers.danger.label),
        ("The child", _child(answers)),
        *((reading.concern.label, _seen(reading)) for reading in found.readings),
        ("What is going well", "; ".join(strength.label for strength in answers.strengths)),
        ("Other strengths", answers.strengths_more),
        ("Support in place", answers.support),
        ("Can one agency meet the need?", _label(answers.one_agency)),
        ("What the family has said", _label(answers.consent)),
        ("What is not known yet", answers.not_known),
    )
    return Facts(tuple((term, text(words)) for term, words in rows if words))


def _child(answers: ThresholdAnswers) -> str:
    if answers.due_date:
        return f"Not born yet, due {day(answers.due_date)}"
    return "Under one year old" if answers.child_age == 0 else f"{answers.child_age} years old"


def _seen(reading: Reading) -> str:
    seen = reading.seen
    step = "not sure which line fits" if seen.step == UNSURE else reading.concern.step(seen.step).text
    return ". ".join(part.rstrip(".") for part in (step, *_details(seen)) if part)


def _details(seen: Seen) -> tuple[str, ...]:
    named = (
        ("For how long", seen.how_long),
        ("How often", seen.how_often),
        ("Effect", seen.impact),
        ("Tried", seen.tried),
    )
    return (*(f"{name}: {choice.label.lower()}" for name, choice in named if choice), seen.notes)


def _label(choice: Choice | None) -> str:
    return choice.label if choice else ""
