"""Blank forms for paper stand beside every form's page."""

import io

import pypdf
import pytest

from publish import printables
from pyforms import FORM_IDS, get


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    printables.write(folder)
    return folder


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_form_has_a_blank_that_opens_with_what_to_do_in_danger(site, form_id):
    reader = pypdf.PdfReader(io.BytesIO((site / f"forms/{form_id}/{form_id}-blank.pdf").read_bytes()))
    first = reader.pages[0].extract_text()
    assert reader.metadata.title == get(form_id).title
    assert "Call 999" in first
    assert first.index("Call 999") < first.index("Write in the spaces")


def test_the_same_forms_give_the_same_bytes(site, tmp_path):
    printables.write(tmp_path)
    for file in site.rglob("*.pdf"):
        assert (tmp_path / file.relative_to(site)).read_bytes() == file.read_bytes()
