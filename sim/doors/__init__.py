"""The doors: where people come in. The only room that reads a command line or writes to a terminal."""
