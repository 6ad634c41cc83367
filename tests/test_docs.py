"""The documentation names what there is, and the commands it shows can be run."""

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from reportedly import (
    Act,
    Certainty,
    Polarity,
    Quote,
    SourceKind,
    from_bytes,
    read,
    reading_to_json,
)
from reportedly.cli.main import cli

ROOT = Path(__file__).parent.parent
DOCS = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
EVERYTHING = "\n".join(DOCS.values())
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
SHOWN = re.compile(r"^(?:\.venv/bin/)?(reportedly [a-z].*)$", re.MULTILINE)


def options() -> list[tuple[str, str]]:
    return [
        (name, option)
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    ]


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented(name: str) -> None:
    assert f"reportedly {name}" in EVERYTHING


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_documented(command: str, option: str) -> None:
    assert option in EVERYTHING


@pytest.mark.parametrize("page", sorted(DOCS))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    folder = ROOT if page == "README.md" else ROOT / "docs"
    assert [] == [target for target in LINK.findall(DOCS[page]) if not (folder / target).exists()]


@pytest.mark.parametrize("line", sorted({line for page in DOCS.values() for line in SHOWN.findall(page)}))
def test_commands_that_are_shown_are_understood(line: str) -> None:
    words = shlex.split(line.split("  ", maxsplit=1)[0].split(" > ", maxsplit=1)[0].split(" | ", maxsplit=1)[0])[1:]
    command = cli.commands[words[0]]
    assert words[0] == command.make_context(words[0], words[1:]).info_name


@pytest.mark.parametrize("label", [*Act, *Polarity, *Certainty, *Quote, *SourceKind])
def test_every_label_is_explained(label: str) -> None:
    assert f"`{label}`" in DOCS["marking.md"]


def test_every_key_of_the_json_form_is_documented() -> None:
    form = reading_to_json(
        read(from_bytes(b"Two officials said the bridge was closed.\nTessel denied that the bridge was closed."))
    )
    keys = {
        *form,
        *form["report"],
        *form["attributions"][0],
        *form["parties"][0],
        *form["claims"][0],
        *form["denies"][0],
    }
    keys |= {*form["abstained"][0], *form["reader"], *form["parties"][0]["profile"]}
    assert set() == {key for key in keys if f"`{key}`" not in DOCS["formats.md"]}
    assert json.loads(json.dumps(form)) == form
