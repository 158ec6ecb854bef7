"""Changes the core in small ways, one at a time, and counts the changes that its tests notice.

    python -m bench.mutants [MODULE...] [--sample N [--seed N]] [--lines FROM-TO] [--list]
                            [--again FILE] [--output FILE]

Needs the extra `mutants`: what is changed, and how, is decided by the operators of mutmut (a sign,
a comparison, a constant, a branch, an argument, an assigned value). Which tests are to notice is
set in pyproject.toml under `tool.mutants`. Messages and names are strings and are changed too.

The tests of a module are collected once. For each mutant that process forks, puts the changed code
in the place of the function's own, and runs the tests that call this function, the quickest and
those that noticed a change of it before first, until one fails. What is outside functions, and a
mutant that lives in a function which already runs at import, gets a process that has yet to import
the program. Random tests make the same draws in every run. A mutant that takes more than
`SLOWER` times the processor time that its tests take otherwise has timed out: it was noticed.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import pickle
import random
import resource
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper, lru_cache, partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, NamedTuple

import hypothesis
import libcst as cst
import pytest
from _pytest.runner import runtestprotocol
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

for _needed in ("hypothesis.strategies", "yaml", "portion"):
    importlib.import_module(_needed)  # by the tests; once, and not in every process

ROOT = Path(__file__).resolve().parent.parent
JOBS = 2
SLOWER = 4
AT_LEAST_S = 3
"""No mutant times out sooner, in seconds of processor time."""
MEMORY = 3 << 30
EXAMPLES = 25
"""Draws of a random test."""

KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"
INVALID = "does not compile"
NOT_TRIED = "not tried"
_STATUS = {0: SURVIVED, 1: KILLED, 4: INVALID, 5: NOT_TRIED}
_EXIT_SURVIVED, _EXIT_KILLED, _EXIT_INVALID, _EXIT_NOT_TRIED = _STATUS


class Mutant(NamedTuple):
    """A module's source with one change: where it starts, what stood there and what stands there.

    `function` is the code name and first line of the outermost function it is in, if any.
    """

    number: int
    line: int
    start: int
    end: int
    before: str
    after: str
    function: tuple[str, int] | None

    def source(self, original: bytes) -> bytes:
        return original[: self.start] + self.after.encode() + original[self.end :]


class Plan(NamedTuple):
    """What `tool.mutants` says of one module: which tests are to notice its mutants."""

    module: str
    tests: tuple[str, ...]
    leave_out: tuple[str, ...]


class Baseline(NamedTuple):
    """What the tests do without a mutant: by test, seconds and the functions called in it."""

    seconds: dict[str, float]
    callers: dict[tuple[str, int], set[str]]
    at_import: set[tuple[str, int]]


# Mutants


class _Gathering(cst.CSTVisitor):  # type: ignore[misc]
    METADATA_DEPENDENCIES = (ByteSpanPositionProvider, PositionProvider)

    def __init__(self, module: cst.Module, original: bytes) -> None:
        super().__init__()
        self.module = module
        self.original = original
        self.functions: list[tuple[str, int]] = []
        self.names: list[str] = []
        self.found: list[Mutant] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Assert | cst.Import):
            return False
        if isinstance(node, cst.ImportFrom):
            return False
        if (
            isinstance(node, cst.Call)
            and isinstance(node.func, cst.Name)
            and node.func.value in ("len", "isinstance")
        ):
            return False  # as mutmut does
        if isinstance(node, cst.ClassDef):
            self.names.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self.names.append(node.name.value)
            first = node.decorators[0] if node.decorators else node
            line = self.get_metadata(PositionProvider, first).start.line
            self.functions.append((".".join(self.names), line))
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for changed in operator(node):
                    self._add(node, changed)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.ClassDef | cst.FunctionDef):
            self.names.pop()
        if isinstance(original_node, cst.FunctionDef):
            self.functions.pop()

    def _add(self, node: cst.CSTNode, changed: cst.CSTNode) -> None:
        span = self.get_metadata(ByteSpanPositionProvider, node)
        start, end = span.start, span.start + span.length
        before = self.original[start:end].decode()
        after = self.module.code_for_node(changed)
        if isinstance(node, cst.Match):
            after = _indented(after, self.original, start)
        line = self.get_metadata(PositionProvider, node).start.line
        function = self.functions[0] if self.functions else None
        self.found.append(Mutant(len(self.found), line, start, end, before, after, function))


def _indented(code: str, original: bytes, start: int) -> str:
    """A compound statement's code, which libcst gives from the margin, where it stands."""
    indent = " " * (start - original.rfind(b"\n", 0, start) - 1)
    lines = code.strip("\n").split("\n")
    return "\n".join([lines[0], *(indent + line if line else line for line in lines[1:])])


