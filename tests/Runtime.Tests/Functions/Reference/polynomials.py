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


def sin_tail(z):
    r = mp.sqrt(z)
    return (mp.sin(r) / r - 1) / z


def cos_tail(z):
    return (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2


def atan_tail(z):
    t = mp.sqrt(z)
    return (mp.atan(t) / t - 1) / z


def log_gamma_around_two(t):
    # log Γ(2 + t) = t (1 − γ + t P(t)).
    return (mp.loggamma(2 + t) / t - (1 - mp.euler)) / t


def digamma_around_two(t):
    return (mp.digamma(2 + t) - (1 - mp.euler)) / t


def log_gamma_tail(z):
    x = 1 / mp.sqrt(z)
    return x * (mp.loggamma(x) - ((x - mpf(1) / 2) * mp.log(x) - x + mp.log(2 * mp.pi) / 2))


def digamma_tail(z):
    x = 1 / mp.sqrt(z)
    return (mp.log(x) - 1 / (2 * x) - mp.digamma(x)) / z


def trigamma_tail(z):
    x = 1 / mp.sqrt(z)
    return x * (x * x * mp.psi(1, x) - x - mpf(1) / 2)


def erf_tail(z):
    # erf(x) = 2x/√π + x z P(z) with z = x².
    x = mp.sqrt(z)
    return (mp.erf(x) / x - 2 / mp.sqrt(mp.pi)) / z


LN_2, PI = mp.log(2), mp.pi

# Name: function, interval, number of terms, and how an error of the polynomial enters the relative error of the result.
POLYNOMIALS = {
    "exp": (exp_tail, -LN_2 / 2 * 1.001, LN_2 / 2 * 1.001, 11, lambda r: r**2 / mp.exp(r)),
    "log": (log_series, mpf("1e-20"), mpf("0.0401"), 8, lambda z: z / 2),
    "pow": (log_series_from_fifth_power, mpf("1e-18"), mpf("0.0296"), 8, lambda z: z**2 / 2),
    "sin on a half turn": (sin_tail, mpf("1e-18"), (PI / 2 * mpf("1.001")) ** 2, 8, lambda z: z * mp.sqrt(z) / mp.sin(mp.sqrt(z))),
    "sin on a quarter turn": (sin_tail, mpf("1e-18"), (PI / 4 * mpf("1.001")) ** 2, 6, lambda z: z * mp.sqrt(z) / mp.sin(mp.sqrt(z))),
    "cos on a quarter turn": (cos_tail, mpf("1e-18"), (PI / 4 * mpf("1.001")) ** 2, 6, lambda z: z**2 / mp.cos(mp.sqrt(z))),
    "cbrt": (lambda f: mp.cbrt(1 + f), mp.sqrt(mpf(1) / 2) - 1, mp.sqrt(mpf(2)) - 1, 8, lambda f: 1 / mp.cbrt(1 + f)),
    "log gamma around 2": (log_gamma_around_two, mpf("-0.5001"), mpf("0.5001"), 20, lambda t: t**2),
    "digamma around 2": (digamma_around_two, mpf("-0.5001"), mpf("0.5001"), 20, lambda t: t),
    "log gamma from 8 on": (log_gamma_tail, mpf("1e-18"), mpf(1) / 64, 8, mp.sqrt),
    "digamma from 8 on": (digamma_tail, mpf("1e-18"), mpf(1) / 64, 8, lambda z: z),
    "trigamma from 8 on": (trigamma_tail, mpf("1e-18"), mpf(1) / 64, 8, lambda z: z),
    "erf": (erf_tail, mpf("1e-18"), mpf("0.2501"), 8, lambda z: z),
    "atan": (atan_tail, mpf("1e-18"), mpf("0.1717"), 12, lambda z: z),
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
