# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 4: Fleksibelt arbejde og kollegialt fællesskab
# Fem opgaver til [lektion 4](../../notebooks/da/04_flexwork.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 4: Flexible work and collegial community
# Five tasks for [lesson 4](../../notebooks/en/04_flexwork.ipynb): one prediction, two to work out,
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
from lederlib.model import never_meet, pair_days
from lederlib.scenario import Scenario
from lederlib.scenario import run

# %% [markdown] lang="da"
# ## 4.1 Giv et bud, og se så efter
# Et kontor går fra tre til **fire** frie hjemmedage om ugen, så alle kun er på arbejde én dag, som
# de selv vælger. Med tre hjemmedage gik 30 % af parrene fejl af hinanden i en uge. **Hvor mange
# procent gør det med fire?**

# %% [markdown] lang="en"
# ## 4.1 Predict, then check
# An office goes from three to **four** free days at home, so that everyone is at work only one day,
# of their own choice. With three days at home 30% of the pairs missed each other in a week. **What
# percentage does so with four?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("04.1", prediction, lang=LANG)

# %%
# da: Se, hvad optællingen siger
# en: See what the counting says
missed = 100 * float(never_meet(5, anchor=0, home=4))
check("04.1", prediction, measured=missed, lang=LANG)

# %% tags=["solution"]
check("04.1", 75, measured=missed, lang=LANG)

# %% [markdown] lang="da"
# ## 4.2 En fast dag
# Alle har to hjemmedage om ugen. Onsdag ligger fast: Der er alle på arbejde. De to hjemmedage
# vælges frit blandt de øvrige fire dage. **Hvor mange dage om ugen kan to kolleger vente at dele?**

# %% [markdown] lang="en"
# ## 4.2 One fixed day
# Everyone has two days at home a week. Wednesday is fixed: then all are at work. The two days at
# home are chosen freely among the other four. **How many days a week can two colleagues expect to
# share?**

# %% tags=["answer"]
# da: Skriv antallet af dage i stedet for None
# en: Write the number of days in place of None
shared = None
check("04.2", shared, lang=LANG)

# %% tags=["solution"]
check("04.2", pair_days(5, anchor=1, home=2), lang=LANG)

# %% [markdown] lang="da"
# ## 4.3 Frihed og fællesskab på én gang
# Teamet begynder med tre hjemmedage, som hver vælger for sig, og ingen faste dage. **Sæt de to
# håndtag, så fællesskabet kommer op på mindst 0,43 (det midterste bud; fra samvær til fællesskab er en
# antagelse), og hver stadig har mindst 12 ugeplaner at vælge imellem.** Hjemmedage og faste dage kan
# tilsammen højst blive fem.

# %% [markdown] lang="en"
# ## 4.3 Freedom and community at once
# The team begins with three days at home, which each chooses alone, and no fixed day. **Set both
# levers so that community comes to at least 0.43 (the middle estimate; from contact to community is an
# assumption) while everyone still has at least 12 week plans to choose from.** Days at home and fixed
# days can come to five at most.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"home": 3, "anchor": 0}
middle = run(Scenario({**levers, "agreement": 0})).table.set_index("outcome")["q50"]
result = {"community": middle["community"], "plans": 2 ** middle["freedom"]}
check("04.3", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"home": 3, "anchor": 1}
middle = run(Scenario({**levers, "agreement": 0})).table.set_index("outcome")["q50"]
result = {"community": middle["community"], "plans": 2 ** middle["freedom"]}
check("04.3", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 4.4 Hjemmedage i front
# I et plejeteam bruger hver 9,25 af ugens 37 timer på at dokumentere og planlægge. Resten er hos
# borgerne. Teamet samler det administrative, så det kan laves hjemme i hele stræk. **Hvor mange
# hjemmedage om ugen bliver det til, når ugen har fem dage?**

# %% [markdown] lang="en"
# ## 4.4 Days at home on the front line
# In a care team each spends 9.25 of the week's 37 hours on documenting and planning. The rest is
# with citizens. The team pools the administrative work so that it can be done at home in one go.
# **How many days at home a week does that make when the week has five days?**

# %% tags=["answer"]
# da: Skriv antallet af dage i stedet for None
# en: Write the number of days in place of None
days = None
check("04.4", days, lang=LANG)

# %% tags=["solution"]
check("04.4", 5 * 9.25 / 37, lang=LANG)

# %% [markdown] lang="da"
# ## 4.5 En prøvehandling
# **Hvad vil I prøve i fire uger, hvem er med, hvad holder I øje med, og hvad får jer til at stoppe
# før tid?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 4.5 A pilot
# **What will you try for four weeks, who takes part, what do you watch, and what would make you stop
# early?** At least 25 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("04.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Visitationen holder onsdag som fast dag i fire uger og vælger to hjemmedage frit. Vi tæller,
hvor ofte nogen venter på et svar fra en kollega, og stopper, hvis borgere må vente længere.
"""
check("04.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem i dit team mister noget ved den plan, og har du spurgt dem?

# %% [markdown] lang="en"
# Who in your team loses something by that plan, and have you asked them?
