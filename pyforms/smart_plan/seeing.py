"""What anyone could see, hear or count in a line, and what in it is a hope, a service or a comparison.

A line is read clause by clause. The first verb of a clause decides: what someone can be seen to do makes it plain,
whatever it is done for; a vague verb leaves it a hope, whatever number stands beside it; a weak verb ("has", "is",
"goes") takes its meaning from what follows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from pyforms.smart_plan.numbers import AMOUNTS, DATE, Number, numbers_in
from pyforms.smart_plan.words import DETERMINERS, Line, Mark, Words, data, entries, forms

VERBS = ("vague", "change", "helper", "seen", "weak", "doing")
VAGUE = ("vague", "change", "helper", "quality")
SUBJECTS = ("to be", "is ", "are ", "will ", "has ", "to improve")
PLACES = forms("be at") | forms("be in") | forms("be home")
MANNER = ("ly", "well")  # "sleeps well", "plays nicely"


@dataclass(frozen=True)
class Verdict:
    """`kind` is "seen", "hope", "service", "compared" or "unknown"; `words` are what it was judged by."""

    kind: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clause:
    words: Words
    is_action: bool
    after_hope: bool
    line: Words
    line_has_amount: bool

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Up to where it says what it is for, or how, when or what else: "…, so that he is not excluded"."""
        length = len(self.words.lower)
        verb = next((mark.end for mark in self.words.marks if mark.kind in ("seen", "weak", "doing")), length)
        marked = {mark.at for mark in self.words.marks}
        nots = {mark.end for mark in self.words.marks if mark.kind == "negated"}  # "not so angry"
        aims = [
            at
            for at, word in enumerate(self.words.lower)
            if word in entries("aim") and at and at not in marked and at not in nots
        ]
        asides = [at for at, word in enumerate(self.words.lower) if word in entries("aside") and at > verb]
        service = next((mark.end for mark in self.words.marks if mark.kind == "service"), length)
        topics = [
            at
            for at, word in enumerate(self.words.lower)
            if word in entries("topic") and at >= service and self.is_action
        ]
        cut = min([length, *aims, *asides, *topics])
        marks = tuple(mark for mark in self.words.marks if mark.at < cut and not self._is_of_a_thing(mark))
        return _without_aims(marks, self.words.lower)

    def _is_of_a_thing(self, mark: Mark) -> bool:
        """ "The behaviour chart", "a safety certificate", "National Domestic Abuse Helpline": it only tells which."""
        last = next((each for each in self.words.marks if each.at == mark.end), mark)
        next_word = " ".join(self.words.lower[mark.end : mark.end + 1])
        is_in_a_name = mark.at > 0 and all(word[0].isupper() for word in self.words.said[mark.at : mark.end + 1])
        is_surname = mark.at > 0 and self.words.lower[mark.at - 1] in data()["who"]["titles"]
        if mark.kind in ("quality", "compared") and (is_surname or (is_in_a_name and bool(next_word))):
            return True
        return mark.kind == "quality" and (
            next_word in data()["quality"]["named"]
            or (last.kind == "service" and last.text != "work")
            or next_word in entries("thing")
            or next_word in entries("proof")
        )

    @cached_property
    def head(self) -> Mark | None:
        verbs = [mark for mark in self.marks if mark.kind in VERBS and not self._is_described(mark)]
        return verbs[0] if verbs else None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return numbers_in(self.words)

    @property
    def is_gauged(self) -> bool:
        """What is counted anyway, with a number beside it or in another clause: "fewer call-outs: from 5 to 0"."""
        gauges = entries("gauge")
        return self.line_has_amount and any(mark.text in gauges for mark in self.words.marks)

    @property
    def has_proof(self) -> bool:
        """Something that stands in a home, a bag or a hand."""
        return bool(self.has("thing") or self.words.holds("proof"))

    @property
    def is_counted(self) -> bool:
        return any(number.counts for number in self.numbers)

    @property
    def has_amount(self) -> bool:
        return any(number.says in AMOUNTS for number in self.numbers)

    def after(self, mark: Mark) -> tuple[Mark, ...]:
        return tuple(each for each in self.marks if each.at >= mark.end)

    def has(self, *kinds: str) -> tuple[str, ...]:
        return tuple(mark.text for mark in self.marks if mark.kind in kinds)

    def rest(self, mark: Mark) -> str:
        return " ".join(self.words.said[mark.at :])

    def _is_described(self, mark: Mark) -> bool:
        """ "Good sleep", "contact to be positive", a goal's "contact with Dad is good": what is described is a noun."""
        is_so = not self.is_action and any(each.text in ("is", "are") for each in self.marks)
        told = " ".join(self.words.lower[mark.end : mark.end + 2])
        is_subject = mark.at == 0 and (told.startswith(SUBJECTS) or is_so)
        falls = any(each.at == mark.end and each.kind == "change" for each in self.marks)
        if (is_subject or falls) and mark.kind == "seen":
            return True
        described = (
            each for each in self.marks if each.end == mark.at and each.kind in ("quality", "compared", "change")
        )
        return mark.kind in ("seen", "weak") and any(not each.text.endswith("ly") for each in described)


