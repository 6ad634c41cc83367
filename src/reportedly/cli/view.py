"""A reading as a person would want to see it: each claim with its chain, its stance in words, its denials beside it."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from reportedly.cli.rows import ARROW, denials_of, words
from reportedly.cli.terminal import Terminal
from reportedly.model import (
    Act,
    Attribution,
    Certainty,
    Denial,
    Polarity,
    Quote,
    Reading,
    Report,
    SourceKind,
    Span,
    Spans,
)

# What a source does, in words and colour. The colour says no more than the word beside it.
ACTS = {
    Act.STATE: ("says", "cyan"),
    Act.REPORT: ("reports", "cyan"),
    Act.CONFIRM: ("confirms", "green"),
    Act.DENY: ("denies", "bold red"),
    Act.ACCUSE: ("accuses", "magenta"),
    Act.CLAIM: ("claims", "yellow"),
    Act.WARN: ("warns", "magenta"),
    Act.REQUEST: ("asks for", "blue"),
    Act.COMMIT: ("intends", "blue"),
    Act.PREDICT: ("predicts", "cyan"),
    Act.BELIEVE: ("thinks", "cyan"),
    Act.ASK: ("asks", "blue"),
    Act.DECLINE: ("does not say", "yellow"),
}
HEDGES = {Certainty.PROBABLE: "probably", Certainty.POSSIBLE: "possibly", Certainty.UNKNOWN: "but is not sure"}
LONGEST_OWN = 160
GAP = " … "
CLOSING_MARKS, OPENING_MARKS = frozenset('”"'), frozenset('“"')
STEP, DEEPEST_INDENT = 4, 5


def print_reading(console: Terminal, reading: Reading) -> None:
    """Prints a whole reading, story by story."""
    several = len(reading.report.stories) > 1
    nested: dict[str | None, list[Attribution]] = {}
    for a in reading.attributions:
        nested.setdefault(a.parent, []).append(a)
    for story in reading.report.stories:
        console.print()
        console.show(_title(reading, story.headline))
        console.show(_facts(reading.report, story.number if several else None))
        tops = [a for a in nested.get(None, []) if a.story == story.number]
        for a in tops:
            console.print()
            _print_tree(console, reading, nested, a)
        if not tops:
            console.show(Text("no attribution found", style="dim"), 2)
        _print_own(console, reading, story.number)
    _print_abstained(console, reading)


def _title(reading: Reading, headline: str | None) -> Text:
    return Text(headline or reading.report.file, style="bold")


def _facts(report: Report, story: int | None) -> Text:
    told = dict(report.told_by)
    parts = [f"story {story} of {len(report.stories)}"] if story else []
    for name, value in (("outlet", report.outlet), ("published", report.published), ("byline", report.byline)):
        if value:
            parts.append(f"{value} ({told.get(name, 'text')})" if name != "byline" else f"by {value}")
    return Text(" · ".join([*parts, report.id, report.file]), style="dim")


def _print_tree(
    console: Terminal, reading: Reading, nested: Mapping[str | None, Sequence[Attribution]], top: Attribution
) -> None:
    """An attribution and below it, indented, those inside its content."""
    waiting = [(top, 0)]
    while waiting:
        a, depth = waiting.pop()
        indent = 2 + STEP * min(depth, DEEPEST_INDENT)
        console.show(_line(reading, a), indent)
        if a.content:
            console.show(_content(reading, a), indent + 2)
        for note in _denials(reading, a):
            console.show(note, indent + 2)
        waiting += [(inner, depth + 1) for inner in reversed(nested.get(a.id, ()))]


def _line(reading: Reading, a: Attribution) -> Text:
    """One line: `Al Mayadeen ← Iranian sources  denies  [told]  a2`."""
    line = Text()
    *outer, last = chain_names(reading, a)
    line.append("".join(name + ARROW for name in outer), style="dim" if a.parent else "bold")
    line.append(f"{last}  ", style="bold")
    line.append_text(stance_text(a))
    line.append(f"  [{words(reading, a.cue)}] {a.id}", style="dim")
    return line


def stance_text(a: Attribution) -> Text:
    """What the source does, in words and colour: "says, in the negative, possibly"."""
    verb, style = ACTS[a.act]
    if a.act is Act.CONFIRM and a.polarity is Polarity.NONE:
        return Text("could not confirm", style="yellow")
    text = Text(verb, style=style)
    if a.polarity is Polarity.NEGATIVE and a.act is not Act.DENY:
        text.append(", in the negative", style="red")
    if a.certainty in HEDGES and a.act not in {Act.ASK, Act.DECLINE}:
        text.append(f", {HEDGES[a.certainty]}", style="yellow")
    return text


def chain_text(reading: Reading, a: Attribution) -> str:
    """The chain in one line."""
    return ARROW.join(chain_names(reading, a))


def chain_names(reading: Reading, a: Attribution) -> list[str]:
    """The hops of a chain; a source that the report does not name, or that could not be told, is said to be so."""
    names = [hop.name for hop in reading.chain(a)]
    if a.party is None:
        names.append("nobody named" if a.kind is SourceKind.NONE else f"“{words(reading, a.source)}” (who?)")
    return names


def _content(reading: Reading, a: Attribution) -> Text:
    text = said(reading, a.content)
    return Text(f"“{text}”" if a.quote is Quote.DIRECT else text)


def said(reading: Reading, spans: Spans) -> str:
    """Contents for people to read: gaps as "…", white space folded, quotation marks that an edge left out put back."""
    return GAP.join(" ".join(_balanced(reading.report.text, span).split()) for span in spans)


def _balanced(text: str, span: Span) -> str:
    inner = text[span.start : span.end]
    if inner.count("“") == inner.count("”") and inner.count('"') % 2 == 0:
        return inner
    behind = text[span.end : span.end + 3].lstrip(".,;!?")[:1]
    before = text[span.start - 1 : span.start]
    if behind in CLOSING_MARKS:
        return f"{inner}{behind}"
    return f"{before}{inner}" if before in OPENING_MARKS else inner


def _denials(reading: Reading, a: Attribution) -> Iterator[Text]:
    for denial in reading.denies:
        if denial.by == a.id:
            yield Text(_denied(reading, denial), style="red")
    for denial in denials_of(reading, a):
        yield Text(_denier(reading, denial), style="red")


def _denied(reading: Reading, denial: Denial) -> str:
    if denial.denies is None:
        return "✗ whose claim this denies was not found in this report"
    other = next((b for b in reading.attributions if b.id == denial.denies), None)
    return f"✗ denies {chain_text(reading, other)} ({denial.denies})" if other else f"✗ denies {denial.denies}"


def _denier(reading: Reading, denial: Denial) -> str:
    if denial.by is None:
        return "✗ denied by the writer"
    by = reading.attribution(denial.by)
    return f"✗ denied by {chain_text(reading, by)} ({by.id})"


def _print_own(console: Terminal, reading: Reading, story: int) -> None:
    """What the writer states in his own voice."""
    own = [c for c in reading.claims if c.attribution is None and reading.report.story_at(c.span.start) == story]
    if not own:
        return
    console.print()
    console.show(Text("in the writer's own voice", style="italic"), 2)
    for claim in own:
        text = " ".join(claim.text.split())
        shown = text if len(text) <= LONGEST_OWN else text[: LONGEST_OWN - 1].rsplit(" ", 1)[0] + " …"
        console.show(Text(f"{claim.id}  {shown}", style="dim"), 4)
        for denial in reading.denies:
            if denial.denies == claim.id:
                console.show(Text(_denier(reading, denial), style="red"), 6)


def _print_abstained(console: Terminal, reading: Reading) -> None:
    """What could not be told about this report. Layers that no report gets yet are left to the JSON."""
    notes = [
        a
        for a in reading.abstained
        if a.what in {"encoding", "article", "language", "attributions", "outlet", "published"}
    ]
    unresolved = sum(a.what == "party" for a in reading.abstained)
    lines = [f"{a.what}: {a.why}" for a in notes]
    if unresolved:
        lines.append(f"party: {unresolved} source{'s' if unresolved > 1 else ''} could not be told")
    if lines:
        console.print()
    for line in lines:
        console.show(Text(f"? {line}", style="yellow"), 2)
