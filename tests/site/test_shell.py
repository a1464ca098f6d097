"""What every page offers: help in danger, a way out, the visitor's own area; by keyboard, on paper, without scripts."""

import re

import pytest

PHONE = {"width": 320, "height": 640}


def without_scripts(new_page, url, **options):
    page = new_page(java_script_enabled=False, **options)
    page.goto(url)
    return page


def shown(page, area):
    return page.locator(f"[data-for-area={area}]").first.is_visible()


# Help


def test_local_lines_by_day_and_night_are_reached_without_scripts(new_page, site_url):
    page = without_scripts(new_page, site_url + "families/get-help-now/")
    torbay = page.locator("[data-for-area=torbay]")
    assert torbay.get_by_role("link", name="01803 208100").get_attribute("href") == "tel:01803208100"
    assert torbay.get_by_role("link", name="0300 456 4876").is_visible()
    assert page.locator("[data-for-area=doncaster] a[href='tel:01302796000']").is_visible()


def test_without_scripts_each_area_stands_under_its_name_and_none_can_be_chosen(new_page, site_url):
    page = without_scripts(new_page, site_url + "families/get-help-now/")
    names = page.locator("[data-for-area] > :is(h2, h3, h4)").all_inner_texts()
    assert [name for name in names if "Torbay" in name or "Kent" in name]
    assert len(names) == page.locator("[data-for-area]").count()
    assert not page.locator("[data-area-chooser]").is_visible()


def test_children_and_adults_each_have_a_helpline(page, site_url):
    page.goto(site_url + "families/get-help-now/")
    assert page.locator("a[href='tel:08001111']").first.is_visible()
    assert page.locator("a[href='tel:08088005000']").first.is_visible()


# Area


def test_the_address_names_the_area(page, site_url):
    page.goto(site_url + "families/get-help-now/?area=doncaster")
    assert page.locator("html").get_attribute("data-area") == "doncaster"
    assert page.locator("[data-area-chooser]").input_value() == "doncaster"
    assert shown(page, "doncaster")
    assert not shown(page, "torbay")
    assert not shown(page, "general")


@pytest.mark.parametrize("asked", ["", "?area=atlantis", "?area=", '?area="]{}', "?area=general"])
def test_an_area_that_is_not_known_is_the_general_one(page, site_url, asked):
    page.goto(site_url + "families/get-help-now/" + asked)
    assert page.locator("html").get_attribute("data-area") == "general"
    assert shown(page, "general")
    assert not shown(page, "torbay")


def test_a_build_shows_its_own_first_area_until_another_is_chosen(page, site_url):
    def of_kent(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-first="general"', 'data-first="kent"'))

    page.route("**/families/get-help-now/*", of_kent)
    page.goto(site_url + "families/get-help-now/")
    assert shown(page, "kent")
    page.get_by_role("combobox", name="Your area").select_option("general")
    assert page.url.endswith("?area=general")
    assert shown(page, "general")
    page.get_by_role("combobox", name="Your area").select_option("kent")
    assert page.url.endswith("families/get-help-now/")


def test_choosing_an_area_shows_it_tells_scripts_and_changes_the_address_in_place(page, site_url):
    page.goto(site_url + "families/get-help-now/?h=help#help")
    page.evaluate(
        "document.addEventListener('area:change', ({detail}) => { window.told = [...(window.told ?? []), detail] })"
    )
    before = page.evaluate("history.length")
    page.get_by_role("combobox", name="Your area").select_option("kent")
    assert shown(page, "kent")
    assert page.url.endswith("families/get-help-now/?h=help&area=kent#help")
    assert page.evaluate("history.length") == before
    page.get_by_role("combobox", name="Your area").select_option("general")
    assert page.url.endswith("families/get-help-now/?h=help#help")
    assert page.evaluate("window.told") == [{"area": "kent"}, {"area": "general"}]


def test_links_take_the_area_along_and_nothing_is_stored(page, site_url):
    page.goto(site_url + "?area=solihull")
    page.get_by_role("link", name="Get help now").first.click()
    page.wait_for_url("**/families/get-help-now/?area=solihull")
    assert shown(page, "solihull")
    assert page.context.cookies() == []
    assert "solihull" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_links_elsewhere_are_left_as_they_are(page, site_url):
    page.goto(site_url + "?area=solihull")
    assert page.locator("[data-exit]").get_attribute("href") == "https://www.bbc.co.uk/weather"


def test_the_other_areas_are_never_seen_and_nothing_moves(page, site_url):
    page.goto(site_url + "families/get-help-now/?area=kent")
    page.wait_for_timeout(500)
    shift = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
        ).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
    )
    assert shift < 0.01


