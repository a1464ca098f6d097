"""What is asked: the children, what is to change, who does what by when, and later what came of it.

Sources: Solihull's Family Support Assessment & Plan and its review form; Torbay's handbook ("Early Help Plans",
"Review"); Kent's review guidance (agenda, and the plan under "Writing directly to the child in case recording");
the quality standards, 3 (plan) and 4 (review).
"""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from pyforms import fields, people, scales
from pyforms.fields import Choice, Day, Question, Same, When
from pyforms.form import Answers, Part, problem
from pyforms.scales import Scale
from pyforms.wording import same

AT_REVIEW = When("at a review: once its date is entered", "review.day")  # as review.is_review
# Nobody types it, and it stands in calendar files: letters, figures and dashes only.
OwnId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]*$", max_length=64)]


class Stage(Choice):
    LITTLE = "little", "Someone reads it to them", "Short words, and room to draw"
    YOUNGER = "younger", "Reads short sentences"
    OLDER = "older", "Reads well"
    UNBORN = "unborn", "Not born yet", "No copy, and no words are asked for"


class Kind(Choice):
    CAUSE = "cause", "A cause", "Other things would get easier if this did"
    SIGN = "sign", "A sign of something underneath"


class Status(Choice):
    DONE = "done", "Done"
    PARTLY = "partly", "Partly done"
    NOT_STARTED = "not-started", "Not started"
    NOT_NEEDED = "not-needed", "No longer needed"


class Next(Choice):
    GO_ON = "go-on", "Go on with the plan"
    ONE_AGENCY = "one-agency", "Go on with one service, without team meetings"
    END = "end", "End: the goals are met, and the family can keep it going"
    STEP_UP = "step-up", "Ask children’s social care to look at it"


class Titles(Choice):
    NAMES = (
        "names",
        "Put names and what will be done into the titles",
        "Anyone who sees the calendar can then read them. Leave this out if someone is not safe from them",
    )


class Remind(Choice):
    WEEK_AND_DAY = "week-and-day", "A week before, and the day before"
    DAY = "day", "The day before"
    NONE = "none", "No reminder"


class Team(Choice):
    TEAM = "team", "Several services, with team meetings"
    ONE = "one", "One service"


class Child(Part):
    name: Annotated[
        str,
        Question(
            "Child’s name",
            hint="The name they like to be called.",
            missing="Enter the child’s name",
            person="new",
        ),
        Field(min_length=1),
    ]
    stage: Annotated[
        Stage | None, Question("How do they read?", hint="Their own copy is written for this.", compact=True)
    ] = None
    told_us: Annotated[
        str,
        Question("Something they love, or showed or told you", hint="It opens their own copy.", by="child"),
    ] = ""
    says: Annotated[str, Question("What they say about the plan", by="child", long=True)] = ""


class Met(Choice):
    YES = "yes", "Yes"
    PARTLY = "partly", "Nearer to it"
    NO = "no", "Not yet"


class Outcome(Part):
    met: Annotated[Met | None, Question("Is the success goal met?", compact=True, stays=True)] = None
    seen: Annotated[str, Question("What do we see now?", by="family", long=True)] = ""


class Progress(Part):
    status: Annotated[Status | None, Question("How far is it?", compact=True, stays=True)] = None
    happened: Annotated[
        str, Question("What happened, and what difference did it make?", hint="Ask the family first.", long=True)
    ] = ""
    before: Annotated[str, Question("What was said at earlier reviews", long=True)] = ""


class Action(Part):
    what: Annotated[
        str,
        Question(
            "What will be done?",
            long=True,
            hint="Something you could see happen, such as “walks Ella to school on Monday and Thursday”.",
            missing="Write what will be done, or remove this action",
        ),
        Field(min_length=1),
    ]
    who: Annotated[str, Question("Who will do it?", hint="A person’s name; family members too.", person="known")] = ""
    by: Annotated[Day | None, Question("By when?")] = None
    measure: Annotated[
        str,
        Question(
            "How will we know that it is done, or that it works?", long=True, hint="What anyone could see or count."
        ),
    ] = ""
    agreed_by: Annotated[
        str, Question("Who has agreed to it?", hint="Names. The person who does it is one of them.")
    ] = ""
    sure: Annotated[
        int | None,
        Question(
            "How sure are they that they can do it, from 0 to 10?",
            hint="Ask the person who will do it. 0 is not at all, 10 is certain.",
        ),
        Field(ge=0, le=10),
    ] = None
    barrier: Annotated[str, Question("What could get in the way?", long=True)] = ""
    backup: Annotated[str, Question("What will we do then?", long=True)] = ""
    review: Annotated[Progress, Question("At the review: this action", when=AT_REVIEW)] = Progress()
    id: Annotated[OwnId, Question("The action’s own id", hidden=True, made="id")] = ""
    since: Annotated[Day | None, Question("Date of the plan that it was first agreed in", hidden=True)] = None


