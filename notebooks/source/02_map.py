# %% tags=["parameters", "open"]
# da: Sproget på denne side, og jeres egen fil (tom: workshoppens ni ledere)
# en: The language of this page, and your own file (empty: the workshop's nine leaders)
LANG = "da"
MY_FILE = ""

# %% [markdown] lang="da"
# # Fra svar til kort
# Ni ledere får samme spørgsmål: Hvordan står det til med ledelseskvaliteten hos os? Fire
# svarer rød, fire svarer grøn og én gul. Gennemsnittet er gult. Hvem i gruppen vil nikke
# genkendende, når det bliver vist på tavlen?

# %% [markdown] lang="en"
# # From answers to a map
# Nine leaders get the same question: how is the quality of leadership with us? Four answer
# red, four answer green and one yellow. The mean is yellow. Who in the group will recognise
# it when it is shown on the board?

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter. Bruger I jeres egne svar, så læg en halv time til samtalen
# bagefter.
#
# **Jeres egen fil.** Læg den i samme mappe som denne side, skriv dens navn øverst, for
# eksempel `MY_FILE = "vores_svar.xlsx"`, og kør siden igen. Én række pr. person, én kolonne pr.
# faktor, og *rød*, *gul* eller *grøn* i felterne; CSV og Excel går begge an. Skriv ingen navne.
# Filen bliver på din maskine.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes. If you use your own answers, add half an hour for the
# conversation afterwards.
#
# **Your own file.** Put it in the same folder as this page, write its name at the top, for
# instance `MY_FILE = "our_answers.xlsx"`, and run the page again. One row per person, one
# column per factor, and *red*, *yellow* or *green* in the cells; CSV and Excel will both do.
# Write no names. The file stays on your machine.

# %%
# da: Hent værktøjet
# en: Fetch the tools
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import dataset_path, factors, load_dataset, source
from lederlib.answers import describe_focus, profile, read_answers, suggest_focus
from lederlib.plot import plot_factor_map
from lederlib.report import show_table
from lederlib.text import label

names = pd.DataFrame(factors()).set_index("key")["name"].str.get(LANG)

# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - læse et kort over de 15 faktorer: farver, gennemsnit, interval og antal svar,
# - finde de steder, hvor et gennemsnit dækker over uenighed,
# - forklare en kollega, hvorfor små grupper er skjult, og hvorfor det ikke er nok at skjule én,
# - gøre jeres egne svar til en rapport, I kan tale ud fra.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - read a map of the 15 factors: colours, mean, interval and number of answers,
# - find the places where a mean covers disagreement,
# - explain to a colleague why small groups are hidden, and why hiding one is not enough,
# - turn your own answers into a report to talk from.

# %% [markdown] lang="da"
# ## Begreb
# ### Fra svar til score
# Rød er 0, gul er 0,5 og grøn er 1. Svarer man i stedet på et spørgeskema, er der tre udsagn
# til hver faktor, fra 1 til 5; nogle er vendt om, så *helt enig* er et dårligt tegn, og dem
# vender vi tilbage, før vi regner. Under en tredjedel kalder vi rødt, fra to tredjedele grønt.
# **Grænserne er vores konvention**, ikke noget, nogen har målt.
#
# ### Gennemsnit og spredning
# Gennemsnittet siger, hvor gruppen står. Spredningen siger, om den står samlet. Vi kalder en
# gruppe enig, når spredningen er under 0,3: Står alle på nabofarver, er den det; deler den sig
# i røde og grønne, er den det ikke. Også den grænse er en antagelse.

# %% [markdown] lang="en"
# ## Concept
# ### From answer to score
# Red is 0, yellow 0.5 and green 1. If people answer a questionnaire instead, there are three
# statements to each factor, from 1 to 5; some are turned, so that *fully agree* is a bad sign,
# and those are turned back before anything is computed. Below one third we call red, from two
# thirds green. **The limits are our convention**, not something anyone has measured.
#
# ### Mean and spread
# The mean says where the group stands. The spread says whether it stands together. We call a
# group agreed when the spread is below 0.3: if all are on neighbouring colours, it is; if it
# divides into red and green, it is not. That limit, too, is an assumption.

# %% [markdown] lang="da"
# ### Fokus: lav, vigtig og enig
# Et sted at begynde skal opfylde tre ting på én gang. Det skal være *lavt*, ellers er der
# intet at løfte. Det skal være *vigtigt* for, at folk bliver, og her kender vi kun
# rækkefølgen fra undersøgelsen blandt 5.234 kommunalt ansatte. Og gruppen skal være *enig*; er
# den ikke det, er første skridt en samtale og ikke en indsats.
#
# ### De få skal ikke kunne kendes
# Ledere er få. Svarer fire, kan den femte i rummet ofte gætte, hvem der sagde hvad. Derfor
# viser vi intet for grupper under fem. Det er ikke nok: Kender man tallet for alle og for de
# andre grupper, kan man **trække fra** og regne sig frem til det skjulte. Derfor forsvinder
# der somme tider også en gruppe, som er stor nok. Beskyttelsen gælder inden for ét kort. Lægger
# man to kort fra to datoer ved siden af hinanden, gælder den ikke.

