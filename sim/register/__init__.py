"""The register: what the sources claim, where the model holds it, what it leaves out; the role of published effects."""

from __future__ import annotations
