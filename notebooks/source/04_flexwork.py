# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Fleksibelt arbejde og kollegialt fællesskab
# I et team på tolv må alle arbejde hjemme to af ugens fem dage, og hver vælger selv sine
# dage. Kan to kolleger være så uheldige, at de slet ikke mødes en hel uge? Svar ja eller
# nej, før du læser videre, og skriv, hvorfor du tror det.

# %% [markdown] lang="en"
# # Flexible work and collegial community
# In a team of twelve, everyone may work at home two of the week's five days, and all choose
# their own days. Can two colleagues be so unlucky that they do not meet for a whole week?
# Answer yes or no before you read on, and write down why you think so.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Tag en håndsoprækning på spørgsmålet ovenfor, før nogen ruller ned, og lad
# én fra hver side begrunde sit svar. Det går lige så godt med 300 i salen som med 30.

# %% [markdown] lang="en"
# **Are you teaching?** Take a show of hands on the question above before anyone scrolls down,
# and let one from each side give the reason. It works with 30 and with 300.

# %%
# da: Hent modellen
# en: Fetch the model
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import source
from lederlib.model import never_meet, pair_days, peak_desks, team_days
from lederlib.report import show_table
from lederlib.scenario import Scenario, compare, provenance_share


# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - sige, hvad hjemmedage faktisk koster i samvær, og hvad de ikke koster,
# - vælge mellem hjemmedage, faste fremmødedage og andre former for fleksibilitet ud fra, hvem
#   der skal have glæde af dem,
# - høre forskel på en konklusion, der er regnet, og en, der er antaget.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - say what days at home really cost in time together, and what they do not cost,
# - choose between days at home, fixed days at work and other forms of flexibility by asking
#   whom they are to help,
# - hear the difference between a conclusion that is computed and one that is assumed.

# %% [markdown] lang="da"
# ## Begreb
# Frihed til at arbejde hjemme og dage, hvor alle er samlet: De to kan trække hver sin vej.
# Helhedsmodellens forfattere bruger netop dem som eksempel på indsatser, der skal stemmes af
# mod hinanden (Qvick, Elmholdt og Schultz Pedersen, 2025). Men hvor går konflikten helt præcist?
#
# ### Tre plus tre er mere end fem
# Den, der er hjemme to dage, er på arbejde tre. To kolleger er tilsammen på arbejde seks
# gange, og ugen har kun fem dage. **Mindst én dag må de dele**, uanset hvordan de vælger. Det
# er ren optælling og kræver ingen undersøgelse.
#
# Med tre hjemmedage er det forbi: to plus to er kun fire, og løftet er væk. Vælger alle
# tilfældigt og hver for sig, går 30 % af parrene fejl af hinanden i en given uge (afledt: et
# nøjagtigt tal ud fra den antagelse).

# %% [markdown] lang="en"
# ## Concept
# Freedom to work at home and days on which all are together: the two may pull different ways.
# The authors of *Helhedsmodellen* use just these as an example of efforts that have to be
# tuned to each other (Qvick, Elmholdt and Schultz Pedersen, 2025). But where exactly does the
# conflict lie?
#
# ### Three plus three is more than five
# Someone who is at home two days is at work three. Two colleagues are at work six times
# between them, and the week has only five days. **They must share at least one day**, however
# they choose. That is mere counting and needs no study.
#
# With three days at home it is over: two plus two is only four, and the promise is gone. If
# all choose at random and on their own, 30% of the pairs miss each other in a given week
# (derived: an exact number, given that assumption).

# %% tags=["nbval-check-output"]
# da: Regn efter: fra ingen til tre hjemmedage
# en: Check: from none to three days at home
home = pd.Index([0, 1, 2, 3])
days = {"shared_days": pair_days(5, anchor=0, home=home)}
days["missed_pairs"] = never_meet(5, anchor=0, home=home)
show_table(pd.DataFrame(days, home), LANG, caption="three_plus_three", rows="home_days")

# %% [markdown] lang="da"
# Se på springet fra to til tre hjemmedage.
#
# ### Hvad er det så, der går tabt?
# Ikke at mødes to og to, men at være **samlet**. Med to frie hjemmedage er hele teamet på
# tolv på arbejde samme dag omkring hver 92. uge. Én fast fremmødedag giver den dag tilbage
# hver uge, men så skal der også være tolv pladser den dag.

