# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 12: Byg et mål
# Fem opgaver til [lektion 12](../../notebooks/da/12_measure.ipynb): én om ord, ét bud, én at regne på,
# én med ti kontakter og én at skrive.

# %% [markdown] lang="en"
# # Exercise 12: Build a measure
# Five tasks for [lesson 12](../../notebooks/en/12_measure.ipynb): one on words, one prediction, one to
# work out, one with ten switches and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 12.1
# en: Task 12.1
ask("12.1", lang=LANG)

# %%
# da: Opgave 12.2
# en: Task 12.2
ask("12.2", lang=LANG)

# %%
# da: Opgave 12.3
# en: Task 12.3
ask("12.3", lang=LANG)

# %%
# da: Opgave 12.4
# en: Task 12.4
ask("12.4", lang=LANG)

# %%
# da: Opgave 12.5
# en: Task 12.5
ask("12.5", lang=LANG)

# %% [markdown] lang="da"
# Hvilket udsagn i jeres nuværende måling ville du rette først?

# %% [markdown] lang="en"
# Which item of your present measurement would you mend first?
