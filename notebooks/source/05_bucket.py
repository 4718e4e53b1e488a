# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Spanden med huller
# I skal bruge flere hænder. Du kan gøre én ting en femtedel bedre: få flere ansøgere, ansætte
# hurtigere, tage bedre imod de nye, få flere til at blive, eller få flere til at komme tilbage.
# Hvilken giver færrest tomme stillinger om fem år? Skriv dit svar ned, før du læser videre.

# %% [markdown] lang="en"
# # The bucket with holes
# You need more hands. You can make one thing a fifth better: get more applicants, hire faster,
# receive newcomers better, make more people stay, or make more come back. Which one leaves fewest
# positions vacant in five years? Write your answer down before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Tæl hænderne for hvert af de fem svar, og skriv tallene på tavlen. Lad dem stå,
# til modellen har svaret, og spørg så: Hvad er det, modellen ikke ved om jer?

# %% [markdown] lang="en"
# **Are you teaching?** Count the hands for each of the five answers and write the numbers on the
# board. Leave them there until the model has answered, and then ask: what is it that the model does
# not know about you?

# %%
# da: Hent modellen
# en: Fetch the model
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import source
from lederlib.model import FAMILIES, LOOPS, retention
from lederlib.plot import plot_bucket
from lederlib.report import show_table
from lederlib.scenario import Bucket, bucket_year, compare_buckets, run_bucket, share_run_dry

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - tegne din egen arbejdsplads som en spand: hvem løber til, hvem løber fra, og gennem hvilke huller,
# - regne ud i hovedet, hvor mange stillinger der står tomme, når du kender to tal,
# - forklare, hvorfor en spand kan løbe tør, selv om intet enkelt hul ser farligt ud,
# - sige, hvad to tal fra en undersøgelse kan afgøre, og hvad de ikke kan.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - draw your own workplace as a bucket: who flows in, who flows out, and through which holes,
# - work out in your head how many positions stand vacant when you know two numbers,
# - explain why a bucket can run dry though no single hole looks dangerous,
# - say what two numbers from a survey can decide, and what they cannot.

# %% [markdown] lang="da"
# ## Begreb
# Næstved Kommune taler om at lukke hullerne i spanden (Rasmussen, 2025). Billedet er godt, for det
# minder om to ting på én gang: Det nytter ikke at hælde mere i, hvis det løber ud igen. Og en spand
# kan være fuld, selv om alt i den er skiftet ud.
#
# Spanden her er 100 stillinger. Øverst løber nye til. De er nye en tid, og i den tid går de lettere
# igen. Resten er faldet til. Ud løber de gennem tre huller: nye, der går, øvrige, der går, og dem,
# der går på pension. Nogle af dem, der er gået, kunne tænke sig at komme igen.

# %% [markdown] lang="en"
# ## Concept
# Næstved Municipality speaks of closing the holes in the bucket (Rasmussen, 2025). It is a good
# picture, for it reminds us of two things at once: it is no use pouring in more if it runs out
# again. And a bucket may be full though everything in it has been replaced.
#
# The bucket here is 100 positions. Newcomers flow in at the top. They are new for a time, and during
# that time they leave more easily. The rest have settled. Out they flow through three holes:
# newcomers who quit, others who quit, and those who retire. Some of those who left could imagine
# coming back.

# %%
# da: Spanden om fem år, hvis alt forbliver, som det er
# en: The bucket in five years if everything stays as it is
today = run_bucket()
plot_bucket(bucket_year(today, 5), lang=LANG, stamp=today.stamp)

# %% [markdown] lang="da"
# ### To tal giver det tredje
# Hvis 13 stillinger bliver forladt om året, og hver står tom i en fjerdedel år, er der på en
# tilfældig dag godt 3 tomme. **Tomme stillinger er afgang gange ventetid.** Det gælder alle
# spande og kræver ingen model. Derfor er ventetiden et hul, man let overser: Hun, der blev ansat
# til april, er lige så tabt i januar, som hvis ingen havde søgt.
#
# ### Hvad er målt?
# Tre tal er spurgt frem hos 5.234 kommunalt ansatte (Jørgensen, 2025): 18 % venter at være væk om
# et år, 46 % om fem år, og 63 % kan forestille sig at vende tilbage til et sted, de har forladt.
# Resten, også hvor let nye går, og hvor længe I venter på en ny kollega, er **antagelser** med
# brede spænd. Derfor har alle svar her en parentes.

# %% [markdown] lang="en"
# ### Two numbers give the third
# If 13 positions are left in a year and each stands vacant for a quarter of a year, a good 3 are
# vacant on any one day. **Vacancies are exits times waiting time.** That holds for all buckets
# and takes no model. So waiting is a hole that is easily overlooked: she who was hired for April is
# as much missed in January as if nobody had applied.
#
# ### What has been measured?
# Three numbers come from asking 5,234 municipal employees (Jørgensen, 2025): 18% expect to be gone
# in one year, 46% in five years, and 63% could imagine returning to a place that they left. The
# rest, including how easily newcomers leave and how long you wait for a new colleague, are
# **assumptions** with wide ranges. That is why every answer here comes with a bracket.

