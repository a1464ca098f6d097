"""The page of rules shows a safeguarding lead everything that the tool may say, so that it can be checked."""

from pyforms import stemming
from pyforms.exporters import html
from pyforms.threshold.concerns import concerns, tools
from pyforms.threshold.rulebook import rulebook

PAGE = html.fragment(rulebook())


def test_what_to_ask_and_what_to_do_stand_with_every_ladder():
    for concern in concerns():
        for line in (concern.ask, *concern.do, *concern.do_agreed, *(step.text for step in concern.steps)):
            assert html.escape(line) in PAGE, line


def test_every_tool_is_listed_with_what_it_is_for_and_whose_it_is():
    for tool in tools().values():
        for words in (tool.name, tool.what, tool.whose):
            assert html.escape(words) in PAGE, words


def test_abbreviations_and_slang_are_listed_with_where_they_are_found():
    for each in stemming.shorthand()["list"]:
        assert all(html.escape(f"{word}: {meaning}") in PAGE for word, meaning in each["words"].items())
        assert all(html.escape(source) in PAGE for source in each["sources"])
