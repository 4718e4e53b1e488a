# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Synkronisér indsatserne
# En kommune har femten gode idéer på bordet og kræfter til tre. Hvilke tre ville du vælge? Og hvad
# ville du holde op med **først**? Skriv tre bogstaver og ét ord ned, før du læser videre.

# %% [markdown] lang="en"
# # Synchronise the interventions
# A municipality has fifteen good ideas on the table and strength for three. Which three would you
# choose? And what would you stop doing **first**? Write down three letters and one word before you
# read on.

# %%
# da: De femten på bordet
# en: The fifteen on the table
from IPython.display import Markdown

from lederlib.catalogue import intervention, shortlist

ideas = [intervention(key) for key in shortlist()]
rows = [f"**{one.name.to(LANG)}.** {one.text.to(LANG)}" for one in ideas]
Markdown("\n".join(f"- {a} · {row}" for a, row in zip("ABCDEFGHIJKLMNO", rows)))

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Lad hver gruppe skrive sine tre bogstaver på en seddel og hænge den op, før nogen
# ruller ned. Til sidst ser I, hvilke sedler man ville fortryde mindst.

# %% [markdown] lang="en"
# **Are you teaching?** Let each group write its three letters on a note and put it up before anyone
# scrolls down. At the end you see which notes one would regret least.

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - se, hvor to gode indsatser hjælper hinanden, og hvor de hindrer hinanden,
# - vælge det, man fortryder mindst, når ingen kan sige, hvad der er bedst,
# - begynde med at stoppe noget, og sige, hvad det skal gøre plads til.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - see where two good interventions help each other and where they hinder each other,
# - choose what one regrets least when nobody can say what is best,
# - begin by stopping something, and say what it is to make room for.

# %% [markdown] lang="da"
# ## Begreb
# Helhedsmodellens forfattere slutter deres råd af med at bede os synkronisere: se på, hvordan
# indsatserne påvirker hinanden, og fjern den *gamle arv*, der står i vejen for dem (Qvick, Elmholdt og
# Schultz Pedersen, 2025). Fire ting kan gå galt, når man vælger én ad gangen:
#
# - **To indsatser trækker hver sin vej.** Faste fremmødedage samler folk, hjemmedage spreder dem.
# - **To indsatser løfter det samme.** Anden gang er der mindre at løfte.
# - **Alt på én gang.** Opmærksomhed er der kun én portion af, og hver indsats er selv en belastning.
#   *Der er en grænse for, hvor hurtigt medarbejderne kan løbe*, som overskriften lød om Næstved
#   Kommunes forløb (Rasmussen, 2025).
# - **Noget gammelt spærrer.** Planlagt modtagelse får ingen luft, før den gamle rundtur er droppet.
#
# Og så det modsatte: Nogle gange bærer den ene indsats den anden frem.

# %% [markdown] lang="en"
# ## Concept
# The authors of *Helhedsmodellen* end their advice by asking us to synchronise: look at how the
# interventions affect each other, and remove the *old legacy* that stands in their way (Qvick,
# Elmholdt and Schultz Pedersen, 2025). Four things can go wrong when one chooses one at a time:
#
# - **Two interventions pull apart.** Fixed presence days gather people, home days spread them.
# - **Two interventions lift the same thing.** The second time there is less to lift.
# - **Everything at once.** There is only one helping of attention, and every intervention is itself a
#   load. *There is a limit to how fast the employees can run*, as the headline said of Næstved
#   Municipality's course (Rasmussen, 2025).
# - **Something old blocks the way.** Structured onboarding gets no air until the old round of talks
#   has gone.
#
# And then the opposite: sometimes one intervention carries the other.

# %%
# da: Hver rude er to indsatser
# en: Each box is two interventions
from lederlib.plot import plot_choices, plot_conflicts
from lederlib.scenario import best_sets, pair_effects, portfolio_world

world = portfolio_world()
table, locked = world.table, world.locked()
show = {"locked": locked, "lang": LANG, "stamp": world.stamp}
plot_conflicts(table, pair_effects(world), **show)

# %% [markdown] lang="da"
# Så mange minusser! De fleste skyldes ikke, at to idéer er uenige, men at de deler den samme
# opmærksomhed og det samme loft. Her er de par, hvor der er en grund ud over det. Årsagerne er vores
# egne, bortset fra den om fremmødedage, som står i magasinet. Se, hvordan trængslen æder et par af de
# gode grunde.

