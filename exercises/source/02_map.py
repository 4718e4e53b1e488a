# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 2: Fra svar til kort
# Fem opgaver til [lektion 2](../../notebooks/da/02_map.ipynb): ét bud at give, to at regne på, én
# med et håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 2: From answers to a map
# Five tasks for [lesson 2](../../notebooks/en/02_map.ipynb): one prediction, two to work out, one
# with a lever and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 2.1
# en: Task 2.1
ask("02.1", lang=LANG)

# %%
# da: Opgave 2.2
# en: Task 2.2
ask("02.2", lang=LANG)

# %%
# da: Opgave 2.3
# en: Task 2.3
ask("02.3", lang=LANG)

# %% [markdown] lang="da"
# Så let er det. Derfor skjuler værktøjet også det store hold, når summen er vist.

# %% [markdown] lang="en"
# It is that easy. That is why the kit hides the large team as well when the total is shown.

# %%
# da: Opgave 2.4
# en: Task 2.4
ask("02.4", lang=LANG)

# %%
# da: Opgave 2.5
# en: Task 2.5
ask("02.5", lang=LANG)

# %% [markdown] lang="da"
# Hvilket tal om din egen gruppe ville du nødig se vist på en storskærm, og hvem bestemmer det?

# %% [markdown] lang="en"
# Which number about your own group would you rather not see on a large screen, and who decides?
