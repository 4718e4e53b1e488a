# %% [markdown] lang="da"
# # Øvelse 3: Ledervægten
# Fem opgaver til [lektion 3](../../notebooks/da/03_balance.ipynb): ét bud at give, to
# at regne på, én med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 3: The leader's balance
# Five tasks for [lesson 3](../../notebooks/en/03_balance.ipynb): one
# prediction, two to work out, one with two levers and one to write.

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

# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %%
# da: Hent modellen
# en: Fetch the model
from lederlib.exercise import check
from lederlib.model import folds, level, tilt

# %% [markdown] lang="da"
# ## 3.1 Giv et bud, og se så efter
# En leder har lige meget på begge skåle, og sliddet er lavt: belastningen tærer 0,30 gange
# så stærkt, som ressourcerne genopbygger. Nu vokser belastningen, og ressourcerne bliver,
# hvor de er. **Hvor mange procent kan den vokse, før sliddet tipper fra lavt til højt?**

# %% [markdown] lang="en"
# ## 3.1 Predict, then check
# A leader has as much on either side, and strain is low: load wears 0.30 times as hard as
# resources restore. Now the load grows while resources stay where they are. **By how many
# per cent can it grow before strain tips from low to high?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("03.1", prediction, lang=LANG)

# %%
# da: Se, hvad modellen siger
# en: See what the model says
tips_at = 100 * (folds().tip / 0.30 - 1)
check("03.1", prediction, measured=tips_at, lang=LANG)

# %% tags=["solution"]
check("03.1", 40, measured=tips_at, lang=LANG)

# %% [markdown] lang="da"
# Tippepunktet er vores antagelse: at den, der er slidt, også restituerer dårligere. Uden
# den antagelse vokser sliddet jævnt, og der er ingen kant.

# %% [markdown] lang="en"
# The tipping point is our assumption: that someone who is worn also recovers less well.
# Without it strain grows evenly and there is no edge.

# %% [markdown] lang="da"
# ## 3.2 Hvor meget hælder vægten?
# En leder vurderer sin belastning til 0,6 og sine ressourcer til 0,9. **Hvad er
# hældningen?** Regn selv, eller skriv `tilt(load, resources)` med dine tal.

# %% [markdown] lang="en"
# ## 3.2 How far does the scale lean?
# A leader rates load at 0.6 and resources at 0.9. **What is the tilt?** Work it out, or
# write `tilt(load, resources)` with your numbers.

# %% tags=["answer"]
# da: Skriv hældningen i stedet for None
# en: Write the tilt in place of None
leans = None
check("03.2", leans, lang=LANG)

# %% tags=["solution"]
check("03.2", tilt(0.6, 0.9), lang=LANG)

# %% [markdown] lang="da"
# ## 3.3 Vejen tilbage
# Sliddet er tippet, og nu lettes belastningen igen. **Hvor mange procent over
# udgangspunktet er den, når sliddet slipper?** `folds()` kender begge kanter.

# %% [markdown] lang="en"
# ## 3.3 The way back
# Strain has tipped, and now the load is eased again. **By how many per cent is it still
# above where it started when strain lets go?** `folds()` knows both edges.

# %% tags=["answer"]
# da: Skriv procenten i stedet for None
# en: Write the percentage in place of None
way_back = None
check("03.3", way_back, lang=LANG)

# %% tags=["solution"]
check("03.3", 100 * (folds().recover / 0.30 - 1), lang=LANG)

# %% [markdown] lang="da"
# ## 3.4 En rolig balance
# En leder begynder med belastning 0,8 og ressourcer 0,5. Jobbets kerne vejer 0,5, og under
# det kan ingen komme. **Sæt de to håndtag, så vægten hælder mindst 0,1 mod ressourcerne,
# uden at der i alt ligger mere end 1,2 på den.**

# %% [markdown] lang="en"
# ## 3.4 A calm balance
# A leader begins with load 0.8 and resources 0.5. The core of the job weighs 0.5, and
# nobody gets below that. **Set both levers so that the scale leans at least 0.1 towards
# resources, with no more than 1.2 lying on it in all.**

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"load": 0.8, "resources": 0.5}
result = {"tilt": tilt(**levers), "level": level(**levers)}
check("03.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"load": 0.5, "resources": 0.65}
result = {"tilt": tilt(**levers), "level": level(**levers)}
check("03.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 3.5 Din egen vægt
# **Hvilken belastning kan du lette de næste to uger, hvilken ressource kan du tage i brug,
# og hvem skal vide det?** Mindst 15 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 3.5 Your own scale
# **Which load can you ease over the next two weeks, which resource can you draw on, and
# who needs to know?** At least 15 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("03.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Jeg afleverer mandagens driftsmøde til souschefen i fjorten dage, og tiden går til
sparring med min nærmeste leder. Gruppen får det at vide på torsdag.
"""
check("03.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Er vægten din alene, eller ville dine lederkolleger genkende den som jeres?

# %% [markdown] lang="en"
# Is the scale yours alone, or would the leaders around you recognise it as theirs?
