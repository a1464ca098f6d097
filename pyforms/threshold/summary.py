"""What the result says first, for someone with two minutes: the level, what decides it, what to do and whom to call."""

from collections.abc import Iterable, Iterator
from typing import Literal

from pyforms import whom_to_call
from pyforms.areas import Area, lookup
from pyforms.document import Block, Heading, Items, Note, Paragraph, Run, bullets, paragraph
from pyforms.threshold import adults
from pyforms.threshold.answers import Danger
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.concerns import line_in_words
from pyforms.threshold.danger_told import Written, where
from pyforms.threshold.rules import NO_CONCERN, WORDS, Grounds, Reason
from pyforms.threshold.stands_for import COMPLEX
from pyforms.wording import clipped, listed

type Blocks = tuple[Block, ...]
type Kind = Literal["danger", "warning", "information"]

SHOWN = 3  # of the sentences that may be about danger; each has its own question beside it
LONGEST = 240  # characters of a reason
LINES = 2  # of an area's contacts for Early Help
NO_ALL_CLEAR = "That does not mean that all is well."
UNNAMED = "Talk it through with your safeguarding lead. A worry that has no name yet is reason enough."
USUAL = "Say to the family whom they can turn to. Look again when anything changes or someone is uneasy."
NOT_RULED_OUT = "Talk to your safeguarding lead today. If harm cannot be ruled out, call:"
NOT_SURE = (
    "Not sure whether anyone is in danger: see or speak to them today, alone. If you still cannot say: 101, or 999."
)
NO_NUMBER = (
    "Look for its number on the council’s page above. If you cannot find it, ring the police on 101; in danger, 999."
)
WAIT_FOR_NOTHING = "Do not wait for this form, a meeting or consent."
ON_ADVICE = f"{WAIT_FOR_NOTHING} Tell nobody at home of the call: ask whoever takes it who may know, when and by whom."
CALL = f"{WAIT_FOR_NOTHING} Where it is safe, tell the family what you do and why."
SETTLE_WHICH = (
    "Settle with the family and your safeguarding lead which it is: one plan of several agencies, or a request for a "
    "social work assessment (a child in need, section 17)."
)
IF_HARM = "These lines speak of need. If you fear harm, now or later, do not wait for this request: call today."
LEFT_OPEN = (
    "These words stay open until a line is chosen, or somebody finds out more: ask your safeguarding lead today."
)
ASK_LEAD = "Ask your safeguarding lead today whether that is enough: another adult’s word does not clear a danger."
LOOK_FIRST = (
    "Ask and tell nobody at home about {words} until you have looked at this with your safeguarding lead: it may be "
    "about someone there."
)
CLOSE_WITH_LEAD = (
    "Words this grave are not closed by one person’s reason: ask your safeguarding lead today, and write which lead "
    "agreed and when. Until then level 4 stays open."
)
THE_WORDS = "what you wrote. Nothing that you chose makes it less."
MILD = "Usual services meet what these lines say. That does not mean that nothing is wrong."


def summary(found: Assessment) -> Blocks:
    if found.is_adult:
        return _adult(found)
    if found.weighed is None:
        return _too_little(found)
    return (
        Note(
            _kind(found),
            _title(found),
            (*_set_aside(found), *_why(found), *_in_order(found), *_settles(found)),
        ),
    )


def _adult(found: Assessment) -> Blocks:
    """From 18 on there is no level: whoever is in danger gets 999 first, and adult social care comes next."""
    unnamed = () if found.readings or found.written else (paragraph(f"You chose no concern. {NO_ALL_CLEAR} {UNNAMED}"),)
    not_sure = found.answers.danger == Danger.NOT_SURE
    serious = found.grounds > Grounds.NEED or found.set_aside or found.asking_is_unsafe or not_sure
    kind: Kind = "danger" if found.danger_is_stated else "warning" if serious else "information"
    title = "18 or over, and danger: 999 first, then adult social care" if kind == "danger" else adults.TITLE
    unsafe = (paragraph(ask_first(found)),) if found.asking_is_unsafe else ()
    return (
        Note(
            kind,
            title,
            (
                *_set_aside(found),
                *_said(found),
                *_doctor(found),
                paragraph(adults.NO_LEVEL),
                *(() if kind == "danger" else (*_guards(found), *_steps(found))),
                *((paragraph(NOT_SURE),) if not_sure else ()),
                *unsafe,
                *unnamed,
                *adults.to_call(found),
                *(_signs(found) if kind == "danger" else ()),
                *((*_guards(found), *_steps(found)) if kind == "danger" else ()),
                *_answer(found),
                *adults.the_child(found),
            ),
        ),
    )


