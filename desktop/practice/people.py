"""The invented province of An Bình: its organs, their departments, and the people who practise there.

Knows the shapes of ``desktop.office.people`` alone. No organ here was abolished in 2025: there are a province, two
communes and no district. Every name, seal and certificate is invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.office.people import Person, Position, Role, Style, Unit

PASSWORD = "thuchanh"
"""Every practice account's password: it is shown on the sign-in page and protects nothing."""
PIN = "123456"
"""Every practice token's PIN."""

PROVINCE = "An Bình"


@dataclass(frozen=True)
class Organ:
    """An organ or a department.

    Attributes:
        key: identifier; it never changes, profiles refer to it.
        superior: the name printed above the organ's own in a page's heading; empty where there is none.
        heading: the organ's name as a page's heading prints it, one line each.
        place: what stands before the date on a page.
        of: the organ that this department belongs to; empty for an organ.
        stamp: what its round stamp says along the circle and across it; two empty texts where it has none.
        store: how the last line of "Nơi nhận" names the file, as in "Lưu Văn phòng Đảng ủy".
    """

    key: str
    name: str
    short: str
    code: str
    style: Style
    level: str
    place: str
    heading: tuple[str, ...] = ()
    superior: str = ""
    of: str = ""
    exchange: str = ""
    store: str = ""
    stamp: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Someone:
    """A person with an account.

    Attributes:
        seats: (unit key, title, roles); the first is where the person signs in.
        signs: (organ key, competence, position) as printed above the name, one for each organ the person signs for.
        number: the identity number in the certificate (invented; real ones never begin with 000).
    """

    key: str
    name: str
    user: str
    seats: tuple[tuple[str, str, tuple[Role, ...]], ...]
    number: str
    signs: tuple[tuple[str, str, str], ...] = ()
    keeps: tuple[str, ...] = field(default=())


