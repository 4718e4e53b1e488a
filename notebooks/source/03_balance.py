# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Ledervægten
# Tænk på den seneste uge, hvor du gik hjem og var brugt op. Skriv tre ting ned, der tyngede.
# Skriv så tre ting, der bar dig, også den uge. Hvilken liste var lettest at skrive?

# %% [markdown] lang="en"
# # The leader's balance
# Think of the last week in which you went home with nothing left. Write down three things that
# weighed on you. Then three that carried you, in that week too. Which list was easier to write?

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 35 minutter, og tag dem et sted, hvor I kan tale uforstyrret.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 35 minutes, in a place where you can talk undisturbed.

# %% [markdown] lang="da"
# **Det, du lægger på vægten, er dit.** Ingen skal vise sin skærm, og intet bliver gemt eller
# sendt, medmindre du selv gør det. Underviser du, så vis gruppens figurer på projektoren og lad
# hver enkelt have sin egen vægt for sig selv.

# %% [markdown] lang="en"
# **What you put on the scale is yours.** Nobody has to show a screen, and nothing is kept or
# sent unless you do it yourself. If you teach, show the group's figures on the projector and let
# each person keep their own scale to themselves.

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - sætte ord på, hvad der tynger dig, og hvad der bærer dig,
# - skelne mellem en rolig balance og en, der er spændt til bristepunktet,
# - tale med din ledergruppe om, hvorvidt I bærer jævnt, uden at det kommer til at handle om, hvem
#   der er stærk.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - put words to what weighs on you and what carries you,
# - tell a calm balance from one that is stretched to breaking point,
# - talk with your leader group about whether you carry evenly, without it turning into who is
#   strong.

# %% [markdown] lang="da"
# ## Begreb
# ### To skåle
# På den ene skål ligger **belastningerne**. For ledere er krydspresset særligt: mange krav på én
# gang, for lidt tid, andres forventninger og ens egne. På den anden ligger **ressourcerne**:
# indflydelse og autonomi, psykologisk tryghed og tillid, tid til at restituere og tænke sig om,
# og støtte. De fire temaer stammer fra en dansk undersøgelse af lederes arbejdsmiljø, som
# magasinet gengiver, og det samme gør de relationer, det hele foregår i: til dig selv og din
# nærmeste leder, til ledergruppen og til resten af organisationen.

# %% [markdown] lang="en"
# ## Concept
# ### Two sides
# On one side of the scale lie the **loads**. For leaders the cross-pressure is special: many
# demands at once, too little time, the expectations of others and one's own. On the other lie
# the **resources**: influence and autonomy, psychological safety and trust, time to recover and
# reflect, and support. The four themes come from a Danish study of leaders' working environment
# that the magazine reproduces, and so do the relations in which it all takes place: to yourself
# and your nearest leader, to the leader group and to the rest of the organisation.

# %%
# da: Læs dette, før du bruger vægten
# en: Read this before you use the scale
from IPython.display import Markdown

from lederlib.catalogue import balance_notice, dataset_path, source
from lederlib.answers import balance_points, read_answers
from lederlib.plot import plot_group_balance

Markdown(f"> {balance_notice().to(LANG)}")

# %% [markdown] lang="da"
# ### Hældning og niveau
# **Hældningen** siger, hvilken skål der er tungest: forskellen mellem ressourcer og belastning,
# målt i forhold til alt, hvad der ligger på vægten. Den går fra −1 (kun belastning) til 1 (kun
# ressourcer).
#
# **Niveauet** siger, hvor meget der ligger i alt. To ledere kan begge være i ligevægt, den ene
# med lidt på hver skål og den anden med skåle, der er ved at flyde over. Det første er en rolig
# balance. Det andet er en spændt, og et enkelt gram kan vippe den.
#
# **Nul er en konvention.** En belastning på 6 og en ressource på 6 er ikke lige tunge; der findes
# ikke en fælles enhed for krydspres og tillid. Læg derfor mærke til bevægelsen, fra *generelt* til
# *lige nu*, og til forskellene i gruppen, mere end til, hvor nullet står.

