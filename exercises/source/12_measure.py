# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 12: Byg et mål
# Fem opgaver til [lektion 12](../../notebooks/da/12_measure.ipynb): én om ord, ét bud, én at regne på,
# én med ti kontakter og én at skrive.

# %% [markdown] lang="en"
# # Exercise 12: Build a measure
# Five tasks for [lesson 12](../../notebooks/en/12_measure.ipynb): one on words, one prediction, one to
# work out, one with ten switches and one to write.

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
# da: Hent svar og mål
# en: Fetch answers and measures
from lederlib.exercise import check
from lederlib.measure import plan_reliability
from lederlib.scenario import draft_answers

answers = draft_answers(60, rng=12)

# %% [markdown]
# {{task 12.1}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
faults = None
check("12.1", faults, lang=LANG)

# %% tags=["solution"]
check("12.1", 4, lang=LANG)

# %% [markdown]
# {{task 12.2}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("12.2", prediction, lang=LANG)

# %% tags=["solution"]
check("12.2", 0.9, lang=LANG)

# %% [markdown]
# {{task 12.3}}

# %% tags=["open"]
# da: Ret de tre tal, og kør cellen igen
# en: Change the three numbers and run the cell again
plan = plan_reliability(0.60, items=4, width=0.30)
print(plan.summary(LANG))

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
people = None
check("12.3", people, lang=LANG)

# %% tags=["solution"]
check("12.3", plan_reliability(0.75, items=6, width=0.15).needed, lang=LANG)

# %% [markdown]
# {{task 12.4}}

# %% tags=["answer"]
# da: Skift mellem 1 og 0, og kør cellen igen
# en: Change between 1 and 0 and run the cell again
levers = {"unbroken": 1, "unbroken_again": 1, "follow_up": 1, "decide": 1}
levers |= {"backing": 1, "time_and_say": 1, "look_ahead": 1}
levers |= {"not_seldom": 1, "matters": 1, "office": 1}
check("12.4", levers, lang=LANG)

# %% tags=["solution"]
kept = ["unbroken", "follow_up", "decide", "backing", "look_ahead"]
levers = {item: int(item in kept) for item in levers}
check("12.4", levers, lang=LANG)

# %% [markdown]
# {{task 12.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("12.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi vil måle, om nye kolleger føler sig taget imod. Den ene side er hjælp: »Jeg ved, hvem jeg kan
spørge.« Den anden er fællesskab: »Jeg bliver hentet til frokost.« To nyansatte læser udsagnene højt
for os, før andre svarer.
"""
check("12.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvilket udsagn i jeres nuværende måling ville du rette først?

# %% [markdown] lang="en"
# Which item of your present measurement would you mend first?
