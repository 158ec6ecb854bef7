"""Carries a call out. Every exit status is decided here."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date

from fentcheck.cli.table import Call
from fentcheck.engine.check import Fault, Source
from fentcheck.files.config import Config, ConfigError, find_config, folder_of
from fentcheck.files.disk import PathError, write_whole
from fentcheck.files.load import Library
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

_EPOCH = 719_163
"""The ordinal of 1970-01-01."""
OK, FOUND, UNUSABLE, OURS, INTERRUPTED = 0, 1, 2, 3, 130


def run(call: Call) -> int:
    """The exit status of a call: 0 clean, 1 findings, 2 it cannot be done, 3 a fault of ours."""
    if sys.stdout is None:  # closed before we began: there is nobody to tell
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    try:
        if call.flag("watch"):
            from fentcheck.cli.watch import watch

            return watch(call)
        return _COMMANDS[call.command.name](call)
    except (ConfigError, PathError) as error:
        return _refuse(str(error))
    except Fault as fault:
        cause = fault.__cause__
        sys.stderr.write(
            f"fentcheck: a fault of ours: rule {fault.code} failed on {fault.path} "
            f"({type(cause).__name__}: {cause}). Please report it.\n"
        )
        return OURS
    except BrokenPipeError:
        # The reader has gone; nothing more is to be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        _discard_output()
        return _refuse(f"the output cannot be written: {error.strerror}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _discard_output()
        sys.stderr.write(
            f"fentcheck: a fault of ours in {call.command.name} {' '.join(call.arguments)} "
            f"({type(error).__name__}: {error}). Please report it.\n"
        )
        return OURS


def _discard_output() -> None:
    """Sends what is left in the buffer nowhere, so that closing it cannot fail again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _verify(call: Call) -> int:
    # A file's data holds no cycles and is let go before the next: a rare look for them is enough.
    gc.set_threshold(100_000, 50, 50)
    config = find_config(folder_of(call.arguments), call.text("config"))
    rules = _rules(call, config)
    library = Library(call.arguments, config, _today(call))
    if not library.files:
        return _refuse(f"there are no claims files in {', '.join(call.arguments)}")
    return _report(call, config, library.check(rules), len(library.files))


def _audit(call: Call) -> int:
    from fentcheck.files.drafts import audited

    config = find_config(folder_of(call.arguments), call.text("config"))
    codes = frozenset(rule.code for rule in _rules(call, config))
    locale = call.text("locale") or "en-US"
    sources = audited(call.arguments, config, codes, locale)
    return _report(call, config, sources, len(call.arguments))


def _extract(call: Call) -> int:
    from fentcheck.files.drafts import extracted_from

    config = find_config(folder_of(call.arguments), call.text("config"))
    output = call.text("output")
    locale = call.text("locale") or "en-US"
    made = extracted_from(call.arguments[0], config, locale, output)
    return _write(iter((made,)), output)


def _report(call: Call, config: Config, sources: Iterable[Source], files: int) -> int:
    """Writes what was found in the format asked for; the exit status that it comes to."""
    from fentcheck.output.options import Options
    from fentcheck.output.registry import format_named
    from fentcheck.output.summary import Summary

    summary = Summary()
    if sys.stderr is not None and sys.stderr.isatty():
        from fentcheck.cli.progress import is_watched, with_progress

        if is_watched():
            sources = with_progress(sources, files)
    since = call.text("changed_since")
    if since is not None:
        from fentcheck.cli.adoption import only_changed

        sources = only_changed(since, call, sources)
    baseline = call.text("baseline")
    if baseline is not None:
        from fentcheck.cli.adoption import against_baseline

        sources = against_baseline(call, baseline, sources, summary)
    elif call.flag("update_baseline"):
        return _refuse("--update-baseline needs --baseline FILE")
    output = call.text("output")
    options = Options(
        show_all=call.flag("all"),
        statistics=call.flag("statistics"),
        colour=_is_coloured(call, output),
        width=_width(),
    )
    form = format_named(call.text("format") or "text")
    status = _write(form(sources, summary, options), output)
    if status != OK:
        return status
    fail_on = "warning" if call.flag("strict") else call.text("fail_on") or config.fail_on
    return FOUND if summary.reaches(fail_on or "error") else OK


def _today(call: Call) -> int:
    """The day that the call gives, or that it is in UTC, as an ordinal."""
    given = call.text("today")
    if given is None:
        return int(time.time() // 86_400) + _EPOCH
    try:
        return date.fromisoformat(given).toordinal()
    except ValueError:
        raise ConfigError(f"--today takes a date like 2027-01-31, not {given}") from None


def _rules(call: Call, config: Config) -> tuple[Rule, ...]:
    """The rules that are selected and not ignored, by codes or their beginnings."""
    select = call.codes("select") or config.select
    ignore = call.codes("ignore") or config.ignore
    for code in (*select, *ignore):
        if not any(rule.code.startswith(code) for rule in RULES):
            raise ConfigError(f"there is no rule {code}; `fentcheck rule` lists them")
    return tuple(
        rule
        for rule in RULES
        if rule.code == "FC001"  # a file that cannot be read is never passed over
        or (
            (not select or rule.code.startswith(select))
            and not (ignore and rule.code.startswith(ignore))
        )
    )


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
    sys.stderr.write(f"fentcheck: {message}\n")
    return UNUSABLE


def _explain(call: Call) -> int:
    from fentcheck.cli.explain import show_explanation

    paths = call.arguments[1:] or ("claims",)
    config = find_config(folder_of(paths), call.text("config"))
    return show_explanation(call, Library(paths, config, _today(call)))


def _value(call: Call) -> int:
    from fentcheck.cli.phrases import show_value

    return show_value(call, find_config(".", call.text("config")))


def _calc(call: Call) -> int:
    from fentcheck.cli.phrases import show_calculation

    return show_calculation(call, find_config(".", call.text("config")))


def _quantities(call: Call) -> int:
    from fentcheck.cli.quantities import show_quantities
    from fentcheck.files.drafts import draft_text

    config = find_config(folder_of(call.arguments), call.text("config"))
    return show_quantities(call, config, draft_text(call.arguments[0]))


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
    sys.stdout.write(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.documentation}\n")
    return OK


def _schema(call: Call) -> int:
    from fentcheck.files.schema import claims_schema

    sys.stdout.write(claims_schema())
    return OK


def _lsp(call: Call) -> int:
    try:
        import pygls  # noqa: F401
    except ImportError:
        return _refuse("lsp needs the package pygls: pip install 'fentcheck[lsp]'")
    from fentcheck.lsp.server import serve

    return serve()


_COMMANDS = {
    "verify": _verify,
    "audit": _audit,
    "extract": _extract,
    "quantities": _quantities,
    "explain": _explain,
    "value": _value,
    "calc": _calc,
    "rule": _rule,
    "schema": _schema,
    "lsp": _lsp,
}
