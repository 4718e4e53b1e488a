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

from lederlib.catalogue import ledger, source
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
# samvær der skal til, **antager** vi: Godt én fælles dag om ugen er nok, og dage, hvor alle er
# samlet, tæller lidt ekstra. Et holdepunkt er publiceret: En metaanalyse finder ingen almindelig
# skade på forholdet til kollegerne, men nok når folk arbejder hjemme *mere end* 2,5 dage om ugen
# (Gajendran og Harrison, 2007). Grænsen er forskernes inddeling, ikke et målt knæk.
#
# Fra ugen til at blive går der to veje (Gajendran m.fl., 2024): **selvbestemmelse**, som trækker
# op og ikke kræver en eneste fælles dag, og **isolation**, som trækker ned. Fortegnene er
# publiceret; størrelserne er vores antagelse.
#
# Frihed måler vi som det antal ugeplaner, man kan vælge imellem: 16, når man højst må være
# hjemme to dage, og 11, når én dag ligger fast. Aftaler teamet de samme to hjemmedage,
# deler alle de tre andre, men hver har kun 4 planer tilbage.

# %% [markdown] lang="en"
# ### From contact to community
# So far all is computed. But being at work on the same day is not a community. How much
# contact it takes we **assume**: a good day shared a week is enough, and days when all are
# together count a little extra. One thing to hold on to is published: a meta-analysis finds no
# general harm to relations with colleagues, but harm when people work at home *more than* 2.5
# days a week (Gajendran and Harrison, 2007). The boundary is how the researchers divided their
# studies, not a measured kink.
#
# Two paths lead from the week to staying (Gajendran et al., 2024): **autonomy**, which pulls up
# and needs not one shared day, and **isolation**, which pulls down. The signs are published; the
# sizes are our assumption.
#
# Freedom we measure as the number of week plans one can choose from: 16 if one may be at home
# two days at most, and 11 if one day is fixed. If the team agrees on the same two days
# at home, all share the other three, but each has only 4 plans left.

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
# 1. *Den tredje dag.* Gå fra nul hjemmedage til fire, én ad gangen. Hvornår begynder fællesskabet
#    for alvor at falde?
# 2. *Aftalen.* Bliv ved tre hjemmedage, og aftal de samme dage. Hvad giver det i fællesskab, og
#    hvad koster det i frihed? Prøv én fast dag i stedet. Hvad foretrækker I?
# 3. *I front.* Skift til arbejde hos borgeren, og giv tre hjemmedage. Hvorfor sker der så
#    lidt? Prøv så vagter efter ønske.
# 4. *Fire dage.* Slå firedagesugen til. Den giver fleksibilitet og tager en dag, man kunne have
#    mødtes på. Hvad vinder hos jer?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *The third day.* Go from no days at home to four, one at a time. When does community begin
#    to fall in earnest?
# 2. *The agreement.* Stay at three days at home and agree on the same ones. What does it give in
#    community, and what does it cost in freedom? Try one fixed day instead. Which do you prefer?
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
# da: To hjemmedage, det samme med begge veje, og den tredje dag
# en: Two days at home, the same with both paths, and the third day
none, two, three = Scenario({"home": 0}), Scenario({"home": 2}), Scenario({"home": 3})
both_paths = ledger().replace("autonomy_path", value=1, source="lesson 4")
asked = [(none, two, ledger()), (none, two, both_paths), (two, three, ledger())]
answers = [compare(*pair, ledger=book).verdict(LANG) for *pair, book in asked]
Markdown("\n\n".join(answers))

# %% [markdown] lang="da"
# Det første svar *afhænger af antagelser*, og mest af **hvordan modellen er bygget**: I hver anden
# verden når hjemmedage kun ud til dem, der bliver, gennem fællesskabet. Tror man også på vejen gennem
# selvbestemmelse, som metaanalysen fra 2024 finder, går det andet svar samme vej i næsten alle verdener,
# men langt fra lige langt: **Hvor mange** flere der bliver, er en antagelse. Den tredje dag giver mere
# selvbestemmelse og mindre fællesskab, og hvad der vejer tungest, ved vi ikke. Så er det ikke modellen,
# der skal vælge.

# %% [markdown] lang="en"
# The first answer *depends on assumptions*, and most of all on **how the model is built**: in every
# other world, days at home reach those who stay through community only. If one believes in the path
# through autonomy as well, as the meta-analysis of 2024 finds, the second answer goes the same way in
# nearly all worlds, but far from equally far: **how many** more stay is an assumption. The third day
# gives more autonomy and less community, and which weighs more we do not know. Then it is not for the
# model to choose.

# %%
# da: Hvad hviler det første svar på?
# en: What does the first answer rest on?
from lederlib.plot import plot_provenance

plot_provenance(provenance_share((none, two)), lang=LANG)

# %% [markdown] lang="da"
# Hvad siger forsøg? I et lodtrækningsforsøg med 1.612 højtuddannede i en kinesisk
# teknologivirksomhed sagde en tredjedel færre op, når de havde to hjemmedage om ugen
# (publiceret, Bloom m.fl., 2024; intervallet har vi ikke set). Alle var hjemme de samme to dage.
# Modellens bud på det første år går fra lidt flere til en tredjedel færre (90 % af verdenerne), så
# forsøget ligger helt ude ved kanten. Modellen er ikke rettet til efter det, og deres arbejdsdag ligner
# ikke et plejecenters.

# %% [markdown] lang="en"
# What do experiments say? In a randomised trial with 1,612 graduates of a Chinese technology
# company, one third fewer quit when they had two days a week at home (published, Bloom et
# al., 2024; we have not seen its interval). All were at home on the same two days. For the first
# year the model says from slightly more to one third fewer (90% of the worlds), so the trial lies
# right at the edge. The model is not adjusted to it, and their working day is not that of a care home.

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
    f"- {source('gajendran_2024').citation(LANG)}\n"
    f"- {source('bloom_2024').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvis du skulle aftale næste måneds uge med dit eget team i morgen, hvad ville du så lade stå
# frit, og hvad ville du lægge fast?

# %% [markdown] lang="en"
# If you had to agree on next month's week with your own team tomorrow, what would you leave
# free, and what would you fix?