def _without_aims(marks: tuple[Mark, ...], lower: tuple[str, ...]) -> tuple[Mark, ...]:
    """ "Reads with Sam to improve…": what follows "to improve" is what it is for, once something is done."""
    for place, mark in enumerate(marks):
        is_aim = mark.kind in ("vague", "change", "helper") and mark.at and lower[mark.at - 1] in ("to", "for", "re")
        if is_aim and any(_is_done_first(earlier, mark) for earlier in marks[:place]):
            return marks[:place]
    return marks


def _is_done_first(earlier: Mark, aim: Mark) -> bool:
    """ "Get a plumber round to look at it": with a weak verb something has to stand between."""
    is_far = aim.at - earlier.end > len(("the", "plumber", "to"))
    return earlier.kind in ("seen", "doing") or (earlier.kind == "weak" and is_far)


def verdicts(line: Line, numbers: Iterable[Number], *, is_action: bool) -> tuple[Verdict, ...]:
    """Of each clause; `numbers` are the line's, and where its measure says how far it goes, the measure's."""
    found: list[Verdict] = []
    has_amount = any(number.says in AMOUNTS for number in numbers)
    for words in line.clauses:
        clause = Clause(words, is_action, any(each.kind == "hope" for each in found), line.words, has_amount)
        found.append(_verdict(clause))
    return tuple(found)


def _verdict(clause: Clause) -> Verdict:
    head, tools = clause.head, clause.has("tool")
    if tools and not clause.is_action:
        return Verdict("score", tools)
    return _is_not(clause) or (JUDGES[head.kind](clause, head) if head else _without_a_verb(clause))


def _is_not(clause: Clause) -> Verdict | None:
    """What does not happen any more can be seen not to happen; what nobody sees cannot.

    Nor does "nothing fancy" tell anyone what to do.
    """
    for mark in clause.marks:
        if mark.kind == "negated":
            has_more = mark.end < len(clause.words.lower) or mark.text == "stopped"
            hoped = [each for each in clause.after(mark) if each.kind in (*VAGUE, "compared")]
            has_more = has_more and bool(clause.after(mark) or not clause.is_action)
            return Verdict("seen", (clause.rest(mark),)) if has_more and not hoped else None
    return None


def _seen(clause: Clause, head: Mark) -> Verdict:
    if clause.is_action and head.text in entries("talking") and entries("told").isdisjoint(clause.line.lower):
        return Verdict("unknown")
    compared = [mark.text for mark in clause.after(head) if mark.kind == "compared"]
    talks = head.text in entries("talking")
    how = [
        mark.text
        for mark in clause.after(head)
        if mark.kind == "quality"
        and (
            talks
            or mark.text.endswith(MANNER)
            or mark.at == head.end
            or clause.words.lower[head.end : mark.at] == ("into",)
        )
    ]
    services = clause.has("service", "tool")
    if services and head.text in entries("arranging") and not clause.is_action:
        return Verdict("service", services)
    if how and not clause.is_counted:
        return Verdict("hope", (f"{head.text} … {how[0]}",))
    if compared and not clause.is_counted:
        return Verdict("compared", tuple(compared))
    return Verdict("seen", (clause.rest(head),))


