"""Words that may tell of danger of which this record knows enough already: nobody is asked about them once more."""

from pyforms import danger
from pyforms.consent import kept_from, names, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.danger import Sign, asking

UNCLEAR = {"unclear"}  # the kind of danger that words such as "don't tell" are read as
LABELS = {
    "relationship", "interpreter", "heard_by", "job", "reach", "name", "said_by", "wished_by", "whose", "judged_by",
    "decided_by", "practice", "address",
}  # fmt: skip


def is_settled(answers: ConsentAnswers, path: str, sign: Sign) -> bool:
    """What could not be read was settled by nobody."""
    return sign.means != asking.UNREAD and (
        _is_in_a_label(path, sign) or _is_only_a_wish(path, sign) or is_known(answers, sign)
    )


def _is_in_a_label(path: str, sign: Sign) -> bool:
    """A name, a job or what somebody is to a child is no sentence; danger that is told outright there still is, but for
    what a service is called."""
    is_label = path.rpartition(".")[2] in LABELS
    return (is_label and not sign.stated) or names.is_in_a_name(path, sign.said)


def is_a_wish(path: str, sign: Sign) -> bool:
    """“Please do not tell Dad” is what the box is for: alone it tells of no danger. What else the sentence says is read
    without that."""
    is_kept = path == "restrictions" and bool(kept_from.unknowing(sign.said))
    is_vague = not sign.stated and {*sign.kinds} <= UNCLEAR
    return is_kept and is_vague and not danger.read(kept_from.without_the_wish(sign.said))


def _is_only_a_wish(path: str, sign: Sign) -> bool:
    """What was raised by the weight of its words is asked about, though its own part may weigh little."""
    return bool(sign.kinds) and is_a_wish(path, sign)


def is_known(answers: ConsentAnswers, sign: Sign) -> bool:
    """Those who must know do, of all the danger in this record: but not of what its own words say was later."""
    return said.is_told(answers) and sign.said not in said.newer_than_known(answers, stated=False)
