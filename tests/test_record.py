"""Records do what `typing.NamedTuple` does."""

from __future__ import annotations

import pickle
import typing

import pytest

from fentcheck.record import NamedTuple


class Mine(NamedTuple):
    """A point with a name."""

    x: int
    y: int = 2
    name: str | None = None

    @property
    def total(self) -> int:
        return self.x + self.y


class Theirs(typing.NamedTuple):
    """A point with a name."""

    x: int
    y: int = 2
    name: str | None = None


class Bare(NamedTuple):
    """Nothing in it."""


@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, 5), {"name": "a"}), ((), {"x": 1, "y": 3})]
)
def test_they_are_made_alike(given: tuple[int, ...], named: dict[str, typing.Any]) -> None:
    mine, theirs = Mine(*given, **named), Theirs(*given, **named)
    assert mine == theirs
    assert hash(mine) == hash(theirs)
    assert repr(mine) == repr(theirs).replace("Theirs", "Mine")
    assert (mine.x, mine.y, mine.name) == (theirs.x, theirs.y, theirs.name)
    assert mine._asdict() == theirs._asdict()
    assert mine._replace(y=9) == theirs._replace(y=9)
    assert type(mine._replace(y=9)) is Mine
    assert mine._fields == Mine.__match_args__ == theirs._fields
    assert Mine._make((1, 2, None)) == Theirs._make((1, 2, None))
    assert pickle.loads(pickle.dumps(mine)) == mine
    assert type(pickle.loads(pickle.dumps(mine))) is Mine


def test_a_class_body_is_kept() -> None:
    assert Mine(1).total == 3
    assert (Mine.__doc__, Mine.__module__, Mine.__qualname__) == (
        "A point with a name.",
        __name__,
        "Mine",
    )
    assert Bare() == ()
    with pytest.raises(AttributeError):
        Mine(1).other = 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, None, 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})]
)
def test_they_refuse_alike(given: tuple[typing.Any, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError) as theirs:
        Theirs(*given, **named)
    with pytest.raises(TypeError) as mine:
        Mine(*given, **named)
    assert str(mine.value) == str(theirs.value).replace("Theirs", "Mine")


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="unexpected field names"):
        Mine(1)._replace(z=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        Mine._make((1,))


def test_a_match_statement_takes_them_apart() -> None:
    match Mine(1, 2, "a"):
        case Mine(x, _, name):
            assert (x, name) == (1, "a")
