"""Where the program begins. A common call goes straight to work; the rest goes through Typer."""

from __future__ import annotations

import gc
import sys

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from fentcheck.cli.table import Call

_INTERRUPTED = 130


def main() -> None:
    """Runs the call of the command line and exits with its status."""
    # What a run makes holds no cycles, and is let go before the next file: a rare look for them
    # is enough, and none at the end, when the process gives everything back at once.
    gc.set_threshold(100_000, 50, 50)
    try:
        from fentcheck.cli.streams import prepare

        words = sys.argv[1:]
        prepare(answers_to_signals=words[:1] != ["lsp"])
        status = status_of(words)
    except KeyboardInterrupt:
        status = _INTERRUPTED
    gc.freeze()
    sys.exit(status)


def status_of(words: list[str]) -> int:
    """Runs a call; the exit status is as in the README."""
    try:
        from fentcheck.cli.fast import read_call

        call = read_call(words)
        if call is not None:
            return _run(call)
        from fentcheck.cli.app import application

        application()(words, standalone_mode=True, prog_name="fentcheck")
        return 0
    except KeyboardInterrupt:
        from fentcheck.cli.streams import discard_output

        discard_output()
        return _INTERRUPTED
    except SystemExit as leaving:
        code = leaving.code
        return code if isinstance(code, int) else 0 if code is None else 2
    except (OSError, MemoryError) as error:
        from fentcheck.cli.streams import trouble

        return trouble(error)


def _run(call: Call) -> int:
    from fentcheck.cli.run import run

    if call.flag("no_cache") or call.command.name == "cache":
        return run(call)
    from fentcheck.files.patterns import keep_patterns, use_kept_patterns

    use_kept_patterns(call.command.name)
    status = run(call)
    keep_patterns(call.command.name)
    return status


if __name__ == "__main__":
    main()
