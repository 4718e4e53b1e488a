# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 13: Kan vi stole på målingen?
# Fem opgaver til [lektion 13](../../notebooks/da/13_trust.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 13: Can we trust the measurement?
# Five tasks for [lesson 13](../../notebooks/en/13_trust.ipynb): one prediction, two to work out, one
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
# da: Hent data og mål
# en: Fetch data and measures
from lederlib.catalogue import load_dataset
from lederlib.exercise import check
from lederlib.measure import alpha, spearman_brown

survey = load_dataset("municipal_survey")
safety = survey[[f"psychological_safety_{number}" for number in (1, 2, 3)]]

# %% [markdown]
# {{task 13.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("13.1", prediction, lang=LANG)

# %% tags=["solution"]
check("13.1", 0.2, lang=LANG)

# %% [markdown]
# {{task 13.2}}

# %%
# da: Læs, hvad alfa siger om de tre udsagn
# en: Read what alpha says of the three statements
print(alpha(safety).summary(LANG))

# %% tags=["answer"]
# da: Skriv nummeret på dit svar i stedet for None
# en: Write the number of your answer in place of None
choice = None
check("13.2", choice, lang=LANG)

# %% tags=["solution"]
check("13.2", 3, lang=LANG)

# %% [markdown]
# {{task 13.3}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
statements = None
check("13.3", statements, lang=LANG)

# %% tags=["solution"]
assert spearman_brown(0.60, times=11 / 4) > 0.80 > spearman_brown(0.60, times=10 / 4)
check("13.3", 11, lang=LANG)

# %% [markdown]
# {{task 13.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"items": 3, "people": 100}
check("13.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"items": 9, "people": 30}
check("13.4", levers, lang=LANG)

# %% [markdown]
# {{task 13.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("13.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Trivselsmålingen i mit team hvilede på ni svar. Næste gang lægger jeg intervallet frem først og
siger, at vi ikke kan rangordne teamene efter den. Vi kan godt tale om, hvad der ligger bag svarene.
"""
check("13.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem i din organisation ville blive lettet over at høre, hvor lidt et lille tal kan bære?

# %% [markdown] lang="en"
# Who in your organisation would be relieved to hear how little a small number can carry?
