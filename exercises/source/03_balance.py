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

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 3.1
# en: Task 3.1
ask("03.1", lang=LANG)

# %% [markdown] lang="da"
# Tippepunktet er vores antagelse: at den, der er slidt, også restituerer dårligere. Uden
# den antagelse vokser sliddet jævnt, og der er ingen kant.

# %% [markdown] lang="en"
# The tipping point is our assumption: that someone who is worn also recovers less well.
# Without it strain grows evenly and there is no edge.

# %%
# da: Opgave 3.2
# en: Task 3.2
ask("03.2", lang=LANG)

# %%
# da: Opgave 3.3
# en: Task 3.3
ask("03.3", lang=LANG)

# %%
# da: Opgave 3.4
# en: Task 3.4
ask("03.4", lang=LANG)

# %%
# da: Opgave 3.5
# en: Task 3.5
ask("03.5", lang=LANG)

# %% [markdown] lang="da"
# Er vægten din alene, eller ville dine lederkolleger genkende den som jeres?

# %% [markdown] lang="en"
# Is the scale yours alone, or would the leaders around you recognise it as theirs?
