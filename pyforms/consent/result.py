"""What a consent record becomes: the record, a page for each to keep, and the letter to the doctor."""

from datetime import date

from pyforms.areas import Area
from pyforms.consent import asks, family_page, gp_letter, kept_from, record, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Person, YesNo
from pyforms.document import Document
from pyforms.form import Json, Result


def result(answers: ConsentAnswers, area: Area, today: date) -> Result:
    documents = dict(family_page.pages(answers, area))
    if not gp_letter.why_none(answers, today):
        documents["gp-letter"] = gp_letter.letter(answers, area, today)
    return Result(
        _findings(answers, today),
        Document("Consent record", record.blocks(answers, area, today)),
        documents=documents,
        prompts=asks.prompts(answers),
    )


def _findings(answers: ConsentAnswers, today: date) -> Json:
    may_share = said.is_agreed(answers) and answers.things.sharing == YesNo.YES
    signed = [person for person in said.born(answers) if said.is_signed(answers, person.signature, person.name)]
    return {
        "decision": answers.decision.value,
        "agree": _names(said.agreeing(answers)),
        "refuse": _names(said.refusing(answers)),
        "not_asked": _names(said.not_asked(answers)),
        "unborn": said.unborn(answers),
        "signed": _names(signed),
        "agreed": {key: getattr(answers.things, key) for key in record.THINGS},
        "may_be_told": [
            _told(each.name, each.until)
            for each in answers.agencies
            if may_share and each.may == YesNo.YES and not kept_from.is_contested(answers.agencies, each)
        ],
        "rather_not_told": [each.name for each in answers.agencies if each.may == YesNo.NO],
        "no_page": _names([person for person in said.answering(answers) if family_page.why_none(answers, person)]),
        "no_letter": gp_letter.why_none(answers, today),
        "risk": answers.without.risk,
        "to_do": list(record.flags(answers)),
    }


def _names(people: list[Person]) -> list[str]:
    return [person.name for person in people]


def _told(name: str, until: date | None) -> Json:
    return {"who": name, "until": until.isoformat() if until else None}
