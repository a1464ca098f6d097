"""The parts of the threshold tool's document below its summary, in the order that they are read."""

from collections.abc import Iterable, Iterator

from pyforms import whom_to_call
from pyforms.areas import Area, lookup
from pyforms.areas.shapes import Fact, Level, Route
from pyforms.document import (
    Blank,
    Block,
    Details,
    Facts,
    Heading,
    Items,
    Run,
    Runs,
    bullets,
    paragraph,
    text,
)
from pyforms.threshold import adults
from pyforms.threshold import concerns as content
from pyforms.threshold.acts import Act
from pyforms.threshold.answers import Consent
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.rules import Reading, Reason
from pyforms.threshold.stands_for import Line

type Blocks = tuple[Block, ...]

DO_NOT_LOOK = (
    "Question nobody, look for no proof and settle nothing among yourselves. Do not tell the person: the LADO says who "
    "is told, parents too, when and by whom. Write down only who said what, and when."
)
BY_WHEN = (
    "Within one working day of hearing anything that may be more than a low-level concern. A child in danger: the call "
    "comes first."
)
LADO_TO_FIND = Blank(
    "The LADO’s number",
    "Look on your council’s website for “LADO” or “managing allegations”, and write it here, for this paper.",
)
IF_SO = "If what you are asked about is so"
FAMILY_KNOWS = "What the child and the family know of this call."
PARENTS_KNOW = "What the parents and the family know of this call."


def below(found: Assessment, area: Area) -> Blocks:
    """At level 4 what a caller needs; below it, what a plan needs."""
    allegation = the_designated_officer(found, area)
    if found.is_adult:
        return (*adults.below(), *allegation, *what_to_do_anyhow(found), *strengths(found))
    if found.weighed is None:
        return (*what_to_do_anyhow(found), *strengths(found))
    if found.is_certain:
        return (
            *allegation,
            *the_call(found),
            *what_to_do_anyhow(found),
            *why(found, area),
            *next_steps(found, area),
            *consent(found, area),
            *what_is_not_known(found),
        )
    return (
        *allegation,
        *what_to_do_anyhow(found),
        *why(found, area),
        *next_steps(found, area),
        *what_is_not_known(found),
        *what_would_move_it(found),
        *consent(found, area),
        *outcomes(found, area),
        *strengths(found),
    )


def the_call(found: Assessment) -> Blocks:
    if found.is_in_need:
        return the_request(found)
    child = "Where the child is now, how old, and who else lives there."
    unborn = "Where the mother is now, the date the baby is due, her midwife and hospital, and who lives there."
    family = PARENTS_KNOW if found.answers.due_date else FAMILY_KNOWS
    if found.says_nothing_at_home:
        family = "That nobody at home knows of this call."
    elif found.tells_on_advice:
        family = "Who knows of this call. Ask who else may be told, when and by whom."
    return (
        Heading(2, "When you call, say"),
        bullets(
            unborn if found.answers.due_date else child,
            "What you saw or heard and when, in the words that were used.",
            "What you fear, and whom it would not be safe to tell.",
            family,
        ),
        Heading(2, "Write down, and who"),
        bullets(
            f"Who calls {found.when}: you or your safeguarding lead. Nobody waits for the other.",
            "The time, the team that you spoke to, what they will do, and why you called.",
            "Put it in writing as they ask. No answer within one working day: call again, and tell your lead.",
        ),
    )


def the_request(found: Assessment) -> Blocks:
    """A child in need: what social care has to know to decide about an assessment, and what is kept."""
    child = "The child’s name, age and address, who lives there, and who has parental responsibility."
    unborn = "The mother’s name and address, the date the baby is due, her midwife and hospital, and who lives there."
    said_no = "That the family has said no, and why you ask for advice all the same."
    whose = "parents" if found.answers.due_date else "child and the family"
    agreed = f"What the {whose} say and want, and that they agree to this request."
    refused = found.answers.consent == Consent.REFUSED
    return (
        Heading(2, "When you ask, say"),
        bullets(
            f"That you ask for a social work assessment of a child in need, section 17. {_cited('ca1989')}",
            unborn if found.answers.due_date else child,
            "What the child needs, what help was tried and what it changed, and what is likely without more.",
            said_no if refused else agreed,
        ),
        Heading(2, "Write down, and who"),
        bullets(
            "Who asks: whoever knows the family best, or your safeguarding lead. Settle which, and go on helping.",
            "What the family agreed to, and who will know what.",
            "The date, the team and its answer. No decision within one working day: ask again, and tell your lead.",
        ),
    )


