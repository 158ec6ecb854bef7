"""`config`: which settings apply to a file or folder, and where each comes from."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping

from fentcheck.cli.table import Call
from fentcheck.exact import Fraction
from fentcheck.files.config import Config, PathRules
from fentcheck.files.disk import PathError
from fentcheck.files.selection import ALWAYS, OFF, chosen, rules_at, severity_of, that_fit
from fentcheck.files.settings import SettingsFile, settings_in, shown
from fentcheck.limits import ABOUT as ABOUT_LIMITS
from fentcheck.limits import VARIABLE, named
from fentcheck.output.terminal import safe
from fentcheck.phrases.constants import ABOUT
from fentcheck.phrases.period import FISCAL_START_MONTH
from fentcheck.record import NamedTuple
from fentcheck.rules.registry import RULES

DEFAULT = "default"
CALL = "command line"


class Setting(NamedTuple):
    """One setting: its value, where it comes from, and what there is to say of it."""

    name: str
    value: object
    origin: str
    about: str = ""


class Section(NamedTuple):
    title: str
    settings: tuple[Setting, ...]


def show_config(call: Call, config: Config) -> int:
    """Prints the settings that apply to the path of a call, sources and all."""
    path = call.arguments[0]
    if not os.path.exists(path):
        raise PathError(f"there is no file or folder {path}")
    sections = tuple(_sections(call, config, path))
    if call.text("format") == "json":
        sys.stdout.write(_json(config, path, sections))
    else:
        sys.stdout.write(_text(config, path, sections))
    return 0


def _sections(call: Call, config: Config, path: str) -> Iterator[Section]:
    """Everything that can be set; thresholds with the source of their usual value."""
    origins = _Origins(config)
    yield Section("settings", tuple(_general(call, config, path, origins)))
    if config.severity:
        yield Section(
            "severity",
            tuple(
                Setting(code, severity, origins("severity", code))
                for code, severity in config.severity.items()
            ),
        )
    fitting = that_fit(path, config)
    for one in config.per_path:
        at = ("per-path", one.pattern)
        found = (
            *(Setting("select", code, origins(*at, "select")) for code in one.select),
            *(Setting("ignore", code, origins(*at, "ignore")) for code in one.ignore),
            *(
                Setting(f"severity {code}", severity, origins(*at, "severity", code))
                for code, severity in one.severity.items()
            ),
        )
        applies = "applies" if one in fitting else "does not apply"
        yield Section(f"per-path “{one.pattern}”, which {applies} to {path}", tuple(found))
    yield Section("rules", tuple(_rules(call, config, path, origins)))
    thresholds = (
        Setting(
            (name := field.replace("_", "-")),
            _plain(value),
            origins("thresholds", name),
            f"{ABOUT[field][1]} ({ABOUT[field][0]})",
        )
        for field, value in config.constants._asdict().items()
    )
    yield Section("thresholds", tuple(thresholds))
    yield Section("limits", tuple(_limits(call, config, origins)))
    if config.units:
        defined = origins.table("units").items()
        yield Section(
            "units", tuple(Setting(name, text, origins("units", name)) for name, text in defined)
        )


def _general(call: Call, config: Config, path: str, origins: _Origins) -> Iterator[Setting]:
    select, ignore = call.codes("select"), call.codes("ignore")
    if select:
        yield Setting("select", list(select), CALL)
    else:
        yield Setting("select", list(config.select), origins("select"))
    if ignore:
        yield Setting("ignore", list(ignore), CALL)
    if config.ignore or not ignore:
        yield Setting("ignore", list(config.ignore), origins("ignore"))
    if call.flag("strict"):
        yield Setting("fail-on", "warning", CALL)
    elif call.text("fail_on"):
        yield Setting("fail-on", call.text("fail_on"), CALL)
    else:
        yield Setting("fail-on", config.fail_on or "error", origins("fail-on"))
    locale = config.locale_of(call.text("locale"))
    yield Setting("locale", locale, CALL if call.text("locale") else origins("locale"))
    usual = FISCAL_START_MONTH.get(locale, FISCAL_START_MONTH["en-US"])
    month = config.fiscal_month or usual
    about = "" if config.fiscal_month else "as usual there"
    yield Setting("fiscal-year-starts", month, origins("fiscal-year-starts"), about)
    for name, usual_name, chosen_place in (
        ("vocabulary", "vocabulary.yaml", config.vocabulary),
        ("references", "references", config.references),
    ):
        place = chosen_place or _beside(path, config, usual_name)
        yield Setting(name, shown(place) if place else None, origins(name))


def _limits(call: Call, config: Config, origins: _Origins) -> Iterator[Setting]:
    """How much a file may ask for."""
    at_call = {_one_way(one.partition("=")[0].strip()) for one in call.codes("limit")}
    in_environment = os.environ.get(VARIABLE, "").split(",")
    by_environment = {_one_way(one.partition("=")[0].strip()) for one in in_environment}
    for field, value in config.limits._asdict().items():
        name = named(field)
        origin = origins("limits", name)
        if _one_way(name) in at_call:
            origin = CALL
        elif _one_way(name) in by_environment:
            origin = VARIABLE
        yield Setting(name, value, origin, ABOUT_LIMITS[field][0])


def _rules(call: Call, config: Config, path: str, origins: _Origins) -> Iterator[Setting]:
    """Whether each rule runs and how severe its findings are, with what decides it."""
    select, ignore = call.codes("select"), call.codes("ignore")
    running = {rule.code for rule in rules_at(path, config, chosen(config, select, ignore))}
    fitting = that_fit(path, config)
    for rule in RULES:
        severity = severity_of(rule.code, config, fitting) if rule.code != ALWAYS else None
        if rule.code not in running:
            value, origin = "off", _why_off(rule.code, call, config, origins, fitting)
        elif severity is None or severity == OFF:
            value, origin = rule.severity.value, DEFAULT
        else:
            value, origin = severity, _set_by(rule.code, config, origins, fitting)
        yield Setting(rule.code, value, origin, rule.name)


def _why_off(
    code: str, call: Call, config: Config, origins: _Origins, fitting: Iterable[PathRules]
) -> str:
    select, ignore = call.codes("select"), call.codes("ignore")
    if code.startswith(ignore) or (select and not code.startswith(select)):
        return CALL
    if not select and config.select and not code.startswith(config.select):
        return origins("select")
    if code.startswith(config.ignore) and code not in select:
        return origins("ignore")
    for one in fitting:
        if one.select and not code.startswith(one.select):
            return origins("per-path", one.pattern, "select")
        if code.startswith(one.ignore):
            return origins("per-path", one.pattern, "ignore")
    return _set_by(code, config, origins, fitting)


def _set_by(code: str, config: Config, origins: _Origins, fitting: Iterable[PathRules]) -> str:
    """Where the severity is set that counts for a rule."""
    found = DEFAULT
    tables = (
        (("severity",), config.severity),
        *((("per-path", one.pattern, "severity"), one.severity) for one in fitting),
    )
    for at, severity in tables:
        known = [beginning for beginning in severity if code.startswith(beginning)]
        if known:
            found = origins(*at, max(known, key=len))
    return found


def _beside(path: str, config: Config, name: str) -> str | None:
    """What is used where nothing is set: beside the files, or in the project's claims."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    for place in (os.path.join(folder, name), os.path.join(config.root, "claims", name)):
        if os.path.exists(place):
            return place
    return None


