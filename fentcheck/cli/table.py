"""The command line as data: every command with its options, once.

`fast` reads a call by it without any library; `app` makes the Typer application from it, for
help, completion and every message about a call that is not right.
"""

from __future__ import annotations

from enum import Enum

from fentcheck.output.registry import NAMES
from fentcheck.record import NamedTuple


class Takes(Enum):
    """What an option takes behind it."""

    NOTHING = "nothing"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"


class Option(NamedTuple):
    """One option. A list is given comma-separated, and may be given again."""

    name: str
    takes: Takes
    help: str
    choices: tuple[str, ...] = ()
    default: str | None = None
    metavar: str | None = None
    short: str | None = None

    @property
    def field(self) -> str:
        return self.name.lstrip("-").replace("-", "_")


class Command(NamedTuple):
    """One command with its argument: its name, whether many, and what it is without any."""

    name: str
    help: str
    argument: str
    argument_help: str
    many: bool = False
    default: tuple[str, ...] | None = None
    options: tuple[Option, ...] = ()


_FORMAT = Option(
    "--format",
    Takes.CHOICE,
    "How to show what is found (default text; github in GitHub Actions).",
    NAMES,
)
_OUTPUT = Option("--output", Takes.TEXT, "Write to this file instead.", metavar="FILE")
_OUTPUT_SHORT = _OUTPUT._replace(short="-o")
_SELECT = Option(
    "--select", Takes.LIST, "Only these rules: codes or their beginnings.", metavar="CODES"
)
_IGNORE = Option(
    "--ignore", Takes.LIST, "Not these rules: codes or their beginnings.", metavar="CODES"
)
_FAIL_ON = Option(
    "--fail-on",
    Takes.CHOICE,
    "The least severity that makes the exit status 1 (default error).",
    ("error", "warning", "note", "never"),
)
_STRICT = Option("--strict", Takes.NOTHING, "The same as --fail-on warning.")
_ALL = Option("--all", Takes.NOTHING, "Also the relations that hold.")
_STATISTICS = Option("--statistics", Takes.NOTHING, "Also how often each rule found something.")
_BASELINE = Option(
    "--baseline",
    Takes.TEXT,
    "Leave out the findings in this file; if it is not there, write them to it.",
    metavar="FILE",
)
_UPDATE_BASELINE = Option("--update-baseline", Takes.NOTHING, "Write the baseline anew.")
_CHANGED_SINCE = Option(
    "--changed-since",
    Takes.TEXT,
    "Only what concerns files that changed since this commit, branch or tag.",
    metavar="REF",
)
_WATCH = Option("--watch", Takes.NOTHING, "Check again whenever a file is saved.")
_COLOR = Option(
    "--color", Takes.CHOICE, "Whether to use colour.", ("auto", "always", "never"), "auto"
)
_CONFIG = Option("--config", Takes.TEXT, "Read the settings from this file.", metavar="FILE")
_LIMIT = Option(
    "--limit",
    Takes.LIST,
    "Set a limit, as in file-size=8000000; `fentcheck config` lists them.",
    metavar="NAME=VALUE",
)
_TODAY = Option(
    "--today", Takes.TEXT, "The day by which waivers expire (default: now, UTC).", metavar="DATE"
)
_NO_CACHE = Option(
    "--no-cache", Takes.NOTHING, "Neither use nor keep anything in the cache folder."
)
_JOBS = Option(
    "--jobs",
    Takes.TEXT,
    "How many processes check at once (default: as many as it is worth).",
    metavar="N",
)
_LOCALE = Option(
    "--locale",
    Takes.TEXT,
    "Which $, gallon and ton is meant (default: the project's, or en-US).",
    metavar="LOCALE",
)
_ALL_ROLES = Option(
    "--all-roles", Takes.NOTHING, "Also dates, times, scores and other figures that count nothing."
)
_FIX = Option(
    "--fix", Takes.NOTHING, "Put right what is safe: missing ids, the order of keys, blanks."
)
_DIFF = Option("--diff", Takes.NOTHING, "Show what --fix would change, and change nothing.")
_LINES_FORMAT = Option("--format", Takes.CHOICE, "How to show them.", ("text", "jsonl"), "text")
_VALUE_FORMAT = Option("--format", Takes.CHOICE, "How to show it.", ("text", "json"), "text")

