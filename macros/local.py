"""Macros for the facts that differ between areas: the chosen area's own, and what the others do one click away.

Every macro here writes one block for each area, marked with `data-for-area`: a script shows the chosen one, and without
scripts they stand one below the other. What an area does not state is said, with the general rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from markupsafe import Markup

from macros.areas import every_area
from macros.render import render
from pyforms import areas
from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey, FormKey, LinkKey, RuleKey, Situation, TimescaleKey, WordKey
from pyforms.areas.measures import Timescale
from pyforms.areas.shapes import Contact, Fact, Term

NOT_STATED = "Not stated in this area’s handbook."
ASK = "This area’s handbook does not say. Ask the person who helps you."
TIMESCALES: dict[TimescaleKey, str] = {
    "assessment": "The assessment",
    "first_meeting": "The first meeting",
    "plan_shared": "The plan and notes are sent",
    "first_review": "The first review",
    "review": "Reviews",
    "single_agency_review": "Review where one agency helps",
    "outcome_tool_review": "Looking again with the outcome tool",
    "usual_length": "How long help usually lasts",
    "senior_review": "A senior looks at work that is still open",
    "panel": "The panel meets",
    "meeting_length": "How long a meeting lasts",
    "enquiry_reply": "A reply to your question",
    "referral_decision": "A decision on a referral",
    "statutory_assessment": "A social work assessment",
}


@dataclass(frozen=True)
class Said:
    """One line for one area: what it is about (may be empty), what is said, and where it comes from."""

    what: str = ""
    text: str = ""
    general: str = ""  # the general rule, where the area's own handbook is silent
    fact: Fact | None = None
    contact: Contact | None = None


def _block(
    title: str, say: Callable[[Area], list[Said]], *, plain: bool = False, usual: str = "The usual rule"
) -> Markup:
    """A block with a line or more for each area; `plain` is for families, and leaves out where each line stands.

    `usual` comes before what is general, where families of an area would take it for their area's own."""
    said = [(area, say(area)) for area in every_area()]
    not_stated = ASK if plain else NOT_STATED
    return render(
        "local.html",
        title=title,
        said=said,
        source=_source,
        caveat=caveat,
        plain=plain,
        not_stated=not_stated,
        usual=usual,
    )


def _source(area: Area, fact: Fact) -> str:
    """Where a line stands: the heading in the area's one handbook, or the title with it for any other source."""
    own = fact.source in area.sources and fact.source == next(iter(area.sources))
    found = areas.source_of(area, fact)
    return ", ".join(part for part in ("" if own and fact.where else found.title, fact.where) if part)


def caveat(area: Area, fact: Fact) -> str:
    """What has to be said beside a fact: that its source has been replaced, or is the only one."""
    return areas.source_of(area, fact).caveat


def _known(key: str, keys: Any, kind: str) -> None:  # noqa: ANN401 - a Literal's own type has no name
    if key not in get_args(keys):
        message = f"{key!r} is no {kind}: {', '.join(get_args(keys))}"
        raise ValueError(message)


def word(key: WordKey, *, short: bool = False) -> Markup:
    """The area's word for a role, meeting or form, inside a sentence; `short` gives "TAF" where there is one."""
    _known(key, WordKey, "word")
    uses: dict[str, list[str]] = {}
    for area in every_area():
        term = areas.word(area, key)
        uses.setdefault((short and term.short) or term.name, []).append(area.id)
    return render("word.html", uses=uses)


def timescales(*keys: TimescaleKey, title: str = "How soon", plain: bool = False) -> Markup:
    """How soon or how often, in each area."""
    for key in keys:
        _known(key, TimescaleKey, "timescale")

    def said(area: Area) -> list[Said]:
        return [_timescale(area, key, plain=plain) for key in keys]

    return _block(title, said, plain=plain, usual="In most places")


def _timescale(area: Area, key: TimescaleKey, *, plain: bool) -> Said:
    own = area.timescales.get(key)
    usual = areas.get("general").timescales.get(key)
    soon = _soon if not plain else _plain_soon
    if own:
        return Said(TIMESCALES[key] if plain else own.what[0].upper() + own.what[1:], soon(own), fact=own)
    return Said(TIMESCALES[key], general=soon(usual) if usual else "", fact=usual)


