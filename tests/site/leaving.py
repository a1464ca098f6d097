"""Leaving the site in a test: an exit that leads to a local page, and a browser that keeps pages alive behind Back."""

from pathlib import Path

from conftest import PATIENCE
from playwright.sync_api import Error
from served import StandIn

from publish.chromium import CHROMIUM, flags
from publish.serve import Handler

# What a page is filled with, and what is left of it, in the page's own language: for every browser the same.
IN_PAGE = Path(__file__).with_name("leaving.js").read_text("utf-8").strip()
MARKER = "Zebedee typed this"
FORM = f"""<form id="typed"><input name="name"><textarea name="worry"></textarea>
<label><input type="checkbox" name="agree"> agree</label>
<select name="level"><option>none</option><option>{MARKER} chosen</option></select>
<input type="hidden" name="kept"></form><p data-result id="result"></p><a id="more" href="#below">more</a>
<h2 id="below">below</h2>"""


class Pages(Handler):
    """The site's pages, with an exit to /weather; /typed/ and /other/ have a form in them."""

    referrers: list = []  # noqa: RUF012 - shared with the test on purpose

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        if self.path.startswith("/weather"):
            self.referrers.append(self.headers["Referer"])
            self.send(b"<title>Weather</title>Sunny")
        elif self.path.startswith(("/typed/", "/other/")):
            self.send_page("families/index.html", FORM)
        elif (Path(self.directory) / self.path[1:] / "index.html").is_file():
            self.send_page(f"{self.path}index.html")
        else:
            super().do_GET()

    def send_page(self, file, extra=""):
        weather = f"http://localhost:{self.server.server_port}/weather"
        page = (Path(self.directory) / file.lstrip("/")).read_text().replace("</h1>", f"</h1>{extra}")
        self.send(page.replace("https://www.bbc.co.uk/weather", weather).encode())

    def send(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Answered(Pages, StandIn):
    """The same with CPython behind the bridge."""


def launch(driver, *, caches):
    """Chromium with its back-forward cache, which Playwright turns off unless this flag of its own is taken away."""
    browser = driver.chromium.launch(
        executable_path=CHROMIUM,
        args=flags() if caches else flags("BackForwardCache"),
        ignore_default_args=["--disable-back-forward-cache"] if caches else [],
    )
    browser.caches = caches
    return browser


def context_of(browser, **options):
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


def leave(page):
    page.click("[data-exit]")
    page.wait_for_url("**/weather")


def go(page, way, address):
    """history.back() and not Playwright's own, which waits for a load that the cache never makes."""
    page.evaluate(f"setTimeout(() => history.{way}()) && null")
    try:
        page.wait_for_url(f"**{address}", wait_until="commit")
    except Error:  # a page that is loaded anew as it comes back cuts its own coming off
        page.wait_for_url(f"**{address}", wait_until="commit")
    page.wait_for_selector("html:not(.eh-covered)", state="attached")
