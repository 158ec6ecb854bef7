"""Reads the expression of a check: a small grammar of our own, never evaluated by Python.

    check      = sum comparison sum
    comparison = "==" | "!=" | "<" | "<=" | ">" | ">="
    sum        = product (("+" | "-") product)*
    product    = signed (("*" | "/") signed)*
    signed     = "-" signed | power
    power      = atom ("**" integer)?
    atom       = number | "value phrase" | claim id | function "(" sum ("," sum)* ")" | "(" sum ")"

Length, depth and exponents are bounded.
"""

from __future__ import annotations

from collections.abc import Callable

from fentcheck.exact import Fraction
from fentcheck.expressions.tree import (
    Comparison,
    Exact,
    Expression,
    Named,
    Operation,
    Operator,
    Quoted,
    Span,
)
from fentcheck.limits import Most
from fentcheck.phrases.period import Period, read_period
from fentcheck.phrases.phrase import read_phrase
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import Complaint, Lexicon, nearest_name


class Fault(NamedTuple):
    """What cannot be read in a check, and the 0-based stretch of its text that is at fault."""

    message: str
    start: int
    end: int


class Check(NamedTuple):
    """A comparison of two expressions."""

    left: Expression
    comparison: Comparison
    right: Expression


class Context(NamedTuple):
    """What names and phrases in a check are read by.

    `full_name` completes a claim id of the check's own file to "stem.id".
    """

    lexicon: Lexicon
    full_name: Callable[[str], str]
    published: Period | None = None


def parse_check(text: str, context: Context) -> Check | Fault:
    """The comparison that a text states."""
    try:
        return _Parser(text, context).check()
    except _Stop as stop:
        return stop.fault


def parse_expression(text: str, context: Context) -> Expression | Fault:
    """The expression that a text states, with no comparison in it."""
    try:
        return _Parser(text, context).only_expression()
    except _Stop as stop:
        return stop.fault


