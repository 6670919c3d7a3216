"""Themes of documents that come to a commune's Party committee from its cells, Mặt trận and the state side beside it.

Knows ``texts.Theme`` alone.
"""
# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

from desktop.practice.texts import Theme

THEMES: tuple[Theme, ...] = (
    Theme(
        ("cb",), "BC", "Sinh hoạt chi bộ tháng {m} và kết quả thu nộp đảng phí",
        (
            "Chi bộ báo cáo Đảng ủy xã kết quả sinh hoạt chi bộ tháng {m} năm {y} như sau:",
            "1. Tổng số đảng viên {members}; dự sinh hoạt đạt {percent}%; vắng có lý do {n3} đồng chí.",
            "2. Nội dung: thông tin thời sự; đánh giá kết quả lãnh đạo nhiệm vụ tháng; sinh hoạt chuyên đề về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
            "3. Đảng phí: thu đủ, nộp về Đảng ủy xã 70% theo quy định; ghi thẻ và đóng dấu đầy đủ.",
            "4. Kiến nghị: đề nghị Đảng ủy quan tâm sửa chữa nhà văn hóa thôn phục vụ hội họp.",
        ),
        0, "Ban Xây dựng Đảng tổng hợp.", "Đã tổng hợp vào báo cáo tháng.", unit="xdd", places=("Đảng ủy xã (b/c)",),
    ),
    Theme(
        ("cb",), "TTr", "Đề nghị xét kết nạp đảng viên đối với quần chúng {name}",
        (
            "Căn cứ Điều lệ Đảng và hướng dẫn về công tác đảng viên; xét đơn xin vào Đảng và quá trình phấn đấu, Chi bộ đã họp ngày {ago}, biểu quyết đạt 100% đề nghị kết nạp quần chúng {name}.",
            "Hồ sơ kèm theo gồm: đơn xin vào Đảng; lý lịch đã thẩm tra; giấy giới thiệu của đảng viên chính thức; nghị quyết giới thiệu của Đoàn Thanh niên; ý kiến nhận xét nơi cư trú.",
            "Chi bộ kính trình Đảng ủy xã xem xét, quyết định.",
        ),
        15, "Ban Xây dựng Đảng thẩm định hồ sơ, trình Ban Thường vụ.", "Hồ sơ đủ điều kiện, đã trình Ban Thường vụ.", unit="xdd", to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("cb",), "TTr", "Đề nghị công nhận đảng viên chính thức đối với đồng chí {name}",
        (
            "Đồng chí {name} được kết nạp Đảng đến nay đã đủ 12 tháng dự bị; được phân công giúp đỡ, rèn luyện, hoàn thành tốt nhiệm vụ được giao.",
            "Chi bộ đã họp xét, biểu quyết đạt 100% đề nghị công nhận đảng viên chính thức. Kính trình Đảng ủy xem xét, quyết định.",
        ),
        12, "Ban Xây dựng Đảng thẩm định, trình Ban Thường vụ.", "Đã thẩm định, trình Ban Thường vụ.", unit="xdd", to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("cb",), "BC", "Kết quả bầu cử bổ sung cấp ủy chi bộ nhiệm kỳ 2025-2027",
        (
            "Được sự đồng ý của Đảng ủy xã, ngày {ago}, Chi bộ đã tổ chức hội nghị bầu bổ sung cấp ủy. Kết quả: đồng chí {name} trúng cử chi ủy viên với {percent}% số phiếu.",
            "Chi bộ báo cáo, đề nghị Ban Thường vụ Đảng ủy xem xét, chuẩn y.",
        ),
        10, "Ban Xây dựng Đảng dự thảo quyết định chuẩn y.", "Đã dự thảo quyết định chuẩn y, trình ký.", unit="xdd", places=("Ban Thường vụ Đảng ủy xã (b/c)",),
    ),
    Theme(
        ("cb",), "CV", "Về việc xin ý kiến sửa chữa nhà văn hóa thôn",
        (
            "Nhà văn hóa thôn xây dựng đã lâu, mái bị dột sau mưa bão, ảnh hưởng đến sinh hoạt chi bộ và cộng đồng. Chi bộ đề nghị Đảng ủy chỉ đạo Ủy ban nhân dân xã bố trí kinh phí sửa chữa, dự kiến {sum} triệu đồng; phần còn lại Nhân dân đóng góp tự nguyện.",
        ),
        12, "Chuyển UBND xã xem xét, trả lời chi bộ.", "UBND xã đã đưa vào danh mục sửa chữa.", to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("cb",), "BC", "Kiểm điểm tập thể, cá nhân và xếp loại chất lượng chi bộ năm {y}",
        (
            "Thực hiện hướng dẫn của Đảng ủy, Chi bộ đã tổ chức kiểm điểm, đánh giá, xếp loại năm {y}. Kết quả: {n3} đồng chí hoàn thành xuất sắc nhiệm vụ; {n} đồng chí hoàn thành tốt nhiệm vụ; không có đảng viên không hoàn thành nhiệm vụ.",
            "Chi bộ tự xếp loại: hoàn thành tốt nhiệm vụ. Đề nghị Đảng ủy xem xét, công nhận.",
        ),
        15, "Ban Xây dựng Đảng tổng hợp, thẩm định.", "Đã tổng hợp, trình Ban Thường vụ.", unit="xdd", months=(11, 12), places=("Đảng ủy xã (b/c)",),
    ),
    Theme(
        ("mttq-anphu",), "TTr", "Về việc tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm {y}",
        (
            "Thực hiện hướng dẫn của Ủy ban MTTQ Việt Nam tỉnh, Ban Thường trực Ủy ban MTTQ Việt Nam xã xây dựng phương án tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm {y} tại các khu dân cư:",
            "1. Thời gian: từ ngày 10/11 đến ngày 18/11/{y}; thôn Đông tổ chức điểm.",
            "2. Nội dung: phần lễ ôn truyền thống, biểu dương gia đình văn hóa, tặng quà hộ khó khăn; phần hội gồm thi đấu thể thao, văn nghệ, bữa cơm đoàn kết.",
            "3. Kinh phí: {sum} triệu đồng từ ngân sách và nguồn vận động.",
            "Kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến",
        ),
        7, "Đồng ý chủ trương. Văn phòng phối hợp MTTQ hoàn thiện kế hoạch.", "Đã cho ý kiến bằng văn bản.", months=(10,), to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("mttq-anphu",), "TTr", "Về việc hiệp thương cử bổ sung Ủy viên Ủy ban MTTQ Việt Nam xã",
        (
            "Căn cứ Điều lệ Mặt trận Tổ quốc Việt Nam; để kiện toàn tổ chức sau sắp xếp đơn vị hành chính, Ban Thường trực Ủy ban MTTQ Việt Nam xã dự kiến hiệp thương cử bổ sung {n3} Ủy viên Ủy ban:",
            "1. Ông {name}, đại diện người có uy tín trong cộng đồng.",
            "2. Bà {name2}, đại diện hội viên tổ chức thành viên.",
            "Kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến trước khi hiệp thương",
        ),
        8, "Ban Xây dựng Đảng thẩm định nhân sự, trình Ban Thường vụ.", "Ban Thường vụ đã cho ý kiến về nhân sự.", unit="xdd",
        to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("mttq-anphu",), "BC", "Tổng hợp ý kiến, kiến nghị của cử tri và Nhân dân trước kỳ họp Hội đồng nhân dân xã",
        (
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã tổng hợp {n} ý kiến, kiến nghị của cử tri và Nhân dân, tập trung vào các vấn đề:",
            "1. Đề nghị sửa chữa tuyến đường thôn {village}, lắp đặt hệ thống chiếu sáng công cộng.",
            "2. Đề nghị tăng cường thu gom rác thải, xử lý ô nhiễm kênh mương.",
            "3. Đề nghị hướng dẫn người cao tuổi sử dụng dịch vụ công trực tuyến",
        ),
        10, "Chuyển UBND xã trả lời; Văn phòng theo dõi.", "UBND xã đã trả lời từng kiến nghị.", places=("Thường trực Đảng ủy (b/c)", "Thường trực HĐND xã"),
    ),
    Theme(
        ("mttq-anphu",), "KH", "Vận động Quỹ “Vì người nghèo” và an sinh xã hội năm {y}",
        (
            "1. Mục tiêu: vận động {sum} triệu đồng; hỗ trợ xây mới, sửa chữa {n3} căn nhà cho hộ nghèo.",
            "2. Thời gian cao điểm: từ ngày 17/10 đến ngày 18/11/{y}.",
            "3. Hình thức: mỗi cán bộ, đảng viên ủng hộ ít nhất một ngày lương; vận động doanh nghiệp trên địa bàn.",
            "4. Công khai thu, chi tại trụ sở và nhà văn hóa các thôn",
        ),
        0, "Thông báo các chi bộ hưởng ứng.", "Đã thông báo tới các chi bộ.", months=(9, 10), places=("Đảng ủy xã (b/c)", "Các ban công tác Mặt trận"),
    ),
    Theme(
        ("mttq-anphu",), "CV", "góp ý dự thảo quy chế giám sát, phản biện xã hội",
        (
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã đề nghị Ban Thường vụ Đảng ủy cho ý kiến đối với dự thảo Quy chế giám sát và phản biện xã hội của Mặt trận và các tổ chức chính trị - xã hội xã.",
            "Ý kiến góp ý gửi về Ban Thường trực trước ngày {due}",
        ),
        8, "Ban Xây dựng Đảng tham mưu ý kiến góp ý.", "Đã gửi ý kiến góp ý.", unit="xdd", to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("mttq-anphu",), "TB", "Kết luận giám sát việc thực hiện chính sách đối với người có công",
        (
            "Đoàn giám sát của Ủy ban MTTQ Việt Nam xã thông báo kết luận: việc chi trả trợ cấp hằng tháng cho {n2} người có công được thực hiện kịp thời, đúng đối tượng. Còn {n3} hồ sơ chậm do thiếu giấy tờ; đề nghị Phòng Văn hóa - Xã hội hướng dẫn hoàn thiện trước ngày {due}",
        ),
        0, "Chuyển UBND xã thực hiện kiến nghị.", "Đã chuyển UBND xã.", places=("Thường trực Đảng ủy (b/c)", "UBND xã"),
    ),
    Theme(
        ("ubnd-anphu",), "BC", "Tình hình kinh tế - xã hội, quốc phòng, an ninh tháng {m} năm {y}",
        (
            "Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy tình hình tháng {m} năm {y}:",
            "1. Sản xuất nông nghiệp: thu hoạch {n2} ha; dịch bệnh trên đàn gia súc, gia cầm được kiểm soát.",
            "2. Thu ngân sách lũy kế đạt {percent}% dự toán; giải ngân vốn đầu tư công đạt {n2} triệu đồng trong tháng.",
            "3. Tiếp nhận {n2} hồ sơ thủ tục hành chính, giải quyết đúng hạn {percent}%.",
            "4. Quốc phòng, an ninh ổn định; duy trì trực sẵn sàng chiến đấu; không có vụ việc phức tạp",
        ),
        0, "Văn phòng tổng hợp vào báo cáo tháng của Đảng ủy.", "Đã tổng hợp.", places=("Ban Thường vụ Đảng ủy (b/c)", "Thường trực HĐND xã"),
    ),
    Theme(
        ("ubnd-anphu",), "TTr", "Về dự toán thu, chi ngân sách xã năm {y1}",
        (
            "Căn cứ Luật Ngân sách nhà nước; căn cứ hướng dẫn xây dựng dự toán của tỉnh, Ủy ban nhân dân xã trình Ban Thường vụ Đảng ủy cho ý kiến về dự toán năm {y1}:",
            "1. Tổng thu ngân sách trên địa bàn: {n2} tỷ {sum} triệu đồng.",
            "2. Tổng chi ngân sách: cân đối với tổng thu; ưu tiên chi đầu tư phát triển, an sinh xã hội, chuyển đổi số.",
            "3. Dự phòng ngân sách: 2% tổng chi.",
            "Kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến trước khi trình Hội đồng nhân dân xã",
        ),
        10, "Đưa vào chương trình họp Ban Thường vụ; Văn phòng chuẩn bị.", "Ban Thường vụ đã cho ý kiến tại phiên họp.", months=(10, 11, 12), to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("ubnd-anphu",), "CV", "xin chủ trương đầu tư nâng cấp tuyến đường thôn {village}",
        (
            "Tuyến đường thôn {village} dài {n} trăm mét đã xuống cấp, ảnh hưởng đến việc đi lại của Nhân dân. Ủy ban nhân dân xã xin chủ trương Ban Thường vụ Đảng ủy cho nâng cấp, mở rộng với tổng mức đầu tư dự kiến {sum} triệu đồng, trong đó Nhân dân hiến đất và đóng góp ngày công",
        ),
        9, "Đồng ý chủ trương, đưa ra Ban Thường vụ.", "Ban Thường vụ đã thống nhất chủ trương.", to=("Ban Thường vụ Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("ubnd-anphu",), "QĐ", "Về việc kiện toàn Tổ công nghệ số cộng đồng xã An Phú",
        (
            "~Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "~Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
            "=QUYẾT ĐỊNH:",
            "§Điều 1. Kiện toàn Tổ công nghệ số cộng đồng xã An Phú gồm {n} thành viên, do ông {name} làm Tổ trưởng.",
            "§Điều 2. Tổ có nhiệm vụ hướng dẫn người dân sử dụng dịch vụ công trực tuyến, thanh toán không dùng tiền mặt, bảo đảm an toàn trên môi trường mạng.",
            "§Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng HĐND và UBND, Trưởng phòng Văn hóa - Xã hội và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành",
        ),
        0, "Lưu, theo dõi.", "Đã lưu hồ sơ.", places=("Như Điều 3", "Thường trực Đảng ủy (b/c)"),
    ),
    Theme(
        ("ubnd-anphu",), "GM", "Dự lễ khởi công công trình nâng cấp trường học xã An Phú",
        (
            "Ủy ban nhân dân xã tổ chức lễ khởi công công trình nâng cấp trường học xã An Phú.",
            "Thời gian: {meet}. Địa điểm: Trường Trung học cơ sở An Phú.",
            "Trân trọng kính mời các đồng chí trong Thường trực Đảng ủy tới dự và phát biểu chỉ đạo",
        ),
        3, "Đồng chí Hà dự.", "Đã dự.", to=("Thường trực Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("ubnd-anphu",), "KH", "Diễn tập phòng thủ dân sự, tìm kiếm cứu nạn năm {y}",
        (
            "1. Mục đích: nâng cao khả năng chỉ huy, hiệp đồng giữa các lực lượng khi có thiên tai, cháy nổ.",
            "2. Thời gian: {meet}; địa điểm tại thôn {village}.",
            "3. Lực lượng: Ban Chỉ huy quân sự xã, Công an xã, trạm y tế, tổ xung kích các thôn, tổng số {n2} người.",
            "4. Các phòng, ban hoàn thành công tác chuẩn bị trước ngày {due}",
        ),
        8, "Giao đồng chí Quân chỉ đạo; Văn phòng theo dõi.", "Đã hoàn thành diễn tập.", months=(3, 4, 5, 6, 7, 8, 9, 10), places=("Ban Thường vụ Đảng ủy (b/c)", "Như trên"),
    ),
    Theme(
        ("du-binhson",), "CV", "Về việc phối hợp bảo đảm an ninh trật tự địa bàn giáp ranh",
        (
            "Thời gian qua, khu vực giáp ranh giữa xã Bình Sơn và xã An Phú phát sinh tình trạng khai thác cát trái phép về đêm. Đảng ủy xã Bình Sơn đề nghị Đảng ủy xã An Phú chỉ đạo Công an xã phối hợp tuần tra, xử lý; thống nhất ký quy chế phối hợp trong tháng {nm}.",
            "Ý kiến của Đảng ủy xã An Phú gửi về trước ngày {due}.",
        ),
        8, "Giao UBND xã chủ trì dự thảo quy chế phối hợp.", "Đã thống nhất quy chế phối hợp.", to=("Đảng ủy xã An Phú",), places=("Như trên",),
    ),
    Theme(
        ("du-binhson",), "CV", "Về việc thẩm tra lý lịch người xin vào Đảng {name}",
        (
            "Đảng ủy xã Bình Sơn đang xét kết nạp đảng viên đối với quần chúng {name}, có quê quán tại thôn {village}, xã An Phú. Đề nghị Đảng ủy xã An Phú chỉ đạo thẩm tra, xác nhận lý lịch theo nội dung gửi kèm và gửi kết quả trước ngày {due}.",
        ),
        10, "Ban Xây dựng Đảng thẩm tra, trả lời.", "Đã xác nhận lý lịch, gửi Đảng ủy xã Bình Sơn.", unit="xdd", to=("Đảng ủy xã An Phú",), places=("Như trên",),
    ),
)  # fmt: skip
