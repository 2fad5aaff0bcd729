# Not written yet.
