"""What can be seen, heard or counted in a line, which number measures what, who is a person, and what holds a day.

Most of these lines are the ones that the check once got wrong, with neighbours of the same kind.
"""

from datetime import date

import pytest

from pyforms import areas
from pyforms.smart_plan.check import Line, check_line
from pyforms.smart_plan.numbers import numbers_in, numbers_of
from pyforms.smart_plan.when import has_deadline
from pyforms.smart_plan.who import is_person
from pyforms.smart_plan.words import read

LETTERS = {"Specific": "S", "Measurable": "M"}


def met(text, kind="goal", who="Ella", measure=""):
    line = Line(kind, text, date(2026, 9, 8), date(2026, 10, 20), who=who, measure=measure, need="Mornings")
    found = {letter.name: letter.met for letter in check_line(line, areas.get("general"))}
    return "".join(short for name, short in LETTERS.items() if found[name])


@pytest.mark.parametrize(
    "hope",
    [
        "Improve Ella's wellbeing by 16 October",
        "Be happier by 2027",
        "Be happier in Year 7",
        "Improve behaviour in Year 9",
        "Better relationships every day",
        "Improve attendance by week 6",
        "Reduce anxiety by 1 December",
        "Improve his self-esteem, aged 12",
        "Emotional needs are met every day",
        "To be safe at all 3 homes",
        "Work on her confidence weekly",
        "Improve communication at Key Stage 2",
        "To feel more confident at 3 Oak Street",
        "By the end of Key Stage 4 Mohammed will be able to maintain and make appropriate friendships",
        "Improve mental health with 6 sessions of CBT",
        "To be more settled at 42 Park Road",
        "Promote positive parenting, 8-week course",
        "Increase self-esteem by 50%",
        "Children to reach their potential by Key Stage 3",
        "Positive relationship with step-dad, 2 evenings a week",
        "Be the best version of herself by age 14",
        "Good attendance at nursery, aged 3",
        "10 weeks of parenting support",
    ],
)
def test_a_vague_hope_stays_one_whatever_number_stands_beside_it(hope):
    assert met(hope) == ""


@pytest.mark.parametrize(
    "so",
    [
        "Ava sleeps in her own bed",
        "Kai gets to school by himself on the bus",
        "No more police call-outs to the house",
        "Rent arrears are cleared",
        "Tyler has not self-harmed for a month",
        "All children have a dentist and have been seen",
        "Kai says he has one friend he can sit with at lunch",
        "The baby arrives to a home with heating, a cot and a safe place to bath",
        "The cot is up",
        "Food in the cupboard",
        "Tia has her own front door key",
        "Nobody has been hit",
        "Baby has had all his jabs",
        "The debt collector stops calling",
        "Gas safety certificate in place",
        "Dad is off the drink at weekends",
        "The dog is gone",
        "SGO granted by summer 2027",
        "Eviction stopped",
        "They have moved into the new flat",
    ],
)
def test_what_anyone_can_see_is_so_or_not_so_is_measurable(so):
    assert met(so) == "SM"


@pytest.mark.parametrize(
    "measured",
    [
        "Attendance goes up from 78% to 92%",
        "Attendance 90%+ by review. Currently 71.",
        "Reduce the number of arguments to one a week",
        "By March, Leo will use 30 words",
        "Reduced number of police call-outs: from 5 in the last 3 months to 0 by 8th December",
        "BMI to be reduced from the 99th to below the 98th centile",
    ],
)
def test_a_number_of_what_is_counted_anyway_measures_a_rise_or_a_fall(measured):
    assert met(measured) == "SM"


def test_a_goal_s_own_measure_may_hold_the_number():
    assert met("To improve attendance") == ""
    assert met("To improve attendance", measure="From 82 to 92 on the register") == "SM"
    assert met("Mum to feel less anxious", measure="GAD-7 from 16 to under 10") == "M"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Refer to CAMHS", "Mrs Osei"),
        ("Jo refers Ava to audiology", ""),
        ("Priya requests an EHCP assessment", "Priya"),
        ("Kelly supports Ella to cook tea", "Kelly"),
        ("Kelly rings the support line", "Kelly"),
        ("Bids to be placed on anything with three beds", "Kelly"),
        ("Rosenberg Self-Esteem Scale done with Ella", "Kelly"),
        ("Signpost to Citizens Advice", "Lead professional"),
        ("Make a GP appointment about low mood", "Kelly"),
        ("Three Houses session with Ella on 22/9", "Kelly"),
        ("6 ELSA sessions on worry, Tuesdays at 10", "Kelly"),
        ("Ensure Ella has a laptop", "Kelly"),
        ("TAF to reconvene", "Kelly"),
        ("Give Ella the number for the National Domestic Abuse Helpline", "Kelly"),
        ("Have a talk with Ella about vaping", "Kelly"),
        ("Be home by 9", "Kelly"),
        ("Timetable to be reviewed", "Deputy Head (Pastoral)"),
        ("Daily meet and greet by Mr Attard at the side gate", ""),
        ("Direct work x 6 re: healthy relationships", "Kelly"),
        ("Dad gets a bus pass", "Dad"),
        ("Get the gas engineer in to service the boiler", "Kelly"),
        ("Bring the photos to next session", "Mum"),
        ("Unblock the sink", "Dad"),
        ("Show the class how the radio aid works", "Mr Attard"),
        ("CV done with the work coach", "Shevonne"),
    ],
)
def test_a_plain_action_is_plain(text, who):
    assert met(text, "action", who) == "SM"