def _kind(found: Assessment) -> Kind:
    """Red is for danger that is stated, or it stops being seen."""
    if found.danger_is_stated:
        return "danger"
    harm = found.may_be_statutory and not found.is_in_need
    calm = not (harm or found.asking_is_unsafe or found.set_aside)
    return "information" if calm else "warning"


def _title(found: Assessment) -> str:
    named = level_in_words(found)
    if found.is_in_need:
        return f"{named}: ask {'for' if found.is_certain else 'about'} a social work assessment"
    if found.is_certain:
        return f"{named}: call {found.when}"
    if found.waiting_for_the_lead and not found.asked_about:
        return f"{named}: ask your safeguarding lead before you close this"
    if found.open_words:
        asked = "You wrote about danger." if found.danger_is_stated else "Is anyone hurt or in danger?"
        return f"{asked} {named} until you have answered"
    return f"{named}: ask today" if found.may_be_statutory else named


def level_in_words(found: Assessment) -> str:
    """Level 2 (Early Help), or Level 2 to 4"""
    low, high = found.span
    span = str(low) if low == high else f"{low} to {high}"
    named = _own_name(found.area, low, high)
    return f"Level {span} ({named})" if named else f"Level {span}"


def _own_name(area: Area, low: int, high: int) -> str:
    """What the area calls it; a range is named only where the area counts its own way."""
    own = lookup.levels_at(area, low, high)
    if not area.counts_its_own_way:
        return own[0].name if low == high else ""
    said = [f"{level.number}, {level.name}" for level in own]
    return f"{area.name}’s level {', or '.join(said) if low == high else f'{own[0].number} to {own[-1].number}'}"


def _why(found: Assessment) -> Blocks:
    weighed = found.weighed
    if weighed is None:
        return ()
    milder = found.asked_about and found.span[0] < COMPLEX  # under open words a mild line would only reassure
    words = () if found.danger_is_stated else (THE_WORDS,)  # in danger they stand right above, and the number below
    reasons = words if milder else tuple(_deciding(weighed.low_by, weighed.high_by))
    return (
        *_said(found),
        *((paragraph(Run("Why: ", strong=True), " ".join(reasons)),) if reasons else ()),
        *((paragraph(MILD),) if found.span == (1, 1) else ()),
    )


def _said(found: Assessment) -> Blocks:
    more = len(_unexplained(found)) - SHOWN
    return (
        *(_quoted(each, is_short=found.danger_is_stated) for each in _unexplained(found)[:SHOWN]),
        *((paragraph(f"And {more} more, each with a question beside it."),) if more > 0 else ()),
    )


def _unexplained(found: Assessment) -> list[Written]:
    return [each for each in found.asked_about if not each.why]


def _signs(found: Assessment) -> Blocks:
    """What stated words may be a sign of: below the number, which has to be on a phone's first screen."""
    return tuple(paragraph(f"“{clipped(each.said)}”{_sign(each)}") for each in _unexplained(found)[:SHOWN])


def _deciding(low_by: Reason, high_by: Reason) -> Iterator[str]:
    """The reason for the lowest level, and that for the highest where it is another, each concern named once."""
    named = ""
    for reason in dict.fromkeys((low_by, high_by)):
        if reason.text not in (NO_CONCERN.text, WORDS):
            about = f"{reason.about}: " if reason.about not in ("", named) else ""
            yield f"{about}{_sentence(clipped(reason.text, LONGEST))}"
            named = reason.about


def _quoted(each: Written, *, is_short: bool) -> Paragraph:
    wrote = (f"You wrote, under “{each.found.label}”: ", Run(f"“{clipped(each.said)}”", strong=True))
    return paragraph(*wrote) if is_short else paragraph(*wrote, f" It{_sign(each)}")


