# Figures of lavaan that the tests of lederlib's `sem` are held against.
# Run from the project's folder: Rscript tests/reference/sem.R
# For every option the script first shows that R's figure moves when it is turned on.
suppressMessages(library(lavaan))
options(digits = 17, warn = 1)

folder <- "tests/reference"
table_of <- function(name) read.csv(file.path(folder, "tables", paste0(name, ".csv")))
factors <- "trust =~ t1 + t2 + t3 + t4\nbond =~ b1 + b2 + b3 + b4"
path <- "strain ~ a*load + woman + age\nleave ~ b*strain + c*load\nindirect := a*b\ntotal := c + indirect\nshare := indirect / total"
latent <- paste(factors, "bond ~ a*trust\nleave ~ b*bond + trust\nindirect := a*b", sep = "\n")
mimic <- paste(factors, "trust ~ age + woman + load\nbond ~ woman", sep = "\n")
whole <- paste(factors, "trust ~ a*load + age\nbond ~ b*trust + woman\nstrain ~ load + trust\nleave ~ c*bond + strain\nchain := a*b*c", sep = "\n")
dif <- paste(mimic, "t1 ~ woman\nt1 ~~ b1", sep = "\n")
touching <- paste(factors, "bond ~~ leave\nstrain ~~ leave\ntrust ~~ strain", sep = "\n")
turning <- "strain ~ leave + load\nleave ~ strain + woman\nstrain ~~ leave"
above <- paste(factors, "climate =~ 1*trust + 1*bond\nclimate ~ load + age\nleave ~ climate", sep = "\n")
outcomes <- "strain ~ load + age\nleave ~ load + woman"
random <- "strain ~ load + age\nleave ~ strain + woman\nage ~~ age\nleave ~ 1"
summed <- "trust =~ t1 + p*t2 + q*t3 + r*t4\nleave ~ k*trust + l*load + m*woman\np + q == 2*r\nk == l + m"
bounded <- "strain ~ a*load + b*woman + age\nleave ~ c*strain + d*load\na > 0.8\nd < c\nproduct := exp(a) * c"
binding <- "strain ~ a*load + b*woman + age\nleave ~ c*strain + d*load\na + c < 0.6\nb > 0.1\nb < 0.2"
twice <- paste(factors, "bond ~ c(u, v)*trust\nleave ~ bond + c(w, w)*trust\napart := u - v", sep = "\n")
marked <- paste(factors, "bond ~ a*trust\nleave ~ b*bond + trust\nindirect := a*b", sep = "\n")