# %% [markdown] lang="en"
# So many minus signs! Most of them do not come from two ideas that disagree, but from two that share
# the same attention and the same ceiling. Here are the pairs with a reason beyond that. The reasons
# are our own, except for the one on presence days, which is the magazine's. See how the crowding eats
# a couple of the good reasons.

# %%
# da: De par, der har en grund
# en: The pairs that have a reason
from lederlib.report import show_table
from lederlib.scenario import pairs_in_words, sets_in_words

pairs = pairs_in_words(pair_effects(world), LANG)
show_table(pairs, LANG, caption="pairs_with_reason")

# %% [markdown] lang="da"
# ### Bedst er ét spørgsmål, fortrydelse et andet
# Hvor meget de femten virker, ved ingen. Derfor regner vi i 10.000 mulige verdener, alle trukket
# inden for det, vi ikke ved, og prøver hvert sæt på tre i dem alle. Så kan man spørge om to ting:
#
# - **I hvor mange verdener er sættet det bedste?** Et sæt kan vinde tit og tabe stort resten af tiden.
# - **Hvor meget fortryder man det i snit?** Fortrydelsen er, hvor meget mere det bedste sæt i *den*
#   verden ville have givet. Den kender man først bagefter, men gennemsnittet kan man regne på i dag.
#
# Vi måler i **point**: Ét point er cirka 1 % færre, der siger op i løbet af et år. Gæt, før du ruller
# ned: I hvor stor en del af verdenerne er det sæt, der oftest er bedst, faktisk bedst?

# %% [markdown] lang="en"
# ### Best is one question, regret is another
# Nobody knows how much the fifteen do. So we reckon in 10,000 possible worlds, all drawn within what
# we do not know, and try every set of three in all of them. Then one can ask two things:
#
# - **In how many worlds is the set the best?** A set may win often and lose heavily the rest of the
#   time.
# - **How much does one regret it on average?** Regret is how much more the best set in *that* world
#   would have given. One knows it only afterwards, but the average can be worked out today.
#
# We measure in **points**: one point is about 1% fewer who quit in a year. Guess before you scroll
# down: in how large a part of the worlds is the set that is most often best, in fact best?

# %%
# da: De otte sæt, man fortryder mindst, som det ser ud i dag
# en: The eight sets that are least regretted, as things stand today
today = best_sets(world)
plot_choices(table, today, **show)

# %% [markdown] lang="da"
# Intet sæt er bedst i mere end omkring hver syvende verden. *Det bedste valg* findes altså ikke; der
# findes valg, man kan leve med. Fire af idéerne er slet ikke med: Hængelåsen siger, at noget må
# stoppes først.

# %% [markdown] lang="en"
# No set is best in more than about one world in seven. So there is no such thing as *the best choice*;
# there are choices one can live with. Four of the ideas do not take part at all: the padlock says that
# something has to stop first.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 4 minutter)
# Find jeres tre bogstaver frem fra begyndelsen.
# 1. Hjælper eller hindrer de hinanden, to og to? Sig det højt, før I ser efter.
# 2. Er de blandt de otte, man fortryder mindst?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 4 minutes)
# Take out your three letters from the beginning.
# 1. Do they help or hinder each other, two by two? Say it aloud before you look.
# 2. Are they among the eight that are least regretted?

# %%
# da: Vælg tre af femten
# en: Choose three of fifteen
from lederlib.widget import explore_synchronise

