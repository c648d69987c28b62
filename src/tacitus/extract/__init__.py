"""Claims, figures and checks out of a report that has been read; ``lexicon/*.toml`` hold the word lists."""
