# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 8: Synkronisér indsatserne
# Fem opgaver til [lektion 8](../../notebooks/da/08_synchronise.ipynb): ét bud at give, to at regne på,
# én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 8: Synchronise the interventions
# Five tasks for [lesson 8](../../notebooks/en/08_synchronise.ipynb): one prediction, two to work out,
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
from lederlib.exercise import check
from lederlib.model import dilution
from lederlib.scenario import best_sets, portfolio_world

# %% [markdown] lang="da"
# ## 8.1 Giv et bud, og se så efter
# I lektionen blev intet stoppet, og det sæt, der oftest var bedst, var det i omkring hver fjerde
# verden. Nu stopper kommunen **det gamle introprogram** først, så planlagt modtagelse kan vælges.
# **I hvor mange procent af verdenerne er det sæt, der nu oftest er bedst, det bedste?**

# %% [markdown] lang="en"
# ## 8.1 Predict, then check
# In the lesson nothing was stopped, and the set that was most often best was so in about one world in
# four. Now the municipality stops **the old introduction programme** first, so that structured
# onboarding can be chosen. **In what percentage of the worlds is the set that is now most often best,
# the best?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("08.1", prediction, lang=LANG)

# %%
# da: Se, hvad de 10.000 verdener siger
# en: See what the 10,000 worlds say
sets = best_sets(portfolio_world(), stop=["remove_old_introduction"])
often = 100 * sets["best"].max()
check("08.1", prediction, measured=often, lang=LANG)

# %% tags=["solution"]
check("08.1", often, measured=often, lang=LANG)

# %% [markdown] lang="da"
# ## 8.2 Hvor meget er der at vælge imellem?
# Femten idéer ligger på bordet, og fire af dem er låst. **Hvor mange forskellige sæt på tre kan
# kommunen vælge, så længe intet bliver stoppet?** Rækkefølgen er ligegyldig.

# %% [markdown] lang="en"
# ## 8.2 How much is there to choose from?
# Fifteen ideas are on the table, and four of them are locked. **How many different sets of three can
# the municipality choose as long as nothing is stopped?** The order does not matter.

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
number = None
check("08.2", number, lang=LANG)

# %% tags=["solution"]
check("08.2", 11 * 10 * 9 / 6, lang=LANG)

# %% [markdown] lang="da"
# ## 8.3 Tre på én gang
# Tre ens indsatser tager hver 10 % af årets opmærksomhed. Alene ville hver af dem give ét point. Men
# af virkningen er kun
# $$\frac{1}{1 + (c / C)^4}$$
# tilbage, når de tilsammen tager $c = 0,30$, og halvdelen går tabt ved $C = 0,25$. **Hvor mange point
# giver de tre tilsammen?**

# %% [markdown] lang="en"
# ## 8.3 Three at once
# Three interventions that are alike take 10% each of the year's attention. Undisturbed each would give
# one point. But of the effect only
# $$\frac{1}{1 + (c / C)^4}$$
# is left when together they take $c = 0.30$ and half is lost at $C = 0.25$. **How many points do the
# three give together?**

# %% tags=["answer"]
# da: Skriv antallet af point i stedet for None
# en: Write the number of points in place of None
together = None
check("08.3", together, lang=LANG)

# %% tags=["solution"]
check("08.3", 3 * dilution(0.30, capacity=0.25, power=4), lang=LANG)

# %% [markdown] lang="da"
# ## 8.4 Start og stop
# Nu tager hver indsats 6 % af årets opmærksomhed og ville uforstyrret give ét point. I kan også stoppe
# noget og sætte opmærksomhed fri. **Sæt de to håndtag, så I når mindst tre point, uden at stoppe mere
# end 6 %.** Mere end det ville borgerne mærke.

# %% [markdown] lang="en"
# ## 8.4 Start and stop
# Now each intervention takes 6% of the year's attention and would undisturbed give one point. You can
# also stop something and set attention free. **Set the two levers so that you reach at least three
# points without stopping more than 6%.** Citizens would notice more than that.

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"started": 6, "stopped": 0.00}
used = max(0.06 * levers["started"] - levers["stopped"], 0)
result = {"gain": levers["started"] * dilution(used), "freed": levers["stopped"]}
check("08.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"started": 4, "stopped": 0.06}
used = max(0.06 * levers["started"] - levers["stopped"], 0)
result = {"gain": levers["started"] * dilution(used), "freed": levers["stopped"]}
check("08.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 8.5 Din egen oprydning
# **Hvad stopper I først, hvem skal sige ja til det, hvad bliver der plads til, og hvordan kan I se, om
# nogen savner det gamle?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 8.5 Your own clearing out
# **What do you stop first, who has to agree to it, what will there be room for, and how can you tell
# whether anyone misses the old?** At least 25 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("08.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi stopper det ugentlige statusmøde på tværs af de fire afdelinger i otte uger. Centerchefen siger ja
på mandag. Timen går til sparring for de to nye ledere. Vi spørger efter fire uger, hvad der blev
væk, og hvem der manglede det.
"""
check("08.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem vinder ved, at I bliver ved med det gamle?

# %% [markdown] lang="en"
# Who gains from your keeping on with the old?
