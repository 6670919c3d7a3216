"""The practice central's sign-in page: plain, Vietnamese, marked THỰC HÀNH, usable by keyboard and without scripts.

Knows nothing of ours. The people and their practice passwords stand on the page: they are no secrets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Resident:
    """Someone of the practice office as the page lists them."""

    person_id: str
    username: str
    password: str
    name: str
    title: str
    unit: str


_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
.practice { background: #8a5a00; color: #fff; padding: .5rem 1rem; font-weight: 600; border-radius: 4px; }
form { display: grid; grid-template-columns: max-content minmax(12rem, 22rem); gap: .75rem 1rem; margin: 1.5rem 0; }
label { align-self: center; }
input, button { font: inherit; padding: .4rem .6rem; }
button.main { grid-column: 2; justify-self: start; padding: .5rem 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; vertical-align: baseline; }
.wrong { border-left: 4px solid #b3261e; padding: .5rem 1rem; }
:focus-visible { outline: 3px solid #2f6fde; outline-offset: 2px; }
code { font-size: 1rem; }
"""

_SCRIPT = """
for (const button of document.querySelectorAll("button[data-username]")) {
  button.addEventListener("click", () => {
    document.getElementById("username").value = button.dataset.username;
    document.getElementById("password").value = button.dataset.password;
    document.getElementById("enter").focus();
  });
}
"""


def page(
    people: Sequence[Resident], ticket: str, nonce: str, *, wrong: bool = False, username: str = "", more: bool = False
) -> str:
    """The whole page.

    Args:
        more: there are accounts beyond ``people``.
        ticket: proves that the form was ours; goes back with it.
        nonce: of the content security policy.
        wrong: the last try did not fit.
    """
    said = (
        '<p class="wrong" role="alert">Tên đăng nhập hoặc mật khẩu không đúng. Xem lại bảng bên dưới rồi nhập lại.</p>'
        if wrong
        else ""
    )
    rows = "\n".join(_row(person) for person in people)
    rest = "<p>Bảng chỉ ghi những tài khoản đầu tiên; những người khác tự nhập tên đăng nhập.</p>" if more else ""
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đăng nhập – THỰC HÀNH – Tác nghiệp</title>
<style nonce="{nonce}">{_STYLE}</style>
</head>
<body>
<p class="practice">THỰC HÀNH – cơ quan giả định trên máy này, không phải hệ thống thật</p>
<main>
<h1>Đăng nhập Tác nghiệp</h1>
{said}
<form method="post">
<input type="hidden" name="ticket" value="{escape(ticket)}">
<label for="username">Tên đăng nhập</label>
<input id="username" name="username" value="{escape(username)}" autocomplete="username" autocapitalize="none"
 spellcheck="false" required autofocus>
<label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button class="main" id="enter" type="submit">Đăng nhập</button>
</form>
<h2 id="people">Người trong cơ quan thực hành</h2>
<p>Chọn một người để điền sẵn, hoặc tự nhập tên và mật khẩu ghi trong bảng.</p>
{rest}
<table aria-labelledby="people">
<thead><tr><th scope="col">Họ tên</th><th scope="col">Chức vụ</th><th scope="col">Đơn vị</th>
<th scope="col">Tên đăng nhập</th><th scope="col">Mật khẩu</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
<script nonce="{nonce}">{_SCRIPT}</script>
</body>
</html>
"""


def _row(person: Resident) -> str:
    name, username, password = escape(person.name), escape(person.username), escape(person.password)
    button = f'<button type="button" data-username="{username}" data-password="{password}">{name}</button>'
    return (
        f"<tr><td>{button}</td><td>{escape(person.title)}</td><td>{escape(person.unit)}</td>"
        f"<td><code>{username}</code></td><td><code>{password}</code></td></tr>"
    )


def refusal(reason: str, nonce: str) -> str:
    """The page for a request that cannot be answered: it did not come from the program, or is too old."""
    return f"""<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>Không đăng nhập được – THỰC HÀNH</title>
<style nonce="{nonce}">{_STYLE}</style></head>
<body>
<p class="practice">THỰC HÀNH</p>
<main><h1>Không đăng nhập được từ trang này</h1>
<p>Hãy quay lại chương trình Tác nghiệp và bấm “Đăng nhập” lần nữa.</p>
<p><small>{escape(reason)}</small></p></main>
</body>
</html>
"""
