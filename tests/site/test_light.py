"""A page of guidance is light and stands still, for a phone that has never been here."""

import pytest
from conftest import SITE

LIMIT = 150_000  # bytes over the wire, on a first visit
PAGES = sorted(
    page.parent.relative_to(SITE).as_posix() + "/"
    for folder in ("families", "guidance")
    for page in (SITE / folder).rglob("index.html")
)
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.fixture
def phone(new_page):
    return new_page(viewport={"width": 360, "height": 740})


@pytest.mark.parametrize("read", PAGES)
def test_a_first_visit_costs_at_most_150_kb_and_nothing_moves(phone, site_url, read):
    sizes = []
    network = phone.context.new_cdp_session(phone)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    phone.goto(f"{site_url}{read}?area=torbay", wait_until="networkidle")
    assert sum(sizes) <= LIMIT
    assert phone.evaluate(SHIFTS) < 0.01
