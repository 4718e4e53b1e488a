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

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent data og mål
# en: Fetch data and measures
from lederlib.catalogue import load_dataset
from lederlib.measure import alpha
from lederlib.widget import ask

survey = load_dataset("municipal_survey")
safety = survey[[f"psychological_safety_{number}" for number in (1, 2, 3)]]

# %%
# da: Opgave 13.1
# en: Task 13.1
ask("13.1", lang=LANG)

# %%
# da: Læs, hvad alfa siger om de tre udsagn
# en: Read what alpha says of the three statements
print(alpha(safety).summary(LANG))

# %%
# da: Opgave 13.2
# en: Task 13.2
ask("13.2", lang=LANG)

# %%
# da: Opgave 13.3
# en: Task 13.3
ask("13.3", lang=LANG)

# %%
# da: Opgave 13.4
# en: Task 13.4
ask("13.4", lang=LANG)

# %%
# da: Opgave 13.5
# en: Task 13.5
ask("13.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem i din organisation ville blive lettet over at høre, hvor lidt et lille tal kan bære?

# %% [markdown] lang="en"
# Who in your organisation would be relieved to hear how little a small number can carry?
