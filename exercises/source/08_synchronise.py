# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 8: Synkronisér indsatserne
# Fem opgaver til [lektion 8](../../notebooks/da/08_synchronise.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 8: Synchronise the interventions
# Five tasks for [lesson 8](../../notebooks/en/08_synchronise.ipynb): one prediction, two to work out,
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
from lederlib.model import dilution

# %% [markdown]
# {{task 08.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("08.1", prediction, lang=LANG)

# %% tags=["solution"]
check("08.1", 45, lang=LANG)

# %% [markdown]
# {{task 08.2}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
number = None
check("08.2", number, lang=LANG)

# %% tags=["solution"]
check("08.2", 11 * 10 * 9 / 6, lang=LANG)

# %% [markdown]
# {{task 08.3}}

# %% tags=["answer"]
# da: Skriv antallet af point i stedet for None
# en: Write the number of points in place of None
together = None
check("08.3", together, lang=LANG)

# %% tags=["solution"]
check("08.3", 3 * dilution(0.30, capacity=0.25, power=4), lang=LANG)

# %% [markdown]
# {{task 08.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"started": 6, "stopped": 0.00}
check("08.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"started": 4, "stopped": 0.06}
check("08.4", levers, lang=LANG)

# %% [markdown]
# {{task 08.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("08.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi stopper det ugentlige statusmøde på tværs af de fire afdelinger i otte uger. Centerchefen siger ja
på mandag. Timen går til sparring for de to nye ledere. Vi spørger efter fire uger, hvad der blev
væk, og hvem der manglede det.
"""
check("08.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem vinder ved, at I bliver ved med det gamle?

# %% [markdown] lang="en"
# Who gains from your keeping on with the old?
