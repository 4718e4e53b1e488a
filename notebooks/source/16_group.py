# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Er gruppen en gruppe?
# To afdelinger har fået det samme gennemsnit i trivselsmålingen: 3,0. I den ene har alle svaret 3. I
# den anden har halvdelen svaret 1 og halvdelen 5. Skal de to ledere have den samme tilbagemelding?
# Skriv, hvad hver af dem bør høre, før du læser videre.

# %% [markdown] lang="en"
# # Is the group a group?
# Two departments have the same mean in the wellbeing survey: 3.0. In one of them everyone answered 3.
# In the other, half answered 1 and half 5. Should the two leaders be given the same feedback? Write
# down what each of them should hear before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 35 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 35 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Lad salen stille sig på en linje fra 1 til 5 efter et ufarligt spørgsmål (»det
# hjælper mig at høre musik, når jeg arbejder«), først samlet, så delt i tre hjørner efter, hvor man
# sidder. Spørg: Er et hjørne en gruppe? Det er hele lektionen i ét billede.

# %% [markdown] lang="en"
# **Are you teaching?** Let the room line up from 1 to 5 by a harmless question ("it helps me to hear
# music while I work"), first all together, then split into three corners by where people sit. Ask:
# is a corner a group? That is the whole lesson in one picture.

# %%
# da: Hent data og mål
# en: Fetch data and measures
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import load_dataset, source
from lederlib.measure import icc, rwg_j
from lederlib.report import show_table

survey = load_dataset("municipal_survey")
items = [f"leadership_quality_{number}" for number in (1, 2, 3)]
answered = survey.dropna(subset=items)

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - holde tre spørgsmål ude fra hinanden: Er folk enige? Er grupperne forskellige? Kan gennemsnittet
#   skelne dem?
# - læse ICC(1), ICC(2) og rwg med deres intervaller og forbehold,
# - sige nej til en rangliste, der ikke kan bæres.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - keep three questions apart: do people agree? Do the groups differ? Can the mean tell them apart?
# - read ICC(1), ICC(2) and rwg with their intervals and reservations,
# - say no to a ranking that the data cannot carry.

# %% [markdown] lang="da"
# ## Begreb
# ### Tre spørgsmål før et gennemsnit
# Når vi skriver ét tal ud for en afdeling, påstår vi, at tallet tilhører afdelingen og ikke bare de
# mennesker, der tilfældigvis svarede. Det kan prøves:
#
# - **Er folk enige?** `rwg` går fra 0 (svarene spreder sig, som om alle havde krydset af i blinde) til 1
#   (alle svarer ens) (James, Demaree og Wolf, 1984). Hvad »i blinde« vil sige, er et valg, og valget
#   flytter tallet.
# - **Er grupperne forskellige?** `ICC(1)` er den del af forskellene mellem mennesker, der ligger
#   *mellem* grupperne. I arbejdslivet er den ofte mellem 0,05 og 0,20: Langt det meste ligger inden
#   for grupperne.
# - **Kan gennemsnittet skelne dem?** `ICC(2)` er gennemsnittets reliabilitet. Den vokser med
#   gruppens størrelse, efter nøjagtig samme regel som en skala, der får flere udsagn.

# %% [markdown] lang="en"
# ## Concept
# ### Three questions before a mean
# When we print one number beside a department, we claim that it belongs to the department and not only
# to the people who happened to answer. That can be tried:
#
# - **Do people agree?** `rwg` runs from 0 (the answers spread as if all had ticked blindly) to 1
#   (everyone answers alike) (James, Demaree and Wolf, 1984). What "blindly" means is a choice, and the
#   choice moves the number.
# - **Do the groups differ?** `ICC(1)` is the part of the differences between people that lies
#   *between* the groups. At work it is often between 0.05 and 0.20: by far the most lies within them.
# - **Can the mean tell them apart?** `ICC(2)` is the reliability of the mean. It grows with the size of
#   the group, by exactly the same rule as a scale that is given more statements.

# %% [markdown] lang="da"
# ### 400 enheder i den syntetiske undersøgelse
# Her er ledelseskvalitet målt i 400 opdigtede enheder.

# %% [markdown] lang="en"
# ### 400 units in the synthetic survey
# Here is leadership quality measured in 400 invented units.

# %%
# da: Er enhederne forskellige, og er folk enige?
# en: Do the units differ, and do people agree?
between = icc(answered[items].mean(axis=1), answered["unit"])
within = rwg_j(answered[items], answered["unit"])
Markdown(f"{between.summary(LANG)}\n\n{within.summary(LANG)}")