def _weak(clause: Clause, head: Mark) -> Verdict:
    later = clause.after(head)
    if _is_passive(clause, head, later):
        return Verdict("seen", (clause.rest(head),))
    uses = head.text in entries("habit")
    first = next(
        (mark for mark in later if mark.kind in (*VAGUE, "compared") or (mark.kind == "seen" and not uses)), None
    )
    hoped = clause.has(*VAGUE)
    if first and first.kind == "seen":
        return _seen(clause, first)
    if hoped:
        changes = clause.line_has_amount and len(hoped) == len(clause.has("change"))
        return Verdict("seen", (clause.rest(head),)) if clause.is_gauged or changes else Verdict("hope", hoped)
    compared = clause.has("compared")
    if compared and not (clause.has_amount and clause.has("gauge", "thing")):
        return Verdict("compared", compared)
    if head.text in entries("losing") and not clause.has_amount and clause.words.lower[-1] in clause.has("gauge"):
        return Verdict("compared", clause.has("gauge"))
    services = () if head.text in PLACES else clause.has("service", "tool")
    if services and not _is_held(clause) and not _is_done_somewhere(clause, head):
        return Verdict("service", services)
    if clause.is_action and head.text in entries("being") and clause.has_amount and clause.marks[0].kind == "gauge":
        return Verdict("unknown")
    return Verdict("seen", (clause.rest(head),))


def _is_passive(clause: Clause, head: Mark, later: tuple[Mark, ...]) -> bool:
    """ "Bids to be placed on anything with three beds": what is done shows, whatever it is done to."""
    done = ("state", "doing") if clause.is_action else ("state",)
    is_done = head.text in entries("being") and bool(later) and later[0].kind in done and later[0].at == head.end
    unclear = ("compared",) if clause.is_action else ("service", "compared")
    return is_done and not clause.has(*unclear)


def _is_held(clause: Clause) -> bool:
    """ "Has an offer for a Level 1 course": the offer is what is there."""
    things = [mark for mark in clause.marks if mark.kind in ("thing", "service", "tool")]
    after = clause.words.lower[things[0].end : things[0].end + 1]
    return things[0].kind == "thing" and after in (("for",), ("at",), ("on",), ("from",))


def _is_done_somewhere(clause: Clause, head: Mark) -> bool:
    """Using a service is an action once it says which, where or when.

    It is not yet the change that a goal is: until someone "has been to six sessions" or "has met his social worker".
    """
    if not clause.is_action:
        past = [mark.text for mark in clause.marks if mark.kind == "weak"]
        return "met" in past or (clause.has_amount and not {"been", "attended", "completed"}.isdisjoint(past))
    named = any(word[0].isupper() for word in clause.words.said[head.end :])
    chosen = any(
        word in ("the", "her", "his", "their", "a", "an", "this", "that", "first", "next")
        for word in clause.words.lower[head.end :]
    )
    return named or chosen or clause.has_amount


def _vague(clause: Clause, head: Mark) -> Verdict:
    keeps = head.text in entries("keeping") and (clause.has("thing") or clause.has_amount) and not clause.has("quality")
    return Verdict("seen", (clause.rest(head),)) if keeps else Verdict("hope", (head.text, *_qualities(clause, head)))


def _change(clause: Clause, head: Mark) -> Verdict:
    measured = clause.is_gauged or (clause.line_has_amount and not clause.has("quality"))
    return (
        Verdict("seen", (clause.rest(head),)) if measured else Verdict("hope", (head.text, *_qualities(clause, head)))
    )


