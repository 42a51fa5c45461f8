"""The Laws of the Game, one file a Law."""
