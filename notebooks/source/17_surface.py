# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Balancen som en flade
# To ledere er i balance. Den ene har to på begge skåle, den anden otte på begge. Er de lige slidte?
# Og hvis en tredje har seks på belastning og fire på ressourcer: Er det *skævheden*, der slider, eller er
# det bare de seks? Skriv dit bud, før du læser videre.

# %% [markdown] lang="en"
# # Balance as a surface
# Two leaders are in balance. One has two on either side of the scale, the other eight on either side. Are
# they equally worn? And if a third has six of load and four of resources: is it the *imbalance* that
# wears, or is it just the six? Write down your prediction before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Lav gulvet til et kort: belastning langs den ene væg, ressourcer langs den anden.
# Find på en leder, og lad deltagerne stille sig, hvor de tror, hun hører til. Læg så en tøjsnor på
# skrå gennem rummet: »Her er der lige meget af hver.« Spørg, hvem der har bestemt, hvor snoren skal
# ligge. Ingen skal stå for sig selv; tal om den opdigtede leder.

# %% [markdown] lang="en"
# **Are you teaching?** Make the floor a map: load along one wall, resources along the other. Invent a
# leader, and let people stand where they think she belongs. Then lay a clothes line slantwise through the
# room: "Here there is as much of each." Ask who decided where the line should lie. Nobody has to
# stand for themselves; talk about the invented leader.

# %%
# da: Hent data og mål
# en: Fetch data and measures
from IPython.display import Markdown

from lederlib.catalogue import read_card, source
from lederlib.plot import plot_surface_map
from lederlib.report import show_table
from lederlib.scenario import balance_surface, leader_table

leaders = leader_table()

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - læse et udfald som en flade over belastning og ressourcer i stedet for som ét balancetal,
# - sige med egne ord, hvad a1–a5 betyder, og hvornår de ikke betyder noget,
# - skelne det, data har vist, fra det, der hviler på, hvordan vi tæller.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - read an outcome as a surface over load and resources instead of as one balance number,
# - say in your own words what a1–a5 mean, and when they mean nothing,
# - tell what the data have shown from what rests on how we count.

# %% [markdown] lang="da"
# ## Begreb
# ### Fra ét tal til et landkort
# Et balancetal trækker den ene skål fra den anden. Så ser to og to ud som otte og otte, og ingen kan se,
# om det er belastningen, ressourcerne eller forskellen, der virker. Lader vi udfaldet afhænge af begge dele
# på én gang, får vi et landkort: belastning mod øst, ressourcer mod nord og slid som højden (Edwards og
# Parry, 1993). Man kan gå to ture over det:
#
# - **Begge op lige meget**, fra to og to mod otte og otte. `a1` er, hvor stejlt det går i midten; `a2` er,
#   om turen krummer. Stiger det, slider *niveauet* i sig selv.
# - **Den ene op, den anden ned**, fra rigelige ressourcer mod rigelig belastning. `a3` er stejlheden,
#   `a4` krumningen. Slider *skævheden* i sig selv, uanset hvilken vej, ligger der en dal langs balancen, og
#   `a4` er over nul.
# - `a5` siger, om belastning krummer mere end ressourcer. Er den ikke nul, ligger dalen skævt.

# %% [markdown] lang="en"
# ## Concept
# ### From one number to a map
# A balance number subtracts one side from the other. Then two and two look like eight and eight, and
# nobody can see whether it is load, resources or the difference that works. If we let the outcome depend
# on both at once we get a map: load to the east, resources to the north, and strain as the height (Edwards
# and Parry, 1993). One can take two walks across it:
#
# - **Both up by as much**, from two and two towards eight and eight. `a1` is how steep it is in the
#   middle; `a2` is whether the walk curves. If it rises, the *level* wears in itself.
# - **One up, the other down**, from ample resources towards ample load. `a3` is the steepness, `a4` the
#   curvature. If *imbalance* wears in itself, whichever way, a valley lies along the balance, and `a4` is
#   above zero.
# - `a5` says whether load curves more than resources. If it is not zero, the valley lies askew.

# %% [markdown] lang="da"
# ### 280 opdigtede ledere
# Højden er slid. Kortet slutter, hvor lederne slutter: En flade fortsætter gerne ud i det blå, men dér er
# der ingen til at sige den imod.

# %% [markdown] lang="en"
# ### 280 invented leaders
# The height is strain. The map ends where the leaders end: a surface gladly goes on into the blue, but
# nobody is there to contradict it.

# %%
# da: Slid over belastning og ressourcer
# en: Strain over load and resources
found = balance_surface(leaders, "strain")
plot_surface_map(found, lang=LANG)

# %% [markdown] lang="da"
# Før I ser de fem tal: Hvilken vej er fladen stejlest? Er der en dal langs den stiplede streg?

# %% [markdown] lang="en"
# Before you see the five figures: which way is the surface steepest? Is there a valley along the dashed
# line?

# %% tags=["nbval-check-output"]
# da: De fem tal med 95 %-intervaller, pr. point
# en: The five figures with 95% intervals, per point
figures = found.surface.surface[["est", "low", "high"]]
show_table(figures, LANG, caption="five_figures", rows="a1_a5", digits=3)

# %% [markdown] lang="da"
# `a3` er langt fra nul: Mere belastning og færre ressourcer følges med mere slid. `a1` er også over nul:
# Otte og otte slider mere end to og to. Men intervallet for `a4` rører nul. **Disse data viser ikke, at
# skævhed slider i sig selv.** De viser, at belastning slider, og at ressourcer skåner.
#
# At sige »det er balancen, der tæller«, kræver mere end ét tal. Humberg og kolleger (2019) samler
# betingelserne i en tjekliste: Fladen skal krumme, dalen skal ligge langs balancen, og den må hverken
# være skubbet eller drejet. I den strenge udgave må niveauet heller ikke betyde noget. Selv da hedder det
# kun, at intet taler imod.

