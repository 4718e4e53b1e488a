# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 8: Synkronisér indsatserne
# Fem opgaver til [lektion 8](../../notebooks/da/08_synchronise.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 8: Synchronise the interventions
# Five tasks for [lesson 8](../../notebooks/en/08_synchronise.ipynb): one prediction, two to work out,
# one with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 8.1
# en: Task 8.1
ask("08.1", lang=LANG)

# %%
# da: Opgave 8.2
# en: Task 8.2
ask("08.2", lang=LANG)

# %%
# da: Opgave 8.3
# en: Task 8.3
ask("08.3", lang=LANG)

# %%
# da: Opgave 8.4
# en: Task 8.4
ask("08.4", lang=LANG)

# %%
# da: Opgave 8.5
# en: Task 8.5
ask("08.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem vinder ved, at I bliver ved med det gamle?

# %% [markdown] lang="en"
# Who gains from your keeping on with the old?
