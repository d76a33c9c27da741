"""Which lines of a program a change breaks: the program is read, never run.

`values` says what an expression stands for, `modules` reads a program's files in the order that their imports need,
`breakages` knows what changed, `scan` walks over the code and asks both.
"""