class Need(Part):
    change: Annotated[
        str,
        Question(
            "What do we want to change?",
            long=True,
            hint="In the words of the family, or of the child.",
            by="family",
            missing="Write what you want to change, in the family’s own words",
        ),
        Field(min_length=1),
    ]
    whose: Annotated[
        str,
        Question(
            "Whose need is it?",
            hint="A child’s name as above, an adult’s name, or “everyone”.",
            missing="Say whose need it is: a child’s name as above, an adult’s name, or “everyone”",
            person="known",
        ),
        Field(min_length=1),
    ]
    kind: Annotated[Kind | None, Question("Is it a cause, or a sign?", compact=True)] = None
    goal: Annotated[
        str,
        Question(
            "Success goal",
            long=True,
            hint="If this went well, what would we see? Such as “Ella is in class by 8.50 every day for four weeks”.",
            by="family",
        ),
    ] = ""
    goal_by: Annotated[Day | None, Question("When do we hope to be there?")] = None
    actions: Annotated[list[Action], Question("Actions", title="Action", line="{who}: {what}, by {by}")] = []  # noqa: RUF012 - pydantic copies a default
    outcome: Annotated[Outcome, Question("At the review: the goal", when=AT_REVIEW)] = Outcome()


class Score(Part):
    person: Annotated[
        str, Question("Whose score is it?", missing="Say whose score it is", person="new"), Field(min_length=1)
    ]
    before: Annotated[float | None, Question("Last time")] = None
    now: Annotated[float | None, Question("Now", hint="Half numbers, such as 4.5, are fine.")] = None
    why: Annotated[str, Question("Why that number, and what has changed?", by="family", long=True)] = ""


class Scores(Part):
    """Solihull's success scale; Torbay's runs the other way, so the way it ran is kept with the scores."""

    scale: Annotated[
        Scale | None, Question("Which way does the scale run?", hint="Needed if there are scores.", compact=True)
    ] = None
    scores: Annotated[list[Score], Question("Scores", title="Score", line="{person}: {now}, before {before}")] = []  # noqa: RUF012 - pydantic copies a default

    @model_validator(mode="after")
    def scores_are_on_a_scale(self) -> Self:
        for place, each in enumerate(self.scores):
            if self.scale is None:
                raise problem("scale", "Choose which way the scale runs, so that nobody reads the scores upside down")
            for asked in ("before", "now"):
                score = getattr(each, asked)
                if score is not None and not scales.is_on(self.scale, score):
                    low, high = scales.limits(self.scale)
                    message = f"Enter a whole or a half number from {low} to {high}: the scale has no {score:g}"
                    raise problem(f"scores.{place}.{asked}", message)
        return self


class Views(Part):
    """What Solihull's review form and Kent's agenda ask of the family, each child and everyone else."""

    family: Annotated[str, Question("The family says", by="family", long=True)] = ""
    children: Annotated[str, Question("The children say", by="child", long=True)] = ""
    others: Annotated[str, Question("Other people say", long=True)] = ""


class Review(Part):
    day: Annotated[
        Day | None,
        Question(
            "Date of the review", hint="With a date here, this is a review, and each action above asks how far it is."
        ),
    ] = None
    present: Annotated[
        str,
        Question("Who was there, and who sent word?", hint="One person on each line.", long=True, when=AT_REVIEW),
    ] = ""
    changed: Annotated[str, Question("What has changed since last time?", by="family", long=True, when=AT_REVIEW)] = ""
    well: Annotated[Views, Question("What is working well?", when=AT_REVIEW)] = Views()
    worried: Annotated[Views, Question("What are people still worried about?", when=AT_REVIEW)] = Views()
    scaling: Annotated[Scores, Question("New scores", when=AT_REVIEW)] = Scores()
    next: Annotated[Next | None, Question("What happens next?", when=AT_REVIEW)] = None
    why: Annotated[str, Question("Why?", long=True, when=AT_REVIEW)] = ""
    next_review: Annotated[Day | None, Question("Date of the next review", far="ahead", when=AT_REVIEW)] = None

    @model_validator(mode="after")
    def the_next_review_is_still_to_come(self) -> Self:
        if self.day and self.next_review and self.next_review <= self.day:
            raise problem("next_review", "The next review must come after this one: mend one of the two dates")
        return self


