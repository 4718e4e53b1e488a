# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Et år som leder
# Det er marts. To ledere har nøjagtig den samme belastning og de samme ressourcer. Den ene har det
# godt, den anden er slidt ned. Er den ene bare stærkere? Find på mindst én anden forklaring, og
# skriv den ned, før du læser videre.

# %% [markdown] lang="en"
# # A leader's year
# It is March. Two leaders have exactly the same load and the same resources. One is doing well, the
# other is worn down. Is one of them simply stronger? Think of at least one other explanation, and
# write it down before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Saml forklaringerne på tavlen uden at kommentere dem. Vend tilbage til dem, når
# I har set kurven med de to kanter, og spørg, hvilke der stadig er nødvendige. Ingen skal fortælle,
# hvor de selv befinder sig på kurven.

# %% [markdown] lang="en"
# **Are you teaching?** Gather the explanations on the board without comment. Come back to them when
# you have seen the curve with its two edges, and ask which are still needed. Nobody has to tell
# where on the curve they are.

# %%
# da: Hent modellen
# en: Fetch the model
from IPython.display import Markdown

from lederlib.catalogue import ledger, source
from lederlib.model import strain_folds
from lederlib.plot import plot_phase
from lederlib.scenario import leader_year
from lederlib.text import format_share

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - forklare, hvorfor det kan kræve mere at få det godt igen, end det kræver at lade være med at få
#   det skidt,
# - tegne dit eget år med dets bakker og hvilesteder og pege på, hvornår det er tid at gribe ind,
# - skelne mellem det, forskningen har set, og det, vi har antaget.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - explain why getting well again may take more than not getting worn in the first place,
# - draw your own year with its hills and its places of rest, and say when it is time to step in,
# - tell what research has seen from what we have assumed.

# %% [markdown] lang="da"
# ## Begreb
# ### Slid fyldes på og tømmes ud
# Tænk på slid som vand i et kar. Belastning fylder på, og restitution lukker ud. Står hanen lidt for
# åben i nogle uger, stiger vandet, og når den bliver skruet ned igen, synker det. Så simpelt kunne
# det være.
#
# ### Antagelsen om kanten
# Men den, der er slidt, sover dårligere, springer pausen over og holder op med at bede om hjælp. I
# modellen **antager** vi derfor, at afløbet stopper til, når vandet står højt: Slid svækker selve
# restitutionen. Ingen har vist os, at ledere virker sådan, og i modellen er det et håndtag, du kan
# slå fra. Slår du det til, opstår der to kanter.

# %% [markdown] lang="en"
# ## Concept
# ### Strain fills and empties
# Think of strain as water in a tub. Load fills it, and recovery lets it out. If the tap is open a
# little too far for some weeks the water rises, and when it is turned down again the water sinks. It
# might be as simple as that.
#
# ### The assumption of an edge
# But someone who is worn sleeps less well, skips the break and stops asking for help. So in the model
# we **assume** that the drain clogs when the water is high: strain weakens recovery itself. Nobody
# has shown us that leaders work that way, and in the model it is a lever that you can switch off.
# Switch it on, and two edges appear.

# %% tags=["nbval-check-output"]
# da: De to kanter, i procent af ressourcerne
# en: The two edges, in per cent of the resources
tip, lets_go = (format_share(edge / 0.30, LANG) for edge in strain_folds())
words = {"da": "Tipper ved {}, slipper ved {}.", "en": "Tips at {}, lets go at {}."}
Markdown(words[LANG].format(tip, lets_go))

# %% [markdown] lang="da"
# Sliddet **tipper** først, når belastningen er 37 % større end ressourcerne. Men det **slipper** ikke
# dér, hvor det tippede: Belastningen skal helt ned, til den er mindre end 13 % større. Mellem de to
# kanter findes der *to* hvilesteder for den samme belastning: et roligt og et slidt. Hvor man havner,
# afgøres af, hvor man kommer fra.
#
# Det er én mulig forklaring på de to ledere i marts. Den ene fik et hårdere efterår.

# %% [markdown] lang="en"
# Strain does not **tip** until load has grown 37% above resources. But it does not **let go** where
# it tipped. Load has to come down to less than 13% above. Between the two edges there are *two*
# places of rest for the same load: one calm and one worn. Which one a leader ends up in depends on
# where they come from.
#
# That is one possible explanation of the two leaders in March. One of them had a harder autumn.