# %% [markdown] lang="en"
# Look at the step from two to three days at home.
#
# ### What is lost, then?
# Not meeting two by two, but being **all together**. With two free days at home, the whole
# team of twelve is at work on the same day about once in 92 weeks. One fixed day at work gives
# that day back every week, but then there must be twelve desks on it.

# %% tags=["nbval-check-output"]
# da: Samme team med 0 og 1 fast dag: dage samlet, og pladser på den travleste dag
# en: The same team with 0 and 1 fixed day: days together, and desks on the busiest day
fixed = pd.Index([0, 1])
rule = {"anchor": fixed, "home": 2, "team": 12}
days = {"all_together": team_days(5, **rule), "desks": peak_desks(5, **rule)}
show_table(pd.DataFrame(days, fixed), LANG, caption="fixed_days_give", rows="fixed_days")

# %% [markdown] lang="da"
# ### Fra samvær til fællesskab
# Så langt er alt regnet. Men at være på arbejde samme dag er ikke et fællesskab. Hvor meget
# samvær der skal til, **antager** vi: Den første fælles dag betyder mest, og tid, hvor alle er
# samlet, tæller lidt ekstra. Et holdepunkt er publiceret: I en metaanalyse tager forholdet til
# kollegerne skade, når folk arbejder hjemme *mere end* 2,5 dage om ugen (Gajendran og
# Harrison, 2007). Grænsen er forskernes inddeling, ikke et målt knæk.
#
# Frihed måler vi som det antal ugeplaner, man kan vælge imellem: 16, når man højst må være
# hjemme to dage, og 11, når én dag ligger fast.

# %% [markdown] lang="en"
# ### From contact to community
# So far all is computed. But being at work on the same day is not a community. How much
# contact it takes we **assume**: the first shared day matters most, and time when all are
# together counts a little extra. One thing to hold on to is published: in a meta-analysis,
# relations with colleagues suffer when people work at home *more than* 2.5 days a week
# (Gajendran and Harrison, 2007). The boundary is how the researchers divided their studies,
# not a measured kink.
#
# Freedom we measure as the number of week plans one can choose from: 16 if one may be at home
# two days at most, and 11 if one day is fixed.

# %% [markdown] lang="da"
# ### Fleksibilitet er mere end hjemmedage
# Man kan bøje på timetallet, tidspunktet, stedet, opgaverne og ansættelsen. De, der står i
# front hos borgerne, vil det også. Skal de have hjemmedage, må teamet først flytte rundt på
# opgaverne og samle det administrative, så der er noget at tage med hjem; ellers er ønsker til
# vagtplanen eller en firedagesuge mere nærliggende (Rasmussen, 2025, om Næstved Kommune).

# %% [markdown] lang="en"
# ### Flexibility is more than days at home
# One can bend the hours, the timing, the place, the tasks and the employment. Those who stand
# face to face with citizens want it too. For them to have days at home, the team must first
# move tasks around and pool the administrative ones, so that there is something to take home;
# otherwise wishes for shifts or a four-day week lie nearer (Rasmussen, 2025, on Næstved
# Municipality).

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Teamet har i dag én hjemmedag. I får lov at give **to mere** eller **en fast fremmødedag**.
# 1. Hvad gør hver af de to ved fællesskabet: op eller ned, meget eller lidt?
# 2. Hvad gør de ved, hvor mange der stadig er ansat om fem år?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Today the team has one day at home. You may give **two more**, or **one fixed day at work**.
# 1. What does each of them do to community: up or down, much or little?
# 2. What do they do to how many are still employed in five years?

# %%
# da: Skru på ugen
# en: Turn the week
from lederlib.widget import explore_flexwork