_OF_A_REPORT = (
    _FORMAT,
    _OUTPUT,
    _SELECT,
    _IGNORE,
    _FAIL_ON,
    _STRICT,
    _ALL,
    _STATISTICS,
    _BASELINE,
    _UPDATE_BASELINE,
    _CHANGED_SINCE,
    _WATCH,
    _COLOR,
    _NO_CACHE,
)
"""What every command takes that reports findings."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "verify",
        "Check claims files: which figures cannot all be true.",
        "PATH",
        "Claims files, or folders of them; - for standard input.",
        many=True,
        default=("claims",),
        options=(*_OF_A_REPORT, _JOBS, _CONFIG, _LIMIT, _TODAY),
    ),
    Command(
        "lint",
        "Check claims files as files: keys, ids, quotes; no arithmetic.",
        "PATH",
        "Claims files, or folders of them; - for standard input.",
        many=True,
        default=("claims",),
        options=(*_OF_A_REPORT, _JOBS, _FIX, _DIFF, _CONFIG, _LIMIT, _TODAY),
    ),
    Command(
        "audit",
        "Check drafts: which figures of their prose cannot all be true.",
        "DRAFT",
        "Drafts: plain text, Markdown, HTML or Word; - for standard input.",
        many=True,
        options=(*_OF_A_REPORT, _LOCALE, _CONFIG, _LIMIT),
    ),
    Command(
        "extract",
        "A claims file to finish by hand, from the figures of a draft.",
        "DRAFT",
        "A draft: plain text, Markdown, HTML or Word; - for standard input.",
        options=(_OUTPUT_SHORT, _LOCALE, _CONFIG, _LIMIT),
    ),
    Command(
        "quantities",
        "Every quantity of a text, a line each.",
        "FILE",
        "A text; - for standard input.",
        options=(_LOCALE, _ALL_ROLES, _LINES_FORMAT, _CONFIG, _LIMIT),
    ),
    Command(
        "explain",
        "One claim: its readings, its relations, and what the other figures leave to it.",
        "ID",
        "A claim's id, such as deaths_per_year or naddi.deaths_per_year; then where to look for "
        "it, if not in claims.",
        many=True,
        options=(_VALUE_FORMAT, _CONFIG, _LIMIT),
    ),
    Command(
        "value",
        "Both readings of a phrase.",
        "PHRASE",
        'The phrase as the article prints it: "more than 150 people/day".',
        options=(_LOCALE, _VALUE_FORMAT, _CONFIG, _LIMIT),
    ),
    Command(
        "calc",
        "Calculate with phrases, on both readings.",
        "EXPR",
        """An expression: '"27,000 pounds" / "2 mg/dose"'.""",
        options=(_LOCALE, _VALUE_FORMAT, _CONFIG, _LIMIT),
    ),
    Command(
        "rule",
        "What a rule is for; without a code, all rules.",
        "CODE",
        "A rule's code, such as FC201.",
        default=("",),
    ),
    Command(
        "config",
        "Which settings apply, and where each comes from.",
        "PATH",
        "The file or folder that they apply to.",
        default=(".",),
        options=(_SELECT, _IGNORE, _FAIL_ON, _STRICT, _LOCALE, _VALUE_FORMAT, _CONFIG, _LIMIT),
    ),
    Command(
        "cache",
        "Where results of earlier runs are kept, and how much; `cache clear` removes them.",
        "WHAT",
        "clear, or nothing.",
        default=("show",),
    ),
    Command(
        "init",
        "A starter: settings, vocabulary, a draft and its claims file.",
        "DIR",
        "The folder to put it in; it is made if it is not there.",
        default=(".",),
    ),
    Command(
        "lsp",
        "A language server, for editors; it speaks over standard input and output.",
        "",
        "",
        default=(),
    ),
    Command(
        "schema",
        "The JSON Schema of a claims file, for editors; or of a report.",
        "WHAT",
        "claims (the default), report (--format json) or jsonl (a line of --format jsonl).",
        default=("claims",),
    ),
)
BY_NAME = {command.name: command for command in COMMANDS}


class Call(NamedTuple):
    """A call that was read: the command, its arguments, and its options by field."""

    command: Command
    arguments: tuple[str, ...]
    options: dict[str, object]

    def text(self, field: str) -> str | None:
        value = self.options.get(field)
        return value if isinstance(value, str) else None

    def flag(self, field: str) -> bool:
        return self.options.get(field) is True

    def codes(self, field: str) -> tuple[str, ...]:
        value = self.options.get(field)
        return value if isinstance(value, tuple) else ()