def the_designated_officer(found: Assessment, area: Area) -> Blocks:
    """The route of an allegation about someone who works with children: beside any call, and at any level."""
    if not found.is_about_staff:
        return ()
    route = lookup.route(area, max(found.span[1], 1), "allegation")
    lines = lookup.route_contacts(area, route)
    stated = any(contact.phone for contact in lines)
    return (
        Heading(2, "The designated officer (LADO)"),
        Facts(
            (
                ("What", text(route.text)),
                ("Who", text(route.role)),
                ("By when", text(BY_WHEN)),
                ("Do not", text(DO_NOT_LOOK)),
                *(("Where", whom_to_call.line(contact)) for contact in lines),
                ("Source", text(_fact_source(route, area))),
            )
        ),
        *(() if stated else (LADO_TO_FIND,)),
    )


def what_to_do_anyhow(found: Assessment) -> Blocks:
    """Duties and tools of each chosen concern, however much is known of it, and the duties of what words stand for;
    from 18 on those that still hold."""
    holding = tuple(reading for reading in found.readings if _holds(found, reading.concern.id))
    chosen = ((each.concern.label, (*_duties(found, each), *_tool_names(found, each))) for each in holding)
    rows = _rows((*chosen, *_of_lines(found, found.meant(stated=True))))
    asked = _rows(_if_it_is_so(found))
    tools = tuple(dict.fromkeys(key for reading in holding for key in found.tools(reading)))
    return (
        *((Heading(2, "Always do, for these worries"), Facts(rows)) if rows else ()),
        *((Details(IF_SO, (Facts(asked),)),) if asked else ()),
        *((Details("These tools: what for, and whose", (Facts(tuple(map(_tool, tools))),)),) if tools else ()),
    )


def _holds(found: Assessment, concern: str) -> bool:
    return not found.is_adult or concern in adults.keep_their_duties()


