"""People, caseworkers, firms and networks as columns: one array per attribute."""
