# %% [markdown] lang="da"
# # Jeres svar
# Har I svaret på de 15 faktorer, på udsagnene eller på vægten? Læg filen her, og gå derfra
# med et kort at tale ud fra og en plan at begynde på.

# %% [markdown] lang="en"
# # Your answers
# Have you answered the 15 factors, the statements or the balance? Put the file here, and
# leave with a map to talk from and a plan to begin on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Så kommer feltet frem.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Then the field appears.

# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %%
# da: Feltet til jeres fil
# en: The field for your file
from lederlib.report import your_answers

your_answers(lang=LANG)
