"""Trains Himaya's text classifier: data, teacher, network, calibration, model card."""
