# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 15: Det samme for alle?
# Fem opgaver til [lektion 15](../../notebooks/da/15_same.ipynb): ét bud at give, to at regne på, én
# at indstille og én at skrive.

# %% [markdown] lang="en"
# # Exercise 15: The same for all?
# Five tasks for [lesson 15](../../notebooks/en/15_same.ipynb): one prediction, two to work out, one to
# set and one to write.

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
# da: Hent to opdigtede faggrupper
# en: Fetch two invented professions
from lederlib.exercise import check

# %% [markdown]
# {{task 15.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("15.1", prediction, lang=LANG)

# %% tags=["solution"]
check("15.1", 2, lang=LANG)

# %% [markdown]
# {{task 15.2}}

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
points = None
check("15.2", points, lang=LANG)

# %% tags=["solution"]
check("15.2", 0.6 / 5, lang=LANG)

# %% [markdown]
# {{task 15.3}}

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
steps = None
check("15.3", steps, lang=LANG)

# %% tags=["solution"]
check("15.3", 5, lang=LANG)

# %% [markdown]
# {{task 15.4}}

# %% tags=["answer"]
# da: Flyt tallet, og kør cellen igen
# en: Move the number and run the cell again
levers = {"people": 50}
check("15.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"people": 250}
check("15.4", levers, lang=LANG)

# %% [markdown]
# {{task 15.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("15.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Hjemmeplejen og kontoret sammenlignes hvert år på fleksibilitet. Jeg tror, de læser »planlægge min dag«
forskelligt, og vil spørge to fra hver. Får jeg ret, viser jeg grupperne hver for sig og uden rangliste.
"""
check("15.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer er blevet sammenlignet på et udsagn, de aldrig er blevet spurgt, hvordan de læser?

# %% [markdown] lang="en"
# Who where you work has been compared on a statement that nobody ever asked them how they read?
