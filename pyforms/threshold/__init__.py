"""The threshold tool: which level of need a practitioner's answers point to in an area, and why."""

from pyforms.form import Form
from pyforms.threshold.answers import ThresholdAnswers
from pyforms.threshold.finder_entries import find
from pyforms.threshold.migrations import no_lead_was_asked, nothing_was_explained
from pyforms.threshold.result import result

FORM = Form(
    id="threshold",
    version=3,
    title="Threshold tool",
    about=(
        "Say what you have seen. See the level of need it points to in your area, with every reason and its "
        "source, and what to do next."
    ),
    answers=ThresholdAnswers,
    result=result,
    examples=(
        "settling-in",
        "mornings-are-hard",
        "two-homes",
        "permanently-excluded",
        "quiet-at-school",
        "kind-family-new-trainers",
        "baby-with-a-bruise",
        "expecting-and-frightened",
        "a-worry-without-a-name",
        "said-in-passing",
    ),
    asks_about_danger=True,
    migrations={1: nothing_was_explained, 2: no_lead_was_asked},
    helpers={"find": find},
)
