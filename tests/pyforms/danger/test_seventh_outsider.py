"""What a seventh outsider found named wrongly, with neighbours: first what may cost a life."""

import pytest

from pyforms import danger


def kinds_of(text, age=None):
    return {kind for sign in danger.read(text, age=age) for kind in sign.kinds}


def is_red(text):
    return any(sign.stated for sign in danger.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "baby is 3 wks old and wont wake up for feeds, gone all floppy and hot",
        "baby wont wake up for feeds",
        "he wont wake up properly and hes breathing funny, hes 5 months",
        "my little girl cant wake up properly and wont drink, been sick all day",
        "she fell off the bed this morning and wont wake up",
        "my mum wont wake up",
        "my husband won't wake up and I don't know what to do",
        "he was sick and now he wont wake",
        "burning up since last night and he won't wake up",
    ],
)
def test_who_will_not_wake_is_ill_and_has_no_wish_to_die(text):
    assert "emergency" in kinds_of(text)
    assert not kinds_of(text) & {"suicide", "suicide_hint", "physical_harm"}
    assert is_red(text)


@pytest.mark.parametrize(
    "text", ["he wont wake up", "our daughter won't wake up", "my 2 year old wont wake", "I can't get her to wake"]
)
def test_who_will_not_wake_is_asked_about_where_nothing_more_is_told(text):
    assert kinds_of(text) == {"emergency"}


@pytest.mark.parametrize(
    "text",
    [
        "he sleeps well and wont wake up for school lol",
        "she won't wake up in the mornings",
        "my teenager wont wake up till noon at the weekend",
        "he can't wake up for college",
    ],
)
def test_who_will_not_wake_up_for_school_is_no_sign(text):
    assert not danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "I wish I wouldn't wake up",
        "I don't want to wake up",
        "i hope i dont wake up tomorrow",
        "she says she hopes she wont wake up",
        "he said he wants to go to sleep and never wake up",
        "if i take them all i wont wake up",
    ],
)
def test_who_does_not_want_to_wake_is_asked_about_suicide(text):
    assert "suicide" in kinds_of(text)
    assert "emergency" not in kinds_of(text)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("my partner hit me again last nite infront of the kids, i just want it to stop", "domestic_abuse"),
        ("he hits me, i just want it all to stop", "domestic_abuse"),
        ("he pushes me about when hes had a drink, i just want it to stop for the kids sake", "domestic_abuse"),
        ("My husband strangled me on Friday. I want it to stop.", "strangling"),
        ("my son punches me when he is angry and i want it to stop", "physical_harm"),
        ("I want it to stop. Her uncle touches her privates", "sexual_abuse"),
    ],
)
def test_who_tells_of_a_harm_wants_the_harm_to_stop(text, harm):
    assert harm in kinds_of(text)
    assert "suicide" not in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "kids at school call him names and i want it to stop",
        "he is bullied and she wants it to stop",
        "the neighbours play loud music all night and we want it to stop",
        "my ex calls me names and shouts at me in front of the kids and i want it to stop",
    ],
)
def test_who_wants_a_milder_harm_to_stop_is_not_asked_about_suicide(text):
    assert kinds_of(text) <= {"peer_assault", "control", "domestic_abuse"}


@pytest.mark.parametrize(
    "text",
    [
        "I want it all to stop",
        "i just want it to be over",
        "they call me names every day and i want it all to stop",
        "I cut my arms every night. I want it all to stop",
        "he hits me and i want to die",
        "the noise in my head, i want it to stop",
        "he hits me, i want it to stop, i cant go on, kids better off without me",
    ],
)
def test_who_wants_it_all_to_stop_with_no_harm_told_is_asked_about_suicide(text):
    assert "suicide" in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "she has been scratching her arms when shes upset at school, says it helps",
        "she scratches her arms when shes upset",
        "my daughter has been scratching her arms when shes upset",
        "he scratches his legs when he is stressed",
        "she scratches her wrists",
    ],
)
def test_who_scratches_their_own_arms_harms_themselves_and_nobody_else(text):
    assert kinds_of(text) == {"self_harm"}


@pytest.mark.parametrize("text", ["my husband scratched my arms when he was angry", "he scratched her arms and face"])
def test_who_scratches_another_is_still_read(text):
    assert kinds_of(text) & {"physical_harm", "domestic_abuse"}


def test_who_scratches_for_eczema_is_no_sign():
    assert not danger.read("she scratches her arms because of her eczema, we have cream from the doctor")


