"""The arguments of the ``updates`` command. Knows argparse alone."""

from __future__ import annotations

import argparse
from pathlib import Path

ABOUT = "Cập nhật của cơ quan: xem, tải, cài, công bố (dành cho quản trị)."
EXIT_CODES = (
    "Mã kết thúc: 0 khi xong hoặc không có gì để làm; 1 khi bị từ chối hoặc hỏng; 2 khi lệnh sai; "
    "3 khi chương trình đang mở nên chưa cài."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds them to the command's parser."""
    parser.add_argument("--json", action="store_true", help="kết quả dạng JSON")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="hỏi nguồn cập nhật")
    what.add_argument("--fetch", action="store_true", help="hỏi, tải và kiểm tra gói cài đặt")
    what.add_argument("--install", action="store_true", help="một lượt của tác vụ theo lịch (tài khoản SYSTEM)")
    what.add_argument("--task", choices=("on", "off", "show"), help="đặt, xóa hoặc in tác vụ theo lịch")
    what.add_argument("--sign", type=Path, metavar="DIR", help="công bố: tạo và ký thông báo cho các gói trong DIR")
    publish = parser.add_argument_group("công bố (--sign)")
    publish.add_argument("--key", type=Path, action="append", metavar="PEM", help="khóa riêng Ed25519; có thể nhiều")
    publish.add_argument("--key-password-file", type=Path, metavar="FILE", help="tệp chứa mật khẩu của khóa riêng")
    publish.add_argument("--version-number", metavar="X.Y.Z", default="", help="khi DIR có nhiều phiên bản")
    publish.add_argument("--days", type=int, default=180, help="số ngày có hiệu lực (180)")
    publish.add_argument("--sequence", type=int, help="số thứ tự, lớn hơn mọi lần trước (mặc định theo giờ)")
    publish.add_argument("--notes-vi", type=Path, metavar="FILE", help="có gì mới, tiếng Việt, văn bản thường")
    publish.add_argument("--notes-en", type=Path, metavar="FILE", help="có gì mới, tiếng Anh")
    publish.add_argument("--minimum-windows", default="10.0.17763", metavar="10.0.N", help="Windows thấp nhất")
