"""What changed between two versions of a document or of a package, and who notices.

`sources` finds the two sides, `pairs` decides what is the same thing under another name, `operations` and `schemas`
compare what the documents say, `surface` what Python sees, `verdicts` judges by the table in `rules`, `report` is the
result, and one module for each format prints it.
"""
