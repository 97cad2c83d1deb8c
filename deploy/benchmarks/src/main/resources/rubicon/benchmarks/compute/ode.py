"""The courses of rubicon.simulator.ensemble with numpy: a vector over all paths, step by step, in arrays that are
made once.

usage: ode.py PARAMETERS PATHS STEPS; for each line that comes in it runs once and prints nanoseconds of the processor and
the mean of a.
"""
import sys
import time

import numpy as np

paths, steps, step = int(sys.argv[2]), int(sys.argv[3]), 0.01
share, rho, drag, pace = np.fromfile(sys.argv[1], dtype="<f8").reshape(4, paths)
rest, half, pace = 1 - share, 0.5 / rho, step * pace


def run():
    a, c, k = np.zeros(paths), np.zeros(paths), np.zeros(paths)
    x, y = np.empty(paths), np.empty(paths)
    for _ in range(steps):
        np.multiply(rho, c, out=x)
        np.exp(x, out=x)
        np.multiply(x, share, out=x)
        np.multiply(rho, k, out=y)
        np.exp(y, out=y)
        np.multiply(y, rest, out=y)
        np.add(x, y, out=x)
        np.log(x, out=x)
        np.multiply(x, half, out=x)
        np.multiply(drag, a, out=y)
        np.subtract(x, y, out=x)
        np.exp(x, out=x)
        np.multiply(x, pace, out=x)
        np.add(a, x, out=a)
        np.add(c, step / 2, out=c)
        np.multiply(a, 0.1, out=x)
        np.exp(x, out=x)
        np.multiply(x, step / 10, out=x)
        np.add(k, x, out=k)
    return a


print("ready", flush=True)
for _ in sys.stdin:
    begun = time.process_time_ns()
    software = run()
    taken = time.process_time_ns() - begun
    print(taken, repr(float(software.mean())), flush=True)
