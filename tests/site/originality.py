"""Our sentences are ours: no run of ten words on any page comes from a source document.

The sources are not part of this project, so their runs are kept as hashes in source_runs.bin, five bytes each. To make
it again: `python tests/site/originality.py FOLDER`, where FOLDER holds the documents as .txt files.
"""

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 10
SIZE = 5
HASHES = Path(__file__).with_name("source_runs.bin")


def runs(text: str) -> Iterator[tuple[str, bytes]]:
    """Each run of ten words, whatever its punctuation and capitals, with its hash."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    for start in range(len(words) - RUN + 1):
        run = " ".join(words[start : start + RUN])
        yield run, blake2b(run.encode(), digest_size=SIZE).digest()


def known() -> set[bytes]:
    data = HASHES.read_bytes()
    return {data[start : start + SIZE] for start in range(0, len(data), SIZE)}


def copied(text: str, source_runs: set[bytes]) -> list[str]:
    """The runs of the text that a source has as well."""
    return [run for run, found in runs(text) if found in source_runs]


if __name__ == "__main__":
    sources = sorted(Path(sys.argv[1]).glob("*.txt"))
    HASHES.write_bytes(b"".join(sorted({found for file in sources for _, found in runs(file.read_text("utf-8"))})))
