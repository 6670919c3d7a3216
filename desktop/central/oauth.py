"""Signing in: OAuth 2.0 authorization code with PKCE in the system browser (RFC 8252, 7636, 8414, 9207). Knows
transport.

No password passes through this program. The browser comes back to a loopback address that is open only while it is
waited for; the refresh token is given to whoever keeps secrets (the encrypted cache), the access token stays in memory.
"""

from __future__ import annotations

import re
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, TypeGuard
from urllib.parse import parse_qs, urlencode, urlsplit

from desktop.central import strict_json
from desktop.central.errors import Broken, Refused
from desktop.central.meaning import check_status
from desktop.central.transport import Answer, Call, Transport, must_be_safe, origin_of

CLIENT_ID = "tacnghiep-desktop"
SCOPE = "office"
PATIENCE = 300.0
"""Seconds that a person may take in the browser."""
LONGEST = 86_400
"""Seconds that an access token is believed to live, whatever the server says."""
_TOKEN = re.compile(r"[!-~]{1,16384}")
EARLY = 30.0
"""Seconds before its end at which an access token is renewed."""

LANDING = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tác nghiệp</title>'
    "<p>Có thể đóng trang này và quay lại Tác nghiệp.</p></html>"
)


@dataclass(frozen=True)
class Server:
    """The authorization server's addresses (RFC 8414)."""

    issuer: str
    authorize: str
    token: str
    revoke: str | None


@dataclass(frozen=True)
class Grant:
    """What the token endpoint gave. ``expires_at`` is monotonic seconds."""

    access: str
    refresh: str | None
    expires_at: float


def discover(url: str, transport: Transport, call: Call) -> Server:
    """The authorization server of a central.

    Raises:
        CentralError: unreachable, or not a central at all: Broken("notTheCentral").
    """
    answer = transport.ask("GET", f"{url.rstrip('/')}/.well-known/oauth-authorization-server", call, most=1 << 20)
    if answer.status == 404:
        raise Broken("notTheCentral")
    body = check_status(answer).json()
    fields = ("issuer", "authorization_endpoint", "token_endpoint")
    if not isinstance(body, dict) or not all(isinstance(body.get(f), str) for f in fields):
        raise Broken("wrongShape", where="oauth-authorization-server")
    if origin_of(body["issuer"]) != origin_of(url):
        raise Broken("untrusted")  # RFC 8414, 3.3: the issuer must be the one that was asked.
    revoke = body.get("revocation_endpoint")
    revoke = revoke if isinstance(revoke, str) and revoke else None
    for endpoint in (body["authorization_endpoint"], body["token_endpoint"], revoke or url):
        must_be_safe(endpoint)
    return Server(body["issuer"], body["authorization_endpoint"], body["token_endpoint"], revoke)


