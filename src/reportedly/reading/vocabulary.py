"""The cue lexicon: data files under `lexicon/`, read once and looked up by word form and frame.

A *frame* is what stands as the content of a cue: `clause` ("said that …"), `quote`, `wh` ("asked whether"), `to`, `ing`,
`object` ("denied the report"), `complement` ("called it a lie"), `causee` ("urged them to leave"), `prep:X`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.errors import ModelError

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Stance:
    """What a cue says of its source's attitude: act, polarity and certainty as marked by the guide."""

    act: str
    polarity: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cue that is neither verb nor noun: its words, where its source stands, its stance and frames."""

    words: tuple[str, ...]
    place: str
    stance: Stance
    frames: frozenset[str]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one lexicon file by column name; lines that begin with # are comments.

    Raises ModelError where the file is missing or a row has another number of cells than the header.
    """
    try:
        text = (files("reportedly.reading.lexicon") / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError(f"lexicon file {name} cannot be read ({error}); install the package again") from error
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ModelError(f"lexicon file {name}: {line!r} has {len(cells)} cells, the header {len(header)}")
        yield dict(zip(header, cells, strict=True))


@cache
def word_list(name: str) -> frozenset[str]:
    """A lexicon file with one entry a line."""
    try:
        text = (files("reportedly.reading.lexicon") / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError(f"lexicon file {name} cannot be read ({error}); install the package again") from error
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def inflect(lemma: str, past: str = "", participle: str = "") -> set[str]:
    """All forms of a regular or irregular English verb, the lemma among them."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    y_stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in VOWELS else ""
    third = (y_stem + "es") if y_stem else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    forms = {lemma, third, stem + "ing"}
    if past:
        forms |= {*past.split(), *participle.split()}
    else:
        forms.add(y_stem + "ed" if y_stem else lemma + "d" if lemma.endswith("e") else lemma + "ed")
    if _doubles(lemma):
        forms |= {lemma + lemma[-1] + "ing"} | (set() if past else {lemma + lemma[-1] + "ed"})
    return forms


def _doubles(lemma: str) -> bool:
    """Whether the last consonant may double: both spellings are then known forms ("labelled", "labeled")."""
    return len(lemma) > 2 and lemma[-1] not in VOWELS | set("wxyh") and lemma[-2] in VOWELS and lemma[-3] not in VOWELS


class Lexicon:
    """Cue verbs, nouns and phrases by the form that stands in a text."""

    def __init__(self) -> None:
        irregular = {r["lemma"]: (r["past"], r["participle"]) for r in rows("irregular.tsv")}
        self._verbs: dict[tuple[str, str], Stance] = {}
        self._verb_of: dict[str, str] = {}
        self.particle_verbs: set[str] = set()
        for row in rows("verbs.tsv"):
            head, _, particle = row["lemma"].partition(" ")
            for form in inflect(head, *irregular.get(head, ())):
                self._verb_of[form] = head
            if particle:
                self.particle_verbs.add(row["lemma"])
            self._add(self._verbs, row, row["lemma"])
        self._nouns: dict[tuple[str, str], Stance] = {}
        self._noun_of: dict[str, str] = {}
        for row in rows("nouns.tsv"):
            self._noun_of |= dict.fromkeys(_plurals(row["lemma"]), row["lemma"])
            self._add(self._nouns, row, row["lemma"])
        self.phrases = [
            Phrase(tuple(r["phrase"].split()), r["place"], _stance(r), frozenset(r["frames"].split()))
            for r in rows("phrases.tsv")
        ]

    @staticmethod
    def _add(table: dict[tuple[str, str], Stance], row: dict[str, str], lemma: str) -> None:
        for frame in row["frames"].split():
            table.setdefault((lemma, frame), _stance(row))

    def verb(self, form: str) -> str | None:
        """The lemma of a verb form (lower case), None for a verb that is no cue."""
        return self._verb_of.get(form)

    def verb_stance(self, lemma: str, frame: str) -> Stance | None:
        return self._verbs.get((lemma, frame))

    def noun(self, form: str) -> str | None:
        return self._noun_of.get(form)

    def noun_stance(self, lemma: str, frame: str) -> Stance | None:
        return self._nouns.get((lemma, frame))


def _stance(row: dict[str, str]) -> Stance:
    return Stance(row["act"], row["polarity"], row["certainty"])


def _plurals(noun: str) -> set[str]:
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return {noun, noun[:-1] + "ies"}
    return {noun, noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")}
