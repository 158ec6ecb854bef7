"""Checks open files as the commands would, with unsaved text in place of what the disk holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import NO_VOCABULARY, Vocabulary
from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.files.config import Config, ConfigError, find_config
from fentcheck.files.disk import PathError, folders_above, is_repository, text_of, unsaved
from fentcheck.files.drafts import audited
from fentcheck.files.load import Library, claims_files, path_of_text
from fentcheck.files.selection import chosen, settled
from fentcheck.record import NamedTuple
from fentcheck.regex import regex

MOST_TOGETHER = 300
"""J: claims files that are checked against each other as somebody types; of more, one alone."""
_CLAIMS = (".yaml", ".yml")
_DRAFTS = (".md", ".txt")
_SECTION = regex(r"(?m)^(?:claims|article|checks):")


class Result(NamedTuple):
    """What is found in one file; `checked` is the file itself, if it could be read.

    `articles` are all files that were looked at, `across` what was found between this one and them.
    """

    findings: tuple[Finding, ...]
    checked: Checked | None = None
    articles: tuple[Checked, ...] = ()
    across: tuple[Finding, ...] = ()
    trouble: str = ""


class Project:
    """The files that an editor shows, and those beside them."""

    def open(self, path: str, text: str) -> None:
        """What the file says now, saved or not."""
        unsaved[os.path.realpath(path)] = text

    def close(self, path: str) -> None:
        unsaved.pop(os.path.realpath(path), None)

    def text(self, path: str) -> str:
        return text_of(path)[0]

    def is_claims(self, path: str) -> bool:
        if not path.endswith(_CLAIMS):
            return False
        folders = os.path.dirname(os.path.abspath(path)).split(os.sep)
        return "claims" in folders or _SECTION.search(self.text(path)) is not None

    def is_draft(self, path: str) -> bool:
        return path.endswith(_DRAFTS)

    def check(self, path: str, last: Result | None = None) -> Result:
        """A claims file with those beside it, or a draft; nothing of any other file.

        With a `last` result the file is checked alone, which is quicker; what was found between it
        and others, and those others, are taken from there.
        """
        try:
            if self.is_claims(path):
                return self._checked(path, last)
            if self.is_draft(path):
                return self._audited(path)
        except (ConfigError, PathError) as error:
            return Result((), trouble=str(error))
        return Result(())

    def _checked(self, path: str, last: Result | None) -> Result:
        config = find_config(os.path.dirname(path) or ".")
        files = files_beside(path) if last is None else [path]
        library = Library(files, config, named=[path, _top(path)])
        sources = list(settled(library.check(chosen(config)), config))
        own = os.path.realpath(path)
        articles = [one.checked for one in sources if not one.checked.is_across]
        found = _of_file(own, articles)
        if last is None:
            across = _of_file(own, [one.checked for one in sources if one.checked.is_across])
        else:
            across = last.across
            articles += [one for one in last.articles if os.path.realpath(one.article.path) != own]
        checked = [one for one in articles if os.path.realpath(one.article.path) == own]
        return Result((*found, *across), checked[0] if checked else None, tuple(articles), across)

    def _audited(self, path: str) -> Result:
        config = find_config(os.path.dirname(path) or ".")
        codes = frozenset(rule.code for rule in chosen(config))
        found = audited([path], config, codes, config.locale_of(None))
        sources = list(settled(found, config))
        findings = tuple(one for source in sources for one in source.checked.findings)
        return Result(findings, sources[0].checked)

    def is_mended(
        self, path: str, texts: Mapping[str, str], finding: Finding, result: Result
    ) -> bool:
        """With other texts the finding is gone, and there are fewer than before in all."""
        said = {one: unsaved.get(os.path.realpath(one)) for one in texts}
        for one, text in texts.items():
            self.open(one, text)
        try:
            left = self.check(path).findings
        finally:
            for one, before in said.items():
                if before is None:
                    self.close(one)
                else:
                    self.open(one, before)
        return len(left) < len(result.findings) and not any(
            one.code == finding.code and set(one.claims) & set(finding.claims) for one in left
        )

    def vocabulary(self, result: Result) -> Vocabulary:
        if result.checked is None:
            return NO_VOCABULARY
        return result.checked.book.settings.vocabulary

    def claims_on(self, draft: str) -> Iterator[tuple[Checked, Claim]]:
        """The claims of all claims files near a draft that name it as their text."""
        own = os.path.realpath(draft)
        for folder in _claims_folders(draft):
            for source in self._sources(folder):
                article = source.checked.article
                named = path_of_text(article)
                if named is not None and os.path.realpath(named) == own:
                    yield from ((source.checked, claim) for claim in article.claims)

    def _sources(self, folder: str) -> list[Source]:
        try:
            config: Config = find_config(folder)
            files = claims_files([folder])
            library = Library(files[:MOST_TOGETHER], config, named=[folder])
            return list(settled(library.check(chosen(config)), config))
        except (ConfigError, PathError):
            return []


def _of_file(path: str, checked: Iterable[Checked]) -> tuple[Finding, ...]:
    return tuple(
        finding
        for one in checked
        for finding in one.findings
        if os.path.realpath(finding.path) == path and not finding.waived
    )


def files_beside(path: str) -> list[str]:
    """The file with those that it is compared with: all under the nearest folder `claims`."""
    own = os.path.abspath(path)
    together = [one for one in claims_files([_top(path)]) if os.path.abspath(one) != own]
    return [*together, own] if len(together) < MOST_TOGETHER else [own]


def _top(path: str) -> str:
    """The nearest folder `claims` that a file lies in, or else its own folder."""
    folder = os.path.dirname(os.path.abspath(path))
    named = (one for one in folders_above(folder) if os.path.basename(one) == "claims")
    return next(named, folder)


def _claims_folders(draft: str) -> Iterator[str]:
    for folder in folders_above(os.path.dirname(draft)):
        if os.path.isdir(os.path.join(folder, "claims")):
            yield os.path.join(folder, "claims")
        if is_repository(folder):
            return
