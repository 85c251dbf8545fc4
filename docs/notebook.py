# The source of docs/notebook.ipynb. After a change: python docs/build_notebook.py
# %% [markdown]
# # vendepunkt in Python
#
# Five verbs do what the command line does: `load`, `run`, `measure`, `compare`, `report`. Tables come out as polars
# frames. The towns here are tiny so that the page runs in half a minute; a result to lean on needs a town of about
# 2,000 citizens and more seeds. The people are made up, and nothing here says anything about a real person.

# %%
import warnings

import matplotlib.pyplot as plt
import polars as pl

warnings.filterwarnings("ignore", "IProgress not found")  # a progress bar that nobody here uses

from sim import Mechanism, PathwayModel, compare, load, measure, own_decision, report, run

pl.Config.set_tbl_rows(12)
pl.Config.set_fmt_str_lengths(60)
pl.Config.set_tbl_width_chars(130)
SMALL = {"citizens": 150, "weeks": 104, "burn_in_weeks": 52}

# %% [markdown]
# ## A first run
#
# `load()` without a file gives the catalogue's values, `load("scenarios/baseline.toml")` a file. `run` plays it once per
# seed. Results live as long as the variable that holds them; `out="results/mine"` keeps them, and then
# `vendepunkt report`, `story`, `pathways` and `export` read them too.

# %%
base = run(load(name="baseline", **SMALL), seeds=8)
base.panel.filter((pl.col("group") == "all") & (pl.col("seed") == 1)).select(
    "week", "citizens", "phase_progression", "phase_stagnation", "phase_in_work").tail(3)

# %% [markdown]
# Four tables hold a run: `citizens`, `spells`, `events` and `panel`. Events say what happened, to whom and why.
# `measure` turns them into the measures of the catalogue, one row per seed, group and measure.

# %%
measured = measure(base)
measured.filter((pl.col("group") == "all") & pl.col("measure").is_in(["job_104", "hours_104"])).group_by("measure").agg(
    mean=pl.col("value").mean(), low=pl.col("value").min(), high=pl.col("value").max()).sort("measure")

# %% [markdown]
# ## A scenario of your own
#
# Settings go by the same dotted names as in scenario files; `vendepunkt explain casework.caseload` tells what one means.
# A plain value holds from week 0 on. Both runs meet the same citizens and the same luck, so that `compare` can subtract
# them seed by seed. The columns `precision_low` and `precision_high` tell how well the average difference is known, and
# `verdict` whether it can be told apart from zero.

# %%
fewer = run(load(None, {"casework.caseload": 30, "casework.handover": "planned"}, name="fewer", **SMALL), seeds=8)
held = compare(base, fewer)
held.filter((pl.col("group") == "all") & pl.col("measure").is_in(["caseworker_changes", "job_104", "self_worth_change"])
            ).select("measure", "base", "difference", "precision_low", "precision_high", "variance_reduction", "verdict")

# %% [markdown]
# `variance_reduction` tells how many times more runs independent luck would have needed. A misspelt setting is refused
# with the nearest name:

# %%
from sim.errors import VendepunktError

try:
    load(None, {"casework.caselod": 30})
except VendepunktError as mistake:
    print(mistake)

# %% [markdown]
# ## A town of your own
#
# A table of citizens (CSV or parquet) takes the place of the synthetic ones; what it does not tell is drawn. The format
# is in `docs/population.md`. Only pseudonymised data belong here.

# %%
from pathlib import Path
from tempfile import mkdtemp

