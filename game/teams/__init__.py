"""Who plays, in which shape, for what, and from which situation: everything a match is set up with."""
