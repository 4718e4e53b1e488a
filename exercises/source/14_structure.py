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
from lederlib.measure import efa, line_up, parallel_analysis, plan_cfa
from lederlib.plot import plot_loadings

places = [19, 20, 21, 28, 42, 30, 37, 38, 39, 40, 41, 29]
answers = load_dataset("municipal_survey").iloc[:, places]

# %% [markdown] lang="da"
# ## 14.1 Giv et bud, og se så efter
# I den syntetiske undersøgelse står fire faktorer bag tolv udsagn, og faktorerne korrelerer mest
# omkring 0,6. Hundrede kommuner spørger hver 80 mennesker, trukket ved lod. **Hvor mange af de
# hundrede parallelanalyser finder alle fire faktorer?**

# %% [markdown] lang="en"
# ## 14.1 Predict, then check
# In the synthetic survey four factors stand behind twelve statements, and the factors correlate at
# most about 0.6. A hundred municipalities each ask 80 people, drawn by lot. **How many of the hundred
# parallel analyses find all four factors?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("14.1", prediction, lang=LANG)

# %%
# da: Se, hvor mange der finder fire
# en: See how many find four
samples = [answers.sample(80, random_state=number) for number in range(100)]
tries = [parallel_analysis(each, kind="factors", draws=100) for each in samples]
check("14.1", prediction, measured=[one.suggested for one in tries].count(4), lang=LANG)

# %% tags=["solution"]
check("14.1", 25, measured=[one.suggested for one in tries].count(4), lang=LANG)

# %% [markdown] lang="da"
# ## 14.2 To udsagn har byttet plads
# Her er de tolv udsagn, og vi *tror*, at de hører sammen tre og tre: 1–3, 4–6, 7–9 og 10–12. To af dem
# har byttet plads. **Find de to på billedet, og læg deres numre sammen.**

# %% [markdown] lang="en"
# ## 14.2 Two statements have changed places
# Here are the twelve statements, and we *think* that they go together by threes: 1–3, 4–6, 7–9 and
# 10–12. Two of them have changed places. **Find the two in the picture and add their numbers.**

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

# %% [markdown] lang="da"
# ## 14.3 Hvor mange skal svare, før testen kan sige nej?
# En model med tolv udsagn og fire faktorer har 48 frihedsgrader: så mange sammenhænge er der, som kan
# modsige den. En med seks udsagn og to faktorer har kun 8. **Hvor mange skal svare, før testen kan
# skelne en RMSEA på 0,08 fra 0,05 i 80 % af undersøgelserne?**

# %% [markdown] lang="en"
# ## 14.3 How many must answer before the test can say no?
# A model with twelve statements and four factors has 48 degrees of freedom: that many relations can
# contradict it. One with six statements and two factors has only 8. **How many must answer before the
# test can tell an RMSEA of 0.08 from 0.05 in 80% of the studies?**

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

# %% [markdown] lang="da"
# ## 14.4 Spørg færre om mere
# Fire faktorer, lige mange udsagn til hver. I har råd til **højst 2.200 svar i alt**: udsagn gange
# personer. **Sæt de to håndtag, så testen opdager en RMSEA på 0,08 med mindst 80 % sandsynlighed.**

# %% [markdown] lang="en"
# ## 14.4 Ask fewer people about more
# Four factors, equally many statements to each. You can afford **at most 2,200 answers in all**:
# statements times people. **Set both levers so that the test detects an RMSEA of 0.08 with a
# probability of at least 80%.**

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"items": 3, "people": 180}
items = 4 * levers["items"]
needed = plan_cfa(items * (items - 3) // 2 - 6).needed
result = {"lacking": needed - levers["people"], "answers": items * levers["people"]}
check("14.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"items": 5, "people": 105}
items = 4 * levers["items"]
needed = plan_cfa(items * (items - 3) // 2 - 6).needed
result = {"lacking": needed - levers["people"], "answers": items * levers["people"]}
check("14.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 14.5 To ord for det samme?
# **Hvilke to begreber hos jer måles hver for sig, hvorfor kunne de være ét, hvad ville I miste ved at
# slå dem sammen, og hvem ville du spørge, før du gjorde det?** Mindst 25 ord. Teksten bliver på din
# maskine.

# %% [markdown] lang="en"
# ## 14.5 Two words for the same?
# **Which two concepts are measured apart at your workplace, why might they be one, what would you lose
# by joining them, and whom would you ask before you did?** At least 25 words. The text stays on your
# machine.

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
