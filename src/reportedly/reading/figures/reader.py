"""The figures of a report: each amount that counts something, of what, and who says so."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.model import Attribution, Figure, Span
from reportedly.reading.figures.amounts import Amount, amounts
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import inflect, rows

# Labels of names that are no counts.
OTHERWISE = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL", "LAW"})
MONEY = "money"
CASUALTIES = frozenset({"deaths", "injured", "missing", "detained", "infected", "rescued"})
# Words before an amount that make it no count of its own: "the two officers", a conversion in brackets.
ASIDE = frozenset({"the", "these", "those", "both", "his", "her", "their", "our", "my", "your", "(", "no"})
DONE_TO = frozenset({"nsubjpass", "dobj", "nsubj", "conj", "attr"})


@cache
def _lexicon() -> Mapping[str, Mapping[str, str]]:
    """By part of speech: each form to what is counted."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("figures.tsv"):
        forms = found.setdefault(row["part"], {})
        for lemma in row["lemmas"].split("|"):
            forms.update(dict.fromkeys(inflect(lemma), row["what"]))
    return found


def read_figures(syntax: Syntax, attributions: Sequence[Attribution]) -> Iterator[Figure]:
    """The figures of a text, in its order; the asserter is the innermost attribution in whose content one stands."""
    for amount in amounts(syntax.text):
        what = _what(syntax, amount)
        if what is not None:
            span = Span(amount.start, amount.end)
            yield Figure(
                what, amount.low, amount.high, amount.unit, span, _asserter(attributions, span), about=amount.about
            )


def _what(syntax: Syntax, amount: Amount) -> str | None:
    """What an amount counts; None where it counts nothing that is kept."""
    words = _words(syntax, amount)
    if not words:
        return None
    before = syntax.lower[words[0] - 1] if words[0] else ""
    if amount.unit:
        return None if before == "(" else MONEY
    number = max((w for w in words if syntax.tags[w] in {"CD", "NNS", "NN"}), default=words[-1])
    counted = _counted(syntax, number, words)
    form, lexicon = syntax.lower[counted], _lexicon()
    known = (
        _done(syntax, counted) or _done(syntax, number) or (lexicon["noun"].get(form) if counted > words[-1] else None)
    )
    if form in lexicon["unit"] or any((name := syntax.name_at[w]) and name.label in OTHERWISE for w in words):
        return known if form in lexicon["people"] or known in CASUALTIES else None
    if known or counted <= words[-1] or not syntax.tags[counted].startswith("NN"):
        return known
    several = amount.low == amount.high == 1 or (amount.low in {2, 3} and amount.high is None)
    return None if several or before in ASIDE else form


def _words(syntax: Syntax, amount: Amount) -> list[int]:
    first = bisect_left(syntax.starts, amount.start)
    return list(range(first, bisect_left(syntax.starts, amount.end)))


def _counted(syntax: Syntax, number: int, words: Sequence[int]) -> int:
    """The noun that a number goes with ("28 people", "dozens of people"), or the number itself where it stands alone."""
    of = next((c for c in syntax.children[number] if syntax.lower[c] == "of"), None)
    if of is not None and (noun := syntax.child(of, "pobj")) is not None:
        return noun
    at = number
    while (
        syntax.deps[at] in {"nummod", "compound", "quantmod", "amod", "nmod", "advmod", "det"}
        and syntax.heads[at] != at
    ):
        at = syntax.heads[at]
        if at not in words:
            return at
    return number


def _done(syntax: Syntax, counted: int) -> str | None:
    """What was done to those counted, or what they did: "28 people were killed", "killing 28", "28 dead"."""
    lexicon = _lexicon()
    for child in syntax.children[counted]:
        if syntax.deps[child] in {"acl", "amod", "relcl"} and (found := lexicon["done"].get(syntax.lower[child])):
            return found
    verb, dep = syntax.heads[counted], syntax.deps[counted]
    if dep not in DONE_TO or verb == counted:
        return None
    form, active = syntax.lower[verb], dep == "nsubj"
    if active:
        state = next(
            (syntax.lower[c] for c in syntax.children[verb] if syntax.deps[c] in {"acomp", "attr", "oprd"}), ""
        )
        return lexicon["does"].get(form) or lexicon["done"].get(state)
    return lexicon["done"].get(form)


def _asserter(attributions: Sequence[Attribution], span: Span) -> str | None:
    around = [a for a in attributions if any(c.start <= span.start and span.end <= c.end for c in a.content)]
    return min(around, key=lambda a: sum(c.end - c.start for c in a.content)).id if around else None
