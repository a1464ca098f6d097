"""Area macros: the facts of every area's file, on a page, with nothing of their own."""

from markupsafe import escape

from macros.areas import area_names, by_day, danger_panel, helpline, local_facts, source_list
from pyforms import areas, whom_to_call


def lines_of(area_id, panel):
    return panel.partition(f'data-for-area="{area_id}"')[2].partition("</div>")[0]


def test_the_panel_has_each_areas_own_lines_and_no_other():
    panel = str(danger_panel())
    for area_id in areas.AREA_IDS:
        part = lines_of(area_id, panel)
        own = whom_to_call.own_lines(areas.get(area_id)) or whom_to_call.next_best(areas.get(area_id))
        assert part.count('href="tel:') == len([contact for contact in own if contact.phone])
        assert all(f'href="tel:{contact.tel}"' in part for contact in own if contact)


def test_an_area_without_a_number_says_so_and_says_where_to_find_it():
    kent = lines_of("kent", str(danger_panel()))
    assert "does not give a number" in kent
    assert areas.contact(areas.get("general"), "find_council").web in kent


def test_the_panels_headings_fit_the_page_it_stands_on():
    assert '<h3 id="help-title">' in danger_panel(3)
    assert "<h4>Torbay</h4>" in danger_panel(3)


def test_markdown_takes_a_macro_as_one_block():
    for text in (danger_panel(), source_list(), helpline("child_helpline")):
        assert "\n\n" not in text


def test_every_source_is_listed_with_its_date_and_its_note_escaped():
    listed = str(source_list())
    for area_id in areas.AREA_IDS:
        for source in areas.get(area_id).sources.values():
            assert escape(source.title) in listed
            assert escape(source.dated) in listed
            assert escape(source.note) in listed


def test_the_areas_are_named_as_people_would():
    named = area_names()
    assert named.endswith(", or anywhere else in England")
    assert named.split(", ")[:-1] == [areas.get(area_id).name for area_id in areas.AREA_IDS[1:]]
    assert {"Torbay", "Solihull", "Kent", "Doncaster"} < {*named.split(", ")}


def test_local_facts_hold_every_timescale_and_contact_and_say_what_is_missing():
    shown = str(local_facts())
    for area_id in areas.AREA_IDS:
        area = areas.get(area_id)
        assert f'id="facts-{area_id}"' in shown
        assert all(each.text in shown for each in area.timescales.values())
        assert all(contact.tel in shown for contact in area.contacts.values() if contact.phone)
    assert "within 20 working days" in shown
    assert "Not stated in this area’s handbook: timescales, how consent is given" in shown


def test_what_was_read_is_never_told_without_when_it_was_published():
    for shown in (str(local_facts()), str(source_list())):
        assert "last read" not in shown
        assert "Published: version 1, April 2021. Read by us: 22 November 2026." in shown


def test_kents_facts_say_what_is_scaled_and_which_words_are_ours():
    kent = str(local_facts()).partition('id="facts-kent"')[2].partition("</section>")[0]
    assert "how safe each person thinks the child is" in kent
    assert "The words for 0 are ours." in kent
    assert "Not sure: one source only." in kent


def test_paper_has_a_line_to_write_the_number_on_where_an_area_states_none():
    panel = str(danger_panel())
    for area_id in ("general", "kent", "solihull"):
        assert "write it here" in lines_of(area_id, panel)
    for area_id in ("torbay", "doncaster"):
        assert "write it here" not in lines_of(area_id, panel)


def test_solihulls_panel_leads_to_its_councils_own_page():
    assert "solihull.gov.uk/children-and-family-support" in lines_of("solihull", str(danger_panel()))


def test_a_folded_panel_leaves_999_and_the_number_by_day_in_view_and_folds_the_rest():
    whole = str(danger_panel(folded=True))
    shown, _, folded = whole.partition("<details")
    assert shown.count('href="tel:999"') == 1
    for area_id in areas.AREA_IDS:
        day = areas.get(area_id).contacts.get("safeguarding_day")
        line = shown.partition(f'data-for-area="{area_id}"')[2].partition("</p>")[0]
        assert (f'href="tel:{day.tel}"' in line) if day else ("tel:" not in line and "href=" in line)
        assert lines_of(area_id, folded) == lines_of(area_id, str(danger_panel()))


def test_an_area_with_a_line_for_each_district_shows_none_of_them_as_the_area_s_own():
    torbay = areas.get("torbay")
    day = torbay.contacts["safeguarding_day"]
    north = day.model_copy(update={"one_of": "safeguarding_day", "phone": "01803 000000"})
    assert by_day(torbay) == day
    assert by_day(torbay.model_copy(update={"contacts": {**torbay.contacts, "north": north}})) is None
