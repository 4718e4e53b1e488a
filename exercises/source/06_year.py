# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 6: Et år som leder
# Fem opgaver til [lektion 6](../../notebooks/da/06_year.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 6: A leader's year
# Five tasks for [lesson 6](../../notebooks/en/06_year.ipynb): one prediction, two to work out, one
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
from lederlib.exercise import check
from lederlib.model import strain_folds, two_stock_path
from lederlib.scenario import leader_year

# %% [markdown] lang="da"
# ## 6.1 Giv et bud, og se så efter
# En leder har 30 % mere på bordet, end ressourcerne rækker til, og et slid på 0,25 i august. Budgettet
# **fordobler** belastningen i ni uger. Fra midten af oktober er alt som før. **Hvad er sliddet lige
# før sommerferien, på en skala fra 0 til 1?**

# %% [markdown] lang="en"
# ## 6.1 Predict, then check
# A leader has 30% more on the desk than resources cover, and a strain of 0.25 in August. The budget
# **doubles** the load for nine weeks. From mid-October all is as before. **What is strain just before
# the summer holiday, on a scale from 0 to 1?**

# %% tags=["answer"]
# da: Skriv dit bud mellem 0 og 1 i stedet for None
# en: Write your prediction between 0 and 1 in place of None
prediction = None
check("06.1", prediction, lang=LANG)

# %%
# da: Se, hvad modellen siger ved midten af antagelserne
# en: See what the model says in the middle of the assumptions
in_july = leader_year(load=1.3, budget=1.0).strain[48]
check("06.1", prediction, measured=in_july, lang=LANG)

# %% tags=["solution"]
check("06.1", 0.6, measured=in_july, lang=LANG)

# %% [markdown] lang="da"
# ## 6.2 Når slid gør belastningen tungere
# Antag nu, at fuldt slid får belastningen til at føles 50 % tungere (`reverse=0.5`). Uden det slipper
# sliddet først, når belastningen er nede på 113 % af ressourcerne. **Hvor mange procent er det nu?**
# `strain_folds()` giver begge kanter; del med 0,30 for at få dem i forhold til ressourcerne.

# %% [markdown] lang="en"
# ## 6.2 When strain makes load heavier
# Now assume that full strain makes load feel 50% heavier (`reverse=0.5`). Without that, strain lets
# go only when load is down to 113% of resources. **What percentage is it now?** `strain_folds()` gives
# both edges; divide by 0.30 to have them in relation to resources.

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
lets_go = None
check("06.2", lets_go, lang=LANG)

# %% tags=["solution"]
check("06.2", 100 * strain_folds(reverse=0.5).recover / 0.30, lang=LANG)

# %% [markdown] lang="da"
# ## 6.3 Vejen ned
# En leder begynder august slidt, 0,80, med en hverdag på 120 % og ressourcer på 100 %. Budgettet er
# holdt udenfor. **Få sliddet ned på højst 0,40 inden sommerferien, uden at I bruger mere end 0,45
# kræfter i alt.** Hver tiendedel, I letter belastningen eller lægger til ressourcerne, koster 0,10.

# %% [markdown] lang="en"
# ## 6.3 The way down
# A leader begins August worn, 0.80, with an everyday load of 120% and resources of 100%. The budget is
# kept out of it. **Bring strain down to 0.40 at most before the summer holiday, without spending more
# than 0.45 of effort in all.** Each tenth that you ease the load or add to the resources costs 0.10.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"load": 1.2, "resources": 1.0}
year = leader_year(start=0.8, budget=0, **levers)
effort = 1.2 - levers["load"] + levers["resources"] - 1
check("06.3", levers, measured={"strain": year.strain[48], "effort": effort}, lang=LANG)

# %% tags=["solution"]
levers = {"load": 1.2, "resources": 1.44}
year = leader_year(start=0.8, budget=0, **levers)
effort = 1.2 - levers["load"] + levers["resources"] - 1
check("06.3", levers, measured={"strain": year.strain[48], "effort": effort}, lang=LANG)

# %% [markdown] lang="da"
# ## 6.4 Hvad en ferie tager
# Med to lagre: seks uger med belastning 0,6 og så tre ugers ferie helt uden. **Hvor mange procent af
# udmattelsen er tilbage, når ferien er forbi?** Stierne er regnet; `path.exhaustion[6]` er fredag før
# ferien, og `path.exhaustion[9]` er søndag aften, før det går løs igen. `path.fatigue` er trætheden.

# %% [markdown] lang="en"
# ## 6.4 What a holiday takes
# With two stocks: six weeks with load 0.6 and then three weeks of holiday with none at all. **What
# percentage of the exhaustion is left when the holiday is over?** The paths are computed;
# `path.exhaustion[6]` is the Friday before the holiday and `path.exhaustion[9]` the Sunday evening
# before it starts again. `path.fatigue` is the fatigue.

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
load, resources = [0.6] * 6 + [0.0] * 3, [0.6] * 9
path = two_stock_path(load, resources, weeks=9, by_week=True)
left = None
check("06.4", left, lang=LANG)

# %% tags=["solution"]
check("06.4", 100 * path.exhaustion[9] / path.exhaustion[6], lang=LANG)

# %% [markdown] lang="da"
# ## 6.5 Dit eget år
# **Hvilke uger i det kommende år er dine højeste, hvad kan flyttes eller deles, og hvilket tegn vil få
# dig til at sige til, før det tipper?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 6.5 Your own year
# **Which weeks of the coming year are your highest, what can be moved or shared, and which sign will
# make you speak up before it tips?** At least 25 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("06.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Uge 36 til 39 er værst: budget, lønforhandling og et nyt vagtsystem på én gang. Vagtsystemet flytter
vi til november. Når jeg svarer mail efter klokken ti tre aftener i træk, siger jeg det til min chef.
"""
check("06.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem ville lægge mærke til dit tegn, hvis du ikke selv gjorde det?

# %% [markdown] lang="en"
# Who would notice your sign if you did not?
