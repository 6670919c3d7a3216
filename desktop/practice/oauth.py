"""Signing in to the practice central: authorization code with PKCE S256, refresh tokens that rotate.

RFC 6749, 7636, 8252, on Authlib; knows the tables. A refresh token stays good until its successor has been used once:
an answer that was lost on a broken line does not sign anybody out, while a stolen token used after that ends the whole
family (RFC 9700, 4.14).
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from authlib.oauth2.rfc6749 import (
    AuthorizationServer,
    ClientMixin,
    InvalidRequestError,
    OAuth2Payload,
    OAuth2Request,
    ResourceProtector,
    TokenMixin,
    grants,
)
from authlib.oauth2.rfc6750 import BearerTokenGenerator, BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from sqlalchemy import and_, delete, false, insert, or_, select, update

from desktop.practice.schema import account
from desktop.practice.schema import authorization_code as codes
from desktop.practice.schema import token as tokens
from desktop.practice.store import Store

CLIENT_ID = "tacnghiep-desktop"
SCOPE = "office"
CODE_LIFE = 120
ACCESS_LIFE = 3600
REFRESH_LIFE = 30 * 24 * 3600
REALM = "practice"

MOMENT = 10.0
"""Seconds for which a token that was good is not looked up again."""

MOST_SEEN = 20_000

Answer = tuple[int, Any, list[tuple[str, str]]]


def digest(text: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(text.encode()).hexdigest()


class DesktopClient(ClientMixin):
    """The desktop program: public, sent back to its own loopback address on whatever port it listens."""

    client_id = CLIENT_ID

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        return ""

    def get_allowed_scope(self, scope: Any) -> str:
        return SCOPE

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Any port of the loopback address (RFC 8252, 7.3 and 8.3), the path fixed."""
        parts = urlsplit(redirect_uri)
        loopback = parts.hostname == "127.0.0.1"
        return parts.scheme == "http" and loopback and parts.path == "/callback" and not parts.fragment

    def check_client_secret(self, client_secret: str) -> bool:
        return False

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "none"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in ("authorization_code", "refresh_token")


@dataclass(frozen=True)
class Code:
    """A stored authorization code, as Authlib asks of one."""

    row: Any

    @property
    def code_challenge(self) -> str:
        return self.row.challenge

    @property
    def code_challenge_method(self) -> str:
        return self.row.challenge_method

    def get_redirect_uri(self) -> str:
        return self.row.redirect_uri

    def get_scope(self) -> str:
        return self.row.scope


@dataclass(frozen=True)
class Token(TokenMixin):
    """A stored token, as Authlib asks of one."""

    row: Any

    @property
    def person_id(self) -> str:
        return self.row.person_id

    def check_client(self, client: Any) -> bool:
        return self.row.client_id == client.client_id

    def get_scope(self) -> str:
        return self.row.scope

    def get_expires_in(self) -> int:
        return self.row.expires - self.row.issued

    def is_expired(self) -> bool:
        return self.row.expires <= time.time()

    def is_revoked(self) -> bool:
        return self.row.revoked

    def get_user(self) -> str:
        return self.row.person_id

    def get_client(self) -> Any:
        return DesktopClient()


class Payload(OAuth2Payload):
    """The parameters of a request: those of its address and those of its form."""

    def __init__(self, values: list[tuple[str, str]]) -> None:
        self._values = dict(values)
        self._lists: defaultdict[str, list[str]] = defaultdict(list)
        for name, value in values:
            self._lists[name].append(value)

    @property
    def data(self) -> dict[str, str]:
        return self._values

    @property
    def datalist(self) -> defaultdict[str, list[str]]:
        return self._lists


class FormRequest(OAuth2Request):
    """A request whose address and form have been read."""

    def __init__(
        self,
        method: str,
        uri: str,
        headers: Mapping[str, str],
        query: list[tuple[str, str]],
        form: list[tuple[str, str]],
    ) -> None:
        super().__init__(method, uri, headers=headers)
        self.payload = Payload([*query, *form])
        self._args: dict[str, str | None] = dict(query)
        self._form = dict(form)

    @property
    def args(self) -> dict[str, str | None]:
        return self._args

    @property
    def form(self) -> dict[str, str]:
        return self._form