def _plain_soon(each: Timescale) -> str:
    counted = f" of {each.counted_from}" if each.rule == "within" and each.counted_from else ""
    return f"{each.text}{counted}."


def _soon(each: Timescale) -> str:
    counted = f", counted from {each.counted_from}" if each.counted_from else ""
    note = f" {each.note}" if each.note else ""
    return f"{each.text}{counted}.{note}"


def rules(*keys: RuleKey, title: str = "In your area", plain: bool = False) -> Markup:
    """What the area asks for; `plain` gives the words for families."""
    for key in keys:
        _known(key, RuleKey, "rule")

    def said(area: Area, key: RuleKey) -> Said:
        usual = areas.get("general").rules.get(key)
        own = area.rules.get(key)
        if own and (own.plain or not plain):
            return Said(text=own.plain if plain else own.text, fact=own)
        text = (usual.plain if plain else usual.text) if usual else ""
        return Said(general=text, fact=usual)

    return _block(title, lambda area: [said(area, key) for key in keys], plain=plain)


def consent_given(*, plain: bool = False) -> Markup:
    """Whether consent is written or may be by word of mouth, and the choices on the area's own form."""

    def said(area: Area) -> list[Said]:
        if not area.consent:
            usual = areas.get("general").rules["consent"]
            return [Said(general=usual.plain if plain else usual.text, fact=usual)]
        given = Said(text=area.consent.plain if plain else area.consent.text, fact=area.consent)
        if plain or not area.consent.decisions:
            return [given]
        choices = "; ".join(item.text[0].lower() + item.text[1:] for item in area.consent.decisions)
        return [given, Said("The form’s choices", f"{choices}.")]

    return _block("How consent is given", said, plain=plain)


def next_steps(situation: Situation, *, levels: tuple[int, ...] = (1, 2, 3, 4), title: str = "In your area") -> Markup:
    """What to do next in a situation, for the levels of need asked for, with whom to contact."""
    _known(situation, Situation, "situation")

    def said(area: Area) -> list[Said]:
        lines: dict[str, tuple[list[int], Any]] = {}
        for level in levels:
            route = areas.route(area, level, situation)
            lines.setdefault(route.text, ([], route))[0].append(level)
        return [
            line
            for text, (at, route) in lines.items()
            for line in (
                Said(_levels(at) if len(lines) > 1 else "", text, fact=route),
                *(Said(contact=contact) for contact in areas.route_contacts(area, route)),
            )
        ]

    return _block(title, said)


def _levels(at: list[int]) -> str:
    return f"Level {at[0]}" if len(at) == 1 else f"Levels {', '.join(map(str, at[:-1]))} and {at[-1]}"


def contacts(*keys: ContactKey, title: str = "Who to contact", plain: bool = False) -> Markup:
    """Team lines and mailboxes, never a person's; `plain` leaves out those that are not for families."""
    for key in keys:
        _known(key, ContactKey, "contact")

    def said(area: Area) -> list[Said]:
        found = [contact for contact in _stated(area, keys) if contact.for_families or not plain]
        listed = [Said(contact=contact) for contact in dict.fromkeys(found)]
        return listed or [Said(), *(Said(contact=contact) for contact in _stated(area, ("find_council",)))]

    return _block(title, said, plain=plain)


def _stated(area: Area, keys: tuple[ContactKey, ...]) -> list[Contact]:
    return [contact for key in keys for contact in lookup.numbers_first(area, key)]


def links(*about: LinkKey, title: str = "On the web") -> Markup:
    """The public pages that the area's sources point to, on those subjects."""
    for key in about:
        _known(key, LinkKey, "subject of a link")
    return _block(title, lambda area: [Said(contact=link) for link in area.links if link.about in about])


def form_to_use(*keys: FormKey, title: str = "The form to use") -> Markup:
    """Which form the area uses and where it goes."""
    for key in keys:
        _known(key, FormKey, "form")

    def said(area: Area, key: FormKey) -> list[Said]:
        form = areas.form(area, key)
        if not form:
            return []
        sent = f" Goes to: {form.send_to}." if form.send_to else ""
        line = Said(form.name, f"{form.use}.{sent}", fact=form)
        return [line, *(Said(contact=contact) for contact in areas.lines(area, form.contact))]

    return _block(title, lambda area: [line for key in keys for line in said(area, key)])