def mutants_of(original: bytes) -> list[Mutant]:
    """Every mutant of a source that reads otherwise than it, by place."""
    wrapper = MetadataWrapper(cst.parse_module(original))
    gathering = _Gathering(wrapper.module, original)
    wrapper.visit(gathering)
    seen: set[tuple[int, int, str]] = set()
    found = []
    for mutant in gathering.found:
        key = mutant.start, mutant.end, "".join(mutant.after.split())
        if key in seen or key[2] == "".join(mutant.before.split()):
            continue
        seen.add(key)
        found.append(mutant)
    return [mutant._replace(number=number) for number, mutant in enumerate(found)]


# Children


class Children:
    """Runs a function in forked processes, `JOBS` at a time; each says how it ended."""

    def __init__(self) -> None:
        self.running: dict[int, tuple[Callable[[str, str], None], int, float]] = {}

    def start(
        self,
        work: Callable[[Callable[[str], None]], int],
        ended: Callable[[str, str], None],
        limit_s: float,
    ) -> None:
        while len(self.running) >= JOBS:
            self._reap()
        reading, writing = os.pipe()
        child = os.fork()
        if child:
            os.close(writing)
            self.running[child] = ended, reading, time.monotonic() + 20 * limit_s
            return
        status = _EXIT_NOT_TRIED
        try:
            os.close(reading)
            _be_quiet_and_bounded(limit_s)

            def tell(text: str) -> None:
                os.write(writing, text.encode())

            status = work(tell)
        except SyntaxError:
            status = _EXIT_INVALID
        finally:
            os._exit(status)

    def finish(self) -> None:
        while self.running:
            self._reap()

    def _reap(self) -> None:
        while True:
            for child, (ended, reading, last) in self.running.items():
                pid, status = os.waitpid(child, os.WNOHANG)
                if pid:
                    told = os.read(reading, 1 << 16).decode()
                    os.close(reading)
                    del self.running[child]
                    ended(_outcome(status), told)
                    return
                if time.monotonic() > last:
                    os.kill(child, signal.SIGXCPU)
            time.sleep(0.002)


def _outcome(status: int) -> str:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
        return TIMED_OUT
    return _STATUS.get(os.waitstatus_to_exitcode(status), KILLED)


def _be_quiet_and_bounded(limit_s: float) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    seconds = int(limit_s) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)


# Collected once, forked for each mutant


