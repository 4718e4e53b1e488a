# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Har den den struktur, vi tror?
# I har tolv udsagn på papiret, og I er sikre på, at de handler om fire ting: værdier, ledelse,
# tryghed og fællesskab. En kollega læser dem igennem og siger: »Det er jo det samme hele vejen.
# Folk er glade, eller også er de det ikke.« Hvordan ville I afgøre det uden at skændes? Skriv jeres
# bud, før I læser videre.

# %% [markdown] lang="en"
# # Does it have the structure we think?
# You have twelve statements on paper, and you are sure that they are about four things: values,
# leadership, safety and community. A colleague reads them and says: "But it is the same all the way
# through. People are content, or they are not." How would you settle it without a quarrel? Write down
# your idea before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Skriv de tolv udsagn på hver sin seddel, og lad grupper lægge dem i bunker uden
# at tale om, hvor mange bunker der skal være. Grupperne ender sjældent ens. Gem et foto: Det er de
# samme spørgsmål, beregningen svarer på nedenfor, og den er heller ikke dommer.

# %% [markdown] lang="en"
# **Are you teaching?** Write the twelve statements on a slip each, and let groups sort them into piles
# without settling how many piles there should be. Groups rarely end alike. Keep a photo: these are the
# very questions that the computation answers below, and it is no judge either.

# %%
# da: Hent tolv udsagn, og vend dem, der er stillet omvendt
# en: Fetch twelve statements, and turn those that are put the other way
from lederlib.answers import read_scale
from lederlib.catalogue import load_dataset, read_card, source
from lederlib.measure import cfa, efa, line_up, parallel_analysis

keys = ("values", "leadership_quality", "psychological_safety", "collegial_community")
items = [item for item in read_scale("workplace").items if item.factor in keys]
people = load_dataset("municipal_survey")
people = people.assign(**(6 - people[[item.key for item in items if item.reversed]]))
answers = people[[item.key for item in items]]

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - lade svarene vise, hvor mange faktorer der er, før du fortæller dem, hvad du tror,
# - læse et billede af ladninger og finde det udsagn, der er på afveje,
# - læse en test af en model og sige, hvad den **ikke** beviser.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - let the answers show how many factors there are before you tell them what you think,
# - read a picture of loadings and find the item that has gone astray,
# - read a test of a model and say what it does **not** prove.

# %% [markdown] lang="da"
# ## Begreb
# ### Det, vi ikke kan se
# Ingen har set tryghed. Vi ser kun, at folk, der siger ja til ét udsagn om tryghed, tit siger ja til
# de andre. En **faktor** er det, vi forestiller os bagved. **Ladningen** er udsagnets bånd til den:
# 0 er intet bånd, 1 er fuldt, og et minus betyder, at udsagnet peger den modsatte vej.
#
# Man kan spørge på to måder:
# - **Udforskende:** Hvor mange faktorer er der, og hvad hører sammen? Beregningen får intet at vide.
# - **Bekræftende:** Vi siger på forhånd, hvad der hører sammen, og ser, hvor dårligt det passer.
#
# Det første trin er at tælle. I tal, der er trukket ved lod, er der også mønstre. **Parallelanalysen**
# tæller kun de mønstre, der er stærkere end dem (Horn, 1965).

# %% [markdown] lang="en"
# ## Concept
# ### What we cannot see
# Nobody has seen safety. We only see that people who agree with one statement on safety often agree
# with the others. A **factor** is what we imagine behind them. The **loading** is the item's tie to
# it: 0 is no tie, 1 a full one, and a minus means that the item points the other way.
#
# One can ask in two ways:
# - **Exploring:** how many factors are there, and what belongs together? The computation is told
#   nothing.
# - **Confirming:** we say beforehand what belongs together and see how badly it fits.
#
# The first step is to count. Numbers drawn by lot have patterns too. **Parallel analysis** counts only
# the patterns that are stronger than theirs (Horn, 1965).

# %%
# da: Hvor mange faktorer er stærkere end tilfældet?
# en: How many factors are stronger than chance?
from lederlib.plot import plot_loadings, plot_scree

