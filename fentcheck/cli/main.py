"""Where the program begins. A common call goes straight to work; the rest goes through Typer."""

from __future__ import annotations

import sys

from fentcheck.cli.fast import read_call


def main() -> None:
    """Runs the call of the command line and exits with its status."""
    sys.exit(status_of(sys.argv[1:]))


def status_of(words: list[str]) -> int:
    """Runs a call; the exit status is as in the README."""
    try:
        call = read_call(words)
        if call is not None:
            from fentcheck.cli.run import run

            return run(call)
        from fentcheck.cli.app import application

        application()(words, standalone_mode=True, prog_name="fentcheck")
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as leaving:
        code = leaving.code
        return code if isinstance(code, int) else 0 if code is None else 2


if __name__ == "__main__":
    main()