class KeyDates(Part):
    """The days from which the area's rules count."""

    opened: Annotated[Day | None, Question("The case was opened on", far="done")] = None
    consent: Annotated[Day | None, Question("Consent was given on", far="done")] = None
    lead_identified: Annotated[
        Day | None, Question("The lead practitioner or lead agency was agreed on", far="done")
    ] = None
    assessment: Annotated[Day | None, Question("The assessment was finished on", far="done")] = None
    first_meeting: Annotated[Day | None, Question("The first team meeting was on", far="done")] = None
    first_plan: Annotated[
        Day | None,
        Question("The first plan was agreed on", hint="Leave this out while it is the first.", far="done"),
    ] = None


class CalendarFile(Part):
    reference: Annotated[
        str,
        Question(
            "Your reference for calendars",
            hint="It stands in every title, so that you can tell families apart. Leave names out: “EH 12”, say.",
        ),
        Field(max_length=30),
    ] = ""
    remind: Annotated[
        Remind,
        Question("Reminders", hint="Left open: a week before, and the day before.", compact=True),
    ] = Remind.WEEK_AND_DAY
    names_in_titles: Annotated[list[Titles], Question("Names")] = []  # noqa: RUF012 - pydantic copies a default


class SmartPlanAnswers(Answers):
    id: Annotated[OwnId, Question("The plan’s own id", hidden=True, made="id")] = ""
    checked: Annotated[
        int, Question("How often these answers were checked", hidden=True, made="count"), Field(ge=0, le=1_000_000)
    ] = 0
    dated: Annotated[
        str,
        Question("The days of actions that a calendar may hold", hidden=True, made="days"),
        Field(pattern=r"^[A-Za-z0-9@ -]*$", max_length=40_000),
    ] = ""
    round: Annotated[
        int, Question("Which plan it is: 2 is the first that a review led to", hidden=True), Field(ge=1, le=1000)
    ] = 1
    plan_day: Annotated[
        Day, Question("Date of the plan", part="This plan", missing="Enter the date on which the plan was agreed")
    ]
    review_day: Annotated[
        Day,
        Question(
            "Date of the review",
            hint="The day on which you meet again.",
            missing="Agree a date for the review, and enter it",
        ),
    ]
    lead: Annotated[
        str,
        Question(
            "Who is the lead practitioner?", hint="In some areas: lead professional. Their name and how to reach them."
        ),
    ] = ""
    team: Annotated[Team | None, Question("Who works with the family?", compact=True)] = None
    length: Annotated[str, Question("How long do you expect to work together?", hint="Such as “about 12 weeks”.")] = ""
    children: Annotated[
        list[Child],
        Question(
            "Every child in the family",
            part="Children",
            hint="Each one gets a copy of their own.",
            title="Child",
            line="{name}",
            missing="Name at least one child",
        ),
        Field(min_length=1),
    ]
    needs: Annotated[
        list[Need],
        Question(
            "What we want to change",
            part="What we want to change",
            hint="What matters most comes first, and causes before signs.",
            title="Change",
            line="{whose}: {change}; actions: {actions}",
            missing="Write at least one thing that you want to change",
            same=Same("The same day for every goal", ("goal_by",)),
        ),
        Field(min_length=1),
    ]
    adults_say: Annotated[
        str, Question("What parents and carers say about the plan", part="Views and copies", by="family", long=True)
    ] = ""
    copies: Annotated[
        str,
        Question(
            "Who gets a copy?", hint="One person on each line. Only people whom the family has agreed to.", long=True
        ),
    ] = ""
    key_dates: Annotated[
        KeyDates,
        Question(
            "Dates so far",
            part="Dates so far",
            hint="For working out your area’s deadlines. Leave out what you do not know.",
            folded=True,
        ),
    ] = KeyDates()
    review: Annotated[
        Review,
        Question(
            "The review",
            part="The review",
            hint="Leave this until you meet again. Then open your saved plan and fill it in.",
        ),
    ] = Review()
    calendar: Annotated[
        CalendarFile,
        Question(
            "Calendar file",
            part="Calendar file",
            hint="Is this plan now for another family? Clear the form and begin anew, so that nothing of the first "
            "family’s stays.",
            folded=True,
            on_paper=False,
        ),
    ] = CalendarFile()

    @model_validator(mode="after")
    def the_review_comes_after_the_plan(self) -> Self:
        if self.review_day < self.plan_day:
            raise problem("review_day", "The review comes before the plan: mend one of the two dates")
        return self

    @model_validator(mode="after")
    def a_plan_is_reviewed_after_it_was_made(self) -> Self:
        if self.review.day and self.review.day < self.plan_day:
            raise problem("review.day", "This review comes before the plan: mend one of the two dates")
        return self

    @model_validator(mode="after")
    def each_child_stands_once(self) -> Self:
        names = [same(child.name) for child in self.children]
        for place, name in enumerate(names):
            if name in names[:place]:
                raise problem(
                    f"children.{place}.name", f"{self.children[place].name} stands twice: add an initial, or remove one"
                )
        return self


