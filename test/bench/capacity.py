"""A census cap with a waiting list in SimPy 3: the same arrivals and stays as the engine's, from a file of doubles."""
import array
import json
import sys
import time

import simpy

values = array.array("d")
with open(sys.argv[1], "rb") as file:
    values.frombytes(file.read())
count = len(values) // 2
arrivals, stays = values[:count], values[count:]
waits = array.array("d", bytes(8 * count))


def patient(env, places, number):
    asked = env.now
    with places.request() as place:
        yield place
        waits[number] = env.now - asked
        yield env.timeout(stays[number])


def door(env, places):
    for number in range(count):
        yield env.timeout(arrivals[number] - env.now)
        env.process(patient(env, places, number))


began = time.process_time()
env = simpy.Environment()
env.process(door(env, simpy.Resource(env, capacity=int(sys.argv[2]))))
env.run()
seconds = time.process_time() - began
print(json.dumps({"microseconds": seconds / count * 1e6, "meanWait": sum(waits) / count, "simpy": simpy.__version__}))
