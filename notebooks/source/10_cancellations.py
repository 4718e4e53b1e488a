# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Aflysningernes psykologi
# Fire ud af fem timer i din kalender er booket. Noget haster, og du aflyser ét møde. Det flyttes til
# en anden time, og tre ud af fire gange må det, der stod dér, vige. Hvor mange møder flytter sig i
# alt, i snit? Og hvis alle timer var booket? Skriv to tal, før du læser videre.

# %% [markdown] lang="en"
# # The psychology of cancellations
# Four of five hours in your calendar are booked. Something is urgent, and you cancel one meeting. It
# is moved to another hour, and three times of four what stood there has to give way. How many
# meetings move in all, on average? And if every hour were booked? Write two numbers before you read
# on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Bed alle tælle flytningerne i deres egen kalender i sidste uge, mens de venter.
# Saml tallene uden navne. Til sidst kan I sammenligne dem med kurven.

# %% [markdown] lang="en"
# **Are you teaching?** Ask everyone to count the moved meetings in their own calendar last week while
# they wait. Gather the numbers without names. At the end you can compare them with the curve.

# %%
# da: Hent modellen
# en: Fetch the model
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import load_dataset, source
from lederlib.model import cascade, focus_wait
from lederlib.report import show_table
from lederlib.scenario import run_calendar


# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - forklare, hvorfor én aflysning koster så forskelligt i en rummelig og i en fuld kalender,
# - regne ud, hvor længe du må vente på en times ro, og hvad det hjælper at dele opgaven,
# - sige, hvor meget der må haste, før det vigtige aldrig bliver færdigt.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - explain why one cancellation costs so differently in a roomy calendar and in a full one,
# - work out how long you have to wait for an hour of calm, and what it helps to split the task,
# - say how much may be urgent before the important is never done.

# %% [markdown] lang="da"
# ## Begreb
# Et digt i magasinet spørger, hvad der er værst: møderne eller aflysningerne. Digteren lander på
# aflysningerne, fordi de breder sig, og fordi det vigtige kræver lange stræk, som nogen har lagt
# fast (Larsen, 2025). Det er en påstand, man kan regne på.
#
# ### Kæden
# Flyttes et møde, skal det et sted hen. Er der booket i 80 % af timerne, og viger det, der står der,
# i 75 % af tilfældene, så starter hver flytning i snit 0,8 × 0,75 = 0,6 nye. De starter hver 0,6, og
# så videre: 1 + 0,6 + 0,36 + … = **1/(1 − 0,6) = 2,5 møder**. I en helt fuld kalender bliver det
# 1/(1 − 0,75) = 4. Den sidste femtedel af timerne var altså ikke spildt. Den var polstring.
#
# Passer det? Her er 24 **opdigtede** ledere i otte uger (syntetiske data), otte og otte efter, hvor
# fyldt deres kalender er: møder pr. aflysning, talt og efter formlen.

# %% [markdown] lang="en"
# ## Concept
# A poem in the magazine asks which is worst: the meetings or the cancellations. The poet comes down
# on the cancellations, because they spread, and because the important takes long stretches that
# somebody has fixed (Larsen, 2025). That is a claim that can be worked out.
#
# ### The chain
# A meeting that moves has to go somewhere. If 80% of the hours are booked, and what stands there
# gives way in 75% of the cases, each move starts 0.8 × 0.75 = 0.6 new ones on average. Each of those
# starts 0.6, and so on: 1 + 0.6 + 0.36 + … = **1/(1 − 0.6) = 2.5 meetings**. In a calendar that is
# quite full it becomes 1/(1 − 0.75) = 4. So the last fifth of the hours was not wasted. It was
# padding.
#
# Does it hold? Here are 24 **invented** leaders over eight weeks (synthetic data), in eights by how
# full their calendar is: meetings per cancellation, counted and by the formula.

