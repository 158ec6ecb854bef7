"""The grammar of checks: what binds how, what is bounded, and where each fault points."""

from __future__ import annotations

from fractions import Fraction

import pytest
from checking import check
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.expressions.parse import (
    Check,
    Context,
    Fault,
    parse_check,
    parse_expression,
)
from fentcheck.expressions.tree import (
    Comparison,
    Exact,
    Expression,
    Named,
    Operation,
    Quoted,
    Span,
    named_claims,
)
from fentcheck.files.config import Config, Lexicons
from fentcheck.limits import DEFAULTS
from fentcheck.phrases.period import read_period

DEEPEST, LARGEST_EXPONENT = DEFAULTS.check_depth, DEFAULTS.power
LONGEST_CHECK = DEFAULTS.check_length
CONTEXT = Context(
    Lexicons(Config("."))("en-US"),
    lambda name: name if "." in name else f"article.{name}",
    read_period("2024-02"),
)


def parsed(text: str) -> Expression:
    found = parse_expression(text, CONTEXT)
    assert not isinstance(found, Fault), found
    return found


def shape(expression: Expression) -> str:
    """The tree in prefix notation, claims by their own id."""
    if isinstance(expression, Named):
        return expression.name.removeprefix("article.")
    if isinstance(expression, Exact):
        return str(expression.value)
    if isinstance(expression, Quoted):
        return repr(expression.phrase.text)
    if isinstance(expression, Span):
        return f"<{expression.period.days}>"
    name = expression.operator.value
    if name == "**":
        name += str(expression.exponent)
    return f"({' '.join([name, *(shape(operand) for operand in expression.operands)])})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("a + b * c", "(+ a (* b c))"),
        ("a * b + c", "(+ (* a b) c)"),
        ("a - b - c", "(- (- a b) c)"),
        ("a - b + c", "(+ (- a b) c)"),
        ("a / b / c", "(/ (/ a b) c)"),
        ("a / b * c", "(* (/ a b) c)"),
        ("a - (b - c)", "(- a (- b c))"),
        ("a / (b * c)", "(/ a (* b c))"),
        ("(a + b) * c", "(* (+ a b) c)"),
        ("a + b * c - d / e", "(- (+ a (* b c)) (/ d e))"),
        ("a ** 2", "(**2 a)"),
        ("a ** -2", "(**-2 a)"),
        ("a * b ** 2", "(* a (**2 b))"),
        ("-a ** 2", "(neg (**2 a))"),
        ("(-a) ** 2", "(**2 (neg a))"),
        ("--a", "(neg (neg a))"),
        ("-a * b", "(* (neg a) b)"),
        ("a * -b", "(* a (neg b))"),
        ("a - -b", "(- a (neg b))"),
        ("1.50 * a", "(* 3/2 a)"),
        ("007", "7"),
        ("sum(a)", "(sum a)"),
        ("sum(a, b, c)", "(sum a b c)"),
        ("min(a, b + 1)", "(min a (+ b 1))"),
        ("max(a, min(b, c))", "(max a (min b c))"),
        ("mean(a, b)", "(mean a b)"),
        ("abs(a - b)", "(abs (- a b))"),
        ("share(a, b)", "(share a b)"),
        ("change(a, b)", "(change a b)"),
        ("points(a, b)", "(points a b)"),
        ("over(a, b)", "(over a b)"),
        ('over(a, "2023")', "(over a <365>)"),
        ('over(a, "FY2024")', "(over a <366>)"),
        ('over(a, "last year")', "(over a <365>)"),
        ('over(a, "three days")', "(over a 'three days')"),
        ('"27,000 pounds" / "2 mg/dose"', "(/ '27,000 pounds' '2 mg/dose')"),
        ("other.a + b", "(+ other.a b)"),
        ("front-line.a", "front-line.a"),
        ("sum + min", "(+ sum min)"),
        ("sum(sum)", "(sum sum)"),
        (" a+b ", "(+ a b)"),
        ("a\n+\tb", "(+ a b)"),
    ],
)
def test_the_grammar(text: str, expected: str) -> None:
    assert shape(parsed(text)) == expected


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
def test_a_comparison(sign: str) -> None:
    check = parse_check(f"a {sign} b + 1", CONTEXT)
    assert isinstance(check, Check)
    assert (shape(check.left), check.comparison, shape(check.right)) == (
        "a",
        Comparison(sign),
        "(+ b 1)",
    )
    assert check.comparison.flipped.flipped is check.comparison


