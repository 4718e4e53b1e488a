"""The crossover model agent by agent in Mesa, as its documentation says to write it."""

import math
from collections import defaultdict

import mesa

WEEKS_PER_YEAR = 52


def first_hazard(years, frailty, rate):
    """Return the hazard of the first staff, added up over so many years."""
    return math.log(1 + years * (math.exp(frailty * rate) - 1)) / frailty


def newcomer_hazard(years, settled, ratio, settling):
    """Return the same of those who follow, since their own first day."""
    excess = (ratio - 1) * settling * (1 - math.exp(-years / settling))
    return settled * (years + excess)


def stepped(strain, wear, mend, model):
    """Return strain after one step during which its rates stand still."""
    if model.tipping:
        mend /= 1 + (strain / model.half_point) ** model.power
    pace = wear + mend
    rest = wear / pace if pace else 0.0
    return rest + (strain - rest) * math.exp(-pace)


class Leader(mesa.Agent):
    def __init__(self, model, load):
        super().__init__(model)
        self.load, self.strain, self.team = load, model.start, []
        self.more = self.less = 1.0

    def step(self):
        model = self.model
        mean = sum(each.strain for each in self.team) / len(self.team)
        felt = self.load * math.exp(model.team_feedback * (mean - model.reference))
        felt *= model.leader_load_path[model.week]
        self.strain = stepped(self.strain, model.drain * felt, model.recovery, model)
        excess = self.strain - model.reference
        self.more = math.exp(model.load_coupling * excess)
        self.less = math.exp(-model.recovery_coupling * excess)

    def leave(self):
        hazard = self.model.leader_hazard
        if self.model.leaves(hazard, self.strain):
            self.strain = self.model.newcomer_strain


class Employee(mesa.Agent):
    def __init__(self, model, leader, load):
        super().__init__(model)
        self.leader, self.load, self.strain = leader, load, model.start
        self.weeks, self.hazard = 0, model.first
        leader.team.append(self)

    def step(self):
        model, leader = self.model, self.leader
        wear = model.drain * self.load * leader.more * model.load_path[model.week]
        mend = model.recovery * leader.less
        self.strain = stepped(self.strain, wear, mend, model)

    def leave(self):
        before, after = (
            self.hazard((self.weeks + more) / WEEKS_PER_YEAR) for more in (0, 1)
        )
        self.weeks += 1
        if self.model.leaves(after - before, self.strain):
            self.strain = self.model.newcomer_strain
            self.weeks, self.hazard = 0, self.model.newcomer
            self.model.quits[-1] += 1


class CrossoverModel(mesa.Model):
    """Leaders and their teams; `loads` and `leader_loads` are one number a person."""

    start, reference, newcomer_strain = 0.25, 0.25, 0.2
    quit_reference = 0.25
    drain, recovery, half_point, power = 0.075, 0.25, 0.45, 4
    load_coupling, recovery_coupling, team_feedback = 0.6, 0.3, 0.4
    strain_to_quits = 2.0

    def __init__(
        self, sizes, loads, leader_loads, *, turnover, tipping=True, rate=0.2,
        frailty=1.0, newcomers=(0.12, 3, 0.5), leader_hazard=0.0, load_path=None,
        leader_load_path=None, seed=0,
    ):  # fmt: skip
        super().__init__(seed=seed)
        self.turnover, self.tipping = turnover, tipping
        self.first = lambda years: first_hazard(years, frailty, rate)
        self.newcomer = lambda years: newcomer_hazard(years, *newcomers)
        usual = defaultdict(lambda: 1)
        self.load_path = load_path or usual
        self.leader_load_path = leader_load_path or usual
        self.leader_hazard = leader_hazard / WEEKS_PER_YEAR
        self.quits, self.week = [], 0
        places = iter(loads)
        for size, load in zip(sizes, leader_loads, strict=True):
            leader = Leader(self, load)
            for _ in range(size):
                Employee(self, leader, next(places))
        self.leaders, self.employees = (
            self.agents_by_type[kind] for kind in (Leader, Employee)
        )
        self.collected = mesa.DataCollector(
            {
                "leader_mean": lambda model: model.leaders.agg("strain", mean),
                "employee_mean": lambda model: model.employees.agg("strain", mean),
            }
        )
        self.collected.collect(self)

    def leaves(self, hazard, strain):
        ratio = math.exp(self.strain_to_quits * (strain - self.quit_reference))
        return self.random.random() < 1 - math.exp(-hazard * ratio)

    def step(self):
        self.leaders.do("step")
        self.employees.do("step")
        self.quits.append(0)
        if self.turnover:
            self.employees.do("leave")
            self.leaders.do("leave")
        self.week += 1
        self.collected.collect(self)


def mean(values):
    return sum(values) / len(values)


def run_mesa(weeks, **world):
    """Return the model after so many weeks."""
    model = CrossoverModel(**world)
    for _ in range(weeks):
        model.step()
    return model
