# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Hvad hviler det på?
# »En tredje hjemmedag koster os 1,3 procentpoint af medarbejderne på fem års sigt.« Sådan kunne der
# stå i et beslutningsoplæg, og tallet har endda en decimal. Hvilke tre spørgsmål ville du
# stille, før punktet kom på dagsordenen? Skriv dem ned, før du læser videre.

# %% [markdown] lang="en"
# # What does this rest on?
# "A third day at home will cost us 1.3 percentage points of the staff in five years." So a
# proposal might say, and the number even has a decimal. Which three questions would you ask before
# it went on the agenda? Write them down before you read on.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Skriv spørgsmålene op, mens de kommer. De fleste handler om *effekten*. Vent med
# at sige det, og tæl til sidst, hvor mange der spurgte, hvor tallet *kommer fra*.

# %% [markdown] lang="en"
# **Are you teaching?** Write the questions up as they come. Most are about the *effect*. Do not say
# so yet; count at the end how many asked where the number *comes from*.

# %%
# da: Hent modellen
# en: Fetch the model
from IPython.display import Markdown

from lederlib.catalogue import ledger, source
from lederlib.scenario import discover, scenario_model, sensitivity
from lederlib.text import label

built = {"agreement": 0, "autonomy_path": 1}
two, three = {"home": 2, **built}, {"home": 3, **built}

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - skelne mellem et tal, der er set i kilden, et, der er husket, og et, der er antaget,
# - finde de få tal, som et svar hviler på, og lade de andre ligge,
# - sige, hvornår svaret ikke holder, og hvad det ville kunne betale sig at måle.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - tell a number that was seen in its source from one that is recalled and one that is assumed,
# - find the few numbers that an answer rests on, and leave the others alone,
# - say when the answer does not hold, and what it might pay to measure.

# %% [markdown] lang="da"
# ## Begreb
# ### Et svar er ikke stærkere end de tal, det står på
# Bag disse sider ligger to samlinger. **Registret** er forskning: 203 tal fra undersøgelser af
# trivsel, ledelse og afgang. **Regnskabet** er de tal, som modellerne faktisk bruger. Man skulle tro,
# at det ene blev hældt direkte over i det andet. Gæt: Hvor mange af regnskabets tal er set trykt et
# sted?

# %% [markdown] lang="en"
# ## Concept
# ### An answer is no stronger than the numbers it stands on
# Behind these pages lie two collections. The **register** is research: 203 figures from studies of
# wellbeing, leadership and leaving. The **ledger** holds the numbers that the models really use. One
# might think that the one was poured straight into the other. Guess: how many of the ledger's numbers
# were seen in print somewhere?

# %%
# da: Tæl regnskabets tal efter herkomst
# en: Count the ledger's numbers by where they come from
classes = [quantity.provenance for quantity in ledger().values()]
counts = [
    f"- {label(f'catalogue.{name}', LANG)}: {classes.count(name)}"
    for name in dict.fromkeys(sorted(classes, key=classes.count, reverse=True))
]
Markdown("\n".join(counts))

# %% [markdown] lang="da"
# Langt de fleste er **antagelser**. Det er ikke sløseri. En undersøgelse kan vise, at to ting hænger
# sammen, uden at sige, hvor mange måneder længere nogen bliver. For at regne på *jeres* valg må nogen
# sætte et tal på resten. Det redelige er at vise, hvilke tal det er, og hvor langt de kan flytte sig.
#
# ### Set, husket, antaget
# - **Set** i kilden: Nogen har slået tallet op og skrevet, hvor det står.
# - **Husket**: Tallet er god latin i faget, men ingen her har slået det op. Det kan være rigtigt.
#   Ingen model må bruge det, før nogen har efterset det.
# - **Antaget**: Et valg med et spænd. Det kan drøftes, men ikke slås op.

# %% [markdown] lang="en"
# By far the most are **assumptions**. That is not carelessness. A study can show that two things go
# together without saying how many months longer anyone stays. To reckon with *your* choice, somebody
# has to put a number on the rest. The honest thing is to show which numbers those are, and how far
# they can move.
#
# ### Seen, recalled, assumed
# - **Seen** in the source: someone looked the figure up and wrote down where it stands.
# - **Recalled**: the figure is common knowledge in the field, but nobody here looked it up. It may be
#   right. No model may use it until someone has checked.
# - **Assumed**: a choice with a range. It can be discussed but not looked up.

