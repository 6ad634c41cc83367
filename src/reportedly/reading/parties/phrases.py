"""One noun phrase that names a party: its head, the name in it, the titles around the name."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.parties.names import is_title, noun_kinds, singular
from reportedly.reading.syntax import Name, Syntax

PROPER = frozenset({"NNP", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
EDGES = frozenset({"-", ".", ","})
SHORT_TITLES = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
                "adm": "admiral", "lt": "lieutenant", "prof": "professor", "dr": "doctor", "sgt": "sergeant"}  # fmt: skip
LONGEST_ACRONYM = 5
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words, head word, the person's or body's name in it (words), titles, number."""

    words: tuple[int, ...]
    head: int
    person: tuple[int, ...]
    body: tuple[int, ...]
    titles: tuple[str, ...]
    definite: bool
    plural: bool


def read_phrase(syntax: Syntax, words: Sequence[int], known_people: Sequence[str] = ()) -> Phrase:
    """Takes a noun phrase apart; `known_people` are last names that are persons whatever the pipeline calls them."""
    head = phrase_head(syntax, words)
    person = _person(syntax, words, head, known_people)
    body = () if person else _body(syntax, words, head)
    first = syntax.lower[words[0]]
    titles = _titles(syntax, words, person) if person else ()
    plural = syntax.tags[head] in PLURAL_TAGS or any(
        syntax.deps[w] == "conj" and syntax.heads[w] == head for w in words
    )
    return Phrase(tuple(words), head, person, body, titles, first in DEFINITE, plural)


def phrase_head(syntax: Syntax, words: Sequence[int]) -> int:
    """The word that the others hang on."""
    inside = set(words)
    heads = [w for w in words if syntax.heads[w] not in inside or syntax.heads[w] == w]
    return heads[0] if heads else words[-1]


def name_run(syntax: Syntax, start: int, end: int, inside: Sequence[int] | None = None) -> tuple[int, ...]:
    """A name's words widened to the proper nouns and hyphens it is part of, titles left out."""
    allowed = set(inside) if inside is not None else None

    def fits(w: int) -> bool:
        return (
            0 <= w < len(syntax)
            and (allowed is None or w in allowed)
            and (syntax.tags[w] in PROPER or syntax.words[w] == "-")
            and syntax.sentence_of[w] == syntax.sentence_of[start]
        )

    while fits(start - 1) and not is_title(syntax.lower[start - 1]) and _same_name(syntax, start - 1, start):
        start -= 1
    while fits(end) and _same_name(syntax, end - 1, end):
        end += 1
    words = [w for w in range(start, end) if syntax.tags[w] != "POS" and syntax.lower[w] not in {"'s", "’s", "'"}]
    while len(words) > 1 and (is_title(syntax.lower[words[0]]) or _is_acronym(syntax.words[words[0]])):
        words.pop(0)
    while words and syntax.words[words[-1]] in EDGES:
        words.pop()
    while words and (syntax.words[words[0]] in EDGES or syntax.lower[words[0]] == "elect"):
        words.pop(0)
    return tuple(words)


def _is_acronym(word: str) -> bool:
    """An office in front of a name: "NSA Tessel", "UN chief …"."""
    return word.isupper() and word.isalpha() and 2 <= len(word) <= LONGEST_ACRONYM


def _same_name(syntax: Syntax, left: int, right: int) -> bool:
    """Whether neighbours belong to one name: no other name begins there, only a space or hyphen stands between."""
    a, b = syntax.name_at[left], syntax.name_at[right]
    if a is not None and b is not None and a is not b:
        # The pipeline cuts unknown names in two; the parser still sees one.
        return syntax.deps[left] == "compound" and syntax.heads[left] in {right, syntax.heads[right]}
    return syntax.starts[right] - syntax.ends[left] <= 1


