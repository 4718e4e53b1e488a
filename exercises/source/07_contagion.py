# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 7: Smitte
# Fem opgaver til [lektion 7](../../notebooks/da/07_contagion.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 7: Contagion
# Five tasks for [lesson 7](../../notebooks/en/07_contagion.ipynb): one prediction, two to work out, one
# with two levers and one to write.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 25 minutter.
#
# I de åbne celler skriver du dit svar i stedet for `None` og kører cellen igen med
# **Shift+Enter**. Komma og punktum er lige gode, når tallet står i anførselstegn: `"0,42"`.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 25 minutes.
#
# In the open cells you write your answer in place of `None` and run the cell again with
# **Shift+Enter**.

# %%
# da: Hent modellen
# en: Fetch the model
from math import exp

from lederlib.exercise import check
from lederlib.scenario import contagion

# %% [markdown] lang="da"
# ## 7.1 Giv et bud, og se så efter
# Sluk for al smitte mellem ledere og team, men behold kanten. Med smitte var 23 % af lederne inden for
# 0,1 fra deres gennemsnit. **Hvor mange procent er det uden smitte?**

# %% [markdown] lang="en"
# ## 7.1 Predict, then check
# Switch off all contagion between leaders and teams, but keep the edge. With contagion, 23% of the
# leaders were within 0.1 of their mean. **What percentage is it without contagion?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("07.1", prediction, lang=LANG)

# %%
# da: Se, hvad modellen siger ved midten af antagelserne
# en: See what the model says in the middle of the assumptions
apart = contagion(load_coupling=0, recovery_coupling=0, team_feedback=0)
check("07.1", prediction, measured=100 * apart.near, lang=LANG)

# %% tags=["solution"]
check("07.1", 33, measured=100 * apart.near, lang=LANG)

# %% [markdown] lang="da"
# ## 7.2 Fra leder til team
# En leders slid er 0,65, og det normale er 0,25. I modellen ganges teamets belastning med
# `exp(0.6 * forskellen)`, hvor 0,6 er antaget. **Hvor mange procent større bliver teamets belastning?**

# %% [markdown] lang="en"
# ## 7.2 From leader to team
# A leader's strain is 0.65, and normal is 0.25. In the model the team's load is multiplied by
# `exp(0.6 * the difference)`, where 0.6 is assumed. **By how many per cent does the team's load grow?**

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
grows = None
check("07.2", grows, lang=LANG)

# %% tags=["solution"]
check("07.2", 100 * (exp(0.6 * (0.65 - 0.25)) - 1), lang=LANG)

# %% [markdown] lang="da"
# ## 7.3 Færre pr. leder eller mindre på bordet?
# De ansattes slid er 0,34 efter to år. **Få det ned på højst 0,28 ved at sætte spændet og ledernes
# egen belastning.** Der er råd til højst 60 nye ledere, og ledernes belastning kan højst lettes fra
# 1,1 til 1,0.

# %% [markdown] lang="en"
# ## 7.3 Fewer per leader, or less on the desk?
# The strain of employees is 0.34 after two years. **Bring it down to 0.28 at most by setting the span
# and the leaders' own load.** There is money for 60 new leaders at most, and the leaders' load can be
# eased from 1.1 to 1.0 at most.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"span": 29, "leader_load": 1.1}
found = contagion(**levers)
result = {"employees": found.employee_mean[-1]}
result["new_leaders"] = found.leader_load.size - contagion(span=29).leader_load.size
check("07.3", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"span": 25, "leader_load": 1.0}
found = contagion(**levers)
result = {"employees": found.employee_mean[-1]}
result["new_leaders"] = found.leader_load.size - contagion(span=29).leader_load.size
check("07.3", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 7.4 Under gennemsnittet
# Når man hører »gennemsnittet«, tænker mange »midten«. `ends` er de 280 lederes slid efter to år. **Hvor
# mange procent af lederne ligger under ledernes gennemsnit?** `(ends < ends.mean()).mean()` er andelen.

# %% [markdown] lang="en"
# ## 7.4 Below the mean
# On hearing "the mean", many think "the middle". `ends` is the strain of the 280 leaders after two
# years. **What percentage of the leaders lies below the leaders' mean?** `(ends < ends.mean()).mean()`
# is the share.

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
ends = contagion().leader_strain[-1]
below = None
check("07.4", below, lang=LANG)

# %% tags=["solution"]
check("07.4", 100 * (ends < ends.mean()).mean(), lang=LANG)

# %% [markdown] lang="da"
# ## 7.5 Bag jeres eget gennemsnit
# **Hvilket gennemsnit bruger I om trivsel, hvem kan gemme sig bag det, og hvordan kan I se efter uden
# at udpege nogen?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 7.5 Behind your own mean
# **Which mean do you use about wellbeing, who may hide behind it, and how can you look without pointing
# at anyone?** At least 25 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("07.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Trivselsmålingen siger 3,9 for hele forvaltningen. Bag tallet kan de tre ledere med over fyrre ansatte
gemme sig. Vi beder om spredningen for grupper på mindst ti og taler om vilkår, ikke om personer.
"""
check("07.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvis dit eget slid gik videre i dag, hvem ville så mærke det først, og hvad ville du gerne have, de
# sagde til dig?

# %% [markdown] lang="en"
# If your own strain went on to others today, who would notice first, and what would you want them to
# say to you?
