"""What each stretch of a text is: headline, dateline, byline, body, boilerplate; and where a second story begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.model import Region, RegionKind

LINE = re.compile(r"[^\n]+")
# A headline is short and is no sentence of the body; these bound the number of its words.
LONGEST_HEADLINE = 26
# It stands among the first lines.
LATEST_HEADLINE = 4
SHORTEST_SECOND_HEADLINE, LONGEST_SECOND_HEADLINE = 6, 22
SHORTEST_PARAGRAPH = 12
SENTENCE_END = re.compile(r"[.!?…][\s\"”’'`)\]]*$")
CAPITAL = "[" + "".join(c for c in map(chr, range(0x250)) if c.isupper()) + "]"
NAME = rf"{CAPITAL}[\w.’'-]*"
BYLINE = re.compile(
    rf"(?i:by|from)\s+(?P<who>{NAME}(?:\s+{NAME}|\s+(?:and|de|van|von|al|bin|el)\b)*)(?:\s*[,|/–—-]\s*.{{0,60}})?$"
)
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?"
)
# A day may have its time beside it; "March 8 rally draws thousands" is a headline.
TIME_OF_DAY = r"[\s,|•·–—-]+(?:at\s+)?\d{1,2}(?:[:.h]\d{2}|\s*[ap]\.?m).{0,20}"
DATE_LINE = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+{MONTH})"
    rf"(?:,?\s+\d{{4}})?(?:{TIME_OF_DAY})?$|\d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\S+)?$",
    re.IGNORECASE,
)
# "NEW YORK, Nov 25 (Reuters) - …", "SARRIN (Agency) —": a place in capitals and a dash.
DATELINE = re.compile(
    rf"{CAPITAL}(?:{CAPITAL}|[.’'-])+(?:[ /]{CAPITAL}(?:{CAPITAL}|[.’'-])+){{0,3}}"
    r"(?:,\s[^—–\n(]{1,40}?)?(?:\s*\([^)\n]{2,40}\))?\s*(?:—|–|--| - )\s*"
    rf"|{NAME}(?: {NAME}){{0,2}}(?:, [^—–\n(]{{1,30}})?\s*\({CAPITAL}[\w /.]{{1,30}}\)\s*(?:—|–|--|-)\s*"
)
WORD = re.compile(r"\w{4,}")
# A second story's headline tells what its first paragraphs tell: this share of its words stands there.
SHARED_WORDS = 0.34


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        return bool(SENTENCE_END.search(self.text.rstrip()))


def find_regions(text: str, title: str | None = None, one_story: bool = False) -> tuple[Region, ...]:
    """The regions of a text in order; white space between them is nobody's.

    `title` is the headline as told beside the text; `one_story` keeps a page's single article from being split.
    """
    lines = [Line(m.start(), m.end(), m[0].strip()) for m in LINE.finditer(text) if not m[0].isspace()]
    lines = [_stripped(text, line) for line in lines]
    told = _key(title or "") or None
    boilerplate = [
        (is_boilerplate(line.text) or (n > 2 and _shouted(line)))
        and not (n < LATEST_HEADLINE and _key(line.text) == told)
        for n, line in enumerate(lines)
    ]
    out: list[Region] = []
    for story, (first, last) in enumerate(_stories(lines, boilerplate, one_story), 1):
        out += _story_regions(lines[first:last], boilerplate[first:last], story, title if story == 1 else None)
    return tuple(out)


def _stripped(text: str, line: Line) -> Line:
    start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    return Line(start, start + len(line.text), line.text)


@cache
def _patterns() -> re.Pattern[str]:
    rows = (files("reportedly.intake") / "boilerplate.tsv").read_text(encoding="utf-8").splitlines()
    patterns = [row.split("\t")[0] for row in rows if row and not row.startswith("#")][1:]
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def is_boilerplate(line: str) -> bool:
    """Whether a line belongs to the page around a report: further reading, share bars, credits, lists."""
    return bool(_patterns().match(line))


def _shouted(line: Line) -> bool:
    """A line all in capitals inside a body is a link to another story."""
    return line.words > 3 and line.text.isupper() and not line.ends_sentence


# ---- stories


def _stories(lines: Sequence[Line], boilerplate: Sequence[bool], one_story: bool) -> Iterator[tuple[int, int]]:
    """Line ranges of the stories of one text."""
    first = 0
    for n in range(2, len(lines) - 1):
        if not one_story and n - first > 2 and _begins_story(lines, boilerplate, first, n):
            yield first, n
            first = n
    if lines:
        yield first, len(lines)


def _begins_story(lines: Sequence[Line], boilerplate: Sequence[bool], first: int, n: int) -> bool:
    """Whether line `n` is the headline of a further story: short, no sentence, told again by what follows it."""
    line, before, after = lines[n], lines[n - 1], lines[n + 1]
    if boilerplate[n] or not SHORTEST_SECOND_HEADLINE <= line.words <= LONGEST_SECOND_HEADLINE:
        return False
    if line.ends_sentence or line.text[-1] in ":;,-—" or line.text[0] in "\"“‘'—–-•*(" or not line.text[0].isupper():
        return False
    if not (before.ends_sentence or boilerplate[n - 1]) or after.words < SHORTEST_PARAGRAPH or not after.ends_sentence:
        return False
    bodies = [k for k in range(first, n) if lines[k].words >= SHORTEST_PARAGRAPH]
    if len(bodies) < 2:
        return False
    title = {w.lower()[:5] for w in WORD.findall(line.text)}
    told = {w.lower()[:5] for k in range(n + 1, min(n + 4, len(lines))) for w in WORD.findall(lines[k].text)}
    rest = sum(1 for k in range(n + 1, len(lines)) if lines[k].words >= SHORTEST_PARAGRAPH)
    if rest < 2 or len(title & told) < max(3, SHARED_WORDS * len(title)):
        return False
    return not _repeats(lines[first : n + 4], line)


def _repeats(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line says word for word what a paragraph near it says: then it is a pull quote."""
    words = _key(re.split(r"\s[—–-]\s", line.text)[0])
    return any(words in _key(other.text) for other in lines if other is not line)