counted = parallel_analysis(answers, kind="factors", rng=1)
plot_scree(counted, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# Læg mærke til springet fra den første prik til de tre næste. Kollegaen har fat i noget: Der **er** et
# fælles træk, og det er langt det stærkeste. Men tre mere rager op over tilfældet. Hvilke udsagn
# går sammen? Beregningen herunder har kun fået at vide, at den skal finde fire.

# %% [markdown] lang="en"
# Note the drop from the first dot to the next three. The colleague has a point: there **is** a common
# trait, and it is by far the strongest. But three more rise above chance. Which items go together? The
# computation below has been told only that it is to find four.

# %%
# da: Hvilke udsagn går sammen?
# en: Which items go together?
short = {"da": "værdier ledelse tryghed fællesskab", "en": "values leadership safety community"}
rows = [f"{name} {place}" for name in short[LANG].split() for place in (1, 2, 3)]
found = efa(answers, 4).loadings.set_axis(rows)
lined = line_up(found, [row[:-2] for row in rows])
plot_loadings(lined, lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# Nu kender vi sandheden, for vi har selv lavet svarene: Der er fire faktorer, tre udsagn til hver.
# Faktorerne korrelerer 0,60, som tryghed og ledelse let kan gøre.
# 1. Hvor mange faktorer ser man med 60 svar? Med 250? Med 2.000?
# 2. Hvad hjælper mest: flere svar eller bedre udsagn?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# Now we know the truth, since we made the answers: there are four factors, three items to each. The
# factors correlate 0.60, as safety and leadership easily may.
# 1. How many factors does one see with 60 answers? With 250? With 2,000?
# 2. What helps most: more answers or better items?

# %%
# da: Skru på sandheden, og se, hvad svarene viser
# en: Turn the truth and see what the answers show
from lederlib.widget import explore_structure

explore_structure(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Få svar.* Sæt samvariationen til 0,60 og 60 svar, og træk nye svar fem gange. Hvor mange gange
#    ser man fire? Gå så til 2.000.
# 2. *Svage udsagn.* Tilbage til 250 svar. Gå fra 0,80 til 0,30 i ladning. Hvornår begynder
#    faktorer at forsvinde, og er det samme sted i den næste trækning?
# 3. *Ens faktorer.* Skru samvariationen op til 0,80. Er det forkert at kalde det én ting?
# 4. *Et udsagn på afveje.* Sæt 2.000 svar, og flyt udsagn 12 lidt ad gangen. Hvad sker der med de to,
#    der bliver tilbage i faktor 4?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *Few answers.* Set the correlation to 0.60 and 60 answers, and draw new answers five times. How
#    often does one see four? Then go to 2,000.
# 2. *Weak items.* Back to 250 answers. Go from 0.80 to 0.30 in loading. When do factors begin to
#    disappear, and is it in the same place in the next draw?
# 3. *Factors alike.* Raise the correlation to 0.80. Is it wrong to call it one thing?
# 4. *An item astray.* Set 2,000 answers and move item 12 a little at a time. What happens to the two
#    that remain in factor 4?

# %% [markdown] lang="da"
# ### Fire modeller, én tabel
# Nu den bekræftende vej. Folk i samme enhed svarer ens, og det tager testene højde for. Vi prøver
# vores egen model mod tre andre: at ledelse og tryghed er **ét**, at alting er **ét**, som kollegaen
# sagde, og at der er én **kultur** med fire grene.

# %% [markdown] lang="en"
# ### Four models, one table
# Now the confirming way. People of one unit answer alike, and the tests allow for that. We try our
# own model against three others: that leadership and safety are **one**, that everything is **one**,
# as the colleague said, and that there is one **culture** with four branches.

# %%
# da: Vores model og tre andre
# en: Our model and three others
four = "\n".join(f"{key} =~ {key}_1 + {key}_2 + {key}_3" for key in keys)
three = four.replace("\npsychological_safety =~", " +")
one = "all =~ " + " + ".join(answers)
culture = f"{four}\nculture =~ {' + '.join(keys)}"
models = {"4": four, "3": three, "1": one, "1 → 4": culture}
fits = {name: cfa(model, people, "MLR", cluster="unit") for name, model in models.items()}

# %% tags=["nbval-check-output"]
# da: Hvor godt passer de fire modeller?
# en: How well do the four models fit?
import pandas as pd
from IPython.display import Markdown

from lederlib.report import show_table

keep = "scaled_chi2 df scaled_cfi scaled_rmsea scaled_rmsea_low scaled_rmsea_high srmr".split()
table = pd.DataFrame({name: [getattr(fit, name) for fit in fits.values()] for name in keep}, fits)
digits = dict.fromkeys(keep[1:], 3)
show_table(table, LANG, caption="four_models", rows="factors", digits=digits)

# %% [markdown] lang="da"
# Læs den række for række:
# - **4**, vores model: Testen kan ikke skelne den fra svarene, og RMSEA's 90 %-interval ligger helt
#   nede ved nul.
# - **3** er forkert; det ved vi om lidt. Alligevel ville den slippe igennem hos mange: CFI over 0,90,
#   RMSEA og SRMR under 0,08. De grænser er **vaner**, ikke naturlove.
# - **1** holder ikke. Kollegaens fælles træk er der, men det er ikke det hele.
# - **1 → 4**, kultur med fire grene, passer lige så godt som vores. Svarene kan ikke vælge imellem dem.
#
# **At en model passer, beviser ikke, at den er sand.** Det betyder kun, at svarene ikke modsiger den,
# og det gør de heller ikke med dem, man glemte at prøve.

# %% [markdown] lang="en"
# Read it row by row:
# - **4**, our model: the test cannot tell it from the answers, and the 90% interval of RMSEA lies close
#   to nought.
# - **3** is wrong; that we shall know in a moment. Still it would pass in many places: CFI above 0.90,
#   RMSEA and SRMR below 0.08. Those limits are **customs**, not laws of nature.
# - **1** does not hold. The colleague's common trait is there, but it is not all there is.
# - **1 → 4**, culture with four branches, fits as well as ours. The answers cannot choose between them.
#
# **That a model fits does not prove it true.** It only means that the answers do not contradict it, and
# neither do they contradict the ones that nobody thought of trying.

# %% [markdown] lang="da"
# ### Luk op for facit
# I virkeligheden får man aldrig dette at se. Men undersøgelsen er **syntetisk**, og på dens kort står,
# hvordan svarene blev lavet.

# %% [markdown] lang="en"
# ### Open the truth
# In reality one never gets to see this. But the survey is **synthetic**, and its card says how the
# answers were made.

# %%
# da: Det, der blev bygget ind
# en: What was built in
card = read_card("municipal_survey")
built = [line for line in card.truth.to(LANG).splitlines() if line.startswith("2.")]
Markdown("> " + built[0])

# %%
# da: Ladningerne: fundet og bygget ind
# en: The loadings: found and built in
best = cfa(four, answers, estimator="WLSMV").estimates.query("op == '=~'")
built = pd.Series({column.name: column.meaning.to(LANG) for column in card.columns})
table = best.set_index("rhs")[["std"]].assign(built=built)
show_table(table, LANG, caption="loadings_found", rows="item")

# %% [markdown] lang="da"
# Ladningerne ligger tæt på de sande, fordi beregningen her ved, at svarene er trin og ikke fine mål.
# Og strukturen? Inden for en blok deler faktorerne både noget, som **alt** i undersøgelsen deler, og
# noget, som kun **blokken** deler. De fire faktorer, vi valgte, kan ikke skille de to ad. »Kultur med
# fire grene« var altså hverken rigtigt eller forkert; vi havde bare ikke spurgt om det, der kunne have
# afgjort det.

# %% [markdown] lang="en"
# The loadings lie close to the true ones, since this computation knows that the answers are steps and
# not fine measures. And the structure? Within a block the factors share both something that
# **everything** in the survey shares and something that only the **block** shares. The four factors
# that we chose cannot tell those two apart. So "culture with four branches" was neither right nor wrong; we
# had simply not asked what could have settled it.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilke ord i jeres hverdag behandler I som to ting, selv om folk måske oplever dem som én?
# - Hvornår ville I slå to faktorer sammen, og hvornår beholde dem, selv om de følges ad?
# - Hvem har gavn af, at noget kaldes »valideret«, og hvad bør man spørge om, når man hører ordet?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which words at your work do you treat as two things, although people may experience them as one?
# - When would you join two factors, and when keep them although they go together?
# - Who gains from something being called "validated", and what should one ask on hearing the word?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 14](../../exercises/da/14_structure.ipynb): fem opgaver, omkring 30 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 14](../../exercises/en/14_structure.ipynb): five tasks, about 30 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown("\n".join(f"- {source(key).citation(LANG)}" for key in ("horn_1965", "rosseel_2012")))

# %% [markdown] lang="da"
# Tænk på et spørgeskema, du selv bruger eller bliver målt med. Hvilke to overskrifter i det tror du
# i virkeligheden er én, og hvem ville du spørge først?

# %% [markdown] lang="en"
# Think of a questionnaire that you use or are measured by. Which two of its headings do you suspect are
# really one, and whom would you ask first?
