# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 6: Et år som leder
# Fem opgaver til [lektion 6](../../notebooks/da/06_year.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 6: A leader's year
# Five tasks for [lesson 6](../../notebooks/en/06_year.ipynb): one prediction, two to work out, one
# with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 6.1
# en: Task 6.1
ask("06.1", lang=LANG)

# %%
# da: Opgave 6.2
# en: Task 6.2
ask("06.2", lang=LANG)

# %%
# da: Opgave 6.3
# en: Task 6.3
ask("06.3", lang=LANG)

# %%
# da: Opgave 6.4
# en: Task 6.4
ask("06.4", lang=LANG)

# %%
# da: Opgave 6.5
# en: Task 6.5
ask("06.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem ville lægge mærke til dit tegn, hvis du ikke selv gjorde det?

# %% [markdown] lang="en"
# Who would notice your sign if you did not?
