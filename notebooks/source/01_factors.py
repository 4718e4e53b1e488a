# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # De 15 faktorer
# Begynd med dig selv. Hvad fik dig til at søge det job, du har nu? Og hvad er det, der får
# dig til at blive i det? Skriv et par ord til hvert spørgsmål, før du læser videre. Du får
# brug for begge svar til sidst.

# %% [markdown] lang="en"
# # The 15 factors
# Begin with yourself. What made you apply for the job you have now? And what is it that
# makes you stay? Write a few words on each before you read on. You will need both answers
# at the end.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 30 minutter, halvdelen af dem til at tale med din sidemand.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 30 minutes, half of them for talking with your neighbour.

# %% [markdown] lang="da"
# **Underviser du?** Stop ved *Giv jeres bud*, lad parrene nå at blive uenige, og tæl hænder,
# før du rører et håndtag. Det går lige så godt med 300 i salen som med 30.

# %% [markdown] lang="en"
# **Are you teaching?** Stop at *Make your prediction*, give the pairs time to disagree, and
# count hands before you touch a lever. It works with 300 in the room as well as with 30.

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - bruge de 15 faktorer som et fælles sprog for, hvad en attraktiv arbejdsplads er,
# - forklare, hvorfor det, der får folk til at søge, er noget andet end det, der får dem til
#   at blive,
# - sige, hvilken del af et resultat der er målt, og hvilken del vi selv har antaget.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - use the 15 factors as a common language for what an attractive workplace is,
# - explain why what makes people apply differs from what makes them stay,
# - say which part of a result was measured and which part we assumed ourselves.

# %% [markdown] lang="da"
# ## Begreb
# ### Femten steder at tage fat
# Helhedsmodellen samler forskning i, hvad der giver mennesker lyst til at søge hen til en
# arbejdsplads og lyst til at blive der. Den peger på 15 faktorer (Qvick, Elmholdt og
# Schultz Pedersen, 2025). Navnene er modellens. Beskrivelserne nedenfor er vores egne, og
# det er også spørgsmålene, som du møder om lidt.

# %% [markdown] lang="en"
# ## Concept
# ### Fifteen places to take hold
# *Helhedsmodellen* gathers research on what makes people want to come to a workplace and
# want to stay there. It points to 15 factors (Qvick, Elmholdt and Schultz Pedersen, 2025).
# The names are the model's. The descriptions below are our own, and so are the questions
# that you will meet shortly.

# %%
# da: De 15 faktorer, og hvad de dækker
# en: The 15 factors, and what they cover
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import factors, ledger, source

table = pd.DataFrame(factors())[["name", "covers"]]
lines = "1. **" + table["name"].str.get(LANG) + "**: " + table["covers"].str.get(LANG)
Markdown("\n".join(lines))

# %% [markdown] lang="da"
# ### Det, der trækker, og det, der holder
# 5.234 kommunalt ansatte har svaret på, hvad der betyder noget for dem (Jørgensen, 2025, om
# undersøgelsen *Kommunen som attraktiv arbejdsplads*). To ting står tilbage. Folk **søger**
# efter arbejdet selv: at det giver mening, at man kan udvikle sig, at der er noget fagligt
# at bide i. Om de **bliver**, handler mest om dem, de arbejder sammen med: først ledelsen,
# dernæst kulturen og samarbejdet med kollegerne; de går på grund af ledere *og arbejdsmiljø*.
#
# Vi kender altså en *rækkefølge*. Vi kender ikke en *størrelse*: ingen har trykt, hvor meget
# tungere ledelse vejer end fællesskab. Modellen her regner derfor med alle de vægte, der
# respekterer rækkefølgen, og holder dem for lige sandsynlige.
#
# **Hvilken af de 15 faktorer undersøgelsens ord svarer til, er vores læsning.** Under
# *tiltrækning* har vi lagt mening og indflydelse, kompetence- og karriereudviklingsmuligheder.
# Under *tilknytning*: ledelseskvalitet, værdier, kollegiale fællesskaber samt de to temaer
# mere, som Næstved Kommune valgte, fleksible arbejdsformer og psykologisk tryghed (Rasmussen,
# 2025). De sidste syv står på begge sider: Magasinet siger ikke, hvor de hører til, eller
# lægger dem, som onboarding, midt imellem. Arbejdsmiljøet er tryghed, jobkrav og fysiske rammer,
# og de vejer for tilknytning som kulturen: også vores valg.

