"""The public door is complete, sorted, and everything behind it can be used."""

import inspect

import reportedly
from reportedly import errors, model


def test_the_door_names_all_nouns_and_errors() -> None:
    nouns = {
        name for name, thing in vars(model).items() if inspect.isclass(thing) and thing.__module__ == model.__name__
    }
    wrong = {
        name for name, thing in vars(errors).items() if inspect.isclass(thing) and thing.__module__ == errors.__name__
    }
    assert (nouns | wrong) <= set(reportedly.__all__)


def test_the_door_is_sorted_and_every_name_is_there() -> None:
    assert sorted(reportedly.__all__) == list(reportedly.__all__)
    assert all(hasattr(reportedly, name) for name in reportedly.__all__)


def test_every_public_name_says_what_it_is() -> None:
    silent = [
        name for name in reportedly.__all__ if name != "__version__" and not inspect.getdoc(getattr(reportedly, name))
    ]
    assert [] == silent


def test_every_error_is_of_one_tree() -> None:
    kinds = [thing for thing in vars(errors).values() if inspect.isclass(thing) and issubclass(thing, Exception)]
    assert all(issubclass(kind, reportedly.ReportedlyError) for kind in kinds)
