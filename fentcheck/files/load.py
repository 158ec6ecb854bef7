"""The one module that reads claims files from the disk: which there are, and what they say."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator

from fentcheck.book.book import ArticleText, Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.read import read_article
from fentcheck.book.references import NO_REFERENCES, References
from fentcheck.book.span import START, Problem
from fentcheck.book.vocabulary import NO_VOCABULARY, Vocabulary, read_vocabulary
from fentcheck.engine.across import check_across, named_together, to_file, unused_waivers
from fentcheck.engine.check import Checked, Source, check_article
from fentcheck.engine.finding import Finding
from fentcheck.engine.waivers import idle_so_far
from fentcheck.files.config import Config, Lexicons
from fentcheck.files.disk import LARGEST_FILE, PathError, text_of
from fentcheck.files.selection import rules_at
from fentcheck.files.shelf import MOST_IN_MEMORY, Shelf
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

_ENDINGS = (".yaml", ".yml")
_VOCABULARY = "vocabulary.yaml"
_REFERENCES = "references"
_REMEMBERED = 32


def claims_files(paths: Iterable[str], apart: Collection[str | None] = ()) -> list[str]:
    """The claims files at some paths, each once: files as given, then folders in sorted order.

    `apart` are the absolute paths of files and folders that hold none.
    Raises `PathError` for a path that is not there.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path == "-":
            found[path] = None
        elif os.path.isdir(path):
            found.update(dict.fromkeys(_in_folder(path, apart)))
        elif os.path.exists(path):
            found[os.path.normpath(path)] = None
        else:
            raise PathError(f"there is no file or folder {path}")
    return list(found)


def _in_folder(folder: str, apart: Collection[str | None] = ()) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise PathError(f"{folder}: {error.strerror}") from None
    for entry in entries:
        path = os.path.normpath(entry.path)
        if entry.name.startswith(".") or (apart and os.path.abspath(path) in apart):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name != _REFERENCES:
                yield from _in_folder(path, apart)
        elif entry.name.endswith(_ENDINGS) and entry.name != _VOCABULARY:
            yield path


