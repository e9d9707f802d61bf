"""Reports to derivations and origins: who repeats whom, and how many accounts that leaves."""
