"""The whole rule set as one document, for a safeguarding lead to check."""

from typing import Any

from pyforms import stemming
from pyforms.areas import AREA_IDS, get
from pyforms.document import Block, Document, Heading, Table, bullets, paragraph
from pyforms.threshold import ages, first
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.concerns import DOMAINS, Concern, Step, by_id, concerns, sources, tools
from pyforms.threshold.rules import CONCERN_RULES, SITUATION_RULES, Grounds, Rule, age_rules, grounds_of
from pyforms.threshold.sections import source_title

GROUNDS = {
    Grounds.NEED: "A child in need: ask for an assessment",
    Grounds.HARM: "Harm, or likely harm: call today",
    Grounds.DANGER: "Danger: call now",
}


def rulebook() -> Document:
    """Every rule and every line of every ladder, each with its level and source."""
    return Document(
        "The threshold tool’s rules",
        (
            Heading(2, "How the level is found"),
            bullets(
                "No concern chosen, nobody in danger and no words about danger: too little to tell, and no level.",
                "Each concern you choose has a ladder. The line you choose gives its level: the area’s own where it "
                "publishes one, or else the general one.",
                "The child’s age raises some lines: see the table. A concern that an age cannot have is asked about.",
                "The highest concern decides. Nothing is added up or averaged, so no mild answer and no strength ever "
                "brings a grave one down.",
                "The rules below can raise the level, or make it a range. No rule lowers it.",
                *(f"{each.says} [{source_title(each.source)}]" for each in ages.not_yet()),
                "Level 4 is one of three things. Danger means a call now. Harm, or likely harm, means a call today. A "
                "child in need, with nothing said of harm, means a request for a social work assessment, made with the "
                "family (section 17 of the Children Act 1989). A line is harm unless it is marked as another.",
                "Where you choose “not sure which”, or a line may be one of two levels, the answer is a range.",
                "Every box is read for words about danger. They keep level 4 open until a line is chosen that answers "
                "them, or somebody says why that sentence is not about danger. Disbelief, a good name, a word taken "
                "back and another adult’s word are no such reason. A mild line does not answer a danger "
                "that is stated.",
            ),
            _rules("Rules about one concern", CONCERN_RULES),
            _by_age(),
            _first(),
            _rules("Rules about the whole situation", SITUATION_RULES),
            *(block for domain in DOMAINS for block in _domain(domain)),
            Heading(2, "Tools, forms and referrals"),
            Table(
                "Each with what it is for and whose it is",
                ("Tool", "What it is for", "Whose it is", "Source"),
                tuple((tool.name, tool.what, tool.whose, source_title(tool.source)) for tool in tools().values()),
            ),
            Heading(2, "Abbreviations and slang that the search reads"),
            *(block for each in stemming.shorthand()["list"] for block in _shorthand(each)),
            Heading(2, "Documents that these rest on"),
            bullets(*(_document(source) for source in sources() if sources()[source].level is None)),
        ),
    )


def _shorthand(each: dict[str, Any]) -> tuple[Block, ...]:
    meanings = "; ".join(f"{word}: {meaning}" for word, meaning in each["words"].items())
    return (
        Heading(3, each["of"].capitalize()),
        paragraph(f"{meanings}."),
        paragraph("Where such words are found:"),
        bullets(*each["sources"]),
    )


def _rules(caption: str, rules: tuple[Rule, ...]) -> Table:
    here = (rule for rule in rules if not rule.areas or {*rule.areas} & {*AREA_IDS})
    rows = tuple((rule.says, _effect(rule), source_title(rule.source)) for rule in here)
    return Table(caption, ("Rule", "What it does", "Source"), rows)


def _by_age() -> Table:
    rows = tuple(
        (rule.says, _named(policy.lines, policy.also), ages.band(policy.ages), _effect(rule), source_title(rule.source))
        for policy, rule in zip(ages.policies(), age_rules(), strict=True)
    )
    return Table("What a child’s age changes", ("Rule", "Concerns", "Ages", "What it does", "Source"), rows)


