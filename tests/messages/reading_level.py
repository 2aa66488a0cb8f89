#!/usr/bin/env python3
"""Holds the English notices for children against a reading level. Run it through `reading_level`.

Flesch-Kincaid's grade (Kincaid et al. 1975) counts words a sentence and syllables a word, these by
the CMU Pronouncing Dictionary. It was made for adults' manuals and for pages, not for a title and
two sentences, so single notices scatter: what is held against the first limit is a band as a
whole, and each notice against a second one, two grades wider.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass

import textstat

_READERS = ("approached", "sending")


@dataclass(frozen=True)
class Band:
    """An age band: the grade that all its notices together may have, and each of them."""

    slug: str
    together: float
    each: float


# A child of n years is in grade n - 5 in the United States, whose grades these are. Up to 9 years
# notices are read to a child or by a beginner: grades 2 and 3. From 10 on the limit lies below the
# grade of the youngest in the band, because who is frightened reads worse than a pupil in class: 4
# and 5 where school would allow 5 and 8. At 16 it is 6, which the American Medical Association
# advises for what patients of any age are given to read.
_BANDS = (
    Band("0-5", 2.0, 4.0),
    Band("6-9", 3.0, 5.0),
    Band("10-12", 4.0, 6.0),
    Band("13-15", 5.0, 7.0),
    Band("16-17", 6.0, 8.0),
)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures how hard notices are to read.")
    parser.add_argument("--hardest", action="store_true", help="print the hardest notices too")
    options = parser.parse_args()
    print("| Age | Notices | Words a notice | Grade together | at most | Hardest | at most |")
    print("|---|---|---|---|---|---|---|")
    passed = failed = 0
    remarks: list[str] = []
    for band in _BANDS:
        notices = [notice for reader in _READERS for notice in _notices(reader, band.slug)]
        grades = {key: textstat.flesch_kincaid_grade(text) for key, text in notices}
        whole = " ".join(text for _, text in notices)
        together = textstat.flesch_kincaid_grade(whole)
        words = textstat.lexicon_count(whole) / len(notices)
        hardest = sorted(grades.items(), key=lambda item: -item[1])
        print(
            f"| {band.slug} | {len(notices)} | {words:.0f} | {together:.1f} | {band.together:.0f} "
            f"| {hardest[0][1]:.1f} | {band.each:.0f} |"
        )
        if together > band.together:
            remarks.append(f"{band.slug}: all notices together are grade {together:.1f}")
        over = [(key, grade) for key, grade in hardest if grade > band.each]
        remarks += [f"{band.slug}: {key} is grade {grade:.1f}" for key, grade in over]
        failed += len(over) + (together > band.together)
        passed += len(notices) - len(over) + (together <= band.together)
        if options.hardest:
            remarks += [f"{band.slug}: {key} {grade:.1f}" for key, grade in hardest[:4]]
    for remark in remarks:
        print(f"reading_level: {remark}", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def _notices(reader: str, band: str) -> list[tuple[str, str]]:
    """Key and text of each notice: title, body and step as sentences."""
    command = [os.environ["HIMAYA_BIN"], "messages", "--json", "--reader", reader]
    command += ["--age-band", band]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    notices = [json.loads(line) for line in lines]
    parts = ("title", "body", "step")
    return [(one["key"], " ".join(_sentence(one[part]) for part in parts)) for one in notices]


def _sentence(text: str) -> str:
    return text if text.rstrip("”").endswith((".", "!", "?")) else f"{text}."


if __name__ == "__main__":
    sys.exit(main())
