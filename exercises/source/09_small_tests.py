# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 9: Små prøvehandlinger
# Fem opgaver til [lektion 9](../../notebooks/da/09_small_tests.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 9: Small tests
# Five tasks for [lesson 9](../../notebooks/en/09_small_tests.ipynb): one prediction, two to work out,
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
# da: Opgave 9.1
# en: Task 9.1
ask("09.1", lang=LANG)

# %%
# da: Opgave 9.2
# en: Task 9.2
ask("09.2", lang=LANG)

# %%
# da: Opgave 9.3
# en: Task 9.3
ask("09.3", lang=LANG)

# %%
# da: Opgave 9.4
# en: Task 9.4
ask("09.4", lang=LANG)

# %%
# da: Opgave 9.5
# en: Task 9.5
ask("09.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem skal kende jeres bud, før I begynder, så I ikke kan ombestemme jer bagefter?

# %% [markdown] lang="en"
# Who is to know your prediction before you begin, so that you cannot change your minds afterwards?
