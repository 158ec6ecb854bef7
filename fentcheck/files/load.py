"""The one module that reads claims files from the disk: which there are, and what they say."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from fentcheck.book.book import Settings
from fentcheck.book.claim import Article
from fentcheck.book.read import read_article
from fentcheck.book.span import START, Problem, Span
from fentcheck.book.vocabulary import NO_VOCABULARY, Vocabulary, read_vocabulary
from fentcheck.engine.check import Source, check_article
from fentcheck.files.config import Config, Lexicons
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

LARGEST_FILE = 4 << 20
LARGEST_DRAFT = 64 << 20
_ENDINGS = (".yaml", ".yml")
_VOCABULARY = "vocabulary.yaml"
_REMEMBERED = 32


class PathError(Exception):
    """A path of the call that cannot be used."""


def claims_files(paths: Iterable[str]) -> list[str]:
    """The claims files at some paths, each once: files as given, then folders in sorted order.

    Raises `PathError` for a path that is not there.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path == "-":
            found[path] = None
        elif os.path.isdir(path):
            found.update(dict.fromkeys(_in_folder(path)))
        elif os.path.exists(path):
            found[os.path.normpath(path)] = None
        else:
            raise PathError(f"there is no file or folder {path}")
    return list(found)


def _in_folder(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise PathError(f"{folder}: {error.strerror}") from None
    for entry in entries:
        path = os.path.normpath(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "references":
                yield from _in_folder(path)
        elif entry.name.endswith(_ENDINGS) and entry.name != _VOCABULARY:
            yield path


class Library:
    """The claims files of one call, read one at a time; other files are read when a check asks."""

    def __init__(self, paths: Iterable[str], config: Config, today: int = 0) -> None:
        self._today = today
        self.files = claims_files(paths)
        self._lexicons = Lexicons(config)
        self._config = config
        self._vocabularies: dict[str, tuple[str, Vocabulary]] = {}
        self._by_stem: dict[str, str] = {}
        self._by_spelling: dict[str, str] = {}
        self._doubles: dict[str, str] = {}
        self._remembered: dict[str, Article] = {}
        for path in sorted(self.files):
            stem = _stem(path)
            first = self._by_stem.setdefault(stem, path)
            self._by_spelling.setdefault(stem.replace("-", "_"), path)
            if first != path:
                self._doubles[path] = first

    def check(self, rules: tuple[Rule, ...] = RULES) -> Iterator[Source]:
        """Every file checked, in order; nothing of one is kept when the next is read."""
        shown: set[str] = set()
        for path in self.files:
            text, problems = _text_of(path)
            article = self._article(path, text, problems)
            folder = os.path.dirname(path) if path != "-" else "."
            vocabulary_path, vocabulary, broken = self._vocabulary(folder)
            settings = Settings(self._lexicons, vocabulary, self._config.constants, self._today)
            if broken and vocabulary_path not in shown:
                shown.add(vocabulary_path)
                pseudo = Article(vocabulary_path, "vocabulary", problems=broken)
                checked = check_article(pseudo, settings, lambda stem: None, rules)
                yield Source(checked, _text_of(vocabulary_path)[0])

            def elsewhere(stem: str, folder: str = folder) -> Article | None:
                return self._elsewhere(stem, folder)

            yield Source(check_article(article, settings, elsewhere, rules), text)

    def _article(self, path: str, text: str, problems: tuple[Problem, ...]) -> Article:
        if problems:
            return Article(path, _stem(path), problems=problems)
        article = read_article(text, path, _stem(path), self._lexicons)
        first = self._doubles.get(path)
        if first is None:
            return article
        message = f"the name {_stem(path)} is taken by {first}; ids are known by file name"
        double = Problem("FC003", START, message)
        return article._replace(problems=(double, *article.problems))

    def _elsewhere(self, stem: str, folder: str) -> Article | None:
        """The article of another file, by the name that checks know it by."""
        path = self._by_stem.get(stem) or self._beside(stem, folder)
        if path is None:
            return None
        article = self._remembered.get(path)
        if article is None:
            text, problems = _text_of(path)
            article = self._article(path, text, problems)
            if len(self._remembered) >= _REMEMBERED:
                del self._remembered[next(iter(self._remembered))]
            self._remembered[path] = article
        return article

    def _beside(self, stem: str, folder: str) -> str | None:
        for ending in _ENDINGS:
            path = os.path.join(folder, stem + ending)
            if os.path.isfile(path):
                return os.path.normpath(path)
        return self._by_spelling.get(stem)

    def _vocabulary(self, folder: str) -> tuple[str, Vocabulary, tuple[Problem, ...]]:
        """The vocabulary beside a file, or the project's own; with its problems the first time."""
        known = self._vocabularies.get(folder)
        if known is not None:
            return (*known, ())
        root = os.path.abspath(self._config.root)
        places = [os.path.join(folder, _VOCABULARY)]
        if os.path.commonpath([root, os.path.abspath(folder or ".")]) == root:
            places.append(os.path.join(root, "claims", _VOCABULARY))
        for path in places:
            if os.path.isfile(path):
                text, problems = _text_of(path)
                vocabulary, more = read_vocabulary(text) if not problems else (NO_VOCABULARY, ())
                shown = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
                self._vocabularies[folder] = (shown, vocabulary)
                return shown, vocabulary, (*problems, *more)
        self._vocabularies[folder] = ("", NO_VOCABULARY)
        return "", NO_VOCABULARY, ()


def _stem(path: str) -> str:
    if path == "-":
        return "stdin"
    return os.path.splitext(os.path.basename(path))[0]


def draft_text(path: str) -> str:
    """The text of a draft, `-` for standard input.

    Raises `PathError` if there is no such file, or it is no text in UTF-8.
    """
    if path != "-" and not os.path.exists(path):
        raise PathError(f"there is no file {path}")
    text, problems = _text_of(path, LARGEST_DRAFT)
    if problems:
        raise PathError(f"{path}: {problems[0].message}")
    return text


def _text_of(path: str, largest: int = LARGEST_FILE) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, or why there is none: FC001."""
    try:
        data = _bytes_of(path, largest)
    except OSError as error:
        return "", (_unreadable(START, error.strerror or "it cannot be opened"),)
    if data is None:
        return "", (_unreadable(START, "this is not a regular file"),)
    if len(data) > largest:
        return "", (_unreadable(START, f"larger than {largest >> 20} MiB"),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return "", (_unreadable(Span(line, column, line, column + 1), message),)


def _bytes_of(path: str, largest: int) -> bytes | None:
    """At most one byte more than is allowed; None if it is no regular file."""
    if path == "-":
        return sys.stdin.buffer.read(largest + 1)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read(largest + 1)
    finally:
        os.close(handle)


def _unreadable(span: Span, message: str) -> Problem:
    return Problem("FC001", span, message)
