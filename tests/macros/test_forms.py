"""The page builder: each kind of field as HTML, named after its path in the model."""

import gzip
import re
from html.parser import HTMLParser
from typing import Annotated

import pytest
from pydantic import Field as Limit

from macros.forms import draw, form, parts_of, sections
from pyforms import FORM_IDS, get
from pyforms.fields import Choice, Day, Entry, Field, Option, Question, find, walk
from pyforms.form import Part


class Colour(Choice):
    RED = "red", "Red", "Like a post box"
    BLUE = "blue", "Blue"


class Step(Part):
    who: Annotated[str, Question("Who", by="child")]
    when: Annotated[Day | None, Question("By when")] = None


class Seen(Part):
    step: Annotated[str, Question("What it looks like")]
    notes: Annotated[str, Question("Notes", long=True)] = ""


LADDER = Field("step", Question("What it looks like"), "radios", required=True, options=(Option("late", "Often late"),))
ENTRIES = (
    Entry("attendance", "Going to school", "Child", (LADDER, walk(Seen)[1]), hint="Days missed"),
    Entry("sleep", "Sleep", "Child", (LADDER, walk(Seen)[1])),
    Entry("money", "Money", "Family", (LADDER, walk(Seen)[1])),
)


class Everything(Part):
    name: Annotated[str, Question("Name", hint="As they like to be called")]
    story: Annotated[str, Question("Story", long=True)] = ""
    born: Annotated[Day | None, Question("Born")] = None
    age: Annotated[int | None, Question("Age", unit="years"), Limit(ge=0)] = None
    colour: Annotated[Colour, Question("Colour")]
    colours: Annotated[list[Colour], Question("Colours")] = []  # noqa: RUF012 - pydantic copies a default
    shade: Annotated[Colour | None, Question("Shade", compact=True)] = None
    step: Annotated[Step, Question("One step")]
    steps: Annotated[list[Step], Question("Steps", title="Step")] = []  # noqa: RUF012 - pydantic copies a default
    concerns: Annotated[dict[str, Seen], Question("Worries", entries=lambda: ENTRIES, none="Not seen")] = {}  # noqa: RUF012 - pydantic copies a default
    secret: Annotated[str, Question("Secret", hidden=True)] = ""


LONGEST_WITHOUT_PARTS = 4  # fields
BY_NAME = {field.name: field for field in walk(Everything)}


