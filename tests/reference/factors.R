# Exploratory factor analysis, KMO, Bartlett and MAP by stats, psych, lavaan, GPArotation.
# Run from the project's folder: Rscript tests/reference/factors.R
suppressMessages({
  library(psych)
  library(lavaan)
  library(GPArotation)
})

read_table <- function(name) read.csv(file.path("tests/reference/tables", paste0(name, ".csv")))
groups <- read_table("two_groups")
tables <- list(
  continuous = read_table("continuous"),
  five_points = read_table("five_points"),
  three_points = read_table("three_points"),
  missing_at_random = na.omit(read_table("missing_at_random")),
  skewed = read_table("skewed"),
  two_groups = groups[1:12]
)

rows <- list()
note <- function(table, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(table = table, quantity = quantity, value = sprintf("%.16g", value))
}
note_matrix <- function(table, quantity, values) {
  note(table, paste(quantity, row(values), col(values)), as.vector(values))
}

for (name in names(tables)) {
  data <- tables[[name]]
  r <- cor(data)
  ml <- factanal(covmat = r, factors = 3, n.obs = nrow(data), rotation = "none", control = list(opt = list(factr = 10, pgtol = 0, maxit = 5000)))
  note(name, "ml_chi2", ml$STATISTIC)
  note(name, "ml_df", ml$dof)
  note(name, "ml_p", ml$PVAL)
  note(name, paste("ml_uniqueness", seq_along(ml$uniquenesses)), ml$uniquenesses)
  loadings <- unclass(ml$loadings)
  straight <- varimax(loadings, eps = 1e-15)$loadings
  oblique <- promax(straight)
  slanted <- oblimin(loadings, eps = 1e-9, maxit = 10000)
  note_matrix(name, "varimax", unclass(straight))
  note_matrix(name, "promax", unclass(oblique$loadings))
  note_matrix(name, "oblimin", unclass(slanted$loadings))
  note_matrix(name, "oblimin_correlation", slanted$Phi)
  uls <- efa(data = data, nfactors = 3, rotation = "none", estimator = "ULS", std.ov = TRUE, output = "lavaan")
  note(name, paste("minres_uniqueness", seq_len(ncol(data))), diag(lavInspect(uls, "std")$theta))
  kmo <- KMO(r)
  note(name, "kmo", kmo$MSA)
  note(name, paste("kmo_item", seq_along(kmo$MSAi)), kmo$MSAi)
  bartlett <- cortest.bartlett(r, n = nrow(data))
  note(name, c("bartlett_chi2", "bartlett_df", "bartlett_p"), unlist(bartlett[c("chisq", "df", "p.value")]))
  map <- VSS(r, n = 6, n.obs = nrow(data), plot = FALSE, rotate = "none")$map
  note(name, paste("map", seq_along(map)), map)
  note(name, paste("eigenvalue", seq_len(ncol(r))), eigen(r)$values)
}
write.csv(do.call(rbind, rows), "tests/reference/factors.csv", row.names = FALSE, quote = FALSE)