# %% [markdown] lang="da"
# Læg mærke til, at enheder med under fem svar er skjult: Med få svar er et mål for enighed det samme
# som at sige, hvad den enkelte har svaret.

# %% [markdown] lang="en"
# Note that units with fewer than five answers are hidden: with few answers, a measure of agreement is
# the same as telling what each person answered.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Tolv grupper på otte. **Der er slet ingen sande forskelle mellem dem**, kun mellem mennesker.
# 1. Hvor langt er der fra det laveste til det højeste gennemsnit på skalaen 1–5?
# 2. Hvad ville en rangliste over de tolv sige?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Twelve groups of eight. **There are no true differences between them at all**, only between people.
# 1. How far is it from the lowest to the highest mean on the scale 1–5?
# 2. What would a ranking of the twelve say?

# %%
# da: Skru på grupperne
# en: Turn the groups
from lederlib.widget import explore_agreement

explore_agreement(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Ingen forskelle.* Sæt forskellen mellem grupperne til 0,0, og træk nye svar fem gange. Hvem er
#    nederst? Er det den samme hver gang?
# 2. *Større grupper.* Giv grupperne lidt forskel (0,3), og gå fra 5 til 30 personer. Hvilket af de tre
#    tal flytter sig mest, og hvilket bør **ikke** flytte sig?
# 3. *Enige om det samme.* Sæt uenigheden ned til 0,3 og forskellen til 0,0. Hvorfor er rwg høj, når
#    ICC er nul?
# 4. *Uenige afdelinger.* Skru begge dele op. Hvad skjuler gennemsnittet nu?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *No differences.* Set the difference between the groups to 0.0 and draw new answers five times. Who
#    is at the bottom? Is it the same one each time?
# 2. *Larger groups.* Give the groups a little difference (0.3) and go from 5 to 30 people. Which of the
#    three figures moves most, and which should **not** move?
# 3. *Agreed on the same.* Lower disagreement to 0.3 and difference to 0.0. Why is rwg high when the ICC
#    is zero?
# 4. *Departments that disagree.* Turn up both. What does the mean hide now?

# %% [markdown] lang="da"
# ### Hvad hviler enigheden på?
# `rwg` sammenligner med svar, der fordeler sig jævnt på alle fem muligheder. Men i trivselsmålinger
# svarer de fleste til den pæne side. Tager vi det med, falder tallet.

# %% [markdown] lang="en"
# ### What does the agreement rest on?
# `rwg` compares with answers that spread evenly over all five options. But in wellbeing surveys most
# answer on the kind side. If we take that into account, the number falls.

# %% tags=["nbval-check-output"]
# da: Samme svar, tre antagelser om at svare i blinde
# en: The same answers, three assumptions on answering blindly
nulls = ["uniform", "slight", "heavy"]
medians = [rwg_j(answered[items], answered["unit"], null=null).median for null in nulls]
table = pd.Series(medians, nulls, name="rwg")
show_table(table, LANG, caption="three_nulls", rows="blind_answers")

# %% [markdown] lang="da"
# De samme svar kan altså kaldes enige eller uenige. **Konklusionen afhænger af en antagelse**, som
# sjældent står i rapporten. Spørg efter den.

# %% [markdown] lang="en"
# So the same answers can be called agreement or disagreement. **The conclusion depends on an
# assumption** that is seldom in the report. Ask for it.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke grupper måles I som, og hvilke *er* I? Vagthold, faggruppe, matrikel, mødefællesskab?
# - Hvornår er uenighed i en gruppe et problem, og hvornår er den et tegn på, at folk tør sige noget?
# - Hvad gør en rangliste over afdelinger ved dem, der ligger nederst, når rækkefølgen er tilfældig?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which groups are you measured as, and which *are* you? Shift, profession, building, those who meet?
# - When is disagreement in a group a problem, and when is it a sign that people dare to speak?
# - What does a ranking of departments do to those at the bottom when the order is chance?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 16](../../exercises/da/16_group.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 16](../../exercises/en/16_group.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('james_1984').citation(LANG)}\n"
    f"- {source('shrout_1979').citation(LANG)}"
)

# %% [markdown] lang="da"
# Næste gang du får et gennemsnit for dit team: Hvilket af de tre spørgsmål vil du stille først, og til
# hvem?

# %% [markdown] lang="en"
# The next time you are given a mean for your team: which of the three questions will you ask first,
# and whom?