# %% tags=["nbval-check-output"]
# da: 24 opdigtede ledere, otte uger: Talte kæder ved siden af formlen (syntetiske data)
# en: 24 invented leaders, eight weeks: counted chains beside the formula (synthetic data)
weeks = load_dataset("leader_calendar")
groups = pd.cut(weeks["leader"], [0, 8, 16, 24], labels=["1–8", "9–16", "17–24"])
facts = {"booked": ("booked", "mean"), "chains": ("chain", "nunique")}
facts["moved"] = ("chain", "count")
table = weeks.groupby(groups, observed=True).agg(**facts)
table["counted"] = table["moved"] / table["chains"]
table["formula"] = cascade(0.75 * table["booked"])
show_table(table, LANG, caption="chains_counted", rows="leaders")

# %% [markdown] lang="da"
# ### Roen
# En opgave kræver to timer uden afbrydelse, og afbryder nogen, må du begynde forfra. Kommer der én
# afbrydelse i timen, varer det i snit 6,4 timer, før du har fået dine to. Kommer der to, er det 27.
# Formlen er **(e^(γτ) − 1)/γ**: γ er afbrydelser i timen, τ er roen, opgaven kræver. Det er *γ gange τ*,
# der afgør det, så halvt så lange opgaver hjælper lige så meget som halvt så mange afbrydelser.
#
# ### Det, der haster
# Det vigtige haster sjældent, så det venter. Fylder det vigtige 30 % af tiden, og det, der haster,
# 40 %, tager en vigtig opgave 5,6 gange sin egen længde. Ved 60 % tager den 25. Ved 70 % bliver den
# aldrig færdig, selv om du kun er optaget hele tiden og ikke mere.
#
# Tabellen sætter formlerne ved siden af 10.000 simulerede tilfælde: 65 % booket, to afbrydelser i
# timen, en times ro, 40 % hastende og 30 % vigtigt.

# %% [markdown] lang="en"
# ### The calm
# A task takes two hours without interruption, and if somebody interrupts you have to start again.
# With one interruption an hour it takes 6.4 hours on average before you have had your two. With two
# it is 27. The formula is **(e^(γτ) − 1)/γ**: γ is interruptions per hour, τ is the calm that the task
# takes. It is *γ times τ* that decides, so tasks half as long help as much as half as many
# interruptions.
#
# ### What is urgent
# The important is seldom urgent, so it waits. If the important fills 30% of the time and the urgent
# 40%, an important task takes 5.6 times its own length. At 60% it takes 25. At 70% it is never done,
# though you are merely busy all the time and no more.
#
# The table puts the formulas beside 10,000 simulated cases: 65% booked, two interruptions an hour, an
# hour of calm, 40% urgent and 30% important.

# %%
# da: Formlen ved siden af 10.000 simulerede tilfælde
# en: The formula beside 10,000 simulated cases
found = run_calendar(draws=10_000)
answers = [found.moved, found.focus, found.turnaround]
cells = [[each.formula, each.simulated, each.low, each.high] for each in answers]
rows = ["meetings", "hours_of_wait", "times_as_long"]
table = pd.DataFrame(cells, rows, ["formula", "simulated", "from_8_of_10", "to"])
show_table(table, LANG, caption="formula_and_cases", rows="curve", digits=1)

# %% [markdown] lang="da"
# Se på spændet i de to sidste kolonner. Gennemsnittet er til at planlægge efter; det er spredningen,
# der holder en i beredskab. De tre formler er **afledt** af én antagelse: at alt kommer tilfældigt. I
# virkeligheden hænger dårlige dage sammen, og så er spredningen større endnu.

# %% [markdown] lang="en"
# Look at the range in the last two columns. The average one can plan by; it is the spread that keeps
# one on the alert. The three formulas are **derived** from one assumption: that everything comes at
# random. In reality bad days go together, and then the spread is larger still.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Sæt jeres egne tal på: Hvor stor en del af ugen er booket mandag morgen? Hvor tit bliver du afbrudt
# i timen? Hvor meget af tiden går til det, der haster? Hvilken af de tre kurver står I højest på?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Put your own numbers on it: how much of the week is booked on Monday morning? How often are you
# interrupted in an hour? How much of the time goes to what is urgent? On which of the three curves do
# you stand highest?

