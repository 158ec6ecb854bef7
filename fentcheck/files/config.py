"""The project's settings: `fentcheck.toml`, or `[tool.fentcheck]` in pyproject.toml.

The project root is the nearest folder upwards that holds one of them or a `.git`; else the working
directory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from fentcheck.files.disk import folders_above, is_repository
from fentcheck.limits import DEFAULTS as USUAL_LIMITS
from fentcheck.limits import VARIABLE, LimitError, Limits
from fentcheck.phrases.constants import DEFAULTS, Constants
from fentcheck.record import NamedTuple
from fentcheck.units.names import KNOWN_LOCALES, Lexicon, Row, is_known_locale


class ConfigError(Exception):
    """Configuration that cannot be used: the file, and what to write instead."""


class PathRules(NamedTuple):
    """What is set for the files that a pattern names, as in .gitignore."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}


class Config(NamedTuple):
    """What a project has set. `path` is None where nothing is configured.

    `severity` gives rules, by their codes or beginnings of codes, a severity or "off". The
    vocabulary and the folder of references are absolute paths inside the root, None where they
    are in their usual places.
    """

    root: str
    path: str | None = None
    constants: Constants = DEFAULTS
    units: Mapping[str, Row] = {}
    unit_names: Mapping[str, str] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    severity: Mapping[str, str] = {}
    per_path: tuple[PathRules, ...] = ()
    locale: str | None = None
    fiscal_month: int | None = None
    vocabulary: str | None = None
    references: str | None = None
    limits: Limits = USUAL_LIMITS

    def locale_of(self, given: str | None) -> str:
        """The locale that a call gives, or else the project's. Raises `ConfigError` for no such."""
        locale = given or self.locale or "en-US"
        if not is_known_locale(locale):
            known = ", ".join(KNOWN_LOCALES)
            raise ConfigError(f"the locale {locale} is not known; there are {known}")
        return locale


class Lexicons:
    """The unit names of each locale, made when first asked for, with the project's own units."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._made: dict[str, Lexicon] = {}

    def __call__(self, locale: str) -> Lexicon:
        lexicon = self._made.get(locale)
        if lexicon is None:
            config = self._config
            lexicon = Lexicon(
                locale, config.units, config.unit_names, config.fiscal_month, config.limits
            )
            self._made[locale] = lexicon
        return lexicon


def folder_of(paths: Iterable[str]) -> str:
    """The folder from which the project of some paths is looked for: that of the first."""
    first = next(iter(paths), ".")
    if first == "-" or not os.path.exists(first):
        return "."
    return first if os.path.isdir(first) else os.path.dirname(first) or "."


def find_config(start: str, named: str | None = None, limits: Iterable[str] = ()) -> Config:
    """The settings that hold for a folder. Raises `ConfigError` if they cannot be used.

    `limits` are those that the call sets, as "name=value".
    """
    found = _find_config(start, named)
    given = os.environ.get(VARIABLE, "")
    if given:
        found = _limited(found, given, VARIABLE)
    for one in limits:
        found = _limited(found, one, "--limit")
    return found


def _limited(config: Config, given: str, where: str) -> Config:
    try:
        return config._replace(limits=config.limits.with_values(given))
    except LimitError as error:
        raise ConfigError(f"{where}: {error}") from None


def _find_config(start: str, named: str | None) -> Config:
    """The settings of a project, as its file has them."""
    if named is not None:
        if not os.path.isfile(named):
            raise ConfigError(f"there is no configuration file {named}")
        root = os.path.dirname(os.path.abspath(named))
        found = _read(named, root, os.path.basename(named) == "pyproject.toml")
        if found is None:
            raise ConfigError(f"{named} says nothing of fentcheck: it has no [tool.fentcheck]")
        return found
    for folder in folders_above(start):
        own = os.path.join(folder, "fentcheck.toml")
        if os.path.isfile(own):
            return _read(own, folder, is_pyproject=False) or Config(folder)
        shared = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(shared):
            found = _read(shared, folder, is_pyproject=True)
            if found is not None:
                return found
        if is_repository(folder):
            return Config(folder)
    return Config(_root_without_settings(os.path.abspath(start)))


def _root_without_settings(folder: str) -> str:
    """The working directory; for files elsewhere the folder that holds them and their drafts."""
    here = os.getcwd()
    if os.path.commonpath([here, folder]) == here:
        return here
    return os.path.dirname(folder) if os.path.basename(folder) == "claims" else folder


def _read(path: str, root: str, is_pyproject: bool) -> Config | None:
    """The settings of a file; None if it is a pyproject.toml that says nothing of fentcheck."""
    from fentcheck.files.settings import read_settings  # most runs have none

    return read_settings(path, root, is_pyproject)