def _first() -> Table:
    rows = tuple(
        (each.says, _named(each.lines, None), _when(each), source_title(each.source)) for each in first.every()
    )
    return Table("What comes before everything else", ("First", "Concerns", "When", "Source"), rows)


def _when(each: first.First) -> str:
    if each.weeks:
        return f"due within {each.weeks} weeks"
    return "any age" if len(each.ages) == len(range(ages.UNBORN, ages.OLDEST + 1)) else ages.band(each.ages)


def _named(lines: ages.Lines, also: ages.Lines | None) -> str:
    """The concerns of a policy, and those that have to be chosen beside them; the ladders below say which lines."""
    named = "; ".join(by_id()[concern].label for concern in lines)
    met = " or ".join(f"“{by_id()[concern].label}”" for concern in also or {})
    return f"{named}. With {met} chosen too" if met else named


def _effect(rule: Rule) -> str:
    parts = (
        f"At least level {rule.lowest}" if rule.lowest > 1 else "",
        f"Level {rule.highest} becomes possible" if rule.highest > 1 else "",
        "One level higher becomes possible" if rule.one_more else "",
        GROUNDS[rule.grounds] if HIGHEST in (rule.lowest, rule.highest) else "",
        f"In {', '.join(get(area).name for area in rule.areas if area in AREA_IDS)} only" if rule.areas else "",
    )
    return ". ".join(part for part in parts if part)


def _domain(domain: str) -> tuple[Block, ...]:
    ladders = tuple(_ladder(concern) for concern in concerns() if concern.domain == domain)
    return (Heading(2, DOMAINS[domain]), *(block for ladder in ladders for block in ladder))


def _ladder(concern: Concern) -> tuple[Block, ...]:
    rows = tuple((step.text, _levels(concern, step), "; ".join(_titles(step))) for step in concern.steps)
    return (
        Heading(3, concern.label),
        paragraph(concern.ask),
        *((bullets(*concern.do, *concern.do_agreed),) if concern.do or concern.do_agreed else ()),
        *((paragraph("Tools: ", "; ".join(tools()[key].name for key in concern.tools), "."),) if concern.tools else ()),
        Table(f"{concern.label}: what it looks like at each level", ("What it looks like", "Level", "Source"), rows),
    )


def _levels(concern: Concern, step: Step) -> str:
    low, high = step.levels("general")
    general = str(low) if low == high else f"{low} or {high}"
    here = ((get(area).name, level) for area, level in step.areas.items() if area in AREA_IDS)
    own = ", ".join(f"{name} {level}" for name, level in here if (level, level) != (low, high))
    told = (general, own, _at_level_4(step), *_by_their_age(concern, step))
    return "; ".join(part for part in told if part)


def _at_level_4(step: Step) -> str:
    reaches = HIGHEST in (*step.levels("general"), *step.areas.values())
    return f"at level 4: {GROUNDS[grounds_of(step)].lower()}" if reaches else ""


def _by_their_age(concern: Concern, step: Step) -> tuple[str, ...]:
    """What the policies about age raise the line to: "under 13: at least 3, up to 4"."""
    return tuple(
        f"{ages.band(policy.ages)}{' with another concern' if policy.also else ''}: {' and '.join(raised)}"
        for policy in ages.policies()
        if ages.holds(policy.lines, concern.id, step.id)
        for raised in [[words for words, level in _raised(policy) if level > 1]]
    )


def _raised(policy: ages.Policy) -> tuple[tuple[str, int], ...]:
    return (f"at least {policy.lowest}", policy.lowest), (f"up to {policy.highest}", policy.highest)


def _titles(step: Step) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source_title(source) for source in step.sources))


def _document(source: str) -> str:
    found = sources()[source]
    return ", ".join(part for part in (found.cited, found.publisher, found.date) if part and part != "not stated")
