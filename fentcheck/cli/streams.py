"""Standard output and standard error as the program needs them, whatever it was started with."""

from __future__ import annotations

import errno
import os
import sys

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_OK, _UNUSABLE = 0, 2


def prepare(answers_to_signals: bool = True) -> None:
    """What has to hold before a call is read. For the process's own streams, once.

    What is printed is UTF-8 with plain line ends wherever it does not go to a terminal, so that a
    report is the same bytes in every locale. To end the program by a signal is to interrupt it.
    """
    if sys.stdout is None:  # closed before we began: there is nobody to tell
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    elif sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = _Told(sys.stderr)
    if answers_to_signals:
        _answer_to_signals()


class _Told:
    """Standard error: where it cannot be written, nothing is told, and nothing else is changed."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            self._stream.write(text)
        except OSError:
            return 0
        return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _answer_to_signals() -> None:
    """SIGTERM, and SIGHUP unless it is ignored, interrupt as Ctrl-C does."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def discard_output() -> None:
    """Sends what is left in the buffer nowhere, so that closing it cannot fail again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):  # not a file; or no more files can be opened
        from io import StringIO

        sys.stdout = StringIO()


def trouble(error: OSError | MemoryError) -> int:
    """Ends a run over what the system refuses: the exit status, once it has been told.

    A reader that has gone wants to be told nothing.
    """
    discard_output()
    if isinstance(error, BrokenPipeError):
        return _OK
    from fentcheck.output.terminal import safe

    sys.stderr.write(f"fentcheck: {safe(_words(error))}\n")
    return _UNUSABLE


def _words(error: OSError | MemoryError) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    why = error.strerror or str(error)
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return f"no more files can be opened: {why}"
    if error.filename:
        return f"{os.fsdecode(error.filename)}: {why}"
    try:
        os.getcwd()
    except OSError:
        return "the working directory is not there any more"
    return f"the output cannot be written: {why}"
