"""Playing a match as one of its defenders: the run itself, the hand on the keys, the screen, codes and ghosts."""
