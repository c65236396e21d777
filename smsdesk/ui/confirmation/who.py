"""The first people of an announcement, and the countries that they are in, each in one line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.countries import country_name
from smsdesk.ui.text.directions import joined, left_to_right, own_direction
from smsdesk.ui.text.formatting import comma
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.services.confirming.audience import Listed

_NAMED_PEOPLE = 8
_NAMED_REGIONS = 4


def first_names(people: Sequence[Listed]) -> str:
    """Name the first of these people; who has no name, by the number."""
    shown = joined((_shown(each) for each in islice(people, _NAMED_PEOPLE)), comma())
    return translate("who", "{people} …").format(people=shown) if len(people) > _NAMED_PEOPLE else shown


def where(regions: Sequence[tuple[str, int]]) -> str:
    """Say how many are in which country, the most first: 212 in Oman, 2 in South Africa."""
    shown = [_in_region(region, count) for region, count in regions[:_NAMED_REGIONS]]
    others = sum(count for _, count in regions[_NAMED_REGIONS:])
    if others:
        shown.append(translate("who", "%n in other countries", None, 1).count(others))
    return joined(shown, comma())


def _shown(one: Listed) -> str:
    if one.name:
        return own_direction(" ".join(one.name.split()))
    return left_to_right(display(one.number))


def _in_region(region: str, count: int) -> str:
    if not region:
        return translate("who", "%n with a number of no country", None, 1).count(count)
    if region == "US":  # they share a code, and the tables don't tell them apart by their first digits
        return translate("who", "%n in the United States or Canada", None, 1).count(count)
    return translate("who", "%n in {country}", None, 1).count(count).format(country=country_name(region))
