"""Attributions by a small encoder trained for them: windows, features, network, decoding, the reader."""
