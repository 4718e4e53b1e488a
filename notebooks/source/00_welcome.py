# %% [markdown] lang="da"
# # Velkommen
# Hvad får dygtige folk til at søge job hos jer, falde til og blive? Og hvad skal der til,
# for at den, der leder dem, selv kan holde til det? Det er spørgsmålene på disse sider.
# Du får ikke facit. Du får en model, du kan skrue på, tal, du kan se oprindelsen af, og
# noget at tale med dine lederkolleger om.

# %% [markdown] lang="en"
# # Welcome
# What makes good people apply to your workplace, settle in and stay? And what does it
# take for the one who leads them to last? Those are the questions on these pages. You
# get no answer key. You get a model with handles to turn, numbers that show where they
# come from, and something to discuss with the leaders around you.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Denne side tager 5 minutter, en lektion 20–45.
#
# De grå bjælker er foldet kode. Overskriften siger, hvad den gør; du behøver aldrig
# folde den ud, men du må gerne.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} This page takes 5 minutes, a lesson 20–45.
#
# The grey bars are folded code. The caption says what it does; you never need to unfold
# it, but you may.

# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %%
# da: Prøv det her: svarer værktøjet?
# en: Try it here: does the kit answer?
import lederlib

f"lederlib {lederlib.__version__}"

# %% [markdown] lang="da"
# ## Lektionerne
# Tag dem i rækkefølge, eller begynd dér, hvor det brænder på hos jer.
#
# | Lektion | Spørgsmålet | Øvelse |
# |---|---|---|
# | [1. De 15 faktorer](01_factors.ipynb) | Hvad består en attraktiv arbejdsplads af? | [Øv dig](../../exercises/da/01_factors.ipynb) |
# | [2. Fra svar til kort](02_map.ipynb) | Hvad siger jeres egne svar, og hvor er I uenige? | [Øv dig](../../exercises/da/02_map.ipynb) |
# | [3. Ledervægten](03_balance.ipynb) | Hvad tynger, hvad bærer, og hvornår tipper det? | [Øv dig](../../exercises/da/03_balance.ipynb) |
# | [4. Fleksibelt arbejde og kollegialt fællesskab](04_flexwork.ipynb) | Hvad koster friheden, og hvem betaler? | [Øv dig](../../exercises/da/04_flexwork.ipynb) |
# | [5. Spanden med huller](05_bucket.ipynb) | Hvilket hul skal vi lukke først? | [Øv dig](../../exercises/da/05_bucket.ipynb) |
# | [6. Et år som leder](06_year.ipynb) | Hvorfor er vejen ned en anden end vejen op? | [Øv dig](../../exercises/da/06_year.ipynb) |
# | [7. Smitte](07_contagion.ipynb) | Findes gennemsnitslederen? | [Øv dig](../../exercises/da/07_contagion.ipynb) |
# | [8. Synkronisér indsatserne](08_synchronise.ipynb) | Hvilke tre af femten, og hvad stopper vi først? | [Øv dig](../../exercises/da/08_synchronise.ipynb) |
# | [9. Små prøvehandlinger](09_small_tests.ipynb) | Virkede det, eller var det bare foråret? | [Øv dig](../../exercises/da/09_small_tests.ipynb) |
# | [10. Aflysningernes psykologi](10_cancellations.ipynb) | Hvad koster én aflysning, og hvem betaler? | [Øv dig](../../exercises/da/10_cancellations.ipynb) |
# | [11. Hvad hviler det på?](11_evidence.ipynb) | Hvilke få tal bærer svaret, og hvornår holder det ikke? | [Øv dig](../../exercises/da/11_evidence.ipynb) |
# | [12. Byg et mål](12_measure.ipynb) | Hvordan bliver en idé til ti udsagn, der dur? | [Øv dig](../../exercises/da/12_measure.ipynb) |
# | [13. Kan vi stole på målingen?](13_trust.ipynb) | Hvor langt rækker tolv svar, og hvad hjælper? | [Øv dig](../../exercises/da/13_trust.ipynb) |
# | [14. Har den den struktur, vi tror?](14_structure.ipynb) | Hvor mange ting måler vi, og hvad beviser en god tilpasning? | [Øv dig](../../exercises/da/14_structure.ipynb) |
# | [15. Det samme for alle?](15_same.ipynb) | Er faggrupperne forskellige, eller læser de bare udsagnene forskelligt? | [Øv dig](../../exercises/da/15_same.ipynb) |
# | [16. Er gruppen en gruppe?](16_group.ipynb) | Hvornår må man skrive ét tal ud for en afdeling? | [Øv dig](../../exercises/da/16_group.ipynb) |
# | [17. Balancen som en flade](17_surface.ipynb) | Slider skævhed i sig selv, eller er det, fordi vi tæller sådan? | [Øv dig](../../exercises/da/17_surface.ipynb) |
#
# **Har I selv svar liggende?** Læg filen på siden [Jeres svar](your_answers.ipynb), og få et
# kort at tale ud fra og en plan at begynde på.
#
# Hver lektion går samme vej: et mål, et begreb, noget at udforske, noget at tænke over og
# en øvelse. Øvelsens svar gemmes på din egen maskine og sendes ingen steder hen.

