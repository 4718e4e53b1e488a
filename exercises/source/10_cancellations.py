# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 10: Aflysningernes psykologi
# Fem opgaver til [lektion 10](../../notebooks/da/10_cancellations.ipynb): ét bud at give, to at regne
# på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 10: The psychology of cancellations
# Five tasks for [lesson 10](../../notebooks/en/10_cancellations.ipynb): one prediction, two to work
# out, one with two levers and one to write.

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
from lederlib.model import cascade, focus_wait, turnaround

# %% [markdown] lang="da"
# ## 10.1 Giv et bud, og se så efter
# Det vigtige ville fylde 30 % af din tid, og det, der haster, fylder 50 %. Så tager en vigtig opgave 10
# gange sin egen længde. Nu vokser det, der haster, til **60 %**. **Hvor mange gange sin egen længde
# tager den så?**

# %% [markdown] lang="en"
# ## 10.1 Predict, then check
# The important would fill 30% of your time, and what is urgent fills 50%. Then an important task takes
# 10 times its own length. Now the urgent grows to **60%**. **How many times its own length does it
# take then?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("10.1", prediction, lang=LANG)

# %%
# da: Se, hvad formlen siger
# en: See what the formula says
times = float(turnaround(urgent=0.6, important=0.3))
check("10.1", prediction, measured=times, lang=LANG)

# %% tags=["solution"]
check("10.1", 24, measured=times, lang=LANG)

# %% [markdown] lang="da"
# ## 10.2 Kæden
# En afdeling booker 9 af 10 timer. To ud af tre gange må det, der står på den nye tid, vige. **Hvor mange
# møder flytter én aflysning i alt, i snit?**

# %% [markdown] lang="en"
# ## 10.2 The chain
# A department books 9 of 10 hours. Two times of three what stands at the new time has to give way. **How
# many meetings does one cancellation move in all, on average?**

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
moved = None
check("10.2", moved, lang=LANG)

# %% tags=["solution"]
check("10.2", cascade(0.9 * 2 / 3), lang=LANG)

# %% [markdown] lang="da"
# ## 10.3 To gange en time
# Du bliver afbrudt én gang i timen og skal bruge to timers ro. `focus_wait(2, interruptions=1)` er de
# timer, det tager at få dem i ét stræk. **Hvor mange timer sparer du, hvis opgaven kan deles i to
# stykker på en time?**

# %% [markdown] lang="en"
# ## 10.3 Twice an hour
# You are interrupted once an hour and need two hours of calm. `focus_wait(2, interruptions=1)` is the
# hours that it takes to get them in one stretch. **How many hours do you save if the task can be split
# into two pieces of one hour?**

# %% tags=["answer"]
# da: Regn her, og skriv antallet af timer i stedet for None
# en: Work here, and write the number of hours in place of None
saved = None
check("10.3", saved, lang=LANG)

# %% tags=["solution"]
whole, halves = focus_wait(2, interruptions=1), 2 * focus_wait(1, interruptions=1)
check("10.3", float(whole - halves), lang=LANG)

# %% [markdown] lang="da"
# ## 10.4 En kalender, der kan bære
# Hos jer viger det, der står der, i tre af fire tilfælde. **Sæt de to håndtag, så én aflysning højst
# flytter 1,9 møder, og halvanden times ro højst tager 4 timer at få.** Mødernes tal ligger fast, så
# mindst 60 % af timerne skal være booket, og folk skal kunne få fat i dig: mindst 0,5 afbrydelser i
# timen.

# %% [markdown] lang="en"
# ## 10.4 A calendar that can carry
# Where you are, what stands there gives way in three of four cases. **Set both levers so that one
# cancellation moves 1.9 meetings at most, and an hour and a half of calm takes 4 hours at most to
# get.** The number of meetings is fixed, so at least 60% of the hours have to be booked, and people
# must be able to get hold of you: at least 0.5 interruptions an hour.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"booked": 0.8, "interruptions": 2.0}
wait = float(focus_wait(1.5, interruptions=levers["interruptions"]))
result = {"moved": float(cascade(0.75 * levers["booked"])), "focus": wait}
check("10.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"booked": 0.62, "interruptions": 1.0}
wait = float(focus_wait(1.5, interruptions=levers["interruptions"]))
result = {"moved": float(cascade(0.75 * levers["booked"])), "focus": wait}
check("10.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 10.5 En aftale
# **Hvad skal ikke kunne flyttes hos jer de næste fire uger, hvem skal være enige i det, og hvad må så
# vige i stedet?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 10.5 An agreement
# **What shall be impossible to move where you are for the next four weeks, who has to agree, and what may
# give way instead?** At least 25 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("10.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Onsdag formiddag ligger fast for alle fem i ledergruppen i fire uger: ingen møder og ingen opkald. Min
chef har sagt ja. Det, der haster onsdag formiddag, tager vagten, og resten venter til klokken et.
"""
check("10.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem betaler for, at netop den tid ligger fast, og hvordan får du det at vide?

# %% [markdown] lang="en"
# Who pays for that time being fixed, and how will you get to know?
