# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 17: Balancen som en flade
# Fem opgaver til [lektion 17](../../notebooks/da/17_surface.ipynb): ét bud at give, tre at regne på og
# én at skrive.

# %% [markdown] lang="en"
# # Exercise 17: Balance as a surface
# Five tasks for [lesson 17](../../notebooks/en/17_surface.ipynb): one prediction, three to work out and
# one to write.

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
# da: Hent de 280 opdigtede ledere
# en: Fetch the 280 invented leaders
from lederlib.exercise import check
from lederlib.scenario import balance_surface, leader_table

leaders = leader_table()
climate = balance_surface(leaders, "team_climate")

# %% [markdown]
# {{task 17.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("17.1", prediction, lang=LANG)

# %% tags=["solution"]
check("17.1", 40, lang=LANG)

# %% [markdown]
# {{task 17.2}}

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
curvature = None
check("17.2", curvature, lang=LANG)

# %% tags=["solution"]
check("17.2", 0.05 + 0.04 + 0.03, lang=LANG)

# %% [markdown]
# {{task 17.3}}

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
weight = None
check("17.3", weight, lang=LANG)

# %% tags=["solution"]
check("17.3", 0.20 / 0.30, lang=LANG)

# %% [markdown]
# {{task 17.4}}

# %% tags=["open"]
# da: Skriv de fire andre ind, og kør cellen igen
# en: Add the other four, and run the cell again
load, resources = [2], [9]
climate.has_people(load, resources)

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
readable = None
check("17.4", readable, lang=LANG)

# %% tags=["solution"]
load, resources = [2, 5, 9, 9, 8], [9, 5, 9, 2, 3]
check("17.4", int(climate.has_people(load, resources).sum()), lang=LANG)

# %% [markdown]
# {{task 17.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("17.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Der står, at vi skal finde balancen mellem drift og udvikling. Ingen har sagt, hvad der vejer hvad. Jeg
skriver i stedet: Driften fylder for meget hos tre af os, og vi mangler tid til at tænke os om.
"""
check("17.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvad ville du hellere have: en lettere belastning eller en ressource mere? Og hvad ville dit team svare?

# %% [markdown] lang="en"
# Which would you rather have: a lighter load or one more resource? And what would your team answer?
