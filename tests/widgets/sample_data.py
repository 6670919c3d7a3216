"""The objects of the invented commune of sample.py, in wire form, and one invented page."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

NOW: Final = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""Monday, 08:40 in Vietnam."""

Objects = dict[str, dict[str, dict[str, Any]]]

COMMUNE, PROVINCE = "anphu", "tinhuy"


def _unit(key: str, organ: str, name: str, short: str, code: str, level: str, style: str = "party") -> dict[str, Any]:
    return {
        "id": key,
        "revision": 1,
        "name": name,
        "shortName": short,
        "organCode": code,
        "style": style,
        "level": level,
        "parentId": None if key == organ else organ,
        "organId": organ,
        "exchangeCode": "",
        "address": "An Phú" if level == "commune" else "An Bình",
        "sealCertificates": [],
        "sealKeepers": ["mai"] if key == COMMUNE else [],
        "stampBlobId": None,
    }


def _person(key: str, name: str, unit: str, organ: str, title: str, *roles: str) -> dict[str, Any]:
    seat = {"id": f"{key}-1", "unitId": unit, "organId": organ, "title": title, "roles": list(roles)}
    return {"id": key, "revision": 1, "name": name, "positions": [seat], "certificates": [], "signatureBlobId": None}


def _register(key: str, kind: str, series: str, codes: list[str], last: int, gaps: list[int]) -> dict[str, Any]:
    return {
        "id": key,
        "revision": 1,
        "organId": COMMUNE,
        "kind": kind,
        "series": series,
        "typeCodes": codes,
        "opening": 0,
        "last": last,
        "gaps": gaps,
        "organCode": "ĐU",
        "style": "party",
    }


_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(name: str, size: int = 182_400) -> dict[str, Any]:
    kind = _XLSX if name.endswith(".xlsx") else "application/pdf"
    return {"blobId": "", "digest": "", "size": size, "name": name, "mediaType": kind}


def _day(days: int, hour: int = 7, minute: int = 55) -> str:
    """A UTC time, `days` before today, at an hour in Vietnam."""
    local = (NOW - timedelta(days=days)).replace(hour=0, minute=0) + timedelta(hours=hour - 7, minutes=minute)
    return local.strftime("%Y-%m-%dT%H:%M:%SZ")


def document(key: str, notation: str, issuer: str, subject: str, **more: Any) -> dict[str, Any]:
    """One issued document of the province (or, with more, anything else)."""
    number, _, rest = notation.partition("-" if "-" in notation.split("/")[0] else "/")
    made: dict[str, Any] = {
        "id": key,
        "revision": 3,
        "organId": PROVINCE,
        "issuer": issuer,
        "authorId": None,
        "typeCode": rest.split("/")[0] if rest else "CV",
        "number": int(number) if number.isdigit() else None,
        "notation": notation or None,
        "subject": subject,
        "documentDate": "2026-11-20",
        "issuedAt": _day(0),
        "urgency": 0,
        "secrecy": "none",
        "signer": {
            "personId": "binh",
            "name": "Nguyễn Văn Bình",
            "position": "PHÓ BÍ THƯ",
            "competence": "T/M BAN THƯỜNG VỤ",
        },
        "pages": 2,
        "file": _file(f"{notation.replace('/', '_') or key}.pdf"),
        "attachments": [],
        "recipients": [COMMUNE],
        "toPlaces": [],
        "slip": "",
        "state": "issued",
        "reserved": False,
        "returnReason": None,
        "replyTo": None,
        "deliveries": [],
        "text": "",
        "updatedAt": _day(0),
    }
    return made | more


def handling(key: str, document_id: str, state: str, **more: Any) -> dict[str, Any]:
    """The commune's side of a document, with its clerk unless told otherwise."""
    made: dict[str, Any] = {
        "id": key,
        "revision": 2,
        "documentId": document_id,
        "organId": COMMUNE,
        "unitId": COMMUNE,
        "personId": None,
        "parentId": None,
        "role": "organ",
        "state": state,
        "urgency": 0,
        "arrivedAt": _day(0),
        "arrivalNumber": None,
        "arrivalDate": None,
        "registerId": None,
        "due": None,
        "directive": None,
        "assignedById": None,
        "returnReason": None,
        "closedAt": None,
        "updatedAt": _day(0),
    }
    return made | more


