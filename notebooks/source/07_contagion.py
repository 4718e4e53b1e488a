# %% tags=["parameters"]
# da: Sproget på denne side
# en: The language of this page
LANG = "da"

# %% [markdown] lang="da"
# # Smitte
# En kommune har spurgt sine 280 ledere, hvor slidte de er. Gennemsnittet er 0,38 på en skala fra 0
# til 1, altså »til at leve med«. Hvor mange af de 280 har det omtrent sådan: de fleste, cirka
# halvdelen eller ret få? Skriv dit bud ned med et tal.

# %% [markdown] lang="en"
# # Contagion
# A municipality has asked its 280 leaders how worn they are. The mean is 0.38 on a scale from 0 to 1,
# which one can live with. How many of the 280 are about there: most of them, roughly half, or rather
# few? Write down your guess as a number.

# %% [markdown] lang="da" tags=["lab-only"]
# {{run_all}} Afsæt 40 minutter, halvdelen af dem til at tale sammen.

# %% [markdown] lang="en" tags=["lab-only"]
# {{run_all}} Set aside 40 minutes, half of them for talking.

# %% [markdown] lang="da"
# **Underviser du?** Skriv buddene op som tre søjler på tavlen. Der er ikke ét rigtigt svar endnu;
# det er det, lektionen handler om. Alle mennesker her er opdigtede, og ingen skal nævne en leder
# eller et team ved navn.

# %% [markdown] lang="en"
# **Are you teaching?** Put the guesses up as three bars on the board. There is no one right answer
# yet; that is what the lesson is about. All people here are invented, and nobody has to name a leader
# or a team.

# %%
# da: Hent modellen
# en: Fetch the model
import numpy as np
import pandas as pd
from IPython.display import Markdown

from lederlib.catalogue import source
from lederlib.plot import plot_population
from lederlib.report import show_table
from lederlib.scenario import contagion, contagion_worlds
from lederlib.text import format_share


# %% [markdown] lang="da"
# ## Mål
# Når du er færdig, kan du
# - forklare, hvordan slid kan gå fra leder til team og tilbage igen, og hvad der er set af det,
# - opdage, når et gennemsnit beskriver en leder, der ikke findes,
# - sige, hvilken antagelse det hænger på, og hvad I kan måle i stedet for at tro.

# %% [markdown] lang="en"
# ## Goal
# When you are done, you can
# - explain how strain may pass from leader to team and back again, and what has been seen of it,
# - notice when a mean describes a leader who does not exist,
# - say which assumption that rests on, and what you can measure instead of believing.

# %% [markdown] lang="da"
# ## Begreb
# ### Slid bliver ikke, hvor det opstår
# I en stor dansk kommune fulgte medarbejdernes stress efter deres leders et år senere: 473 ledere og
# 5.688 ansatte, og på længere sigt tog det af igen (publiceret: retningen; Bonnesen m.fl., 2022).
# Den anden vej er sporet svagere. I en undersøgelse med 67 ledere gik *engagement* opad fra
# team til leder, men udmattelse gjorde det ikke direkte (publiceret; Wirtz m.fl., 2017).
#
# Modellen regner med tre veje, som du kan skrue på hver for sig: Lederens slid bliver til mere
# belastning for teamet, det tager af teamets restitution, og teamets slid kommer tilbage på lederens
# bord. **Retningen af den første er set; alle størrelser er antagelser.** Så meget ændrer det sig, når
# slid ligger 0,25 over det normale:

# %% [markdown] lang="en"
# ## Concept
# ### Strain does not stay where it arises
# In a large Danish municipality the stress of employees followed that of their leader a year later:
# 473 leaders and 5,688 employees, and in the longer run it faded (published: the direction; Bonnesen
# et al., 2022). The other way has left a weaker trace. In a study with 67 leaders
# *engagement* went upwards from team to leader, but exhaustion did not do so directly (published; Wirtz et al., 2017).
#
# The model counts on three ways, each with a lever of its own: the leader's strain becomes more load
# for the team, it takes from the team's recovery, and the team's strain comes back onto the leader's
# desk. **The direction of the first has been seen; all sizes are assumptions.** This is how much they
# change when strain lies 0.25 above normal:

# %% tags=["nbval-check-output"]
# da: De tre veje, når slid ligger 0,25 over det normale
# en: The three ways, when strain lies 0.25 above normal
ways = ["team_load", "team_recovery", "leader_load"]
change = np.expm1(0.25 * np.array([0.6, -0.3, 0.4]))
written = pd.Series([format_share(each, LANG) for each in change], ways, name="change")
show_table(written, LANG, caption="three_ways", rows="way")

