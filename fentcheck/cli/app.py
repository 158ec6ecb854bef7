"""The Typer application, made from the table: help, completion, and messages about a call."""

from __future__ import annotations

import inspect
from enum import Enum
from typing import Any

import typer

from fentcheck.cli.fast import listed
from fentcheck.cli.run import run
from fentcheck.cli.table import COMMANDS, Call, Command, Option, Takes
from fentcheck.files.config import ConfigError, find_config
from fentcheck.files.disk import PathError
from fentcheck.files.load import Library
from fentcheck.rules.registry import RULES
from fentcheck.version import VERSION


def application() -> typer.Typer:
    """The application with every command of the table."""
    app = typer.Typer(
        name="fentcheck",
        help="A spell-checker for numbers: proves which figures cannot all be true.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback()
    def main(
        version: bool = typer.Option(False, "--version", help="The version.", callback=_version),
    ) -> None:
        """A spell-checker for numbers: proves which figures cannot all be true."""

    for command in COMMANDS:
        app.command(command.name, help=command.help)(_function(command))
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"fentcheck {VERSION}")
        raise typer.Exit


def _function(command: Command) -> Any:
    """A function with the signature that Typer reads a command's options from."""

    def call(**given: Any) -> None:
        arguments = given.pop("arguments", None) or command.default or ()
        if isinstance(arguments, str):
            arguments = (arguments,)
        options = {
            option.field: _value(option, given[option.field])
            for option in command.options
            if given[option.field] not in (None, [], ())
        }
        raise typer.Exit(run(Call(command, tuple(arguments), options)))

    parameters = []
    if command.argument:
        kind: Any = list[str] | None if command.many else str | None
        default = ... if command.default is None else None
        parameters.append(
            _parameter(
                "arguments",
                kind,
                typer.Argument(
                    default,
                    metavar=command.argument,
                    help=command.argument_help,
                    autocompletion=_COMPLETIONS.get(command.argument),
                ),
            )
        )
    for option in command.options:
        parameters.append(_parameter(option.field, *_option(option)))
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {one.name: one.annotation for one in parameters}
    return call


def _option(option: Option) -> tuple[Any, Any]:
    names = (option.name, option.short) if option.short else (option.name,)
    if option.takes is Takes.NOTHING:
        return bool, typer.Option(False, option.name, help=option.help)
    if option.takes is Takes.LIST:
        return list[str] | None, typer.Option(
            None, option.name, help=option.help, metavar=option.metavar, autocompletion=_codes
        )
    if option.takes is Takes.CHOICE:
        choices = Enum(option.field, {choice: choice for choice in option.choices}, type=str)  # type: ignore[misc]
        default = choices(option.default) if option.default is not None else None
        return choices | None, typer.Option(default, option.name, help=option.help)
    return str | None, typer.Option(
        option.default, *names, help=option.help, metavar=option.metavar
    )


def _codes(begun: str) -> list[tuple[str, str]]:
    """Codes of rules, for completion in a shell; behind a comma, one more."""
    before, comma, last = begun.rpartition(",")
    return [
        (f"{before}{comma}{rule.code}", rule.name)
        for rule in RULES
        if rule.code.startswith(last.upper())
    ]


def _claim_ids(begun: str) -> list[str]:
    """Ids of the claims under `claims`, for completion in a shell."""
    try:
        library = Library(["claims"], find_config("."))
        ids = {
            name
            for path in library.files
            for claim in library.article(path).claims
            for name in (claim.id, claim.name)
        }
    except (PathError, ConfigError):
        return []
    return sorted(name for name in ids if name.startswith(begun))


_COMPLETIONS = {"CODE": _codes, "ID": _claim_ids}


def _value(option: Option, given: Any) -> object:
    if option.takes is Takes.LIST:
        return tuple(code for value in given for code in listed(option, value))
    return given.value if isinstance(given, Enum) else given


def _parameter(name: str, kind: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