_INCOMING: Final = (
    # notation, issuer, subject, urgency, state, days since, hour, minute, due, attachments
    (
        "1532-CV/TU",
        "Tỉnh ủy An Bình",
        "Về việc phòng, chống bão số 9 và bảo đảm an toàn hồ đập trên địa bàn tỉnh",
        3,
        "toHandle",
        0,
        8,
        12,
        "2026-11-23",
        0,
    ),
    (
        "118-TB/TU",
        "Tỉnh ủy An Bình",
        "Thông báo kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11",
        2,
        "toHandle",
        0,
        7,
        55,
        "2026-11-24",
        1,
    ),
    (
        "204-KH/ĐU",
        "Đảng ủy các cơ quan Đảng tỉnh",
        "Kế hoạch chuyển đổi số trong các cơ quan đảng giai đoạn 2026–2028",
        0,
        "toHandle",
        3,
        15,
        20,
        "2026-11-28",
        0,
    ),
    (
        "37-HD/BTCTU",
        "Ban Tổ chức Tỉnh ủy",
        "Hướng dẫn kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm 2026",
        0,
        "toHandle",
        3,
        14,
        5,
        "2026-12-02",
        1,
    ),
    (
        "56-GM/VPTU",
        "Văn phòng Tỉnh ủy",
        "Giấy mời dự hội nghị trực tuyến toàn tỉnh về thực hiện Nghị quyết 57-NQ/TW",
        1,
        "toHandle",
        3,
        9,
        30,
        None,
        0,
    ),
    (
        "412-CV/UBKTTU",
        "Ủy ban Kiểm tra Tỉnh ủy",
        "Đề nghị cung cấp hồ sơ phục vụ cuộc kiểm tra định kỳ quý IV",
        0,
        "toHandle",
        3,
        8,
        40,
        "2026-12-05",
        1,
    ),
    (
        "88-BC/CB",
        "Chi bộ thôn Đông",
        "Báo cáo sinh hoạt chi bộ tháng 11 và kết quả thu nộp đảng phí",
        0,
        "toHandle",
        4,
        16,
        10,
        None,
        0,
    ),
    (
        "19/TTr-MTTQ-BTT",
        "Ủy ban MTTQ Việt Nam xã",
        "Tờ trình về việc tổ chức Ngày hội đại đoàn kết toàn dân tộc",
        0,
        "toHandle",
        4,
        10,
        0,
        "2026-11-21",
        1,
    ),
    (
        "1540-CV/TU",
        "Tỉnh ủy An Bình",
        "Về việc báo cáo nhanh tình hình mưa lũ trước 16 giờ hằng ngày",
        2,
        "toReceive",
        0,
        8,
        31,
        None,
        0,
    ),
    (
        "61-CV/BTGDVTU",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Định hướng tuyên truyền tháng 12 năm 2026",
        0,
        "toReceive",
        0,
        8,
        20,
        None,
        2,
    ),
    (
        "57-GM/VPTU",
        "Văn phòng Tỉnh ủy",
        "Giấy mời tập huấn sử dụng sổ tay đảng viên điện tử",
        0,
        "toReceive",
        0,
        8,
        2,
        None,
        0,
    ),
    (
        "118-TB/TU",
        "Tỉnh ủy An Bình",
        "Thông báo kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11 (gửi lại)",
        0,
        "toReceive",
        0,
        8,
        35,
        None,
        0,
    ),
    (
        "233-QĐ/TU",
        "Tỉnh ủy An Bình",
        "Quyết định ban hành Quy chế làm việc của Tỉnh ủy",
        0,
        "done",
        6,
        9,
        0,
        "2026-11-20",
        0,
    ),
)


def _incoming() -> tuple[dict[str, Any], dict[str, Any]]:
    documents, handlings = {}, {}
    for n, (notation, issuer, subject, urgency, state, days, hour, minute, due, extra) in enumerate(_INCOMING):
        arrived = _day(days, hour, minute)
        documents[f"d{n}"] = document(
            f"d{n}",
            notation,
            issuer,
            subject,
            urgency=urgency,
            issuedAt=arrived,
            attachments=[_file(f"Phụ lục {i + 1}.xlsx", 48_200) for i in range(extra)],
        )
        received = state != "toReceive"
        handlings[f"h{n}"] = handling(
            f"h{n}",
            f"d{n}",
            state,
            urgency=urgency,
            arrivedAt=arrived,
            due=due,
            arrivalNumber=1204 - n if received else None,
            arrivalDate=arrived[:10] if received else None,
            registerId="in" if received else None,
        )
    handlings["h1"]["directive"] = "Văn phòng tham mưu triển khai, báo cáo tôi trước 23/11."
    return documents, handlings


