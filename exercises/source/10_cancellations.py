# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 10: Aflysningernes psykologi
# Fem opgaver til [lektion 10](../../notebooks/da/10_cancellations.ipynb): ét bud at give, to at regne
# på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 10: The psychology of cancellations
# Five tasks for [lesson 10](../../notebooks/en/10_cancellations.ipynb): one prediction, two to work
# out, one with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 10.1
# en: Task 10.1
ask("10.1", lang=LANG)

# %%
# da: Opgave 10.2
# en: Task 10.2
ask("10.2", lang=LANG)

# %%
# da: Opgave 10.3
# en: Task 10.3
ask("10.3", lang=LANG)

# %%
# da: Opgave 10.4
# en: Task 10.4
ask("10.4", lang=LANG)

# %%
# da: Opgave 10.5
# en: Task 10.5
ask("10.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem betaler for, at netop den tid ligger fast, og hvordan får du det at vide?

# %% [markdown] lang="en"
# Who pays for that time being fixed, and how will you get to know?
