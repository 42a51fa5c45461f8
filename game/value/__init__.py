"""What things on a pitch are worth: shots (xG), places (threat), time to get there, and goals at a moment (stakes)."""
