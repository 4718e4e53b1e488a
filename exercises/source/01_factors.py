# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 1: De 15 faktorer
# Fire opgaver til [lektion 1](../../notebooks/da/01_factors.ipynb): ét bud at give, én at regne
# på, én med tre håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 1: The 15 factors
# Four tasks for [lesson 1](../../notebooks/en/01_factors.ipynb): one prediction, one to work out,
# one with three levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 20 minutter.
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"2,5"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 20 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent modellen
# en: Fetch the model
from lederlib.exercise import check
from lederlib.scenario import Scenario, compare

row = "outcome == 'retention' and years == 5"

# %% [markdown] lang="da"
# ## 1.1 Giv et bud, og se så efter
# Alle 15 faktorer står på gul, 0,5. Nu løftes ledelseskvalitet helt op til grøn, 1,0. **Hvor
# mange procentpoint flere er her så stadig om fem år?** Giv det midterste bud.

# %% [markdown] lang="en"
# ## 1.1 Predict, then check
# All 15 factors stand at yellow, 0.5. Now leadership quality is lifted all the way to green, 1.0.
# **By how many percentage points do more people stay for five years?** Give the middle estimate.

# %% tags=["answer"]
# da: Skriv dit bud i procentpoint i stedet for None
# en: Write your prediction in percentage points in place of None
prediction = None
check("01.1", prediction, lang=LANG)

# %%
# da: Se, hvad modellen siger
# en: See what the model says
lifted = compare(Scenario({}), Scenario({"leadership_quality": 1}))
gained = 100 * float(lifted.table.query(row)["q50"].iloc[0])
check("01.1", prediction, measured=gained, lang=LANG)

# %% tags=["solution"]
check("01.1", 4, measured=gained, lang=LANG)

# %% [markdown] lang="da"
# Tallet er et midterste bud. I lektionen kan du se, hvor lille og hvor stort det kan være, når den
# samlede virkning er ukendt (antagelse).

# %% [markdown] lang="en"
# The number is a middle estimate. In the lesson you can see how small and how large it can be when
# the total effect is unknown (assumption).

# %% [markdown] lang="da"
# ## 1.2 Hvis alle var ens
# 18 % venter at være væk inden for et år (magasinet). Tænk dig, at alle var lige tilbøjelige til
# at rejse, så der hvert år forsvandt 18 % af **dem, der var tilbage**. **Hvor mange procent ville
# så være væk efter fem år?** Sammenlign bagefter med de 46 %, som de adspurgte selv venter.

# %% [markdown] lang="en"
# ## 1.2 If all were alike
# 18% expect to be gone within one year (magazine). Imagine that all were equally prone to leave, so
# that each year 18% of **those who remained** disappeared. **What percentage would then be gone
# after five years?** Afterwards, compare with the 46% that the respondents themselves expect.

# %% tags=["answer"]
# da: Skriv procenten i stedet for None; regn gerne i cellen, fx 100 * 0.82
# en: Write the percentage in place of None; work it out in the cell, e.g. 100 * 0.82
gone = None
check("01.2", gone, lang=LANG)

# %% tags=["solution"]
check("01.2", 100 * (1 - 0.82**5), lang=LANG)

# %% [markdown] lang="da"
# ## 1.3 Kræfter til 0,7
# I har kræfter til at løfte i alt 0,7, fordelt på tre faktorer, som alle står på 0,5. **Fordel
# løftet, så mindst 2,7 procentpoint flere er her om fem år** (det midterste bud). Ingen faktor kan
# komme over 1.

# %% [markdown] lang="en"
# ## 1.3 Strength for 0.7
# You have the strength to lift 0.7 in all, shared among three factors that all stand at 0.5.
# **Share the lift so that at least 2.7 percentage points more stay for five years** (the middle
# estimate). No factor can go above 1.

# %% tags=["answer"]
# da: Flyt de tre tal, og kør cellen igen
# en: Move the three numbers and run the cell again
levers = {"leadership_quality": 0.5, "values": 0.5, "collegial_community": 0.5}
change = compare(Scenario({}), Scenario(levers)).table.query(row)
result = {"gain": 100 * change["q50"].iloc[0], "effort": sum(levers.values()) - 1.5}
check("01.3", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"leadership_quality": 0.9, "values": 0.7, "collegial_community": 0.6}
change = compare(Scenario({}), Scenario(levers)).table.query(row)
result = {"gain": 100 * change["q50"].iloc[0], "effort": sum(levers.values()) - 1.5}
check("01.3", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 1.4 Hos jer
# **Hvilken faktor trækker folk til hos jer, hvilken får dem til at blive, og hvilken af de to
# bruger I mest tid på?** Mindst 20 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 1.4 Where you work
# **Which factor draws people in where you work, which makes them stay, and on which of the two do
# you spend more time?** At least 20 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("01.4", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
De fleste søger hertil for børnenes skyld og for udviklingen i faget. Dem, der bliver,
nævner samarbejdet i huset. Vi bruger mest tid på opslag og mindst på fællesskabet.
"""
check("01.4", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer kunne du spørge i denne uge om, hvad der var lige ved at få dem til at rejse?

# %% [markdown] lang="en"
# Whom where you work could you ask this week what nearly made them leave?
