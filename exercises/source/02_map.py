# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 2: Fra svar til kort
# Fem opgaver til [lektion 2](../../notebooks/da/02_map.ipynb): ét bud at give, to at regne på, én
# med et håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 2: From answers to a map
# Five tasks for [lesson 2](../../notebooks/en/02_map.ipynb): one prediction, two to work out, one
# with a lever and one to write.

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
# da: Hent værktøjet
# en: Fetch the tools
from lederlib.catalogue import dataset_path, load_dataset
from lederlib.exercise import check
from lederlib.answers import profile, read_answers

# %% [markdown] lang="da"
# ## 2.1 Giv et bud, og se så efter
# Workshoppens ni (syntetiske) ledere er delt om ledelseskvaliteten: fire grønne, fire røde og én
# gul. Hvis de ni i stedet havde været helt enige om gul, var spredningen 0. **Hvad er den nu**, på
# skalaen fra 0 til 1? Vi kalder en gruppe enig under 0,3.

# %% [markdown] lang="en"
# ## 2.1 Predict, then check
# The workshop's nine (synthetic) leaders are divided on the quality of leadership: four green, four
# red and one yellow. If instead all nine had agreed on yellow, the spread would be 0. **What is it
# now**, on the scale from 0 to 1? We call a group agreed below 0.3.

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("02.1", prediction, lang=LANG)

# %%
# da: Se, hvad svarene siger
# en: See what the answers say
nine = profile(read_answers(dataset_path("workshop")))
spread = nine.loc["leadership_quality", "spread"]
check("02.1", prediction, measured=spread, lang=LANG)

# %% tags=["solution"]
check("02.1", 0.45, measured=spread, lang=LANG)

# %% [markdown] lang="da"
# ## 2.2 Et udsagn, der er vendt om
# En medarbejder svarer 4 og 5 på de to første udsagn om tryghed. På det tredje, *vendte* udsagn
# svarer hun 2. Skalaen går fra 1 til 5, og et svar på 1 giver scoren 0, et svar på 5 giver 1.
# **Hvad er hendes score for faktoren?**

# %% [markdown] lang="en"
# ## 2.2 A statement that is turned
# An employee answers 4 and 5 to the first two statements on safety. To the third, *turned*
# statement she answers 2. The scale runs from 1 to 5, and an answer of 1 scores 0, an answer of 5
# scores 1. **What is her score for the factor?**

# %% tags=["answer"]
# da: Skriv scoren i stedet for None
# en: Write the score in place of None
scored = None
check("02.2", scored, lang=LANG)

# %% tags=["solution"]
check("02.2", (3 / 4 + 4 / 4 + 3 / 4) / 3, lang=LANG)

# %% [markdown] lang="da"
# ## 2.3 Regn det skjulte ud
# En afdeling på 12 har gennemsnittet 0,60. Den består af to hold. Holdet på 8 har 0,65, og holdet
# på 4 er skjult, fordi det er for lille. **Hvad er gennemsnittet på det skjulte hold?**

# %% [markdown] lang="en"
# ## 2.3 Work out what is hidden
# A department of 12 has a mean of 0.60. It consists of two teams. The team of 8 has 0.65, and the
# team of 4 is hidden because it is too small. **What is the mean of the hidden team?**

# %% tags=["answer"]
# da: Skriv gennemsnittet i stedet for None
# en: Write the mean in place of None
hidden = None
check("02.3", hidden, lang=LANG)

# %% tags=["solution"]
check("02.3", (12 * 0.60 - 8 * 0.65) / 4, lang=LANG)

# %% [markdown] lang="da"
# Så let er det. Derfor skjuler værktøjet også det store hold, når summen er vist.

# %% [markdown] lang="en"
# It is that easy. That is why the kit hides the large team as well when the total is shown.

# %% [markdown] lang="da"
# ## 2.4 Hvem satte grænsen?
# I den syntetiske kommuneundersøgelse regner vi en faktor for grøn, når gennemsnittet når
# grænsen. Ved 0,67 er to faktorer grønne. **Flyt grænsen, så mindst syv af de 15 er grønne, uden at
# flytte den mere end nødvendigt.** Den kan stå mellem 0,55 og 0,80.

# %% [markdown] lang="en"
# ## 2.4 Who set the limit?
# In the synthetic municipal survey we count a factor as green when the mean reaches the limit.
# At 0.67 two factors are green. **Move the limit so that at least seven of the 15 are green, no
# further than it takes.** It can stand between 0.55 and 0.80.

# %% tags=["answer"]
# da: Flyt grænsen, og kør cellen igen
# en: Move the limit and run the cell again
levers = {"green_from": 0.67}
means = profile(load_dataset("municipal_survey"))["mean"]
check("02.4", levers, measured=sum(means >= levers["green_from"]), lang=LANG)

# %% tags=["solution"]
levers = {"green_from": 0.61}
check("02.4", levers, measured=sum(means >= levers["green_from"]), lang=LANG)

# %% [markdown] lang="da"
# ## 2.5 Den første samtale
# **Hvilken uenighed i jeres gruppe ville du tage op først, og hvilket spørgsmål ville du stille, så
# ingen behøver forsvare sit svar?** Mindst 20 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 2.5 The first conversation
# **Which disagreement in your group would you take up first, and which question would you ask so
# that nobody has to defend an answer?** At least 20 words. The text stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("02.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi er delt om ledelseskvaliteten. Jeg ville spørge: Hvilken episode fra de sidste tre uger
havde du i tankerne, da du valgte farve? Så taler vi om det, der skete.
"""
check("02.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvilket tal om din egen gruppe ville du nødig se vist på en storskærm, og hvem bestemmer det?

# %% [markdown] lang="en"
# Which number about your own group would you rather not see on a large screen, and who decides?
