"""The tally of each announcement's deliveries is kept by the database itself, in the very statement that moves them."""

from __future__ import annotations

from typing import Final

_PARTS: Final = "coalesce({row}.parts, (SELECT parts FROM announcement WHERE id = {row}.announcement_id))"
_ONE_MORE: Final = f"""
    INSERT INTO tally (announcement_id, state, deliveries, parts)
    VALUES (new.announcement_id, new.state, 1, {_PARTS.format(row="new")})
    ON CONFLICT (announcement_id, state)
    DO UPDATE SET deliveries = deliveries + 1, parts = parts + excluded.parts;"""  # noqa: S608 - our own words
_ONE_LESS: Final = f"""
    UPDATE tally SET deliveries = deliveries - 1, parts = parts - {_PARTS.format(row="old")}
    WHERE announcement_id = old.announcement_id AND state = old.state;"""  # noqa: S608 - our own words

TRIGGERS: Final = (
    f"CREATE TRIGGER tally_added AFTER INSERT ON delivery BEGIN{_ONE_MORE} END",
    f"CREATE TRIGGER tally_moved AFTER UPDATE OF state ON delivery WHEN new.state <> old.state "
    f"BEGIN{_ONE_LESS}{_ONE_MORE} END",
    f"CREATE TRIGGER tally_removed AFTER DELETE ON delivery BEGIN{_ONE_LESS} END",
)
"""SQLite's; a database of another kind has its own words for them."""
