"""Reads the common calls by the table alone, so that they need no command line library."""

from __future__ import annotations

from collections.abc import Sequence

from fentcheck.cli.table import BY_NAME, Call, Option, Takes


def read_call(words: Sequence[str]) -> Call | None:
    """The call, or None where anything is unusual: then the full application reads it."""
    if not words or words[0] not in BY_NAME:
        return None
    command = BY_NAME[words[0]]
    by_name = {option.name: option for option in command.options}
    by_name.update({option.short: option for option in command.options if option.short})
    options: dict[str, object] = {
        option.field: option.default for option in command.options if option.default is not None
    }
    arguments: list[str] = []
    rest = iter(words[1:])
    for word in rest:
        if word == "-" or not word.startswith("-") or _is_figure(word[1:2]):
            arguments.append(word)
            continue
        name, joined, value = word.partition("=")
        option = by_name.get(name)
        if option is None:
            return None
        if option.takes is Takes.NOTHING:
            if joined:
                return None
            options[option.field] = True
            continue
        if not joined:
            following = next(rest, None)
            if following is None or (following.startswith("-") and following != "-"):
                return None
            value = following
        if option.takes is Takes.CHOICE and value not in option.choices:
            return None
        if option.takes is Takes.LIST:
            before = options.get(option.field, ())
            assert isinstance(before, tuple)
            options[option.field] = (*before, *listed(option, value))
        else:
            options[option.field] = value
    if not arguments:
        if command.default is None:
            return None
        arguments = list(command.default)
    elif (len(arguments) > 1 and not command.many) or not command.argument:
        return None
    return Call(command, tuple(arguments), options)


def _is_figure(first: str) -> bool:
    """What begins so behind a minus is a figure below zero, and no option."""
    return first.isdecimal() or first in (".", "$", "£", "€", "(")


def listed(option: Option, value: str) -> tuple[str, ...]:
    """What a comma-separated list holds; codes in capitals."""
    items = (one.strip() for one in value.split(",") if one.strip())
    return tuple(one if option.field == "limit" else one.upper() for one in items)
