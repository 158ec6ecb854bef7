"""Reads drafts and audits them, one at a time."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator

from fentcheck.book.book import Settings
from fentcheck.book.claim import Article
from fentcheck.cues.draft import STEM, read_draft
from fentcheck.engine.audit import audit, selected
from fentcheck.engine.check import Source, check_article
from fentcheck.files.config import Config, Lexicons
from fentcheck.files.disk import PathError
from fentcheck.files.documents import document_at
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.prose.document import Document
from fentcheck.record import TYPE_CHECKING
from fentcheck.rules.fc001_unreadable_file import unreadable_file
from fentcheck.rules.registry import BY_CODE

if TYPE_CHECKING:
    from fentcheck.engine.extract import Extracted


def audited(
    paths: Iterable[str], config: Config, codes: Container[str], locale: str = "en-US"
) -> Iterator[Source]:
    """Drafts audited one by one, in order, each path once.

    Raises `PathError` before the first of them for a path that is not there or is a folder.
    """
    paths = list(dict.fromkeys(paths))
    for path in paths:
        _look_for(path)
    return _audited(paths, config, codes, locale)


def _audited(
    paths: Iterable[str], config: Config, codes: Container[str], locale: str
) -> Iterator[Source]:
    lexicons = Lexicons(config)
    settings = Settings(lexicons, constants=config.constants, limits=config.limits)
    for path in paths:
        document, problems = document_at(path, config.limits)
        if problems:
            article = Article(path, STEM, problems=problems)
            checked = check_article(article, settings, lambda stem: None, (unreadable_file,))
            yield Source(checked._replace(is_draft=True), "")
            continue
        found = audit(read_draft(document, lexicons(locale), locale), path, settings)
        found = selected(found, codes)
        yield Source(found.checked, document.source, found)


def extracted_from(path: str, config: Config, locale: str, output: str | None) -> Extracted:
    """The claims file of a draft, which it names by its path from the folder of `output`.

    Raises `PathError` if the draft cannot be read.
    """
    from fentcheck.engine.extract import extracted

    (source,) = audited([path], config, frozenset(BY_CODE), locale)
    if source.audit is None:
        raise PathError(f"{path}: {source.checked.article.problems[0].message}")
    folder = os.path.dirname(output) if output and output != "-" else ""
    named = None if path == "-" else os.path.relpath(path, folder or ".").replace(os.sep, "/")
    settings = source.checked.book.settings
    return extracted(source.audit, settings, named, config.locale or "en-US")


def draft_at(path: str, limits: Limits = DEFAULTS) -> Document:
    """The prose of a draft, as an audit reads it; `-` for standard input.

    Raises `PathError` if there is no such file, or it cannot be read.
    """
    _look_for(path)
    document, problems = document_at(path, limits)
    if problems:
        raise PathError(f"{path}: {problems[0].message}")
    return document


def _look_for(path: str) -> None:
    if path != "-" and not os.path.exists(path):
        raise PathError(f"there is no file {path}")
    if os.path.isdir(path):
        raise PathError(f"{path} is a folder; name the drafts in it")
