"""The morning of Đảng ủy xã An Phú: what the clerk, the leader and the others do, step by step, at the real windows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import structlog

from desktop.day.clerk import ClerkSteps
from desktop.day.hands import Hands
from desktop.day.leader import LeaderSteps
from desktop.day.others import OtherSteps
from desktop.day.player import Player
from desktop.day.visitor import Visitor
from desktop.entrance import Entrance

log = structlog.get_logger(__name__)


class Morning:
    """All steps in their order; what one leaves behind the next goes on with."""

    def __init__(self, player: Player, entrance: Entrance, visitor: Visitor) -> None:
        self._entrance = entrance
        self._player = player
        self._hands = Hands(player, entrance, visitor)

    async def run(self) -> int:
        """Play; 0 when every step went well."""
        program = asyncio.ensure_future(self._entrance.run(practice=True))
        playing = asyncio.ensure_future(self._play())
        try:
            # A program that ends by itself ends the day at once.
            await asyncio.wait({program, playing}, return_when=asyncio.FIRST_COMPLETED)
            if not playing.done():
                playing.cancel()
                program.result()
            await playing
        except Exception as error:
            log.error("day.failed", error=type(error).__name__, exc_info=error)
            status = 1
        else:
            status = 0
        if self._entrance.room is not None:
            self._entrance.room.leave("quit")
        else:
            program.cancel()
        await asyncio.gather(program, return_exceptions=True)
        return status

    async def _play(self) -> None:
        hands = self._hands
        clerk, leader, others = ClerkSteps(hands), LeaderSteps(hands), OtherSteps(hands)
        steps: list[tuple[str, Callable[[], Any]]] = [
            ("Văn thư đăng nhập", lambda: hands.enter("mai")),
            ("Hôm nay", clerk.look_at_today),
            ("Văn bản đến, chữ ký hợp lệ", clerk.open_first_arrival),
            ("Tiếp nhận, vào sổ", clerk.receive),
            ("Chọn chủ trì, phối hợp, hạn xử lý", clerk.choose_handlers),
            ("Chuyển xử lý", clerk.transfer),
            ("Trả lại có lý do", clerk.give_back),
            ("Tìm không dấu", clerk.search),
            ("Mất mạng: tiếp nhận, chờ cấp số", clerk.receive_offline),
            ("Mất mạng: số gõ theo sổ giấy", clerk.receive_by_the_book),
            ("Việc chưa gửi khi mất mạng", clerk.see_unsent),
            ("Có mạng lại: số được cấp", clerk.back_online),
            ("Việc không được chấp nhận, có lý do", clerk.see_refusal),
            ("Rút lại việc không được chấp nhận", clerk.take_back),
            ("Giao nhiệm vụ từ văn bản", clerk.write_task),
            ("Nhiệm vụ đã giao", clerk.assign_task),
            ("Đăng ký lịch, báo trùng", clerk.plan_meeting),
            ("Lịch chờ duyệt", clerk.enter_schedule),
            ("Cài đặt", clerk.look_at_settings),
            ("Trợ giúp", clerk.look_at_help),
            ("Soạn văn bản đi, điền theo tệp", clerk.draft),
            ("Trình ký", clerk.submit),
            ("Lãnh đạo đăng nhập", lambda: hands.change_to("hoa")),
            ("Lãnh đạo cho ý kiến chỉ đạo", leader.direct),
            ("Xem chữ ký trên trang", leader.preview),
            ("Nhập mã PIN, ký duyệt", leader.sign),
            ("Văn thư trở lại", lambda: hands.change_to("mai")),
            ("Cấp số", clerk.number),
            ("Ký số cơ quan", clerk.seal),
            ("Phát hành", clerk.issue),
            ("Chuyên viên đăng nhập", lambda: hands.change_to("thang")),
            ("Báo cáo tiến độ", others.report),
            ("Đề nghị gia hạn", others.ask_extension),
            ("Báo hoàn thành nhiệm vụ", others.finish),
            ("Chánh Văn phòng đăng nhập", lambda: hands.change_to("hanh")),
            ("Duyệt lịch tuần", others.approve_schedule),
            ("Văn thư xem nhiệm vụ", lambda: hands.change_to("mai")),
            ("Duyệt hoàn thành nhiệm vụ", clerk.accept_task),
            ("Nơi nhận đăng nhập", lambda: hands.change_to(others.RECIPIENT)),
            ("Văn bản đến nơi, hợp lệ", others.see_arrival),
        ]
        for name, do in steps:
            async with self._player.step(name):
                await do()
