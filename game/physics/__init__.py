"""How bodies and the ball move and meet."""
