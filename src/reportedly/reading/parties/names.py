"""Names as strings: their parts, whether two are one, what outlets and bodies are called."""

import re
import unicodedata
from functools import cache, lru_cache

from reportedly.reading.vocabulary import rows, word_list

WORD = re.compile(r"[\w’'.&-]+")
ARTICLES = frozenset({"the", "a", "an"})
OUTLET_WORDS = re.compile(
    r"\b(news|times|post|herald|tribune|gazette|journal|daily|newspaper|radio|television|tv|press|broadcasting|media|wire|"
    r"courier|chronicle|observer|telegraph|examiner|dispatch|sentinel|star|mail|globe|mirror|standard|argus|mercury)\b",
    re.IGNORECASE,
)
# Short names that only outlets have.
ALONE = frozenset("times post herald tribune gazette telegraph chronicle observer sun globe guardian".split())
# Bodies that carry a press word without being an outlet.
NOT_OUTLET = re.compile(
    r"\b(committee|union|secretary|club|freedom|council|ministry|party|society|square|office|act)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name for comparison: without accents, case and possessive."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").casefold()
    return re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", plain).strip()


def parts(name: str) -> list[str]:
    """The words of a name for comparison, without articles and titles in front."""
    words = [w.strip(".'") for w in WORD.findall(folded(name))]
    while words and (words[0] in ARTICLES or (len(words) > 1 and is_title(words[0]))):
        words.pop(0)
    return [w for w in words if w]


def is_title(word: str) -> bool:
    return word.lower() in word_list("titles.txt") or word.lower() + "." in word_list("titles.txt")


def same_person(short: str, long: str) -> bool:
    """Whether one form of a person's name may stand for the other: its words are among them and the last one is shared."""
    a, b = sorted((parts(short), parts(long)), key=len)
    return bool(a) and set(a) <= set(b) and (a[-1] == b[-1] or (len(a) == 1 and a[0] == b[0] and len(b) == 2))


def same_body(a: str, b: str) -> bool:
    """Whether two names of bodies are one: equal words, a shortened form that keeps the first, or the initials."""
    x, y = sorted((parts(a), parts(b)), key=len)
    if not x or not y:
        return False
    if x == y or (set(x) <= set(y) and x[0] == y[0] and len(x[0]) > 2 and x[0] not in COMMON_FIRST):
        return True
    return len(x) == 1 and x[0] == initials(" ".join(y))


def initials(name: str) -> str:
    """The first letters of a name of three or more words, "" for a shorter one: "islamic revolution guard corps" → "irgc"."""
    words = [w for w in parts(name) if w not in {"of", "the", "and", "for", "in"}]
    return "".join(w[0] for w in words) if len(words) > 2 else ""


def without_article(name: str) -> str:
    """A name without "the" in front."""
    return name[4:] if name[:4].lower() == "the " and len(name) > 4 else name


COMMON_FIRST = frozenset(
    "united new north south east west national american british royal international state us central".split()
)


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet, by list or by its words ("… Times", "… News Agency")."""
    plain = folded(name)
    bare = plain.removeprefix("the ")
    if plain in word_list("outlets.txt") or bare in word_list("outlets.txt"):
        return True
    if len(bare.split()) == 1:
        return bare in ALONE
    return bool(OUTLET_WORDS.search(bare)) and not NOT_OUTLET.search(bare)


@cache
def noun_kinds() -> dict[str, str]:
    """Head noun (singular and plural) to kind of source; the first kind that lists a noun wins."""
    out: dict[str, str] = {}
    for row in rows("party_nouns.tsv"):
        for noun in row["nouns"].split():
            for form in (noun, *_plurals(noun)):
                out.setdefault(form, row["kind"])
    return out


def _plurals(noun: str) -> tuple[str, ...]:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "ch", "sh", "x")):
        return (noun + "es",)
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    return (noun + "s",)


def singular(noun: str) -> str:
    """A noun's singular, as far as the party nouns know it."""
    kinds = noun_kinds()
    for ending, other in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + other in kinds:
            return noun[: -len(ending)] + other
    return noun
