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

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 20 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 1.1
# en: Task 1.1
ask("01.1", lang=LANG)

# %% [markdown] lang="da"
# Tallet er et midterste bud. I lektionen kan du se, hvor lille og hvor stort det kan være, når den
# samlede virkning er ukendt (antagelse).

# %% [markdown] lang="en"
# The number is a middle estimate. In the lesson you can see how small and how large it can be when
# the total effect is unknown (assumption).

# %%
# da: Opgave 1.2
# en: Task 1.2
ask("01.2", lang=LANG)

# %%
# da: Opgave 1.3
# en: Task 1.3
ask("01.3", lang=LANG)

# %%
# da: Opgave 1.4
# en: Task 1.4
ask("01.4", lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer kunne du spørge i denne uge om, hvad der var lige ved at få dem til at rejse?

# %% [markdown] lang="en"
# Whom where you work could you ask this week what nearly made them leave?
