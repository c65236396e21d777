"""Counting parts side by side with smsutil, and how the time grows with the text. Prints; judges nothing."""

from __future__ import annotations

import sys
import timeit
from functools import partial
from typing import TYPE_CHECKING

import smsutil

from smsdesk.domain.segments import analyze, count_segments

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH = ("The office stays closed on Sunday; please collect your papers before 2 pm on Thursday. " * 9)[:765]
ARABIC = ("يغلق المكتب أبوابه يوم الأحد، نرجو استلام أوراقكم قبل الساعة الثانية ظهر الخميس. " * 9)[:335]
# The dearest texts there are: every character takes two units, every part ends in a straddle.
EUROS = "€" * 382
EMOJI = "\U0001f600" * 167

ROUNDS = 7
SIZES = (1, 10, 100)


def main() -> None:
    """Print the figures of this machine."""
    texts = {"765 English": ENGLISH, "335 Arabic": ARABIC}
    lines = ["count_segments against smsutil.split (times in microseconds)"]
    for name, text in texts.items():
        ours, theirs = _side_by_side(partial(count_segments, text), partial(smsutil.split, text))
        parts = f"{count_segments(text)} parts, smsutil {len(smsutil.split(text).parts)}"
        lines.append(f"  {name:12}{ours * 1e6:8.1f}{theirs * 1e6:9.1f}   {theirs / ours:5.1f}x faster   ({parts})")

    lines.append("analyze (milliseconds)")
    for name, text in texts.items():
        (seconds,) = _side_by_side(partial(analyze, text))
        lines.append(f"  {name:12}{seconds * 1e3:8.4f}")

    sizes = "".join(f"{f'x{size}':>8}" for size in SIZES)
    lines.append(f"time per character, against that of the text itself (linear: about 1){sizes}")
    for function in (count_segments, analyze):
        for name, text in (texts | {"382 euros": EUROS, "167 emoji": EMOJI}).items():
            times = _side_by_side(*(partial(function, text * size) for size in SIZES))
            ratios = [seconds / size / times[0] for seconds, size in zip(times, SIZES, strict=True)]
            lines.append(f"  {function.__name__:16}{name:52}" + "".join(f"{ratio:8.2f}" for ratio in ratios))
    sys.stdout.write("\n".join(lines) + "\n")


def _side_by_side(*functions: Callable[[], object]) -> list[float]:
    """Seconds per call of each, at its best; taken in turns, so that a busy moment hits all."""
    timers = [timeit.Timer(function) for function in functions]
    calls = [max(1, int(0.02 / timer.timeit(1))) for timer in timers]
    rounds = [[timer.timeit(times) / times for timer, times in zip(timers, calls, strict=True)] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*rounds, strict=True)]


if __name__ == "__main__":
    main()
