"""Themes of documents that the commune's Party committee writes itself: drafts to practise on, and issued ones.

Knows ``texts.Theme`` alone.
"""
# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

from desktop.practice.texts import Theme

_CELLS = ("Các chi bộ trực thuộc",)
_ABOVE = ("Thường trực Tỉnh ủy (b/c)",)

THEMES: tuple[Theme, ...] = (
    Theme(
        ("du-anphu",), "NQ", "Lãnh đạo phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh năm {y1}",
        (
            "#I- Kết quả năm {y}",
            "Năm {y}, Đảng bộ và Nhân dân xã đoàn kết, nỗ lực, hoàn thành cơ bản các chỉ tiêu đề ra: tổng giá trị sản xuất tăng {n3}%; thu ngân sách đạt {percent}% dự toán; tỉ lệ hộ nghèo còn dưới 1,5%; kết nạp {n} đảng viên mới.",
            "Hạn chế: tiến độ giải phóng mặt bằng một số công trình còn chậm; chất lượng sinh hoạt ở một số chi bộ chưa đồng đều; việc xử lý văn bản trên môi trường mạng có lúc còn quá hạn.",
            "#II- Mục tiêu năm {y1}",
            "1. Tổng giá trị sản xuất tăng từ 9% trở lên; thu ngân sách vượt dự toán tỉnh giao 5%.",
            "2. 100% văn bản của Đảng ủy được phát hành điện tử có ký số; 95% nhiệm vụ hoàn thành đúng hạn.",
            "3. Trên 90% chi bộ hoàn thành tốt nhiệm vụ; kết nạp từ {n} đảng viên.",
            "#III- Nhiệm vụ, giải pháp chủ yếu",
            "1. Lãnh đạo chuyển dịch cơ cấu cây trồng, phát triển sản phẩm OCOP; thu hút đầu tư vào cụm tiểu thủ công nghiệp.",
            "2. Hoàn thành tuyến đường liên xã, nâng cấp trường học, trạm y tế; chỉnh trang trụ sở sau sắp xếp.",
            "3. Đẩy mạnh chuyển đổi số, cải cách hành chính; mỗi cán bộ, đảng viên là một tuyên truyền viên số.",
            "4. Chăm lo an sinh xã hội, người có công, hộ nghèo; giữ vững quốc phòng, an ninh, trật tự, an toàn xã hội.",
            "5. Tăng cường công tác kiểm tra, giám sát; siết chặt kỷ luật, kỷ cương.",
            "#IV- Tổ chức thực hiện",
            "Ủy ban nhân dân xã cụ thể hóa Nghị quyết thành kế hoạch; Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội vận động đoàn viên, hội viên thực hiện; Cơ quan Ủy ban Kiểm tra xây dựng chương trình kiểm tra. Văn phòng Đảng ủy theo dõi, đôn đốc, báo cáo Ban Thường vụ.",
        ),
        places=(*_ABOVE, "Các đồng chí Đảng ủy viên", *_CELLS), months=(11, 12),
    ),
    Theme(
        ("du-anphu",), "QĐ", "Về việc chuẩn y kết quả bầu bổ sung cấp ủy Chi bộ thôn {village} nhiệm kỳ 2025-2027",
        (
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam và Quy chế bầu cử trong Đảng;",
            "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã nhiệm kỳ 2025-2030;",
            "- Xét biên bản bầu cử của Chi bộ thôn {village} và đề nghị của Ban Xây dựng Đảng,",
            "=BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH",
            "§Điều 1. Chuẩn y đồng chí {name} giữ chức vụ chi ủy viên Chi bộ thôn {village}, nhiệm kỳ 2025-2027.",
            "§Điều 2. Ban Xây dựng Đảng, Văn phòng Đảng ủy, Chi bộ thôn {village} và đồng chí {name} chịu trách nhiệm thi hành Quyết định này.",
            "§Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
        ),
        places=("Như Điều 2",), unit="xdd",
    ),
    Theme(
        ("du-anphu",), "QĐ", "Về việc kết nạp đảng viên đối với quần chúng {name}",
        (
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
            "- Xét đề nghị của Chi bộ thôn {village} và Ban Xây dựng Đảng,",
            "=BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH",
            "§Điều 1. Kết nạp quần chúng {name} vào Đảng Cộng sản Việt Nam.",
            "§Điều 2. Chi bộ thôn {village} tổ chức lễ kết nạp, phân công đảng viên chính thức giúp đỡ đảng viên dự bị theo quy định.",
            "§Điều 3. Ban Xây dựng Đảng, Chi bộ thôn {village} và đồng chí {name} chịu trách nhiệm thi hành Quyết định này.",
        ),
        places=("Như Điều 3",), unit="xdd",
    ),
    Theme(
        ("du-anphu",), "KH", "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm {y}",
        (
            "#I- Mục đích, yêu cầu",
            "1. Phát huy sức mạnh khối đại đoàn kết toàn dân tộc; tạo không khí vui tươi, phấn khởi trong Nhân dân.",
            "2. Tổ chức thiết thực, tiết kiệm, an toàn; phát huy vai trò chủ thể của Nhân dân ở khu dân cư.",
            "#II- Nội dung, thời gian",
            "1. Các khu dân cư tổ chức Ngày hội trong thời gian từ ngày 10/11 đến ngày 18/11/{y}.",
            "2. Thôn Đông tổ chức điểm; mời lãnh đạo tỉnh và các đồng chí trong Ban Thường vụ tham dự.",
            "3. Tặng quà {n} hộ nghèo, hộ có hoàn cảnh khó khăn; bàn giao {n3} nhà đại đoàn kết.",
            "#III- Tổ chức thực hiện",
            "1. Ban Xây dựng Đảng hướng dẫn nội dung tuyên truyền, phối hợp chuẩn bị bài phát biểu.",
            "2. Ủy ban nhân dân xã bố trí kinh phí, bảo đảm an ninh trật tự, vệ sinh môi trường.",
            "3. Các chi bộ thôn phân công cấp ủy viên phụ trách, báo cáo kết quả trước ngày {due}.",
            "4. Ủy ban MTTQ xã chủ trì, phối hợp với các đoàn thể tổ chức phần hội; hoàn thành báo cáo tổng kết trước ngày 15/12/{y}.",
            "5. Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Kế hoạch này, định kỳ báo cáo Ban Thường vụ Đảng ủy.",
        ),
        places=(*_ABOVE, *_CELLS), months=(10,),
    ),
    Theme(
        ("du-anphu",), "KH", "Chuyển đổi số trong Đảng bộ xã năm {y1}",
        (
            "#I- Mục tiêu",
            "100% cán bộ, công chức xử lý công việc trên hệ thống thông tin điều hành tác nghiệp; 100% chi bộ sử dụng sổ tay đảng viên điện tử.",
            "#II- Nhiệm vụ",
            "1. Rà soát, thay thế {n} bộ máy tính; nâng cấp đường truyền mạng chuyên dùng tại trụ sở.",
            "2. Tổ chức {n3} buổi tập huấn cho bí thư chi bộ về văn bản điện tử và chữ ký số.",
            "3. Số hóa hồ sơ đảng viên, hoàn thành trước ngày {due}.",
            "4. Thành lập tổ hỗ trợ kỹ thuật gồm cán bộ trẻ của các cơ quan.",
            "#III- Tổ chức thực hiện",
            "Văn phòng Đảng ủy chủ trì; các cơ quan, chi bộ phối hợp thực hiện, báo cáo hằng quý.",
        ),
        places=("Văn phòng Tỉnh ủy (b/c)", *_CELLS), months=(9, 10, 11, 12),
    ),
    Theme(
        ("du-anphu",), "BC", "Công tác xây dựng Đảng tháng {m} và nhiệm vụ trọng tâm tháng {nm}",
        (
            "#I- Kết quả tháng {m}",
            "1. Chính trị, tư tưởng: tổ chức quán triệt {n3} nghị quyết, chỉ thị; {percent}% đảng viên tham gia.",
            "2. Tổ chức, cán bộ: chuẩn y {n3} chi ủy viên; cử {n} học viên bồi dưỡng; kết nạp {n3} đảng viên.",
            "3. Kiểm tra, giám sát: hoàn thành {n3} cuộc giám sát chuyên đề; không có đơn thư tố cáo đảng viên.",
            "4. Dân vận: duy trì {n} mô hình “Dân vận khéo”; tổ chức đối thoại với Nhân dân thôn {village}.",
            "5. Văn phòng: tiếp nhận {n2} văn bản đến; phát hành {n} văn bản đi, 100% có ký số; không có văn bản quá hạn kéo dài.",
            "#II- Hạn chế",
            "Một số chi bộ gửi báo cáo chậm; việc cập nhật dữ liệu đảng viên còn thiếu thông tin.",
            "#III- Nhiệm vụ tháng {nm}",
            "1. Lãnh đạo hoàn thành các chỉ tiêu kinh tế - xã hội; chuẩn bị kỳ họp Hội đồng nhân dân xã.",
            "2. Hoàn thành kiểm điểm, đánh giá, xếp loại tổ chức đảng, đảng viên.",
            "3. Bảo đảm an ninh, trật tự; chăm lo đời sống Nhân dân.",
        ),
        places=(*_ABOVE, "Các ban đảng Tỉnh ủy", *_CELLS),
    ),
    Theme(
        ("du-anphu",), "BC", "Kết quả gửi, nhận văn bản điện tử tháng {pm} năm {ym}",
        (
            "1. Văn bản đến: {n2} văn bản, tiếp nhận trong ngày đạt 100%; trả lại {n3} văn bản do sai thể thức hoặc gửi nhầm.",
            "2. Văn bản đi: {n} văn bản; 100% có đủ chữ ký số của người có thẩm quyền và của Đảng ủy.",
            "3. Khó khăn: đường truyền tại trụ sở có lúc gián đoạn; {n3} thiết bị lưu khóa bí mật sắp hết hạn.",
            "4. Kiến nghị: đề nghị Văn phòng Tỉnh ủy hỗ trợ cấp mới chứng thư chữ ký số.",
        ),
        places=("Văn phòng Tỉnh ủy (b/c)",), to=(),
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc đề nghị hỗ trợ kinh phí số hóa hồ sơ, tài liệu",
        (
            "Thực hiện kế hoạch số hóa tài liệu của Tỉnh ủy, Đảng ủy xã An Phú có khoảng {n2} mét giá tài liệu cần chỉnh lý, số hóa. Do ngân sách xã hạn hẹp, Ban Thường vụ Đảng ủy đề nghị Văn phòng Tỉnh ủy xem xét, hỗ trợ kinh phí {sum} triệu đồng để thực hiện trong năm {y1}.",
            "Ban Thường vụ Đảng ủy xã An Phú trân trọng đề nghị.",
        ),
        to=("Văn phòng Tỉnh ủy",), places=("Như trên",),
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc triển khai ứng phó bão số {storm}",
        (
            "Thực hiện công văn của Ban Thường vụ Tỉnh ủy, Ban Thường vụ Đảng ủy yêu cầu các chi bộ, cơ quan, đơn vị:",
            "1. Thông báo đến từng hộ dân diễn biến bão; chằng chống nhà cửa, thu hoạch hoa màu đã chín.",
            "2. Rà soát {n} hộ ở khu vực trũng thấp thôn {village}; sơ tán khi có lệnh.",
            "3. Tổ xung kích các thôn trực 24/24 giờ; báo cáo về Văn phòng Đảng ủy trước 15 giờ 00 hằng ngày.",
        ),
        urgency=3, months=(7, 8, 9, 10, 11), to=_CELLS, places=("Như trên", *_ABOVE),
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc cử cán bộ tham gia lớp tập huấn chữ ký số",
        (
            "Phúc đáp đề nghị của Văn phòng Tỉnh ủy, Ban Thường vụ Đảng ủy cử {n3} đồng chí tham gia lớp tập huấn chữ ký số, thời gian {meet}.",
            "Danh sách gồm: đồng chí {name}, đồng chí {name2}, đồng chí {name3}.",
        ),
        to=("Văn phòng Tỉnh ủy",), places=("Như trên", "Các đồng chí có tên"),
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc xác nhận lý lịch người xin vào Đảng {name}",
        (
            "Ban Thường vụ Đảng ủy xã An Phú đã chỉ đạo thẩm tra lý lịch của quần chúng {name}. Kết quả: gia đình chấp hành tốt chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước; lý lịch khai đúng.",
            "Kính gửi Đảng ủy xã Bình Sơn xem xét theo thẩm quyền.",
        ),
        to=("Đảng ủy xã Bình Sơn",), places=("Như trên",), unit="xdd",
    ),
    Theme(
        ("du-anphu",), "TB", "Kết luận của Ban Thường vụ Đảng ủy tại phiên họp ngày {ago}",
        (
            "Ngày {ago}, Ban Thường vụ Đảng ủy họp phiên thường kỳ. Sau khi thảo luận, Ban Thường vụ kết luận:",
            "1. Thống nhất chủ trương nâng cấp tuyến đường thôn {village}; giao Ủy ban nhân dân xã lập hồ sơ theo quy định.",
            "2. Thống nhất dự toán thu, chi ngân sách xã năm {y1} để trình Hội đồng nhân dân xã.",
            "3. Giao Ban Xây dựng Đảng hoàn thiện kế hoạch kiểm điểm cuối năm, trình Ban Thường vụ trước ngày {due}.",
            "Văn phòng Đảng ủy thông báo để các cơ quan, đơn vị thực hiện.",
        ),
        places=("Thường trực HĐND, UBND xã", "Các đồng chí ủy viên Ban Thường vụ", *_CELLS),
    ),
    Theme(
        ("du-anphu",), "TB", "Phân công cấp ủy viên phụ trách địa bàn, lĩnh vực năm {y1}",
        (
            "Ban Thường vụ Đảng ủy thông báo phân công các đồng chí Đảng ủy viên phụ trách địa bàn, lĩnh vực năm {y1} như sau:",
            "1. Đồng chí Lê Văn Hòa, Bí thư: phụ trách chung, dự sinh hoạt Chi bộ thôn Đông.",
            "2. Đồng chí Phạm Thu Hà, Phó Bí thư Thường trực: công tác xây dựng Đảng, dự sinh hoạt Chi bộ thôn Đoài.",
            "3. Đồng chí Đỗ Minh Quân, Phó Bí thư: kinh tế - xã hội, dự sinh hoạt Chi bộ thôn Hạ.",
            "Các đồng chí được phân công dự sinh hoạt chi bộ hằng tháng, báo cáo Ban Thường vụ những vấn đề phát sinh.",
        ),
        places=("Các đồng chí Đảng ủy viên", *_CELLS), months=(10, 11, 12),
    ),
    Theme(
        ("du-anphu",), "TTr", "Về nhân sự Ban Chỉ huy quân sự xã",
        (
            "Căn cứ Luật Dân quân tự vệ và hướng dẫn của cơ quan quân sự cấp trên, Ban Thường vụ Đảng ủy xã đề nghị Ban Tổ chức Tỉnh ủy xem xét, cho ý kiến về việc kiện toàn nhân sự Ban Chỉ huy quân sự xã:",
            "1. Đồng chí {name}: giới thiệu giữ chức vụ Chỉ huy trưởng.",
            "2. Đồng chí {name2}: giới thiệu giữ chức vụ Phó Chỉ huy trưởng.",
            "Hồ sơ nhân sự gửi kèm theo. Kính đề nghị Ban Tổ chức Tỉnh ủy xem xét.",
        ),
        to=("Ban Tổ chức Tỉnh ủy",), places=("Như trên",), unit="xdd",
    ),
    Theme(
        ("du-anphu",), "HD", "Sinh hoạt chi bộ trên sổ tay đảng viên điện tử",
        (
            "Đảng ủy xã hướng dẫn các chi bộ sử dụng sổ tay đảng viên điện tử trong sinh hoạt như sau:",
            "1. Trước sinh hoạt 03 ngày, bí thư chi bộ đưa tài liệu lên hệ thống, không đưa tài liệu có độ mật.",
            "2. Đảng viên nghiên cứu trước, đăng ký ý kiến; đảng viên cao tuổi được tổ hỗ trợ giúp đỡ.",
            "3. Nghị quyết, biên bản được cập nhật chậm nhất 05 ngày sau sinh hoạt.",
        ),
        places=_CELLS, unit="xdd",
    ),
    Theme(
        ("du-anphu",), "GM", "Dự hội nghị Ban Chấp hành Đảng bộ xã lần thứ {n3}",
        (
            "Ban Thường vụ Đảng ủy tổ chức hội nghị Ban Chấp hành Đảng bộ xã để đánh giá kết quả thực hiện nhiệm vụ và cho ý kiến các nội dung theo thẩm quyền.",
            "Thời gian: {meet}. Địa điểm: Hội trường A, trụ sở Đảng ủy xã.",
            "Tài liệu hội nghị đăng trên hệ thống, đề nghị các đồng chí nghiên cứu trước.",
        ),
        to=("Các đồng chí Đảng ủy viên",), places=("Như trên",),
    ),
    Theme(
        ("du-anphu",), "KH", "Chăm lo Tết cho gia đình chính sách, hộ nghèo và đảng viên cao tuổi năm {y1}",
        (
            "#I- Mục đích, yêu cầu",
            "Chăm lo Tết chu đáo, đúng đối tượng, công khai; không để gia đình nào không có Tết.",
            "#II- Nội dung",
            "1. Thăm, tặng quà {n2} gia đình chính sách, người có công; mức quà theo quy định.",
            "2. Hỗ trợ {n} hộ nghèo, hộ cận nghèo từ Quỹ “Vì người nghèo”.",
            "3. Thăm, chúc thọ đảng viên từ 80 tuổi trở lên đang sinh hoạt tại các chi bộ.",
            "#III- Tổ chức thực hiện",
            "Ủy ban MTTQ xã tổng hợp danh sách trước ngày {due}; các đồng chí Đảng ủy viên thăm hộ theo địa bàn phụ trách.",
        ),
        places=("Thường trực HĐND, UBND xã", *_CELLS), months=(11, 12, 1),
    ),
    Theme(
        ("du-anphu",), "KH", "Kiểm tra, giám sát của Ban Chấp hành Đảng bộ xã năm {y1}",
        (
            "#I- Mục đích, yêu cầu",
            "Chủ động phòng ngừa vi phạm từ sớm, từ xa; kiểm tra có trọng tâm, giám sát mở rộng.",
            "#II- Nội dung",
            "1. Kiểm tra {n3} chi bộ về việc {duty}.",
            "2. Giám sát chuyên đề {n3} chi bộ về lãnh đạo công tác {field}.",
            "#III- Tổ chức thực hiện",
            "Cơ quan Ủy ban Kiểm tra tham mưu thành lập các đoàn; các chi bộ gửi báo cáo tự kiểm tra trước ngày {due}.",
        ),
        places=("Ủy ban Kiểm tra Tỉnh ủy (b/c)", *_CELLS), months=(10, 11, 12, 1), unit="ubkt",
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc đôn đốc các chi bộ nộp báo cáo và đảng phí tháng {m}",
        (
            "Đến ngày {d}, còn {n3} chi bộ chưa gửi báo cáo sinh hoạt và chưa nộp đảng phí tháng {m}. Ban Thường vụ Đảng ủy yêu cầu bí thư các chi bộ hoàn thành trước ngày {due}; nêu rõ lý do chậm.",
            "Ban Xây dựng Đảng theo dõi, đưa vào tiêu chí xếp loại chi bộ cuối năm.",
        ),
        to=_CELLS, places=("Như trên",), unit="xdd",
    ),
    Theme(
        ("du-anphu",), "CV", "Về việc trả lời kiến nghị của Chi bộ thôn {village}",
        (
            "Sau khi xem xét kiến nghị của Chi bộ thôn {village} về sửa chữa nhà văn hóa thôn, Ban Thường vụ Đảng ủy có ý kiến: thống nhất chủ trương; giao Ủy ban nhân dân xã bố trí {sum} triệu đồng trong dự toán năm {y1}, phần còn lại vận động xã hội hóa.",
        ),
        to=("Các chi bộ trực thuộc", "UBND xã"), places=("Như trên",),
    ),
    Theme(
        ("du-anphu",), "BC", "Tự kiểm tra việc thu, nộp, quản lý và sử dụng đảng phí",
        (
            "1. Đảng bộ có {n} chi bộ; 100% đảng viên đóng đảng phí đúng mức quy định, tổng thu {sum} triệu đồng.",
            "2. Trích nộp cấp trên đủ, đúng thời gian; chứng từ lưu theo quy định.",
            "3. Hạn chế: {n3} chi bộ ghi sổ chưa đủ cột mục; đã chấn chỉnh, khắc phục.",
        ),
        places=("Ủy ban Kiểm tra Tỉnh ủy (b/c)",), unit="ubkt",
    ),
)  # fmt: skip
