# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 7: Smitte
# Fem opgaver til [lektion 7](../../notebooks/da/07_contagion.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 7: Contagion
# Five tasks for [lesson 7](../../notebooks/en/07_contagion.ipynb): one prediction, two to work out, one
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
# da: Opgave 7.1
# en: Task 7.1
ask("07.1", lang=LANG)

# %%
# da: Opgave 7.2
# en: Task 7.2
ask("07.2", lang=LANG)

# %%
# da: Opgave 7.3
# en: Task 7.3
ask("07.3", lang=LANG)

# %%
# da: Opgave 7.4
# en: Task 7.4
ask("07.4", lang=LANG)

# %%
# da: Opgave 7.5
# en: Task 7.5
ask("07.5", lang=LANG)

# %% [markdown] lang="da"
# Hvis dit eget slid gik videre i dag, hvem ville så mærke det først, og hvad ville du gerne have, de
# sagde til dig?

# %% [markdown] lang="en"
# If your own strain went on to others today, who would notice first, and what would you want them to
# say to you?
