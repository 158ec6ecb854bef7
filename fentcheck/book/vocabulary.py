"""The project's words for what is measured, and which scope lies inside which.

Measures and terms are compared without regard to case; a term outside the vocabulary is itself.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from fentcheck.book.document import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    read_document,
    span_of,
)
from fentcheck.book.plain import Chains, Measures, read_plain_words
from fentcheck.book.span import Problem
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple


class MeasureKind(Enum):
    """What a measure does over time. A flow adds up; a stock, a share and a price do not."""

    FLOW = "flow"
    STOCK = "stock"
    SHARE = "share"
    PRICE = "price"
    CONSTANT = "constant"

    __hash__ = object.__hash__


Scope = tuple[tuple[str, str], ...]
"""The dimensions of a claim with their terms, sorted, in lower case."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name as it is compared: lower case, single spaces."""
    lower = name.lower()
    return " ".join(lower.split()) if "  " in lower or lower != lower.strip() else lower


class Vocabulary(NamedTuple):
    """Names and aliases of measures, and for each dimension what every term lies inside of.

    All keys are in lower case. `is_empty` tells that the project has no vocabulary, so that no
    term is outside it.
    """

    names: dict[str, str]
    kinds: dict[str, MeasureKind]
    wider: dict[str, dict[str, frozenset[str]]]
    is_empty: bool = False

    def measure(self, name: str) -> str:
        """The canonical name of a measure, in lower case."""
        lower = folded(name)
        return self.names.get(lower, lower)

    def kind(self, measure: str) -> MeasureKind:
        """The kind of a measure by its canonical name; flow where nothing is said."""
        return self.kinds.get(measure, _FLOW)

    def has(self, measure: str | None, scope: Scope) -> bool:
        """The measure and every term of the scope are in the vocabulary."""
        if measure is not None and folded(measure) not in self.names:
            return False
        return all(term in self.wider.get(dimension, ()) for dimension, term in scope)

    def is_within(self, narrow: Scope, wide: Scope) -> bool:
        """All that the one scope speaks of, the other speaks of too; equal scopes are within."""
        mine = dict(narrow)
        for dimension, term in wide:
            own = mine.get(dimension)
            if own is None:
                return False
            if own != term and term not in self.wider.get(dimension, {}).get(own, ()):
                return False
        return True


NO_VOCABULARY = Vocabulary({}, {}, {}, is_empty=True)


def read_vocabulary(text: str, limits: Limits = DEFAULTS) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of a YAML text, with what is wrong with it."""
    plain = read_plain_words(text, _KINDS, limits)
    found = None if plain is None else _of_words(*plain, _Steps(limits.chain_steps))
    if found is not None:
        return found, ()
    return vocabulary_of(read_document(text, limits), limits)


def vocabulary_of(
    document: Document, limits: Limits = DEFAULTS
) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary that a YAML text's nodes are, with what is wrong with it."""
    problems = list(document.problems)
    names: dict[str, str] = {}
    kinds: dict[str, MeasureKind] = {}
    wider: dict[str, dict[str, frozenset[str]]] = {}
    root = document.root
    if not isinstance(root, Mapping):
        if root is not None:
            problems.append(
                Problem("FC002", span_of(root), "a vocabulary has “measures” and “dimensions”")
            )
        return Vocabulary(names, kinds, wider), tuple(problems)
    for key, (scalar, node) in root.entries.items():
        if key == "measures":
            _read_measures(node, names, kinds, problems)
        elif key == "dimensions":
            _read_dimensions(node, wider, problems, limits)
        else:
            problems.append(
                Problem(
                    "FC002",
                    span_of(scalar),
                    f"a vocabulary has no key “{key}”: it has measures and dimensions",
                )
            )
    return Vocabulary(names, kinds, wider), tuple(problems)


