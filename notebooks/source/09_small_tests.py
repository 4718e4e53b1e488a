# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Små prøvehandlinger
# Otte team har fået mentorer til deres nye ledere. Et halvt år efter er sliddet i de otte team faldet
# markant. Virker mentorerne? Svar ja, nej eller *det kan man ikke se endnu*, og skriv, hvad du ville
# spørge om først.

# %% [markdown] lang="en"
# # Small tests
# Eight teams have been given mentors for their new leaders. Half a year later strain in the eight teams
# has fallen markedly. Do mentors work? Answer yes, no or *one cannot tell yet*, and write down what you
# would ask first.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Lad alle gemme deres bud i værktøjet nedenfor, før du viser ét eneste tal. Et bud,
# der er gemt, kan ikke laves om. Det er hele pointen, og det er sundt for underviseren også.

# %% [markdown] lang="en"
# **Are you teaching?** Let everyone store their prediction in the tool below before you show a single
# number. A prediction that is stored cannot be changed. That is the whole point, and it is healthy for
# the teacher too.

# %%
# da: Hent prøvehandlingernes uger
# en: Fetch the weeks of the small tests
from IPython.display import Markdown

from lederlib.catalogue import source
from lederlib.plot import plot_pilot_effect, plot_power, plot_run_chart
from lederlib.scenario import pilot_table, pilot_themes, pilot_weeks

mentors = pilot_weeks("leadership_quality", "strain")
with_mentor, without = mentors.means

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - skelne det, der ændrer sig, fra det, I har ændret,
# - sige et bud højt, før I ser tallene, og holde det op mod dem bagefter,
# - regne ud, hvor mange team en prøve kræver, før I går i gang.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - tell what changes from what you have changed,
# - say a prediction aloud before you see the numbers, and hold it up against them afterwards,
# - work out how many teams a test takes before you begin.

# %% [markdown] lang="da"
# ## Begreb
# En **prøvehandling** er noget lille, man gør i kort tid for at lære. Næstved Kommune har valgt tre
# temaer ud og undersøger dem på den måde (Rasmussen, 2025). Vores tal er **opdigtede**: tre temaer, 48
# team, 24 uger, og lod afgjorde, hvem der var med. Derfor kan vi tillade os at bygge sandheden ind og
# se, om I finder den. I mindst ét af temaerne er der *slet ingen virkning*.
#
# ### Er der sket noget? Seriediagrammet
# Læg ugerne på en linje, og tegn medianen: halvdelen ligger over, halvdelen under. Sker der intet,
# falder punkterne tilfældigt på hver sin side. To ting er **mere end tilfældet** (Anhøj og Olesen,
# 2014): en usædvanligt lang *række* på samme side, eller usædvanligt få *krydsninger* af medianen.
# Efter en ændring, som man har aftalt på forhånd, tegner man en ny median.

# %% [markdown] lang="en"
# ## Concept
# A **small test** is something small that one does for a short time in order to learn. Næstved
# Municipality has picked three themes and explores them in that way (Rasmussen, 2025). Our numbers are
# **invented**: three themes, 48 teams, 24 weeks, and chance decided who took part. So we may build the
# truth in and see whether you find it. In at least one of the themes there is *no effect at all*.
#
# ### Has something happened? The run chart
# Put the weeks in a row and draw the median: half lie above and half below. If nothing happens, the
# points fall on either side by chance. Two things are **more than chance** (Anhøj and Olesen, 2014): an
# unusually long *run* on one side, or unusually few *crossings* of the median. After a change that was
# agreed beforehand one draws a new median.

# %%
# da: De otte team med mentorer, uge for uge
# en: The eight teams with mentors, week by week
plot_run_chart(with_mentor, start=mentors.start, lang=LANG, synthetic=True)

# %%
# da: Reglerne i ord
# en: The rules in words
Markdown(plot_run_chart(with_mentor, start=12, lang=LANG).alt)

# %% [markdown] lang="da"
# Det er mere end tilfældet. Altså virker mentorerne? **Stop op her**, og spørg, hvad du ville se, hvis
# de ikke gjorde. Rul først ned, når du har et svar.

# %% [markdown] lang="en"
# That is more than chance. So the mentors work? **Pause here**, and ask what you would see if they did
# not. Scroll down only when you have an answer.

