"""What the match sounds like: synthesised when the game starts, so that nothing is recorded, licensed or shipped."""