@pytest.mark.parametrize(
    "text",
    [
        "Told TA on Tues that dad hits him with the belt when school rings home.",
        "Told his teacher that mum slaps him round the head.",
        "Disclosed to TA that mum's boyfriend kicked him on Sunday.",
        "She told her tutor yesterday that her stepdad punches her",
        "He said to the nurse that his uncle hits him",
        "Told the coach about dad hitting him",
        "Told TA on 3 Nov that dad hits him",
        "Told head of year that dad punched her",
        "Told his keyworker, mum hit him",
        "Teacher was told that dad hits him",
        "TA heard him say dad slaps him",
        "Told TA he doesn't want to go home because dad hits him",
    ],
)
def test_a_member_of_staff_who_was_told_did_nothing(text):
    assert "physical_harm" in kinds_of(text)
    assert not kinds_of(text) & {"staff", "sexual_abuse"}


@pytest.mark.parametrize(
    "text",
    [
        "Told mum that the TA hit him",
        "He said his teacher hit him",
        "She told dad that her tutor slapped her",
        "He told his teacher that the coach hit him",
        "He said the teacher slapped him and mum is upset",
        "He said his TA hit him and his dad hits him",
        "he said the TA messages his mum and him at night",
        "he said the coach gives him beer at his house and mum doesn't know",
        "She said her teacher told her not to tell her mum",
    ],
)
def test_a_member_of_staff_who_did_it_is_an_allegation(text):
    assert "staff" in kinds_of(text)


def test_dad_who_touches_is_sexual_abuse_whoever_was_told():
    assert "sexual_abuse" in kinds_of("Told TA on Tues that dad touches her privates")
    assert "staff" not in kinds_of("Told TA on Tues that dad touches her privates")


@pytest.mark.parametrize(
    "text",
    [
        "ptnr put hands round her neck on Sat, she couldnt breathe",
        "He had his hands round my throat and I couldn't breathe",
    ],
)
def test_who_is_strangled_and_cannot_breathe_is_no_ill_child(text):
    assert "strangling" in kinds_of(text)
    assert "emergency" not in kinds_of(text)


@pytest.mark.parametrize(
    "text", ["She couldn't breathe last night, her lips went blue", "baby is choking, cant breathe"]
)
def test_who_cannot_breathe_is_ill_where_nobody_strangled_them(text):
    assert "emergency" in kinds_of(text)


def test_who_begs_for_silence_is_asked_about_and_begs_for_no_food():
    assert kinds_of("Begged HV not to say anything.") == {"unclear"}
    assert "unsafe_care" in kinds_of("She is begging food from the neighbours")


@pytest.mark.parametrize(
    "text",
    [
        "Mum locks meds away.",
        "Medicines locked away",
        "Paracetamol and sharps are locked away",
        "Dad has locked up all the tablets",
        "From 1 December no more home visits.",
        "no more home visits please, they always come at tea time",
        "maths is killing me and my head of year is always on my back",
        "broke her arm in june on the trampoline",
        "shes doing great in gymnastics, broke her arm in june on the trampoline but back at it now",
        "he broke his arm in june falling off the trampoline",
        "he broke his wrist on his scooter",
    ],
)
def test_what_is_kept_safe_a_visit_a_saying_and_a_fall_in_play_are_no_signs(text):
    assert not danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "He locks her in her room away from us",
        "we have no home from 1 December",
        "He said he is going to kill me",
        "Her partner broke her arm in June",
    ],
)
def test_what_is_locked_in_lost_threatened_or_broken_by_somebody_is_still_read(text):
    assert danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "i drink most nights once the kids in bed, probly too much. want to cut down",
        "I drink wine every night when the kids are asleep",
    ],
)
def test_a_parent_who_drinks_when_the_children_are_in_bed_is_asked_calmly(text):
    assert "intoxicated_carer" in kinds_of(text)
    assert not is_red(text)


def test_a_parent_who_is_drunk_in_charge_is_still_told():
    assert is_red("I get drunk most nights when I am looking after the kids and pass out on the sofa")


@pytest.mark.parametrize(
    "text",
    [
        "he has new trainers and a second phone and wont say where from. gets picked up in a car",
        "he has two phones",
        "she has a second phone",
    ],
)
def test_new_things_and_a_second_phone_raise_exploitation_and_nothing_sexual(text):
    assert kinds_of(text) == {"criminal_exploitation"}
    assert not is_red(text)


def test_older_men_who_pick_a_child_up_stay_sexual_exploitation():
    assert "sexual_exploitation" in kinds_of("she gets picked up in a car by older men")


@pytest.mark.parametrize(
    "text",
    [
        "i leave the kids with the telly on while i pop to work for a couple hours, theyre 3 and 5",
        "I leave them with the telly while I do a cleaning job",
    ],
)
def test_who_leaves_small_children_with_the_telly_and_goes_to_work_is_asked_who_looks_after_them(text):
    assert "unsafe_care" in kinds_of(text)
