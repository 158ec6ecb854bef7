"""The one module that reads claims files from the disk: which there are, and what they say."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from fentcheck.book.book import ArticleText, FindArticle, Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.read import read_article
from fentcheck.book.references import NO_REFERENCES, References
from fentcheck.book.span import START, Problem
from fentcheck.book.vocabulary import NO_VOCABULARY, Vocabulary, read_vocabulary
from fentcheck.engine.across import named_together, to_file
from fentcheck.engine.check import Checked, Source, check_article
from fentcheck.engine.waivers import idle_so_far
from fentcheck.files.config import Config, Lexicons
from fentcheck.files.day import today as day_in_utc
from fentcheck.files.disk import PathError, repository, text_of, unreadable
from fentcheck.files.grounds import OUTSIDE, Grounds
from fentcheck.files.second import MISSING, Across, Left
from fentcheck.files.selection import rules_at
from fentcheck.files.shelf import MOST_IN_MEMORY
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

_ENDINGS = (".yaml", ".yml")
_VOCABULARY = "vocabulary.yaml"
_REFERENCES = "references"
_REMEMBERED = 32
_LONGEST_PATH = 4_000
"""No system opens a longer one."""


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
    return list(_in_one_spelling(found))


def _in_one_spelling(paths: Iterable[str]) -> Iterator[str]:
    """The paths without such as lead to a file that an earlier one of that name has led to."""
    firsts: dict[str, str] = {}
    real: set[str] = set()
    for path in paths:
        first = firsts.setdefault(_stem(path), path)
        if first != path:  # most names come once, and a real path takes long to find
            real.add(os.path.realpath(first))
            where = os.path.realpath(path)
            if where in real:
                continue
            real.add(where)
        yield path


def _in_folder(folder: str, apart: Collection[str | None] = ()) -> Iterator[str]:
    """The claims files of a folder, and where they stand in the order those of the folders in it.

    A stack, since folders may lie deeper than calls can.
    """
    inside = [_entries(folder)]
    while inside:
        entry = next(inside[-1], None)
        if entry is None:
            inside.pop()
            continue
        path = os.path.normpath(entry.path)
        if entry.name.startswith(".") or (apart and os.path.abspath(path) in apart):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name != _REFERENCES:
                inside.append(_entries(path))
        elif entry.name.endswith(_ENDINGS) and entry.name != _VOCABULARY:
            yield path


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What a folder holds, by name. Raises `PathError`."""
    try:
        return iter(sorted(os.scandir(folder), key=lambda entry: entry.name))
    except OSError as error:
        raise PathError(f"{folder}: {error.strerror}") from None


def _is_same_file(one: str, other: str) -> bool:
    """Two paths lead to one file; what is not there is none, and standard input only itself."""
    if "-" in (one, other):
        return one == other
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


_VocabularyOf = tuple[str, Vocabulary, tuple[Problem, ...]]


