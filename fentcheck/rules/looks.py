"""How many pairs of figures a rule may look at; where there are more, it is told."""

from __future__ import annotations

from fentcheck.limits import Limits


class Looks:
    """What is left of the pairs that may be looked at."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.most("pairs")
        self._left = self._most.value

    def taken(self, some: int = 1) -> bool:
        """So many more pairs may be looked at."""
        self._left -= some
        return self._left >= 0

    @property
    def are_over(self) -> bool:
        """Some pairs were not looked at."""
        return self._left < 0

    def told(self, code: str) -> str:
        """What is said of it."""
        most = self._most
        return (
            f"{code} would look at more than {most.value:,} pairs of figures; not all are: {most}"
        )
