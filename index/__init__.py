"""How passages and task records are found."""
