"""Cases: a person, surroundings and a script of outside events, read from data; and what the text says happened."""