# %% [markdown] lang="da"
# ### Usikkerhed har en adresse
# Sig, at et regnestykke har tre ukendte tal, og at du måtte få ét af dem at vide. Hvilket ville gøre
# svaret mest sikkert? Det spørgsmål kan besvares, også når ingen af tallene kendes. Man lader dem alle
# svinge inden for deres spænd, holder ét fast ad gangen og ser, hvor meget ro der falder over svaret.
# Det kaldes **følsomhed**, og næsten altid viser det sig, at svaret hviler på ganske få tal.

# %% [markdown] lang="en"
# ### Uncertainty has an address
# Say that a sum has three unknown numbers and you were allowed to learn one of them. Which would make
# the answer most certain? That question can be answered even when none of the numbers is known. One
# lets them all swing within their ranges, holds one still at a time, and sees how much calmer the
# answer becomes. It is called **sensitivity**, and nearly always it turns out that the answer rests on
# very few numbers.

# %% [markdown] lang="da"
# ## Udforsk
# ### Tvivl på registret (to og to, 8 minutter)
# Find ét tal, I ville bruge i en samtale i morgen, og ét, I ikke tør bruge.

# %% [markdown] lang="en"
# ## Explore
# ### Doubt the register (in pairs, 8 minutes)
# Find one figure that you would use in a conversation tomorrow, and one that you dare not use.

# %%
# da: Filtrér, sortér og tvivl
# en: Filter, sort and doubt
from lederlib.widget import explore_evidence

explore_evidence(lang=LANG)

# %% [markdown] lang="da"
# **Tre ture:**
# 1. *Kun husket.* Hvilken slags tal er det næsten altid? Hvorfor tror I, at netop den slags bliver
#    gentaget, uden at nogen slår den op?
# 2. *Kun retning.* De er alle set. Hvad kan I love en direktion ud fra dem, og hvad kan I ikke?
# 3. *Flest personer først.* Se på de øverste fem. Er et stort antal personer det samme som et tal, der
#    gælder hos jer? Læs bemærkningen, før I svarer.

# %% [markdown] lang="en"
# **Three walks:**
# 1. *Only recalled.* Which kind of figure is it nearly always? Why do you think that just this kind is
#    repeated without anyone looking it up?
# 2. *Direction only.* They were all seen. What can you promise a board on the strength of them, and
#    what can you not?
# 3. *Most people first.* Look at the top five. Is a large number of people the same as a figure that
#    holds where you are? Read the note before you answer.

# %% [markdown] lang="da"
# ### Tvivl på konklusionen
# Tag først to hjemmedage mod ingen. Giv jeres bud, før I rører håndtagene:
# 1. Vi kender to tal fra en stor undersøgelse: 18 % venter at være væk om et år og 46 % om fem
#    (Jørgensen, 2025). Hvor meget hviler *forskellen* mellem to hjemmedage og ingen på dem?
# 2. Hvis nogen målte ét tal for jer, hvilket skulle det så være?

# %% [markdown] lang="en"
# ### Doubt the conclusion
# Take two days at home against none first. Make your prediction before you touch the levers:
# 1. We know two numbers from a large survey: 18% expect to be gone in one year and 46% in five
#    (Jørgensen, 2025). How much does the *difference* between two days at home and none rest on them?
# 2. If someone measured one number for you, which should it be?

# %%
# da: Find de tal, som svaret hviler på
# en: Find the numbers that the answer rests on
from lederlib.widget import explore_conclusion

explore_conclusion(lang=LANG)

# %% [markdown] lang="da"
# **Fire ture, og et bud før hver:**
# 1. *Ét skridt ad gangen.* Gå fra én til fire hjemmedage. Svaret »afhænger« hele vejen; hvornår
#    tipper flertallet af verdener fra op til ned? Og hvilket tal overtager førstepladsen undervejs?
# 2. *Et andet spørgsmål.* Spørg om kollegialt fællesskab i stedet. Svaret bliver sikkert, men hvor
#    mange tal hviler det nu på?
# 3. *Køb en måling.* Tilbage til »Stadig ansat« og to hjemmedage. Tænk, at I havde målt, hvor meget
#    selvbestemmelse hjemme får folk til at blive. Hvad sker der, hvis målingen viser lavt? Og højt?
# 4. *En dyr måling.* Mål så »Samlet virkning på tilknytning«. Hvor meget klogere bliver I af den?

