"""What values are made of: `@frozen`, a frozen, slotted dataclass that costs a start next to nothing.

`@dataclass(frozen=True, slots=True)` compiles six methods for each class, which takes half a millisecond, and two of
three classes make nothing before the window is shown. Here `__init__` is compiled when a class makes its first value;
the other methods need no compiling.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: type[T]) -> type[T]:
    """Make a frozen, slotted dataclass of a class that inherits nothing; its own methods stay.

    As with the standard library's, `fields`, `replace` and `match` know it; it can't be copied or pickled.
    """
    made: type[Any] = dataclass(init=False, repr=False, eq=False, slots=True)(described)
    compared = [each.name for each in fields(made) if each.compare]
    key: Callable[[T], object] = attrgetter(*compared) if compared else lambda _: ()

    def init(self: T, *args: object, **keywords: object) -> None:
        made.__init__ = compiled = _init_of(made)
        compiled(self, *args, **keywords)

    def equal(self: T, other: Any) -> bool:
        return key(self) == key(other) if type(other) is made else NotImplemented

    methods: dict[str, Callable[..., object]] = {
        "__init__": init, "__eq__": equal, "__hash__": lambda self: hash(key(self)), "__repr__": _repr,
        "__setattr__": _refuse, "__delattr__": _refuse,
    }  # fmt: skip
    for name in methods.keys() - described.__dict__.keys():
        setattr(made, name, methods[name])
    return made


def _init_of(made: type[Any]) -> Callable[..., None]:
    names: dict[str, Any] = {"__put": object.__setattr__, "__absent": MISSING}  # no field is called so
    taken, done = ["self"], []
    for each in fields(made):
        name, given = each.name, each.name
        if each.default is not MISSING:
            names[f"__default_{name}"] = each.default
            taken.append(f"{name}=__default_{name}")
        elif each.default_factory is not MISSING:
            names[f"__make_{name}"] = each.default_factory
            taken.append(f"{name}=__absent")
            given = f"__make_{name}() if {name} is __absent else {name}"
        else:
            taken.append(name)
        done.append(f"__put(self, {name!r}, {given})")
    if hasattr(made, "__post_init__"):
        done.append("self.__post_init__()")
    exec(f"def __init__({', '.join(taken)}): {'; '.join(done) or 'pass'}", names)  # noqa: S102 - our own names alone
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _repr(self: Any) -> str:
    shown = [f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} can't be changed")
