"""What a host has to be told, in its own words, from the data in headers.py.

`_headers` lies where Netlify and Cloudflare Pages look for it; the others are texts in hosting/ to copy from.
`make test-hosts` runs nginx, Caddy and Apache with theirs; the rest say in themselves that they have not been tried.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from publish import BROTLI, KEPT
from publish.headers import ASK_AGAIN, FOR_EVER, SENT, TYPES, compressed_types, headers
from publish.policy import policy_of

NOT_TRIED = "Written from the host's own documentation, and not tried."


def write(site: Path) -> None:
    """`_headers` and the texts in hosting/; a site below an address's root has it in SITE_URL."""
    everywhere = headers(policy_of(site))
    top = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
    (site / "_headers").write_text(_rules(everywhere, top))
    (site / "hosting").mkdir(exist_ok=True)
    for name, text in HOSTS.items():
        (site / "hosting" / name).write_text(text(everywhere, top))


def _rules(everywhere: dict[str, str], top: str) -> str:
    lines = [f"  {name}: {value}" for name, value in everywhere.items()]
    return "\n".join(["/*", *lines, f"{top}{KEPT}/*", f"  Cache-Control: {FOR_EVER}", ""])


def nginx(everywhere: dict[str, str], top: str) -> str:
    sent = "|".join(map(str, SENT))
    types = "\n".join(f"        {kind} {ending};" for ending, kind in _types_once().items())
    added = "\n".join(f'    add_header {name} "{value}" always;' for name, value in everywhere.items())
    return f"""\
# For nginx: put this into a file of its own in /etc/nginx/conf.d/, with your own address and the site's folder.
# Set up HTTPS as you do for your other sites.
map "$status $uri" $early_help_cache {{
    default "{ASK_AGAIN}";
    "~^({sent}) {top}{KEPT}/" "{FOR_EVER}";
}}
server {{
    listen 80;
    server_name example.org;
    root /srv/site;
    error_page 404 {top}404.html;
    types {{
{types}
    }}
    default_type application/octet-stream;
    charset utf-8;
    gzip on;
    gzip_vary on;
    gzip_types {" ".join(kind for kind in compressed_types() if kind != TYPES["html"])};
    # brotli_static on;  # where nginx has its Brotli module: sends the {BROTLI} files that lie ready
{added}
    add_header Cache-Control $early_help_cache always;
}}
"""


def _types_once() -> dict[str, str]:
    """Endings by type, as nginx wants them: each type once."""
    endings: dict[str, str] = {}
    for ending, kind in TYPES.items():
        first = next((known for known, same in endings.items() if same == kind), "")
        endings[f"{first} {ending}".strip()] = endings.pop(first, kind)
    return endings


def caddy(everywhere: dict[str, str], top: str) -> str:
    added = "\n".join(f'        {name} "{value}"' for name, value in everywhere.items())
    types = "\n".join(
        f'    @{ending} path *.{ending}\n    header @{ending} Content-Type "{_with_charset(kind)}"'
        for ending, kind in TYPES.items()
    )
    compressed = "\n".join(f"            header Content-Type {kind}*" for kind in compressed_types())
    return f"""\
# For Caddy: put your own address in the place of example.org, and the site's folder in the place of /srv/site.
example.org {{
    root * /srv/site
    encode gzip {{
        match {{
{compressed}
        }}
    }}
    file_server {{
        precompressed br
    }}
    header {{
{added}
    }}
    @kept path {top}{KEPT}/*
    @others not path {top}{KEPT}/*
    header @kept Cache-Control "{FOR_EVER}"
    header @others Cache-Control "{ASK_AGAIN}"
{types}
    handle_errors {{
        header Cache-Control "{ASK_AGAIN}"
        header Content-Type "{_with_charset(TYPES["html"])}"
        rewrite * {top}404.html
        file_server
    }}
}}
"""


