"""Small plans to change one thing in, and what becomes of them."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document

PLAN, REVIEW, NEXT = date(2026, 9, 8), date(2026, 10, 20), date(2026, 12, 1)
EXAMPLES = {example.name: example for example in pyforms.examples("smart-plan")}


def action(what="Walks Ella to school on Mondays", **more):
    return {"what": what, "who": "Nan", "by": "2026-09-14", "measure": "Five ticks", **more}


def need(whose="Ella", *actions, **more):
    return {
        "change": "Mornings",
        "whose": whose,
        "goal": "Ella is in class by nine all week.",
        "actions": [*actions],
        **more,
    }


def plan(*needs, children=("Ella",), **more):
    told = {
        "plan_day": PLAN.isoformat(),
        "review_day": REVIEW.isoformat(),
        "needs": list(needs) or [need("Ella", action())],
    }
    return {**told, "children": [{"name": name} for name in children], **more}


def result(answers, area="torbay"):
    return pyforms.submit("smart-plan", answers, area, PLAN)


def gaps(answers):
    return result(answers).findings["gaps"]


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def refused(answers):
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        result(answers)
    return dict(caught.value.errors)


def reviewed(*needs, **review):
    return plan(*needs, review={"day": REVIEW.isoformat(), "next_review": NEXT.isoformat(), **review})