def _passed_on(documents: dict[str, Any], handlings: dict[str, Any]) -> None:
    """Documents that others of the commune hold now: unit work for the clerk."""
    for n in range(14):
        key = f"p{n}"
        documents[key] = document(key, f"{90 + n}-CV/TU", "Tỉnh ủy An Bình", f"Đôn đốc thực hiện nhiệm vụ số {n + 1}")
        handlings[key] = handling(key, key, "passedOn", arrivalNumber=1100 + n, due="2026-11-27")
        handlings[f"{key}-0"] = handling(
            f"{key}-0",
            key,
            "toHandle",
            unitId="vp" if n % 2 else "xdd",
            role="lead",
            parentId=key,
            due="2026-11-27",
            assignedById="hoa",
        )


def many_documents(count: int, documents: dict[str, Any], handlings: dict[str, Any]) -> None:
    """Add work done long ago, to see that long lists stay quick."""
    for n in range(count):
        key = f"x{n}"
        documents[key] = document(key, f"{n + 1}-CV/TU", "Tỉnh ủy An Bình", f"Văn bản đã xử lý số {n + 1}")
        handlings[key] = handling(key, key, "done", arrivalNumber=n + 1, arrivedAt=_day(20 + n % 300))


def _outgoing() -> dict[str, Any]:
    rows = (
        ("o1", "NQ", None, "Nghị quyết lãnh đạo phát triển kinh tế - xã hội năm 2027", "submitted", 6),
        ("o2", "QĐ", None, "Quyết định chuẩn y kết quả bầu cử chi bộ thôn Hạ", "submitted", 2),
        ("o3", "KH", 31, "Kế hoạch tổ chức Ngày hội đại đoàn kết", "numbered", 5),
        ("o4", "BC", None, "Báo cáo tháng 11 về công tác xây dựng Đảng", "approved", 9),
        ("o5", "CV", None, "Công văn đề nghị hỗ trợ kinh phí số hóa", "draft", 1),
        ("o6", "TTr", None, "Tờ trình về nhân sự Ban Chỉ huy quân sự", "returned", 3),
        ("o7", "CV", 96, "Về việc báo cáo số liệu đảng viên quý III", "issued", 1),
    )
    made = {}
    for key, code, number, subject, state, pages in rows:
        made[key] = document(
            key,
            f"{number}-{code}/ĐU" if number else "",
            "Đảng ủy xã An Phú",
            subject,
            organId=COMMUNE,
            typeCode=code,
            state=state,
            pages=pages,
            authorId="mai",
            recipients=[PROVINCE],
            issuedAt=None,
            documentDate=None,
            signer={"personId": "hoa", "name": "Lê Văn Hòa", "position": "BÍ THƯ", "competence": "T/M BAN THƯỜNG VỤ"},
        )
    made["o3"] |= {"documentDate": "2026-11-23"}
    made["o6"] |= {"returnReason": "Bổ sung danh sách nhân sự kèm theo."}
    made["o7"] |= {
        "documentDate": "2026-11-19",
        "issuedAt": _day(4),
        "deliveries": [
            {"unitId": PROVINCE, "status": "03", "at": _day(4, 9, 12), "byName": "Hoàng Thị Thu", "reason": None}
        ],
    }
    return made


def act(key: str, kind: str, author: str, at: str, document_id: str, **more: Any) -> dict[str, Any]:
    """One act of a document's history, accepted unless told otherwise."""
    made: dict[str, Any] = {
        "id": key,
        "kind": kind,
        "authorId": author,
        "positionId": f"{author}-1",
        "subjectType": "Handling",
        "subjectId": "h1",
        "documentId": document_id,
        "claimedAt": at,
        "payload": {},
        "basedOn": {"revision": None, "digest": None},
        "dependsOn": [],
        "seq": 1,
        "receivedAt": at,
        "outcome": "accepted",
        "reason": None,
    }
    return made | more


