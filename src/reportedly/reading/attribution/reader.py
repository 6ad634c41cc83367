"""All attributions of a text: the links of every kind of cue, quotations joined, overlaps settled, nesting read."""

from collections.abc import Sequence

from reportedly.reading.attribution.headline import headline_links
from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.nouns import NounReader
from reportedly.reading.attribution.phrases import PhraseReader
from reportedly.reading.attribution.quoted import QuoteReader, quoted_words
from reportedly.reading.attribution.repair import repaired
from reportedly.reading.attribution.spans import Overlaps, hull, inside, length, word_spans
from reportedly.reading.attribution.verbs import VerbReader
from reportedly.reading.parties.names import noun_kinds
from reportedly.reading.parties.phrases import phrase_head
from reportedly.reading.quotes import Quotation
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon

# Acts of words: a statement, a film, a letter can do them.
SPEAKING = frozenset({"state", "report", "confirm", "deny", "accuse", "claim"})


class RuleReader:
    """The rule-based reader of attributions: `read` gives links and their parents."""

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


def parents(syntax: Syntax, links: Sequence[Link]) -> list[int | None]:
    """For each link the number of the one in whose content it stands: the smallest content that holds its cue."""
    cues = [word_spans(syntax, link.cue) for link in links]
    contents = Overlaps([hull(link.content) for link in links])
    number = {link.head: n for n, link in enumerate(links)}
    out: list[int | None] = []
    for n, link in enumerate(links):
        if link.within in number:
            out.append(number[link.within])
            continue
        around = [
            m
            for m in contents.of(*hull(cues[n]))
            if m != n and inside(cues[n], links[m].content) and not inside(cues[m], link.content)
        ]
        out.append(min(around, key=lambda m: (length(links[m].content), m)) if around else None)
    return _without_circles(out)


def _without_circles(above: list[int | None]) -> list[int | None]:
    """The parents less those whose own line leads back: no attribution stands within itself."""
    for n in range(len(above)):
        seen, m = {n}, above[n]
        while m is not None and m not in seen:
            seen.add(m)
            m = above[m]
        if m == n:
            above[n] = None
    return above
