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
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"0,42"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent værktøjet
# en: Fetch the tools
from lederlib.exercise import check

# %% [markdown]
# {{task 02.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("02.1", prediction, lang=LANG)

# %% tags=["solution"]
check("02.1", 0.45, lang=LANG)

# %% [markdown]
# {{task 02.2}}

# %% tags=["answer"]
# da: Skriv scoren i stedet for None
# en: Write the score in place of None
scored = None
check("02.2", scored, lang=LANG)

# %% tags=["solution"]
check("02.2", (3 / 4 + 4 / 4 + 3 / 4) / 3, lang=LANG)

# %% [markdown]
# {{task 02.3}}

# %% tags=["answer"]
# da: Skriv gennemsnittet i stedet for None
# en: Write the mean in place of None
hidden = None
check("02.3", hidden, lang=LANG)

# %% tags=["solution"]
check("02.3", (12 * 0.60 - 8 * 0.65) / 4, lang=LANG)

# %% [markdown] lang="da"
# Så let er det. Derfor skjuler værktøjet også det store hold, når summen er vist.

# %% [markdown] lang="en"
# It is that easy. That is why the kit hides the large team as well when the total is shown.

# %% [markdown]
# {{task 02.4}}

# %% tags=["answer"]
# da: Flyt grænsen, og kør cellen igen
# en: Move the limit and run the cell again
levers = {"green_from": 0.67}
check("02.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"green_from": 0.61}
check("02.4", levers, lang=LANG)

# %% [markdown]
# {{task 02.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("02.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi er delt om ledelseskvaliteten. Jeg ville spørge: Hvilken episode fra de sidste tre uger
havde du i tankerne, da du valgte farve? Så taler vi om det, der skete.
"""
check("02.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvilket tal om din egen gruppe ville du nødig se vist på en storskærm, og hvem bestemmer det?

# %% [markdown] lang="en"
# Which number about your own group would you rather not see on a large screen, and who decides?
