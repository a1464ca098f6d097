"""What the reader of danger makes of sentences: red only for what is said outright, silence for the harmless."""

import string
import time

import pytest
from danger_figures import sentences, share, table, verdict

import pyforms
from pyforms import danger, fields
from pyforms.danger import kinds, reader
from pyforms.form import FORM_IDS
from pyforms.resources import read_toml
from pyforms.threshold.concerns import by_id


@pytest.mark.parametrize(
    "text",
    [
        "He strangled her last night",
        "daddy touches her at night",
        "Daddy touches me at night and I want to die",
        "My partner strangled me last night and hit the baby",
        "he is on the sex offenders register",
        "I think he is going to hurt them tonight",
        "she woke up with marks on her neck",
        "won't let her have her phone",
        "She is scared to go home",
    ],
)
def test_danger_that_is_said_outright_is_stated(text):
    assert verdict(text) == "red"


@pytest.mark.parametrize(
    "text",
    [
        "he has never hit her",
        "dad used to hit mum years ago",
        "some pushing",
        "Nobody has seen the child for 5 weeks",
        "Mum will not let the health visitor in",
        "No concerns about DV",
        "Denies any thoughts of suicide",
    ],
)
def test_danger_that_is_denied_or_long_ago_or_may_be_there_is_asked_about(text):
    assert verdict(text) == "asked"


@pytest.mark.parametrize(
    "text",
    [
        "nearly choked on a grape",
        "she hit the ball",
        "He goes to a kick-boxing club",
        "killing time before the bus",
        "Her phone died on the way home",
        "They are stuck in traffic every morning",
    ],
)
def test_a_harmless_sentence_is_not_asked_about(text):
    assert verdict(text) == "silent"


@pytest.mark.parametrize("text", ["He has never hit her but last night he strangled her", "Never before. He hit her."])
def test_what_is_stated_beside_a_denial_is_stated(text):
    assert verdict(text) == "red"


@pytest.mark.parametrize(
    "text",
    ["stranglled me on saterday", "he hitme and pushd me", "she wants to killherself", "he strangeld her", "RAPED ME"],
)
def test_slips_and_words_run_together_are_understood(text):
    assert verdict(text) == "red"


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("DV incident last night, baby present", "domestic_abuse"),
        ("SI disclosed at school", "self_harm"),
        ("Took an OD", "self_harm"),
        ("?NAI", "physical_abuse"),
        ("stepdad RSO", "risk_person"),
        ("CSE and CCE concerns", "criminal_exploitation"),
        ("HBA risk", "honour_abuse"),
    ],
)
def test_professionals_abbreviations_are_read(text, concern):
    assert any(concern in sign.concerns for sign in danger.read(text))


def test_danger_at_the_end_of_a_long_text_is_found_and_only_its_sentence_is_told():
    calm = "We went to the park and had chips. " * 280
    signs = danger.read(f"{calm}He strangled her.")
    assert [(sign.said, sign.stated) for sign in signs] == [("He strangled her", True)]


@pytest.mark.parametrize("said", ["My partner strangled me, and I am scared of it", "the baby was hit by him so I was"])
def test_a_sentence_is_told_as_it_was_typed_with_its_small_words(said):
    assert [sign.said for sign in danger.read(f"It rained. {said}. We are well.")] == [said]


def test_of_a_long_sentence_without_a_stop_the_part_about_danger_is_told():
    calm = "and then we went to the park " * 100
    (sign,) = danger.read(f"{calm} and he strangled her {calm}")
    assert "he strangled her" in sign.said
    assert len(sign.said) < 300


@pytest.mark.parametrize("text", ["", " ", "...", "😀", "12", "\n\n", "a" * 10_000])
def test_a_text_without_words_is_silent(text):
    assert danger.read(text) == ()


def noise(letters, length, seed=7):
    """Letters in no order that any reader could know, the same every time."""
    made = []
    for _ in range(length):
        seed = seed * 1_103_515_245 + 12_345 & 0x7FFFFFFF
        made.append(letters[(seed >> 8) % len(letters)])
    return "".join(made)


