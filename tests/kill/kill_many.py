"""The long form of the kill test: `python -m tests.kill.kill_many --kills 50 --recipients 5000`.

Prints what came of it, lane by lane, and ends with 1 when a number was texted twice, somebody was lost, or more became
unknown than one submission for each kill of a lane.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.kill.killing import LANES, Killing

LONGEST_END_S = 300


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kill.kill_many", description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50, help="how often the program is killed (50)")
    parser.add_argument("--recipients", type=int, default=5000, help="how many people get something (5000)")
    parser.add_argument("--gateways", nargs="+", choices=LANES, default=list(LANES), help="through which (all)")
    parser.add_argument("--pace-ms", type=float, default=30, help="how long each answer is held back (30)")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000), help="of what is drawn by lot")
    options = parser.parse_args()

    _say(f"{options.kills} kills, {options.recipients:,} recipients, seed {options.seed}")
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="smsdesk-kill-") as folder,
        Killing(
            Path(folder),
            seed=options.seed,
            recipients=options.recipients,
            kills=options.kills,
            gateways=options.gateways,
            pace_s=options.pace_ms / 1000,
        ) as killing,
    ):
        for _ in range(options.kills):
            killing.kill_once()
            if not killing.tally.kept:
                break
        else:
            killing.finish(LONGEST_END_S)
    _report(killing)
    _say(f"  {time.monotonic() - began:.0f} s")
    return 0 if killing.tally.kept else 1


def _report(killing: Killing) -> None:
    tally = killing.tally
    _say(f"  {'':14}{'recipients':>12}{'requests taken':>16}{'unknown submissions':>21}")
    for gateway, people in killing.recipients.items():
        unknown = f"{tally.unknown[gateway]} of at most {tally.kills}"
        _say(f"  {gateway:14}{people:12,}{killing.requests[gateway]:16,}{unknown:>21}")
    fell = ", ".join(f"{times} {when}" for when, times in tally.fell.items())
    _say(f"  the kills fell: {fell}; {tally.while_confirming} on a confirmation that was not told any more")
    _say(f"  twice {len(tally.twice)}, lost {len(tally.lost)}, more unknown than kills {len(tally.too_unknown)}")
    for broken in (*tally.twice, *tally.lost, *tally.too_unknown):
        _say(f"    {broken}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