# %% [markdown] lang="en"
# ### Focus: low, important and agreed
# A place to begin has to meet three things at once. It has to be *low*, or there is nothing to
# lift. It has to be *important* for people to stay, and there we know only the ranking from
# the survey of 5,234 municipal employees. And the group has to *agree*; if it does not, the
# first step is a conversation and not an effort.
#
# ### The few must not be recognised
# Leaders are few. If four answer, the fifth in the room can often guess who said what. So we
# show nothing for groups of fewer than five. That is not enough: whoever knows the number for
# everyone and for the other groups can **subtract** and work out what is hidden. So now and
# then a group that is large enough disappears as well. The protection holds within one map. If
# two maps from two dates are laid side by side, it does not.

# %% [markdown] lang="da"
# ## Udforsk
# ### Et stort kort
# Først 5.234 **opdigtede** medarbejdere i 98 opdigtede kommuner. Kun tre tal er lagt efter
# magasinet: hvor mange der venter at være væk om et og om fem år, og hvor mange der kan
# forestille sig at vende tilbage. Resten er vores. Giv alligevel et bud: Hvilken faktor tror I
# ligger højest, og hvilken lavest?

# %% [markdown] lang="en"
# ## Explore
# ### A large map
# First 5,234 **invented** employees in 98 invented municipalities. Only three numbers are set
# to the magazine's: how many expect to be gone in one and in five years, and how many could
# imagine returning. The rest is ours. Make a prediction all the same: which factor do you think
# is highest, and which lowest?

# %%
# da: Kortet over kommuneundersøgelsen
# en: The map of the municipal survey
survey = load_dataset("municipal_survey")
plot_factor_map(profile(survey), lang=LANG, synthetic=True)

# %% [markdown] lang="da"
# Intervallerne er smalle, for svarene er mange. **Smalt betyder ikke sandt:** Intervallet siger,
# hvor let billedet kunne være faldet anderledes ud med andre svar, ikke om vi spurgte om det
# rigtige, eller om alle forstod spørgsmålet ens. I det danske spørgeskema om psykisk
# arbejdsmiljø målte kun 10 af 28 skalaer det samme på tværs af 14 jobgrupper (publiceret,
# Clausen m.fl., 2019). Vores egne udsagn er slet ikke efterprøvet.
#
# ### Gruppen på fire
# Her er kollegiale fællesskaber i én af de opdigtede kommuner. Den har fem enheder, og i enhed
# 118 har fire svaret. Enhed 117 har seks svar og 116 otte. Hvorfor er de væk?

# %% [markdown] lang="en"
# The intervals are narrow since the answers are many. **Narrow does not mean true:** the
# interval says how easily the picture could have come out otherwise with other answers, not
# whether we asked about the right thing, or whether all understood the question alike. In the
# Danish questionnaire on the psychosocial work environment only 10 of 28 scales measured the
# same across 14 job groups (published, Clausen et al., 2019). Our own statements have not been
# tested at all.
#
# ### The group of four
# Here is collegial community in one of the invented municipalities. It has five units, and in
# unit 118 four people answered. Unit 117 has six answers and 116 eight. Why are they gone?

# %% tags=["nbval-check-output"]
# da: Fem enheder i én kommune, gennemsnit for kollegiale fællesskaber
# en: Five units in one municipality, mean of collegial community
units = profile(survey[survey["municipality"] == 28], by="unit")
means = units.xs("collegial_community", level="factor")[["mean"]]
hidden = label("report.hidden_cell", LANG)
show_table(means, LANG, caption="five_units", rows="group", missing=hidden)

# %% [markdown] lang="da"
# Prøv at svare, før du læser videre: Hvis kun 118 var skjult, og du kendte gennemsnittet for
# hele kommunen, hvad ville du så kunne regne ud? I øvelsen gør du det. Og 116? Den, der
# regner i hele mennesker, kan lære noget om de fire, også når to grupper er skjult.
#
# ### Jeres eget kort
# Nu en ledergruppe. Har I ikke lagt jeres egen fil ind, er det workshoppens ni opdigtede ledere,
# tastet sådan som en travl gruppe taster det. Læs først, hvordan filen blev læst.

