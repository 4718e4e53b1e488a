# Models of two levels by lavaan, and level-specific reliability.
# Run from the project's folder: Rscript tests/reference/levels.R
suppressMessages({
  library(lavaan)
  library(semTools)
})
read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))
# The saturated model is found by EM, which lavaan ends early unless told.
control <- list(rel.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
patient <- list(em.h1.iter.max = 100000L, em.h1.tol = 1e-11)
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
  alike = list("level: 1\n fw =~ y1 + y2 + y3\nlevel: 2\n fb =~ y1 + y2 + y3\n", "levels_alike")
)
estimates <- measures <- rows <- list()
for (name in names(models)) {
  model <- models[[name]]
  table <- read_table(model[[2]])
  asked <- c(list(model[[1]], data = table, cluster = "unit", control = control), patient, model[-(1:2)])
  fit <- do.call("cfa", asked)
  found <- subset(parameterEstimates(fit, standardized = TRUE), op != ":=")
  estimates[[name]] <- data.frame(model = name, found[c("lhs", "op", "rhs", "level", "est", "se", "std.all")])
  kinds <- c("chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "rmsea", "rmsea.ci.lower",
             "rmsea.ci.upper", "srmr", "srmr_within", "srmr_between", "aic", "bic", "logl", "unrestricted.logl", "npar")
  measures[[name]] <- data.frame(model = name, quantity = kinds, value = sprintf("%.16g", fitMeasures(fit, kinds)))
  share <- lavInspect(fit, "icc")
  measures[[paste(name, "icc")]] <- data.frame(model = name, quantity = paste("icc", names(share)), value = sprintf("%.16g", share))
  if (name == "tied") {
    row <- subset(parameterEstimates(fit), label == "icc")
    measures[["factor"]] <- data.frame(model = name, quantity = c("factor_icc", "factor_icc_se"), value = sprintf("%.16g", c(row$est, row$se)))
  }
  # Turned on, the levels move lavaan's own figure.
  alone <- cfa(if (name == "alike") "f =~ y1 + y2 + y3" else "f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6", table)
  stopifnot(abs(fitMeasures(alone, "logl") - fitMeasures(fit, "logl")) > 1)
  if (name %in% c("balanced", "unbalanced")) {
    omega <- suppressWarnings(suppressMessages(semTools::reliability(fit)))
    print(omega)
  }
}
stopifnot(any(abs(estimates$unit_variance$est - estimates$unbalanced$est) > .1))
write.csv(do.call(rbind, estimates), "tests/reference/levels_estimates.csv", row.names = FALSE, quote = FALSE, eol = "\n")
write.csv(do.call(rbind, measures), "tests/reference/levels_measures.csv", row.names = FALSE, quote = FALSE, eol = "\n")
