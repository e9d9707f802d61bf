"""Reportedly keeps a ledger of one contested story: who said what, on whose word."""

import os

__version__ = "0.1.0"

# Nothing of a case leaves the machine. The runtime of the models (onnxruntime, since 1.29) tells its
# maker what it loads, and keeps a file in the user's home, unless this stands there before its import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
