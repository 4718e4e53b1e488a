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
from lederlib.model import retention
from lederlib.scenario import Bucket, bucket_table, bucket_year, run_bucket

# %% [markdown] lang="da"
# ## 5.1 Giv et bud, og se så efter
# Af 100 stillinger står der om fem år 2,9 tomme (det midterste bud). Nu finder I **dobbelt så mange
# ansøgere** til hvert opslag. **Hvor mange står så tomme?**

# %% [markdown] lang="en"
# ## 5.1 Predict, then check
# Of 100 positions 2.9 stand vacant in five years (the middle estimate). Now you find **twice as many
# applicants** for each advert. **How many are vacant then?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("05.1", prediction, lang=LANG)

# %%
# da: Se, hvad modellen siger
# en: See what the model says
vacant = bucket_year(run_bucket(Bucket(applicants=1.0)), 5).levels["vacancies"]
check("05.1", prediction, measured=vacant, lang=LANG)

# %% tags=["solution"]
check("05.1", 2.5, measured=vacant, lang=LANG)

# %% [markdown] lang="da"
# ## 5.2 To tal giver det tredje
# På et plejecenter med 100 stillinger bliver 16 forladt om året. Fra en stilling bliver tom, til den
# næste kollega møder ind, går der i snit 13 uger af årets 52. **Hvor mange stillinger står tomme på en
# tilfældig dag?**

# %% [markdown] lang="en"
# ## 5.2 Two numbers give the third
# In a care home with 100 positions 16 are left in a year. From the day a position falls vacant until
# the next colleague shows up, 13 of the year's 52 weeks pass on average. **How many positions stand
# vacant on any one day?**

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
empty = None
check("05.2", empty, lang=LANG)

# %% tags=["solution"]
check("05.2", 16 * 13 / 52, lang=LANG)

# %% [markdown] lang="da"
# ## 5.3 Hvad to tal ikke kan afgøre
# De tre historier om, hvorfor afgangen falder, passer alle på 18 % og 46 %. Funktionen `retention`
# giver andelen, der er tilbage: `retention(10, family="gamma")`, og på samme måde med
# `"mover_stayer"` og `"weibull"`. **Hvor mange procentpoint er der mellem den historie, der beholder
# flest i ti år, og den, der beholder færrest?**

# %% [markdown] lang="en"
# ## 5.3 What two numbers cannot decide
# The three stories of why leaving slows down all fit 18% and 46%. The function `retention` gives the
# share that is left: `retention(10, family="gamma")`, and likewise with `"mover_stayer"` and
# `"weibull"`. **How many percentage points lie between the story that keeps most in ten years and the
# one that keeps fewest?**

# %% tags=["answer"]
# da: Regn her, og skriv antallet af procentpoint i stedet for None
# en: Work here, and write the number of percentage points in place of None
apart = None
check("05.3", apart, lang=LANG)

# %% tags=["solution"]
most, fewest = retention(10, family="mover_stayer"), retention(10, family="weibull")
check("05.3", 100 * float(most - fewest), lang=LANG)

# %% [markdown] lang="da"
# ## 5.4 Ophæv manglen, og behold jeres egne
# Manglen tager halvdelen af ansøgerne. **Sæt de to håndtag, så der om fem år er højst 2,4 tomme
# stillinger af 100, og mindst 57 % af dem, der er her nu, er her endnu.** Begge tal er det midterste
# bud. Opsigelserne kan højst falde med 0,3, og kræfterne rækker til, at de to forbedringer tilsammen
# bliver højst 0,5. −0,1 er en tiendedel kortere ventetid eller en tiendedel færre opsigelser.

# %% [markdown] lang="en"
# ## 5.4 Undo the shortage and keep your own
# The shortage takes half of the applicants. **Set both levers so that in five years at most 2.4 of 100
# positions are vacant, and at least 57% of those who are here now are still here.** Both numbers are
# the middle estimate. Quits can fall by 0.3 at most, and your strength allows the two improvements to
# come to 0.5 at most. −0.1 is a tenth shorter waiting or a tenth fewer quits.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"recruitment": 0.0, "quits": 0.0}
table = bucket_table(run_bucket(Bucket(shortage=0.5, **levers)))
middle = 100 * table.set_index(["outcome", "years"])["q50"]
result = {"vacancies": middle["vacancies", 5.0], "stay": middle["present", 5.0]}
result["effort"] = -sum(levers.values())
check("05.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"recruitment": -0.2, "quits": -0.3}
table = bucket_table(run_bucket(Bucket(shortage=0.5, **levers)))
middle = 100 * table.set_index(["outcome", "years"])["q50"]
result = {"vacancies": middle["vacancies", 5.0], "stay": middle["present", 5.0]}
result["effort"] = -sum(levers.values())
check("05.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 5.5 Jeres egen spand
# **Hvilket hul er størst hos jer, hvordan ved du det, og hvad vil du spørge den næste om, der siger
# op?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 5.5 Your own bucket
# **Which hole is largest where you are, how do you know, and what will you ask the next person who
# gives notice?** At least 25 words. The text stays on your machine.

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
