"""A reading as a person would want to see it: each claim with its chain, its stance in words, its denials beside it."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.rows import ARROW, words
from reportedly.model import Act, Attribution, Certainty, Denial, Polarity, Quote, Reading, Report, SourceKind

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
HEDGES = {Certainty.PROBABLE: "probably", Certainty.POSSIBLE: "possibly", Certainty.UNKNOWN: "unknown"}
LONGEST_OWN = 160


def print_reading(console: Console, reading: Reading) -> None:
    """Prints a whole reading, story by story."""
    several = len(reading.report.stories) > 1
    for story in reading.report.stories:
        console.print()
        console.print(_title(reading, story.headline))
        console.print(_facts(reading.report, story.number if several else None))
        tops = [a for a in reading.attributions if a.parent is None and a.story == story.number]
        for a in tops:
            console.print()
            _print_tree(console, reading, a, 0)
        if not tops:
            console.print(Padding(Text("no attribution found", style="dim"), (1, 0, 0, 2)))
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


def _print_tree(console: Console, reading: Reading, a: Attribution, depth: int) -> None:
    console.print(Padding(_line(reading, a), (0, 0, 0, 2 + 4 * depth)))
    if a.content:
        console.print(Padding(_content(reading, a), (0, 2, 0, 4 + 4 * depth)))
    for note in _denials(reading, a):
        console.print(Padding(note, (0, 2, 0, 4 + 4 * depth)))
    for inner in reading.attributions:
        if inner.parent == a.id:
            _print_tree(console, reading, inner, depth + 1)


def _line(reading: Reading, a: Attribution) -> Text:
    """"Al Mayadeen ← Iranian sources  denies  [told]  a2"."""
    verb, style = ACTS[a.act]
    if a.polarity is Polarity.NEGATIVE and a.act is not Act.DENY:
        verb, style = f"{verb}, in the negative", "red"
    line = Text()
    line.append(chain_text(reading, a), style="bold")
    line.append("  ")
    line.append(verb, style=style)
    if a.certainty in HEDGES and a.act not in {Act.ASK, Act.DECLINE}:
        line.append(f", {HEDGES[a.certainty]}", style="yellow")
    line.append(f"  [{words(reading, a.cue)}] {a.id}", style="dim")
    return line


def chain_text(reading: Reading, a: Attribution) -> str:
    """The chain in one line; a source that the report does not name, or that could not be told, is said to be so."""
    names = [hop.name for hop in reading.chain(a)]
    if a.party is None:
        names.append("nobody named" if a.kind is SourceKind.NONE else f"“{words(reading, a.source)}” (who?)")
    return ARROW.join(names)


def _content(reading: Reading, a: Attribution) -> Text:
    text = " ".join(words(reading, a.content).split())
    return Text(f"“{text}”" if a.quote is Quote.DIRECT else text)


def _denials(reading: Reading, a: Attribution) -> Iterator[Text]:
    for denial in reading.denies:
        if denial.by == a.id:
            yield Text(_denied(reading, denial), style="red")
        if denial.denies == a.id:
            yield Text(_denier(reading, denial), style="red")


def _denied(reading: Reading, denial: Denial) -> str:
    if denial.denies is None:
        return "✗ denies what nobody in this report says"
    other = next((b for b in reading.attributions if b.id == denial.denies), None)
    return f"✗ denies {chain_text(reading, other)} ({denial.denies})" if other else f"✗ denies {denial.denies}"


def _denier(reading: Reading, denial: Denial) -> str:
    if denial.by is None:
        return "✗ denied by the writer"
    by = reading.attribution(denial.by)
    return f"✗ denied by {chain_text(reading, by)} ({by.id})"


def _print_own(console: Console, reading: Reading, story: int) -> None:
    """What the writer states in his own voice."""
    own = [c for c in reading.claims if c.attribution is None and reading.report.story_at(c.span.start) == story]
    if not own:
        return
    console.print()
    console.print(Padding(Text("in the writer's own voice", style="italic"), (0, 0, 0, 2)))
    for claim in own:
        text = " ".join(claim.text.split())
        shown = text if len(text) <= LONGEST_OWN else text[: LONGEST_OWN - 1].rsplit(" ", 1)[0] + " …"
        console.print(Padding(Text(f"{claim.id}  {shown}", style="dim"), (0, 2, 0, 4)))


def _print_abstained(console: Console, reading: Reading) -> None:
    """What could not be told about this report. Layers that no report gets yet are left to the JSON."""
    notes = [a for a in reading.abstained if a.what in {"encoding", "article", "language", "attributions", "outlet", "published"}]
    unresolved = sum(a.what == "party" for a in reading.abstained)
    lines = [f"{a.what}: {a.why}" for a in notes]
    if unresolved:
        lines.append(f"party: {unresolved} source{'s' if unresolved > 1 else ''} could not be told")
    for n, line in enumerate(lines):
        console.print(Padding(Text(f"? {line}", style="yellow"), (1 if n == 0 else 0, 0, 0, 2)))
