"""vendepunkt export results/first/baseline --format sts --layer phase --out tables; then: python with_sequenzo.py"""
import json, sys
from pathlib import Path
import pandas as pd
from sequenzo import SequenceData
from sequenzo.sequence_characteristics_indicators import get_turbulence, get_within_sequence_entropy
from sequenzo.visualization.plot_transition_matrix import compute_transition_matrix
folder = Path(sys.argv[1] if len(sys.argv) > 1 else "tables")
about = json.loads((folder / "sts-phase.json").read_text(encoding="utf-8"))
weeks = [f"w{week}" for week in range(1, about["week_count"] + 1)]
whole = pd.read_csv(folder / "sts-phase.csv").dropna(subset=weeks)  # those in the record all the time
paths = SequenceData(whole[["id", *weeks]], time=weeks, states=about["alphabet"], labels=about["labels"]["en"], id_col="id")
rates = compute_transition_matrix(paths)
entropy, turbulence = get_within_sequence_entropy(paths), get_turbulence(paths)
