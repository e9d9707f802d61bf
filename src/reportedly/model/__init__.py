"""The nouns: frozen dataclasses, standard library only. Start here to learn what the ledger holds."""
