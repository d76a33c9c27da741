"""From the documentation pages of an SDK back to the OpenAPI document that it was generated from.

Reading goes in one direction: Markdown (`markdown`, `sections`), what pages state (`api_pages`,
`model_pages`, `front_pages`, `examples`, as `facts`), what follows from that (`names`, `types`,
`schemas`, `operations`, `security`), the document (`document`, `sharing`) and its text (`writer`).
What is concluded says so in `x-provenance`, and is listed in `findings`.
"""

from clientloom.reconstruct.findings import Finding, Findings
from clientloom.reconstruct.reading import Reconstruction, reconstruct

__all__ = ["Finding", "Findings", "Reconstruction", "reconstruct"]