# %% [markdown] lang="en"
# ## The lessons
# Take them in order, or begin where it matters most to you right now.
#
# | Lesson | The question | Exercise |
# |---|---|---|
# | [1. The 15 factors](01_factors.ipynb) | What is an attractive workplace made of? | [Practise](../../exercises/en/01_factors.ipynb) |
# | [2. From answers to a map](02_map.ipynb) | What do your own answers say, and where do you disagree? | [Practise](../../exercises/en/02_map.ipynb) |
# | [3. The leader's balance](03_balance.ipynb) | What weighs down, what carries, and when does it tip? | [Practise](../../exercises/en/03_balance.ipynb) |
# | [4. Flexible work and collegial community](04_flexwork.ipynb) | What does freedom cost, and who pays? | [Practise](../../exercises/en/04_flexwork.ipynb) |
# | [5. The bucket with holes](05_bucket.ipynb) | Which hole should we close first? | [Practise](../../exercises/en/05_bucket.ipynb) |
# | [6. A leader's year](06_year.ipynb) | Why is the way down not the way up? | [Practise](../../exercises/en/06_year.ipynb) |
# | [7. Contagion](07_contagion.ipynb) | Does the average leader exist? | [Practise](../../exercises/en/07_contagion.ipynb) |
# | [8. Synchronise the interventions](08_synchronise.ipynb) | Which three of fifteen, and what do we stop first? | [Practise](../../exercises/en/08_synchronise.ipynb) |
# | [9. Small tests](09_small_tests.ipynb) | Did it work, or was it just spring? | [Practise](../../exercises/en/09_small_tests.ipynb) |
# | [10. The psychology of cancellations](10_cancellations.ipynb) | What does one cancellation cost, and who pays? | [Practise](../../exercises/en/10_cancellations.ipynb) |
# | [11. What does this rest on?](11_evidence.ipynb) | Which few numbers carry the answer, and when does it fail? | [Practise](../../exercises/en/11_evidence.ipynb) |
# | [12. Build a measure](12_measure.ipynb) | How does an idea become ten items that work? | [Practise](../../exercises/en/12_measure.ipynb) |
# | [13. Can we trust the measurement?](13_trust.ipynb) | How far do twelve answers go, and what helps? | [Practise](../../exercises/en/13_trust.ipynb) |
# | [14. Does it have the structure we think?](14_structure.ipynb) | How many things do we measure, and what does a good fit prove? | [Practise](../../exercises/en/14_structure.ipynb) |
# | [15. The same for all?](15_same.ipynb) | Do professions differ, or do they merely read the statements differently? | [Practise](../../exercises/en/15_same.ipynb) |
# | [16. Is the group a group?](16_group.ipynb) | When may one print one number beside a department? | [Practise](../../exercises/en/16_group.ipynb) |
# | [17. Balance as a surface](17_surface.ipynb) | Does imbalance wear in itself, or only because we count like that? | [Practise](../../exercises/en/17_surface.ipynb) |
#
# **Do you have answers of your own?** Put the file on the page
# [Your answers](your_answers.ipynb), and get a map to talk from and a plan to begin on.
#
# Every lesson takes the same road: a goal, a concept, something to explore, something to
# reflect on and an exercise. The answers to an exercise stay on your own machine and are
# sent nowhere.

