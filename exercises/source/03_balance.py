# %% [markdown] lang="da"
# # Øvelse 3: Ledervægten
# Fem opgaver til [lektion 3](../../notebooks/da/03_balance.ipynb): ét bud at give, to
# at regne på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 3: The leader's balance
# Five tasks for [lesson 3](../../notebooks/en/03_balance.ipynb): one
# prediction, two to work out, one with two levers and one to write.

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

# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %%
# da: Hent modellen
# en: Fetch the model
from lederlib.exercise import check
from lederlib.model import folds, tilt

# %% [markdown]
# {{task 03.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("03.1", prediction, lang=LANG)

# %% tags=["solution"]
check("03.1", 40, lang=LANG)

# %% [markdown] lang="da"
# Tippepunktet er vores antagelse: at den, der er slidt, også restituerer dårligere. Uden
# den antagelse vokser sliddet jævnt, og der er ingen kant.

# %% [markdown] lang="en"
# The tipping point is our assumption: that someone who is worn also recovers less well.
# Without it strain grows evenly and there is no edge.

# %% [markdown]
# {{task 03.2}}

# %% tags=["answer"]
# da: Skriv hældningen i stedet for None
# en: Write the tilt in place of None
leans = None
check("03.2", leans, lang=LANG)

# %% tags=["solution"]
check("03.2", tilt(0.6, 0.9), lang=LANG)

# %% [markdown]
# {{task 03.3}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
way_back = None
check("03.3", way_back, lang=LANG)

# %% tags=["solution"]
check("03.3", 100 * (folds().recover / 0.30 - 1), lang=LANG)

# %% [markdown]
# {{task 03.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"load": 0.8, "resources": 0.5}
check("03.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"load": 0.5, "resources": 0.65}
check("03.4", levers, lang=LANG)

# %% [markdown]
# {{task 03.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("03.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Jeg afleverer mandagens driftsmøde til souschefen i fjorten dage, og tiden går til
sparring med min nærmeste leder. Gruppen får det at vide på torsdag.
"""
check("03.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Er vægten din alene, eller ville dine lederkolleger genkende den som jeres?

# %% [markdown] lang="en"
# Is the scale yours alone, or would the leaders around you recognise it as theirs?