# %% [markdown] lang="en"
# Try to answer before you read on: if only 118 were hidden, and you knew the mean for the whole
# municipality, what could you work out? In the exercise you do it. And 116? Whoever counts
# in whole people can learn something of the four even when two groups are hidden.
#
# ### Your own map
# Now a leader group. If you have not put in a file of your own, it is the workshop's nine invented
# leaders, typed the way a busy group types. Look first at how the file was read.

# %%
# da: Læs svarene
# en: Read the answers
ours = read_answers(MY_FILE or dataset_path("workshop"))
unplaced = ", ".join(ours.unplaced) or "–"
Markdown(
    f"**{ours.source}**. {ours.notes[0].to(LANG)}\n\n"
    + label("report.unplaced", LANG, columns=unplaced)
)

# %%
# da: Gruppens kort
# en: The group's map
group = profile(ours)
plot_factor_map(group, lang=LANG, synthetic=ours.synthetic)

# %% [markdown] lang="da"
# Dæk højre side af skærmen til, og tag én faktor ad gangen. Hvad ville hver af jer have svaret?
# Se så efter, **hvor gruppen er delt**. De tre faktorer med størst spredning er:

# %% [markdown] lang="en"
# Cover the right side of the screen and take one factor at a time. What would each of you have
# answered? Then look for **where the group is divided**. The three factors with the largest
# spread are:

# %%
# da: Her er gruppen mest uenig
# en: Where the group disagrees most
widest = group[["spread"]].nlargest(3, "spread").rename(index=names)
show_table(widest, LANG, caption="most_divided", rows="factor")

# %% [markdown] lang="da"
# ### Forslag til fokus
# Gæt først: Hvilke faktorer er både lave, vigtige og enige? Forslaget er et sted at begynde
# samtalen. Det er jer, der ved, om det også er det rigtige sted.

# %% [markdown] lang="en"
# ### Suggested focus
# Guess first: which factors are low, important and agreed on? The suggestion is a place to
# begin the conversation. You are the ones who know whether it is also the right place.

# %%
# da: Forslaget, og hvorfor
# en: The suggestion, and why
focus = suggest_focus(group)
chosen = focus.query("suggested")
reasons = "- **" + names[chosen.index] + "**. " + chosen[f"reason_{LANG}"]
Markdown(describe_focus(focus, LANG) + "\n\n" + "\n".join(reasons))

# %% [markdown] lang="da"
# ### Rapporten
# Skal kortet med til et møde, så lad værktøjet skrive det hele på ét ark, der kan vises og
# printes: kort, uenighed, fokus med spørgsmål, vægten og det, der er skjult. Åbn en terminal,
# og skriv:
#
# ```
# uv run lederlib report vores_svar.xlsx -o rapport.html
# ```
#
# Har filen en kolonne med afdelinger, så læg `--group afdeling` til.

# %% [markdown] lang="en"
# ### The report
# If the map is going to a meeting, let the kit write all of it on one sheet to show and print:
# the map, the disagreement, the focus with questions, the balance, and what is hidden. Open a
# terminal and write:
#
# ```
# uv run lederlib report our_answers.xlsx -o report.html --lang en
# ```
#
# If the file has a column of departments, add `--group department`.

# %% [markdown] lang="da"
# ## Reflektér
# To og to:
# - Vælg den faktor, gruppen er mest delt på. Hvad kan den ene se, som den anden ikke ser?
#   Forklar den *andens* farve, som om den var din egen.
# - Hvem er ikke med på kortet, og hvad ville de have svaret?
# - Magasinet foreslår to spørgsmål, før man sætter noget i gang: hvad har virket hos os før, og
#   hvad har vi prøvet uden held (Qvick, Elmholdt og Schultz Pedersen, 2025)? Svar på begge for
#   den faktor, der er foreslået som fokus.

# %% [markdown] lang="en"
# ## Reflect
# In pairs:
# - Choose the factor on which the group is most divided. What can one see that the other does
#   not? Explain the *other's* colour as if it were your own.
# - Who is not on the map, and what would they have answered?
# - The magazine suggests two questions before anything is set going: what has worked with us
#   before, and what have we tried without luck (Qvick, Elmholdt and Schultz Pedersen, 2025)?
#   Answer both for the factor that is suggested as focus.

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 2](../../exercises/da/02_map.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 2](../../exercises/en/02_map.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('helhedsmodel_2025').citation(LANG)}\n"
    f"- {source('komponent_2025').citation(LANG)}\n"
    f"- {source('clausen_2019').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvem hos jer ville blive overrasket over jeres kort, og hvordan kan du vise dem det, så de får
# lyst til at spørge i stedet for at forsvare sig?

# %% [markdown] lang="en"
# Who where you work would be surprised by your map, and how can you show it so that they want to
# ask rather than defend themselves?
