"""Cuts the PDF exporter's fonts from Noto Sans: `python -m publish.fonts`, only when the coverage changes.

The result is kept in the repository, because the exporter needs it wherever it runs. Noto Sans (SIL Open
Font License 1.1) comes from the npm package that package-lock.json pins by its hash.
"""

from itertools import chain
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # it has no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "node_modules/@expo-google-fonts/noto-sans"
TARGET = ROOT / "pyforms/exporters/pdf/fonts"
WEIGHTS = {"regular": "400Regular/NotoSans_400Regular.ttf", "bold": "700Bold/NotoSans_700Bold.ttf"}

# Every Latin alphabet (Polish, Turkish, Vietnamese, Yoruba, ...), Greek, Cyrillic, and what sentences need.
COVERED = tuple(
    chain(
        range(0x0020, 0x007F),
        range(0x00A0, 0x0250),
        range(0x02B0, 0x0300),
        range(0x0300, 0x0370),
        range(0x0370, 0x0530),
        range(0x1E00, 0x1F00),
        range(0x2010, 0x2028),
        range(0x202F, 0x2060),
        range(0x20A0, 0x20C0),
        (0x2116, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265),
        (0xFFFD,),
    )
)


def cut(source: Path, target: Path) -> None:
    """Keep the outlines of the covered characters, and nothing that only a shaping engine reads."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], glyph_names=False
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=COVERED)
    cutter.subset(font)
    font.save(target)


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    for weight, source in WEIGHTS.items():
        cut(SOURCE / source, TARGET / f"{weight}.ttf")
    (TARGET / "LICENSE.txt").write_bytes((SOURCE / "LICENSE_FONT").read_bytes())


if __name__ == "__main__":
    main()
