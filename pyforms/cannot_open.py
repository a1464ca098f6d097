"""The one way in which a file is refused, by what finds answers in it and by what judges them."""


class CannotOpen(ValueError):
    """A file that cannot be opened, with a message for the person who chose it."""
