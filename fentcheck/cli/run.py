"""Carries a call out. Every exit status is decided here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from fentcheck.cli.streams import discard_output, trouble
from fentcheck.cli.table import Call
from fentcheck.engine.check import Fault, Source
from fentcheck.files.config import Config, ConfigError, find_config, folder_of
from fentcheck.files.day import today
from fentcheck.files.disk import PathError, repository, write_whole
from fentcheck.files.load import Library
from fentcheck.files.selection import chosen, settled
from fentcheck.record import TYPE_CHECKING
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

if TYPE_CHECKING:
    from fentcheck.output.registry import Format
    from fentcheck.output.summary import Summary

    Many = Callable[[Call, Config, str], Format | None]

OK, FOUND, UNUSABLE, OURS, INTERRUPTED = 0, 1, 2, 3, 130


def run(call: Call) -> int:
    """The exit status of a call: 0 clean, 1 findings, 2 it cannot be done, 3 a fault of ours."""
    try:
        if call.flag("watch"):
            from fentcheck.cli.watch import watch

            return watch(call)
        status = _COMMANDS[call.command.name](call)
        sys.stdout.flush()
        return status
    except (ConfigError, PathError) as error:
        return _refuse(str(error))
    except Fault as fault:
        cause = fault.__cause__
        if isinstance(cause, (OSError, MemoryError)):
            return trouble(cause)
        sys.stderr.write(
            f"fentcheck: a fault of ours: rule {fault.code} failed on {fault.path} "
            f"({type(cause).__name__}: {cause}). Please report it.\n"
        )
        return OURS
    except (OSError, MemoryError) as error:
        return trouble(error)
    except KeyboardInterrupt:
        discard_output()
        return INTERRUPTED
    except Exception as error:
        discard_output()
        sys.stderr.write(
            f"fentcheck: a fault of ours in {call.command.name} {' '.join(call.arguments)} "
            f"({type(error).__name__}: {error}). Please report it.\n"
        )
        return OURS


def _config_of(call: Call) -> Config:
    """The settings of the project that the first path of a call belongs to."""
    return find_config(folder_of(call.arguments), call.text("config"), call.codes("limit"))


def _library(call: Call, config: Config) -> Library:
    """The claims files of a call. Raises `PathError` if there are none."""
    library = Library(call.arguments, config, _today(call))
    if not library.files:
        raise PathError(f"there are no claims files in {', '.join(call.arguments)}")
    return library


def _verify(call: Call) -> int:
    config = _config_of(call)
    rules = _rules(call, config)
    library = _library(call, config)
    return _report(call, config, library.check(rules), len(library.files), _many(library, rules))


def _lint(call: Call) -> int:
    from fentcheck.cli.lint import fixes, lint_rules, show_diffs, told

    config = _config_of(call)
    rules = lint_rules(call, config)
    library = _library(call, config)
    if call.flag("diff"):
        found = fixes(config, library)
        show_diffs(found)
        sys.stderr.write(told(found, "would fix"))
        return FOUND if found else OK
    found = fixes(config, library) if call.flag("fix") else []
    for one in found:
        one.written()
    sources = library.check(rules)
    status = _report(call, config, sources, len(library.files), _many(library, rules))
    if call.flag("fix"):
        is_shown = call.text("format") in (None, "text") and call.text("output") in (None, "-")
        (sys.stdout if is_shown else sys.stderr).write(told(found, "fixed"))
    return status


def _config(call: Call) -> int:
    from fentcheck.cli.config import show_config

    return show_config(call, _config_of(call))


def _init(call: Call) -> int:
    from fentcheck.cli.init import init

    return init(call)


def _audit(call: Call) -> int:
    from fentcheck.files.drafts import audited

    config = _config_of(call)
    codes = frozenset(rule.code for rule in _rules(call, config))
    sources = audited(call.arguments, config, codes, config.locale_of(call.text("locale")))
    return _report(call, config, sources, len(call.arguments))


def _extract(call: Call) -> int:
    from fentcheck.files.drafts import extracted_from

    config = _config_of(call)
    output = call.text("output")
    made = extracted_from(call.arguments[0], config, config.locale_of(call.text("locale")), output)
    folder = os.path.dirname(output or "")
    if folder and os.path.isdir(os.path.dirname(folder) or "."):
        os.makedirs(folder, exist_ok=True)  # “claims/x.yaml” before there is a folder claims
    status = _write(iter((made.text,)), output)
    if status == OK and output not in (None, "-"):
        from fentcheck.output.words import count

        claims = count(made.claims, "claim")
        sys.stderr.write(f"fentcheck: {output} has {claims}; finish it by hand\n")
    return status


def _many(library: Library, rules: tuple[Rule, ...]) -> Many:
    """How the report of many claims files is made, where it is worth its while."""

    def form(call: Call, config: Config, name: str) -> Format | None:
        if len(library.files) < _MANY and call.text("jobs") is None:
            return None
        from fentcheck.cli.many import many

        return many(call, config, library, rules, name)

    return form


_MANY = 20
"""J: of fewer files what the last run found is not worth looking up."""


def _report(
    call: Call, config: Config, sources: Iterable[Source], files: int, many: Many | None = None
) -> int:
    """Writes what was found in the format asked for; the exit status that it comes to."""
    from fentcheck.output.options import Options
    from fentcheck.output.registry import PLAIN, format_named
    from fentcheck.output.summary import Summary

    summary = Summary()
    summary.is_of_files = call.command.name == "lint"
    summary.is_of_drafts = call.command.name == "audit"
    sources = _told(call, config, _watched(sources, files), summary)
    output = call.text("output")
    name = call.text("format") or _usual_format(output)
    fail_on = "warning" if call.flag("strict") else call.text("fail_on") or config.fail_on
    options = Options(
        show_all=call.flag("all"),
        statistics=call.flag("statistics"),
        colour=_is_coloured(call, output),
        width=_width(),
        fail_on=fail_on or "error",
        command=call.command.name,
    )
    form = (many and many(call, config, name)) or format_named(name)
    try:
        if name in PLAIN and not _in_actions():
            status = _write(form(sources, summary, options), output)
        else:
            from fentcheck.cli import ci  # what only other programs want to be told

            told = options._replace(root=repository(config.root), links=ci.links(os.environ))
            status = ci.written(name, form, sources, summary, told, output, _write)
    except BrokenPipeError:  # the reader has gone: what was found until then counts
        discard_output()
        return FOUND if summary.reaches(options.fail_on) else OK
    if status != OK:
        return status
    return FOUND if summary.reaches(options.fail_on) else OK


def _watched(sources: Iterable[Source], files: int) -> Iterable[Source]:
    """The files as they are checked, with a bar where somebody looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        return sources
    from fentcheck.cli.progress import is_watched, with_progress

    if not is_watched():
        return sources
    return with_progress(sources, files, lambda one: one.checked.is_counted)


