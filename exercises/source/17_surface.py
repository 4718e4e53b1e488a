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

# %% [markdown] lang="da"
# ## 17.1 Giv et bud, og se så efter
# Fladen over lederens belastning og ressourcer forklarer 85 % af forskellene i lederens *eget* slid, i
# de opdigtede data. **Hvor mange procent forklarer den af forskellene i teamets klima?**

# %% [markdown] lang="en"
# ## 17.1 Predict, then check
# The surface over the leader's load and resources explains 85% of the differences in the leader's *own*
# strain, in the invented data. **What percentage does it explain of the differences in team climate?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("17.1", prediction, lang=LANG)

# %%
# da: Se, hvad fladen siger
# en: See what the surface says
share = 100 * climate.surface.r2
check("17.1", prediction, measured=share, lang=LANG)

# %% tags=["solution"]
check("17.1", 40, measured=share, lang=LANG)

# %% [markdown] lang="da"
# ## 17.2 Krummer det til siderne?
# En undersøgelse af slid melder: belastning 0,30 og ressourcer −0,20; belastning i anden 0,05, belastning
# gange ressourcer −0,04 og ressourcer i anden 0,03. Går man én op i belastning og én *ned* i ressourcer,
# skifter produktet fortegn. **Hvad er krumningen a4?**

# %% [markdown] lang="en"
# ## 17.2 Does it curve to the sides?
# A study of strain reports: load 0.30 and resources −0.20; load squared 0.05, load times resources −0.04
# and resources squared 0.03. If one goes one up in load and one *down* in resources, the product changes
# its sign. **What is the curvature a4?**

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
curvature = None
check("17.2", curvature, lang=LANG)

# %% tags=["solution"]
check("17.2", 0.05 + 0.04 + 0.03, lang=LANG)

# %% [markdown] lang="da"
# ## 17.3 Den vægt, der får niveauet til at forsvinde
# Samme undersøgelse. Tæller et point ressource for *v* point belastning, bliver hældningen a1 til
# 0,30 − 0,20/v. **Hvilken vægt v får a1 til at blive nul, så man kunne skrive, at niveauet ikke slider?**

# %% [markdown] lang="en"
# ## 17.3 The weight that makes the level vanish
# The same study. If a point of resources counts for *w* points of load, the slope a1 becomes
# 0.30 − 0.20/w. **Which weight w makes a1 zero, so that one could write that the level does not wear?**

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
weight = None
check("17.3", weight, lang=LANG)

# %% tags=["solution"]
check("17.3", 0.20 / 0.30, lang=LANG)

# %% [markdown] lang="da"
# ## 17.4 Hvem må fladen udtale sig om?
# Fem nye ledere har belastning 2, 5, 9, 9 og 8 og ressourcer 9, 5, 9, 2 og 3. **For hvor mange af de fem er
# der personer at læse fladen ud fra?** Den åbne celle viser foreløbig kun den første.

# %% [markdown] lang="en"
# ## 17.4 On whom may the surface speak?
# Five new leaders have load 2, 5, 9, 9 and 8, and resources 9, 5, 9, 2 and 3. **For how many of the five are
# there people to read the surface from?** So far the open cell shows only the first.

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

# %% [markdown] lang="da"
# ## 17.5 En sætning om balance
# **Find en sætning hos jer, hvor ordet balance optræder. Hvad er der på de to skåle, hvem har bestemt,
# hvad de vejer, og hvordan lyder sætningen, når du skriver begge dele hver for sig?** Mindst 25 ord. Teksten
# bliver på din maskine.

# %% [markdown] lang="en"
# ## 17.5 A sentence on balance
# **Find a sentence where you work in which the word balance occurs. What is on the two sides, who decided
# what they weigh, and how does the sentence sound when you write each of them by itself?** At least 25
# words. The text stays on your machine.

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
