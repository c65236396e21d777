"""`@frozen` gives what the standard library's frozen, slotted dataclasses give."""

from __future__ import annotations

import threading
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable


def place(make: Callable[[type[object]], type[object]]) -> type[object]:
    class Place:
        """Somewhere."""

        name: str
        prices: tuple[int, ...] = ()
        notes: list[str] = field(default_factory=list, compare=False)
        secret: str = field(default="", repr=False)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("a place has a name")

    return make(Place)


Ours = place(frozen)
Theirs = place(dataclass(frozen=True, slots=True))


@pytest.mark.parametrize("args", [("Muscat",), ("Muscat", (1, 2)), ("Muscat", (), ["quiet"], "12345")])
def test_a_value_reads_hashes_and_compares_like_a_frozen_dataclass(args: tuple[object, ...]) -> None:
    ours, theirs = Ours(*args), Theirs(*args)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert ours == Ours(*args)
    assert ours != theirs
    assert ours != Ours("Durban")


def test_a_value_takes_names_and_makes_new_defaults_each_time() -> None:
    first, second = Ours(secret="1", name="Muscat"), Ours("Muscat", secret="1")
    assert first == second
    assert first.notes == []
    assert first.notes is not second.notes
    assert first == Ours("Muscat", notes=["loud"], secret="1"), "notes are not compared"


def test_a_value_is_checked_and_can_be_replaced_and_matched() -> None:
    with pytest.raises(ValueError, match="a place has a name"):
        Ours("")
    assert replace(Ours("Muscat", (1,)), name="Durban") == Ours("Durban", (1,))
    match Ours("Muscat", (1,)):
        case Ours(name, prices):
            assert (name, prices) == ("Muscat", (1,))


def test_nothing_of_a_value_changes() -> None:
    ours = Ours("Muscat")
    for change in (
        lambda: setattr(ours, "name", "Durban"), lambda: setattr(ours, "other", 1), lambda: delattr(ours, "name")
    ):  # fmt: skip
        with pytest.raises(FrozenInstanceError):
            change()
    assert ours == Ours("Muscat")
    assert not hasattr(ours, "__dict__")


def test_what_is_missing_or_too_much_is_told_by_name() -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\) missing 1 required positional argument: 'name'"):
        Ours()
    with pytest.raises(TypeError, match="unexpected keyword argument 'nmae'"):
        Ours(nmae="Muscat")


def test_methods_of_its_own_stay() -> None:
    @frozen
    class Secret:
        """Not shown."""

        text: str

        def __repr__(self) -> str:
            return "Secret(...)"

        def __eq__(self, other: object) -> bool:
            return self is other

        def __hash__(self) -> int:
            return 7

    assert repr(Secret("a")) == "Secret(...)"
    assert Secret("a") != Secret("a")
    assert hash(Secret("a")) == 7


def test_a_value_without_fields_is_equal_to_every_other_one_of_its_class() -> None:
    @frozen
    class Checked:
        """It was found sound."""

    @frozen
    class Other:
        """Something else."""

    assert Checked() == Checked()
    assert hash(Checked()) == hash(Checked())
    assert Checked() != Other()
    assert repr(Checked()).endswith("Checked()")


def test_a_field_may_have_any_name() -> None:
    @frozen
    class Named:
        """All that is a name within what is compiled."""

        put: int
        made: int = 2
        names: list[int] = field(default_factory=list)
        key: int = 4

    assert (Named(1).put, Named(1).made, Named(1).names, Named(1).key) == (1, 2, [], 4)


def test_the_first_values_may_be_made_on_several_threads_at_once() -> None:
    for _ in range(20):
        made = place(frozen)
        at_once, found = threading.Barrier(4), []

        def make(made: type[object] = made, at_once: threading.Barrier = at_once, found: list[object] = found) -> None:
            at_once.wait()
            found.append(made("Muscat", (1,)))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [made("Muscat", (1,))] * 4