class Warm:
    """A plugin of pytest that tries mutants of functions in place of running the tests."""

    def __init__(
        self, plan: Plan, original: bytes, mutants: Sequence[Mutant], told: Callable[[Any], None]
    ) -> None:
        self.plan = plan
        self.path = str(_path(plan.module))
        self.original = original
        self.mutants = mutants
        self.told = told
        self.at_import: set[tuple[str, int]] = set()
        self.caches: list[Callable[[], None]] = []
        sys.setprofile(self._called_at_import)

    def _called_at_import(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename == self.path:
            self.at_import.add((code.co_qualname, code.co_firstlineno))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        _steady(items, self.plan.leave_out)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        sys.setprofile(None)
        if session.testsfailed:
            raise SystemExit("a test cannot be collected")
        gc.collect()
        self.caches = [
            *(one.cache_clear for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)),
            *(memo.clear for memo in _memos()),
        ]
        gc.freeze()
        baseline = self._baseline(session.items)
        self.told(baseline)
        functions = _functions(self.path)
        _statements(self.original)
        items = {item.nodeid: item for item in session.items}
        found_before: dict[tuple[str, int], Counter[str]] = {}
        children = Children()
        for mutant in self.mutants:
            assert mutant.function is not None
            calling = baseline.callers.get(mutant.function, set())
            killers = found_before.setdefault(mutant.function, Counter())
            order = sorted(calling, key=lambda name: (-killers[name], baseline.seconds[name]))
            chosen = [items[name] for name in order]
            taken = sum(baseline.seconds[name] for name in order)

            children.start(
                partial(self._try, mutant, functions, chosen),
                partial(self._ended, mutant, killers),
                max(AT_LEAST_S, SLOWER * taken),
            )
        children.finish()
        return True

    def _ended(self, mutant: Mutant, killers: Counter[str], outcome: str, test: str) -> None:
        if test:
            killers[test] += 1
        self.told((mutant.number, outcome, test))

    def _try(
        self,
        mutant: Mutant,
        functions: dict[tuple[str, int], list[FunctionType]],
        items: Sequence[pytest.Item],
        tell: Callable[[str], None],
    ) -> int:
        assert mutant.function is not None
        gc.disable()
        for clear in self.caches:
            clear()
        changed = _code_of(_compiled(mutant, self.original, self.path))
        for function in functions[mutant.function]:
            function.__code__ = changed[mutant.function]
        return _run(items, tell)

    def _baseline(self, items: Sequence[pytest.Item]) -> Baseline:
        """Measured in a process of its own, so that caches stay empty in this one."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            status = 1
            try:
                os.close(reading)
                seconds, callers, failed = self._measured(items)
                with os.fdopen(writing, "wb") as file:
                    pickle.dump((seconds, callers, failed), file)
                status = 0
            finally:
                os._exit(status)
        os.close(writing)
        with os.fdopen(reading, "rb") as file:
            seconds, callers, failed = pickle.load(file)
        os.waitpid(child, 0)
        if failed:
            raise SystemExit(f"fails without a mutant: {failed}")
        return Baseline(seconds, callers, self.at_import)

    def _measured(self, items: Sequence[pytest.Item]) -> tuple[Any, Any, list[str]]:
        seconds: dict[str, float] = {}
        callers: dict[tuple[str, int], set[str]] = {}
        failed = []
        for item, following in zip(items, [*items[1:], None], strict=True):
            for clear in self.caches:
                clear()
            called: set[tuple[str, int]] = set()

            def watch(
                frame: FrameType, event: str, _: object, called: set[tuple[str, int]] = called
            ) -> None:
                code = frame.f_code
                if event == "call" and code.co_filename == self.path:
                    called.add((code.co_qualname, code.co_firstlineno))

            begun = time.process_time()
            sys.setprofile(watch)
            reports = runtestprotocol(item, log=False, nextitem=following)
            sys.setprofile(None)
            seconds[item.nodeid] = time.process_time() - begun
            failed += [item.nodeid for report in reports if report.failed]
            for function in called:
                callers.setdefault(function, set()).add(item.nodeid)
        return seconds, callers, failed


def _run(items: Sequence[pytest.Item], tell: Callable[[str], None]) -> int:
    """Runs tests until one fails."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            tell(item.nodeid)
            return _EXIT_KILLED
    return _EXIT_SURVIVED


def _memos() -> Iterator[dict[Any, Any]]:
    """What the program remembers in a module's own dictionary: it is empty before the tests."""
    for name, module in list(sys.modules.items()):
        if name.startswith("fentcheck."):
            yield from (one for one in vars(module).values() if type(one) is dict and not one)