def test_names_are_completed_and_listed() -> None:
    assert [named.name for named in named_claims(parsed("sum(a, other.b) / a"))] == [
        "article.a",
        "other.b",
        "article.a",
    ]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("a", "a"),
        ("a + b * c", "a + b * c"),
        ("-a ** 2", "-a ** 2"),
        ("sum(a, b)", "sum(a, b)"),
        ('over(a, "2023")', 'over(a, "2023")'),
        ("a / b / c", "a / b / c"),
    ],
)
def test_a_node_knows_its_stretch(text: str, stretch: str) -> None:
    found = parsed(f"  {text}  ")
    assert f"  {text}  "[found.start : found.end] == stretch


def test_operands_know_their_stretch() -> None:
    text = 'a + other.b * "5 kg" - 12.5'
    found = parsed(text)
    leaves = []
    waiting = [found]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, Operation):
            waiting = [*one.operands, *waiting]
        else:
            leaves.append(text[one.start : one.end])
    assert leaves == ["a", "other.b", '"5 kg"', "12.5"]


FAULTS = [
    # the check, what the fault is at, a part of the message
    ("a == b == c", "==", "only one comparison"),
    ("a", "a", "compares two sides"),
    ("a + b", "b", "compares two sides"),
    ("a = b", "=", "=="),
    ("a == 5%", "%", "double quotes"),
    ("a == b c", "c", "does not belong"),
    ("a == b)", ")", "does not belong"),
    ("a == (b + c", "(", "not closed"),
    ("a == sum(b, c", "(", "not closed"),
    ("a == sum()", ")", "does not belong"),
    ("a == b +", "+", "too early"),
    ("a == ", "=", "too early"),
    ("a == * b", "*", "does not belong"),
    ("a == b ** c", "c", "whole number"),
    ("a == b ** 1.5", "1.5", "whole number"),
    ("a == b ** 61", "61", "at most 60"),
    ("a == b ** 100", "100", "at most 60"),
    ("a == b ** -61", "61", "at most 60"),
    ("a == b ** 2 ** 2", "**", "wants brackets"),
    ("a == sun(b)", "sun", "did you mean sum"),
    ("a == logarithm(b)", "logarithm", "there are"),
    ("a == share(b)", "share(b)", "takes 2"),
    ("a == change(b, c, d)", "change(b, c, d)", "takes 2"),
    ("a == abs(b, c)", "abs(b, c)", "takes 1"),
    ("a == over(b)", "over(b)", "takes 2"),
    ("a == 1.2.3", "1.2.3", "not a number"),
    ("a == 5.", "5.", "not a number"),
    ("a == " + "1" * 41, "1" * 41, "not a number"),
    ("a == 1,000", ",", "does not belong"),
    ("a == b & c", "&", "does not belong"),
    ("a == b; c", ";", "does not belong"),
    ("a == 'b'", "'", "does not belong"),
    ("a == b[0]", "[", "does not belong"),
    ('a == "5 kg', '"', "does not belong"),
    ('a == "hardly anything"', '"hardly anything"', ""),
    ('a == over(b, "2021/..")', '"2021/.."', "no number of days"),
    ('a == over(b, "2021-21")', '"2021-21"', "no number of days"),
    ('a == over(b, "whenever")', '"whenever"', ""),
    ("a == __import__(b)", "__import__", "no function"),
]


@pytest.mark.parametrize(("text", "at", "words"), FAULTS)
def test_a_fault_points_at_its_stretch(text: str, at: str, words: str) -> None:
    fault = parse_check(text, CONTEXT)
    assert isinstance(fault, Fault), fault
    assert text[fault.start : fault.end] == at
    assert words in fault.message


def test_a_fault_points_at_the_right_one_of_two() -> None:
    assert parse_check("a == b == c", CONTEXT)[1:] == (7, 9)
    assert parse_check("(a == (b", CONTEXT)[1:] == (0, 1)
    assert parse_check("a == (b + (c)", CONTEXT)[1:] == (5, 6)


def test_an_empty_check() -> None:
    for text in ("", "   "):
        fault = parse_check(text, CONTEXT)
        assert isinstance(fault, Fault)
        assert "too early" in fault.message
        assert 0 <= fault.start <= fault.end <= len(text)


