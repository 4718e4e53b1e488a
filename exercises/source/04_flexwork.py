# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 4: Fleksibelt arbejde og kollegialt fællesskab
# Fem opgaver til [lektion 4](../../notebooks/da/04_flexwork.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 4: Flexible work and collegial community
# Five tasks for [lesson 4](../../notebooks/en/04_flexwork.ipynb): one prediction, two to work out,
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
# da: Opgave 4.1
# en: Task 4.1
ask("04.1", lang=LANG)

# %%
# da: Opgave 4.2
# en: Task 4.2
ask("04.2", lang=LANG)

# %%
# da: Opgave 4.3
# en: Task 4.3
ask("04.3", lang=LANG)

# %%
# da: Opgave 4.4
# en: Task 4.4
ask("04.4", lang=LANG)

# %%
# da: Opgave 4.5
# en: Task 4.5
ask("04.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem i dit team mister noget ved den plan, og har du spurgt dem?

# %% [markdown] lang="en"
# Who in your team loses something by that plan, and have you asked them?
