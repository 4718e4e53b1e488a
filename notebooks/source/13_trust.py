# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Kan vi stole på målingen?
# En ledergruppe på tolv har svaret på tre udsagn om ledelse. Konsulenten skriver, at skalaen er
# god: »alfa er 0,86«. Ugen efter svarer tolv andre ledere fra samme kommune, og nu er alfa 0,62.
# Er de tolv andre mindre samvittighedsfulde? Skriv dit bud på en forklaring, før du læser videre.

# %% [markdown] lang="en"
# # Can we trust the measurement?
# A group of twelve leaders has answered three statements on leadership. The consultant writes that
# the scale is good: "alpha is 0.86". A week later twelve other leaders of the same municipality
# answer, and now alpha is 0.62. Are the twelve others less conscientious? Write down your guess at
# an explanation before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 35 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 35 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Saml forklaringerne på tavlen. De fleste handler om de tolv andre. Kom tilbage
# til dem, når I har set de fyrre prikker, og spørg, hvor mange af dem der stadig behøves.

# %% [markdown] lang="en"
# **Are you teaching?** Gather the explanations on the board. Most of them will be about the twelve
# others. Come back to them when you have seen the forty dots, and ask how many are still needed.

# %%
# da: Hent data og mål
# en: Fetch data and measures
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import load_dataset, source
from lederlib.measure import alpha, measurement_error
from lederlib.report import show_table

survey = load_dataset("municipal_survey")
leadership = [f"leadership_quality_{number}" for number in (1, 2, 3)]

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - sige med dine egne ord, hvad reliabilitet er, og hvad den ikke er,
# - læse en alfa sammen med sit interval, og vide, hvorfor tolv svar ikke kan bære den,
# - afgøre, om forskellen på to personer eller to målinger er større end målefejlen.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - say in your own words what reliability is, and what it is not,
# - read an alpha together with its interval, and know why twelve answers cannot carry it,
# - decide whether the difference between two people or two measurements exceeds the error.

# %% [markdown] lang="da"
# ## Begreb
# ### En vægt, der viser lidt forskelligt
# Stil dig på badevægten tre gange i træk. Viser den det samme, er den **reliabel**. Det siger ikke,
# at den viser rigtigt; den kan godt lægge tre kilo til hver gang. Med et spørgeskema kan vi ikke
# bare spørge igen, for folk husker. I stedet stiller vi flere spørgsmål om det samme og ser, om
# svarene følges ad.
#
# **Reliabiliteten** er den del af forskellene mellem folk, der ville gå igen, hvis vi målte på ny
# med udsagn af samme slags. **Alfa** er det mest brugte bud på den (Cronbach, 1951). Den er et
# underkantsbud, når udsagnene ikke er lige gode, og den siger intet om, *hvad* de måler.

# %% [markdown] lang="en"
# ## Concept
# ### A scale that shows a little differently
# Step on the bathroom scale three times in a row. If it shows the same, it is **reliable**. That does
# not mean that it shows the truth; it may add three kilos every time. With a questionnaire we cannot
# simply ask again, since people remember. Instead we ask several questions about the same thing and
# see whether the answers go together.
#
# **Reliability** is the part of the differences between people that would come again if we measured
# anew with statements of the same kind. **Alpha** is the guess at it used most (Cronbach, 1951). It
# errs on the low side when the statements are not equally good, and says nothing about *what* they
# measure.

# %% [markdown] lang="da"
# ### Samme udsagn, 12, 60 og 600 svar
# Her er tre udsagn om ledelseskvalitet fra den **syntetiske** kommuneundersøgelse, trukket ved lod
# blandt de 5.234 svar.

# %% [markdown] lang="en"
# ### The same statements, 12, 60 and 600 answers
# Here are three statements on leadership quality from the **synthetic** municipal survey, drawn by
# lot among its 5,234 answers.

# %% tags=["nbval-check-output"]
# da: Alfa for 12, 60 og 600 tilfældige svar
# en: Alpha for 12, 60 and 600 random answers
found = [alpha(survey[leadership].sample(n, random_state=1)) for n in (12, 60, 600)]
table = pd.concat([result.to_frame() for result in found]).set_index("n")
show_table(table[["value", "low", "high"]], LANG, caption="alpha_by_answers", rows="answers")

# %% [markdown] lang="da"
# Tallene *fra* og *til* er et 95 %-interval (Feldt, 1965). Læg mærke til to ting: Rækkerne har lidt
# færre personer, end vi trak, fordi kun de, der har svaret på alle tre udsagn, tæller med. Og
# intervallet for de tolv rummer både en skala, de fleste ville kassere, og en, de ville rose.