# %% [markdown] lang="da"
# ## Hvor kommer tallene fra?
# Hvert tal bærer sin oprindelse med sig. Under en figur viser en stribe, hvor meget af
# usikkerheden der kommer fra hver slags; farven følges altid af et mønster og et ord.
#
# | Oprindelse | På figuren | Hvad du kan bygge på det |
# |---|---|---|
# | magasinet | mørkeblå, ensfarvet | Står på tryk i det magasin, forløbet bygger på |
# | publiceret | lyseblå, prikker | Set i forskningens eget resumé, med henvisning |
# | afledt | grøn, vandrette streger | Regnet ud af de andre, aldrig mere sikkert end dem |
# | retning | sandfarvet, skråstreger ned | Vi kender fortegnet; størrelsen er vores skøn |
# | antagelse | rust, skråstreger op | Vores valg i undervisningen. Skru på det, og se, om pointen holder |
# | ikke efterprøvet | grå, krydser | Husket, ikke set. Bruges aldrig i en model |
#
# Skifter en konklusion fortegn inden for det, vi ikke ved, står der *afhænger af
# antagelser*. Tag det alvorligt: så er det jer og ikke modellen, der skal vælge.

# %% [markdown] lang="en"
# ## Where do the numbers come from?
# Every number carries its origin with it. A strip under a figure shows how much of the
# uncertainty comes from each kind; the colour always goes with a pattern and a word.
#
# | Origin | On the figure | What you can build on it |
# |---|---|---|
# | magazine | dark blue, plain | Printed in the magazine that this course starts from |
# | published | light blue, dots | Seen in the research's own abstract, with a reference |
# | derived | green, level lines | Computed from the others, never safer than they are |
# | direction | sand, lines falling | We know the sign; the size is our estimate |
# | assumption | rust, lines rising | Our choice for teaching. Turn it and see if the point holds |
# | unverified | grey, crosses | Recalled, not seen. Never used in a model |
#
# Where a conclusion changes sign within what we do not know, it says *depends on
# assumptions*. Take that seriously: then the choice is yours and not the model's.

# %% [markdown] lang="da"
# ## Data er syntetiske
# Ingen af de medfølgende svar er givet af rigtige mennesker. De er lavet, så de ligner,
# og hvert datasæt har et kort, der fortæller, hvad der er bygget ind. Læser du jeres egne
# svar ind, bliver de på din maskine, og grupper under fem vises ikke.

# %% [markdown] lang="en"
# ## Data are synthetic
# None of the answers that come with the kit were given by real people. They are made to
# resemble them, and every dataset has a card that says what was built in. If you read in
# your own answers they stay on your machine, and groups of fewer than five are not shown.

# %% [markdown] lang="da"
# ## Når noget driller
# - **En figur står stille**: kør siden igen. Uden at siden er kørt, er figuren et billede.
# - **En celle brokker sig**: læs den nederste linje; den siger, hvad der stod, og hvad der må stå.
# - **Siden er rodet til**: du arbejder i din egen kopi. Giv den et andet navn, og start
#   værktøjet igen med `uv run lederlib lab`; så ligger der en frisk ved siden af.
# - **Et ord er nyt**: hver lektion forklarer sine ord under *Begreb*.
#
# Hvilket spørgsmål fra din egen hverdag som leder vil du gerne være klogere på bagefter?

# %% [markdown] lang="en"
# ## When something is in the way
# - **A figure does not move**: run the page again. Until the page is run the figure is a picture.
# - **A cell complains**: read its last line; it says what was found and what is allowed.
# - **The page is in a mess**: you work in a copy of your own. Give it another name and
#   start the kit again with `uv run lederlib lab`; a fresh one will lie beside it.
# - **A word is new**: every lesson explains its words under *Concept*.
#
# Which question from your own working life as a leader would you like to be wiser about?
