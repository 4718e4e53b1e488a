# Figures of lavaan and semTools that the tests of lederlib/measure/invariance are held
# against. Run from the project's folder: Rscript tests/reference/invariance.R
suppressMessages({library(lavaan); library(semTools)})
options(digits = 17, warn = 1)

folder <- "tests/reference"
table_of <- function(name) read.csv(file.path(folder, "tables", paste0(name, ".csv")))
three <- "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"
items <- paste0("y", 1:12)
tight <- list(rel.tol = 1e-14, abs.tol = 0, x.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
rows <- list()
scores <- list()

kept <- c("chisq", "df", "cfi", "rmsea", "srmr", "cfi.scaled", "rmsea.scaled")
note <- function(case, step, fit, before = NULL, ...) {
  value <- fitMeasures(fit)
  value <- value[names(value) %in% kept]
  if (!is.null(before) && value["df"] > fitMeasures(before, "df")) {
    test <- try(lavTestLRT(before, fit, ...), silent = TRUE)
    if (!inherits(test, "try-error")) value <- c(value, delta_chi2 = test[2, "Chisq diff"], delta_df = test[2, "Df diff"], p = test[2, "Pr(>Chisq)"])
  }
  rows[[length(rows) + 1]] <<- data.frame(case = case, step = step, quantity = names(value), value = as.numeric(value))
}

# Continuous answers: lavaan's own equality constraints.
continuous <- list(configural = NULL, metric = "loadings", scalar = c("loadings", "intercepts"),
                   strict = c("loadings", "intercepts", "residuals"))
run_continuous <- function(case, name, partial = NULL, ...) {
  before <- NULL
  for (step in names(continuous)) {
    arguments <- list(three, data = table_of(name), group = "profession", std.lv = TRUE, control = tight,
                      optim.force.converged = TRUE, ...)
    if (!is.null(continuous[[step]])) arguments$group.equal <- continuous[[step]]
    if (!is.null(partial)) arguments$group.partial <- partial
    fit <- suppressWarnings(do.call("cfa", arguments))
    note(case, step, fit, before)
    if (!is.null(before) && is.null(partial) && identical(case, "ml")) {
      found <- lavTestScore(fit)$uni
      table <- parTable(fit)
      pairs <- t(sapply(seq_len(nrow(found)), function(place) {
        own <- table[table$plabel == found$lhs[place], ]
        c(own$lhs, own$op, own$rhs)
      }))
      scores[[length(scores) + 1]] <<- data.frame(case = case, step = step, lhs = pairs[, 1], op = pairs[, 2],
                                                  rhs = pairs[, 3], chi2 = found$X2)
    }
    before <- fit
  }
}
run_continuous("ml", "two_groups")
run_continuous("mlr", "two_groups", estimator = "MLR")
run_continuous("partial", "two_groups", partial = c("f1 =~ y3", "y6 ~ 1"))

# Ordered answers, after Wu and Estabrook.
coarser <- list(five = function(x, place) x, three = function(x, place) findInterval(x, c(3, 4)) + 1,
                two = function(x, place) (x > c(2, 3, 4, 1)[(place - 1) %% 4 + 1]) + 1)
ordered_steps <- list(configural = NULL, thresholds = "thresholds", loadings = c("thresholds", "loadings"),
                      intercepts = c("thresholds", "loadings", "intercepts"),
                      strict = c("thresholds", "loadings", "intercepts", "residuals"))
run_ordered <- function(case, coarsen, steps) {
  data <- table_of("two_groups_ordered")
  data[items] <- Map(coarsen, data[items], seq_along(items))
  before <- NULL
  for (step in steps) {
    arguments <- list(three, data = data, ordered = items, group = "profession", ID.fac = "std.lv",
                      ID.cat = "Wu.Estabrook.2016", parameterization = "theta", return.fit = TRUE,
                      estimator = "WLSMV", control = tight, optim.force.converged = TRUE)
    if (!is.null(ordered_steps[[step]])) arguments$group.equal <- ordered_steps[[step]]
    fit <- suppressWarnings(do.call("measEq.syntax", arguments))
    cat(case, step, fitMeasures(fit, c("chisq", "df")), max(abs(lavTech(fit, "gradient"))), "\n")
    note(case, step, fit, before)
    before <- fit
  }
}
run_ordered("five", coarser$five, names(ordered_steps))
run_ordered("three", coarser$three, c("configural", "loadings", "intercepts", "strict"))
run_ordered("two", coarser$two, c("configural", "intercepts", "strict"))

plain <- function(table) { for (column in names(table)) if (is.numeric(table[[column]])) table[[column]] <- sprintf("%.15g", table[[column]]); table }
write.csv(plain(do.call(rbind, rows)), file.path(folder, "invariance.csv"), row.names = FALSE, quote = FALSE)
write.csv(plain(do.call(rbind, scores)), file.path(folder, "invariance_scores.csv"), row.names = FALSE, quote = FALSE)