def _told(
    call: Call, config: Config, sources: Iterable[Source], summary: Summary
) -> Iterable[Source]:
    """What is to be told: by the settings, of what has changed, and not what a baseline knows."""
    sources = settled(sources, config)
    has_baseline = call.text("baseline") is not None
    if call.flag("update_baseline") and not has_baseline:
        raise ConfigError("--update-baseline needs --baseline FILE")
    if not has_baseline and call.text("changed_since") is None:
        return sources
    from fentcheck.cli.adoption import new_ones

    return new_ones(call, config, sources, summary)


def _usual_format(output: str | None) -> str:
    """Annotations in GitHub Actions, unless they would go to a file; else text."""
    return "github" if _in_actions() and output in (None, "-") else "text"


def _in_actions() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _today(call: Call) -> int:
    """The day that the call gives, or that it is in UTC, as an ordinal."""
    given = call.text("today")
    if given is None:
        return today()
    try:
        return date.fromisoformat(given).toordinal()
    except ValueError:
        raise ConfigError(f"--today takes a date like 2027-01-31, not {given}") from None


def _rules(call: Call, config: Config) -> tuple[Rule, ...]:
    """The rules that are selected and not ignored, by codes or their beginnings."""
    return chosen(config, call.codes("select"), call.codes("ignore"))


