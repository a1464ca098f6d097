"""GEDCOM, which other family programs write: 5.5.1 and 7 are read, 7 is written.

A line is `level @id@ TAG value`; the two versions differ in little that a genogram needs, so one reader serves both.
What GEDCOM has no word for stands under our own tags, each named in the header's schema: _HOME and _MEMB (a household),
_BOND (transitory), _LOSS (miscarriage, abortion), _STILLBORN, _SUBJECT (the child it is about), _TWIN (the children of
one number are twins), _IDENTICAL, _RELATED and _TIE (how two people get on).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pyforms.genogram.family import Bond, Child, Ended, Family, Household, Kind, Loss, Person, Sex, Tie, Union
from pyforms.genogram.moment import Moment, NoDate, moment

OURS = ("_HOME", "_MEMB", "_BOND", "_LOSS", "_STILLBORN", "_SUBJECT", "_TWIN", "_IDENTICAL", "_RELATED", "_TIE")
SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "X": Sex.NEITHER}
PEDIGREE = {"adopted": Kind.ADOPTED, "foster": Kind.FOSTERED, "step": Kind.STEP}
SHOWN = {
    "INDI": ("NAME", "SEX", "BIRT", "DEAT", "FAMC", "FAMS", "CHAN", "CREA", "UID", "REFN", "EXID", *OURS),
    "FAM": ("HUSB", "WIFE", "CHIL", "MARR", "DIV", "EVEN", "CHAN", "CREA", "UID", "REFN", "EXID", *OURS),
}
LOOSE = ("BEF", "AFT", "BET", "FROM", "TO", "INT")
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


def is_gedcom(data: bytes) -> bool:
    start = data[:64]
    return b"0 HEAD" in start or "0 HEAD".encode("utf-16-le") in start or "0 HEAD".encode("utf-16-be") in start


def read(data: bytes) -> tuple[Family, tuple[str, ...]]:
    """The family under the file's own ids, and what the file holds that a picture cannot show."""
    records = _records(_decoded(data))
    people = {each.id: _person(each) for each in records if each.tag == "INDI" and each.id}
    if not people:
        raise NoGedcom("This GEDCOM file has nobody in it, or was cut short. Export it again.")
    unions = [_union(each, people, records) for each in records if each.tag == "FAM"]
    homes = (
        Household(each.id, each.text("NAME"), tuple(_known(each.all("_MEMB"), people)))
        for each in records
        if each.tag == "_HOME"
    )
    family = Family(
        people,
        tuple(each for each in unions if each),
        tuple(each for each in homes if each.members),
        tuple(_ties(records, people)),
    )
    return family, tuple(_not_shown(records))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"1 CHAR ANSEL" in data[:2000] or b"1 CHAR ANSI" in data[:2000]:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", errors="replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def _records(text: str) -> list[Record]:
    """Records with their parts inside; a line that is none is passed over."""
    top = Record("")
    open_: list[Record] = [top]
    for line in text.splitlines():
        level, _, rest = line.strip().partition(" ")
        if not level.isdigit() or int(level) >= len(open_):
            continue
        own_id = ""
        if rest.startswith("@") and "@" in rest[1:]:
            own_id, _, rest = rest[1:].partition("@")
        tag, _, value = rest.strip().partition(" ")
        record = Record(tag.upper(), own_id, value)
        del open_[int(level) + 1 :]
        open_[-1].parts.append(record)
        open_.append(record)
    return top.parts


def _person(record: Record) -> Person:
    died, born = record.first("DEAT"), record.first("BIRT")
    loss = record.text("_LOSS").casefold()
    name = " ".join(record.text("NAME").replace("/", " ").split())
    is_lost = loss in tuple(Loss) and bool(loss)
    return Person(
        record.id,
        name or ("" if is_lost or record.first("_STILLBORN") else "Name not known"),
        SEXES.get(record.text("SEX").upper()[:1], Sex.UNBORN if record.text("_SUBJECT") == "UNBORN" else Sex.UNKNOWN),
        _date(born.text("DATE")) if born else None,
        _date(died.text("DATE")) if died else None,
        is_dead=died is not None,
        is_stillborn=record.first("_STILLBORN") is not None,
        loss=Loss(loss) if is_lost else Loss.NONE,
        is_subject=record.text("_SUBJECT") == "Y",
    )


