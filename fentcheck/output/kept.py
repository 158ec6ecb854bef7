"""The most telling part of a report that may have a certain size and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator


class Kept:
    """Texts of several ranks within a total size, as `size` counts it.

    When they come to more, those of the last rank are let go, the latest of them first. So memory
    is bounded, however much is found.
    """

    def __init__(self, most: int, ranks: int, size: Callable[[str], int] = len) -> None:
        self.left_out = 0
        self.size = 0
        self._most = most
        self._size_of = size
        self._texts: list[list[str]] = [[] for _ in range(ranks)]

    def takes(self, rank: int) -> bool:
        """A text of this rank may still find room; else it is counted as left out.

        Asked for before a text is made, where that is work.
        """
        if not self.left_out or any(self._texts[rank + 1 :]):
            return True
        self.left_out += 1
        return False

    def add(self, rank: int, text: str) -> None:
        self._texts[rank].append(text)
        self.size += self._size_of(text)
        while self.size > self._most:
            last = next(texts for texts in reversed(self._texts) if texts)
            self.size -= self._size_of(last.pop())
            self.left_out += 1

    def __iter__(self) -> Iterator[str]:
        """What is left, the first rank first, and each in the order in which it came."""
        for texts in self._texts:
            yield from texts
