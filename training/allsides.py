"""Reports of the AllSides sample as texts to learn from: marks lie in `training/data/allsides`, the texts, which are their publishers', do not.

The sample is tokenised; what is marked are the texts put together again. A mark says which text it was made on by its digest.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.marks import Marked, guide_marks

ARTICLES = Path("allsides_sample") / "articles.jsonl.gz"
# Characters of an unmarked report that is learnt from.
SHORTEST, LONGEST = 1200, 6000
# One after the other: quotation marks of the Penn Treebank, brackets, contractions, punctuation, apostrophes, currencies.
_JOINED = [
    (re.compile(pattern), by)
    for pattern, by in (
        (r"`` ?", '"'),
        (r" ?''", '"'),
        (r"([“‘(\[]) ", r"\1"),
        (r" ([”)\]])", r"\1"),
        (r" ?n ?(['’]) ?t\b", r"n\1t"),
        (r" (['’]) (s|re|ve|ll|d|m|S)\b", r"\1\2"),
        (r" (['’])(s|re|ve|ll|d|m|S)\b", r"\1\2"),
        (r"(?<=s) ’ (?=[a-z])", "’ "),
        (r"\b(\w) ’ (?=[A-Z])", r"\1’"),
        (r" ([.,;:?!%…])", r"\1"),
        (r"([$£€#]) (?=\d)", r"\1"),
        (r" ’(?=[\s.,;”\"]|$)", "’"),
    )
]


def put_together(tokenised: str) -> str:
    """Tokenised news text as it was written, as far as rules can tell."""
    for pattern, by in _JOINED:
        tokenised = pattern.sub(by, tokenised)
    return tokenised


def articles(data: Path) -> Iterator[tuple[str, str]]:
    """(id, text) of every article of the sample: its headline, then its paragraphs, a line each."""
    with gzip.open(data / ARTICLES, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            yield one["id"], f"{one['headline'].strip()}\n{put_together(one['text'].strip())}\n"


def unmarked(data: Path, marks: Path, work: Path, most: int) -> Iterator[Marked]:
    """Reports of the sample that nobody has marked, of ordinary length, in an order of chance that stays the same."""
    marked = {path.name.removesuffix(".gold.json") for path in marks.glob("*.gold.json")}
    fit = {name: text for name, text in articles(data) if name not in marked and SHORTEST <= len(text) <= LONGEST}
    work.mkdir(parents=True, exist_ok=True)
    for name in sorted(fit, key=lambda n: hashlib.sha256(n.encode()).digest())[:most]:
        path = work / f"{name}.txt"
        path.write_text(fit[name], encoding="utf-8", newline="")
        yield Marked(name, "unmarked", path, (), nested=True)


def allsides(data: Path, marks: Path, work: Path) -> Iterator[Marked]:
    """The marked reports of the sample in name order; their texts are written to `work`.

    Raises:
        ValueError: an article is missing, or is not the text that was marked.

    """
    marked = {path.name.removesuffix(".gold.json"): path for path in marks.glob("*.gold.json")}
    texts = {name: text for name, text in articles(data) if name in marked} if marked else {}
    work.mkdir(parents=True, exist_ok=True)
    for name in sorted(marked):
        gold = json.loads(marked[name].read_text(encoding="utf-8"))
        text = texts.get(name, "").encode()
        if hashlib.sha256(text).hexdigest() != gold["sha256"]:
            message = f"{name}: {data / ARTICLES} does not hold the text that was marked; take the sample that data/README.md names"
            raise ValueError(message)
        path = work / f"{name}.txt"
        path.write_bytes(text)
        yield Marked(name, "allsides", path, guide_marks(gold), nested=True)