def _helper(clause: Clause, head: Mark) -> Verdict:
    """ "Helps Ella to cook tea": what the other person then does decides; "support around eating" is only a topic."""
    for mark in clause.after(head):
        if mark.kind in VAGUE:
            break
        is_topic = clause.words.lower[mark.at - 1] in entries("topic")
        if not is_topic and (mark.kind == "seen" or (mark.kind == "weak" and clause.has("thing"))):
            return Verdict("seen", (clause.rest(head),))
    return Verdict("hope", (head.text, *_qualities(clause, head)))


def _doing(clause: Clause, head: Mark) -> Verdict:
    return Verdict("seen", (clause.rest(head),)) if clause.is_action else _without_a_verb(clause)


def _without_a_verb(clause: Clause) -> Verdict:
    hoped = clause.has("quality")
    if hoped and not clause.is_gauged:
        return Verdict("hope", hoped)
    if clause.has("compared") and not clause.is_gauged:
        return Verdict("compared", clause.has("compared"))
    services = clause.has("service", "tool")
    is_dated = any(number.says == DATE for number in clause.numbers)
    is_planned = is_dated or sum(number.counts for number in clause.numbers) > 1 or "x" in clause.words.lower
    if services and not (clause.is_action and is_planned):
        return Verdict("service", services)
    if clause.words.lower[0] in data()["deadline"]["before"] and not clause.has("thing", "gauge"):
        return Verdict("unknown")
    tells = clause.has_proof or services or clause.is_gauged or _tells_to(clause)
    if tells or (not clause.after_hope and (clause.has("state") or clause.is_counted)):
        return Verdict("seen", (" ".join(clause.words.said),))
    return Verdict("unknown")


def _tells_to(clause: Clause) -> bool:
    """ "Unblock the sink", "Pair Tomos with Henry": no list holds every verb, but so does an order begin."""
    begins = clause.words.said[1:2]
    is_object = any(word.lower() in DETERMINERS or (word[0].isupper() and not word.isupper()) for word in begins)
    begins_so = clause.words.is_first and not clause.after_hope and clause.words.said[0].isalpha()
    is_long = begins_so and len(clause.words.said) >= data()["limits"]["an_order"]
    return clause.is_action and (is_object or is_long) and not any(mark.at == 0 for mark in clause.marks)


def _qualities(clause: Clause, head: Mark) -> tuple[str, ...]:
    return tuple(mark.text for mark in clause.after(head) if mark.kind == "quality")[:1]


JUDGES: dict[str, Callable[[Clause, Mark], Verdict]] = {
    "seen": _seen,
    "weak": _weak,
    "vague": _vague,
    "change": _change,
    "helper": _helper,
    "doing": _doing,
}


def is_so(line: Line) -> bool:
    """ "Dad is employed", "be home by 9": it is so or not, and nothing follows that could blur it."""
    return any(_ends_plainly(words) for words in line.clauses)


def _ends_plainly(words: Words) -> bool:
    ends = {at for at in range(len(words.lower) + 1) if words.lower[at : at + 1] in ((), ("by",), ("at",), ("before",))}
    beings = {mark.end for mark in words.marks if mark.text in entries("being")}
    return any(
        mark.end in ends and (mark.text in PLACES or (mark.kind in ("state", "doing") and mark.at in beings))
        for mark in words.marks
    )


def is_finished(line: Line, *, is_action: bool) -> bool:
    """Whether it names something that is done or not done, though it is no change: "attends the course"."""
    done = [mark for mark in line.marks if mark.text in entries("finished")]
    first = next((mark for mark in line.marks if mark.kind in VERBS), None)
    is_task = is_action and first in done
    is_named = any(f" {word} " in line.words.text for word in data()["finished"]["words"])
    is_named = is_named or (is_action and " referral " in line.words.text)
    return is_named or bool(is_task) or bool(done and line.found("service")) or bool(line.found("tool") and is_action)
