"""What is in the answers and stands in no document, because nobody could have said it."""

from pyforms.smart_plan.answers import SmartPlanAnswers, is_perhaps_unborn, is_unborn, of_the_unborn
from pyforms.wording import listed

KEPT = "It is kept in your answers."


def left_out(answers: SmartPlanAnswers) -> list[str]:
    """One line for each, with the reason."""
    views = answers.review.well.children or answers.review.worried.children
    unborn = [child for child in answers.children if is_unborn(child, answers)]
    spoken = [child.name for child in unborn if child.says or child.told_us]
    scored = [score.person for score in answers.review.scaling.scores if of_the_unborn(score.person, answers)]
    perhaps = [child.name for child in answers.children if is_perhaps_unborn(child, answers)]
    return [
        *([f"What stands as the words of {listed(spoken)}, not born yet. {KEPT}"] if spoken else []),
        *([f"What the children say: none of them is born yet. {KEPT}"] if views and unborn == answers.children else []),
        *([f"A score in the name of {listed(scored)}, not born yet. {KEPT}"] if scored else []),
        *(f"A copy for {name}: whether {name} is born is not known yet." for name in perhaps),
    ]
