"""Plays what is said at a family's meetings into forms, as a careful person would, and counts what that takes.

What stands in a field already is not typed again. An answer is typed or chosen; a press is a button, a fold or a file.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

from family_story import NAMES, Said
from playwright.sync_api import Locator, Page, expect

# What is folded around a control, outermost first, and what opens it.
FOLDED = "xpath=ancestor::*[self::details[not(@open)] or @data-folded]"
OPENS = "xpath=./summary | ./div/button[@data-fold]"


@dataclass
class Count:
    """`typed` is every text and day, as often as it was typed."""

    answers: int = 0
    presses: int = 0
    typed: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Self) -> "Count":
        return Count(self.answers + other.answers, self.presses + other.presses, self.typed + other.typed)

    def most_often(self, words: tuple[str, ...]) -> int:
        """How often the one of these that was typed most often was typed."""
        return max(self.typed[each] for each in words)

    def told(self) -> dict[str, int]:
        days = tuple(each for each in self.typed if each[:2] == "20")
        return {
            "answers": self.answers,
            "presses": self.presses,
            "one name typed": self.most_often(NAMES),
            "one day typed": self.most_often(days),
        }


@dataclass
class Player:
    """Somebody at a form in `page`."""

    page: Page
    count: Count = field(default_factory=Count)
    form: str = "form[data-form]"

    def press(self, button: Locator) -> None:
        button.click()
        self.count.presses += 1

    def choose_file(self, control: Locator, content: bytes, name: str) -> None:
        control.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
        self.count.presses += 1

    def tell(self, said: Said) -> None:
        for path, words in said.items():
            self._answer(path, words)

    def write(self, box: Locator, lines: list[str]) -> None:
        """Lines in one box: an answer each. A name at the start of one is typed there."""
        box.fill("\n".join(lines))
        self.count.answers += len(lines)
        self.count.typed.update(line.split(",")[0] for line in lines)

    def _answer(self, path: str, words: str) -> None:
        self._make_room(path)
        control = self.page.locator(f"{self.form} [name='{path}']")
        if control.first.get_attribute("type") in ("radio", "checkbox"):
            return self._tick(self.page.locator(f"{self.form} [name='{path}'][value='{words}']"))
        if control.input_value() == words:
            return None
        self.unfold(control)
        if control.evaluate("control => control.tagName") == "SELECT":
            control.select_option(words)
        else:
            control.focus()
            self.count.typed[words] += words not in self._offered(control)
            control.fill(words)
            if control.get_attribute("list"):
                self._leave(control)
        self.count.answers += 1
        return None

    def _leave(self, control: Locator) -> None:
        """Whoever was named brings along what a folder knows of them, before anybody types on."""
        control.blur()
        expect(control.locator("xpath=ancestor::*[@data-asking]")).to_have_count(0)

    def _tick(self, choice: Locator) -> None:
        if not choice.is_checked():
            self.unfold(choice)
            choice.check()
            self.count.answers += 1

    def _offered(self, control: Locator) -> list[str]:
        """What the field's own list offers, so that it is chosen and not typed."""
        return control.evaluate("control => [...(control.list?.options ?? [])].map(({ value }) => value)")

    def _make_room(self, path: str) -> None:
        words = path.split(".")
        for at, place in enumerate(words):
            if place.isdecimal():
                repeat = self.page.locator(f"[data-repeat='{'.'.join(words[:at])}']")
                while repeat.locator("> [data-item]").count() <= int(place):
                    adding = repeat.locator("> [data-add]")
                    self.unfold(adding)
                    self.press(adding)

    def unfold(self, control: Locator) -> None:
        """Whatever is folded around it, from the outside in, unless it is in view all the same."""
        if control.first.is_visible():
            return
        folded = control.locator(FOLDED)
        while folded.count():
            self.press(folded.first.locator(OPENS))
