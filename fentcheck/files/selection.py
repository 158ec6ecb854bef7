"""Which rules a run has, and how severe what they find is: the call first, then the project.

A rule that the call names in full runs even where the project ignores it. What is set for single
paths holds for the findings that stand there, and for those of a claims file there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.config import Config, ConfigError, PathRules
from fentcheck.rules.registry import BY_CODE, RULES
from fentcheck.rules.rule import Rule, Severity

ALWAYS = "FC001"
"""A file that cannot be read is never passed over, and always an error."""
OFF = "off"


def chosen(
    config: Config, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """The rules of a call that selects and ignores these, by codes or their beginnings.

    Raises `ConfigError` for a code of the call that there is not.
    """
    for code in (*select, *ignore):
        if not any(rule.code.startswith(code) for rule in RULES):
            from fentcheck.files.settings import trouble_with_code

            raise ConfigError(trouble_with_code(code))
    return tuple(
        rule
        for rule in RULES
        if rule.code == ALWAYS or _is_chosen(rule.code, config, select, ignore)
    )


def _is_chosen(code: str, config: Config, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    if code.startswith(ignore) or not code.startswith(select or config.select or ""):
        return False
    if code in select:
        return True
    return not code.startswith(config.ignore) and _longest(code, config.severity) != OFF


def severity_of(code: str, config: Config, per_path: Iterable[PathRules] = ()) -> str | None:
    """What the project sets for a rule; what is set for a path comes before what is set for all."""
    found = _longest(code, config.severity)
    for one in per_path:
        found = _longest(code, one.severity) or found
    return found


def _longest(code: str, by_code: Mapping[str, str]) -> str | None:
    """What the longest beginning of a code is set to."""
    fitting = [(len(known), set_to) for known, set_to in by_code.items() if code.startswith(known)]
    return max(fitting)[1] if fitting else None


def is_on(code: str, per_path: Iterable[PathRules]) -> bool:
    """What is set for some paths leaves the rule on there."""
    if code == ALWAYS:
        return True
    return all(
        code.startswith(one.select or "")
        and not code.startswith(one.ignore)
        and _longest(code, one.severity) != OFF
        for one in per_path
    )


def rules_at(path: str, config: Config, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Those of some rules that are on for a file."""
    per_path = that_fit(path, config)
    if not per_path:
        return rules
    return tuple(rule for rule in rules if is_on(rule.code, per_path))


def that_fit(path: str, config: Config, here: str = "") -> tuple[PathRules, ...]:
    """What is set for a file, in the order of the settings: of two, the later counts.

    A relative path is from the folder `here`, if one is given, else from the working directory.
    """
    if not config.per_path or not path:
        return ()
    from fentcheck.files.patterned import fits

    below = path
    if path != "-":
        below = os.path.relpath(os.path.abspath(os.path.join(here, path)), config.root)
    return tuple(one for one in config.per_path if fits(below.replace(os.sep, "/"), one.pattern))


def settled(sources: Iterable[Source], config: Config, here: str = "") -> Iterable[Source]:
    """Checked files with what the project sets: rules off for some paths, and severities.

    Relative paths are from the folder `here`, if one is given, else from the working directory.
    """
    if not config.severity and not config.per_path:
        return sources
    return _settled(sources, config, here)


def _settled(sources: Iterable[Source], config: Config, here: str) -> Iterator[Source]:
    known: dict[tuple[str, str], tuple[PathRules, ...]] = {}

    def about(path: str, home: str) -> tuple[PathRules, ...]:
        if (path, home) not in known:
            both = (*that_fit(path, config, here), *that_fit(home, config, here))
            known[path, home] = tuple(one for one in config.per_path if one in both)
        return known[path, home]

    def with_severity(finding: Finding, home: str) -> Finding:
        if finding.severity is Severity.NOTE and BY_CODE[finding.code].severity != Severity.NOTE:
            return finding  # a doubt, or a relation that checks nothing
        severity = severity_of(finding.code, config, about(finding.path, home))
        if severity is None or severity == OFF or finding.code == ALWAYS:
            return finding
        return finding._replace(severity=Severity(severity))

    for source in sources:
        checked = source.checked
        home = checked.article.path
        findings = tuple(
            with_severity(one, home)
            for one in checked.findings
            if is_on(one.code, about(one.path, home))
        )
        judgements = checked.judgements
        if config.per_path:
            judgements = tuple(
                one
                for one in judgements
                if is_on(one.relation.code, about(one.relation.path, home))
            )
        yield source._replace(checked=checked._replace(findings=findings, judgements=judgements))
