"""What all tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reportedly import Reader, Reading, from_bytes
from reportedly.reading.syntax import Parser, Syntax
from reportedly.reading.vocabulary import Lexicon

# Reading a report takes longer than Hypothesis likes; the examples stay the same from run to run.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("steady")

EXAMPLES = Path(__file__).parent.parent / "src" / "reportedly" / "examples"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read_text(reader: Reader) -> Callable[..., Reading]:
    """Reads a text as a report: `read_text(text, outlet="The Herald")`."""

    def read(text: str, **told: str) -> Reading:
        return reader.read(from_bytes(text.encode(), "report.txt", told=told))

    return read


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Syntax]:
    return parser.parse
