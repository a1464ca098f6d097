"""How older saved records come to today's form."""

from pydantic import ValidationError

from pyforms.consent.checked import CheckedConsent
from pyforms.consent.parts import Decision, YesNo
from pyforms.form import Json
from pyforms.wording import same


def from_1(answers: Json) -> Json:
    """Version 1 took decisions that spoke for people who had said otherwise: what each person said is kept as it was,
    and the decision becomes the one that speaks for nobody."""
    try:
        CheckedConsent.model_validate(answers)
    except ValidationError as refusal:
        if any(error.get("ctx", {}).get("path") == "decision" for error in refusal.errors()):
            return {**answers, "decision": Decision.MIXED.value}
    return answers


def from_2(answers: Json) -> Json:
    """Version 2 let both parents agree while a third was not asked, and knew the doctor by the practice’s name."""
    told = answers.get("agencies")
    practice = _practice(answers.get("doctor"))
    if isinstance(told, list) and practice:
        return from_1({**answers, "agencies": [_marked(each, practice) for each in told]})
    return from_1(answers)


def from_3(answers: Json) -> Json:
    """Version 3 had no place for danger that is known already: nothing is said of it."""
    return answers


def from_4(answers: Json) -> Json:
    """Version 4 had no place for words that were looked at: none were."""
    return answers


def from_5(answers: Json) -> Json:
    """Version 5 did not say for whose page words were looked at: what tells of somebody is asked about anew."""
    return answers


def _practice(doctor: object) -> str:
    named = doctor.get("practice") if isinstance(doctor, dict) else None
    return same(named) if isinstance(named, str) else ""


def _marked(agency: object, practice: str) -> object:
    if isinstance(agency, dict) and isinstance(agency.get("name"), str) and same(agency["name"]) == practice:
        return {**agency, "doctor": YesNo.YES.value}
    return agency
