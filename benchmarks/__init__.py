"""What is measured, against whom, how to run it: see README.md."""