def _functions(path: str) -> dict[tuple[str, int], list[FunctionType]]:
    gc.unfreeze()
    found: dict[tuple[str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == path:
            key = one.__code__.co_qualname, one.__code__.co_firstlineno
            found.setdefault(key, []).append(one)
    gc.freeze()
    return found


def _compiled(mutant: Mutant, original: bytes, path: str) -> CodeType:
    """The statement of the module that the mutant is in, where it stands."""
    from_line, to_line = next(
        (statement, end) for statement, end in _statements(original) if mutant.line <= end
    )
    lines = mutant.source(original).split(b"\n")
    more = len(lines) - len(original.split(b"\n"))
    part = b"\n" * (from_line - 1) + b"\n".join(lines[from_line - 1 : to_line + more])
    flags = annotations.compiler_flag
    code: CodeType = compile(part, path, "exec", flags=flags)
    return code


@lru_cache(maxsize=1)
def _statements(original: bytes) -> list[tuple[int, int]]:
    """The first and last lines of all statements of a module."""
    return [
        (
            min(one.lineno, *(mark.lineno for mark in getattr(one, "decorator_list", ())))
            if getattr(one, "decorator_list", ())
            else one.lineno,
            one.end_lineno or one.lineno,
        )
        for one in ast.parse(original).body
    ]


def _code_of(module: CodeType) -> dict[tuple[str, int], CodeType]:
    found: dict[tuple[str, int], CodeType] = {}
    for constant in module.co_consts:
        if isinstance(constant, CodeType):
            found[constant.co_qualname, constant.co_firstlineno] = constant
            found |= _code_of(constant)
    return found


def _steady(items: list[pytest.Item], leave_out: Sequence[str]) -> None:
    """Takes out the tests that the plan leaves out; random ones draw the same in every run."""
    items[:] = [item for item in items if not any(part in item.nodeid for part in leave_out)]
    for item in items:
        function: Any = getattr(item, "obj", None)
        drawn = getattr(function, "_hypothesis_internal_use_settings", None)
        if drawn is not None:
            function = getattr(function, "__func__", function)
            function._hypothesis_internal_use_settings = hypothesis.settings(
                drawn,
                max_examples=min(drawn.max_examples, EXAMPLES),
                deadline=None,
                database=None,
                derandomize=True,
                phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
                suppress_health_check=list(hypothesis.HealthCheck),
            )


# A process that has yet to import the program


class Fresh:
    """A plugin of pytest that forks before the tests, and so the program, are imported."""

    def __init__(
        self,
        plan: Plan,
        original: bytes,
        mutants: Sequence[Mutant],
        baseline: Baseline,
        told: Callable[[Any], None],
    ) -> None:
        self.plan = plan
        self.original = original
        self.mutants = mutants
        self.seconds = baseline.seconds
        self.told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        children = Children()
        limit_s = max(2 * AT_LEAST_S, SLOWER * sum(self.seconds.values()))
        for mutant in self.mutants:
            children.start(
                partial(self._try, session, mutant), partial(self._ended, mutant), limit_s
            )
        children.finish()
        return True

    def pytest_runtestloop(self) -> bool:
        return True

    def _ended(self, mutant: Mutant, outcome: str, test: str) -> None:
        self.told((mutant.number, outcome, test))

    def _try(self, session: pytest.Session, mutant: Mutant, tell: Callable[[str], None]) -> int:
        sys.meta_path.insert(0, _Changed(self.plan.module, mutant.source(self.original)))
        items = session.perform_collect()
        if session.testsfailed:
            tell("collection")
            return _EXIT_KILLED
        _steady(session.items, self.plan.leave_out)
        return _run(sorted(items, key=lambda item: self.seconds.get(item.nodeid, 0)), tell)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module, and gives it another source."""

    def __init__(self, module: str, source: bytes) -> None:
        self.module = module
        self.source = source

    def find_spec(
        self, fullname: str, path: object, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.module:
            return None
        return importlib.util.spec_from_file_location(fullname, _path(fullname), loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, str(_path(self.module)), "exec"), module.__dict__)


# All of a module


def try_all(plan: Plan, mutants: Sequence[Mutant], original: bytes) -> dict[int, tuple[str, str]]:
    """How each mutant ended, by number, with the test that noticed it."""
    ended: dict[int, tuple[str, str]] = {}
    baseline: Baseline | None = None
    inside = [mutant for mutant in mutants if mutant.function is not None]
    for message in _in_child(plan, lambda told: Warm(plan, original, inside, told)):
        if isinstance(message, Baseline):
            baseline = message
            taken = sum(baseline.seconds.values())
            print(f"  {len(baseline.seconds)} tests, {taken:.1f} s", flush=True)
        else:
            number, outcome, test = message
            ended[number] = outcome, test
    assert baseline is not None
    tests = baseline
    again = [
        mutant
        for mutant in mutants
        if mutant.function is None
        or ended[mutant.number][0] == NOT_TRIED
        or (ended[mutant.number][0] == SURVIVED and mutant.function in tests.at_import)
    ]
    print(f"  {len(again)} in processes that import the program", flush=True)
    for number, outcome, test in _in_child(
        plan, lambda told: Fresh(plan, original, again, tests, told)
    ):
        ended[number] = outcome, test
    return ended


def _in_child(plan: Plan, plugin: Callable[[Callable[[Any], None]], object]) -> Iterator[Any]:
    """The messages of a plugin that tries mutants, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as file:

                def told(message: Any) -> None:
                    pickle.dump(message, file)
                    file.flush()

                off = [
                    f"-pno:{one}"
                    for one in ("cacheprovider", "warnings", "timeout", "asyncio", "xdist")
                ]
                pytest.main(
                    ["-oaddopts=-q", "--no-header", *off, *plan.tests], plugins=[plugin(told)]
                )
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as messages:
        while True:
            try:
                yield pickle.load(messages)
            except EOFError:
                break
    os.waitpid(child, 0)


def _path(module: str) -> Path:
    return ROOT / (module.replace(".", "/") + ".py")


def plans() -> list[Plan]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    table = settings["tool"]["mutants"]
    return [
        Plan(module, tuple(row["tests"]), tuple(table["leave-out"]))
        for module, row in table["modules"].items()
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument(
        "modules", nargs="*", help="by the ends of their names; all, if none is given"
    )
    parser.add_argument(
        "--sample", type=int, help="so many mutants of each module, the same each time"
    )
    parser.add_argument("--seed", type=int, default=0, help="another number, another sample")
    parser.add_argument("--lines", help="only mutants that start on these lines: 10-20")
    parser.add_argument("--again", type=Path, help="only those that survived in this output")
    parser.add_argument("--list", action="store_true", help="count the mutants and try none")
    parser.add_argument("--output", type=Path, help="a file for one JSON line a mutant")
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # a thousand processes would compile the program anew
    rows = []
    for plan in plans():
        if given.modules and not any(plan.module.endswith(name) for name in given.modules):
            continue
        original = _path(plan.module).read_bytes()
        mutants = every = mutants_of(original)
        if given.lines:
            first, last = map(int, given.lines.split("-"))
            mutants = [mutant for mutant in mutants if first <= mutant.line <= last]
        if given.sample and given.sample < len(mutants):
            mutants = sorted(random.Random(given.seed).sample(mutants, given.sample))
        if given.again:
            known = _survivors(given.again, plan.module)
            mutants = [mutant for mutant in mutants if _key(mutant) in known]
        print(f"{plan.module}: {len(mutants)} of {len(every)} mutants", flush=True)
        if given.list:
            continue
        begun = time.monotonic()
        ended = try_all(plan, mutants, original)
        counts = Counter(outcome for outcome, _ in ended.values())
        rows.append((plan.module, len(every), len(mutants), counts))
        for mutant in mutants:
            outcome, test = ended[mutant.number]
            if given.output:
                with given.output.open("a", encoding="utf-8") as file:
                    line = {"module": plan.module, "outcome": outcome, "test": test}
                    json.dump(line | mutant._asdict(), file)
                    file.write("\n")
            if outcome == SURVIVED:
                print(_shown(mutant, original))
        print(f"  {dict(counts)} in {time.monotonic() - begun:.0f} s", flush=True)
    print("module | mutants | tried | killed | timed out | survived | noticed")
    for module, number, tried, counts in rows:
        noticed = counts[KILLED] + counts[TIMED_OUT]
        print(
            f"{module} | {number} | {tried} | {counts[KILLED]} | {counts[TIMED_OUT]}"
            f" | {counts[SURVIVED]} | {noticed / (noticed + counts[SURVIVED] or 1):.1%}"
        )


def _survivors(output: Path, module: str) -> set[tuple[str, str, str]]:
    rows = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    survived = (row for row in rows if (row["module"], row["outcome"]) == (module, SURVIVED))
    return {((row["function"] or [""])[0], row["before"], row["after"]) for row in survived}


def _key(mutant: Mutant) -> tuple[str, str, str]:
    """What a mutant is known by when the lines before it have changed."""
    return (mutant.function or ("", 0))[0], mutant.before, mutant.after


def _shown(mutant: Mutant, original: bytes) -> str:
    """The lines of a mutant as they were and as they are."""
    first = original.rfind(b"\n", 0, mutant.start) + 1
    last = original.find(b"\n", mutant.end)
    was = original[first:last].decode()
    now = original[first : mutant.start].decode() + mutant.after
    now += original[mutant.end : last].decode()
    name = mutant.function[0] if mutant.function else "module"
    shown = [f"{mutant.line}: {name}"]
    shown += [f"  - {line}" for line in was.split("\n") if line not in now.split("\n")]
    shown += [f"  + {line}" for line in now.split("\n") if line not in was.split("\n")]
    return "\n".join(shown)


if __name__ == "__main__":
    main()