explore_synchronise(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Jeres tre.* Vælg dem. Hvad koster de i fortrydelse, og hvilken af de tre skulle I bytte ud for
#    at komme længst ned?
# 2. *Trængsel.* Skru ned for, hvor meget I kan bære på én gang, til det laveste. Hvad sker der med
#    ruderne, og hvilke sæt overtager? Skru så helt op.
# 3. *Oprydning.* Vælg én ting ad gangen at rydde op i først. Hvilken låser op for noget, I gerne
#    ville? Hvilken sænker fortrydelsen mest for *jeres* tre?
# 4. *Alle fire.* Ryd op i det hele. Er der nu ét sæt, der er bedst i de fleste verdener?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *Your three.* Choose them. What do they cost in regret, and which of the three should you swap to
#    get furthest down?
# 2. *Crowding.* Turn down how much you can carry at once to the lowest. What happens to the boxes, and
#    which sets take over? Then turn it all the way up.
# 3. *Clearing out.* Choose one thing at a time to clear out first. Which unlocks something you
#    wanted? Which lowers the regret most for *your* three?
# 4. *All four.* Clear out everything. Is there now one set that is best in most worlds?

# %% [markdown] lang="da"
# ### Hvad skal stoppe først?
# At stoppe noget giver tre ting: Det letter i sig selv, det sætter opmærksomhed fri, og det låser op.
# Det koster også lidt. Skriv dit bud: møderne, indberetningen, introprogrammet eller mødepligten?

# %% [markdown] lang="en"
# ### What should stop first?
# Stopping something does three things: it is a relief in itself, it sets attention free, and it
# unlocks. It also costs a little. Write down your prediction: the meetings, the reporting, the
# introduction programme or the presence rule?

# %%
# da: Hvad er det værd at stoppe først?
# en: What is it worth stopping first?
from lederlib.scenario import stop_first, stop_sentence, stops_in_words

stops = stop_first(world)
show_table(stops_in_words(stops, world, LANG), LANG, caption="stop_first")

# %%
# da: Svaret i ord
# en: The answer in words
Markdown(stop_sentence(stops, LANG))

# %% [markdown] lang="da"
# Læg mærke til spændene. Selv den oprydning, der giver mest i snit, er i nogle verdener spildt, og i
# fire verdener ud af ti giver en anden mest. Så er det ikke modellen, der skal vælge.
#
# ### Hvad hviler det på?
# **Alle størrelser her er antagelser**: hvor langt hver indsats flytter en faktor, hvad den tager af
# opmærksomhed, hvad konflikter koster, og hvad der sættes fri. Publiceret er kun, *at* meget af det
# betyder noget. At ledelse kommer først, når folk siger, hvad der holder på dem, har vi fra magasinet,
# og det er grunden til, at ledelse står så stærkt i svaret. Derfor er det klogeste at spørge, hvad der
# skal til, for at svaret skifter. Her er det nok at kunne bære mindre:

# %% [markdown] lang="en"
# Note the ranges. Even the clearing out that gives most on average is wasted in some worlds, and in
# four worlds out of ten another one gives most. Then it is not for the model to choose.
#
# ### What does it rest on?
# **All sizes here are assumptions**: how far each intervention moves a factor, what it takes of
# attention, what conflicts cost and what is set free. Published is only *that* much of it matters. That
# leadership comes first when people say what keeps them, we have from the magazine, and it is the
# reason why leadership stands so strong in the answer. So the wisest thing is to ask what it would take
# for the answer to change. Here it is enough to be able to carry less:

# %%
# da: De tre mindst fortrudte, når I kan bære 35 % og 15 % på én gang
# en: The three least regretted when you can carry 35% and 15% at once
import pandas as pd

wide, narrow = (best_sets(world, capacity=much) for much in (0.35, 0.15))
both = [sets_in_words(each, LANG, rows=3) for each in (wide, narrow)]
table = pd.concat(both, keys=["35 %", "15 %"]).droplevel(1)
show_table(table, LANG, caption="least_regretted", rows="capacity")

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke to indsatser hos jer er begge gode og står alligevel i vejen for hinanden? Hvem ved det?
# - Hvad er jeres *gamle arv*: noget, I bliver ved med, fordi I altid har gjort det? Hvem ville savne
#   det, og har I spurgt dem?
# - Hvor mange ting er i gang hos jer lige nu? Tæl dem. Hvor mange er der plads til?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which two interventions where you work are both good and still stand in each other's way? Who knows
#   it?
# - What is your *old legacy*: something you keep doing because you always have? Who would miss it, and
#   have you asked them?
# - How many things are going on where you work right now? Count them. How many is there room for?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 8](../../exercises/da/08_synchronise.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 8](../../exercises/en/08_synchronise.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
from lederlib.catalogue import source

keys = ("helhedsmodel_2025", "naestved_2025", "komponent_2025", "poem_2025")
Markdown("\n".join(f"- {source(key).citation(LANG)}" for key in keys))

# %% [markdown] lang="da"
# Hvis du kun måtte stoppe én ting i næste uge, hvad skulle det så være – og hvad skulle pladsen
# bruges til?

# %% [markdown] lang="en"
# If you could stop only one thing next week, what would it be, and what would the room be used for?
