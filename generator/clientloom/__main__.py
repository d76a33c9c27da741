"""`python -m clientloom` is the same as `clientloom`."""

import sys

from clientloom.cli import main

sys.exit(main())
