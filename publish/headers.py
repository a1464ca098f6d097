"""The response headers that belong to the site, for the web servers that can set them.

GitHub Pages and the like cannot: there the policy inside each page has to do. Headers add what a page cannot
say about itself (that nobody may frame it) and let a browser keep the files whose names carry their hash.
"""

from pathlib import Path

from publish.policy import policy_of

KEPT = "/assets/python/kept/"
FOR_EVER = "public, max-age=31536000, immutable"

NGINX = """\
# For nginx: put this inside the site's `server {{ }}`, with `root` set to the folder that holds index.html.
types {{ include mime.types; text/javascript mjs; application/wasm wasm; application/octet-stream data; }}
# brotli_static on;  # where nginx has its Brotli module: sends the .br files that lie ready, a quarter smaller
gzip on;
gzip_types text/css text/javascript application/json application/wasm image/svg+xml;
error_page 404 /404.html;
location / {{
{everywhere}
}}
location {kept} {{
{everywhere}
    add_header Cache-Control "{for_ever}" always;
}}
"""

CADDY = """\
# For Caddy: put your own address in the place of example.org, and the site's folder in the place of /srv/site.
example.org {{
    root * /srv/site
    encode gzip
    file_server {{
        precompressed br
    }}
    handle_errors {{
        rewrite * /404.html
        file_server
    }}
    header {{
{everywhere}
    }}
    header *.wasm Content-Type application/wasm
    header *.mjs Content-Type text/javascript
    header {kept}* Cache-Control "{for_ever}"
}}
"""


def write(site: Path) -> None:
    """`_headers` (Netlify, Cloudflare Pages), and a text to copy from for nginx and for Caddy."""
    everywhere = headers(policy_of(site))
    (site / "_headers").write_text(_rules(everywhere))
    hosting = site / "hosting"
    hosting.mkdir(exist_ok=True)
    nginx = "\n".join(f'    add_header {name} "{value}" always;' for name, value in everywhere.items())
    (hosting / "nginx.txt").write_text(NGINX.format(everywhere=nginx, kept=KEPT, for_ever=FOR_EVER))
    caddy = "\n".join(f'        {name} "{value}"' for name, value in everywhere.items())
    (hosting / "caddy.txt").write_text(CADDY.format(everywhere=caddy, kept=KEPT, for_ever=FOR_EVER))


def headers(policy: str) -> dict[str, str]:
    """What every response carries."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _rules(everywhere: dict[str, str]) -> str:
    lines = [f"  {name}: {value}" for name, value in everywhere.items()]
    return "\n".join(
        ["/*", *lines, f"{KEPT}*", f"  Cache-Control: {FOR_EVER}", "/*.wasm", "  Content-Type: application/wasm", ""]
    )