def _of_words(measures: Measures, chains: Chains, steps: _Steps) -> Vocabulary | None:
    """The vocabulary of some words; None if it takes more steps than there are."""
    names: dict[str, str] = {}
    kinds: dict[str, MeasureKind] = {}
    for name, kind, aliases in measures:
        lower = folded(name)
        names[lower] = lower
        kinds[lower] = _KINDS[kind]
        names.update((folded(alias), lower) for alias in aliases)
    wider = {folded(name): _wider(one, steps) for name, one in chains.items()}
    return Vocabulary(names, kinds, wider) if steps.left else None


def _read_measures(
    node: Node, names: dict[str, str], kinds: dict[str, MeasureKind], problems: list[Problem]
) -> None:
    if not isinstance(node, Mapping):
        problems.append(
            Problem("FC002", span_of(node), "“measures” lists each measure with its kind")
        )
        return
    for name, (_, about) in node.entries.items():
        lower = folded(name)
        names[lower] = lower
        kinds[lower] = MeasureKind.FLOW
        if isinstance(about, Scalar):
            if about.value:
                problems.append(Problem("FC002", span_of(about), f"write {name}: {{kind: flow}}"))
            continue
        if not isinstance(about, Mapping):
            problems.append(Problem("FC002", span_of(about), f"write {name}: {{kind: flow}}"))
            continue
        for field, (field_key, value) in about.entries.items():
            if field == "kind" and isinstance(value, Scalar) and value.value in _KINDS:
                kinds[lower] = _KINDS[value.value]
            elif field == "kind":
                kinds_text = ", ".join(_KINDS)
                problems.append(Problem("FC002", span_of(value), f"a kind is one of {kinds_text}"))
            elif field == "aliases" and isinstance(value, Sequence):
                for alias in value.items:
                    if isinstance(alias, Scalar):
                        names[folded(alias.value)] = lower
            else:
                problems.append(
                    Problem(
                        "FC002",
                        span_of(field_key),
                        f"a measure has kind and aliases, not “{field}”",
                    )
                )


def _read_dimensions(
    node: Node,
    wider: dict[str, dict[str, frozenset[str]]],
    problems: list[Problem],
    limits: Limits,
) -> None:
    steps = _Steps(limits.chain_steps)
    if not isinstance(node, Mapping):
        problems.append(
            Problem("FC002", span_of(node), "“dimensions” gives each dimension its chains")
        )
        return
    for name, (_, about) in node.entries.items():
        chains = about.items if isinstance(about, Sequence) else [about]
        texts: list[str] = []
        for chain in chains:
            if isinstance(chain, Scalar):
                texts.append(chain.value)
            else:
                message = "a chain is text: any drug > opioids > fentanyl"
                problems.append(Problem("FC002", span_of(chain), message))
        was_left = steps.left
        wider[folded(name)] = _wider(texts, steps)
        if was_left and not steps.left:
            message = (
                "from here on it is not looked up what lies inside of what, it takes more than "
                f"{limits.chain_steps:,} steps: {limits.most('chain_steps')}"
            )
            problems.append(Problem("FC001", span_of(about), message))


class _Steps:
    """How many more steps from a term to a wider one may be taken in a vocabulary."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left


def _wider(chains: list[str], steps: _Steps) -> dict[str, frozenset[str]]:
    """Each term of a dimension's chains with all that it lies inside of, as far as steps go."""
    directly: dict[str, dict[str, None]] = {}
    for chain in chains:
        above: str | None = None
        for term in (folded(part) for part in chain.split(">")):
            known = directly.setdefault(term, {})
            if above is not None:
                known[above] = None
            above = term
    return {term: _all_above(term, directly, steps) for term in directly}


def _all_above(term: str, directly: dict[str, dict[str, None]], steps: _Steps) -> frozenset[str]:
    """All that a term lies inside of, through any number of chains; nothing without steps."""
    seen: set[str] = set()
    waiting = [term]
    while waiting and steps.left:
        above = directly[waiting.pop()]
        steps.left = max(0, steps.left - len(above))
        for one in above:
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return frozenset(seen - {term}) if steps.left else frozenset()


_FLOW = MeasureKind.FLOW
_KINDS = {kind.value: kind for kind in MeasureKind}
