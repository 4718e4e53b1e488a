# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 14: Har den den struktur, vi tror?
# Fem opgaver til [lektion 14](../../notebooks/da/14_structure.ipynb): ét bud at give, ét billede at
# læse, én at regne på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 14: Does it have the structure we think?
# Five tasks for [lesson 14](../../notebooks/en/14_structure.ipynb): one prediction, one picture to read,
# one to work out, one with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 30 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 30 minutes.

# %%
# da: Hent tolv udsagn om fire emner
# en: Fetch twelve statements on four subjects
from lederlib.catalogue import load_dataset
from lederlib.measure import efa, line_up
from lederlib.plot import plot_loadings
from lederlib.widget import ask

places = [19, 20, 21, 28, 42, 30, 37, 38, 39, 40, 41, 29]
answers = load_dataset("municipal_survey").iloc[:, places]

# %%
# da: Opgave 14.1
# en: Task 14.1
ask("14.1", lang=LANG)

# %%
# da: Hvilke udsagn går sammen?
# en: Which statements go together?
thought = ["1–3"] * 3 + ["4–6"] * 3 + ["7–9"] * 3 + ["10–12"] * 3
found = efa(answers.set_axis(range(1, 13), axis=1), 4)
plot_loadings(line_up(found.loadings, thought), lang=LANG, synthetic=True)

# %%
# da: Opgave 14.2
# en: Task 14.2
ask("14.2", lang=LANG)

# %%
# da: Opgave 14.3
# en: Task 14.3
ask("14.3", lang=LANG)

# %%
# da: Opgave 14.4
# en: Task 14.4
ask("14.4", lang=LANG)

# %%
# da: Opgave 14.5
# en: Task 14.5
ask("14.5", lang=LANG)

# %% [markdown] lang="da"
# Hvornår har du sidst hørt, at noget var »valideret«, uden at få at vide, hvad det blev prøvet imod?

# %% [markdown] lang="en"
# When did you last hear that something was "validated" without being told what it was tried against?
