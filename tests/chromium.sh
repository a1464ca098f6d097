#!/bin/sh
# Makes sure that the browser tests have a Chromium: one that is present, else Playwright's, else Debian's.
set -u
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null && exit 0
done
.venv/bin/playwright install chromium && exit 0
echo "Playwright's own Chromium is out of reach: trying Debian's package."
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq && $sudo apt-get install -y -qq chromium