# Keyboard


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.ariaLabel")


def test_the_first_tab_offers_the_content_and_can_be_seen(page, site_url):
    page.goto(site_url + "families/get-help-now/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    assert "#" in page.url


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_tab_key_can_be_seen(new_page, site_url, width):
    page = new_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page.goto(site_url + "families/get-help-now/")
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        seen = page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect();
                if (at === document.body) return true;
                const label = at.matches(".md-option") ? at.nextElementSibling : at;
                const {left, right, top, bottom} = label.getBoundingClientRect();
                const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                return right > 0 && left < innerWidth && (label.contains(on) || on?.contains(label)); }"""
        )
        if not seen:
            unseen.append(focused(page))
    assert unseen == []


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(new_page, site_url):
    page = new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(site_url + "about/")
    menu = page.get_by_role("button", name="Menu")
    menu.press("Space")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.locator(".md-nav--primary").get_by_role("link", name="Home", exact=True).is_visible()
    assert focused(page) == "Home"
    page.get_by_role("link", name="Your privacy").first.click()  # one list: nothing to slide in first
    page.wait_for_url("**/about/privacy/")
    page.get_by_role("button", name="Menu").press("Enter")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert focused(page) == "Menu"


def test_search_opens_by_keyboard_on_a_phone(new_page, site_url):
    page = new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(site_url + "about/")
    page.get_by_role("button", name="Search").press("Enter")
    page.locator(".md-search__input:focus").wait_for()
    page.keyboard.type("exit")
    page.locator(".md-search-result__link").first.wait_for()


def test_one_letter_does_nothing(page, site_url):
    page.goto(site_url + "about/")
    for key in "fsnp/":
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url.endswith("/about/")
    assert not page.locator("#__search").is_checked()


def test_at_four_hundred_per_cent_the_header_leaves_room_to_read(new_page, site_url):
    page = new_page(viewport={"width": 320, "height": 256})
    page.goto(site_url + "families/what-is-early-help/")
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(200)
    assert page.locator(".md-header").bounding_box()["y"] < -40  # the row with help and the exit stays


# Paper, and what goes wrong


def test_paper_has_the_words_and_the_chosen_area_but_no_header(page, site_url):
    page.goto(site_url + "families/get-help-now/?area=torbay")
    page.emulate_media(media="print")
    for part in (".md-header", ".eh-places", ".md-footer", ".md-sidebar--primary"):
        assert not page.locator(part).is_visible()
    assert page.locator("[data-for-area=torbay] > :is(h2, h3)").is_visible()
    assert not shown(page, "kent")


def test_a_page_that_is_not_there_leads_on(page, site_url):
    page.goto(site_url + "404.html")
    assert page.get_by_role("heading", name="We cannot find that page").is_visible()
    page.locator("article").get_by_role("link", name="Get help now").click()
    page.wait_for_url("**/families/get-help-now/")


def test_no_page_says_what_made_it_or_whence_the_visitor_came(site_folder, path):
    html = (site_folder / (path if path.endswith(".html") else f"{path}index.html")).read_text()
    assert '<meta name="referrer" content="no-referrer">' in html
    assert not re.search(r"""\sstyle=|\son[a-z]+=["']|javascript:""", html)
