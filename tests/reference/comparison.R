# The difference of two nested models as lavaan's anova gives it, by estimator.
# Run from the project's folder: Rscript tests/reference/comparison.R
suppressMessages(library(lavaan))
data <- read.csv("tests/reference/tables/five_points.csv")
wide <- "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"
narrow <- "f =~ y1 + a*y2 + a*y3 + a*y4\ng =~ y5 + y6 + y7 + y8"
tight <- list(rel.tol = 1e-14, abs.tol = 0, x.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
rows <- lapply(c("ML", "MLR", "WLSMV"), function(estimator) {
  ordered <- if (estimator == "WLSMV") paste0("y", 1:8)
  fits <- suppressWarnings(lapply(list(wide, narrow), cfa, data = data, estimator = estimator, ordered = ordered, control = tight, optim.force.converged = TRUE))
  test <- anova(fits[[1]], fits[[2]])
  data.frame(estimator = estimator, chi2 = test[2, "Chisq diff"], df = test[2, "Df diff"], p = test[2, "Pr(>Chisq)"],
             aic = if (is.null(ordered)) AIC(fits[[2]]) else NA)
})
write.csv(do.call(rbind, rows), "tests/reference/comparison.csv", row.names = FALSE, quote = FALSE)