folder = Path(mkdtemp())
pl.DataFrame({
    "age": [24.0, 31.0, 38.0, 45.0, 52.0, 59.0] * 20, "benefit": ["activity_ready"] * 90 + ["resource_course"] * 30,
    "chronic_mental": [True, False] * 60,
}).write_csv(folder / "citizens.csv")
(folder / "town.toml").write_text("""
regime = "rules-2016-2019"
population = "citizens.csv"
[town]
activity_ready = 90
resource_course = 30
[time]
weeks = 52
burn_in_weeks = 13
""", encoding="utf-8")
mine = run(load(folder / "town.toml"), seeds=2)
mine.citizens.filter(pl.col("entry_week") < -12).group_by("chronic_mental").agg(
    citizens=pl.len(), meetings=pl.col("meetings").mean()).sort("chronic_mental")

# %% [markdown]
# ## A mechanism of your own
#
# A mechanism is a function of the town and the week. It changes states of the people it concerns, and its luck comes
# from `now.draws` with a decision of its own, keyed by each person, so that everybody else meets the luck they would
# have met without it. It says after which stage of the week it stands. Its name, meaning and a digest of its source go
# into the manifest, the brief says that it is no part of the model, and `vendepunkt verify` will not claim to repeat it.
#
# Here: a weekly walk, to which a third of those on benefit come, lifts belief a little. Whether that leads to jobs is
# left to the model: a mechanism must not do the hiring itself.

# %%
import numpy as np

COMES = own_decision("walks", "who comes")


def walks(town, now):
    c = town.citizens
    rows = np.flatnonzero(c.present & (c.support_weeks > 0) & ~c.at_work)
    come = rows[now.draws.uniform(COMES, c.luck[rows]) < 0.33]
    c.belief[come] = np.minimum(c.belief[come] + np.float32(0.01), 1)


walk = Mechanism("walks", walks, after="network", meaning="A weekly walk lifts belief for those who come.")
walked = run(load(name="walked", **SMALL), seeds=8, mechanisms=[walk])
walked.manifest.mechanisms["walks"].split(" [")[0]

# %% [markdown]
# ## A measure of your own
#
# A function from the tables to a number per seed stands beside the measures of the catalogue.

# %%
def belief_at_end(tables):
    return tables.citizens.group_by("seed").agg(value=pl.col("belief_at_end").mean())


compare(base, walked, own={"belief_at_end": belief_at_end}).filter(
    (pl.col("group") == "all") & pl.col("measure").is_in(["belief_at_end", "hours_104"])
).select("measure", "base", "difference", "precision_low", "precision_high", "verdict")

# %% [markdown]
# The brief of the same runs, one page that opens anywhere:

# %%
page = report(base, walked, out=folder / "brief.html")
page.name, "not part of the model: walks" in page.read_text(encoding="utf-8")

# %% [markdown]
# ## A sweep
#
# Over a few values a loop will do. Larger designs (grids, Latin hypercubes, Morris, Sobol), many thousands of runs and a
# cluster are what study files are for (`docs/researchers.md`).

# %%
swept = pl.concat([
    compare(base, run(load(None, {"casework.caseload": size}, name=f"caseload {size}", **SMALL), seeds=8)).with_columns(
        caseload=pl.lit(size))
    for size in (25, 45, 65)
]).filter((pl.col("group") == "all") & (pl.col("measure") == "caseworker_changes"))

figure, axes = plt.subplots(figsize=(6, 2.6))
axes.axhline(0, color="0.6", linewidth=0.8)
axes.fill_between(swept["caseload"], swept["precision_low"], swept["precision_high"], alpha=0.2, linewidth=0)
axes.plot(swept["caseload"], swept["difference"], marker="o")
axes.set_xlabel("citizens per caseworker")
axes.set_title("Changes of caseworker: difference from the baseline", loc="left", fontsize=10);

# %% [markdown]
# ## The mesa model inside
#
# The model is a mesa model: step it, look at one simulated citizen, collect with mesa's own tools. Mechanisms can be put
# into it as well.

# %%
model = PathwayModel(load(**SMALL), seed=1, mechanisms=[walk])
for _ in range(26):
    model.step()
citizen = model.citizens[17]
citizen.phase.key, citizen.standing.key, round(citizen.trust, 2), len(model.agents)
