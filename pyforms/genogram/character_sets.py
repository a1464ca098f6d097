"""The letters of a GEDCOM file, which may be in any of the ways that programs wrote them since the 1980s."""

import re
from unicodedata import normalize

CHARACTER_SET = re.compile(rb"\n?\s*1 CHAR +([A-Za-z0-9 _.-]+)")
HEAD = "0 HEAD"
LOST = "\ufffd"
ASCII = 0x80
WINDOWS = "cp1252"  # holds all letters of ISO-8859-1, and those that are sold as it
SETS = {
    "ANSI": WINDOWS,
    "ANSEL": "ansel",
    "WINDOWS": WINDOWS,
    "WINDOWS-1252": WINDOWS,
    "WINDOWS-1250": "cp1250",
    "WINDOWS-1251": "cp1251",
    "IBM WINDOWS": WINDOWS,
    "CP1252": WINDOWS,
    "ISO-8859-1": WINDOWS,
    "ISO8859-1": WINDOWS,
    "ISO-8859-15": "iso8859-15",
    "ISO-8859-2": "iso8859-2",
    "LATIN1": WINDOWS,
    "LATIN-1": WINDOWS,
    "IBMPC": "cp437",
    "IBM DOS": "cp437",
    "MSDOS": "cp437",
    "CP437": "cp437",
    "CP850": "cp850",
    "MACINTOSH": "mac_roman",
}
# ANSEL (ANSI/NISO Z39.47), with GEDCOM's own ß: letters, and accents, which stand before the letter that they are on.
ANSEL = dict(zip(range(0xA1, 0xAF), "ŁØĐÞÆŒʹ·♭®±ƠƯʼ", strict=True)) | dict(
    zip(
        (0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBC, 0xBD, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4),
        "ʻłøđþæœʺı£ðơư°\u2113℗©♯",
        strict=True,
    )
)
ANSEL |= {0xC5: "¿", 0xC6: "¡", 0xC7: "ß", 0xC8: "€", 0xCF: "ß"}
ACCENTS = dict(
    zip(
        range(0xE0, 0xFC),
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b\u0310"
        "\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23",
        strict=True,
    )
) | {0xFE: "\u0313"}


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and a remark where letters may be wrong."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _remarked(data.decode("utf-16", errors="replace"))
    for wide in ("utf-16-le", "utf-16-be"):  # without the mark that says which
        if data.lstrip(b"\r\n").startswith(HEAD.encode(wide)):
            return _remarked(data.decode(wide, errors="replace"))
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode(), ""
    except UnicodeDecodeError:
        return _named(data)


def _named(data: bytes) -> tuple[str, str]:
    """By the name in the file's head, for bytes that are not UTF-8."""
    said = CHARACTER_SET.search(data[:4000])
    name = said[1].decode().strip().upper() if said else ""
    if SETS.get(name) == "ansel":
        return _remarked(_ansel(data))
    if name in SETS:
        return _remarked(data.decode(SETS[name], errors="replace"))
    if name in ("UTF-8", "UTF8"):  # a few bad bytes among good ones, or another set under a wrong name
        text = data.decode(errors="replace")
        return _remarked(text)
    what = f"The file names its letters “{name}”" if name else "The file does not say which letters it is written in"
    return data.decode(WINDOWS, errors="replace"), f"{what}: letters with accents may be wrong"


def _remarked(text: str) -> tuple[str, str]:
    count = text.count(LOST)
    return text, f"{count:,} letters could not be read, and stand as {LOST}" if count else ""


def _ansel(data: bytes) -> str:
    found: list[str] = []
    accents = ""
    for byte in data:
        if byte in ACCENTS:
            accents += ACCENTS[byte]
            continue
        found.append((chr(byte) if byte < ASCII else ANSEL.get(byte, LOST)) + accents)
        accents = ""
    return normalize("NFC", "".join(found))