@pytest.mark.parametrize(
    "text",
    [
        "Support mum with routines",
        "Priya will do weekly sessions",
        "Monitor Ella's progress weekly",
        "Do some work around emotions",
        "Be there for Ella",
        "Use strategies learnt on the course",
        "Attend counselling when she is ready",
        "Parenting course",
        "Chase up",
        "Look into activities for the kids",
        "Kinship allowance - find out",
        "Look after himself",
        "Just be there",
        "Be firm",
        "Try and eat together",
        "Be consistent with consequences",
        "Give reassurance",
        "Look for a job",
        "Learn about autism",
        "Talk to the kids",
        "Food bank",
        "Listen",
        "Be there more for the lads, nothing fancy",
        "Get up earlier",
        "Parents to be consistant",
        "Have conversations about consent",
        "Attendance to be above 95%",
        "CV",
    ],
)
def test_an_action_that_nobody_could_start_is_asked_about(text):
    assert "S" not in met(text, "action", "Priya Nair")


@pytest.mark.parametrize(
    "measure", ["8", "100%", "SDQ", "Outcomes Star", "Boxall profile", "PHQ-9", "Self-esteem scale", "Wellbeing star"]
)
def test_a_bare_number_or_a_tool_without_a_score_is_no_measure_of_a_hope(measure):
    assert met("Improved emotional regulation across settings", measure=measure) == ""


@pytest.mark.parametrize(
    "measure", ["SDQ from 22 to under 16", "PHQ-9 below 10", "Outcomes Star 3 to 5", "Attendance 95%", "3 calls a week"]
)
def test_a_score_or_a_count_is(measure):
    assert met("Improved emotional regulation across settings", measure=measure) == "M"


@pytest.mark.parametrize("score", ["SDQ total from 22 to 15", "Outcomes Star score for boundaries moves from 3 to 5"])
def test_a_score_as_a_goal_can_be_measured_and_shows_nothing_that_anyone_would_see(score):
    assert met(score) == "M"


@pytest.mark.parametrize("text", ["CV", "TAs to use the book", "Use the strategies sheet"])
def test_a_single_word_and_a_use_without_end_cannot_be_measured(text):
    assert "M" not in met(text, "action", "Priya Nair")


@pytest.mark.parametrize(
    "text",
    [
        "Has met his new social worker",
        "Tilly has been to six sessions at the bereavement group",
        "Callum has an offer for a Level 1 course",
        "Baby gains weight along the 9th centile",
        "Ibby back in full time education",
    ],
)
def test_what_somebody_has_done_or_holds_is_seen_though_a_service_stands_in_it(text):
    assert met(text) == "SM"


@pytest.mark.parametrize(
    "text", ["to talk about mum without everyone going quiet", "To be able to speak English", "My kids listen to me"]
)
def test_talk_that_goes_on_is_no_measure_of_a_goal(text):
    assert "M" not in met(text)


@pytest.mark.parametrize("text", ["Review in due course", "To be confirmed", "Complete the form as appropriate"])
def test_an_action_that_waits_for_a_better_moment_cannot_be_measured(text):
    assert met(text, "action", "Priya Nair") == ""


@pytest.mark.parametrize(
    "text",
    [
        "My son to be normal",
        "Mum to not be sad",
        "Sophie's self-harm reduces",
        "Freddie is excluded less",
        "Bedtime is a battle and I want it to stop",
    ],
)
def test_what_somebody_is_like_is_a_hope(text):
    assert met(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Oliver is dry at night",
        "Dad is employed",
        "Mum is home",
        "Mum hasn't used cannabis since the scan",
        "Be in the top set",
    ],
)
def test_what_is_so_is_not(text):
    assert met(text) == "SM"


@pytest.mark.parametrize("text", ["Move into independent living aged 18", "Kids back to their old selves"])
def test_a_move_into_a_quality_is_a_hope(text):
    assert met(text) == ""


def test_a_name_with_and_in_it_is_one_name():
    assert [clause.text.strip() for clause in read("Strengths and Difficulties form and a cot").clauses] == [
        "strengths and difficulties form",
        "a cot",
    ]


