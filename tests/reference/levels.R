# Models of two levels by lavaan, and level-specific reliability.
# Run from the project's folder: Rscript tests/reference/levels.R
suppressMessages({
  library(lavaan)
  library(semTools)
})
read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))
control <- list(rel.tol = 1e-10)
# lavaan's search ends a little early; Newton's steps on its own gradient finish it, and
# lavaan says the errors there.
finished <- function(fit, table) {
  model <- fit@Model
  x <- lavaan:::lav_model_get_parameters(model)
  gradient <- function(x) lavaan:::lav_model_gradient(
    lavaan:::lav_model_set_parameters(model, x), lavsamplestats = fit@SampleStats, lavdata = fit@Data)
  basis <- if (model@eq.constraints) model@eq.constraints.K else diag(length(x))
  for (step in 1:3) {
    curve <- t(basis) %*% numDeriv::jacobian(gradient, x) %*% basis
    x <- x - as.vector(basis %*% solve(curve, t(basis) %*% gradient(x)))
  }
  cells <- parTable(fit)
  free <- cells$free > 0
  cells$est[free] <- cells$start[free] <- cells$ustart[free] <- x[cells$free[free]]
  lavaan(cells, data = table, cluster = "unit", optim.method = "none", optim.force.converged = TRUE,
         test = "none", baseline = FALSE)
}
# The saturated model is found by EM, which lavaan 0.6-14 ends when a step gains less than
# 1e-4; here its own function goes on, and the tests are counted from there.
patient <- function(fit) lavaan:::lav_mvnorm_cluster_em_sat(
  YLp = fit@SampleStats@YLp[[1]], Lp = fit@Data@Lp[[1]], verbose = FALSE, tol = 1e-8, max.iter = 40000L)
within <- "level: 1\n fw1 =~ y1 + y2 + y3\n fw2 =~ y4 + y5 + y6\n"
both <- paste0(within, "level: 2\n fb =~ y1 + y2 + y3 + y4 + y5 + y6\n")
mixed <- "level: 1\n fw1 =~ y1 + y2 + y3 + w1\n fw2 =~ y4 + y5 + y6\n y1 ~~ y4
level: 2\n fb =~ y1 + y2 + y3 + y4 + y5 + y6\n trait =~ z1 + z2\n"
tied <- "level: 1\n f =~ 1*y1 + b*y2 + c*y3\n f ~~ vw*f
level: 2\n f =~ 1*y1 + b*y2 + c*y3\n f ~~ vb*f\n y1 ~~ 0*y1\n icc := vb / (vb + vw)\n"
models <- list(
  balanced = list(both, "levels_balanced"),
  unbalanced = list(both, "levels_unbalanced"),
  balanced_mixed = list(mixed, "levels_balanced"),
  unbalanced_mixed = list(mixed, "levels_unbalanced"),
  unit_variance = list(both, "levels_unbalanced", std.lv = TRUE),
  tied = list(tied, "levels_unbalanced"),
  alike = list(paste0("level: 1\n fw =~ y1 + y2 + y3 + y4 + y5 + y6\nlevel: 2\n fb =~ y1 + y2 + y3 + y4 + y5 + y6\n",
                      paste0(" y", 1:6, " ~~ e*y", 1:6, collapse = "\n"), "\n"), "levels_alike")
)
estimates <- measures <- rows <- list()
for (name in names(models)) {
  model <- models[[name]]
  table <- read_table(model[[2]])
  asked <- c(list(model[[1]], data = table, cluster = "unit", control = control), model[-(1:2)])
  fit <- do.call("cfa", asked)
  near <- suppressWarnings(finished(fit, table))
  stopifnot(abs(logLik(near) - logLik(fit)) < 1e-4)
  found <- subset(parameterEstimates(near, standardized = TRUE), op != ":=")
  estimates[[name]] <- data.frame(model = name, found[c("lhs", "op", "rhs", "level", "est", "se", "std.all")])
  kinds <- c("df", "baseline.df", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr_within",
             "srmr_between", "aic", "bic", "logl", "npar")
  every <- patient(fit)
  moved <- 2 * (every$logl - fitMeasures(fit, "unrestricted.logl"))
  stopifnot(moved > -1e-8, moved < .2)
  tests <- fitMeasures(fit, c("chisq", "baseline.chisq")) + moved
  note <- function(quantity, value)
    measures[[length(measures) + 1]] <<- data.frame(model = name, quantity = quantity, value = sprintf("%.16g", value))
  note(kinds, fitMeasures(fit, kinds))
  note(c("chisq", "baseline.chisq"), tests)
  shared <- intersect(lavNames(fit, "ov", level = 1), lavNames(fit, "ov", level = 2))
  in_within <- setNames(diag(every$Sigma.W), fit@Data@ov.names.l[[1]][[1]])[shared]
  in_between <- setNames(diag(every$Sigma.B), fit@Data@ov.names.l[[1]][[2]])[shared]
  note(paste("icc", shared), in_between / (in_between + in_within))
  if (name == "tied") {
    row <- subset(parameterEstimates(near), label == "icc")
    note(c("factor_icc", "factor_icc_se"), c(row$est, row$se))
  }
  # Turned on, the levels move lavaan's own figure.
  alone <- cfa("f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6", table)
  stopifnot(abs(fitMeasures(alone, "logl") - fitMeasures(fit, "logl")) > 1)
  if (name %in% c("balanced", "unbalanced")) {
    omega <- suppressWarnings(suppressMessages(semTools::reliability(fit)))
    told <- c(omega$within["omega2", c("fw1", "fw2")], omega$unit["omega2", 1])
    note(paste("omega", c("fw1", "fw2", "fb")), told)
  }
}
stopifnot(any(abs(estimates$unit_variance$est - estimates$unbalanced$est) > .1))
# Ordered answers of people in units are no business of lavaan 0.6-14: it takes the units
# and leaves them out without a word, so its errors are no oracle.
answers <- read_table("levels_balanced")
answers[1:3] <- lapply(answers[1:3], function(y) as.integer(cut(y, c(-Inf, 2, 3, 4, Inf))))
errors <- function(...) suppressWarnings(
  parameterEstimates(cfa("f =~ y1 + y2 + y3", answers, ordered = paste0("y", 1:3), ...))$se)
stopifnot(identical(errors(), errors(cluster = "unit")))
write.csv(do.call(rbind, estimates), "tests/reference/levels_estimates.csv", row.names = FALSE, quote = FALSE, eol = "\n")
write.csv(do.call(rbind, measures), "tests/reference/levels_measures.csv", row.names = FALSE, quote = FALSE, eol = "\n")
