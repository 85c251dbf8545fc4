"""Calibration: targets measured as they were measured in the world, priors, ruling out, accepting."""
