"""What a rule is: a code, a name, a severity, and a function from a book to what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from fentcheck.book.book import Book
from fentcheck.book.span import Problem
from fentcheck.rules.relation import Relation


class Severity(Enum):
    """How bad a finding is; `BY_VERDICT` makes contradicted an error and strained a warning."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    BY_VERDICT = "by verdict"


Yields = Iterator[Relation | Problem]


class Rule(NamedTuple):
    """One rule. Its docstring is its documentation: Why, Mend, and an example that runs."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Book], Yields]

    @property
    def documentation(self) -> str:
        """The docstring with its indentation taken off."""
        lines = (self.check.__doc__ or "").strip("\n").split("\n")
        indent = min(
            (len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0
        )
        return "\n".join([lines[0].strip(), *(line[indent:] for line in lines[1:])]).strip()

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.split("\n", 1)[0]


def rule(code: str, name: str, severity: Severity) -> Callable[[Callable[[Book], Yields]], Rule]:
    """Makes a function a rule. Registration is the tuple in `rules.registry`, not this."""

    def made(check: Callable[[Book], Yields]) -> Rule:
        return Rule(code, name, severity, check)

    return made