explore_flexwork(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Den tredje dag.* Gå fra nul hjemmedage til fire, én ad gangen. Mellem hvilke to dage sker
#    der mest med hvem, der møder hvem?
# 2. *Den faste dag.* Sæt to hjemmedage, og læg så én fast dag ind. Hvad koster den i frihed, og
#    hvad giver den? Læg én mere ind. Giver den lige så meget?
# 3. *I front.* Skift til arbejde hos borgeren, og giv tre hjemmedage. Hvorfor sker der så
#    lidt? Prøv så vagter efter ønske.
# 4. *Fire dage.* Slå firedagesugen til. Den giver fleksibilitet og tager en dag, man kunne have
#    mødtes på. Hvad vinder hos jer?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *The third day.* Go from no days at home to four, one at a time. Between which two does
#    most happen to who meets whom?
# 2. *The fixed day.* Set two days at home, then add one fixed day. What does it cost in
#    freedom, and what does it give? Add another. Does it give as much?
# 3. *Face to face.* Switch to work with citizens and give three days at home. Why does so
#    little happen? Then try shifts by wish.
# 4. *Four days.* Turn on the four-day week. It gives flexibility and takes a day on which one
#    could have met. Which wins where you are?

# %% [markdown] lang="da"
# ### Hvad hviler konklusionen på?
# Er to hjemmedage bedre end ingen, når målet er, at folk bliver? Og er tre dårligere end to? Gæt,
# hvor sikkert modellen kan svare på hver af dem.

# %% [markdown] lang="en"
# ### What does the conclusion rest on?
# Are two days at home better than none if the aim is for people to stay? And are three worse
# than two? Guess how surely the model can answer each.

# %%
# da: To spørgsmål til modellen
# en: Two questions to the model
none, two, three = Scenario({"home": 0}), Scenario({"home": 2}), Scenario({"home": 3})
answers = [compare(none, two).verdict(LANG), compare(two, three).verdict(LANG)]
Markdown("\n\n".join(answers))

# %% [markdown] lang="da"
# Det første svar *afhænger af antagelser*: det går begge veje inden for det, vi ikke ved. Så er
# det ikke modellen, der skal vælge. Det andet svar har samme fortegn i alle de verdener, vi har
# trukket. Det lyder sikkert, men **alle verdener deler vores grundantagelse**, at samvær skaber
# fællesskab, og at fællesskab holder på folk. Tror I ikke på den, falder svaret.

# %% [markdown] lang="en"
# The first answer *depends on assumptions*: it goes both ways within what we do not know. Then
# it is not for the model to choose. The second has the same sign in all the worlds that we
# drew. That sounds certain, but **all the worlds share our basic assumption** that contact
# makes community and that community keeps people. If you do not believe it, the answer falls.

# %%
# da: Hvad hviler det første svar på?
# en: What does the first answer rest on?
from lederlib.plot import plot_provenance

plot_provenance(provenance_share((none, two)), lang=LANG)

# %% [markdown] lang="da"
# Hvad siger forsøg? I et lodtrækningsforsøg med 1.612 højtuddannede i en kinesisk
# teknologivirksomhed sagde en tredjedel færre op, når de havde to hjemmedage om ugen
# (publiceret, Bloom m.fl., 2024; intervallet har vi ikke set). Forsøget måler det, vi må antage.
# Men deres arbejdsdag ligner ikke et plejecenters, og derfor står tallet her og ikke i modellen.

# %% [markdown] lang="en"
# What do experiments say? In a randomised trial with 1,612 graduates of a Chinese technology
# company, one third fewer quit when they had two days a week at home (published, Bloom et
# al., 2024; we have not seen its interval). The trial measures what we have to assume. But
# their working day is not that of a care home, so the number stands here and not in the model.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvornår er I i dag *samlet*, og hvad bruger I den tid til, som ikke kunne klares to og to?
# - Hvem hos jer har mindst at vælge imellem? Hvilke opgaver kunne I flytte rundt på, så de fik
#   mere?
# - Hvilken af modellens antagelser tror I mindst på, og hvad ville I måle for at komme den
#   nærmere?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - When are you *all together* today, and what do you use that time for that could not be done
#   two by two?
# - Who among you has least to choose from? Which tasks could you move around so that they had
#   more?
# - Which of the model's assumptions do you believe in least, and what would you measure to get
#   closer to it?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 4](../../exercises/da/04_flexwork.ipynb): fem opgaver, omkring 25 minutter. Den
# sidste er at beskrive en prøvehandling: noget lille, I kan prøve i nogle uger og lære af.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 4](../../exercises/en/04_flexwork.ipynb): five tasks, about 25 minutes. The last
# is to describe a pilot: something small that you can try for some weeks and learn from.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('helhedsmodel_2025').citation(LANG)}\n"
    f"- {source('naestved_2025').citation(LANG)}\n"
    f"- {source('gajendran_2007').citation(LANG)}\n"
    f"- {source('bloom_2024').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvis du skulle aftale næste måneds uge med dit eget team i morgen, hvad ville du så lade stå
# frit, og hvad ville du lægge fast?

# %% [markdown] lang="en"
# If you had to agree on next month's week with your own team tomorrow, what would you leave
# free, and what would you fix?
