"""Draws docs/reading.svg: how a terminal shows an example report."""

import io
import re
from pathlib import Path

from evaluation.floors import EXAMPLES
from reportedly import load, read
from reportedly.cli.terminal import Terminal
from reportedly.cli.view import print_reading

PICTURE = Path(__file__).parent.parent / "docs" / "reading.svg"
SHOWN = EXAMPLES / "ilvet-ultimatum" / "beacon-nine.txt"


def main() -> None:
    """Reads the report and writes the picture; fonts are the viewer's own, nothing is fetched."""
    console = Terminal(record=True, width=96, file=io.StringIO(), force_terminal=True)
    print_reading(console, read(load(str(SHOWN.relative_to(Path.cwd())))))
    svg = console.export_svg(title="reportedly read beacon-nine.txt", unique_id="reading")
    PICTURE.write_text(re.sub(r"@font-face\s*\{[^}]*\}\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
