"""Rebuilds the embedded image model from the npm package `nsfwjs`, bit for bit."""
