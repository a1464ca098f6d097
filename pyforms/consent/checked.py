"""What cannot stand together in one record. Each check names the field that can be mended."""

from typing import Self

from pydantic import model_validator

from pyforms.consent import said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Decision, YesNo
from pyforms.form import problem


class CheckedConsent(ConsentAnswers):
    @model_validator(mode="after")
    def the_decision_is_what_people_said(self) -> Self:
        for message in said.contradictions(self):
            raise problem("decision", message)
        return self

    @model_validator(mode="after")
    def one_agency_or_no_consent_is_no_assessment(self) -> Self:
        if self.decision in (Decision.SINGLE_AGENCY, *said.NO_CONSENT) and self.things.assessment == YesNo.YES:
            raise problem(
                "things.assessment",
                f"You chose “{self.decision.label}”, so an assessment is not agreed: mend one of the two",
            )
        return self

    @model_validator(mode="after")
    def a_change_says_what_changes(self) -> Self:
        if self.decision in (Decision.WITHDRAWN, Decision.UPDATED) and not self.changed:
            raise problem("changed", "Say what changes, and from when")
        return self

    @model_validator(mode="after")
    def without_consent_the_risk_is_weighed(self) -> Self:
        if self.decision in said.NO_CONSENT and self.without.risk is None:
            raise problem("without.risk", "Nobody agrees: say whether you see a risk of significant harm")
        return self
