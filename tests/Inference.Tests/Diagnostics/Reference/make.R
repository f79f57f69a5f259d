# Makes posterior.json: sets of draws and what the R package posterior says of them.
# Run in this folder: Rscript make.R   (Debian: apt-get install r-cran-posterior r-cran-jsonlite)

library(posterior)
library(jsonlite)

set.seed(20240607)

ar1 <- function(draws, chains, phi, shift = rep(0, chains), scale = rep(1, chains)) {
  sapply(seq_len(chains), function(chain) {
    noise <- rnorm(draws)
    x <- numeric(draws)
    x[1] <- noise[1] / sqrt(1 - phi^2)
    for (i in seq_len(draws)[-1]) x[i] <- phi * x[i - 1] + noise[i]
    shift[chain] + scale[chain] * x
  })
}

# Six digits: what is stored is what both sides see.
sets <- lapply(list(
  independent = matrix(rnorm(800), ncol = 4),
  ar1 = ar1(300, 4, 0.9),
  slow = ar1(400, 2, 0.995),
  antithetic = ar1(250, 4, -0.6),
  alternating = matrix(rep(c(1, -1), 60) + rnorm(120, sd = 0.01), ncol = 2),
  shifted = ar1(200, 4, 0.3, shift = c(0, 0, 0, 2)),
  scaled = ar1(200, 4, 0.3, scale = c(1, 1, 1, 5)),
  drifting = sapply(1:3, function(chain) rnorm(150) + seq_len(150) / 40),
  cauchy = matrix(rcauchy(800), ncol = 4),
  far = 1e4 + 1e-2 * ar1(200, 4, 0.5),
  counts = matrix(rpois(600, 3), ncol = 3),
  binary = matrix(as.numeric(runif(400) < 0.3), ncol = 4),
  rare = matrix(as.numeric(runif(400) < 0.02), ncol = 4),
  constant = matrix(0.1, nrow = 50, ncol = 4),
  stuck = cbind(ar1(101, 3, 0.4), 0.25),
  single = ar1(501, 1, 0.7),
  odd = ar1(37, 3, 0.5),
  eleven = ar1(11, 4, 0.2),
  seven = ar1(7, 4, 0.2),
  five = ar1(5, 2, 0),
  four = ar1(4, 2, 0),
  one = matrix(rnorm(4), nrow = 1),
  infinite = { x <- matrix(rnorm(200), ncol = 4); x[7, 2] <- Inf; x },
  missing = { x <- matrix(rnorm(200), ncol = 4); x[7, 2] <- NaN; x }
), signif, digits = 12)

probs <- c(0.05, 0.25, 0.5, 0.95, 1)

results <- lapply(sets, function(x) suppressWarnings(list(
  chains = lapply(seq_len(ncol(x)), function(chain) sprintf("%.17g", x[, chain])),
  rhat = rhat(x),
  essBulk = ess_bulk(x),
  essTail = ess_tail(x),
  essMean = ess_mean(x),
  mcseMean = if (nrow(x) * ncol(x) > 1) mcse_mean(x) else NA_real_,
  mcseSd = mcse_sd(x),
  probabilities = probs,
  quantiles = quantile2(x, probs, names = FALSE),
  mcseQuantiles = if (anyNA(x) || any(is.infinite(x))) rep(NA_real_, length(probs)) else
    sapply(probs, function(p) tryCatch(mcse_quantile(x, p, names = FALSE), error = function(e) NA_real_))
)))

p <- c(1e-300, 1e-20, 1e-8, 0.001, 0.02, 0.074, 0.076, 0.2, 0.4999, 0.5, 0.7, 0.925, 0.99, 1 - 1e-10)
normal <- list(probabilities = p, quantiles = qnorm(p))

shapes <- expand.grid(p = c(0.1586553, 0.8413447), a = c(1, 1.5, 12, 300, 4000.25), b = c(1, 2.25, 77, 20000))
beta <- list(p = shapes$p, a = shapes$a, b = shapes$b, quantiles = qbeta(shapes$p, shapes$a, shapes$b))

write_json(list(version = as.character(packageVersion("posterior")), sets = results, normal = normal, beta = beta),
  "posterior.json", digits = I(17), auto_unbox = TRUE, na = "null", pretty = FALSE)