class Elements(HTMLParser):
    """Every start tag, as (tag, attributes)."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def named(self, name):
        return [(tag, attrs) for tag, attrs in self.found if attrs.get("name") == name]


def drawn(name, **options):
    return draw(BY_NAME[name], **options)


@pytest.mark.parametrize(
    ("name", "tag", "type_"),
    [
        ("name", "input", "text"),
        ("story", "textarea", None),
        ("born", "input", "date"),
        ("age", "input", "text"),
        ("shade", "select", None),
        ("secret", "input", "hidden"),
    ],
)
def test_a_question_with_one_box_is_named_after_its_field(name, tag, type_):
    [(found, attributes)] = Elements(drawn(name)).named(name)
    assert (found, attributes.get("type")) == (tag, type_)


@pytest.mark.parametrize("name", ["name", "story", "born", "age", "shade"])
def test_a_label_belongs_to_its_box(name):
    elements = Elements(drawn(name)).found
    [label] = [attributes for tag, attributes in elements if tag == "label"]
    assert label["for"] in [attributes.get("id") for _, attributes in elements]


def test_a_hint_describes_its_box():
    [(_, attributes)] = Elements(drawn("name")).named("name")
    assert attributes["aria-describedby"] == "name-hint"
    assert 'id="name-hint">As they like to be called<' in drawn("name")


def test_only_what_may_be_left_out_is_marked_optional():
    assert "(optional)" in drawn("story")
    assert "(optional)" not in drawn("name")


def test_a_number_has_a_number_pad_and_says_its_unit_to_everyone():
    html = drawn("age")
    assert 'inputmode="decimal"' in html
    assert 'class="eh-unseen">, in years</span>' in html
    assert '<span aria-hidden="true">years</span>' in html


@pytest.mark.parametrize(("name", "type_"), [("colour", "radio"), ("colours", "checkbox")])
def test_every_option_has_a_box_within_its_own_label_under_one_legend(name, type_):
    boxes = Elements(drawn(name)).named(name)
    assert [(attributes["type"], attributes["value"]) for _, attributes in boxes] == [(type_, "red"), (type_, "blue")]
    assert f"<legend>{BY_NAME[name].question.label}" in drawn(name)
    assert "Red<small>Like a post box</small></label>" in drawn(name)


def test_a_drop_down_starts_unanswered():
    assert '<option value="">Not answered</option>' in drawn("shade")


def test_a_group_holds_its_questions_under_its_own_path():
    assert Elements(drawn("step")).named("step.who")


def test_a_group_for_later_stays_folded_until_it_is_wanted():
    later = Field("later", Question("At the review", folded=True), "group", required=True, children=walk(Step))
    elements = Elements(draw(later)).found
    assert [tag for tag, _ in elements][:2] == ["details", "summary"]
    assert "later.who" in {given.get("name") for _, given in elements}


def test_a_repeated_group_starts_with_one_item_and_a_template_for_more():
    elements = Elements(drawn("steps"))
    assert elements.named("steps.0.who")
    assert elements.named("steps.new.who")
    assert [attributes for tag, attributes in elements.found if tag == "template"]
    assert ">Add another<" in drawn("steps")
    assert ">Remove<" in drawn("steps")


def test_a_catalogue_has_a_section_for_each_heading():
    assert drawn("concerns").count("<details") == 2
    assert [(name, len(entries)) for name, entries in sections(ENTRIES)] == [("Child", 2), ("Family", 1)]


def test_an_entry_of_a_catalogue_is_left_out_until_a_step_is_chosen():
    boxes = Elements(drawn("concerns")).named("concerns.attendance.step")
    assert [(attributes["value"], "checked" in attributes) for _, attributes in boxes] == [("", True), ("late", False)]
    assert '<div class="eh-follow">' in drawn("concerns")
    assert Elements(drawn("concerns")).named("concerns.attendance.notes")


def test_a_catalogue_has_a_finder_only_when_the_page_gives_it_words():
    assert "data-finder" not in drawn("concerns")
    assert "Type a worry" in drawn("concerns", finder="Type a worry")


def test_who_answers_is_said_only_where_it_is_not_who_usually_does():
    assert "The child answers" in drawn("step")
    assert "The child answers" not in drawn("step", usual="child")
    assert "The practitioner answers" in drawn("name", usual="family")


HOSTILE = "\"'><script>alert(1)</script>{{ 7 * 7 }}"


@pytest.mark.parametrize(
    "field",
    [
        Field("a", Question(HOSTILE, hint=HOSTILE, unit=HOSTILE, title=HOSTILE), kind, required=False, options=options)
        for kind, options in [
            ("text", ()),
            ("long", ()),
            ("number", ()),
            ("date", ()),
            ("group", ()),
            ("repeat", ()),
            ("catalogue", ()),
            ("radios", (Option("x", HOSTILE, HOSTILE),)),
            ("checkboxes", (Option(HOSTILE, HOSTILE),)),
        ]
    ],
    ids=lambda field: field.kind,
)
def test_words_can_hold_anything_and_stay_words(field):
    html = draw(field)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "49" not in html


@pytest.mark.parametrize("name", list(BY_NAME))
def test_no_field_carries_a_style_or_a_handler_or_a_blank_line(name):
    html = drawn(name)
    attributes = {key for _, found in Elements(html).found for key in found}
    assert not {key for key in attributes if key == "style" or key.startswith("on")}
    assert "\n\n" not in html


def test_every_id_is_used_once():
    html = "".join(drawn(name) for name in BY_NAME)
    ids = [attributes["id"] for _, attributes in Elements(html).found if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_name_on_a_form_is_a_path_of_its_model_and_every_question_is_there(form_id):
    fields = get(form_id).fields
    names = {attributes["name"] for _, attributes in Elements(form(form_id)).found if "name" in attributes}
    places = {find(fields, name)[1] for name in names if find(fields, name)}
    assert {name for name in names if not find(fields, name)} == set()
    assert {place[0] for place in places} == set(range(len(fields)))


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_form_is_light_enough_for_a_phone(form_id):
    html = form(form_id).encode()
    assert len(html) < 350_000
    assert len(gzip.compress(html)) < 38_000


def repeats(fields, above=""):
    for field in fields:
        path = f"{above}{field.name}"
        if field.kind == "repeat":
            yield path, field
        yield from repeats(field.children, f"{path}.")


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_repeated_item_of_any_form_can_be_said_in_one_line_of_its_own_answers(form_id):
    for path, field in repeats(get(form_id).fields):
        named = re.findall(r"\{(\w+)\}", field.question.line)
        assert named, f"{form_id}: {path} needs a line"
        assert set(named) <= {child.name for child in field.children}, path


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_form_s_parts_hold_every_field_once_and_in_order(form_id):
    fields = get(form_id).fields
    parts = parts_of(fields)
    assert [field for _, held in parts for field in held] == list(fields)
    shown = [title for title, held in parts if any(field.kind != "hidden" for field in held)]
    assert len(fields) <= LONGEST_WITHOUT_PARTS or all(shown), "say in the model where its parts begin"
    html = str(form(form_id))
    assert all(f">{title}</h2>" in html and f">{title}</a>" in html for title in shown if title)


def required(fields, above=""):
    for field in fields:
        path = f"{above}{field.name}"
        if field.children:
            yield from required(field.children, f"{path}.")
        if field.kind != "group" and field.required and not field.question.one_of and field.kind != "hidden":
            yield path, field


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_what_has_to_be_answered_says_in_its_own_words_what_is_missing(form_id):
    silent = [path for path, field in required(get(form_id).fields) if not field.question.missing]
    assert silent == []


def sometimes(fields, above=""):
    for field in fields:
        path = f"{above}{field.name}"
        if field.question.when:
            assert not field.required, f"{path} has to be answered, so it is always asked"
            yield path, field.question.when
        yield from sometimes(field.children, f"{path}.")


SOMETIMES = {form_id: dict(sometimes(get(form_id).fields)) for form_id in FORM_IDS}


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_what_is_asked_only_sometimes_waits_for_a_question_that_is_always_asked_and_an_answer_that_it_offers(form_id):
    fields = get(form_id).fields
    for path, when in SOMETIMES[form_id].items():
        decides, _ = find(fields, when.path)
        assert when.path not in SOMETIMES[form_id], path
        assert set(when.values) <= {option.value for option in decides.options}, path


def test_a_young_person_s_competence_and_the_review_are_asked_only_sometimes():
    assert set(SOMETIMES["consent"]) == {"competence"}
    after = {"present", "changed", "well", "worried", "scaling", "next", "why", "next_review"}
    at_review = {"needs.outcome", "needs.actions.review", *(f"review.{name}" for name in after)}
    assert set(SOMETIMES["smart-plan"]) == at_review


def test_questions_that_wait_for_one_answer_stand_together_under_the_words_that_say_when():
    html = form("smart-plan")
    review = html[html.index('name="review.day"') :]
    assert review.count("Only at a review: once its date is entered.") == 1
    [waits] = {given["data-waits"] for _, given in Elements(html).found if "data-waits" in given}
    assert waits == "review.day"
