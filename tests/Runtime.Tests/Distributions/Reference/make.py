#!/usr/bin/python3
"""Prints the [Reference] lines of the distributions, computed with mpmath to 80 digits from textbook formulas.

    apt-get install python3-mpmath
    /usr/bin/python3 make.py
"""
from mpmath import beta, binomial as binomial_coefficient, erfc, exp, factorial, gamma, log, mp, mpf, pi, sqrt

mp.dps = 80


def normal(x, mean, sd):
    return exp(-((x - mean) / sd) ** 2 / 2) / (sd * sqrt(2 * pi))


def half_normal(x, scale):
    return 2 * normal(x, 0, scale)


def uniform(x, low, high):
    return 1 / (high - low)


def exponential(x, rate):
    return rate * exp(-rate * x)


def cauchy(x, location, scale):
    return 1 / (pi * scale * (1 + ((x - location) / scale) ** 2))


def half_cauchy(x, scale):
    return 2 * cauchy(x, 0, scale)


def student_t(x, df, location, scale):
    z = (x - location) / scale
    return (1 + z**2 / df) ** (-(df + 1) / 2) / (sqrt(df) * beta(mpf(1) / 2, df / 2) * scale)


def gamma_density(x, shape, rate):
    return rate**shape * x ** (shape - 1) * exp(-rate * x) / gamma(shape)


def poisson(x, rate):
    return rate**x * exp(-rate) / factorial(x)


def bernoulli_logit(x, logit):
    return exp(logit * x) / (1 + exp(logit))


def bernoulli(x, probability):
    return probability if x else 1 - probability


def log_normal(x, mean_log, sd_log):
    return normal(log(x), mean_log, sd_log) / x


def beta_density(x, a, b):
    return x ** (a - 1) * (1 - x) ** (b - 1) / beta(a, b)


def laplace(x, location, scale):
    return exp(-abs(x - location) / scale) / (2 * scale)


def logistic(x, location, scale):
    z = (x - location) / scale
    return exp(-z) / (scale * (1 + exp(-z)) ** 2)


def weibull(x, shape, scale):
    return shape / scale * (x / scale) ** (shape - 1) * exp(-((x / scale) ** shape))


def inverse_gamma(x, shape, scale):
    return scale**shape * x ** (-shape - 1) * exp(-scale / x) / gamma(shape)


def binomial(x, trials, probability):
    return binomial_coefficient(trials, x) * probability**x * (1 - probability) ** (trials - x)


def binomial_logit(x, trials, logit):
    return binomial(x, trials, 1 / (1 + exp(-logit)))


def negative_binomial(x, mean, dispersion):
    q = mean / (mean + dispersion)
    return gamma(x + dispersion) / (factorial(x) * gamma(dispersion)) * q**x * (1 - q) ** dispersion


