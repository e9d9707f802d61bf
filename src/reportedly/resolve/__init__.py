"""Names to entities: whom and what the names stand for, each join with its reason, none on a guess."""

from reportedly.resolve.link import link
from reportedly.resolve.resolve import outlet_mention, resolve

__all__ = ["link", "outlet_mention", "resolve"]
