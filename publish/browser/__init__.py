"""Python that runs in the visitor's browser and is no part of the forms."""