CASES = {
    normal: [(0.3, 0.0, 1.0), (-7.25, 1.5, 0.35), (1020.0, 1000.0, 2.5), (3e-3, 0.0, 1e-4), (-40.0, 0.0, 1.0)],
    half_normal: [(0.0, 2.5), (1.25, 0.8), (60.0, 1.5), (1e-8, 1e-3)],
    uniform: [(0.5, 0.0, 1.0), (-5.0, -5.0, 5.0), (2.75, 2.5, 2.75), (100.0, -1e6, 1e6)],
    exponential: [(0.0, 3.0), (1.75, 0.4), (250.0, 1.5), (1e-9, 1e6)],
    cauchy: [(0.0, 0.0, 1.0), (-3.5, 2.0, 0.25), (1e8, 1.0, 5.0), (10.001, 10.0, 0.01)],
    half_cauchy: [(0.0, 2.0), (0.3, 1.0), (1e7, 2.5), (4.0, 0.01)],
    student_t: [(0.4, 3.0, 0.0, 1.0), (-12.0, 1.5, 2.0, 0.7), (1e6, 4.0, 0.0, 1.0), (0.2, 30.0, 0.1, 2.0), (50.0, 200.0, 0.0, 3.0), (0.3, 1e12, 0.0, 1.0)],
    gamma_density: [(1.5, 2.0, 3.0), (0.01, 0.3, 0.5), (1e-20, 0.5, 1.0), (30.0, 25.0, 0.9), (400.0, 1.0, 2.0)],
    poisson: [(3.0, 2.5), (0.0, 0.0), (0.0, 700.0), (200.0, 100.0), (12.0, 0.01), (75.0, 80.5)],
    bernoulli_logit: [(1.0, 0.3), (0.0, 0.3), (1.0, -40.0), (0.0, 800.0), (1.0, 30.0)],
    bernoulli: [(1.0, 0.3), (0.0, 0.3), (1.0, 1e-20), (0.0, 1e-20), (1.0, 1.0)],
    log_normal: [(2.5, 0.3, 0.8), (1e-5, 1.0, 2.0), (1e30, 0.0, 1.5), (1020.0, 6.9, 0.01)],
    beta_density: [(0.3, 2.0, 3.5), (1e-20, 0.5, 0.7), (0.999, 40.0, 0.8), (0.62, 3e6, 2e6), (1e-12, 1.0, 20.0)],
    laplace: [(0.4, 1.0, 0.5), (-300.0, 0.0, 1.5), (7.0, 7.0, 1e-3), (1e-9, 0.0, 1.0)],
    logistic: [(0.4, 1.0, 0.5), (-900.0, 10.0, 1.25), (900.0, 10.0, 1.25), (3.0, 3.0, 0.01)],
    weibull: [(2.0, 0.7, 1.5), (1e-12, 0.3, 2.0), (30.0, 1.5, 4.0), (0.98, 2.3, 1.0), (250.0, 1.0, 1.5)],
    inverse_gamma: [(0.7, 2.0, 1.5), (1e-3, 3.0, 0.4), (1e12, 0.5, 2.0), (0.05, 25.0, 1.25)],
    binomial: [(3.0, 10.0, 0.2), (0.0, 10.0, 0.0), (10.0, 10.0, 1.0), (0.0, 0.0, 0.4), (480.0, 1000.0, 0.5), (1e5, 1e5, 0.9999), (2.0, 1e12, 1e-12), (60.0, 100.0, 0.01)],
    binomial_logit: [(3.0, 10.0, -1.2), (0.0, 0.0, 2.0), (50.0, 50.0, 6.0), (0.0, 30.0, -40.0), (480.0, 1000.0, 0.1), (2.0, 1e12, -27.6)],
    negative_binomial: [(3.0, 2.5, 1.5), (0.0, 0.0, 2.0), (40.0, 10.0, 0.4), (3.0, 2.5, 1e12), (200.0, 100.0, 30.0), (0.0, 1e-8, 0.1), (12.0, 0.01, 5.0)],
}

def ncdf(x):
    return erfc(-x / sqrt(2)) / 2


def standard(x):
    return normal(x, mpf(0), mpf(1))


def half(x):
    return exponential(x, mpf(1) / 2)


