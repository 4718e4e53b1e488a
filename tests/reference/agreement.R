# Agreement and multilevel figures of forty_groups, from R.
# Run from the project's folder: Rscript tests/reference/agreement.R
suppressMessages({library(multilevel); library(psych); library(lme4)})
table <- read.csv("tests/reference/tables/forty_groups.csv")
items <- table[paste0("g", 1:5)]
unit <- table$unit
rows <- list()
add <- function(what, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(what = what, quantity = quantity,
                                          value = sprintf("%.17g", value))
}
score <- rowMeans(items)
fit <- aov(score ~ as.factor(unit))
sizes <- as.vector(table(unit))
squares <- summary(fit)[[1]][, 3]
n0 <- (sum(sizes) - sum(sizes^2) / sum(sizes)) / (length(sizes) - 1)
add("icc", c("icc1", "icc2", "icc1_n0", "f", "p"),
    c(ICC1(fit), ICC2(fit), (squares[1] - squares[2]) / (squares[1] + (n0 - 1) * squares[2]),
      summary(fit)[[1]][1, 4], summary(fit)[[1]][1, 5]))
# Five people from every unit that has them: groups of one size, where psych applies.
kept <- unlist(lapply(split(seq_along(unit), unit), function(i) if (length(i) >= 5) i[1:5]))
wide <- t(sapply(split(score[kept], unit[kept]), identity))
even <- ICC(wide, lmer = FALSE)$results
full <- ICC(wide, lmer = FALSE)
add("icc_even", c("icc1", "icc1_low", "icc1_high", "icc2", "icc2_low", "icc2_high"),
    c(even["Single_raters_absolute", "ICC"], even["Single_raters_absolute", "lower bound"],
      even["Single_raters_absolute", "upper bound"], even["Average_raters_absolute", "ICC"],
      even["Average_raters_absolute", "lower bound"], even["Average_raters_absolute", "upper bound"]))
by_unit <- function(what, found) add(what, found[, 1], found[, 2])
by_unit("rwg_j", rwg.j(items, unit, ranvar = 2))
by_unit("rwg_j_heavy", rwg.j(items, unit, ranvar = 0.44))
by_unit("r_star_wg", rwg.j.lindell(items, unit, ranvar = 2))
by_unit("ad_mean", ad.m(items, unit, type = "mean"))
by_unit("ad_median", ad.m(items, unit, type = "median"))
# g5 explained by g1, with a random intercept, and with a random slope as well.
table$x <- table$g1 - mean(table$g1)
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-9))
model <- function(what, formula, reml) {
  found <- lmer(formula, table, REML = reml, control = control)
  spread <- as.data.frame(VarCorr(found))
  add(what, paste0("est_", c("intercept", "g1")), fixef(found))
  add(what, paste0("se_", c("intercept", "g1")), sqrt(diag(as.matrix(vcov(found)))))
  add(what, "loglik", as.numeric(logLik(found)))
  add(what, ifelse(is.na(spread$var2), ifelse(spread$grp == "Residual", "residual",
      ifelse(spread$var1 == "(Intercept)", "intercept", "slope")), "covariance"), spread$vcov)
}
model("intercept_reml", g5 ~ x + (1 | unit), TRUE)
model("intercept_ml", g5 ~ x + (1 | unit), FALSE)
model("slope_reml", g5 ~ x + (x | unit), TRUE)
model("slope_ml", g5 ~ x + (x | unit), FALSE)
# 95 % intervals of the variances: lme4 profiles the full likelihood, as standard
# deviations; of the restricted one the profile of theta gives the ICC's.
square <- function(found) {
  ends <- confint(found, parm = "theta_", oldNames = FALSE, quiet = TRUE)^2
  ends[!grepl("^cor", rownames(ends)), , drop = FALSE]
}
ends <- function(what, formula, names) {
  found <- suppressWarnings(square(lmer(formula, table, REML = FALSE, control = control)))
  add(what, c(paste0("low_", names), paste0("high_", names)), c(found[, 1], found[, 2]))
}
ends("intercept_ml", g5 ~ x + (1 | unit), c("intercept", "residual"))
ends("slope_ml", g5 ~ x + (x | unit), c("intercept", "slope", "residual"))
share <- function(what, reml) {
  found <- lmer(g5 ~ x + (1 | unit), table, REML = reml, control = control)
  deviance <- lmer(g5 ~ x + (1 | unit), table, REML = reml, devFunOnly = TRUE)
  best <- getME(found, "theta")
  rise <- function(theta) deviance(theta) - deviance(best) - qchisq(.95, 1)
  theta <- c(uniroot(rise, c(0, best), tol = 1e-12)$root,
             uniroot(rise, c(best, 5), tol = 1e-12)$root)
  add(what, c("icc_low", "icc_high"), theta^2 / (1 + theta^2))
}
share("intercept_reml", TRUE)
share("intercept_ml", FALSE)
# Turned on, each option moves lme4's own figure.
held <- do.call(rbind, rows)
figure <- function(what, quantity)
  as.numeric(held$value[held$what == what & held$quantity == quantity])
stopifnot(abs(figure("intercept_reml", "loglik") - figure("intercept_ml", "loglik")) > 1,
          abs(figure("intercept_reml", "icc_high") - figure("intercept_ml", "icc_high")) > .001,
          figure("slope_reml", "loglik") - figure("intercept_reml", "loglik") > .1)
# Fits that lme4 calls singular: groups alike, and level and slope that go together.
table$alike <- as.vector(table$g3 - ave(table$g3, unit)) + 3
number <- as.numeric(as.factor(unit))
table$together <- table$alike + (1 + table$x) * number / 20
singular <- function(what, formula) {
  found <- lmer(formula, table, REML = TRUE, control = control)
  stopifnot(isSingular(found))
  add(what, c("deviance", "theta_least"), c(REMLcrit(found), min(getME(found, "theta"))))
}
suppressMessages({
  singular("singular_intercept", alike ~ x + (1 | unit))
  singular("singular_slope", together ~ x + (x | unit))
})
write.csv(do.call(rbind, rows), "tests/reference/agreement.csv", row.names = FALSE,
          quote = FALSE, eol = "\n")