# %% [markdown] lang="da"
# ### Gennemsnitslederen
# Man kan regne på smitte på to måder. Den korte: Tag **én** leder og **én** medarbejder med præcis
# den gennemsnitlige belastning, og lad de to smitte hinanden. Den lange: Tag dem **alle sammen**, 280
# ledere og 8.000 ansatte med hver sin belastning, og tag gennemsnittet *bagefter*. Det lyder som det
# samme.

# %% [markdown] lang="en"
# ### The average leader
# There are two ways to work out contagion. The short one: take **one** leader and **one** employee
# with exactly the average load, and let the two infect each other. The long one: take **all of
# them**, 280 leaders and 8,000 employees, each with a load of their own, and take the mean
# *afterwards*. They sound like the same thing.

# %%
# da: To år i en kommune
# en: Two years in a municipality
plot_population(contagion(), lang=LANG)

# %% [markdown] lang="da"
# Se på højre side. De fleste ledere ligger lavt, en klump ligger højt, og gennemsnittet peger ned i
# hullet mellem dem. Kun godt hver femte er inden for 0,1 fra det. Den leder, tallet beskriver,
# **findes næsten ikke**. Og gennemsnitslederen alene (stiplet) mærker slet intet, for den, der har
# præcis den gennemsnitlige belastning, kommer aldrig ud over kanten.
#
# Er det smitten, der gør det? Her er de ansattes slid efter fem år, med kanten og uden:

# %% [markdown] lang="en"
# Look at the right side. Most leaders lie low, a cluster lies high, and the mean points into the gap
# between them. Only a little more than one in five is within 0.1 of it. The leader whom the number describes
# **hardly exists**. And the average leader alone (dashed) notices nothing at all, since someone with
# exactly the average load never gets over the edge.
#
# Is it contagion that does it? Here is the strain of employees after five years, with the edge and
# without:

# %% tags=["nbval-check-output"]
# da: De ansattes slid efter fem år, med og uden kanten
# en: The strain of employees after five years, with the edge and without
runs = [contagion(weeks=260, tipping=edge) for edge in (True, False)]
ends = [[run.employee_mean[-1], run.average_employee[-1]] for run in runs]
edges = ["with_edge", "without_edge"]
table = pd.DataFrame(ends, edges, ["all_employees", "average_employee"])
show_table(table, LANG, caption="strain_after_five", rows="world")

# %% [markdown] lang="da"
# Kanten er antagelsen fra [lektion 6](06_year.ipynb): at slid svækker selve restitutionen. Med den
# skiller gennemsnittet og alle de rigtige mennesker sig fra hinanden; uden den er de to veje ens. Det
# er altså **ikke smitten, der får gennemsnittet til at lyve, men kanten**. Smitten bærer det videre
# fra lederne til de ansatte.

# %% [markdown] lang="en"
# The edge is the assumption of [lesson 6](06_year.ipynb): that strain weakens recovery itself. With
# it the mean and all the real people part ways; without it both ways agree. So it is **not contagion
# that makes the mean mislead, but the edge**. Contagion carries it on from the leaders to the
# employees.

# %% [markdown] lang="da"
# ## Udforsk
# ### Giv jeres bud (to og to, 3 minutter)
# 1. Slukker I for al smitte, samler lederne sig så om gennemsnittet?
# 2. Gør I nogle team meget store og andre små, men lader lederne være lige mange: Får *lederne* det
#    bedre eller værre i gennemsnit? Og de *ansatte*?

# %% [markdown] lang="en"
# ## Explore
# ### Make your prediction (in pairs, 3 minutes)
# 1. If you switch off all contagion, do the leaders gather around the mean?
# 2. If you make some teams very large and others small, with as many leaders as before: are the
#    *leaders* better or worse off on average? And the *employees*?

# %%
# da: Skru på smitten
# en: Turn the contagion
from lederlib.widget import explore_contagion

explore_contagion(lang=LANG)

# %% [markdown] lang="da"
# Ved hvert træk følger modellen alle 8.000 ansatte og deres ledere gennem to år, uge for uge.
#
# **Fire ture, og et bud før hver:**
# 1. *Sluk smitten.* Sæt de tre øverste håndtag til 0. Hvad sker der med lederne, og hvad sker der med
#    deres team?
# 2. *Kanten væk.* Tænd smitten igen, og slå antagelsen om kanten fra. Hvor bliver klumpen af?
# 3. *Spændet.* Gå fra 29 til 45 medarbejdere pr. leder. Hvem tipper først? (At flere medarbejdere er
#    mere belastning, er en antagelse.)
# 4. *Ulige team.* Tilbage til 29, og gør så teamene mere og mere ulige. Hold øje med to tal på én gang:
#    ledernes gennemsnit og de ansattes. Hvorfor går de hver sin vej?

