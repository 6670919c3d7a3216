"""The ``tacnghiep`` command: reads the arguments and opens the one part that was asked for.

Knows every part by name alone: each is imported when it is asked for, so that a token agent never loads Qt and the
command line answers at once.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop import links
from desktop.command_words import Parser
from desktop.start_request import StartRequest
from desktop.updates import arguments as updates_arguments
from desktop.version import product_version
from signing import verify_arguments
from signing.crash_dumps import keep_memory_out

AGENT = "--agent"


def main(argv: list[str] | None = None) -> int:
    """Run the command; the exit status."""
    keep_memory_out()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [AGENT]:
        from signing import agent

        return agent.main(arguments[1:])
    by_link = links.in_arguments(arguments)
    if by_link is not None:
        before, link = by_link
        return _window(_parser().parse_args(before), StartRequest(link))
    options = _parser().parse_args(arguments)
    commands = {
        "sign": _sign,
        "practice": _practice,
        "verify": _verify,
        "diagnose": _diagnose,
        "recover": _recover,
        "forget-keys": _forget_keys,
        "updates": _updates,
        None: _window,
    }
    return commands[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="tacnghiep",
        description="Tác nghiệp: văn bản, lịch công tác, nhiệm vụ, ký số.",
        epilog="tacnghiep LIÊN-KẾT mở văn bản, nhiệm vụ hay lịch mà liên kết (tacnghiep:document/…) chỉ tới.",
    )
    parser.add_argument(
        "--version", action="version", version=f"tacnghiep {product_version()}", help="in phiên bản rồi thoát"
    )
    profile = Parser(add_help=False)
    # SUPPRESS: given before or after the subcommand, neither overwrites the other with a default.
    profile.add_argument(
        "--profile", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="nơi đặt hồ sơ làm việc"
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", default=None, help="nơi đặt hồ sơ làm việc")
    parser.add_argument("--tray", action="store_true", help="không hiện cửa sổ, chỉ biểu tượng cạnh đồng hồ")
    commands = parser.add_subparsers(dest="command", title="Lệnh", metavar="LỆNH")
    sign_words = "mở Tác nghiệp để ký số tệp PDF trên máy này bằng thiết bị của người ký"
    sign = commands.add_parser(
        "sign", parents=[profile], help=sign_words, description=f"{sign_words[0].upper()}{sign_words[1:]}."
    )
    sign.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp PDF; bản ký lưu cạnh tệp gốc")
    _add_practice(commands, profile)
    verify_words = "kiểm tra chữ ký số trên tệp PDF"
    verify = commands.add_parser(
        "verify", parents=[profile], help=verify_words, description=verify_arguments.ABOUT,
        epilog=verify_arguments.EXIT_CODES,
    )  # fmt: skip
    verify_arguments.add_arguments(verify)
    diagnose = commands.add_parser("diagnose", parents=[profile], help="kiểm tra máy, thiết bị ký và đường truyền")
    diagnose.add_argument("--json", action="store_true", help="kết quả dạng JSON")
    diagnose.add_argument(
        "--report", type=Path, metavar="FILE.zip", help="ghi báo cáo chẩn đoán, đã bỏ thông tin riêng, để gửi hỗ trợ"
    )
    updates = commands.add_parser(
        "updates", parents=[profile], help="cập nhật của cơ quan (dành cho quản trị)",
        description=updates_arguments.ABOUT, epilog=updates_arguments.EXIT_CODES,
    )  # fmt: skip
    updates_arguments.add_arguments(updates)
    recover = commands.add_parser(
        "recover", parents=[profile], help="mở hồ sơ bị mất khóa bằng khóa khôi phục của cơ quan (dành cho quản trị)"
    )
    recover.add_argument("--key", type=Path, metavar="FILE", required=True, help="khóa riêng của cơ quan (PEM)")
    recover.add_argument("--account", metavar="NAME", help="tên đăng nhập, khi máy có nhiều hồ sơ")
    recover.add_argument("--passphrase", action="store_true", help="đặt mật khẩu mới thay vì cất vào kho khóa của máy")
    forget = commands.add_parser(
        "forget-keys", parents=[profile],
        help="xóa khóa của các hồ sơ khỏi kho khóa của máy, trước khi xóa hồ sơ (dành cho quản trị)",
    )  # fmt: skip
    forget.add_argument("--yes", action="store_true", help="chắc chắn: hồ sơ chỉ còn mở được bằng mật khẩu của nó")
    return parser


def _add_practice(commands: argparse._SubParsersAction[Parser], profile: Parser) -> None:
    practice = commands.add_parser("practice", parents=[profile], help="mở văn phòng thực hành trên máy này")
    practice.add_argument("--serve", action="store_true", help="chỉ chạy máy chủ thực hành")
    practice.add_argument("--day", type=Path, metavar="DIR", help="tự diễn một buổi làm việc, ghi ảnh vào DIR")
    practice.add_argument("--port", type=_port, default=0, help="cổng của máy chủ thực hành; 0 là tự chọn")
    practice.add_argument("--data", type=Path, metavar="DIR", help="nơi đặt dữ liệu của văn phòng thực hành")
    practice.add_argument("--size", type=int, metavar="N", help="số văn bản gieo sẵn")
    practice.add_argument("--database", metavar="URL", help="PostgreSQL thay cho tệp SQLite")
    practice.add_argument("--quiet-people", action="store_true", help="những người khác không tự làm việc")
    practice.add_argument("--network", choices=("internet", "dedicated"), help="mạng của máy này, khi chạy --serve")
    practice.add_argument("--workers", type=int, metavar="N", help="số tiến trình cùng phục vụ một PostgreSQL")
    practice.add_argument(
        "--pki", action="append", default=[], metavar="DỊCH-VỤ=MS|LỖI",
        help="dịch vụ chứng thực chậm hoặc hỏng khi chạy --serve: tsa=150, ocsp=down, all=150",
    )  # fmt: skip
    practice.add_argument(
        "--seed-national", nargs=argparse.REMAINDER, metavar="…",
        help="gieo hệ thống trung tâm thử ở quy mô toàn quốc vào PostgreSQL; --seed-national --help để xem cách dùng",
    )  # fmt: skip


def _port(text: str) -> int:
    if not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("0–65535")
    return int(text)


def _window(options: argparse.Namespace, request: StartRequest | None = None) -> int:
    from desktop.application import open_window

    return open_window(options.profile, request or StartRequest(), hidden=options.tray)


def _sign(options: argparse.Namespace) -> int:
    # Another start of the program stands in another folder: names are made whole here.
    return _window(options, StartRequest(files=tuple(str(one.absolute()) for one in options.files)))


def _practice(options: argparse.Namespace) -> int:
    if options.seed_national is not None:
        return _seed_national(options)
    if options.serve:
        return _serve(options)
    from desktop import application

    if options.day:
        from desktop.day import play

        return play(options.day, profile=options.profile, size=options.size)
    if not application.has_screen():
        sys.stderr.write("Không có màn hình: tự diễn một buổi làm việc, ảnh ghi vào practice-day/\n")
        from desktop.day import play

        return play(Path("practice-day"), profile=options.profile, size=options.size)
    return application.open_practice(options)


def _seed_national(options: argparse.Namespace) -> int:
    try:
        from desktop.practice import national
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"Bản cài này không có văn phòng thực hành ({missing.name}). Cài thêm phần practice.\n")
        return 2
    return national.main(options.seed_national)


def _serve(options: argparse.Namespace) -> int:
    try:
        from desktop.practice import serve
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"Bản cài này không có văn phòng thực hành ({missing.name}). Cài thêm phần practice.\n")
        return 2
    arguments = ["--serve", "--port", str(options.port)]
    for name in ("data", "size", "database", "workers", "network"):
        value = getattr(options, name)
        if value is not None:
            arguments += [f"--{name}", str(value)]
    for word in options.pki:
        arguments += ["--pki", word]
    return serve.main([*arguments, *(["--quiet-people"] if options.quiet_people else [])])


def _verify(options: argparse.Namespace) -> int:
    from desktop.home import Home
    from desktop.roots import reach_of, roots_of
    from desktop.session.settings import Settings
    from signing import verify

    home = Home.at(options.profile)
    settings = Settings(home.settings)
    # Somebody typed the name of the folder to trust: that may be a practice office's.
    reach = reach_of(settings, loopback=True)
    return verify.main(options, trust=lambda: roots_of(home, settings).trust(), reach=reach)


def _diagnose(options: argparse.Namespace) -> int:
    from desktop import diagnose

    return diagnose.main(options.profile, as_json=options.json, report=options.report)


def _updates(options: argparse.Namespace) -> int:
    from desktop import logs
    from desktop.updates import command

    return command.main(options, product_version(), log=logs.open_log)


def _recover(options: argparse.Namespace) -> int:
    from desktop import recover

    return recover.main(options.profile, options.key, account=options.account, passphrase=options.passphrase)


def _forget_keys(options: argparse.Namespace) -> int:
    from desktop import forget_keys

    return forget_keys.main(options.profile, sure=options.yes)


if __name__ == "__main__":
    sys.exit(main())
