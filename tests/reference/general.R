# General factors, ordinal sums and AVE by semTools and psych.
# Run from the project's folder: Rscript tests/reference/general.R
suppressMessages({
  library(lavaan)
  library(psych)
  library(semTools)
})
read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))
rows <- list()
note <- function(what, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(what = what, quantity = quantity, value = sprintf("%.16g", value))
}
tight <- list(iter.max = 10000, rel.tol = 1e-10)
groups <- "p =~ y1 + y2 + y3 + y4\nq =~ y5 + y6 + y7 + y8\nr =~ y9 + y10 + y11 + y12\n"
bifactor <- paste0("g =~ ", paste0("y", 1:12, collapse = " + "), "\n", groups)
second <- paste0(groups, "g =~ p + q + r")
table <- read_table("general")
ordered <- read_table("general_ordered")
names <- c("g", "p", "q", "r")

# Bifactor: omega hierarchical of raw sums by semTools; of standardised items, with
# ECV, by psych.
fit <- cfa(bifactor, table, orthogonal = TRUE, std.lv = TRUE, control = tight)
alone <- compRelSEM(fit, obs.var = FALSE)
note("bifactor", paste("hierarchical", names), alone[names])
total <- function(fit, items) {
  est <- lavInspect(fit, "est")
  common <- est$lambda %*% lavInspect(fit, "cov.lv") %*% t(est$lambda)
  sum(common[items, items]) / sum(fitted(fit)$cov[items, items])
}
note("bifactor", paste("total", names),
     c(total(fit, 1:12), total(fit, 1:4), total(fit, 5:8), total(fit, 9:12)))
ecv <- function(loadings) colSums(loadings^2) / sum(loadings^2)
note("bifactor", paste("ecv", names), ecv(lavInspect(fit, "std")$lambda[, names]))
# psych sets the same loadings against the observed correlations, not the implied ones.
standard <- cfa(bifactor, as.data.frame(scale(table)), orthogonal = TRUE, std.lv = TRUE, control = tight)
by_psych <- suppressWarnings(omegaFromSem(standard, plot = FALSE))
note("standardised", c("hierarchical g", "total g"), c(by_psych$omega, by_psych$omega.tot))
# The error of omega hierarchical by the delta method, as lavaan works it out.
loads <- paste0("l", 1:12)
told <- paste0("g =~ ", paste0(loads, "*y", 1:12, collapse = " + "), "\n",
  paste0(c("p", "q", "r"), " =~ ", sapply(0:2, function(k)
    paste0("k", 4 * k + 1:4, "*y", 4 * k + 1:4, collapse = " + ")), collapse = "\n"), "\n",
  paste0("y", 1:12, " ~~ e", 1:12, "*y", 1:12, collapse = "\n"), "\n",
  "omega := (", paste0(loads, collapse = "+"), ")^2/((", paste0(loads, collapse = "+"), ")^2 + (k1+k2+k3+k4)^2 + (k5+k6+k7+k8)^2 + (k9+k10+k11+k12)^2 + ",
  paste0("e", 1:12, collapse = "+"), ")")
fit <- cfa(told, table, orthogonal = TRUE, std.lv = TRUE, control = tight)
row <- subset(parameterEstimates(fit), label == "omega")
note("bifactor", c("omega", "omega_se"), c(row$est, row$se))

# Second-order: the general factor's share by semTools, ECV after Schmid and Leiman.
fit <- cfa(second, table, std.lv = TRUE, control = tight)
note("second_order", "hierarchical g", compRelSEM(fit, higher = "g", obs.var = FALSE)[["g"]])
note("second_order", "total g", total(fit, 1:12))
est <- lavInspect(fit, "std")
general <- est$lambda[, c("p", "q", "r")] %*% est$beta[c("p", "q", "r"), "g"]
own <- est$lambda[, c("p", "q", "r")] %*% sqrt(diag(diag(est$psi)[c("p", "q", "r")]))
note("second_order", "ecv g", sum(general^2) / (sum(general^2) + sum(own^2)))

# Sums of ordered answers: Green and Yang.
fit <- cfa(groups, ordered, ordered = TRUE, std.lv = TRUE, control = tight)
behind <- unlist(compRelSEM(fit, obs.var = FALSE, ord.scale = FALSE))[names[-1]]
summed <- unlist(compRelSEM(fit, obs.var = FALSE, ord.scale = TRUE))[names[-1]]
stopifnot(all(abs(behind - summed) > .01))
note("ordered", paste("composite", names[-1]), behind)
note("ordered", paste("summed", names[-1]), summed)
# One factor with loadings l in a delta parameterisation: the error from lavaan's own.
fit <- cfa("p =~ y1 + y2 + y3 + y4", ordered[1:4], ordered = TRUE, std.lv = TRUE, control = tight)
l <- coef(fit)[1:4]
of <- function(l) sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
slope <- sapply(1:4, function(k) { h <- replace(numeric(4), k, 1e-5); (of(l + h) - of(l - h)) / 2e-5 })
note("ordered_one", c("composite", "composite_se"), c(of(l), sqrt(slope %*% vcov(fit)[1:4, 1:4] %*% slope)))
fit <- cfa(bifactor, ordered, ordered = TRUE, orthogonal = TRUE, std.lv = TRUE, control = tight)
behind <- unlist(compRelSEM(fit, obs.var = FALSE, ord.scale = FALSE))[names]
summed <- unlist(compRelSEM(fit, obs.var = FALSE, ord.scale = TRUE))[names]
note("ordered_bifactor", paste("hierarchical", names), behind)
note("ordered_bifactor", paste("summed", names), summed)

# AVE in the items' units, and of standardised items: not the same.
fit <- cfa(groups, table, control = tight)
weighted <- unlist(AVE(fit, obs.var = FALSE))
loads <- lavInspect(fit, "std")$lambda
even <- colSums(loads^2) / 4
stopifnot(any(abs(weighted - even) > .01))
note("ave", paste("weighted", names[-1]), weighted[names[-1]])
note("ave", paste("standardised", names[-1]), even[names[-1]])
write.csv(do.call(rbind, rows), "tests/reference/general.csv", row.names = FALSE, quote = FALSE, eol = "\n")
