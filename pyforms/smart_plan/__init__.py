"""The SMART plan builder: what is to change, who does what by when, the review, and each child's own copy."""

from pyforms.form import Form
from pyforms.smart_plan import migrations
from pyforms.smart_plan.answers import SmartPlanAnswers
from pyforms.smart_plan.result import result

FORM = Form(
    id="smart-plan",
    version=3,
    title="SMART plan",
    about=(
        "Agree what is to change, and who does what by when. The check asks about what is vague or missing. "
        "Review the plan from the file you saved, and give each child a copy of their own."
    ),
    answers=SmartPlanAnswers,
    result=result,
    migrations={1: migrations.from_1, 2: migrations.from_2},
    examples=(
        "first-plan-in-torbay",
        "vague-plan-to-mend",
        "two-children-in-solihull",
        "review-in-torbay",
        "review-in-kent",
        "one-service-in-doncaster",
        "mum-carries-it-all",
    ),
)
