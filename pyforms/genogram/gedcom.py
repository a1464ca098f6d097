"""GEDCOM, which other family programs write: 5.5.1 and 7 are read, 7 is written.

A line is `level @id@ TAG value`; the two versions differ in little that a genogram needs, so one reader serves both.
What GEDCOM has no word for stands under our own tags, each named in the header's schema: _HOME and _MEMB (a household),
_BOND (transitory), _LOSS (miscarriage, abortion), _STILLBORN, _SUBJECT (the child it is about), _TWIN (the children of
one number are twins), _IDENTICAL, _RELATED, _TIE (how two people get on) and _SAID (words that have no symbol).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from pyforms.genogram.character_sets import decoded
from pyforms.genogram.family import Bond, Child, Ended, Family, Household, Kind, Loss, Person, Sex, Tie, Union
from pyforms.genogram.ties import TIES
from pyforms.genogram.words import kinds
from pyforms.moment import Moment, NoDate, moment

OURS = (
    "_HOME", "_MEMB", "_BOND", "_LOSS", "_STILLBORN", "_SUBJECT", "_TWIN", "_IDENTICAL", "_RELATED", "_TIE", "_SAID",
)  # fmt: skip
SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "X": Sex.NEITHER}
PEDIGREE = {
    "adopt": Kind.ADOPTED,
    "foster": Kind.FOSTERED,
    "step": Kind.STEP,
    "guardian": Kind.CARED,
    "donor": Kind.DONOR,
}
DEATHS = ("DEAT", "BURI", "CREM")
NO_NAME = "Name not known"
NAMED = 5  # dates that a remark names
SHOWN = {
    "INDI": (
        "NAME",
        "SEX",
        "BIRT",
        "DEAT",
        "FAMC",
        "FAMS",
        "ADOP",
        "BURI",
        "CREM",
        "CHAN",
        "CREA",
        "UID",
        "REFN",
        "EXID",
        *OURS,
    ),
    "FAM": ("HUSB", "WIFE", "CHIL", "MARR", "DIV", "EVEN", "CHAN", "CREA", "UID", "REFN", "EXID", *OURS),
}
LOOSE = ("BEF", "AFT", "BET", "FROM", "TO", "INT")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


class NoGedcom(ValueError):
    """Bytes that cannot be read as GEDCOM, with a message for the person who chose the file."""


@dataclass
class Record:
    tag: str
    id: str = ""
    value: str = ""
    parts: list["Record"] = field(default_factory=list)

    def all(self, tag: str) -> list["Record"]:
        return [part for part in self.parts if part.tag == tag]

    def first(self, tag: str) -> "Record | None":
        return next(iter(self.all(tag)), None)

    def text(self, tag: str) -> str:
        found = self.first(tag)
        return found.value if found else ""


@dataclass
class _Remarks:
    """What the file says and the family does not, so that nothing is lost in silence."""

    said: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)  # dates of which only about a year is shown
    lost: list[str] = field(default_factory=list)  # dates that are not shown

    def all(self) -> Iterator[str]:
        yield from self.said
        if self.about:
            yield f"{_some(self.about)}: shown as about a year"
        if self.lost:
            yield f"{_some(self.lost)}: no date that can be shown"


def _some(words: list[str]) -> str:
    named = ", ".join(f"“{' '.join(each.split())[:40]}”" for each in words[:NAMED])
    return f"{named} and {len(words) - NAMED} more" if len(words) > NAMED else named


def is_gedcom(data: bytes) -> bool:
    start = data[:64]
    return b"0 HEAD" in start or "0 HEAD".encode("utf-16-le") in start or "0 HEAD".encode("utf-16-be") in start


def read(data: bytes) -> tuple[Family, tuple[str, ...]]:
    """The family under the file's own ids, and what the file holds that a picture cannot show."""
    text, letters = decoded(data)
    remarks = _Remarks([letters] if letters else [])
    records = _own_ids(_records(text, remarks), remarks)
    people = {each.id: _person(each, remarks) for each in records if each.tag == "INDI" and each.id}
    if not people:
        raise NoGedcom("This GEDCOM file has nobody in it, or was cut short. Export it again.")
    links = _links(records, people, remarks)
    unions = [union for each in records if each.tag == "FAM" for union in _unions(each, people, links)]
    family = _named(
        _with_births(
            Family(
                people,
                tuple(unions),
                tuple(each for each in _homes(records, people) if each.members),
                tuple(_ties(records, people, remarks)),
            ),
            links,
        ),
        remarks,
    )
    return family, (*_not_shown(records), *remarks.all())


