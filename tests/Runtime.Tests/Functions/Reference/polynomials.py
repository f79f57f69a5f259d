#!/usr/bin/python3
"""Prints the coefficients of the polynomials in src/Runtime/Functions, lowest power first, computed with mpmath to 60 digits.

    apt-get install python3-mpmath
    /usr/bin/python3 polynomials.py [NAME ...]

Each is a smooth function on an interval, interpolated at Chebyshev's points, which comes within a small factor of the best
polynomial of that degree. Beside the name stands the greatest error, relative to the function that the polynomial serves.
"""
import sys

from mpmath import lu_solve, matrix, mp, mpf

mp.dps = 60


def chebyshev_points(low, high, count):
    return [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def interpolate(function, low, high, terms):
    points = chebyshev_points(mpf(low), mpf(high), terms)
    rows = matrix([[x**k for k in range(terms)] for x in points])
    return list(lu_solve(rows, matrix([function(x) for x in points])))


def exp_tail(r):
    return (mp.exp(r) - 1 - r) / r**2 if abs(r) > mpf(10) ** -15 else 1 / mpf(2) + r / 6 + r**2 / 24


def log_series(z):
    # log((1 + s) / (1 - s)) = 2s + s z P(z) with z = s².
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) / s - 2) / z


def log_series_from_fifth_power(z):
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) / s - 2 - 2 * z / 3) / z**2


LN_2, PI = mp.log(2), mp.pi

# Name: function, interval, number of terms, and how an error of the polynomial enters the relative error of the result.
POLYNOMIALS = {
    "exp": (exp_tail, -LN_2 / 2 * 1.001, LN_2 / 2 * 1.001, 11, lambda r: r**2 / mp.exp(r)),
    "log": (log_series, mpf("1e-20"), mpf("0.0401"), 8, lambda z: z / 2),
    "pow": (log_series_from_fifth_power, mpf("1e-18"), mpf("0.0296"), 8, lambda z: z**2 / 2),
}


def main():
    for name in sys.argv[1:] or POLYNOMIALS:
        function, low, high, terms, weight = POLYNOMIALS[name]
        coefficients = [float(c) for c in interpolate(function, low, high, terms)]
        points = [mpf(low) + (mpf(high) - mpf(low)) * k / 1000 for k in range(1001)]
        error = max(abs((mp.polyval(coefficients[::-1], x) - function(x)) * weight(x)) for x in points if x != 0)
        print(f"{name}: {float(error):.1e}")
        for c in coefficients:
            print(f"    {c!r},")


main()