# %% [markdown] lang="en"
# At each move the model follows all 8,000 employees and their leaders through two years, week by week.
#
# **Four walks, with a prediction before each:**
# 1. *No contagion.* Set the top three levers to 0. What happens to the leaders, and what to their
#    teams?
# 2. *No edge.* Turn contagion on again and switch the assumption of an edge off. Where does the
#    cluster go?
# 3. *The span.* Go from 29 to 45 employees per leader. Who tips first? (That more employees are more
#    load is an assumption.)
# 4. *Unequal teams.* Back to 29, then make the teams more and more unequal. Watch two numbers at once:
#    the mean of the leaders and that of the employees. Why do they go opposite ways?

# %% [markdown] lang="da"
# ### Hvad hviler konklusionen på?
# Alt det ovenfor gælder midten af vores antagelser. Træk nu tempo, koblinger og kant fra deres
# intervaller. Gæt først: I hvor mange af de mulige verdener er det under halvdelen af lederne, der
# ligger nær gennemsnittet?

# %% [markdown] lang="en"
# ### What does the conclusion rest on?
# All of the above holds in the middle of our assumptions. Now draw pace, couplings and edge from their
# ranges. Guess first: in how many of the possible worlds are fewer than half of the leaders near the
# mean?

# %%
# da: 60 mulige verdener med og uden kanten, i procent
# en: 60 possible worlds with and without the edge, in per cent
drawn = [contagion_worlds(tipping=edge, draws=60) for edge in (True, False)]
share = [100 * (worlds["near"] < 0.5).mean() for worlds in drawn]
table = pd.Series(share, edges, name="no_average_leader")
show_table(table, LANG, caption="sixty_worlds", rows="world", digits=0)

# %% [markdown] lang="da"
# I de fleste verdener holder lederne sammen, og så er gennemsnittet en god beskrivelse. I omkring hver
# tredje gør de ikke, og uden kanten sker det aldrig. Om gennemsnitslederen findes, **afhænger af
# antagelser**, og ingen model kan afgøre det for jer.
#
# Men én ting kan: **at se på fordelingen i stedet for gennemsnittet**. Det koster ingenting, det
# kræver ingen antagelse, og det er rigtigt, hvad enten der er en kant eller ej. Husk blot, at en
# fordeling af få ledere kan afsløre den enkelte; derfor viser værktøjet aldrig grupper under fem.

# %% [markdown] lang="en"
# In most worlds the leaders stay together, and then the mean describes them well. In about one in three
# they do not, and without the edge it never happens. Whether the average leader exists **depends on
# assumptions**, and no model can decide it for you.
#
# But one thing can: **looking at the distribution instead of the mean**. It costs nothing, takes no
# assumption, and is right whether there is an edge or not. Only remember that the distribution of a few
# leaders may give one of them away; that is why the kit never shows groups of fewer than five.

# %% [markdown] lang="da"
# ## Reflektér
# Tal to og to, og saml op i plenum:
# - Hvilket gennemsnit bliver I styret efter lige nu, og hvem kunne gemme sig bag det?
# - Hvornår mærkede du sidst, at din egen tilstand gik videre til dit team? Og omvendt?
# - Hvem får de store team hos jer, og hvad fik de med, da de fik dem?
# - Hvis hver tiende leder er tippet: Er det så ti procent af lederne, I skal hjælpe, eller er det deres
#   medarbejdere? Hvem skal tage det op, så ingen bliver hængt ud?

# %% [markdown] lang="en"
# ## Reflect
# Talk in pairs, then gather in plenary:
# - Which mean are you steered by right now, and who might hide behind it?
# - When did you last notice that your own state went on to your team? And the other way round?
# - Who gets the large teams where you work, and what were they given along with them?
# - If one leader in ten has tipped: is it those ten per cent of leaders that you should help, or their
#   employees? Who should raise it, so that nobody is put on show?

# %% [markdown] lang="da"
# ## Øvelse
# Gå til [øvelse 7](../../exercises/da/07_contagion.ipynb): fem opgaver, omkring 25 minutter.
#
# Kilder:

# %% [markdown] lang="en"
# ## Exercise
# Go to [exercise 7](../../exercises/en/07_contagion.ipynb): five tasks, about 25 minutes.
#
# Sources:

# %%
# da: Kilderne til denne lektion
# en: The sources of this lesson
Markdown(
    f"- {source('bonnesen_2022').citation(LANG)}\n"
    f"- {source('wirtz_2017').citation(LANG)}"
)

# %% [markdown] lang="da"
# Hvis du fik lov at se én fordeling i stedet for ét gennemsnit i din egen organisation i morgen,
# hvilken skulle det så være?

# %% [markdown] lang="en"
# If you could see one distribution instead of one mean in your own organisation tomorrow, which would
# it be?
