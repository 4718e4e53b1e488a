# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Det samme for alle?
# Plejen og administrationen har svaret på de samme udsagn om frihed i arbejdet. Administrationen
# ligger knap et halvt point højere. Har de mere frihed, eller læser de bare »jeg kan planlægge min egen
# dag« anderledes end den, der har ni borgere på en rute? Skriv dit bud, og hvad du bygger det på.

# %% [markdown] lang="en"
# # The same for all?
# Care staff and administration have answered the same statements on freedom at work. Administration
# is almost half a point higher. Do they have more freedom, or do they merely read "I can plan my own day"
# differently from someone with nine citizens on a route? Write your answer and what you rest it on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 35 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 35 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Lad hver skrive et tal fra 1 til 5 for »jeg har travlt«, og bed så to, der har
# skrevet det samme tal, om at fortælle om deres dag i går. Betød tallet det samme? Det er hele
# lektionen i ét forsøg.

# %% [markdown] lang="en"
# **Are you teaching?** Let everyone write a number from 1 to 5 for "I am busy", then ask two who wrote
# the same number to tell about their day yesterday. Did the number mean the same? That is the whole
# lesson in one trial.

# %%
# da: Hent data, vend de negative udsagn, og vælg to fagområder
# en: Fetch data, turn the negative statements and choose two occupations
from IPython.display import Markdown

from lederlib.catalogue import load_dataset, source
from lederlib.measure import invariance
from lederlib.answers import read_scale

survey = load_dataset("municipal_survey")
turned = [item.key for item in read_scale().items if item.reversed]
survey[turned] = 6 - survey[turned]
two = survey[survey["occupation"].isin(["care_health", "administration"])].copy()

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - skelne mellem en forskel i det, folk oplever, og en forskel i, hvordan de læser et udsagn,
# - læse de fire trin og sige, hvad hvert af dem giver lov til at sammenligne,
# - sige, hvilket udsagn en sammenligning afhænger af, og hvad den bliver uden det.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - tell a difference in what people experience from a difference in how they read a statement,
# - read the four steps and say what each of them allows you to compare,
# - say which statement a comparison depends on, and what it becomes without it.

# %% [markdown] lang="da"
# ## Begreb
# ### Fire trin før en sammenligning
# To badevægte kan vise forskelligt, fordi to mennesker vejer forskelligt, eller fordi den ene vægt
# lægger tre kilo til. Med ét tal kan man ikke se, hvilken af delene det er. Med flere udsagn om det
# samme kan man: Er det mennesket, flytter **alle** udsagn sig. Er det vægten, flytter **ét** sig
# (Meredith, 1993).
#
# | Trin | Hvad er ens i grupperne? | Så må man sammenligne |
# |---|---|---|
# | samme form | de samme udsagn hører sammen | at der måles noget beslægtet |
# | ens ladninger | hvert udsagn følger oplevelsen lige meget | sammenhænge: hvad følges ad med hvad |
# | ens niveauer | samme oplevelse giver samme svar | **gennemsnit** |
# | ens restvarianser | svarene er lige præcise | også spredning og reliabilitet |
#
# Først ses det, om formen passer. Gør den ikke det, siger resten intet. Så prøves hvert trin mod det
# forrige: Passer det dårligere, end tilfældet kan forklare, er trinnet for højt. Grænsen er lagt, så
# prøverne tilsammen giver falsk alarm i højst 5 % af tilfældene. Hvor meget det betyder, viser faldet
# i modellens pasform, CFI: over 0,01 regnes for meget (Cheung og Rensvold, 2002), en tommelfingerregel.

# %% [markdown] lang="en"
# ## Concept
# ### Four steps before a comparison
# Two bathroom scales may differ because two people weigh differently, or because one scale adds three
# kilos. From one number you cannot tell which. From several statements about the same thing you can:
# if it is the person, **all** statements move. If it is the scale, **one** does (Meredith, 1993).
#
# | Step | What is equal in the groups? | Then one may compare |
# |---|---|---|
# | same form | the same statements belong together | that something related is measured |
# | equal loadings | each statement follows the experience equally | relations: what goes with what |
# | equal intercepts | the same experience gives the same answer | **means** |
# | equal residual variances | the answers are equally precise | spread and reliability too |
#
# First we see whether the form fits. If it does not, the rest says nothing. Then each step is tried
# against the one before: if it fits worse than chance can explain, the step is too high. The limit is
# set so that all tests together give a false alarm in at most 5% of cases. How much it matters is told
# by the fall in the model's fit, CFI: more than 0.01 counts as much (Cheung and Rensvold, 2002), a rule
# of thumb.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# To faggrupper har **præcis samme oplevelse**. Den ene svarer 0,6 point pænere på ét af fire udsagn.
# 1. Hvor stor forskel ser man i gennemsnittet af de fire?
# 2. Hvor mange svar skal der til, før man opdager, at det kun er ét udsagn?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Two professions have **exactly the same experience**. One answers 0.6 points more kindly on one
# statement of four.
# 1. How large a difference do we see in the mean of the four?
# 2. How many answers does it take to find out that it is one statement only?

