# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Øvelse 16: Er gruppen en gruppe?
# Fem opgaver til [lektion 16](../../notebooks/da/16_group.ipynb): ét bud at give, tre at regne på og
# én at skrive.

# %% [markdown] lang="en"
# # Exercise 16: Is the group a group?
# Five tasks for [lesson 16](../../notebooks/en/16_group.ipynb): one prediction, three to work out and
# one to write.

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
from lederlib.measure import icc, rwg_j, spearman_brown, times_needed

survey = load_dataset("municipal_survey")
meaning = survey["meaning_influence_1"]

# %% [markdown] lang="da"
# ## 16.1 Giv et bud, og se så efter
# I den syntetiske undersøgelse har 5.234 opdigtede mennesker i 400 enheder svaret på et udsagn om
# mening og indflydelse. **Hvor mange procent af forskellene mellem dem ligger mellem enhederne?**

# %% [markdown] lang="en"
# ## 16.1 Predict, then check
# In the synthetic survey 5,234 invented people in 400 units have answered a statement on meaning and
# influence. **What percentage of the differences between them lies between the units?**

# %% tags=["answer"]
# da: Skriv dit bud i procent i stedet for None
# en: Write your prediction in per cent in place of None
prediction = None
check("16.1", prediction, lang=LANG)

# %%
# da: Se, hvad svarene siger
# en: See what the answers say
share = 100 * icc(meaning, survey["unit"]).icc1
check("16.1", prediction, measured=share, lang=LANG)

# %% tags=["solution"]
check("16.1", 7, measured=share, lang=LANG)

# %% [markdown] lang="da"
# ## 16.2 Kan gennemsnittet bære det?
# I en kommune er ICC(1) 0,10, og der er ni i hver gruppe. **Hvor stor er ICC(2)?** Et gennemsnit af ni
# mennesker er som en skala på ni udsagn, der korrelerer 0,10: `spearman_brown(0.10, times=…)`.

# %% [markdown] lang="en"
# ## 16.2 Can the mean carry it?
# In a municipality ICC(1) is 0.10 and there are nine in each group. **How large is ICC(2)?** A mean of
# nine people is like a scale of nine statements that correlate 0.10: `spearman_brown(0.10, times=…)`.

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
reliability = None
check("16.2", reliability, lang=LANG)

# %% tags=["solution"]
check("16.2", float(spearman_brown(0.10, times=9)), lang=LANG)

# %% [markdown] lang="da"
# ## 16.3 Hvor store skal grupperne være?
# Samme kommune vil først vise gruppernes tal, når gennemsnittets reliabilitet er mindst 0,70. **Hvor
# mange mennesker skal der være i hver gruppe?** Prøv `times_needed(0.10, wanted=…)`.

# %% [markdown] lang="en"
# ## 16.3 How large must the groups be?
# The same municipality will show the groups' numbers only where the reliability of the mean is at
# least 0.70. **How many people must there be in each group?** Try `times_needed(0.10, wanted=…)`.

# %% tags=["answer"]
# da: Skriv antallet i stedet for None
# en: Write the number in place of None
people = None
check("16.3", people, lang=LANG)

# %% tags=["solution"]
check("16.3", float(times_needed(0.10, wanted=0.70)), lang=LANG)

# %% [markdown] lang="da"
# ## 16.4 Enige i forhold til hvad?
# Fem kolleger har svaret 3, 4, 4, 4 og 5. Mod svar, der fordeler sig jævnt, er deres rwg 0,75. **Hvad
# bliver den, hvis folk i forvejen hælder lidt til den pæne side (`null="slight"`)?**

# %% [markdown] lang="en"
# ## 16.4 In agreement compared with what?
# Five colleagues have answered 3, 4, 4, 4 and 5. Against answers that spread evenly, their rwg is 0.75.
# **What does it become if people lean a little to the kind side in advance (`null="slight"`)?**

# %% tags=["open"]
# da: Skift "uniform" ud, og kør cellen igen
# en: Replace "uniform" and run the cell again
answers, team = [3, 4, 4, 4, 5], ["team"] * 5
rwg_j(answers, team, null="uniform").values

# %% tags=["answer"]
# da: Skriv tallet i stedet for None
# en: Write the number in place of None
agreement = None
check("16.4", agreement, lang=LANG)

# %% tags=["solution"]
check("16.4", rwg_j(answers, team, null="slight").median, lang=LANG)

# %% [markdown] lang="da"
# ## 16.5 Et tal for mit team
# **Hvilket gennemsnit får dit team, hvor mange svarer, hvad ville du vide om enigheden, før du bruger
# tallet, og hvad gør du, hvis folk er delt i to?** Mindst 25 ord. Teksten bliver på din maskine.

# %% [markdown] lang="en"
# ## 16.5 A number for my team
# **Which mean is your team given, how many answer, what would you want to know about agreement before
# you use the number, and what do you do if people are split in two?** At least 25 words. The text
# stays on your machine.

# %% tags=["answer"]
# da: Skriv mellem anførselstegnene
# en: Write between the quotation marks
reflection = """

"""
check("16.5", reflection, lang=LANG)

# %% tags=["solution"]
reflection = """
Vi får et gennemsnit for ledelse, og elleve svarer. Jeg vil vide, hvordan svarene fordeler sig, før
jeg siger noget om tallet. Er vi delt i to, taler jeg med dag- og aftenhold hver for sig først.
"""
check("16.5", reflection, lang=LANG)

# %% [markdown] lang="da"
# Hvem i dit team ville genkende sig selv i gennemsnittet, og hvem ville ikke?

# %% [markdown] lang="en"
# Who in your team would recognise themselves in the mean, and who would not?