def _records(text: str, remarks: _Remarks) -> list[Record]:
    """Records with their parts inside; a line that is none is passed over, and counted."""
    top = Record("")
    open_: list[Record] = [top]
    odd = 0
    for line in text.splitlines():
        level, _, rest = line.strip().partition(" ")
        if not (level.isascii() and level.isdigit() and len(level) <= len("99")) or int(level) >= len(open_):
            odd += bool(line.strip())
            continue
        own_id = ""
        if rest.startswith("@") and "@" in rest[1:]:
            own_id, _, rest = rest[1:].partition("@")
        tag, _, value = rest.strip().partition(" ")
        record = Record(tag.upper(), own_id, value)
        del open_[int(level) + 1 :]
        open_[-1].parts.append(record)
        open_.append(record)
    if odd:
        remarks.said.append(f"{odd:,} line{'s' if odd > 1 else ''} that cannot be read")
    if not any(record.tag == "TRLR" for record in top.parts[-1:]):
        remarks.said.append("The file ends without its last line, so part of it may be missing")
    return top.parts


def _own_ids(records: list[Record], remarks: _Remarks) -> list[Record]:
    """Two records of one id are two people: links go to the first, and the second is drawn without any."""
    seen: set[tuple[str, str]] = set()
    used = {record.id for record in records}
    for record in records:
        if record.tag in ("INDI", "FAM") and record.id:
            if (record.tag, record.id) in seen:
                remarks.said.append(f"Two records have the id {record.id}: lines go to the first of them")
                number = next(each for each in count(2) if f"{record.id}_{each}" not in used)
                record.id = f"{record.id}_{number}"
                used.add(record.id)
                record.parts = [part for part in record.parts if part.tag not in ("FAMC", "FAMS")]
            seen.add((record.tag, record.id))
    return records


def _person(record: Record, remarks: _Remarks) -> Person:
    born = record.first("BIRT")
    died = next((part for part in record.parts if part.tag in DEATHS and part.value.strip().upper() != "N"), None)
    loss = record.text("_LOSS").casefold()
    is_lost = loss in tuple(Loss) and bool(loss)
    return Person(
        record.id,
        _name(record) or ("" if is_lost or record.first("_STILLBORN") else NO_NAME),
        SEXES.get(record.text("SEX").upper()[:1], Sex.UNBORN if record.text("_SUBJECT") == "UNBORN" else Sex.UNKNOWN),
        _date(born.text("DATE"), remarks) if born else None,
        _date(died.text("DATE"), remarks) if died and died.tag == "DEAT" else None,
        is_dead=died is not None,
        is_stillborn=record.first("_STILLBORN") is not None,
        loss=Loss(loss) if is_lost else Loss.NONE,
        is_subject=record.text("_SUBJECT") == "Y",
        notes=tuple(part.value for part in record.all("_SAID") if part.value),
    )


def _name(record: Record) -> str:
    """The whole name, or what its parts say: some programs write only those."""
    own = record.first("NAME")
    whole = own.value if own else ""
    if own and not whole.replace("/", "").strip():
        whole = f"{own.text('GIVN')} {own.text('SURN')}"
    return " ".join(whole.replace("/", " ").split())


def _date(words: str, remarks: _Remarks) -> Moment | None:
    """A date; or about its year, where the words say less or more, with a remark; or None, with a remark."""
    bare = " ".join(words.upper().replace("@#DGREGORIAN@", "").replace("GREGORIAN", "").split())
    if not bare:
        return None
    first = bare.split(" ")[0]
    if first not in LOOSE and not bare.startswith("@#"):
        try:
            return moment(bare)
        except NoDate:
            pass
    for year in YEAR.findall(bare):
        try:
            found = moment(f"about {year}")
        except NoDate:
            continue
        # A bound by itself was always shown so; two of them, or a day that does not exist, lose something.
        remarks.about.append(words)
        return found
    remarks.lost.append(words)
    return None


@dataclass
class _Links:
    """Who belongs to which family, from both of the sides that may say so."""

    partners: dict[str, list[str]] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[tuple[str, str], dict[str, Kind]] = field(default_factory=dict)  # (family, child): HUSB and WIFE
    said: dict[tuple[str, str], str] = field(default_factory=dict)  # the word for a kind that needs one
    births: dict[str, str] = field(default_factory=dict)  # a child to the one parent by birth of a mixed couple


