#!/usr/bin/python3
"""Writes functions.csv: reference values for the scalar functions, computed with mpmath to 50 digits.

    apt-get install python3-mpmath
    /usr/bin/python3 make.py [DENSITY [FILE [FUNCTION ...]]]

DENSITY takes that many times the points, in search of the worst ones. Each row holds a function, its arguments (one or two) as round-trip doubles, and its value as the sum of two doubles,
which carries at least 30 digits, so that an error of a fraction of an ulp can be told.
"""
import math
import random
import sys
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 50
random.seed(20)

DENSITY = int(sys.argv[1]) if len(sys.argv) > 1 else 1
FILE = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("functions.csv")
WANTED = sys.argv[3:]

SMALLEST, LARGEST = 5e-324, 1.7976931348623157e308
EDGES = [SMALLEST, 1e-310, 2.2250738585072014e-308, 1e-200, 1e-30, 1e-17, 2.0**-53, 2.0**-52, 1e-8, 1e10, 1e17, 1e100, 1e300]


def log_uniform(count, low=1e-300, high=1e300):
    return [math.exp(random.uniform(math.log(low), math.log(high))) for _ in range(count * DENSITY)]


def uniform(count, low, high):
    return [random.uniform(low, high) for _ in range(count * DENSITY)]


def near(centre, count=40):
    """Points that approach a centre from both sides, down to its neighbouring doubles."""
    points = [math.nextafter(centre, math.inf), math.nextafter(centre, -math.inf)] if hasattr(math, "nextafter") else []
    for distance in log_uniform(count, 1e-15, 1e-1):
        points += [centre * (1 + distance), centre * (1 - distance)]
    return points


def multiples_of_half_pi(count, greatest):
    """The doubles next to multiples of π/2, where sine or cosine is smallest."""
    return [float(mp.pi / 2 * random.randint(1, greatest)) for _ in range(count * DENSITY)]


def both_signs(points):
    return points + [-x for x in points]


def not_an_integer(points):
    return [x for x in points if x > 0 or x != math.floor(x)]


def log_gamma(x):
    value = mp.loggamma(x)
    return value.real


def digamma(x):
    return mp.digamma(x)


def trigamma(x):
    # Below 0 by reflection: mpmath's own value there loses digits near the poles.
    return mp.psi(1, x) if x > 0 else (mp.pi / mp.sinpi(x)) ** 2 - mp.psi(1, 1 - x)


def normal_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def log_normal_cdf(x):
    return mp.log(normal_cdf(x)) if x < 0 else mp.log1p(-normal_cdf(-x))


def inverse_mills_ratio(x):
    # Far out the digits of the exponent are those before the point.
    with mp.workdps(150):
        return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi) / normal_cdf(x)


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def erf_inverse(x):
    # mpmath's own erfinv starts from doubles and may stop early: Newton's method from there, on whichever tail keeps its digits.
    y = mp.erfinv(x)
    for _ in range(4):
        excess = mp.erf(y) - x if abs(x) < 0.5 else mp.sign(y) * ((1 - abs(x)) - mp.erfc(abs(y)))
        y -= excess * mp.sqrt(mp.pi) / 2 * mp.exp(y * y)
    return y


def normal_quantile(p):
    # Newton's method on log Φ, which is concave: from 0 it cannot overshoot the solution twice.
    y = mpf(0)
    side, tail = (1, p) if p < 0.5 else (-1, 1 - p)
    for _ in range(200):
        step = (log_normal_cdf(y) - mp.log(tail)) / inverse_mills_ratio(y)
        y -= step
        if abs(step) < mpf(10) ** -45 * max(abs(y), mpf(10) ** -20):
            break
    return side * y


gamma_points = not_an_integer(
    EDGES + [-x for x in EDGES[:9]] + log_uniform(150) + uniform(300, 0, 20) + uniform(200, -20, 0) + log_uniform(100, 20, 1e6)
    + near(1.0) + near(2.0) + near(1.4616321449683622) + near(-1.0) + near(-3.0) + near(-2.4570247382208006)
    + [k / 2 for k in range(1, 60)] + [-k - 0.5 for k in range(20)] + [9.999999999999998, 10.0, 2.5, 1.5, 0.5, -0.5])

