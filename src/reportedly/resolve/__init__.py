"""Names to entities: whom and what the names stand for, each join with its reason, none on a guess."""
