# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 16: Er gruppen en gruppe?
# Fem opgaver til [lektion 16](../../notebooks/da/16_group.ipynb): ét bud at give, tre at regne på og
# én at skrive.

# %% [markdown] lang="en"
# # Exercise 16: Is the group a group?
# Five tasks for [lesson 16](../../notebooks/en/16_group.ipynb): one prediction, three to work out and
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
# da: Hent data og mål
# en: Fetch data and measures
from lederlib.catalogue import load_dataset
from lederlib.exercise import check
from lederlib.measure import rwg_j, spearman_brown, times_needed

survey = load_dataset("municipal_survey")
meaning = survey["meaning_influence_1"]

# %% [markdown]
# {{task 16.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("16.1", prediction, lang=LANG)

# %% tags=["solution"]
check("16.1", 7, lang=LANG)

# %% [markdown]
# {{task 16.2}}

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
reliability = None
check("16.2", reliability, lang=LANG)

# %% tags=["solution"]
check("16.2", float(spearman_brown(0.10, times=9)), lang=LANG)

# %% [markdown]
# {{task 16.3}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
people = None
check("16.3", people, lang=LANG)

# %% tags=["solution"]
check("16.3", float(times_needed(0.10, wanted=0.70)), lang=LANG)

# %% [markdown]
# {{task 16.4}}

# %% tags=["open"]
# da: Skift "uniform" ud, og kør cellen igen
# en: Replace "uniform" and run the cell again
answers, team = [3, 4, 4, 4, 5], ["team"] * 5
rwg_j(answers, team, null="uniform").values

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
agreement = None
check("16.4", agreement, lang=LANG)

# %% tags=["solution"]
check("16.4", rwg_j(answers, team, null="slight").median, lang=LANG)

# %% [markdown]
# {{task 16.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("16.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi får et gennemsnit for ledelse, og elleve svarer. Jeg vil vide, hvordan svarene fordeler sig, før
jeg siger noget om tallet. Er vi delt i to, taler jeg med dag- og aftenhold hver for sig først.
"""
check("16.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem i dit team ville genkende sig selv i gennemsnittet, og hvem ville ikke?

# %% [markdown] lang="en"
# Who in your team would recognise themselves in the mean, and who would not?
