"""The tutorial: six cards, each ended by doing what it says, and then the last minute of a real match."""
