# Residual correlations of two kinds, by lavaan. An error covariance across factors keeps
# the model from giving the items their own variances back, so that the kinds differ.
# Run from the project's folder: Rscript tests/reference/residuals.R
suppressMessages(library(lavaan))
data <- read.csv("tests/reference/tables/skewed.csv")
model <- "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8\ny1 ~~ y5"
fit <- cfa(model, data)
kinds <- c(bentler = "cor.bentler", bollen = "cor")
of <- lapply(kinds, function(kind) unclass(residuals(fit, type = kind)$cov))
stopifnot(max(abs(of$bentler - of$bollen)) > 1e-4)
pairs <- which(upper.tri(of$bentler, diag = TRUE), arr.ind = TRUE)
names <- rownames(of$bentler)
rows <- data.frame(item = names[pairs[, 1]], other = names[pairs[, 2]],
                   bentler = sprintf("%.17g", of$bentler[pairs]),
                   bollen = sprintf("%.17g", of$bollen[pairs]))
write.csv(rows, "tests/reference/residuals.csv", row.names = FALSE, quote = FALSE)
