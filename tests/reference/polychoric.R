# Polychoric correlations, thresholds and their covariance by lavaan.
# Run from the project's folder: Rscript tests/reference/polychoric.R
suppressMessages(library(lavaan))

read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))

five <- read_table("five_points")
groups <- read_table("two_groups_ordered")
tables <- list(
  five_points = five,
  three_points = read_table("three_points"),
  skewed = read_table("skewed"),
  forty_groups = read_table("forty_groups")[1:5],
  nurses = groups[groups$profession == "nurse", 1:12],
  # Two categories, and one cell of a and b that nobody is in.
  two_points = data.frame(a = 1 + (five$y1 == 1), b = 1 + (five$y4 == 5), c = 1 + (five$y2 >= 3)),
  # Items with two, three and five categories side by side.
  uneven = data.frame(two = 1 + (five$y1 >= 3), three = cut(five$y2, c(0, 2, 3, 5), labels = FALSE), five = five$y3)
)

rows <- list()
note <- function(table, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(table = table, quantity = quantity, value = sprintf("%.16g", value))
}

for (name in names(tables)) {
  data <- tables[[name]]
  model <- paste("f =~", paste(names(data), collapse = " + "))
  fit <- suppressWarnings(cfa(model, data, estimator = "WLSMV", ordered = TRUE, std.lv = TRUE, do.fit = FALSE))
  sample <- lavInspect(fit, "sampstat")
  gamma <- lavInspect(fit, "gamma")
  r <- sample$cov
  note(name, paste("correlation", names(data)[col(r)[lower.tri(r)]], names(data)[row(r)[lower.tri(r)]]), r[lower.tri(r)])
  note(name, paste("threshold", names(sample$th)), sample$th)
  note(name, paste("gamma", seq_len(nrow(gamma)), seq_len(nrow(gamma))), diag(gamma))
  if (nrow(gamma) <= 30) {
    below <- lower.tri(gamma)
    note(name, paste("gamma", row(gamma)[below], col(gamma)[below]), gamma[below])
  }
}
write.csv(do.call(rbind, rows), "tests/reference/polychoric.csv", row.names = FALSE, quote = FALSE)
