# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 14: Har den den struktur, vi tror?
# Fem opgaver til [lektion 14](../../notebooks/da/14_structure.ipynb): ét bud at give, ét billede at
# læse, én at regne på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 14: Does it have the structure we think?
# Five tasks for [lesson 14](../../notebooks/en/14_structure.ipynb): one prediction, one picture to read,
# one to work out, one with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 30 minutter.
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"1,5"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 30 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent tolv udsagn om fire emner
# en: Fetch twelve statements on four subjects
from lederlib.catalogue import load_dataset
from lederlib.exercise import check
from lederlib.measure import efa, line_up, plan_cfa
from lederlib.plot import plot_loadings

places = [19, 20, 21, 28, 42, 30, 37, 38, 39, 40, 41, 29]
answers = load_dataset("municipal_survey").iloc[:, places]

# %% [markdown]
# {{task 14.1}}

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("14.1", prediction, lang=LANG)

# %% tags=["solution"]
check("14.1", 25, lang=LANG)

# %% [markdown]
# {{task 14.2}}

# %%
# da: Hvilke udsagn går sammen?
# en: Which statements go together?
thought = ["1–3"] * 3 + ["4–6"] * 3 + ["7–9"] * 3 + ["10–12"] * 3
found = efa(answers.set_axis(range(1, 13), axis=1), 4)
plot_loadings(line_up(found.loadings, thought), lang=LANG, synthetic=True)

# %% tags=["answer"]
# da: Skriv summen i stedet for None
# en: Write the sum in place of None
both = None
check("14.2", both, lang=LANG)

# %% tags=["solution"]
check("14.2", 5 + 12, lang=LANG)

# %% [markdown]
# {{task 14.3}}

# %% tags=["open"]
# da: Skift 48 ud, og kør cellen igen
# en: Replace 48 and run the cell again
print(plan_cfa(48).summary(LANG))

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
people = None
check("14.3", people, lang=LANG)

# %% tags=["solution"]
check("14.3", plan_cfa(8).needed, lang=LANG)

# %% [markdown]
# {{task 14.4}}

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"items": 3, "people": 180}
check("14.4", levers, lang=LANG)

# %% tags=["solution"]
levers = {"items": 5, "people": 105}
check("14.4", levers, lang=LANG)

# %% [markdown]
# {{task 14.5}}

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("14.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """Engagement og trivsel måles hver for sig, men de samme folk svarer
højt på begge. Slår vi dem sammen, mister vi dem, der er glade uden at brænde for
arbejdet. Jeg ville først spørge medarbejderne i nattevagten."""
check("14.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvornår har du sidst hørt, at noget var »valideret«, uden at få at vide, hvad det blev prøvet imod?

# %% [markdown] lang="en"
# When did you last hear that something was "validated" without being told what it was tried against?
