"""Many matches at once: who meets whom (arms), on what luck, on how many threads, and what came out."""
