"""What the nouns themselves can do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import GroundingError, Report, Run, SourceMap, Span, Story, from_bytes


def test_a_span_outside_the_text_is_refused_with_what_was_found() -> None:
    report = Report("r1", "f", "abc", "0", (Story(1, None),), ())
    with pytest.raises(GroundingError) as caught:
        report.quote(Span(2, 9))
    assert ("r1", 2, 9, "c") == (caught.value.report, caught.value.start, caught.value.end, caught.value.found)


@pytest.mark.parametrize("span", [Span(1, 1), Span(2, 1), Span(-1, 2)])
def test_an_empty_or_backward_span_is_refused(span: Span) -> None:
    with pytest.raises(GroundingError):
        Report("r1", "f", "abc", "0", (Story(1, None),), ()).quote(span)


def test_neighbouring_runs_make_one_range_and_gaps_make_two() -> None:
    found = SourceMap((Run(0, 0, 2, 1), Run(2, 2, 1, 3), Run(4, 9, 2, 1)))
    assert [(1, 5), (9, 10)] == found.bytes_of(Span(1, 5))


@given(st.text(min_size=1, max_size=60))
def test_any_span_of_a_text_leads_to_its_bytes(text: str) -> None:
    data = b"\xef\xbb\xbf" + f"x{text}x".encode()
    report = from_bytes(data)
    whole = report.text
    for start in range(0, len(whole), 7):
        span = Span(start, min(start + 5, len(whole)))
        written = b"".join(data[a:b] for a, b in report.source_map.bytes_of(span)).decode()
        assert whole[span.start : span.end] == written.replace("\r\n", "\n").replace("\r", "\n")
