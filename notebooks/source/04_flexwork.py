# %% [markdown] lang="da" form="model"
# # Fleksibelt arbejde og kollegialt fællesskab
# Dit team på tolv beder om to hjemmedage om ugen, og hver vil selv vælge sine dage. Får du
# flere til at blive, eller begynder de at gå fejl af hinanden?

# %% [markdown] lang="en" form="model"
# # Flexible work and collegial community
# Your team of twelve asks for two days a week at home, and each wants to choose the days. Will
# more of them stay, or will they begin to miss each other?

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_short}}

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_short}}

# %% tags=["parameters"]
# da: Skru på ugen
# en: Turn the week
from IPython.display import Markdown

from lederlib.report import show_sources
from lederlib.scenario import Scenario, compare
from lederlib.widget import ask, explore_flexwork, step

LANG = "da"
week = explore_flexwork(lang=LANG, guess=True)
week

# %% [markdown] lang="da"
# **Målet:** Vælg hjemmedage, faste dage eller andre friheder ud fra, hvem de skal hjælpe.
#
# ## Hvorfor?

# %% [markdown] lang="en"
# **The goal:** Choose days at home, fixed days or other freedoms by whom they are to help.
#
# ## Why?

# %%
# da: Hvorfor flytter to hjemmedage så lidt?
# en: Why do two days at home move so little?
ask("04.why", lang=LANG)

# %% [markdown] lang="da"
# <details><summary>Hvad skete der?</summary>
#
# Næsten ingenting: Midten går fra 54 til 55 af hundrede. Den, der er hjemme to dage, er på
# arbejde tre. To kolleger er på arbejde seks gange tilsammen, og ugen har kun fem dage. **Mindst
# én dag må de dele**, uanset hvordan de vælger. Det er ren optælling og kræver ingen undersøgelse.
#
# Det, de mister, er at være *samlet*: Når tolv vælger frit, er alle på arbejde samme dag
# omkring hver 92. uge. Sæt én fast fremmødedag, og de er samlet hver uge. Men så skal der være
# tolv pladser den dag.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>What happened?</summary>
#
# Next to nothing: the middle goes from 54 to 55 in a hundred. Someone who is at home two days is
# at work three. Two colleagues are at work six times between them, and the week has only five
# days. **They must share at least one**, however they choose. That is mere counting and needs no
# study.
#
# What they lose is being *all together*: when twelve choose freely, all are at work on the same
# day about once in 92 weeks. Set one fixed day, and they are together every week. But then there
# must be twelve desks on it.
#
# </details>

# %% [markdown] lang="da"
# ## Den tredje dag
# Med tre hjemmedage er løftet væk: To plus to er kun fire. Vælger alle frit, går 30 % af parrene
# fejl af hinanden i en given uge. En metaanalyse finder heller ingen almindelig skade på
# forholdet til kollegerne, men nok ved mere end 2,5 hjemmedage (Gajendran og Harrison, 2007);
# grænsen er forskernes inddeling. Tryk, og find billedet *En tilfældig uge i jeres team*.

# %% [markdown] lang="en"
# ## The third day
# With three days at home the promise is gone: two plus two is only four. If all choose freely,
# 30% of the pairs miss each other in a given week. A meta-analysis, too, finds no general harm to
# relations with colleagues, but harm beyond 2.5 days at home (Gajendran and Harrison, 2007); the
# boundary is how the researchers divided their studies. Press, and find the picture *A sample
# week in your team*.

# %%
# da: Giv den tredje hjemmedag
# en: Give the third day at home
step(week, "tour1", lang=LANG)

# %% [markdown] lang="da"
# ## Aftalen
# Hjemmearbejde og faste fremmødedage er Helhedsmodellens eget eksempel på to indsatser, der taler
# imod hinanden og må stemmes af (Qvick, Elmholdt og Schultz Pedersen, 2025). Behold de tre
# hjemmedage, og aftal, at det er de samme. Så deler alle de to andre. Prisen er frihed: Hver kunne
# vælge mellem 26 ugeplaner og har nu 8. Én fast fremmødedag er en mellemvej med 15. Prøv den med
# håndtaget.