def _links(records: list[Record], people: dict[str, Person], remarks: _Remarks) -> _Links:
    found = _Links()
    families = {record.id for record in records if record.tag == "FAM"}
    nowhere = 0
    for record in (each for each in records if each.tag == "INDI"):
        for link in record.all("FAMS"):
            found.partners.setdefault(_pointer(link), []).append(record.id)
        for link in record.all("FAMC"):
            found.children.setdefault(_pointer(link), []).append(record.id)
            pedigree = link.first("PEDI")
            if pedigree:
                kind = _kind(f"{pedigree.value} {pedigree.text('PHRASE')}", remarks)
                found.kinds[_pointer(link), record.id] = dict.fromkeys(("HUSB", "WIFE"), kind)
                found.said[_pointer(link), record.id] = _said(kind, pedigree.text("PHRASE") or pedigree.value)
        for link in (link for adoption in record.all("ADOP") for link in adoption.all("FAMC")):
            found.children.setdefault(_pointer(link), []).append(record.id)
            whom = link.text("ADOP").upper()
            both = ("HUSB", "WIFE") if whom not in ("HUSB", "WIFE") else (whom,)
            found.kinds.setdefault((_pointer(link), record.id), dict.fromkeys(both, Kind.ADOPTED))
        nowhere += sum(_pointer(link) not in families for link in (*record.all("FAMC"), *record.all("FAMS")))
    for record in (each for each in records if each.tag == "FAM"):
        for part in record.all("CHIL"):
            said = {side: part.text(tag) for side, tag in (("HUSB", "_FREL"), ("WIFE", "_MREL")) if part.text(tag)}
            if said:
                sides = {side: _kind(words, remarks) for side, words in said.items()}
                found.kinds.setdefault((record.id, _pointer(part)), sides)
        nowhere += sum(_pointer(part) not in people for part in record.parts if part.tag in ("HUSB", "WIFE", "CHIL"))
    if nowhere:
        remarks.said.append(f"{nowhere:,} link{'s' if nowhere > 1 else ''} to a family or a person not in the file")
    return found


def _kind(words: str, remarks: _Remarks) -> Kind:
    """How a child came, in any program's words; another word is named, and drawn as what nobody is born to."""
    said = words.casefold()
    for word, kind in PEDIGREE.items():
        if word in said:
            return kind
    known = kinds().get(said.replace("other", "").strip())
    if known:
        return Kind(known[0])
    if not any(word in said for word in ("birth", "natural", "biolog", "unknown", "private")) and said.strip():
        remarks.said.append(f"A child’s link “{' '.join(words.split())[:40]}”: drawn as cared for")
        return Kind.CARED
    return Kind.BIRTH


def _said(kind: Kind, words: str) -> str:
    known = kinds().get(words.casefold().strip())
    if kind == Kind.DONOR:
        return kind.value
    return (known[1] if known else " ".join(words.split())[:40]) if kind == Kind.CARED else ""


def _unions(record: Record, people: dict[str, Person], links: _Links) -> Iterator[Union]:
    sides = {_pointer(part): part.tag for part in record.parts if part.tag in ("HUSB", "WIFE")}
    partners = tuple(dict.fromkeys(one for one in (*sides, *links.partners.get(record.id, ())) if one in people))
    parts = {_pointer(part): part for part in record.all("CHIL")}
    children = tuple(dict.fromkeys(one for one in (*parts, *links.children.get(record.id, ())) if one in people))
    if not partners and not children:
        return
    if not partners:
        partners = (f"{record.id}p",)
        people[partners[0]] = Person(partners[0], "Parent not known")
    made = []
    for one in children:
        came = links.kinds.get((record.id, one), {})
        each = {partner: came.get(sides.get(partner, ""), Kind.BIRTH) for partner in partners}
        if not sides and came:
            each = dict.fromkeys(partners, next(iter(came.values())))
        part = parts.get(one)
        other = [kind for kind in each.values() if kind != Kind.BIRTH]
        if other and len(other) < len(partners):
            links.births[one] = next(partner for partner, kind in each.items() if kind == Kind.BIRTH)
        said = links.said.get((record.id, one), "")
        made.append(
            Child(
                one,
                other[0] if other else Kind.BIRTH,
                _number(part.text("_TWIN")) if part else 0,
                part is not None and part.first("_IDENTICAL") is not None,
                said,
            )
        )
    bond = Bond.TRANSITORY if record.text("_BOND").casefold() == Bond.TRANSITORY else Bond.ENDURING
    yield Union(
        record.id,
        partners,
        bond,
        _ended(record),
        record.first("_RELATED") is not None,
        tuple(_eldest_first(tuple(made), people)),
    )


