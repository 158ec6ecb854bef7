"""The project's settings: `fentcheck.toml`, or `[tool.fentcheck]` in pyproject.toml.

The project root is the nearest folder upwards that holds one of them or a `.git`; else the working
directory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from fentcheck.exact import Fraction
from fentcheck.phrases.constants import DEFAULTS, Constants
from fentcheck.record import NamedTuple
from fentcheck.units.names import Lexicon, Row, nearest_name


class ConfigError(Exception):
    """Configuration that cannot be used: the file, and what to write instead."""


class Config(NamedTuple):
    """What a project has set. `path` is None where nothing is configured."""

    root: str
    path: str | None = None
    constants: Constants = DEFAULTS
    units: Mapping[str, Row] = {}
    unit_names: Mapping[str, str] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None


class Lexicons:
    """The unit names of each locale, made when first asked for, with the project's own units."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._made: dict[str, Lexicon] = {}

    def __call__(self, locale: str) -> Lexicon:
        lexicon = self._made.get(locale)
        if lexicon is None:
            lexicon = Lexicon(locale, self._config.units, self._config.unit_names)
            self._made[locale] = lexicon
        return lexicon


def folder_of(paths: Iterable[str]) -> str:
    """The folder from which the project of some paths is looked for: that of the first."""
    first = next(iter(paths), ".")
    if first == "-" or not os.path.exists(first):
        return "."
    return first if os.path.isdir(first) else os.path.dirname(first) or "."


def find_config(start: str, named: str | None = None) -> Config:
    """The settings that hold for a folder. Raises `ConfigError` if they cannot be used."""
    if named is not None:
        if not os.path.isfile(named):
            raise ConfigError(f"there is no configuration file {named}")
        root = os.path.dirname(os.path.abspath(named))
        return _read(named, root, os.path.basename(named) == "pyproject.toml") or Config(root)
    folder = os.path.abspath(start)
    while True:
        own = os.path.join(folder, "fentcheck.toml")
        if os.path.isfile(own):
            return _read(own, folder, is_pyproject=False) or Config(folder)
        shared = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(shared):
            found = _read(shared, folder, is_pyproject=True)
            if found is not None:
                return found
        if os.path.exists(os.path.join(folder, ".git")):
            return Config(folder)
        above = os.path.dirname(folder)
        if above == folder:
            return Config(_root_without_settings(os.path.abspath(start)))
        folder = above


def _root_without_settings(folder: str) -> str:
    """The working directory; for files elsewhere the folder that holds them and their drafts."""
    here = os.getcwd()
    if os.path.commonpath([here, folder]) == here:
        return here
    return os.path.dirname(folder) if os.path.basename(folder) == "claims" else folder


def _read(path: str, root: str, is_pyproject: bool) -> Config | None:
    """The settings of a file; None if it is a pyproject.toml that says nothing of fentcheck."""
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    if is_pyproject and b"tool.fentcheck" not in data and b"[tool]" not in data:
        return None
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    if is_pyproject:
        tools = table.get("tool", {})
        if "fentcheck" not in tools:
            return None
        table = tools["fentcheck"]
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: fentcheck's settings are a table")
    return _settings(path, root, table)


def _settings(path: str, root: str, table: Mapping[str, object]) -> Config:
    for key in table:
        if key not in _KEYS:
            meant = nearest_name(key, list(_KEYS))
            hint = f"did you mean “{meant}”?" if meant else f"there are {', '.join(_KEYS)}"
            raise ConfigError(f"{path}: there is no setting “{key}”; {hint}")
    fail_on = table.get("fail-on")
    if fail_on is not None and fail_on not in ("error", "warning", "note", "never"):
        raise ConfigError(f"{path}: fail-on is error, warning, note or never, not “{fail_on}”")
    units, names = _units(path, table.get("units", {}))
    return Config(
        root,
        path,
        _constants(path, table.get("thresholds", {})),
        units,
        names,
        _codes(path, "select", table.get("select", [])),
        _codes(path, "ignore", table.get("ignore", [])),
        str(fail_on) if fail_on is not None else None,
    )


def _codes(path: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(code, str) for code in value):
        return tuple(code.upper() for code in value)
    raise ConfigError(f'{path}: {key} is a list of codes, such as ["FC2", "FC501"]')


def _constants(path: str, value: object) -> Constants:
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: thresholds is a table of names and numbers")
    changed: dict[str, Fraction] = {}
    for name, number in value.items():
        field = str(name).replace("-", "_")
        if field not in Constants._fields:
            meant = nearest_name(field, list(Constants._fields))
            hint = f"; did you mean “{meant}”?" if meant else ""
            raise ConfigError(f"{path}: there is no threshold “{name}”{hint}")
        try:
            size = Fraction(str(number)) if len(str(number)) <= 20 else None
        except (ValueError, ZeroDivisionError):
            size = None
        if size is None or isinstance(number, bool) or not 0 < size < 10**6:
            raise ConfigError(f"{path}: the threshold “{name}” is a number above zero")
        changed[field] = size
    return DEFAULTS._replace(**changed)


def _units(path: str, value: object) -> tuple[Mapping[str, Row], Mapping[str, str]]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ConfigError(
            f'{path}: units is a table of definitions, such as pitch = "7140 * m ** 2"'
        )
    if not value:
        return {}, {}
    from fentcheck.units.custom import read_custom_units

    custom = read_custom_units(value)
    if custom.problems:
        name, message = custom.problems[0]
        raise ConfigError(f"{path}: the unit “{name}”: {message}")
    return custom.units, custom.names


_LARGEST = 1 << 20
_KEYS = ("select", "ignore", "fail-on", "thresholds", "units")