ORGANS: tuple[Organ, ...] = (
    Organ(
        "tu", "Tỉnh ủy An Bình", "Tỉnh ủy", "TU", "party", "province", "An Bình",
        ("TỈNH ỦY AN BÌNH",), exchange="000.00.01.T90", store="Lưu Văn phòng Tỉnh ủy",
        stamp=("ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY\nAN BÌNH"),
    ),
    Organ("tu-tonghop", "Phòng Tổng hợp", "Phòng Tổng hợp", "", "party", "province", "An Bình", of="tu"),
    Organ("tu-vanthu", "Phòng Hành chính - Lưu trữ", "Phòng HC-LT", "", "party", "province", "An Bình", of="tu"),
    Organ(
        "vptu", "Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy", "VPTU", "party", "province", "An Bình",
        ("VĂN PHÒNG",), "TỈNH ỦY AN BÌNH", exchange="000.01.01.T90", store="Lưu Văn phòng Tỉnh ủy",
        stamp=("TỈNH ỦY AN BÌNH", "VĂN\nPHÒNG"),
    ),
    Organ(
        "btctu", "Ban Tổ chức Tỉnh ủy", "Ban Tổ chức", "BTCTU", "party", "province", "An Bình",
        ("BAN TỔ CHỨC",), "TỈNH ỦY AN BÌNH", exchange="000.02.01.T90", store="Lưu Văn phòng Ban",
        stamp=("TỈNH ỦY AN BÌNH", "BAN\nTỔ CHỨC"),
    ),
    Organ(
        "ubkttu", "Ủy ban Kiểm tra Tỉnh ủy", "UBKT Tỉnh ủy", "UBKTTU", "party", "province", "An Bình",
        ("ỦY BAN KIỂM TRA",), "TỈNH ỦY AN BÌNH", exchange="000.03.01.T90", store="Lưu Văn phòng Ủy ban",
        stamp=("TỈNH ỦY AN BÌNH", "ỦY BAN\nKIỂM TRA"),
    ),
    Organ(
        "btgdvtu", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban TG và DV", "BTGDVTU", "party", "province", "An Bình",
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN",), "TỈNH ỦY AN BÌNH", exchange="000.04.01.T90", store="Lưu Văn phòng Ban",
        stamp=("TỈNH ỦY AN BÌNH", "BAN\nTUYÊN GIÁO\nVÀ DÂN VẬN"),
    ),
    Organ(
        "bnctu", "Ban Nội chính Tỉnh ủy", "Ban Nội chính", "BNCTU", "party", "province", "An Bình",
        ("BAN NỘI CHÍNH",), "TỈNH ỦY AN BÌNH", exchange="000.05.01.T90", store="Lưu Văn phòng Ban",
        stamp=("TỈNH ỦY AN BÌNH", "BAN\nNỘI CHÍNH"),
    ),
    Organ(
        "ducq", "Đảng ủy các cơ quan Đảng tỉnh", "ĐU các CQ Đảng", "ĐU", "party", "province", "An Bình",
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",), "TỈNH ỦY AN BÌNH", exchange="000.06.01.T90", store="Lưu Văn phòng Đảng ủy",
        stamp=("TỈNH ỦY AN BÌNH", "ĐẢNG ỦY\nCÁC CƠ QUAN\nĐẢNG"),
    ),
    Organ(
        "ubndt", "Ủy ban nhân dân tỉnh An Bình", "UBND tỉnh", "UBND", "state", "province", "An Bình",
        ("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"), exchange="000.00.00.H90", store="Lưu: VT",
        stamp=("TỈNH AN BÌNH", "ỦY BAN\nNHÂN DÂN"),
    ),
    Organ(
        "du-anphu", "Đảng ủy xã An Phú", "Đảng ủy An Phú", "ĐU", "party", "commune", "An Phú",
        ("ĐẢNG ỦY XÃ AN PHÚ",), "TỈNH ỦY AN BÌNH", exchange="000.11.01.T90", store="Lưu Văn phòng Đảng ủy",
        stamp=("TỈNH ỦY AN BÌNH", "ĐẢNG ỦY\nXÃ AN PHÚ"),
    ),
    Organ("anphu-tt", "Thường trực Đảng ủy", "Thường trực", "", "party", "commune", "An Phú", of="du-anphu"),
    Organ("anphu-vp", "Văn phòng Đảng ủy", "Văn phòng", "VPĐU", "party", "commune", "An Phú", of="du-anphu"),
    Organ("anphu-xdd", "Ban Xây dựng Đảng", "Ban XDĐ", "BXDĐ", "party", "commune", "An Phú", of="du-anphu"),
    Organ(
        "anphu-ubkt", "Cơ quan Ủy ban Kiểm tra Đảng ủy", "CQ UBKT", "UBKTĐU", "party", "commune", "An Phú",
        of="du-anphu",
    ),
    Organ(
        "mttq-anphu", "Ủy ban MTTQ Việt Nam xã An Phú", "MTTQ xã An Phú", "MTTQ-BTT", "front", "commune", "An Phú",
        ("ỦY BAN MTTQ VIỆT NAM XÃ AN PHÚ", "BAN THƯỜNG TRỰC"), exchange="000.13.01.T90", store="Lưu: VT",
        stamp=("XÃ AN PHÚ", "ỦY BAN\nMẶT TRẬN\nTỔ QUỐC"),
    ),
    Organ(
        "ubnd-anphu", "Ủy ban nhân dân xã An Phú", "UBND xã An Phú", "UBND", "state", "commune", "An Phú",
        ("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"), exchange="000.11.00.H90", store="Lưu: VT",
        stamp=("TỈNH AN BÌNH", "ỦY BAN\nNHÂN DÂN\nXÃ AN PHÚ"),
    ),
    Organ("ubnd-anphu-vp", "Văn phòng HĐND và UBND", "Văn phòng", "VP", "state", "commune", "An Phú", of="ubnd-anphu"),
    Organ("ubnd-anphu-kt", "Phòng Kinh tế", "Phòng Kinh tế", "KT", "state", "commune", "An Phú", of="ubnd-anphu"),
    Organ(
        "ubnd-anphu-vhxh", "Phòng Văn hóa - Xã hội", "Phòng VH-XH", "VHXH", "state", "commune", "An Phú",
        of="ubnd-anphu",
    ),
    Organ(
        "cb-dong", "Chi bộ thôn Đông", "Chi bộ thôn Đông", "CB", "party", "commune", "An Phú",
        ("CHI BỘ THÔN ĐÔNG",), "ĐẢNG ỦY XÃ AN PHÚ", exchange="000.11.01.T91", store="Lưu chi bộ",
    ),
    Organ(
        "cb-doai", "Chi bộ thôn Đoài", "Chi bộ thôn Đoài", "CB", "party", "commune", "An Phú",
        ("CHI BỘ THÔN ĐOÀI",), "ĐẢNG ỦY XÃ AN PHÚ", exchange="000.11.01.T92", store="Lưu chi bộ",
    ),
    Organ(
        "cb-ha", "Chi bộ thôn Hạ", "Chi bộ thôn Hạ", "CB", "party", "commune", "An Phú",
        ("CHI BỘ THÔN HẠ",), "ĐẢNG ỦY XÃ AN PHÚ", exchange="000.11.01.T93", store="Lưu chi bộ",
    ),
    Organ(
        "du-binhson", "Đảng ủy xã Bình Sơn", "Đảng ủy Bình Sơn", "ĐU", "party", "commune", "Bình Sơn",
        ("ĐẢNG ỦY XÃ BÌNH SƠN",), "TỈNH ỦY AN BÌNH", exchange="000.12.01.T90", store="Lưu Văn phòng Đảng ủy",
        stamp=("TỈNH ỦY AN BÌNH", "ĐẢNG ỦY\nXÃ BÌNH SƠN"),
    ),
    Organ("binhson-tt", "Thường trực Đảng ủy", "Thường trực", "", "party", "commune", "Bình Sơn", of="du-binhson"),
    Organ("binhson-vp", "Văn phòng Đảng ủy", "Văn phòng", "VPĐU", "party", "commune", "Bình Sơn", of="du-binhson"),
    Organ("binhson-xdd", "Ban Xây dựng Đảng", "Ban XDĐ", "BXDĐ", "party", "commune", "Bình Sơn", of="du-binhson"),
    Organ(
        "binhson-ubkt", "Cơ quan Ủy ban Kiểm tra Đảng ủy", "CQ UBKT", "UBKTĐU", "party", "commune", "Bình Sơn",
        of="du-binhson",
    ),
)  # fmt: skip