class _Stop(Exception):
    """Carries a fault out of the descent; it never leaves this module."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.fault = Fault(message, start, end)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class _Parser:
    def __init__(self, text: str, context: Context) -> None:
        self._limits = context.lexicon.limits
        longest = self._limits.check_length
        if len(text) > longest:
            most = self._limits.most("check_length")
            raise _Stop(f"a check has at most {longest} characters: {most}", 0, longest)
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0
        self._signs = 0
        self._context = context

    def check(self) -> Check:
        left = self._sum()
        sign = self._take("comparison")
        if sign is None:
            token = self._next
            raise _Stop(
                "a check compares two sides with ==, !=, <, <=, > or >=", token.start, token.end
            )
        right = self._sum()
        self._finish()
        return Check(left, Comparison(sign.text), right)

    def only_expression(self) -> Expression:
        found = self._sum()
        if self._next.kind == "comparison":
            token = self._next
            raise _Stop("calc works out a value and compares none", token.start, token.end)
        self._finish()
        return found

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, kind: str, *texts: str) -> _Token | None:
        token = self._next
        if token.kind != kind or (texts and token.text not in texts):
            return None
        self._at += 1
        return token

    def _finish(self) -> None:
        token = self._next
        if token.kind == "end":
            return
        if token.kind == "comparison":
            raise _Stop("only one comparison in a check", token.start, token.end)
        raise _Stop(f"“{token.text}” does not belong here", token.start, token.end)

    def _sum(self, binding: int = 1) -> Expression:
        """Operands joined by signs that bind at least so tightly, from the left."""
        left = self._signed()
        while True:
            sign = self._next
            tightness = _TIGHTNESS.get(sign.text, 0) if sign.kind == "sign" else 0
            if tightness < binding:
                return left
            self._at += 1
            self._signs += 1
            if self._signs > self._limits.check_signs:
                most = self._limits.most("check_signs")
                message = (
                    f"a check has at most {most.value} signs; sum(a, b, …) adds up many: {most}"
                )
                raise _Stop(message, sign.start, sign.end)
            right = self._sum(tightness + 1)
            left = Operation(Operator(sign.text), (left, right), 1, left.start, right.end)
            _limit_factors(left, sign, self._limits.most("check_signs"))

    def _signed(self) -> Expression:
        if self._next.text != "-":
            return self._power()
        minus = self._next
        self._at += 1
        self._enter(minus)
        operand = self._signed()
        self._depth -= 1
        return Operation(Operator.NEGATE, (operand,), start=minus.start, end=operand.end)

    def _power(self) -> Expression:
        base = self._atom()
        if self._take("sign", "**") is None:
            return base
        minus = self._take("sign", "-")
        token = self._next
        exponent = self._take("number")
        if exponent is None or not exponent.text.isdigit() or len(exponent.text) > 4:
            raise _Stop("a power is a whole number", token.start, token.end)
        value = int(exponent.text)
        most = self._limits.most("power")
        if value > most.value:
            raise _Stop(f"a power is at most {most.value}: {most}", token.start, token.end)
        if self._next.text == "**":
            again = self._next
            raise _Stop("a power of a power wants brackets", again.start, again.end)
        if _degree(base) * value > most.value:
            message = f"powers of powers come to at most {most.value}: {most}"
            raise _Stop(message, token.start, token.end)
        return Operation(
            Operator.POWER, (base,), -value if minus else value, base.start, exponent.end
        )

    def _atom(self) -> Expression:
        token = self._next
        if self._take("sign", "("):
            self._enter(token)
            inside = self._sum()
            self._depth -= 1
            self._close(token)
            return inside
        if self._take("number"):
            return Exact(_exact(token), token.start, token.end)
        if self._take("phrase"):
            return self._quoted(token)
        if self._take("name"):
            if self._next.text == "(" and self._next.kind == "sign":
                return self._call(token)
            return Named(self._context.full_name(token.text), token.start, token.end)
        if token.kind == "end":
            raise _Stop("the check stops too early", token.start, token.end)
        raise _Stop(f"“{token.text}” does not belong here", token.start, token.end)

    def _call(self, name: _Token) -> Expression:
        if name.text not in _ARGUMENTS:
            meant = nearest_name(name.text, list(_ARGUMENTS))
            hint = f"; did you mean {meant}?" if meant else f"; there are {', '.join(_ARGUMENTS)}"
            raise _Stop(f"there is no function “{name.text}”{hint}", name.start, name.end)
        operator, fewest, most = _ARGUMENTS[name.text]
        opening = self._next
        self._at += 1
        self._enter(opening)
        operands = [self._sum()]
        while self._take("sign", ","):
            is_span = operator is Operator.OVER and self._next.kind == "phrase"
            operands.append(self._span() if is_span else self._sum())
        self._depth -= 1
        end = self._close(opening)
        if not fewest <= len(operands) <= most:
            wanted = f"{fewest}" if fewest == most else f"at least {fewest}"
            raise _Stop(f"{name.text} takes {wanted} values", name.start, end)
        made = Operation(operator, tuple(operands), start=name.start, end=end)
        _limit_factors(made, name, self._limits.most("check_signs"))
        return made

    def _close(self, opening: _Token) -> int:
        closing = self._take("sign", ")")
        if closing is None:
            raise _Stop("this bracket is not closed", opening.start, opening.end)
        return closing.end

    def _enter(self, token: _Token) -> None:
        self._depth += 1
        most = self._limits.check_depth
        if self._depth > most:
            message = f"nested deeper than {most} levels: {self._limits.most('check_depth')}"
            raise _Stop(message, token.start, token.end)

    def _quoted(self, token: _Token) -> Quoted:
        phrase = read_phrase(token.text[1:-1], self._context.lexicon)
        if isinstance(phrase, Complaint):
            hint = f"; did you mean “{phrase.suggestion}”?" if phrase.suggestion else ""
            raise _Stop(phrase.message + hint, token.start, token.end)
        return Quoted(phrase, token.start, token.end)

    def _span(self) -> Expression:
        """A period in quotes, or a length of time."""
        token = self._next
        self._at += 1
        text = token.text[1:-1]
        lexicon = self._context.lexicon
        period = read_period(text, self._context.published, lexicon.locale, lexicon.fiscal_month)
        if period is not None:
            if period.days is None:
                raise _Stop(f"“{text}” has no number of days", token.start, token.end)
            return Span(period, token.start, token.end)
        return self._quoted(token)


_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}
_PRODUCTS = frozenset(
    (Operator.MULTIPLY, Operator.DIVIDE, Operator.OVER, Operator.SHARE, Operator.CHANGE)
)
_ARGUMENTS: dict[str, tuple[Operator, int, int]] = {
    "sum": (Operator.SUM, 1, 100),
    "min": (Operator.LEAST, 1, 100),
    "max": (Operator.GREATEST, 1, 100),
    "mean": (Operator.MEAN, 1, 100),
    "abs": (Operator.MAGNITUDE, 1, 1),
    "over": (Operator.OVER, 2, 2),
    "share": (Operator.SHARE, 2, 2),
    "change": (Operator.CHANGE, 2, 2),
    "points": (Operator.POINTS, 2, 2),
}
_TOKEN = regex(
    r"\s*(?:(?P<phrase>\"[^\"]*\")|(?P<number>\d[\d.]*)|(?P<name>(?:[A-Za-z_][\w-]*\.)?[A-Za-z_]\w*)"
    r"|(?P<comparison>==|!=|<=|>=|<|>)|(?P<sign>\*\*|[-+*/(),])|(?P<other>\S))"
)


def _degree(expression: Expression) -> int:
    """How many factors the longest product in it has, powers written out."""
    if not isinstance(expression, Operation):
        return 1
    degrees = [_degree(operand) for operand in expression.operands]
    if expression.operator is Operator.POWER:
        return degrees[0] * max(1, abs(expression.exponent))
    return sum(degrees) if expression.operator in _PRODUCTS else max(degrees)


def _limit_factors(made: Operation, at: _Token, signs: Most) -> None:
    """A product of more, powers written out, is a number too long to be shown."""
    if made.operator in _PRODUCTS and _degree(made) > signs.value + 1:
        message = f"a product has at most {signs.value + 1:,} factors, powers written out: {signs}"
        raise _Stop(message, at.start, at.end)


def _tokens(text: str) -> list[_Token]:
    """The tokens of a text, closed by one of kind "end"."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        start, end = match.span(kind)
        token = _Token(kind, text[start:end], start, end)
        if kind == "other":
            hint = {"=": "; a check compares with ==", "%": "; put “5%” in double quotes"}
            raise _Stop(
                f"“{token.text}” does not belong here{hint.get(token.text, '')}",
                token.start,
                token.end,
            )
        found.append(token)
    end = len(text.rstrip())
    found.append(_Token("end", "", max(0, end - 1), end))
    return found


def _exact(token: _Token) -> int | Fraction:
    if token.text.count(".") > 1 or token.text.endswith(".") or len(token.text) > 40:
        raise _Stop(f"“{token.text}” is not a number", token.start, token.end)
    whole, point, decimals = token.text.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if point else int(whole)
