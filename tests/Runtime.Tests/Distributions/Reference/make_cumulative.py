#!/usr/bin/python3
"""Writes cumulative.csv: log P(X <= x) and log P(X > x), computed with mpmath to 4000 digits from textbook formulas.

    apt-get install python3-mpmath
    /usr/bin/python3 make_cumulative.py

So many digits that a probability of 1 - 10**-3000 can be told from 1. Rows: distribution, x, log P(X <= x), log P(X > x), arguments.
"""
from pathlib import Path

from mpmath import atan, erfc, exp, log, mp, mpf, pi, sqrt

mp.dps = 4000


def normal(x, mean, sd):
    return erfc(-(x - mean) / sd / sqrt(2)) / 2


def half_normal(x, scale):
    return 2 * normal(x, 0, scale) - 1


def log_normal(x, mean_log, sd_log):
    return normal(log(x), mean_log, sd_log)


def laplace(x, location, scale):
    z = (x - location) / scale
    return exp(z) / 2 if z < 0 else 1 - exp(-z) / 2


def exponential(x, rate):
    return 1 - exp(-rate * x)


def uniform(x, low, high):
    return (x - low) / (high - low)


def cauchy(x, location, scale):
    return atan((x - location) / scale) / pi + mpf(1) / 2


def half_cauchy(x, scale):
    return 2 * atan(x / scale) / pi


def logistic(x, location, scale):
    return 1 / (1 + exp(-(x - location) / scale))


def weibull(x, shape, scale):
    return 1 - exp(-((x / scale) ** shape))


CASES = {
    "Normal": (normal, [(0.0, 1.0), (1.5, 0.35)], [-40.0, -6.5, -1.0, -1e-9, 0.0, 0.3, 2.0, 9.0, 45.0]),
    "HalfNormal": (half_normal, [(2.5,), (0.8,)], [1e-300, 1e-9, 0.3, 1.25, 4.0, 40.0]),
    "LogNormal": (log_normal, [(0.3, 0.8), (-1.0, 2.0)], [1e-12, 1e-3, 0.4, 1.0, 6.0, 1e9]),
    "Laplace": (laplace, [(1.0, 0.5), (0.0, 1.5)], [-300.0, -1.0, 0.0, 0.999, 1.0, 1.001, 3.0, 200.0]),
    "Exponential": (exponential, [(3.0,), (0.4,)], [1e-300, 1e-9, 0.2, 1.7, 30.0, 300.0]),
    "Uniform": (uniform, [(0.0, 1.0), (-5.0, 5.0)], [1e-9, 0.1, 0.5, 0.75, 0.999999]),
    "Cauchy": (cauchy, [(0.0, 1.0), (2.0, 0.25)], [-1e12, -3.5, 0.0, 0.4, 2.0, 7.0, 1e9]),
    "HalfCauchy": (half_cauchy, [(2.0,), (0.01,)], [1e-200, 1e-9, 0.3, 2.0, 50.0, 1e12]),
    "Logistic": (logistic, [(1.0, 0.5), (10.0, 1.25)], [-300.0, -1.0, 0.0, 1.0, 3.0, 12.0, 200.0]),
    "Weibull": (weibull, [(0.7, 1.5), (2.3, 1.0)], [1e-30, 1e-3, 0.4, 1.0, 3.0, 20.0]),
}

with open(Path(__file__).with_name("cumulative.csv"), "w", encoding="ascii", newline="\n") as file:
    for name, (cdf, arguments, points) in CASES.items():
        for case in arguments:
            for x in points:
                p = cdf(mpf(x), *map(mpf, case))
                print(name, repr(x), repr(float(log(p))), repr(float(log(1 - p))), *map(repr, case), sep=",", file=file)