def _history() -> list[dict[str, Any]]:
    return [
        act("a1", "approve", "binh", "2026-11-20T09:42:00Z", "d1", subjectType="Document", subjectId="d1"),
        act("a2", "seal", "thu", "2026-11-20T09:55:00Z", "d1", subjectType="Document", subjectId="d1"),
        act("a3", "issue", "thu", _day(0, 7, 55), "d1", subjectType="Document", subjectId="d1"),
        act("a4", "receive", "mai", _day(0, 8, 5), "d1", payload={"registerId": "in", "number": 1203}),
        act(
            "a5",
            "direct",
            "hoa",
            _day(0, 8, 20),
            "d1",
            payload={"directive": "Văn phòng tham mưu triển khai, báo cáo tôi trước 23/11."},
        ),
    ]


def _task(key: str, title: str, due: str, state: str = "inProgress", percent: int = 0) -> dict[str, Any]:
    return {
        "@type": "Task",
        "id": key,
        "uid": key,
        "revision": 1,
        "title": title,
        "description": "",
        "due": due,
        "timeZone": "Asia/Ho_Chi_Minh",
        "progress": "in-process",
        "percentComplete": percent,
        "updated": _day(0),
        "tacnghiep:organId": COMMUNE,
        "tacnghiep:state": state,
        "tacnghiep:lead": {"unitId": "vp", "personId": "mai"},
        "tacnghiep:coHandlers": [{"unitId": "xdd", "personId": None}],
        "tacnghiep:assignedById": "hoa",
        "tacnghiep:documentId": "d1",
        "tacnghiep:extensions": [],
        "tacnghiep:reports": [],
        "tacnghiep:completedAt": None,
        "tacnghiep:originalDue": due,
        "tacnghiep:product": "Báo cáo",
    }


def _entry(key: str, title: str, start: str, leader: str, place: str, state: str = "approved") -> dict[str, Any]:
    return {
        "@type": "Event",
        "id": key,
        "uid": key,
        "revision": 1,
        "title": title,
        "description": "",
        "start": start,
        "duration": "PT2H",
        "timeZone": "Asia/Ho_Chi_Minh",
        "showWithoutTime": False,
        "updated": _day(0),
        "tacnghiep:organId": COMMUNE,
        "tacnghiep:session": "timed",
        "tacnghiep:leaders": [leader],
        "tacnghiep:chairId": leader,
        "tacnghiep:attendees": "Ban Thường vụ",
        "tacnghiep:place": place,
        "tacnghiep:preparation": "Văn phòng",
        "tacnghiep:vehicle": "",
        "tacnghiep:driver": "",
        "tacnghiep:invitation": "",
        "tacnghiep:note": "",
        "tacnghiep:state": state,
        "tacnghiep:decisionNote": None,
        "tacnghiep:enteredById": "mai",
    }


