"""By which first word a Vietnamese personal name is known. Data alone.

Those of the General Statistics Office's census lists that most people bear, and of the larger peoples beside the Kinh.
Without diacritics only those that are no word of another language.
"""

from __future__ import annotations

FAMILY_NAMES: tuple[str, ...] = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Đào", "Đoàn", "Lâm", "Phùng", "Mai", "Tô", "Trịnh", "Hà", "Trương", "Vương", "Lương", "Tạ", "Chu",
    "Châu", "Cao", "Quách", "Thái", "Tăng", "Triệu", "Kiều", "La", "Lưu", "Hứa", "Nghiêm", "Ninh", "Ông", "Tống",
    "Tôn", "Tôn Thất", "Vi", "Văn", "Viên", "Từ", "Thạch", "Sơn", "Kim", "Diệp", "Giang", "Khuất", "Khổng", "Lại",
    "Lục", "Mạc", "Mạch", "Nông", "Bế", "Hoàn", "Ma", "Đàm", "Đồng", "Doãn", "Quản", "Phó", "Thân", "Tiêu", "Trà",
    "Ung", "Úc", "Hầu", "Giàng", "Vàng", "Thào", "Sùng", "Mùa", "Lò", "Lường", "Cầm", "Quàng", "Hoàng", "Vừ", "Hạng",
    "Điểu", "Rơ", "Ksor", "Rmah", "Siu", "Nay", "Kpă", "Niê", "Bàn", "Đèo", "Lầu", "Cứ", "Chảo", "Tẩn", "Phàn", "Lỳ",
)  # fmt: skip
PLAIN_FAMILY_NAMES: tuple[str, ...] = (
    "Nguyen", "NGUYEN", "Tran", "TRAN", "Pham", "PHAM", "Hoang", "HOANG", "Huynh", "HUYNH", "Phan", "PHAN", "Bui",
    "BUI", "Duong", "DUONG", "Dinh", "DINH", "Truong", "TRUONG", "Trinh", "TRINH", "Luong", "LUONG", "Doan", "DOAN",
    "Dao", "DAO", "Ngo", "NGO", "Dang", "DANG", "Vuong", "VUONG", "Trieu", "TRIEU", "Quach", "QUACH", "Phung",
    "PHUNG", "Le Thi", "LE THI", "Le Van", "LE VAN", "Vo Van", "Vo Thi", "Vu Van", "Vu Thi", "Do Van", "Do Thi",
    "Ho Van", "Ho Thi", "Ly Van", "Ly Thi",
)  # fmt: skip
