"""A table as CSV opens in a spreadsheet as what it says, whatever an answer holds."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyforms.document import Table
from pyforms.exporters import tables


def read(table):
    return list(csv.reader(io.StringIO(tables.csv_of(table).decode("utf-8-sig"), newline="")))


def test_names_in_any_script_come_through_and_excel_can_tell_the_encoding():
    table = Table("Names", ("Who",), (("Łukasz",), ("محمد",), ("ਗੁਰਪ੍ਰੀਤ",)))
    assert tables.csv_of(table).startswith(b"\xef\xbb\xbf")
    assert read(table) == [["Who"], ["Łukasz"], ["محمد"], ["ਗੁਰਪ੍ਰੀਤ"]]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\t=1"])
def test_a_formula_in_an_answer_is_plain_text(formula):
    ((_,), (cell,)) = read(Table("Sums", ("Sum",), ((formula,),)))
    assert cell.startswith("'")


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4))
def test_no_answer_breaks_out_of_its_cell(rows):
    assert [len(row) for row in read(Table("Any", ("a", "b"), tuple(map(tuple, rows))))] == [2] * (len(rows) + 1)
