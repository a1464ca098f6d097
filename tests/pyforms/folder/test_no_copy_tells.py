"""Whatever a folder holds: what is private, refused or for somebody else stands in nobody’s copy, in no byte of it."""

import html
import io
import json
import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from test_bundle import bundle
from test_copies import TODAY, act, consent, copied, folder, plan, whom

NAMES = {"p-dana": "Dana Reed", "p-carl": "Carl Reed", "p-noor": "Noor Haddad", "p-ella": "Ella"}
# Words that stand nowhere else, so that a copy that holds one was told it.
FACTS = {
    "home": "{at} Quillmarsh Road",
    "reach": "07700 9001{at}",
    "relation": "adopted by Vexley{at}",
}
OF_A_FORM = "wordsof{at}only"


def told(place):
    return {fact: words.format(at=f"{place + 11}") for fact, words in FACTS.items()}


PEOPLE = [
    {"id": each, "name": name, "who": "child" if each == "p-ella" else "parent", **told(place)}
    for place, (each, name) in enumerate(NAMES.items())
]
PRIVATE = st.dictionaries(
    st.sampled_from([*NAMES]),
    st.lists(st.sampled_from([*FACTS, "all"]), unique=True, min_size=1),
)
TEXTS = st.sampled_from(["", *(f"We met at {told(place)[fact]}." for place in range(len(NAMES)) for fact in FACTS)])
PLANS = st.lists(
    st.tuples(st.sampled_from(["family", "team", "manager"]), TEXTS, st.booleans(), st.sampled_from(["", *NAMES])),
    max_size=3,
)
AGENCIES = st.lists(
    st.tuples(st.sampled_from(["Oak Primary", "Hill Surgery"]), st.sampled_from(["yes", "no"])), max_size=2
)
WISHES = st.sampled_from(["", "Carl must not know about hiddenwish"])


def form(place, for_whom, text, half_done, who):
    held = plan(
        name=f"i-{place}", for_whom=for_whom, adults_say=f"{OF_A_FORM.format(at=place)}. {text} {NAMES.get(who, '')}"
    )
    if half_done:
        answers = held["saved"].pop("answers")
        held["saved"] |= {"state": "unfinished", "entries": [["adults_say", answers["adults_say"]]]}
    return held


def made(plans, private, agencies, wish):
    said = consent(
        agencies=[{"name": name, "may": may} for name, may in agencies], restrictions=wish, wished_by="Dana Reed"
    )
    return folder(said, *(form(place, *each) for place, each in enumerate(plans)), people=PEOPLE, private=private)


def plain(data):
    """What stands in it without gaps and dashes, for looking words up."""
    text = data if isinstance(data, str) else data.decode(errors="replace")
    return re.sub(r"[\s\u2010-\u2015-]+", "", html.unescape(text)).lower()


def stands_in(words, data):
    """A name stands as a word of its own: without gaps “tell a” would hold an Ella."""
    if words not in [name.split()[0] for name in NAMES.values()]:
        return plain(words) in plain(data)
    return bool(re.search(rf"\b{words}\b", data if isinstance(data, str) else data.decode()))


def pdf_text(data):
    reader = PdfReader(io.BytesIO(data))
    assert not reader.attachments
    about = " ".join(map(str, (reader.metadata or {}).values()))
    return about + " ".join(page.extract_text() for page in reader.pages)


def kept_from(held, recipient):
    """Every word that this reader may not have, whatever is chosen for them."""
    inside = recipient["id"] in ("team", "manager")
    others = [each for each in held["people"] if each["id"] != recipient["id"]]
    for person in others:
        yield from (person["name"].split()[0] if fact == "all" else person[fact] for fact in person["private"])
    for item in held["items"]:
        if item["for_whom"] == "manager" and recipient["id"] != "manager" and item["id"] != "i-consent":
            yield OF_A_FORM.format(at=item["id"].removeprefix("i-"))
        if item["for_whom"] == "team" and recipient["kind"] in ("family", "person") and item["id"] != "i-consent":
            yield OF_A_FORM.format(at=item["id"].removeprefix("i-"))
    if not inside:
        yield "hiddenwish"


def refuses(held, recipient):
    (record,) = [each for each in held["items"] if each["id"] == "i-consent"]
    return any(
        each["name"] == recipient["name"] and each["may"] == "no" for each in record["saved"]["answers"]["agencies"]
    )


@settings(deadline=None, max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(made, PLANS, PRIVATE, AGENCIES, WISHES), st.booleans(), st.randoms(use_true_random=False))
def test_no_copy_and_no_bundle_holds_a_word_that_its_reader_may_not_have(held, everything, chance):
    items = [each["id"] for each in held["items"]] if everything else None
    recipients = [*whom(held).values()]
    printed = chance.choice(recipients)["id"]
    for recipient in recipients:
        copy = copied(held, recipient["id"], items)["folder"]
        written = [json.dumps(copy, ensure_ascii=False), bundle(held, recipient["id"], items, format="html")]
        if recipient["id"] == printed:
            written.append(pdf_text(bundle(held, printed, items, format="pdf")))
        kept = {*kept_from(held, recipient)}
        for words in kept:
            assert not any(stands_in(words, each) for each in written), (recipient["id"], words)
        if refuses(held, recipient):
            assert copy["items"] == copy["people"] == []


def test_the_words_are_there_to_be_found_for_whoever_may_have_them():
    held = made([("team", f"We met at {told(0)['home']}.", False, "")], {}, [("Oak Primary", "yes")], "")
    for written in (bundle(held, "team", format="html"), pdf_text(bundle(held, "team", format="pdf"))):
        assert plain(told(0)["home"]) in plain(written)
        assert plain(OF_A_FORM.format(at=0)) in plain(written)
    assert plain(told(0)["home"]) in plain(json.dumps(copied(held, "team")["folder"]))
    assert act("copy", folder=held, recipient="manager", items=None, today=TODAY)["folder"]["people"]


def test_the_teams_bundle_does_not_say_of_whom_consent_tells_where_that_record_stays_out():
    held = made([], {"p-carl": ["all"]}, [("Oak Primary", "yes")], "")
    for recipient in ("team", "manager", "family", "p-dana"):
        assert "Carl" not in bundle(held, recipient, ["i-consent"], format="html").decode()
    assert "Carl" in bundle(held, "team", ["i-consent"], format="html", private=["p-carl.all"]).decode()