# %% [markdown] lang="da"
# ### Hvorfor falder afgangen?
# 18 % det første år ville blive til 63 % på fem år, hvis det fortsatte. Folk venter kun 46 %. Noget
# bremser altså, men hvad? Måske er folk *forskellige*, og de utålmodige går først. Måske går nogle,
# mens andre *altid bliver*. Måske *knyttes alle tættere*, jo længere de er her. Alle tre historier
# passer på begge tal. Tabellen viser, hvor mange procent der er gået efter 1, 5 og 10 år.

# %% [markdown] lang="en"
# ### Why does leaving slow down?
# 18% in the first year would become 63% in five years if it went on. People expect only 46%. So
# something slows it down, but what? Perhaps people *differ*, and the impatient leave first. Perhaps
# some leave while others *always stay*. Perhaps *all grow attached* the longer they are here. All
# three stories fit both numbers. The table shows how many per cent are gone after 1, 5 and 10 years.

# %% tags=["nbval-check-output"]
# da: Tre historier, samme to tal: procent, der er gået efter 1, 5 og 10 år
# en: Three stories, the same two numbers: per cent gone after 1, 5 and 10 years
years = pd.Index([1, 5, 10])
left = 100 * (1 - retention(years, family=range(len(FAMILIES))))
gone = pd.DataFrame(left, years, ["people_differ", "some_stay", "all_attach"])
show_table(gone, LANG, caption="three_stories", rows="years", digits=0)

# %% [markdown] lang="da"
# Se på det tiende år. Her skilles de, og ingen af de to tal kan sige, hvem der har ret. Det betyder
# noget for, hvad du skal gøre: Er folk forskellige, så find de utålmodige. Knyttes alle tættere, så
# hold på dem det første år.

# %% [markdown] lang="en"
# Look at the tenth year. There they part, and neither of the two numbers can say who is right. It
# matters for what you should do: if people differ, find the impatient ones. If all grow attached,
# hold on to them in the first year.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Halvdelen af jeres ansøgere er der ikke længere. I 2030 mangler 90.000 på arbejdsmarkedet, hvis den
# private beskæftigelse skal vokse og den offentlige service holdes (Qvick, Elmholdt og Schultz
# Pedersen, 2025); *Jeres del af dem, der mangler i 2030* regner med dem. Hvor mange af 100 stillinger
# står tomme om fem år, når det med alle ansøgerne ville være knap 3?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Half of your applicants are no longer there. In 2030 90,000 are missing on the labour market if
# private employment is to grow and public service to be kept up (Qvick, Elmholdt and Schultz
# Pedersen, 2025); *Your share of those missing in 2030* counts them in. How many of 100 positions
# stand vacant in five years when with all the applicants it would be just under 3?

# %%
# da: Skru på spanden
# en: Turn the bucket
from lederlib.widget import explore_bucket

