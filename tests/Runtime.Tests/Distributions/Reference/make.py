#!/usr/bin/python3
"""Prints the [Reference] lines of the distributions, computed with mpmath to 50 digits from textbook formulas.

    apt-get install python3-mpmath
    /usr/bin/python3 make.py
"""
from mpmath import beta, exp, factorial, gamma, log, mp, mpf, pi, sqrt

mp.dps = 50


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


CASES = {
    normal: [(0.3, 0.0, 1.0), (-7.25, 1.5, 0.35), (1020.0, 1000.0, 2.5), (3e-3, 0.0, 1e-4), (-40.0, 0.0, 1.0)],
    half_normal: [(0.0, 2.5), (1.25, 0.8), (60.0, 1.5), (1e-8, 1e-3)],
    uniform: [(0.5, 0.0, 1.0), (-5.0, -5.0, 5.0), (2.75, 2.5, 2.75), (100.0, -1e6, 1e6)],
    exponential: [(0.0, 3.0), (1.75, 0.4), (250.0, 1.5), (1e-9, 1e6)],
    cauchy: [(0.0, 0.0, 1.0), (-3.5, 2.0, 0.25), (1e8, 1.0, 5.0), (10.001, 10.0, 0.01)],
    half_cauchy: [(0.0, 2.0), (0.3, 1.0), (1e7, 2.5), (4.0, 0.01)],
    student_t: [(0.4, 3.0, 0.0, 1.0), (-12.0, 1.5, 2.0, 0.7), (1e6, 4.0, 0.0, 1.0), (0.2, 30.0, 0.1, 2.0), (50.0, 200.0, 0.0, 3.0)],
    gamma_density: [(1.5, 2.0, 3.0), (0.01, 0.3, 0.5), (1e-20, 0.5, 1.0), (30.0, 25.0, 0.9), (400.0, 1.0, 2.0)],
    poisson: [(3.0, 2.5), (0.0, 0.0), (0.0, 700.0), (200.0, 100.0), (12.0, 0.01), (75.0, 80.5)],
    bernoulli_logit: [(1.0, 0.3), (0.0, 0.3), (1.0, -40.0), (0.0, 800.0), (1.0, 30.0)],
}

for density, cases in CASES.items():
    print(density.__name__)
    for case in cases:
        value = log(density(*map(mpf, case)))
        print(f"[Reference({float(value)!r}, {', '.join(repr(c).removesuffix('.0') for c in case)})]")
