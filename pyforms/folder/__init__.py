"""A family's folder: the people, and every form that was filled in for them, in one file of their worker's own."""