def _person(syntax: Syntax, words: Sequence[int], head: int, known: Sequence[str]) -> tuple[int, ...]:
    for w in (head, *(c for c in words if syntax.deps[c] == "appos" and syntax.heads[c] == head)):
        found = _person_at(syntax, w, words, known)
        if found:
            return found
    # "the company's chief, whose name …": a title before a name the parser did not join to the head
    for w in words:
        if syntax.deps[w] in {"appos", "compound", "nmod"} and is_title(syntax.lower[head]):
            found = _person_at(syntax, w, words, known)
            if found and found[0] > head:
                return found
    return ()


def is_titled(syntax: Syntax, word: int) -> bool:
    """Whether a title stands directly before a name's word: "General Brantek"."""
    return word > 0 and is_title(syntax.lower[word - 1]) and syntax.words[word - 1][0].isupper()


def is_called_person(syntax: Syntax, word: int) -> bool:
    """Whether an apposition gives a proper noun a role: "the energy minister, Mikel Adrast", "Adrast, a lawyer"."""
    kinds = noun_kinds()
    beside = [syntax.heads[word]] if syntax.deps[word] == "appos" else []
    beside += [c for c in syntax.children[word] if syntax.deps[c] == "appos"]
    return any(kinds.get(syntax.lower[b]) == "unnamed" and syntax.tags[b] == "NN" for b in beside)


def _person_at(syntax: Syntax, word: int, words: Sequence[int], known: Sequence[str]) -> tuple[int, ...]:
    if syntax.tags[word] not in PROPER:
        return ()
    name = syntax.name_at[word]
    if name is not None and name.label == "PERSON":
        return name_run(syntax, name.start, name.end, words)
    run = name_run(syntax, word, word + 1, words)
    before = run[0] - 1 if run else -1
    titled = is_called_person(syntax, word) or (
        before >= 0
        and before in words
        and is_title(syntax.lower[before])
        and syntax.starts[run[0]] - syntax.ends[before] == 1
    )
    if run and (titled or syntax.lower[run[-1]] in known) and syntax.lower[word] not in noun_kinds():
        return run
    return ()


def _body(syntax: Syntax, words: Sequence[int], head: int) -> tuple[int, ...]:
    """The proper name that the head is part of, or that the phrase is built on ("the Fars news agency")."""
    if syntax.tags[head] in PROPER:
        name: Name | None = syntax.name_at[head]
        if name is not None and name.label not in {"DATE", "TIME", "CARDINAL", "ORDINAL"}:
            return tuple(w for w in range(name.start, name.end) if w in words and syntax.tags[w] != "POS")
        return name_run(syntax, head, head + 1, words)
    return ()


def _titles(syntax: Syntax, words: Sequence[int], person: tuple[int, ...]) -> tuple[str, ...]:
    """What the phrase calls its person besides the name: the words before it and the appositives around it."""
    out: list[str] = []
    inside = set(person)
    stretches: list[list[int]] = [[]]
    for w in words:
        if w in inside or syntax.words[w] in {",", "(", ")", "–", "—"}:
            if stretches[-1]:
                stretches.append([])
        else:
            stretches[-1].append(w)
    for stretch in stretches:
        while stretch and (syntax.tags[stretch[0]] in {"DT", "IN", "CC"} or syntax.tags[stretch[0]] == "PRP$"):
            stretch.pop(0)
        while stretch and syntax.tags[stretch[-1]] == "POS":
            stretch.pop()
        if stretch and syntax.tags[stretch[0]][0] in "NJ":
            out.append(syntax.phrase(stretch[0], stretch[-1]))
    return tuple(out)


def role_nouns(titles: Sequence[str]) -> set[str]:
    """The role nouns in titles, singular and lower case: what "the commander" may refer back to."""
    kinds = noun_kinds()
    found = set()
    for title in titles:
        for word in title.lower().replace("-", " ").split():
            if kinds.get(word) == "unnamed" or is_title(word):
                found.add(SHORT_TITLES.get(word.rstrip("."), singular(word)))
    return found
