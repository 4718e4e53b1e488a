# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 7: Smitte
# Fem opgaver til [lektion 7](../../notebooks/da/07_contagion.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 7: Contagion
# Five tasks for [lesson 7](../../notebooks/en/07_contagion.ipynb): one prediction, two to work out, one
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
from math import exp

from lederlib.exercise import check
from lederlib.scenario import contagion

# %% [markdown]
# {{task 07.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("07.1", prediction, lang=LANG)

# %% tags=["solution"]
check("07.1", 33, lang=LANG)

# %% [markdown]
# {{task 07.2}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
grows = None
check("07.2", grows, lang=LANG)

# %% tags=["solution"]
check("07.2", 100 * (exp(0.6 * (0.65 - 0.25)) - 1), lang=LANG)

# %% [markdown]
# {{task 07.3}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"span": 29, "leader_load": 1.1}
check("07.3", levers, lang=LANG)

# %% tags=["solution"]
levers = {"span": 25, "leader_load": 1.0}
check("07.3", levers, lang=LANG)

# %% [markdown]
# {{task 07.4}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
ends = contagion().leader_strain[-1]
below = None
check("07.4", below, lang=LANG)

# %% tags=["solution"]
check("07.4", 100 * (ends < ends.mean()).mean(), lang=LANG)

# %% [markdown]
# {{task 07.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("07.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Trivselsmålingen siger 3,9 for hele forvaltningen. Bag tallet kan de tre ledere med over fyrre ansatte
gemme sig. Vi beder om spredningen for grupper på mindst ti og taler om vilkår, ikke om personer.
"""
check("07.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvis dit eget slid gik videre i dag, hvem ville så mærke det først, og hvad ville du gerne have, de
# sagde til dig?

# %% [markdown] lang="en"
# If your own strain went on to others today, who would notice first, and what would you want them to
# say to you?
