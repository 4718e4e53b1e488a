# Reliability by psych and semTools.
# Run from the project's folder: Rscript tests/reference/reliability.R
suppressMessages({
  library(psych)
  library(lavaan)
  library(semTools)
})

read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))
groups <- read_table("two_groups")
tables <- list(
  continuous = read_table("continuous"),
  five_points = read_table("five_points"),
  three_points = read_table("three_points"),
  missing_at_random = na.omit(read_table("missing_at_random")),
  skewed = read_table("skewed"),
  two_groups = groups[1:12],
  teachers = groups[groups$profession == "teacher", 1:11],
  forty_groups = read_table("forty_groups")[1:5]
)

rows <- list()
note <- function(table, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(table = table, quantity = quantity, value = sprintf("%.16g", value))
}

for (name in names(tables)) {
  data <- tables[[name]]
  covariance <- cov(data)
  of <- suppressWarnings(suppressMessages(psych::alpha(data, check.keys = FALSE)))
  feldt <- alpha.ci(of$total$raw_alpha, nrow(data), ncol(data), p.val = 0.05)
  note(name, c("alpha", "standardized", "mean_correlation"), unlist(of$total[c("raw_alpha", "std.alpha", "average_r")]))
  note(name, c("low", "high"), c(feldt$lower.ci, feldt$upper.ci))
  note(name, paste("dropped", names(data)), of$alpha.drop$raw_alpha)
  note(name, paste("item_rest", names(data)), of$item.stats$r.drop)
  halves <- suppressWarnings(splitHalf(covariance, raw = TRUE, brute = TRUE, covar = TRUE, check.keys = FALSE))
  note(name, c("lambda2", "lambda6", "lambda4", "lowest", "mean"), c(halves$lambda2, halves$lambda6, halves$maxrb, halves$minrb, halves$meanr))
  note(name, "median", median(halves$raw))
  old <- suppressWarnings(suppressMessages(guttman(cor(data))))
  note(name, paste0("correlated_lambda", c(1, 2, 3, 5, 6)), unlist(old[paste0("lambda.", c(1, 2, 3, 5, 6))]))
}

# Omega, HTMT and the figures of a fitted model, where three factors of four items stand.
model <- "f1 =~ y1 + y2 + y3 + y4
          f2 =~ y5 + y6 + y7 + y8
          f3 =~ y9 + y10 + y11 + y12"
for (name in c("continuous", "five_points", "three_points", "missing_at_random", "skewed", "two_groups")) {
  data <- tables[[name]]
  for (count in 2:3) {
    of <- suppressWarnings(suppressMessages(omega(cor(data), nfactors = count, fm = "ml", plot = FALSE, n.obs = nrow(data))))
    note(name, paste0(c("omega_total", "omega_hierarchical"), count), c(of$omega.tot, of$omega_h))
  }
  ratios <- htmt(model, data, htmt2 = TRUE)
  note(name, c("htmt2 f1 f2", "htmt2 f1 f3", "htmt2 f2 f3"), ratios[lower.tri(ratios)])
  ratios <- htmt(model, data, htmt2 = FALSE)
  note(name, c("htmt f1 f2", "htmt f1 f3", "htmt f2 f3"), ratios[lower.tri(ratios)])
  if (name %in% c("five_points", "three_points")) {
    ordered <- cfa(model, data, ordered = TRUE, estimator = "WLSMV")
    note(name, paste("ordered", c("f1", "f2", "f3")), unlist(compRelSEM(ordered, obs.var = FALSE, ord.scale = FALSE)))
    ratios <- suppressWarnings(htmt(model, data, htmt2 = TRUE, ordered = names(data)))
    note(name, c("polychoric f1 f2", "polychoric f1 f3", "polychoric f2 f3"), ratios[lower.tri(ratios)])
  }
  tight <- list(iter.max = 10000, rel.tol = 1e-14, x.tol = 1e-14)
  fit <- cfa(model, data, control = tight)
  note(name, paste("composite", c("f1", "f2", "f3")), unlist(compRelSEM(fit, obs.var = FALSE)))
  standard <- cfa(model, as.data.frame(scale(data)), control = tight)
  note(name, paste("ave", c("f1", "f2", "f3")), unlist(AVE(standard, obs.var = FALSE)))
  one <- cfa(paste("g =~", paste(names(data), collapse = "+")), data, control = tight)
  note(name, "omega_cfa", unlist(compRelSEM(one, obs.var = FALSE)))
}
write.csv(do.call(rbind, rows), "tests/reference/reliability.csv", row.names = FALSE, quote = FALSE)