# %%
# da: En leder med 30 % mere end ressourcerne og et budget, der fordobler det i ni uger
# en: A leader with 30% more than the resources, and a budget that doubles it for nine weeks
hard_autumn = leader_year(load=1.3, budget=1.0)
plot_phase(hard_autumn, lang=LANG)

# %% [markdown] lang="da"
# Følg den sorte streg. Budgettet skubber lederen ud til højre, hvor der ikke er noget roligt
# hvilested, og sliddet klatrer. Efter budgettet er belastningen som før, men nu ligger lederen
# *over* kammen, og så trækker det slidte hvilested. Hele foråret går sliddet langsomt op, selv om
# der ikke er kommet noget nyt på bordet.

# %% [markdown] lang="en"
# Follow the black line. The budget pushes the leader out to the right, where there is no calm place
# of rest, and strain climbs. After the budget the load is what it was, but now the leader is *above*
# the ridge, and the worn place of rest pulls. All spring strain creeps upwards, though nothing new
# has come onto the desk.

# %% [markdown] lang="da"
# ### Tre ting mere
# **Slid gør belastningen tungere.** I en samling af 48 studier med 26.319 personer førte udbrændthed
# mere til belastning, end belastning førte til udbrændthed (publiceret: retningen; Guthier m.fl.,
# 2020). Størrelsen er vores antagelse. Lægger du den til, rykker begge kanter nærmere.
#
# **Træthed er ikke udmattelse.** Man kan komme udhvilet hjem fra ferie og være brugt op igen i
# oktober. Det kan ét kar ikke vise, så du kan vælge to, et hurtigt og et langsomt (antagelse).
#
# **Det bliver ikke hos lederen.** Stress og ledelse hænger sammen på tværs af studier (publiceret:
# retningen; Harms m.fl., 2017), og magasinets gennemgang af 698 artikler peger samme vej: Ledere, der
# har det godt, leder bedre. I modellen tager slid af *ledelseskvaliteten*, én af de 15 faktorer. Det samme gør en fod
# på vej ud, længe før nogen rejser, og så når organisationen mindre (antagelse: hvor meget).

# %% [markdown] lang="en"
# ### Three more things
# **Strain makes load heavier.** In a collection of 48 studies with 26,319 people, burnout led to load
# more than load led to burnout (published: the direction; Guthier et al., 2020). The size is our
# assumption. Add it, and both edges come closer.
#
# **Fatigue is not exhaustion.** One may come home from a holiday rested and be spent again by October.
# One tub cannot show that, so you may choose two, a fast one and a slow one (assumption).
#
# **It does not stay with the leader.** Stress and leadership go together across studies (published:
# the direction; Harms et al., 2017), and the magazine's review of 698 articles points the same way:
# leaders who do well lead better. In the model strain takes from *leadership quality*, one of the 15
# factors. So does one foot out of the door, long before anyone leaves, and then the organisation
# achieves less (assumption: how much).

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# En leder har 30 % mere på bordet end ressourcerne rækker til, og det går. Så kommer budgettet.
# 1. Hvor meget kan det lægge oveni i ni uger, før foråret ikke længere bliver roligt: 50, 80 eller
#    100 %?
# 2. Når det først er gået galt, hvad hjælper så mest: tre ugers ferie, mindre belastning eller flere
#    ressourcer?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# A leader has 30% more on the desk than resources cover, and copes. Then comes the budget.
# 1. How much can it add for nine weeks before spring is no longer calm: 50, 80 or 100%?
# 2. Once it has gone wrong, what helps most: three weeks of holiday, less load or more resources?

# %%
# da: Skru på året
# en: Turn the year
from lederlib.widget import explore_strain

