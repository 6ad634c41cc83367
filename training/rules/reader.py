"""All attributions of a text: the links of every kind of cue, quotations joined, overlaps settled."""

from collections.abc import Sequence

from reportedly.reading.attribution.links import Link
from reportedly.reading.parties.names import noun_kinds
from reportedly.reading.parties.phrases import phrase_head
from reportedly.reading.quotes import Quotation
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon
from training.rules.headline import headline_links
from training.rules.nouns import NounReader
from training.rules.phrases import PhraseReader
from training.rules.quoted import QuoteReader, quoted_words
from training.rules.repair import repaired
from training.rules.verbs import VerbReader

# Acts of words: a statement, a film, a letter can do them.
SPEAKING = frozenset({"state", "report", "confirm", "deny", "accuse", "claim"})


class RuleReader:
    """The rule-based reader of attributions: `read` gives links."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, syntax: Syntax, quotations: Sequence[Quotation], headlines: Sequence[tuple[int, int]]) -> list[Link]:
        """All links of the text in the order of their cues."""
        syntax = repaired(syntax, self._lexicon)
        verbs = VerbReader(syntax, self._lexicon, quoted_words(syntax, quotations))
        links = QuoteReader(syntax, quotations, verbs).read(verbs.links())
        links += NounReader(syntax, self._lexicon).links()
        links += PhraseReader(syntax, self._lexicon).links()
        links += headline_links(syntax, headlines, self._lexicon)
        links = [link for link in links if _has_a_mind(syntax, link)]
        return sorted(_distinct(links), key=lambda x: (x.cue[0], x.head))


def _has_a_mind(syntax: Syntax, link: Link) -> bool:
    """Whether a source can plan, think or ask: "the move aims to …" is nobody's intention. Anything may *say* something."""
    if link.source is None or link.frame in {"clause", "quote", "wh", "that"} or link.stance.act in SPEAKING:
        return True
    head = phrase_head(syntax, link.source)
    if syntax.tags[head] != "NN" or syntax.name_at[head] is not None:
        return True
    noun = syntax.lower[head]
    return noun in noun_kinds() or noun.endswith(("er", "or", "ist", "ian", "man", "one", "body"))


def _distinct(links: Sequence[Link]) -> list[Link]:
    """One link a cue word."""
    taken: set[int] = set()
    out = []
    for link in links:
        if not taken & set(link.cue):
            taken |= set(link.cue)
            out.append(link)
    return out
