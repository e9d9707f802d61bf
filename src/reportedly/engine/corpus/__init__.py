"""The kernel of `trace.corpus` over files, processes and parts that come in one after the other."""
