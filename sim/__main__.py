"""``python -m sim`` is the command ``vendepunkt``."""

from __future__ import annotations

from sim.doors.cli import main

if __name__ == "__main__":
    main()
