# Numbers needed and power, from R's power.t.test and semTools.
# Run from the project's folder: Rscript tests/reference/planning.R
suppressMessages(library(semTools))
rows <- list()
add <- function(what, first, second, third, value) {
  rows[[length(rows) + 1]] <<- data.frame(what = what, first = first, second = second,
                                          third = third, value = sprintf("%.17g", value))
}
for (df in c(5, 51, 300)) {
  add("cfa_n", df, 0.05, 0.08, findRMSEAsamplesize(0.05, 0.08, df, 0.8))
  add("cfa_n", df, 0.08, 0.05, findRMSEAsamplesize(0.08, 0.05, df, 0.8))
  for (n in c(60, 400)) add("cfa_power", df, n, 0, findRMSEApower(0.05, 0.08, df, n))
}
for (d in c(0.3, 0.5, 0.8)) {
  add("difference_n", d, 0, 0, ceiling(power.t.test(delta = d, power = 0.8)$n))
  add("difference_power", d, 20, 0, power.t.test(n = 20, delta = d, strict = TRUE)$power)
}
for (n in c(10, 40)) {
  add("halves", n, 0, 0, power.t.test(n = n / 2, power = 0.8)$delta)
  add("change", n, 0, 0, power.t.test(n = n, power = 0.8, type = "paired")$delta)
  test <- prop.test(n / 2, n, correct = FALSE)$conf.int
  add("share", n, 0, 0, test[1])
}
write.csv(do.call(rbind, rows), "tests/reference/planning.csv", row.names = FALSE, quote = FALSE)
