"""What is taken out of a report, case by case, and what has to stay."""

from __future__ import annotations

import json

import pytest

from desktop.support.redaction import Redaction, marks

KNOWN = {"nguyenvanan": "user", "PC-VT-01": "computer", "Trần Thị Bình": "account"}
HOSTS = ("central.tinh.example",)

TAKEN: tuple[tuple[str, str, str], ...] = (
    # text, what must be gone, kind
    (r"C:\Users\Le Van Ba\AppData\Local\TacNghiep\x.db", "Le Van Ba", "user"),
    ("C:/Users/binh.tt/TacNghiep", "binh.tt", "user"),
    (r"D:\Documents and Settings\vanthu\x", "vanthu", "user"),
    (r"D:\VanThu\Nhan su\ky luat\x", "Nhan su", "folder"),
    (r"D:/VanThu/Nhan su/danh sach", "Nhan su", "folder"),
    ("/home/canbo1/.local/share", "canbo1", "user"),
    ("/Users/canbo1/Library", "canbo1", "user"),
    (r"TINH\nguyenvanan", "nguyenvanan", "user"),
    ("trên máy pc-vt-01 lúc", "pc-vt-01", "computer"),
    ("TRẦN THỊ BÌNH", "BÌNH", "account"),
    ("tran thi binh", "tran thi binh", "account"),
    ("tranthibinh mở", "tranthibinh", "account"),
    (r"\\FS01\van-thu\Công văn\mật", "FS01", "share"),
    ("gửi cho canbo.xa@haiphong.gov.vn", "canbo.xa", "email"),
    ("Nguyễn Văn Hùng ký", "Hùng", "name"),
    ("NGUYỄN VĂN HÙNG", "HÙNG", "name"),
    ("Nguyen Van Hung da ky", "Hung", "name"),
    ("đồng chí Hoa vắng", "Hoa", "name"),
    ("bà H'Hen Niê", "H'Hen", "name"),
    ("CN=Lê Thị Nhàn,O=UBND", "Nhàn", "name"),
    ("Common Name: Somebody Else, Country: VN", "Somebody", "name"),
    ("gọi 0912 345 678", "345", "phone"),
    ("gọi +84 91-234-5678", "234", "phone"),
    ("gọi 0912345678", "0912345678", "number"),
    ("CCCD 012345678901", "012345678901", "number"),
    ("CMND 123456789", "123456789", "number"),
    ("MST 0101234567-001", "0101234567", "number"),
    ("MST 0101234567-001", "-001", "number"),
    ("số 123/QĐ-UBND", "123/QĐ", "number"),
    ("45/2026/NĐ-CP", "45/2026", "number"),
    ("1234/BC-STTTT-CNTT", "1234", "number"),
    ("Số: 77", "77", "number"),
    ("12-QĐ/TU", "12-QĐ", "number"),
    ("345-CV/BTCTU", "345", "number"),
    ("V/v điều động cán bộ", "điều động", "subject"),
    ("Quyết định về việc khen thưởng", "khen thưởng", "subject"),
    ("Authorization: Bearer abc.DEF-123_456", "abc.DEF", "secret"),
    ('"refresh_token": "r-98765"', "r-98765", "secret"),
    ("mật khẩu là hoaphuong", "hoaphuong", "secret"),
    ("PIN: 246810", "246810", "secret"),
    ("mã PIN vừa nhập 246810", "246810", "secret"),
    ("userPin: 445566", "445566", "secret"),
    ("pin_code=998877", "998877", "secret"),
    ("db_password=hunter2", "hunter2", "secret"),
    ("refreshToken=abcdefghijk", "abcdefgh", "secret"),
    ("pwd=hunter2", "hunter2", "secret"),
    ("mat khau: Abc@123", "Abc@123", "secret"),
    ("MatKhau=hunter2", "hunter2", "secret"),
    ("otp=123456", "123456", "secret"),
    ("GET /callback?code=SplxlOBeZQ&state=af0ifjsldkj", "SplxlOBeZQ", "secret"),
    ("GET /callback?code=SplxlOBeZQ&state=af0ifjsldkj", "af0if", "secret"),
    ("redirect_uri=http%3A%2F%2Flocalhost%2F%3Fcode%3DSplxlOBe1", "SplxlOBe1", "secret"),
    ("?access_token=2YotnFZFEj&id_token=ab.cd", "2Yotn", "secret"),
    ("?access_token=2YotnFZFEj&id_token=ab.cd", "ab.cd", "secret"),
    ("client_id=x&client_secret=zzz", "zzz", "secret"),
    ('{"client_secret": "hoa phuong do"', "phuong", "secret"),
    (r"body={\"access_token\":\"r98765", "r98765", "secret"),
    ("client_assertion=abcdef", "abcdef", "secret"),
    ("/x?key=AIzaSyD9tSrke72&v=1", "AIza", "secret"),
    ("?key=hoaphuong", "hoaphuong", "secret"),
    ("X-Api-Key: 12ab34", "12ab34", "secret"),
    ("privateKey=zzz", "zzz", "secret"),
    ('{"key": "hoa phuong do"', "phuong", "secret"),
    ("?sig=a%2Fb%3D&se=2026", "a%2Fb", "secret"),
    ("nonce=n0nce", "n0nce", "secret"),
    ("JSESSIONID=1A530637", "1A530637", "secret"),
    ("code: 482913", "482913", "secret"),
    ("user_code=WDJBMJHT", "WDJB", "secret"),
    ("pwd=tranthibinh2026!", "2026", "secret"),
    ("pwd='trần thị bình 2026!'", "2026", "secret"),
    ("https://central.tinh.example/tranthibinh/Bao%20cao?code=7a7", "Bao%20cao", "path"),
    ("passcode=4711", "4711", "secret"),
    ("PIN1: 246810, PIN2=135791", "246810", "secret"),
    ("PIN1: 246810, PIN2=135791", "135791", "secret"),
    ("password2=hunter2", "hunter2", "secret"),
    ("user[password]=hunter2", "hunter2", "secret"),
    ("cookies=a1b2c3", "a1b2c3", "secret"),
    ("mật khẩu mới: hoaphuong", "hoaphuong", "secret"),
    ("Mật khẩu của tôi là hoaphuong", "hoaphuong", "secret"),
    ("Mật khẩu là: hoaphuong", "hoaphuong", "secret"),
    ("mật khẩu đăng nhập hồ sơ = hoaphuong", "hoaphuong", "secret"),
    ("password (new): hunter2", "hunter2", "secret"),
    ("mk là hoaphuong", "hoaphuong", "secret"),
    ("password -> hunter2", "hunter2", "secret"),
    ("PIN là: 1 2 3 4 5 6", "3 4", "secret"),
    ("mã pin 24-68-10", "68-10", "secret"),
    ("mã OTP vừa nhận 482913", "482913", "secret"),
    ("mã xác thực 482913", "482913", "secret"),
    ("mã xác thực: 471147", "471147", "secret"),
    ("eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl", "eyJzdWIi", "secret"),
    ("khóa Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFy1A==", "Zm9v", "secret"),
    ("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", "MIIE", "secret"),
    ("https://u:matkhau@central.tinh.example/", "matkhau", "secret"),
    ("https://central.tinh.example/blob/x/Bao%20cao.pdf", "Bao%20cao", "path"),
    ("https://central.tinh.example/?code=777abc", "777abc", "query"),
    ("https://may-cua-toi.example/x", "may-cua-toi", "host"),
    ("tacnghiep:document/9981", "9981", "link"),
    ("192.168.1.20:8443", "192.168.1.20", "address"),
    ("fe80::1ff:fe23:4567:890a", "4567", "address"),
    ("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "8a2e", "address"),
    ("2001:db8::1", "db8", "address"),
    ("AA-BB-CC-0D-EE-FF", "CC-0D", "address"),
    ("không mở được Bao cao thang 5.pdf", "Bao cao", "file"),
    ("serial 5404AB12CD99", "5404AB", "serial"),
    ("serial=5404AB12CD99", "5404AB", "serial"),
)


@pytest.mark.parametrize(("text", "gone", "kind"), TAKEN)
def test_it_is_taken_out(text: str, gone: str, kind: str) -> None:
    redaction = Redaction(KNOWN, HOSTS)
    said = redaction.text(text)
    assert gone not in said
    assert kind in redaction.taken, said
    assert marks(said)


STAYS = (
    "Tác nghiệp 0.1.0, Python 3.13.2, Windows-10-10.0.19045-SP0.",
    "https://central.tinh.example",
    "https://central.tinh.example:8443/",
    "http://ocsp.ca.gov.vn",
    "http://127.0.0.1:8080",
    "0199f0e2-7c55-7a31-9d0e-3b1f2c4d5e6f",
    "sha256 " + "0f" * 32,
    "lúc 10:15:09 ngày 23/11/2026 và 01-02-2026 10:00",
    "2026-11-23T10:11:12.123456Z",
    "chiếm 12345678 byte trong 0.123456789 giây, 3.14159265358979 lần",
    r"C:\Program Files\Tac nghiep\app\desktop\sync\engine.py",
    r"C:\Windows\System32\vnptca_p11_v8.dll",
    r"D:\TokenManager\drivers\token_p11.dll",
    r"C:\ProgramData\TacNghiep\updates",
    "spin: 1234, tokenizer=fast, Fast-Forward: yes, std::vector, C::D, 10:11:12",
    "tokens=3 code=notTheCentral kind=offline",
    "code=invalid_grant, code: 'urn:ietf:params:jmap:error:limit', state=active, session=True, signature: valid",
    "code=404, exit_code=-1073741819, errorCode=12029, code: 0x80070005",
    "key=F5 key=Ctrl+Shift+L Key: Enter key=PageDown",
    r"key=HKLM\Software\Policies\TacNghiep",
    "keyring=ok monkey=1 keys=3 decode: utf-8 unicode=yes",
    "Dịch vụ thẻ thông minh đang chạy nhưng không thấy đầu đọc hay thiết bị nào.",
    "tacnghiep.log, practice.log.1, policy.json, fault-20261123-101112.txt",
)


@pytest.mark.parametrize("text", STAYS)
def test_it_stays(text: str) -> None:
    assert Redaction(KNOWN, HOSTS).text(text) == text


def test_the_same_has_the_same_mark_and_another_has_another() -> None:
    redaction = Redaction(KNOWN)
    first, second = redaction.text("Trần Thị Bình gọi Lê Thị Nhàn"), redaction.text("tranthibinh, Lê Thị Nhàn, Vũ An")
    assert first == "[[account#1]] gọi [[name#1]]"
    assert second == "[[account#1]], [[name#1]], [[name#2]]"
    assert redaction.taken == {"account": 2, "name": 3}


def test_a_mark_is_not_taken_out_again() -> None:
    redaction = Redaction(KNOWN, HOSTS)
    once = redaction.trace("PIN: 246810, https://u:p@x.example/Báo cáo.pdf?q=1 V/v khen thưởng 0912345678")
    assert redaction.trace(once) == once


def line(**values: object) -> str:
    return json.dumps({"event": "x", "level": "info", "timestamp": "2026-11-23T10:11:12.123456Z", **values})


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        (line(subject="Bao cao tinh hinh thang 5"), "tinh hinh"),
        (line(reason="khong dung tham quyen"), "tham quyen"),
        (line(pin=2468), "2468"),
        (line(userPin="2468"), "2468"),
        (line(pinCode=2468), "2468"),
        (line(newPassword="hoa"), "hoa"),
        (line(client_secret="zzz"), "zzz"),
        (line(apiKey="kkk"), "kkk"),
        (line(key="hoaphuong"), "hoaphuong"),
        (line(code="SplxlOBeZQ"), "Splxl"),
        (line(code=482913), "482913"),
        (line(authCode="notTheCentral"), "notTheCentral"),
        (line(keys=[{"key": "k-77"}]), "k-77"),
        (line(url="/cb?code=SplxlOBeZQ"), "Splxl"),
        (line(nested={"password": "hoa phuong"}), "hoa"),
        (line(password={"value": "hoaphuong"}), "hoaphuong"),
        (line(password2="hoaphuong"), "hoaphuong"),
        (line(passwordConfirm="hoaphuong"), "hoaphuong"),
        (line(**{"mật khẩu": "hoaphuong"}), "hoaphuong"),
        (line(**{"Mat Khau": "hoaphuong"}), "hoaphuong"),
        (line(cccd=12345678901), "12345678901"),
        (line(exception="ValueError: 'Bao cao tinh hinh' is no number"), "tinh hinh"),
        (line(exception="ValueError: Quyết định giao đất cho dân"), "giao đất"),
        (line(error="[Errno 2] No such file: 'D:\\\\Công văn đến\\\\12.txt'"), "Công văn"),
        (line(**{"Nguyễn Văn Hùng": 1}), "Hùng"),
        ("Quyết định khen thưởng tập thể", "khen thưởng"),
        ('{"event": "half of a line, về việc giao đấ', "giao đấ"),
    ],
)
def test_of_a_log_line_what_somebody_wrote_is_taken(written: str, gone: str) -> None:
    assert gone not in Redaction(KNOWN, HOSTS).log(written)


