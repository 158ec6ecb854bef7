"""What a rule is: a code, a name, a severity, and a function from a book to what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.filed import Filed, Group
from fentcheck.book.span import Problem
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation


class Severity(Enum):
    """How bad a finding is; `BY_VERDICT` makes contradicted an error and strained a warning."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    BY_VERDICT = "by verdict"


Yields = Iterator[Relation | Problem]


class Remark(NamedTuple):
    """What a rule has to say of several articles' claims that is no relation between them.

    It stands at the last of the claims; all of them are listed with it.
    """

    code: str
    message: str
    claims: tuple[Filed, ...]


Remarks = Iterator[Relation | Remark]

Keep = Callable[[Book], Iterator[tuple[str, tuple[Claim, ...]]]]
"""The claims of an article that are to be looked at across articles, by what brings them together.

Claims in one tuple stay together. Rules that keep alike share what is kept.
"""


class Across(NamedTuple):
    """How a rule works across articles: what it keeps of each, and what it says of a group."""

    keep: Keep
    compare: Callable[[Group], Remarks]


class Rule(NamedTuple):
    """One rule. Its docstring is its documentation: Why, Mend, and an example that runs.

    It looks at one article after the other, at claims across all of them, or does both.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Book], Yields]
    across: Across | None = None
    docstring: str = ""

    @property
    def documentation(self) -> str:
        """The docstring with its indentation taken off."""
        lines = self.docstring.strip("\n").split("\n")
        indent = min(
            (len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0
        )
        return "\n".join([lines[0].strip(), *(line[indent:] for line in lines[1:])]).strip()

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.split("\n", 1)[0]


def rule(
    code: str, name: str, severity: Severity, across: Across | None = None
) -> Callable[[Callable[[Book], Yields]], Rule]:
    """Makes a function a rule. Registration is the tuple in `rules.registry`, not this."""

    def made(check: Callable[[Book], Yields]) -> Rule:
        return Rule(code, name, severity, check, across, check.__doc__ or "")

    return made


def rule_across(
    code: str, name: str, severity: Severity, keep: Keep
) -> Callable[[Callable[[Group], Remarks]], Rule]:
    """Makes a function over groups of claims a rule that looks across articles alone."""

    def made(compare: Callable[[Group], Remarks]) -> Rule:
        across = Across(keep, compare)
        return Rule(code, name, severity, _nothing, across, compare.__doc__ or "")

    return made


def by_measure(book: Book) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Every claim with a measure that could be read and is not hypothetical, by its measure."""
    kind_of = book.vocabulary.kind
    for (measure, *_), claims in book.by_subject.items():
        if measure != "claim":
            key = f"{measure} {kind_of(str(measure)).value}"
            for claim in claims:
                yield key, (claim,)


def _nothing(book: Book) -> Yields:
    return iter(())