_BTV = "T/M BAN THƯỜNG VỤ"

PEOPLE: tuple[Someone, ...] = (
    Someone(
        "tran-thi-mai", "Trần Thị Mai", "mai", (("anphu-vp", "Văn thư", ("clerk",)),), "000190000101",
        keeps=("du-anphu",),
    ),
    Someone(
        "le-van-hoa", "Lê Văn Hòa", "hoa", (("anphu-tt", "Bí thư", ("leader",)),), "000190000102",
        (("du-anphu", _BTV, "BÍ THƯ"),),
    ),
    Someone(
        "pham-thu-ha", "Phạm Thu Hà", "ha", (("anphu-tt", "Phó Bí thư Thường trực", ("leader",)),), "000190000103",
        (("du-anphu", _BTV, "PHÓ BÍ THƯ"),),
    ),
    Someone(
        "do-minh-quan", "Đỗ Minh Quân", "quan",
        (
            ("anphu-tt", "Phó Bí thư, Chủ tịch UBND xã", ("leader",)),
            ("ubnd-anphu", "Chủ tịch UBND xã", ("leader",)),
        ),
        "000190000104",
        (("du-anphu", _BTV, "PHÓ BÍ THƯ"), ("ubnd-anphu", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ),
    Someone(
        "ngo-thi-hanh", "Ngô Thị Hạnh", "hanh", (("anphu-vp", "Chánh Văn phòng", ("chiefOfOffice", "head")),),
        "000190000105", (("du-anphu", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),),
    ),
    Someone("vu-thi-lan", "Vũ Thị Lan", "lan", (("anphu-xdd", "Trưởng Ban Xây dựng Đảng", ("head",)),), "000190000106"),
    Someone("dang-van-long", "Đặng Văn Long", "long", (("anphu-ubkt", "Chủ nhiệm UBKT", ("head",)),), "000190000107"),
    Someone("bui-duc-thang", "Bùi Đức Thắng", "thang", (("anphu-vp", "Chuyên viên", ("specialist",)),), "000190000108"),
    Someone("hoang-thi-yen", "Hoàng Thị Yến", "yen", (("anphu-xdd", "Chuyên viên", ("specialist",)),), "000190000109"),
    Someone(
        "ta-quoc-khanh", "Tạ Quốc Khánh", "khanh", (("anphu-xdd", "Chuyên viên", ("specialist",)),), "000190000110"
    ),
    Someone(
        "nguyen-thi-thu", "Nguyễn Thị Thu", "thu", (("anphu-ubkt", "Chuyên viên", ("specialist",)),), "000190000111"
    ),
    Someone(
        "trinh-van-khai", "Trịnh Văn Khải", "khai", (("mttq-anphu", "Chủ tịch UBMTTQ xã", ("leader",)),),
        "000190000112",
        (("mttq-anphu", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),),
    ),
    Someone(
        "mac-thi-nga", "Mạc Thị Nga", "nga", (("mttq-anphu", "Văn thư", ("clerk",)),), "000190000113",
        keeps=("mttq-anphu",),
    ),
    Someone(
        "cao-thi-lien", "Cao Thị Liên", "lien", (("ubnd-anphu-vp", "Văn thư", ("clerk",)),), "000190000114",
        keeps=("ubnd-anphu",),
    ),
    Someone(
        "phan-van-tai", "Phan Văn Tài", "tai", (("binhson-tt", "Bí thư", ("leader",)),), "000190000201",
        (("du-binhson", _BTV, "BÍ THƯ"),),
    ),
    Someone(
        "dinh-thi-huong", "Đinh Thị Hương", "huong", (("binhson-vp", "Văn thư", ("clerk",)),), "000190000202",
        keeps=("du-binhson",),
    ),
    Someone(
        "ly-minh-duc", "Lý Minh Đức", "duc", (("binhson-vp", "Chánh Văn phòng", ("chiefOfOffice", "head")),),
        "000190000203",
    ),
    Someone(
        "vo-thanh-trung", "Võ Thành Trung", "trung", (("tu", "Bí thư Tỉnh ủy", ("leader",)),), "000190000301",
        (("tu", "T/M TỈNH ỦY", "BÍ THƯ"),),
    ),
    Someone(
        "nguyen-van-binh", "Nguyễn Văn Bình", "binh", (("tu", "Phó Bí thư Thường trực Tỉnh ủy", ("leader",)),),
        "000190000302", (("tu", _BTV, "PHÓ BÍ THƯ"),),
    ),
    Someone(
        "ho-quang-vinh", "Hồ Quang Vinh", "vinh",
        (
            ("tu-tonghop", "Chánh Văn phòng Tỉnh ủy", ("chiefOfOffice", "head")),
            ("vptu", "Chánh Văn phòng Tỉnh ủy", ("leader",)),
        ),
        "000190000303", (("tu", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"), ("vptu", "", "CHÁNH VĂN PHÒNG")),
    ),
    Someone(
        "duong-thi-oanh", "Dương Thị Oanh", "oanh",
        (("tu-vanthu", "Văn thư", ("clerk",)), ("vptu", "Văn thư", ("clerk",))), "000190000304", keeps=("tu", "vptu"),
    ),
    Someone(
        "ta-dinh-phong", "Tạ Đình Phong", "phong", (("tu-tonghop", "Chuyên viên", ("specialist",)),), "000190000305"
    ),
    Someone(
        "luong-thi-bich", "Lương Thị Bích", "bich", (("btctu", "Trưởng Ban Tổ chức Tỉnh ủy", ("leader",)),),
        "000190000306", (("btctu", "", "TRƯỞNG BAN"),),
    ),
    Someone(
        "chu-van-nam", "Chu Văn Nam", "nam", (("ubkttu", "Chủ nhiệm UBKT Tỉnh ủy", ("leader",)),), "000190000307",
        (("ubkttu", "T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM"),),
    ),
    Someone(
        "kim-thi-ngoc", "Kim Thị Ngọc", "ngoc",
        tuple((organ, "Văn thư", ("clerk",)) for organ in ("btctu", "ubkttu", "btgdvtu", "bnctu")), "000190000308",
        keeps=("btctu", "ubkttu", "btgdvtu", "bnctu"),
    ),
)  # fmt: skip

OUTSIDE: dict[str, tuple[str, str, str]] = {
    "btgdvtu": ("Kiều Minh Tuấn", "", "TRƯỞNG BAN"),
    "bnctu": ("Quách Thị Hòa", "", "TRƯỞNG BAN"),
    "ducq": ("Tống Văn Sơn", _BTV, "PHÓ BÍ THƯ"),
    "ubndt": ("La Văn Chiến", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "cb-dong": ("Nguyễn Văn Lực", "T/M CHI BỘ", "BÍ THƯ"),
    "cb-doai": ("Hà Thị Tâm", "T/M CHI BỘ", "BÍ THƯ"),
    "cb-ha": ("Trần Văn Quý", "T/M CHI BỘ", "BÍ THƯ"),
}
"""Who signs for organs in which nobody here has an account: name, competence, position."""

BY_KEY: dict[str, Someone] = {someone.key: someone for someone in PEOPLE}
ORGAN: dict[str, Organ] = {organ.key: organ for organ in ORGANS}


def organ_of(unit_key: str) -> str:
    """The organ that a unit belongs to, itself for an organ."""
    return ORGAN[unit_key].of or unit_key


def position_id(someone: Someone, seat: int = 0) -> str:
    """The identifier of one of a person's seats."""
    return f"{someone.key}-{someone.seats[seat][0]}"


def seat_in(someone: Someone, organ_key: str) -> str:
    """The identifier of the person's first seat in an organ.

    Raises:
        ValueError: the person holds none there.
    """
    for n, (unit, _title, _roles) in enumerate(someone.seats):
        if organ_of(unit) == organ_key:
            return position_id(someone, n)
    raise ValueError(f"{someone.key} holds no seat in {organ_key}")


def clerk_of(organ_key: str) -> Someone | None:
    """The clerk with an account in an organ."""
    for someone in PEOPLE:
        if any("clerk" in roles and organ_of(unit) == organ_key for unit, _title, roles in someone.seats):
            return someone
    return None


def signer_of(organ_key: str) -> Someone | None:
    """Whoever usually signs for an organ and has an account."""
    for someone in PEOPLE:
        if any(organ == organ_key and not competence.startswith("T/L") for organ, competence, _ in someone.signs):
            return someone
    return None


def unit_object(organ: Organ, seals: list[str], stamp_blob: str | None, stamp_size: int = 0) -> Unit:
    """The organ or department as the wire has it."""
    unit: Unit = {
        "id": organ.key,
        "revision": 1,
        "name": organ.name,
        "shortName": organ.short,
        "organCode": organ.code,
        "style": organ.style,
        "level": "province" if organ.level == "province" else "commune",
        "parentId": organ.of or None,
        "organId": organ.of or organ.key,
        "exchangeCode": organ.exchange,
        "address": organ.place,
        "sealCertificates": seals,
        "sealKeepers": [p.key for p in PEOPLE if organ.key in p.keeps],
        "stampBlobId": stamp_blob,
    }
    if stamp_blob is not None:
        unit["stampSize"] = stamp_size
    return unit


def person_object(
    someone: Someone, certificates: list[str], signature_blob: str | None, signature_size: int = 0
) -> Person:
    """The person as the wire has it."""
    positions: list[Position] = [
        {
            "id": position_id(someone, n),
            "unitId": unit,
            "organId": organ_of(unit),
            "title": title,
            "roles": list(roles),
        }
        for n, (unit, title, roles) in enumerate(someone.seats)
    ]
    person: Person = {
        "id": someone.key,
        "revision": 1,
        "name": someone.name,
        "positions": positions,
        "certificates": certificates,
        "signatureBlobId": signature_blob,
    }
    if signature_blob is not None:
        person["signatureSize"] = signature_size
    return person
