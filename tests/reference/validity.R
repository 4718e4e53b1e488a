# Test–retest and criterion correlations, from R's cor.test and psych.
# Run from the project's folder: Rscript tests/reference/validity.R
suppressMessages(library(psych))
table <- read.csv("tests/reference/tables/continuous.csv")
graded <- read.csv("tests/reference/tables/five_points.csv")
rows <- list()
add <- function(what, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(what = what, quantity = quantity,
                                          value = sprintf("%.17g", value))
}
twice <- table[c("y1", "y2")]
test <- cor.test(twice$y1, twice$y2)
add("retest", c("r", "r_low", "r_high"), c(test$estimate, test$conf.int))
found <- ICC(twice, lmer = FALSE)$results
names <- c(agreement = "Single_random_raters", consistency = "Single_fixed_raters")
for (name in names(names)) add("retest", paste0(name, c("", "_low", "_high")),
  unlist(found[names[[name]], c("ICC", "lower bound", "upper bound")]))
moved <- t.test(twice$y2, twice$y1, paired = TRUE)
add("retest", c("change", "change_low", "change_high"), c(moved$estimate, moved$conf.int))
score <- rowMeans(table[paste0("y", 1:4)])
for (name in c("y5", "y9")) {
  test <- cor.test(score, table[[name]], conf.level = 0.9)
  corrected <- correct.cor(matrix(c(1, test$estimate, test$estimate, 1), 2), c(0.8, 0.7))[1, 2]
  add(name, c("r", "low", "high", "p", "corrected"),
      c(test$estimate, test$conf.int, test$p.value, corrected))
}
rank <- cor(graded$y1, graded$y5, method = "spearman")
reach <- qnorm(0.975) * sqrt((1 + rank^2 / 2) / (nrow(graded) - 3))
add("ranks", c("r", "low", "high"), c(rank, tanh(atanh(rank) + c(-reach, reach))))
write.csv(do.call(rbind, rows), "tests/reference/validity.csv", row.names = FALSE, quote = FALSE)