tight <- list(rel.tol = 1e-14, abs.tol = 0, x.tol = 1e-12, iter.max = 5000L, eval.max = 10000L)
looser <- list(rel.tol = 1e-10)
equal <- function(...) list(group = "unit", group.equal = c(...))
ordered <- c(paste0("t", 1:4), paste0("b", 1:4), "leave")
cases <- list(
  path = list(path, "structure"),
  path_mlr = list(path, "structure", estimator = "MLR"),
  path_fiml = list(path, "structure_gaps", missing = "fiml"),
  path_mlr_fiml = list(path, "structure_gaps", missing = "fiml", estimator = "MLR"),
  path_free_x = list(path, "structure", fixed.x = FALSE),
  path_free_x_fiml = list(path, "structure_gaps", fixed.x = FALSE, missing = "fiml"),
  outcomes = list(outcomes, "structure"),
  random = list(random, "structure"),
  turning = list(turning, "structure"),
  latent = list(latent, "structure"),
  latent_std = list(latent, "structure", std.lv = TRUE),
  latent_mlr_fiml = list(latent, "structure_gaps", missing = "fiml", estimator = "MLR"),
  mimic = list(mimic, "structure"),
  mimic_orthogonal = list(factors, "structure", orthogonal = TRUE),
  whole = list(whole, "structure"),
  whole_orthogonal = list(paste(factors, "bond + trust ~ load", sep = "\n"), "structure", orthogonal = TRUE),
  whole_mlr = list(whole, "structure", estimator = "MLR"),
  whole_fiml = list(whole, "structure_gaps", missing = "fiml"),
  dif = list(dif, "structure"),
  touching = list(touching, "structure"),
  above = list(above, "structure"),
  groups = list(latent, "structure", group = "unit"),
  groups_twice = list(twice, "structure", group = "unit"),
  equal_loadings = c(list(latent, "structure"), equal("loadings")),
  equal_loadings_std = c(list(latent, "structure", std.lv = TRUE), equal("loadings")),
  equal_intercepts = c(list(latent, "structure"), equal("loadings", "intercepts")),
  equal_means = c(list(latent, "structure"), equal("loadings", "intercepts", "means")),
  equal_regressions = c(list(whole, "structure"), equal("loadings", "regressions")),
  equal_residuals = c(list(latent, "structure", estimator = "MLR"), equal("loadings", "intercepts", "residuals", "regressions")),
  equal_variances = c(list(factors, "structure"), equal("loadings", "lv.variances", "lv.covariances")),
  equal_covariances = c(list(outcomes, "structure"), equal("residual.covariances")),
  equal_fiml = c(list(mimic, "structure_gaps", missing = "fiml"), equal("loadings", "intercepts")),
  summed = list(summed, "structure", control = looser),
  summed_mlr_fiml = list(summed, "structure_gaps", estimator = "MLR", missing = "fiml", control = looser),
  bounded = list(bounded, "structure"),
  binding = list(binding, "structure", control = looser),
  weighted = list(path, "structure", sampling.weights = "weight"),
  weighted_whole = list(whole, "structure", sampling.weights = "weight"),
  weighted_groups = list(latent, "structure", sampling.weights = "weight", group = "unit"),
  weighted_fiml = list(latent, "structure_gaps", sampling.weights = "weight", missing = "fiml"),
  wlsmv = list(latent, "structure_ordered", estimator = "WLSMV", ordered = ordered),
  wlsmv_orthogonal = list(factors, "structure_ordered", estimator = "WLSMV", ordered = ordered, orthogonal = TRUE),
  wlsmv_equal = c(list(factors, "structure_ordered", estimator = "WLSMV", ordered = ordered, control = looser), equal("loadings", "thresholds")),
  wlsmv_summed = list("trust =~ t1 + p*t2 + q*t3 + r*t4\nbond =~ b1 + b2 + b3 + b4\np + q == 2*r\nbond ~ trust", "structure_ordered", estimator = "WLSMV", ordered = ordered, control = looser),
  wlsmv_pairwise = list(latent, "structure_ordered_gaps", estimator = "WLSMV", ordered = ordered, missing = "pairwise"),
  wlsmv_mimic = list(mimic, "structure_ordered", estimator = "WLSMV", ordered = ordered),
  wlsmv_whole = list(paste(factors, "trust ~ a*load + age\nbond ~ b*trust + woman\nleave ~ bond + load\nchain := a*b", sep = "\n"), "structure_ordered", estimator = "WLSMV", ordered = ordered),
  wlsmv_mixed = list(whole, "structure_ordered", estimator = "WLSMV", ordered = ordered),
  wlsmv_mimic_groups = list(mimic, "structure_ordered", estimator = "WLSMV", ordered = ordered, group = "unit"),
  wlsmv_mimic_pairwise = list(mimic, "structure_ordered_gaps", estimator = "WLSMV", ordered = ordered, missing = "pairwise")
)
# What is turned off, one at a time, to show that each option moves R's figures.
options_of <- c("estimator", "missing", "fixed.x", "std.lv", "orthogonal", "group", "group.equal", "sampling.weights")

fit_case <- function(case) {
  arguments <- case[-(1:2)]
  if (is.null(arguments$control)) arguments$control <- tight
  arguments <- c(list(model = case[[1]], data = table_of(case[[2]]), optim.force.converged = TRUE), arguments)
  if (identical(arguments$missing, "fiml")) {
    arguments$em.h1.tol <- 1e-13
    arguments$em.h1.iter.max <- 20000L
  }
  do.call("sem", arguments)
}
figures_of <- function(fit) c(unclass(fitMeasures(fit, c("chisq", "npar"))), sum(abs(coef(fit))), sum(parameterEstimates(fit)$se, na.rm = TRUE))
moves <- function(name, option) {
  case <- cases[[name]]
  case[[option]] <- NULL
  if (option == "group") case$group.equal <- NULL
  if (option == "estimator" && identical(cases[[name]]$estimator, "WLSMV")) return(invisible())
  if (option == "sampling.weights" && is.null(case$estimator)) case$estimator <- "MLR"
  plain <- tryCatch(figures_of(suppressWarnings(fit_case(case))), error = function(e) Inf)
  moved <- max(abs(plain - figures_of(fits[[name]])))
  cat(sprintf("%s without %s: moved by %.2g\n", name, option, moved))
  stopifnot(moved > 1e-3)
}

