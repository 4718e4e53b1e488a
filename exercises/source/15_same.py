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

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent opgaverne
# en: Fetch the tasks
from lederlib.widget import ask

# %%
# da: Opgave 15.1
# en: Task 15.1
ask("15.1", lang=LANG)

# %%
# da: Opgave 15.2
# en: Task 15.2
ask("15.2", lang=LANG)

# %%
# da: Opgave 15.3
# en: Task 15.3
ask("15.3", lang=LANG)

# %%
# da: Opgave 15.4
# en: Task 15.4
ask("15.4", lang=LANG)

# %%
# da: Opgave 15.5
# en: Task 15.5
ask("15.5", lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer er blevet sammenlignet på et udsagn, de aldrig er blevet spurgt, hvordan de læser?

# %% [markdown] lang="en"
# Who where you work has been compared on a statement that nobody ever asked them how they read?
