"""Checks files in several processes, and gives back what they come to in the order of the files.

A process that checks gets the paths of some files at a time and answers with plain data; so few
answers wait at any time, however many files there are.
"""

from __future__ import annotations

import marshal
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from fentcheck.files.archive import Done, Task, Work

_AT_ONCE = 20
"""J: files that are sent together, so that sending costs little."""
_AHEAD = 3
"""J: batches in waiting for each process."""
_WORTH_ONE = 150
"""J: files that take several times as long as it takes a process to begin."""

_work: Work | None = None
"""What this process does with a file; set as it begins."""


def usual_jobs(files: int) -> int:
    """So many processes are worth their while."""
    return max(1, min(os.cpu_count() or 1, files // _WORTH_ONE))


def in_processes(jobs: int, paths: Sequence[str], task: Task, work: Work) -> Iterator[Done]:
    """What the files come to, in their order.

    A batch that a process fails on, or ends over, is done here, where a fault can be told.
    """
    batches = iter([paths[at : at + _AT_ONCE] for at in range(0, len(paths), _AT_ONCE)])
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(task,))
    waiting: deque[tuple[Sequence[str], Future[bytes] | None]] = deque()
    is_done = False
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := next(batches, None)) is not None:
                waiting.append((batch, _sent(pool, batch)))
            if not waiting:
                is_done = True
                return
            batch, answer = waiting.popleft()
            yield from _answered(batch, answer, work)
    finally:
        # To leave at once is for a run that breaks off: as the interpreter ends, it may trip over
        # a process that is just ending too.
        pool.shutdown(wait=is_done, cancel_futures=True)


def _sent(pool: ProcessPoolExecutor, batch: Sequence[str]) -> Future[bytes] | None:
    try:
        return pool.submit(_checked, batch)
    except (BrokenProcessPool, OSError):  # no more processes
        return None


def _answered(batch: Sequence[str], answer: Future[bytes] | None, work: Work) -> Iterator[Done]:
    try:
        plain = None if answer is None else marshal.loads(answer.result())
    except Exception:
        plain = None
    if plain is None:
        yield from map(work.done, batch)
    else:
        yield from map(Done.of, plain)


def _begin(task: Task) -> None:
    """Runs in a process as it begins. Only the first process answers to Ctrl-C."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = Work.of(task)


def _checked(batch: Sequence[str]) -> bytes:
    assert _work is not None
    return marshal.dumps([_work.done(path).plain for path in batch])