kept <- c(outer(c("chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper"), c("", ".scaled", ".robust"), paste0),
  "chisq.scaling.factor", "srmr", "aic", "bic", "logl", "npar", "ntotal")
fits <- suppressWarnings(lapply(cases, fit_case))
for (name in names(fits)) cat(name, max(abs(lavTech(fits[[name]], "gradient"))), "\n")
for (name in names(cases)) for (option in intersect(names(cases[[name]]), options_of)) moves(name, option)
# Constraints move the fit too.
for (name in c("summed", "bounded", "binding")) {
  case <- cases[[name]]
  case[[1]] <- gsub("\n[^\n]*(==|<|>)[^\n]*", "", case[[1]])
  moved <- abs(fitMeasures(fits[[name]], "chisq") - fitMeasures(fit_case(case), "chisq"))
  cat(name, "without constraints: moved by", moved, "\n")
  stopifnot(moved > 1e-3)
}

measures <- do.call(rbind, lapply(names(fits), function(name) {
  value <- fitMeasures(fits[[name]])
  value <- value[names(value) %in% kept]
  data.frame(case = name, quantity = names(value), value = as.numeric(value))
}))
estimates <- do.call(rbind, lapply(names(fits), function(name) {
  rows <- parameterEstimates(fits[[name]], remove.eq = FALSE, remove.ineq = FALSE, remove.system.eq = FALSE, remove.def = FALSE)
  std <- standardizedSolution(fits[[name]], remove.eq = FALSE, remove.ineq = FALSE, remove.def = FALSE)
  keys <- function(table) paste(table$lhs, table$op, table$rhs, if (is.null(table$group)) 1 else table$group)
  std <- std[match(keys(rows), keys(std)), ]
  group <- if (is.null(rows$group)) ifelse(rows$op == ":=", 0L, 1L) else rows$group
  rows <- data.frame(case = name, rows[c("lhs", "op", "rhs")], group = group, rows[c("est", "se", "ci.lower", "ci.upper")], std = std$est.std, std_se = std$se)
  rows[rows$op %in% c("=~", "~", "~~", "~1", "|", "~*~", ":="), ]
}))
gains <- do.call(rbind, lapply(c("path", "latent", "whole", "groups", "summed", "wlsmv"), function(name) {
  rows <- suppressWarnings(modindices(fits[[name]]))
  group <- if (is.null(rows$group)) 1L else rows$group
  rows <- data.frame(case = name, rows[c("lhs", "op", "rhs")], group = group, rows[c("mi", "epc", "sepc.all")])
  head(rows[order(-rows$mi), ], 25)
}))
scores <- do.call(rbind, lapply(c("whole", "dif", "latent_mlr_fiml"), function(name) {
  data.frame(case = name, row = 1:5, lavPredict(fits[[name]])[1:5, ])
}))
# Bootstrap intervals: lavaan's, with the draws that they rest on.
set.seed(3)
fit <- sem(path, table_of("structure"))
strapped <- sem(path, table_of("structure"), se = "bootstrap", bootstrap = 200)
draws <- lavInspect(strapped, "boot")
draws <- data.frame(draw = seq_len(nrow(draws)), a = draws[, "a"], b = draws[, "b"], c = draws[, "c"])
intervals <- do.call(rbind, lapply(c("perc", "bca.simple"), function(kind) {
  rows <- parameterEstimates(strapped, boot.ci.type = kind)
  rows <- rows[rows$label %in% c("a", "b", "c", "indirect", "total", "share"), ]
  data.frame(interval = kind, name = rows$label, rows[c("est", "se", "ci.lower", "ci.upper")])
}))
plain <- function(table) { for (column in names(table)) if (is.numeric(table[[column]])) table[[column]] <- sprintf("%.15g", table[[column]]); table }
write <- function(table, name) write.csv(plain(table), file.path(folder, paste0("sem_", name, ".csv")), row.names = FALSE, quote = FALSE)
write(measures, "measures")
write(estimates, "estimates")
write(gains, "gains")
write(scores, "scores")
write(draws, "draws")
write(intervals, "intervals")
