# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 11: Hvad hviler det på?
# Fem opgaver til [lektion 11](../../notebooks/da/11_evidence.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 11: What does this rest on?
# Five tasks for [lesson 11](../../notebooks/en/11_evidence.ipynb): one prediction, two to work out, one
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
# da: Opgave 11.1
# en: Task 11.1
ask("11.1", lang=LANG)

# %%
# da: Opgave 11.2
# en: Task 11.2
ask("11.2", lang=LANG)

# %%
# da: Opgave 11.3
# en: Task 11.3
ask("11.3", lang=LANG)

# %%
# da: Opgave 11.4
# en: Task 11.4
ask("11.4", lang=LANG)

# %%
# da: Opgave 11.5
# en: Task 11.5
ask("11.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer må spørge »hvor kommer tallet fra?« uden at det lyder som mistillid?

# %% [markdown] lang="en"
# Who where you work may ask "where is that number from?" without it sounding like distrust?
