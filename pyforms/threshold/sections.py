"""The parts of the threshold tool's document, in the order that they are read."""

from pyforms import calls
from pyforms.areas import Area, lookup
from pyforms.areas.shapes import Fact, Level, Route
from pyforms.document import (
    Block,
    Facts,
    Heading,
    Items,
    Note,
    Run,
    Runs,
    bullets,
    paragraph,
    text,
)
from pyforms.fields import Choice
from pyforms.threshold import concerns as content
from pyforms.threshold.answers import UNSURE, Consent, Danger, Seen, ThresholdAnswers
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.rules import HIGHEST, Reading, Reason
from pyforms.wording import day

type Blocks = tuple[Block, ...]


def act_now(found: Assessment, area: Area) -> Blocks:
    """The numbers to call, first, whenever danger is said, sure or only possible."""
    if not (found.may_be_statutory or found.answers.danger != Danger.NO):
        return ()
    certain = found.span[0] == HIGHEST
    title = (
        "Act now: a child may be at risk of significant harm" if certain else "Check this first: level 4 is possible"
    )
    words = (
        "Do not wait for this form, a meeting or consent. If asking the family would put the child at more risk, "
        "call first and record why."
        if certain
        else "Your answers leave significant harm possible. Talk to your safeguarding lead today. If you cannot rule "
        "harm out, call."
    )
    lines = (calls.line(contact) for contact in calls.safeguarding(area, calls.FOR_PRACTITIONERS))
    return (Note("danger", title, (paragraph(words), Items((calls.EMERGENCY, *lines)))),)


def the_level(found: Assessment, area: Area) -> Blocks:
    low, high = found.span
    levels = {level.number: level for level in lookup.levels(area)}
    named = [_named(levels[number]) for number in range(low, high + 1)]
    title = (
        f"Your answers point to {named[0]}" if low == high else f"Your answers point to a range: level {low} to {high}"
    )
    note = lookup.levels_note(area)
    return (
        Heading(2, title),
        *(() if low == high else (bullets(*(words[0].upper() + words[1:] for words in named)),)),
        *(paragraph(f"Level {n}: {levels[n].practitioner}") for n in range(low, high + 1) if levels[n].practitioner),
        *(
            paragraph(Run(f"Who responds at level {n}: ", strong=True), levels[n].who_responds)
            for n in range(low, high + 1)
            if levels[n].who_responds
        ),
        *((paragraph(note),) if note else ()),
        paragraph(
            "This supports your judgement, it does not replace it. If it feels wrong, say so and ask for advice."
        ),
    )


def _named(level: Level) -> str:
    return f"level {level.number} ({level.name})" if level.name else f"level {level.number}"


def why(found: Assessment) -> Blocks:
    if not found.readings and not found.reasons:
        return (
            Heading(3, "Why"),
            paragraph(
                "You chose no concern and said that nobody is in danger, so nothing points above universal services."
            ),
        )
    rows = tuple((f"{each.concern.label}: level {_span(each.span)}", _reasons(each)) for each in found.readings)
    overall = tuple(text(_reason(reason)) for reason in found.reasons)
    return (
        Heading(3, "Why"),
        *((Facts(rows),) if rows else ()),
        *((paragraph("And for the whole situation:"), Items(overall)) if overall else ()),
        *(
            (paragraph("The highest concern decides. Lower answers and strengths never bring it down."),)
            if rows
            else ()
        ),
    )


def _span(span: tuple[int, int]) -> str:
    low, high = span
    return str(low) if low == high else f"{low} to {high}"


def _reasons(reading: Reading) -> Runs:
    """Each reason on a line of its own."""
    return text("\n".join(_reason(reason) for reason in reading.reasons))


def _reason(reason: Reason) -> str:
    end = "" if reason.text.endswith((".", "?", "!")) else "."
    return f"{reason.text}{end} [{source_title(reason.source)}]" if reason.source else f"{reason.text}{end}"


def source_title(source: str) -> str:
    """A source in a few words: a document's title, or whose published indicator it is."""
    found = content.sources()[source]
    if found.level is not None:
        return f"{found.publisher}, published indicator at level {found.level}"
    return found.title


def what_would_move_it(found: Assessment) -> Blocks:
    down = [each.concern.label for each in found.readings if each.span[1] == found.span[1] > 1]
    if not (found.would_move or down):
        return ()
    lower = f"The level comes down when this changes, and stays changed: {', '.join(down)}."
    return (
        Heading(3, "What would move it"),
        *((bullets(*found.would_move),) if found.would_move else ()),
        *((paragraph(lower),) if down else ()),
    )


def what_is_not_known(found: Assessment) -> Blocks:
    gaps = found.not_known
    yours = ((paragraph(Run("You wrote: ", strong=True), found.answers.not_known)),) if found.answers.not_known else ()
    if not gaps and not yours:
        return ()
    return (
        Heading(3, "What is not known, and how to find out"),
        *((bullets(*gaps),) if gaps else ()),
        *yours,
    )


def what_to_do_next(found: Assessment, area: Area) -> Blocks:
    low, high = found.span
    place = area.name if area.id != "general" else "most areas"
    missing = (
        paragraph(f"{area.name}’s guidance does not state its own next step here, so these are the general ones."),
    )
    own = any(route in area.routes for route in found.routes)
    return (
        Heading(3, f"What to do next in {place}"),
        *(() if own or area.id == "general" else missing),
        *(block for route in found.routes for block in _next_step(route, area, _shared(route, low, high))),
    )