def test_the_numbers_of_a_long_line_are_read_once():
    """Ten thousand characters of bare digits took seconds."""
    before = numbers_in.cache_info().misses
    met("7 " * 5_000, "action")
    assert numbers_in.cache_info().misses - before <= len(("the line", "its clause", "its measure"))


def test_using_a_service_is_done_or_not_done_and_not_yet_a_change():
    assert met("Attending a parenting course") == "M"
    assert met("Mum has somebody to talk to when it gets too much") == ""


@pytest.mark.parametrize(
    "who",
    [
        *("Mum", "Nan and Ella", "the twins' dad", "me", "Both parents", "Auntie Samina", "Ella's mum"),
        *(
            "Sarah Trust",
            "Marek Council",
            "Deputy Head (Pastoral)",
            "Sarah SENCO",
            "Mrs Hub",
            "Miss Church",
            "Dr Young",
            "PC Harris",
            "Anna-Maria",
        ),
        *("Tom Reyes (class teacher)", "Priya Nair, youth worker", "School nurse Anita", "Jo from Oakfield Primary"),
        *("sarah", "Lead practitioner", "Teacher of the Deaf, Mr Attard", "Mum and School", "Łukasz", "TJ"),
    ],
)
def test_a_name_or_a_family_word_is_a_person_whatever_the_surname(who):
    assert "S" in met("Book the dentist", "action", who)


@pytest.mark.parametrize(
    "who",
    [
        *("Oakfield Primary", "St Mary's Primary School", "School", "the school", "Little Acorns Nursery", "CAMHS"),
        *("School nurse", "ELSA", "FSW", "Youth worker", "social worker", "GP", "the health visitor", "IDVA"),
        *(
            "Kinship worker",
            "Welfare rights officer",
            "Tenancy sustainment officer",
            "Merseyvale Fire and Rescue",
            "Admin",
        ),
        *(
            "Parish clerk",
            "Epilepsy nurse",
            "Year 6 teacher",
            "housing officer",
            "Landlord",
            "Outreach worker (Women's Aid)",
        ),
        *("Whole family", "The Bashir family", "Everyone", "All professionals", "Early Help", "Turning Point"),
        *("Torbay Council", "NHS Trust", "Family Hub", "Devon Partnership Trust", "Attendance Team", "TBC", "?"),
    ],
)
def test_a_school_a_service_a_role_or_a_whole_family_is_not_one(who):
    assert not is_person(who)
    assert "S" not in met("Book the dentist", "action", who)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("five mornings a week", ["how many"]),
        ("every Friday", ["how often"]),
        ("by 16 October", ["a date"]),
        ("by 17/9", ["a date"]),
        ("8 September 2027", ["a date"]),
        ("in Year 9", ["a school year"]),
        ("Jude, Y8", ["a school year"]),
        ("at Key Stage 2", ["a key stage"]),
        ("aged 12", ["an age"]),
        ("12 years old", ["an age"]),
        ("at 3 Oak Street", ["a place"]),
        ("16B Harcourt Road", ["a place"]),
        ("home by 9pm", ["what time"]),
        ("at 8.50", ["what time"]),
        ("92%", ["how much"]),
        ("£20 a week", ["how much"]),
        ("for six weeks", ["how long"]),
        ("Level 1 course", ["a name"]),
        ("Ring 101", ["a name"]),
        ("Back in January, 16 hours", ["how many"]),
    ],
)
def test_which_number_measures_what(text, says):
    assert [number.says for number in numbers_of(read(text).clauses)] == says


def test_a_number_that_measures_nothing_is_told_with_what_it_says():
    line = Line("goal", "Improve behaviour in Year 9", date(2026, 9, 8), date(2026, 10, 20), need="School")
    found = {letter.name: letter for letter in check_line(line, areas.get("general"))}
    assert found["Measurable"].asks[0].words == "“Year 9” says which school year, and not how much or how often."


@pytest.mark.parametrize(
    "text",
    [
        *("by 16 October", "until half term", "within two weeks", "for a month", "by the end of Key Stage 2"),
        *(
            "By the end of Key Stage 1 Ali reads",
            "by age 11",
            "by Year 9",
            "by the next review",
            "at next session",
            "at the next parents evening",
            "oil all winter",
        ),
        *("until the review", "before her birthday", "on Saturday", "from 16 September", "at the December clinic"),
    ],
)
def test_a_day_a_span_or_an_event_is_a_time(text):
    assert has_deadline(read(text))


@pytest.mark.parametrize(
    "text",
    [
        *("every Friday", "on Mondays and Thursdays", "five nights in a week", "twice a week", "by half ten"),
        *(
            "home by 8 on school nights",
            "for a walk",
            "over the coming months",
            "soon",
            "at bedtime",
            "by herself",
            "next to a safe one",
            "agree the next steps",
        ),
    ],
)
def test_how_often_or_what_time_is_no_date(text):
    assert not has_deadline(read(text))


