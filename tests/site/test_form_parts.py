"""A form's page is sent what it needs to start, with its own form and no other."""

from pathlib import PurePosixPath

import pytest
from playwright.sync_api import expect

import pyforms
from publish.serve import Handler, serving

PATIENCE = 60_000
START = {"engine", "library", "packages", "pydantic_core", "forms"}


@pytest.mark.parametrize("form_id", pyforms.FORM_IDS)
def test_a_form_s_page_is_sent_its_own_form_and_no_other_to_give_a_result(site_folder, page, form_id):
    asked = []

    class Listening(Handler):
        def do_GET(self):  # noqa: N802 - http.server's name
            asked.append(PurePosixPath(self.path))
            super().do_GET()

    with serving(site_folder, handler=Listening) as address:
        page.goto(f"{address}forms/{form_id}/")
        page.select_option("[data-example]", index=1)
        page.click("[data-load-example]")
        expect(page.locator("[name=training_example]")).not_to_have_value("", timeout=PATIENCE)
        page.click("form[data-form] button[type=submit]")
        page.wait_for_selector("[data-result][data-state=ready]", timeout=PATIENCE)
    assert {path.name.split(".")[0] for path in asked if path.suffix == ".data"} == START | {form_id}
