"""Amounts: where a text says how many, between which bounds, of which currency."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportedly.reading.times.grammar import foreign
from reportedly.reading.times.words import any_of, number

SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "k": 10**3,
}
# How many a vague word means at least: two of its size, a few being three.
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9}
FEW = 3
AT_LEAST = (
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "more than",
    "over",
    "well over",
    "upwards of",
    "above",
    "in excess of",
    "a minimum of",
)
AT_MOST = (
    "at most",
    "no more than",
    "not more than",
    "up to",
    "as many as",
    "less than",
    "fewer than",
    "under",
    "below",
    "a maximum of",
)
ABOUT = (
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "an estimated",
    "estimated",
    "nearly",
    "almost",
    "close to",
    "just under",
    "just over",
)
CURRENCIES = {
    "$": "USD", "us$": "USD", "dollar": "USD", "£": "GBP", "pound": "GBP", "€": "EUR", "euro": "EUR", "¥": "JPY", "yen": "JPY",
    "₹": "INR", "rupee": "INR", "₿": "XBT", "bitcoin": "XBT", "c$": "CAD", "a$": "AUD", "yuan": "CNY", "ruble": "RUB",
    "rouble": "RUB", "złoty": "PLN", "zloty": "PLN", "franc": "CHF", "rial": "IRR", "lira": "TRY", "shekel": "ILS", "won": "KRW",
    "peso": "MXN", "rand": "ZAR",
}  # fmt: skip
SIGN = r"(?:(?:US|C|A)?\$|[£€¥₹₿])"
COIN = "(?:" + "|".join(c for c in CURRENCIES if len(c) > 2 and c.isalpha()) + ")"
ONES = any_of("number")
SPELT = rf"(?:{any_of('tens')}(?:[- ]{ONES})?|{ONES}|a|half a)"
NUMERAL = r"\d+(?:,\d{3})*(?:\.\d+)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion)"
ONE = (
    rf"(?:(?:{SIGN}\s?)?(?:{NUMERAL}|{SPELT})(?:[\s-]{SCALE}\b|(?<=\d)\s?(?:bn|m|k)\b)?(?:\s(?:and\s)?{SPELT}(?=\W))?)"
)
MANY = (
    r"(?:(?:tens|hundreds) of (?:thousands|millions)|(?:a couple|a few|several|some|many) (?:dozen|hundred|thousand|million)|"
    rf"{'|'.join(VAGUE)}|(?:a|half a|two|three|four|five|six) dozen|a couple|a handful|several|a few)"
)
QUALIFIED = "|".join(sorted((*AT_LEAST, *AT_MOST, *ABOUT), key=len, reverse=True))
AMOUNT = re.compile(
    rf"(?<![\w$£€.,:-])(?:(?P<how>{QUALIFIED})\s+)?(?:between\s+(?P<from>{ONE})\s+and\s+(?P<to>{ONE})|(?P<low>{ONE})(?:(?<=\d)\s?[-–]\s?(?=\d)|\s+(?:to|or)\s+)(?P<high>{ONE})|"
    rf"(?P<many>{MANY})|(?P<one>{ONE}))(?P<coin>\s+(?:\w+\s)?{COIN}s?)?(?P<more>\s+or more)?(?![\w%]|[-–]\w|[.:,]\d)",
    re.IGNORECASE,
)  # fmt: skip
NONE = re.compile(
    r"(?<!\w)(?:no|zero)(?=\s+(?:deaths?|injuries|casualties|fatalities|victims|arrests|survivors|one was (?:killed|hurt|injured)))",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """Where an amount stands, its bounds (None: open), its currency; `about` where it is a round one."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    about: bool


def amounts(text: str) -> Iterator[Amount]:
    """All amounts of a text in order; an article alone is none."""
    found = [
        Amount(m.start(), m.end(), *bounds, _currency(m), (m["how"] or "").lower() in ABOUT)
        for m in AMOUNT.finditer(text)
        if (bounds := _bounds(m))
    ]
    found += [Amount(m.start(), m.end(), 0, 0, None, about=False) for m in NONE.finditer(text)]
    yield from sorted(found, key=lambda a: (a.start, a.end))


def _bounds(m: re.Match[str]) -> tuple[float | None, float | None] | None:
    how = (m["how"] or "").lower()
    if foreign(m[0].replace("ł", "l")):
        return None
    if m["many"]:
        least = _vague(m["many"].lower())
        return (None, least) if how in AT_MOST else (least, None)
    if m["one"] is None:
        low, high = (_value(m[name]) for name in (("from", "to") if m["from"] else ("low", "high")))
        if low is None or high is None:
            return None
        scale = _scale(m["to"] or m["high"])
        low = low * scale if scale > 1 and low < scale and _scale(m["from"] or m["low"]) == 1 else low
        return (low, high) if low <= high else None
    value = _value(m["one"])
    if value is None or m["one"].lower() in {"a", "half a"}:
        return None
    if m["more"] or how in AT_LEAST:
        return value, None
    return (None, value) if how in AT_MOST else (value, value)


def _value(text: str) -> float | None:
    """The value of one number with its scale: "2.5 million", "three hundred and ten"."""
    said = re.sub(rf"^{SIGN}\s?", "", text.lower(), flags=re.IGNORECASE)
    found = re.fullmatch(rf"({NUMERAL}|{SPELT})(?:[\s-]({SCALE})|\s?(bn|m|k))?(?:\s(?:and\s)?({SPELT}))?", said)
    if not found:
        return None
    base = 0.5 if found[1] == "half a" else number(found[1])
    rest = number(found[4]) if found[4] else 0
    return None if base is None else base * SCALES.get(found[2] or found[3] or "", 1) + (rest or 0)


def _scale(text: str) -> int:
    found = re.search(rf"({SCALE}|bn|m|k)$", text.lower())
    return SCALES[found[1]] if found else 1


def _vague(said: str) -> float:
    first, _, last = said.partition(" ")
    if said in VAGUE:
        return VAGUE[said]
    if " of " in said:
        return {"tens": 20, "hundreds": 200}[first] * {"thousands": 10**3, "millions": 10**6}[last.removeprefix("of ")]
    size = {"dozen": 12, **SCALES}.get(said.rsplit(maxsplit=1)[-1])
    if said.startswith("half"):
        return 6
    if size is None:
        return 2 if said == "a couple" else FEW
    times = {"a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(first, FEW)
    return (2 if said.startswith("a couple") else FEW if said.startswith("a few") else times) * size


def _currency(m: re.Match[str]) -> str | None:
    sign = re.search(SIGN, m[0])
    if sign:
        return CURRENCIES.get(sign[0].lower())
    return CURRENCIES.get(m["coin"].split()[-1].lower().rstrip("s")) if m["coin"] else None
