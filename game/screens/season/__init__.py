"""A season of ten matches: points earned beside the points decisions deserved, stars, rivals, and the daily match."""
