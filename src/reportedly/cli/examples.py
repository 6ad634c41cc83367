"""`reportedly examples`: the invented stories that come with the package, copied out."""

import shlex
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

from reportedly.errors import Refusal


@click.command(
    epilog="""\b
Examples:
  reportedly examples              says where they lie in the package
  reportedly examples stories      copies them to ./stories
"""
)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def examples(folder: Path | None) -> int:
    """Show or copy two invented contested stories to try things on.

    FOLDER must not exist yet.
    """
    with as_file(files("reportedly") / "examples") as source:
        if folder is None:
            for story in sorted(p for p in source.iterdir() if p.is_dir()):
                for report in sorted(story.glob("*.txt")):
                    click.echo(report)
            return 0
        if folder.exists():
            raise Refusal(str(folder), "it exists already", "name a new folder")
        try:
            shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
        except OSError as error:
            raise Refusal(str(folder), f"it cannot be made ({error})", "name a folder where you may write") from error
    click.echo(f"copied to {folder}; try: reportedly read {shlex.quote(str(folder))}/*/*.txt")
    return 0