def levels_of_need(*, plain: bool = False) -> Markup:
    """Levels 1 to 4 in the area's words; which are Early Help; who responds."""

    def said(area: Area) -> list[Said]:
        lines = [
            Said(
                f"Level {level.number}: {level.name}{' (Early Help)' if level.early_help else ''}",
                level.plain if plain else f"{level.practitioner} Who responds: {level.who_responds}.",
            )
            for level in areas.levels(area)
        ]
        note = areas.levels_note(area)
        return [
            *lines,
            *([Said(text=note)] if note else []),
            *([] if plain else [Said("Source", _level_sources(area))]),
        ]

    return _block("Levels of need", said, plain=plain)


def _level_sources(area: Area) -> str:
    """Every document that the levels and their words come from, each with what has to be said of it."""
    keys = dict.fromkeys(key for level in areas.levels(area) for key in (level.source, level.words_source) if key)
    found = [{**areas.get("general").sources, **area.sources}[key] for key in keys]
    return " ".join(f"{', '.join(part for part in (each.title, each.dated) if part)}. {each.caveat}" for each in found)


def scale() -> Markup:
    """The scaling question's two ends, with the hoped-for one named."""

    def said(area: Area) -> list[Said]:
        used = areas.scale(area)
        if used is None:
            return [Said()]
        asks = f"It asks how {used.asks}. " if used.asks else ""
        ours = " and ".join(str(getattr(used, end)) for end in used.ours)
        text = (
            f"{asks}{used.lowest} means {used.lowest_words}; {used.highest} means {used.highest_words}. "
            f"Hoped for: {used.best}. {f'The words for {ours} are ours. ' if ours else ''}{used.note}".strip()
        )
        return [Said(text=text, fact=used) if area.scale else Said(general=text, fact=used)]

    return _block("The scale", said)


def smart() -> Markup:
    """What the five letters stand for."""

    def said(area: Area) -> list[Said]:
        used = areas.smart(area)
        text = ", ".join(used.words) if used else ""
        return [Said(text=f"{text}.", fact=used) if area.smart else Said(general=f"{text}.", fact=used)]

    return _block("What SMART stands for", said)


def words_used() -> Markup:
    """The area's words for roles, meetings and forms, each with what it means."""

    def said(area: Area) -> list[Said]:
        return [_word(area, key, term) for key in get_args(WordKey) for term in areas.terms(area, key)]

    return _block("Words in your area", said, plain=True)


def _word(area: Area, key: WordKey, term: Term) -> Said:
    """A word that is not the area's own is never shown as if it were."""
    whose = "" if area.id == "general" or lookup.several(area.words, key) else "General word: "
    return Said(f"{whose}{term.name}{f' ({term.short})' if term.short else ''}", term.plain)


def family_outcomes() -> Markup:
    """The ten national family outcomes, as a list."""
    return render("list.html", items=[item.text for item in lookup.national_outcomes()])


def area_outcomes() -> Markup:
    """What the area makes of family outcomes and headline concerns."""

    def said(area: Area) -> list[Said]:
        lines = []
        if area.concerns:
            lines += [Said(text=item.text) for item in area.concerns.items]
        if area.outcomes and area.outcomes.named_at:
            unmet = f"{area.outcomes.named_at} or more of the {area.outcomes.count} outcomes"
            text = f"a family that cannot reach {unmet} without help is a “{area.outcomes.called}”."
            lines.append(Said(area.outcomes.name, text, fact=area.outcomes))
        usual = areas.get("general").outcomes
        return lines or [Said(general="The ten national outcomes above.", fact=usual)]

    return _block("Headline concerns and outcomes in your area", said)


MACROS: tuple[Callable[..., Any], ...] = (
    word, timescales, rules, consent_given, next_steps, contacts, links, form_to_use, levels_of_need, scale, smart,
    words_used, family_outcomes, area_outcomes,
)  # fmt: skip
