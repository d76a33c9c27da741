"""Reading OpenAPI documents: JSON or YAML, one file or several, always knowing where things stand.

`load` reads a file and says what is no document; `validate` says what is wrong with one. Both
raise one `ClientloomError` that holds every problem with its file, line, column and pointer.
"""

from clientloom.document.document import Document, load
from clientloom.document.location import Location
from clientloom.document.validation import validate

__all__ = ["Document", "Location", "load", "validate"]
