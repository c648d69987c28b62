"""The language model: words, sentences, tags, parse, names and attribution of a text, read in one pass."""
