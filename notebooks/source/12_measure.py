# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Byg et mål
# En ledergruppe siger: »Vi mangler ro til at lede.« De vil vide, om det bliver bedre, og skriver ti
# udsagn på en eftermiddag. Alle ti lyder rimelige. Hvor mange af dem tror du kan bruges, når tres
# ledere har svaret? Skriv dit bud, før du læser videre.

# %% [markdown] lang="en"
# # Build a measure
# A group of leaders says: "We lack the room to lead." They want to know whether it gets better, and
# write ten items in an afternoon. All ten sound reasonable. How many of them do you think can be used
# once sixty leaders have answered? Write down your guess before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, og brug de første tyve på ordene.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, and spend the first twenty on the words.

# %% [markdown] lang="da"
# **Underviser du?** Lad hver gruppe skrive sin egen idé og tre sider af den på et stykke papir, før
# nogen ser et tal. Papiret ligger fremme resten af timen: Det er det, tallene skal måles på.

# %% [markdown] lang="en"
# **Are you teaching?** Let each group write its own idea and three sides of it on a sheet of paper
# before anyone sees a number. The sheet stays on the table: it is what the numbers are held against.

# %%
# da: Hent svar og mål
# en: Fetch answers and measures
from tempfile import TemporaryDirectory

from IPython.display import Markdown

from lederlib.catalogue import source
from lederlib.measure import item_table, smallest_effects
from lederlib.answers import new_scale
from lederlib.report import show_table
from lederlib.scenario import draft_answers

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - gå fra en idé over dens sider til udsagn i hverdagsord,
# - høre fejlene i et udsagn, før nogen har svaret på det,
# - bruge tallene til at spørge videre, og vide, hvorfor den højeste alfa ikke er det bedste mål.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - go from an idea, by way of its sides, to items in everyday words,
# - hear the faults of an item before anyone has answered it,
# - use the numbers to ask further, and know why the highest alpha is not the best measure.

# %% [markdown] lang="da"
# ## Begreb
# ### Først ordene, så tallene
# **Idéen** i én sætning: *Ro til ledelse er, at en leder har tid, lov og plads i hovedet til det
# arbejde, kun lederen kan gøre.* Sig også, hvad den **ikke** er: ikke trivsel, ikke få møder.
#
# **Siderne** er det, idéen består af. Mangler én, måler I noget smallere:
#
# | Side | Et udsagn |
# |---|---|
# | tid i sammenhæng | Jeg når at følge op på det, jeg aftaler med mine medarbejdere. |
# | råderum | Jeg ved, hvad jeg selv må afgøre. |
# | plads til at tænke | Jeg får tænkt længere frem end til næste måned. |
#
# Skriv dobbelt så mange **udsagn**, som I skal bruge, og læs dem højt for en, der ikke var med.

# %% [markdown] lang="en"
# ## Concept
# ### First the words, then the numbers
# **The idea** in one sentence: *Room to lead is when a leader has the time, the say and the peace of
# mind for the work that only the leader can do.* Also say what it is **not**: not well-being, not few
# meetings.
#
# **The sides** are what the idea is made of. If one is missing, you measure something narrower:
#
# | Side | An item |
# |---|---|
# | unbroken time | I get round to following up on what I agree with my staff. |
# | a mandate | I know what I may decide myself. |
# | room to think | I get to think further ahead than next month. |
#
# Write twice as many **items** as you need, and read them aloud to someone who was not there.

# %% [markdown] lang="da"
# ### Fejl, man kan høre
#
# | Fejl | Sådan lyder den | Bedre |
# |---|---|---|
# | to ting på én gang | Jeg har tid og lov til at ændre noget. | Jeg må ændre på arbejdsgangene. |
# | nægtelser | Det er ikke sjældent, at jeg ikke når det. | Jeg når det, jeg har planlagt. |
# | ledende | Alle ved jo, at møder æder dagen. Også din? | Møder fylder det meste af min dag. |
# | altid og aldrig | Jeg bliver aldrig afbrudt. | Jeg kan arbejde en time uden afbrydelser. |
# | for langt | Når jeg ser tilbage på ugen, synes jeg … | Jeg når at følge op. |
# | alle siger ja | Det er vigtigt for mig at lede godt. | (mål vilkårene, ikke ønsket) |
#
# **Svarene** skal passe til udsagnet. Fem trin fra *helt uenig* til *helt enig*, alle med navn, er nok
# til de fleste. Spørger I om hyppighed, så brug hyppigheder.

# %% [markdown] lang="en"
# ### Faults that can be heard
#
# | Fault | How it sounds | Better |
# |---|---|---|
# | two things at once | I have the time and the say to change things. | I may change how we work. |
# | negations | It is not seldom that I do not make it. | I get done what I planned. |
# | leading | We all know that meetings eat the day. Yours too? | Meetings fill most of my day. |
# | always and never | I am never interrupted. | I can work for an hour uninterrupted. |
# | too long | When I look back upon the week, I find that … | I get round to following up. |
# | all agree | It is important to me to lead well. | (measure conditions, not wishes) |
#
# **The answers** have to fit the item. Five steps from *strongly disagree* to *strongly agree*, each
# with a name, will do for most. If you ask how often, let people answer how often.

# %% [markdown] lang="da"
# ### En fil, der forklarer sig selv
# Skriv `lederlib measure new ro` i en terminal. Så får I filen `ro.toml` med seks udsagn at rette i.
# Den siger, hvad alt betyder: licens, oprindelse, svar, sider, og hvilke udsagn der skal vendes.

# %% [markdown] lang="en"
# ### A file that explains itself
# Write `lederlib measure new room` in a terminal. You get the file `room.toml` with six items to
# change. It says what everything means: licence, origin, answers, sides, and which items are turned.

