"""One file per command. Each has ``command(language)``; what is slow to import is imported when the command runs."""