angles = both_signs(EDGES[:9] + uniform(300, 0, 7) + uniform(100, 0, 1000) + log_uniform(100, 1e-8, 1e9) + multiples_of_half_pi(60, 100) + multiples_of_half_pi(60, 600_000_000)) + (
    log_uniform(100, 1e9, 1e300) + [1e9, 1.1e9, 2.0**30, LARGEST, 6381956970095103 * 2.0**797])
unit_interval = both_signs(EDGES[:9] + uniform(250, 0, 1) + log_uniform(30, 1e-300, 1) + [1 - x for x in log_uniform(30, 1e-16, 0.1)] + near(0.5))
hyperbolic = both_signs(EDGES[:9] + uniform(200, 0, 3) + uniform(100, 0, 710.4) + log_uniform(60, 1e-300, 1) + near(1.0))

FUNCTIONS = {
    "Sin": (mp.sin, angles),
    "Cos": (mp.cos, angles),
    "Tan": (mp.tan, angles),
    "Atan": (mp.atan, both_signs(EDGES + uniform(200, 0, 3) + log_uniform(150) + near(math.sqrt(2) - 1) + near(math.sqrt(2) + 1))),
    "Asin": (mp.asin, unit_interval),
    "Acos": (mp.acos, unit_interval),
    "Tanh": (mp.tanh, both_signs(EDGES[:9] + uniform(300, 0, 3) + uniform(60, 0, 22) + log_uniform(60, 1e-300, 1))),
    "Sinh": (mp.sinh, hyperbolic),
    "Cosh": (mp.cosh, hyperbolic),
    "Cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), both_signs(EDGES + [LARGEST] + log_uniform(300) + uniform(200, 1, 8))),
    "Log": (mp.log, EDGES + [LARGEST] + log_uniform(300) + near(1.0) + near(math.sqrt(2)) + near(math.sqrt(0.5)) + uniform(100, 0.5, 2)),
    "Exp": (mp.exp, both_signs(EDGES[:9]) + uniform(500, -745.1, 709.7) + uniform(300, -2, 2) + [709.782712893384, -745.1332191019411, -708.4]),
    "SinTurns": (lambda x: mp.sinpi(2 * x), both_signs(EDGES[3:9]) + uniform(500, 0, 1) + uniform(100, -1000, 1000)),
    "CosTurns": (lambda x: mp.cospi(2 * x), both_signs(EDGES[3:9]) + uniform(500, 0, 1) + uniform(100, -1000, 1000)),
    "Log1p": (mp.log1p, EDGES + [-x for x in EDGES[:9]] + [LARGEST] + log_uniform(100) + [-x for x in log_uniform(100, 1e-300, 1)]
              + uniform(400, -1, 3) + near(-1.0)[1:] + near(-0.25) + near(0.4)),
    "Expm1": (mp.expm1, both_signs(EDGES[:9]) + both_signs(log_uniform(100, 1e-300, 1)) + uniform(500, -3, 3) + uniform(200, -40, 709.7)),
    "Logistic": (lambda x: 1 / (1 + mp.exp(-x)), both_signs(EDGES[:9]) + uniform(500, -745.1, 50) + uniform(400, -5, 5)),
    "Softplus": (lambda x: mp.log1p(mp.exp(x)), both_signs(EDGES) + uniform(500, -745.1, 50) + uniform(400, -5, 5)),
    "LogGamma": (log_gamma, gamma_points + [1e305]),
    "Digamma": (digamma, gamma_points),
    "Trigamma": (trigamma, [x for x in gamma_points if abs(x) > 1e-153]),
    "Erf": (mp.erf, both_signs(EDGES[:9]) + uniform(600, -6, 6) + both_signs(log_uniform(100, 1e-300, 1)) + both_signs(near(0.5))),
    "Erfc": (mp.erfc, both_signs(EDGES[:9]) + uniform(300, -6, 6) + uniform(500, 0.4, 27.2) + near(0.5)),
    "ErfInverse": (erf_inverse, both_signs(EDGES[:9]) + uniform(300, -1, 1) + both_signs(near(0.85)) + [1 - x for x in log_uniform(100, 2e-16, 1e-1)]),
    "NormalCdf": (normal_cdf, both_signs(EDGES[:9]) + uniform(300, -9, 9) + uniform(300, -38.5, 0) + both_signs(near(0.5)) + [-38.485, 40.0]),
    "LogNormalCdf": (log_normal_cdf, both_signs(EDGES[:9]) + uniform(300, -9, 9) + uniform(300, -1000, 0) + uniform(100, 0, 38.5)
                     + [-x for x in log_uniform(60, 1, 1e30)] + near(-1.0) + [-0.0] + [-1e100]),
    "InverseMillsRatio": (inverse_mills_ratio, both_signs(EDGES[:9]) + uniform(300, -9, 9) + uniform(300, -1000, 0) + uniform(100, 0, 38.5)
                          + [-x for x in log_uniform(60, 1, 1e30)] + near(-1e9)),
    "NormalQuantile": (normal_quantile, [x for x in EDGES[:9] if x > 0] + uniform(300, 0, 1) + log_uniform(100, 5e-324, 1e-1)
                       + [1 - x for x in log_uniform(60, 2e-16, 1e-1)] + near(0.5) + near(0.075) + [p for p in near(0.925) if p < 1]),
    "Log1mExp": (lambda x: mp.log(-mp.expm1(x)) if x > -1 else mp.log1p(-mp.exp(x)), [-x for x in EDGES[:9]] + uniform(400, -745, 0) + uniform(300, -3, 0) + [-x for x in log_uniform(100, 1e-300, 1)]
                 + near(-0.6931471805599453)),
}


