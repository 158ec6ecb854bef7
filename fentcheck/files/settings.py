"""Reads the project's settings from TOML. Whatever is not right is told with file and line."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

from fentcheck.exact import Fraction
from fentcheck.files.config import Config, ConfigError, PathRules
from fentcheck.files.selection import ALWAYS, OFF
from fentcheck.limits import DEFAULTS as USUAL_LIMITS
from fentcheck.limits import VARIABLE, LimitError, checked, field_of, named
from fentcheck.phrases.constants import DEFAULTS, Constants
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.registry import RULES
from fentcheck.units.names import KNOWN_LOCALES, is_known_locale, nearest_name

FAIL_ON = ("error", "warning", "note", "never")
SEVERITIES = ("error", "warning", "note", OFF)


class SettingsFile(NamedTuple):
    """The text that settings are read from; `base` are the keys of the table that holds them."""

    path: str
    text: str
    base: tuple[str, ...]

    def place(self, *keys: str) -> str:
        """The file and, where it can be had, the line in which something is set."""
        from fentcheck.files.toml_lines import key_lines, line_of

        line = line_of(key_lines(self.text), (*self.base, *keys))
        return f"{shown(self.path)}:{line}" if line is not None else shown(self.path)

    def error(self, message: str, *keys: str) -> ConfigError:
        return ConfigError(f"{self.place(*keys)}: {message}")


def shown(path: str) -> str:
    """A path as messages name it: from the working directory, where that is shorter."""
    from_here = os.path.relpath(path)
    return from_here if not from_here.startswith(os.pardir) else path


def read_settings(path: str, root: str, is_pyproject: bool) -> Config | None:
    """The settings of a file; None if it is a pyproject.toml that says nothing of fentcheck.

    Raises `ConfigError` if anything in them cannot be used.
    """
    found = settings_in(path, is_pyproject)
    if found is None:
        return None
    file, table = found
    known = tuple(_READERS)
    for key in table:
        if key not in known:
            raise file.error(_unknown("setting", key, known, file), key)
    config = Config(root, path)
    for key, read in _READERS.items():
        if key in table:
            config = read(file, table[key], config)
    return config


def settings_in(path: str, is_pyproject: bool) -> tuple[SettingsFile, Mapping[str, object]] | None:
    """The file with the table of its settings, as it stands there."""
    data = _data(path)
    if is_pyproject and b"tool.fentcheck" not in data and b"[tool]" not in data:
        return None
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        if text.count(".") >= _MOST_PARTS and _LONG_KEY.search(text):
            raise ConfigError(f"{shown(path)}: a key of more than {_MOST_PARTS} parts")
        table: object = tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{shown(path)}: nested too deeply") from None
    except ValueError as error:  # not UTF-8, not TOML, or a number of too many digits
        raise ConfigError(f"{shown(path)}: this is not TOML: {error}") from None
    file = SettingsFile(path, text.replace("\r\n", "\n"), ())
    if is_pyproject:
        assert isinstance(table, dict)
        tools = table.get("tool")
        if not isinstance(tools, dict) or "fentcheck" not in tools:
            return None
        table = tools["fentcheck"]
        file = file._replace(base=("tool", "fentcheck"))
    return file, _table(file, table, "fentcheck's settings are a table")


def _data(path: str) -> bytes:
    try:
        with open(path, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise ConfigError(f"{shown(path)}: this is not a regular file")
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"{shown(path)}: {error.strerror}") from None
    if len(data) > _LARGEST:
        raise ConfigError(f"{shown(path)}: larger than {_LARGEST >> 10} KiB")
    return data


# One reader for each setting


def _select(file: SettingsFile, value: object, config: Config) -> Config:
    return config._replace(select=_codes(file, value, "select"))


def _ignore(file: SettingsFile, value: object, config: Config) -> Config:
    return config._replace(ignore=_codes(file, value, "ignore"))


def _fail_on(file: SettingsFile, value: object, config: Config) -> Config:
    return config._replace(fail_on=_choice(file, value, FAIL_ON, "fail-on"))


def _severity(file: SettingsFile, value: object, config: Config) -> Config:
    return config._replace(severity=_severities(file, value, "severity"))


def _per_path(file: SettingsFile, value: object, config: Config) -> Config:
    usage = 'per-path has a table for each pattern: [per-path."archive/*"]'
    rules: list[PathRules] = []
    patterns = _table(file, value, usage, "per-path")
    if len(patterns) > _MOST_PATTERNS:
        raise file.error(f"per-path has {_MOST_PATTERNS} patterns at most", "per-path")
    for pattern, given in patterns.items():
        at = ("per-path", pattern)
        if not pattern.strip("/ "):
            raise file.error("a pattern of per-path names files, such as “archive/*”", *at)
        table = _table(file, given, usage, *at)
        for key in table:
            if key not in _PATH_KEYS:
                raise file.error(_unknown("setting", key, _PATH_KEYS), *at, key)
        rules.append(
            PathRules(
                pattern,
                _codes(file, table.get("select", []), *at, "select"),
                _codes(file, table.get("ignore", []), *at, "ignore"),
                _severities(file, table.get("severity", {}), *at, "severity"),
            )
        )
    return config._replace(per_path=tuple(rules))


def _thresholds(file: SettingsFile, value: object, config: Config) -> Config:
    usage = "thresholds is a table of names and numbers, such as gap = 1.4"
    known = [name.replace("_", "-") for name in Constants._fields]
    changed: dict[str, Fraction] = {}
    for name, number in _table(file, value, usage, "thresholds").items():
        field = name.replace("-", "_")
        if field not in Constants._fields:
            raise file.error(_unknown("threshold", name, known), "thresholds", name)
        text = str(number) if isinstance(number, int | float | str) else ""
        try:
            size = Fraction(text) if len(text) <= 20 else None
        except (ValueError, ZeroDivisionError):
            size = None
        if size is None or isinstance(number, bool) or not 0 < size < 10**6:
            message = f"the threshold “{name}” is a number above zero, such as 1.4"
            raise file.error(message, "thresholds", name)
        changed[field] = size
    return config._replace(constants=DEFAULTS._replace(**changed))


def _limits(file: SettingsFile, value: object, config: Config) -> Config:
    """Limits lower than usual: the file may come from a stranger, and cannot ask for more."""
    usage = "limits is a table of names and whole numbers, such as claims = 500"
    changed: dict[str, int] = {}
    for written, given in _table(file, value, usage, "limits").items():
        try:
            field = field_of(written)
            number = checked(field, given)
        except LimitError as error:
            raise file.error(str(error), "limits", written) from None
        usual = getattr(USUAL_LIMITS, field)
        if number > usual:
            name = named(field)
            message = (
                f"a project's settings may lower the limit {name}, which is {usual:,}, but not "
                f"raise it; --limit {name}={number} does, or {VARIABLE} in your environment"
            )
            raise file.error(message, "limits", written)
        changed[field] = number
    return config._replace(limits=USUAL_LIMITS._replace(**changed))


def _locale(file: SettingsFile, value: object, config: Config) -> Config:
    if isinstance(value, str) and is_known_locale(value):
        return config._replace(locale=value)
    given = value.lower().replace("_", "-").replace("uk", "gb") if isinstance(value, str) else ""
    meant = next((known for known in KNOWN_LOCALES if known.lower() == given), None)
    hint = f"did you mean “{meant}”?" if meant else f"there are {', '.join(KNOWN_LOCALES)}"
    raise file.error(f"the locale {_quoted(value)} is not known; {hint}", "locale")


def _fiscal_month(file: SettingsFile, value: object, config: Config) -> Config:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 12:
        return config._replace(fiscal_month=value)
    message = f"fiscal-year-starts is a month from 1 to 12, not {_quoted(value)}"
    raise file.error(message, "fiscal-year-starts")


def _units(file: SettingsFile, value: object, config: Config) -> Config:
    usage = 'units is a table of definitions, such as pitch = "7140 * m ** 2"'
    table = _table(file, value, usage, "units")
    if not table:
        return config
    from fentcheck.units.custom import read_custom_units

    custom = read_custom_units(table)
    if custom.problems:
        name, message = custom.problems[0]
        raise file.error(f"the unit “{name}”: {message}", "units", name)
    return config._replace(units=custom.units, unit_names=custom.names)


def _vocabulary(file: SettingsFile, value: object, config: Config) -> Config:
    path = _inside(file, value, config.root, "vocabulary", "claims/vocabulary.yaml")
    if not os.path.isfile(path):
        raise file.error(f"there is no vocabulary file {_quoted(value)}", "vocabulary")
    return config._replace(vocabulary=path)


def _references(file: SettingsFile, value: object, config: Config) -> Config:
    path = _inside(file, value, config.root, "references", "claims/references")
    if not os.path.isdir(path):
        raise file.error(f"there is no folder {_quoted(value)}", "references")
    return config._replace(references=path)


_READERS = {
    "select": _select,
    "ignore": _ignore,
    "fail-on": _fail_on,
    "severity": _severity,
    "per-path": _per_path,
    "locale": _locale,
    "fiscal-year-starts": _fiscal_month,
    "vocabulary": _vocabulary,
    "references": _references,
    "thresholds": _thresholds,
    "units": _units,
    "limits": _limits,
}
_PATH_KEYS = ("select", "ignore", "severity")


# Values


def _table(file: SettingsFile, value: object, usage: str, *keys: str) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise file.error(usage, *keys)


def _choice(file: SettingsFile, value: object, choices: tuple[str, ...], *keys: str) -> str:
    if isinstance(value, str) and value in choices:
        return value
    raise file.error(_not_one_of(keys[-1], value, choices), *keys)


def _codes(file: SettingsFile, value: object, *keys: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise file.error(f'{keys[-1]} is a list of codes, such as ["FC2", "FC501"]', *keys)
    codes = tuple(code.upper() for code in value)
    for code in codes:
        trouble = trouble_with_code(code)
        if trouble:
            raise file.error(f"{keys[-1]}: {trouble}", *keys)
    return codes


def _severities(file: SettingsFile, value: object, *keys: str) -> Mapping[str, str]:
    usage = 'severity is a table of codes, such as FC501 = "note"'
    found: dict[str, str] = {}
    for code, severity in _table(file, value, usage, *keys).items():
        trouble = trouble_with_code(code.upper())
        if trouble:
            raise file.error(f"severity: {trouble}", *keys, code)
        found[code.upper()] = _choice(file, severity, SEVERITIES, *keys, code)
        if code.upper() == ALWAYS and severity != "error":
            message = f"{ALWAYS} stays an error: what cannot be read is never passed over"
            raise file.error(message, *keys, code)
    return found


def trouble_with_code(code: str) -> str:
    """Why a code or its beginning names no rule; empty if it names some."""
    if code and any(rule.code.startswith(code) for rule in RULES):
        return ""
    by_name = {rule.name: rule.code for rule in RULES}
    by_name.update((rule.code, rule.code) for rule in RULES)
    meant = nearest_name(code.lower(), list(by_name))
    hint = f"; did you mean {by_name[meant]}?" if meant else "; `fentcheck rule` lists them"
    return f"there is no rule {code or '“”'}{hint}"


def _inside(file: SettingsFile, value: object, root: str, key: str, such_as: str) -> str:
    """The absolute path of something that lies in the project."""
    if not isinstance(value, str) or not value or "\0" in value:
        raise file.error(f'{key} is a path in the project, such as "{such_as}"', key)
    path = os.path.normpath(os.path.join(root, value))
    real = os.path.realpath(root)
    if os.path.commonpath([real, os.path.realpath(path)]) != real:
        raise file.error(f"{key}: {_quoted(value)} lies outside the project, {root}", key)
    return path


def _unknown(
    kind: str, key: str, known: tuple[str, ...] | list[str], file: SettingsFile | None = None
) -> str:
    if file is not None and not file.base and key == "tool":
        return "in fentcheck.toml the settings stand without [tool.fentcheck]"
    meant = nearest_name(key.replace("_", "-"), list(known))
    hint = f"did you mean “{meant}”?" if meant else f"there are {', '.join(known)}"
    return f"there is no {kind} “{key}”; {hint}"


def _not_one_of(key: str, value: object, choices: tuple[str, ...]) -> str:
    meant = nearest_name(value, list(choices)) if isinstance(value, str) else None
    hint = f"; did you mean “{meant}”?" if meant else ""
    known = f"{', '.join(choices[:-1])} or {choices[-1]}"
    return f"{key} is {known}, not {_quoted(value)}{hint}"


def _quoted(value: object) -> str:
    """A value as messages show it, cut if it is long."""
    text = value if isinstance(value, str) else str(value)
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"


_LARGEST = 1 << 19
_MOST_PARTS = 50
_LONG_KEY = regex(
    r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"""
    rf"{{{_MOST_PARTS}}}"
)
"""The standard reader takes time and memory by the square of a key's parts."""
_MOST_PATTERNS = 200
