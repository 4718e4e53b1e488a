# The response surface of `balance`, from R's lm.
# HC3 and the delta method are written out here, so that no package is needed.
# Run from the project's folder: Rscript tests/reference/surface.R
table <- read.csv("tests/reference/tables/balance.csv")
rows <- list()
add <- function(centre, quantity, value) {
  rows[[length(rows) + 1]] <<- data.frame(centre = centre, quantity = quantity,
                                          value = sprintf("%.17g", value))
}
terms <- c("intercept", "x", "y", "x2", "xy", "y2")
lines <- rbind(a1 = c(0, 1, 1, 0, 0, 0), a2 = c(0, 0, 0, 1, 1, 1), a3 = c(0, 1, -1, 0, 0, 0),
               a4 = c(0, 0, 0, 1, -1, 1), a5 = c(0, 0, 0, 1, 0, -1))
x0 <- quote((b2 * b4 - 2 * b1 * b5) / (4 * b3 * b5 - b4^2))
y0 <- quote((b1 * b4 - 2 * b2 * b3) / (4 * b3 * b5 - b4^2))
p11 <- quote((b5 - b3 + sqrt((b3 - b5)^2 + b4^2)) / b4)
p21 <- quote((b5 - b3 - sqrt((b3 - b5)^2 + b4^2)) / b4)
places <- list(x0 = x0, y0 = y0, p11 = p11, p21 = p21,
               p10 = bquote(.(y0) - .(p11) * .(x0)), p20 = bquote(.(y0) - .(p21) * .(x0)))
covariances <- function(fit) {
  X <- model.matrix(fit); bread <- solve(crossprod(X)); e <- residuals(fit)
  list(ols = vcov(fit), hc3 = bread %*% crossprod(X * (e / (1 - hatvalues(fit)))) %*% bread)
}
for (centre in c("midpoint", "none", "mean")) {
  mid <- (min(table$load, table$resources) + max(table$load, table$resources)) / 2
  shift <- switch(centre, midpoint = c(mid, mid), none = c(0, 0),
                  mean = c(mean(table$load), mean(table$resources)))
  z <- table$strain; x <- table$load - shift[1]; y <- table$resources - shift[2]
  x2 <- x^2; xy <- x * y; y2 <- y^2
  fit <- lm(z ~ x + y + x2 + xy + y2)
  add(centre, paste0("est_", terms), coef(fit))
  add(centre, paste0("est_", rownames(lines)), lines %*% coef(fit))
  all <- covariances(fit)
  at <- setNames(as.list(coef(fit)), paste0("b", 0:5))
  for (kind in names(all)) {
    V <- all[[kind]]
    add(centre, paste0(kind, "_se_", terms), sqrt(diag(V)))
    se <- sqrt(diag(lines %*% V %*% t(lines)))
    add(centre, paste0(kind, "_se_", rownames(lines)), se)
    add(centre, paste0(kind, "_p_", rownames(lines)),
        2 * pt(-abs(lines %*% coef(fit) / se), fit$df.residual))
    for (name in names(places)) {
      g <- sapply(paste0("b", 0:5), function(b) eval(D(places[[name]], b), at))
      add(centre, paste0(kind, "_se_", name), sqrt(drop(t(g) %*% V %*% g)))
    }
  }
  for (name in names(places)) add(centre, paste0("est_", name), eval(places[[name]], at))
  d <- x - y; d2 <- d^2; s <- x + y
  models <- list(none = z ~ 1, x_only = z ~ x + x2, y_only = z ~ y + y2, difference = z ~ d,
                 main_effects = z ~ x + y, buffer = z ~ x + y + xy, congruence = z ~ d2,
                 shifted_congruence = z ~ d + d2, rising_ridge = z ~ s + d2,
                 shifted_ridge = z ~ x + y + d2)
  for (name in names(models)) {
    small <- lm(models[[name]]); test <- anova(small, fit)
    add(centre, paste0(c("f_", "p_", "r2_", "aic_", "bic_"), name),
        c(test$F[2], test$"Pr(>F)"[2], summary(small)$r.squared, AIC(small), BIC(small)))
  }
  step <- anova(lm(z ~ x + y), lm(z ~ x + y + xy))
  add(centre, c("step_f", "step_p"), c(step$F[2], step$"Pr(>F)"[2]))
}
write.csv(do.call(rbind, rows), "tests/reference/surface.csv", row.names = FALSE, quote = FALSE)
