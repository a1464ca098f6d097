"""The stable keys by which forms and pages ask an area for a fact: the same in every area."""

from typing import Literal

WordKey = Literal["lead_role", "meeting", "assessment", "plan", "review", "closing", "front_door", "social_care"]
USUAL = (1, 2, 3, 4)  # the levels of need that most areas use, and that routes, rules and the threshold tool count in
TimescaleKey = Literal[
    "assessment",
    "first_meeting",
    "plan_shared",
    "first_review",
    "review",
    "single_agency_review",
    "outcome_tool_review",
    "usual_length",
    "senior_review",
    "panel",
    "meeting_length",
    "enquiry_reply",
    "referral_decision",
    "statutory_assessment",
]
# The days of the work with a family that timescales count from. `plan` is the day of
# the latest plan or review, `first_plan` of the one that the help began with.
EventKey = Literal["opened", "consent", "lead_identified", "first_meeting", "first_plan", "plan"]
ContactKey = Literal[
    "emergency",
    "safeguarding_day",
    "safeguarding_professionals",
    "safeguarding_out_of_hours",
    "early_help_enquiry",
    "early_help_advice",
    "send_assessment_to",
    "send_plans_to",
    "community",
    "short_breaks",
    "record_system_support",
    "training",
    "find_council",
    "allegations",
    "adult_social_care",
    "child_helpline",
    "adult_helpline",
    "domestic_abuse_helpline",
    "mens_advice",
    "mental_health_crisis",
    "nhs_111",
    "samaritans",
    "crisis_text",
    "shelter",
    "hardship_helpline",
    "energy_advice",
    "forced_marriage",
    "family_rights",
    "police",
    "other",
]
FormKey = Literal["assessment", "plan", "review", "closing", "consent", "gp_letter", "short_break"]
RuleKey = Literal[
    "consent",
    "child_consent",
    "sharing",
    "refusal",
    "stuck",
    "harm_outside_home",
    "record_system",
    "screening",
    "panel",
    "family_network",
    "support",
    "chair",
    "child_at_meeting",
    "change_of_lead",
    "disagreement",
    "how_long",
    "closing",
    "supervision",
    "neglect",
    "tools",
    "gp",
    "plan_wording",
    "working_together",
    "attendance",
    "specialist_assessments",
]
LinkKey = Literal["threshold", "procedures", "practitioners", "families", "send", "neglect", "exploitation"]
# `in_need`: level 4 with nothing said of harm. `allegation`: about someone who works or volunteers with children.
Situation = Literal[
    "single_agency",
    "multi_agency",
    "unsure",
    "stuck",
    "refused",
    "step_up",
    "step_down",
    "in_need",
    "allegation",
    "danger",
]