def _sign(each: Written) -> str:
    return f" may be a sign of {each.means}.{_if_worse(each)}"


def _if_worse(each: Written) -> str:
    chosen = listed([line_in_words(line) for line in each.beside])
    return f" You chose {chosen}: if it is worse than that, choose the line that says so." if chosen else ""


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _settles(found: Assessment) -> Blocks:
    """The one fact that would close the range; open words say for themselves how they are answered."""
    if not found.settles or found.open_words:
        return ()
    return (paragraph(Run("What would settle it: ", strong=True), f"{found.settles}."),)


def _set_aside(found: Assessment) -> Blocks:
    """Danger that was stated and explained stays in sight: somebody's word alone never clears it."""
    rows = tuple(
        paragraph("You set aside: ", Run(f"“{clipped(each.said)}”", strong=True), f", because: “{clipped(each.why)}”.")
        for each in found.set_aside[:SHOWN]
    )
    none = dict.fromkeys(each.no_reason for each in found.without_reason)
    told = (CLOSE_WITH_LEAD if found.waiting_for_the_lead else ASK_LEAD,)
    ask = (*none, LEFT_OPEN) if none else told
    return (*rows, paragraph(" ".join(ask))) if rows else ()


def _in_order(found: Assessment) -> Blocks:
    return (*_doctor(found), *_then(found))


def _doctor(found: Assessment) -> Blocks:
    """Above everything else, where life may hang on it."""
    return tuple(_numbered(found.doctor_first, "Now: "))


def _then(found: Assessment) -> Blocks:
    """In danger the number comes first, then what keeps someone safe; above any other call stands only that."""
    if found.danger_is_stated:
        answer = () if found.is_certain else _answer(found)
        calls = (*_numbers(found), *_signs(found))
        return (*calls, *_guards(found), paragraph(_who_knows(found)), *_steps(found), *answer)
    if found.is_certain and not found.is_in_need:
        return (*_guards(found), *_now(found), *_steps(found))
    return (*_guards(found), *_steps(found), *_now(found))


def _guards(found: Assessment) -> Blocks:
    says = [each.says for each in found.first if each.is_guard and not each.own_route]
    unplaced = [each for each in found.open_words if each.may_name_someone_at_home and not each.lines]
    quoted = listed(dict.fromkeys(f"“{clipped(each.said)}”" for each in unplaced[:SHOWN]))
    look = [LOOK_FIRST.format(words=quoted)] if unplaced and not found.tells_nobody else []
    return tuple(_numbered(dict.fromkeys((*says, *look)), "And: " if found.danger_is_stated else "First: "))


def _steps(found: Assessment) -> Blocks:
    """What comes before Early Help; the route of an allegation with its number."""
    own = tuple(each.says for each in found.first if each.own_route)
    others = tuple(each.says for each in found.first if not each.is_guard)
    lado = lookup.contact(found.area, "allegations") if found.is_about_staff else None
    lines = (Items((whom_to_call.briefly(lado),)),) if lado else ()
    guarded = bool(_guards(found))
    named = tuple(_numbered((*own, *others), "And: " if found.danger_is_stated or guarded else "First: "))
    return (*named[: len(own)], *lines, *named[len(own) :])


def _numbered(says: Iterable[str], begin: str) -> Iterator[Paragraph]:
    for place, said in enumerate(says):
        yield paragraph(Run("And: " if place else begin, strong=True), said)


def _numbers(found: Assessment) -> Blocks:
    stated = whom_to_call.own_lines(found.area)
    return (*whom_to_call.to_call(found.area), *(() if stated else (paragraph(NO_NUMBER),)))


def _now(found: Assessment) -> Blocks:
    """What to do next where no danger is stated."""
    if found.is_in_need and not found.says_nothing_at_home:
        step = paragraph(Run("Do next: ", strong=True), first_step(found))
        return (step, Items(_calm_lines(found)), *_to_write(found), paragraph(IF_HARM))
    numbers = _numbers(found)
    if found.is_certain:
        return (*numbers, paragraph(_who_knows(found)))
    answer = _answer(found)
    if found.says_nothing_at_home:
        return (paragraph(ask_first(found)), *numbers, *answer)
    if found.may_be_statutory:
        return (paragraph(NOT_RULED_OUT), *numbers, *answer)
    if found.comes_before_early_help or found.goes_its_own_way:
        return numbers
    told = first_step(found)
    said = any(each.says == told for each in found.first)
    do_next = () if said else (paragraph(Run("Do next: ", strong=True), told),)
    return (*do_next, Items(_calm_lines(found)), *_to_write(found))


