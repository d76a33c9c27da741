"""What generating and using packages costs, beside the same work by other generators and by hand: `make bench`.

Figures are CPU seconds of this machine, taken in one run, each kind in turn so that all of them meet the same
weather. They are printed, never asserted: a test that depends on a clock fails on somebody's laptop.
"""
