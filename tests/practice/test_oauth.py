"""Signing in: code with PKCE, tokens that rotate without signing anybody out on a bad line, and signing out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from sqlalchemy import update

from desktop.practice.schema import token
from tests.practice.conftest import CALLBACK, Town, authorize_params, code_for, pkce, redeem, sign_in, ticket_in


@pytest.fixture
def http() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def works(town: Town, http: requests.Session, access: str) -> bool:
    answer = http.get(f"{town.base}/.well-known/jmap", headers={"Authorization": f"Bearer {access}"})
    if answer.status_code == 401:
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    return answer.status_code == 200


def refresh(town: Town, http: requests.Session, value: str) -> requests.Response:
    form = {"grant_type": "refresh_token", "refresh_token": value, "client_id": "tacnghiep-desktop"}
    return http.post(f"{town.base}/oauth/token", data=form)


def test_the_metadata_is_found(town: Town, http: requests.Session) -> None:
    found = http.get(f"{town.base}/.well-known/oauth-authorization-server").json()
    assert found["issuer"] == town.base
    assert found["code_challenge_methods_supported"] == ["S256"]
    assert found["token_endpoint"] == f"{town.base}/oauth/token"


def test_a_code_is_good_once_and_only_with_its_verifier(town: Town, http: requests.Session) -> None:
    verifier, challenge = pkce()
    code = code_for(http, town.base, "mai", challenge)
    wrong = redeem(http, town.base, code, pkce()[0])
    assert (wrong.status_code, wrong.json()["error"]) == (400, "invalid_grant")
    good = redeem(http, town.base, code, verifier)
    assert good.headers["Cache-Control"] == "no-store"
    assert works(town, http, good.json()["access_token"])
    assert redeem(http, town.base, code, verifier).json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
        {"redirect_uri": "http://example.org/callback"},
        {"redirect_uri": "http://127.0.0.1:99/elsewhere"},
        {"client_id": "somebody"},
        {"response_type": "token"},
    ],
)
def test_other_requests_are_refused_and_never_sent_elsewhere(
    town: Town, http: requests.Session, changed: dict[str, str]
) -> None:
    params = authorize_params(pkce()[1]) | changed
    answer = http.get(f"{town.base}/oauth/authorize", params=params, allow_redirects=False)
    if answer.status_code == 303:
        assert answer.headers["Location"].startswith(CALLBACK)
        query = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert query["state"] == ["s"]
        assert query["error"][0] in ("invalid_request", "unsupported_response_type")
    else:
        assert answer.status_code == 400
        assert "THỰC HÀNH" in answer.text


def test_a_wrong_password_is_said_and_a_foreign_form_is_refused(town: Town, http: requests.Session) -> None:
    params = authorize_params(pkce()[1])
    url = f"{town.base}/oauth/authorize"
    ticket = ticket_in(http.get(url, params=params).text)
    fields = {"ticket": ticket, "username": "mai", "password": "sai"}
    wrong = http.post(url, params=params, data=fields, allow_redirects=False)
    assert wrong.status_code == 403
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in wrong.text
    assert 'value="mai"' in wrong.text
    right = {**fields, "password": "thuchanh"}
    foreign = http.post(url, params=params, data={**right, "ticket": "x"}, allow_redirects=False)
    assert foreign.status_code == 400
    other = http.post(url, params={**params, "state": "t"}, data=right, allow_redirects=False)
    assert other.status_code == 400


def test_a_refresh_whose_answer_was_lost_can_be_asked_again(town: Town, http: requests.Session) -> None:
    first = sign_in(http, town.base, "mai")
    lost = refresh(town, http, first["refresh_token"]).json()
    again = refresh(town, http, first["refresh_token"])
    assert again.status_code == 200
    assert works(town, http, again.json()["access_token"])
    # From here on the old one is spent; whoever comes with it ends the whole family.
    assert refresh(town, http, first["refresh_token"]).json()["error"] == "invalid_grant"
    assert not works(town, http, again.json()["access_token"])
    assert not works(town, http, lost["access_token"])


def test_an_expired_token_says_so(town: Town, http: requests.Session) -> None:
    tokens = sign_in(http, town.base, "mai")
    with town.central.store.engine.execution_options(writing=True).begin() as connection:
        connection.execute(update(token).values(expires=int(time.time()) - 1))
    assert not works(town, http, tokens["access_token"])
    assert works(town, http, refresh(town, http, tokens["refresh_token"]).json()["access_token"])


def test_signing_out_ends_it(town: Town, http: requests.Session) -> None:
    tokens = sign_in(http, town.base, "mai")
    form = {"token": tokens["refresh_token"], "client_id": "tacnghiep-desktop"}
    assert http.post(f"{town.base}/oauth/revoke", data=form).status_code == 200
    assert not works(town, http, tokens["access_token"])
    assert refresh(town, http, tokens["refresh_token"]).status_code == 400