def ask_first(found: Assessment) -> str:
    return (
        f"Do not ask the family yet. Talk to your safeguarding lead {found.when}, or call, before you ask anyone. "
        "Write down why."
    )


def _who_knows(found: Assessment) -> str:
    if found.says_nothing_at_home:
        return f"{WAIT_FOR_NOTHING} Ask nobody at home, whatever was agreed before."
    return ON_ADVICE if found.tells_on_advice else CALL


def _answer(found: Assessment) -> Blocks:
    """How words that may be about danger are answered."""
    if not found.asked_about:
        return ()
    why = "say under “Words that you looked at” why it is not about danger"
    left = "it counts as danger" if found.is_adult or found.is_certain else "level 4 stays open"
    return (paragraph(f"Choose {where(found.asked_about)}, or {why}. Until then {left}."),)


def first_step(found: Assessment) -> str:
    """The one thing to do next, in words; what would otherwise hold it up is never part of it."""
    if found.is_adult:
        return adults.first_step(found)
    if found.weighed is None:
        return UNNAMED
    if found.tells_nobody:
        return next(each.says for each in found.first if each.tell_nobody)
    if found.danger_is_stated and not found.is_certain:
        return _who_knows(found)
    if found.is_in_need and found.routes:
        return found.routes[-1][1].text if found.is_certain else SETTLE_WHICH
    if found.is_certain:
        return found.routes[0][1].text if found.routes else _who_knows(found)
    if found.asking_is_unsafe:
        return ask_first(found)
    if found.first:
        return found.first[0].says
    if found.may_be_statutory:
        return NOT_RULED_OUT.replace(", call:", ", call.")
    return found.routes[0][1].text if found.span[0] > 1 and found.routes else USUAL


def _to_write(found: Assessment) -> Blocks:
    return () if whom_to_call.own_lines(found.area) else (whom_to_call.NUMBER_TO_FIND,)


def _calm_lines(found: Assessment) -> tuple[tuple[Run, ...], ...]:
    chosen = found.routes[-1:] if found.is_in_need else found.routes[:1]
    helping = [each for _, route in chosen for each in lookup.route_contacts(found.area, route)][:LINES]
    anyone = lookup.contact(found.area, "adult_helpline")
    others = [anyone] if anyone and not whom_to_call.own_lines(found.area) else []
    worse = [each for each in (*whom_to_call.safeguarding(found.area), *others) if each not in helping]
    calling = any(each.is_call for each in found.first)
    label = () if calling else (Run("If it is worse: "),)
    return (
        *(whom_to_call.briefly(each) for each in helping),
        *((*label, *whom_to_call.briefly(each)) for each in worse),
        whom_to_call.EMERGENCY,
    )


def _too_little(found: Assessment) -> Blocks:
    kind: Kind = "warning" if found.asking_is_unsafe else "information"
    unsafe = (
        (paragraph(ask_first(found)),)
        if found.asking_is_unsafe
        else (paragraph(Run("Do next: ", strong=True), UNNAMED),)
    )
    missing = paragraph(
        f"You chose no concern, so there is no level. {NO_ALL_CLEAR} ",
        Run("What is missing: ", strong=True),
        "one concern, with the line that fits what was seen.",
    )
    return (
        Note(kind, "Too little to tell", (*_set_aside(found), missing, *unsafe, *whom_to_call.to_call(found.area))),
        Heading(2, "A worry that has no name yet"),
        bullets(
            "Type it as you would say it under “Find it in your own words”: the search shows which concerns it may "
            "belong to.",
            "Or open the sections one by one, and choose “not sure which of these” where you saw something.",
            "Write down what you saw or heard and when, whom nobody has seen, and since when.",
            "Ask the child, and whoever sees them most: school or nursery, health visitor, GP.",
        ),
    )