def _with_births(family: Family, links: _Links) -> Family:
    """A child of one partner alone: born to her in a line of her own, and a stepchild of the couple."""
    born = {child.id for union in family.unions for child in union.children if child.kind == Kind.BIRTH}
    own = {child: parent for child, parent in links.births.items() if child not in born}
    extra = tuple(Union(f"{child}b", (parent,), children=(Child(child),)) for child, parent in own.items())
    return replace(family, unions=(*family.unions, *extra))


def _named(family: Family, remarks: _Remarks) -> Family:
    """A loss that a file makes somebody's partner is drawn as a person without a name."""
    used = {one for union in family.unions for one in union.partners}
    used |= {one for home in family.households for one in home.members}
    used |= {one for tie in family.ties for one in (tie.one, tie.other)}
    odd = [one for one in family.people if one in used and not family.people[one].name]
    remarks.said += [f"{one} is a miscarriage, an abortion or a stillbirth with a partner or a home" for one in odd]
    named = {one: replace(family.people[one], name=NO_NAME, loss=Loss.NONE) for one in odd}
    return replace(family, people=family.people | named)


def _homes(records: list[Record], people: dict[str, Person]) -> Iterator[Household]:
    for each in records:
        if each.tag == "_HOME":
            members = (_pointer(part) for part in each.all("_MEMB"))
            yield Household(each.id, each.text("NAME"), tuple(dict.fromkeys(one for one in members if one in people)))


def _eldest_first(children: tuple[Child, ...], people: dict[str, Person]) -> list[Child]:
    """The file's order, but by birth where every child's is known."""
    born = {child.id: people[child.id].born for child in children}
    if all(born.values()) and not any(child.twins for child in children):
        return sorted(children, key=lambda child: born[child.id].earliest)  # type: ignore[union-attr] # all are known
    return list(children)


def _pointer(part: Record) -> str:
    return part.value.strip().strip("@")


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < len("10000") else 0


def _ended(record: Record) -> Ended:
    if record.first("DIV") and record.text("DIV").upper() != "N":
        return Ended.DIVORCED
    events = " ".join(part.text("TYPE") + part.value for part in record.all("EVEN")).casefold()
    return Ended.SEPARATED if "separat" in events else Ended.NO


def _ties(records: list[Record], people: dict[str, Person], remarks: _Remarks) -> Iterator[Tie]:
    for record in records:
        for part in record.all("_TIE"):
            other = part.text("_MEMB").strip("@")
            if record.id in people and other in people and part.value in TIES:
                yield Tie(part.value, record.id, other)
            else:
                remarks.said.append(f"How two people get on, “{' '.join(part.value.split())[:40]}”")


def _not_shown(records: list[Record]) -> Iterator[str]:
    """Such as "12 of OCCU": counted, so that nothing is lost in silence."""
    found: Counter[str] = Counter()
    for record in records:
        if record.tag in SHOWN:
            found.update(part.tag for part in record.parts if part.tag not in SHOWN[record.tag])
        elif record.tag not in ("HEAD", "TRLR", "_HOME", "SUBM"):
            found[record.tag] += 1
    yield from (f"{number} of {tag}" for tag, number in sorted(found.items()))


def saved_on(data: bytes) -> date | None:
    """The day in the file's header."""
    records = _records(decoded(data[:4000])[0], _Remarks())
    head = next((record for record in records if record.tag == "HEAD"), None)
    found = _date(head.text("DATE"), _Remarks()) if head else None
    return found.earliest if found else None


def write(family: Family, not_drawn: tuple[str, ...] = ()) -> str:
    """GEDCOM 7; `not_drawn` is what the text said besides."""
    ids = _ids(family)
    parents = {union.id: f"F{number}" for number, union in enumerate(family.unions, 1)}
    lines = [
        "0 HEAD",
        "1 GEDC",
        "2 VERS 7.0",
        "1 SOUR EARLY-HELP-GUIDE",
        "1 SCHMA",
        *(f"2 TAG {tag} urn:early-help-guide:gedcom:{tag.lower()}" for tag in OURS),
        *(f"1 NOTE {_plain(words)}" for words in not_drawn),
        *(line for person in family.people.values() for line in _individual(person, family, ids, parents)),
        *(line for union in family.unions for line in _couple(union, family, ids, parents)),
        *(line for number, home in enumerate(family.households, 1) for line in _household(number, home, ids)),
        "0 TRLR",
    ]
    return "".join(f"{line}\n" for line in lines)