# %% [markdown] lang="en"
# ### Tilt and level
# **Tilt** says which side is heavier: the difference between resources and load, measured against
# all that lies on the scale. It runs from −1 (load only) to 1 (resources only).
#
# **Level** says how much lies there in all. Two leaders may both be level, one with little on
# either side and the other with sides about to spill over. The first is a calm balance. The second
# is a stretched one, and a single gram can tip it.
#
# **Zero is a convention.** A load of 6 and a resource of 6 are not equally heavy; there is no
# common unit for cross-pressure and trust. So note the movement, from *in general* to *right now*,
# and the differences within the group, more than where zero stands.

# %% [markdown] lang="da"
# ### Når vægten bliver stående skævt
# Belastning slider, ressourcer bygger op igen. I øvelsen møder du en model, hvor den, der er
# slidt, også kommer sig langsommere. Så kan slid vokse stille længe og derefter på én gang. Det
# knæk er vores **antagelse**; ingen har vist os, at ledere virker sådan.
#
# Lederes trivsel bliver ikke hos lederne. Det er hovedpointen i en gennemgang af 698
# forskningsartikler: Den hænger sammen med, hvor godt der bliver ledet, med resultaterne og med
# medarbejdernes trivsel (Johansen og Rasmussen, 2025). I en stor dansk kommune fulgte
# medarbejdernes stress efter deres leders et år senere: 473 ledere og 5.688 ansatte, og retningen
# er publiceret, men vi har ikke set størrelsen (Bonnesen m.fl., 2022). Derfor er vægten et
# **organisatorisk** ansvar og ikke en prøve i, hvem der kan holde til mest.

# %% [markdown] lang="en"
# ### When the scale stays tilted
# Load wears, resources restore. In the exercise you meet a model in which someone who is worn also
# recovers more slowly. Strain can then grow quietly for long, and after that all at once. That
# edge is our **assumption**; nobody has shown us that leaders work that way.
#
# Leaders' wellbeing does not stay with the leaders. That is the main point of a review of 698
# research articles: it hangs together with how well people are led, with results and with the
# wellbeing of employees (Johansen and Rasmussen, 2025). In a large Danish municipality the stress of employees followed that of their leader a year later: 473 leaders and
# 5,688 employees, and the direction is published, though we have not seen the size (Bonnesen et
# al., 2022). That makes the scale a responsibility of the **organisation** and not a test of who
# can bear most.

# %% [markdown] lang="da"
# ## Udforsk
# ### Din egen vægt (alene, 8 minutter)
# Giv først et bud: Hvilken vej hælder du *generelt*, og hvilken vej *lige nu*? Læg så dine tre og
# tre fra begyndelsen på vægten, og fyld efter med resten. Punkter, du lader stå tomme, tæller
# ikke med.
#
# **Mangler der noget?** De åbne pladser er til det, der er særligt hos jer. Vægten er først jeres,
# når I har brugt mindst én af dem.

# %% [markdown] lang="en"
# ## Explore
# ### Your own scale (alone, 8 minutes)
# First make a prediction: which way do you lean *in general*, and which way *right now*? Then put
# your three and three from the beginning on the scale, and fill in the rest. Items that you leave
# empty do not count.
#
# **Is anything missing?** The open slots are for what is particular to you. The scale is not yours
# until you have used at least one of them.

# %%
# da: Læg på vægten
# en: Put it on the scale
from lederlib.widget import explore_balance

explore_balance(lang=LANG)

# %% [markdown] lang="da"
# Find nu **ét** punkt, du kan lette, og ét, du kan lægge til. Flyt dem, og se, hvad der sker med
# hældningen og med niveauet. Hvad ville det kræve i virkeligheden, og af hvem?
#
# ### Ni ledere, nu og generelt
# Her er workshoppens ni opdigtede ledere som gruppe. Pilen går fra, hvordan det plejer at være, til
# hvordan det er lige nu. Før I ser efter: Tror I, at gruppen er mere tynget nu end ellers?