# %%
# da: Skru på de to faggrupper
# en: Turn the two professions
from lederlib.widget import explore_invariance

explore_invariance(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver** (trinnene regnes ud, når du slipper håndtaget):
# 1. *En sand forskel.* Lad udsagn 4 stå på 0,0, og gå fra 0,0 til 1,0 i sand forskel. Hvad gør
#    firkanterne, og hvorfor holder alle trin?
# 2. *Kun en anden læsning.* Sæt den sande forskel til 0,0 og udsagn 4 til 0,6. Hvad ville en
#    rapport med ét gennemsnit have sagt? Hvad siger trinnene?
# 3. *For få svar.* Sæt udsagn 4 til 0,2, gå ned til 50 personer, og træk nye svar fem gange. Hvor tit
#    bliver skævheden fundet? Hvor stor skulle den have været, for at man ville have set den?
# 4. *Et udsagn, der ikke følger med.* Sæt udsagn 4 til 0,0 og udsagn 3's ladning til 0,3. Hvilket
#    trin knækker nu, og hvad må I ikke længere sammenligne?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each** (the steps are worked out when you let go):
# 1. *A true difference.* Leave statement 4 at 0.0 and go from 0.0 to 1.0 in true difference. What do
#    the squares do, and why does every step hold?
# 2. *Only another reading.* Set the true difference to 0.0 and statement 4 to 0.6. What would a report
#    with one mean have said? What do the steps say?
# 3. *Too few answers.* Set statement 4 to 0.2, go down to 50 people and draw new answers five times.
#    How often is the slant found? How large would it have had to be for us to see it?
# 4. *A statement that does not follow.* Set statement 4 to 0.0 and the loading of statement 3 to 0.3.
#    Which step breaks now, and what may you no longer compare?

# %% [markdown] lang="da"
# ### Pleje og administration i den syntetiske undersøgelse
# Nu de tre udsagn om fleksibelt arbejde fra 2.315 opdigtede mennesker i to fagområder.

# %% [markdown] lang="en"
# ### Care and administration in the synthetic survey
# Now the three statements on flexible work from 2,315 invented people in two occupations.

# %%
# da: Måler de tre udsagn det samme i de to fagområder?
# en: Do the three statements measure the same in the two occupations?
from lederlib.plot import plot_invariance_steps

words = {"da": {"care_health": "pleje"}, "en": {"care_health": "care"}}[LANG]
two["occupation"] = two["occupation"].replace(words)
model = "freedom =~ flexible_work_1 + flexible_work_2 + flexible_work_3"
together = {"estimator": "MLR", "cluster": "unit"}
found = invariance(model, two, "occupation", **together)
plot_invariance_steps(found, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# Med kun tre udsagn er der intet at prøve i det første trin; de tre næste holder. Her må
# gennemsnittene altså sammenlignes, hvis formen er ens. Folk i samme enhed svarer ens, og det er
# regnet med (`cluster="unit"`); ellers ville usikkerheden se mindre ud, end den er. Forskellen er
# lavet: Administrationens enheder har fået mere fleksibilitet, og udsagnene er bygget ens for alle.
#
# Lad os nu selv skabe en anden læsning. Administrationen lægger et halvt point til udsagnet »jeg har
# indflydelse på, hvornår jeg arbejder«, uden at have mere frihed end før.

# %% [markdown] lang="en"
# With only three statements there is nothing to try in the first step; the next three hold. So here
# the means may be compared, if the form is equal. People of one unit answer alike, and that is
# counted in (`cluster="unit"`); otherwise the uncertainty would look smaller than it is. The
# difference was built in: the units of administration were given more flexibility, and the statements
# were made alike for all.
#
# Now let us make another reading ourselves. Administration adds half a point to the statement "I have a
# say in when I work", without having more freedom than before.

# %%
# da: Det samme, når ét udsagn læses anderledes
# en: The same when one statement is read differently
read = two.copy()
read.loc[read["occupation"] == "administration", "flexible_work_1"] += 0.5
slanted = invariance(model, read, "occupation", **together)
words = {item.key: item.text.to(LANG) for item in read_scale().items}
Markdown(slanted.summary(LANG, words=words))

# %% [markdown] lang="da"
# ### Videre: slip det ene udsagn
# Man behøver ikke kassere hele målingen. Man kan lade **ét** udsagns niveau være forskelligt og
# sammenligne på de andre. Det hedder *delvis* ens måling. Her er forskellen i frihed, i
# standardafvigelser, uden og med den frihed.

# %% [markdown] lang="en"
# ### The way on: let one statement go
# There is no need to discard the whole measure. One can let the level of **one** statement differ and
# compare on the others. That is called *partial* invariance. Here is the difference in freedom, in
# standard deviations, without and with that liberty.

# %% tags=["nbval-check-output"]
# da: Forskellen i frihed: som bygget, med den anden læsning, og når udsagnet slippes
# en: The difference in freedom: as built, read otherwise, with the statement let go
import pandas as pd

from lederlib.report import show_table

freed = invariance(model, read, "occupation", free=["flexible_work_1 ~1"], **together)
fits = [each.fits["scalar"].estimates for each in (found, slanted, freed)]
gaps = pd.concat([fit.query("lhs == 'freedom' and op == '~1'").iloc[-1:] for fit in fits])
table = gaps.set_axis(["as_built", "read_otherwise", "let_go"])
table = table.eval("low = est - 1.96 * se\nhigh = est + 1.96 * se")[["est", "low", "high"]]
show_table(table, LANG, caption="freedom_gap", rows="reading")

# %% [markdown] lang="da"
# Den skæve læsning pustede forskellen op; uden udsagnet er den tilbage. Men læg mærke til, hvad det
# hviler på: **Vi vidste, hvilket udsagn der var skævt.** Med tre udsagn kan tallene alene ikke afgøre,
# om ét er flyttet op eller to er flyttet ned. Det må man spørge folk om.
#
# ### Har I kun tre svarmuligheder?
# Testene her regner svarene som tal på en skala. Er der få svarmuligheder, regner man hellere med
# grænserne mellem dem, med `invariance(…, "WLSMV")`. Så kommer trinnet *ens tærskler* først, og med
# tre svarmuligheder kan det ikke prøves for sig: De to grænser går med til at fastlægge skalaen (Wu og
# Estabrook, 2016). Rapporten siger det, i stedet for at vise en p-værdi.

# %% [markdown] lang="en"
# The slanted reading blew up the difference; without the statement it is back. But note what that rests
# on: **we knew which statement was slanted.** With three statements, figures alone cannot tell whether
# one has moved up or two have moved down. You have to ask people.
#
# ### Do you have only three options?
# The tests here take the answers as numbers on a scale. With few options one had better work with the
# limits between them, by `invariance(…, "WLSMV")`. Then the step *equal thresholds* comes first, and
# with three options it cannot be tried by itself: the two limits are used up to fix the scale (Wu and
# Estabrook, 2016). The report says so instead of showing a p value.

# %%
# da: Det samme med tre svarmuligheder i stedet for fem
# en: The same with three options in place of five
three = two.copy()
statements = [f"flexible_work_{number}" for number in (1, 2, 3)]
three[statements] = three[statements].replace({2: 1, 3: 2, 4: 3, 5: 3})
Markdown(invariance(model, three, "occupation", "WLSMV").summary(LANG))

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke udsagn i jeres trivselsmåling læses forskelligt af dem, der går i vagt, og dem, der ikke gør?
# - Når trinnene holder, er målingen ens. Er vilkårene så også? Hvad kan tallene ikke se?
# - Hvad siger I til en chef, der vil have *én* rangliste på tværs af faggrupper?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which statements in your wellbeing survey are read differently by those on shifts and those who are
#   not?
# - When the steps hold, the measure is equal. Are the conditions too? What can figures not see?
# - What do you say to a chief who wants *one* ranking across professions?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 15](../../exercises/da/15_same.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 15](../../exercises/en/15_same.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
keys = ("meredith_1993", "cheung_2002", "wu_2016")
Markdown("\n".join(f"- {source(key).citation(LANG)}" for key in keys))

# %% [markdown] lang="da"
# Hvilket udsagn i jeres egen måling ville du spørge to faggrupper om, før du sammenligner dem igen, og
# hvem kan fortælle dig, hvordan de læser det?

# %% [markdown] lang="en"
# Which statement in your own survey would you ask two professions about before you compare them again,
# and who can tell you how they read it?
