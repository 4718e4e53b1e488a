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
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9))
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
write.csv(do.call(rbind, rows), "tests/reference/agreement.csv", row.names = FALSE,
          quote = FALSE, eol = "\n")
