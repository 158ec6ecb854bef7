"""Where the program begins. A common call goes straight to work; the rest goes through Typer."""

from __future__ import annotations

import gc
import sys

from fentcheck.cli.fast import read_call
from fentcheck.cli.table import Call


def main() -> None:
    """Runs the call of the command line and exits with its status."""
    # What a run makes holds no cycles, and is let go before the next file: a rare look for them
    # is enough, and none at the end, when the process gives everything back at once.
    gc.set_threshold(100_000, 50, 50)
    status = status_of(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def status_of(words: list[str]) -> int:
    """Runs a call; the exit status is as in the README."""
    try:
        call = read_call(words)
        if call is not None:
            return _run(call)
        from fentcheck.cli.app import application

        application()(words, standalone_mode=True, prog_name="fentcheck")
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as leaving:
        code = leaving.code
        return code if isinstance(code, int) else 0 if code is None else 2


def _run(call: Call) -> int:
    from fentcheck.cli.run import run

    if call.flag("no_cache"):
        return run(call)
    from fentcheck.files.patterns import keep_patterns, use_kept_patterns

    use_kept_patterns(call.command.name)
    status = run(call)
    keep_patterns(call.command.name)
    return status


if __name__ == "__main__":
    main()
