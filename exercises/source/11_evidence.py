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
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"0,42"`.

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
# {{task 11.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("11.1", prediction, lang=LANG)

# %% tags=["solution"]
check("11.1", 17, lang=LANG)

# %% [markdown]
# {{task 11.2}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
carried = None
check("11.2", carried, lang=LANG)

# %% tags=["solution"]
check("11.2", 100 * 9 / (1 + 9), lang=LANG)

# %% [markdown]
# {{task 11.3}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
caught = None
check("11.3", caught, lang=LANG)

# %% tags=["solution"]
check("11.3", 100 * 96 / 140, lang=LANG)

# %% [markdown]
# {{task 11.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"contact_reach": 0.5, "autonomy_to_retention": 0.22}
check("11.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"contact_reach": 0.2, "autonomy_to_retention": 0.4}
check("11.4", levers, lang=LANG)

# %% [markdown]
# {{task 11.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("11.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi regnede med, at en vikar koster halvanden gang en fastansat. Tallet er husket fra et møde i 2019.
Var det halvt så stort, havde vi ikke lukket vikarkorpset. Økonomi kan slå det op på en formiddag.
"""
check("11.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer må spørge »hvor kommer tallet fra?« uden at det lyder som mistillid?

# %% [markdown] lang="en"
# Who where you work may ask "where is that number from?" without it sounding like distrust?
