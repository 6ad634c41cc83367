"""The model card, from what the manifest tells."""

from collections.abc import Mapping
from typing import Any

TEXT = """# Model card: the reader of attributions

Written by `python -m training.make`; do not edit.

**What it is.** all-MiniLM-L6-v2 (22.7 million parameters, 6 layers, 384 states; Apache-2.0) fine-tuned to find attributions
in English news: one pass over a window of text, then small heads on its states for anchors (the words that carry cues),
for the roles around an anchor (cue, source, content, hearer; decoded as a chain), and for act, polarity, certainty.
Weights of the encoder are 8-bit integers, those of the heads 32-bit floats; ONNX, opset 17.

**What for.** Attributions as docs/marking.md defines them. Its figures stand in docs/figures.md. It is not made for other
languages, transcripts, fiction, or legal texts; it judges no claim and no person.

**What it learnt from.** Nothing of these texts is in the package.

| set | used for | licence |
|---|---|---|
| PolNeAR train: {polnear} US campaign reports of 2015 and 2016, {polnear_marks} outermost attributions | spans; by the rules of `training/rules`: hearers, what may stand inside contents, acts of known cues | none stated |
| chains train: {chains} reports marked for this project, {chains_marks} attributions, nested ones too | everything | marks free; texts CC BY 2.5 or the publishers' |
| `training/data`: {wikinews} Wikinews reports marked for this project, {wikinews_marks} attributions, nested ones too | everything | CC BY 2.5 |
| `training/data`: marks of {allsides} reports of the AllSides sample made for this project, {allsides_marks} attributions, nested ones too | everything | marks Apache-2.0; texts the publishers', not in the project |
| {unmarked} further reports of that sample, marked by nobody | what a first network finds in them | the publishers' |
| UW, MEANTIME and UDS-IH2 training parts: {facts} sentences with the factuality of events | an auxiliary task of the encoder | none stated; MEANTIME CC BY 4.0 |

{kept} further reports of these sets were kept out of training; on them calibration, thresholds and the weight of the
network's leanings against the lexicon were chosen. The development parts were never trained on.

**What to know.** Most of what it saw is about one campaign in one country; outlets of that time are over-represented.
Attributions inside contents are not marked in most of its reports: a first network, trained on guesses of rules there and
on marks in the other sets{others}, judged them for the second one, as it did reports without any marks. So nested attributions are found less surely. The
score of an attribution is the probability that content and source are right for at least half of their words.

| | |
|---|---|
| data, SHA-256 | `{digest}` |
| settings | {settings} |
| … after the first network's judgement | {again} |
| thresholds of the score | {thresholds} |
"""


def card(manifest: Mapping[str, Any]) -> str:
    """The card in Markdown."""
    data, trained = manifest["data"], manifest["data"]["trained"]
    files = "".join(f"| {name}, SHA-256 | `{digest}` |\n" for name, digest in sorted(manifest["files"].items()))
    return (
        TEXT.format(
            polnear=trained["polnear reports"],
            polnear_marks=f"{trained['polnear marks']:,}",
            chains=trained["chains reports"],
            chains_marks=f"{trained['chains marks']:,}",
            wikinews=trained["wikinews reports"],
            wikinews_marks=f"{trained['wikinews marks']:,}",
            allsides=trained["allsides reports"],
            allsides_marks=f"{trained['allsides marks']:,}",
            unmarked=data["unmarked"],
            facts=f"{data['factuality']:,}",
            others=f", and {data['teachers']} networks of earlier versions" if data["teachers"] else "",
            kept=sum(n for name, n in data["kept"].items() if name.endswith("reports")),
            digest=data["digest"],
            settings=", ".join(f"{k} {v}" for k, v in manifest["settings"].items()),
            again=", ".join(f"{k} {v}" for k, v in manifest["again"].items() if manifest["settings"].get(k) != v),
            thresholds=", ".join(f"{name} {value}" for name, value in manifest["thresholds"].items()),
        )
        + files
    )
