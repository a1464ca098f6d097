"""A picture says the same as its words, whoever looks at it and however."""

import re
from xml.etree import ElementTree as ET

import pytest

from macros import pictures
from pyforms import areas
from pyforms.areas import AREA_IDS

DRAWN = {macro.__name__: macro() for macro in pictures.MACROS}


def svgs(picture):
    return [ET.fromstring(found) for found in re.findall(r"<svg.*?</svg>", picture, re.DOTALL)]  # noqa: S314 - our own


def letters(picture):
    """What is written in the picture, in one line."""
    return " ".join(" ".join(text.text for text in svg.iter("text")) for svg in svgs(picture))


def part(picture, area_id):
    return picture.split(f'data-for-area="{area_id}">')[1].split("</figure>")[0]


@pytest.mark.parametrize("picture", DRAWN.values(), ids=DRAWN)
def test_a_picture_has_a_name_a_description_and_a_twin_in_words(picture):
    for figure in picture.split("</figure>")[:-1]:
        lines = re.findall("<li>(.*?)</li>", figure)
        description = re.search("<desc[^>]*>(.*?)</desc>", figure)[1]
        assert re.search(r"<title id=[^>]+>[^<]+</title>", figure)
        assert lines
        assert all(line in description for line in lines)


@pytest.mark.parametrize("picture", DRAWN.values(), ids=DRAWN)
def test_a_picture_carries_no_style_of_its_own_and_no_id_twice(picture):
    ids = re.findall(r'\bid="([^"]+)"', picture)
    assert "style" not in picture
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("picture", DRAWN.values(), ids=DRAWN)
def test_every_word_lies_inside_its_picture(picture):
    for svg in svgs(picture):
        width, height = map(float, svg.get("viewBox").split()[2:])
        for text in svg.iter("text"):
            x, y = float(text.get("x", 0)), float(text.get("y", 0))
            half = len(text.text) * pictures.LETTER * (0 if "eh-left" in text.get("class", "") else 0.5)
            assert 0 <= y <= height
            assert "transform" in text.attrib or "eh-right" in text.get("class", "") or half <= x <= width


@pytest.mark.parametrize("area_id", AREA_IDS)
def test_each_areas_levels_are_in_its_fan_and_early_help_is_marked_in_words(area_id):
    drawn = part(DRAWN["levels_picture"], area_id)
    for level in areas.levels(areas.get(area_id)):
        assert f"Level {level.number}: {level.name}" in drawn
    marked = {*re.findall(r"<li>Level (\w+): [^<]*, Early Help</li>", drawn)}
    own = {level.number for level in areas.levels(areas.get(area_id)) if level.early_help}
    assert own <= marked


def test_no_scale_is_drawn_upside_down():
    said = re.findall("<li>(.*?)</li>", DRAWN["scale_rulers"])
    assert "Torbay: 1 is the hoped-for end, 10 the hardest" in said
    assert any("Kent" in line and "10 is the hoped-for end, 0 the hardest" in line for line in said)


def test_the_star_stands_at_the_hoped_for_end():
    torbay = DRAWN["scale_rulers"].split(">Torbay<")[1]
    star = float(re.search(r'eh-icon" transform="translate\((-?[\d.]+)', torbay)[1])
    assert star < 60
    assert torbay.index("hoped for") < torbay.index("hardest")


def test_the_process_carries_the_areas_own_timescales():
    torbay = part(DRAWN["process_picture"], "torbay")
    assert "Assess together: within 20 working days" in torbay
    assert "Review: first: within 6 weeks; every 6 weeks" in torbay
    doncaster = part(DRAWN["process_picture"], "doncaster")
    assert "Assess together: within 30 days" in doncaster
    assert "Meet and make one plan: within a further 30 days" in doncaster


def test_the_process_shows_no_general_rule_as_the_areas_own():
    doncaster = part(DRAWN["process_picture"], "doncaster")
    assert "first: within 6 weeks" not in doncaster
    assert "Review: every 6 weeks" in doncaster
    assert "first: within 6 weeks" in part(DRAWN["process_picture"], "general")


def test_danger_is_said_in_every_process_picture():
    assert all("999" in letters(part(DRAWN["process_picture"], area_id)) for area_id in AREA_IDS)


def test_working_with_is_high_in_challenge_and_in_support():
    assert "WITH: high challenge, high support" in DRAWN["discipline_window"]
    assert "NOT: low challenge, low support" in DRAWN["discipline_window"]


def test_the_agenda_is_drawn_for_a_phone_and_for_paper():
    tall, wide = svgs(DRAWN["agenda_picture"])
    assert float(tall.get("viewBox").split()[2]) == 320
    assert float(wide.get("viewBox").split()[2]) > float(wide.get("viewBox").split()[3])
