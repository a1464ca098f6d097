"""A folder on paper is for one reader: it holds what their copy holds, and the team’s alone says who may not know."""

import io
import json

import pytest
from folder_page import b64, opened
from pypdf import PdfReader
from test_copies import ADDRESS, TODAY, act, consent, folder, plan

from pyforms import worker

KEPT = "Carl must not know about the baby"


def bundle(held, recipient, items=None, format="document", **more):  # noqa: A002 - the contract's name
    args = {"act": "bundle", "folder": held, "recipient": recipient, "items": items, "today": TODAY, "format": format}
    answer = worker.call(json.dumps({"call": "folder", "args": {**args, **more}}))
    return answer if isinstance(answer, bytes) else json.loads(answer)["result"]


def headings(made):
    return [each["text"] for each in made["document"]["blocks"] if each["block"] == "heading" and each["level"] == 2]


def words(made):
    return json.dumps(made["document"], ensure_ascii=False)


def test_the_teams_bundle_begins_with_contents_people_state_dates_and_consent_then_every_form():
    made = bundle(folder(consent(), plan()), "team")
    assert headings(made) == [
        "In this bundle",
        "Who is who",
        "Where things stand",
        "Next dates",
        "What each person agreed to",
        "Consent record, 1 September 2026",
        "SMART plan, 8 September 2026",
    ]
    assert made["html"].startswith('<div class="eh-document"')


def test_who_may_not_know_what_is_only_in_bundles_for_the_team():
    held = folder(consent(restrictions=KEPT, wished_by="Dana Reed"), plan())
    assert KEPT in words(bundle(held, "team"))
    assert "Hill Surgery" in words(bundle(held, "team"))
    for recipient in ("family", "p-carl", "p-dana", "service:Oak Primary"):
        made = bundle(held, recipient, ["i-plan", "i-consent"])
        assert KEPT not in words(made)
        assert "Hill Surgery" not in words(made)
        assert "What each person agreed to" not in headings(made)


def test_each_person_reads_their_own_page_of_a_consent_record_and_no_one_elses():
    held = folder(consent(agencies=[{"name": "Oak Primary", "may": "yes"}]), plan())
    assert "Dana Reed: what you agreed to" in headings(bundle(held, "p-dana"))
    assert "Carl Reed: what you agreed to" not in words(bundle(held, "p-dana"))
    for recipient in ("family", "service:Oak Primary", "p-ella"):
        assert "what you agreed to" not in words(bundle(held, recipient, ["i-plan", "i-consent"]))
    assert not any(title.startswith("Consent record") for title in headings(bundle(held, "family")))


def test_an_html_bundle_holds_the_copys_data_and_opens_again():
    held = folder(consent(), plan(), private={"p-dana": ["home"]})
    made = bundle(held, "family", format="html")
    assert ADDRESS not in made.decode()
    again = opened(made)
    copy = act("copy", folder=held, recipient="family", items=None, today=TODAY)["folder"]
    assert again["left_out"] == []
    assert [each["id"] for each in again["folder"]["items"]] == [each["id"] for each in copy["items"]]
    assert again["folder"]["people"] == copy["people"]
    assert "opened again on the page “The family’s folder”" in made.decode()


def test_a_pdf_bundle_holds_only_what_can_be_seen():
    made = bundle(folder(consent(), plan()), "team", format="pdf")
    read = PdfReader(io.BytesIO(made))
    assert not read.attachments
    shown = " ".join(page.extract_text() for page in read.pages)
    assert "Where things stand" in shown
    assert "Mornings go better" in shown


def test_an_html_bundle_of_a_folder_is_told_apart_on_a_single_forms_page():
    made = bundle(folder(plan()), "team", format="html")
    args = {"form": "smart-plan", "data": b64(made), "area": "kent"}
    answer = json.loads(worker.call(json.dumps({"call": "open", "args": args})))
    assert "family’s folder" in answer["error"]["message"]


def test_half_done_work_is_printed_as_it_was_typed_and_says_so():
    half = plan()
    entries = [["plan_day", "tomorrow"], ["needs.0.change", "Mornings"]]
    half["saved"] = {**half["saved"], "state": "unfinished", "entries": entries}
    del half["saved"]["answers"]
    made = bundle(folder(half), "team")
    assert "tomorrow" in words(made)
    assert "This is not finished: nothing of it has been checked." in words(made)


@pytest.mark.parametrize("recipient", ["family", "team"])
def test_a_training_example_is_marked_on_every_bundle(recipient):
    made = bundle(folder(consent(), plan(training_example="Mornings")), recipient, ["i-plan"])
    assert made["document"]["training"] == "Training example: Mornings"


def test_an_empty_folder_makes_a_bundle_that_says_so():
    assert "No form is in it." in words(bundle(folder(people=[]), "team"))