explore_bucket(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Manglen.* Sæt den til 50 %. Hvad kan ophæve den igen: flere ansøgere, hurtigere ansættelse
#    eller færre opsigelser? Prøv én ad gangen.
# 2. *De nye.* Fjern al nyansattes ekstra afgang. Hvilket hul bliver mindre, og hvor lidt flytter
#    det? Hvem mærker det alligevel?
# 3. *Historien.* Skift mellem de tre grunde til, at afgangen falder, først med spanden om fem år
#    og så om ti. Hvornår begynder valget at betyde noget?
# 4. *Sløjferne.* Lad manglen stå på 50 %, og tænd sløjferne én ad gangen og så alle fire. Hold øje
#    med, i hvor mange verdener spanden løber tør.

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *The shortage.* Set it to 50%. What can undo it: more applicants, faster hiring or fewer quits?
#    Try one at a time.
# 2. *The newcomers.* Take away all that newcomers leave more often. Which hole shrinks, and how
#    little does it move? Who feels it all the same?
# 3. *The story.* Switch between the three reasons why leaving slows down, first with the bucket in
#    five years and then in ten. When does the choice begin to matter?
# 4. *The loops.* Leave the shortage at 50% and turn the loops on one by one, then all four. Watch in
#    how many worlds the bucket runs dry.

# %% [markdown] lang="da"
# ### Svaret på det første spørgsmål
# En femtedel bedre på hver af de fem: ændringen i tomme stillinger af 100 om fem år, med 90 % af de
# mulige verdener, og hvor ofte netop den er bedst.

# %% [markdown] lang="en"
# ### The answer to the first question
# A fifth better on each of the five: the change in vacancies of 100 in five years, with 90% of the
# possible worlds, and how often that one is best.

# %%
# da: Fem måder at blive en femtedel bedre på
# en: Five ways to become a fifth better
keys = ["applicants", "recruitment", "onboarding", "quits", "returning"]
better = dict(zip(keys, [0.2, -0.2, -0.2, -0.2, 0.2], strict=True))
options = {key: run_bucket(Bucket(**{key: better[key]})) for key in keys}
table = compare_buckets(options, before=today)
show_table(table, LANG, caption="fifth_better", rows="fifth")

# %% [markdown] lang="da"
# Flere ansøgere lyder af mest og flytter mindst af de tre store, for de fleste opslag får allerede
# nogen. Ventetid og opsigelser ganges med hinanden i modellen, og derfor er det en af de to, der
# vinder, når vi trækker verdener. Men læg mærke til, hvad tabellen *ikke* måler: Hvad koster det at gøre hver af dem en femtedel
# bedre? Det ved kun I. Og tomme stillinger er ikke alt; en god start betyder noget for den, der
# starter.
#
# ### Når huller åbner huller
# Sløjferne er den del af modellen, vi ved mindst om. Hver for sig flytter de næsten ikke det
# midterste bud. Men nogle verdener bærer dem ikke alle på én gang: Tomme stillinger slider på dem,
# der er tilbage, de går, rygtet breder sig, og færre søger. Tabellen: i hvor mange procent af
# verdenerne hver fjerde stilling er tom om ti år, når halvdelen af ansøgerne mangler, uden sløjfer,
# med én ad gangen og med alle.

# %% [markdown] lang="en"
# More applicants sounds like most and moves least of the big three, for most adverts get someone
# already. Waiting and quitting multiply each other in the model, so it is one of those two that
# wins whenever worlds are drawn. But note what the table does *not* measure: what does it cost to make each a fifth better? Only you
# know. And vacancies are not everything; a good start matters to the one who starts.
#
# ### When holes open holes
# The loops are the part of the model that we know least about. One by one they hardly move the
# middle estimate. But some worlds cannot carry all of them at once: vacancies wear on those who
# remain, they leave, word gets around, and fewer apply. The table: in how many per cent of the worlds
# every fourth position is vacant in ten years when half of the applicants are missing, without loops,
# with one at a time and with all.

# %%
# da: I hvor mange verdener er spanden løbet tør om ti år, med halvdelen af ansøgerne?
# en: In how many worlds has the bucket run dry in ten years, with half of the applicants?
loops = {"loop_none": (), **{f"loop_{loop}": (loop,) for loop in LOOPS}, "loop_all": LOOPS}
runs = [run_bucket(Bucket(shortage=0.5, loops=on)) for on in loops.values()]
dry = pd.Series([100 * share_run_dry(run, 10) for run in runs], list(loops), name="per_cent")
show_table(dry, LANG, caption="run_dry", rows="loops", digits=0)

# %% [markdown] lang="da"
# Se, hvad hver af de fire sløjfer lægger til *ingen*. Læg de fire sammen, og sammenlign med det, som
# *alle* lægger til. Det er forskellen på fire problemer og et system. Hvor den ligger, **afhænger af
# antagelser**: Vi kender retningen, ikke styrken.

# %% [markdown] lang="en"
# See what each of the four loops adds to *none*. Sum the four, and compare with what *all* add. That
# is the difference between four problems and a system. Where it lies **depends on assumptions**: we
# know the direction, not the strength.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilket hul er størst hos jer, og hvilket taler I mest om? Er det det samme?
# - Hvor mange uger går der hos jer, fra en kollega siger op, til den næste er på plads? Hvor mange
#   af dem bestemmer I selv over?
# - Hvem er gået inden for de sidste år og kunne tænke sig at komme igen? Ved de, at døren er åben?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which hole is largest where you are, and which do you talk about most? Is it the same one?
# - How many weeks pass from the day a colleague gives notice until the next one is in place? How
#   many of them are up to you?
# - Who left in the last few years and could imagine coming back? Do they know that the door is open?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 5](../../exercises/da/05_bucket.ipynb): fem opgaver, omkring 25 minutter. Den sidste
# er at tegne jeres egen spand i ord.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 5](../../exercises/en/05_bucket.ipynb): five tasks, about 25 minutes. The last is to
# draw your own bucket in words.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('naestved_2025').citation(LANG)}\n"
    f"- {source('komponent_2025').citation(LANG)}\n"
    f"- {source('helhedsmodel_2025').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvis du måtte lukke ét hul i din egen spand inden sommer, hvilket ville det være, og hvem skulle
# hjælpe dig med at holde låget?

# %% [markdown] lang="en"
# If you could close one hole in your own bucket before the summer, which would it be, and who would
# have to help you hold the lid?
