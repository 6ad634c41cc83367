"""Whose cue it is: the subject of a verb, through coordination, participles, relative clauses and control."""

from collections.abc import Sequence

from reportedly.reading.attribution.links import Words
from reportedly.reading.syntax import Syntax

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom"})
# Clause types whose own subject is left out because it is that of the verb above.
SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep", "ccomp"})
# After these the one who acts in "to …" is the object: "urged Iran to deny".
OBJECT_CONTROL = frozenset(
    "ask urge tell order force allow push press persuade invite direct instruct want expect advise lead cause prompt help "
    "encourage enable require get see hear accuse blame thank criticize".split()
)


def noun_phrase(syntax: Syntax, head: int, without: int | None = None) -> Words:
    """The words of the noun phrase at `head`: modifiers, titles and appositives, less the branch that holds `without`."""
    dropped = [c for c in syntax.children[head] if _not_of_name(syntax, c, without)]
    words = syntax.subtree(head, dropped)
    words = [w for w in words if syntax.sentence_of[w] == syntax.sentence_of[head]]
    while words and syntax.tags[words[-1]] in {",", ":", "''", "``", ".", "HYPH", "CC", "-LRB-"}:
        words.pop()
    while words and syntax.tags[words[0]] in {",", ":", "''", "``", ".", "CC", "-RRB-"}:
        words.pop(0)
    return _without_gap(words, head) if words else (head,)


def _not_of_name(syntax: Syntax, child: int, without: int | None) -> bool:
    if without is not None and syntax.edges[child][0] <= without <= syntax.edges[child][1]:
        return True
    return syntax.deps[child] in {"cc", "preconj"} and syntax.child(syntax.heads[child], "conj") is None


def _without_gap(words: list[int], head: int) -> Words:
    """The run around the head and what hangs on it by punctuation only; a far-off piece is a parser's slip."""
    if head not in words:
        return tuple(words)
    at = words.index(head)
    first = last = at
    while first > 0 and words[first] - words[first - 1] <= 2:
        first -= 1
    while last < len(words) - 1 and words[last + 1] - words[last] <= 2:
        last += 1
    return tuple(words[first : last + 1])


def subject(syntax: Syntax, verb: int, quoted: Sequence[int] = (), depth: int = 0) -> tuple[int | None, bool]:
    """(head word of who acts, whether it stood as a passive subject) for a verb; (None, False) where none is told.

    `quoted` has the number of the quotation that each word stands in (-1 for none): a verb outside a quotation shares
    no subject with one inside, whatever the parser hung it on.
    """
    own = syntax.child(verb, *SUBJECTS)
    if own is not None:
        return _antecedent(syntax, own, verb), False
    passive = syntax.child(verb, *PASSIVE_SUBJECTS)
    if passive is not None:
        return _antecedent(syntax, passive, verb), True
    if depth > 6 or syntax.heads[verb] == verb:
        return None, False
    above, dep = syntax.heads[verb], syntax.deps[verb]
    if quoted and quoted[above] not in {-1, quoted[verb]}:
        outside = next((w for w in syntax.ancestors(verb) if quoted[w] != quoted[above]), None)
        return (None, False) if outside is None else subject(syntax, outside, quoted, depth + 1)
    if dep == "acl" and syntax.tags[verb] == "VB":
        return _owner(syntax, above, quoted, depth), False
    if dep in {"acl", "relcl"}:
        return (above, False) if syntax.tags[above][0] in "NP" or syntax.tags[above] in {"DT", "CD"} else (None, False)
    if dep in {"xcomp", "pcomp", "ccomp"}:
        controller = _controlling_object(syntax, verb, above)
        if controller is not None:
            return controller, False
    if dep in SHARED:
        return subject(syntax, above, quoted, depth + 1)
    return None, False


def _owner(syntax: Syntax, noun: int, quoted: Sequence[int], depth: int) -> int | None:
    """Who acts in "their reason to suspect", "they have reason to suspect"."""
    possessor = syntax.child(noun, "poss")
    if possessor is not None:
        return possessor
    if syntax.deps[noun] in {"dobj", "attr"}:
        return subject(syntax, syntax.heads[noun], quoted, depth + 1)[0]
    return None


def _controlling_object(syntax: Syntax, verb: int, above: int) -> int | None:
    """The object that acts in the clause below: "urged Iran to deny", "accused Iran of denying"."""
    governor = syntax.heads[above] if syntax.deps[verb] == "pcomp" else above
    if syntax.deps[verb] == "pcomp" and syntax.lower[above] not in {"of", "for", "from"}:
        return None
    found = syntax.child(governor, "dobj", "dative")
    if found is None or not syntax.tags[governor].startswith("V"):
        return None
    stem = syntax.lower[governor]
    return (
        found
        if any(stem.startswith(v.rstrip("e")) for v in OBJECT_CONTROL) or syntax.lower[governor] == "told"
        else None
    )


def _antecedent(syntax: Syntax, word: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, or the word itself."""
    if syntax.lower[word] not in RELATIVE:
        return word
    for w in (verb, *syntax.ancestors(verb)):
        if syntax.deps[w] == "relcl":
            return syntax.heads[w]
    return word


def agent(syntax: Syntax, verb: int) -> int | None:
    """The "by" phrase of a passive verb: the head word of who did it."""
    for c in syntax.children[verb]:
        if syntax.deps[c] == "agent" or (syntax.deps[c] == "prep" and syntax.lower[c] == "by" and c > verb):
            return syntax.child(c, "pobj")
    return None


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is passive: an auxiliary says so, or it is a participle behind its noun with "by"."""
    if syntax.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return syntax.tags[verb] == "VBN" and syntax.deps[verb] in {"acl", "advcl", "relcl"}
