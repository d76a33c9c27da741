"""The APIs of the sample."""
