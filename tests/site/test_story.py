"""The whole story: type while Python loads, mend, read, save four files, open each.

With Python in the browser; on a phone with CPython behind the bridge (test_family_story.py has the other way round).
"""

import json
import re
import subprocess
from io import BytesIO
from shutil import which

import docx
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from test_family_story import open_part
from test_form_page import unfold

import pyforms

NOTES = "Sees Łukasz’s mum Siân at 8.50, <b>late</b> & upset; =1+1"
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def opened(new_page, site_url, form="threshold", query="?area=torbay", **options):
    page = new_page(accept_downloads=True, **options)
    page.goto(f"{site_url}forms/{form}/{query}")
    return page


def submit(page, state):
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", state)


def download(page, file_format):
    with page.expect_download() as waiting:
        page.click(f"[data-format={file_format}]")
    file = waiting.value
    assert re.fullmatch(rf"early-help-threshold-\d{{4}}-\d\d-\d\d\.{file_format}", file.suggested_filename)
    return file.path().read_bytes()


def tell(page):
    """A practitioner's answers, typed by hand."""
    page.get_by_label("No", exact=True).first.check()
    page.fill("[name=child_age]", "9")
    open_part(page.locator(".eh-section"))
    page.evaluate("document.querySelectorAll('.eh-section').forEach((section) => { section.open = true })")
    page.check("[name='concerns.missing_school.step'][value=some_absence]")
    page.select_option("[name='concerns.missing_school.impact']", "some")
    page.fill("[name='concerns.missing_school.notes']", NOTES)


@pytest.mark.parametrize(("where", "options"), [("site_url", {}), ("answered_url", PHONE)], ids=["desktop", "phone"])
def test_from_an_empty_page_to_four_files_that_other_programs_open(new_page, request, where, options):
    page = opened(new_page, request.getfixturevalue(where), **options)
    page.fill("[name=reference]", "typed before Python was there")
    submit(page, "invalid")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(page.locator("[name=reference]")).to_have_value("typed before Python was there")

    tell(page)
    submit(page, "ready")
    result = page.locator("[data-result]")
    expect(result).to_contain_text("Level 2 (Early Help)")
    expect(result).to_contain_text(NOTES)
    expect(result).to_contain_text("within 20 working days")

    saved = json.loads(download(page, "json"))
    assert saved["answers"]["concerns"]["missing_school"]["notes"] == NOTES
    assert saved["area"] == "torbay"

    web = download(page, "html")
    pdf = download(page, "pdf")
    word = download(page, "docx")
    for file in (web, pdf, word):
        assert pyforms.open_saved(file).answers == saved["answers"]

    alone = new_page(java_script_enabled=False)
    alone.set_content(web.decode())
    assert NOTES in alone.locator("body").inner_text()
    assert NOTES in " ".join(text_of_pdf(pdf).split())
    assert NOTES in text_of_word(word)


def text_of_pdf(pdf):
    if which("pdftotext"):
        return subprocess.run(
            ("pdftotext", "-layout", "-", "-"), input=pdf, capture_output=True, check=True
        ).stdout.decode()
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def text_of_word(word):
    document = docx.Document(BytesIO(word))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_a_worry_in_ones_own_words_leads_to_its_ladder(new_page, site_url):
    page = opened(new_page, site_url)
    page.get_by_label("Find it in your own words").fill("dad hits mum")
    page.get_by_role("button", name="Find").click()
    found = page.get_by_role("link", name=re.compile("Domestic abuse"))
    expect(found.first).to_be_visible()
    found.first.click()
    expect(page.locator("[name='concerns.domestic_abuse.step']").first).to_be_visible()
    assert page.locator("[name='concerns.domestic_abuse.step'][value='']").is_checked()


def test_the_scores_and_their_chart_can_be_saved_alone(new_page, site_url):
    page = opened(new_page, site_url, "scaling", query="")
    unfold(page)
    page.select_option("#example", "towards-the-hope-in-torbay")
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[data-training]")).to_be_visible()
    submit(page, "ready")
    for button, ending, start in (
        ("Scores (CSV)", "scores.csv", b"\xef\xbb\xbfDate,"),
        ("Chart (SVG)", "chart.svg", b"<svg"),
        ("Chart (PNG)", "chart.png", b"\x89PNG"),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        assert re.fullmatch(rf"early-help-scaling-\d{{4}}-\d\d-\d\d-{ending}", waiting.value.suggested_filename)
        assert waiting.value.path().read_bytes().startswith(start)