def _shared(route: Route, low: int, high: int) -> list[int]:
    """Which levels of a range a step is for; none to name when there is no range."""
    return [level for level in route.levels if low <= level <= high] if low != high else []


def _next_step(route: Route, area: Area, levels: list[int]) -> Blocks:
    form = lookup.form(area, route.form) if route.form else None
    time = lookup.timescale(area, route.timescale) if route.timescale else None
    rows: list[tuple[str, Runs]] = []
    if route.role:
        rows.append(("Who", text(route.role)))
    if form:
        rows.append(("Form", text(f"{form.name}. Send to: {form.send_to}" if form.send_to else form.name)))
    if time:
        counted = f", counted from {time.counted_from}" if time.counted_from else ""
        rows.append(("By when", text(f"{time.what}: {time.text}{counted}")))
    if route.situation != "danger":  # its numbers stand at the top
        rows.extend(("Contact", calls.line(contact)) for contact in lookup.route_contacts(area, route))
    rows.append(("Source", text(_fact_source(route, area))))
    when = f"At level {' or '.join(str(level) for level in levels)}: " if levels else ""
    return (paragraph(Run(when, strong=True), route.text), Facts(tuple(rows)))


def _fact_source(fact: Fact, area: Area) -> str:
    title = lookup.source_of(area, fact).title
    return f"{title}, “{fact.where}”" if fact.where else title


CONSENT_WORDS = {
    Consent.AGREED: "The family has agreed. Record what they agreed to, who may know, and how to change their mind.",
    Consent.NOT_ASKED: "Ask the family before you start an assessment: it is their choice. Tell them what you share.",
    Consent.REFUSED: "The family has said no. Keep helping from within your own agency, and keep the offer open.",
    Consent.UNSAFE: "You said that asking could add to the risk, so do not ask first. Call, and record your reason.",
}
LEVEL_4_CONSENT = (
    "Where a child may be suffering significant harm, consent is not needed to call, and asking may wait if it would "
    "add to the risk. Otherwise tell the family what you are doing and why."
)


def consent(found: Assessment, area: Area) -> Blocks:
    refusal = lookup.rule(area, "refusal")
    certain = found.span[0] == HIGHEST
    words = CONSENT_WORDS[found.answers.consent or Consent.NOT_ASKED]
    own = () if certain and found.answers.consent != Consent.UNSAFE else (paragraph(words),)
    source = f" [{_fact_source(refusal, area)}]" if refusal else ""
    no = (paragraph(Run("If they say no: ", strong=True), refusal.text, source),) if refusal and not certain else ()
    level_4 = (paragraph(LEVEL_4_CONSENT),) if found.may_be_statutory else ()
    return (Heading(3, "Consent"), *own, *no, *level_4)


def outcomes(found: Assessment, area: Area) -> Blocks:
    if not found.outcomes:
        return ()
    framework = lookup.outcomes(area)
    named_at = framework.named_at if framework else None
    called = framework.called if framework else ""
    met = named_at is not None and len(found.outcomes) >= named_at
    return (
        Heading(3, "The family’s outcomes that this touches"),
        bullets(*found.outcomes),
        *(
            (
                paragraph(
                    f"That is {len(found.outcomes)}. In {area.name} a family with {named_at} or more that it cannot "
                    f"reach without help is called a {called}: {'this may be one' if met else 'this is fewer'}."
                ),
            )
            if named_at and called
            else ()
        ),
        *(
            (
                paragraph(
                    "Put these in the family’s plan, which asks about each by name: ",
                    "; ".join(found.headlines),
                    ".",
                ),
            )
            if area.concerns and found.headlines
            else ()
        ),
    )


def strengths(found: Assessment) -> Blocks:
    labels = [strength.label for strength in found.answers.strengths]
    own = [found.answers.strengths_more] if found.answers.strengths_more else []
    if not labels and not own:
        return ()
    return (Heading(3, "Strengths to build on"), bullets(*labels, *own))


def your_answers(found: Assessment) -> Blocks:
    answers = found.answers
    rows = [
        ("Reference", answers.reference),
        ("Is anyone in danger now?", answers.danger.label),
        ("The child", _child(answers)),
        *((reading.concern.label, _seen(reading)) for reading in found.readings),
        ("Support in place", answers.support),
        ("Can one agency meet the need?", _label(answers.one_agency)),
        ("What the family has said", _label(answers.consent)),
    ]
    return (
        Heading(3, "Check your answers"),
        Facts(tuple((term, text(words)) for term, words in rows if words)),
    )


def _child(answers: ThresholdAnswers) -> str:
    if answers.due_date:
        return f"Not born yet, due {day(answers.due_date)}"
    return "Under one year old" if answers.child_age == 0 else f"{answers.child_age} years old"


def _seen(reading: Reading) -> str:
    seen = reading.seen
    step = "not sure which line fits" if seen.step == UNSURE else reading.concern.step(seen.step).text
    return ". ".join(part.rstrip(".") for part in (step, *_details(seen)) if part)


def _details(seen: Seen) -> tuple[str, ...]:
    named = (
        ("For how long", seen.how_long),
        ("How often", seen.how_often),
        ("Effect", seen.impact),
        ("Tried", seen.tried),
    )
    return (*(f"{name}: {choice.label.lower()}" for name, choice in named if choice), seen.notes)


def _label(choice: Choice | None) -> str:
    return choice.label if choice else ""