class Library:
    """The claims files of one call, read one at a time; other files are read when a check asks."""

    def __init__(
        self,
        paths: Iterable[str],
        config: Config,
        today: int = 0,
        most_in_memory: int = MOST_IN_MEMORY,
    ) -> None:
        self._today = today
        self._most_in_memory = most_in_memory
        paths = list(paths)
        apart = [one for one in (config.vocabulary, config.references) if one is not None]
        self.files = claims_files(paths, apart)
        # A file that was asked for by itself may lack those that it is compared with.
        self._given = {path if path == "-" else os.path.normpath(path) for path in paths}
        self._lexicons = Lexicons(config)
        self._config = config
        self._vocabularies: dict[str, tuple[str, Vocabulary]] = {}
        self._references: dict[str, References] = {}
        self._by_stem: dict[str, str] = {}
        self._by_spelling: dict[str, str] = {}
        self._doubles: dict[str, str] = {}
        self._remembered: dict[str, Article] = {}
        self._waivers_given: tuple[Waiver, ...] = ()
        self._with_waivers: set[str] = set()
        for path in sorted(self.files):
            if self._is_vocabulary(path):
                continue
            stem = _stem(path)
            first = self._by_stem.setdefault(stem, path)
            self._by_spelling.setdefault(stem.replace("-", "_"), path)
            if first != path:
                self._doubles[path] = first

    def check(self, rules: tuple[Rule, ...] = RULES) -> Iterator[Source]:
        """Every file checked, in order, and then what there is to say across them.

        Of one file only records of its claims are kept when the next is read.
        """
        shown: set[str] = set()
        idle: list[tuple[Article, Waiver]] = []
        shelf = Shelf(self._most_in_memory)
        together: set[frozenset[str]] = set()
        for path in self.files:
            text, problems = text_of(path)
            if self._is_vocabulary(path):
                if path not in shown:
                    shown.add(path)
                    problems = problems or read_vocabulary(text)[1]
                    yield self._of_vocabulary(path, text, problems, rules)
                continue
            article = self._article(path, text, problems)
            if article.waivers:
                self._with_waivers.add(path)
            if path == "-":
                self._waivers_given = article.waivers
            folder = _folder_of(path)
            vocabulary_path, vocabulary, broken = self._vocabulary(folder)
            settings = Settings(
                self._lexicons,
                vocabulary,
                self._config.constants,
                self._today,
                find_text=self._text_of,
            )
            if broken and vocabulary_path not in shown:
                shown.add(vocabulary_path)
                said = text_of(vocabulary_path)[0]
                yield self._of_vocabulary(vocabulary_path, said, broken, rules)

            if article.is_reference:
                yield Source(self._check_reference(article, settings, rules), text)
                continue
            references, sources = self._references_for(folder, settings, rules, shown)
            yield from sources
            settings = settings._replace(references=references)

            def elsewhere(stem: str, folder: str = folder) -> Article | None:
                return self._elsewhere(stem, folder)

            here = rules_at(path, self._config, rules)
            checked = check_article(article, settings, elsewhere, here)
            if path not in self._doubles:  # its names are another's
                for key, entry in to_file(checked, rules):
                    shelf.add(key, entry)
            together.update(named_together(checked))
            if path not in self._given:
                slim = article._replace(claims=(), checks=(), problems=())
                codes = {rule.code for rule in here}
                idle += [(slim, one) for one in idle_so_far(checked.findings, checked.book, codes)]
            yield Source(checked, text)
        settings = Settings(self._lexicons, constants=self._config.constants, today=self._today)
        accepted: list[Finding] = []
        for checked in check_across(
            shelf.groups(), rules, settings, self._waivers, frozenset(together)
        ):
            accepted += [one for one in checked.findings if one.waived]
            yield Source(checked, "")
        for checked in unused_waivers(idle, accepted, settings):
            yield Source(checked, text_of(checked.article.path)[0])

    def _waivers(self, path: str) -> tuple[Waiver, ...]:
        """The waivers of a file that has been let go: it is read again."""
        if path not in self._with_waivers:
            return ()
        if path == "-":
            return self._waivers_given
        return self.article(path).waivers

    def _is_vocabulary(self, path: str) -> bool:
        named = self._config.vocabulary
        if named is not None and os.path.abspath(path) == named:
            return True
        return os.path.basename(path) == _VOCABULARY

    def _of_vocabulary(
        self, path: str, text: str, problems: tuple[Problem, ...], rules: tuple[Rule, ...]
    ) -> Source:
        """A vocabulary with what is wrong with it."""
        settings = Settings(self._lexicons, constants=self._config.constants)
        article = Article(path, "vocabulary", problems=problems)
        return Source(check_article(article, settings, lambda stem: None, rules), text)

    def _check_reference(
        self, article: Article, settings: Settings, rules: tuple[Rule, ...]
    ) -> Checked:
        """A reference by the rules of a file alone: what it says is trusted."""
        folder = _folder_of(article.path)
        of_files = [rule for rule in rules if rule.code.startswith("FC0")]
        return check_article(
            article,
            settings,
            lambda stem: self._elsewhere(stem, folder),
            rules_at(article.path, self._config, (*of_files,)),
        )

    def _references_for(
        self, folder: str, settings: Settings, rules: tuple[Rule, ...], shown: set[str]
    ) -> tuple[References, list[Source]]:
        """The references beside a file, or the project's own.

        With them come those that something is wrong with, each once in a run.
        """
        known = self._references.get(folder)
        if known is not None:
            return known, []
        articles: list[Article] = []
        broken: list[Source] = []
        for path in self._reference_files(folder):
            article = self.article(path)
            articles.append(article)
            if path in shown or path in self.files:
                continue
            shown.add(path)
            checked = self._check_reference(article, settings, rules)
            if checked.findings:
                broken.append(Source(checked._replace(is_counted=False), text_of(path)[0]))
        references = References(articles, settings.vocabulary) if articles else NO_REFERENCES
        self._references[folder] = references
        return references, broken

    def _reference_files(self, folder: str) -> list[str]:
        """The reference files for the claims files of a folder."""
        for place in self._places(folder, _REFERENCES, self._config.references):
            if os.path.isdir(place):
                paths = list(_in_folder(place if os.path.isabs(folder) else _shown(place)))
                stems: dict[str, str] = {}
                for path in paths:
                    first = stems.setdefault(_stem(path), self._by_stem.get(_stem(path), path))
                    if first != path and not os.path.samefile(first, path):
                        self._doubles[path] = first
                return paths
        return []

    def _places(self, folder: str, name: str, named: str | None) -> list[str]:
        """Where something that a folder's files share may be: beside them, or in the project.

        What the settings name is nowhere else.
        """
        if named is not None:
            return [_shown(named)]
        root = os.path.abspath(self._config.root)
        places = [os.path.join(folder, name)]
        if _is_inside(os.path.abspath(folder or "."), root):
            places.append(os.path.join(root, "claims", name))
        return places

    def _text_of(self, article: Article) -> ArticleText | None:
        """The text that an article names: a regular file of the project."""
        named, path = article.text, path_of_text(article)
        if named is None:
            return None
        if path is None:
            return ArticleText(named, None, "the path of the text is empty")
        root = os.path.realpath(self._config.root)
        if not _is_inside(os.path.realpath(path), root):
            return ArticleText(path, None, f"the text {named} lies outside the project, {root}")
        if not os.path.exists(path):
            return ArticleText(path, None, f"there is no text {path}")
        from fentcheck.files.documents import document_at  # most claims files name no text

        try:
            document, problems = document_at(path, LARGEST_FILE)
        except PathError as error:
            return ArticleText(path, None, str(error))
        if problems:
            return ArticleText(path, None, f"the text {path}: {problems[0].message}")
        return ArticleText(path, document)

    def article(self, path: str) -> Article:
        """What a claims file says, unchecked."""
        return self._article(path, *text_of(path))

    def _article(self, path: str, text: str, problems: tuple[Problem, ...]) -> Article:
        is_reference = self._is_among_references(path)
        if problems:
            return Article(path, _stem(path), problems=problems, is_reference=is_reference)
        locale = self._config.locale or "en-US"
        article = read_article(text, path, _stem(path), self._lexicons, is_reference, locale)
        first = self._doubles.get(path)
        if first is None:
            return article
        message = f"the name {_stem(path)} is taken by {first}; ids are known by file name"
        double = Problem("FC003", START, message)
        return article._replace(problems=(double, *article.problems))

    def _is_among_references(self, path: str) -> bool:
        folder = os.path.abspath(_folder_of(path))
        named = self._config.references
        if named is not None and _is_inside(folder, named):
            return True
        return os.path.basename(folder) == _REFERENCES

    def _elsewhere(self, stem: str, folder: str) -> Article | None:
        """The article of another file, by the name that checks know it by."""
        path = self._by_stem.get(stem) or self._beside(stem, folder)
        if path is None:
            return None
        article = self._remembered.get(path)
        if article is None:
            article = self.article(path)
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
        for path in self._places(folder, _VOCABULARY, self._config.vocabulary):
            if os.path.isfile(path):
                text, problems = text_of(path)
                vocabulary, more = read_vocabulary(text) if not problems else (NO_VOCABULARY, ())
                shown = _shown(path)
                self._vocabularies[folder] = (shown, vocabulary)
                return shown, vocabulary, (*problems, *more)
        self._vocabularies[folder] = ("", NO_VOCABULARY)
        return "", NO_VOCABULARY, ()


def _is_inside(path: str, root: str) -> bool:
    return os.path.commonpath([root, path]) == root


def _folder_of(path: str) -> str:
    return os.path.dirname(path) if path != "-" else "."


def _shown(path: str) -> str:
    """The path of a file that was not given, as findings name it."""
    return os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)


def _stem(path: str) -> str:
    if path == "-":
        return "stdin"
    return os.path.splitext(os.path.basename(path))[0]


def path_of_text(article: Article) -> str | None:
    """The path of the text that an article names, from where its claims file is; None if it names
    none that a file could have.
    """
    named = article.text
    if not named or "\0" in named:
        return None
    return os.path.normpath(os.path.join(_folder_of(article.path), named))
