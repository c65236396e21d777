"""Which name belongs to which number of a line."""

from __future__ import annotations

from smsdesk.domain.frozen import frozen


@frozen
class Piece:
    """A name with the numbers that stood with it; either may be empty."""

    name: str
    numbers: tuple[str, ...] = ()


def paired(pieces: list[Piece]) -> list[Piece]:
    """Give each name to its number: names go before their numbers if the first does, else after."""
    numbered = [piece for piece in pieces if piece.numbers]
    if len(numbered) <= 1:
        name = " ".join(piece.name for piece in pieces if piece.name)
        return [Piece(name, numbered[0].numbers if numbered else ())] if name or numbered else []
    names_first = next((not piece.numbers for piece in pieces if not (piece.name and piece.numbers)), False)
    if not names_first and _is_a_list(pieces):
        return pieces
    found: list[Piece] = []
    open_to_name = False  # the last piece took a name from beside it, or may still take one
    for piece in pieces:
        last = found[-1] if found and open_to_name else None
        if last and not piece.numbers:
            found[-1] = Piece(f"{last.name} {piece.name}".strip(), last.numbers)
        elif last and names_first and not piece.name:
            found[-1] = Piece(last.name, piece.numbers)
            open_to_name = False
        else:
            found.append(piece)
            open_to_name = not piece.numbers if names_first else not piece.name
    return found


def _is_a_list(pieces: list[Piece]) -> bool:
    """Whether names stand among numbers as members of a group do: some have the one, some the other."""
    names = [piece for piece in pieces if not piece.numbers]
    alone = [piece for piece in pieces if not piece.name]
    return len(names) > 1 and len(names) != len(alone) and len(names) + len(alone) == len(pieces)
