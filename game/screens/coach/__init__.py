"""The coach's chair: say what each of your eleven is paid for, watch the team you get, and measure it."""
