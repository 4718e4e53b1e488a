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
from lederlib.scenario import draft_answers, try_draft

answers = draft_answers(60, rng=12)

# %% [markdown] lang="da"
# ## 12.1 Hør fejlene
# Læs de seks udsagn højt. **Hvor mange har en fejl, man kan høre?**
# 1. Jeg har tid og ro til at forberede mine samtaler.
# 2. Jeg bliver aldrig afbrudt.
# 3. Jeg kan sige nej til et møde.
# 4. Møder er jo spild af tid; er de ikke også det hos dig?
# 5. Det sker ikke sjældent, at jeg ikke når min frokost.
# 6. Jeg ved, hvad min egen leder forventer af mig.

# %% [markdown] lang="en"
# ## 12.1 Hear the faults
# Read the six items aloud. **How many have a fault that one can hear?**
# 1. I have the time and the calm to prepare my conversations.
# 2. I am never interrupted.
# 3. I can say no to a meeting.
# 4. Meetings are a waste of time, as we know; are they not so with you?
# 5. It is not seldom that I do not get my lunch.
# 6. I know what my own leader expects of me.

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
faults = None
check("12.1", faults, lang=LANG)

# %% tags=["solution"]
check("12.1", 4, lang=LANG)

# %% [markdown] lang="da"
# ## 12.2 Giv et bud, og se så efter
# Tres ledere har svaret på lektionens ti udsagn (opdigtede svar). I beholder kun udsagn 1 og 2, som
# siger næsten det samme. **Hvad bliver alfa?**

# %% [markdown] lang="en"
# ## 12.2 Predict, then check
# Sixty leaders have answered the lesson's ten items (made-up answers). You keep only items 1 and 2,
# which say almost the same. **What will alpha be?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("12.2", prediction, lang=LANG)

# %%
# da: Se, hvad de to giver
# en: See what the two give
twins = try_draft(answers, ["unbroken", "unbroken_again"])
check("12.2", prediction, measured=twins.alpha, lang=LANG)

# %% tags=["solution"]
check("12.2", 0.9, measured=twins.alpha, lang=LANG)

# %% [markdown] lang="da"
# ## 12.3 Hvor mange skal svare?
# I venter en alfa på 0,75 med seks udsagn og vil have et interval, der højst er 0,15 bredt. **Hvor
# mange skal svare?** Ret tallene, og kør cellen; skrevet som nu gælder den en anden skala.

# %% [markdown] lang="en"
# ## 12.3 How many must answer?
# You expect an alpha of 0.75 with six items and want an interval that is at most 0.15 wide. **How many
# must answer?** Change the numbers and run the cell; as it stands it is about another scale.

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

# %% [markdown] lang="da"
# ## 12.4 Højst fem udsagn, hele idéen
# Folk orker fem udsagn. **Sæt 1 ved dem, I beholder, og 0 ved resten, så alle tre sider er dækket, og
# skalaen følger sand ro med mindst 0,85.** Rækkefølgen er den samme som i lektionen.

# %% [markdown] lang="en"
# ## 12.4 At most five items, the whole idea
# People have the patience for five items. **Write 1 beside those that you keep and 0 beside the rest,
# so that all three sides are covered and the scale follows true room by at least 0.85.** The order is
# that of the lesson.

# %% tags=["answer"]
# da: Skift mellem 1 og 0, og kør cellen igen
# en: Change between 1 and 0 and run the cell again
levers = {"unbroken": 1, "unbroken_again": 1, "follow_up": 1, "decide": 1}
levers |= {"backing": 1, "time_and_say": 1, "look_ahead": 1}
levers |= {"not_seldom": 1, "matters": 1, "office": 1}
trial = try_draft(answers, [item for item in levers if levers[item]])
result = {"items": sum(levers.values()), "facets": len(trial.facets), "truth": trial.truth}
check("12.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
kept = ["unbroken", "follow_up", "decide", "backing", "look_ahead"]
levers = {item: int(item in kept) for item in levers}
trial = try_draft(answers, kept)
result = {"items": sum(levers.values()), "facets": len(trial.facets), "truth": trial.truth}
check("12.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 12.5 Jeres egen idé
# **Skriv idéen i én sætning, to sider af den, ét udsagn til hver, og hvem der skal læse dem højt.**
# Mindst 30 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 12.5 Your own idea
# **Write the idea in one sentence, two sides of it, one item for each, and who shall read them aloud.**
# At least 30 words. The text stays on your machine.

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
