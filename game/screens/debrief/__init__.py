"""After the whistle: was the decision right, apart from luck, and what would the other choice have come to."""
