"""What a page may say of this copy of the guide itself."""

from pyforms.product import made_with

MACROS = (made_with,)
