"""From nothing to the first typed answer, by hand."""

import sys

import httpx2
from pydantic import BaseModel


class Template(BaseModel):
    name: str
    source: str


client = httpx2.Client(base_url=sys.argv[1])
answer = client.get("/gitignore/templates/C")
print(Template.model_validate(answer.raise_for_status().json()).name)