# %%
# da: Et stykke af filen
# en: A piece of the file
with TemporaryDirectory() as folder:
    lines = new_scale("ro", folder).read_text(encoding="utf-8").splitlines()
print("\n".join(lines[54:65]))

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 4 minutter)
# Læs de ti udsagn under »Vælg udsagn«, før I ser på figurerne.
# 1. Hvilke har en fejl, I kan **høre**? Skriv numrene.
# 2. Hvilke to giver den højeste alfa? Ville I nøjes med dem?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 4 minutes)
# Read the ten items under "Choose items" before you look at the figures.
# 1. Which have a fault that you can **hear**? Write down the numbers.
# 2. Which two give the highest alpha? Would you make do with them?

# %%
# da: Vælg udsagn
# en: Choose items
from lederlib.widget import explore_draft

explore_draft(lang=LANG)

# %% [markdown] lang="da"
# **Fem ture, og et bud før hver:**
# 1. *Hør, og se.* Find udsagn 6, 8, 9 og 10. Hvordan viser hver fejl sig: i svarene eller til højre?
# 2. *Tvillinger.* Behold kun 1 og 2. Hvad sker der med alfa, og hvad sker der med ruden?
# 3. *Bredde.* Behold 1, 3, 4, 5 og 7. Alfa falder under det, mange kræver. Er målet blevet dårligere?
# 4. *Den ensomme.* Udsagn 7 følges svagt med resten. Fjern det. Hvad mistede I?
# 5. *Tolv ledere.* Sæt 12 svar, og skift hold. Hvilke udsagn ville I have kasseret på hvert hold?

# %% [markdown] lang="en"
# **Five walks, with a prediction before each:**
# 1. *Hear, and see.* Find items 6, 8, 9 and 10. How does each fault show: in the answers or on the right?
# 2. *Twins.* Keep only 1 and 2. What happens to alpha, and what happens to the diamond?
# 3. *Breadth.* Keep 1, 3, 4, 5 and 7. Alpha falls below what many demand. Is the measure any worse?
# 4. *The lonely one.* Item 7 goes weakly with the rest. Remove it. What did you lose?
# 5. *Twelve leaders.* Set 12 answers and change the group. Which items would each have thrown out?

# %% [markdown] lang="da"
# Alfa spørger, om udsagnene følges ad. Den spørger ikke, **hvad** de følges om. To udsagn, der siger
# det samme, følges altid. Derfor vælger man efter siderne først og bruger tallene bagefter: som
# spørgsmål til ordene, ikke som dom.
#
# Her er de samme tal, som I vil få dem for jeres egne svar. *α uden* er alfa **uden** udsagnet.

# %% [markdown] lang="en"
# Alpha asks whether the items go together. It does not ask **what** they go together about. Two items
# that say the same always do. So one chooses by the sides first and uses the numbers afterwards: as
# questions to the words, not as a verdict.
#
# Here are the same numbers as you will get them for your own answers. *α without* is alpha
# **without** the item.

# %% tags=["nbval-check-output"]
# da: Ti udsagn, 60 opdigtede svar
# en: Ten items, 60 made-up answers
numbers = [str(number) for number in range(1, 11)]
found = item_table(draft_answers(60, rng=1).set_axis(numbers, axis=1), low=1, high=5)
columns = ["mean", "sd", "floor", "ceiling", "item_rest", "alpha_dropped"]
show_table(found.table[columns], LANG, caption="ten_items", rows="item")

# %%
# da: Tallene i ord
# en: The numbers in words
Markdown(found.summary(LANG))

# %% [markdown] lang="da"
# ### Hvad ti ledere aldrig kan vise
# I er måske ti. Det er rigeligt til ordene: Læs højt, og spørg »hvad tænkte du på, da du svarede?«
# Det er for lidt til tallene.

# %% [markdown] lang="en"
# ### What ten leaders can never show
# Perhaps you are ten. That is plenty for the words: read aloud, and ask "what were you thinking of
# when you answered?" It is too few for the numbers.

# %%
# da: Grænsen for ti svar
# en: The limit of ten answers
Markdown(smallest_effects(10).summary(LANG))

# %% [markdown] lang="da"
# ### Hvad hviler det på?
# Svarene i denne lektion er **opdigtede**, fejlene er lagt ind, og deres størrelser er antagelser.
# Derfor kender vi den sande ro og kan tegne ruden. I virkeligheden er der ingen rude. Dér må I spørge
# andre kilder: Hænger målet sammen med det, det burde (Clark & Watson, 1995)?

# %% [markdown] lang="en"
# ### What does it rest on?
# The answers in this lesson are **made up**, the faults were put in, and their sizes are assumptions.
# That is why we know the true room and can draw the diamond. In real life there is no diamond. There
# you have to ask other sources: does the measure relate to what it should (Clark & Watson, 1995)?

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvem skal læse jeres udsagn højt, før nogen svarer på dem?
# - Hvad vil I gøre anderledes, hvis tallet er lavt? Og hvis svaret er »ingenting«: Skal der så måles?
# - Hvilken side af jeres idé er sværest at spørge om, og hvem taber, hvis I springer den over?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Who shall read your items aloud before anyone answers them?
# - What will you do differently if the number is low? And if the answer is "nothing": should you measure?
# - Which side of your idea is the hardest to ask about, and who loses if you skip it?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 12](../../exercises/da/12_measure.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 12](../../exercises/en/12_measure.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('clark_1995').citation(LANG)}\n- {source('cronbach_1951').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvad ville du helst vide om din egen arbejdsplads, som ingen måling spørger om i dag?

# %% [markdown] lang="en"
# What would you most like to know about your own workplace that no measurement asks about today?
