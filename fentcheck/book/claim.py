"""What a claims file says, as immutable records."""

from __future__ import annotations

from fentcheck.book.document import Mapping, Node, Scalar, span_of
from fentcheck.book.span import START, Problem, Span
from fentcheck.book.vocabulary import Scope
from fentcheck.expressions.parse import Check, Fault
from fentcheck.expressions.tree import Named
from fentcheck.phrases.hedges import Statistic, Superlative
from fentcheck.phrases.period import Period
from fentcheck.phrases.phrase import Phrase
from fentcheck.record import NamedTuple


class Change(NamedTuple):
    """From which claim to which a change runs, as full ids."""

    old: str
    new: str


class Claim(NamedTuple):
    """One figure of an article. `name` is its id across files, "stem.id".

    `order` is its place in the file.
    `phrase` is None where the value cannot be read: such a claim is in no relation.
    The last three are those of a reference: from when on it was known, whether it was read in its
    source, and the full id of the claim that it takes the place of.
    """

    name: str
    path: str
    order: int
    node: Mapping
    phrase: Phrase | None
    measure: str | None = None
    scope: Scope = ()
    period: Period | None = None
    statistic: Statistic = Statistic.TOTAL
    quote: str | None = None
    by: str | None = None
    also: Phrase | None = None
    share_of: str | None = None
    part_of: tuple[str, ...] = ()
    parts_exhaustive: bool = False
    overlapping: bool = False
    change: Change | None = None
    superlative: Superlative | None = None
    hypothetical: str | None = None
    published: int = 0
    known_from: Period | None = None
    confirmed: bool = True
    supersedes: str | None = None

    @property
    def place(self) -> tuple[int, str, int]:
        """Sorts claims as a reader meets them: by publication, file, and order in the file."""
        return self.published, self.path, self.order

    @property
    def id(self) -> str:
        """The id in its own file."""
        return self.name.rpartition(".")[2]

    @property
    def is_linked(self) -> bool:
        """It names other claims, or carries a conversion."""
        return (
            self.share_of is not None
            or self.change is not None
            or self.also is not None
            or bool(self.part_of)
        )

    @property
    def value(self) -> str:
        """The value as it is written in the file."""
        return self.node.texts.get("value", "")

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of its scope as their author wrote them."""
        pairs = self.node.pairs("of")
        if pairs is not None:
            return tuple(term for _, term in pairs)
        scope = self.node.get("of")
        return tuple(scope.texts.values()) if isinstance(scope, Mapping) else ()

    def span(self, key: str = "value") -> Span:
        """Where the value of a key stands; the claim's start if it has no such key."""
        return self.node.span(key)


class StatedCheck(NamedTuple):
    """A relation that the file states; `parsed` is the comparison, or what is wrong with it.

    `named` are the claims that it names, left to right, repeated ones too.
    """

    name: str
    node: Scalar
    parsed: Check | Fault
    named: tuple[Named, ...] = ()

    @property
    def text(self) -> str:
        return self.node.value

    @property
    def span(self) -> Span:
        return span_of(self.node)


class Waiver(NamedTuple):
    """A finding that an editor has accepted, and why; `until` is the last day, as an ordinal."""

    code: str
    claims: tuple[str, ...]
    reason: str
    until: int | None
    span: Span
    claims_node: Node | None = None


class Article(NamedTuple):
    """One claims file: its header, its claims in file order, and what was wrong with it.

    A reference file has a source in place of an article; its claims are trusted. `text` is the
    path of the article's text as the file gives it, and stands at `text_at`.
    """

    path: str
    stem: str
    title: str = ""
    publisher: str = ""
    published: Period | None = None
    published_text: str = ""
    text: str | None = None
    locale: str = "en-US"
    claims: tuple[Claim, ...] = ()
    checks: tuple[StatedCheck, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_reference: bool = False
    text_at: Span = START
    has_all_claims: bool = True
    """There were no more claims than are read."""
