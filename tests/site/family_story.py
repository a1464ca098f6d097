"""One family from consent to review, as data: what is said at each meeting, whatever it is typed into.

Three children and three adults, six weeks, two areas whose scales run opposite ways. `played.py` types it.
"""

from itertools import batched
from typing import NamedTuple

FIRST, SECOND, THIRD = "2026-09-08", "2026-10-20", "2026-12-01"
CHILDREN = ("Ella", "Sam", "Noah")
ADULTS = {"Kim": "mother", "Lee": "father", "Nan": "grandmother"}
NAMES = (*CHILDREN, *ADULTS)
BORN = dict(zip(CHILDREN, ("2017-03-02", "2020-06-14", "2025-09-30"), strict=True))
DAYS = (FIRST, SECOND, THIRD, *BORN.values())
SCORED = ("Ella", "Sam", "Kim", "Lee", "Nan")  # Noah is a baby

type Said = dict[str, str]


class Meeting(NamedTuple):
    """One form at one meeting: the paths of its fields, in the order of the page, and what is said for each.

    `goes_on` says that it is the form of the meeting before, opened again.
    """

    form: str
    day: str
    said: Said
    goes_on: bool = False


class Area(NamedTuple):
    id: str
    scale: str
    first: tuple[str, ...]
    second: tuple[str, ...]


TORBAY = Area("torbay", "1-10-hope-at-1", ("8", "7", "7", "6", "5"), ("6", "6", "7", "4", "4"))
SOLIHULL = Area("solihull", "0-10-hope-at-10", ("2", "3", "3", "4", "5"), ("4", "4", "3", "6", "6"))


def story(area: Area) -> list[Meeting]:
    """The family's meetings, in order."""
    return [
        Meeting("consent", FIRST, _consent()),
        Meeting("scaling", FIRST, {**_asked(), **_scored(area, 0, FIRST, area.first)}),
        Meeting("smart-plan", FIRST, _plan()),
        Meeting("scaling", SECOND, _scored(area, 1, SECOND, area.second), goes_on=True),
        Meeting("smart-plan", SECOND, _review(area), goes_on=True),
    ]


def _rows(path: str, rows: list[Said]) -> Said:
    return {f"{path}.{place}.{name}": words for place, row in enumerate(rows) for name, words in row.items()}


def _consent() -> Said:
    on_paper = {"answer": "agrees", "how": "written", "signature.how": "paper"}
    adults = [{"name": name, "role": "parent", "relationship": kin, **on_paper} for name, kin in ADULTS.items()]
    return {
        "day": FIRST,
        "purpose": "Help with mornings, sleep and getting to school.",
        "worker.name": "Jo Lister",
        "worker.job": "family support worker, Oak Primary",
        **_rows("children", [{"name": name, "born": day} for name, day in BORN.items()]),
        **_rows("people", [*adults, {"name": "Ella", "role": "child", "age": "9", **on_paper}]),
        "decision": "child_and_parents",
        **dict.fromkeys(("things.support", "things.assessment", "things.sharing"), "yes"),
        **_rows(
            "agencies",
            [
                {"name": "Oak Primary", "may": "yes"},
                {"name": "Health visitor", "may": "yes"},
                {"name": "Housing team", "may": "no"},
            ],
        ),
        "privacy": "yes",
    }


def _asked() -> Said:
    return {
        "questions.0.question": "How are mornings at home?",
        "questions.0.worst": "Tears every day, and late",
        "questions.0.hope": "Breakfast together, and out by half past eight",
    }


def _scored(area: Area, meeting: int, day: str, scores: tuple[str, ...]) -> Said:
    who = {name: "child" if name in CHILDREN else "family" for name in SCORED}
    path = f"meetings.{meeting}"
    rows = [{"person": name, "who": who[name], "score": score} for name, score in zip(SCORED, scores, strict=True)]
    return {f"{path}.day": day, f"{path}.scale": area.scale, **_rows(f"{path}.scores", rows)}


def _plan() -> Said:
    stages = ("younger", "younger", "little")
    by = "2026-10-16"
    needs = [
        (
            ("Mornings are a fight, and Ella is late three days in five.", "Ella"),
            "Ella is in class by nine on four days a week.",
            [
                ("Walks Ella and Sam to school on Mondays and Thursdays", "Nan", "2026-09-21", "Ten walks done"),
                ("Opens the breakfast club from eight for both", "Lee", "2026-09-15", "A place is confirmed by email"),
            ],
        ),
        (
            ("Sam wakes four times a night.", "Sam"),
            "Sam sleeps from eight to six on five nights a week.",
            [
                ("Keeps a sleep diary each night for two weeks", "Kim", "2026-09-25", "Fourteen nights are filled in"),
                ("Rings the sleep clinic and books a first visit", "Jo Lister", "2026-09-18", "A date is in the diary"),
            ],
        ),
        (
            ("Noah’s weight has not been checked since July.", "Noah"),
            "Noah is weighed every two weeks until November.",
            [
                ("Takes Noah to the clinic on Tuesdays", "Kim", "2026-09-22", "Three weights in the red book"),
                ("Looks after Sam while Kim is at the clinic", "Lee", "2026-09-22", "Kim goes alone with Noah"),
            ],
        ),
    ]
    return {
        "plan_day": FIRST,
        "review_day": SECOND,
        "lead": "Jo Lister, family support worker, Oak Primary",
        **_rows("children", [{"name": name, "stage": stage} for name, stage in zip(CHILDREN, stages, strict=True)]),
        **_rows(
            "needs",
            [
                {
                    "change": change,
                    "whose": whose,
                    "goal": goal,
                    "goal_by": by,
                    **_rows(
                        "actions",
                        [{"what": what, "who": who, "by": day, "measure": seen} for what, who, day, seen in actions],
                    ),
                }
                for (change, whose), goal, actions in needs
            ],
        ),
        "copies": "Oak Primary\nHealth visitor",
        "key_dates.consent": FIRST,
    }


def _review(area: Area) -> Said:
    done = ("done", "partly", "done", "done", "partly", "done")
    scores = [
        {"person": name, "before": first, "now": second}
        for name, first, second in zip(SCORED, area.first, area.second, strict=True)
    ]
    outcomes = ("partly", "yes", "partly")
    return {
        "review.day": SECOND,  # what a review asks is asked once its day is there
        **{
            path: words
            for need, (pair, outcome) in enumerate(zip(batched(done, 2), outcomes, strict=True))
            for path, words in (
                *((f"needs.{need}.actions.{place}.review.status", status) for place, status in enumerate(pair)),
                (f"needs.{need}.outcome.met", outcome),
            )
        },
        "review.changed": "Ella was on time on eleven of fifteen days. Sam wakes once a night.",
        "review.well.family": "Nan’s walks. Everyone eats before eight.",
        "review.worried.family": "Two weigh-ins for Noah were missed.",
        "review.scaling.scale": area.scale,
        **_rows("review.scaling.scores", scores),
        "review.next": "go-on",
        "review.next_review": THIRD,
    }