# %% [markdown] lang="en"
# Now find **one** item that you can ease and one that you can add. Move them, and see what happens
# to the tilt and to the level. What would it take in reality, and from whom?
#
# ### Nine leaders, now and in general
# Here are the workshop's nine invented leaders as a group. The arrow goes from how it usually is to
# how it is right now. Before you look: do you think that the group is more weighed down than usual?

# %%
# da: Workshoppens ni ledere
# en: The workshop's nine leaders
nine = balance_points(read_answers(dataset_path("workshop")))
plot_group_balance(nine, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# ### Bærer I jævnt?
# To ledergrupper fra et syntetisk datasæt med 280 ledere. **Set udefra går det dem lige godt:** I
# begge ligger gennemsnittet lige nu lidt på ressourcernes side, omkring 0,1. Gæt, hvad der alligevel
# kan være på færde i den anden, før I ruller ned til den.

# %% [markdown] lang="en"
# ### Do you carry evenly?
# Two leader groups from a synthetic data set of 280 leaders. **From outside they are doing equally
# well:** in both, the mean right now lies a little on the side of resources, about 0.1. Guess what
# may be going on in the second all the same, before you scroll down to it.

# %%
# da: Den første gruppe
# en: The first group
leaders = read_answers(dataset_path("leader_balance"))
group = leaders.background["leader_group"].astype(str)
even = balance_points(leaders.balance[group == "9"])
plot_group_balance(even, lang=LANG, synthetic=True)

# %%
# da: Den anden gruppe
# en: The second group
uneven = balance_points(leaders.balance[group == "31"])
plot_group_balance(uneven, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# De to pile ligner hinanden. Men i den anden gruppe, med ti ledere, er der langt fra den mest tyngede
# til den bedst bårne, og gennemsnittet skjuler begge. Det ved vi, fordi svarene er opdigtede. Om
# virkelige ledere viser figuren det ikke, for af så få kan man kende den enkelte. Kun gruppen selv
# kan finde ud af det, og så kan den flytte noget: en opgave, en vagt, en times sparring.

# %% [markdown] lang="en"
# The two arrows look alike. Yet in the second group, of ten leaders, it is a long way from the most
# weighed down to the best carried, and the mean hides both. We know because the answers are invented.
# Of real leaders the figure does not show it, since among so few each one can be recognised. Only the
# group itself can find out, and then it can move something: a task, a duty, an hour of counsel.

# %% [markdown] lang="da"
# ## Reflektér
# I ledergruppen, med vægten vendt væk fra hinanden:
# - Nævn én belastning, I alle kender, og én, som kun nogle af jer bærer. Hvem skal vide det?
# - Hvilken af jeres belastninger kan du selv lette, hvilken kan gruppen, og hvilken må
#   organisationen tage? Hvor kan I rejse den sidste: i TRIO, i MED eller hos jeres chef?
# - Hvilken ressource har I, som ingen bruger?

# %% [markdown] lang="en"
# ## Reflect
# In the leader group, with the screens turned away from each other:
# - Name one load that all of you know, and one that only some of you carry. Who needs to know?
# - Which of your loads can you ease yourself, which can the group, and which must the organisation
#   take? Where can you raise the last one: with your leader, or where management and staff meet?
# - Which resource do you have that nobody uses?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 3](../../exercises/da/03_balance.ipynb): fem opgaver, omkring 25 minutter. Her får
# du også knækket at se.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 3](../../exercises/en/03_balance.ipynb): five tasks, about 25 minutes. There you
# also get to see the edge.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('ledervaegt_2025').citation(LANG)}\n"
    f"- {source('scoping_2025').citation(LANG)}\n"
    f"- {source('bonnesen_2022').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvad ville dine lederkolleger sige, at du bærer, som du selv er holdt op med at lægge mærke til?

# %% [markdown] lang="en"
# What would the leaders around you say that you carry and that you yourself no longer notice?
