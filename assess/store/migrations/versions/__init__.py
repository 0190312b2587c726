"""One module a step, named after its number; a step that was released never changes."""
