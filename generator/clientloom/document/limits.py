"""How much a document may ask for. Real ones stay far below; hostile ones end here.

The deepest of the large public documents (Stripe, GitHub) have 26 levels; every stage may walk a
document recursively because none is deeper than `MAX_DEPTH`.
"""

from clientloom.errors import shorten

MAX_DEPTH = 200
"""Containers within containers, aliases expanded."""

MAX_ALIASED = 500_000
"""Nodes that the aliases and merge keys of a YAML document may add to those written out."""

MAX_DIGITS = 1_000
"""Characters of a number; Python refuses to print integers of more than 4,300 digits."""

TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep."
TOO_LARGE = f"the aliases expand to more than {MAX_ALIASED:,} nodes."
REMOVE_ONE = "Remove one of the two."


def occurs_twice(key: str) -> str:
    """Return the message for a key that an object has twice, in either syntax."""
    return f'the key "{shorten(key)}" occurs twice.'
