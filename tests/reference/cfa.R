# Figures of lavaan that the tests of lederlib/measure/cfa are held against.
# Run from the project's folder: Rscript tests/reference/cfa.R
suppressMessages(library(lavaan))
options(digits = 17, warn = 1)

folder <- "tests/reference"
table_of <- function(name) read.csv(file.path(folder, "tables", paste0(name, ".csv")))
three <- "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"
second <- paste(three, "g =~ f1 + f2 + f3", sep = "\n")
tied <- "f1 =~ a*y1 + a*y2 + y3 + b*y4
f2 =~ 0.8*y5 + y6 + b*y7 + y8
f3 =~ y9 + y10 + y11 + y12
y1 ~~ y5
f1 ~~ 0*f3
y9 ~~ v*y9
y10 ~~ v*y10
y2 ~ 1"
grouped <- "f1 =~ y1 + c(a, a)*y2 + y3 + y4
f2 =~ y5 + c(b, b)*y6 + c(0.9, NA)*y7 + y8
y5 ~ c(m, m)*1
y6 ~ c(n, n)*1
f2 ~ c(0, NA)*1
y1 ~~ c(u, v)*y1
u == v"
graded <- "f1 =~ y1 + c(a, a)*y2 + y3 + y4
f2 =~ y5 + c(b, b)*y6 + y7 + y8
y2 | c(p, p)*t1 + c(q, q)*t2 + c(r, r)*t3 + c(s, s)*t4
y2 ~*~ c(1, NA)*y2
y2 ~ c(0, NA)*1
y1 | c(m, m)*t1
y1 ~~ y6"
climate <- "climate =~ g1 + g2 + g3 + g4 + g5"

# The optimiser runs until it cannot move; lavaan then calls it "not converged", which is
# overruled, and the gradient at the end is shown instead.
tight <- list(rel.tol = 1e-14, abs.tol = 0, x.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
# With equal parameters in these weights the tight search gives up at once.
looser <- list(rel.tol = 1e-10)
cases <- list(
  ml_continuous = list(three, "continuous"),
  ml_five_points = list(three, "five_points", std.lv = TRUE),
  ml_second_order = list(second, "continuous"),
  ml_second_order_std = list(second, "five_points", std.lv = TRUE),
  ml_tied = list(tied, "continuous", std.lv = TRUE),
  ml_listwise = list(three, "missing_at_random"),
  ml_two_groups = list(three, "two_groups", group = "profession"),
  ml_grouped = list(grouped, "two_groups", group = "profession"),
  ml_climate = list(climate, "forty_groups"),
  fiml = list(three, "missing_at_random", missing = "fiml"),
  fiml_complete = list(three, "continuous", missing = "fiml"),
  mlr_continuous = list(three, "continuous", estimator = "MLR"),
  mlr_skewed = list(three, "skewed", estimator = "MLR"),
  mlr_two_groups = list(three, "two_groups", estimator = "MLR", group = "profession"),
  mlr_grouped = list(grouped, "two_groups", estimator = "MLR", group = "profession"),
  mlr_fiml = list(three, "missing_at_random", estimator = "MLR", missing = "fiml"),
  mlr_cluster = list(climate, "forty_groups", estimator = "MLR", cluster = "unit"),
  mlm_skewed = list(three, "skewed", estimator = "MLM"),
  wlsmv_five_points = list(three, "five_points", estimator = "WLSMV"),
  wlsmv_three_points = list(three, "three_points", estimator = "WLSMV", std.lv = TRUE),
  wlsmv_skewed = list(three, "skewed", estimator = "WLSMV"),
  wlsmv_climate = list(climate, "forty_groups", estimator = "WLSMV"),
  wlsmv_second_order = list(second, "five_points", estimator = "WLSMV"),
  wlsmv_two_groups = list(three, "two_groups_ordered", estimator = "WLSMV", group = "profession"),
  wlsmv_graded = list(graded, "two_groups_ordered", estimator = "WLSMV", group = "profession", ordered = paste0("y", 1:8), control = looser),
  wlsmv_mixed = list(three, "five_points", estimator = "WLSMV", ordered = paste0("y", 1:6))
)

fit_case <- function(case) {
  data <- table_of(case[[2]])
  arguments <- case[-(1:2)]
  if (identical(arguments$estimator, "WLSMV") && is.null(arguments$ordered)) {
    arguments$ordered <- setdiff(names(data), c("profession", "unit"))
  }
  if (is.null(arguments$control)) arguments$control <- tight
  arguments <- c(list(model = case[[1]], data = data, optim.force.converged = TRUE), arguments)
  if (identical(arguments$missing, "fiml")) {
    arguments$em.h1.tol <- 1e-13
    arguments$em.h1.iter.max <- 20000L
  }
  do.call("cfa", arguments)
}

kept <- c(outer(c("chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper"), c("", ".scaled", ".robust"), paste0),
  "chisq.scaling.factor", "srmr", "aic", "bic", "logl", "npar", "ntotal")
fits <- suppressWarnings(lapply(cases, fit_case))
for (name in names(fits)) cat(name, max(abs(lavTech(fits[[name]], "gradient"))), "\n")
measures <- do.call(rbind, lapply(names(fits), function(name) {
  value <- fitMeasures(fits[[name]])
  value <- value[names(value) %in% kept]
  data.frame(case = name, quantity = names(value), value = as.numeric(value))
}))
estimates <- do.call(rbind, lapply(names(fits), function(name) {
  rows <- parameterEstimates(fits[[name]], standardized = TRUE, remove.eq = TRUE, remove.system.eq = TRUE)
  rows <- rows[rows$op %in% c("=~", "~~", "~1", "|", "~*~"), ]
  group <- if (is.null(rows$group)) 1L else rows$group
  data.frame(case = name, rows[c("lhs", "op", "rhs")], group = group, rows[c("est", "se")], std = rows$std.all)
}))
shown <- c("ml_continuous", "ml_two_groups", "ml_second_order", "wlsmv_five_points", "wlsmv_two_groups")
gains <- do.call(rbind, lapply(shown, function(name) {
  rows <- modindices(fits[[name]], op = c("=~", "~~"))
  group <- if (is.null(rows$group)) 1L else rows$group
  rows <- data.frame(case = name, rows[c("lhs", "op", "rhs")], group = group, rows[c("mi", "epc")])
  head(rows[order(-rows$mi), ], 20)
}))
shown <- c("ml_continuous", "fiml", "ml_two_groups", "wlsmv_five_points", "wlsmv_mixed")
scores <- do.call(rbind, lapply(shown, function(name) {
  value <- lavPredict(fits[[name]])
  if (is.list(value)) value <- value[[1]]
  data.frame(case = name, row = 1:5, value[1:5, ])
}))
plain <- function(table) { for (column in names(table)) if (is.numeric(table[[column]])) table[[column]] <- sprintf("%.15g", table[[column]]); table }
write.csv(plain(measures), file.path(folder, "cfa_measures.csv"), row.names = FALSE, quote = FALSE)
write.csv(plain(gains), file.path(folder, "cfa_gains.csv"), row.names = FALSE, quote = FALSE)
write.csv(plain(scores), file.path(folder, "cfa_scores.csv"), row.names = FALSE, quote = FALSE)
write.csv(plain(estimates), file.path(folder, "cfa_estimates.csv"), row.names = FALSE, quote = FALSE)
