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
from lederlib.model import run_chart

# %% [markdown]
# {{task 09.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("09.1", prediction, lang=LANG)

# %% tags=["solution"]
check("09.1", 26, lang=LANG)

# %% [markdown]
# {{task 09.2}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
crossings = None
check("09.2", crossings, lang=LANG)

# %% tags=["solution"]
weeks = [22, 18, 25, 24, 19, 23, 26, 22, 17, 21, 20, 18, 16, 19]
check("09.2", run_chart(weeks).crossings, lang=LANG)

# %% [markdown]
# {{task 09.3}}

# %% tags=["answer"]
# da: Skriv ændringen i stedet for None
# en: Write the change in place of None
change = None
check("09.3", change, lang=LANG)

# %% tags=["solution"]
check("09.3", (33 - 42) - (36 - 40), lang=LANG)

# %% [markdown]
# {{task 09.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"teams": 6, "weeks": 12}
check("09.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"teams": 18, "weeks": 4}
check("09.4", levers, lang=LANG)

# %% [markdown]
# {{task 09.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("09.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Fire af otte team i hjemmeplejen holder et kort møde hver morgen i otte uger; lod afgør hvilke. De
andre fire fortsætter som før. Alle tæller ugens afbrydelser. Vi tror på 15 procent færre og stopper,
hvis ruterne bliver forsinket mere end to dage i træk.
"""
check("09.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem skal kende jeres bud, før I begynder, så I ikke kan ombestemme jer bagefter?

# %% [markdown] lang="en"
# Who is to know your prediction before you begin, so that you cannot change your minds afterwards?