class S256Only(CodeChallenge):
    """PKCE is asked of everyone, by SHA-256 alone."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]  # noqa: RUF012  # Authlib's own spelling

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        data = grant.request.payload.data
        if not data.get("code_challenge") or data.get("code_challenge_method") != "S256":
            raise InvalidRequestError("a code_challenge with method S256 is needed")
        super().validate_code_challenge(grant, redirect_uri)


class CodeGrant(grants.AuthorizationCodeGrant):
    """Codes live two minutes, and only once."""

    TOKEN_ENDPOINT_AUTH_METHODS = ["none"]  # noqa: RUF012  # Authlib's own spelling
    server: SignIn

    def save_authorization_code(self, code: str, request: Any) -> None:
        data = request.payload.data
        row = {
            "digest": digest(code),
            "client_id": request.client.client_id,
            "redirect_uri": data["redirect_uri"],
            "scope": SCOPE,
            "person_id": request.user,
            "challenge": data["code_challenge"],
            "challenge_method": "S256",
            "expires": int(time.time()) + CODE_LIFE,
        }
        with self.server.changing() as connection:
            connection.execute(delete(codes).where(codes.c.expires < time.time()))
            connection.execute(insert(codes).values(**row))

    def query_authorization_code(self, code: str, client: Any) -> Code | None:
        with self.server.store.reader.begin() as connection:
            row = connection.execute(
                select(codes).where(
                    codes.c.digest == digest(code),
                    codes.c.client_id == client.client_id,
                    codes.c.expires > time.time(),
                )
            ).first()
        return Code(row) if row else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        with self.server.changing() as connection:
            connection.execute(delete(codes).where(codes.c.digest == authorization_code.row.digest))

    def authenticate_user(self, authorization_code: Code) -> str:
        return authorization_code.row.person_id


class RefreshGrant(grants.RefreshTokenGrant):
    """Each use gives a new pair; the old one dies when the new one is first used."""

    TOKEN_ENDPOINT_AUTH_METHODS = ["none"]  # noqa: RUF012  # Authlib's own spelling
    INCLUDE_NEW_REFRESH_TOKEN = True
    server: SignIn

    def authenticate_refresh_token(self, refresh_token: str) -> Any:
        return self.server.use_refresh(refresh_token)

    def authenticate_user(self, refresh_token: Token) -> str:
        return refresh_token.person_id

    def revoke_old_credential(self, refresh_token: Any) -> None:
        """Nothing yet: see the module's first lines."""


class Revocation(RevocationEndpoint):
    """Signing out ends the whole family of tokens (RFC 7009)."""

    CLIENT_AUTH_METHODS = ["none"]  # noqa: RUF012  # Authlib's own spelling
    server: SignIn

    def query_token(self, token_string: str, token_type_hint: str | None) -> Token | None:
        value = digest(token_string)
        with self.server.store.reader.begin() as connection:
            row = connection.execute(
                select(tokens).where(or_(tokens.c.access == value, tokens.c.refresh == value))
            ).first()
        return Token(row) if row else None

    def revoke_token(self, token: Token, request: Any) -> None:
        self.server.end_family(token.row.family)


class Bearer(BearerTokenValidator):
    """Looks a token up, and notes that it is in use."""

    def __init__(self, sign_in: SignIn) -> None:
        super().__init__(realm=REALM)
        self.sign_in = sign_in

    def authenticate_token(self, token_string: str) -> Token | None:
        return self.sign_in.find_access(token_string)