# %%
# da: Skru på kalenderen
# en: Turn the calendar
from lederlib.widget import explore_calendar

explore_calendar(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Samme uge, ti gange.* Træk nye uger uden at røre andet. Hvor tit er kæden kun ét møde, og hvor
#    lang bliver den længste?
# 2. *Polstringen.* Gå fra 60 til 100 % booket. Hvad giver mest: at booke mindre, eller at aftale, hvad
#    der ikke viger?
# 3. *Roen.* Find det antal afbrydelser, hvor to timers ro tager en hel arbejdsdag. Del så opgaven i
#    stykker på en time.
# 4. *Kanten.* Lad det vigtige fylde 30 %, og lad det, der haster, vokse i små trin. Hvor ville du selv
#    sige fra?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *The same week, ten times.* Draw new weeks without touching anything else. How often is the chain
#    a single meeting, and how long does the longest become?
# 2. *The padding.* Go from 60 to 100% booked. What gives most: to book less, or to agree on what does
#    not give way?
# 3. *The calm.* Find the number of interruptions at which two hours of calm take a whole working day.
#    Then split the task into pieces of one hour.
# 4. *The edge.* Let the important fill 30%, and let the urgent grow in small steps. Where would you
#    speak up yourself?

# %% [markdown] lang="da"
# ### Åben dør eller aftalte tider?
# I de opdigtede kalendere (syntetiske data) har hver anden leder åben dør. Hvor mange gange så længe venter de på to
# timers ro som dem, man aftaler tid med? Gæt, før du folder svaret ud.

# %% [markdown] lang="en"
# ### An open door or agreed hours?
# In the invented calendars (synthetic data) every second leader keeps an open door. How many times as long do they
# wait for two hours of calm as those with whom one makes an appointment? Guess before you unfold the
# answer.

# %%
# da: To timers ro bag en åben dør og med aftalte tider (syntetiske data)
# en: Two hours of calm behind an open door and with agreed hours (synthetic data)
rate = weeks.groupby("door")["interruptions"].mean()
waits = {"interruptions": rate.to_list(), "hours": focus_wait(2, interruptions=rate)}
table = pd.DataFrame(waits, ["agreed_hours", "open_door"])
show_table(table, LANG, caption="two_doors", rows="door", digits=1)

# %% [markdown] lang="da"
# Formlen siger, hvad døren koster lederen. Hvad den *giver* dem, der kommer ind ad den, står ikke i
# nogen af de tre kurver. Det er den afvejning, der er jeres.

# %% [markdown] lang="en"
# The formula says what the door costs the leader. What it *gives* those who come through it stands in
# none of the three curves. That trade is yours to make.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke møder viger altid hos jer, og hvem er det, der så mister sin tid?
# - Hvad kaldte du hastende i går, som kunne have ventet til torsdag?
# - Hvilke to timer om ugen ville være mest værd at gøre umulige at flytte?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which meetings always give way where you are, and who is it that then loses their time?
# - What did you call urgent yesterday that could have waited until Thursday?
# - Which two hours a week would be most worth making impossible to move?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 10](../../exercises/da/10_cancellations.ipynb): fem opgaver, omkring 25 minutter. Den
# sidste er en aftale om, hvad der ikke kan flyttes.
#
# Kilde:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 10](../../exercises/en/10_cancellations.ipynb): five tasks, about 25 minutes. The
# last is an agreement on what cannot be moved.
#
# Source:

# %%
# da: Kilden til denne lektion
# en: The source of this lesson
Markdown(f"- {source('poem_2025').citation(LANG)}")

# %% [markdown] lang="da"
# Se på din kalender for næste uge. Hvilket møde ville du flytte først, hvis noget hastede, og ved de,
# der sidder i det, at de står forrest?

# %% [markdown] lang="en"
# Look at your calendar for next week. Which meeting would you move first if something were urgent, and
# do those who sit in it know that they stand first in line?
