# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 17: Balancen som en flade
# Fem opgaver til [lektion 17](../../notebooks/da/17_surface.ipynb): ét bud at give, tre at regne på og
# én at skrive.

# %% [markdown] lang="en"
# # Exercise 17: Balance as a surface
# Five tasks for [lesson 17](../../notebooks/en/17_surface.ipynb): one prediction, three to work out and
# one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.

# %%
# da: Hent de 280 opdigtede ledere
# en: Fetch the 280 invented leaders
from lederlib.plot import plot_surface_map
from lederlib.scenario import balance_surface, leader_table
from lederlib.widget import ask

# %%
# da: Opgave 17.1
# en: Task 17.1
ask("17.1", lang=LANG)

# %%
# da: Opgave 17.2
# en: Task 17.2
ask("17.2", lang=LANG)

# %%
# da: Opgave 17.3
# en: Task 17.3
ask("17.3", lang=LANG)

# %%
# da: Se, hvor der er ledere at læse fladen ud fra
# en: See where there are leaders to read the surface from
plot_surface_map(balance_surface(leader_table(), "team_climate"), lang=LANG)

# %%
# da: Opgave 17.4
# en: Task 17.4
ask("17.4", lang=LANG)

# %%
# da: Opgave 17.5
# en: Task 17.5
ask("17.5", lang=LANG)

# %% [markdown] lang="da"
# Hvad ville du hellere have: en lettere belastning eller en ressource mere? Og hvad ville dit team svare?

# %% [markdown] lang="en"
# Which would you rather have: a lighter load or one more resource? And what would your team answer?
