# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 13: Kan vi stole på målingen?
# Fem opgaver til [lektion 13](../../notebooks/da/13_trust.ipynb): ét bud at give, to at regne på, én
# med to håndtag og én at skrive.

# %% [markdown] lang="en"
# # Exercise 13: Can we trust the measurement?
# Five tasks for [lesson 13](../../notebooks/en/13_trust.ipynb): one prediction, two to work out, one
# with two levers and one to write.

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
# da: Hent data og mål
# en: Fetch data and measures
from lederlib.catalogue import load_dataset
from lederlib.exercise import check
from lederlib.measure import alpha, feldt_interval, spearman_brown, usual_alphas

survey = load_dataset("municipal_survey")
safety = survey[[f"psychological_safety_{number}" for number in (1, 2, 3)]]

# %% [markdown] lang="da"
# ## 13.1 Giv et bud, og se så efter
# En skala på fire udsagn har en sand reliabilitet på 0,70. Mange ledergrupper på tolv regner hver
# deres alfa ud. **Hvilken alfa finder den gruppe, som kun én ud af tyve ligger lavere end?**

# %% [markdown] lang="en"
# ## 13.1 Predict, then check
# A scale of four statements has a true reliability of 0.70. Many groups of twelve leaders each work
# out their alpha. **Which alpha does the group find that only one in twenty lies below?**

# %% tags=["answer"]
# da: Skriv dit bud i stedet for None
# en: Write your prediction in place of None
prediction = None
check("13.1", prediction, lang=LANG)

# %%
# da: Se, hvad Feldts lov siger
# en: See what Feldt's law says
lowest, highest = usual_alphas(0.70, people=12, items=4)
check("13.1", prediction, measured=float(lowest), lang=LANG)

# %% tags=["solution"]
check("13.1", 0.2, measured=float(lowest), lang=LANG)

# %% [markdown] lang="da"
# ## 13.2 Noget er vendt forkert
# Tre udsagn om psykologisk tryghed fra den syntetiske undersøgelse giver en **negativ** alfa. Læs,
# hvad sætningen nedenfor siger, find det udsagn, der skal vendes (svaret bliver 6 minus svaret), og
# regn igen. **Hvad er alfa, når alle tre vender samme vej?** Rund af til to decimaler.

# %% [markdown] lang="en"
# ## 13.2 Something is the wrong way round
# Three statements on psychological safety from the synthetic survey give a **negative** alpha. Read
# what the sentence below says, find the statement that has to be turned (the answer becomes 6 minus
# the answer) and work it out again. **What is alpha when all three point the same way?** Round to two
# decimals.

# %% tags=["open"]
# da: Vend det rigtige udsagn, og kør cellen igen
# en: Turn the right statement and run the cell again
turned = safety.assign(psychological_safety_1=6 - safety["psychological_safety_1"])
print(alpha(safety).summary(LANG))
print(alpha(turned).summary(LANG))

# %% tags=["answer"]
# da: Skriv alfa i stedet for None
# en: Write alpha in place of None
value = None
check("13.2", value, lang=LANG)

# %% tags=["solution"]
turned = safety.assign(psychological_safety_3=6 - safety["psychological_safety_3"])
check("13.2", alpha(turned).value, lang=LANG)

# %% [markdown] lang="da"
# ## 13.3 Flere udsagn af samme slags
# En skala på fire udsagn har en reliabilitet på 0,60. I vil op på mindst 0,80 med udsagn, der er
# lige så gode. **Hvor mange udsagn skal skalaen i alt have?** Prøv `spearman_brown(0.60, times=2)`
# med forskellige tal; `times` er, hvor mange gange så lang skalaen bliver.

# %% [markdown] lang="en"
# ## 13.3 More statements of the same kind
# A scale of four statements has a reliability of 0.60. You want at least 0.80 with statements that
# are just as good. **How many statements must the scale have in all?** Try
# `spearman_brown(0.60, times=2)` with different numbers; `times` is how many times as long it gets.

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
statements = None
check("13.3", statements, lang=LANG)

# %% tags=["solution"]
assert spearman_brown(0.60, times=11 / 4) > 0.80 > spearman_brown(0.60, times=10 / 4)
check("13.3", 11, lang=LANG)

# %% [markdown] lang="da"
# ## 13.4 Brug folks tid rigtigt
# Udsagnene korrelerer 0,35 med hinanden (en antagelse). I har råd til **højst 300 svar i alt**:
# udsagn gange personer. **Sæt de to håndtag, så nederste ende af intervallet er mindst 0,70.**

# %% [markdown] lang="en"
# ## 13.4 Spend people's time well
# The statements correlate 0.35 with each other (an assumption). You can afford **at most 300 answers
# in all**: statements times people. **Set both levers so that the lower end of the interval is at
# least 0.70.**

# %% tags=["answer"]
# da: Flyt de to tal, og kør cellen igen
# en: Move the two numbers and run the cell again
levers = {"items": 3, "people": 100}
reliability = spearman_brown(0.35, times=levers["items"])
low, high = feldt_interval(reliability, **levers)
result = {"low": float(low), "answers": levers["items"] * levers["people"]}
check("13.4", levers, measured=result, lang=LANG)

# %% tags=["solution"]
levers = {"items": 9, "people": 30}
reliability = spearman_brown(0.35, times=levers["items"])
low, high = feldt_interval(reliability, **levers)
result = {"low": float(low), "answers": levers["items"] * levers["people"]}
check("13.4", levers, measured=result, lang=LANG)

# %% [markdown] lang="da"
# ## 13.5 En måling, du selv har fået
# **Hvilken måling har du handlet på, hvor mange svar hvilede den på, hvad siger du om usikkerheden
# næste gang, og hvad ville du lade være med at slutte?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 13.5 A measurement that you were given
# **Which measurement have you acted on, how many answers did it rest on, what will you say about its
# uncertainty next time, and what would you refrain from concluding?** At least 25 words. The text
# stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("13.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Trivselsmålingen i mit team hvilede på ni svar. Næste gang lægger jeg intervallet frem først og
siger, at vi ikke kan rangordne teamene efter den. Vi kan godt tale om, hvad der ligger bag svarene.
"""
check("13.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem i din organisation ville blive lettet over at høre, hvor lidt et lille tal kan bære?

# %% [markdown] lang="en"
# Who in your organisation would be relieved to hear how little a small number can carry?
