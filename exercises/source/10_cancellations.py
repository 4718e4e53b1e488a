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
from lederlib.model import cascade, focus_wait

# %% [markdown]
# {{task 10.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("10.1", prediction, lang=LANG)

# %% tags=["solution"]
check("10.1", 24, lang=LANG)

# %% [markdown]
# {{task 10.2}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
moved = None
check("10.2", moved, lang=LANG)

# %% tags=["solution"]
check("10.2", cascade(0.9 * 2 / 3), lang=LANG)

# %% [markdown]
# {{task 10.3}}

# %% tags=["answer"]
# da: Regn her, og skriv antallet af timer i stedet for None
# en: Work here, and write the number of hours in place of None
saved = None
check("10.3", saved, lang=LANG)

# %% tags=["solution"]
whole, halves = focus_wait(2, interruptions=1), 2 * focus_wait(1, interruptions=1)
check("10.3", float(whole - halves), lang=LANG)

# %% [markdown]
# {{task 10.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"booked": 0.8, "interruptions": 2.0}
check("10.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"booked": 0.62, "interruptions": 1.0}
check("10.4", levers, lang=LANG)

# %% [markdown]
# {{task 10.5}}

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
