"""When a defender should go, what it is worth, and who contributed what."""
