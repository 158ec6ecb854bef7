"""A rule's docstring as Markdown, for tools that show help."""

from __future__ import annotations

from textwrap import dedent

from fentcheck.record import NamedTuple
from fentcheck.rules.rule import Rule


class Help(NamedTuple):
    """The parts of a rule's documentation, each on one line but for the example."""

    summary: str
    why: str
    mend: str
    example: str

    @property
    def markdown(self) -> str:
        return (
            f"{self.summary}\n\n**Why:** {self.why}\n\n**Mend:** {self.mend}\n\n"
            f"```yaml\n{self.example}\n```\n"
        )


def help_of(rule: Rule) -> Help:
    """What is documented of a rule."""
    told, _, example = rule.documentation.partition("\nExample:\n")
    told, _, mend = told.partition("\nMend:")
    summary, _, why = told.partition("\nWhy:")
    example = dedent(example).strip("\n").replace(" expect: ", " ")
    return Help(_line(summary), _line(why), _line(mend), example)


def _line(text: str) -> str:
    return " ".join(text.split())
