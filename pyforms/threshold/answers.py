"""What the threshold tool asks a practitioner."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationInfo, field_validator

from pyforms.fields import Choice, Day, Entry, Option, Question, walk
from pyforms.fields import Field as Asked
from pyforms.form import Answers, Part, problem
from pyforms.threshold import concerns as content

UNSURE = "unsure"


class Danger(Choice):
    NO = "no", "No"
    NOT_SURE = "not_sure", "I am not sure"
    YES = "yes", "Yes"


class HowLong(Choice):
    WEEKS = "weeks", "Days or a few weeks"
    MONTHS = "months", "A month to six months"
    LONGER = "longer", "More than six months"
    NOT_KNOWN = "not_known", "Not known"


class HowOften(Choice):
    ONCE = "once", "Once"
    SOMETIMES = "sometimes", "Now and then"
    WEEKLY = "weekly", "Most weeks"
    DAILY = "daily", "Most days"
    NOT_KNOWN = "not_known", "Not known"


class Impact(Choice):
    NONE = "none", "None that anyone has seen"
    SOME = "some", "Some: daily life is harder"
    SERIOUS = "serious", "Serious: health, safety, learning or development is suffering"
    NOT_KNOWN = "not_known", "Not known"


class Tried(Choice):
    NOTHING = "nothing", "Nothing has been tried yet"
    HELPED = "helped", "Help was tried, and it is working"
    PARTLY = "partly", "Help was tried, and it works in part"
    NO_CHANGE = "no_change", "Help was tried, and nothing has changed"
    NOT_KNOWN = "not_known", "Not known"


class OneAgency(Choice):
    YES = "yes", "Yes, one agency with its usual services"
    NO = "no", "No, more than one agency is needed"
    NOT_KNOWN = "not_known", "Not known yet"


class Consent(Choice):
    AGREED = "agreed", "The family has agreed to support"
    NOT_ASKED = "not_asked", "Not asked yet"
    REFUSED = "refused", "The family has said no"
    UNSAFE = "unsafe", "Asking could put the child or someone else at more risk"


class Seen(Part):
    """What was seen of one concern: the step of its ladder, or `unsure`, and what is known about it."""

    step: Annotated[str, Question("What it looks like", missing="Choose the line that fits best, or “not sure which”")]
    how_long: Annotated[HowLong | None, Question("For how long", compact=True)] = None
    how_often: Annotated[HowOften | None, Question("How often", compact=True)] = None
    impact: Annotated[Impact | None, Question("Effect on the child", compact=True)] = None
    tried: Annotated[Tried | None, Question("What has been tried", compact=True)] = None
    notes: Annotated[str, Question("What you saw or heard, and who said it", long=True)] = ""


FEWEST = 2  # words of an explanation


class Looked(Part):
    """Words that somebody looked at: one sentence as it was written, and why it is not about danger. Another sentence,
    or a changed one, is not covered."""

    words: Annotated[
        str,
        Question(
            "The sentence, as it was written",
            long=True,
            missing="Copy the sentence that you looked at, word for word",
        ),
    ]
    why: Annotated[
        str,
        Question(
            "Why it is not about danger, and how you know",
            hint="“I asked her on 3 November: it was a film”, say.",
            long=True,
            missing="Say why the sentence is not about danger, and how you know",
        ),
    ]

    lead: Annotated[
        str,
        Question(
            "Which safeguarding lead agreed, and on which day",
            hint="A role and a day, no name: “designated lead, 3 November”. Words as grave as strangling, sexual touch,"
            " cutting, poison, a beating or suicide stay open until a lead agrees.",
        ),
    ] = ""

    @field_validator("lead")
    @classmethod
    def it_says_who_and_when(cls, lead: str) -> str:
        if lead and not (any(map(str.isdigit, lead)) and any(map(str.isalpha, lead))):
            raise problem("lead", "Say which safeguarding lead agreed, by role, and on which day")
        return lead

    @field_validator("why")
    @classmethod
    def it_says_why(cls, why: str) -> str:
        if len([word for word in why.split() if any(map(str.isalpha, word))]) < FEWEST:
            raise problem("why", "Say in a few words why the sentence is not about danger, and how you know")
        return why


@cache
def entries() -> tuple[Entry, ...]:
    """One entry for each concern, in page order, its ladder as the options of `step`."""
    return tuple(_entry(concern) for concern in content.concerns())


def _entry(concern: content.Concern) -> Entry:
    steps = tuple(Option(step.id, step.text) for step in concern.steps)
    first, *others = walk(Seen)
    ladder = Asked(
        name=first.name,
        question=first.question,
        kind="radios",
        required=True,
        options=(*steps, Option(UNSURE, "Seen, but I am not sure which of these")),
    )
    section = content.DOMAINS[concern.domain]
    return Entry(concern.id, concern.label, section, (ladder, *others), hint=concern.ask)


if TYPE_CHECKING:

    class Strength(Choice):
        """A strength by its id; mypy cannot follow one that is made from data."""
else:
    Strength = Choice("Strength", {each.id: (each.id, each.label) for each in content.strengths()})


class ThresholdAnswers(Answers):
    danger: Annotated[
        Danger,
        Question(
            "Is anyone in danger now?",
            part="The child",
            hint="A child or an adult who is hurt, or who may be hurt today.",
            missing="Say whether anyone is in danger now",
        ),
    ]
    reference: Annotated[
        str,
        Question("Your own reference", hint="A case number, say. Leave names out: the tool does not need them."),
        Field(max_length=60),
    ] = ""
    child_age: Annotated[
        int | None,
        Question("The child’s age", hint="0 for a baby under one.", unit="years", one_of=True),
        Field(ge=0, le=25),
    ] = None
    due_date: Annotated[
        Day | None,
        Question(
            "Or the date the baby is due", hint="If the child is not born yet.", one_of=True, far="any"
        ),  # asks.py asks
        Field(validate_default=True),
    ] = None
    concerns: Annotated[
        dict[str, Seen],
        Question(
            "What you are worried about",
            part="Worries",
            hint="Choose only what you have seen, or have been told. Leave the rest.",
            entries=entries,
        ),
    ] = {}  # noqa: RUF012 - pydantic copies a default
    strengths: Annotated[
        list[Strength],
        Question(
            "What is going well",
            part="Strengths and support",
            hint="Strengths are what a plan builds on. They never cancel a danger.",
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default
    strengths_more: Annotated[str, Question("Other strengths, in the family’s words", long=True)] = ""
    support: Annotated[
        str, Question("What support is in place now", hint="Who helps already, and with what.", long=True)
    ] = ""
    one_agency: Annotated[OneAgency | None, Question("Can one agency meet the need?")] = None
    consent: Annotated[Consent | None, Question("What has the family said?")] = None
    not_known: Annotated[
        str, Question("What do you not know yet?", hint="Who have you not seen, heard or asked?", long=True)
    ] = ""

    looked: Annotated[
        list[Looked],
        Question(
            "Words that you looked at",
            hint="Where you wrote something that sounds like danger, choose the line for it above. If it is not about "
            "danger, say so here. That covers this one sentence and no other.",
            title="Sentence",
            line="{words}",
            folded=True,
        ),
    ] = []  # noqa: RUF012 - pydantic copies a default

    @field_validator("due_date")
    @classmethod
    def a_child_is_born_or_due(cls, due: date | None, given: ValidationInfo) -> date | None:
        """Asked with the fields, not after them, so that it is named together with what else is missing."""
        if due is None and given.data.get("child_age", "not readable") is None:
            raise problem("child_age", "Enter the child’s age, or the date the baby is due")
        if due is not None and given.data.get("child_age") is not None:
            raise problem("due_date", "Give the child’s age or the date the baby is due, not both")
        return due

    @field_validator("concerns")
    @classmethod
    def every_step_is_on_its_ladder(cls, concerns: dict[str, Seen]) -> dict[str, Seen]:
        ladders = content.by_id()
        for key, seen in concerns.items():
            if key not in ladders:
                raise problem(f"concerns.{key}", "This form has no such question")
            if seen.step not in (UNSURE, *(step.id for step in ladders[key].steps)):
                raise problem(f"concerns.{key}.step", f"{ladders[key].label}: choose one of the lines shown")
        return concerns
