"""How much a file may ask for. Files come from strangers, and every one is answered soon.

Whoever runs the program may raise a limit, by `--limit NAME=VALUE` or in the environment; a
project's settings can only lower one. What goes beyond a limit is a finding that names it.
"""

from __future__ import annotations

from fentcheck.record import NamedTuple

VARIABLE = "FENTCHECK_LIMITS"
"""The variable of the environment that sets limits: "file-size=8000000, claims=20000"."""


class LimitError(Exception):
    """A limit that cannot be set so."""


class Limits(NamedTuple):
    """The limits in force; `ABOUT` says what each is."""

    file_size: int = 4 << 20
    draft_size: int = 64 << 20
    unpacked_size: int = 64 << 20
    word_text: int = 8 << 20
    word_paragraphs: int = 10_000
    draft_pieces: int = 50_000
    yaml_depth: int = 20
    yaml_values: int = 50_000
    yaml_aliases: int = 1_000
    chain_steps: int = 100_000
    claims: int = 2_000
    checks: int = 2_000
    mistakes: int = 500
    relations: int = 4_000
    pairs: int = 300_000
    joint_work: int = 150_000
    number_length: int = 40
    value_length: int = 200
    check_length: int = 1_000
    checks_length: int = 60_000
    check_depth: int = 20
    check_signs: int = 60
    power: int = 60
    quote_tries: int = 200_000
    figures: int = 1_500
    figures_read: int = 15_000
    mend_work: int = 2_500

    def most(self, field: str) -> Most:
        """A single limit, by its field."""
        return Most(named(field), getattr(self, field))

    def with_values(self, given: str) -> Limits:
        """The limits with some set anew: "file-size=8000000,claims=20000", spaces as one likes.

        Raises `LimitError`.
        """
        changed: dict[str, int] = {}
        for one in given.split(","):
            if not one.strip():
                continue
            name, is_set, value = one.partition("=")
            if not is_set:
                raise LimitError(f"a limit is set like file-size=8000000, not “{one.strip()}”")
            text = value.strip().replace("_", "")
            field = field_of(name)
            changed[field] = checked(field, int(text) if _is_number(text) else None)
        return self._replace(**changed)


class Most(NamedTuple):
    """A limit by its name, and the most that it allows."""

    name: str
    value: int

    def of(self, nouns: str) -> str:
        """ "more than 2,000 claims", "more than 1 claim"."""
        return f"more than {self.value:,} {nouns.removesuffix('s') if self.value == 1 else nouns}"

    def __str__(self) -> str:
        """What it is and how to raise it, to be put behind what went beyond it."""
        return f"the limit {self.name} is {self.value:,}; --limit {self.name}=… raises it"


DEFAULTS = Limits()
ABOUT: dict[str, tuple[str, int]] = {
    "file_size": ("bytes of a claims file, a vocabulary or a text that one names", 1 << 30),
    "draft_size": ("bytes of a draft that is audited", 1 << 30),
    "unpacked_size": ("bytes of a Word document once it is unpacked", 1 << 30),
    "word_text": ("bytes of its text and layout, without pictures", 1 << 30),
    "draft_pieces": ("lines of a draft, and pieces of text that it is put together of", 10**8),
    "word_paragraphs": ("paragraphs and cells of a Word document", 10**7),
    "yaml_depth": ("lists and mappings inside each other", 100),
    "yaml_values": ("keys and values of a file, counted again where an alias repeats them", 10**8),
    "yaml_aliases": ("aliases in a file", 10**6),
    "chain_steps": ("steps from a term to a wider one, for all terms of a vocabulary", 10**9),
    "claims": ("claims of a file", 10**7),
    "checks": ("checks, and waivers, of a file", 10**7),
    "mistakes": (
        "mistakes of writing in a file, after which it is not read on, and findings of an FC0 rule",
        10**7,
    ),
    "relations": (
        "relations between the figures of a file or draft that are checked: a long one counts for "
        "several, and one that fails ten times",
        10**8,
    ),
    "pairs": ("pairs of figures that a rule looks at, to find those that it compares", 10**10),
    "joint_work": (
        "looks at relations that are checked together, and steps of their algebra",
        10**9,
    ),
    "number_length": ("characters of a number", 1_000),
    "value_length": ("characters of a value", 10_000),
    "check_length": ("characters of a check", 100_000),
    "checks_length": ("characters of all checks of a file", 10**8),
    "check_depth": ("brackets inside each other in a check", 60),
    "check_signs": ("signs in a check", 10_000),
    "power": ("the highest power in a check, powers of powers multiplied", 1_000),
    "quote_tries": ("places of a text at which the quotes of its claims may stand", 10**8),
    "figures": ("figures of a draft that are compared with each other", 10**7),
    "figures_read": ("figures of a text, and words that look like one, that are read", 10**7),
    "mend_work": ("relations looked at for what would mend the findings of a file", 10**9),
}
"""What each limit counts, and how far it can be raised."""


def named(field: str) -> str:
    """The name of a limit as people write it."""
    return field.replace("_", "-")


def field_of(name: str) -> str:
    """The field of a limit that is written in any of the usual ways. Raises `LimitError`."""
    field = name.strip().lower().replace("-", "_")
    if field in ABOUT:
        return field
    known = ", ".join(map(named, ABOUT))
    raise LimitError(f"there is no limit “{named(field)[:40]}”; there are {known}")


def checked(field: str, value: object) -> int:
    """A value that a limit can have. Raises `LimitError`."""
    highest = ABOUT[field][1]
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= highest:
        return value
    raise LimitError(f"the limit {named(field)} is a whole number from 1 to {highest:,}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12