def apache(everywhere: dict[str, str], top: str) -> str:
    types = "\n".join(f"AddType {kind} .{ending}" for ending, kind in TYPES.items())
    added = "\n".join(f'    Header always set {name} "{value}"' for name, value in everywhere.items())
    sent = ", ".join(f"'{status}'" for status in SENT)
    kinds = " ".join(compressed_types())
    return f"""\
# For Apache 2.4: save this as .htaccess beside index.html (with AllowOverride All), or copy it into <Directory>.
# It needs mod_headers; mod_deflate or mod_brotli and mod_rewrite make the site lighter.
ErrorDocument 404 {top}404.html
AddDefaultCharset utf-8
{types}
<IfModule mod_headers.c>
{added}
    Header always set Cache-Control "{ASK_AGAIN}"
    Header always set Cache-Control "{FOR_EVER}" \\
        "expr=%{{REQUEST_STATUS}} in {{ {sent} }} && %{{REQUEST_URI}} =~ m#^{top}{KEPT}/#"
</IfModule>
<IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE {kinds}
</IfModule>
<IfModule !mod_brotli.c>
    <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE {kinds}
    </IfModule>
</IfModule>
<IfModule mod_rewrite.c>
    # The {BROTLI} files that lie ready.
    AddEncoding br {BROTLI}
    RemoveLanguage {BROTLI}
    RewriteEngine On
    RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
    RewriteCond %{{REQUEST_FILENAME}}{BROTLI} -f
    RewriteRule ^(.+)$ $1{BROTLI} [L,E=no-gzip:1,E=no-brotli:1]
    <FilesMatch "\\{BROTLI}$">
        Header append Vary Accept-Encoding
    </FilesMatch>
</IfModule>
"""


def iis(everywhere: dict[str, str], top: str) -> str:
    types = "\n".join(
        f'      <remove fileExtension=".{ending}" />\n      <mimeMap fileExtension=".{ending}" mimeType="{kind}" />'
        for ending, kind in TYPES.items()
    )
    added = "\n".join(
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />" for name, value in everywhere.items()
    )
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<!-- For IIS: save this as web.config beside index.html. {NOT_TRIED} -->
<configuration>
  <system.webServer>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
{added}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="{top}404.html" responseMode="ExecuteURL" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
  </system.webServer>
  <location path="{KEPT}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00"
          cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
"""


def azure(everywhere: dict[str, str], top: str) -> str:
    """For Azure Static Web Apps: staticwebapp.config.json beside index.html. JSON has no room to say more."""
    settings = {
        "globalHeaders": {**everywhere, "Cache-Control": ASK_AGAIN},
        "routes": [{"route": f"{top}{KEPT}/*", "headers": {"Cache-Control": FOR_EVER}}],
        "mimeTypes": {f".{ending}": kind for ending, kind in TYPES.items()},
        "responseOverrides": {"404": {"rewrite": f"{top}404.html", "statusCode": 404}},
    }
    return json.dumps(settings, indent=2) + "\n"


def cloudfront(everywhere: dict[str, str], top: str) -> str:
    added = "\n".join(f"     {name}: {value}" for name, value in everywhere.items())
    return f"""\
# For Amazon S3 behind CloudFront. {NOT_TRIED}
# 1. The files, what is kept first; nothing of kept/ is deleted, so that pages that are open go on working.
aws s3 sync site/{KEPT} s3://BUCKET{top}{KEPT} --cache-control "{FOR_EVER}" --exclude "*.wasm" --exclude "*{BROTLI}"
aws s3 sync site/{KEPT} s3://BUCKET{top}{KEPT} --cache-control "{FOR_EVER}" --exclude "*" --include "*.wasm" \\
    --content-type {TYPES["wasm"]}
aws s3 sync site s3://BUCKET{top} --cache-control "{ASK_AGAIN}" --exclude "{KEPT}/*" --delete
# 2. In CloudFront: compress objects automatically; a response headers policy with these headers for all paths:
{added}
# 3. Custom error responses: 403 and 404 give {top}404.html with status 404; error caching minimum TTL 0.
# 4. A function for viewer requests, because S3 does not look for index.html in folders:
function handler(event) {{
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) {{
    return {{ statusCode: 302, statusDescription: "Found", headers: {{ location: {{ value: request.uri + "/" }} }} }};
  }}
  return request;
}}
"""


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


HOSTS: dict[str, Callable[[dict[str, str], str], str]] = {
    "nginx.txt": nginx,
    "caddy.txt": caddy,
    "apache.txt": apache,
    "iis-web.config.txt": iis,
    "azure-staticwebapp.config.json": azure,
    "s3-cloudfront.txt": cloudfront,
}
