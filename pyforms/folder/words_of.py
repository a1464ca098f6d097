"""What happened when something was brought into a folder, in words ready to show."""

from datetime import date
from typing import Any

from pyforms import fields
from pyforms.folder import entries, joining
from pyforms.folder.copies import Recipient, Verdict
from pyforms.folder.differ import Differing
from pyforms.folder.elsewhere import Proposal
from pyforms.folder.entries import Entry
from pyforms.folder.merge import Choice
from pyforms.folder.model import Folder, Item, Member
from pyforms.folder.said import birth_words
from pyforms.folder.view import about
from pyforms.wording import clipped, day, listed

type Json = dict[str, Any]

LONGEST = 400  # letters of an answer, side by side with another


def new_people(before: Folder, after: Folder) -> str:
    """Who came with a form, to be looked at: a name that was typed otherwise is somebody new."""
    known = {each.id for each in before.people}
    new = [each.name for each in after.people if each.id not in known]
    return f"New in this folder: {listed(new)}." if new else ""


def taken(before: Folder, after: Folder, item: Item) -> str:
    """What a form said of those whom the folder knew, and now stands there too."""
    known = {each.id: each for each in before.people}
    facts = [
        f"{each.name} ({listed(said)})"
        for each in after.people
        if each.id in known and (said := _more_said(known[each.id], each))
    ]
    return f"Taken from {joining.source(item)}: {listed(facts)}." if facts else ""


def _more_said(before: Member, after: Member) -> list[str]:
    home = f"lives at {after.home}" if after.home != before.home else ""
    relation = after.relation if after.relation != before.relation else ""
    born = birth_words(after) if birth_words(after) != birth_words(before) else ""
    who = after.who.label.lower() if after.who and after.who != before.who else ""
    return [*filter(None, (who, born, relation, home))]


def brought_in(before: Folder, after: Folder, choices: int) -> str:
    """What is new, what has changed, and how much there is to choose."""
    held, now = _all(before), _all(after)
    new = [title(each) for key, each in now.items() if key not in held]
    other = [title(each) for key, each in now.items() if key in held and not _is_same(each, held[key])]
    said = (
        f"New in this folder: {listed(new)}." if new else "",
        f"Changed: {listed(other)}." if other else "",
        f"To choose: {choices}." if choices else "",
    )
    return " ".join(filter(None, said)) or "The two copies say the same. Nothing has changed."


def _all(folder: Folder) -> dict[str, Entry]:
    found: list[Entry] = [*folder.people, *folder.items]
    return {each.id: each for each in found}


def _is_same(one: Entry, other: Entry) -> bool:
    return one.model_copy(update={"dot": other.dot}) == other


def title(entry: Entry) -> str:
    return joining.source(entry) if isinstance(entry, Item) else entry.name


def removed_here(entry: Entry) -> str:
    name = title(entry)
    return f"{name[:1].upper()}{name[1:]}: removed here before, and not changed in the other copy since."


def recipient(to: Recipient, found: list[Verdict]) -> Json:
    """What they would get. Why somebody has to look is said once where it is the same for several forms."""
    looked_at = [each.why for each in found if each.goes == "chosen"]
    shared = [why for why in looked_at[0] if all(why in each for each in looked_at)] if len(looked_at) > 1 else []
    return {
        "id": to.id,
        "name": to.name,
        "kind": to.kind,
        "about": to.about or (f"They may know only this: {to.limit}" if to.limit else ""),
        "look": f"Of each: {'; '.join(shared)}." if shared else "",
        "items": [
            {
                "id": each.item.id,
                "title": joining.source(each.item),
                "goes": each.goes,
                "why": "; ".join(why for why in each.why if why not in shared or each.goes == "never"),
            }
            for each in found
        ],
    }


def proposal(each: Proposal, today: date) -> Json:
    """Two of one name, and what is known of either."""
    return {
        "id": each.theirs.id,
        "is": each.mine.id,
        "name": each.mine.name,
        "here": about(each.mine, today),
        "there": about(each.theirs, today),
    }


def choice(each: Choice, mine: Folder, theirs: Folder) -> Json:
    """A choice as the page shows it: who wrote either side and when, and each answer that differs."""
    asked = entries.fields_of(each.mine)
    return {
        "id": each.id,
        "title": title(each.mine),
        "mine": _from(each.mine, mine),
        "theirs": _from(each.theirs, theirs) if each.theirs else None,
        "answers": [
            {
                "path": one.path,
                "label": one.label,
                "mine": _said(asked, one, one.mine),
                "theirs": _said(asked, one, one.theirs),
            }
            for one in each.answers
        ],
    }


def _from(entry: Entry, folder: Folder) -> Json:
    """Who changed it last, by itself or by another form that was changed in the same session; and its day."""
    session = [each for each in folder.items if each.dot.session == entry.dot.session]
    own = [entry] if isinstance(entry, Item) else []
    by = next(filter(None, map(joining.recorded_by, (*own, *session))), "")
    return {"by": by, "on": day(entry.on) if isinstance(entry, Item) else ""}


def _said(asked: tuple[fields.Field, ...], one: Differing, value: Any) -> str:  # noqa: ANN401 - JSON
    """An answer as it reads: the words of an option, a whole item by all that it says."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return clipped("; ".join(each for _, each in fields.flatten(value)), LONGEST)
    found = fields.find(asked, one.path)
    written = value if isinstance(value, list) else [value]
    return clipped(listed(found[0].said(written) if found else map(str, written)), LONGEST)