explore_strain(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Op.* Sæt hverdagens belastning til 130 %, og læg mere og mere oveni i budgettet. Hvornår
#    holder foråret op med at falde til ro? Læg mærke til, hvor lidt der skiller.
# 2. *Ned.* Nulstil budgettet, og lad lederen begynde august med et slid på 0,80. Hvor langt skal
#    hverdagen ned, før sliddet slipper *inden for et år*? Kanten siger 113 %; hvorfor er det ikke nok?
#    Prøv så i stedet at give flere ressourcer.
# 3. *Ferien.* Giv seks ugers ferie i stedet for tre, først med ét lager og så med to. Hvad tager
#    ferien, og hvad lader den stå?
# 4. *Kanten væk.* Slå antagelsen om kanten fra, og gå tur 1 og 2 om. Hvad er der tilbage af pointen?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *Up.* Set everyday load to 130%, and let the budget add more and more. Where does spring stop
#    settling down? Note how little it takes.
# 2. *Down.* Set the budget to nothing, and let the leader begin August with a strain of 0.80. How far
#    must everyday load come down before strain lets go *within a year*? The edge says 113%; why is
#    that not enough? Then try giving more resources instead.
# 3. *The holiday.* Give six weeks of holiday instead of three, first with one stock and then with
#    two. What does the holiday take, and what does it leave?
# 4. *No edge.* Switch the assumption of an edge off, and repeat walks 1 and 2. What is left of the
#    point?

# %% [markdown] lang="da"
# ### Hvad hviler konklusionen på?
# I modellen trækkes der lod om, hvorvidt slid svækker restitutionen. Og gør det, kender vi hverken det
# slid, der halverer den, eller hvor brat den svigter. Gæt, før du ser efter: I hvor stor en del af *de*
# verdener er der overhovedet en kant?

# %% [markdown] lang="en"
# ### What does the conclusion rest on?
# Whether strain weakens recovery is drawn in the model. And where it does, we know neither the strain
# that halves it nor how abruptly it fails. Guess before you look: in what share of *those* worlds is
# there an edge at all?

# %%
# da: Andelen med en kant, hvor slid svækker restitutionen
# en: The share with an edge where strain weakens recovery
worlds = ledger().draw(10_000, rng=0)
ways = {"half_point": worlds["half_point"], "power": worlds["tipping_power"]}
with_edge = (strain_folds(**ways).tip > 0).mean()
Markdown(f"**{format_share(with_edge, LANG)}**")

# %% [markdown] lang="da"
# Omtrent halvdelen. At vejen ned er en anden end vejen op, *afhænger af antagelser*, også selv om
# man tror på, at slid svækker restitutionen: Svigter den sent eller blødt, er der ingen kant. Det
# ærlige svar er, at vi ikke ved, om lederen i marts sidder fast, eller blot er længe om at komme sig.
#
# Begge dele taler for det samme: **Det er billigere at gribe ind, før det tipper.** Det holder med
# kanten, og det koster lidt uden. Når vi kun kender retninger, er det den slags råd, der er værd at gå efter.

# %% [markdown] lang="en"
# About half. That the way down differs from the way up *depends on assumptions*, even if one believes
# that strain weakens recovery: if recovery fails late or gently, there is no edge. The honest answer
# is that we do not know whether the leader in March is stuck or merely takes long to recover.
#
# Both speak for the same thing: **it is cheaper to step in before it tips.** That holds with the edge
# and costs little without it. When directions are all we have, that is the kind of advice to look
# for.

# %% [markdown] lang="da"
# ## Reflektér
# Tegn først hver jeres år på et stykke papir: tolv måneder, en streg for belastningen. Tal så to og to:
# - Hvor ligger dine bakker, og hvem har lagt dem dér? Hvilke kunne flyttes, deles eller gøres lavere?
# - Hvornår på året kommer du dig? Er det en ferie, der tager trætheden, eller noget, der tager mere?
# - Hvad ville du se hos en kollega, der er på vej over kammen, mens alt stadig bliver nået?
# - Hvem i organisationen kan flytte en bakke for jer, og hvor bliver det taget op: i ledergruppen, i
#   MED eller hos jeres chef?

# %% [markdown] lang="en"
# ## Reflect
# First draw your own year on a sheet of paper: twelve months, one line for load. Then talk in pairs:
# - Where are your hills, and who put them there? Which could be moved, shared or made lower?
# - When in the year do you recover? Is it a holiday that takes the fatigue, or something that takes
#   more?
# - What would you see in a colleague who is on the way over the ridge while everything still gets done?
# - Who in the organisation can move a hill for you, and where is it raised: in the leader group, where
#   management and staff meet, or with your own leader?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 6](../../exercises/da/06_year.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 6](../../exercises/en/06_year.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('guthier_2020').citation(LANG)}\n"
    f"- {source('harms_2017').citation(LANG)}\n"
    f"- {source('scoping_2025').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvilken uge i dit næste halve år ville du gøre lavere, hvis du kun måtte vælge én, og hvem skal du
# tale med for at gøre det?

# %% [markdown] lang="en"
# Which week in your next six months would you make lower if you could choose only one, and whom must
# you talk to for that?
