"""Themes of documents that come to a commune from the province's organs. Knows ``texts.Theme`` alone."""
# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

from desktop.practice.texts import Theme

_COMMUNES = ("Các đảng ủy xã, phường, đặc khu",)
_ALL = ("Các đảng ủy trực thuộc Tỉnh ủy", "Các cơ quan tham mưu, giúp việc Tỉnh ủy")
_ABOVE = ("Thường trực Tỉnh ủy (b/c)",)

THEMES: tuple[Theme, ...] = (
    Theme(
        ("tu",), "TB", "Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng {m} năm {y}",
        (
            "Ngày {ago}, Ban Thường vụ Tỉnh ủy họp phiên thường kỳ. Sau khi nghe các cơ quan báo cáo và thảo luận, Ban Thường vụ Tỉnh ủy kết luận như sau:",
            "1. Về chuyển đổi số trong các cơ quan đảng: yêu cầu các đảng ủy xã, phường hoàn thành việc số hóa hồ sơ, tài liệu trước ngày 31/12/{y}; thực hiện gửi, nhận văn bản điện tử có ký số, không phát hành kèm bản giấy, trừ văn bản theo quy định phải có bản giấy.",
            "2. Về phòng, chống thiên tai: tiếp tục rà soát các khu vực có nguy cơ sạt lở, ngập sâu; chủ động phương án di dời dân, dự trữ lương thực, thuốc men theo phương châm “bốn tại chỗ”.",
            "3. Về công tác xây dựng Đảng: khẩn trương hoàn thành việc kiểm điểm tập thể, cá nhân; nâng cao chất lượng sinh hoạt chi bộ, nhất là chi bộ thôn, tổ dân phố sau sắp xếp.",
            "4. Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo Thường trực Tỉnh ủy trước ngày 25 hằng tháng.",
            "Văn phòng Tỉnh ủy thông báo để các cơ quan, đơn vị biết, thực hiện.",
        ),
        7, "Văn phòng tham mưu triển khai, báo cáo tôi trước ngày {due}.", "Đã tham mưu kế hoạch triển khai các nội dung kết luận thuộc trách nhiệm của xã.",
        urgency=2, places=(*_ALL, *_ABOVE), head="nguyen-van-binh",
    ),
    Theme(
        ("tu",), "CV", "Về việc phòng, chống bão số {storm} và bảo đảm an toàn hồ đập trên địa bàn tỉnh",
        (
            "Theo Trung tâm Dự báo khí tượng thủy văn quốc gia, bão số {storm} di chuyển nhanh, cường độ mạnh, khả năng gây mưa rất to trên diện rộng, nguy cơ cao xảy ra lũ quét, sạt lở đất và mất an toàn hồ đập. Để chủ động ứng phó, Ban Thường vụ Tỉnh ủy yêu cầu:",
            "1. Các đảng ủy xã, phường phân công cấp ủy viên trực tiếp xuống địa bàn xung yếu; hoàn thành việc rà soát, sơ tán người dân ra khỏi khu vực nguy hiểm trước 17 giờ 00 ngày {d}.",
            "2. Lãnh đạo, chỉ đạo chính quyền kiểm tra, vận hành hồ chứa đúng quy trình; bố trí lực lượng, vật tư thường trực tại các vị trí có nguy cơ mất an toàn.",
            "3. Tổ chức trực ban nghiêm túc 24/24 giờ; báo cáo tình hình về Văn phòng Tỉnh ủy trước 16 giờ 00 hằng ngày cho đến khi bão tan.",
        ),
        1, "Hỏa tốc. Văn phòng triển khai ngay tới các chi bộ thôn; đồng chí Quân trực tiếp chỉ huy tại chỗ.", "Đã triển khai tới các chi bộ, báo cáo tình hình hằng ngày theo yêu cầu.",
        urgency=3, months=(7, 8, 9, 10, 11), to=_COMMUNES, places=("Như trên", *_ABOVE),
    ),
    Theme(
        ("tu",), "NQ", "Lãnh đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số đến năm 2030",
        (
            "#I- Tình hình",
            "Thời gian qua, các cấp ủy, tổ chức đảng đã quan tâm lãnh đạo ứng dụng công nghệ số; tỉ lệ hồ sơ giải quyết trực tuyến đạt {percent}%. Tuy nhiên, hạ tầng số ở cấp xã còn thiếu đồng bộ; dữ liệu chưa được kết nối, chia sẻ; kỹ năng số của một bộ phận cán bộ còn hạn chế.",
            "#II- Quan điểm, mục tiêu",
            "1. Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số là nhiệm vụ chính trị trọng tâm, thường xuyên, phải có sự lãnh đạo trực tiếp của người đứng đầu cấp ủy.",
            "2. Đến hết năm {y1}: 100% văn bản không mật giữa các cơ quan đảng được gửi, nhận dưới dạng điện tử có ký số; 100% cán bộ, công chức cấp xã sử dụng thành thạo các hệ thống thông tin dùng chung.",
            "3. Đến năm 2030: hình thành kho dữ liệu dùng chung của Đảng bộ tỉnh; hồ sơ, tài liệu lưu trữ lịch sử được số hóa toàn bộ.",
            "#III- Nhiệm vụ, giải pháp",
            "1. Tăng cường công tác tuyên truyền, quán triệt, nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về chuyển đổi số.",
            "2. Đầu tư hạ tầng mạng, trang thiết bị đầu cuối bảo đảm an toàn, an ninh thông tin; ưu tiên các xã vùng khó khăn.",
            "3. Đào tạo, bồi dưỡng kỹ năng số; mỗi cơ quan có ít nhất một cán bộ đầu mối; tổ chức học tập qua văn phòng thực hành.",
            "4. Kiểm tra, giám sát việc thực hiện; biểu dương nơi làm tốt, chấn chỉnh nơi làm hình thức.",
            "#IV- Tổ chức thực hiện",
            "Các đảng ủy trực thuộc xây dựng chương trình hành động, hoàn thành trước ngày {due}. Ủy ban Kiểm tra Tỉnh ủy chủ trì kiểm tra; Văn phòng Tỉnh ủy theo dõi, tổng hợp, báo cáo Ban Thường vụ Tỉnh ủy. Nghị quyết này phổ biến đến chi bộ.",
        ),
        21, "Giao Ban Xây dựng Đảng chủ trì, phối hợp Văn phòng dự thảo chương trình hành động, trình Ban Thường vụ.", "Đã ban hành chương trình hành động của Đảng ủy thực hiện Nghị quyết.",
        unit="xdd", places=("Bộ Chính trị, Ban Bí thư Trung ương Đảng (b/c)", *_ALL), head="vo-thanh-trung",
    ),
    Theme(
        ("tu",), "CT", "Lãnh đạo công tác tuyển chọn, gọi công dân nhập ngũ năm {y1}",
        (
            "Để thực hiện thắng lợi nhiệm vụ tuyển chọn, gọi công dân nhập ngũ năm {y1}, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng tập trung thực hiện:",
            "1. Lãnh đạo, chỉ đạo chặt chẽ các bước sơ tuyển, khám sức khỏe, xét duyệt chính trị; bảo đảm dân chủ, công khai, công bằng, đúng luật.",
            "2. Phát hiện, bồi dưỡng, kết nạp Đảng cho thanh niên ưu tú trước khi nhập ngũ; phấn đấu tỉ lệ đảng viên đạt từ {n3}% trở lên.",
            "3. Làm tốt công tác chính sách hậu phương quân đội; tổ chức ngày hội giao, nhận quân trang trọng, tiết kiệm, an toàn.",
            "Văn phòng Tỉnh ủy phối hợp với Bộ Chỉ huy quân sự tỉnh theo dõi, đôn đốc, báo cáo Ban Thường vụ Tỉnh ủy.",
        ),
        15, "Đồng chí Quân chủ trì; Ban Xây dựng Đảng phối hợp Ban Chỉ huy quân sự xã thực hiện.", "Đã ban hành văn bản lãnh đạo và phân công cấp ủy viên phụ trách địa bàn.",
        unit="xdd", months=(10, 11, 12), places=(*_ALL, "Quân ủy Trung ương (b/c)"), head="vo-thanh-trung",
    ),
    Theme(
        ("tu",), "KH", "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị trong các cơ quan đảng tỉnh năm {y1}",
        (
            "#I- Mục đích, yêu cầu",
            "Cụ thể hóa các nhiệm vụ, giải pháp của Nghị quyết số 57-NQ/TW; xác định rõ việc, rõ người, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.",
            "#II- Nội dung",
            "1. Hoàn thành số hóa hồ sơ đảng viên, hồ sơ cán bộ; chuẩn hóa dữ liệu trước ngày {due}.",
            "2. Sử dụng thống nhất hệ thống thông tin điều hành tác nghiệp; người đứng đầu xử lý văn bản và ký số trên hệ thống.",
            "3. Tổ chức {n3} lớp bồi dưỡng kỹ năng số cho cấp ủy viên và cán bộ văn thư cấp xã.",
            "4. Thực hiện chế độ báo cáo tháng, quý trên hệ thống, không gửi bản giấy.",
            "#III- Tổ chức thực hiện",
            "Các đảng ủy xã, phường căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị; gửi về Văn phòng Tỉnh ủy trước ngày {due} để tổng hợp.",
        ),
        14, months=(9, 10, 11, 12), directive="Văn phòng chủ trì xây dựng kế hoạch của Đảng ủy, trình Ban Thường vụ.", result="Đã xây dựng kế hoạch, gửi Văn phòng Tỉnh ủy đúng hạn.",
        places=_ALL, head="nguyen-van-binh",
    ),
    Theme(
        ("tu",), "KL", "Về tình hình kinh tế - xã hội, quốc phòng, an ninh {months} tháng năm {qy} và nhiệm vụ thời gian tới",
        (
            "Ban Thường vụ Tỉnh ủy đánh giá: kinh tế tiếp tục tăng trưởng; thu ngân sách đạt {percent}% dự toán; an sinh xã hội được bảo đảm; quốc phòng, an ninh giữ vững. Tuy nhiên, giải ngân vốn đầu tư công ở một số xã còn chậm. Ban Thường vụ Tỉnh ủy yêu cầu:",
            "1. Tập trung tháo gỡ vướng mắc về giải phóng mặt bằng; giải ngân hết kế hoạch vốn được giao.",
            "2. Vận hành thông suốt chính quyền địa phương hai cấp; không để gián đoạn việc phục vụ người dân, doanh nghiệp.",
            "3. Chăm lo gia đình chính sách, hộ nghèo, người có hoàn cảnh khó khăn.",
            "4. Giữ vững an ninh chính trị, trật tự, an toàn xã hội; giải quyết dứt điểm các vụ việc từ cơ sở.",
        ),
        0, "Sao gửi các đồng chí cấp ủy viên; UBND xã thực hiện nội dung liên quan.", "Đã phổ biến tới cấp ủy viên.",
        places=_ALL, head="nguyen-van-binh",
    ),
    Theme(
        ("tu",), "QĐ", "Về việc ban hành Quy chế gửi, nhận, xử lý văn bản điện tử trong các cơ quan đảng tỉnh",
        (
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
            "- Căn cứ Quy định số 337-QĐ/TW, ngày 27/6/2025 của Ban Bí thư;",
            "- Xét đề nghị của Văn phòng Tỉnh ủy,",
            "=BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH",
            "§Điều 1. Ban hành kèm theo Quyết định này Quy chế gửi, nhận, xử lý văn bản điện tử trong các cơ quan đảng tỉnh.",
            "§Điều 2. Văn bản điện tử được ký số của người có thẩm quyền và ký số của cơ quan, tổ chức có giá trị như bản gốc văn bản giấy. Cơ quan nhận có trách nhiệm kiểm tra tính xác thực, toàn vẹn và tiếp nhận ngay trong ngày.",
            "§Điều 3. Các cơ quan tham mưu, giúp việc Tỉnh ủy, các đảng ủy trực thuộc Tỉnh ủy chịu trách nhiệm thi hành Quyết định này.",
            "Quyết định này có hiệu lực kể từ ngày ký.",
        ),
        0, "Văn phòng phổ biến tới toàn thể cán bộ, công chức để thực hiện.", "Đã phổ biến Quy chế.",
        places=("Như Điều 3", *_ABOVE), head="nguyen-van-binh",
    ),
    Theme(
        ("vptu",), "GM", "Dự hội nghị trực tuyến toàn tỉnh về thực hiện Nghị quyết số 57-NQ/TW",
        (
            "Thực hiện chương trình công tác, Ban Thường vụ Tỉnh ủy tổ chức hội nghị trực tuyến toàn tỉnh về thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
            "1. Thời gian: {meet}.",
            "2. Địa điểm: điểm cầu chính tại Hội trường Tỉnh ủy; điểm cầu cấp xã tại phòng họp trực tuyến của đảng ủy xã, phường.",
            "3. Thành phần tại điểm cầu cấp xã: các đồng chí ủy viên Ban Thường vụ; trưởng các cơ quan, ban của Đảng ủy; Chủ tịch Ủy ban MTTQ Việt Nam xã; bí thư chi bộ trực thuộc.",
            "Văn phòng Tỉnh ủy trân trọng kính mời các đồng chí dự đúng thời gian, thành phần.",
        ),
        3, "Văn phòng chuẩn bị điểm cầu, mời đúng thành phần, đưa vào lịch tuần.", "Đã chuẩn bị điểm cầu, mời đủ thành phần.",
        urgency=1, to=("Các đồng chí Bí thư, Phó Bí thư đảng ủy xã, phường",), places=("Như trên", *_ABOVE),
    ),
    Theme(
        ("vptu",), "CV", "Về việc báo cáo kết quả gửi, nhận văn bản điện tử tháng {pm} năm {ym}",
        (
            "Để tổng hợp báo cáo Thường trực Tỉnh ủy, Văn phòng Tỉnh ủy đề nghị các đảng ủy xã, phường báo cáo kết quả gửi, nhận văn bản điện tử tháng {pm} năm {ym} với các nội dung: tổng số văn bản đến, văn bản đi; tỉ lệ văn bản phát hành có đủ chữ ký số; số văn bản trả lại và lý do; khó khăn, vướng mắc, kiến nghị.",
            "Báo cáo gửi về Văn phòng Tỉnh ủy (qua Phòng Hành chính - Lưu trữ) trước ngày {due} trên hệ thống thông tin điều hành tác nghiệp.",
        ),
        6, "Văn thư tổng hợp số liệu, Chánh Văn phòng ký báo cáo.", "Đã gửi báo cáo trên hệ thống.", to=_COMMUNES, places=("Như trên",),
    ),
    Theme(
        ("vptu",), "CV", "Về việc cung cấp hồ sơ, tài liệu phục vụ chỉnh lý, số hóa tài liệu lưu trữ",
        (
            "Thực hiện kế hoạch số hóa tài liệu Phông lưu trữ Đảng bộ tỉnh, Văn phòng Tỉnh ủy đề nghị các đồng chí chỉ đạo thống kê, bàn giao hồ sơ, tài liệu hình thành từ ngày 01/7/2025 đến nay thuộc diện nộp lưu.",
            "Danh mục thống kê theo mẫu gửi kèm; mỗi hồ sơ có mục lục văn bản, chứng từ kết thúc. Thời gian hoàn thành: trước ngày {due}.",
            "Quá trình thực hiện, nếu có vướng mắc, đề nghị trao đổi với Phòng Hành chính - Lưu trữ để được hướng dẫn.",
        ),
        12, "Văn thư thống kê, bàn giao đúng hạn.", "Đã thống kê, bàn giao hồ sơ theo danh mục.", to=_COMMUNES, places=("Như trên",),
    ),
    Theme(
        ("vptu",), "TB", "Lịch tiếp công dân của đồng chí Bí thư Tỉnh ủy tháng {nm}",
        (
            "Thực hiện Quy định của Bộ Chính trị về trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân, Văn phòng Tỉnh ủy thông báo lịch tiếp công dân của đồng chí Bí thư Tỉnh ủy như sau:",
            "1. Thời gian: {meet}.",
            "2. Địa điểm: Trụ sở Tiếp công dân tỉnh.",
            "3. Đề nghị các đảng ủy xã, phường rà soát các vụ việc còn tồn đọng, gửi danh sách về Văn phòng Tỉnh ủy trước ngày {due}.",
        ),
        4, "Văn phòng rà soát, báo cáo tôi các vụ việc của xã.", "Không có vụ việc tồn đọng; đã gửi báo cáo.", places=(*_COMMUNES, *_ABOVE),
    ),
    Theme(
        ("vptu",), "HD", "Công tác văn thư trên hệ thống thông tin điều hành tác nghiệp",
        (
            "Văn phòng Tỉnh ủy hướng dẫn một số nội dung về công tác văn thư trên hệ thống thông tin điều hành tác nghiệp như sau:",
            "#1. Tiếp nhận văn bản đến",
            "Văn thư kiểm tra chữ ký số, số trang, nơi nhận trước khi vào sổ. Văn bản không hợp lệ thì trả lại nơi gửi, nêu rõ lý do. Số đến lấy liên tục trong năm, tiếp nối sổ giấy.",
            "#2. Trình, chuyển văn bản",
            "Văn bản đến được trình Chánh Văn phòng, sau đó trình Bí thư hoặc Phó Bí thư cho ý kiến chỉ đạo. Mỗi văn bản có một nơi chủ trì; các nơi phối hợp, nhận để biết ghi riêng.",
            "#3. Phát hành văn bản đi",
            "Văn thư chỉ ký số của cơ quan sau khi người có thẩm quyền đã ký số; không để trống số trong sổ; không phát hành kèm bản giấy.",
            "#4. Lập hồ sơ",
            "Cán bộ được giao chủ trì lập hồ sơ công việc trên hệ thống và nộp lưu trong quý I năm sau.",
        ),
        0, "Văn thư nghiên cứu, thực hiện đúng hướng dẫn.", "Đã thực hiện.", places=_COMMUNES,
    ),
    Theme(
        ("btctu",), "HD", "Kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {y}",
        (
            "Thực hiện quy định của Bộ Chính trị về kiểm điểm và đánh giá, xếp loại chất lượng hằng năm, Ban Tổ chức Tỉnh ủy hướng dẫn một số nội dung như sau:",
            "#I- Đối tượng",
            "Tập thể cấp ủy, tổ chức đảng; đảng viên trong toàn Đảng bộ (trừ đảng viên được miễn công tác và sinh hoạt, đảng viên mới kết nạp chưa đủ sáu tháng).",
            "#II- Nội dung kiểm điểm",
            "1. Việc lãnh đạo, tổ chức thực hiện nhiệm vụ chính trị; kết quả thực hiện nhiệm vụ được giao trên hệ thống.",
            "2. Việc thực hiện nguyên tắc tập trung dân chủ, tự phê bình và phê bình; công tác kiểm tra, giám sát.",
            "3. Trách nhiệm nêu gương; phòng, chống tham nhũng, lãng phí, tiêu cực.",
            "#III- Thời gian",
            "Cấp xã hoàn thành trước ngày {due}; hồ sơ gửi về Ban Tổ chức Tỉnh ủy qua hệ thống, gồm báo cáo kiểm điểm và biểu tổng hợp xếp loại.",
        ),
        20, "Ban Xây dựng Đảng chủ trì tham mưu kế hoạch kiểm điểm; Văn phòng phối hợp.", "Đã ban hành kế hoạch kiểm điểm, gửi hồ sơ đúng hạn.",
        unit="xdd", months=(10, 11, 12), places=_ALL,
    ),
    Theme(
        ("btctu",), "CV", "Về việc rà soát, bổ sung quy hoạch cán bộ lãnh đạo, quản lý cấp xã nhiệm kỳ 2025-2030",
        (
            "Ban Tổ chức Tỉnh ủy đề nghị ban thường vụ các đảng ủy xã, phường rà soát, bổ sung quy hoạch các chức danh lãnh đạo, quản lý nhiệm kỳ 2025-2030 theo nguyên tắc “động” và “mở”.",
            "Quan tâm cán bộ trẻ, cán bộ nữ; bảo đảm tiêu chuẩn, điều kiện, độ tuổi. Hồ sơ gồm tờ trình, biên bản các bước, danh sách trích ngang; gửi về Ban Tổ chức Tỉnh ủy trước ngày {due}.",
        ),
        15, "Ban Xây dựng Đảng tham mưu quy trình, báo cáo Thường trực trước khi trình Ban Thường vụ.", "Đã hoàn thiện hồ sơ, gửi Ban Tổ chức Tỉnh ủy.",
        unit="xdd", to=("Ban thường vụ các đảng ủy xã, phường",), places=("Như trên", *_ABOVE),
    ),
    Theme(
        ("btctu",), "CV", "Về việc cập nhật dữ liệu đảng viên trên hệ thống quý {q} năm {qy}",
        (
            "Qua kiểm tra dữ liệu đảng viên, còn {n2} hồ sơ của các đảng bộ cấp xã thiếu thông tin về nơi sinh hoạt hoặc ảnh. Ban Tổ chức Tỉnh ủy đề nghị các đảng ủy chỉ đạo rà soát, cập nhật, bảo đảm dữ liệu “đúng, đủ, sạch, sống”.",
            "Thời gian hoàn thành trước ngày {due}. Ban Tổ chức Tỉnh ủy sẽ khóa dữ liệu để lập báo cáo thống kê cơ bản theo quy định.",
        ),
        8, "Ban Xây dựng Đảng thực hiện, không để quá hạn.", "Đã cập nhật đủ dữ liệu đảng viên.", unit="xdd", to=_COMMUNES, places=("Như trên",),
    ),
    Theme(
        ("btctu",), "TB", "Chiêu sinh lớp bồi dưỡng nhận thức về Đảng và đảng viên mới đợt {n3} năm {y}",
        (
            "Ban Tổ chức Tỉnh ủy thông báo chiêu sinh lớp bồi dưỡng nhận thức về Đảng và lớp bồi dưỡng đảng viên mới như sau:",
            "1. Thời gian: khai giảng {meet}; học 05 ngày liên tục.",
            "2. Hình thức: trực tuyến kết hợp trực tiếp tại Trường Chính trị tỉnh.",
            "3. Hồ sơ: danh sách có xác nhận của đảng ủy, gửi trước ngày {due}.",
        ),
        6, "Ban Xây dựng Đảng lập danh sách cử học viên.", "Đã lập danh sách, cử {n} học viên tham gia.", unit="xdd", places=_COMMUNES,
    ),
    Theme(
        ("btctu",), "CV", "Về việc xét tặng Huy hiệu Đảng đợt 03/02/{y1}",
        (
            "Chuẩn bị cho đợt trao Huy hiệu Đảng nhân dịp kỷ niệm ngày thành lập Đảng, Ban Tổ chức Tỉnh ủy đề nghị các đảng ủy rà soát, lập danh sách đảng viên đủ tiêu chuẩn, điều kiện xét tặng, truy tặng.",
            "Hồ sơ gửi trước ngày {due}; quá thời hạn trên, các trường hợp còn lại chuyển sang đợt sau.",
        ),
        10, "Ban Xây dựng Đảng rà soát kỹ, không để sót đảng viên đủ điều kiện.", "Đã gửi danh sách đề nghị xét tặng {n} đồng chí.",
        unit="xdd", months=(10, 11, 12), to=_COMMUNES, places=("Như trên",),
    ),
    Theme(
        ("ubkttu",), "CV", "Về việc cung cấp hồ sơ phục vụ cuộc kiểm tra định kỳ quý {q} năm {qy}",
        (
            "Thực hiện chương trình kiểm tra, giám sát năm {qy}, Ủy ban Kiểm tra Tỉnh ủy đề nghị Đảng ủy xã {here} cung cấp hồ sơ phục vụ cuộc kiểm tra định kỳ quý {q}, gồm: báo cáo tự kiểm tra; quy chế làm việc; sổ nghị quyết; sổ theo dõi thu, nộp đảng phí; hồ sơ kỷ luật đảng (nếu có).",
            "Hồ sơ gửi về Ủy ban Kiểm tra Tỉnh ủy trước ngày {due} qua hệ thống thông tin điều hành tác nghiệp.",
        ),
        12, "Cơ quan Ủy ban Kiểm tra chủ trì, Văn phòng phối hợp chuẩn bị hồ sơ.", "Đã cung cấp đủ hồ sơ theo yêu cầu.", unit="ubkt",
        to=("Đảng ủy xã {here}",), places=("Như trên",),
    ),
    Theme(
        ("ubkttu",), "KH", "Giám sát chuyên đề việc lãnh đạo công tác {field} năm {y}",
        (
            "#1. Mục đích",
            "Đánh giá việc lãnh đạo, chỉ đạo, tổ chức thực hiện công tác {field} của cấp ủy; kịp thời nhắc nhở, chấn chỉnh, phòng ngừa vi phạm.",
            "#2. Đối tượng, mốc thời gian",
            "Ban thường vụ đảng ủy {n3} xã, phường; mốc giám sát từ ngày 01/7/2025 đến thời điểm giám sát.",
            "#3. Tiến độ",
            "Các đối tượng giám sát gửi báo cáo tự giám sát trước ngày {due}. Đoàn giám sát làm việc trực tiếp theo lịch thông báo sau.",
            "#4. Tổ chức thực hiện",
            "Vụ nghiệp vụ tham mưu thành lập đoàn giám sát; đối tượng giám sát phân công cán bộ đầu mối phối hợp.",
        ),
        10, "Cơ quan Ủy ban Kiểm tra xây dựng báo cáo tự giám sát.", "Đã gửi báo cáo tự giám sát.", unit="ubkt", places=("Các đối tượng giám sát", *_ABOVE),
    ),
    Theme(
        ("ubkttu",), "TB", "Kết quả kiểm tra việc {duty} của Đảng ủy xã {here}",
        (
            "Ủy ban Kiểm tra Tỉnh ủy thông báo kết quả kiểm tra việc {duty} của Đảng ủy xã {here}:",
            "1. Ưu điểm: cấp ủy đã quan tâm lãnh đạo, ban hành đầy đủ văn bản; hồ sơ lưu trữ cơ bản khoa học.",
            "2. Hạn chế: {n3}/{n} chi bộ chưa thực hiện đầy đủ chế độ báo cáo; sổ sách còn ghi chép thiếu nội dung.",
            "3. Yêu cầu: khắc phục hạn chế, báo cáo kết quả về Ủy ban Kiểm tra Tỉnh ủy trước ngày {due}.",
        ),
        18, "Cơ quan Ủy ban Kiểm tra tham mưu kế hoạch khắc phục.", "Đã ban hành kế hoạch và báo cáo khắc phục.", unit="ubkt", places=("Đảng ủy xã {here}", *_ABOVE),
    ),
    Theme(
        ("btgdvtu",), "HD", "Công tác tuyên truyền tháng {nm}",
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn công tác tuyên truyền tháng {nm} với các nội dung trọng tâm:",
            "1. Tuyên truyền kết quả thực hiện nghị quyết đại hội đảng bộ các cấp nhiệm kỳ 2025-2030; mô hình chính quyền địa phương hai cấp.",
            "2. Tuyên truyền chuyển đổi số, phong trào “Bình dân học vụ số”; cảnh báo lừa đảo trên không gian mạng.",
            "3. Tuyên truyền gương người tốt, việc tốt; đấu tranh phản bác quan điểm sai trái, thù địch.",
            "Hình thức: qua hệ thống truyền thanh cơ sở, trang thông tin điện tử, sinh hoạt chi bộ.",
        ),
        0, "Ban Xây dựng Đảng phối hợp Phòng Văn hóa - Xã hội thực hiện.", "Đã triển khai tuyên truyền.", unit="xdd", places=_COMMUNES,
    ),
    Theme(
        ("btgdvtu",), "CV", "Về việc tổ chức học tập chuyên đề toàn khóa và chuyên đề năm {y1}",
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy đề nghị các đảng ủy xây dựng kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm {y1}; đưa nội dung chuyên đề vào sinh hoạt chi bộ hằng tháng.",
            "Kết quả đăng ký mô hình “Dân vận khéo” gửi về Ban trước ngày {due}.",
        ),
        12, "Ban Xây dựng Đảng tham mưu kế hoạch, đăng ký mô hình.", "Đã đăng ký {n3} mô hình “Dân vận khéo”.", unit="xdd", to=_COMMUNES, places=("Như trên",),
    ),
    Theme(
        ("btgdvtu",), "BC", "Tình hình dư luận xã hội tháng {pm} năm {ym}",
        (
            "Trong tháng {pm}, tình hình tư tưởng của cán bộ, đảng viên và Nhân dân cơ bản ổn định, phấn khởi. Dư luận quan tâm các nội dung:",
            "1. Việc giải quyết thủ tục hành chính ở cấp xã sau sắp xếp: {percent}% ý kiến đánh giá hài lòng.",
            "2. Giá vật tư nông nghiệp và đầu ra nông sản; chất lượng đường giao thông liên thôn.",
            "3. Tình trạng lừa đảo qua điện thoại, mạng xã hội nhằm vào người cao tuổi.",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy đề nghị các cấp ủy chủ động thông tin, định hướng dư luận.",
        ),
        0, "Chuyển các đồng chí trong Ban Thường vụ nghiên cứu.", "Đã nghiên cứu.", unit="xdd", places=(*_ABOVE, *_COMMUNES),
    ),
    Theme(
        ("bnctu",), "CV", "Về việc rà soát vụ việc khiếu nại, tố cáo phức tạp, kéo dài trên địa bàn xã",
        (
            "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy, Ban Nội chính Tỉnh ủy đề nghị Đảng ủy xã {here} chỉ đạo rà soát các vụ việc khiếu nại, tố cáo, kiến nghị phức tạp, kéo dài trong lĩnh vực {field}; phân công lãnh đạo chịu trách nhiệm từng vụ việc.",
            "Kết quả rà soát gửi về Ban Nội chính Tỉnh ủy trước ngày {due}.",
        ),
        9, "Cơ quan Ủy ban Kiểm tra chủ trì, phối hợp Công an xã, UBND xã rà soát.", "Đã rà soát, báo cáo {n3} vụ việc.", unit="ubkt", urgency=1,
        to=("Đảng ủy xã {here}",), places=("Như trên", *_ABOVE),
    ),
    Theme(
        ("bnctu",), "BC", "Công tác phòng, chống tham nhũng, lãng phí, tiêu cực quý {q} năm {qy}",
        (
            "Ban Nội chính Tỉnh ủy báo cáo kết quả công tác phòng, chống tham nhũng, lãng phí, tiêu cực quý {q} như sau:",
            "1. Đã tham mưu ban hành {n} văn bản lãnh đạo, chỉ đạo; tổ chức {n3} cuộc kiểm tra.",
            "2. Việc kê khai tài sản, thu nhập được thực hiện đúng đối tượng, thời hạn, đạt 100%.",
            "3. Nhiệm vụ quý tới: tập trung kiểm tra việc quản lý, sử dụng trụ sở dôi dư sau sắp xếp đơn vị hành chính.",
        ),
        0, "Các đồng chí cấp ủy viên nghiên cứu.", "Đã nghiên cứu.", unit="ubkt", places=(*_ABOVE, *_COMMUNES),
    ),
    Theme(
        ("ducq",), "KH", "Chuyển đổi số trong các cơ quan đảng giai đoạn {y}-2028",
        (
            "#I- Mục tiêu",
            "100% cơ quan, đơn vị trong Đảng bộ xử lý công việc trên môi trường mạng; 100% văn bản đi được ký số đúng quy định; 90% hồ sơ công việc được lập điện tử.",
            "#II- Nhiệm vụ",
            "1. Rà soát, trang bị máy tính, đường truyền mạng chuyên dùng; bảo đảm an toàn thông tin theo cấp độ.",
            "2. Tổ chức ngày hội chuyển đổi số, thi kỹ năng số cho cán bộ, công chức.",
            "3. Phối hợp với các đảng ủy xã, phường kết nối, chia sẻ dữ liệu, hỗ trợ kỹ thuật cho cơ sở.",
            "#III- Tổ chức thực hiện",
            "Các đơn vị báo cáo tiến độ hằng quý; đề nghị các đảng ủy xã, phường phối hợp, góp ý bằng văn bản trước ngày {due}.",
        ),
        9, "Văn phòng nghiên cứu, tham mưu văn bản góp ý.", "Đã gửi văn bản góp ý.", places=("Các chi, đảng bộ trực thuộc", "Các đảng ủy xã, phường (p/h)"),
    ),
    Theme(
        ("ducq",), "CV", "Về việc giới thiệu đảng viên đang công tác giữ mối liên hệ với nơi cư trú",
        (
            "Đảng ủy các cơ quan Đảng tỉnh gửi danh sách {n} đảng viên đang công tác có nơi cư trú tại xã {here}. Đề nghị Đảng ủy xã chỉ đạo các chi bộ thôn tiếp nhận, quản lý và nhận xét đảng viên theo quy định.",
            "Bản nhận xét gửi về Đảng ủy các cơ quan Đảng tỉnh trước ngày {due}.",
        ),
        15, "Ban Xây dựng Đảng hướng dẫn các chi bộ nhận xét.", "Đã hoàn thành nhận xét đảng viên nơi cư trú.", unit="xdd",
        to=("Đảng ủy xã {here}",), places=("Như trên",),
    ),
    Theme(
        ("ubndt",), "CĐ", "Về việc tập trung ứng phó với mưa lũ sau bão số {storm}",
        (
            "Chủ tịch Ủy ban nhân dân tỉnh điện: Giám đốc các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường.",
            "1. Tổ chức canh gác tại các ngầm tràn, khu vực ngập sâu, nước chảy xiết; kiên quyết không để người, phương tiện qua lại.",
            "2. Sơ tán khẩn cấp người dân tại khu vực có nguy cơ sạt lở; bố trí nơi ở tạm, lương thực, nước uống.",
            "3. Thống kê thiệt hại, báo cáo về Ủy ban nhân dân tỉnh trước 15 giờ 00 hằng ngày.",
        ),
        1, "Chuyển UBND xã thực hiện; Văn phòng theo dõi, báo cáo hằng ngày.", "Đã chuyển UBND xã, báo cáo hằng ngày.", urgency=2, months=(7, 8, 9, 10, 11),
        places=("Như trên", "Thường trực Tỉnh ủy (b/c)", "Các đảng ủy xã, phường (p/h)"),
    ),
    Theme(
        ("ubndt",), "CV", "phối hợp lãnh đạo giải phóng mặt bằng dự án đường liên xã {here} - Bình Sơn",
        (
            "Dự án đường liên xã {here} - Bình Sơn đang chậm tiến độ do còn {n} hộ dân chưa nhận tiền bồi thường. Ủy ban nhân dân tỉnh đề nghị Ban Thường vụ Đảng ủy xã {here} lãnh đạo hệ thống chính trị vận động các hộ bàn giao mặt bằng trước ngày {due}.",
            "Ủy ban nhân dân xã công khai phương án bồi thường; đối thoại với từng hộ, giải quyết thỏa đáng kiến nghị chính đáng",
        ),
        14, "Đồng chí Quân chủ trì; MTTQ và các chi bộ thôn vận động Nhân dân.", "Đã vận động {n} hộ bàn giao mặt bằng.", to=("Ban Thường vụ Đảng ủy xã {here}",),
        places=("Như trên", "Chủ tịch, các PCT UBND tỉnh"),
    ),
)  # fmt: skip
