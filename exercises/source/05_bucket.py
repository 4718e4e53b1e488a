# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 5: Spanden med huller
# Fem opgaver til [lektion 5](../../notebooks/da/05_bucket.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 5: The bucket with holes
# Five tasks for [lesson 5](../../notebooks/en/05_bucket.ipynb): one prediction, two to work out, one
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
# da: Opgave 5.1
# en: Task 5.1
ask("05.1", lang=LANG)

# %%
# da: Opgave 5.2
# en: Task 5.2
ask("05.2", lang=LANG)

# %%
# da: Opgave 5.3
# en: Task 5.3
ask("05.3", lang=LANG)

# %%
# da: Opgave 5.4
# en: Task 5.4
ask("05.4", lang=LANG)

# %%
# da: Opgave 5.5
# en: Task 5.5
ask("05.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem på din arbejdsplads ved mest om, hvorfor folk går, og hvornår har du sidst spurgt?

# %% [markdown] lang="en"
# Who at your workplace knows most about why people leave, and when did you last ask?
