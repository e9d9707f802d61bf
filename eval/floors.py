"""Keep the floors under every quality figure; they go up by themselves and down only with a reason.

    python eval/floors.py demo-case/case                        what is reached, beside the floors
    python eval/floors.py demo-case/case --raise                lift every floor to what is reached
    python eval/floors.py demo-case/case --lower said --because "the key now asks for more"

Lifting a floor is always allowed. Lowering one writes the old value, the new one and the reason
into `eval/LOG.md`; without that line `lowered_silently` names it and the tests fail.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(ROOT))

from eval.key import compare, scores  # noqa: E402
from eval.key_rows import read_key  # noqa: E402
from eval.ledger_view import read_ledger  # noqa: E402

KEY = ROOT / "src/reportedly/demo/key.toml"
FLOORS = ROOT / "eval/floors.json"
LOG = ROOT / "eval/LOG.md"

Floors = dict[str, float]


def read_floors(text: str) -> Floors:
    """The floor of each section: a share of its unmarked items, 0 to 1."""
    return {name: float(share) for name, share in json.loads(text).items()}


def written(floors: Mapping[str, float]) -> str:
    """The floors as they are kept."""
    return json.dumps(dict(floors), indent=2, sort_keys=True) + "\n"


def reached(case: Path) -> Floors:
    """The share of each section of the key that a built demo case hits, rounded down."""
    items = compare(read_key(KEY), read_ledger(case / "site" / "ledger.json"))
    return {score.section: int(score.share * 1000) / 1000 for score in scores(items)}


def below(now: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, str]:
    """The sections that fell below their floor, each with both figures."""
    return {
        name: f"{now.get(name, 0.0):.3f}, floor {floor:.3f}"
        for name, floor in floors.items()
        if now.get(name, 0.0) < floor
    }


def raised(now: Mapping[str, float], floors: Mapping[str, float]) -> Floors:
    """Every floor lifted to what is reached; none goes down, and a new section gets one."""
    return {name: max(now.get(name, 0.0), floors.get(name, 0.0)) for name in {*now, *floors}}


def lowering(name: str, old: float, new: float) -> str:
    """How a line of the log begins that explains one lowered floor."""
    return f"- floor {name} {old:.3f} -> {new:.3f}: "


def lowered_silently(
    before: Mapping[str, float], after: Mapping[str, float], log: str
) -> list[str]:
    """The floors that are lower than before, or gone, with no reason for it in the log."""
    lower = {name: after.get(name, 0.0) for name in before if after.get(name, 0.0) < before[name]}
    return sorted(
        name
        for name, new in lower.items()
        if not re.search(re.escape(lowering(name, before[name], new)) + r"\S", log)
    )


def committed(path: Path = FLOORS) -> Floors:
    """The floors of the last commit; none where there is no history (a source archive)."""
    name = path.relative_to(ROOT).as_posix()
    shown = subprocess.run(
        ["git", "show", f"HEAD:{name}"], cwd=ROOT, capture_output=True, check=False
    )
    return read_floors(shown.stdout.decode()) if shown.returncode == 0 else {}


def main() -> None:
    """Show, lift or lower the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path, help="the case folder of the demo story")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    parser.add_argument("--lower", metavar="SECTION", help="lower one floor to what is reached")
    parser.add_argument("--because", default="", help="why; written into eval/LOG.md")
    asked = parser.parse_args()
    now = reached(asked.case)
    floors = read_floors(FLOORS.read_text()) if FLOORS.exists() else {}
    if asked.lower:
        if not asked.because.strip():
            parser.error("a floor is lowered only with a reason: --because")
        line = lowering(asked.lower, floors[asked.lower], now[asked.lower]) + asked.because
        with LOG.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")
        floors[asked.lower] = now[asked.lower]
        FLOORS.write_text(written(floors))
    if asked.lift:
        floors = raised(now, floors)
        FLOORS.write_text(written(floors))
    for name, share in now.items():
        print(f"{name:<16} {share:.3f}  floor {floors.get(name, 0.0):.3f}")
    fallen = below(now, floors)
    for name, figures in fallen.items():
        print(f"below its floor: {name} {figures}")
    sys.exit(bool(fallen))


if __name__ == "__main__":
    main()
