"""What each stretch of a text is, and where a second story begins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.regions import find_regions, is_boilerplate
from reportedly.model import RegionKind

HEADLINE = "Orle demands that the wreck be opened to foreign divers"
PARAGRAPHS = (
    "Orle demanded on Friday that Vesper admit its divers to the wreck of the ferry, which sank in the strait.",
    "In a note handed to the ambassador, the ministry accused Vesper of hiding a rusty pump and a drunken mate.",
    "President Alma Rudd was quoted by the state agency as saying that no child would cross for a minister’s career.",
    "Vesper has not answered the note, officials in Orle said, and the embassy promised to study it with care.",
)
SECOND = (
    "Miners in Harrow block the road over unpaid wages",
    "Miners in the Harrow valley blocked the main road on Friday over wages that went unpaid since the summer.",
    "The union said four hundred miners stood at the barrier, and that the road would stay shut until they are paid.",
    "The owner of the pits said the money was on its way and asked the miners to clear the road before the frost.",
)
LINES = st.lists(
    st.sampled_from(
        [HEADLINE, *PARAGRAPHS, *SECOND, "", "  \t", "By Edda Lorn", "Nov 25, 2025", "Read more: Ferry sinks"]
    )
    | st.sampled_from(
        ["ORLE, Nov 25 — Nobody came.", "ORLE (Quay Wire) -", "* * *", "PUMP WAS RUSTY SAYS CLERK", "\u2028x\r"]
    )
    | st.text(max_size=30),
    max_size=14,
)


def kinds(*lines: str, title: str | None = None) -> list[tuple[str, str]]:
    """(kind, text) of the regions of a text with these lines."""
    text = "\n".join(lines)
    return [(r.kind.value, text[r.start : r.end]) for r in find_regions(text, title)]


def body_without_head(*lines: str) -> list[tuple[str, str]]:
    """The regions between the headline and the last two paragraphs, with the given lines there."""
    return kinds(HEADLINE, *PARAGRAPHS[:2], *lines, *PARAGRAPHS[2:])[3:-2]


def stories(*lines: str) -> list[str]:
    """The first line of each story of a text."""
    text = "\n".join(lines)
    firsts: dict[int, str] = {}
    for r in find_regions(text):
        firsts.setdefault(r.story, text[r.start : r.end])
    return list(firsts.values())


@given(LINES, st.none() | st.sampled_from([HEADLINE, "Other"]), st.booleans())
def test_regions_are_in_order_apart_and_cover_every_line(lines: list[str], title: str | None, one_story: bool) -> None:
    text = "\n".join(lines)
    regions = find_regions(text, title, one_story)
    assert all(0 <= r.start < r.end <= len(text) for r in regions)
    assert all(a.end <= b.start and 0 <= b.story - a.story <= 1 for a, b in pairwise(regions))
    covered = {n for r in regions for n in range(r.start, r.end)}
    assert [] == [n for n, c in enumerate(text) if not c.isspace() and n not in covered]
    assert [] == [r for r in regions if text[r.start].isspace() or text[r.end - 1].isspace()]
    assert not one_story or {r.story for r in regions} <= {1}


@given(LINES)
def test_a_story_has_one_headline_at_most(lines: list[str]) -> None:
    heads = [r.story for r in find_regions("\n".join(lines)) if r.kind is RegionKind.HEADLINE]
    assert sorted(set(heads)) == heads


def test_a_long_blank_line_is_passed_over_at_once() -> None:
    text = f"{HEADLINE}\n{' ' * 1_000_000}\n{PARAGRAPHS[0]}"
    assert [(0, len(HEADLINE)), (len(text) - len(PARAGRAPHS[0]), len(text))] == [
        (r.start, r.end) for r in find_regions(text)
    ]


# ---- head


@pytest.mark.parametrize(
    "byline",
    ["By Edda Lorn", "BY EDDA LORN", "by Edda Lorn and Petra Lindoss", "By Edda Lorn, The Quay Post", "By Éva Ördög",
     "By Edda Lorn | Quay Wire", "By A. van Lorn", "From Edda Lorn"],
)  # fmt: skip
def test_a_byline_is_known_in_the_head(byline: str) -> None:
    expected = [("headline", HEADLINE), ("byline", byline), ("body", PARAGRAPHS[0]), ("body", PARAGRAPHS[1])]
    assert expected == kinds(HEADLINE, byline, *PARAGRAPHS[:2])


@pytest.mark.parametrize(
    "line", ["By Monday evening the quay was shut", "By the sea", "From village school to parliament"]
)
def test_a_line_that_only_begins_like_a_byline_is_none(line: str) -> None:
    assert ("headline", line) == kinds(line, *PARAGRAPHS)[0]
    assert ("body", line) == kinds(HEADLINE, line, *PARAGRAPHS)[1]


@pytest.mark.parametrize(
    "line",
    ["Nov 25, 2025", "25 November 2025", "Tuesday, November 25, 2025 8:30 PM ET", "25 November 2025 - 14:05", "2025-11-25",
     "2025-11-25T08:30Z", "Nov. 25", "November 25th, 2025", "Published: 25 November 2025", "Updated Nov 25, 2025 at 8:30 p.m."],
)  # fmt: skip
def test_a_line_with_the_day_is_no_body(line: str) -> None:
    [_, (kind, text), *_] = kinds(HEADLINE, line, *PARAGRAPHS)
    assert (True, line) == (kind in {"dateline", "boilerplate"}, text)


@pytest.mark.parametrize(
    "headline",
    ["March 8 rally draws thousands", "January 6 panel calls the clerk", "May 10 sinking still unexplained", "Marines 12",
     "Share prices fall in Orle", "Save the strait, fishermen plead", "Tweet lands minister in court",
     "Newsletter editor jailed in Orle", "Source of the leak was a clerk", "Sources: Rudd offered Vesper a truce",
     "Print workers walk out", "Published reports were false", "Home secretary resigns"],
)  # fmt: skip
def test_a_headline_that_begins_like_something_else_is_one(headline: str) -> None:
    assert [("headline", headline), *(("body", p) for p in PARAGRAPHS)] == kinds(headline, *PARAGRAPHS)


def test_a_told_headline_is_believed_before_its_looks() -> None:
    headline = "Related: the pump and the mate"
    assert ("boilerplate", headline) == kinds(headline, *PARAGRAPHS)[0]
    assert ("headline", headline) == kinds(headline, *PARAGRAPHS, title="RELATED — The pump and the mate")[0]


def test_a_text_that_begins_with_a_dateline_has_no_headline() -> None:
    assert [("dateline", "ORLE —"), ("body", "No one came."), ("body", PARAGRAPHS[0])] == kinds(
        "ORLE — No one came.", PARAGRAPHS[0]
    )


@pytest.mark.parametrize(
    "dateline",
    ["ORLE, Nov 25 —", "ORLE —", "NEW ORLE (Quay Wire) -", "Orle, Nov. 25 (Quay Wire) —", "Port Orle (Wire) –",
     "ŁÓRNA, Nov 25 —", "SÃO VELL, Vesper (QW) --", "ST. ORLE/VESPER, Nov 2 -"],
)  # fmt: skip
def test_a_dateline_is_parted_from_its_paragraph(dateline: str) -> None:
    [head, first, rest, *_] = kinds(HEADLINE, f"{dateline} {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
    assert [("headline", HEADLINE), ("dateline", dateline), ("body", PARAGRAPHS[0])] == [head, first, rest]


@pytest.mark.parametrize(
    "start", ["The ferry — an old one — sank", "Vesper - like Orle - was silent", "Rudd (62) sank the plan"]
)
def test_a_dash_in_the_first_sentence_makes_no_dateline(start: str) -> None:
    assert ("body", f"{start}, officials said.") == kinds(HEADLINE, f"{start}, officials said.", *PARAGRAPHS)[1]


def test_a_dateline_further_down_is_body() -> None:
    line = "VESPER — Here the strait is half a mile wide, and the light stands."
    assert [("body", line)] == body_without_head(line)


# ---- boilerplate

BOILERPLATE = (
    """