class Library:
    """The claims files of one call, read one at a time; other files are read when a check asks.

    `today` is the day by which waivers end, as an ordinal; if none is given, that in UTC. `named`
    are those paths that the caller chose, where others among `paths` were only found in folders.
    """

    def __init__(
        self,
        paths: Iterable[str],
        config: Config,
        today: int | None = None,
        most_in_memory: int = MOST_IN_MEMORY,
        named: Iterable[str] | None = None,
    ) -> None:
        self.today = day_in_utc() if today is None else today
        self._most_in_memory = most_in_memory
        paths = list(paths)
        apart = [one for one in (config.vocabulary, config.references) if one is not None]
        self.files = claims_files(paths, apart)
        # A file that was asked for by itself may lack those that it is compared with.
        self._given = {path if path == "-" else os.path.normpath(path) for path in paths}
        self._grounds = Grounds(paths if named is None else named, config.root)
        self._lexicons = Lexicons(config)
        self._config = config
        self._vocabularies: dict[str, _VocabularyOf] = {}
        self._vocabulary_files: dict[str, _VocabularyOf] = {}
        self._references: dict[str, References] = {}
        self._articles_beside: dict[str, list[Article]] = {}
        self._looked_beside: set[str] = set()
        self._shown: set[str] = set()
        """Vocabularies and references of which it has been told what is wrong with them."""
        self._by_stem: dict[str, str] = {}
        self._by_spelling: dict[str, str] = {}
        self._doubles: dict[str, str] = {}
        self._remembered: dict[str, Article] = {}
        for path in sorted(self.files):
            if self.is_vocabulary(path):
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
        self._shown.clear()
        self._looked_beside.clear()
        across = self.across(rules)
        for path in self.files:
            if self.is_vocabulary(path):
                yield from self.vocabulary(path, rules)
                continue
            source, left = self.look(path, rules)
            yield from self.beside(path, rules, left.article.is_reference)
            across.add(left)
            yield source
        yield from across.sources()

    def across(self, rules: tuple[Rule, ...]) -> Across:
        """What there is to say across files, once all have been added to it."""
        return Across(rules, self.settings, self._most_in_memory)

    @property
    def settings(self) -> Settings:
        """Those of what is across files, which has no folder."""
        return Settings(
            self._lexicons,
            constants=self._config.constants,
            today=self.today,
            limits=self._config.limits,
        )

    def look(self, path: str, rules: tuple[Rule, ...]) -> tuple[Source, Left]:
        """One claims file checked by itself, with what is left of it for the look across files."""
        text, problems = self._read(path)
        article = self._article(path, text, problems)
        head = article._replace(claims=(), checks=(), waivers=(), problems=())
        folder = _folder_of(path)
        settings = self._settings_for(folder)
        others: set[str] = set()

        def elsewhere(stem: str) -> Article | None:
            found = self._elsewhere(stem, folder)
            others.add(found.path if found is not None else MISSING + stem)
            return found

        if article.is_reference:
            checked = self._check_reference(article, settings, rules, elsewhere)
            left = Left(head, others=(*sorted(others),), hangs_on_the_day=_ends(article))
            return Source(checked, text), left
        settings = settings._replace(references=self._references_for(folder))
        here = rules_at(path, self._config, rules)
        checked = check_article(article, settings, elsewhere, here)
        is_double = path in self._doubles  # its names are another's
        filed = () if is_double else tuple(to_file(checked, rules))
        idle: tuple[Waiver, ...] = ()
        if article.waivers and path not in self._given:
            codes = {rule.code for rule in here}
            idle = (*idle_so_far(checked.findings, checked.book, codes),)
        named = path_of_text(article)
        taken_by = (self._doubles[path],) if is_double else ()
        return Source(checked, text, others=(*sorted(others), *taken_by)), Left(
            head,
            filed,
            (*named_together(checked),),
            idle,
            article.waivers,
            (*sorted(others), *((named,) if named else ())),
            _ends(article) or (article.published is None and bool(self._articles_beside[folder])),
        )

    def by_all_rules(self, checked: Checked) -> Checked:
        """An article that was checked, by all rules instead; a reference by those that it was."""
        article = checked.article
        if article.is_reference:
            return checked
        folder = _folder_of(article.path)
        settings = checked.book.settings
        return check_article(article, settings, lambda stem: self._elsewhere(stem, folder))

    def _settings_for(self, folder: str) -> Settings:
        """Those for the files of a folder, but for its references."""
        vocabulary = self._vocabulary(folder)[1]
        return self.settings._replace(vocabulary=vocabulary, find_text=self._text_of)

    def vocabulary(self, path: str, rules: tuple[Rule, ...]) -> Iterator[Source]:
        """A vocabulary that was asked for, unless it has been told of."""
        if path not in self._shown:
            self._shown.add(path)
            text, problems = self._read(path)
            broken = problems or read_vocabulary(text, self._config.limits)[1]
            yield self._of_vocabulary(path, text, broken, rules)

    def beside(
        self, path: str, rules: tuple[Rule, ...], is_reference: bool = False
    ) -> Iterator[Source]:
        """What is wrong with the vocabulary and the references of a file, each once in a run."""
        folder = _folder_of(path)
        shown, _, broken = self._vocabulary(folder)
        if broken and shown not in self._shown:
            self._shown.add(shown)
            yield self._of_vocabulary(shown, self._read(shown)[0], broken, rules)
        if is_reference or folder in self._looked_beside:
            return
        self._looked_beside.add(folder)
        self._references_for(folder)
        for article in self._articles_beside[folder]:
            if article.path in self._shown or article.path in self.files:
                continue
            self._shown.add(article.path)
            settings = self._settings_for(folder)
            find = partial(self._elsewhere, folder=_folder_of(article.path))
            checked = self._check_reference(article, settings, rules, find)
            if checked.findings:
                yield Source(checked._replace(is_counted=False), self._read(article.path)[0])

    def told_first(self) -> Mapping[str, frozenset[str]]:
        """On whose account a run tells of which vocabularies and references: by its files.

        It is the first in their order that is checked with one. Most tell of none.
        """
        first: dict[str, frozenset[str]] = {}
        shown: set[str] = set()
        looked_beside: set[str] = set()
        for path in self.files:
            folder = _folder_of(path)
            if self.is_vocabulary(path):
                names = [path]
            else:
                named, _, broken = self._vocabulary(folder)
                names = [named] if broken else []
                if folder not in looked_beside and not self._is_among_references(path):
                    looked_beside.add(folder)
                    names += self._reference_files(folder)
            new = frozenset(names) - shown
            if new:
                first[path] = new
                shown |= new
        return first

    def told_before(
        self, path: str, rules: tuple[Rule, ...], first: frozenset[str]
    ) -> Iterator[Source]:
        """What is told on a file's account alone, whichever files have been taken before it."""
        folder = _folder_of(path)
        self._shown = {path, self._vocabulary(folder)[0], *self._reference_files(folder)} - first
        self._looked_beside.discard(folder)
        if self.is_vocabulary(path):
            return self.vocabulary(path, rules)
        return self.beside(path, rules, self._is_among_references(path))

    def is_vocabulary(self, path: str) -> bool:
        named = self._config.vocabulary
        if named is not None and os.path.abspath(path) == named:
            return True
        return os.path.basename(path) == _VOCABULARY

    def _of_vocabulary(
        self, path: str, text: str, problems: tuple[Problem, ...], rules: tuple[Rule, ...]
    ) -> Source:
        """A vocabulary with what is wrong with it."""
        article = Article(path, "vocabulary", problems=problems)
        return Source(check_article(article, self.settings, lambda stem: None, rules), text)

    def _check_reference(
        self,
        article: Article,
        settings: Settings,
        rules: tuple[Rule, ...],
        elsewhere: FindArticle,
    ) -> Checked:
        """A reference by the rules of a file alone: what it says is trusted."""
        of_files = [rule for rule in rules if rule.code.startswith("FC0")]
        return check_article(
            article,
            settings,
            elsewhere,
            rules_at(article.path, self._config, (*of_files,)),
        )

    def _references_for(self, folder: str) -> References:
        """The references beside the files of a folder, or the project's own."""
        known = self._references.get(folder)
        if known is None:
            articles = [self.article(path) for path in self._reference_files(folder)]
            vocabulary = self._vocabulary(folder)[1]
            known = References(articles, vocabulary) if articles else NO_REFERENCES
            self._references[folder] = known
            self._articles_beside[folder] = articles
        return known

    def files_beside(self, path: str) -> list[str]:
        """The vocabulary and the references that a file is checked with."""
        folder = _folder_of(path)
        vocabulary = self._vocabulary(folder)[0]
        self._references_for(folder)
        named = [vocabulary] if vocabulary else []
        return named + [article.path for article in self._articles_beside[folder]]

    @property
    def hangs_on_the_day(self) -> bool:
        """On another something else may be told of the references beside the files."""
        return any(map(_ends, chain.from_iterable(self._articles_beside.values())))

    def kept_files(self) -> Iterator[str]:
        """The files that were read for the sake of others, and need not be read again."""
        yield from self._vocabulary_files
        yield from (one.path for beside in self._articles_beside.values() for one in beside)
        yield from self._remembered

    def _reference_files(self, folder: str) -> list[str]:
        """The reference files for the claims files of a folder."""
        for place in self._places(folder, _REFERENCES, self._config.references):
            if os.path.isdir(place):
                if self.is_outside(place):
                    return [_shown(place)]
                paths = list(_in_folder(place if os.path.isabs(folder) else _shown(place)))
                stems: dict[str, str] = {}
                for path in paths:
                    first = stems.setdefault(_stem(path), self._by_stem.get(_stem(path), path))
                    if first != path and not _is_same_file(first, path):
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

    def _read(self, path: str) -> tuple[str, tuple[Problem, ...]]:
        """The text of a claims file or a vocabulary, or why there is none."""
        if self.is_outside(path):
            return "", (unreadable(START, OUTSIDE),)
        return text_of(path, self._config.limits.most("file_size"))

    def is_outside(self, path: str) -> bool:
        """What stands there leads out of the project, and is not read."""
        return not self._grounds.has(path)

    def _text_of(self, article: Article) -> ArticleText | None:
        """The text that an article names: a regular file of the project."""
        named, path = article.text, path_of_text(article)
        if named is None:
            return None
        if path is None:
            trouble = "too long" if len(named) > _LONGEST_PATH else "empty"
            return ArticleText(named[:_LONGEST_PATH], None, f"the path of the text is {trouble}")
        root = os.path.realpath(self._config.root)
        if not _is_inside(os.path.realpath(path), root):
            essence = f"the text {named} lies outside the project"
            return ArticleText(path, None, f"{essence}, {root}", essence)
        if not os.path.exists(path):
            return ArticleText(path, None, f"there is no text {path}", f"there is no text {named}")
        from fentcheck.files.documents import document_at  # most claims files name no text

        try:
            document, problems = document_at(path, self._config.limits, "file_size")
        except PathError as error:
            return ArticleText(path, None, f"the text {error}", f"the text {named} is not readable")
        if problems:
            why = problems[0].message
            return ArticleText(path, None, f"the text {path}: {why}", f"the text {named}: {why}")
        if document.full is not None:
            why = f"more than {document.full.value:,} lines and pieces: {document.full}"
            return ArticleText(path, None, f"the text {path}: {why}", f"the text {named}: {why}")
        return ArticleText(path, document)

    def article(self, path: str) -> Article:
        """What a claims file says, unchecked."""
        return self._article(path, *self._read(path))

    def _article(self, path: str, text: str, problems: tuple[Problem, ...]) -> Article:
        is_reference = self._is_among_references(path)
        if problems:
            return Article(path, _stem(path), problems=problems, is_reference=is_reference)
        locale = self._config.locale or "en-US"
        article = read_article(text, path, _stem(path), self._lexicons, is_reference, locale)
        first = self._doubles.get(path)
        if first is None:
            return article
        return article._replace(problems=(self._double(path, first), *article.problems))

    def _double(self, path: str, first: str) -> Problem:
        """What is told of a file whose name another has."""
        from fentcheck.output.places import shown_from_root  # few projects have two of a name

        def told(other: str) -> str:
            return f"the name {_stem(path)} is taken by {other}; ids are known by file name"

        root = repository(self._config.root)
        return Problem("FC003", START, told(first), essence=told(shown_from_root(first, root)))

    def _is_among_references(self, path: str) -> bool:
        folder = os.path.abspath(_folder_of(path))
        named = self._config.references
        if named is not None and _is_inside(folder, named):
            return True
        return os.path.basename(folder) == _REFERENCES

    def _elsewhere(self, stem: str, folder: str) -> Article | None:
        """The article of another file, by the name that checks know it by."""
        path = self._path_of(stem, folder)
        if path is None:
            return None
        article = self._remembered.get(path)
        if article is None:
            article = self.article(path)
            if len(self._remembered) >= _REMEMBERED:
                del self._remembered[next(iter(self._remembered))]
            self._remembered[path] = article
        return article

    def _path_of(self, stem: str, folder: str) -> str | None:
        return self._by_stem.get(stem) or self._beside(stem, folder)

    def names_of(self, path: str, others: Iterable[str]) -> tuple[str | None, ...]:
        """What a file's name and those of others hang on beside what they hold: which files there
        are. First the file that has taken its name, then for each of the others that of its name,
        and where texts really lie, which may be outside the project.
        """
        others = (*others,)
        folder = _folder_of(path)
        stems = [one[len(MISSING) :] if one.startswith(MISSING) else _stem(one) for one in others]
        spelt = [stem.replace("-", "_") for stem in stems]
        found = [self._path_of(stem, folder) for stem in (*stems, *spelt)]
        texts = (one for one in others if not one.startswith(MISSING) and not _is_claims(one))
        return self._doubles.get(path), *found, *map(os.path.realpath, texts)

    def _beside(self, stem: str, folder: str) -> str | None:
        for ending in _ENDINGS:
            path = os.path.join(folder, stem + ending)
            if os.path.isfile(path):
                return os.path.normpath(path)
        return self._by_spelling.get(stem)

    def _vocabulary(self, folder: str) -> _VocabularyOf:
        """That beside a file, or the project's own: its path, and what is wrong with it."""
        known = self._vocabularies.get(folder)
        if known is None:
            known = self._vocabularies[folder] = self._read_vocabulary(folder)
        return known

    def _read_vocabulary(self, folder: str) -> _VocabularyOf:
        for path in self._places(folder, _VOCABULARY, self._config.vocabulary):
            if os.path.isfile(path):
                shown = _shown(path)
                if shown not in self._vocabulary_files:
                    text, problems = self._read(path)
                    found = NO_VOCABULARY
                    if not problems:
                        found, problems = read_vocabulary(text, self._config.limits)
                    self._vocabulary_files[shown] = shown, found, problems
                return self._vocabulary_files[shown]
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


def _is_claims(path: str) -> bool:
    return path.endswith(_ENDINGS)


def _ends(article: Article) -> bool:
    """One of its waivers is in force until some day."""
    return any(one.until for one in article.waivers)


def path_of_text(article: Article) -> str | None:
    """The path of the text that an article names, from where its claims file is; None if it names
    none that a file could have.
    """
    named = article.text
    if not named or "\0" in named or len(named) > _LONGEST_PATH:
        return None
    return os.path.normpath(os.path.join(_folder_of(article.path), named))
