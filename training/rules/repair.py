"""Known slips of the parser that would cost attributions, put right before cues are read."""

from dataclasses import replace

from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP"})
AUXILIARY = frozenset({"aux", "auxpass"})


def repaired(syntax: Syntax, lexicon: Lexicon) -> Syntax:
    """The syntax with verbs of saying that were coordinated one level too deep moved up.

    In "She said police had found a wire and promised …" the promise is hers: the tense of the second verb is that of
    the first, not that of the clause between.
    """
    heads = list(syntax.heads)
    for verb, dep in enumerate(syntax.deps):
        if dep == "conj" and syntax.tags[verb] in FINITE and lexicon.verb(syntax.lower[verb]):
            outer = _outer(syntax, verb, lexicon)
            if outer is not None:
                heads[verb] = outer
    return syntax if heads == syntax.heads else replace(syntax, heads=heads)


def _outer(syntax: Syntax, verb: int, lexicon: Lexicon) -> int | None:
    """The verb of saying above the clause that a verb is coordinated with, where that is its true partner."""
    inner = syntax.heads[verb]
    if syntax.deps[inner] != "ccomp" or syntax.child(verb, "nsubj", "nsubjpass", "aux") is not None:
        return None
    outer = syntax.heads[inner]
    says = lexicon.verb(syntax.lower[outer])
    if says is None or lexicon.verb_stance(says, "clause") is None or outer > inner:
        return None
    same_tense = syntax.tags[verb] == syntax.tags[outer]
    inner_differs = syntax.tags[inner] != syntax.tags[verb] or any(
        syntax.deps[c] in AUXILIARY for c in syntax.children[inner]
    )
    return outer if same_tense and inner_differs else None