def row(function, arguments, value):
    high = float(value)
    low = float(value - mpf(high)) if math.isfinite(high) else 0.0
    return ",".join([function, *map(repr, arguments), repr(high), repr(low)])


def power_arguments():
    yield from zip(log_uniform(200, 1e-5, 1e5), uniform(200, -50, 50))
    yield from zip(uniform(200, 0, 10), uniform(200, -20, 20))
    # Close to 1 and huge exponents, where the logarithm's digits matter most; and results at either end of the range.
    for x in near(1.0, 100):
        yield x, random.uniform(-700, 700) / math.log(x)
    for x in log_uniform(200, 1e-307, 1e307):
        yield x, random.uniform(-744.4, 709.7) / math.log(x)
    for x in [SMALLEST, 1e-310, 2.0**-1060] * 5:
        yield x, random.uniform(-0.9, 1)
    for x in uniform(30, 0, 10):
        yield -x, float(random.randint(-20, 20))


def rows():
    for name, (function, points) in FUNCTIONS.items():
        if WANTED and name not in WANTED:
            continue
        for x in points:
            if name == "Log1p" and x <= -1:
                continue
            yield row(name, [x], function(mpf(x)))
    for x, y in power_arguments():
        yield row("Pow", [x, y], mpf(x) ** mpf(y))
    for y, x in zip(both_signs(log_uniform(200) + uniform(200, 0, 3)), both_signs(log_uniform(100)) + both_signs(log_uniform(100)) + both_signs(uniform(100, 0, 3)) + both_signs(uniform(100, 0, 3))):
        yield row("Atan2", [y, x], mp.atan2(mpf(y), mpf(x)))
    for x, y in zip(both_signs(log_uniform(100, 1e-100, 1e100)), log_uniform(100) + near(1.0, 50)):
        yield row("XLogY", [x, y], mpf(x) * mp.log(mpf(y)))
    for x, y in zip(both_signs(log_uniform(100, 1e-100, 1e100)), [-p for p in log_uniform(100, 1e-20, 1)] + log_uniform(100)):
        yield row("XLog1pY", [x, y], mpf(x) * mp.log1p(mpf(y)))
    for a, b in zip(uniform(200, 0, 20) + log_uniform(300, 1e-10, 1e15) + uniform(100, 9, 11), uniform(200, 0, 20) + log_uniform(300, 1e-10, 1e15) + uniform(100, 9, 11)):
        yield row("LogBeta", [a, b], log_beta(mpf(a), mpf(b)))
    for a, d in zip(uniform(300, -3, 3) + uniform(200, -800, 800), uniform(400, -40, 40) + both_signs(log_uniform(50, 1e-20, 1e3))):
        b = a + d
        yield row("LogAddExp", [a, b], mp.log(mp.exp(mpf(a)) + mp.exp(mpf(b))))


with open(FILE, "w", encoding="ascii", newline="\n") as file:
    for line in rows():
        if not WANTED or line.split(",")[0] in WANTED:
            print(line, file=file)