class Seen:
    """Tokens found good a moment ago. Another process may end a token: it holds here for that moment yet.

    Args:
        seconds: the moment; 0 where looking a token up costs nothing worth it.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._rows: dict[str, tuple[float, Any]] = {}

    def get(self, value: str) -> Any:
        until, row = self._rows.get(value, (0.0, None))
        return row if time.monotonic() < until else None

    def put(self, value: str, row: Any) -> None:
        if len(self._rows) >= MOST_SEEN:
            self._rows.clear()
        self._rows[value] = (time.monotonic() + self._seconds, row)

    def forget(self) -> None:
        self._rows.clear()


class SignIn(AuthorizationServer):
    """The authorization server of the practice central."""

    def __init__(self, store: Store) -> None:
        super().__init__(scopes_supported=[SCOPE])
        self.store = store
        self._seen = Seen(MOMENT if store.engine.dialect.name == "postgresql" else 0.0)
        self._names: dict[str, str] = {}
        self.register_token_generator(
            "default",
            BearerTokenGenerator(
                lambda **_k: secrets.token_urlsafe(32),
                lambda **_k: secrets.token_urlsafe(32),
                lambda _client, _kind: ACCESS_LIFE,
            ),
        )
        self.register_grant(CodeGrant, [S256Only(required=True)])
        self.register_grant(RefreshGrant)
        self.register_endpoint(Revocation)
        self.protector = ResourceProtector()
        self.protector.register_token_validator(Bearer(self))

    # -- what Authlib asks of a server

    def query_client(self, client_id: str) -> Any:
        return DesktopClient() if client_id == CLIENT_ID else None

    def save_token(self, token: Mapping[str, Any], request: Any) -> None:
        now = int(time.time())
        old = request.refresh_token
        row = {
            "access": digest(token["access_token"]),
            "refresh": digest(token["refresh_token"]),
            "family": old.row.family if old else secrets.token_hex(16),
            "person_id": request.user if isinstance(request.user, str) else old.person_id,
            "client_id": request.client.client_id,
            "scope": token.get("scope") or SCOPE,
            "issued": now,
            "expires": now + int(token["expires_in"]),
            "refresh_expires": now + REFRESH_LIFE,
            "parent": old.row.access if old else None,
            "spent": False,
            "revoked": False,
        }
        with self.changing() as connection:
            connection.execute(delete(tokens).where(tokens.c.refresh_expires < now))
            connection.execute(insert(tokens).values(**row))

    def create_oauth2_request(self, request: Any) -> FormRequest:
        return request

    def handle_response(self, status: int, body: Any, headers: Any) -> Answer:
        return status, body, list(headers)

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""

    # -- tokens

    def changing(self) -> Any:
        """A short transaction that writes."""
        return self.store.engine.execution_options(writing=True).begin()

    def find_access(self, text: str) -> Token | None:
        """The token with this access token; its predecessor is spent from now on.

        One that was good a moment ago is taken at its word: a visit asks several times in a row.
        """
        value = digest(text)
        row = self._seen.get(value)
        if row is not None:
            return Token(row)
        older = tokens.alias()
        statement = select(tokens, older.c.spent.label("parent_spent")).outerjoin(
            older, older.c.access == tokens.c.parent
        )
        with self.store.reader.begin() as connection:
            row = connection.execute(statement.where(tokens.c.access == value)).first()
        if row is None:
            return None
        if row.parent_spent is False:
            self._spend(row.parent)
        if not row.revoked:
            self._seen.put(value, row)
        return Token(row)

    def use_refresh(self, text: str) -> Token | None:
        """The token with this refresh token; None, and its family ended, when it had been spent."""
        with self.store.reader.begin() as connection:
            row = connection.execute(select(tokens).where(tokens.c.refresh == digest(text))).first()
        if row is None or row.revoked or row.refresh_expires <= time.time():
            return None
        if row.spent:
            self.end_family(row.family)
            return None
        if row.parent:
            self._spend(row.parent)
        return Token(row)

    def _spend(self, access: str) -> None:
        unspent = and_(tokens.c.access == access, tokens.c.spent == false())
        with self.changing() as connection:
            connection.execute(update(tokens).where(unspent).values(spent=True))

    def end_family(self, family: str) -> None:
        """Signs out everything that came from one sign-in."""
        with self.changing() as connection:
            connection.execute(update(tokens).where(tokens.c.family == family).values(revoked=True))
        self._seen.forget()

    # -- people

    def person_for(self, username: str, password: str) -> str | None:
        """The person with this user name and password."""
        with self.store.reader.begin() as connection:
            row = connection.execute(select(account).where(account.c.username == username.strip().lower())).first()
        if row is None or not secrets.compare_digest(row.password.encode(), password.encode()):
            return None
        return row.person_id

    def username_of(self, person_id: str) -> str:
        """The user name of a person: it never changes."""
        found = self._names.get(person_id)
        if found is None:
            with self.store.reader.begin() as connection:
                found = connection.execute(select(account.c.username).where(account.c.person_id == person_id)).scalar()
            if found is None:
                return person_id
            if len(self._names) >= MOST_SEEN:
                self._names.clear()
            self._names[person_id] = found
        return found


def metadata(base: str) -> dict[str, Any]:
    """What an RFC 8414 client reads first."""
    return {
        "issuer": base,
        "authorization_endpoint": f"{base}/oauth/authorize",
        "token_endpoint": f"{base}/oauth/token",
        "revocation_endpoint": f"{base}/oauth/revoke",
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": [SCOPE],
        "ui_locales_supported": ["vi"],
    }
