"""Rebuilds picture models from published packages, bit for bit."""