Read more: Ferry sinks off Orle|READ MORE - Ferry sinks|Read more about the ferry|See also: the pump|Watch next|Read our explainer on the strait.
Read the full story here|Related: Rudd leaves Orle|Related stories|Recommended for you|More on this story|More from The Quay Post
Don’t miss: the pump|In case you missed it: the pump|Also read: Rudd leaves|Click here to go on|Share|Share this article|Share on Facebook
Share this article with your friends|Tweet|Print article|Copy link|Share Tweet Email|Facebook Twitter WhatsApp|Follow us on Twitter
Follow us on X @quaypost and Telegram|Follow The Quay Post on Facebook for updates.|Follow Edda Lorn on Instagram
Sign up for our newsletter|Subscribe|Subscribe to our daily briefing|Newsletter|Download our app|Advertisement|Sponsored content
Photo: Edda Lorn|Photo credit: Edda Lorn/Quay Wire|Image courtesy of Quay Wire|Picture by Edda Lorn|File photo|File photo: the quay
Reuters/Edda Lorn|Getty Images|(Reporting by Edda Lorn in Orle; Editing by Tomas Orr)|Additional reporting by Petra Lindoss
Reporting by Edda Lorn and Petra Lindoss; additional reporting by Tomas Orr.|With reporting from Quay Wire|Copyright 2025 Quay Post
© 2025 Quay Post. All rights reserved.|(c) 2025 Quay Post|This material may not be published, broadcast or rewritten.
Terms of use|Privacy policy / Terms of service / Cookie policy|Source: Quay Wire|Sources: Quay Wire, Vesper Voice; The Orle Echo
Sources: https://quaywire.example/a, https://echo.example/b|Tags: strait, ferry|Filed under: World|Comments (12)|Leave a comment
Back to top|Menu|Updated: Nov 25, 2025|Last updated 25 November 2025, 14:05 GMT|Published: 2025-11-25T08:30Z|Updated 3 hours ago
https://quaypost.example/ferry|[Invented for this test: no such outlet, place or person exists.]|-----|* * *
""".strip()
    .replace("\n", "|")
    .split("|")
)

NEAR_MISSES = (
    """
