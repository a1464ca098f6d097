"""What the family said about who may know: the newest consent record decides, and where it is silent nobody may."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pyforms.flows import Answered, MayKnow, Thing, Wish
from pyforms.folder import joining
from pyforms.folder.model import Folder, Item
from pyforms.wording import day, same

type Says = Literal["yes", "no", "nothing"]

TOLD = (Answered, MayKnow, Wish)


@dataclass(frozen=True)
class Sharing:
    """What the consent records of a folder say, and from which one. `unsettled` says why a yes does not count now."""

    told: tuple[Thing, ...] = ()
    older: tuple[Thing, ...] = ()
    source: str = ""
    unsettled: str = ""

    @property
    def wishes(self) -> list[Wish]:
        """Whatever is to be kept private, by any record: a newer one that is silent takes no wish back."""
        return [each for each in (*self.told, *self.older) if isinstance(each, Wish)]

    @property
    def answered(self) -> list[Answered]:
        return [each for each in self.told if isinstance(each, Answered)]

    @property
    def may_know(self) -> list[MayKnow]:
        return [each for each in self.told if isinstance(each, MayKnow)]

    @property
    def may_not_know(self) -> list[str]:
        """Whoever was said no to, in the newest record or in an older one that no later yes has taken back."""
        yes = {same(each.name) for each in self.may_know if each.may}
        no = [each.name for each in (*self.told, *self.older) if isinstance(each, MayKnow) and not each.may]
        return list(dict.fromkeys(name for name in no if same(name) not in yes))

    def of_service(self, name: str, today: date) -> tuple[Says, str]:
        """Whether a service may know, and what stands in the way or is all that it may know."""
        if any(_alike(name, each) for each in self.may_not_know):
            return "no", f"{self.source or 'A consent record'} does not say yes to {name}"
        found = next((each for each in self.may_know if same(each.name) == same(name)), None)
        if found is None:
            return "nothing", f"no consent record says that {name} may know"
        if self.unsettled:
            return "nothing", self.unsettled
        if found.until and found.until < today:
            return "nothing", f"the yes for {name} ended on {day(found.until)}"
        return "yes", found.what

    def of_person(self, name: str) -> tuple[Says, str]:
        """Somebody of the family gets a copy once they have agreed to the help; a no to their knowing comes first."""
        if any(_alike(name, each) for each in self.may_not_know):
            return "no", f"{self.source or 'A consent record'} does not say yes to {name}"
        found = next((each for each in self.answered if same(each.name) == same(name)), None)
        if found is None or not found.agrees:
            return "nothing", f"no consent record says that {name} agreed"
        return ("nothing", self.unsettled) if self.unsettled else ("yes", "")

    def wishes_of_others(self, name: str) -> list[Wish]:
        """Whatever is to be kept private by a wish that is not this person’s own."""
        return [wish for wish in self.wishes if same(name) not in map(same, wish.whose)]


def sharing(folder: Folder) -> Sharing:
    """What stands now. A newer record that is half done may take a yes back, so until it is finished none counts."""
    records = [(item, tuple(joining.offered(item, *TOLD))) for item in folder.newest_first() if _is_consent(item)]
    finished = [(item, things) for item, things in records if things]
    unread = [item for item, things in records[: records.index(finished[0]) if finished else None] if not things]
    unsettled = f"{joining.source(unread[0])} is not finished" if unread else ""
    if not finished:
        return Sharing(unsettled=unsettled)
    (newest, told), *before = finished
    older = tuple(thing for _, things in before for thing in things)
    return Sharing(told, older, joining.source(newest), unsettled)


def _is_consent(item: Item) -> bool:
    return Answered in joining.offers(item.saved["form"])


def _alike(one: str, other: str) -> bool:
    """One name is the other, or a part of it: a no to “Carl” is a no to “Carl Reed”."""
    first, second = ({*re.findall(r"[^\W_]+", same(each))} for each in (one, other))
    return bool(first and second) and (first <= second or second <= first)
