# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 11: Hvad hviler det på?
# Fem opgaver til [lektion 11](../../notebooks/da/11_evidence.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 11: What does this rest on?
# Five tasks for [lesson 11](../../notebooks/en/11_evidence.ipynb): one prediction, two to work out, one
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
from lederlib.catalogue import ledger
from lederlib.exercise import check
from lederlib.scenario import Scenario, as_if_measured, compare, discover, scenario_model

# %% [markdown] lang="da"
# ## 11.1 Giv et bud, og se så efter
# Lad opbygningen ligge fast: Hver vælger sine hjemmedage for sig, og begge veje til at blive findes.
# Nogen måler »Fra tabt fællesskab til at blive«, og målingen lander **midt i** spændet og lukker fire
# femtedele af det. Svaret på, hvad den tredje hjemmedag betyder for, hvor mange der er ansat om fem år,
# har et 90 %-interval. **Hvor mange procent smallere bliver det?**

# %% [markdown] lang="en"
# ## 11.1 Predict, then check
# Let the structure stand: everyone chooses days at home alone, and both paths to staying are there.
# Someone measures "From lost community to staying", and the measurement falls **in the middle** of the
# range and closes four fifths of it. The answer to what the third day at home means for how many are
# employed in five years has a 90% interval. **By what percentage does it become narrower?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("11.1", prediction, lang=LANG)

# %%
# da: Se, hvad målingen ville give
# en: See what the measurement would give
both = ledger().replace("autonomy_path", value=1, source="exercise 11")
books = both, as_if_measured(both, "isolation_to_retention", found="middle")
pair = [Scenario({"home": days, "agreement": 0}) for days in (2, 3)]
tables = [compare(*pair, ledger=book).table for book in books]
rows = [t[(t["outcome"] == "retention") & (t["years"] == 5)].iloc[0] for t in tables]
before, after = [row["q95"] - row["q05"] for row in rows]
narrower = 100 * (1 - after / before)
check("11.1", prediction, measured=narrower, lang=LANG)

# %% tags=["solution"]
check("11.1", 17, measured=narrower, lang=LANG)

# %% [markdown] lang="da"
# ## 11.2 Hvem bærer usikkerheden?
# Et svar er summen af to ukendte tal. Det første ligger et sted mellem 0 og 1, det andet et sted mellem 0
# og 3, og alle steder er lige sandsynlige. Spredningen på sådan et tal vokser i takt med spændets
# bredde. **Hvor mange procent af svarets varians kommer fra det andet tal?**

# %% [markdown] lang="en"
# ## 11.2 Who carries the uncertainty?
# An answer is the sum of two unknown numbers. The first lies somewhere between 0 and 1, the second
# somewhere between 0 and 3, all places being equally likely. The standard deviation of such a number
# grows in step with the width of its range. **What percentage of the answer's variance comes from the
# second number?**

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
carried = None
check("11.2", carried, lang=LANG)

# %% tags=["solution"]
check("11.2", 100 * 9 / (1 + 9), lang=LANG)

# %% [markdown] lang="da"
# ## 11.3 Læs en regel
# Af 1.000 mulige verdener svigter en konklusion i 140. En regel peger 160 verdener ud, og i 96 af dem
# svigter den. **Hvor mange procent af alle svigt fanger reglen?**

# %% [markdown] lang="en"
# ## 11.3 Read a rule
# Of 1,000 possible worlds a conclusion fails in 140. A rule points out 160 worlds, and in 96 of them it
# fails. **What percentage of all failures does the rule catch?**

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
caught = None
check("11.3", caught, lang=LANG)

# %% tags=["solution"]
check("11.3", 100 * 96 / 140, lang=LANG)

# %% [markdown] lang="da"
# ## 11.4 Hvad skal man tro for at mene det modsatte?
# Med samme opbygning koster den tredje hjemmedag ansatte i de fleste verdener. **Sæt to antagelser, så det
# vender i mindst halvdelen: hvor meget kontakt kan flytte fællesskabet (0,2–0,8), og hvor meget
# selvbestemmelse hjemme får folk til at blive (0,05–1). Flyt dem tilsammen højst 0,5 fra 0,5 og 0,22.**

# %% [markdown] lang="en"
# ## 11.4 What must one believe to hold the opposite?
# With the same structure, the third day at home costs staff in most worlds. **Set two assumptions so
# that this turns in at least half of them: how far contact can move community (0.2–0.8), and how far autonomy at
# home makes people stay (0.05–1). Move them by 0.5 in all at most from 0.5 and 0.22.**

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"contact_reach": 0.5, "autonomy_to_retention": 0.22}
held = {"agreement": 0, "autonomy_path": 1}
ask = {"outcome": "retention", "below": 0}
pair = ({"home": 2, **held, **levers}, {"home": 3, **held, **levers})
turned = 100 * discover(scenario_model(), ledger(), levers=pair, **ask).fails
moved = abs(levers["contact_reach"] - 0.5) + abs(levers["autonomy_to_retention"] - 0.22)
check("11.4", levers, measured={"turned": turned, "moved": moved}, lang=LANG)

# %% tags=["solution"]
levers = {"contact_reach": 0.2, "autonomy_to_retention": 0.4}
pair = ({"home": 2, **held, **levers}, {"home": 3, **held, **levers})
turned = 100 * discover(scenario_model(), ledger(), levers=pair, **ask).fails
check("11.4", levers, measured={"turned": turned, "moved": 0.48}, lang=LANG)

# %% [markdown] lang="da"
# ## 11.5 Et tal fra jeres eget bord
# Vælg ét tal fra en beslutning, I har truffet for nylig. **Er det set, husket eller antaget? Hvad var
# der sket med beslutningen, hvis det var halvt så stort? Og hvem kunne efterse eller måle det?**
# Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 11.5 A number from your own desk
# Choose one number from a decision that you made lately. **Was it seen, recalled or assumed? What would
# have become of the decision had it been half as large? And who could check or measure it?** At least 25
# words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("11.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi regnede med, at en vikar koster halvanden gang en fastansat. Tallet er husket fra et møde i 2019.
Var det halvt så stort, havde vi ikke lukket vikarkorpset. Økonomi kan slå det op på en formiddag.
"""
check("11.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem hos jer må spørge »hvor kommer tallet fra?« uden at det lyder som mistillid?

# %% [markdown] lang="en"
# Who where you work may ask "where is that number from?" without it sounding like distrust?
