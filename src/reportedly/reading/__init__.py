"""From a report to a reading: one small module a layer, each looking only at those before it."""
