"""What some files of an archive come to, in a form that goes to other machines and comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from math import isfinite

from fentcheck.exact import Fraction
from fentcheck.files.archive import Done, Taken
from fentcheck.files.config import Config, PathRules
from fentcheck.limits import Limits
from fentcheck.output.options import Options
from fentcheck.output.parts import Part
from fentcheck.phrases.constants import Constants
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.version import VERSION

if TYPE_CHECKING:
    from typing import Any

    Plain = tuple[Any, ...]

SCHEMA = 1
"""The form of summaries; another one is not read."""


class SummaryError(ValueError):
    """A summary that cannot be used, or that is not of one run with the others: why."""


class Run(NamedTuple):
    """What all summaries of one run have in common, as plain data.

    `files` is how many claims files the archive has, `listing` stands for their paths in order.
    """

    form: str
    codes: tuple[str, ...]
    today: int
    options: Plain
    settings: Plain
    files: int
    listing: str


class Home(NamedTuple):
    """Where a summary was made: the working directory, the project, and what paths are told from.

    Machines may differ in these.
    """

    here: str
    root: str
    told_from: str


class Summarised(NamedTuple):
    """Some claims files of an archive, checked: strings, numbers, None and tuples of them.

    It can be pickled, and written as one line of JSON. `files` are the files that it is of, each
    as its number in the archive, its path, and what `taken` makes of the rest.
    """

    schema: int
    version: str
    run: Run
    home: Home
    files: tuple[Plain, ...]

    def to_json(self) -> str:
        """One line of ASCII, from which `from_json` makes the same again."""
        body = [self.run, self.home, self.files]
        try:
            text = _dumped(body)
        except ValueError:  # an end of an interval is no number of JSON's
            body = _finite(body)
            text = _dumped(body)
        head = {"schema": self.schema, "fentcheck": self.version, "seal": _seal(text)}
        return f'{_dumped(head)[:-1]},"body":{text}}}'

    @classmethod
    def from_json(cls, text: str) -> Summarised:
        """What `to_json` wrote. Raises `SummaryError` for anything else."""
        try:
            found = json.loads(text, parse_constant=_no_number)
            schema, version = found["schema"], found["fentcheck"]
        except (ValueError, TypeError, LookupError, RecursionError):
            raise SummaryError("this is no summary: to_json did not write it") from None
        _trusted(schema, version)
        body = found.get("body")
        if found.get("seal") != _seal(_dumped(body)):
            raise SummaryError("this summary is damaged; make it again")
        run, home, files = _tuples(body)
        return cls(schema, version, Run._make(run), Home._make(home), files)


def trusted(summary: Summarised) -> None:
    """Raises `SummaryError` for a summary that this version did not make."""
    _trusted(summary.schema, summary.version)


def _trusted(schema: object, version: object) -> None:
    if schema == SCHEMA and version == VERSION:
        return
    newer = f", in the newer form {schema}" if isinstance(schema, int) and schema > SCHEMA else ""
    raise SummaryError(
        f"this summary was made by fentcheck {version}{newer}, and this is fentcheck {VERSION}; "
        "use one version on all machines, and make the summaries again"
    )


def plain_file(at: int, path: str, taken: Taken) -> Plain:
    done = taken.done
    before = tuple(part.plain for part in taken.before)
    return at, path, before, None if done is None else done.plain


def taken_of(plain: Plain) -> Taken:
    """What `plain_file` was given."""
    _, _, before, done = plain
    return Taken([Part.of(one) for one in before], None if done is None else Done.of(done))


def plain_options(options: Options) -> Plain:
    """Without the places of one machine."""
    return (*options._replace(root="", here=""),)


def plain_settings(config: Config, project_paths: Plain) -> Plain:
    """The settings without the places of one machine, for which there are paths in the project."""
    return (
        tuple((one.numerator, one.denominator) for one in config.constants),
        _pairs(config.units),
        _pairs(config.unit_names),
        config.select,
        config.ignore,
        config.fail_on,
        _pairs(config.severity),
        tuple(
            (one.pattern, one.select, one.ignore, _pairs(one.severity)) for one in config.per_path
        ),
        config.locale,
        config.fiscal_month,
        (*config.limits,),
        project_paths,
    )


def settings_of(plain: Plain, root: str) -> Config:
    """The settings as far as they hold across files."""
    constants, units, unit_names, select, ignore, fail_on, severity, per_path, *rest = plain
    locale, fiscal_month, limits, _ = rest
    return Config(
        root,
        constants=Constants._make(Fraction(*one) for one in constants),
        units=dict(units),
        unit_names=dict(unit_names),
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        severity=dict(severity),
        per_path=tuple(
            PathRules(pattern, selected, ignored, dict(severities))
            for pattern, selected, ignored, severities in per_path
        ),
        locale=locale,
        fiscal_month=fiscal_month,
        limits=Limits._make(limits),
    )


def _pairs(table: Mapping[str, Any]) -> Plain:
    """In their order, which counts where a file is read by them."""
    return tuple((key, value) for key, value in table.items())


# JSON


def _dumped(value: Any) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def _no_number(name: str) -> None:
    raise ValueError(name)


def _seal(text: str) -> str:
    return blake2b(text.encode("ascii"), digest_size=16).hexdigest()


def _finite(value: Any) -> Any:
    """The same with what JSON has no number for by its name."""
    if isinstance(value, (tuple, list)):
        return [_finite(one) for one in value]
    if type(value) is float and not isfinite(value):
        return {"float": str(value)}
    return value


def _tuples(value: Any) -> Any:
    if type(value) is list:
        return tuple([_tuples(one) if type(one) in _NESTED else one for one in value])
    if type(value) is dict:
        return float(value["float"])
    return value


_NESTED = (list, dict)