# ---- one story


def _story_regions(
    lines: Sequence[Line], boilerplate: Sequence[bool], story: int, title: str | None
) -> Iterator[Region]:
    headline = _headline(lines, boilerplate, title)
    in_head = True
    for n, line in enumerate(lines):
        if n == headline:
            yield Region(RegionKind.HEADLINE, line.start, line.end, story)
        elif boilerplate[n] and not (in_head and DATE_LINE.match(line.text)):
            yield Region(RegionKind.BOILERPLATE, line.start, line.end, story)
        elif in_head and line.words <= 12 and BYLINE.match(line.text) and not line.ends_sentence:
            yield Region(RegionKind.BYLINE, line.start, line.end, story)
        elif in_head and line.words <= 12 and DATE_LINE.match(line.text):
            yield Region(RegionKind.DATELINE, line.start, line.end, story)
        else:
            yield from _body(line, story, in_head)
            in_head = False


def _headline(lines: Sequence[Line], boilerplate: Sequence[bool], title: str | None) -> int | None:
    """The number of the line that is the headline, None where the text begins with its body."""
    candidates = [n for n in range(min(LATEST_HEADLINE, len(lines))) if not boilerplate[n]]
    if title:
        known = _key(title)
        for n in candidates:
            if _key(lines[n].text) == known:
                return n
    if not candidates or len(lines) < 2:
        return None
    first = candidates[0]
    line = lines[first]
    after = [x for n, x in enumerate(lines) if n > first and not boilerplate[n]]
    short = line.words <= LONGEST_HEADLINE and not DATELINE.match(line.text) and not BYLINE.match(line.text)
    longer_follows = any(x.words > line.words for x in after[:4])
    return first if short and longer_follows and not DATE_LINE.match(line.text) else None


def _key(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip().casefold()


def _body(line: Line, story: int, first: bool) -> Iterator[Region]:
    """A paragraph, less the dateline that the first one may begin with."""
    start = line.start
    match = DATELINE.match(line.text) if first else None
    if match and match.end() < len(line.text):
        yield Region(RegionKind.DATELINE, start, start + len(match[0].rstrip()), story)
        start += match.end()
    yield Region(RegionKind.BODY, start, line.end, story)
