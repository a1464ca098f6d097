"""The shapes of single facts in an area profile. Each names its source."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema

from pyforms.areas.keys import ContactKey, FormKey, LinkKey, Situation, TimescaleKey, WordKey

# A level's number or letter: in TOML 2 and "2" are the same level.
OwnNumber = Annotated[str, BeforeValidator(str), WithJsonSchema({"type": ["string", "integer"]})]
HowSure = Literal["document", "act", "several", "one", "practice"]


class Shape(BaseModel):
    # Nested shapes are built once, inside Area, when the first area is read: less to do on a phone.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True)


class Source(Shape):
    """A document that facts come from. `dated` is its date or version in words, empty if it bears none; `read` is when
    we read it, which says nothing of its age. From `review_by` on, the build warns that it has to be looked at again.
    `replaced` names what has taken its place and was not read, as it stands after "replaced by"."""

    title: str
    publisher: str = ""
    dated: str = ""
    web: str = ""
    note: str = ""
    read: date
    review_by: date
    how_sure: HowSure = "document"
    replaced: str = ""

    @property
    def caveat(self) -> str:
        """What has to be said wherever a fact from here is used; empty where there is nothing to say."""
        if self.replaced:
            return f"Since replaced by {self.replaced}, and not checked against it."
        return "Not sure: one source only." if self.how_sure == "one" else ""

    @property
    def cited(self) -> str:
        """The title as a form cites it: with what has to be said."""
        return f"{self.title}. {self.caveat.removesuffix('.')}" if self.caveat else self.title


class Fact(Shape):
    """Anything stated. `source` is the id of one of the area's (or the general profile's) sources;
    `where` is the heading or paragraph in it; `note` says what the source leaves open or contradicts."""

    source: str
    where: str = ""
    note: str = ""


class Term(Fact):
    """The area's word for a role, meeting or form. `plain` explains it to a family. Where an area has two, such as two
    lead roles, the further one has a key of the area's own, and `one_of` says which word it is one of."""

    name: str
    short: str = ""
    plain: str = ""
    one_of: WordKey | None = None


class Level(Fact):
    """A level of need. `early_help`: whether the area meets it with Early Help. `number` is the area's own number or
    letter: the table's name. `usual` says which of the usual levels 1 to 4 it answers to; an area that counts as most
    do leaves it out.
    Empty words are filled from the general profile by `lookup.levels`, which then names `words_source`."""

    number: SkipJsonSchema[str] = ""
    usual: tuple[Annotated[int, Field(ge=1, le=4)], ...] = ()
    early_help: bool
    name: str = ""
    plain: str = ""
    practitioner: str = ""
    who_responds: str = ""
    words_source: SkipJsonSchema[str] = ""


class Contact(Fact):
    """A team or line, never a person. Hours and for whom are empty where the source does not state them; families
    are sent only to those that are `for_families`. Lines by district have keys of the area's own, and `one_of` says
    which contact each is one of: "other" is in the list of the area's contacts and nowhere else."""

    name: str
    phone: str = Field(default="", pattern=r"^([0-9 ]{3,}(, option [0-9])?)?$")
    email: str = Field(default="", pattern=r"^(\S+@\S+\.\S+)?$")
    web: str = Field(default="", pattern=r"^(https?://\S+)?$")
    one_of: ContactKey | None = None
    hours: str = ""
    for_whom: str = ""
    for_families: bool = False

    @model_validator(mode="after")
    def can_be_reached(self) -> "Contact":
        if not (self.phone or self.email or self.web):
            raise ValueError("a contact needs a phone, an email or a web address")
        return self

    @property
    def tel(self) -> str:
        """What a telephone dials; an option is chosen by whoever rings."""
        return self.phone.partition(",")[0].replace(" ", "")


class Link(Contact):
    """A public page that the area's sources point to; `for_whom` says who would open it."""

    about: LinkKey


class FormToUse(Fact):
    """Which form the area uses, and where it goes. `contact` is the key of the contact it is sent to."""

    name: str
    use: str
    send_to: str = ""
    contact: str = ""


class Rule(Fact):
    """What the area asks for, for practitioners; `plain` says it to a family where families need it."""

    text: str
    plain: str = ""


class Route(Fact):
    """The next step for some levels, by the area's own numbers, in one situation. The keys name the area's (or
    general) facts."""

    levels: tuple[OwnNumber, ...] = Field(min_length=1)
    situation: Situation
    text: str
    role: str = ""
    form: FormKey | None = None
    timescale: TimescaleKey | None = None
    contacts: tuple[str, ...] = ()


class Item(Shape):
    """One line of a list: a stable key and our words for it."""

    key: str
    text: str


class Consent(Rule):
    """How consent is given: signed or written, or written with consent by word of mouth recorded as such.
    `decisions` are the answers that the area's own consent form offers."""

    kind: Literal["written", "written or verbal"]
    decisions: tuple[Item, ...] = ()


class Concerns(Fact):
    """The headline concerns the area's plan asks about."""

    items: tuple[Item, ...]


class Outcomes(Fact):
    """A family outcomes framework. A family with `named_at` or more outcomes unmet is a `called` family."""

    name: str
    count: int
    items: tuple[Item, ...] = ()
    called: str = ""
    named_at: int | None = None
    plain: str = ""
