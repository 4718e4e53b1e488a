# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 9: Små prøvehandlinger
# Fem opgaver til [lektion 9](../../notebooks/da/09_small_tests.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 9: Small tests
# Five tasks for [lesson 9](../../notebooks/en/09_small_tests.ipynb): one prediction, two to work out,
# one with two levers and one to write.

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
# da: Hent modellen
# en: Fetch the model
import numpy as np

from lederlib.exercise import check
from lederlib.model import change_power, run_chart

# %% [markdown] lang="da"
# ## 9.1 Giv et bud, og se så efter
# En forvaltning følger **ti tal** uge for uge i 24 uger. I virkeligheden sker der intet med nogen af
# dem. Det enkelte seriediagram siger kun meget sjældent *mere end tilfældet*. **I hvor mange procent af
# tilfældene gør mindst ét af de ti det alligevel?**

# %% [markdown] lang="en"
# ## 9.1 Predict, then check
# A department follows **ten numbers** week by week for 24 weeks. In reality nothing happens to any of
# them. A single run chart says *more than chance* only very rarely. **In what percentage of the cases does
# at least one of the ten do so all the same?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("09.1", prediction, lang=LANG)

# %%
# da: Lad tilfældet svare: 2.000 forvaltninger med hver ti tal
# en: Let chance answer: 2,000 departments with ten numbers each
noise = np.random.default_rng(1).normal(size=(24, 10, 2_000))
alarms = 100 * run_chart(noise).signal.any(axis=0).mean()
check("09.1", prediction, measured=alarms, lang=LANG)

# %% tags=["solution"]
check("09.1", alarms, measured=alarms, lang=LANG)

# %% [markdown] lang="da"
# ## 9.2 Tæl selv
# Et team har talt sine afbrydelser i 14 uger: 22, 18, 25, 24, 19, 23, 26, 22, 17, 21, 20, 18, 16, 19.
# Medianen er 20,5. **Hvor mange gange krydser rækken medianen?**

# %% [markdown] lang="en"
# ## 9.2 Count for yourself
# A team has counted its interruptions for 14 weeks: 22, 18, 25, 24, 19, 23, 26, 22, 17, 21, 20, 18, 16,
# 19. The median is 20.5. **How many times does the row cross the median?**

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
crossings = None
check("09.2", crossings, lang=LANG)

# %% tags=["solution"]
weeks = [22, 18, 25, 24, 19, 23, 26, 22, 17, 21, 20, 18, 16, 19]
check("09.2", run_chart(weeks).crossings, lang=LANG)

# %% [markdown] lang="da"
# ## 9.3 Forskellen mellem to forskelle
# Før prøven var sliddet 42 i de team, der skulle være med, og 40 i de andre. Bagefter var det 33 og 36.
# **Hvor meget har prøven ændret, ud over hvad de andre gjorde?** Husk fortegnet.

# %% [markdown] lang="en"
# ## 9.3 The difference between two differences
# Before the test strain was 42 in the teams that were to take part and 40 in the others. Afterwards it was
# 33 and 36. **How much has the test changed, beyond what the others did?** Mind the sign.

# %% tags=["answer"]
# da: Skriv ændringen i stedet for None
# en: Write the change in place of None
change = None
check("09.3", change, lang=LANG)

# %% tags=["solution"]
check("09.3", (33 - 42) - (36 - 40), lang=LANG)

# %% [markdown] lang="da"
# ## 9.4 En prøve, der kan vise noget
# I tror på en ændring på 10 %. Hvert spørgeskema koster tid, og I må højst udfylde 170 i alt: ét pr. team
# pr. uge, i begge grupper. **Vælg antal team i hver gruppe og antal uger, så chancen for at se ændringen
# bliver mindst 80 %.** Flere uger gør det enkelte team mere sikkert, men teamets egne udsving bliver der.

# %% [markdown] lang="en"
# ## 9.4 A test that can show something
# You believe in a change of 10%. Every questionnaire costs time, and you may fill in 170 at most in all:
# one for each team and week, in both groups. **Choose the number of teams in each group and of weeks so
# that the chance of seeing the change is at least 80%.** More weeks make the single team more certain, but
# the team's own ups and downs remain.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"teams": 6, "weeks": 12}
spread = (25 + 300 / levers["weeks"]) ** 0.5
chance = change_power(levers["teams"], effect=10, spread=spread)
result = {"chance": chance, "asked": 2 * levers["teams"] * levers["weeks"]}
check("09.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"teams": 18, "weeks": 4}
spread = (25 + 300 / levers["weeks"]) ** 0.5
chance = change_power(levers["teams"], effect=10, spread=spread)
result = {"chance": chance, "asked": 2 * levers["teams"] * levers["weeks"]}
check("09.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 9.5 Jeres egen prøve
# **Hvad prøver I, hvem er med, og hvem er *de andre*? Hvad måler I, hvad er jeres bud i tal, og hvad får
# jer til at stoppe?** Mindst 30 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 9.5 A test of your own
# **What do you test, who takes part, and who are *the others*? What do you measure, what is your
# prediction in numbers, and what would make you stop?** At least 30 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("09.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Fire af otte team i hjemmeplejen holder et kort møde hver morgen i otte uger; lod afgør hvilke. De
andre fire fortsætter som før. Alle tæller ugens afbrydelser. Vi tror på 15 procent færre og stopper,
hvis ruterne bliver forsinket mere end to dage i træk.
"""
check("09.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem skal kende jeres bud, før I begynder, så I ikke kan ombestemme jer bagefter?

# %% [markdown] lang="en"
# Who is to know your prediction before you begin, so that you cannot change your minds afterwards?
