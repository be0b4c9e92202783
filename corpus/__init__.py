"""What official documents are, and how a file becomes one."""
