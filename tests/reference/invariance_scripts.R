# Figures of lavaan that the steps of scripts with markers, fixed and free variances and
# means, labels and second-order factors are held against.
# Run from the project's folder: Rscript tests/reference/invariance_scripts.R
suppressMessages({library(lavaan); library(semTools)})
options(digits = 17, warn = 1)

folder <- "tests/reference"
table_of <- function(name) read.csv(file.path(folder, "tables", paste0(name, ".csv")))
tight <- list(rel.tol = 1e-14, abs.tol = 0, x.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
rows <- list()
note <- function(model, estimator, step, value) {
  rows[[length(rows) + 1]] <<- data.frame(model = gsub("\n", "; ", model), estimator = estimator, step = step,
                                          chisq = value[["chisq"]], df = value[["df"]])
}

steps <- list(configural = "none", metric = "loadings", scalar = c("loadings", "intercepts"),
              strict = c("loadings", "intercepts", "residuals"))
run <- function(model, estimator = "ML") for (step in names(steps)) {
  fit <- suppressWarnings(cfa(model, table_of("two_groups"), group = "profession", group.equal = steps[[step]],
                              estimator = estimator, control = tight, optim.force.converged = TRUE))
  note(model, estimator, step, fitMeasures(fit, c("chisq", "df")))
}
one <- "f1 =~ y1 + y2 + y3 + y4"
two <- paste(one, "f2 =~ y5 + y6 + y7 + y8", sep = "\n")
three <- paste(two, "f3 =~ y9 + y10 + y11 + y12", sep = "\n")
second <- paste(three, "g =~ f1 + f2 + f3", sep = "\n")
for (model in c(
  two,
  "f1 =~ 1*y1 + y2 + y3 + y4\nf2 =~ 1*y5 + y6 + y7 + y8",
  "f1 =~ y1 + y2 + y3 + y4\nf2 =~ NA*y5 + y6 + 1*y7 + y8",
  "f1 =~ y1 + 1*y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8",
  "f1 =~ NA*y1 + y2 + y3 + y4\nf1 ~~ 1*f1\nf2 =~ y5 + y6 + y7 + y8",
  "f1 =~ y1 + y2 + y3 + y4\nf1 ~~ 1*f1\nf2 =~ y5 + y6 + y7 + y8",
  paste(two, "f1 ~~ f1\nf2 ~~ NA*f2", sep = "\n"),
  paste(two, "f1 ~~ c(0.8, 0.6)*f1", sep = "\n"),
  paste(two, "f1 ~~ 0*f2", sep = "\n"),
  paste(two, "f1 ~~ 0.2*f2", sep = "\n"),
  paste(two, "f1 ~ 0*1", sep = "\n"),
  paste(two, "f1 ~ NA*1\ny1 ~ 0*1", sep = "\n"),
  paste(two, "y1 ~~ y2\ny3 ~~ 0.4*y3", sep = "\n"),
  paste(two, "y2 ~ c(3, NA)*1", sep = "\n"),
  "f1 =~ y1 + l*y2 + y3 + y4\nf2 =~ y5 + l*y6 + y7 + y8",
  "f1 =~ y1 + c(l1, l2)*y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8",
  "f1 =~ y1 + c(0.8, NA)*y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8",
  "f1 =~ y1 + c(NA, 0.8)*y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8",
  "f1 =~ y1 + y2 + y3\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y4",
  # Without a mean of its own a second-order factor can be told from those it measures.
  paste(second, "g ~ 0*1", sep = "\n"),
  paste(second, "f1 ~ 0*1\nf2 ~ 0*1\nf3 ~ 0*1", sep = "\n"),
  paste(three, "g =~ 1*f1 + 1*f2 + f3\ng ~ 0*1", sep = "\n"),
  paste(two, "g =~ f1 + f2 + y9 + y10", sep = "\n")
)) run(model)
run("f1 =~ 1*y1 + y2 + y3 + y4\nf2 =~ 1*y5 + y6 + y7 + y8", "MLR")

# Ordered answers, after Wu and Estabrook; semTools itself identifies the factors.
ordered_steps <- list(configural = NULL, thresholds = "thresholds", loadings = c("thresholds", "loadings"),
                      intercepts = c("thresholds", "loadings", "intercepts"),
                      strict = c("thresholds", "loadings", "intercepts", "residuals"))
for (step in names(ordered_steps)) {
  arguments <- list(two, data = table_of("two_groups_ordered"), ordered = paste0("y", 1:8), group = "profession",
                    ID.fac = "std.lv", ID.cat = "Wu.Estabrook.2016", parameterization = "theta", return.fit = TRUE,
                    estimator = "WLSMV", control = tight, optim.force.converged = TRUE)
  if (!is.null(ordered_steps[[step]])) arguments$group.equal <- ordered_steps[[step]]
  fit <- suppressWarnings(do.call("measEq.syntax", arguments))
  note(two, "WLSMV", step, fitMeasures(fit, c("chisq", "df")))
}

# Where the scale of 2001 is not positive, that of 2010 is. Markers, since semTools' and
# lavaan's way of 2010 puts the narrower model's estimates into the wider one as they are.
found <- list()
data <- table_of("heavy_tails")
few <- "f1 =~ y1 + y2 + y3 + y4"
fits <- lapply(steps, function(step) suppressWarnings(cfa(few, data, group = "profession", group.equal = step, estimator = "MLR",
                                                          control = tight, optim.force.converged = TRUE)))
for (place in 2:4) for (method in c("satorra.bentler.2001", "satorra.bentler.2010")) {
  test <- try(suppressWarnings(lavTestLRT(fits[[place - 1]], fits[[place]], method = method)), silent = TRUE)
  value <- if (inherits(test, "try-error")) NA else test[2, "Chisq diff"]
  found[[length(found) + 1]] <- data.frame(step = names(steps)[place], method = method, chisq = value)
}

# Residual correlations of both kinds, where the model does not reproduce the variances.
strict <- cfa(two, table_of("two_groups"), group = "profession", group.equal = steps$strict, std.lv = TRUE, control = tight)
left <- list()
for (kind in c("bentler", "bollen")) for (place in 1:2) {
  table <- unclass(lavResiduals(strict, type = paste0("cor.", kind))[[place]]$cov)
  for (one in 2:8) for (other in 1:(one - 1))
    left[[length(left) + 1]] <- data.frame(kind = kind, group = place, item = paste0("y", other), other = paste0("y", one), residual = table[one, other])
}

plain <- function(table) { for (column in names(table)) if (is.numeric(table[[column]])) table[[column]] <- sprintf("%.15g", table[[column]]); table }
write.csv(plain(do.call(rbind, rows)), file.path(folder, "invariance_scripts.csv"), row.names = FALSE)
write.csv(plain(do.call(rbind, found)), file.path(folder, "invariance_scaled.csv"), row.names = FALSE)
write.csv(plain(do.call(rbind, left)), file.path(folder, "invariance_residuals.csv"), row.names = FALSE)
