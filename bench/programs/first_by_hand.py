"""From nothing to the first typed answer, by hand."""

import sys

import httpx2
from pydantic import BaseModel


class Emojis(BaseModel):
    id: int


client = httpx2.Client(base_url=sys.argv[1])
print(Emojis.model_validate(client.get("/zen", params={}).json()).id)
