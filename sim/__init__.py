"""vendepunkt: an agent-based simulation of unemployment pathways in Denmark."""