# %% [markdown] lang="en"
# `a3` is far from zero: more load and fewer resources go with more strain. `a1` is above zero as well:
# eight and eight wear more than two and two. But the interval of `a4` touches zero. **These data do not
# show that imbalance wears in itself.** They show that load wears and that resources spare.
#
# To say "it is the balance that counts" takes more than one figure. Humberg and colleagues (2019) gather the
# conditions in a checklist: the surface must curve, the valley must lie along the balance, and it must be
# neither shifted nor turned. In the strict version the level must not matter either. Even then it
# only means that nothing speaks against it.

# %% tags=["nbval-check-output"]
# da: Tjeklisten: hvad holder?
# en: The checklist: what holds?
checks = found.surface.checklist[["holds"]]
show_table(checks, LANG, caption="congruence", rows="condition")

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# I lektion 3 stod der, at nul er en konvention: Ingen har målt, om et point tillid vejer som et point
# krydspres. Sæt, at et point ressource kun vejer **halvt** så meget.
# 1. Hvad sker der med landkortet? Med den stiplede streg?
# 2. Kan svaret på »slider skævhed i sig selv?« skifte, uden at et eneste svar er ændret?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Lesson 3 said that zero is a convention: nobody has measured whether a point of trust weighs as much as a
# point of cross-pressure. Suppose that a point of resources weighs only **half** as much.
# 1. What happens to the map? To the dashed line?
# 2. Can the answer to "does imbalance wear in itself?" change without one single answer being changed?

# %%
# da: Skru på tællemåden og på lederne
# en: Turn the way of counting and the leaders
from lederlib.widget import explore_surface

explore_surface(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Halv vægt.* Gå fra 1,0 til 0,5. Kortet står stille. Hvad gør `a1` og `a4`, og hvilken overskrift
#    kunne man nu skrive, som man ikke kunne før?
# 2. *Et andet nul.* Gå tilbage til 1,0, og flyt nullet. Hvilke af de fem tal rører sig, og hvilke kan ikke?
# 3. *30 ledere.* Sæt nullet tilbage, vælg 30, og træk andre ledere fem gange. Hvor sikkert er fortegnet på
#    `a4`? Og hvor meget af kortet er blevet væk?
# 4. *Et andet udfald.* Tag alle 280, og vælg teamets klima. Hvad vender, og hvorfor er intervallerne
#    bredere?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *Half the weight.* Go from 1.0 to 0.5. The map stands still. What do `a1` and `a4` do, and which
#    headline could one write now that one could not before?
# 2. *Another zero.* Go back to 1.0 and move the zero. Which of the five figures stir, and which cannot?
# 3. *30 leaders.* Put the zero back, choose 30 and draw other leaders five times. How sure is the sign of
#    `a4`? And how much of the map has gone?
# 4. *Another outcome.* Take all 280 and choose team climate. What turns round, and why are the intervals
#    wider?

# %% [markdown] lang="da"
# ### Luk op for formlen
# Data er opdigtede, så vi ved, hvad der er bygget ind. Læs punkt 1 på datasættets kort, og hold det op mod
# det, I fandt.

# %% [markdown] lang="en"
# ### Open the formula
# The data are invented, so we know what was built in. Read point 1 of the dataset's card, and hold it
# against what you found.

# %%
# da: Det, der er bygget ind
# en: What was built in
Markdown(read_card("leader_balance").truth.to(LANG))

# %% [markdown] lang="da"
# Regner man formlen ud i midten, hvor begge er fem, bliver `a1` 0,050, `a2` 0, `a3` 0,120, `a4` 0 og `a5`
# −0,012 pr. point, når de tælles en til en. Alle fem ligger i intervallerne ovenfor. Formlen rummer ingen
# straf for skævhed: Et overskud af ressourcer skåner. Men niveauet slider, og et point ressource hjælper
# mest, hvor der er færrest. **I virkeligheden kan ingen lukke op for formlen.** Der har vi kun fladen,
# omridset og vores egen måde at tælle på.

# %% [markdown] lang="en"
# If one works out the formula in the middle, where both are five, `a1` becomes 0.050, `a2` 0, `a3` 0.120,
# `a4` 0 and `a5` −0.012 per point, counted one to one. All five lie within the intervals above. The formula
# holds no penalty for imbalance: a surplus of resources spares. But the level wears, and a point of
# resources helps most where there are fewest. **In reality nobody can open the formula.** There we
# have only the surface, the outline and our own way of counting.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvornår siger I »balance«, når I mener »mindre belastning«? Hvem slipper for at gøre noget, når ordet er
#   balance?
# - Hvad ville det kræve at kunne sige, at en times sparring opvejer en times krydspres?
# - Hvor på kortet er der ingen ledere hos jer, og hvorfor? Findes de ikke, eller er de holdt op?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - When do you say "balance" and mean "less load"? Who is let off doing something when the word is
#   balance?
# - What would it take to be able to say that an hour of counsel outweighs an hour of cross-pressure?
# - Where on the map are there no leaders with you, and why? Do they not exist, or have they left?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 17](../../exercises/da/17_surface.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 17](../../exercises/en/17_surface.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('edwards_1993').citation(LANG)}\n"
    f"- {source('humberg_2019').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvor på kortet ville dit team sætte dig, og hvem i din organisation skulle gå det første skridt, hvis du
# skulle flytte dig?

# %% [markdown] lang="en"
# Where on the map would your team put you, and who in your organisation would have to take the first step
# if you were to move?
