"""What a picture says of its text: everything is counted, and as much is named as anyone would mend."""

from pyforms.genogram.account import MOST, account


def test_of_thousands_of_lines_that_cannot_be_read_a_hundred_are_named_and_all_are_counted():
    found = account("\n".join(["Ella: girl, born 2015, this child", *["?? !!"] * 20_000]))
    assert len(found.problems) == MOST + 1
    assert found.problems[-1] == "and 19,900 more"
    assert found.in_all == 20_000
