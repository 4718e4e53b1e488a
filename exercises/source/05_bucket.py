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
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"1,5"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent modellen
# en: Fetch the model
from lederlib.exercise import check

# %% [markdown]
# {{task 05.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("05.1", prediction, lang=LANG)

# %% tags=["solution"]
check("05.1", 2.5, lang=LANG)

# %% [markdown]
# {{task 05.2}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
empty = None
check("05.2", empty, lang=LANG)

# %% tags=["solution"]
check("05.2", 16 * 13 / 52, lang=LANG)

# %% [markdown]
# {{task 05.3}}

# %% tags=["answer"]
# da: Skriv de tre numre i rækkefølge i stedet for None, fx "1, 2, 3"
# en: Write the three numbers in order in place of None, e.g. "1, 2, 3"
order = None
check("05.3", order, lang=LANG)

# %% tags=["solution"]
check("05.3", [2, 1, 3], lang=LANG)

# %% [markdown]
# {{task 05.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"recruitment": 0.0, "quits": 0.0}
check("05.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"recruitment": -0.2, "quits": -0.3}
check("05.4", levers, lang=LANG)

# %% [markdown]
# {{task 05.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("05.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Hos os er det de nye: Tre af de seks, vi ansatte sidste år, er gået igen, og alle inden for den
første vinter. Jeg vil spørge den næste, hvornår hun første gang tænkte på at søge videre.
"""
check("05.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem på din arbejdsplads ved mest om, hvorfor folk går, og hvornår har du sidst spurgt?

# %% [markdown] lang="en"
# Who at your workplace knows most about why people leave, and when did you last ask?