def _ids(family: Family) -> dict[str, str]:
    """Each person's id where GEDCOM can take it, or a new one."""
    used: set[str] = set()
    found = {}
    for place, one in enumerate(family.people, 1):
        upper = one.upper()
        is_fit = upper.isascii() and upper.replace("_", "").isalnum() and upper not in used and upper != "VOID"
        found[one] = upper if is_fit else f"X{place}"
        used.add(found[one])
    return found


def _individual(person: Person, family: Family, ids: dict[str, str], parents: dict[str, str]) -> Iterator[str]:
    yield f"0 @{ids[person.id]}@ INDI"
    yield from _life(person)
    for union in family.unions:
        if person.id in union.partners:
            yield f"1 FAMS @{parents[union.id]}@"
        for child in union.children:
            if child.id == person.id:
                yield from (f"1 FAMC @{parents[union.id]}@", *_pedigree(child))
    for tie in family.ties:
        if tie.one == person.id:
            yield from (f"1 _TIE {tie.kind}", f"2 _MEMB @{ids[tie.other]}@")


def _life(person: Person) -> Iterator[str]:
    if person.name:
        yield f"1 NAME {_plain(person.name)}"
    yield f"1 SEX {next((letter for letter, sex in SEXES.items() if sex == person.sex), 'U')}"
    if person.born:
        yield from ("1 BIRT", f"2 DATE {_written(person.born)}")
    if person.died:
        yield from ("1 DEAT", f"2 DATE {_written(person.died)}")
    elif person.is_dead:
        yield "1 DEAT Y"
    if person.is_stillborn:
        yield "1 _STILLBORN Y"
    if person.loss:
        yield f"1 _LOSS {person.loss}"
    yield from (f"1 _SAID {_plain(note)}" for note in person.notes)
    if person.is_subject or person.sex == Sex.UNBORN:
        yield f"1 _SUBJECT {'UNBORN' if person.sex == Sex.UNBORN else 'Y'}"


def _pedigree(child: Child) -> tuple[str, ...]:
    words = {
        Kind.BIRTH: (),
        Kind.ADOPTED: ("2 PEDI ADOPTED",),
        Kind.FOSTERED: ("2 PEDI FOSTER",),
        Kind.STEP: ("2 PEDI OTHER", "3 PHRASE step"),
        Kind.CARED: ("2 PEDI OTHER", f"3 PHRASE {child.said or Kind.CARED.value}"),
        Kind.DONOR: ("2 PEDI OTHER", "3 PHRASE donor"),
    }
    return words[child.kind]


def _couple(union: Union, family: Family, ids: dict[str, str], parents: dict[str, str]) -> Iterator[str]:
    yield f"0 @{parents[union.id]}@ FAM"
    first = [one for one in union.partners if family.people[one].sex == Sex.MALE][:1] or list(union.partners[:1])
    for one in union.partners:
        yield f"1 {'HUSB' if one in first else 'WIFE'} @{ids[one]}@"
    for child in union.children:
        yield f"1 CHIL @{ids[child.id]}@"
        if child.twins:
            yield f"2 _TWIN {child.twins}"
        if child.is_identical:
            yield "2 _IDENTICAL Y"
    if union.ended == Ended.DIVORCED:
        yield "1 DIV Y"
    if union.ended == Ended.SEPARATED:
        yield from ("1 EVEN", "2 TYPE Separated")
    if union.bond == Bond.TRANSITORY:
        yield "1 _BOND transitory"
    if union.is_related:
        yield "1 _RELATED Y"


def _household(number: int, home: Household, ids: dict[str, str]) -> Iterator[str]:
    yield f"0 @H{number}@ _HOME"
    if home.name:
        yield f"1 NAME {_plain(home.name)}"
    yield from (f"1 _MEMB @{ids[one]}@" for one in home.members)


def _plain(words: str) -> str:
    line = " ".join(words.split())
    return f"@{line}" if line.startswith("@") else line


def _written(at: Moment) -> str:
    parts = (str(at.day) if at.day else "", MONTHS[at.month - 1] if at.month else "", str(at.year))
    return f"{'ABT ' if at.is_about else ''}{' '.join(part for part in parts if part)}"
