#!/usr/bin/python3
"""Prints the coefficients of ErrorFunctions.FlatErfc, computed with mpmath to 60 digits.

    apt-get install python3-mpmath
    /usr/bin/python3 scaled_erfc.py

(1 + 2x) exp(x²) erfc(x) varies between 1 and 1.3 on the half line. In t = (x − 4) / (x + 4) it is smooth on [−1, 1], up to its end
where x is infinite, so that its Chebyshev series converges fast (Shepherd and Laframboise 1981). The series is cut, turned into
powers of t, whose coefficients add up to less than 2 in size and so lose no digits, and rounded.
"""
from mpmath import fsum, mp, mpf

mp.dps = 60
TERMS, NODES, CENTRE = 26, 60, 4


def scaled(t):
    x = CENTRE * (1 + t) / (1 - t)
    if x < 200:
        return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)

    # The asymptotic series: here erfc itself would need thousands of digits.
    term, total = mpf(1), mpf(1)
    for order in range(1, 14):
        term *= -(2 * order - 1) / (2 * x * x)
        total += term
    return (1 + 2 * x) * total / (x * mp.sqrt(mp.pi))


def chebyshev_coefficients():
    angles = [mp.pi * (j + mpf(1) / 2) / NODES for j in range(NODES)]
    values = [scaled(mp.cos(angle)) for angle in angles]
    return [(2 if k else 1) * fsum(v * mp.cos(k * a) for v, a in zip(values, angles)) / NODES for k in range(TERMS)]


def powers(chebyshev):
    result = [mpf(0)] * TERMS
    before, current = [mpf(1)], [mpf(0), mpf(1)]
    for k, coefficient in enumerate(chebyshev):
        for power, factor in enumerate(before):
            result[power] += coefficient * factor
        doubled = [mpf(0)] + [2 * factor for factor in current]
        before, current = current, [a - b for a, b in zip(doubled, before + [mpf(0)] * 2)]
    return result


for power, value in enumerate(powers(chebyshev_coefficients())):
    print(f"{float(value)!r},")
    if power == 0:
        print(f"{float(value - float(value))!r}, the rest of the same")
