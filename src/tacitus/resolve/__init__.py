"""Who is meant: actors, sides, antecedents; ``lexicon/*.toml`` hold names and roles."""
