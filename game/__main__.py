"""`python -m game`, the same as the command `dilemma`."""

from game.cli import main

if __name__ == "__main__":
    main()