def _write(pieces: Iterator[str], output: str | None) -> int:
    """Writes a report to standard output as it comes, or to a file whole or not at all."""
    if output is None or output == "-":
        write = sys.stdout.write
        for piece in pieces:
            write(piece)
        sys.stdout.flush()
        return OK
    write_whole(output, pieces)
    return OK


def _is_coloured(call: Call, output: str | None) -> bool:
    choice = call.text("color") or "auto"
    if choice != "auto":
        return choice == "always"
    if output is not None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def _width() -> int:
    """The width of the terminal, for text that a person reads; 100 where there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return max(40, min(int(columns), 200))
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 120))
    except (OSError, ValueError):
        return 100


def _refuse(message: str) -> int:
    from fentcheck.output.terminal import safe

    sys.stderr.write(f"fentcheck: {safe(message)}\n")
    return UNUSABLE


def _explain(call: Call) -> int:
    from fentcheck.cli.explain import show_explanation

    paths = call.arguments[1:] or ("claims",)
    config = find_config(folder_of(paths), call.text("config"), call.codes("limit"))
    return show_explanation(call, Library(paths, config, _today(call)), config)


def _value(call: Call) -> int:
    from fentcheck.cli.phrases import show_value

    return show_value(call, find_config(".", call.text("config"), call.codes("limit")))


def _calc(call: Call) -> int:
    from fentcheck.cli.phrases import show_calculation

    return show_calculation(call, find_config(".", call.text("config"), call.codes("limit")))


def _quantities(call: Call) -> int:
    from fentcheck.cli.quantities import show_quantities
    from fentcheck.files.drafts import draft_at

    config = _config_of(call)
    return show_quantities(call, config, draft_at(call.arguments[0], config.limits))


def _rule(call: Call) -> int:
    from fentcheck.rules.registry import BY_CODE

    code = call.arguments[0].upper() if call.arguments else ""
    if not code:
        for rule in RULES:
            sys.stdout.write(
                f"{rule.code}  {rule.name:<24} {rule.severity.value:<11} {rule.summary}\n"
            )
        return OK
    if code not in BY_CODE:
        return _refuse(f"there is no rule {code}; `fentcheck rule` lists them")
    rule = BY_CODE[code]
    if not rule.documentation:
        return _refuse("Python was begun with -OO, which leaves out what rules say of themselves")
    sys.stdout.write(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.documentation}\n")
    return OK


def _schema(call: Call) -> int:
    what = call.arguments[0] if call.arguments else "claims"
    if what == "claims":
        from fentcheck.files.schema import claims_schema

        sys.stdout.write(claims_schema())
    elif what in ("report", "jsonl"):
        from fentcheck.output.schema import line_schema, report_schema

        sys.stdout.write(report_schema() if what == "report" else line_schema())
    else:
        return _refuse(f"there is no schema {what}; there are claims, report and jsonl")
    return OK


def _cache(call: Call) -> int:
    from fentcheck.files import cache

    where, what = cache.folder(), call.arguments[0]
    if what not in ("show", "clear"):
        return _refuse(f"cache {what}: there is `fentcheck cache`, and `fentcheck cache clear`")
    if where is None:
        sys.stdout.write("Nothing is kept: there is no folder for it.\n")
    elif what == "show":
        held = sum(size for _, size in cache.kept())
        sys.stdout.write(f"{where}\n{_megabytes(held)} kept. `fentcheck cache clear` removes it.\n")
    else:
        sys.stdout.write(f"{_megabytes(cache.clear())} removed from {where}\n")
    return OK


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:,.1f} kB"


def _lsp(call: Call) -> int:
    try:
        import pygls  # noqa: F401
    except ImportError:
        return _refuse("lsp needs the package pygls: pip install 'fentcheck[lsp]'")
    from fentcheck.lsp.server import serve

    return serve()


_COMMANDS = {
    "verify": _verify,
    "lint": _lint,
    "audit": _audit,
    "extract": _extract,
    "quantities": _quantities,
    "explain": _explain,
    "value": _value,
    "calc": _calc,
    "rule": _rule,
    "config": _config,
    "init": _init,
    "cache": _cache,
    "schema": _schema,
    "lsp": _lsp,
}
