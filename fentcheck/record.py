"""Named tuples that cost next to nothing to define, for a program that starts on every save.

`typing.NamedTuple` compiles every annotation and a constructor for each class, a tenth of a
millisecond each. To a type checker the one here is that one; so are its instances to the reader,
but that their annotations stay text.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]
from types import FunctionType

TYPE_CHECKING = False  # as type checkers know it; to import `typing` for it takes a while
if TYPE_CHECKING:
    from typing import Any
    from typing import NamedTuple as NamedTuple
else:

    class _Record(tuple):
        """What all records can do; the methods are those of `collections.namedtuple`."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(map("{}={!r}".format, self._fields, self))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    class _Definition(type):
        """Makes a record of a class body: its annotated names are the fields, in order."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            body.update((field, _tuplegetter(place, "")) for place, field in enumerate(fields))
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "__new__": _constructor(name, fields, defaults),
            }
            return type(name, (_Record,), body)

    def _constructor(name, fields, defaults):
        """`__new__` with the fields as parameters: one code for each number, by other names."""
        code = _codes.get(len(fields))
        if code is None:
            names = "".join(f"_{place}, " for place in range(len(fields)))
            code = _codes[len(fields)] = eval(
                f"lambda _cls, {names}: _new(_cls, ({names}))"
            ).__code__
        code = code.replace(co_varnames=("_cls", *fields), co_name="__new__")
        made = FunctionType(code, _NEW, "__new__", defaults)
        made.__qualname__ = f"{name}.__new__"
        return made

    _codes: dict[int, Any] = {}
    _NEW = {"_new": tuple.__new__}

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})
