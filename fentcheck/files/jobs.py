"""Checks files in several processes, and gives back what they come to in the order of the files.

A process that checks is told a few files at a time and answers with plain data; so few answers wait
at any time, however many files there are. It has no other processes or threads to wait for, and
ends when the first process does, however that ends.
"""

from __future__ import annotations

import marshal
import os
import signal
from collections.abc import Iterator, Sequence

from fentcheck.files.archive import Done, Task, Work
from fentcheck.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from multiprocessing import Process
    from multiprocessing.connection import Connection

_AT_ONCE = 20
"""J: files that are sent together, so that sending costs little."""
_AHEAD = 3
"""J: batches for each process that may be done, or in work, before their turn comes."""
_WORTH_ONE = 150
"""J: files that take several times as long as it takes a process to begin."""
_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


def usual_jobs(files: int) -> int:
    """So many processes are worth their while."""
    return max(1, min(os.cpu_count() or 1, files // _WORTH_ONE))


class _Helper(NamedTuple):
    """A process that checks, where it is asked, and where it answers."""

    process: Process
    asked: Connection
    answers: Connection

    def end(self) -> None:
        self.process.kill()
        self.asked.close()
        self.answers.close()


class _Line(NamedTuple):
    """The ends of two pipes that a process that checks has, and those that are not for it."""

    questions: Connection
    answer: Connection
    others: tuple[Connection, Connection]


def in_processes(jobs: int, paths: Sequence[str], task: Task, work: Work) -> Iterator[Done]:
    """What the files come to, in their order.

    A batch that a process fails on, or ends over, is done here, where a fault can be told. So is
    everything, where no process can be had.
    """
    from multiprocessing.connection import wait

    batches = [(at, min(at + _AT_ONCE, len(paths))) for at in range(0, len(paths), _AT_ONCE)]
    answers: dict[int, bytes] = {}
    helpers: list[_Helper] = []
    at_work: dict[int, _Helper] = {}
    """The batches that are in work, and who does each."""
    following = 0

    def hand_out(turn: int) -> None:
        nonlocal following
        idle = [one for one in helpers if one not in at_work.values()]
        while idle and following < min(len(batches), turn + jobs * _AHEAD):
            helper = idle.pop()
            try:
                helper.asked.send_bytes(marshal.dumps(batches[following]))
            except OSError:  # it has ended
                helpers.remove(helper)
                continue
            at_work[following] = helper
            following += 1

    def take_in(patience_s: float | None) -> None:
        """Takes the answers that are there, or waits for one."""
        by_line = {helper.answers: turn for turn, helper in at_work.items()}
        for line in wait(list(by_line), patience_s):
            turn = by_line[line]  # type: ignore[index]
            helper = at_work.pop(turn)
            try:
                answers[turn] = helper.answers.recv_bytes()
            except (OSError, EOFError):
                answers[turn] = b""
                helpers.remove(helper)

    try:
        _begin(jobs, tuple(paths), task, helpers)
        for turn, (begin, end) in enumerate(batches):
            take_in(0)
            hand_out(turn)
            while turn in at_work:
                take_in(None)
                hand_out(turn)
            following = max(following, turn + 1)
            for done in _answered(paths[begin:end], answers.pop(turn, b""), work):
                yield done
                if at_work:  # nobody is to wait while this is told
                    take_in(0)
                    hand_out(turn)
    finally:
        for helper in helpers:
            helper.end()
        for helper in helpers:
            helper.process.join()


def _begin(jobs: int, paths: tuple[str, ...], task: Task, helpers: list[_Helper]) -> None:
    """Adds as many processes to `helpers` as can be had.

    Signals wait while a process begins, until it knows what to do with them.
    """
    from multiprocessing import Pipe, Process

    block = getattr(signal, "pthread_sigmask", None)
    before = block(signal.SIG_BLOCK, _SIGNALS) if block else None
    try:
        while len(helpers) < jobs:
            questions, asked = Pipe(duplex=False)
            answers, answer = Pipe(duplex=False)
            line = _Line(questions, answer, (asked, answers))
            process = Process(target=_serve, args=(line, paths, task), daemon=True)
            process.start()
            helpers.append(_Helper(process, asked, answers))
            questions.close()
            answer.close()
    except OSError:  # no more processes, or no more open files
        pass
    finally:
        if block:
            block(signal.SIG_SETMASK, before)


def _answered(batch: Sequence[str], answer: bytes, work: Work) -> Iterator[Done]:
    if answer:
        yield from map(Done.of, marshal.loads(answer))
    else:
        yield from map(work.done, batch)


def _serve(line: _Line, paths: tuple[str, ...], task: Task) -> None:
    """What a process does: answers, until the first process closes the line, or is gone.

    Only the first process answers to Ctrl-C. What fails here is done and told there.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in _SIGNALS[1:]:
        signal.signal(one, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    for other in line.others:
        other.close()
    try:
        work = Work.of(task)
        while True:
            begin, end = marshal.loads(line.questions.recv_bytes())
            found = [work.done(path).plain for path in paths[begin:end]]
            line.answer.send_bytes(marshal.dumps(found))
    except Exception:
        os._exit(1)
