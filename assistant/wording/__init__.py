"""What was found as an answer says it: statements with their evidence, held against their quotes, then worded."""
