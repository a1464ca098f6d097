"""One family from consent to review in one folder, in two areas whose scales run opposite ways.

What is in the folder at the end is what the forms make of what was said, typed by path (family_story.py). The
files, the signature and the calendar of such a story are played on pages of their own (test_family_story.py).
"""

from datetime import date

import pytest
from family_story import DAYS, NAMES, SECOND, SOLIHULL, TORBAY, story
from story_twice import in_the_folder

import pyforms
from pyforms import fields
from pyforms.exporters import html


def answers_of(area):
    """Each form's answers at the end, as CPython makes them of the story."""
    said, made = {}, {}
    for meeting in story(area):
        said[meeting.form] = {**(said[meeting.form] if meeting.goes_on else {}), **meeting.said}
        answers = fields.nest(said[meeting.form].items(), pyforms.get(meeting.form).answers)
        made[meeting.form] = pyforms.submit(
            meeting.form, answers, area.id, date.fromisoformat(meeting.day)
        ).document.envelope["answers"]
    return made


def without_made(form, answers):
    """Without what the page itself writes: ids, counts and days."""
    written = {path for path, field, _ in fields.answered(pyforms.get(form).fields, answers) if field.question.made}
    return {path: value for path, value in fields.flatten(answers) if path not in written}


@pytest.mark.parametrize(
    ("area", "moved"), [(TORBAY, "from 8 to 6"), (SOLIHULL, "from 2 to 4")], ids=["torbay", "solihull"]
)
def test_in_a_folder_each_name_and_day_is_typed_once_and_the_forms_hold_what_was_said(
    new_page, answered_url, area, moved
):
    count, held = in_the_folder(new_page, answered_url, area)
    assert count.most_often(NAMES) == 1
    assert count.most_often(DAYS) == 1
    assert count.answers < sum(len(meeting.said) for meeting in story(area))
    expected = answers_of(area)
    assert held.keys() == expected.keys()
    for form, answers in held.items():
        assert without_made(form, answers) == without_made(form, expected[form])
    scaled = pyforms.submit("scaling", held["scaling"], area.id, date.fromisoformat(SECOND))
    assert f"{moved}: two steps towards the hope" in html.fragment(scaled.document)