def dated(answers: SmartPlanAnswers) -> dict[str, date]:
    """The last day of each action that was ever checked with one, by its id."""
    written = (each.partition("@") for each in answers.dated.split())
    days = ((own, fields.read_day(when)) for own, _, when in written)
    return {own: day for own, day in days if own and day and fields.FIRST_DAY <= day <= fields.LAST_DAY}


def taken_out(answers: SmartPlanAnswers) -> dict[str, date]:
    """Those whose action is gone, has no day or is not needed any more. What is done stays where it was."""
    every = [action for need in answers.needs for action in need.actions]
    kept = {
        each.id
        for each in every
        if each.review.status == Status.DONE or (each.by and each.review.status != Status.NOT_NEEDED)
    }
    return {own: day for own, day in dated(answers).items() if own not in kept}


def as_of(answers: SmartPlanAnswers) -> date:
    """The day that the answers tell of: that of the review, or else that of the plan."""
    return answers.review.day or answers.plan_day


def has_ended(answers: SmartPlanAnswers) -> bool:
    return answers.review.day is not None and answers.review.next == Next.END


def next_review(answers: SmartPlanAnswers) -> date | None:
    """When the plan is looked at again; None once the help has ended, and while a review has agreed no next one."""
    if answers.review.day is None:
        return answers.review_day
    return None if has_ended(answers) else answers.review.next_review


def agreed_in(action: Action, answers: SmartPlanAnswers) -> date:
    """The day of the plan that an action was first agreed in: an earlier one, where a review carried it on.

    Files of version 1 say only that it was talked about at a review.
    """
    first = answers.key_dates.first_plan
    return action.since or (first if first and action.review.before else answers.plan_day)


def goal_agreed_in(need: Need, answers: SmartPlanAnswers) -> date:
    return min((agreed_in(action, answers) for action in need.actions), default=answers.plan_day)


def is_unborn(child: Child, answers: SmartPlanAnswers) -> bool:
    """Nobody asks them for their words or writes to them. A name such as “Unborn baby” is enough, whatever was chosen
    beside it: a born child has another."""
    return child.stage == Stage.UNBORN or people.is_unborn(child.name, answers.plan_day)


def is_perhaps_unborn(child: Child, answers: SmartPlanAnswers) -> bool:
    """A name such as “Bean” or “Baby Lowe” says it of many who are not born yet, and of some who are."""
    return child.stage is None and not is_unborn(child, answers) and people.may_be_unborn(child.name)


def of_the_unborn(words: str, answers: SmartPlanAnswers) -> tuple[str, ...]:
    """The children among the names in the words who are not born yet."""
    named = names(words)
    return tuple(child.name for child in answers.children if is_unborn(child, answers) and same(child.name) in named)


def names(words: str) -> tuple[str, ...]:
    """The people in "Ella, Tom and Mum", each as `wording.same` gives them."""
    for mark in (" and ", "&", "/", ";"):
        words = words.replace(mark, ",")
    return tuple(same(name) for name in words.split(",") if name.strip())
