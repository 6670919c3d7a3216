"""Documents for the signing tests, laid out as offices lay them out."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
LEADER = "Nguyễn Văn Hòa"


def _fonts() -> tuple[str, str, str]:
    base = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
    for face in ("Regular", "Italic", "Bold"):
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, f"{base}{face}.ttf"))
    return "Regular", "Italic", "Bold"


def draft(
    *,
    number: str = "Số          -TB/ĐU",
    day: str = "An Phú, ngày        tháng        năm 2026",
    leader: str = LEADER,
    pages: int = 1,
    style: str = "party",
    size: tuple[float, float] = A4,
) -> bytes:
    """A Party notice (or a state one), its signature block on the last page."""
    regular, italic, bold = _fonts()
    out = io.BytesIO()
    page = Canvas(out, pagesize=size)
    width, height = size
    page.setFont(bold, 14)
    if style == "party":
        page.drawCentredString(62 * MM, height - 25 * MM, "ĐẢNG ỦY XÃ AN PHÚ")
        page.drawCentredString(62 * MM, height - 31 * MM, "*")
        page.setFont(bold, 15)
        page.drawRightString(width - 18 * MM, height - 25 * MM, "ĐẢNG CỘNG SẢN VIỆT NAM")
    else:
        page.setFont(bold, 12)
        page.drawCentredString(62 * MM, height - 25 * MM, "ỦY BAN NHÂN DÂN XÃ AN PHÚ")
        page.drawRightString(width - 16 * MM, height - 25 * MM, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.setFont(regular, 14)
    page.drawCentredString(62 * MM, height - 38 * MM, number)
    page.setFont(italic, 14)
    page.drawRightString(width - 18 * MM, height - 38 * MM, day)
    page.setFont(bold, 15)
    page.drawCentredString(width / 2, height - 55 * MM, "THÔNG BÁO")
    page.setFont(regular, 14)
    for i in range(16):
        page.drawString(30 * MM, height - 75 * MM - i * 7 * MM, f"{i + 1}. Giao đồng chí {leader} chủ trì thực hiện,")
    for extra in range(1, pages):
        page.showPage()
        page.setFont(regular, 14)
        page.drawString(30 * MM, height - 30 * MM, f"Trang {extra + 1}")
    page.setFont(bold, 14)
    page.drawCentredString(150 * MM, 78 * MM, "T/M BAN THƯỜNG VỤ")
    page.drawCentredString(150 * MM, 71 * MM, "BÍ THƯ")
    page.drawCentredString(150 * MM, 38 * MM, leader)
    page.setFont(italic, 11)
    page.drawString(30 * MM, 60 * MM, "Nơi nhận:")
    page.save()
    return out.getvalue()


def handwriting() -> bytes:
    """A blue signature on nothing."""
    picture = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    points = [(20, 200), (120, 40), (160, 260), (260, 80), (300, 240), (420, 60), (460, 220), (580, 150)]
    pen.line(points, fill=(20, 50, 190, 255), width=12, joint="curve")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def stamp() -> bytes:
    """A red round stamp on nothing, 36 mm at 300 dpi."""
    side = 425
    picture = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((4, 4, side - 5, side - 5), outline=(214, 20, 20, 230), width=10)
    pen.ellipse((90, 90, side - 91, side - 91), outline=(214, 20, 20, 230), width=5)
    pen.polygon([(212, 120), (240, 270), (130, 180), (295, 180), (185, 270)], fill=(214, 20, 20, 230))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
