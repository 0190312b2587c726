"""Computes a report again from the answers inside it and says whether it is the same.

The figures are compared, and the text that is printed with the text that the toolkit writes from
the answers. That says that a report follows from its answers; whose they are it cannot say.
"""