class _Origins:
    """Where settings stand, by their keys."""

    def __init__(self, config: Config) -> None:
        self._file: SettingsFile | None = None
        self._table: Mapping[str, object] = {}
        if config.path is not None:
            is_pyproject = os.path.basename(config.path) == "pyproject.toml"
            found = settings_in(config.path, is_pyproject)
            if found is not None:
                self._file, self._table = found

    def table(self, key: str) -> Mapping[str, object]:
        value = self._table.get(key)
        return value if isinstance(value, dict) else {}

    def __call__(self, *keys: str) -> str:
        """The place of a setting, whose last key may be written in more ways than one; else that
        it is the default.
        """
        if self._file is None:
            return DEFAULT
        table: object = self._table
        found: list[str] = []
        for key in keys:
            written = {_one_way(one): one for one in table} if isinstance(table, dict) else {}
            if _one_way(key) not in written:
                return DEFAULT
            assert isinstance(table, dict)
            found.append(written[_one_way(key)])
            table = table[found[-1]]
        return self._file.place(*found)


def _one_way(key: str) -> str:
    """Codes are read in either case, thresholds with “_” or “-”."""
    return key.upper().replace("_", "-")


def _plain(value: Fraction) -> float | int:
    return value.numerator if value.denominator == 1 else float(value)


def _text(config: Config, path: str, sections: Iterable[Section]) -> str:
    lines = [f"project  {safe(config.root)}"]
    lines.append(f"file     {safe(shown(config.path)) if config.path else 'none: all is as usual'}")
    for section in sections:
        settings = section.settings
        if section.title == "rules":
            lines += ["", *_rule_lines(settings)]
            continue
        lines += ["", safe(section.title)]
        rows = [(one.name, _words(one), one.origin, one.about) for one in settings]
        widths = [max((len(safe(row[at])) for row in rows), default=0) for at in range(3)]
        for row in rows:
            cells = [safe(cell).ljust(width) for cell, width in zip(row, widths, strict=False)]
            lines.append(f"  {'  '.join([*cells, safe(row[3])])}".rstrip())
        if section.title == "thresholds":
            lines.append(_SOURCES)
    return "\n".join(lines) + "\n"


def _rule_lines(rules: tuple[Setting, ...]) -> Iterator[str]:
    """How many rules run, those that do not, and those of another severity than usual."""
    running = [one for one in rules if one.value != "off"]
    yield f"rules: {len(running)} of {len(rules)} run"
    changed = [one for one in rules if one.origin != DEFAULT]
    width = max((len(one.about) for one in changed), default=0)
    for one in changed:
        yield f"  {one.name}  {one.about.ljust(width)}  {one.value!s:<7}  {safe(one.origin)}"


def _words(setting: Setting) -> str:
    if isinstance(setting.value, list):
        return ", ".join(setting.value) or ("every rule" if setting.name == "select" else "no rule")
    return "none" if setting.value is None else str(setting.value)


_SOURCES = "  (F: Ferson et al. 2015, on hedge words; J: a judgement of this project)"


def _json(config: Config, path: str, sections: Iterable[Section]) -> str:
    made: dict[str, object] = {
        "schema": 1,
        "path": path,
        "root": config.root,
        "file": config.path,
    }
    paths = []
    for section in sections:
        settings = [
            {"name": one.name, "value": one.value, "from": one.origin}
            | ({"about": one.about} if one.about else {})
            for one in section.settings
        ]
        if section.title.startswith("per-path"):
            paths.append(settings)
        else:
            made[section.title] = settings
    made["per-path"] = [
        {"pattern": one.pattern, "applies": one in that_fit(path, config), "settings": settings}
        for one, settings in zip(config.per_path, paths, strict=True)
    ]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
