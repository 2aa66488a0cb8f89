"""Parts of evaluate.py: reading pictures, running the model."""
