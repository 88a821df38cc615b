"""From a text to its reading: an explicit, ordered list of readers, each declaring what it requires and assigns."""
