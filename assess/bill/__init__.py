"""A draft law: read from a file, split into provisions, screened for what it may touch."""
