"""Where text for people is printed: in colour on a terminal, plain in a pipe, and never more than text."""

from typing import NoReturn

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

# A report may hold control characters, escape codes among them: their pictures are shown, nothing is sent to the terminal.
PICTURES = {c: 0x2400 + c for c in range(0x20) if chr(c) not in "\t\n"}
VISIBLE = {**PICTURES, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


class Terminal(Console):
    """Standard output as a person reads it."""

    def __init__(self) -> None:
        super().__init__(highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Leaves a reader that went away to the command line, which knows it from every command."""
        raise BrokenPipeError

    def show(self, text: Text, indent: int = 0) -> None:
        """Prints a text whose every line is indented."""
        text.plain = text.plain.translate(VISIBLE)
        self.print(Padding(text, (0, 0, 0, indent), expand=False))
