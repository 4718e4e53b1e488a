# What R's summary of a fit shows beside the figures of cfa.R: the p of close fit, the
# log-likelihood of the unrestricted model and the BIC adjusted for sample size.
# Run from the project's folder: Rscript tests/reference/printed.R
library(lavaan)
answers <- read.csv("tests/reference/tables/five_points.csv")
models <- c(
  two = "f =~ y1 + y2 + y3 + y4\n g =~ y5 + y6 + y7 + y8",
  mixed = "f =~ y1 + y2 + y3 + y4 + 0.1*y5"
)
rows <- NULL
for (model in names(models)) for (estimator in c("ML", "MLR")) {
  value <- fitMeasures(cfa(models[[model]], answers, estimator = estimator))
  names <- intersect(
    c("rmsea.pvalue", "rmsea.pvalue.scaled", "unrestricted.logl", "bic2"),
    names(value)
  )
  rows <- rbind(rows, data.frame(model, estimator, name = names, value = value[names]))
}
write.csv(rows, "tests/reference/printed.csv", row.names = FALSE)
