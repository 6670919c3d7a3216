"""One machine, one network (DOMAIN 5): which centrals may be spoken to here, and which profiles opened.

Knows office's secrecy, the central's session resource and the store. The network is the administrator's, by policy; no
one can switch it at the machine.
"""

from __future__ import annotations

from collections.abc import Callable

import structlog

from desktop.central.jmap import SessionResource
from desktop.office.secrecy import Network, of_network
from desktop.session.errors import OtherNetwork
from local_cache import Cache

log = structlog.get_logger(__name__)

_NAME = "network"


def must_be_on(network: Network) -> Callable[[SessionResource], None]:
    """Refuses a central that says it is on another network; one that does not say is taken for one on the Internet."""

    def admit(resource: SessionResource) -> None:
        if of_network(resource.office.get("network")) != network:
            log.error("network.other_central", here=network)
            raise OtherNetwork("otherNetworkCentral")

    return admit


def take_profile(cache: Cache, network: Network) -> None:
    """A profile belongs to the network on which it was made; that stands in the sealed store, where nobody can edit it.

    Raises:
        OtherNetwork: it was made on the other one, and stays as it is.
    """
    kept = cache.preferences.get(_NAME)
    if kept is None:
        cache.preferences.set(_NAME, network)
    elif kept != network:
        log.error("network.other_profile", here=network)
        raise OtherNetwork("otherNetworkProfile")
