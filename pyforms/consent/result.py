"""What a consent record becomes: the record, a page for the family to keep, and the letter to the doctor."""

from datetime import date

from pyforms.areas import Area
from pyforms.consent import family_page, gp_letter, record
from pyforms.consent.answers import NO_CONSENT, ConsentAnswers, Risk, YesNo
from pyforms.document import Document
from pyforms.form import Json, Result


def result(answers: ConsentAnswers, area: Area, today: date) -> Result:
    documents: dict[str, Document] = {}
    if answers.without.risk not in (Risk.YES, Risk.UNSURE):  # a page at home could warn whoever is feared
        documents["family-page"] = family_page.page(answers, area)
    if gp_letter.may_tell_the_doctor(answers):
        documents["gp-letter"] = gp_letter.letter(answers, area, today)
    return Result(_findings(answers), Document("Consent record", record.blocks(answers, area)), documents=documents)


def _findings(answers: ConsentAnswers) -> Json:
    may_share = answers.decision not in NO_CONSENT and answers.things.sharing == YesNo.YES
    return {
        "decision": answers.decision.value,
        "agreed": {key: getattr(answers.things, key) for key in record.THINGS},
        "may_be_told": [
            _told(each.name, each.until) for each in answers.agencies if may_share and each.may == YesNo.YES
        ],
        "may_not_be_told": [each.name for each in answers.agencies if not may_share or each.may == YesNo.NO],
        "risk": answers.without.risk,
        "to_do": list(record.flags(answers)),
    }


def _told(name: str, until: date | None) -> Json:
    return {"who": name, "until": until.isoformat() if until else None}
