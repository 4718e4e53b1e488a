# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 6: Et år som leder
# Fem opgaver til [lektion 6](../../notebooks/da/06_year.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 6: A leader's year
# Five tasks for [lesson 6](../../notebooks/en/06_year.ipynb): one prediction, two to work out, one
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
from lederlib.model import strain_folds, two_stock_path

# %% [markdown]
# {{task 06.1}}

# %% tags=["answer"]
# da: Skriv dit bud mellem 0 og 1 i stedet for None
# en: Write your prediction between 0 and 1 in place of None
prediction = None
check("06.1", prediction, lang=LANG)

# %% tags=["solution"]
check("06.1", 0.6, lang=LANG)

# %% [markdown]
# {{task 06.2}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
lets_go = None
check("06.2", lets_go, lang=LANG)

# %% tags=["solution"]
check("06.2", 100 * strain_folds(reverse=0.5).recover / 0.30, lang=LANG)

# %% [markdown]
# {{task 06.3}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"load": 1.2, "resources": 1.0}
check("06.3", levers, lang=LANG)

# %% tags=["solution"]
levers = {"load": 1.2, "resources": 1.44}
check("06.3", levers, lang=LANG)

# %% [markdown]
# {{task 06.4}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
load, resources = [0.6] * 6 + [0.0] * 3, [0.6] * 9
path = two_stock_path(load, resources, weeks=9, by_week=True)
left = None
check("06.4", left, lang=LANG)

# %% tags=["solution"]
check("06.4", 100 * path.exhaustion[9] / path.exhaustion[6], lang=LANG)

# %% [markdown]
# {{task 06.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("06.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Uge 36 til 39 er værst: budget, lønforhandling og et nyt vagtsystem på én gang. Vagtsystemet flytter
vi til november. Når jeg svarer mail efter klokken ti tre aftener i træk, siger jeg det til min chef.
"""
check("06.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem ville lægge mærke til dit tegn, hvis du ikke selv gjorde det?

# %% [markdown] lang="en"
# Who would notice your sign if you did not?
