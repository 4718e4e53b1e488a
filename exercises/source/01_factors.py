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

row = "outcome == 'retention' and years == 5"

# %% [markdown]
# {{task 01.1}}

# %% tags=["answer"]
# da: Skriv dit bud i procentpoint i stedet for None
# en: Write your prediction in percentage points in place of None
prediction = None
check("01.1", prediction, lang=LANG)

# %% tags=["solution"]
check("01.1", 2, lang=LANG)

# %% [markdown] lang="da"
# Tallet er et midterste bud. I lektionen kan du se, hvor lille og hvor stort det kan være, når den
# samlede virkning er ukendt (antagelse).

# %% [markdown] lang="en"
# The number is a middle estimate. In the lesson you can see how small and how large it can be when
# the total effect is unknown (assumption).

# %% [markdown]
# {{task 01.2}}

# %% tags=["answer"]
# da: Skriv procenten i stedet for None; regn gerne i cellen, fx 100 * 0.82
# en: Write the percentage in place of None; work it out in the cell, e.g. 100 * 0.82
gone = None
check("01.2", gone, lang=LANG)

# %% tags=["solution"]
check("01.2", 100 * (1 - 0.82**5), lang=LANG)

# %% [markdown]
# {{task 01.3}}

# %% tags=["answer"]
# da: Flyt de tre tal, og kør cellen igen
# en: Move the three numbers and run the cell again
levers = {"leadership_quality": 0.5, "values": 0.5, "collegial_community": 0.5}
check("01.3", levers, lang=LANG)

# %% tags=["solution"]
levers = {"leadership_quality": 0.9, "values": 0.7, "collegial_community": 0.6}
check("01.3", levers, lang=LANG)

# %% [markdown]
# {{task 01.4}}

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