# %% [markdown] lang="en"
# ### What draws people in, and what keeps them
# 5,234 municipal employees have said what matters to them (Jørgensen, 2025, on the survey
# *Kommunen som attraktiv arbejdsplads*). Two things stand out. People **apply** for the
# work itself: that it means something, that one can develop, that it is a challenge.
# Whether they **stay** is mostly about those they work with: leadership first, then culture
# and cooperation among colleagues; they leave because of leaders *and the working environment*.
#
# So we know a *ranking*. We do not know a *size*: nobody has printed how much heavier
# leadership weighs than community. The model here therefore counts on all the weights that
# respect the ranking, and holds them to be equally likely.
#
# **Which of the 15 factors the words of the survey stand for is our reading.** Under
# *attraction* we placed meaning and influence, and opportunities for competence and career
# development. Under *retention*: leadership quality, values, collegial community and the two
# further themes that Næstved Municipality chose, flexible work and psychological safety
# (Rasmussen, 2025). The other seven stand on both sides: the magazine does not say where
# they belong, or places them, like onboarding, in between. The working environment is safety,
# demands and physical surroundings, and for retention they weigh as culture does: our choice too.

# %% [markdown] lang="da"
# ### To slags usikkerhed
# - **Vægtene** siger, hvordan kagen deles mellem faktorerne. Rækkefølgen kommer fra
#   undersøgelsen, resten ved vi ikke.
# - **Den samlede virkning** siger, hvor stor kagen er: hvor meget det overhovedet betyder
#   for afgangen, at en arbejdsplads bliver bedre. Det har ingen målt. Vi har *antaget* et
#   tal mellem 0 og 4. Ved 0 betyder det intet; ved 4 er afgangen på den værst
#   tænkelige arbejdsplads omtrent 55 gange så stor som på den bedste.
#
# Gæt allerede nu: Hvilken af de to tror du, at svaret afhænger mest af?

# %% [markdown] lang="en"
# ### Two kinds of uncertainty
# - **The weights** say how the cake is shared among the factors. The ranking comes from the
#   survey, the rest we do not know.
# - **The total effect** says how large the cake is: how much it matters for leaving at all
#   that a workplace gets better. Nobody has measured that. We have *assumed* a number
#   between 0 and 4. At 0 it does not matter; at 4 leaving is about 55 times as great at
#   the worst imaginable workplace as at the best.
#
# Guess already now: on which of the two do you think the answer depends most?

# %% [markdown] lang="da"
# ### Det, man siger, og det, man gør
# I undersøgelsen venter **18 %** at være væk inden for et år (16,3–19,7) og **46 %** inden
# for fem (43,8–48,2). Tallene står i magasinet; intervallerne er vores, for svarene er givet
# klyngevis. I registrene over 24.385 ansatte på danske offentlige hospitaler havde **10,5 %**
# forladt arbejdspladsen et år senere (10,1–10,9; publiceret, Mathisen m.fl., 2021).
#
# Det er andre mennesker og andre arbejdspladser, så de to tal kan ikke trækkes fra hinanden.
# Men de minder om, at en forventning ikke er en opsigelse. Figurerne nedenfor bygger på
# forventningen.

# %% [markdown] lang="en"
# ### What people say, and what they do
# In the survey **18%** expect to be gone within one year (16.3–19.7) and **46%** within five
# (43.8–48.2). The numbers stand in the magazine; the intervals are ours, since people
# answered in clusters. In the registers of 24,385 employees of Danish public hospitals
# **10.5%** had left the workplace a year later (10.1–10.9; published, Mathisen et al., 2021).
#
# These are other people and other workplaces, so one number cannot be taken from the other.
# But they remind us that an expectation is not a resignation. The figures below rest on the
# expectation.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 4 minutter)
# Alle 15 faktorer står på gul, 0,5. I må løfte **én** til grøn, 1,0.
# 1. Hvilken løfter I, hvis flest muligt skal være her om fem år?
# 2. Hvor mange procentpoint flytter det? Skriv et tal ned.
# 3. Hvilken løfter I, hvis I i stedet mangler ansøgere?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 4 minutes)
# All 15 factors stand at yellow, 0.5. You may lift **one** to green, 1.0.
# 1. Which one do you lift if as many as possible are to be here in five years?
# 2. By how many percentage points does that move? Write down a number.
# 3. Which one do you lift if what you lack is applicants?

# %%
# da: Skru på faktorerne
# en: Turn the factors
from lederlib.widget import explore_factors

explore_factors(lang=LANG)

# %% [markdown] lang="da"
# **Prøv i denne rækkefølge, og sig højt, hvad I venter, før I slipper håndtaget:**
# løft ledelseskvalitet, og læs sætningen. Sæt den tilbage, og løft mening og indflydelse.
# Sænk så ledelseskvalitet til rød: er faldet lige så stort, som stigningen var?
#
# Nu til kagen. Her er det samme løft af ledelseskvalitet, regnet to gange: først med en lille
# samlet virkning (0,4), så med en stor (3,6). En tiendedel af spændet ligger uden for i hver ende.

