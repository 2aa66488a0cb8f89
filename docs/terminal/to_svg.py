"""Terminal output on standard input -> an SVG. Usage: to_svg.py TITLE OUT"""

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS = 130
# Lines shown; longer output is cut where a file begins.
MAX_LINES = 70

THEME = TerminalTheme(
    background=(22, 27, 34),
    foreground=(201, 209, 217),
    normal=[
        (72, 79, 88), (232, 120, 114), (126, 190, 132), (222, 180, 100),
        (110, 168, 230), (188, 145, 222), (96, 190, 196), (201, 209, 217),
    ],
    bright=[
        (110, 118, 129), (246, 146, 140), (150, 210, 155), (236, 200, 128),
        (140, 190, 245), (208, 170, 236), (128, 210, 214), (240, 246, 252),
    ],
)

# No font from the network: whoever looks at the picture asks nobody for anything.
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<!-- Made by docs/terminal/render. -->
<style>
.{unique_id}-matrix {{
  font-family: "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
  white-space: pre;
}}
.{unique_id}-title {{ font: 600 17px system-ui, "DejaVu Sans", sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def sections(lines: list[Text]) -> list[list[Text]]:
    """The report of each chat or picture, with the empty line behind it."""
    out: list[list[Text]] = [[]]
    for line in lines:
        out[-1].append(line)
        if not line.plain.strip():
            out.append([])
    return [section for section in out if section]


def shortened(lines: list[Text]) -> list[Text]:
    """At most MAX_LINES lines and the last one, cut between two reports."""
    if len(lines) <= MAX_LINES:
        return lines
    shown: list[Text] = []
    for section in sections(lines[:-1]):
        if shown and len(shown) + len(section) > MAX_LINES - 3:
            break
        shown += section
    left = len(lines) - 1 - len(shown)
    if left == 0:
        return lines
    return [*shown, Text(f"⋮ {left} more lines", style="dim"), Text(), lines[-1]]


def wrapped(console: Console, line: Text) -> list[Text]:
    """A line in as many rows as it needs, all as far to the right as its last column."""
    if line.cell_len <= COLUMNS:
        return [line]
    # Rows of the report end in `0.93  words`: further words go below the first.
    columns = re.match(r".*[█░] \d\.\d\d  |\s*", line.plain)
    indent = columns.end() if columns else 0
    head, rest = line.divide([indent])
    rows = rest.wrap(console, COLUMNS - indent)
    return [Text.assemble(head if at == 0 else " " * indent, row) for at, row in enumerate(rows)]


def main() -> None:
    title, out = sys.argv[1], Path(sys.argv[2])
    console = Console(width=COLUMNS, record=True, file=io.StringIO(), force_terminal=True)
    # splitlines() would cut at more than the ends of lines.
    lines = [Text.from_ansi(line) for line in sys.stdin.read().rstrip("\n").split("\n")]
    for line in lines_to_show(console, lines):
        console.print(line, soft_wrap=True, highlight=False)
    svg = console.export_svg(
        title=title, theme=THEME, code_format=FORMAT, font_aspect_ratio=0.602, unique_id="himaya"
    )
    # Letters that hang together, as Arabic ones, are scaled to their columns, not moved apart.
    svg = svg.replace(" textLength=", ' lengthAdjust="spacingAndGlyphs" textLength=')
    out.write_text(svg, encoding="utf-8")


def lines_to_show(console: Console, lines: list[Text]) -> list[Text]:
    return shortened([row for line in lines for row in wrapped(console, line)])


if __name__ == "__main__":
    main()