def test_of_a_log_line_what_we_write_stays() -> None:
    written = line(
        act="0199f0e2-7c55-7a31", kind="issue", subject="doc-17", code="notTheCentral", seconds=3, ok=True,
        status={"code": 404, "exitCode": 12029}, key="F5", state="active",
    )  # fmt: skip
    assert json.loads(Redaction(KNOWN).log(written)) == json.loads(written)


def test_a_trace_keeps_its_places() -> None:
    trace = (
        'Traceback (most recent call last):\n  File "C:\\Program Files\\Tac nghiep\\app\\x.py", line 3, in f\n    go()'
    )
    assert Redaction(KNOWN).trace(trace) == trace


@pytest.mark.parametrize(
    "rubbish", ["", "\0\ud800", "[[x", "[[name#1]]" * 3, "{" * 3000, "'" * 500, "%" * 2000, "a@" * 999]
)
def test_rubbish_neither_fails_nor_takes_long(rubbish: str) -> None:
    redaction = Redaction(KNOWN)
    redaction.text(rubbish)
    redaction.log(rubbish)


@pytest.mark.parametrize("piece", ["_", "a.", "é", "a@", "Nguyễn "])
@pytest.mark.timeout(20)
def test_a_long_line_takes_no_longer_for_being_strange(piece: str) -> None:
    Redaction(KNOWN).log(piece * (30_000 // len(piece)))