# %% [markdown] lang="en"
# ## The agreement
# Working at home and fixed days at work are *Helhedsmodellen*'s own example of two efforts that
# speak against each other and have to be tuned (Qvick, Elmholdt and Schultz Pedersen, 2025). Keep
# the three days at home, and agree that they are the same ones. Then all share the other two. The
# price is freedom: each could choose among 26 week plans and now has 8. One fixed day at work is a
# middle way with 15. Try it with the lever.

# %%
# da: Aftal de samme dage
# en: Agree on the same days
step(week, "tour2", lang=LANG)

# %% [markdown] lang="da"
# ## I front
# Hos borgeren rækker tre hjemmedage ikke langt, for kun en del af arbejdet kan tages med hjem; hvor
# stor en del, er en antagelse. I Næstved Kommune vil ansatte med direkte borgerkontakt også have
# fleksibilitet. Dér ser en teamchef på, hvordan opgaverne kan flyttes rundt og de administrative
# samles på hjemmedage (Rasmussen, 2025). Man kan også bøje på timetallet, tidspunktet, opgaverne og
# ansættelsen.

# %% [markdown] lang="en"
# ## Face to face
# With citizens, three days at home do not reach far, since only part of the work can be taken
# home; how large a part is an assumption. In Næstved Municipality staff in direct contact with
# citizens want flexibility too. There, a team leader looks at how tasks can be moved around and the
# administrative ones gathered on days at home (Rasmussen, 2025). One can also bend the hours, the
# timing, the tasks and the employment.

# %%
# da: Gå i front hos borgeren
# en: Go face to face with citizens
step(week, "tour3", lang=LANG)

# %% [markdown] lang="da"
# ## Fire dage
# Firedagesugen, den første under *Flere håndtag*, giver en fridag og tager en dag, man kunne
# have mødtes på. Her er den lagt oven i to hjemmedage. Hvad vinder hos jer?

# %% [markdown] lang="en"
# ## Four days
# The four-day week, the first under *More levers*, gives a day off and takes a day on which one
# could have met. Here it comes on top of two days at home. Which wins where you are?

# %%
# da: Gå ned på fire dage
# en: Go down to four days
step(week, "tour4", lang=LANG)

# %% [markdown] lang="da"
# ## Hvor sikkert er det?
# At to kolleger mødes, er talt. Om de *bliver*, er noget andet. Her er to hjemmedage frem for
# én, og så tre frem for to:

# %% [markdown] lang="en"
# ## How sure is it?
# That two colleagues meet is counted. Whether they *stay* is another matter. Here are two days
# at home rather than one, and then three rather than two:

# %% tags=["nbval-check-output"]
# da: To frem for én, og tre frem for to
# en: Two rather than one, and three rather than two
one, two = Scenario({"agreement": 0}), Scenario({"home": 2, "agreement": 0})
three = Scenario({"home": 3, "agreement": 0})
second, third = compare(one, two), compare(two, three)
Markdown(f"{second.verdict(LANG)}\n\n{third.verdict(LANG)}")

# %% [markdown] lang="da"
# Mest betyder det, **hvordan modellen er bygget**. Forskningen finder to veje (Gajendran m.fl.,
# 2024): *selvbestemmelse* holder på folk, *isolation* skubber dem ud. Fortegnene er publiceret,
# størrelserne er vores antagelse, og kun i hver anden verden går begge veje. At godt én fælles
# dag om ugen er nok til et fællesskab, antager vi også.
#
# **Holdt op mod virkeligheden:** I et lodtrækningsforsøg i en kinesisk teknologivirksomhed, hvor
# alle var hjemme de samme to dage, sagde en tredjedel færre op: forholdet var 0,66 (0,44 til
# 0,99; Bloom m.fl., 2024). Modellen sagde 0,98 (99 % af
# verdenerne: 0,59 til 1,04). Vejes verdenerne efter det, der
# er set, bliver det 0,94, og begge veje går i knap to af tre. Håndtagene bruger verdenerne før
# vejningen, og en arbejdsdag dér ligner ikke et plejecenters.

