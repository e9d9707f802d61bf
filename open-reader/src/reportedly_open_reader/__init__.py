"""Weights of a reader for `reportedly`, trained on openly licensed sets alone."""