# %% [markdown] lang="en"
# The numbers *from* and *to* are a 95% interval (Feldt, 1965). Note two things: the rows have
# slightly fewer people than we drew, since only those who answered all three statements count. And
# the interval of the twelve holds both a scale that most would discard and one that they would
# praise.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Fem udsagn hænger jævnt sammen, og den sande reliabilitet er 0,73. Fyrre ledergrupper på tolv
# regner hver deres alfa ud.
# 1. Hvor mange af de fyrre finder en alfa under 0,60?
# 2. Hvad hjælper mest: dobbelt så mange udsagn eller fem gange så mange svar?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Five statements go together evenly, and the true reliability is 0.73. Forty groups of twelve leaders
# each work out their alpha.
# 1. How many of the forty find an alpha below 0.60?
# 2. What helps most: twice as many statements, or five times as many answers?

# %%
# da: Skru på skalaen
# en: Turn the scale
from lederlib.widget import explore_reliability

explore_reliability(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Flere svar.* Gå fra 12 til 60 og til 600. Hvad sker der med prikkerne, og hvad sker der **ikke**
#    med den sorte streg?
# 2. *Flere udsagn.* Sæt 12 svar, og gå fra to til tolv udsagn. Hvad flytter sig nu?
# 3. *Mere ens udsagn.* Sæt korrelationen op til 0,70. Tallet bliver flot. Hvad kunne prisen være, når
#    fem udsagn næsten siger det samme?
# 4. *To personer.* Find den mindste forskel, der er større end målefejlen. Ville I give de to ledere
#    hver sin tilbagemelding på den?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *More answers.* Go from 12 to 60 and to 600. What happens to the dots, and what does **not** happen
#    to the black line?
# 2. *More statements.* Set 12 answers and go from two to twelve statements. What moves now?
# 3. *Statements more alike.* Raise the correlation to 0.70. The number looks fine. What might be the
#    price when five statements say almost the same?
# 4. *Two people.* Find the smallest difference that exceeds the error. Would you give the two leaders
#    different feedback on it?

# %% [markdown] lang="da"
# Turene viser to slags usikkerhed, som let blandes sammen. **Flere svar** gør os sikrere på, hvor god
# skalaen er. **Flere udsagn** gør skalaen bedre. Tolv ledere kan altså ikke afgøre, om et
# spørgeskema dur; det må andre have prøvet før dem. Til gengæld kan de bruge et, der dur.
#
# ### Hvad er målefejlen i point?
# For den enkelte er det ikke alfa, der betyder noget, men målefejlen på skalaen selv.

# %% [markdown] lang="en"
# The walks show two kinds of uncertainty that are easily mixed up. **More answers** make us surer how
# good the scale is. **More statements** make the scale better. So twelve leaders cannot decide whether
# a questionnaire is any good; others must have tried it before them. But they can use one that is.
#
# ### What is the error in points?
# For a single person it is not alpha that matters but the error on the scale itself.

# %%
# da: Målefejlen for én persons gennemsnit af de tre udsagn
# en: The error of one person's mean of the three statements
Markdown(measurement_error(survey[leadership]).summary(LANG))

# %% [markdown] lang="da"
# ### Hvad hviler det på?
# Intervallet er regnet, men regnet **under antagelser**: at udsagnene er lige gode, at svarene er
# nogenlunde normalfordelte, og at de, der svarede, ligner dem, der ikke gjorde. De første to er
# sjældent helt sande; derfor kan man også få intervallet ved at trække svarene om og om igen. Den
# tredje kan ingen formel redde.

# %% [markdown] lang="en"
# ### What does it rest on?
# The interval is computed, but computed **under assumptions**: that the statements are equally good,
# that answers are roughly normal, and that those who answered resemble those who did not. The first
# two are rarely quite true; so one can also get the interval by drawing the answers again and again.
# No formula can save the third.

# %%
# da: Samme interval uden antagelsen om normalfordeling
# en: The same interval without assuming a normal distribution
few = survey[leadership].sample(60, random_state=1)
Markdown(alpha(few, interval="bootstrap", rng=1).summary(LANG))

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke målinger har I fået tilbage som leder, uden at nogen sagde, hvor usikre de var?
# - Hvornår er en skala **god nok**: til at tale ud fra, til at sammenligne afdelinger, til at vurdere
#   en enkelt leder? Skal kravet være det samme?
# - Hvad ville I hellere gøre med ti minutter af folks tid: stille flere spørgsmål om det samme eller
#   spørge om flere ting?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which measurements have you been given as a leader without anyone saying how uncertain they were?
# - When is a scale **good enough**: to talk from, to compare departments, to judge a single leader?
#   Should the demand be the same?
# - What would you rather do with ten minutes of people's time: ask more questions about the same thing,
#   or ask about more things?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 13](../../exercises/da/13_trust.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 13](../../exercises/en/13_trust.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('cronbach_1951').citation(LANG)}\n- {source('feldt_1965').citation(LANG)}"
)

# %% [markdown] lang="da"
# Tænk på den næste måling, du skal fremlægge for dine medarbejdere. Hvilken ene sætning om dens
# usikkerhed vil du begynde med?

# %% [markdown] lang="en"
# Think of the next measurement that you are to present to your staff. Which one sentence about its
# uncertainty will you begin with?
