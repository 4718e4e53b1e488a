# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 16: Er gruppen en gruppe?
# Fem opgaver til [lektion 16](../../notebooks/da/16_group.ipynb): ét bud at give, tre at regne på og
# én at skrive.

# %% [markdown] lang="en"
# # Exercise 16: Is the group a group?
# Five tasks for [lesson 16](../../notebooks/en/16_group.ipynb): one prediction, three to work out and
# one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 16.1
# en: Task 16.1
ask("16.1", lang=LANG)

# %%
# da: Opgave 16.2
# en: Task 16.2
ask("16.2", lang=LANG)

# %%
# da: Opgave 16.3
# en: Task 16.3
ask("16.3", lang=LANG)

# %%
# da: Opgave 16.4
# en: Task 16.4
ask("16.4", lang=LANG)

# %%
# da: Opgave 16.5
# en: Task 16.5
ask("16.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem i dit team ville genkende sig selv i gennemsnittet, og hvem ville ikke?

# %% [markdown] lang="en"
# Who in your team would recognise themselves in the mean, and who would not?
