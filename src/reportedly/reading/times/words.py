"""The vocabulary of times (`lexicon/time_words.tsv`), as look-ups and as parts of patterns."""

import re
from collections.abc import Mapping
from functools import cache

from reportedly.reading.vocabulary import rows

# Longer numbers are none that anybody counts with.
NUMERAL = re.compile(r"(\d[\d,]{0,18}(?:\.\d{1,18})?)(?:[- ](\d)/(\d))?")
AND_A_HALF = " and a half"


@cache
def words_of(kind: str) -> Mapping[str, str]:
    """All words of one kind with their values, in lower case."""
    found: dict[str, str] = {}
    for row in rows("time_words.tsv"):
        if row["kind"] == kind:
            found.update(dict.fromkeys(row["words"].split("|"), row["value"]))
    return found


def any_of(kind: str, *, capital: bool = False, dot: str = "") -> str:
    """A pattern for the words of a kind, longest first; `capital` as names are written, `dot` what follows a short form."""
    return f"(?:{'|'.join(_form(kind, w, capital=capital, dot=dot) for w in sorted(words_of(kind), key=lambda w: (-len(w), w)))})"


def _form(kind: str, word: str, *, capital: bool, dot: str) -> str:
    values = words_of(kind)
    short = any(w != word and w.startswith(word) and values[w] == values[word] for w in values)
    written = re.escape(word.capitalize() if capital else word).replace("'", "['’]")
    loud = f"|{word.upper()}" if capital and not short else ""
    return f"(?:{written}{loud})" if loud else written + (dot if short else "")


def value(kind: str, text: str) -> str | None:
    """The value of a word, however it is written; None if the kind does not hold it."""
    return words_of(kind).get(text.lower().rstrip(".").replace("’", "'"))


def numbered(kind: str, text: str) -> int:
    """The value of a word that is a number (of months, weekdays, ordinals)."""
    found = value(kind, text)
    if found is None:
        message = f"{text!r} is no {kind}"
        raise KeyError(message)
    return int(found)


def number(text: str) -> float | None:
    """A number in digits or words ("2 1/2", "twenty-four", "a hundred", "three and a half"); None where it is vague."""
    said = text.lower().strip()
    if said in {"a", "an", "the", "one"}:
        return 1
    if said.startswith("half"):
        return 0.5
    if said in words_of("pair"):
        return 2
    if said in words_of("vague"):
        return None
    half = 0.5 if said.endswith(AND_A_HALF) else 0.0
    said = said.removesuffix(AND_A_HALF)
    numeral = NUMERAL.fullmatch(said)
    if numeral:
        whole, over, under = numeral.groups()
        return float(whole.replace(",", "")) + (int(over) / int(under) if over and int(under) else 0) + half
    return None if said[:1].isdigit() else _spelt(said) + half


def _spelt(said: str) -> float:
    if said.endswith(" hundred"):
        return 100 * (number(said.removesuffix(" hundred")) or 0)
    tens, ones = words_of("tens"), words_of("number")
    return sum(int(tens.get(word, ones.get(word, "0"))) for word in re.split(r"[- ]", said))
