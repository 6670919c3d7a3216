"""The practice central over HTTP: Starlette routes. Knows the central and nothing below it."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import structlog
from a2wsgi import WSGIMiddleware
from authlib.oauth2 import OAuth2Error
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from desktop.office.acts import wire_time
from desktop.practice import events
from desktop.practice.blobs import MAX_UPLOAD, TooLarge
from desktop.practice.central import MOST_LISTED, Central
from desktop.practice.jmap.errors import RequestError
from desktop.practice.jmap.session import MAX_REQUEST
from desktop.practice.oauth import Answer, FormRequest, metadata
from desktop.practice.schema import TYPES
from desktop.practice.sign_in_page import page, refusal

log = structlog.get_logger("practice.http")

TICKET_LIFE = 1800
COMPRESSED = [Middleware(GZipMiddleware, minimum_size=1024, compresslevel=3)]
"""For JSON and pages alone: a file is downloaded by range, and PDFs are compressed already."""


class BlobResponse(FileResponse):
    """A file in pieces so large that most are one: each costs a change of threads."""

    chunk_size = 512 * 1024


class Doors:
    """The routes of one central."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.tickets = URLSafeTimedSerializer(central.ticket_key(), salt="sign-in")

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/.well-known/jmap", self.session, middleware=COMPRESSED),
            Route("/.well-known/oauth-authorization-server", self.metadata),
            Route("/oauth/authorize", self.authorize, methods=["GET", "POST"], middleware=COMPRESSED),
            Route("/oauth/token", self.token, methods=["POST"]),
            Route("/oauth/revoke", self.revoke, methods=["POST"]),
            Route("/jmap/api", self.api, methods=["POST"], middleware=COMPRESSED),
            Route("/jmap/upload/{account}/", self.upload, methods=["POST"]),
            Route("/jmap/download/{account}/{blob}/{name:path}", self.download),
            Route("/jmap/eventsource/", self.events),
        ]

    # -- signing in

    async def metadata(self, _request: Request) -> Response:
        return JSONResponse(metadata(self.central.base))

    async def authorize(self, request: Request) -> Response:
        """The sign-in page, and its form coming back."""
        nonce = secrets.token_urlsafe(12)
        asked = await _oauth_request(request)
        sign_in = self.central.sign_in
        try:
            grant = await run_in_threadpool(sign_in.get_consent_grant, asked)
        except OAuth2Error as error:
            return _oauth_refusal(error, nonce)
        query = str(request.url.query)
        wrong, username = False, ""
        if request.method == "POST":
            form = asked.form
            username = form.get("username", "")
            if not self._is_ours(form.get("ticket", ""), query):
                return HTMLResponse(refusal("Trang đã cũ.", nonce), 400, headers=_page_headers(nonce))
            person = await run_in_threadpool(sign_in.person_for, username, form.get("password", ""))
            if person is not None:
                log.info("signed-in", person=person)
                answer: Any = await run_in_threadpool(sign_in.create_authorization_response, asked, person, grant)
                return _answer(answer)
            wrong = True
        people = await run_in_threadpool(self.central.residents)
        ticket = self.tickets.dumps(query)
        proof = ticket if isinstance(ticket, str) else ticket.decode()
        more = len(people) >= MOST_LISTED
        text = page(people, proof, nonce, wrong=wrong, username=username, more=more)
        return HTMLResponse(text, 403 if wrong else 200, headers=_page_headers(nonce))

    def _is_ours(self, ticket: str, query: str) -> bool:
        try:
            return self.tickets.loads(ticket, max_age=TICKET_LIFE) == query
        except BadSignature:
            return False

    async def token(self, request: Request) -> Response:
        asked = await _oauth_request(request)
        return _answer(await run_in_threadpool(self.central.sign_in.create_token_response, asked))

    async def revoke(self, request: Request) -> Response:
        asked = await _oauth_request(request)
        return _answer(await run_in_threadpool(self.central.sign_in.create_endpoint_response, "revocation", asked))

    # -- JMAP

    async def session(self, request: Request) -> Response:
        def work() -> Response:
            person = self._whose(request)
            return JSONResponse(self.central.session_of(person), headers={"Cache-Control": "no-cache, no-store"})

        return await _guarded(work)

    async def api(self, request: Request) -> Response:
        try:
            body = await _whole_body(request, MAX_REQUEST)
        except TooLarge:
            problem = RequestError("limit", "the request is too large", status=413, limit="maxSizeRequest")
            return _problem(problem)
        is_json = request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"

        def work() -> Response:
            person = self._whose(request)
            if not is_json:
                raise RequestError("notJSON", "the content type is not application/json")
            return Response(self.central.handle(person, body), media_type="application/json")

        return await _guarded(work)

    async def upload(self, request: Request) -> Response:
        """RFC 8620, 6.1."""
        try:
            person = await run_in_threadpool(self._account, request)
        except (OAuth2Error, RequestError) as error:
            return _refused(error)
        if int(request.headers.get("content-length") or 0) > MAX_UPLOAD:
            return _problem(RequestError("limit", "the file is too large", status=413, limit="maxSizeUpload"))
        incoming = self.central.blobs.begin()
        try:
            async for piece in request.stream():
                incoming.write(piece)
            media_type = request.headers.get("content-type") or "application/octet-stream"
            stamp = wire_time(self.central.clock())
            info = await run_in_threadpool(self.central.blobs.keep, incoming, media_type, person, stamp)
        except TooLarge:
            return _problem(RequestError("limit", "the file is too large", status=413, limit="maxSizeUpload"))
        finally:
            incoming.drop()
        return JSONResponse(
            {"accountId": person, "blobId": info.id, "type": info.media_type, "size": info.size}, status_code=201
        )

    async def download(self, request: Request) -> Response:
        """RFC 8620, 6.2; ranges by RFC 9110, 14."""
        blob_id, name = request.path_params["blob"], request.path_params["name"]

        def work() -> Response:
            person = self._account(request)
            with self.central.store.reading() as reading:
                info = self.central.blobs.find_in(reading.connection, blob_id)
                viewer = reading.viewer(person)
                may = viewer is not None and reading.may_read_blob(viewer, blob_id)
            if info is None or not may:
                return JSONResponse({"type": "about:blank", "status": 404, "detail": "no such blob"}, status_code=404)
            tag = f'"{blob_id}"'
            headers = {"ETag": tag, "Cache-Control": "private, immutable, max-age=31536000"}
            if tag in [part.strip() for part in request.headers.get("if-none-match", "").split(",")]:
                return Response(status_code=304, headers=headers)
            media_type = request.query_params.get("type") or info.media_type
            path = self.central.blobs.path(blob_id)
            found = BlobResponse(path, headers=headers, media_type=media_type, filename=name, stat_result=path.stat())
            if info.size > BlobResponse.chunk_size or "range" in request.headers:
                return found
            # Read here: this is a thread already, and each further piece would change to another.
            return Response(path.read_bytes(), headers=dict(found.headers))

        return await _guarded(work)

    async def events(self, request: Request) -> Response:
        """RFC 8620, 7.3."""
        try:
            person = await run_in_threadpool(self._whose, request)
        except OAuth2Error as error:
            return _refused(error)
        asked = request.query_params
        types = frozenset(TYPES) if asked.get("types", "*") == "*" else frozenset(asked["types"].split(","))
        ping = asked.get("ping", "0")
        if not ping.isascii() or not ping.isdigit() or asked.get("closeafter", "no") not in ("no", "state"):
            return JSONResponse({"type": "about:blank", "status": 400, "detail": "ping or closeafter"}, status_code=400)
        seconds = int(ping) and max(events.SHORTEST_PING, min(int(ping), events.LONGEST_PING))
        text = events.stream(
            self.central.broker,
            person,
            types=types,
            ping=seconds,
            close_after_state=asked.get("closeafter") == "state",
            last_event=request.headers.get("last-event-id"),
        )
        return StreamingResponse(text, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    # -- who asks

    def _whose(self, request: Request) -> str:
        """The person whose token the request bears.

        Raises:
            OAuth2Error: there is none, or it is no longer good.
        """
        return self.central.sign_in.protector.validate_request(None, request).person_id

    def _account(self, request: Request) -> str:
        person = self._whose(request)
        if request.path_params["account"] != person:
            raise RequestError("notRequest", "no such account", status=404)
        return person


def create_app(central: Central, *, pki: Callable[..., Any] | None = None) -> Starlette:
    """The whole server.

    Args:
        pki: the WSGI application of the practice certificates (OCSP, CRL, time-stamps), mounted under ``/pki``.
    """
    routes: list[Route | Mount] = [*Doors(central).routes()]
    if pki is not None:
        routes.append(Mount("/pki", app=WSGIMiddleware(pki)))  # type: ignore[arg-type]  # a2wsgi's own callable type

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        with central.listening():
            yield
        central.broker.close()

    # A page of the web must not reach a loopback server by a name of its own (DNS rebinding).
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    return Starlette(routes=routes, lifespan=lifespan, middleware=[hosts])


# -- answers ----------------------------------------------------------------------------------------------------------


async def _guarded(work: Callable[[], Response]) -> Response:
    """Does the work off the loop, and turns refusals into answers."""
    try:
        return await run_in_threadpool(work)
    except (OAuth2Error, RequestError) as error:
        return _refused(error)


def _refused(error: OAuth2Error | RequestError) -> Response:
    if isinstance(error, RequestError):
        return _problem(error)
    status, body, headers = error()
    found = dict(headers)
    if status == 401:
        # Some of Authlib's errors write the scheme small, and say what is wrong with a token that was never sent.
        said = found.get("WWW-Authenticate", "")
        found["WWW-Authenticate"] = said if said.startswith("Bearer ") else 'Bearer realm="practice"'
    return JSONResponse(body, status, headers=found)


def _problem(error: RequestError) -> Response:
    headers = {"Retry-After": "1"} if error.status == 429 else None
    return JSONResponse(error.problem(), error.status, headers=headers, media_type="application/problem+json")


async def _whole_body(request: Request, limit: int) -> bytes:
    if int(request.headers.get("content-length") or 0) > limit:
        raise TooLarge
    parts: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise TooLarge
        parts.append(piece)
    return b"".join(parts)


async def _oauth_request(request: Request) -> FormRequest:
    form = await request.form() if request.method == "POST" else None
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)] if form else []
    headers: Headers = request.headers
    return FormRequest(request.method, str(request.url), headers, request.query_params.multi_items(), fields)


def _answer(answer: Answer) -> Response:
    status, body, headers = answer
    found = dict(headers)
    if 300 <= status < 400 and "Location" in found:
        return RedirectResponse(found["Location"], 303, headers={"Cache-Control": "no-store"})
    found = {name: value for name, value in found.items() if name.lower() != "content-type"}
    return Response(json.dumps(body), status, headers=found, media_type="application/json")


def _oauth_refusal(error: OAuth2Error, nonce: str) -> Response:
    """Back to the program with the error, when its address has been found to be its own; else a page."""
    redirect = getattr(error, "redirect_uri", None)
    if redirect:
        members = {"error": error.error, "error_description": error.description, "state": getattr(error, "state", None)}
        query = urlencode({name: value for name, value in members.items() if value})
        return RedirectResponse(f"{redirect}{'&' if '?' in redirect else '?'}{query}", 303)
    return HTMLResponse(refusal(str(error.error), nonce), 400, headers=_page_headers(nonce))


def _page_headers(nonce: str) -> dict[str, str]:
    """Nothing from elsewhere, nobody's frame; the form may lead back to the program's loopback address."""
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self' http://127.0.0.1:*"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