Related to this, the minister said the strait would stay shut.|Related charges against the mate were dropped|Related-party deals were hidden.
Photo finish: Orle beats Vesper by an inch|By Monday evening the divers had left.|Source of the leak was a clerk, Rudd said.
Sources close to the mate denied it.|Source: minister to resign within days|Share prices fell in Orle|Share of the vote fell
Save the strait, fishermen plead|Print workers walk out in Orle|Pin it on the clerk, he was told|Email leak rattles the ministry
Published reports say the pump was new.|Published in 1994, the book was banned.|Posted guards watched the quay.|Updated figures show 12 dead.
Published 12 May 2023, the report found no fault.|Copyright law is at the heart of the case.|(c) the third condition was met in May.
Privacy policy experts said the plan was weak.|Terms of use of the quay were never agreed, Rudd said.|Read this as a warning, she told them.
Read our lips, the miners chanted.|See our dead, the mothers said.|Watch our backs, the captain told his men.
See more in the strait than a ferry, she urged.|Learn more before you speak, the judge told him.|Find out next time, he was told.
Recommended by the panel, the ban takes effect in May.|Recommended doses were exceeded, the ministry said.
More from the north arrived on Tuesday, officials said.|Reporting from the front, Lorn wrote that the town had fallen.
Reporting by The Quay Post led to his arrest.|Writing from prison, he said that he was well.|Editing by hand takes weeks, she said.
Compiled from police records, the list names 40 people.|Getty Images sued the firm on Tuesday.|File photographs showed the pump intact.
Like others on X, Rudd denied it.|Join them on Facebook, the police warned, and you may be charged.|Cookies were served, the guard said.
Follow the money on Telegram and you find the mate, he said.|Sign up or lose your pension, miners were told.
Sign up to fight, army tells students|Subscribe to nothing he says, the envoy warned.|Newsletters of the guild were banned.
Advertising brought in most of the money.|Picture by picture, the film was destroyed.|Image of the mate was burnt|Video shows the ferry
Comments by the mate angered Orle.|Home secretary resigns|Menu prices double|Tagged seals crossed the strait.|Topics at the talks included gas.
In case you missed the vote, it was lost.|Don’t miss the point, she said.|[Rudd] said he knew of no such note, and that he had asked.
X marks the spot where the ferry sank.|Categories of prisoners were not named.|— No one will cross, he said.
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("line", BOILERPLATE)
def test_a_line_of_the_page_around_a_report_is_no_body(line: str) -> None:
    assert [("boilerplate", line)] == body_without_head(line)


