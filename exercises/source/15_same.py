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
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"1,5"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent to opdigtede faggrupper
# en: Fetch two invented professions
from lederlib.exercise import check
from lederlib.scenario import compare_professions, draw_professions

# %% [markdown] lang="da"
# ## 15.1 Giv et bud, og se så efter
# To faggrupper på 50 har præcis samme oplevelse, men den ene svarer 0,2 point pænere på ét af fire
# udsagn. Vi trækker svar 20 gange. **Hvor mange gange opdager trinnene skævheden?**

# %% [markdown] lang="en"
# ## 15.1 Predict, then check
# Two professions of 50 have exactly the same experience, but one answers 0.2 points more kindly on one
# statement of four. We draw answers 20 times. **How many times do the steps find the slant?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("15.1", prediction, lang=LANG)

# %%
# da: Træk 20 gange, og tæl
# en: Draw 20 times and count
draws = [draw_professions(people=50, gap=0, shift=0.2, rng=seed) for seed in range(20)]
caught = sum(bool(compare_professions(each).let_go) for each in draws)
check("15.1", prediction, measured=caught, lang=LANG)

# %% tags=["solution"]
check("15.1", 2, measured=caught, lang=LANG)

# %% [markdown] lang="da"
# ## 15.2 Hvad ser man i gennemsnittet?
# Oplevelsen er den samme. Ét af **fem** udsagn besvares 0,6 point pænere i den ene gruppe. **Hvor mange
# point skiller de to gruppers gennemsnit af de fem udsagn?**

# %% [markdown] lang="en"
# ## 15.2 What shows in the mean?
# The experience is the same. One of **five** statements is answered 0.6 points more kindly in one group.
# **How many points part the two groups' means of the five statements?**

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
points = None
check("15.2", points, lang=LANG)

# %% tags=["solution"]
check("15.2", 0.6 / 5, lang=LANG)

# %% [markdown] lang="da"
# ## 15.3 Hvor mange kan prøves?
# Ens ladninger, to grupper, én faktor og **seks** udsagn, regnet som tal. Hvert udsagn har én ladning
# i hver gruppe, og faktorens spredning i den anden gruppe bliver fri i bytte. **Hvor mange
# frihedsgrader har trinnet?**

# %% [markdown] lang="en"
# ## 15.3 How many can be tried?
# Equal loadings, two groups, one factor and **six** statements, taken as numbers. Each statement has one
# loading in each group, and in return the spread of the factor in the second group becomes free. **How
# many degrees of freedom has the step?**

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
steps = None
check("15.3", steps, lang=LANG)

# %% tags=["solution"]
check("15.3", 5, lang=LANG)

# %% [markdown] lang="da"
# ## 15.4 Skeln det ene fra det andet
# I skal planlægge en undersøgelse, der kan opdage en skæv læsning på 0,3 point uden at spørge flere, end
# I behøver. **Sæt antallet, så skævheden opdages mindst 9 af 10 gange, med højst 250 i hver gruppe.**

# %% [markdown] lang="en"
# ## 15.4 Tell one from the other
# You are to plan a survey that can find a slanted reading of 0.3 points without asking more people than
# you need. **Set the number so that the slant is found at least 9 times of 10, with at most 250 in each
# group.**

# %% tags=["answer"]
# da: Flyt tallet, og kør cellen igen
# en: Move the number and run the cell again
levers = {"people": 50}
plans = [draw_professions(**levers, gap=0, shift=0.3, rng=seed) for seed in range(20)]
found = sum(bool(compare_professions(plan).let_go) for plan in plans)
check("15.4", levers, measured={"found": found, "asked": levers["people"]}, lang=LANG)

# %% tags=["solution"]
levers = {"people": 250}
plans = [draw_professions(**levers, gap=0, shift=0.3, rng=seed) for seed in range(20)]
found = sum(bool(compare_professions(plan).let_go) for plan in plans)
check("15.4", levers, measured={"found": found, "asked": levers["people"]}, lang=LANG)

# %% [markdown] lang="da"
# ## 15.5 To faggrupper hos os
# **Hvilke to faggrupper bliver sammenlignet hos jer, hvilket udsagn tror du, de læser forskelligt, hvem
# vil du spørge, og hvad gør du, hvis du får ret?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 15.5 Two professions where we are
# **Which two professions are compared where you work, which statement do you think they read
# differently, whom will you ask, and what do you do if you are right?** At least 25 words. The text
# stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("15.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Hjemmeplejen og kontoret sammenlignes hvert år på fleksibilitet. Jeg tror, de læser »planlægge min dag«
forskelligt, og vil spørge to fra hver. Får jeg ret, viser jeg grupperne hver for sig og uden rangliste.
"""
check("15.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer er blevet sammenlignet på et udsagn, de aldrig er blevet spurgt, hvordan de læser?

# %% [markdown] lang="en"
# Who where you work has been compared on a statement that nobody ever asked them how they read?
