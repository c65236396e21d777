"""All mutations."""

from __future__ import annotations

from typing import Final

from tests.mutations.of_people import OF_PEOPLE
from tests.mutations.of_sending import OF_SENDING
from tests.mutations.of_the_store import OF_THE_STORE
from tests.mutations.of_the_wire import OF_THE_WIRE

MUTATIONS: Final = (*OF_PEOPLE, *OF_SENDING, *OF_THE_STORE, *OF_THE_WIRE)
