"""A deploy while people are on the site: old pages with new files, new pages with old ones, and one that stays open.

It works, or the page says that the site was updated; and what was typed is kept.
"""

import json
import shutil
from pathlib import Path
from typing import ClassVar

import pytest
import zstandard
from playwright.sync_api import expect

from publish import KEPT, release, runtime
from publish.serve import Handler, serving

FORM = "forms/threshold/"
TYPED = "Gran helps on Mondays"
READY = "html[data-python=ready]"


def next_release(site: Path, target: Path) -> Path:
    """The built site after one script, one part of Python's and a word of every page have changed."""
    shutil.copytree(site, target)
    old = release.assets_of(target).parent
    with (target / old / "assets/javascript/forms.js").open("a") as script:
        script.write("// changed\n")
    new = old.with_name(release.digest(target / old / "assets"))
    (target / old).rename(target / new)
    listed = target / runtime.manifest_of(target)
    manifest = json.loads(listed.read_text())
    part = manifest["files"]["files"]
    again = zstandard.compress(zstandard.decompress((listed.parent / part["name"]).read_bytes()), 1)
    (listed.parent / part["name"]).unlink()
    manifest["files"]["files"] = runtime._put(listed.parent, "files", "data", again)  # noqa: SLF001 - the real step
    listed.unlink()
    runtime._put(listed.parent, runtime.MANIFEST, "json", json.dumps(manifest).encode())  # noqa: SLF001 - the real step
    for page in (*target.rglob("*.html"), target / "search/index.json"):
        text = page.read_text("utf-8").replace(old.name, new.name)
        page.write_text(text.replace(listed.name, runtime.manifest_of(target).name), "utf-8")
    return target


class Deploying(Handler):
    """Serves the folders in `sites`, the first that has a file; a deploy changes them."""

    sites: ClassVar[list[Path]] = []

    def translate_path(self, path):
        for site in self.sites:
            self.directory = str(site)
            found = super().translate_path(path)
            if Path(found).exists():
                return found
        return found


@pytest.fixture(scope="module")
def releases(site_folder, tmp_path_factory):
    return site_folder, next_release(site_folder, tmp_path_factory.mktemp("next") / "site")


@pytest.fixture
def deploy(releases):
    """(the site's address, deploy(folders...)): what is served from now on."""
    handler = type("Now", (Deploying,), {"sites": [releases[0]]})

    def deploy(*folders):
        handler.sites = list(folders)

    with serving(releases[0], handler=handler) as address:
        yield address, deploy


@pytest.fixture
def old_page(page, releases):
    """The form's page comes from the browser's cache once, as it was before the deploy."""
    html = (releases[0] / FORM / "index.html").read_text("utf-8")
    page.route(
        f"**/{FORM}",
        lambda route: (
            route.fulfill(body=html, content_type="text/html")
            if route.request.is_navigation_request()
            else route.continue_()
        ),
        times=1,
    )
    return page


def only_scripts(site, folder):
    """What a browser may have left of a release: scripts and styles, and nothing of Python's."""
    own = release.assets_of(site).parent
    (folder / KEPT).mkdir()
    (folder / own).symlink_to(site / own)
    return folder


def renewed(page, button):
    """Loads the page again by the button that says so: the new release runs, and what was typed is there."""
    page.get_by_role("button", name=button).first.click()
    page.wait_for_selector(READY)
    expect(page.locator("[name=support]")).to_have_value(TYPED)  # until then it may be the page before
    expect(page.locator("[data-missing]")).to_be_hidden()


def test_an_old_page_works_while_the_old_files_are_left_beside_the_new(old_page, deploy, releases):
    (address, now), (old, new) = deploy, releases
    now(new, old)
    old_page.goto(address + FORM)
    old_page.wait_for_selector(READY)


def test_an_old_page_whose_files_are_gone_says_so_and_loads_again_with_what_was_typed(old_page, deploy, releases):
    (address, now), (_, new) = deploy, releases
    now(new)
    old_page.goto(address + FORM)
    said = old_page.locator("[data-missing]")
    expect(said).to_contain_text("The site may have been updated")
    expect(said).to_contain_text("(404, text/html; charset=utf-8)")
    old_page.fill("[name=support]", TYPED)
    renewed(old_page, "Load the page again")


def test_an_old_page_with_its_scripts_says_that_the_site_was_updated(old_page, deploy, releases, tmp_path):
    (address, now), (old, new) = deploy, releases
    now(new, only_scripts(old, tmp_path))
    old_page.goto(address + FORM)
    expect(old_page.locator("[data-python-failed]")).to_contain_text("This site was updated")
    old_page.fill("[name=support]", TYPED)
    renewed(old_page, "Reload the page, and keep what I typed")


def test_a_page_that_was_open_during_the_deploy_says_so_when_it_needs_more(page, deploy, releases):
    (address, now), (_, new) = deploy, releases
    page.goto(address + FORM)
    page.wait_for_selector(READY)
    page.check("[name=danger][value=no]")
    page.fill("[name=child_age]", "7")
    page.fill("[name=support]", TYPED)
    page.click("form[data-form] button[type=submit]")
    page.locator("[data-result][data-state=ready]").wait_for()
    now(new)
    for kind in ("pdf", "docx"):  # Python's own part, and a script of the page
        page.click(f"[data-format={kind}]")
        said = page.locator(f"[data-format={kind}] + .eh-error")
        expect(said).to_contain_text("This site was updated")
    assert page.evaluate("document.documentElement.dataset.python") == "ready"
    renewed(page, "Reload the page, and keep what I typed")
    expect(page.locator("[name=child_age]")).to_have_value("7")