# %% [markdown] lang="en"
# **Four walks, with a prediction before each:**
# 1. *One step at a time.* Go from one to four days at home. The answer "depends" all the way; when
#    do most worlds turn from up to down? And which number takes over the first place on the way?
# 2. *Another question.* Ask about collegial community instead. The answer becomes certain, but on how
#    many numbers does it rest now?
# 3. *Buy a measurement.* Back to "Still employed" and two days at home. Suppose you had measured how
#    far autonomy at home makes people stay. What happens if it shows low? And high?
# 4. *A costly measurement.* Then measure "Total effect on retention". How much wiser are you for it?

# %% [markdown] lang="da"
# De to tal fra undersøgelsen, dem vi kender bedst, betyder næsten intet for *forskellen*. De siger, hvor
# mange der går, men ikke, hvad der får dem til at blive. Og en måling kan gøre svaret *mere* usikkert:
# Viser det sig, at selvbestemmelse betyder meget for, om folk bliver, så er der også mere på spil.

# %% [markdown] lang="en"
# The two numbers of the survey, the ones that we know best, mean next to nothing for the *difference*.
# They say how many leave, not what makes them stay. And a measurement can make the answer *more*
# uncertain: if it turns out that autonomy matters much for whether people stay, then more is at
# stake as well.

# %% [markdown] lang="da"
# ### Hvor svigter svaret?
# Hold nu opbygningen fast: Hver vælger sine hjemmedage for sig, og begge veje til at blive findes. Så er
# det stadig et spørgsmål om størrelser, om den tredje hjemmedag koster ansatte. En simpel regel kan pege
# på de verdener, hvor svaret er et andet.

# %% [markdown] lang="en"
# ### Where does the answer fail?
# Now hold the structure still: everyone chooses days at home alone, and both paths to staying are there.
# Then whether the third day at home costs staff is still a question of sizes. A simple rule can point out
# the worlds in which the answer is another.

# %%
# da: Find en regel for, hvor svaret svigter
# en: Find a rule for where the answer fails
ask = {"levers": (two, three), "outcome": "retention"}
Markdown(discover(scenario_model(), ledger(), **ask).summary(LANG))

# %% [markdown] lang="da"
# Læs reglen som et spørgsmål til jer selv: Er det sådan hos os? Så svarer modellen noget andet hos jer
# end i gennemsnit. Til sammenligning er her, hvad svaret hviler på alt i alt:

# %% [markdown] lang="en"
# Read the rule as a question to yourselves: is it like that where we are? Then the model answers
# otherwise for you than on average. For comparison, here is what the answer rests on in all:

# %%
# da: Sig det med ord
# en: Say it in words
Markdown(sensitivity(scenario_model(), ledger(), draws=1024, **ask).summary(LANG))

# %% [markdown] lang="da"
# Hvor vi kender to bud på, hvordan noget hænger sammen, trækker modellen lod mellem dem; det er stribens
# *opbygning*. Én ting kan ingen af redskaberne sige: om der er et tredje bud, som ingen er kommet på.
# **Det, ingen har skrevet ned, får aldrig en søjle.**

# %% [markdown] lang="en"
# Where we know two ways in which things may hang together, the model draws between them; that is the
# strip's *structure*. One thing none of these tools can say: whether there is a third that nobody thought
# of. **What nobody wrote down never gets a bar.**

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Se på jeres tre spørgsmål fra begyndelsen. Hvilke af dem ville have afsløret, hvad svaret hviler på?
# - Hvilket tal går igen hos jer, uden at nogen ved, hvor det kommer fra?
# - Hvornår er det klogere at prøve noget af i det små end at måle mere først?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Look at your three questions from the beginning. Which of them would have shown what the answer
#   rests on?
# - Which number keeps coming back where you work, without anyone knowing where it is from?
# - When is it wiser to try something on a small scale than to measure more first?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 11](../../exercises/da/11_evidence.ipynb): fem opgaver, omkring 25 minutter. Den sidste
# er at gå et tal fra jeres eget bord efter i sømmene.
#
# Kilde (registrets egne kilder står ved hvert tal):

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 11](../../exercises/en/11_evidence.ipynb): five tasks, about 25 minutes. The last is to
# go over a number from your own desk.
#
# Source (the register's own stand beside each figure):

# %%
# da: Kilden til denne lektion
# en: The source of this lesson
Markdown(f"- {source('komponent_2025').citation(LANG)}")

# %% [markdown] lang="da"
# Hvilket tal i jeres næste beslutningsoplæg ville du helst kende herkomsten på?

# %% [markdown] lang="en"
# Of which number in your next proposal would you most like to know the origin?
