"""Every name but a page's own carries a hash, and the pages ask by it."""

import re

import pytest

from publish import release

PAGE = """<link href="{top}assets/stylesheets/a.css"><script src='{top}assets/javascript/b.js'></script>
<script type="application/json">{{"base": ".", "search": "{top}assets/javascript/search-worker.js"}}</script>
<p>The sign is docs/assets/images/logo.svg, in the folder <code>assets/</code>.</p>
<a href="https://example.org/assets/x">elsewhere</a>"""


@pytest.fixture
def lay(tmp_path):
    def lay(name, script="let a = 1;"):
        site = tmp_path / name
        for folder in ("assets/javascript", "assets/stylesheets", "forms/consent", "search"):
            (site / folder).mkdir(parents=True)
        (site / "assets/javascript/b.js").write_text(script)
        (site / "assets/javascript/search-worker.js").write_text("let c = 2;")
        (site / "assets/stylesheets/a.css").write_text("@font-face { src: url(../fonts/d.woff2) }")
        (site / "index.html").write_text(PAGE.format(top=""))
        (site / "begin.html").write_text(PAGE.format(top="./"))
        (site / "404.html").write_text(PAGE.format(top="/kit/"))
        (site / "forms/consent/index.html").write_text(PAGE.format(top="../../"))
        (site / "search/index.json").write_text('{"docs": "see assets/ there", "worker": "assets/javascript/b.js"}')
        release.write(site)
        return site

    return lay


def own(page):
    """The addresses in a page that lead to the site's own assets."""
    return re.findall(r"""["']([^"']*/assets/(?:stylesheets|javascript)/[^"']+)""", page.read_text())


@pytest.mark.parametrize(
    ("page", "top"),
    [("index.html", ""), ("begin.html", "./"), ("404.html", "/kit/"), ("forms/consent/index.html", "../../")],
)
def test_a_page_asks_for_scripts_and_styles_by_an_address_with_their_hash(lay, page, top):
    site = lay("site")
    asked = own(site / page)
    assert len(asked) == 3
    for address in asked:
        assert re.fullmatch(rf"{re.escape(top)}kept/[0-9a-f]{{12}}/assets/.+", address)
        assert (site / address.removeprefix(top)).is_file()
    assert not (site / "assets").exists()


def test_words_and_other_sites_addresses_stay_as_they_are(lay):
    page = (lay("site") / "index.html").read_text()
    assert "docs/assets/images/logo.svg, in the folder <code>assets/</code>" in page
    assert "https://example.org/assets/x" in page


def test_the_search_index_names_its_worker_by_that_address(lay):
    site = lay("site")
    index = (site / "search/index.json").read_text()
    assert re.search(r'"worker": "kept/[0-9a-f]{12}/assets/javascript/b.js"', index)
    assert "see assets/ there" in index


def test_the_same_files_have_the_same_address_and_others_another(lay):
    first, same, other = lay("1"), lay("2"), lay("3", "let a = 2;")
    assert own(first / "index.html") == own(same / "index.html")
    assert not {*own(first / "index.html")} & {*own(other / "index.html")}