class _Waiting(HTTPServer):
    """The loopback address, open for one answer."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Callback)
        self.timeout = 0.2
        self.result: dict[str, str] | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        return  # A stranger's malformed request: the one that is waited for will come by itself.


class _Callback(BaseHTTPRequestHandler):
    timeout = 5

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != "/callback":
            self.send_error(404)
            return
        assert isinstance(self.server, _Waiting)
        self.server.result = {k: v[0] for k, v in parse_qs(parts.query).items()}
        page = LANDING.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:
        return  # The address carries the code: it is not logged.


def sign_in(
    url: str,
    transport: Transport,
    call: Call,
    *,
    browser: Callable[[str], object] = webbrowser.open,
    login_hint: str | None = None,
    patience: float = PATIENCE,
) -> tuple[Server, Grant]:
    """Ask the person, in the browser, and exchange the code that comes back. Blocks until then.

    Args:
        browser: opens an address.
        login_hint: the user name to offer.
        patience: seconds to wait for the person.

    Raises:
        CentralError: Refused("signInRefused") where the answer is no, Refused("signInGivenUp") where none came in time.
        Stopped: ended from here.
    """
    # Read when somebody signs in, not at every start.
    from authlib.common.security import generate_token
    from authlib.oauth2.rfc7636 import create_s256_code_challenge

    server = discover(url, transport, call)
    verifier, state = generate_token(64), generate_token(32)
    with _Waiting() as waiting:
        redirect = f"http://127.0.0.1:{waiting.server_port}/callback"
        query = {
            "response_type": "code",
            "client_id": CLIENT_ID,
            "redirect_uri": redirect,
            "scope": SCOPE,
            "state": state,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        } | ({"login_hint": login_hint} if login_hint else {})
        joint = "&" if urlsplit(server.authorize).query else "?"
        browser(f"{server.authorize}{joint}{urlencode(query)}")
        answer = _await_answer(waiting, state, server, call, patience)
    code = answer.get("code")
    if not code:
        raise Refused("signInRefused", error=answer.get("error", ""))
    grant = _token(
        server,
        transport,
        call,
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "code_verifier": verifier,
        },
    )
    return server, grant


def _await_answer(waiting: _Waiting, state: str, server: Server, call: Call, patience: float) -> Mapping[str, str]:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        call.check()
        waiting.result = None
        waiting.handle_request()
        answer = waiting.result
        # An answer with another state, or from another issuer (RFC 9207), is not the answer to our question.
        if answer and answer.get("state") == state and answer.get("iss", server.issuer) == server.issuer:
            return answer
    raise Refused("signInGivenUp")


def refresh(server: Server, token: str, transport: Transport, call: Call) -> Grant:
    """A new access token.

    Raises:
        Refused: "signedOut": the person has to sign in again.
    """
    return _token(server, transport, call, {"grant_type": "refresh_token", "refresh_token": token})


def revoke(server: Server, token: str, transport: Transport, call: Call) -> None:
    """Tell the central that a refresh token is done with (RFC 7009), where it wants to know."""
    if server.revoke:
        body = urlencode({"token": token, "token_type_hint": "refresh_token", "client_id": CLIENT_ID}).encode()
        transport.ask("POST", server.revoke, call, headers=_FORM, body=body, read_timeout=5.0)


_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


def _token(server: Server, transport: Transport, call: Call, fields: Mapping[str, str]) -> Grant:
    body = urlencode({**fields, "client_id": CLIENT_ID}).encode()
    answer = transport.ask("POST", server.token, call, headers=_FORM, body=body, most=1 << 20)
    # What names no error of OAuth's (RFC 6749, 5.2) was said by somebody in between, and signs nobody out.
    if answer.status in (400, 401, 403) and (error := _error_of(answer)):
        ended = fields["grant_type"] == "refresh_token" and (error == "invalid_grant" or answer.status != 400)
        raise Refused("signedOut" if ended else "signInRefused", error=error)
    if answer.status == 401:
        raise Broken("status", status=401)
    found = check_status(answer).json()
    access = found.get("access_token") if isinstance(found, dict) else None
    if not _is_token(access) or str(found.get("token_type", "")).lower() != "bearer":
        raise Broken("wrongShape", where="token")
    lasts, new = found.get("expires_in"), found.get("refresh_token")
    seconds = float(min(lasts, LONGEST)) if isinstance(lasts, (int, float)) and lasts > 0 else 300.0
    return Grant(access, new if _is_token(new) else None, time.monotonic() + seconds)


def _is_token(value: Any) -> TypeGuard[str]:
    """Whether it can stand in a header, and in a form (RFC 6750, 2.1; RFC 6749, A.17)."""
    return isinstance(value, str) and _TOKEN.fullmatch(value) is not None


def _error_of(answer: Answer) -> str:
    try:
        body = strict_json.read(answer.body)
    except ValueError:
        return ""
    return str(body.get("error", ""))[:200] if isinstance(body, dict) else ""


class KeptTokens:
    """Access tokens, renewed from a refresh token that someone else keeps. Thread-safe.

    Args:
        load: the refresh token, None when signed out.
        save: keeps a new refresh token, None to forget it; called before the new access token is used.
    """

    def __init__(
        self,
        url: str,
        transport: Transport,
        *,
        load: Callable[[], str | None],
        save: Callable[[str | None], None],
        server: Server | None = None,
        grant: Grant | None = None,
    ) -> None:
        self._url = url
        self._transport = transport
        self._load = load
        self._save = save
        self._server = server
        self._grant = grant
        self._lock = threading.Lock()

    def accept(self, server: Server, grant: Grant) -> None:
        """Take over what signing in gave."""
        with self._lock:
            if grant.refresh:
                self._save(grant.refresh)
            self._server, self._grant = server, grant

    def access(self, call: Call) -> str:
        with self._lock:
            if self._grant is not None and time.monotonic() < self._grant.expires_at - EARLY:
                return self._grant.access
            return self._renewed(call)

    def renew(self, used: str, call: Call) -> str:
        with self._lock:
            if self._grant is not None and self._grant.access != used:
                return self._grant.access  # Another thread was quicker.
            return self._renewed(call)

    def forget(self, call: Call) -> None:
        """Sign out: the tokens are gone from here at once, and revoked where the central can be told."""
        with self._lock:
            token, self._grant = self._load(), None
            self._save(None)
            server = self._server
        if token:
            revoke(server or discover(self._url, self._transport, call), token, self._transport, call)

    def _renewed(self, call: Call) -> str:
        token = self._load()
        if token is None:
            # A grant without a refresh token is good until it is refused.
            self._grant = None
            raise Refused("signedOut")
        if self._server is None:
            self._server = discover(self._url, self._transport, call)
        grant = refresh(self._server, token, self._transport, call)
        if grant.refresh and grant.refresh != token:
            self._save(grant.refresh)
        self._grant = grant
        return grant.access
