"""Designed experiments: one file each, played in chunks, resumable, and told as a report anybody can read."""
