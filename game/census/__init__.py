"""The census: simulated football beside real football, metric by metric."""
