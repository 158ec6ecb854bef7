"""YAML nodes and where they stand; what is refused, and what is kept all the same."""

from __future__ import annotations

import pytest

from fentcheck.book.document import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    part_of,
    read_document,
    span_of,
)
from fentcheck.book.span import Problem, Span
from fentcheck.limits import DEFAULTS

DEEPEST, MOST_ALIASES = DEFAULTS.yaml_depth, DEFAULTS.yaml_aliases


def root(text: str) -> Node:
    found = read_document(text)
    assert found.problems == ()
    assert found.is_whole
    assert found.root is not None
    return found.root


def scalar(text: str, key: str = "a") -> Scalar:
    mapping = root(text)
    assert isinstance(mapping, Mapping)
    found = mapping.get(key)
    assert isinstance(found, Scalar)
    return found


def plain(node: Node | None) -> object:
    """A node as dicts, lists and texts."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node is not None else None


def problems(text: str) -> list[tuple[str, Span, str]]:
    return [(found.code, found.span, found.message) for found in read_document(text).problems]


def the_one(text: str) -> Problem:
    (found,) = read_document(text).problems
    return found


def test_scalars_stay_text() -> None:
    text = "a: 1.10\nb: no\nc: 12:30\nd: 2024-02-30\ne: 0x1F\nf: ~\ng:\nh: '1'\n"
    assert plain(root(text)) == {
        "a": "1.10", "b": "no", "c": "12:30", "d": "2024-02-30", "e": "0x1F", "f": "~", "g": "",
        "h": "1",
    }  # fmt: skip


def test_containers_nest() -> None:
    text = "a:\n  - {b: [1, 2], c: {}}\n  - - x\n    - []\nd: e\n"
    assert plain(root(text)) == {"a": [{"b": ["1", "2"], "c": {}}, ["x", []]], "d": "e"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("just text", "just text"), ("- a\n- b\n", ["a", "b"]), ("", None), ("# only\n", None)],
)
def test_roots(text: str, expected: object) -> None:
    found = read_document(text)
    assert (plain(found.root), found.problems) == (expected, ())


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: value", Span(1, 4, 1, 9)),
        ("x: 1\na: value", Span(2, 4, 2, 9)),
        ('a: "value"', Span(1, 4, 1, 11)),
        ("a: 'it''s'", Span(1, 4, 1, 11)),
        ("é: 1\na: ü€😀", Span(2, 4, 2, 7)),
        ("é😀: 1\na: x", Span(2, 4, 2, 5)),
        ("{é😀: 1, a: x}", Span(1, 12, 1, 13)),
        ("a:   far", Span(1, 6, 1, 9)),
        ("a: one\n  two", Span(1, 4, 2, 6)),
        ("\ufeffa: x", Span(1, 4, 1, 5)),
    ],
)
def test_columns_are_code_points(text: str, span: Span) -> None:
    found = span_of(scalar(text))
    if text[0] == "\ufeff":
        assert found.line == 1
    else:
        assert found == span


def test_a_container_stands_where_it_begins() -> None:
    mapping = root("a:\n  - b\n")
    assert isinstance(mapping, Mapping)
    assert span_of(mapping)[:2] == (1, 1)
    items = mapping.get("a")
    assert items is not None
    assert span_of(items)[:2] == (2, 3)
    assert mapping.get("none") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: one two", Span(1, 8, 1, 11)),
        ("a: 'one two'", Span(1, 9, 1, 12)),
        ('a: "one two"', Span(1, 9, 1, 12)),
        ("a: éé😀 two", Span(1, 8, 1, 11)),
        ('a: "one\\ttwo"', Span(1, 4, 1, 14)),
        ("a: 'it''s two'", Span(1, 4, 1, 15)),
        ("a: one\n  two", Span(1, 4, 2, 6)),
    ],
)
def test_a_part_of_a_scalar(text: str, expected: Span) -> None:
    """A stretch of its text; all of it where the text was folded or escaped."""
    assert part_of(scalar(text), 4, 7) == expected


# Keys


def test_two_equal_keys() -> None:
    found = read_document("a: 1\nb: 2\na: 3\n")
    assert plain(found.root) == {"a": "1", "b": "2"}
    assert [(one.code, one.span) for one in found.problems] == [("FC003", Span(3, 1, 3, 2))]


@pytest.mark.parametrize("key", ["? [b]\n: c\n", "? {b: 1}\n: c\n"])
def test_a_key_that_is_no_text(key: str) -> None:
    found = read_document(f"a: 1\n{key}d: 2\n")
    (problem,) = found.problems
    assert (problem.code, problem.span[:2]) == ("FC001", (2, 3))
    assert isinstance(found.root, Mapping)
    assert found.root.entries.keys() >= {"a", "d"}


# Aliases and tags


def test_an_alias_repeats_its_node() -> None:
    assert plain(root("a: &x {k: v}\nb: *x\nc: [*x, *x]\n")) == {
        "a": {"k": "v"},
        "b": {"k": "v"},
        "c": [{"k": "v"}, {"k": "v"}],
    }
    assert plain(root("a: &x one\nb: *x\n")) == {"a": "one", "b": "one"}
    assert plain(root("&k a: 1\nb: *k\n")) == {"a": "1", "b": "a"}


def test_an_alias_as_a_key() -> None:
    assert plain(root("a: &x one\n*x : two\n")) == {"a": "one", "one": "two"}


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x {b: *x}\n", "&x a: &y {b: [*y]}\n"])
def test_an_alias_inside_its_own_node(text: str) -> None:
    problem = the_one(text)
    assert problem.code == "FC001"
    assert "complete" in problem.message


def test_an_alias_of_nothing() -> None:
    problem = the_one("a: *x\nb: 2\n")
    assert (problem.code, problem.span) == ("FC001", Span(1, 4, 1, 6))


def test_an_alias_of_nothing_leaves_the_keys_after_it() -> None:
    found = read_document("a: *x\nb: 2\n")
    assert isinstance(found.root, Mapping)
    assert plain(found.root.get("b")) == "2"


def test_too_many_aliases() -> None:
    text = "a: &x 1\nb: [" + "*x, " * (MOST_ALIASES + 1) + "]\n"
    (problem,) = read_document(text).problems
    assert f"{MOST_ALIASES:,}" in problem.message
    fine = "a: &x 1\nb: [" + "*x, " * MOST_ALIASES + "]\n"
    assert read_document(fine).problems == ()


def test_a_bomb_of_aliases_is_stopped() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    found = read_document("\n".join(lines))
    assert not found.is_whole
    assert [problem.code for problem in found.problems] == ["FC001"]


def test_tags_are_not_read() -> None:
    problem = the_one("a: !!python/object/apply:os.system [ls]\n")
    assert (problem.code, problem.span[:2]) == ("FC001", (1, 4))
    assert the_one("a: !!int 5\n").code == "FC001"
    assert plain(read_document("a: !!int 5\n").root) == {"a": "5"}
    assert read_document("a: ! 5\n").problems == ()


# Bounds, and what is no YAML


@pytest.mark.parametrize(("before", "after"), [("[", "]"), ("{a: ", "}")])
def test_the_depth_is_bounded(before: str, after: str) -> None:
    assert read_document(before * DEEPEST + after * DEEPEST).problems == ()
    deeper = DEEPEST + 1
    found = read_document(before * deeper + after * deeper)
    assert [problem.code for problem in found.problems] == ["FC001"]
    assert str(DEEPEST) in found.problems[0].message
    assert not found.is_whole


def test_a_very_deep_text_is_stopped() -> None:
    assert [code for code, _, _ in problems("[" * 100_000)] == ["FC001"]


def test_the_number_of_nodes_is_bounded() -> None:
    few = DEFAULTS._replace(yaml_values=10)
    assert read_document("[1, 2, 3, 4, 5, 6, 7, 8, 9]", few).problems == ()
    found = read_document("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", few)
    assert "more than 10 values" in found.problems[0].message
    assert not found.is_whole


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n"])
def test_two_documents(text: str) -> None:
    found = read_document(text)
    assert plain(found.root) == {"a": "1"}
    assert [problem.code for problem in found.problems] == ["FC001"]
    assert found.problems[0].span[0] == text.count("\n", 0, text.index("---")) + 1


def test_one_document_with_its_marks() -> None:
    assert plain(root("%YAML 1.1\n---\na: 1\n...\n")) == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 2, 4),
        ('a: 1\nb: "open\n', 2, 4),
        ("a: 1\n b: 2\n", 2, 3),
        ("a: 1\n\tb: 2\n", 2, 1),
        ("a: @x\n", 1, 4),
        ("a: 1\n}\n", 2, 1),
    ],
)
def test_what_is_no_yaml(text: str, line: int, column: int) -> None:
    found = read_document(text)
    assert [problem.code for problem in found.problems] == ["FC001"]
    assert found.problems[0].span.line == line
    assert abs(found.problems[0].span.column - column) <= 2
    assert not found.is_whole


def test_what_comes_before_an_error_is_kept() -> None:
    found = read_document("a: 1\nb: {c: 2}\nd: [3, 4\ne: 5\n")
    assert isinstance(found.root, Mapping)
    assert plain(found.root.get("a")) == "1"
    assert plain(found.root.get("b")) == {"c": "2"}


def test_a_control_character_is_no_yaml() -> None:
    found = read_document("a: 1\nb: \x00\n")
    assert [problem.code for problem in found.problems] == ["FC001"]
    assert found.problems[0].message.startswith("this is not YAML")