def _of_lines(found: Assessment, lines: Iterable[Line]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The duties of each concern that words stand for."""
    for key in dict.fromkeys(concern for concern, _ in lines):
        if _holds(found, key):
            yield content.by_id()[key].label, content.by_id()[key].do


def _if_it_is_so(found: Assessment) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What words that only may mean a line would then ask for."""
    lines = found.meant(stated=False)
    duties = dict(_of_lines(found, lines))
    for concern, step in lines:
        label = content.by_id()[concern].label
        yield label, (*found.steps_for((concern, step)), *duties.pop(label, ()))


def _rows(told: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[tuple[str, Runs], ...]:
    return tuple((label, text("\n".join(lines))) for label, lines in told if lines)


def _duties(found: Assessment, reading: Reading) -> tuple[str, ...]:
    agreed = () if Act.ASK in found.forbidden else tuple(filter(found.may, reading.concern.do_agreed))
    return (*reading.concern.do, *agreed)


def _tool_names(found: Assessment, reading: Reading) -> tuple[str, ...]:
    names = [content.tools()[key].name for key in found.tools(reading)]
    return (f"Tools: {'; '.join(names)}.",) if names else ()


def _tool(key: str) -> tuple[str, Runs]:
    tool = content.tools()[key]
    return tool.name, text(f"{_capital(tool.what)}. Whose: {tool.whose}. {_cited(tool.source)}")


def why(found: Assessment, area: Area) -> Blocks:
    """How the level was worked out, step by step, as a trainer would show it."""
    if found.weighed is None:
        return ()
    rows = tuple((f"{each.concern.label}: level {_span(each.span)}", _reasons(each)) for each in found.readings)
    overall = tuple(text(_reason(reason)) for reason in found.weighed.reasons)
    return (
        Details(
            "Why this level, step by step",
            (
                *(
                    (
                        paragraph("First, each concern by its own line and what you said of it:"),
                        Facts(rows),
                    )
                    if rows
                    else ()
                ),
                *((paragraph("Then, for the whole situation:"), Items(overall)) if overall else ()),
                paragraph("The highest concern decides. Lower answers and strengths never bring it down."),
                *(_levels(found, area) if rows else ()),
                paragraph(
                    "This supports your judgement, it does not replace it. If it feels wrong, say so and ask for "
                    "advice."
                ),
            ),
        ),
    )


def _levels(found: Assessment, area: Area) -> Blocks:
    """What the area says of the levels in the range."""
    low, high = found.span
    note = lookup.levels_note(area)
    rows = tuple((_named(level), text(_described(level))) for level in lookup.levels_at(area, low, high))
    return (Facts(rows), *((paragraph(note),) if note else ()))


def _named(level: Level) -> str:
    return f"Level {level.number} ({level.name})" if level.name else f"Level {level.number}"


def _described(level: Level) -> str:
    responds = f"Who responds: {level.who_responds}." if level.who_responds else ""
    return "\n".join(part for part in (level.practitioner, responds) if part)


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
    return found.cited


def what_would_move_it(found: Assessment) -> Blocks:
    if found.may_be_statutory or not found.would_move:
        return ()
    down = [each.concern.label for each in found.readings if each.span[1] == found.span[1] > 1]
    lower = f"The level comes down when this changes, and stays changed: {', '.join(down)}."
    return (
        Details(
            "What would move it",
            (bullets(*found.would_move), *((paragraph(lower),) if down else ())),
        ),
    )


def what_is_not_known(found: Assessment) -> Blocks:
    gaps = found.not_known
    if not gaps:
        return ()
    return (Details("What is not known, and how to find out", (bullets(*gaps),)),)


def next_steps(found: Assessment, area: Area) -> Blocks:
    if not found.routes:
        return ()
    place = area.name if area.id != "general" else "most areas"
    missing = f"{area.name}’s guidance does not state its own next step here, so these are the general ones."
    own = any(route in area.routes for _, route in found.routes)
    several = len(found.routes) > 1
    ruled_out = found.may_be_statutory and not found.is_certain and not found.is_in_need
    return (
        Details(
            f"If level 4 is ruled out in {place}" if ruled_out else f"What to do next in {place}, with forms and dates",
            (
                *(() if own or area.id == "general" else (paragraph(missing),)),
                *(
                    block
                    for level, route in found.routes
                    for block in _next_step(found, route, level if several else 0)
                ),
            ),
        ),
    )


def _next_step(found: Assessment, route: Route, level: int) -> Blocks:
    area = found.area
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
        lines = (contact for contact in lookup.route_contacts(area, route) if found.may(contact.for_whom))
        rows.extend(("Contact", whom_to_call.line(contact)) for contact in lines)
    rows.append(("Source", text(_fact_source(route, area))))
    when = f"At level {level}: " if level else ""
    return (paragraph(Run(when, strong=True), route.text), Facts(tuple(rows)))


def _fact_source(fact: Fact, area: Area) -> str:
    title = lookup.source_of(area, fact).cited
    return f"{title}, “{fact.where}”" if fact.where else title


CONSENT_WORDS = {
    Consent.AGREED: "The family has agreed to help. Record what they agreed to, and who will know what and why.",
    Consent.NOT_ASKED: "Ask whether they want help before you assess: they choose. Say who will know what and why.",
    Consent.REFUSED: "The family has said no to help. Keep helping from your own agency, and keep the offer open.",
    Consent.UNSAFE: "You said that asking could add to the risk, so do not ask first. Call, and record your reason.",
}
TELL_NOBODY = (
    "Nobody in the family is asked, told or met about this yet, whatever was agreed before: police or social care say "
    "when. Write down why."
)
UNTIL_ANSWERED = (
    "What you wrote about danger is looked at before any assessment or meeting, whatever was agreed. Food, warmth, a "
    "bed and a doctor never wait for that."
)
NOT_YET = "Not yet: call or talk to your safeguarding lead first, who weigh with you whether, whom and when to ask."
LEVEL_4_CONSENT = (
    "Where a child may be suffering significant harm, consent is not needed to call, and asking may wait if it would "
    "add to the risk."
)
TELL_THEM = "Otherwise tell the family what you are doing and why."
TELL_ON_ADVICE = "Whoever takes the call says who in the family may be told of it, when and by whom."
IN_NEED_CONSENT = (
    "A request about a child in need is made with the family’s agreement. Ask without it only where asking would put "
    "someone at risk, or where you come to fear significant harm: then it is a call, and needs no consent."
)
YOUNG_PERSON = (
    "At 16 or 17 a young person who can make this decision says yes or no to help for themself. If they cannot, or are "
    "pressed, or may come to significant harm, talk to your safeguarding lead."
)


def consent(found: Assessment, area: Area) -> Blocks:
    if found.goes_its_own_way or not (found.readings or found.is_certain):
        return ()
    if found.tells_nobody:
        return (Details("Asking the family", (paragraph(TELL_NOBODY),)),)
    if found.states_open_danger and not found.asking_is_unsafe:
        return (Details("Asking the family", (paragraph(f"{_consent_at_4(found)} {UNTIL_ANSWERED}"),)),)
    if Act.ASK in found.forbidden and not found.asking_is_unsafe:
        return (Details("Asking the family", (paragraph(NOT_YET),)),)
    refusal = lookup.rule(area, "refusal")
    answer = found.answers.consent or Consent.NOT_ASKED
    called = found.is_certain and not found.is_in_need
    own = () if called and answer != Consent.UNSAFE else (paragraph(CONSENT_WORDS[answer]),)
    asked = refusal if not called and answer != Consent.UNSAFE else None
    source = f" [{_fact_source(asked, area)}]" if asked else ""
    no = (paragraph(Run("If they say no: ", strong=True), asked.text, source),) if asked else ()
    at_4 = found.may_be_statutory and answer != Consent.UNSAFE
    level_4 = (paragraph(_consent_at_4(found)),) if at_4 else ()
    young = (paragraph(f"{YOUNG_PERSON} {_cited('mca2005')}"),) if found.decides_alone else ()
    return (Details("Asking the family", (*own, *no, *level_4, *young)),)


def _consent_at_4(found: Assessment) -> str:
    if found.is_in_need:
        return IN_NEED_CONSENT
    return f"{LEVEL_4_CONSENT} {TELL_ON_ADVICE if found.tells_on_advice else TELL_THEM}"


def outcomes(found: Assessment, area: Area) -> Blocks:
    if not found.outcomes or Act.ASK in found.forbidden:
        return ()
    framework = lookup.outcomes(area)
    named_at = framework.named_at if framework else None
    called = framework.called if framework else ""
    met = named_at is not None and len(found.outcomes) >= named_at
    named = (
        f"That is {len(found.outcomes)}. In {area.name} a family with {named_at} or more that it cannot reach without "
        f"help is called a {called}: {'this may be one' if met else 'this is fewer'}."
    )
    plan = f"Put these in the family’s plan, which asks about each by name: {'; '.join(found.headlines)}."
    return (
        Details(
            "The family’s outcomes that this touches",
            (
                bullets(*found.outcomes),
                *((paragraph(named),) if named_at and called else ()),
                *((paragraph(plan),) if area.concerns and found.headlines else ()),
            ),
        ),
    )


def strengths(found: Assessment) -> Blocks:
    labels = [strength.label for strength in found.answers.strengths]
    doubted = any(each.found.path == "strengths_more" for each in found.open_words)
    own = [found.answers.strengths_more] if found.answers.strengths_more and not doubted else []
    if not labels and not own:
        return ()
    return (Details("Strengths to build on", (bullets(*labels, *own),)),)


def _cited(source: str) -> str:
    return f"[{source_title(source)}]"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
