"""The workshop: one page for trainers, fed live by the model or by recorded runs inside one file."""