def test_an_expression_has_no_comparison() -> None:
    fault = parse_expression("a == b", CONTEXT)
    assert isinstance(fault, Fault)
    assert (fault.start, fault.end) == (2, 4)


def test_a_published_date_is_needed_for_last_year() -> None:
    undated = CONTEXT._replace(published=None)
    assert isinstance(parse_expression('over(a, "last year")', undated), Fault)


# Bounds


def test_the_length_is_bounded() -> None:
    longest = "a == " + "b" * (LONGEST_CHECK - 5)
    assert isinstance(parse_check(longest, CONTEXT), Check)
    fault = parse_check(longest + "b", CONTEXT)
    assert isinstance(fault, Fault)
    assert str(LONGEST_CHECK) in fault.message


@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("-", ""), ("abs(", ")")])
def test_the_depth_is_bounded(before: str, after: str) -> None:
    deepest = before * DEEPEST + "a" + after * DEEPEST
    assert not isinstance(parse_expression(deepest, CONTEXT), Fault)
    fault = parse_expression(before + deepest + after, CONTEXT)
    assert isinstance(fault, Fault)
    assert str(DEEPEST) in fault.message


def test_exponents_are_bounded() -> None:
    assert shape(parsed(f"a ** {LARGEST_EXPONENT}")) == f"(**{LARGEST_EXPONENT} a)"
    assert isinstance(parse_expression(f"a ** {LARGEST_EXPONENT + 1}", CONTEXT), Fault)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("*".join(["a ** 30", "b ** 30", "c", "d"]), "*"),
        ("a ** 31 / (b ** 31)", "/"),
        ("over(a ** 31, b ** 31)", "over"),
        ("1 + share(a, change(b ** 30, c ** 31))", "share"),
    ],
)
def test_the_factors_of_a_product_are_bounded(text: str, word: str) -> None:
    """A number of 41 digits to the power of 3,600 would take seconds, and could not be printed."""
    found = parse_expression(text, CONTEXT)
    assert isinstance(found, Fault)
    assert "at most 61 factors" in found.message
    assert text[found.start : found.end] == word
    assert not isinstance(parse_expression(" * ".join(["a"] * 61), CONTEXT), Fault)


@pytest.mark.parametrize("sign", "+/")
def test_a_long_chain_is_refused_or_can_be_worked_out(sign: str) -> None:
    """500 operands fit into the length; what is not refused must not exhaust the stack later."""
    chain = sign.join(["1"] * 450)
    text = f"claims:\n  - {{id: a, value: exactly 450}}\nchecks:\n  - that: a >= {chain}\n"
    assert {finding.code for finding in check(text)} <= {"FC004"}


# Whatever the text, there is a check or a fault inside the text


PIECES = st.sampled_from(
    ["a", "b.c", "1", "2.5", '"5 kg"', '"', "(", ")", ",", "+", "-", "*", "/", "**", "==", "<",
     "=", " ", "sum", "over", "share", "é", "\n", "%"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_is_a_check_or_a_fault_within_it(text: str) -> None:
    found = parse_check(text, CONTEXT)
    if isinstance(found, Fault):
        assert found.message
        assert 0 <= found.start <= found.end <= len(text)
    else:
        assert isinstance(found, Check)


TEXTS = st.recursive(
    st.integers(1, 9).map(str),
    lambda inner: st.one_of(
        st.builds(lambda x, s, y: f"{x} {s} {y}", inner, st.sampled_from("+-*"), inner),
        st.builds(lambda x: f"({x})", inner),
        st.builds(lambda x: f"-({x})", inner),
        st.builds(lambda x, n: f"({x}) ** {n}", inner, st.integers(0, 3)),
    ),
    max_leaves=8,
)


def result(expression: Expression) -> Fraction:
    if isinstance(expression, Exact):
        return Fraction(expression.value)
    assert isinstance(expression, Operation)
    first, *rest = (result(operand) for operand in expression.operands)
    match expression.operator.value:
        case "+":
            return first + rest[0]
        case "-":
            return first - rest[0]
        case "*":
            return first * rest[0]
        case "neg":
            return -first
        case _:
            return first**expression.exponent


@given(TEXTS)
def test_arithmetic_is_python_s(text: str) -> None:
    """Precedence and associativity are those of Python, which reads these texts the same way."""
    if len(text) < 150:
        assert result(parsed(text)) == eval(text, {"__builtins__": {}})
