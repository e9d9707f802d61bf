"""Who repeats whom among millions of texts: arrays in, arrays out."""