# %% [markdown] lang="en"
# What matters most is **how the model is built**. Research finds two paths (Gajendran et al.,
# 2024): *autonomy* holds people, *isolation* pushes them out. The signs are published, the sizes
# are our assumption, and both paths are open in every other world only. That a good day shared a
# week is enough for a community, we assume too.
#
# **Held against reality:** in a randomised trial in a Chinese technology company, where all were
# at home on the same two days, one third fewer quit: the ratio was 0.66 (0.44 to 0.99; Bloom et
# al., 2024). The model said 0.98 (99% of the
# worlds: 0.59 to 1.04). If the worlds are weighed by what was seen, it
# becomes 0.94, and both paths are open in just under two of three. The levers use the worlds
# before weighing, and a working day there is not that of a care home.

# %% [markdown] lang="da"
# ## Hos jer

# %% [markdown] lang="en"
# ## At your place

# %%
# da: Jeres egen uge
# en: Your own week
ask("04.own", lang=LANG)

# %% [markdown] lang="da"
# ## Øvelse
# Fem opgaver: ét bud, to at regne på, én med håndtag og én at skrive.

# %% [markdown] lang="en"
# ## Exercise
# Five tasks: one guess, two to work out, one with levers and one to write.

# %%
# da: Opgave 4.1
# en: Task 4.1
ask("04.1", lang=LANG)

# %%
# da: Opgave 4.2
# en: Task 4.2
ask("04.2", lang=LANG)

# %%
# da: Opgave 4.3
# en: Task 4.3
ask("04.3", lang=LANG)

# %%
# da: Opgave 4.4
# en: Task 4.4
ask("04.4", lang=LANG)

# %%
# da: Opgave 4.5
# en: Task 4.5
ask("04.5", lang=LANG)

# %% [markdown] lang="da"
# <details><summary>Mål og tid</summary>
#
# Når du er færdig, kan du sige, hvad hjemmedage koster i samvær, og hvad de ikke koster; vælge
# frihed ud fra, hvem den skal hjælpe; og høre forskel på det, der er talt, og det, der er antaget.
#
# Bud og håndtag: 5 minutter. Hvorfor: 5. De fire ture: 10. Hvor sikkert: 5. Hos jer: 5. Øvelsen:
# 25.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Goals and time</summary>
#
# When you are done, you can say what days at home cost in time together, and what they do not
# cost; choose freedom by whom it is to help; and hear what is counted apart from what is assumed.
#
# Guess and levers: 5 minutes. Why: 5. The four tours: 10. How sure: 5. At your place: 5. The
# exercise: 25.
#
# </details>

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
articles = ("helhedsmodel_2025", "naestved_2025")
show_sources(*articles, "gajendran_2007", "gajendran_2024", "bloom_2024", lang=LANG)

# %% [markdown] lang="da" tags=["guide"]
# **Spørg:** Kan to kolleger med to frie hjemmedage være så uheldige, at de slet ikke mødes en hel
# uge? Tag en håndsoprækning, før nogen rører et håndtag, og lad én fra hver side begrunde sit svar.
# Det går lige så godt med 300 i salen som med 30.
#
# **Misforståelsen:** De fleste tror, at to hjemmedage koster fællesskabet. Det er den tredje dag,
# der gør det, og det første, man mister, er at være samlet alle på én gang.
#
# **Er der stille?** Tegn fem dage på tavlen, og lad to gå frem og sætte hver tre krydser uden at
# ramme samme dag.
#
# **Slut med:** Hvem hos jer har mindst at vælge imellem, og hvilke opgaver kunne I flytte rundt på?

# %% [markdown] lang="en" tags=["guide"]
# **Ask:** with two free days at home, can two colleagues be so unlucky that they do not meet for a
# whole week? Take a show of hands before anyone touches a lever, and let one from each side give
# the reason. It works with 30 and with 300.
#
# **The misunderstanding:** most believe that two days at home cost community. It is the third day
# that does, and what goes first is being all together at once.
#
# **If the room is silent:** draw five days on the board, and let two come up and set three crosses
# each without hitting the same day.
#
# **End with:** who among you has least to choose from, and which tasks could you move around?