# %% [markdown] lang="en"
# **Try it in this order, and say aloud what you expect before you let go of the lever:**
# lift leadership quality and read the sentence. Put it back, and lift meaning and influence.
# Then lower leadership quality to red: is the fall as large as the rise was?
#
# Now for the cake. Here is the same lift of leadership quality, computed twice: first with a
# small total effect (0.4), then with a large one (3.6). A tenth of the range lies beyond each.

# %%
# da: Det samme løft, med en lille og en stor samlet virkning
# en: The same lift, with a small and a large total effect
from lederlib.scenario import Scenario, compare, provenance_share

today, lifted = Scenario({}), Scenario({"leadership_quality": 1})
small = ledger().replace("effect_retention", value=0.4, source="lektion 1")
large = ledger().replace("effect_retention", value=3.6, source="lektion 1")
least = compare(today, lifted, ledger=small).verdict(LANG)
most = compare(today, lifted, ledger=large).verdict(LANG)
Markdown(f"1. {least}\n2. {most}")

# %% [markdown] lang="da"
# Parenteserne rummer 90 % af de mulige verdener. Læg mærke til, at fortegnet er det samme, for
# det har vi bygget ind, mens størrelsen er vidt åben. Hvor kommer det fra?

# %% [markdown] lang="en"
# The brackets hold 90% of the possible worlds. Note that the sign is the same, for we built it
# in, while the size is wide open. Where does that come from?

# %%
# da: Hvad hviler forskellen på?
# en: What does the difference rest on?
from lederlib.plot import plot_provenance

plot_provenance(provenance_share((today, lifted)), lang=LANG)

# %% [markdown] lang="da"
# At **så mange** er her om fem år, hviler på magasinets to tal. At **forskellen** er så stor
# eller lille, hviler mest på det, vi har antaget, og tungest vejer den samlede virkning. Det er
# pointen med hele lektionen: Diskutér ikke, om ledelse vejer 0,22 eller 0,25. Spørg, om jeres
# indsats flytter noget, der kan mærkes. Det finder man ud af ved at prøve i det små og se efter.

# %% [markdown] lang="en"
# That **so many** are here in five years rests on the magazine's two numbers. That the
# **difference** is as large or small as it is rests mostly on what we assumed, and the total
# effect weighs most. That is the point of the whole lesson: do not debate whether leadership
# weighs 0.22 or 0.25. Ask whether your effort moves something that can be felt. One finds
# that out by trying on a small scale and looking.

# %% [markdown] lang="da"
# ## Reflektér
# Vælg én faktor, som I begge er optaget af. Svar på dens tre spørgsmål hver for sig, før I
# sammenligner. Her er spørgsmålene til faktor 11.

# %% [markdown] lang="en"
# ## Reflect
# Choose one factor that matters to both of you. Answer its three questions on your own before
# you compare. Here are those of factor 11.

# %% tags=["open"]
# da: Skriv et andet nummer fra listen, og kør cellen igen
# en: Write another number from the list and run the cell again
number = 11
chosen = factors()[number - 1]
questions = "1. " + pd.DataFrame(list(chosen.questions))[LANG]
Markdown(f"**{chosen.name.to(LANG)}**\n\n" + "\n".join(questions))

# %% [markdown] lang="da"
# Tal derefter om det, I skrev helt i begyndelsen: Stod det, der fik dig til at søge, og det,
# der får dig til at blive, på samme side? Og hvad siger jeres stillingsopslag
# mest om: det, der trækker, eller det, der holder?

# %% [markdown] lang="en"
# Then talk about what you wrote at the very beginning: did what made you apply and what makes
# you stay stand on the same side? And what do your job adverts say most about:
# what draws people in, or what keeps them?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 1](../../exercises/da/01_factors.ipynb): fire opgaver, omkring 20 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 1](../../exercises/en/01_factors.ipynb): four tasks, about 20 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('helhedsmodel_2025').citation(LANG)}\n"
    f"- {source('komponent_2025').citation(LANG)}\n"
    f"- {source('naestved_2025').citation(LANG)}\n"
    f"- {source('mathisen_2021').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvis du kun måtte løfte én af de 15 hos jer det næste halve år, hvilken ville du så vælge,
# og hvordan ville du opdage, at det virkede?

# %% [markdown] lang="en"
# If you could lift only one of the 15 where you work over the next six months, which would
# you choose, and how would you notice that it worked?