# %%
# da: De samme uger, og otte team, der ikke fik en mentor
# en: The same weeks, and eight teams that did not get a mentor
plot_run_chart(with_mentor, without, start=mentors.start, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# De andre faldt også, og også dér er det mere end tilfældet. Efteråret var hårdt, foråret mildere, og
# det gjaldt alle. **Et seriediagram ser, at noget er sket. Det ser ikke, hvem der gjorde det.** Havde
# vi kun kigget på de otte, havde mentorerne fået æren for årstiden.
#
# ### Hvor meget mere? Forskellen mellem to forskelle
# Træk de andres ændring fra: først hver gruppe før og efter, så den ene ændring minus den anden. Hvor
# sikkert er tallet? Her kan man lade lodtrækningen svare. Forestil dig, at lodtrækningen var faldet
# anderledes ud, igen og igen. De virkninger, som tallene ikke modsiger, udgør et **interval**. Det er
# svaret. Et *ja* eller et *nej* er det ikke.

# %% [markdown] lang="en"
# The others fell too, and there as well it is more than chance. Autumn was hard, spring was milder, and
# that went for all. **A run chart sees that something has happened. It does not see who did it.** Had we
# looked at the eight alone, mentors would have got the credit for the season.
#
# ### How much more? The difference between two differences
# Take off the change of the others: first each group before and after, then one change less the other.
# How certain is the number? Here one can let the draw answer. Imagine that chance had picked other
# teams, again and again. The effects that the numbers do not contradict make up an **interval**. That is
# the answer. A *yes* or a *no* is not.

# %% [markdown] lang="da"
# ### Kan prøven overhovedet vise noget?
# Spørg, *før* I går i gang. Personaleafgang rammer få, og derfor skal der mange team til, før den siger
# noget. Det, man kan måle hos alle hver uge, siger noget langt tidligere. Her er chancen for at se en
# ændring på 10 %, som den er i vores opdigtede team:

# %% [markdown] lang="en"
# ### Can the test show anything at all?
# Ask *before* you begin. Turnover strikes few, so it takes many teams before it says anything. What can
# be measured with everyone each week speaks much sooner. Here is the chance of seeing a change of 10%, as
# it is in our invented teams:

# %%
# da: Hvor mange team skal der til?
# en: How many teams does it take?
plot_power(effect=-10, spread=mentors.spread, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# ## Udforsk
# ### Først buddet, så tallene (to og to, 12 minutter)
# Tag én prøvehandling ad gangen. Bliv enige om et bud: Hvor mange procent ændrer det, *ud over* hvad de
# andre team gør? Kig på, om otte team kan vise det, I tror på. **Gem buddet.** Først da kommer uge 13–24.

# %% [markdown] lang="en"
# ## Explore
# ### First the prediction, then the numbers (in pairs, 12 minutes)
# Take one small test at a time. Agree on a prediction: how many per cent does it change, *beyond* what
# the other teams do? See whether eight teams can show what you believe in. **Store the prediction.** Only
# then do weeks 13–24 appear.

# %%
# da: Giv et bud, gem det, og se
# en: Predict, store it, and see
from lederlib.widget import explore_pilots

explore_pilots(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture:**
# 1. *Mentorerne.* I kender allerede kurven. Hvor stort et fald er så mentorernes?
# 2. *Fremmødedagen.* Giv to bud: ét på dage, man mødes, og ét på slid. Hvad kan otte team sige om det
#    ene og ikke om det andet?
# 3. *Mødeprincippet.* Sliddet falder efter uge 12. Gør det noget?
# 4. *Jeres egen prøve.* Stil buddet dér, hvor I tror, at noget hos jer ligger. Hvor mange team skal der
#    til, før chancen er 80 %? Har I dem?

# %% [markdown] lang="en"
# **Four walks:**
# 1. *The mentors.* You know the curve already. How large a fall is then due to the mentors?
# 2. *The presence day.* Make two predictions: one for days of meeting and one for strain. What can eight
#    teams say about the one and not about the other?
# 3. *The meeting rule.* Strain falls after week 12. Does that mean anything?
# 4. *Your own test.* Put the prediction where you believe something of yours lies. How many teams does it
#    take before the chance is 80%? Do you have them?

# %% [markdown] lang="da"
# ### Alle seks på én gang
# Gem jeres bud, før I ruller ned.

# %% [markdown] lang="en"
# ### All six at once
# Store your predictions before you scroll down.

# %%
# da: Hvad de tre prøvehandlinger viste
# en: What the three small tests showed
tests = [pilot_weeks(theme, m) for theme in pilot_themes() for m in ("strain", "contact")]
plot_pilot_effect(pilot_table(tests, LANG), lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# To intervaller holder sig fra nul: mentorerne og slid, fremmødedagen og dage, man mødes. Fire rummer
# nul. Det betyder **ikke**, at der ingen virkning er, men at tallene hverken kan udelukke ingen eller en
# vis virkning. Sandheden, som vi har bygget ind, er: Mødeprincippet gør intet. Men fremmødedagen tager
# faktisk lidt af sliddet, for lidt til, at otte team kan vise det.
#
# *Ingen virkning* er et svar, man skal regne med. I en gennemgang af 40 afprøvede indsatser for
# arbejdsengagement gjorde 20 gavn, 18 gjorde ingen forskel, og to gjorde det værre (publiceret, Knight
# m.fl., 2019). Så er det godt, at prøven var lille.

# %% [markdown] lang="en"
# Two intervals keep clear of zero: mentors and strain, the presence day and days of meeting. Four hold
# zero. That does **not** mean that there is no effect, but that the numbers can rule out neither none nor
# some. The truth that we built in is this: the meeting rule does nothing. But the presence day really
# takes a little of the strain, too little for eight teams to show.
#
# *No effect* is an answer to reckon with. In a review of 40 tested interventions for work engagement, 20
# did good, 18 made no difference and two made it worse (published, Knight et al., 2019). Then it is a
# good thing that the test was small.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Tænk på en indsats hos jer, der *virkede*. Hvem var de andre? Hvad skete der hos dem?
# - Hvad ville få jer til at stoppe en prøve før tid? Er det aftalt, før I begynder?
# - Hvem hos jer tør sige et bud højt, når det kan vise sig at være forkert? Hvad gør du selv for det?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Think of something that *worked* where you are. Who were the others? What happened with them?
# - What would make you stop a test early? Has that been agreed before you begin?
# - Who among you dares to say a prediction aloud when it may turn out to be wrong? What do you do to make
#   that possible?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 9](../../exercises/da/09_small_tests.ipynb): fem opgaver, omkring 25 minutter. Den
# sidste er at skrive jeres egen prøve ned, med bud.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 9](../../exercises/en/09_small_tests.ipynb): five tasks, about 25 minutes. The last is
# to write down a test of your own, with a prediction.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
keys = ("naestved_2025", "anhoej_2014", "knight_2019")
Markdown("\n".join(f"- {source(key).citation(LANG)}" for key in keys))

# %% [markdown] lang="da"
# Hvad vil du selv give et bud på i næste uge, og hvem vil du sige det til?

# %% [markdown] lang="en"
# What will you yourself make a prediction about next week, and whom will you tell?
