"""An adult whose work keeps them away is no child whom nobody can see; a home that lets nobody in is asked about."""

import pytest

from pyforms import danger


@pytest.mark.parametrize(
    "text",
    [
        "He drives lorries and cannot come in till Friday.",
        "He works away and cannot come in this week",
        "Tom is on a rig and can't come in until the 4th",
        "She can't come in, she is on shift at the hospital",
        "he's deployed with the army and can't come in",
        "Cannot come in as she has no car",
        "She cannot get in to see us till next week",
        "Dad can't get in to the office as he drives a taxi",
    ],
)
def test_a_grown_up_whose_work_keeps_them_away_is_no_child_whom_nobody_can_see(text):
    assert "not_seen" not in {kind for sign in danger.read(text) for kind in sign.kinds}


@pytest.mark.parametrize(
    "text",
    [
        "We cant get in",
        "I have been three times and can't even get in",
        "Mum says she is busy and we cannot get in to see the baby",
        "Dad says we can't come in",
        "the health visitor can't get in",
    ],
)
def test_a_home_that_nobody_is_let_into_is_asked_about(text):
    assert [kind for sign in danger.read(text) for kind in sign.kinds] == ["not_seen"]
