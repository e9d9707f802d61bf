"""How lineage scales: a generated corpus of known parentage, ours and peers on it, in one run."""
