"""Macros that put an area's facts on a page; the facts themselves live in pyforms/areas."""

from datetime import date

from markupsafe import Markup

from macros.render import render
from pyforms import areas, whom_to_call
from pyforms.areas import AREA_IDS, Area
from pyforms.areas.keys import ContactKey
from pyforms.areas.shapes import Contact, Source


def every_area() -> tuple[Area, ...]:
    return tuple(areas.get(area_id) for area_id in AREA_IDS)


def area_names() -> str:
    """ "Doncaster, Kent, Solihull, Torbay, or anywhere else in England"."""
    named = [area.name for area in every_area() if area.id != "general"]
    return ", ".join((*named, "or anywhere else in England")) if named else "anywhere in England"


def danger_panel(level: int = 2, *, folded: bool = False) -> Markup:
    """What to do when someone may be in danger, with each area's lines; its id is "help".

    `level` is its heading's level, 1 to 6, so that it fits the page it stands on. `folded` leaves two lines in view,
    999 and the area's first number, for a page whose first question has to be on the first screen.
    """
    lines = [
        (area, whom_to_call.own_lines(area), areas.contact(area, "find_council"), whom_to_call.next_best(area))
        for area in every_area()
    ]
    general = areas.get("general")
    return render(
        "danger.html",
        level=level,
        folded=folded,
        lines=lines,
        by_day=by_day,
        emergency=areas.contact(general, "emergency"),
        child=areas.contact(general, "child_helpline"),
        adult=areas.contact(general, "adult_helpline"),
    )


def by_day(area: Area) -> Contact | None:
    """The one line that an area has by day; None where it states none, or one for each district."""
    lines = whom_to_call.own_lines(area, ("safeguarding_day",))
    return lines[0] if len(lines) == 1 else None


def helpline(key: ContactKey) -> Markup:
    """One contact that serves every area, such as "child_helpline"."""
    return render("helpline.html", contact=areas.contact(areas.get("general"), key))


def source_list() -> Markup:
    """Every area's sources, with what each says of its own date."""
    return render("sources.html", areas=every_area(), published=published)


def local_facts() -> Markup:
    """Each area's words, levels, timescales and contacts, with what its sources leave out; ids such as "facts-kent"."""
    return render("local_facts.html", areas=every_area(), lookup=areas, not_stated=_not_stated, published=published)


def day(of: date) -> str:
    return f"{of.day} {of:%B %Y}"


def published(source: Source) -> str:
    """When it was published and when we read it: the second says nothing of the first."""
    return f"Published: {source.dated or 'not stated'}. Read by us: {day(source.read)}."


def _not_stated(area: Area) -> str:
    """What the area's sources say nothing of, in words; the general rule serves instead."""
    return ", ".join(areas.not_stated(area).values())


MACROS = (area_names, danger_panel, helpline, local_facts, source_list)