@pytest.mark.parametrize(
    "text",
    [
        "he hit me " * 1_000,
        "strangel. " * 1_000,
        "," * 10_000,
        "a-" * 5_000,
        "7" * 10_000,
        "7 " * 5_000,
        "7." * 5_000,
        " ".join(map(str, range(2_000))),
        noise("hit me.,not ", 10_000),
        noise(string.ascii_lowercase + "     ", 10_000),
        " ".join(f"strangl{noise('edinguo', 3, seed)}" for seed in range(900)),
    ],
    ids=["same", "stops", "commas", "hyphens", "digits", "apart", "stopped", "numbers", "pieces", "noise", "slips"],
)
def test_the_time_taken_does_not_run_away_whatever_is_typed(text):
    reader.tell("warm")
    half, whole = (quickest(text[: len(text) // part]) for part in (2, 1))
    assert whole < max(4 * half, 0.05)


def quickest(text):
    def once():
        start = time.process_time()
        reader.tell(text)
        return time.process_time() - start

    return min(once() for _ in range(3))


def test_every_kind_names_concerns_that_the_threshold_tool_has():
    for kind in kinds.kinds():
        assert set(kind.concerns) <= set(by_id()), kind.key


def test_every_kind_has_its_source_and_a_meaning_in_plain_words():
    for entry in read_toml("pyforms.danger", "kinds.toml")["kind"]:
        assert entry["source"]
        assert not entry["means"].endswith(".")


def test_a_saying_of_several_words_does_not_shrink_to_one_that_would_silence_every_sentence():
    ways = read_toml("pyforms.danger", "ways.toml")
    sayings = [*ways["harmless"]["words"], *ways["denied"]["idle"]]
    sayings += [each for kind in read_toml("pyforms.danger", "kinds.toml")["kind"] for each in kind.get("harmless", ())]
    shrunk = [each for each in sayings if len(each.split()) > 1 and len(next(iter(kinds.patterns([each]))).parts) < 2]
    assert shrunk == []


def test_the_sentences_of_the_makers_own_are_told_apart():
    counts = table(sentences("own.json"))
    assert share(counts, "danger", "red", "asked") >= 0.95
    assert share(counts, "danger", "red") >= 0.9
    assert share(counts, "harmless", "silent") >= 0.9


LEARNT_FROM = ["blind_a.json", "blind_b.json", "dev_1.json", "dev_2.json", "dev_3.json", "dev_4.json"]


@pytest.mark.parametrize("name", LEARNT_FROM)
def test_of_another_hands_sentences_nine_in_ten_dangers_are_caught_and_few_harmless_ones_are_red(name):
    rows = sentences(name)
    counts = table(rows)
    assert len(rows) >= 80
    assert share(counts, "danger", "red", "asked") >= 0.94
    assert share(counts, "harmless", "red") <= 0.05
    assert share(counts, "harmless", "silent") >= 0.8


@pytest.mark.parametrize("name", ["blind_c.json", "blind_d.json"])
def test_of_sentences_that_taught_nothing_nine_in_ten_dangers_are_caught_and_few_harmless_ones_are_red(name):
    counts = table(sentences(name))
    assert share(counts, "danger", "red", "asked") >= 0.9
    assert share(counts, "harmless", "red") <= 0.08
    assert share(counts, "harmless", "silent") >= 0.7


def test_the_forms_own_examples_are_seldom_asked_about():
    """A question at every box would be passed over: these are what boxes are filled with on an ordinary day."""
    texts = [text for form_id in FORM_IDS for text in texts_of(form_id)]
    asked = [text for text in texts if danger.read(text)]
    assert len(texts) > 400
    assert len(asked) <= len(texts) * 0.06


def texts_of(form_id):
    form = pyforms.get(form_id)
    answers = [form.answers.model_validate(each.answers).model_dump(mode="json") for each in pyforms.examples(form_id)]
    return [text for each in answers for _, _, text in fields.texts(form.fields, each)]


ALLEGED = "staff_allegation"
WORKS_WITH_CHILDREN = [row["text"] for row in sentences("practitioners.json") if row.get("concern") == ALLEGED]


@pytest.mark.parametrize("text", WORKS_WITH_CHILDREN)
def test_whoever_works_with_children_and_may_have_harmed_one_leads_to_the_designated_officer(text):
    assert any(ALLEGED in sign.concerns for sign in danger.read(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Last nite he told us he wants to kil herslef", "suicide"),
        ("touchd down there by his cosin", "sexual_abuse"),
        ("Grandma goes to bingo and leaves the 2 year old", "unsafe_care"),
        ("He works at a car wash and never gets paid", "slavery"),
        ("Everyone at home says hes a witch", "faith_abuse"),
        ("He sleeps on the kitchen floor", "unsafe_care"),
        ("The baby stopped breathing", "emergency"),
        ("They are using a barbecue indoors for heat", "home_danger"),
        ("Twelve year old is pregnant", "child_pregnant"),
        ("He walks on the railway line", "suicide_hint"),
        ("My nephew stopped breathing for a bit", "emergency"),
        ("she is 11 and thinks she is expecting", "child_pregnant"),
        ("the church says she has a bad spirit", "faith_abuse"),
        ("piano tutor told her not to tell her parents", "staff"),
        ("rugby coach invites lads to stay over at his", "staff"),
        ("her boyfriend is the cover teacher", "staff"),
        ("scout master gave him vodka", "staff"),
    ],
)
def test_a_sentence_is_told_for_what_it_is(text, kind):
    assert kind in {each for sign in danger.read(text) for each in sign.kinds}


@pytest.mark.parametrize(
    "text",
    [
        "Nursery reports that he plays alone",
        "She smashed her spelling test",
        "She burnt her tongue on hot chocolate",
        "Mum says he has tummy aches",
        "stomach ache on Sunday nights",
        "Childminder says he bites at times",
        "broke her wrist falling from the monkey bars, two teachers saw it",
        "discharged from speech therapy aged 6",
    ],
)
def test_an_ordinary_note_is_silent(text):
    assert verdict(text) == "silent"


@pytest.mark.parametrize("text", ["I am so tired I nearly dropped her", "so tired I almost dropped the baby"])
def test_a_child_who_was_nearly_dropped_is_asked_about_and_not_red(text):
    assert verdict(text) == "asked"


@pytest.mark.parametrize(
    "text", ["a lesson about county lines and knife crime", "staff had a training course about gangs"]
)
def test_danger_told_of_a_game_or_a_lesson_is_never_red(text):
    assert verdict(text) != "red"


def test_what_is_told_of_a_game_may_be_danger_all_the_same():
    assert verdict("She was showing the others at the water tray what grandad does with his willy") != "silent"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("theres no point being here anymore", "suicide"),
        ("no point in living", "suicide"),
        ("no point me being around", "suicide"),
        ("she slit her wrists last night", "suicide"),
        ("hung himself w dressing gown cord last wk, nan cut him down", "suicide"),
        ("he hanged himself from the banister and his sister cut him down", "suicide"),
        ("stabbed at bus stop", "weapons"),
        ("was stabbed outside the chip shop", "weapons"),
        ("He is chained to the bed", "unsafe_care"),
        ("tied to the bed", "unsafe_care"),
        ("tied to the chair with tape", "unsafe_care"),
        ("She is tied to her highchair for hours", "unsafe_care"),
        ("strapped in the pushchair all day", "unsafe_care"),
        ("left in the car for two hours in the heat", "unsafe_care"),
        ("locked out till midnight", "unsafe_care"),
        ("mum's methadone in fridge within reach", "unsafe_care"),
        ("methadone in fridge next to milk", "unsafe_care"),
        ("knife within reach of the toddler", "unsafe_care"),
        ("shaken by dad", "physical_harm"),
        ("kicked by step dad", "physical_harm"),
        ("thrown against the wall", "physical_harm"),
        ("burnt with straighteners", "physical_harm"),
        ("hot spoon on hand", "physical_harm"),
        ("concealing a pregnancy 13yo", "child_pregnant"),
        ("she is 15 and hiding a bump", "child_pregnant"),
        ("mum gives him meds from internet that nobody prescribed", "fii"),
        ("auntie is taking her to the cutter in gambia", "fgm"),
        ("engaged to cousin, shes 15", "forced_marriage"),
        ("ex outside house again despite non mol", "domestic_abuse"),
        ("he broke the non mol order again", "domestic_abuse"),
    ],
)
def test_plain_danger_without_a_subject_is_red_and_told_for_what_it_is(text, kind):
    assert verdict(text) == "red"
    assert kind in {each for sign in danger.read(text) for each in sign.kinds}


@pytest.mark.parametrize("text", ["hung himself and nan cut him down", "he hanged himself, mum cut him down"])
def test_whoever_was_cut_down_from_a_rope_was_not_mutilated(text):
    assert "fgm" not in {each for sign in danger.read(text) for each in sign.kinds}


@pytest.mark.parametrize(
    "text",
    [
        "tied his shoe to his friend's for a joke",
        "chained his bike to the railings",
        "locked out of his school email again",
        "strapped up her ankle for netball",
        "stabbed his finger on a compass in maths",
        "stabbing pains in her tummy",
        "engaged and on task all lesson",
        "hung his coat on the wrong peg",
        "Mum has anxiety, takes medication as prescribed",
    ],
)
def test_what_only_looks_like_it_is_silent(text):
    assert verdict(text) == "silent"


@pytest.mark.parametrize(
    "text", ["Mum reports he will not sleep in his own bed, in with her most nights, age 5", "sleeps in bed with mum"]
)
def test_a_child_who_sleeps_in_with_a_parent_is_never_red(text):
    assert verdict(text) != "red"


@pytest.mark.parametrize(
    "text",
    [
        "help me he is coming back",
        "help me please hes back",
        "my sister sleeps in dads bed and cries",
        "my brother sleeps in mums boyfriends bed",
        "my daughter has been gone since monday nobody knows where",
        "he has my bank card and won't give it back",
        "her partner takes her money off her",
        "held his fingers on the hob",
        "gave away her ipad and said she wont need it",
    ],
)
def test_a_short_cry_is_never_passed_over(text):
    assert reader.tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "my sister sleeps in a bunk bed and cries for mum",
        "help me find a nursery place, he is coming back from leave",
        "holidays have gone since easter and nobody wants to go back",
        "he has my library card",
        "a tiger stalking through the grass",
        "we are measuring the stalk of the sunflower",
        "takes his money to school in an envelope",
        "wrote a list of who gets party bags",
        "he said goodbye at the gate and his phone was off in class",
    ],
)
def test_what_only_sounds_like_a_cry_is_silent(text):
    assert not reader.tell(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "forced_marriage",
            "Got told her cousins plane lands 4th Dec and the dress is bought. Cries.",
        ),
        ("forced_marriage", "Her cousin's plane lands 4th Dec and the wedding dress is bought. She cries."),
        ("strangling", "Mum wears a scarf, voice gone, said it was where he held her agst the fridge."),
        (
            "domestic_abuse",
            "It's only when he's had a bad day. He's never touched the baby. I keep my arms covered.",
        ),
        (
            "self_harm",
            "been doing my legs w a sharpener blade since sept n its getting deeper. pls dont tell mum",
        ),
        ("self_harm", "she's been doing her arms with a sharpener blade"),
        (
            "control",
            "Husband family take my gold. If I speak he say send me back without son.",
        ),
        ("suicide", "There's a rope in the loft and I know which beam. Just tired."),
        ("suicide", "I've got the rope in the garage and I look at it some nights"),
        ("own_harm", "I put him in the shed when he kicks off. It's the only thing that works"),
    ],
)
def test_what_a_last_reader_saw_named_wrongly_is_told_for_what_it_is(kind, text):
    assert kind in {each.key for sign in reader.tell(text) for each in sign.kinds}


@pytest.mark.parametrize(
    "text",
    [
        "New shoes hurt her feet",
        "He can't sit still, and homework takes two hours",
        "There's black mould in the bedroom and the council take ages",
        "Mum left him in 2021, order made, no contact since",
        "we put the bikes in the shed when it rains",
        "there is a rope swing in the garden and he loves it",
        "his voice has gone after the concert",
    ],
)
def test_what_a_last_reader_saw_asked_about_for_nothing_is_silent(text):
    assert not reader.tell(text)