COMBINATORS = {
    "Truncated(Normal(0, 1), -1, 2), 0.5": standard(mpf(0.5)) / (ncdf(mpf(2)) - ncdf(mpf(-1))),
    "Truncated(Normal(0, 1), 40, 50), 40.125": standard(mpf(40.125)) / (ncdf(mpf(-40)) - ncdf(mpf(-50))),
    "Truncated(Normal(0, 1), -50, -40), -40.125": standard(mpf(40.125)) / (ncdf(mpf(-40)) - ncdf(mpf(-50))),
    "Truncated(Exponential(0.5), 600, 601), 600.25": half(mpf(600.25)) / (exp(mpf(-300)) - exp(mpf(-300.5))),
    "LeftTruncated(Normal(0, 1), 9), 9.5": standard(mpf(9.5)) / ncdf(mpf(-9)),
    "RightTruncated(Normal(0, 1), 1), -3": standard(mpf(-3)) / ncdf(mpf(1)),
    "RightTruncated(Exponential(0.5), 1e-9), 5e-10": half(mpf(5e-10)) / -mp.expm1(-mpf(1e-9) / 2),
    "Censored(Normal(0, 1), -2, 3), -2": ncdf(mpf(-2)),
    "Censored(Normal(0, 1), -2, 3), 3": ncdf(mpf(-3)),
    "Censored(Normal(0, 1), -2, 3), 0.5": standard(mpf(0.5)),
    "LeftCensored(Normal(0, 1), -38), -40": ncdf(mpf(-38)),
    "LeftCensored(Exponential(0.5), 2), 3": half(mpf(3)),
    "RightCensored(Exponential(0.5), 500), 500": exp(mpf(-250)),
    "RightCensored(Exponential(0.5), 500), 3": half(mpf(3)),
    "Mixture(0.25, Normal(0, 1), Normal(3, 0.5)), 2": standard(mpf(2)) / 4 + 3 * normal(mpf(2), mpf(3), mpf(0.5)) / 4,
    "Mixture(0.25, Normal(0, 1), Normal(3, 0.5)), 60": standard(mpf(60)) / 4 + 3 * normal(mpf(60), mpf(3), mpf(0.5)) / 4,
    "Mixture(0.25, Exponential(0.5), Normal(3, 0.5)), -1": 3 * normal(mpf(-1), mpf(3), mpf(0.5)) / 4,
    "Mixture(0.25, Exponential(0.5), Mixture(0.5, Normal(0, 1), Normal(3, 0.5))), 1":
        half(mpf(1)) / 4 + 3 * standard(mpf(1)) / 8 + 3 * normal(mpf(1), mpf(3), mpf(0.5)) / 8,
}

for density, cases in CASES.items():
    print(density.__name__)
    for case in cases:
        value = log(density(*map(mpf, case)))
        print(f"[Reference({float(value)!r}, {', '.join(repr(c).removesuffix('.0') for c in case)})]")

print("CombinatorTests")
for name, value in COMBINATORS.items():
    print(f"{{ {name}, {float(log(value))!r} }},")


def mv_normal(x, mean, factor):
    from mpmath import det, inverse, matrix
    covariance = matrix(factor) * matrix(factor).T
    d = matrix(x) - matrix(mean)
    return exp(-(d.T * inverse(covariance) * d)[0] / 2) / sqrt(det(2 * pi * covariance))


def dirichlet(x, alpha):
    value = gamma(sum(map(mpf, alpha)))
    for part, a in zip(x, alpha):
        value *= mpf(part) ** (mpf(a) - 1) / gamma(mpf(a))
    return value


def lkj(correlations, dimension, shape):
    """By partial correlations: a product of beta densities on (-1, 1), times the Jacobian from them to the factor's elements."""
    value, k = mpf(1), 0
    for i in range(1, dimension):
        left = mpf(1)
        for j in range(i):
            b, r = mpf(shape) + mpf(dimension - 2 - j) / 2, mpf(correlations[k])
            value *= (1 - r**2) ** (b - 1) / beta(b, mpf(1) / 2) / sqrt(left)
            left *= 1 - r**2
            k += 1
    return value


print("VectorDistributionTests")
FACTOR = [[2.0, 0.0, 0.0], [0.5, 1.5, 0.0], [-1.0, 0.25, 0.75]]
print("mv_normal", repr(float(log(mv_normal([1.0, -2.0, 0.5], [0.25, 0.5, -1.0], FACTOR)))))
print("mv_normal far", repr(float(log(mv_normal([100.0, -50.0, 0.5], [0.25, 0.5, -1.0], FACTOR)))))
print("dirichlet", repr(float(log(dirichlet([0.25, 0.5, 0.125, 0.125], [2.0, 3.5, 0.5, 1.0])))))
print("dirichlet edge", repr(float(log(dirichlet([1e-12, 1 - 1e-12], [0.25, 3.0])))))
print("lkj 4, 1.5", repr(float(log(lkj([0.5, -0.25, 0.125, 0.75, 0.5, -0.5], 4, 1.5)))))
print("lkj 2, 0.5", repr(float(log(lkj([0.9375], 2, 0.5)))))
print("lkj 3, 10", repr(float(log(lkj([0.25, -0.5, 0.5], 3, 10)))))
