"""Choosing a format, and the file of answers alone."""

import pytest
from pydantic_core import from_json
from samples import ENVELOPE, sample

from pyforms.exporters import FORMATS, UnknownFormat, write


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_document_is_always_the_same_file(kind):
    assert write(sample(), kind) == write(sample(), kind)


def test_an_unknown_format_says_which_there_are():
    with pytest.raises(UnknownFormat, match="'xls'; there are html, json, pdf") as refusal:
        write(sample(), "xls")
    assert isinstance(refusal.value, KeyError)


def test_the_answers_alone_are_the_envelope_set_out_to_be_read():
    data = write(sample(), "json")
    assert from_json(data) == ENVELOPE
    assert "محمد".encode() in data
    assert data.count(b"\n") > len(ENVELOPE)


def test_a_document_without_answers_has_none_to_save():
    with pytest.raises(ValueError, match="holds no answers"):
        write(sample(envelope=None), "json")


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_document_without_answers_is_still_a_document(kind):
    assert write(sample(envelope=None), kind)
