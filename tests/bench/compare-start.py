#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-start.py AJ-WATCH EMPTY PROGRAM ARGUMENT…: start-up of a program against an empty window, in pairs.

Each pair starts both, one after the other, and gives one ratio; the middle one of all pairs counts, so that neither a
busy second nor a cold cache decides. Prints lines for ./bench.
"""
import re
import statistics
import subprocess
import sys

PAIRS = 11
WARM_UP = 2
GOAL = 1.3


def measure(watch, command):
    out = subprocess.run([watch, *command], capture_output=True, text=True, check=False)
    figures = re.match(r"paint-ms ([\d.]+) settled-ms ([\d.]+) peak-kb (\d+)", out.stdout)
    if figures is None:
        sys.exit(f"{command[0]}: {out.stderr.strip()}")
    return float(figures[1]), float(figures[3])


def main():
    watch, empty, *command = sys.argv[1:]
    pairs = []
    for number in range(WARM_UP + PAIRS):
        # Which goes first changes, so that neither always finds the machine warm.
        if number % 2:
            ours, yardstick = measure(watch, command), measure(watch, [empty])
        else:
            yardstick, ours = measure(watch, [empty]), measure(watch, command)
        if number >= WARM_UP:
            pairs.append((ours, yardstick))
    for name, index, unit, size in (("time to the first painted window", 0, "ms", 1), ("memory at its peak", 1, "MB", 1024)):
        ratios = sorted(ours[index] / yardstick[index] for ours, yardstick in pairs)
        mine = statistics.median(ours[index] for ours, _ in pairs) / size
        other = statistics.median(yardstick[index] for _, yardstick in pairs) / size
        details = f"{mine:.0f} {unit} against {other:.0f} {unit}; {PAIRS} pairs, {ratios[0]:.2f} to {ratios[-1]:.2f}"
        print("RATIO", f"start: {name}", f"{statistics.median(ratios):.3f}", GOAL, details, sep="\t")


main()
