"""The library that comes with the checkout: each of its files is read once for all tests."""

from assess.library import Library

LIBRARY = Library()
