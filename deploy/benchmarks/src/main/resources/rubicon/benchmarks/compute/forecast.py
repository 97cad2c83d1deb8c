"""The forecast of ForecastBench with numpy: a product of two log-normal quantities, or with 30 % a normal one.

usage: forecast.py SAMPLES; for each seed that comes in it draws and prints nanoseconds of the processor, mean
and five quantiles.
"""
import sys
import time

import numpy as np

samples = int(sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    begun = time.process_time_ns()
    rng = np.random.default_rng(int(line))
    product = rng.lognormal(0, 0.5, samples) * rng.lognormal(1, 0.75, samples)
    drawn = np.where(rng.random(samples) < 0.7, product, rng.normal(5, 2, samples))
    found = [drawn.mean(), *np.quantile(drawn, [0.05, 0.25, 0.5, 0.75, 0.95])]
    taken = time.process_time_ns() - begun
    print(taken, *(repr(float(it)) for it in found), flush=True)
