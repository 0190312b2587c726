"""Many laws at once: which files, what is done already, and who reads and screens them.

Each law becomes one line of JSON (`documents`). Files are read in children with limits (`reader`,
`child`) that take many, one after the other; an engine (`engine`, `cluster`) keeps several at
work; `run` puts it together. Nothing is imported here, so that a child starts with what it needs.
"""
