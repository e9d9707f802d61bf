"""Run a stage over many rows: here, in a pool, in a limited child. Knows no stage by name."""
