"""Whether two names are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.parties.names import initials, is_outlet, parts, same_body, same_person, singular

NAMES = st.text(alphabet=st.characters(categories=("Lu", "Ll", "Zs", "Po", "Mn")), max_size=30)


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Tessel", "Maria Tessel", True),
        ("Gen. Tessel", "Maria Tessel", True),
        ("Al-e Sadar", "Karim Vahid Al-e Sadar", True),
        ("Maria", "Maria Tessel", True),
        ("Tessél", "Maria Tessel", True),
        ("Karl Tessel", "Maria Tessel", False),
        ("Orrin", "Maria Tessel", False),
        ("", "Maria Tessel", False),
    ],
)
def test_persons(short: str, long: str, same: bool) -> None:
    assert same is same_person(short, long)
    assert same is same_person(long, short)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("IGC", "Island Guard Corps", True),
        ("Orrin", "Orrin Group", True),
        ("the Orrin Herald", "Orrin Herald", True),
        ("United Bank", "United Airlines", False),
        ("North Orrin", "North Vessa", False),
    ],
)
def test_bodies(a: str, b: str, same: bool) -> None:
    assert same is same_body(a, b)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", True),
        ("the Orrin Times", True),
        ("Vessa News Agency", True),
        ("Press Freedom Council", False),
        ("Orrin", False),
    ],
)
def test_outlets(name: str, outlet: bool) -> None:
    assert outlet is is_outlet(name)


def test_articles_and_titles_in_front_are_no_parts_of_a_name() -> None:
    assert ["maria", "tessel"] == parts("the Hon. Maria Tessel".replace("Hon. ", "")) == parts("General Maria Tessel")


@pytest.mark.parametrize(("plural", "one"), [("officials", "official"), ("ministries", "ministry"), ("men", "man")])
def test_singular(plural: str, one: str) -> None:
    assert one == singular(plural)


@given(NAMES)
def test_no_name_breaks_the_comparison_and_every_name_is_itself(name: str) -> None:
    assert bool(parts(name)) is same_person(name, name)
    assert len(initials(name)) <= len(parts(name))
