"""Where text for people is printed: in colour on a terminal, plain in a pipe, and never more than text."""

from typing import Any, NoReturn

from rich.console import Console
from rich.text import Text

# A report may hold control characters, escape codes among them: their pictures are shown, nothing is sent to the terminal.
PICTURES = {c: 0x2400 + c for c in range(0x20) if chr(c) not in "\t\n"}
VISIBLE = {**PICTURES, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


# Text is never squeezed into fewer columns than this, however deep it is indented.
NARROWEST = 7


class Terminal(Console):
    """Standard output as a person reads it. `options` are those of a rich console."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, **options)

    def on_broken_pipe(self) -> NoReturn:
        """Leaves a reader that went away to the command line, which knows it from every command."""
        raise BrokenPipeError

    def show(self, text: Text, indent: int = 0) -> None:
        """Prints a text, wrapped, every line indented, no blanks at line ends."""
        text.plain = text.plain.translate(VISIBLE)
        indent = max(min(indent, self.width - NARROWEST), 0)
        for line in text.wrap(self, max(self.width - indent, 1)):
            line.rstrip()
            self.print(Text(" " * indent).append_text(line), soft_wrap=True)