@pytest.mark.parametrize(
    "like",
    [
        "Contact with dad is positive and meaningful",
        "Walks to school are happy",
        "Play with his brother is kind",
        "House is clean and safe",
        "Bedroom to be tidy",
        "To have friends",
        "Potty training",
        "Sleep training",
    ],
)
def test_what_something_is_like_and_what_a_training_is_for_show_no_change(like):
    assert met(like) == ""


@pytest.mark.parametrize(
    "so",
    [
        "The house is cleaned every Saturday",
        "Has friends round for tea every Friday",
        "Sleeping in his own bed",
        "Kai is not arrested or given any further warnings",
        "Kai does not hit Mia any more",
    ],
)
def test_what_is_done_and_what_is_not_done_any_more_can_be_seen(so):
    assert met(so) == "SM"


@pytest.mark.parametrize("bare", ["Clear up", "Tidy up", "Keep going", "Keep doing what we're doing", "Take it back"])
def test_a_verb_with_nothing_beside_it_tells_nobody_what_to_do(bare):
    assert met(bare, "action") == ""


def test_less_of_something_is_asked_about_after_a_stop_too():
    assert met("Stop drinking so much", "action", measure="drinking less") == ""
    assert met("Stop shouting at Ella", "action") == "SM"


def test_or_something_like_it_leaves_open_what_will_be_done():
    assert met("Ring the council or similar", "action") == ""
    assert met("Get a cooker or something from the charity", "action") == ""


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Be more patient", "5 days"),
        ("Build her confidence", "Confidence up 20%"),
        ("Work on self-esteem", "Self-esteem 10%"),
    ],
)
def test_a_number_of_nothing_that_is_counted_measures_no_hope(text, measure):
    assert met(text, "action", measure=measure) == ""


def test_a_hoped_change_is_not_measured_by_the_name_of_what_is_counted():
    assert met("Improve reading", measure="Reading age") == ""
    assert met("Improve reading", measure="Reading age from 7 to 8") == "SM"
    assert met("Walk the dog", "action", measure="5 days") == "SM"


@pytest.mark.parametrize(
    "done",
    ["Safety plan to be reviewed", "Vouchers to be issued", "Hold core group meeting", "Care plan to be updated"],
)
def test_a_paper_to_be_reviewed_or_a_meeting_to_be_held_is_done_or_not_done(done):
    assert met(done, "action") == "SM"


def test_a_referral_is_made_or_not_made():
    assert met("Referral to audiology", "action") == "M"
    assert met("Referral to audiology") == ""


def test_christmas_has_its_short_name():
    assert has_deadline(read("All out of nappies by Xmas"))


def test_so_many_of_seven_nights_is_no_date():
    assert not has_deadline(read("In his own bed 5/7 nights"))


def test_support_around_something_tells_only_its_topic():
    assert met("Support around eating and sleeping", "action") == ""


@pytest.mark.parametrize(
    "practice",
    [
        "Walk the dog with Corey after school",
        "Sit next to Ibrahim at dinner time",
        "Cook tea with the girls",
        "Read Harper a story",
        "Take Biscuit out of the room if he growls",
        "Text Mum back when out",
    ],
)
def test_what_is_done_with_somebody_without_an_end_needs_how_often(practice):
    assert met(practice, "action") == "S"
    assert met(f"{practice} every day", "action") == "SM"


@pytest.mark.parametrize("often", ["now and then", "sometimes", "from time to time"])
def test_how_often_that_nobody_can_tell_is_no_measure(often):
    assert met(f"Aunt Lil takes Bea swimming {often}") == "S"


@pytest.mark.parametrize(
    ("text", "kind", "again"),
    [
        ("Signpost", "action", "Signposting done"),
        ("Support mum", "action", "Mum supported"),
        ("Feel settled", "goal", "He is settled"),
    ],
)
def test_a_measure_that_says_the_line_again_is_none(text, kind, again):
    assert "M" not in met(text, kind, measure=again)


@pytest.mark.parametrize("bare", ["4 out of 5", "100%", "8/10", "Self care 8", "3"])
def test_a_number_of_nothing_is_no_measure(bare):
    assert "M" not in met("Feeling heard", measure=bare)
    assert "M" not in met("Look after yourself", "action", measure=bare)


def test_a_better_in_a_name_and_a_surname_such_as_calm_are_not_vague():
    assert "S" in met("Hand Caz from Better Lives a clean sample", "action", "Dad")
    assert "S" in met("Mrs Calm, school cook, to keep sesame off Fatima's tray until the review", "action")


@pytest.mark.parametrize("works", ["The washing machine works", "The hot water works every morning"])
def test_what_works_is_so(works):
    assert met(works) == "SM"
