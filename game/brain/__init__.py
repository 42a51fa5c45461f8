"""What every player does with what he sees and his stakes."""