@pytest.mark.parametrize("line", NEAR_MISSES)
def test_a_sentence_that_begins_like_boilerplate_stays_body(line: str) -> None:
    assert [("body", line)] == body_without_head(line)


def test_a_line_all_in_capitals_within_the_body_is_a_link() -> None:
    line = "PUMP WAS RUSTY LONG BEFORE"
    assert [("boilerplate", line)] == body_without_head(line)


@pytest.mark.parametrize("line", ["SHUT", "THE PUMP WAS RUSTY, HE WROTE."])
def test_a_short_heading_or_a_sentence_in_capitals_is_body(line: str) -> None:
    assert [("body", line)] == body_without_head(line)


@given(
    st.sampled_from(["share ", "terms ", "A, ", "see our ", "Sources: A ", "follow Us on ", "And ", "1.1 "]),
    st.integers(500, 3000),
)
def test_a_line_is_judged_in_time_however_it_repeats(piece: str, times: int) -> None:
    for start in ("", "Reporting by ", "Sources: ", "Updated 08:30 ", "By "):
        assert is_boilerplate(f"{start}{piece * times}!?") in {True, False}
        assert find_regions(f"{start}{piece * times}!?")


# ---- stories


@pytest.mark.parametrize(
    "between", [(), ("",), ("Read more: the pump",), ("* * *", "")], ids=["", "blank", "link", "rule"]
)
def test_a_text_with_two_stories_is_read_as_two(between: tuple[str, ...]) -> None:
    assert [HEADLINE, SECOND[0]] == stories(HEADLINE, *PARAGRAPHS, *between, *SECOND)


def test_a_second_story_has_its_own_head() -> None:
    found = kinds(HEADLINE, *PARAGRAPHS, SECOND[0], f"HARROW, Nov 25 — {SECOND[1]}", *SECOND[2:])
    assert [("headline", SECOND[0]), ("dateline", "HARROW, Nov 25 —"), ("body", SECOND[1])] == found[5:8]


def test_a_page_that_is_one_article_is_not_split() -> None:
    regions = find_regions("\n".join((HEADLINE, *PARAGRAPHS, *SECOND)), one_story=True)
    assert {1} == {r.story for r in regions}


@pytest.mark.parametrize(
    "lines",
    [
        ("What the ministry said",),
        ("A question of trust", "The mate and the pump"),
        ("‘No child would cross for a minister’s career’",),
        ("No child would cross for a minister’s career",),
        ("No child would cross for a minister’s career — Alma Rudd",),
        ("PRESIDENT RUDD QUOTED BY STATE AGENCY",),
        ("- the pump was rusty", "- the mate had been drinking", "- the note was never answered by anybody at all"),
        ("1. President Alma Rudd was quoted by the agency", "2. The embassy promised to study the note with care"),
        ("• President Alma Rudd was quoted by the state agency",),
        ("Read more: President Alma Rudd was quoted by the state agency",),
        ("President Alma Rudd was quoted by the state agency:",),
    ],
)
def test_an_ordinary_text_is_not_split(lines: tuple[str, ...]) -> None:
    assert [HEADLINE] == stories(HEADLINE, *PARAGRAPHS[:2], *lines, *PARAGRAPHS[2:])
