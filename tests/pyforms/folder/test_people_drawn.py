"""A family's people as a genogram's text, and that text read back: nothing is lost, and twice is as once."""

from datetime import date
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from pyforms import saved
from pyforms.folder.joining import beginning
from pyforms.folder.laying import laid
from pyforms.folder.model import Dot, Folder, Item, Member
from pyforms.genogram import notation
from pyforms.people import Who

TODAY = date(2026, 11, 28)
DAY = date(2026, 9, 8)


def numbered():
    return (f"n-{number}" for number in count(1))


def family(*people):
    members = [Member(id=f"p-{place}", dot=Dot("r-1", place), **each) for place, each in enumerate(people, 1)]
    return Folder(id="f-1", area="kent", saved=DAY, people=members)


def drawn(folder):
    """The genogram's text that this folder begins one with."""
    return dict(beginning(folder, "genogram", [], TODAY).entries).get("text", "")


def with_genogram(folder, text, on=DAY, item="i-1", **more):
    held = {"kind": "early-help-form", "form": "genogram", "version": 1, "area": "kent", "saved": on.isoformat()}
    envelope = saved.checked({**held, "answers": {"text": text}}).model_dump(mode="json")
    folder = folder.put(Item(id=item, dot=Dot("r-1", 1), on=on, saved=envelope, **more), "r-1")
    return laid(folder, item, numbered(), "r-1")


def people(folder):
    return [each.model_dump(mode="json", exclude={"dot", "id"}, exclude_defaults=True) for each in folder.people]


# Names as people type them, and as nobody should: signs of the notation, words with a meaning, other scripts.
HOSTILE = [
    'Sam "Spud" O’Hara', "Sam (dad)", "Sam (", "+", "#1 Dad", "home: Nan", "A = B", "Mum + Dad", "unknown", "died 2019",
    "[2]", "“Zo”", "<script>alert(1)</script>", "ਗੁਰਪ੍ਰੀਤ", "A\u2028B", "A\tB", "Ann; Bob", "none", "everyone", "twins",
    "\u202eabc", "{{ 7*7 }}", "Ella, girl", "'; DROP TABLE people;--", "miscarriage", "close: A, B", "x" * 200, "= =",
    "Ella & Sam", "Sam and Max", "1. Ella", "- Ella", "Ella [1]", "p1", "\\", "A\u0000B", "Ella:", "cat", "girl", "💔",
    "\uff21\uff1d\uff22", "Baby (due in May)", "Mum Dad Nan Gran Sis Bro Aunt Uncle", "constructor", "null",
]  # fmt: skip
NAMES = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(["Ella", "Kim", "Jo-Ann", "Sam", "Zoë", "Bump"]))
DAYS = st.dates(date(1930, 1, 1), date(2026, 9, 1))
BIRTHS = st.one_of(
    st.just({}),
    st.builds(lambda day: {"born": day}, DAYS),
    st.builds(lambda day: {"due": day}, st.dates(date(2026, 12, 1), date(2027, 8, 1))),
    st.builds(lambda words: {"born_about": words}, st.sampled_from(["2016", "May 2016", "about 1980", "March 2027"])),
    st.builds(lambda age: {"age": age, "age_on": DAY}, st.integers(0, 90)),
)
FACTS = st.fixed_dictionaries(
    {"who": st.sampled_from([Who.CHILD, Who.PARENT, Who.FAMILY])},
    optional={
        "home": st.sampled_from(["Mum’s flat", "Dad’s", "Mum’s flat and Dad’s", "12, Hill Rise: flat #2", "a;b", '"']),
        "relation": st.sampled_from(["mother", "mother of Ella", "father of Ella and Sam", 'a "b" (', "#"]),
        "died": st.sampled_from(["yes", "2019", "about 2019", "12 May 2019"]),
    },
)


@st.composite
def families(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=6, unique_by=lambda name: " ".join(name.casefold().split())))
    return family(*({"name": name, **draw(FACTS), **draw(BIRTHS)} for name in names))


@settings(deadline=None, max_examples=100)
@given(families())
def test_people_written_as_a_text_and_read_back_change_nothing(folder):
    text = drawn(folder)
    after = with_genogram(folder, text)
    assert [each.name for each in after.people] == [each.name for each in folder.people], text
    for one, other in zip(folder.people, after.people, strict=True):
        known = one.model_dump(exclude={"dot"}, exclude_defaults=True)
        assert {key: getattr(other, key) for key in known} == known
    assert after.people == laid(after, "i-1", numbered(), "r-2").people


@settings(deadline=None, max_examples=100)
@given(families())
def test_everybody_whom_the_family_knows_stands_in_the_text_with_all_that_it_can_say(folder):
    text = drawn(folder)
    read = [*notation.read(text)[0].people.values()]
    assert len(read) == len(folder.people), text
    for person, shown in zip(folder.people, read, strict=True):
        is_said = bool(person.born or person.due or person.born_about or person.age is not None)
        assert bool(shown.born or "due" in str(shown.notes)) == is_said, text  # a mum who is due expects a baby
        assert shown.is_dead == bool(person.died), text
        assert shown.notes or shown.id in _parents(text) or not person.relation, text


def _parents(text):
    return {one for union in notation.read(text)[0].unions for one in union.partners}


@settings(deadline=None, max_examples=100)
@given(families())
def test_a_genogram_is_laid_in_twice_as_once(folder):
    after = with_genogram(family(), drawn(folder))
    again = laid(after, "i-1", numbered(), "r-2")
    assert (again.people, again.items) == (after.people, after.items)
