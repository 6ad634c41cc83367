"""How the weights of the reader are made: `python -m training.make`."""
