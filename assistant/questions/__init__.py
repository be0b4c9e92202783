"""From the words of a question to a `Question`: what it asks, about what, within which bounds."""