def _date(words: str) -> Moment | None:
    """A date, or about its year where only a bound is known; None for words that are no date."""
    bare = words.upper().replace("@#DGREGORIAN@", "").replace("GREGORIAN", "").strip()
    first, _, rest = bare.partition(" ")
    if first in LOOSE:
        year = next((word for word in rest.split() if word.isdigit() and len(word) == len("2007")), "")
        return moment(f"about {year}") if year else None
    try:
        return moment(bare)
    except NoDate:
        return None


def _union(record: Record, people: dict[str, Person], records: list[Record]) -> Union | None:
    partners = tuple(dict.fromkeys(_known([part for part in record.parts if part.tag in ("HUSB", "WIFE")], people)))
    children = [part for part in record.all("CHIL") if _pointer(part) in people]
    if not partners and not children:
        return None
    if not partners:
        partners = (f"{record.id}p",)
        people[partners[0]] = Person(partners[0], "Parent not known")
    kinds = _kinds(record.id, records)
    bond = Bond.TRANSITORY if record.text("_BOND").casefold() == Bond.TRANSITORY else Bond.ENDURING
    made = tuple(
        Child(one, kinds.get(one, Kind.BIRTH), _number(part.text("_TWIN")), part.first("_IDENTICAL") is not None)
        for part in children
        for one in (_pointer(part),)
    )
    return Union(
        record.id,
        partners,
        bond,
        _ended(record),
        record.first("_RELATED") is not None,
        tuple(_eldest_first(made, people)),
    )


def _eldest_first(children: tuple[Child, ...], people: dict[str, Person]) -> list[Child]:
    """The file's order, but by birth where every child's is known."""
    born = {child.id: people[child.id].born for child in children}
    if all(born.values()) and not any(child.twins for child in children):
        return sorted(children, key=lambda child: born[child.id].earliest)  # type: ignore[union-attr] # all are known
    return list(children)


def _known(parts: list[Record], people: dict[str, Person]) -> list[str]:
    return [_pointer(part) for part in parts if _pointer(part) in people]


def _pointer(part: Record) -> str:
    return part.value.strip().strip("@")


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < len("10000") else 0


def _kinds(family_id: str, records: list[Record]) -> dict[str, Kind]:
    found = {}
    for record in records:
        for link in record.all("FAMC") if record.tag == "INDI" else ():
            pedigree = link.first("PEDI")
            words = f"{pedigree.value} {pedigree.text('PHRASE')}".casefold() if pedigree else ""
            if _pointer(link) == family_id:
                found[record.id] = next((kind for word, kind in PEDIGREE.items() if word in words), Kind.BIRTH)
    return found


def _ended(record: Record) -> Ended:
    if record.first("DIV") and record.text("DIV").upper() != "N":
        return Ended.DIVORCED
    events = " ".join(part.text("TYPE") + part.value for part in record.all("EVEN")).casefold()
    return Ended.SEPARATED if "separat" in events else Ended.NO


def _ties(records: list[Record], people: dict[str, Person]) -> Iterator[Tie]:
    for record in records:
        for part in record.all("_TIE"):
            other = part.text("_MEMB").strip("@")
            if record.id in people and other in people:
                yield Tie(part.value, record.id, other)


def _not_shown(records: list[Record]) -> Iterator[str]:
    """Such as "12 of OCCU": counted, so that nothing is lost in silence."""
    count: Counter[str] = Counter()
    for record in records:
        if record.tag in SHOWN:
            count.update(part.tag for part in record.parts if part.tag not in SHOWN[record.tag])
        elif record.tag not in ("HEAD", "TRLR", "_HOME", "SUBM"):
            count[record.tag] += 1
    yield from (f"{number} of {tag}" for tag, number in sorted(count.items()))


def saved_on(data: bytes) -> date | None:
    """The day in the file's header."""
    head = next((record for record in _records(_decoded(data[:4000])) if record.tag == "HEAD"), None)
    found = _date(head.text("DATE")) if head else None
    return found.earliest if found else None


def write(family: Family) -> str:
    """GEDCOM 7."""
    ids = _ids(family)
    parents = {union.id: f"F{number}" for number, union in enumerate(family.unions, 1)}
    lines = [
        "0 HEAD",
        "1 GEDC",
        "2 VERS 7.0",
        "1 SOUR EARLY-HELP-GUIDE",
        "1 SCHMA",
        *(f"2 TAG {tag} urn:early-help-guide:gedcom:{tag.lower()}" for tag in OURS),
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