def office_objects(extra_documents: int = 0) -> Objects:
    """Everything, by type and id; "Act" is a list."""
    units = [
        _unit(COMMUNE, COMMUNE, "Đảng ủy xã An Phú", "Đảng ủy xã", "ĐU", "commune"),
        _unit("vp", COMMUNE, "Văn phòng Đảng ủy", "Văn phòng", "VPĐU", "commune"),
        _unit("xdd", COMMUNE, "Ban Xây dựng Đảng", "Ban XDĐ", "BXDĐ", "commune"),
        _unit("ubkt", COMMUNE, "Cơ quan Ủy ban Kiểm tra", "CQ UBKT", "UBKTĐU", "commune"),
        _unit(PROVINCE, PROVINCE, "Tỉnh ủy An Bình", "Tỉnh ủy", "TU", "province"),
        _unit("mttq", "mttq", "Ủy ban MTTQ Việt Nam xã An Phú", "MTTQ xã", "MTTQ-BTT", "commune", "front"),
    ]
    people = [
        _person("mai", "Trần Thị Mai", "vp", COMMUNE, "Văn thư", "clerk"),
        _person("hoa", "Lê Văn Hòa", COMMUNE, COMMUNE, "Bí thư", "leader"),
        _person("ha", "Phạm Thu Hà", COMMUNE, COMMUNE, "Phó Bí thư Thường trực", "leader"),
        _person("quan", "Đỗ Minh Quân", COMMUNE, COMMUNE, "Phó Bí thư, Chủ tịch UBND", "leader"),
        _person("hanh", "Ngô Thị Hạnh", "vp", COMMUNE, "Chánh Văn phòng", "chiefOfOffice", "head"),
        _person("lan", "Vũ Thị Lan", "xdd", COMMUNE, "Trưởng ban Xây dựng Đảng", "head"),
        _person("nam", "Bùi Hoài Nam", "xdd", COMMUNE, "Chuyên viên", "specialist"),
        _person("yen", "Đặng Hải Yến", "vp", COMMUNE, "Chuyên viên", "specialist"),
        _person("tuan", "Hồ Anh Tuấn", "ubkt", COMMUNE, "Chủ nhiệm Ủy ban Kiểm tra", "head"),
        _person("binh", "Nguyễn Văn Bình", PROVINCE, PROVINCE, "Phó Bí thư Tỉnh ủy", "leader"),
        _person("thu", "Hoàng Thị Thu", PROVINCE, PROVINCE, "Văn thư", "clerk"),
    ]
    registers = [
        _register("in", "incoming", "2026", [], 1204, []),
        _register("out-cv", "outgoing", "CV:nk2025-2030", ["CV"], 96, [88]),
        _register("out-kh", "outgoing", "KH:nk2025-2030", ["KH"], 31, []),
        _register("out-bc", "outgoing", "BC:nk2025-2030", ["BC"], 207, []),
        _register("out-nq", "outgoing", "NQ:nk2025-2030", ["NQ"], 11, []),
        _register("out-qd", "outgoing", "QĐ:nk2025-2030", ["QĐ", "QyĐ"], 57, []),
    ]
    documents, handlings = _incoming()
    _passed_on(documents, handlings)
    many_documents(extra_documents, documents, handlings)
    documents |= _outgoing()
    tasks = [
        _task("t1", "Báo cáo kết quả số hóa hồ sơ, tài liệu năm 2026", "2026-12-15T17:00:00", percent=40),
        _task("t2", "Rà soát khu vực có nguy cơ sạt lở trên địa bàn xã", "2026-11-24T17:00:00", percent=70),
        _task("t3", "Tổng hợp kết quả thu nộp đảng phí quý IV", "2026-11-20T17:00:00", percent=20),
        _task("t4", "Xây dựng kế hoạch kiểm điểm cuối năm", "2026-11-30T17:00:00", "awaitingCompletion", 100),
    ]
    entries = [
        _entry("e1", "Chào cờ, giao ban đầu tuần", "2026-11-23T07:30:00", "hoa", "Hội trường A"),
        _entry("e2", "Tiếp công dân định kỳ", "2026-11-23T14:00:00", "hoa", "Trụ sở tiếp công dân"),
        _entry("e3", "Họp Ban Chỉ đạo chuyển đổi số", "2026-11-24T08:00:00", "ha", "Phòng họp 2"),
        _entry("e4", "Kiểm tra công trình đê bao", "2026-11-23T13:30:00", "quan", "Thôn Đông", "waiting"),
    ]
    made: Any = {
        name: {o["id"]: o for o in objects}
        for name, objects in (
            ("Unit", units),
            ("Person", people),
            ("Register", registers),
            ("Task", tasks),
            ("ScheduleEntry", entries),
        )
    }
    made |= {"Document": documents, "Handling": handlings, "Act": _history()}
    return made


_SERIF: Final = Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")


def sample_pdf(pages: int = 2) -> bytes:
    """An invented document; with Vietnamese letters where the machine has a font for them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    font = "Times-Roman"
    if _SERIF.exists():
        pdfmetrics.registerFont(TTFont("SampleSerif", str(_SERIF)))
        font = "SampleSerif"
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for page in range(pages):
        canvas.setFont(font, 13)
        canvas.drawCentredString(150, 780, "TỈNH ỦY AN BÌNH")
        canvas.drawCentredString(150, 764, "*")
        canvas.drawCentredString(150, 748, "Số 118-TB/TU")
        canvas.drawCentredString(420, 780, "ĐẢNG CỘNG SẢN VIỆT NAM")
        canvas.drawCentredString(420, 752, "An Bình, ngày 20 tháng 11 năm 2026")
        canvas.drawCentredString(297, 700, "THÔNG BÁO")
        canvas.drawCentredString(297, 682, "kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11")
        for line in range(18):
            canvas.drawString(
                85, 640 - line * 20, f"{page + 1}.{line + 1}. Các đảng ủy xã hoàn thành việc số hóa hồ sơ."
            )
        canvas.drawCentredString(420, 240, "T/M BAN THƯỜNG VỤ")
        canvas.drawCentredString(420, 222, "PHÓ BÍ THƯ")
        canvas.drawCentredString(420, 140, "Nguyễn Văn Bình")
        canvas.drawCentredString(297, 40, str(page + 1))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
