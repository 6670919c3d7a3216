<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="vi">
    <context>
        <name>Account</name>
        <message>
            <source>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</source>
            <translation>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</translation>
        </message>
        <message>
            <source>Chưa đăng nhập xong trong trình duyệt. Bấm Đăng nhập để mở lại trang.</source>
            <translation>Chưa đăng nhập xong trong trình duyệt. Bấm Đăng nhập để mở lại trang.</translation>
        </message>
        <message>
            <source>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</source>
            <translation>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</translation>
        </message>
        <message>
            <source>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</source>
            <translation>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</source>
            <translation>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>Văn phòng thực hành đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</source>
            <translation>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</translation>
        </message>
        <message>
            <source>Không tới được hệ thống. Kiểm tra dây mạng và địa chỉ, rồi bấm Đăng nhập.</source>
            <translation>Không tới được hệ thống. Kiểm tra dây mạng và địa chỉ, rồi bấm Đăng nhập.</translation>
        </message>
        <message>
            <source>Địa chỉ do cơ quan quy định</source>
            <translation>Địa chỉ do cơ quan quy định</translation>
        </message>
        <message>
            <source>Đang mở văn phòng thực hành. Lần đầu mất khoảng nửa phút.</source>
            <translation>Đang mở văn phòng thực hành. Lần đầu mất khoảng nửa phút.</translation>
        </message>
        <message>
            <source>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi đổi chức vụ.</source>
            <translation>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi đổi chức vụ.</translation>
        </message>
        <message>
            <source>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi thoát tài khoản.</source>
            <translation>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi thoát tài khoản.</translation>
        </message>
        <message>
            <source>Đang gửi các việc còn lại; gửi xong sẽ tự thoát.</source>
            <translation>Đang gửi các việc còn lại; gửi xong sẽ tự thoát.</translation>
        </message>
    </context>
    <context>
        <name>AccountMenu</name>
        <message>
            <source>&amp;Thiết bị ký số</source>
            <translation>&amp;Thiết bị ký số</translation>
        </message>
        <message>
            <source>Kiể&amp;m tra chữ ký số của tệp…</source>
            <translation>Kiể&amp;m tra chữ ký số của tệp…</translation>
        </message>
        <message>
            <source>Ký tệp PD&amp;F ngoài hệ thống…</source>
            <translation>Ký tệp PD&amp;F ngoài hệ thống…</translation>
        </message>
        <message>
            <source>&amp;Cài đặt</source>
            <translation>&amp;Cài đặt</translation>
        </message>
        <message>
            <source>&amp;Hướng dẫn</source>
            <translation>&amp;Hướng dẫn</translation>
        </message>
        <message>
            <source>&amp;Báo cáo chẩn đoán…</source>
            <translation>&amp;Báo cáo chẩn đoán…</translation>
        </message>
        <message>
            <source>&amp;Khóa</source>
            <translation>&amp;Khóa</translation>
        </message>
        <message>
            <source>Đổ&amp;i tài khoản</source>
            <translation>Đổ&amp;i tài khoản</translation>
        </message>
        <message>
            <source>Đăng &amp;xuất</source>
            <translation>Đăng &amp;xuất</translation>
        </message>
        <message>
            <source>&amp;Việc chưa gửi (%1)</source>
            <translation>&amp;Việc chưa gửi (%1)</translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>Việc khác</source>
            <translation>Việc khác</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>Tiếp nhận, vào sổ</source>
            <translation>Tiếp nhận, vào sổ</translation>
        </message>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Chuyển xử lý</translation>
        </message>
        <message>
            <source>Cho ý kiến chỉ đạo</source>
            <translation>Cho ý kiến chỉ đạo</translation>
        </message>
        <message>
            <source>Trả lại</source>
            <translation>Trả lại</translation>
        </message>
        <message>
            <source>Kết thúc xử lý</source>
            <translation>Kết thúc xử lý</translation>
        </message>
        <message>
            <source>Ký văn bản đến</source>
            <translation>Ký văn bản đến</translation>
        </message>
        <message>
            <source>Dự thảo</source>
            <translation>Dự thảo</translation>
        </message>
        <message>
            <source>Trình ký</source>
            <translation>Trình ký</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Ký duyệt</translation>
        </message>
        <message>
            <source>Từ chối ký</source>
            <translation>Từ chối ký</translation>
        </message>
        <message>
            <source>Góp ý dự thảo</source>
            <translation>Góp ý dự thảo</translation>
        </message>
        <message>
            <source>Trả lời góp ý</source>
            <translation>Trả lời góp ý</translation>
        </message>
        <message>
            <source>Cấp số</source>
            <translation>Cấp số</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Ký số cơ quan</translation>
        </message>
        <message>
            <source>Ký phụ lục</source>
            <translation>Ký phụ lục</translation>
        </message>
        <message>
            <source>Bổ sung dấu thời gian</source>
            <translation>Bổ sung dấu thời gian</translation>
        </message>
        <message>
            <source>Sao văn bản</source>
            <translation>Sao văn bản</translation>
        </message>
        <message>
            <source>Phát hành</source>
            <translation>Phát hành</translation>
        </message>
        <message>
            <source>Bỏ dự thảo</source>
            <translation>Bỏ dự thảo</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài</source>
            <translation>Lưu tệp ra ngoài</translation>
        </message>
        <message>
            <source>Giao nhiệm vụ</source>
            <translation>Giao nhiệm vụ</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Báo cáo tiến độ</translation>
        </message>
        <message>
            <source>Báo hoàn thành</source>
            <translation>Báo hoàn thành</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Duyệt hoàn thành</translation>
        </message>
        <message>
            <source>Xin gia hạn</source>
            <translation>Xin gia hạn</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Duyệt gia hạn</translation>
        </message>
        <message>
            <source>Đăng ký lịch</source>
            <translation>Đăng ký lịch</translation>
        </message>
        <message>
            <source>Duyệt lịch</source>
            <translation>Duyệt lịch</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch</source>
            <translation>Điều chỉnh lịch</translation>
        </message>
        <message>
            <source>Không duyệt lịch</source>
            <translation>Không duyệt lịch</translation>
        </message>
    </context>
    <context>
        <name>ArrivalDialog</name>
        <message>
            <source>Nội dung dấu đến</source>
            <translation>Nội dung dấu đến</translation>
        </message>
        <message>
            <source>&amp;Ghi vào dấu đến</source>
            <translation>&amp;Ghi vào dấu đến</translation>
        </message>
        <message>
            <source>Đơn vị hoặc người được chuyển đến</source>
            <translation>Đơn vị hoặc người được chuyển đến</translation>
        </message>
        <message>
            <source>Để trống nếu chưa lập hồ sơ</source>
            <translation>Để trống nếu chưa lập hồ sơ</translation>
        </message>
        <message>
            <source>&amp;Chuyển</source>
            <translation>&amp;Chuyển</translation>
        </message>
        <message>
            <source>&amp;Số và ký hiệu hồ sơ</source>
            <translation>&amp;Số và ký hiệu hồ sơ</translation>
        </message>
    </context>
    <context>
        <name>AskExtensionDialog</name>
        <message>
            <source>Xin gia hạn</source>
            <translation>Xin gia hạn</translation>
        </message>
        <message>
            <source>&amp;Gửi đề nghị</source>
            <translation>&amp;Gửi đề nghị</translation>
        </message>
        <message>
            <source>Hạn hiện nay</source>
            <translation>Hạn hiện nay</translation>
        </message>
        <message>
            <source>Xin đến &amp;ngày</source>
            <translation>Xin đến &amp;ngày</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Lý do</translation>
        </message>
        <message numerus="yes">
            <source>Còn được xin gia hạn %n lần (kể cả lần này), tối đa 2 lần.</source>
            <translation>
                <numerusform>Còn được xin gia hạn %n lần (kể cả lần này), tối đa 2 lần.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa ghi lý do xin gia hạn.</source>
            <translation>Chưa ghi lý do xin gia hạn.</translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message>
            <source>Giao nhiệm vụ</source>
            <translation>Giao nhiệm vụ</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>&amp;Giao nhiệm vụ</translation>
        </message>
        <message>
            <source>Chọn đơn vị hoặc người</source>
            <translation>Chọn đơn vị hoặc người</translation>
        </message>
        <message>
            <source>Giao nhiều đơn &amp;vị, mỗi đơn vị một nhiệm vụ</source>
            <translation>Giao nhiều đơn &amp;vị, mỗi đơn vị một nhiệm vụ</translation>
        </message>
        <message>
            <source>Có t&amp;hời hạn</source>
            <translation>Có t&amp;hời hạn</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Nội dung</translation>
        </message>
        <message>
            <source>Yêu cầu cụ &amp;thể</source>
            <translation>Yêu cầu cụ &amp;thể</translation>
        </message>
        <message>
            <source>&amp;Sản phẩm</source>
            <translation>&amp;Sản phẩm</translation>
        </message>
        <message>
            <source>Báo cáo, kế hoạch, tờ trình…</source>
            <translation>Báo cáo, kế hoạch, tờ trình…</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Thời hạn</translation>
        </message>
        <message>
            <source>&amp;Chủ trì</source>
            <translation>&amp;Chủ trì</translation>
        </message>
        <message>
            <source>Các đơn vị chủ t&amp;rì</source>
            <translation>Các đơn vị chủ t&amp;rì</translation>
        </message>
        <message>
            <source>&amp;Phối hợp</source>
            <translation>&amp;Phối hợp</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung nhiệm vụ.</source>
            <translation>Chưa ghi nội dung nhiệm vụ.</translation>
        </message>
        <message>
            <source>Chưa chọn đơn vị hoặc người chủ trì.</source>
            <translation>Chưa chọn đơn vị hoặc người chủ trì.</translation>
        </message>
    </context>
    <context>
        <name>AssigneeTable</name>
        <message>
            <source>Đơn vị, cá nhân</source>
            <translation>Đơn vị, cá nhân</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Chủ trì</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Phối hợp</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>Để biết</translation>
        </message>
        <message>
            <source>Gõ để tìm đơn vị, người… (phím 1 chủ trì, 2 phối hợp, 3 để biết)</source>
            <translation>Gõ để tìm đơn vị, người… (phím 1 chủ trì, 2 phối hợp, 3 để biết)</translation>
        </message>
        <message>
            <source>Tìm đơn vị, người</source>
            <translation>Tìm đơn vị, người</translation>
        </message>
        <message>
            <source>Đơn vị, cá nhân nhận xử lý</source>
            <translation>Đơn vị, cá nhân nhận xử lý</translation>
        </message>
    </context>
    <context>
        <name>AttachmentList</name>
        <message>
            <source>Tệp đính kèm</source>
            <translation>Tệp đính kèm</translation>
        </message>
        <message>
            <source>Thê&amp;m tệp…</source>
            <translation>Thê&amp;m tệp…</translation>
        </message>
        <message>
            <source>Bỏ tệ&amp;p</source>
            <translation>Bỏ tệ&amp;p</translation>
        </message>
        <message>
            <source>Chọn tệp đính kèm</source>
            <translation>Chọn tệp đính kèm</translation>
        </message>
    </context>
    <context>
        <name>CheckWindow</name>
        <message>
            <source>Kiểm tra chữ ký số của tệp</source>
            <translation>Kiểm tra chữ ký số của tệp</translation>
        </message>
        <message>
            <source>Các tệp được kiểm tra</source>
            <translation>Các tệp được kiểm tra</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>&amp;Chọn tệp khác…</source>
            <translation>&amp;Chọn tệp khác…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
    </context>
    <context>
        <name>Checking</name>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>Tệp PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Mọi tệp (*)</source>
            <translation>Mọi tệp (*)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF để kiểm tra chữ ký số</source>
            <translation>Chọn tệp PDF để kiểm tra chữ ký số</translation>
        </message>
        <message>
            <source>Mỗi lần kiểm tra được nhiều nhất {count} tệp; đã lấy {count} tệp đầu.</source>
            <translation>Mỗi lần kiểm tra được nhiều nhất {count} tệp; đã lấy {count} tệp đầu.</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Đối chiếu chứng thư gốc</source>
            <translation>Đối chiếu chứng thư gốc</translation>
        </message>
        <message>
            <source>&amp;Tin cậy chứng thư này</source>
            <translation>&amp;Tin cậy chứng thư này</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>So dấu vân tay dưới đây với dấu vân tay do đơn vị cấp công bố chính thức (văn bản, trang tin, gọi điện). Không lấy từ nơi gửi tệp này.</source>
            <translation>So dấu vân tay dưới đây với dấu vân tay do đơn vị cấp công bố chính thức (văn bản, trang tin, gọi điện). Không lấy từ nơi gửi tệp này.</translation>
        </message>
        <message>
            <source>Chứng thư trong tệp</source>
            <translation>Chứng thư trong tệp</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Loại</translation>
        </message>
        <message>
            <source>Hiệu lực đến</source>
            <translation>Hiệu lực đến</translation>
        </message>
        <message>
            <source>ít nhất 8 ký tự cuối</source>
            <translation>ít nhất 8 ký tự cuối</translation>
        </message>
        <message>
            <source>&amp;Dấu vân tay do đơn vị cấp công bố (nếu có để dán hoặc gõ):</source>
            <translation>&amp;Dấu vân tay do đơn vị cấp công bố (nếu có để dán hoặc gõ):</translation>
        </message>
        <message>
            <source>Tôi đã đối chiếu, hai dấu vân tay &amp;giống nhau</source>
            <translation>Tôi đã đối chiếu, hai dấu vân tay &amp;giống nhau</translation>
        </message>
        <message>
            <source>Khớp với dấu vân tay của chứng thư.</source>
            <translation>Khớp với dấu vân tay của chứng thư.</translation>
        </message>
        <message>
            <source>Không khớp. Không tin cậy chứng thư này; hỏi lại đơn vị cấp.</source>
            <translation>Không khớp. Không tin cậy chứng thư này; hỏi lại đơn vị cấp.</translation>
        </message>
    </context>
    <context>
        <name>CopyDialog</name>
        <message>
            <source>Sao văn bản</source>
            <translation>Sao văn bản</translation>
        </message>
        <message>
            <source>&amp;Lập bản sao</source>
            <translation>&amp;Lập bản sao</translation>
        </message>
        <message numerus="yes">
            <source>Ví dụ: 1-3, 5 (văn bản có %n trang)</source>
            <translation>
                <numerusform>Ví dụ: 1-3, 5 (văn bản có %n trang)</numerusform>
            </translation>
        </message>
        <message>
            <source>Văn bản gốc</source>
            <translation>Văn bản gốc</translation>
        </message>
        <message>
            <source>&amp;Hình thức sao</source>
            <translation>&amp;Hình thức sao</translation>
        </message>
        <message>
            <source>&amp;Trang trích sao</source>
            <translation>&amp;Trang trích sao</translation>
        </message>
        <message>
            <source>Chọn người cho phép</source>
            <translation>Chọn người cho phép</translation>
        </message>
        <message>
            <source>&amp;Người cho phép sao</source>
            <translation>&amp;Người cho phép sao</translation>
        </message>
        <message>
            <source>&amp;Số bản</source>
            <translation>&amp;Số bản</translation>
        </message>
        <message>
            <source>Chưa chọn người cho phép sao văn bản mật.</source>
            <translation>Chưa chọn người cho phép sao văn bản mật.</translation>
        </message>
        <message>
            <source>Chưa ghi số bản.</source>
            <translation>Chưa ghi số bản.</translation>
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>Đã lập bản sao. Cấp số cho bản sao, rồi ký sao ở mục Chờ ký.</source>
            <translation>Đã lập bản sao. Cấp số cho bản sao, rồi ký sao ở mục Chờ ký.</translation>
        </message>
        <message>
            <source>Mở bản sao</source>
            <translation>Mở bản sao</translation>
        </message>
        <message>
            <source>Bản quét từ văn bản giấy (tệp chưa có chữ ký số)</source>
            <translation>Bản quét từ văn bản giấy (tệp chưa có chữ ký số)</translation>
        </message>
        <message>
            <source>Văn bản điện tử có chữ ký số hợp lệ</source>
            <translation>Văn bản điện tử có chữ ký số hợp lệ</translation>
        </message>
        <message>
            <source>Tệp gốc gửi nguyên vẹn vẫn có giá trị như văn bản gốc; chỉ sao khi cần chữ ký của cơ quan mình.</source>
            <translation>Tệp gốc gửi nguyên vẹn vẫn có giá trị như văn bản gốc; chỉ sao khi cần chữ ký của cơ quan mình.</translation>
        </message>
        <message>
            <source>Sao y và sao lục gồm cả phụ lục; trích sao chỉ gồm các trang được chọn.</source>
            <translation>Sao y và sao lục gồm cả phụ lục; trích sao chỉ gồm các trang được chọn.</translation>
        </message>
        <message>
            <source>Trang %{page} không phải ảnh quét. Kiểm tra lại tệp.</source>
            <translation>Trang %{page} không phải ảnh quét. Kiểm tra lại tệp.</translation>
        </message>
        <message>
            <source>Tệp là PDF %{version}; bản sao cần PDF 1.4 trở lên. Quét lại.</source>
            <translation>Tệp là PDF %{version}; bản sao cần PDF 1.4 trở lên. Quét lại.</translation>
        </message>
        <message>
            <source>Trang %{page} khổ %{width} × %{height} mm, không phải A4. Quét lại khổ A4.</source>
            <translation>Trang %{page} khổ %{width} × %{height} mm, không phải A4. Quét lại khổ A4.</translation>
        </message>
        <message>
            <source>Trang %{page} không đúng tỷ lệ 100 %. Quét lại đúng tỷ lệ.</source>
            <translation>Trang %{page} không đúng tỷ lệ 100 %. Quét lại đúng tỷ lệ.</translation>
        </message>
        <message>
            <source>Trang %{page} chỉ có %{dpi} dpi. Quét lại từ 200 dpi.</source>
            <translation>Trang %{page} chỉ có %{dpi} dpi. Quét lại từ 200 dpi.</translation>
        </message>
        <message>
            <source>Trang %{page} không phải ảnh màu. Quét lại ảnh màu.</source>
            <translation>Trang %{page} không phải ảnh màu. Quét lại ảnh màu.</translation>
        </message>
        <message>
            <source>Ghi số trang từ 1 đến {last}, ví dụ 1-3, 5.</source>
            <translation>Ghi số trang từ 1 đến {last}, ví dụ 1-3, 5.</translation>
        </message>
    </context>
    <context>
        <name>CrashWindow</name>
        <message>
            <source>&amp;Mở thư mục nhật ký</source>
            <translation>&amp;Mở thư mục nhật ký</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi ngoài dự kiến</source>
            <translation>Chương trình gặp lỗi ngoài dự kiến</translation>
        </message>
        <message numerus="yes">
            <source>Lỗi đã lặp lại %n lần.</source>
            <translation>
                <numerusform>Lỗi đã lặp lại %n lần.</numerusform>
            </translation>
        </message>
        <message>
            <source>Việc đã làm được ghi lại đầy đủ, không mất. Nếu cửa sổ không trả lời, hãy mở lại chương trình. Dưới đây là những gì sẽ gửi; không có gì được gửi đi nếu không bấm nút.</source>
            <translation>Việc đã làm được ghi lại đầy đủ, không mất. Nếu cửa sổ không trả lời, hãy mở lại chương trình. Dưới đây là những gì sẽ gửi; không có gì được gửi đi nếu không bấm nút.</translation>
        </message>
    </context>
    <context>
        <name>CropView</name>
        <message>
            <source>Ảnh gốc; kéo chuột để chọn phần giữ lại</source>
            <translation>Ảnh gốc; kéo chuột để chọn phần giữ lại</translation>
        </message>
    </context>
    <context>
        <name>DecideDialog</name>
        <message>
            <source>&amp;Gửi quyết định</source>
            <translation>&amp;Gửi quyết định</translation>
        </message>
        <message>
            <source>Quyết định</source>
            <translation>Quyết định</translation>
        </message>
        <message>
            <source>Ý kiế&amp;n</source>
            <translation>Ý kiế&amp;n</translation>
        </message>
        <message>
            <source>Chưa chọn quyết định.</source>
            <translation>Chưa chọn quyết định.</translation>
        </message>
        <message>
            <source>Không đồng ý thì phải ghi lý do.</source>
            <translation>Không đồng ý thì phải ghi lý do.</translation>
        </message>
        <message>
            <source>Người xin</source>
            <translation>Người xin</translation>
        </message>
        <message>
            <source>Hạn hiện nay</source>
            <translation>Hạn hiện nay</translation>
        </message>
        <message>
            <source>Xin đến</source>
            <translation>Xin đến</translation>
        </message>
        <message>
            <source>Lý do</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Đã gia hạn</source>
            <translation>Đã gia hạn</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Duyệt gia hạn</translation>
        </message>
        <message>
            <source>Đồng ý gia &amp;hạn</source>
            <translation>Đồng ý gia &amp;hạn</translation>
        </message>
        <message>
            <source>&amp;Không đồng ý</source>
            <translation>&amp;Không đồng ý</translation>
        </message>
        <message>
            <source>Người báo cáo</source>
            <translation>Người báo cáo</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Duyệt hoàn thành</translation>
        </message>
        <message>
            <source>Công nhận &amp;hoàn thành</source>
            <translation>Công nhận &amp;hoàn thành</translation>
        </message>
        <message>
            <source>Yêu cầu làm &amp;tiếp</source>
            <translation>Yêu cầu làm &amp;tiếp</translation>
        </message>
    </context>
    <context>
        <name>DeliveryTable</name>
        <message>
            <source>Tình hình nhận của từng nơi nhận</source>
            <translation>Tình hình nhận của từng nơi nhận</translation>
        </message>
    </context>
    <context>
        <name>Directive</name>
        <message>
            <source>Đang ký một lô văn bản ở bàn ký. Chờ ký xong hoặc dừng lô đó, rồi ký ý kiến này.</source>
            <translation>Đang ký một lô văn bản ở bàn ký. Chờ ký xong hoặc dừng lô đó, rồi ký ý kiến này.</translation>
        </message>
        <message>
            <source>Ký số ý kiến chỉ đạo</source>
            <translation>Ký số ý kiến chỉ đạo</translation>
        </message>
        <message>
            <source>Văn bản này còn một ý kiến đã ký mà chưa gửi được: “%1”. Bấm Ký số thì ký ý kiến dưới đây thay cho bản đó; bản đã ký đó bị bỏ, không gửi.</source>
            <translation>Văn bản này còn một ý kiến đã ký mà chưa gửi được: “%1”. Bấm Ký số thì ký ý kiến dưới đây thay cho bản đó; bản đã ký đó bị bỏ, không gửi.</translation>
        </message>
        <message>
            <source>Ý kiến đã ký “%1” chưa gửi vì sau khi ký, ý kiến trong biểu mẫu đã được sửa. Mở biểu mẫu: ký ý kiến mới thay cho bản đó, hoặc gõ lại đúng ý kiến đã ký để gửi bản đó.</source>
            <translation>Ý kiến đã ký “%1” chưa gửi vì sau khi ký, ý kiến trong biểu mẫu đã được sửa. Mở biểu mẫu: ký ý kiến mới thay cho bản đó, hoặc gõ lại đúng ý kiến đã ký để gửi bản đó.</translation>
        </message>
    </context>
    <context>
        <name>DirectiveDialog</name>
        <message>
            <source>Ký &amp;số ý kiến này trên phiếu xử lý văn bản</source>
            <translation>Ký &amp;số ý kiến này trên phiếu xử lý văn bản</translation>
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>Không tìm thấy khóa của hồ sơ</source>
            <translation>Không tìm thấy khóa của hồ sơ</translation>
        </message>
        <message>
            <source>Khóa trên máy không phải của hồ sơ này</source>
            <translation>Khóa trên máy không phải của hồ sơ này</translation>
        </message>
        <message>
            <source>Kho khóa của máy chưa trả lời</source>
            <translation>Kho khóa của máy chưa trả lời</translation>
        </message>
        <message>
            <source>Hồ sơ do phiên bản mới hơn tạo</source>
            <translation>Hồ sơ do phiên bản mới hơn tạo</translation>
        </message>
        <message>
            <source>Hồ sơ đang mở ở cửa sổ khác</source>
            <translation>Hồ sơ đang mở ở cửa sổ khác</translation>
        </message>
        <message>
            <source>Hồ sơ nằm trên ổ đĩa mạng</source>
            <translation>Hồ sơ nằm trên ổ đĩa mạng</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy</source>
            <translation>Ổ đĩa đã đầy</translation>
        </message>
        <message>
            <source>Không đọc hoặc ghi được thư mục hồ sơ</source>
            <translation>Không đọc hoặc ghi được thư mục hồ sơ</translation>
        </message>
        <message>
            <source>Chưa nâng cấp được hồ sơ cũ</source>
            <translation>Chưa nâng cấp được hồ sơ cũ</translation>
        </message>
        <message>
            <source>Hồ sơ bị hỏng</source>
            <translation>Hồ sơ bị hỏng</translation>
        </message>
        <message>
            <source>Chưa mở được hồ sơ</source>
            <translation>Chưa mở được hồ sơ</translation>
        </message>
        <message>
            <source>&amp;Thử lại</source>
            <translation>&amp;Thử lại</translation>
        </message>
        <message>
            <source>Đăng nhập tài &amp;khoản khác</source>
            <translation>Đăng nhập tài &amp;khoản khác</translation>
        </message>
        <message>
            <source>T&amp;hoát</source>
            <translation>T&amp;hoát</translation>
        </message>
        <message>
            <source>Mở bằng &amp;mật khẩu</source>
            <translation>Mở bằng &amp;mật khẩu</translation>
        </message>
        <message>
            <source>Mật khẩu đã đặt cho hồ sơ trong Khóa máy.</source>
            <translation>Mật khẩu đã đặt cho hồ sơ trong Khóa máy.</translation>
        </message>
        <message>
            <source>Khóa khôi &amp;phục của cơ quan</source>
            <translation>Khóa khôi &amp;phục của cơ quan</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan mở được hồ sơ này mà không mất việc chưa gửi.</source>
            <translation>Quản trị của cơ quan mở được hồ sơ này mà không mất việc chưa gửi.</translation>
        </message>
        <message>
            <source>Sau khi đã đăng nhập máy đúng người, hoặc khôi phục lại kho khóa.</source>
            <translation>Sau khi đã đăng nhập máy đúng người, hoặc khôi phục lại kho khóa.</translation>
        </message>
        <message>
            <source>&amp;Bắt đầu lại…</source>
            <translation>&amp;Bắt đầu lại…</translation>
        </message>
        <message>
            <source>Để riêng hồ sơ cũ, tải lại văn bản từ trung tâm.</source>
            <translation>Để riêng hồ sơ cũ, tải lại văn bản từ trung tâm.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Sau khi mở khóa kho khóa, hoặc đăng nhập lại máy.</source>
            <translation>Sau khi mở khóa kho khóa, hoặc đăng nhập lại máy.</translation>
        </message>
        <message>
            <source>Hồ sơ vẫn còn nguyên và vẫn niêm phong, nhưng khóa mở hồ sơ không còn trong kho khóa của máy. Thường là do mật khẩu máy vừa bị đặt lại, hoặc hồ sơ được chép từ máy khác sang.</source>
            <translation>Hồ sơ vẫn còn nguyên và vẫn niêm phong, nhưng khóa mở hồ sơ không còn trong kho khóa của máy. Thường là do mật khẩu máy vừa bị đặt lại, hoặc hồ sơ được chép từ máy khác sang.</translation>
        </message>
        <message>
            <source>Hồ sơ vẫn còn nguyên, nhưng kho khóa của máy đang giữ một khóa khác nên không mở được. Thường là do hồ sơ được chép từ máy khác sang, hoặc đăng nhập máy bằng người khác.</source>
            <translation>Hồ sơ vẫn còn nguyên, nhưng kho khóa của máy đang giữ một khóa khác nên không mở được. Thường là do hồ sơ được chép từ máy khác sang, hoặc đăng nhập máy bằng người khác.</translation>
        </message>
        <message>
            <source>Khóa mở hồ sơ nằm trong kho khóa của máy; kho khóa đang khóa hoặc không trả lời. Hồ sơ vẫn còn nguyên.</source>
            <translation>Khóa mở hồ sơ nằm trong kho khóa của máy; kho khóa đang khóa hoặc không trả lời. Hồ sơ vẫn còn nguyên.</translation>
        </message>
        <message numerus="yes">
            <source>Trong hồ sơ có %n việc chưa gửi.</source>
            <translation>
                <numerusform>Trong hồ sơ có %n việc chưa gửi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Báo quản trị của cơ quan. Quản trị chạy lệnh dưới đây trên máy này, bằng chính tài khoản máy của bạn, với tệp khóa riêng của cơ quan. Xong thì bấm Thử lại: hồ sơ mở ra, việc chưa gửi còn nguyên.</source>
            <translation>Báo quản trị của cơ quan. Quản trị chạy lệnh dưới đây trên máy này, bằng chính tài khoản máy của bạn, với tệp khóa riêng của cơ quan. Xong thì bấm Thử lại: hồ sơ mở ra, việc chưa gửi còn nguyên.</translation>
        </message>
        <message>
            <source>Khóa khôi phục của cơ quan</source>
            <translation>Khóa khôi phục của cơ quan</translation>
        </message>
        <message>
            <source>&amp;Sao chép lệnh</source>
            <translation>&amp;Sao chép lệnh</translation>
        </message>
        <message>
            <source>&amp;Quay lại</source>
            <translation>&amp;Quay lại</translation>
        </message>
        <message>
            <source>Hồ sơ cũ được chuyển sang một thư mục riêng, vẫn niêm phong, không bị xóa: tìm lại được khóa thì vẫn mở được. Văn bản được tải lại từ trung tâm sau khi đăng nhập.</source>
            <translation>Hồ sơ cũ được chuyển sang một thư mục riêng, vẫn niêm phong, không bị xóa: tìm lại được khóa thì vẫn mở được. Văn bản được tải lại từ trung tâm sau khi đăng nhập.</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi nằm lại trong hồ sơ cũ và sẽ không được gửi: phải làm lại, trừ khi hồ sơ cũ được mở.</source>
            <translation>
                <numerusform>%n việc chưa gửi nằm lại trong hồ sơ cũ và sẽ không được gửi: phải làm lại, trừ khi hồ sơ cũ được mở.</numerusform>
            </translation>
        </message>
        <message>
            <source>Lần cuối chương trình ghi nhận, trong hồ sơ không có việc nào chưa gửi.</source>
            <translation>Lần cuối chương trình ghi nhận, trong hồ sơ không có việc nào chưa gửi.</translation>
        </message>
        <message>
            <source>Để riêng hồ sơ cũ và &amp;bắt đầu lại</source>
            <translation>Để riêng hồ sơ cũ và &amp;bắt đầu lại</translation>
        </message>
        <message>
            <source>Bắt đầu lại với hồ sơ mới?</source>
            <translation>Bắt đầu lại với hồ sơ mới?</translation>
        </message>
        <message>
            <source>Báo &amp;cáo chẩn đoán…</source>
            <translation>Báo &amp;cáo chẩn đoán…</translation>
        </message>
    </context>
    <context>
        <name>DraftDialog</name>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Soạn văn bản đi</translation>
        </message>
        <message>
            <source>&amp;Trình ký</source>
            <translation>&amp;Trình ký</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Lưu dự thảo</source>
            <translation>&amp;Lưu dự thảo</translation>
        </message>
        <message>
            <source>&amp;Bỏ dự thảo</source>
            <translation>&amp;Bỏ dự thảo</translation>
        </message>
        <message>
            <source>Chọn loại văn bản</source>
            <translation>Chọn loại văn bản</translation>
        </message>
        <message>
            <source>Chọn người ký</source>
            <translation>Chọn người ký</translation>
        </message>
        <message>
            <source>T/M, K/T hoặc T/L…</source>
            <translation>T/M, K/T hoặc T/L…</translation>
        </message>
        <message>
            <source>Mỗi dòng một nơi nhận, như in trên văn bản</source>
            <translation>Mỗi dòng một nơi nhận, như in trên văn bản</translation>
        </message>
        <message>
            <source>Kính trình…: nội dung, căn cứ, ý kiến đề xuất</source>
            <translation>Kính trình…: nội dung, căn cứ, ý kiến đề xuất</translation>
        </message>
        <message>
            <source>&amp;Chọn tệp PDF…</source>
            <translation>&amp;Chọn tệp PDF…</translation>
        </message>
        <message>
            <source>Chưa có tệp văn bản</source>
            <translation>Chưa có tệp văn bản</translation>
        </message>
        <message>
            <source>&amp;1 Văn bản</source>
            <translation>&amp;1 Văn bản</translation>
        </message>
        <message>
            <source>&amp;2 Gửi đến</source>
            <translation>&amp;2 Gửi đến</translation>
        </message>
        <message>
            <source>&amp;3 Phiếu trình, đính kèm</source>
            <translation>&amp;3 Phiếu trình, đính kèm</translation>
        </message>
        <message>
            <source>L&amp;oại văn bản</source>
            <translation>L&amp;oại văn bản</translation>
        </message>
        <message>
            <source>Độ &amp;khẩn</source>
            <translation>Độ &amp;khẩn</translation>
        </message>
        <message>
            <source>T&amp;rích yếu</source>
            <translation>T&amp;rích yếu</translation>
        </message>
        <message>
            <source>Ngườ&amp;i ký</source>
            <translation>Ngườ&amp;i ký</translation>
        </message>
        <message>
            <source>T&amp;hẩm quyền ký</source>
            <translation>T&amp;hẩm quyền ký</translation>
        </message>
        <message>
            <source>Nơi nhận (in trên &amp;văn bản)</source>
            <translation>Nơi nhận (in trên &amp;văn bản)</translation>
        </message>
        <message>
            <source>&amp;Gửi đến</source>
            <translation>&amp;Gửi đến</translation>
        </message>
        <message>
            <source>Phiế&amp;u trình</source>
            <translation>Phiế&amp;u trình</translation>
        </message>
        <message>
            <source>Tệp đính &amp;kèm</source>
            <translation>Tệp đính &amp;kèm</translation>
        </message>
        <message>
            <source>Kéo tệp PDF của văn bản thả vào đây, hoặc bấm Chọn tệp PDF.</source>
            <translation>Kéo tệp PDF của văn bản thả vào đây, hoặc bấm Chọn tệp PDF.</translation>
        </message>
        <message>
            <source>loại văn bản</source>
            <translation>loại văn bản</translation>
        </message>
        <message>
            <source>trích yếu</source>
            <translation>trích yếu</translation>
        </message>
        <message>
            <source>người ký</source>
            <translation>người ký</translation>
        </message>
        <message>
            <source>tệp PDF</source>
            <translation>tệp PDF</translation>
        </message>
        <message>
            <source>Trích yếu dài quá %1 ký tự.</source>
            <translation>Trích yếu dài quá %1 ký tự.</translation>
        </message>
        <message>
            <source>Nơi nhận dài quá %1 ký tự.</source>
            <translation>Nơi nhận dài quá %1 ký tự.</translation>
        </message>
        <message>
            <source>Trang 1 là %1 (ký hiệu %2), nhưng loại văn bản đang chọn là %3. Chọn lại loại hoặc tệp PDF.</source>
            <translation>Trang 1 là %1 (ký hiệu %2), nhưng loại văn bản đang chọn là %3. Chọn lại loại hoặc tệp PDF.</translation>
        </message>
        <message>
            <source>Còn thiếu: %1</source>
            <translation>Còn thiếu: %1</translation>
        </message>
        <message>
            <source>Tệp PDF (*.pdf *.PDF)</source>
            <translation>Tệp PDF (*.pdf *.PDF)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF của văn bản</source>
            <translation>Chọn tệp PDF của văn bản</translation>
        </message>
    </context>
    <context>
        <name>Drafting</name>
        <message>
            <source>Tệp này không phải PDF hoặc đã hỏng. Xuất lại tệp PDF từ phần mềm soạn thảo rồi chọn.</source>
            <translation>Tệp này không phải PDF hoặc đã hỏng. Xuất lại tệp PDF từ phần mềm soạn thảo rồi chọn.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu. Bỏ mật khẩu rồi chọn lại.</source>
            <translation>Tệp PDF có mật khẩu. Bỏ mật khẩu rồi chọn lại.</translation>
        </message>
        <message>
            <source>Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Xuất lại bản không đặt hạn chế rồi chọn.</source>
            <translation>Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Xuất lại bản không đặt hạn chế rồi chọn.</translation>
        </message>
        <message>
            <source>Tệp PDF có hơn %{limit} trang, không ký được. Tách phụ lục thành tệp riêng rồi chọn lại.</source>
            <translation>Tệp PDF có hơn %{limit} trang, không ký được. Tách phụ lục thành tệp riêng rồi chọn lại.</translation>
        </message>
        <message>
            <source>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. In ra PDF thường rồi chọn lại.</source>
            <translation>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. In ra PDF thường rồi chọn lại.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Xuất lại tệp không có mã lệnh rồi chọn.</source>
            <translation>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Xuất lại tệp không có mã lệnh rồi chọn.</translation>
        </message>
        <message>
            <source>Tệp PDF này đã có chữ ký số. Chọn tệp chưa ký, để lãnh đạo ký duyệt trong chương trình.</source>
            <translation>Tệp PDF này đã có chữ ký số. Chọn tệp chưa ký, để lãnh đạo ký duyệt trong chương trình.</translation>
        </message>
        <message>
            <source>Phụ lục “%1”: %2</source>
            <translation>Phụ lục “%1”: %2</translation>
        </message>
        <message>
            <source>Tệp “%1” lớn hơn %2 MB, không gửi được. Nén hoặc tách tệp rồi chọn lại.</source>
            <translation>Tệp “%1” lớn hơn %2 MB, không gửi được. Nén hoặc tách tệp rồi chọn lại.</translation>
        </message>
        <message>
            <source>Không đọc được tệp “%1”. Kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác giữ.</source>
            <translation>Không đọc được tệp “%1”. Kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác giữ.</translation>
        </message>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Soạn văn bản đi</translation>
        </message>
        <message>
            <source>Sửa dự thảo</source>
            <translation>Sửa dự thảo</translation>
        </message>
        <message>
            <source>Bị trả lại: %1</source>
            <translation>Bị trả lại: %1</translation>
        </message>
        <message>
            <source>Đã điền theo nội dung tệp PDF. Kiểm tra lại trước khi trình.</source>
            <translation>Đã điền theo nội dung tệp PDF. Kiểm tra lại trước khi trình.</translation>
        </message>
        <message>
            <source>Trang 1 đã in sẵn số %1. Văn thư phải giữ đúng số này trước khi lãnh đạo ký; nếu không, hãy để trống chỗ ghi số.</source>
            <translation>Trang 1 đã in sẵn số %1. Văn thư phải giữ đúng số này trước khi lãnh đạo ký; nếu không, hãy để trống chỗ ghi số.</translation>
        </message>
        <message>
            <source>Đã lưu dự thảo.</source>
            <translation>Đã lưu dự thảo.</translation>
        </message>
        <message>
            <source>Đã trình %1 ký.</source>
            <translation>Đã trình %1 ký.</translation>
        </message>
        <message>
            <source>Đã bỏ dự thảo.</source>
            <translation>Đã bỏ dự thảo.</translation>
        </message>
    </context>
    <context>
        <name>Entrance</name>
        <message>
            <source>Đang ký số, chưa xong. Chờ ký xong rồi hãy tắt máy.</source>
            <translation>Đang ký số, chưa xong. Chờ ký xong rồi hãy tắt máy.</translation>
        </message>
        <message>
            <source>Đang chuẩn bị văn phòng thực hành. Lần đầu mất khoảng nửa phút…</source>
            <translation>Đang chuẩn bị văn phòng thực hành. Lần đầu mất khoảng nửa phút…</translation>
        </message>
        <message>
            <source>Tác nghiệp đang chờ bạn</source>
            <translation>Tác nghiệp đang chờ bạn</translation>
        </message>
        <message>
            <source>Bấm vào đây để đăng nhập hoặc mở khóa; trước đó chưa nhận được văn bản.</source>
            <translation>Bấm vào đây để đăng nhập hoặc mở khóa; trước đó chưa nhận được văn bản.</translation>
        </message>
    </context>
    <context>
        <name>EntryWindow</name>
        <message>
            <source>Lịch công tác</source>
            <translation>Lịch công tác</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
    </context>
    <context>
        <name>Examining</name>
        <message>
            <source>Không kiểm tra được (%1). Đóng chương trình, mở lại rồi thử lần nữa.</source>
            <translation>Không kiểm tra được (%1). Đóng chương trình, mở lại rồi thử lần nữa.</translation>
        </message>
        <message>
            <source>Đạt</source>
            <translation>Đạt</translation>
        </message>
        <message>
            <source>Gợi ý</source>
            <translation>Gợi ý</translation>
        </message>
        <message>
            <source>Lưu ý</source>
            <translation>Lưu ý</translation>
        </message>
        <message>
            <source>Lỗi</source>
            <translation>Lỗi</translation>
        </message>
    </context>
    <context>
        <name>FileList</name>
        <message>
            <source>Xem {name}</source>
            <translation>Xem {name}</translation>
        </message>
        <message>
            <source>Lưu tệp… {name}</source>
            <translation>Lưu tệp… {name}</translation>
        </message>
    </context>
    <context>
        <name>FileWindow</name>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
    </context>
    <context>
        <name>FindingsDialog</name>
        <message>
            <source>Kiểm tra thiết bị ký số</source>
            <translation>Kiểm tra thiết bị ký số</translation>
        </message>
        <message>
            <source>Đang kiểm tra</source>
            <translation>Đang kiểm tra</translation>
        </message>
        <message>
            <source>Kết quả kiểm tra</source>
            <translation>Kết quả kiểm tra</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Kiểm tra &amp;lại</source>
            <translation>Kiểm tra &amp;lại</translation>
        </message>
        <message>
            <source>&amp;Sao chép</source>
            <translation>&amp;Sao chép</translation>
        </message>
        <message>
            <source>Đang kiểm tra đầu đọc, thiết bị, chứng thư và dịch vụ. Việc này có thể mất đến một phút.</source>
            <translation>Đang kiểm tra đầu đọc, thiết bị, chứng thư và dịch vụ. Việc này có thể mất đến một phút.</translation>
        </message>
        <message numerus="yes">
            <source>Có %n lỗi cần xử lý trước khi ký; cách xử lý ghi ở từng dòng.</source>
            <translation>
                <numerusform>Có %n lỗi cần xử lý trước khi ký; cách xử lý ghi ở từng dòng.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Không có lỗi; có %n điều cần lưu ý.</source>
            <translation>
                <numerusform>Không có lỗi; có %n điều cần lưu ý.</numerusform>
            </translation>
        </message>
        <message>
            <source>Mọi thứ cần cho việc ký đều sẵn sàng.</source>
            <translation>Mọi thứ cần cho việc ký đều sẵn sàng.</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message>
            <source>Thứ 2</source>
            <translation>Thứ 2</translation>
        </message>
        <message>
            <source>Thứ 3</source>
            <translation>Thứ 3</translation>
        </message>
        <message>
            <source>Thứ 4</source>
            <translation>Thứ 4</translation>
        </message>
        <message>
            <source>Thứ 5</source>
            <translation>Thứ 5</translation>
        </message>
        <message>
            <source>Thứ 6</source>
            <translation>Thứ 6</translation>
        </message>
        <message>
            <source>Thứ 7</source>
            <translation>Thứ 7</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Chủ nhật</translation>
        </message>
        <message>
            <source>Hôm qua</source>
            <translation>Hôm qua</translation>
        </message>
        <message>
            <source>{time}, hôm qua</source>
            <translation>{time}, hôm qua</translation>
        </message>
        <message>
            <source>Hết hạn hôm nay</source>
            <translation>Hết hạn hôm nay</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n ngày</source>
            <translation>
                <numerusform>Còn %n ngày</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Quá hạn %n ngày</source>
            <translation>
                <numerusform>Quá hạn %n ngày</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Quá hạn %n giờ</source>
            <translation>
                <numerusform>Quá hạn %n giờ</numerusform>
            </translation>
        </message>
        <message>
            <source>Vừa quá hạn</source>
            <translation>Vừa quá hạn</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n giờ</source>
            <translation>
                <numerusform>Còn %n giờ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n phút</source>
            <translation>
                <numerusform>Còn %n phút</numerusform>
            </translation>
        </message>
        <message>
            <source>Khẩn</source>
            <translation>Khẩn</translation>
        </message>
        <message>
            <source>Thượng khẩn</source>
            <translation>Thượng khẩn</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Hỏa tốc</translation>
        </message>
        <message>
            <source>Có văn bản mật: đến máy chuyên dùng để xem</source>
            <translation>Có văn bản mật: đến máy chuyên dùng để xem</translation>
        </message>
        <message>
            <source>Việc mật: đến máy chuyên dùng để xem</source>
            <translation>Việc mật: đến máy chuyên dùng để xem</translation>
        </message>
        <message>
            <source>Mật, chưa rõ mức</source>
            <translation>Mật, chưa rõ mức</translation>
        </message>
        <message>
            <source>Tuyệt mật</source>
            <translation>Tuyệt mật</translation>
        </message>
        <message>
            <source>Mật</source>
            <translation>Mật</translation>
        </message>
        <message>
            <source>Tối mật</source>
            <translation>Tối mật</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Trợ giúp</source>
            <translation>Trợ giúp</translation>
        </message>
        <message>
            <source>Các mục trợ giúp</source>
            <translation>Các mục trợ giúp</translation>
        </message>
        <message>
            <source>Nội dung trợ giúp</source>
            <translation>Nội dung trợ giúp</translation>
        </message>
        <message>
            <source>Dành cho quản trị</source>
            <translation>Dành cho quản trị</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>phát hành</source>
            <translation>phát hành</translation>
        </message>
        <message>
            <source>Quá trình xử lý trước đó không lưu trên máy này</source>
            <translation>Quá trình xử lý trước đó không lưu trên máy này</translation>
        </message>
        <message>
            <source>cần kết nối để tải về</source>
            <translation>cần kết nối để tải về</translation>
        </message>
        <message>
            <source>{time} · chưa gửi, sẽ gửi khi có mạng</source>
            <translation>{time} · chưa gửi, sẽ gửi khi có mạng</translation>
        </message>
        <message>
            <source>tiếp nhận, vào sổ; chờ cấp số</source>
            <translation>tiếp nhận, vào sổ; chờ cấp số</translation>
        </message>
        <message>
            <source>tiếp nhận, vào sổ, số đến {number}</source>
            <translation>tiếp nhận, vào sổ, số đến {number}</translation>
        </message>
        <message>
            <source>{name} (chủ trì)</source>
            <translation>{name} (chủ trì)</translation>
        </message>
        <message>
            <source>{names} (phối hợp)</source>
            <translation>{names} (phối hợp)</translation>
        </message>
        <message>
            <source>{names} (để biết)</source>
            <translation>{names} (để biết)</translation>
        </message>
        <message>
            <source>chuyển {to}</source>
            <translation>chuyển {to}</translation>
        </message>
        <message>
            <source>hạn {day}</source>
            <translation>hạn {day}</translation>
        </message>
        <message>
            <source>Bút phê: “{text}”</source>
            <translation>Bút phê: “{text}”</translation>
        </message>
        <message>
            <source>Bút phê ký số: “{text}”</source>
            <translation>Bút phê ký số: “{text}”</translation>
        </message>
        <message>
            <source>trả lại: {reason}</source>
            <translation>trả lại: {reason}</translation>
        </message>
        <message>
            <source>kết thúc xử lý</source>
            <translation>kết thúc xử lý</translation>
        </message>
        <message>
            <source>soạn dự thảo</source>
            <translation>soạn dự thảo</translation>
        </message>
        <message>
            <source>trình ký {name}</source>
            <translation>trình ký {name}</translation>
        </message>
        <message>
            <source>ký duyệt</source>
            <translation>ký duyệt</translation>
        </message>
        <message>
            <source>chưa ký, trả lại người soạn: {reason}</source>
            <translation>chưa ký, trả lại người soạn: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>kèm %n góp ý trên dự thảo</source>
            <translation>
                <numerusform>kèm %n góp ý trên dự thảo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>góp ý %n chỗ trên dự thảo</source>
            <translation>
                <numerusform>góp ý %n chỗ trên dự thảo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>rút lại %n góp ý</source>
            <translation>
                <numerusform>rút lại %n góp ý</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>tiếp thu %n góp ý</source>
            <translation>
                <numerusform>tiếp thu %n góp ý</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>giải trình %n góp ý</source>
            <translation>
                <numerusform>giải trình %n góp ý</numerusform>
            </translation>
        </message>
        <message>
            <source>cấp số; chờ cấp số</source>
            <translation>cấp số; chờ cấp số</translation>
        </message>
        <message>
            <source>cấp số {notation}</source>
            <translation>cấp số {notation}</translation>
        </message>
        <message>
            <source>ký sao</source>
            <translation>ký sao</translation>
        </message>
        <message numerus="yes">
            <source>ký số cơ quan, kèm %n phụ lục</source>
            <translation>
                <numerusform>ký số cơ quan, kèm %n phụ lục</numerusform>
            </translation>
        </message>
        <message>
            <source>ký số cơ quan</source>
            <translation>ký số cơ quan</translation>
        </message>
        <message numerus="yes">
            <source>ký số cơ quan trên %n phụ lục</source>
            <translation>
                <numerusform>ký số cơ quan trên %n phụ lục</numerusform>
            </translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số của phụ lục</source>
            <translation>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số của phụ lục</translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian cho chữ ký số</source>
            <translation>bổ sung dấu thời gian cho chữ ký số</translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số</source>
            <translation>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số</translation>
        </message>
        <message>
            <source>ký văn bản đến</source>
            <translation>ký văn bản đến</translation>
        </message>
        <message>
            <source>ký văn bản đến, số đến {number}</source>
            <translation>ký văn bản đến, số đến {number}</translation>
        </message>
        <message>
            <source>{kind} trang {pages}</source>
            <translation>{kind} trang {pages}</translation>
        </message>
        <message>
            <source>{kind} từ bản giấy</source>
            <translation>{kind} từ bản giấy</translation>
        </message>
        <message numerus="yes">
            <source>%n bản</source>
            <translation>
                <numerusform>%n bản</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} cho phép</source>
            <translation>{name} cho phép</translation>
        </message>
        <message numerus="yes">
            <source>phát hành tới %n nơi nhận</source>
            <translation>
                <numerusform>phát hành tới %n nơi nhận</numerusform>
            </translation>
        </message>
        <message>
            <source>hủy dự thảo</source>
            <translation>hủy dự thảo</translation>
        </message>
        <message>
            <source>lưu tệp ra ngoài: {name}</source>
            <translation>lưu tệp ra ngoài: {name}</translation>
        </message>
        <message>
            <source>giao nhiệm vụ: {title}</source>
            <translation>giao nhiệm vụ: {title}</translation>
        </message>
        <message>
            <source>báo cáo tiến độ {percent} %</source>
            <translation>báo cáo tiến độ {percent} %</translation>
        </message>
        <message>
            <source>báo cáo hoàn thành nhiệm vụ</source>
            <translation>báo cáo hoàn thành nhiệm vụ</translation>
        </message>
        <message>
            <source>duyệt hoàn thành nhiệm vụ</source>
            <translation>duyệt hoàn thành nhiệm vụ</translation>
        </message>
        <message>
            <source>chưa duyệt hoàn thành nhiệm vụ</source>
            <translation>chưa duyệt hoàn thành nhiệm vụ</translation>
        </message>
        <message>
            <source>xin gia hạn nhiệm vụ đến {day}</source>
            <translation>xin gia hạn nhiệm vụ đến {day}</translation>
        </message>
        <message>
            <source>đồng ý gia hạn nhiệm vụ</source>
            <translation>đồng ý gia hạn nhiệm vụ</translation>
        </message>
        <message>
            <source>không đồng ý gia hạn nhiệm vụ</source>
            <translation>không đồng ý gia hạn nhiệm vụ</translation>
        </message>
    </context>
    <context>
        <name>Incoming</name>
        <message>
            <source>Chờ tiếp nhận</source>
            <translation>Chờ tiếp nhận</translation>
        </message>
        <message>
            <source>Chờ xử lý</source>
            <translation>Chờ xử lý</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Sắp đến hạn</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>Trả lại</source>
            <translation>Trả lại</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>Để biết</translation>
        </message>
        <message>
            <source>Đã chuyển</source>
            <translation>Đã chuyển</translation>
        </message>
        <message>
            <source>Đã xử lý</source>
            <translation>Đã xử lý</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Văn bản đến</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Đồng bộ ngay</translation>
        </message>
        <message>
            <source>Không có văn bản chờ tiếp nhận</source>
            <translation>Không có văn bản chờ tiếp nhận</translation>
        </message>
        <message>
            <source>Văn bản mới đến sẽ hiện ở đây.</source>
            <translation>Văn bản mới đến sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không còn văn bản chờ xử lý</source>
            <translation>Không còn văn bản chờ xử lý</translation>
        </message>
        <message>
            <source>Văn bản đã tiếp nhận hoặc được chuyển đến sẽ hiện ở đây.</source>
            <translation>Văn bản đã tiếp nhận hoặc được chuyển đến sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có văn bản sắp đến hạn</source>
            <translation>Không có văn bản sắp đến hạn</translation>
        </message>
        <message>
            <source>Ba ngày tới không có hạn xử lý nào.</source>
            <translation>Ba ngày tới không có hạn xử lý nào.</translation>
        </message>
        <message>
            <source>Không có văn bản quá hạn</source>
            <translation>Không có văn bản quá hạn</translation>
        </message>
        <message>
            <source>Không có văn bản nào trong hộp này</source>
            <translation>Không có văn bản nào trong hộp này</translation>
        </message>
        <message>
            <source>Văn bản này chưa về đến máy</source>
            <translation>Văn bản này chưa về đến máy</translation>
        </message>
        <message>
            <source>Chờ đồng bộ xong rồi mở lại.</source>
            <translation>Chờ đồng bộ xong rồi mở lại.</translation>
        </message>
        <message>
            <source>Đã sao chép số, ký hiệu và trích yếu.</source>
            <translation>Đã sao chép số, ký hiệu và trích yếu.</translation>
        </message>
        <message>
            <source>Đang ký số ý kiến này. Ký xong biểu mẫu tự đóng.</source>
            <translation>Đang ký số ý kiến này. Ký xong biểu mẫu tự đóng.</translation>
        </message>
        <message>
            <source>Đã ký số ý kiến chỉ đạo.</source>
            <translation>Đã ký số ý kiến chỉ đạo.</translation>
        </message>
        <message>
            <source>Nhưng chưa xóa được bản gõ dở vì máy không ghi được: lần sau mở biểu mẫu còn thấy lại, không cần gửi nữa. Nếu ổ đĩa đầy thì xóa bớt tệp không cần.</source>
            <translation>Nhưng chưa xóa được bản gõ dở vì máy không ghi được: lần sau mở biểu mẫu còn thấy lại, không cần gửi nữa. Nếu ổ đĩa đầy thì xóa bớt tệp không cần.</translation>
        </message>
        <message>
            <source>Đã tiếp nhận {notation}.</source>
            <translation>Đã tiếp nhận {notation}.</translation>
        </message>
        <message>
            <source>Đã chuyển xử lý {notation}.</source>
            <translation>Đã chuyển xử lý {notation}.</translation>
        </message>
        <message>
            <source>Đã ghi ý kiến vào {notation}.</source>
            <translation>Đã ghi ý kiến vào {notation}.</translation>
        </message>
        <message>
            <source>Đã trả lại {notation}.</source>
            <translation>Đã trả lại {notation}.</translation>
        </message>
        <message>
            <source>Đã kết thúc xử lý {notation}.</source>
            <translation>Đã kết thúc xử lý {notation}.</translation>
        </message>
        <message>
            <source>Chưa gửi, sẽ gửi khi có mạng.</source>
            <translation>Chưa gửi, sẽ gửi khi có mạng.</translation>
        </message>
        <message>
            <source>Rút lại</source>
            <translation>Rút lại</translation>
        </message>
        <message>
            <source>Đã rút lại, chưa có gì được gửi đi.</source>
            <translation>Đã rút lại, chưa có gì được gửi đi.</translation>
        </message>
        <message>
            <source>Việc này đã được gửi đi nên không rút lại được.</source>
            <translation>Việc này đã được gửi đi nên không rút lại được.</translation>
        </message>
        <message>
            <source>Sổ văn bản đến {series}</source>
            <translation>Sổ văn bản đến {series}</translation>
        </message>
        <message>
            <source>Xem văn bản đó</source>
            <translation>Xem văn bản đó</translation>
        </message>
        <message>
            <source>Có thể trùng với văn bản đã đến: {notation} của {issuer} ngày {day}, {number}.</source>
            <translation>Có thể trùng với văn bản đã đến: {notation} của {issuer} ngày {day}, {number}.</translation>
        </message>
        <message>
            <source>chưa vào sổ</source>
            <translation>chưa vào sổ</translation>
        </message>
        <message>
            <source>số đến {n}</source>
            <translation>số đến {n}</translation>
        </message>
        <message>
            <source>Kính chuyển tham mưu, giải quyết theo quy định.</source>
            <translation>Kính chuyển tham mưu, giải quyết theo quy định.</translation>
        </message>
        <message>
            <source>Chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện.</source>
            <translation>Chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện.</translation>
        </message>
        <message>
            <source>Nghiên cứu, đề xuất, báo cáo lãnh đạo trước thời hạn.</source>
            <translation>Nghiên cứu, đề xuất, báo cáo lãnh đạo trước thời hạn.</translation>
        </message>
        <message>
            <source>Sao gửi các chi bộ trực thuộc để biết, thực hiện.</source>
            <translation>Sao gửi các chi bộ trực thuộc để biết, thực hiện.</translation>
        </message>
        <message>
            <source>Theo dõi, đôn đốc, tổng hợp báo cáo kết quả.</source>
            <translation>Theo dõi, đôn đốc, tổng hợp báo cáo kết quả.</translation>
        </message>
        <message>
            <source>Cho ý kiến (bút phê)</source>
            <translation>Cho ý kiến (bút phê)</translation>
        </message>
        <message>
            <source>Ý &amp;kiến chỉ đạo</source>
            <translation>Ý &amp;kiến chỉ đạo</translation>
        </message>
        <message>
            <source>&amp;Ghi ý kiến</source>
            <translation>&amp;Ghi ý kiến</translation>
        </message>
        <message>
            <source>Chưa ghi ý kiến.</source>
            <translation>Chưa ghi ý kiến.</translation>
        </message>
        <message>
            <source>Trả lại văn bản</source>
            <translation>Trả lại văn bản</translation>
        </message>
        <message>
            <source>&amp;Lý do trả lại</source>
            <translation>&amp;Lý do trả lại</translation>
        </message>
        <message>
            <source>&amp;Trả lại</source>
            <translation>&amp;Trả lại</translation>
        </message>
        <message>
            <source>Kết thúc xử lý</source>
            <translation>Kết thúc xử lý</translation>
        </message>
        <message>
            <source>&amp;Kết quả xử lý</source>
            <translation>&amp;Kết quả xử lý</translation>
        </message>
        <message>
            <source>Kế&amp;t thúc</source>
            <translation>Kế&amp;t thúc</translation>
        </message>
        <message>
            <source>Không số</source>
            <translation>Không số</translation>
        </message>
        <message>
            <source>Nội dung văn bản đang được tải về…</source>
            <translation>Nội dung văn bản đang được tải về…</translation>
        </message>
        <message>
            <source>Bị trả lại: {reason}</source>
            <translation>Bị trả lại: {reason}</translation>
        </message>
        <message>
            <source>tôi</source>
            <translation>tôi</translation>
        </message>
        <message>
            <source>Chủ trì: {who}</source>
            <translation>Chủ trì: {who}</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Phối hợp</translation>
        </message>
        <message>
            <source>Nhận để biết</source>
            <translation>Nhận để biết</translation>
        </message>
        <message>
            <source>Số đến {number}</source>
            <translation>Số đến {number}</translation>
        </message>
        <message numerus="yes">
            <source>%n tệp</source>
            <translation>
                <numerusform>%n tệp</numerusform>
            </translation>
        </message>
        <message>
            <source>chờ cấp số</source>
            <translation>chờ cấp số</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>Số {notation}</source>
            <translation>Số {notation}</translation>
        </message>
        <message>
            <source>Hạn {day} · {left}</source>
            <translation>Hạn {day} · {left}</translation>
        </message>
        <message>
            <source>Trả lại: {reason}</source>
            <translation>Trả lại: {reason}</translation>
        </message>
        <message>
            <source>đến {time}</source>
            <translation>đến {time}</translation>
        </message>
        <message>
            <source>số đến {number}</source>
            <translation>số đến {number}</translation>
        </message>
        <message>
            <source>&amp;Tiếp nhận, vào sổ</source>
            <translation>&amp;Tiếp nhận, vào sổ</translation>
        </message>
        <message>
            <source>&amp;Chuyển xử lý</source>
            <translation>&amp;Chuyển xử lý</translation>
        </message>
        <message>
            <source>Cho ý &amp;kiến</source>
            <translation>Cho ý &amp;kiến</translation>
        </message>
        <message>
            <source>T&amp;rả lại</source>
            <translation>T&amp;rả lại</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>&amp;Giao nhiệm vụ</translation>
        </message>
        <message>
            <source>Kết t&amp;húc</source>
            <translation>Kết t&amp;húc</translation>
        </message>
        <message>
            <source>Ký văn bản đến…</source>
            <translation>Ký văn bản đến…</translation>
        </message>
        <message>
            <source>Sao văn bản…</source>
            <translation>Sao văn bản…</translation>
        </message>
        <message>
            <source>&amp;In phiếu xử lý văn bản…</source>
            <translation>&amp;In phiếu xử lý văn bản…</translation>
        </message>
        <message>
            <source>Sao chép số, ký hiệu và trích yếu</source>
            <translation>Sao chép số, ký hiệu và trích yếu</translation>
        </message>
        <message>
            <source>Lưu tệp…</source>
            <translation>Lưu tệp…</translation>
        </message>
    </context>
    <context>
        <name>IssueDialog</name>
        <message>
            <source>Phát hành văn bản</source>
            <translation>Phát hành văn bản</translation>
        </message>
        <message>
            <source>&amp;Phát hành</source>
            <translation>&amp;Phát hành</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>Đang mất kết nối. Văn bản được phát hành khi có mạng; trạng thái “Đã gửi” chỉ hiện khi nơi nhận đã nhận được.</source>
            <translation>Đang mất kết nối. Văn bản được phát hành khi có mạng; trạng thái “Đã gửi” chỉ hiện khi nơi nhận đã nhận được.</translation>
        </message>
        <message>
            <source>Nơi nhận ghi trên văn bản: %1</source>
            <translation>Nơi nhận ghi trên văn bản: %1</translation>
        </message>
        <message>
            <source>&amp;Gửi đến</source>
            <translation>&amp;Gửi đến</translation>
        </message>
        <message numerus="yes">
            <source>&amp;Phát hành tới %n nơi nhận</source>
            <translation>
                <numerusform>&amp;Phát hành tới %n nơi nhận</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IssuedPage</name>
        <message>
            <source>Ẩn</source>
            <translation>Ẩn</translation>
        </message>
        <message>
            <source>Ẩn danh sách nơi nhận</source>
            <translation>Ẩn danh sách nơi nhận</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>Xem</translation>
        </message>
    </context>
    <context>
        <name>KeypadDialog</name>
        <message>
            <source>Nhập mã PIN</source>
            <translation>Nhập mã PIN</translation>
        </message>
        <message>
            <source>Nhập mã PIN trên thiết bị</source>
            <translation>Nhập mã PIN trên thiết bị</translation>
        </message>
        <message>
            <source>Thiết bị %1 đang chờ mã PIN trên bàn phím của nó. Cửa sổ này tự đóng khi nhập xong.</source>
            <translation>Thiết bị %1 đang chờ mã PIN trên bàn phím của nó. Cửa sổ này tự đóng khi nhập xong.</translation>
        </message>
        <message>
            <source>Đang chờ</source>
            <translation>Đang chờ</translation>
        </message>
    </context>
    <context>
        <name>LeaveDialog</name>
        <message>
            <source>Đổi tài khoản</source>
            <translation>Đổi tài khoản</translation>
        </message>
        <message>
            <source>Đăng xuất</source>
            <translation>Đăng xuất</translation>
        </message>
        <message>
            <source>Đổi sang tài khoản khác?</source>
            <translation>Đổi sang tài khoản khác?</translation>
        </message>
        <message>
            <source>Đăng xuất khỏi máy này?</source>
            <translation>Đăng xuất khỏi máy này?</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n việc chưa gửi. Chúng được giữ kín trên máy này và chỉ gửi khi chính bạn đăng nhập lại ở đây.</source>
            <translation>
                <numerusform>Còn %n việc chưa gửi. Chúng được giữ kín trên máy này và chỉ gửi khi chính bạn đăng nhập lại ở đây.</numerusform>
            </translation>
        </message>
        <message>
            <source>Mọi việc đã gửi xong.</source>
            <translation>Mọi việc đã gửi xong.</translation>
        </message>
        <message>
            <source>&amp;Gửi trước rồi thoát</source>
            <translation>&amp;Gửi trước rồi thoát</translation>
        </message>
        <message>
            <source>&amp;Xem việc chưa gửi</source>
            <translation>&amp;Xem việc chưa gửi</translation>
        </message>
        <message>
            <source>&amp;Vẫn thoát</source>
            <translation>&amp;Vẫn thoát</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Do cơ quan quy định: không in từ chương trình này.</source>
            <translation>Do cơ quan quy định: không in từ chương trình này.</translation>
        </message>
        <message>
            <source>Do cơ quan quy định: không lưu và sao chép ra ngoài.</source>
            <translation>Do cơ quan quy định: không lưu và sao chép ra ngoài.</translation>
        </message>
    </context>
    <context>
        <name>Links</name>
        <message>
            <source>Mở lại</source>
            <translation>Mở lại</translation>
        </message>
        <message>
            <source>Không tìm thấy nội dung của liên kết, hoặc tài khoản này không được xem. Hỏi lại người gửi liên kết.</source>
            <translation>Không tìm thấy nội dung của liên kết, hoặc tài khoản này không được xem. Hỏi lại người gửi liên kết.</translation>
        </message>
        <message>
            <source>Nội dung này không có liên kết để sao chép.</source>
            <translation>Nội dung này không có liên kết để sao chép.</translation>
        </message>
        <message>
            <source>Đã sao chép liên kết. Người nhận mở được khi họ cũng được xem nội dung này.</source>
            <translation>Đã sao chép liên kết. Người nhận mở được khi họ cũng được xem nội dung này.</translation>
        </message>
        <message>
            <source>Sao chép liên kết</source>
            <translation>Sao chép liên kết</translation>
        </message>
        <message>
            <source>Liên kết này chỉ tới loại nội dung mà phiên bản đang dùng chưa có. Cập nhật chương trình rồi mở lại.</source>
            <translation>Liên kết này chỉ tới loại nội dung mà phiên bản đang dùng chưa có. Cập nhật chương trình rồi mở lại.</translation>
        </message>
        <message>
            <source>Liên kết vừa mở không đúng quy cách nên bị bỏ qua. Nhờ người gửi sao chép lại liên kết từ Tác nghiệp.</source>
            <translation>Liên kết vừa mở không đúng quy cách nên bị bỏ qua. Nhờ người gửi sao chép lại liên kết từ Tác nghiệp.</translation>
        </message>
        <message>
            <source>Mất kết nối: nội dung của liên kết chưa có trên máy này. Có mạng lại thì bấm Mở lại.</source>
            <translation>Mất kết nối: nội dung của liên kết chưa có trên máy này. Có mạng lại thì bấm Mở lại.</translation>
        </message>
    </context>
    <context>
        <name>ListColumn</name>
        <message>
            <source>Của tôi</source>
            <translation>Của tôi</translation>
        </message>
        <message>
            <source>Đơn vị</source>
            <translation>Đơn vị</translation>
        </message>
        <message>
            <source>Việc của tôi hay của đơn vị</source>
            <translation>Việc của tôi hay của đơn vị</translation>
        </message>
        <message>
            <source>Khác</source>
            <translation>Khác</translation>
        </message>
        <message>
            <source>Hộp văn bản</source>
            <translation>Hộp văn bản</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <source>Đã đổi khóa mã hóa. Khóa cũ không mở được gì nữa.</source>
            <translation>Đã đổi khóa mã hóa. Khóa cũ không mở được gì nữa.</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi, được giữ kín trên máy và gửi sau khi mở khóa.</source>
            <translation>
                <numerusform>%n việc chưa gửi, được giữ kín trên máy và gửi sau khi mở khóa.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa đặt mật khẩu mở khóa: ai ngồi trước máy này cũng mở được. Đặt mật khẩu trong Cài đặt → Khóa máy.</source>
            <translation>Chưa đặt mật khẩu mở khóa: ai ngồi trước máy này cũng mở được. Đặt mật khẩu trong Cài đặt → Khóa máy.</translation>
        </message>
        <message>
            <source>Không có thiết bị ký số ở đây? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</source>
            <translation>Không có thiết bị ký số ở đây? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</translation>
        </message>
        <message>
            <source>Quên mật khẩu? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</source>
            <translation>Quên mật khẩu? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</translation>
        </message>
        <message>
            <source>Đã khóa từ lần làm việc trước</source>
            <translation>Đã khóa từ lần làm việc trước</translation>
        </message>
        <message>
            <source>Đã khóa lúc {time}</source>
            <translation>Đã khóa lúc {time}</translation>
        </message>
        <message>
            <source>không có ai làm việc trên máy</source>
            <translation>không có ai làm việc trên máy</translation>
        </message>
        <message>
            <source>màn hình máy đã khóa</source>
            <translation>màn hình máy đã khóa</translation>
        </message>
        <message>
            <source>máy chuyển sang chế độ ngủ</source>
            <translation>máy chuyển sang chế độ ngủ</translation>
        </message>
        <message>
            <source>Đang kiểm tra mật khẩu…</source>
            <translation>Đang kiểm tra mật khẩu…</translation>
        </message>
        <message>
            <source>Mật khẩu không đúng. Nhập lại; việc chưa gửi vẫn an toàn.</source>
            <translation>Mật khẩu không đúng. Nhập lại; việc chưa gửi vẫn an toàn.</translation>
        </message>
        <message>
            <source>Đang tìm thiết bị ký số…</source>
            <translation>Đang tìm thiết bị ký số…</translation>
        </message>
        <message>
            <source>Mở khóa Tác nghiệp</source>
            <translation>Mở khóa Tác nghiệp</translation>
        </message>
        <message>
            <source>Mật khẩu Windows không đúng. Hãy thử lại.</source>
            <translation>Mật khẩu Windows không đúng. Hãy thử lại.</translation>
        </message>
        <message>
            <source>Đang mở hồ sơ…</source>
            <translation>Đang mở hồ sơ…</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số của chủ hồ sơ này. Cắm thiết bị rồi bấm lại.</source>
            <translation>Không thấy thiết bị ký số của chủ hồ sơ này. Cắm thiết bị rồi bấm lại.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đã bị rút ra. Cắm lại rồi bấm lại.</source>
            <translation>Thiết bị ký số đã bị rút ra. Cắm lại rồi bấm lại.</translation>
        </message>
        <message>
            <source>Sai mã PIN. Chương trình không tự thử lại; nhập chậm và chắc ở lần sau.</source>
            <translation>Sai mã PIN. Chương trình không tự thử lại; nhập chậm và chắc ở lần sau.</translation>
        </message>
        <message>
            <source>Mở &amp;khóa</source>
            <translation>Mở &amp;khóa</translation>
        </message>
    </context>
    <context>
        <name>LockSettings</name>
        <message>
            <source>Mật khẩu mở khóa</source>
            <translation>Mật khẩu mở khóa</translation>
        </message>
        <message>
            <source>Đổ&amp;i mật khẩu…</source>
            <translation>Đổ&amp;i mật khẩu…</translation>
        </message>
        <message>
            <source>Đã đặt. Dùng để mở khóa, và mở hồ sơ khi kho khóa của máy bị mất.</source>
            <translation>Đã đặt. Dùng để mở khóa, và mở hồ sơ khi kho khóa của máy bị mất.</translation>
        </message>
        <message>
            <source>Chưa đặt: khi khóa, ai ngồi trước máy cũng mở lại được, trừ khi mở bằng thiết bị ký số hoặc mật khẩu Windows.</source>
            <translation>Chưa đặt: khi khóa, ai ngồi trước máy cũng mở lại được, trừ khi mở bằng thiết bị ký số hoặc mật khẩu Windows.</translation>
        </message>
        <message>
            <source>Đặ&amp;t mật khẩu…</source>
            <translation>Đặ&amp;t mật khẩu…</translation>
        </message>
        <message>
            <source>Hồ sơ khi đó chỉ còn mở bằng kho khóa của máy.</source>
            <translation>Hồ sơ khi đó chỉ còn mở bằng kho khóa của máy.</translation>
        </message>
        <message>
            <source>&amp;Bỏ mật khẩu</source>
            <translation>&amp;Bỏ mật khẩu</translation>
        </message>
        <message>
            <source>Không dùng mật khẩu nữa</source>
            <translation>Không dùng mật khẩu nữa</translation>
        </message>
        <message>
            <source>Có: quản trị mở được hồ sơ khi bạn mất khóa, việc chưa gửi không mất.</source>
            <translation>Có: quản trị mở được hồ sơ khi bạn mất khóa, việc chưa gửi không mất.</translation>
        </message>
        <message>
            <source>Chưa có: do cơ quan đặt khi cài đặt.</source>
            <translation>Chưa có: do cơ quan đặt khi cài đặt.</translation>
        </message>
        <message>
            <source>Mở bằng khóa khôi phục của cơ quan</source>
            <translation>Mở bằng khóa khôi phục của cơ quan</translation>
        </message>
        <message>
            <source>Mã hóa lại dữ liệu trên máy bằng một khóa mới, khi nghi khóa cũ bị lộ. Mất vài phút, không làm dở dang.</source>
            <translation>Mã hóa lại dữ liệu trên máy bằng một khóa mới, khi nghi khóa cũ bị lộ. Mất vài phút, không làm dở dang.</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa…</source>
            <translation>Đổi &amp;khóa…</translation>
        </message>
        <message>
            <source>Đổi khóa mã hóa</source>
            <translation>Đổi khóa mã hóa</translation>
        </message>
        <message>
            <source>Đã đặt mật khẩu mở khóa.</source>
            <translation>Đã đặt mật khẩu mở khóa.</translation>
        </message>
        <message>
            <source>Mật khẩu đang dùng không đúng. Hãy nhập lại.</source>
            <translation>Mật khẩu đang dùng không đúng. Hãy nhập lại.</translation>
        </message>
        <message>
            <source>Đã đổi mật khẩu mở khóa.</source>
            <translation>Đã đổi mật khẩu mở khóa.</translation>
        </message>
        <message>
            <source>Đã bỏ mật khẩu mở khóa.</source>
            <translation>Đã bỏ mật khẩu mở khóa.</translation>
        </message>
        <message>
            <source>Chương trình cất những gì đang gõ, đóng hồ sơ, mã hóa lại bằng khóa mới rồi mở lại đúng chỗ đang làm. Nếu máy tắt giữa chừng, hồ sơ vẫn mở được và việc đổi khóa được làm nốt. Cần chỗ trống bằng dữ liệu đang có. Tệp hỏng và bản sao dự phòng cũ, chỉ khóa cũ mở được, bị xóa.</source>
            <translation>Chương trình cất những gì đang gõ, đóng hồ sơ, mã hóa lại bằng khóa mới rồi mở lại đúng chỗ đang làm. Nếu máy tắt giữa chừng, hồ sơ vẫn mở được và việc đổi khóa được làm nốt. Cần chỗ trống bằng dữ liệu đang có. Tệp hỏng và bản sao dự phòng cũ, chỉ khóa cũ mở được, bị xóa.</translation>
        </message>
        <message>
            <source>Đổi khóa mã hóa bây giờ?</source>
            <translation>Đổi khóa mã hóa bây giờ?</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa</source>
            <translation>Đổi &amp;khóa</translation>
        </message>
        <message>
            <source>Để &amp;sau</source>
            <translation>Để &amp;sau</translation>
        </message>
    </context>
    <context>
        <name>LockWindow</name>
        <message>
            <source>&amp;Mật khẩu mở khóa</source>
            <translation>&amp;Mật khẩu mở khóa</translation>
        </message>
        <message>
            <source>Mật khẩu mở khóa</source>
            <translation>Mật khẩu mở khóa</translation>
        </message>
        <message>
            <source>Mở &amp;khóa</source>
            <translation>Mở &amp;khóa</translation>
        </message>
        <message>
            <source>Mở bằng thiết bị ký &amp;số</source>
            <translation>Mở bằng thiết bị ký &amp;số</translation>
        </message>
        <message>
            <source>Mở bằng mật khẩu &amp;Windows</source>
            <translation>Mở bằng mật khẩu &amp;Windows</translation>
        </message>
        <message>
            <source>Đổ&amp;i tài khoản</source>
            <translation>Đổ&amp;i tài khoản</translation>
        </message>
        <message>
            <source>&amp;Báo cáo sự cố…</source>
            <translation>&amp;Báo cáo sự cố…</translation>
        </message>
        <message>
            <source>T&amp;hoát</source>
            <translation>T&amp;hoát</translation>
        </message>
        <message>
            <source>Tác nghiệp — đã khóa</source>
            <translation>Tác nghiệp — đã khóa</translation>
        </message>
        <message>
            <source>Đang khóa: cất những gì đang gõ và đóng hồ sơ…</source>
            <translation>Đang khóa: cất những gì đang gõ và đóng hồ sơ…</translation>
        </message>
        <message>
            <source>Đang mã hóa lại bằng khóa mới… %1 %</source>
            <translation>Đang mã hóa lại bằng khóa mới… %1 %</translation>
        </message>
        <message numerus="yes">
            <source>Chờ %n giây rồi nhập lại.</source>
            <translation>
                <numerusform>Chờ %n giây rồi nhập lại.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LooseSigning</name>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>Tệp PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF để ký số</source>
            <translation>Chọn tệp PDF để ký số</translation>
        </message>
        <message>
            <source>Ký tệp PDF ngoài hệ thống</source>
            <translation>Ký tệp PDF ngoài hệ thống</translation>
        </message>
        <message>
            <source>Ký</source>
            <translation>Ký</translation>
        </message>
        <message>
            <source>Mỗi lần ký được nhiều nhất {count} tệp; {left} tệp không được thêm.</source>
            <translation>Mỗi lần ký được nhiều nhất {count} tệp; {left} tệp không được thêm.</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi bỏ tệp khỏi danh sách.</source>
            <translation>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi bỏ tệp khỏi danh sách.</translation>
        </message>
        <message>
            <source>Đã bỏ khỏi danh sách: %1 tệp. Tệp trên máy vẫn còn nguyên.</source>
            <translation>Đã bỏ khỏi danh sách: %1 tệp. Tệp trên máy vẫn còn nguyên.</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi đóng cửa sổ này.</source>
            <translation>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi đóng cửa sổ này.</translation>
        </message>
        <message>
            <source>Tệp đã chọn mà chưa có vị trí ký: %1. Chưa ký tệp nào. Đặt chữ ký ở mục Vị trí trên trang, hoặc bỏ chọn tệp đó, rồi bấm ký lại.</source>
            <translation>Tệp đã chọn mà chưa có vị trí ký: %1. Chưa ký tệp nào. Đặt chữ ký ở mục Vị trí trên trang, hoặc bỏ chọn tệp đó, rồi bấm ký lại.</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào %1. Chọn nơi lưu bản ký.</source>
            <translation>Không ghi được tệp vào %1. Chọn nơi lưu bản ký.</translation>
        </message>
        <message>
            <source>Chọn nơi lưu bản ký</source>
            <translation>Chọn nơi lưu bản ký</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào %1. Chọn nơi khác.</source>
            <translation>Không ghi được tệp vào %1. Chọn nơi khác.</translation>
        </message>
        <message>
            <source>Bản ký lưu cạnh tệp gốc, tên thêm “(đã ký)”; tệp gốc giữ nguyên.</source>
            <translation>Bản ký lưu cạnh tệp gốc, tên thêm “(đã ký)”; tệp gốc giữ nguyên.</translation>
        </message>
        <message>
            <source>Bản ký lưu vào %1; tệp gốc giữ nguyên.</source>
            <translation>Bản ký lưu vào %1; tệp gốc giữ nguyên.</translation>
        </message>
        <message numerus="yes">
            <source>Đã lưu %n bản ký.</source>
            <translation>
                <numerusform>Đã lưu %n bản ký.</numerusform>
            </translation>
        </message>
        <message>
            <source>Kiểm tra: %1.</source>
            <translation>Kiểm tra: %1.</translation>
        </message>
        <message>
            <source>đã ký</source>
            <translation>đã ký</translation>
        </message>
        <message numerus="yes">
            <source>Ký số %n tệp PDF ngoài hệ thống</source>
            <translation>
                <numerusform>Ký số %n tệp PDF ngoài hệ thống</numerusform>
            </translation>
        </message>
        <message>
            <source>Ký tệp</source>
            <translation>Ký tệp</translation>
        </message>
        <message>
            <source>Chưa có tệp nào</source>
            <translation>Chưa có tệp nào</translation>
        </message>
        <message>
            <source>Bấm Thêm tệp, hoặc kéo tệp PDF vào cửa sổ này.</source>
            <translation>Bấm Thêm tệp, hoặc kéo tệp PDF vào cửa sổ này.</translation>
        </message>
        <message>
            <source>Bản ký: %1</source>
            <translation>Bản ký: %1</translation>
        </message>
        <message>
            <source>Khung xanh: chữ ký. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Khung xanh: chữ ký. Kéo hoặc dùng phím mũi tên để chỉnh.</translation>
        </message>
    </context>
    <context>
        <name>LooseWindow</name>
        <message>
            <source>Ký tệp PDF ngoài hệ thống</source>
            <translation>Ký tệp PDF ngoài hệ thống</translation>
        </message>
        <message>
            <source>Bỏ khỏi d&amp;anh sách</source>
            <translation>Bỏ khỏi d&amp;anh sách</translation>
        </message>
        <message>
            <source>Chỉ bỏ khỏi danh sách này; tệp trên máy vẫn còn nguyên (Delete)</source>
            <translation>Chỉ bỏ khỏi danh sách này; tệp trên máy vẫn còn nguyên (Delete)</translation>
        </message>
        <message>
            <source>Bỏ &amp;tệp đang xem khỏi danh sách</source>
            <translation>Bỏ &amp;tệp đang xem khỏi danh sách</translation>
        </message>
        <message>
            <source>Bỏ các tệp đã &amp;chọn khỏi danh sách (%1)</source>
            <translation>Bỏ các tệp đã &amp;chọn khỏi danh sách (%1)</translation>
        </message>
        <message>
            <source>Thê&amp;m tệp…</source>
            <translation>Thê&amp;m tệp…</translation>
        </message>
        <message>
            <source>Nơ&amp;i lưu…</source>
            <translation>Nơ&amp;i lưu…</translation>
        </message>
        <message>
            <source>Xem chữ ký đã tạ&amp;o</source>
            <translation>Xem chữ ký đã tạ&amp;o</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Đón&amp;g</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>THỰC HÀNH — văn bản, con số và chữ ký ở đây không có giá trị sử dụng</source>
            <translation>THỰC HÀNH — văn bản, con số và chữ ký ở đây không có giá trị sử dụng</translation>
        </message>
    </context>
    <context>
        <name>Mended</name>
        <message>
            <source>Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại; văn bản đang được tải về từ hệ thống trung tâm. Chờ đồng bộ xong rồi làm tiếp.</source>
            <translation>Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại; văn bản đang được tải về từ hệ thống trung tâm. Chờ đồng bộ xong rồi làm tiếp.</translation>
        </message>
        <message>
            <source>Tệp giữ việc chưa gửi bị hỏng. Đã giữ lại được {acts} việc và {drafts} bản đang soạn.</source>
            <translation>Tệp giữ việc chưa gửi bị hỏng. Đã giữ lại được {acts} việc và {drafts} bản đang soạn.</translation>
        </message>
        <message>
            <source>Không đọc lại được: {names}. Hãy kiểm tra và làm lại các việc này.</source>
            <translation>Không đọc lại được: {names}. Hãy kiểm tra và làm lại các việc này.</translation>
        </message>
        <message>
            <source>Mất {n} bản đang soạn, cần soạn lại.</source>
            <translation>Mất {n} bản đang soạn, cần soạn lại.</translation>
        </message>
        <message>
            <source>Có thể còn việc khác bị mất: đối chiếu các việc đã làm hôm nay.</source>
            <translation>Có thể còn việc khác bị mất: đối chiếu các việc đã làm hôm nay.</translation>
        </message>
        <message>
            <source>Không mất gì; mở Việc chưa gửi để kiểm tra.</source>
            <translation>Không mất gì; mở Việc chưa gửi để kiểm tra.</translation>
        </message>
        <message>
            <source>Tệp hỏng được giữ tại {path} để quản trị xem.</source>
            <translation>Tệp hỏng được giữ tại {path} để quản trị xem.</translation>
        </message>
        <message>
            <source>việc không rõ loại</source>
            <translation>việc không rõ loại</translation>
        </message>
        <message>
            <source>Bản đang soạn</source>
            <translation>Bản đang soạn</translation>
        </message>
        <message>
            <source>không đọc lại được là về văn bản nào</source>
            <translation>không đọc lại được là về văn bản nào</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Đóng thông báo</source>
            <translation>Đóng thông báo</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Việc này đã có người làm trước. Xem lại quá trình xử lý.</source>
            <translation>Việc này đã có người làm trước. Xem lại quá trình xử lý.</translation>
        </message>
        <message>
            <source>Chỉ người giao nhiệm vụ mới được quyết định việc này.</source>
            <translation>Chỉ người giao nhiệm vụ mới được quyết định việc này.</translation>
        </message>
        <message>
            <source>Chỉ người soạn mới được sửa dự thảo này.</source>
            <translation>Chỉ người soạn mới được sửa dự thảo này.</translation>
        </message>
        <message>
            <source>Ngày không đúng. Chọn lại ngày.</source>
            <translation>Ngày không đúng. Chọn lại ngày.</translation>
        </message>
        <message>
            <source>Tỷ lệ hoàn thành phải từ 0 đến 100.</source>
            <translation>Tỷ lệ hoàn thành phải từ 0 đến 100.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại văn bản rồi làm lại.</source>
            <translation>Tệp đã được thay sau khi mở. Xem lại văn bản rồi làm lại.</translation>
        </message>
        <message>
            <source>Chỉ Chánh Văn phòng mới được duyệt lịch.</source>
            <translation>Chỉ Chánh Văn phòng mới được duyệt lịch.</translation>
        </message>
        <message>
            <source>Việc này do văn thư thực hiện.</source>
            <translation>Việc này do văn thư thực hiện.</translation>
        </message>
        <message>
            <source>Ngày văn bản không được sau hôm nay. Chọn lại ngày.</source>
            <translation>Ngày văn bản không được sau hôm nay. Chọn lại ngày.</translation>
        </message>
        <message>
            <source>Hạn mới phải sau hạn đang có. Chọn lại hạn.</source>
            <translation>Hạn mới phải sau hạn đang có. Chọn lại hạn.</translation>
        </message>
        <message>
            <source>Hạn xử lý đã qua. Chọn hạn từ hôm nay trở đi.</source>
            <translation>Hạn xử lý đã qua. Chọn hạn từ hôm nay trở đi.</translation>
        </message>
        <message>
            <source>Văn bản đã có số hoặc đang chờ cấp số.</source>
            <translation>Văn bản đã có số hoặc đang chờ cấp số.</translation>
        </message>
        <message>
            <source>Văn bản đã giữ số %{notation} theo loại cũ nên không đổi loại được. Giữ nguyên loại, hoặc soạn văn bản mới.</source>
            <translation>Văn bản đã giữ số %{notation} theo loại cũ nên không đổi loại được. Giữ nguyên loại, hoặc soạn văn bản mới.</translation>
        </message>
        <message>
            <source>Việc này do đơn vị hoặc người chủ trì thực hiện.</source>
            <translation>Việc này do đơn vị hoặc người chủ trì thực hiện.</translation>
        </message>
        <message>
            <source>Việc này do lãnh đạo thực hiện.</source>
            <translation>Việc này do lãnh đạo thực hiện.</translation>
        </message>
        <message>
            <source>Đã xin gia hạn đủ %{limit} lần, không xin thêm được.</source>
            <translation>Đã xin gia hạn đủ %{limit} lần, không xin thêm được.</translation>
        </message>
        <message>
            <source>Chưa có tệp văn bản. Chọn tệp PDF rồi làm lại.</source>
            <translation>Chưa có tệp văn bản. Chọn tệp PDF rồi làm lại.</translation>
        </message>
        <message>
            <source>Chưa chọn chủ trì. Chọn một đơn vị hoặc một người chủ trì.</source>
            <translation>Chưa chọn chủ trì. Chọn một đơn vị hoặc một người chủ trì.</translation>
        </message>
        <message>
            <source>Chưa chọn lãnh đạo dự. Chọn ít nhất một người.</source>
            <translation>Chưa chọn lãnh đạo dự. Chọn ít nhất một người.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch phải ghi rõ nội dung điều chỉnh.</source>
            <translation>Điều chỉnh lịch phải ghi rõ nội dung điều chỉnh.</translation>
        </message>
        <message>
            <source>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</source>
            <translation>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</translation>
        </message>
        <message>
            <source>Chưa ghi lý do. Ghi lý do rồi làm lại.</source>
            <translation>Chưa ghi lý do. Ghi lý do rồi làm lại.</translation>
        </message>
        <message>
            <source>Chưa chọn nơi nhận. Chọn ít nhất một nơi nhận.</source>
            <translation>Chưa chọn nơi nhận. Chọn ít nhất một nơi nhận.</translation>
        </message>
        <message>
            <source>Không còn góp ý nào để gửi hoặc trả lời. Mở lại dự thảo để xem.</source>
            <translation>Không còn góp ý nào để gửi hoặc trả lời. Mở lại dự thảo để xem.</translation>
        </message>
        <message>
            <source>Không có sổ đăng ký phù hợp. Chọn sổ khác hoặc báo quản trị.</source>
            <translation>Không có sổ đăng ký phù hợp. Chọn sổ khác hoặc báo quản trị.</translation>
        </message>
        <message>
            <source>Không tìm thấy người đã chuyển văn bản. Đồng bộ lại rồi thử lại.</source>
            <translation>Không tìm thấy người đã chuyển văn bản. Đồng bộ lại rồi thử lại.</translation>
        </message>
        <message>
            <source>Không còn thấy nội dung này. Đồng bộ lại rồi xem lại danh sách.</source>
            <translation>Không còn thấy nội dung này. Đồng bộ lại rồi xem lại danh sách.</translation>
        </message>
        <message>
            <source>Chưa nhập nội dung.</source>
            <translation>Chưa nhập nội dung.</translation>
        </message>
        <message>
            <source>Người được chọn không có thẩm quyền ký. Chọn người khác.</source>
            <translation>Người được chọn không có thẩm quyền ký. Chọn người khác.</translation>
        </message>
        <message>
            <source>Vai trò phối hợp hoặc nhận để biết không làm được việc này.</source>
            <translation>Vai trò phối hợp hoặc nhận để biết không làm được việc này.</translation>
        </message>
        <message>
            <source>Lãnh đạo chưa ký văn bản này, chưa làm được bước này.</source>
            <translation>Lãnh đạo chưa ký văn bản này, chưa làm được bước này.</translation>
        </message>
        <message>
            <source>Văn bản chưa có chữ ký số cơ quan, chưa phát hành được.</source>
            <translation>Văn bản chưa có chữ ký số cơ quan, chưa phát hành được.</translation>
        </message>
        <message>
            <source>Việc này không thuộc người hoặc đơn vị đang đăng nhập.</source>
            <translation>Việc này không thuộc người hoặc đơn vị đang đăng nhập.</translation>
        </message>
        <message>
            <source>Số %{number} đã được cấp. Để trống để lấy số tiếp theo.</source>
            <translation>Số %{number} đã được cấp. Để trống để lấy số tiếp theo.</translation>
        </message>
        <message>
            <source>Sổ này không dùng cho loại văn bản đang chọn. Chọn sổ khác.</source>
            <translation>Sổ này không dùng cho loại văn bản đang chọn. Chọn sổ khác.</translation>
        </message>
        <message>
            <source>Góp ý không đúng quy cách. Xóa góp ý đó rồi viết lại.</source>
            <translation>Góp ý không đúng quy cách. Xóa góp ý đó rồi viết lại.</translation>
        </message>
        <message>
            <source>Một đơn vị hoặc một người chỉ được chọn một lần.</source>
            <translation>Một đơn vị hoặc một người chỉ được chọn một lần.</translation>
        </message>
        <message>
            <source>Chỉ người giữ con dấu của cơ quan mới được ký số cơ quan.</source>
            <translation>Chỉ người giữ con dấu của cơ quan mới được ký số cơ quan.</translation>
        </message>
        <message>
            <source>Không soạn thảo văn bản mật trong chương trình này.</source>
            <translation>Không soạn thảo văn bản mật trong chương trình này.</translation>
        </message>
        <message>
            <source>Không lưu tệp của văn bản mật ra ngoài chương trình.</source>
            <translation>Không lưu tệp của văn bản mật ra ngoài chương trình.</translation>
        </message>
        <message>
            <source>Văn bản đã ký, không viết lên trang được. Ý kiến chỉ đạo ghi ở phiếu xử lý văn bản.</source>
            <translation>Văn bản đã ký, không viết lên trang được. Ý kiến chỉ đạo ghi ở phiếu xử lý văn bản.</translation>
        </message>
        <message>
            <source>Văn bản này trình người khác ký.</source>
            <translation>Văn bản này trình người khác ký.</translation>
        </message>
        <message>
            <source>Không chuyển lại cho chính mình. Chọn đơn vị hoặc người khác.</source>
            <translation>Không chuyển lại cho chính mình. Chọn đơn vị hoặc người khác.</translation>
        </message>
        <message>
            <source>Nội dung quá dài, tối đa %{limit} ký tự.</source>
            <translation>Nội dung quá dài, tối đa %{limit} ký tự.</translation>
        </message>
        <message>
            <source>Góp ý quá nhiều hoặc nét vẽ quá dài, tối đa %{limit} góp ý. Xóa bớt rồi gửi lại.</source>
            <translation>Góp ý quá nhiều hoặc nét vẽ quá dài, tối đa %{limit} góp ý. Xóa bớt rồi gửi lại.</translation>
        </message>
        <message>
            <source>Người làm việc này không còn giữ chức vụ đã dùng khi làm nên việc không được ghi nhận. Làm lại ở chức vụ đang giữ; nếu thông tin chức vụ chưa đúng, báo người quản trị.</source>
            <translation>Người làm việc này không còn giữ chức vụ đã dùng khi làm nên việc không được ghi nhận. Làm lại ở chức vụ đang giữ; nếu thông tin chức vụ chưa đúng, báo người quản trị.</translation>
        </message>
        <message>
            <source>Chương trình chưa hỗ trợ việc này. Cập nhật chương trình.</source>
            <translation>Chương trình chưa hỗ trợ việc này. Cập nhật chương trình.</translation>
        </message>
        <message>
            <source>Nơi nhận không thuộc danh sách. Chọn lại nơi nhận.</source>
            <translation>Nơi nhận không thuộc danh sách. Chọn lại nơi nhận.</translation>
        </message>
        <message>
            <source>Văn bản đến này đã được ký xác nhận. Xem tệp đã ký ở mục Tệp.</source>
            <translation>Văn bản đến này đã được ký xác nhận. Xem tệp đã ký ở mục Tệp.</translation>
        </message>
        <message>
            <source>Phụ lục “%{name}” chưa có chữ ký số cơ quan. Ký phụ lục ở mục Chờ ký rồi phát hành.</source>
            <translation>Phụ lục “%{name}” chưa có chữ ký số cơ quan. Ký phụ lục ở mục Chờ ký rồi phát hành.</translation>
        </message>
        <message>
            <source>Chữ ký số của văn bản đã đủ dấu thời gian.</source>
            <translation>Chữ ký số của văn bản đã đủ dấu thời gian.</translation>
        </message>
        <message>
            <source>Tệp bổ sung không khớp với tệp đã ký nên không được nhận. Báo người quản trị.</source>
            <translation>Tệp bổ sung không khớp với tệp đã ký nên không được nhận. Báo người quản trị.</translation>
        </message>
        <message>
            <source>Chưa hỏi lại tình trạng chứng thư của người ký. Mở lại văn bản rồi phát hành.</source>
            <translation>Chưa hỏi lại tình trạng chứng thư của người ký. Mở lại văn bản rồi phát hành.</translation>
        </message>
        <message>
            <source>Chứng thư của người ký đã bị thu hồi trước khi ký, không phát hành được. Trình ký lại văn bản.</source>
            <translation>Chứng thư của người ký đã bị thu hồi trước khi ký, không phát hành được. Trình ký lại văn bản.</translation>
        </message>
        <message>
            <source>Phụ lục đã thay đổi sau khi mở. Xem lại văn bản rồi ký lại.</source>
            <translation>Phụ lục đã thay đổi sau khi mở. Xem lại văn bản rồi ký lại.</translation>
        </message>
        <message>
            <source>Bản sao không soạn ở đây. Mở văn bản cần sao rồi chọn Sao văn bản.</source>
            <translation>Bản sao không soạn ở đây. Mở văn bản cần sao rồi chọn Sao văn bản.</translation>
        </message>
        <message>
            <source>Văn bản này là bản sao: chỉ sao lục được từ bản sao y.</source>
            <translation>Văn bản này là bản sao: chỉ sao lục được từ bản sao y.</translation>
        </message>
        <message>
            <source>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</source>
            <translation>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</translation>
        </message>
        <message>
            <source>Chưa có tệp xác nhận văn bản đến. Ký lại ở mục Chờ ký.</source>
            <translation>Chưa có tệp xác nhận văn bản đến. Ký lại ở mục Chờ ký.</translation>
        </message>
        <message>
            <source>Chưa chọn hình thức sao: sao y, sao lục hoặc trích sao.</source>
            <translation>Chưa chọn hình thức sao: sao y, sao lục hoặc trích sao.</translation>
        </message>
        <message>
            <source>Chưa chọn đúng trang cần trích sao. Ghi số trang, ví dụ 1-3, 5.</source>
            <translation>Chưa chọn đúng trang cần trích sao. Ghi số trang, ví dụ 1-3, 5.</translation>
        </message>
        <message>
            <source>Văn bản chưa vào sổ. Tiếp nhận, vào sổ trước.</source>
            <translation>Văn bản chưa vào sổ. Tiếp nhận, vào sổ trước.</translation>
        </message>
        <message>
            <source>Sao lục chỉ được làm từ bản sao y. Chọn sao y hoặc trích sao.</source>
            <translation>Sao lục chỉ được làm từ bản sao y. Chọn sao y hoặc trích sao.</translation>
        </message>
        <message>
            <source>Sao văn bản mật phải ghi rõ người cho phép và số bản. Ghi đủ rồi làm lại.</source>
            <translation>Sao văn bản mật phải ghi rõ người cho phép và số bản. Ghi đủ rồi làm lại.</translation>
        </message>
        <message>
            <source>Chỉ sao văn bản có chữ ký số hợp lệ hoặc bản quét từ bản giấy. Kiểm tra chữ ký của văn bản trước.</source>
            <translation>Chỉ sao văn bản có chữ ký số hợp lệ hoặc bản quét từ bản giấy. Kiểm tra chữ ký của văn bản trước.</translation>
        </message>
        <message>
            <source>Chưa kiểm tra được việc này trên máy; hệ thống trung tâm sẽ quyết định. Đồng bộ rồi xem lại kết quả.</source>
            <translation>Chưa kiểm tra được việc này trên máy; hệ thống trung tâm sẽ quyết định. Đồng bộ rồi xem lại kết quả.</translation>
        </message>
        <message>
            <source>Tệp đã ký không được gửi lại. Mở văn bản để ký lại; tệp cũ được giữ ở thẻ Tệp đã ký.</source>
            <translation>Tệp đã ký không được gửi lại. Mở văn bản để ký lại; tệp cũ được giữ ở thẻ Tệp đã ký.</translation>
        </message>
        <message>
            <source>Việc trước đó không được chấp nhận nên việc này được trả lại. Sửa việc trước rồi gửi lại cả hai.</source>
            <translation>Việc trước đó không được chấp nhận nên việc này được trả lại. Sửa việc trước rồi gửi lại cả hai.</translation>
        </message>
        <message>
            <source>Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng.</source>
            <translation>Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng.</translation>
        </message>
        <message>
            <source>Đường truyền quá chậm. Chương trình sẽ tự thử lại.</source>
            <translation>Đường truyền quá chậm. Chương trình sẽ tự thử lại.</translation>
        </message>
        <message>
            <source>Đường truyền bị ngắt giữa chừng. Chương trình sẽ tự thử lại.</source>
            <translation>Đường truyền bị ngắt giữa chừng. Chương trình sẽ tự thử lại.</translation>
        </message>
        <message>
            <source>Không tìm thấy máy chủ. Kiểm tra mạng của cơ quan.</source>
            <translation>Không tìm thấy máy chủ. Kiểm tra mạng của cơ quan.</translation>
        </message>
        <message>
            <source>Không kết nối được máy chủ trung gian (proxy) của cơ quan. Việc đã làm được giữ trên máy; báo quản trị mạng.</source>
            <translation>Không kết nối được máy chủ trung gian (proxy) của cơ quan. Việc đã làm được giữ trên máy; báo quản trị mạng.</translation>
        </message>
        <message>
            <source>Máy chủ trung gian (proxy) đòi tên và mật khẩu, chương trình không gửi. Báo quản trị mạng cho phép địa chỉ hệ thống trung tâm đi qua không cần đăng nhập.</source>
            <translation>Máy chủ trung gian (proxy) đòi tên và mật khẩu, chương trình không gửi. Báo quản trị mạng cho phép địa chỉ hệ thống trung tâm đi qua không cần đăng nhập.</translation>
        </message>
        <message>
            <source>Máy chủ trung gian (proxy) không cho đi tới hệ thống trung tâm. Báo quản trị mạng mở địa chỉ này.</source>
            <translation>Máy chủ trung gian (proxy) không cho đi tới hệ thống trung tâm. Báo quản trị mạng mở địa chỉ này.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đang bận. Chương trình sẽ tự thử lại.</source>
            <translation>Hệ thống trung tâm đang bận. Chương trình sẽ tự thử lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm yêu cầu chờ. Chương trình sẽ tự thử lại.</source>
            <translation>Hệ thống trung tâm yêu cầu chờ. Chương trình sẽ tự thử lại.</translation>
        </message>
        <message>
            <source>Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục đồng bộ.</source>
            <translation>Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục đồng bộ.</translation>
        </message>
        <message>
            <source>Tài khoản không có quyền xem nội dung này.</source>
            <translation>Tài khoản không có quyền xem nội dung này.</translation>
        </message>
        <message>
            <source>Máy chủ không còn tệp này. Báo nơi gửi phát hành lại.</source>
            <translation>Máy chủ không còn tệp này. Báo nơi gửi phát hành lại.</translation>
        </message>
        <message>
            <source>Tệp quá lớn so với mức hệ thống cho phép.</source>
            <translation>Tệp quá lớn so với mức hệ thống cho phép.</translation>
        </message>
        <message>
            <source>Không tin cậy được máy chủ nên chương trình không kết nối. Báo quản trị mạng.</source>
            <translation>Không tin cậy được máy chủ nên chương trình không kết nối. Báo quản trị mạng.</translation>
        </message>
        <message>
            <source>Nơi trả lời không phải hệ thống trung tâm (có thể là trang đăng nhập mạng). Kiểm tra mạng.</source>
            <translation>Nơi trả lời không phải hệ thống trung tâm (có thể là trang đăng nhập mạng). Kiểm tra mạng.</translation>
        </message>
        <message>
            <source>Tệp tải về không nguyên vẹn nên không mở. Thử tải lại.</source>
            <translation>Tệp tải về không nguyên vẹn nên không mở. Thử tải lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm gặp lỗi. Việc đã làm được giữ trên máy.</source>
            <translation>Hệ thống trung tâm gặp lỗi. Việc đã làm được giữ trên máy.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy. Xóa bớt tệp không cần rồi thử lại.</source>
            <translation>Ổ đĩa đã đầy. Xóa bớt tệp không cần rồi thử lại.</translation>
        </message>
        <message>
            <source>Địa chỉ không dùng kết nối an toàn nên chương trình không kết nối. Nhập địa chỉ bắt đầu bằng https.</source>
            <translation>Địa chỉ không dùng kết nối an toàn nên chương trình không kết nối. Nhập địa chỉ bắt đầu bằng https.</translation>
        </message>
        <message>
            <source>Địa chỉ hệ thống không đúng. Kiểm tra lại địa chỉ, hoặc hỏi quản trị.</source>
            <translation>Địa chỉ hệ thống không đúng. Kiểm tra lại địa chỉ, hoặc hỏi quản trị.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận yêu cầu lớn như vậy. Việc đã làm được giữ trên máy; báo quản trị hệ thống.</source>
            <translation>Hệ thống trung tâm không nhận yêu cầu lớn như vậy. Việc đã làm được giữ trên máy; báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Không đọc được câu trả lời của hệ thống trung tâm. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>Không đọc được câu trả lời của hệ thống trung tâm. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Câu trả lời của hệ thống trung tâm không đúng quy cách. Cập nhật chương trình; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>Câu trả lời của hệ thống trung tâm không đúng quy cách. Cập nhật chương trình; nếu vẫn lỗi, báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm nhận quá ít yêu cầu mỗi lần nên chưa đồng bộ được. Báo quản trị hệ thống trung tâm.</source>
            <translation>Hệ thống trung tâm nhận quá ít yêu cầu mỗi lần nên chưa đồng bộ được. Báo quản trị hệ thống trung tâm.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đã chuyển sang địa chỉ khác nên chương trình không gửi. Hỏi quản trị địa chỉ mới.</source>
            <translation>Hệ thống trung tâm đã chuyển sang địa chỉ khác nên chương trình không gửi. Hỏi quản trị địa chỉ mới.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không thực hiện được một yêu cầu (%{type}). Chương trình sẽ tự thử lại.</source>
            <translation>Hệ thống trung tâm không thực hiện được một yêu cầu (%{type}). Chương trình sẽ tự thử lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm trả lời mã lỗi %{status}. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>Hệ thống trung tâm trả lời mã lỗi %{status}. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi khi đồng bộ. Việc đã làm được giữ trên máy; mở lại chương trình, nếu vẫn lỗi thì báo quản trị.</source>
            <translation>Chương trình gặp lỗi khi đồng bộ. Việc đã làm được giữ trên máy; mở lại chương trình, nếu vẫn lỗi thì báo quản trị.</translation>
        </message>
        <message>
            <source>Tệp của việc này không còn trên máy nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</source>
            <translation>Tệp của việc này không còn trên máy nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</translation>
        </message>
        <message>
            <source>Tệp của việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, nén hoặc tách tệp rồi làm lại.</source>
            <translation>Tệp của việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, nén hoặc tách tệp rồi làm lại.</translation>
        </message>
        <message>
            <source>Chương trình khác đang giữ tệp của việc này nên chưa gửi được. Đóng chương trình đó rồi bấm Gửi lại.</source>
            <translation>Chương trình khác đang giữ tệp của việc này nên chưa gửi được. Đóng chương trình đó rồi bấm Gửi lại.</translation>
        </message>
        <message>
            <source>Tệp của việc này trên máy bị hỏng nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</source>
            <translation>Tệp của việc này trên máy bị hỏng nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</translation>
        </message>
        <message>
            <source>Nội dung việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, rút gọn nội dung rồi làm lại.</source>
            <translation>Nội dung việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, rút gọn nội dung rồi làm lại.</translation>
        </message>
        <message>
            <source>Đã hủy tải tệp. Mở lại văn bản để tải tiếp.</source>
            <translation>Đã hủy tải tệp. Mở lại văn bản để tải tiếp.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm chưa trả lời về việc này. Chương trình sẽ tự gửi lại.</source>
            <translation>Hệ thống trung tâm chưa trả lời về việc này. Chương trình sẽ tự gửi lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận nội dung việc này. Xem và sửa lại; nếu vẫn lỗi, cập nhật chương trình.</source>
            <translation>Hệ thống trung tâm không nhận nội dung việc này. Xem và sửa lại; nếu vẫn lỗi, cập nhật chương trình.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đã có một việc khác cùng mã. Xem quá trình xử lý, rồi làm lại nếu còn cần.</source>
            <translation>Hệ thống trung tâm đã có một việc khác cùng mã. Xem quá trình xử lý, rồi làm lại nếu còn cần.</translation>
        </message>
        <message>
            <source>Việc này dựa vào một việc chưa gửi được. Xử lý việc trước, rồi gửi lại.</source>
            <translation>Việc này dựa vào một việc chưa gửi được. Xử lý việc trước, rồi gửi lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm chưa có tệp kèm theo. Chương trình sẽ gửi lại tệp; nếu vẫn lỗi, bấm Gửi lại.</source>
            <translation>Hệ thống trung tâm chưa có tệp kèm theo. Chương trình sẽ gửi lại tệp; nếu vẫn lỗi, bấm Gửi lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận cách ghi việc này. Cập nhật chương trình rồi gửi lại.</source>
            <translation>Hệ thống trung tâm không nhận cách ghi việc này. Cập nhật chương trình rồi gửi lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận thêm việc loại này. Hỏi quản trị hệ thống.</source>
            <translation>Hệ thống trung tâm không nhận thêm việc loại này. Hỏi quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Nội dung đã được người khác thay đổi. Xem lại rồi làm lại.</source>
            <translation>Nội dung đã được người khác thay đổi. Xem lại rồi làm lại.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không chấp nhận và không nêu lý do. Xem và sửa lại, hoặc hỏi quản trị hệ thống.</source>
            <translation>Hệ thống trung tâm không chấp nhận và không nêu lý do. Xem và sửa lại, hoặc hỏi quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</source>
            <translation>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</translation>
        </message>
        <message>
            <source>Chưa đăng nhập xong trong trình duyệt. Đăng nhập lại.</source>
            <translation>Chưa đăng nhập xong trong trình duyệt. Đăng nhập lại.</translation>
        </message>
        <message>
            <source>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</source>
            <translation>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm này thuộc mạng khác với mạng của máy nên chương trình không kết nối. Mỗi máy chỉ dùng một mạng; hỏi quản trị địa chỉ đúng.</source>
            <translation>Hệ thống trung tâm này thuộc mạng khác với mạng của máy nên chương trình không kết nối. Mỗi máy chỉ dùng một mạng; hỏi quản trị địa chỉ đúng.</translation>
        </message>
        <message>
            <source>Dữ liệu của tài khoản này được lập trên mạng khác nên không mở trên máy này; dữ liệu còn nguyên. Báo quản trị để mở trên máy đúng mạng.</source>
            <translation>Dữ liệu của tài khoản này được lập trên mạng khác nên không mở trên máy này; dữ liệu còn nguyên. Báo quản trị để mở trên máy đúng mạng.</translation>
        </message>
        <message>
            <source>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</source>
            <translation>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</source>
            <translation>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</translation>
        </message>
        <message>
            <source>Không đọc hoặc ghi được dữ liệu trên máy này. Khởi động lại chương trình; nếu vẫn lỗi, báo quản trị.</source>
            <translation>Không đọc hoặc ghi được dữ liệu trên máy này. Khởi động lại chương trình; nếu vẫn lỗi, báo quản trị.</translation>
        </message>
        <message>
            <source>Khóa trên máy không mở được dữ liệu của tài khoản này; dữ liệu còn nguyên. Đăng nhập Windows bằng đúng người đã dùng, hoặc báo quản trị để mở bằng khóa khôi phục.</source>
            <translation>Khóa trên máy không mở được dữ liệu của tài khoản này; dữ liệu còn nguyên. Đăng nhập Windows bằng đúng người đã dùng, hoặc báo quản trị để mở bằng khóa khôi phục.</translation>
        </message>
        <message>
            <source>Máy không còn giữ khóa mở dữ liệu của tài khoản này; dữ liệu còn nguyên. Mở bằng mật khẩu mở khóa đã đặt, hoặc báo quản trị để mở bằng khóa khôi phục.</source>
            <translation>Máy không còn giữ khóa mở dữ liệu của tài khoản này; dữ liệu còn nguyên. Mở bằng mật khẩu mở khóa đã đặt, hoặc báo quản trị để mở bằng khóa khôi phục.</translation>
        </message>
        <message>
            <source>Chưa thay được khóa của dữ liệu vì phải làm lại cách mở dự phòng; dữ liệu còn nguyên. Mở một lần bằng mật khẩu mở khóa, hoặc báo quản trị đặt lại khóa khôi phục, rồi thay khóa lại.</source>
            <translation>Chưa thay được khóa của dữ liệu vì phải làm lại cách mở dự phòng; dữ liệu còn nguyên. Mở một lần bằng mật khẩu mở khóa, hoặc báo quản trị đặt lại khóa khôi phục, rồi thay khóa lại.</translation>
        </message>
        <message>
            <source>Không đọc được khóa khôi phục mà cơ quan đặt trên máy này nên hồ sơ chưa có cách mở dự phòng. Báo quản trị kiểm tra lại tệp khóa.</source>
            <translation>Không đọc được khóa khôi phục mà cơ quan đặt trên máy này nên hồ sơ chưa có cách mở dự phòng. Báo quản trị kiểm tra lại tệp khóa.</translation>
        </message>
        <message>
            <source>Chưa chuyển được dữ liệu trên máy sang phiên bản mới; dữ liệu cũ còn nguyên. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</source>
            <translation>Chưa chuyển được dữ liệu trên máy sang phiên bản mới; dữ liệu cũ còn nguyên. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</translation>
        </message>
        <message>
            <source>Dữ liệu lưu trên máy bị hỏng nên không mở được. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</source>
            <translation>Dữ liệu lưu trên máy bị hỏng nên không mở được. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</translation>
        </message>
        <message>
            <source>Dữ liệu trên máy do một phiên bản Tác nghiệp mới hơn ghi nên phiên bản này không mở; dữ liệu còn nguyên. Cập nhật chương trình rồi mở lại.</source>
            <translation>Dữ liệu trên máy do một phiên bản Tác nghiệp mới hơn ghi nên phiên bản này không mở; dữ liệu còn nguyên. Cập nhật chương trình rồi mở lại.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</translation>
        </message>
        <message>
            <source>Thư mục dữ liệu nằm trên ổ đĩa mạng nên không dùng được. Chuyển về ổ đĩa của máy, hoặc báo quản trị.</source>
            <translation>Thư mục dữ liệu nằm trên ổ đĩa mạng nên không dùng được. Chuyển về ổ đĩa của máy, hoặc báo quản trị.</translation>
        </message>
        <message>
            <source>Máy không cho đọc hoặc ghi tệp dữ liệu. Kiểm tra ổ đĩa và quyền của thư mục dữ liệu, rồi mở lại.</source>
            <translation>Máy không cho đọc hoặc ghi tệp dữ liệu. Kiểm tra ổ đĩa và quyền của thư mục dữ liệu, rồi mở lại.</translation>
        </message>
        <message>
            <source>Chưa nhập mật khẩu mở khóa nên dữ liệu trên máy vẫn khóa. Đăng nhập lại để nhập.</source>
            <translation>Chưa nhập mật khẩu mở khóa nên dữ liệu trên máy vẫn khóa. Đăng nhập lại để nhập.</translation>
        </message>
        <message>
            <source>Dữ liệu trên máy đang được dùng nên chưa ghi được. Chờ một lát rồi thử lại.</source>
            <translation>Dữ liệu trên máy đang được dùng nên chưa ghi được. Chờ một lát rồi thử lại.</translation>
        </message>
        <message>
            <source>Dữ liệu của tài khoản đã được khóa. Mở lại tài khoản rồi làm tiếp.</source>
            <translation>Dữ liệu của tài khoản đã được khóa. Mở lại tài khoản rồi làm tiếp.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</source>
            <translation>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</translation>
        </message>
        <message>
            <source>Kho khóa của máy không trả lời hoặc đang khóa nên chưa mở được dữ liệu. Mở khóa màn hình hoặc đăng nhập lại máy, rồi thử lại.</source>
            <translation>Kho khóa của máy không trả lời hoặc đang khóa nên chưa mở được dữ liệu. Mở khóa màn hình hoặc đăng nhập lại máy, rồi thử lại.</translation>
        </message>
        <message>
            <source>Mật khẩu không đúng. Nhập lại mật khẩu.</source>
            <translation>Mật khẩu không đúng. Nhập lại mật khẩu.</translation>
        </message>
        <message>
            <source>Tệp này chưa có trên máy. Mở lại khi có mạng để tải về.</source>
            <translation>Tệp này chưa có trên máy. Mở lại khi có mạng để tải về.</translation>
        </message>
        <message>
            <source>Tệp lưu trên máy bị hỏng nên không mở. Mở lại khi có mạng để tải bản mới.</source>
            <translation>Tệp lưu trên máy bị hỏng nên không mở. Mở lại khi có mạng để tải bản mới.</translation>
        </message>
        <message>
            <source>Việc này đã được ghi với nội dung khác nên không ghi đè. Mở Việc chưa gửi để xem lại.</source>
            <translation>Việc này đã được ghi với nội dung khác nên không ghi đè. Mở Việc chưa gửi để xem lại.</translation>
        </message>
        <message>
            <source>Văn bản này đã được ký trong lượt ký trước nên không ký lại. Xem kết quả của lượt ký đó.</source>
            <translation>Văn bản này đã được ký trong lượt ký trước nên không ký lại. Xem kết quả của lượt ký đó.</translation>
        </message>
        <message>
            <source>Tệp có mật khẩu nên không xem được ở đây.</source>
            <translation>Tệp có mật khẩu nên không xem được ở đây.</translation>
        </message>
        <message>
            <source>Tệp không phải PDF hoặc bị hỏng nên không xem được.</source>
            <translation>Tệp không phải PDF hoặc bị hỏng nên không xem được.</translation>
        </message>
        <message>
            <source>Tệp quá lớn nên không xem được ở đây.</source>
            <translation>Tệp quá lớn nên không xem được ở đây.</translation>
        </message>
        <message>
            <source>Tệp không có trang nào.</source>
            <translation>Tệp không có trang nào.</translation>
        </message>
        <message>
            <source>Văn bản chưa có tệp.</source>
            <translation>Văn bản chưa có tệp.</translation>
        </message>
        <message>
            <source>Tệp chưa được tải về máy.</source>
            <translation>Tệp chưa được tải về máy.</translation>
        </message>
        <message>
            <source>Có văn bản mật. Đến máy chuyên dùng để xem và xử lý.</source>
            <translation>Có văn bản mật. Đến máy chuyên dùng để xem và xử lý.</translation>
        </message>
        <message>
            <source>Đề nghị nơi gửi phát hành lại bản không đặt mật khẩu.</source>
            <translation>Đề nghị nơi gửi phát hành lại bản không đặt mật khẩu.</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài để kiểm tra, hoặc trả lại nơi gửi.</source>
            <translation>Lưu tệp ra ngoài để kiểm tra, hoặc trả lại nơi gửi.</translation>
        </message>
        <message>
            <source>Dùng “Lưu tệp…” rồi mở bằng chương trình khác.</source>
            <translation>Dùng “Lưu tệp…” rồi mở bằng chương trình khác.</translation>
        </message>
        <message>
            <source>Đề nghị nơi gửi kiểm tra lại tệp.</source>
            <translation>Đề nghị nơi gửi kiểm tra lại tệp.</translation>
        </message>
        <message>
            <source>Đang mất kết nối. Tệp sẽ tải được khi có mạng.</source>
            <translation>Đang mất kết nối. Tệp sẽ tải được khi có mạng.</translation>
        </message>
        <message>
            <source>Không thực hiện được. Nội dung đã nhập vẫn được giữ; hãy thử lại.</source>
            <translation>Không thực hiện được. Nội dung đã nhập vẫn được giữ; hãy thử lại.</translation>
        </message>
    </context>
    <context>
        <name>MomentBar</name>
        <message>
            <source>Về bản hiện tại</source>
            <translation>Về bản hiện tại</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Lịch lúc {time}</source>
            <translation>Lịch lúc {time}</translation>
        </message>
        <message>
            <source>Việc của bạn</source>
            <translation>Việc của bạn</translation>
        </message>
        <message>
            <source>Cần bạn xem lại</source>
            <translation>Cần bạn xem lại</translation>
        </message>
        <message>
            <source>Sắp đến giờ</source>
            <translation>Sắp đến giờ</translation>
        </message>
        <message>
            <source>Văn bản mới đến</source>
            <translation>Văn bản mới đến</translation>
        </message>
        <message>
            <source>Việc quá hạn</source>
            <translation>Việc quá hạn</translation>
        </message>
        <message numerus="yes">
            <source>%n việc không được chấp nhận hoặc chưa gửi được</source>
            <translation>
                <numerusform>%n việc không được chấp nhận hoặc chưa gửi được</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n việc quá hạn</source>
            <translation>
                <numerusform>%n việc quá hạn</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản mới đến</source>
            <translation>
                <numerusform>%n văn bản mới đến</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, có %n hỏa tốc</source>
            <translation>
                <numerusform>, có %n hỏa tốc</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NumberDialog</name>
        <message>
            <source>Giữ số trước khi ký</source>
            <translation>Giữ số trước khi ký</translation>
        </message>
        <message>
            <source>Cấp số văn bản</source>
            <translation>Cấp số văn bản</translation>
        </message>
        <message>
            <source>Số còn t&amp;rống trong sổ:</source>
            <translation>Số còn t&amp;rống trong sổ:</translation>
        </message>
        <message>
            <source>&amp;Chờ cấp số</source>
            <translation>&amp;Chờ cấp số</translation>
        </message>
        <message>
            <source>&amp;Giữ số</source>
            <translation>&amp;Giữ số</translation>
        </message>
        <message>
            <source>&amp;Cấp số</source>
            <translation>&amp;Cấp số</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>Chưa có sổ văn bản đi cho loại văn bản này. Người quản trị của cơ quan mở sổ, rồi cấp số lại.</source>
            <translation>Chưa có sổ văn bản đi cho loại văn bản này. Người quản trị của cơ quan mở sổ, rồi cấp số lại.</translation>
        </message>
        <message>
            <source>Đang mất kết nối, chưa biết số tiếp theo. Văn bản sẽ ghi “Chờ cấp số” và nhận số ngay khi có mạng; không cần làm lại.</source>
            <translation>Đang mất kết nối, chưa biết số tiếp theo. Văn bản sẽ ghi “Chờ cấp số” và nhận số ngay khi có mạng; không cần làm lại.</translation>
        </message>
        <message>
            <source>Số &amp;tiếp theo:  %1</source>
            <translation>Số &amp;tiếp theo:  %1</translation>
        </message>
        <message>
            <source>Sổ không có số trống.</source>
            <translation>Sổ không có số trống.</translation>
        </message>
        <message>
            <source>Số còn trống trong sổ</source>
            <translation>Số còn trống trong sổ</translation>
        </message>
        <message>
            <source>Sổ có %1 số trống.</source>
            <translation>Sổ có %1 số trống.</translation>
        </message>
        <message>
            <source>&amp;Ngày văn bản</source>
            <translation>&amp;Ngày văn bản</translation>
        </message>
        <message>
            <source>Số được giữ cho văn bản này và in sẵn trên trang trước khi lãnh đạo ký.</source>
            <translation>Số được giữ cho văn bản này và in sẵn trên trang trước khi lãnh đạo ký.</translation>
        </message>
        <message>
            <source>Ngày văn bản sau ngày hôm nay (%1).</source>
            <translation>Ngày văn bản sau ngày hôm nay (%1).</translation>
        </message>
        <message>
            <source>Ngày văn bản trước ngày của số liền trước (%1).</source>
            <translation>Ngày văn bản trước ngày của số liền trước (%1).</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>Nghị quyết</source>
            <translation>Nghị quyết</translation>
        </message>
        <message>
            <source>Quyết định</source>
            <translation>Quyết định</translation>
        </message>
        <message>
            <source>Chỉ thị</source>
            <translation>Chỉ thị</translation>
        </message>
        <message>
            <source>Quy chế</source>
            <translation>Quy chế</translation>
        </message>
        <message>
            <source>Quy định</source>
            <translation>Quy định</translation>
        </message>
        <message>
            <source>Kết luận</source>
            <translation>Kết luận</translation>
        </message>
        <message>
            <source>Thông cáo</source>
            <translation>Thông cáo</translation>
        </message>
        <message>
            <source>Thông báo</source>
            <translation>Thông báo</translation>
        </message>
        <message>
            <source>Hướng dẫn</source>
            <translation>Hướng dẫn</translation>
        </message>
        <message>
            <source>Chương trình</source>
            <translation>Chương trình</translation>
        </message>
        <message>
            <source>Kế hoạch</source>
            <translation>Kế hoạch</translation>
        </message>
        <message>
            <source>Phương án</source>
            <translation>Phương án</translation>
        </message>
        <message>
            <source>Đề án</source>
            <translation>Đề án</translation>
        </message>
        <message>
            <source>Dự án</source>
            <translation>Dự án</translation>
        </message>
        <message>
            <source>Báo cáo</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>Biên bản</source>
            <translation>Biên bản</translation>
        </message>
        <message>
            <source>Tờ trình</source>
            <translation>Tờ trình</translation>
        </message>
        <message>
            <source>Hợp đồng</source>
            <translation>Hợp đồng</translation>
        </message>
        <message>
            <source>Công điện</source>
            <translation>Công điện</translation>
        </message>
        <message>
            <source>Giấy ủy quyền</source>
            <translation>Giấy ủy quyền</translation>
        </message>
        <message>
            <source>Giấy mời</source>
            <translation>Giấy mời</translation>
        </message>
        <message>
            <source>Giấy giới thiệu</source>
            <translation>Giấy giới thiệu</translation>
        </message>
        <message>
            <source>Công văn</source>
            <translation>Công văn</translation>
        </message>
        <message>
            <source>Sao y</source>
            <translation>Sao y</translation>
        </message>
        <message>
            <source>Sao lục</source>
            <translation>Sao lục</translation>
        </message>
        <message>
            <source>Trích sao</source>
            <translation>Trích sao</translation>
        </message>
        <message>
            <source>Thường</source>
            <translation>Thường</translation>
        </message>
        <message>
            <source>Khẩn</source>
            <translation>Khẩn</translation>
        </message>
        <message>
            <source>Thượng khẩn</source>
            <translation>Thượng khẩn</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Hỏa tốc</translation>
        </message>
        <message>
            <source>Đã gửi</source>
            <translation>Đã gửi</translation>
        </message>
        <message>
            <source>Đã đến</source>
            <translation>Đã đến</translation>
        </message>
        <message>
            <source>Từ chối tiếp nhận</source>
            <translation>Từ chối tiếp nhận</translation>
        </message>
        <message>
            <source>Đã tiếp nhận</source>
            <translation>Đã tiếp nhận</translation>
        </message>
        <message>
            <source>Phân công</source>
            <translation>Phân công</translation>
        </message>
        <message>
            <source>Đang xử lý</source>
            <translation>Đang xử lý</translation>
        </message>
        <message>
            <source>Hoàn thành</source>
            <translation>Hoàn thành</translation>
        </message>
        <message>
            <source>Yêu cầu lấy lại</source>
            <translation>Yêu cầu lấy lại</translation>
        </message>
        <message>
            <source>Đồng ý cho lấy lại</source>
            <translation>Đồng ý cho lấy lại</translation>
        </message>
        <message>
            <source>Từ chối cho lấy lại</source>
            <translation>Từ chối cho lấy lại</translation>
        </message>
    </context>
    <context>
        <name>Older</name>
        <message>
            <source>Nhiệm vụ xong trước {day} không lưu trên máy này</source>
            <translation>Nhiệm vụ xong trước {day} không lưu trên máy này</translation>
        </message>
        <message>
            <source>Văn bản xong trước {day} không lưu trên máy này</source>
            <translation>Văn bản xong trước {day} không lưu trên máy này</translation>
        </message>
        <message>
            <source>Đang tải…</source>
            <translation>Đang tải…</translation>
        </message>
        <message>
            <source>Tải thêm</source>
            <translation>Tải thêm</translation>
        </message>
        <message numerus="yes">
            <source>Đã tải thêm %n việc cũ.</source>
            <translation>
                <numerusform>Đã tải thêm %n việc cũ.</numerusform>
            </translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không còn việc nào cũ hơn.</source>
            <translation>Hệ thống trung tâm không còn việc nào cũ hơn.</translation>
        </message>
        <message>
            <source>Mất kết nối: việc cũ không lưu trên máy này, có mạng lại thì bấm Tải thêm.</source>
            <translation>Mất kết nối: việc cũ không lưu trên máy này, có mạng lại thì bấm Tải thêm.</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Chờ gửi</source>
            <translation>Chờ gửi</translation>
        </message>
        <message>
            <source>Đang gửi</source>
            <translation>Đang gửi</translation>
        </message>
        <message>
            <source>Gửi chưa được</source>
            <translation>Gửi chưa được</translation>
        </message>
        <message>
            <source>Bị từ chối</source>
            <translation>Bị từ chối</translation>
        </message>
        <message>
            <source>Đã rút lại</source>
            <translation>Đã rút lại</translation>
        </message>
        <message>
            <source>Chưa gửi và sẽ không tự gửi. Bấm Xem và sửa để làm lại, Rút lại để bỏ hẳn.</source>
            <translation>Chưa gửi và sẽ không tự gửi. Bấm Xem và sửa để làm lại, Rút lại để bỏ hẳn.</translation>
        </message>
        <message>
            <source>Việc này thuộc một văn bản mật nên được niêm phong trên máy, không hiện và không gửi. Làm việc này trên máy chuyên dùng, rồi bấm Rút lại.</source>
            <translation>Việc này thuộc một văn bản mật nên được niêm phong trên máy, không hiện và không gửi. Làm việc này trên máy chuyên dùng, rồi bấm Rút lại.</translation>
        </message>
        <message>
            <source>Bấm Gửi lại để thử lần nữa.</source>
            <translation>Bấm Gửi lại để thử lần nữa.</translation>
        </message>
        <message>
            <source>Tệp đã ký không gửi lại: bấm Xem và sửa để ký lại văn bản, hoặc Rút lại.</source>
            <translation>Tệp đã ký không gửi lại: bấm Xem và sửa để ký lại văn bản, hoặc Rút lại.</translation>
        </message>
        <message>
            <source>Nội dung đã nhập còn nguyên: bấm Xem và sửa, hoặc Rút lại.</source>
            <translation>Nội dung đã nhập còn nguyên: bấm Xem và sửa, hoặc Rút lại.</translation>
        </message>
        <message>
            <source>Đã rút lại {n} việc: việc được chọn và các việc dựa vào nó.</source>
            <translation>Đã rút lại {n} việc: việc được chọn và các việc dựa vào nó.</translation>
        </message>
        <message>
            <source>Đã rút lại.</source>
            <translation>Đã rút lại.</translation>
        </message>
        <message>
            <source>Việc này đã bắt đầu gửi, có thể đã tới hệ thống trung tâm nên không rút lại được. Chờ có kết quả; nếu bị từ chối, việc trở lại đây kèm lý do.</source>
            <translation>Việc này đã bắt đầu gửi, có thể đã tới hệ thống trung tâm nên không rút lại được. Chờ có kết quả; nếu bị từ chối, việc trở lại đây kèm lý do.</translation>
        </message>
        <message>
            <source>Một việc dựa vào việc này đang được gửi nên chưa rút lại được. Chờ việc đó có kết quả.</source>
            <translation>Một việc dựa vào việc này đang được gửi nên chưa rút lại được. Chờ việc đó có kết quả.</translation>
        </message>
    </context>
    <context>
        <name>OutboxFiles</name>
        <message numerus="yes">
            <source>%n tệp đang truyền</source>
            <translation>
                <numerusform>%n tệp đang truyền</numerusform>
            </translation>
        </message>
        <message>
            <source>Lưu bản sao ra ngoài chương trình</source>
            <translation>Lưu bản sao ra ngoài chương trình</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</translation>
        </message>
        <message>
            <source>Đã lưu bản sao vào {path}.</source>
            <translation>Đã lưu bản sao vào {path}.</translation>
        </message>
        <message>
            <source>Đã bỏ tệp đã ký.</source>
            <translation>Đã bỏ tệp đã ký.</translation>
        </message>
        <message>
            <source>{what}: bị trả lại. {reason}</source>
            <translation>{what}: bị trả lại. {reason}</translation>
        </message>
        <message>
            <source>{what}: đã rút lại trước khi gửi.</source>
            <translation>{what}: đã rút lại trước khi gửi.</translation>
        </message>
        <message>
            <source>{size}/giây</source>
            <translation>{size}/giây</translation>
        </message>
        <message>
            <source>Đang tạm dừng mọi tệp. Việc không kèm tệp vẫn được gửi.</source>
            <translation>Đang tạm dừng mọi tệp. Việc không kèm tệp vẫn được gửi.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần, có chỗ thì tự tải tiếp.</source>
            <translation>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần, có chỗ thì tự tải tiếp.</translation>
        </message>
        <message>
            <source>Đường truyền đang chậm: tệp nhường đường cho việc, và không tải trước.</source>
            <translation>Đường truyền đang chậm: tệp nhường đường cho việc, và không tải trước.</translation>
        </message>
        <message>
            <source>Tệp kèm theo</source>
            <translation>Tệp kèm theo</translation>
        </message>
        <message>
            <source>Gửi</source>
            <translation>Gửi</translation>
        </message>
        <message>
            <source>Tải về</source>
            <translation>Tải về</translation>
        </message>
        <message>
            <source>Chưa được</source>
            <translation>Chưa được</translation>
        </message>
        <message>
            <source>Đã tạm dừng</source>
            <translation>Đã tạm dừng</translation>
        </message>
        <message>
            <source>Đang gửi</source>
            <translation>Đang gửi</translation>
        </message>
        <message>
            <source>Đang tải</source>
            <translation>Đang tải</translation>
        </message>
        <message>
            <source>Chờ ổ đĩa có chỗ</source>
            <translation>Chờ ổ đĩa có chỗ</translation>
        </message>
        <message>
            <source>Tải trước khi rảnh</source>
            <translation>Tải trước khi rảnh</translation>
        </message>
        <message>
            <source>Chờ đến lượt</source>
            <translation>Chờ đến lượt</translation>
        </message>
        <message>
            <source>Việc kèm tệp này sẽ tự gửi lại.</source>
            <translation>Việc kèm tệp này sẽ tự gửi lại.</translation>
        </message>
        <message>
            <source>Bấm Tiếp tục để thử lại.</source>
            <translation>Bấm Tiếp tục để thử lại.</translation>
        </message>
        <message>
            <source>Việc kèm tệp này được gửi khi tệp đã tới nơi. Muốn bỏ thì rút lại việc ở thẻ Việc chưa gửi.</source>
            <translation>Việc kèm tệp này được gửi khi tệp đã tới nơi. Muốn bỏ thì rút lại việc ở thẻ Việc chưa gửi.</translation>
        </message>
    </context>
    <context>
        <name>OutboxWindow</name>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Việc chưa gửi</translation>
        </message>
        <message>
            <source>Tệp đang truyền</source>
            <translation>Tệp đang truyền</translation>
        </message>
        <message>
            <source>Tệp đã ký để riêng</source>
            <translation>Tệp đã ký để riêng</translation>
        </message>
        <message>
            <source>Sao ché&amp;p chi tiết</source>
            <translation>Sao ché&amp;p chi tiết</translation>
        </message>
        <message>
            <source>Chỉ chép mã và tình trạng, không chép nội dung. Gửi cho người hỗ trợ khi cần.</source>
            <translation>Chỉ chép mã và tình trạng, không chép nội dung. Gửi cho người hỗ trợ khi cần.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Đã chép. Dán vào thư gửi người hỗ trợ.</source>
            <translation>Đã chép. Dán vào thư gửi người hỗ trợ.</translation>
        </message>
    </context>
    <context>
        <name>Outgoing</name>
        <message>
            <source>Dự thảo</source>
            <translation>Dự thảo</translation>
        </message>
        <message>
            <source>Bị trả lại</source>
            <translation>Bị trả lại</translation>
        </message>
        <message>
            <source>Trình ký</source>
            <translation>Trình ký</translation>
        </message>
        <message>
            <source>Chờ cấp số</source>
            <translation>Chờ cấp số</translation>
        </message>
        <message>
            <source>Chờ ký số</source>
            <translation>Chờ ký số</translation>
        </message>
        <message>
            <source>Chờ phát hành</source>
            <translation>Chờ phát hành</translation>
        </message>
        <message>
            <source>Đã phát hành</source>
            <translation>Đã phát hành</translation>
        </message>
        <message>
            <source>Văn bản đi</source>
            <translation>Văn bản đi</translation>
        </message>
        <message>
            <source>(chưa có trích yếu)</source>
            <translation>(chưa có trích yếu)</translation>
        </message>
        <message>
            <source>Đã sao chép số, ký hiệu và trích yếu.</source>
            <translation>Đã sao chép số, ký hiệu và trích yếu.</translation>
        </message>
        <message>
            <source>Không có dự thảo nào</source>
            <translation>Không có dự thảo nào</translation>
        </message>
        <message>
            <source>Soạn văn bản mới, hoặc trả lời từ văn bản đến.</source>
            <translation>Soạn văn bản mới, hoặc trả lời từ văn bản đến.</translation>
        </message>
        <message>
            <source>Soạn văn bản</source>
            <translation>Soạn văn bản</translation>
        </message>
        <message>
            <source>Không có văn bản bị trả lại</source>
            <translation>Không có văn bản bị trả lại</translation>
        </message>
        <message>
            <source>Không có văn bản đang trình ký</source>
            <translation>Không có văn bản đang trình ký</translation>
        </message>
        <message>
            <source>Không có văn bản chờ cấp số</source>
            <translation>Không có văn bản chờ cấp số</translation>
        </message>
        <message>
            <source>Văn bản lãnh đạo đã ký duyệt sẽ hiện ở đây.</source>
            <translation>Văn bản lãnh đạo đã ký duyệt sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký số cơ quan</source>
            <translation>Không có văn bản chờ ký số cơ quan</translation>
        </message>
        <message>
            <source>Văn bản đã có số sẽ hiện ở đây.</source>
            <translation>Văn bản đã có số sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ phát hành</source>
            <translation>Không có văn bản chờ phát hành</translation>
        </message>
        <message>
            <source>Chưa phát hành văn bản nào</source>
            <translation>Chưa phát hành văn bản nào</translation>
        </message>
        <message>
            <source>Không có văn bản nào trong hộp này</source>
            <translation>Không có văn bản nào trong hộp này</translation>
        </message>
        <message>
            <source>Đã cấp số {notation}.</source>
            <translation>Đã cấp số {notation}.</translation>
        </message>
        <message>
            <source>Văn bản chờ cấp số; số được cấp ngay khi có mạng.</source>
            <translation>Văn bản chờ cấp số; số được cấp ngay khi có mạng.</translation>
        </message>
        <message>
            <source>mọi loại</source>
            <translation>mọi loại</translation>
        </message>
        <message>
            <source>nhiệm kỳ {years}</source>
            <translation>nhiệm kỳ {years}</translation>
        </message>
        <message>
            <source>năm {year}</source>
            <translation>năm {year}</translation>
        </message>
        <message>
            <source>Sổ văn bản đi</source>
            <translation>Sổ văn bản đi</translation>
        </message>
        <message>
            <source>{signer} ký duyệt · {organ} ký số cơ quan</source>
            <translation>{signer} ký duyệt · {organ} ký số cơ quan</translation>
        </message>
        <message>
            <source>{organ} ký sao</source>
            <translation>{organ} ký sao</translation>
        </message>
        <message>
            <source>Chưa xác minh được chứng thư</source>
            <translation>Chưa xác minh được chứng thư</translation>
        </message>
        <message>
            <source>Chưa rõ chứng thư của người ký còn hiệu lực hay đã bị thu hồi.</source>
            <translation>Chưa rõ chứng thư của người ký còn hiệu lực hay đã bị thu hồi.</translation>
        </message>
        <message>
            <source>Nơi nhận có thể thấy chữ ký “chưa xác minh được”. Vẫn phát hành văn bản này?</source>
            <translation>Nơi nhận có thể thấy chữ ký “chưa xác minh được”. Vẫn phát hành văn bản này?</translation>
        </message>
        <message>
            <source>&amp;Vẫn phát hành</source>
            <translation>&amp;Vẫn phát hành</translation>
        </message>
        <message>
            <source>Để &amp;sau</source>
            <translation>Để &amp;sau</translation>
        </message>
        <message numerus="yes">
            <source>Đã phát hành tới %n nơi nhận.</source>
            <translation>
                <numerusform>Đã phát hành tới %n nơi nhận.</numerusform>
            </translation>
        </message>
        <message>
            <source>Văn bản sẽ được phát hành ngay khi có mạng.</source>
            <translation>Văn bản sẽ được phát hành ngay khi có mạng.</translation>
        </message>
        <message>
            <source>Đã trình {name} ký.</source>
            <translation>Đã trình {name} ký.</translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>Đã trả lại văn bản cho người soạn.</translation>
        </message>
        <message>
            <source>Bỏ dự thảo</source>
            <translation>Bỏ dự thảo</translation>
        </message>
        <message>
            <source>Bỏ dự thảo “{subject}”?</source>
            <translation>Bỏ dự thảo “{subject}”?</translation>
        </message>
        <message>
            <source>Dự thảo rời khỏi danh sách; quá trình xử lý vẫn được lưu.</source>
            <translation>Dự thảo rời khỏi danh sách; quá trình xử lý vẫn được lưu.</translation>
        </message>
        <message>
            <source>&amp;Bỏ dự thảo</source>
            <translation>&amp;Bỏ dự thảo</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Giữ lại</translation>
        </message>
        <message>
            <source>Đã bỏ dự thảo.</source>
            <translation>Đã bỏ dự thảo.</translation>
        </message>
        <message>
            <source>Chứng thư của người ký đã bị thu hồi, không phát hành được. Trả lại văn bản để ký lại.</source>
            <translation>Chứng thư của người ký đã bị thu hồi, không phát hành được. Trả lại văn bản để ký lại.</translation>
        </message>
        <message>
            <source>Vẫn chưa hỏi được tình trạng chứng thư của người ký. Nên chờ đến khi hỏi được rồi phát hành.</source>
            <translation>Vẫn chưa hỏi được tình trạng chứng thư của người ký. Nên chờ đến khi hỏi được rồi phát hành.</translation>
        </message>
        <message>
            <source>Chữ ký số trên tệp không hợp lệ, không phát hành được.</source>
            <translation>Chữ ký số trên tệp không hợp lệ, không phát hành được.</translation>
        </message>
        <message>
            <source>Cần lưu ý trước khi phát hành: {text}.</source>
            <translation>Cần lưu ý trước khi phát hành: {text}.</translation>
        </message>
        <message>
            <source>Sao văn bản của {issuer}</source>
            <translation>Sao văn bản của {issuer}</translation>
        </message>
        <message>
            <source>Sao từ {notation} của {issuer}</source>
            <translation>Sao từ {notation} của {issuer}</translation>
        </message>
        <message>
            <source>Bị trả lại: {reason}</source>
            <translation>Bị trả lại: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>%n góp ý chưa xử lý</source>
            <translation>
                <numerusform>%n góp ý chưa xử lý</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n trang</source>
            <translation>
                <numerusform>%n trang</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tệp kèm</source>
            <translation>
                <numerusform>%n tệp kèm</numerusform>
            </translation>
        </message>
        <message>
            <source>chờ cấp số</source>
            <translation>chờ cấp số</translation>
        </message>
        <message>
            <source>đã giữ số</source>
            <translation>đã giữ số</translation>
        </message>
        <message numerus="yes">
            <source>%n nơi trả lại</source>
            <translation>
                <numerusform>%n nơi trả lại</numerusform>
            </translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>chờ dấu thời gian</source>
            <translation>chờ dấu thời gian</translation>
        </message>
        <message>
            <source>Chữ ký số chưa có dấu thời gian vì dịch vụ chưa trả lời; chương trình tự bổ sung sau.</source>
            <translation>Chữ ký số chưa có dấu thời gian vì dịch vụ chưa trả lời; chương trình tự bổ sung sau.</translation>
        </message>
        <message>
            <source>chưa rõ chứng thư</source>
            <translation>chưa rõ chứng thư</translation>
        </message>
        <message>
            <source>Khi ký chưa hỏi được tình trạng chứng thư; chương trình hỏi lại trước khi phát hành.</source>
            <translation>Khi ký chưa hỏi được tình trạng chứng thư; chương trình hỏi lại trước khi phát hành.</translation>
        </message>
        <message>
            <source>chờ dữ liệu kiểm tra</source>
            <translation>chờ dữ liệu kiểm tra</translation>
        </message>
        <message>
            <source>Chưa lưu đủ dữ liệu kiểm tra chữ ký số vào tệp; chương trình tự bổ sung sau.</source>
            <translation>Chưa lưu đủ dữ liệu kiểm tra chữ ký số vào tệp; chương trình tự bổ sung sau.</translation>
        </message>
        <message>
            <source>Đã gửi {there}/{all} nơi nhận</source>
            <translation>Đã gửi {there}/{all} nơi nhận</translation>
        </message>
        <message>
            <source>tiếp nhận {count}</source>
            <translation>tiếp nhận {count}</translation>
        </message>
        <message>
            <source>trả lại {count}</source>
            <translation>trả lại {count}</translation>
        </message>
        <message>
            <source>chưa nhận được {count}</source>
            <translation>chưa nhận được {count}</translation>
        </message>
        <message>
            <source>Chưa nhận được</source>
            <translation>Chưa nhận được</translation>
        </message>
        <message>
            <source>Số {notation}</source>
            <translation>Số {notation}</translation>
        </message>
        <message>
            <source>trang {pages}</source>
            <translation>trang {pages}</translation>
        </message>
        <message>
            <source>Người ký: {name}</source>
            <translation>Người ký: {name}</translation>
        </message>
        <message>
            <source>Soạn: {name}</source>
            <translation>Soạn: {name}</translation>
        </message>
        <message>
            <source>phát hành {time}</source>
            <translation>phát hành {time}</translation>
        </message>
        <message>
            <source>&amp;Trình ký</source>
            <translation>&amp;Trình ký</translation>
        </message>
        <message>
            <source>&amp;Ký duyệt</source>
            <translation>&amp;Ký duyệt</translation>
        </message>
        <message>
            <source>&amp;Giữ số trước khi ký</source>
            <translation>&amp;Giữ số trước khi ký</translation>
        </message>
        <message>
            <source>&amp;Cấp số</source>
            <translation>&amp;Cấp số</translation>
        </message>
        <message>
            <source>&amp;Ký sao</source>
            <translation>&amp;Ký sao</translation>
        </message>
        <message>
            <source>&amp;Ký số cơ quan</source>
            <translation>&amp;Ký số cơ quan</translation>
        </message>
        <message>
            <source>&amp;Ký phụ lục</source>
            <translation>&amp;Ký phụ lục</translation>
        </message>
        <message>
            <source>&amp;Phát hành</source>
            <translation>&amp;Phát hành</translation>
        </message>
        <message>
            <source>&amp;Sửa dự thảo</source>
            <translation>&amp;Sửa dự thảo</translation>
        </message>
        <message>
            <source>T&amp;rả lại</source>
            <translation>T&amp;rả lại</translation>
        </message>
        <message>
            <source>Sao chép số, ký hiệu và trích yếu</source>
            <translation>Sao chép số, ký hiệu và trích yếu</translation>
        </message>
        <message>
            <source>Lưu tệp…</source>
            <translation>Lưu tệp…</translation>
        </message>
        <message>
            <source>Sao văn bản…</source>
            <translation>Sao văn bản…</translation>
        </message>
        <message>
            <source>Xem phiếu trình</source>
            <translation>Xem phiếu trình</translation>
        </message>
        <message>
            <source>Trả lại văn bản trình ký</source>
            <translation>Trả lại văn bản trình ký</translation>
        </message>
        <message>
            <source>&amp;Lý do trả lại</source>
            <translation>&amp;Lý do trả lại</translation>
        </message>
        <message>
            <source>&amp;Trả lại</source>
            <translation>&amp;Trả lại</translation>
        </message>
    </context>
    <context>
        <name>OutgoingDesk</name>
        <message>
            <source>&amp;Soạn văn bản</source>
            <translation>&amp;Soạn văn bản</translation>
        </message>
        <message>
            <source>Soạn văn bản đi mới (Ctrl+N)</source>
            <translation>Soạn văn bản đi mới (Ctrl+N)</translation>
        </message>
        <message>
            <source>Soạn dở (%1)</source>
            <translation>Soạn dở (%1)</translation>
        </message>
        <message>
            <source>Bản đang soạn, chưa lưu thành dự thảo; chương trình vẫn giữ</source>
            <translation>Bản đang soạn, chưa lưu thành dự thảo; chương trình vẫn giữ</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>Trang trước (←)</source>
            <translation>Trang trước (←)</translation>
        </message>
        <message>
            <source>Trang sau (→)</source>
            <translation>Trang sau (→)</translation>
        </message>
        <message>
            <source>Thu nhỏ (Ctrl+−)</source>
            <translation>Thu nhỏ (Ctrl+−)</translation>
        </message>
        <message>
            <source>Phóng to (Ctrl++)</source>
            <translation>Phóng to (Ctrl++)</translation>
        </message>
        <message>
            <source>Vừa chiều ngang (Ctrl+9)</source>
            <translation>Vừa chiều ngang (Ctrl+9)</translation>
        </message>
        <message>
            <source>Hủy</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Trang văn bản</source>
            <translation>Trang văn bản</translation>
        </message>
        <message>
            <source>Trang {page}/{count}</source>
            <translation>Trang {page}/{count}</translation>
        </message>
    </context>
    <context>
        <name>PaperView</name>
        <message>
            <source>Ảnh trên giấy</source>
            <translation>Ảnh trên giấy</translation>
        </message>
        <message>
            <source>Rộng {width} mm, cao {height} mm trên giấy</source>
            <translation>Rộng {width} mm, cao {height} mm trên giấy</translation>
        </message>
    </context>
    <context>
        <name>PaperWindow</name>
        <message>
            <source>Trang in</source>
            <translation>Trang in</translation>
        </message>
        <message>
            <source>Đang in trang %1/%2…</source>
            <translation>Đang in trang %1/%2…</translation>
        </message>
        <message>
            <source>Lưu PDF</source>
            <translation>Lưu PDF</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Mật khẩu hồ sơ</source>
            <translation>Mật khẩu hồ sơ</translation>
        </message>
        <message>
            <source>Hồ sơ của %1</source>
            <translation>Hồ sơ của %1</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu mới</source>
            <translation>&amp;Mật khẩu mới</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu</source>
            <translation>&amp;Mật khẩu</translation>
        </message>
        <message>
            <source>Mật khẩu đan&amp;g dùng</source>
            <translation>Mật khẩu đan&amp;g dùng</translation>
        </message>
        <message>
            <source>&amp;Nhập lại mật khẩu</source>
            <translation>&amp;Nhập lại mật khẩu</translation>
        </message>
        <message>
            <source>Đặt mật &amp;khẩu</source>
            <translation>Đặt mật &amp;khẩu</translation>
        </message>
        <message>
            <source>&amp;Mở hồ sơ</source>
            <translation>&amp;Mở hồ sơ</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>Mật khẩu này mở khóa Tác nghiệp trên máy này, và mở được hồ sơ khi kho khóa của máy bị mất. Không phải mật khẩu đăng nhập hệ thống.</source>
            <translation>Mật khẩu này mở khóa Tác nghiệp trên máy này, và mở được hồ sơ khi kho khóa của máy bị mất. Không phải mật khẩu đăng nhập hệ thống.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn: nhập mật khẩu đã đặt cho hồ sơ.</source>
            <translation>Máy này không có kho khóa an toàn: nhập mật khẩu đã đặt cho hồ sơ.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Hãy đặt mật khẩu để mã hóa hồ sơ; quên mật khẩu thì không mở lại được.</source>
            <translation>Máy này không có kho khóa an toàn. Hãy đặt mật khẩu để mã hóa hồ sơ; quên mật khẩu thì không mở lại được.</translation>
        </message>
        <message>
            <source>Mật khẩu cần ít nhất %1 ký tự.</source>
            <translation>Mật khẩu cần ít nhất %1 ký tự.</translation>
        </message>
        <message>
            <source>Hai lần nhập chưa giống nhau.</source>
            <translation>Hai lần nhập chưa giống nhau.</translation>
        </message>
        <message>
            <source>Nên dùng bốn, năm từ rời nhau mà chỉ bạn nhớ.</source>
            <translation>Nên dùng bốn, năm từ rời nhau mà chỉ bạn nhớ.</translation>
        </message>
        <message>
            <source>Độ mạnh: yếu, dễ đoán. Thêm vài từ rời nhau.</source>
            <translation>Độ mạnh: yếu, dễ đoán. Thêm vài từ rời nhau.</translation>
        </message>
        <message>
            <source>Độ mạnh: vừa.</source>
            <translation>Độ mạnh: vừa.</translation>
        </message>
        <message>
            <source>Độ mạnh: tốt.</source>
            <translation>Độ mạnh: tốt.</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Trang văn bản</source>
            <translation>Trang văn bản</translation>
        </message>
        <message>
            <source>Trang {page} trên {count}</source>
            <translation>Trang {page} trên {count}</translation>
        </message>
    </context>
    <context>
        <name>PictureDialog</name>
        <message>
            <source>Thêm ảnh chữ ký</source>
            <translation>Thêm ảnh chữ ký</translation>
        </message>
        <message>
            <source>Sửa ảnh chữ ký</source>
            <translation>Sửa ảnh chữ ký</translation>
        </message>
        <message>
            <source>&amp;Lưu</source>
            <translation>&amp;Lưu</translation>
        </message>
        <message>
            <source>Từ n&amp;gày</source>
            <translation>Từ n&amp;gày</translation>
        </message>
        <message>
            <source>Đến &amp;hết ngày</source>
            <translation>Đến &amp;hết ngày</translation>
        </message>
        <message>
            <source>Dùng &amp;mặc định khi ký</source>
            <translation>Dùng &amp;mặc định khi ký</translation>
        </message>
        <message>
            <source>Trên giấy</source>
            <translation>Trên giấy</translation>
        </message>
        <message>
            <source>Ảnh gốc: kéo chuột để cắt</source>
            <translation>Ảnh gốc: kéo chuột để cắt</translation>
        </message>
        <message>
            <source>&amp;Tên</source>
            <translation>&amp;Tên</translation>
        </message>
        <message>
            <source>L&amp;oại</source>
            <translation>L&amp;oại</translation>
        </message>
        <message>
            <source>&amp;Bề rộng trên giấy</source>
            <translation>&amp;Bề rộng trên giấy</translation>
        </message>
        <message>
            <source>Mức &amp;xóa nền giấy</source>
            <translation>Mức &amp;xóa nền giấy</translation>
        </message>
        <message>
            <source>Cắt mép</source>
            <translation>Cắt mép</translation>
        </message>
        <message>
            <source>Hiệu lực</source>
            <translation>Hiệu lực</translation>
        </message>
        <message>
            <source>Hiệu lực từ ngày</source>
            <translation>Hiệu lực từ ngày</translation>
        </message>
        <message>
            <source>Hiệu lực đến hết ngày</source>
            <translation>Hiệu lực đến hết ngày</translation>
        </message>
        <message>
            <source>trái</source>
            <translation>trái</translation>
        </message>
        <message>
            <source>trên</source>
            <translation>trên</translation>
        </message>
        <message>
            <source>phải</source>
            <translation>phải</translation>
        </message>
        <message>
            <source>dưới</source>
            <translation>dưới</translation>
        </message>
        <message>
            <source>Cắt mép {side}</source>
            <translation>Cắt mép {side}</translation>
        </message>
        <message>
            <source>Chưa có nét nào để giữ lại.</source>
            <translation>Chưa có nét nào để giữ lại.</translation>
        </message>
        <message>
            <source>Chưa đặt tên ảnh.</source>
            <translation>Chưa đặt tên ảnh.</translation>
        </message>
        <message>
            <source>Ngày hết hiệu lực trước ngày bắt đầu.</source>
            <translation>Ngày hết hiệu lực trước ngày bắt đầu.</translation>
        </message>
        <message>
            <source>Đổi mực sang đỏ</source>
            <translation>Đổi mực sang đỏ</translation>
        </message>
        <message>
            <source>Đổi mực sang xanh</source>
            <translation>Đổi mực sang xanh</translation>
        </message>
    </context>
    <context>
        <name>PictureManager</name>
        <message>
            <source>Dùng được</source>
            <translation>Dùng được</translation>
        </message>
        <message>
            <source>Chưa đến ngày</source>
            <translation>Chưa đến ngày</translation>
        </message>
        <message>
            <source>Hết hiệu lực</source>
            <translation>Hết hiệu lực</translation>
        </message>
        <message>
            <source>Đã ngừng dùng</source>
            <translation>Đã ngừng dùng</translation>
        </message>
        <message>
            <source>Mặc định</source>
            <translation>Mặc định</translation>
        </message>
        <message>
            <source>Chọn ảnh chữ ký hoặc con dấu</source>
            <translation>Chọn ảnh chữ ký hoặc con dấu</translation>
        </message>
        <message>
            <source>Ảnh</source>
            <translation>Ảnh</translation>
        </message>
        <message>
            <source>Chữ ký đầy đủ</source>
            <translation>Chữ ký đầy đủ</translation>
        </message>
        <message>
            <source>Từ %1</source>
            <translation>Từ %1</translation>
        </message>
        <message>
            <source>Đến %1</source>
            <translation>Đến %1</translation>
        </message>
        <message>
            <source>Không thời hạn</source>
            <translation>Không thời hạn</translation>
        </message>
        <message>
            <source>Ký nháy</source>
            <translation>Ký nháy</translation>
        </message>
        <message>
            <source>Con dấu</source>
            <translation>Con dấu</translation>
        </message>
        <message>
            <source>Không đọc được ảnh: tệp hỏng hoặc không phải ảnh. Chọn ảnh PNG, JPEG, BMP hoặc TIFF.</source>
            <translation>Không đọc được ảnh: tệp hỏng hoặc không phải ảnh. Chọn ảnh PNG, JPEG, BMP hoặc TIFF.</translation>
        </message>
        <message>
            <source>Ảnh quá lớn (trên 20 MB hoặc 60 triệu điểm ảnh). Quét lại ở 300 dpi, chỉ lấy phần chữ ký.</source>
            <translation>Ảnh quá lớn (trên 20 MB hoặc 60 triệu điểm ảnh). Quét lại ở 300 dpi, chỉ lấy phần chữ ký.</translation>
        </message>
        <message>
            <source>Tệp có nhiều ảnh (ảnh động hoặc nhiều trang). Chọn tệp chỉ có một ảnh chữ ký.</source>
            <translation>Tệp có nhiều ảnh (ảnh động hoặc nhiều trang). Chọn tệp chỉ có một ảnh chữ ký.</translation>
        </message>
        <message>
            <source>Không còn nét nào trong phần được giữ. Giảm mức xóa nền giấy, hoặc chọn lại phần cắt.</source>
            <translation>Không còn nét nào trong phần được giữ. Giảm mức xóa nền giấy, hoặc chọn lại phần cắt.</translation>
        </message>
        <message>
            <source>Ảnh không có nền trong suốt: nền giấy được xóa tự động, xem ở bên phải.</source>
            <translation>Ảnh không có nền trong suốt: nền giấy được xóa tự động, xem ở bên phải.</translation>
        </message>
        <message>
            <source>Ảnh dùng hệ màu in (CMYK) nên đã đổi sang hệ màu màn hình.</source>
            <translation>Ảnh dùng hệ màu in (CMYK) nên đã đổi sang hệ màu màn hình.</translation>
        </message>
        <message>
            <source>Ảnh chỉ có hai mức đen trắng nên nét có thể gai. Nếu được, quét lại ở chế độ màu.</source>
            <translation>Ảnh chỉ có hai mức đen trắng nên nét có thể gai. Nếu được, quét lại ở chế độ màu.</translation>
        </message>
    </context>
    <context>
        <name>PictureWindow</name>
        <message>
            <source>Ảnh chữ ký và con dấu</source>
            <translation>Ảnh chữ ký và con dấu</translation>
        </message>
        <message>
            <source>Ảnh được mã hóa và chỉ giữ trên máy này. Ảnh hết hiệu lực không dùng để ký.</source>
            <translation>Ảnh được mã hóa và chỉ giữ trên máy này. Ảnh hết hiệu lực không dùng để ký.</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Loại</translation>
        </message>
        <message>
            <source>Hiệu lực</source>
            <translation>Hiệu lực</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>&amp;Thêm ảnh…</source>
            <translation>&amp;Thêm ảnh…</translation>
        </message>
        <message>
            <source>&amp;Sửa…</source>
            <translation>&amp;Sửa…</translation>
        </message>
        <message>
            <source>Đặt &amp;mặc định</source>
            <translation>Đặt &amp;mặc định</translation>
        </message>
        <message>
            <source>&amp;Ngừng dùng</source>
            <translation>&amp;Ngừng dùng</translation>
        </message>
        <message>
            <source>&amp;Xóa…</source>
            <translation>&amp;Xóa…</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Đón&amp;g</translation>
        </message>
        <message>
            <source>Xóa ảnh</source>
            <translation>Xóa ảnh</translation>
        </message>
        <message>
            <source>Xóa ảnh “{name}” khỏi máy này?</source>
            <translation>Xóa ảnh “{name}” khỏi máy này?</translation>
        </message>
        <message>
            <source>Xóa rồi thì không lấy lại được. Nếu chỉ không dùng nữa, chọn Ngừng dùng.</source>
            <translation>Xóa rồi thì không lấy lại được. Nếu chỉ không dùng nữa, chọn Ngừng dùng.</translation>
        </message>
        <message>
            <source>&amp;Xóa ảnh</source>
            <translation>&amp;Xóa ảnh</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Giữ lại</translation>
        </message>
    </context>
    <context>
        <name>PinChangeDialog</name>
        <message>
            <source>Đổi mã PIN</source>
            <translation>Đổi mã PIN</translation>
        </message>
        <message>
            <source>Đổi mã PIN của thiết bị ký số</source>
            <translation>Đổi mã PIN của thiết bị ký số</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại</source>
            <translation>Mã PIN hiện tại</translation>
        </message>
        <message>
            <source>Mã PIN mới</source>
            <translation>Mã PIN mới</translation>
        </message>
        <message>
            <source>Nhập lại mã PIN mới</source>
            <translation>Nhập lại mã PIN mới</translation>
        </message>
        <message>
            <source>&amp;Hiện mã PIN</source>
            <translation>&amp;Hiện mã PIN</translation>
        </message>
        <message>
            <source>Mã PIN hiện &amp;tại</source>
            <translation>Mã PIN hiện &amp;tại</translation>
        </message>
        <message>
            <source>Mã PIN &amp;mới</source>
            <translation>Mã PIN &amp;mới</translation>
        </message>
        <message>
            <source>Nhập &amp;lại mã PIN mới</source>
            <translation>Nhập &amp;lại mã PIN mới</translation>
        </message>
        <message>
            <source>Nên chọn số không ai đoán được; không dùng ngày sinh hay dãy số liên tiếp.</source>
            <translation>Nên chọn số không ai đoán được; không dùng ngày sinh hay dãy số liên tiếp.</translation>
        </message>
        <message>
            <source>Mã PIN mới dài từ %1 đến %2 ký tự.</source>
            <translation>Mã PIN mới dài từ %1 đến %2 ký tự.</translation>
        </message>
        <message>
            <source>Mã PIN mới dài ít nhất %1 ký tự.</source>
            <translation>Mã PIN mới dài ít nhất %1 ký tự.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Tiếp tục</translation>
        </message>
        <message>
            <source>Đổi mã &amp;PIN</source>
            <translation>Đổi mã &amp;PIN</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>Hai lần nhập mã PIN mới không giống nhau.</source>
            <translation>Hai lần nhập mã PIN mới không giống nhau.</translation>
        </message>
        <message>
            <source>Đang chờ nhập mã PIN trên thiết bị…</source>
            <translation>Đang chờ nhập mã PIN trên thiết bị…</translation>
        </message>
    </context>
    <context>
        <name>PinDialog</name>
        <message>
            <source>Nhập mã PIN</source>
            <translation>Nhập mã PIN</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị ký số</source>
            <translation>Mã PIN của thiết bị ký số</translation>
        </message>
        <message>
            <source>&amp;Hiện mã PIN</source>
            <translation>&amp;Hiện mã PIN</translation>
        </message>
        <message>
            <source>Chỉ hỏi một lần cho cả lượt ký. Chương trình không lưu mã PIN và không tự thử lại.</source>
            <translation>Chỉ hỏi một lần cho cả lượt ký. Chương trình không lưu mã PIN và không tự thử lại.</translation>
        </message>
        <message>
            <source>Chương trình không lưu mã PIN và không tự thử lại.</source>
            <translation>Chương trình không lưu mã PIN và không tự thử lại.</translation>
        </message>
        <message>
            <source>&amp;Mã PIN</source>
            <translation>&amp;Mã PIN</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Tiếp tục</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>&amp;Ký</source>
            <translation>&amp;Ký</translation>
        </message>
        <message>
            <source>%1 (sắp hết hạn)</source>
            <translation>%1 (sắp hết hạn)</translation>
        </message>
        <message>
            <source>Thiết bị</source>
            <translation>Thiết bị</translation>
        </message>
        <message>
            <source>Chứng thư của</source>
            <translation>Chứng thư của</translation>
        </message>
        <message>
            <source>Nơi cấp</source>
            <translation>Nơi cấp</translation>
        </message>
        <message>
            <source>Có giá trị đến</source>
            <translation>Có giá trị đến</translation>
        </message>
        <message>
            <source>Đã có lần nhập sai mã PIN, chỉ còn ít lần thử. Hãy nhập chậm và chắc; nếu không nhớ mã PIN, bấm Hủy.</source>
            <translation>Đã có lần nhập sai mã PIN, chỉ còn ít lần thử. Hãy nhập chậm và chắc; nếu không nhớ mã PIN, bấm Hủy.</translation>
        </message>
        <message>
            <source>Đây là lần thử cuối cùng: nhập sai lần này thiết bị sẽ bị khóa. Nếu không chắc mã PIN, bấm Hủy và hỏi đơn vị cấp chứng thư.</source>
            <translation>Đây là lần thử cuối cùng: nhập sai lần này thiết bị sẽ bị khóa. Nếu không chắc mã PIN, bấm Hủy và hỏi đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa; văn bản vẫn ở trong hàng chờ ký.</source>
            <translation>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa; văn bản vẫn ở trong hàng chờ ký.</translation>
        </message>
        <message>
            <source>Mã PIN được nhập trên bàn phím của đầu đọc hoặc trong cửa sổ của nhà cung cấp. Bấm Tiếp tục, rồi nhập mã PIN ở đó.</source>
            <translation>Mã PIN được nhập trên bàn phím của đầu đọc hoặc trong cửa sổ của nhà cung cấp. Bấm Tiếp tục, rồi nhập mã PIN ở đó.</translation>
        </message>
        <message>
            <source>Mã PIN vừa gõ có chữ có dấu. Tắt bộ gõ tiếng Việt rồi gõ lại, kẻo mất một lần thử.</source>
            <translation>Mã PIN vừa gõ có chữ có dấu. Tắt bộ gõ tiếng Việt rồi gõ lại, kẻo mất một lần thử.</translation>
        </message>
    </context>
    <context>
        <name>PrintFoot</name>
        <message>
            <source>Chưa có máy in</source>
            <translation>Chưa có máy in</translation>
        </message>
        <message>
            <source>&amp;Máy in</source>
            <translation>&amp;Máy in</translation>
        </message>
        <message>
            <source>&amp;Số bản</source>
            <translation>&amp;Số bản</translation>
        </message>
        <message>
            <source>&amp;In</source>
            <translation>&amp;In</translation>
        </message>
        <message>
            <source>&amp;Lưu PDF…</source>
            <translation>&amp;Lưu PDF…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Máy in “%1” không nhận. Kiểm tra máy in đã bật và có giấy, rồi in lại.</source>
            <translation>Máy in “%1” không nhận. Kiểm tra máy in đã bật và có giấy, rồi in lại.</translation>
        </message>
    </context>
    <context>
        <name>PrintWindow</name>
        <message>
            <source>In lịch tuần</source>
            <translation>In lịch tuần</translation>
        </message>
        <message>
            <source>Trang in</source>
            <translation>Trang in</translation>
        </message>
        <message>
            <source>In cả lịch &amp;chờ duyệt (%1)</source>
            <translation>In cả lịch &amp;chờ duyệt (%1)</translation>
        </message>
        <message>
            <source>Lưu lịch tuần</source>
            <translation>Lưu lịch tuần</translation>
        </message>
        <message>
            <source>Không ghi được tệp %1. Chọn thư mục khác hoặc đóng tệp đang mở.</source>
            <translation>Không ghi được tệp %1. Chọn thư mục khác hoặc đóng tệp đang mở.</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Phiếu xử lý văn bản</source>
            <translation>Phiếu xử lý văn bản</translation>
        </message>
        <message>
            <source>Văn bản mật: không in và không lưu ra ngoài từ chương trình này.</source>
            <translation>Văn bản mật: không in và không lưu ra ngoài từ chương trình này.</translation>
        </message>
        <message>
            <source>Đã gửi đến máy in {name}.</source>
            <translation>Đã gửi đến máy in {name}.</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</translation>
        </message>
        <message>
            <source>Đã lưu {name} vào {path}.</source>
            <translation>Đã lưu {name} vào {path}.</translation>
        </message>
    </context>
    <context>
        <name>ProfileKeys</name>
        <message>
            <source>Mật khẩu không đúng. Hãy nhập lại.</source>
            <translation>Mật khẩu không đúng. Hãy nhập lại.</translation>
        </message>
    </context>
    <context>
        <name>QueueList</name>
        <message>
            <source>Văn bản chờ ký</source>
            <translation>Văn bản chờ ký</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Tài khoản, cài đặt</source>
            <translation>Tài khoản, cài đặt</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>Đang tải tệp… {done} / {size}</source>
            <translation>Đang tải tệp… {done} / {size}</translation>
        </message>
        <message>
            <source>Tải lại</source>
            <translation>Tải lại</translation>
        </message>
        <message>
            <source>Đã hủy tải tệp.</source>
            <translation>Đã hủy tải tệp.</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài chương trình</source>
            <translation>Lưu tệp ra ngoài chương trình</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</translation>
        </message>
        <message>
            <source>Đã lưu {name} vào {path}.</source>
            <translation>Đã lưu {name} vào {path}.</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Chọn một văn bản để xem</source>
            <translation>Chọn một văn bản để xem</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Văn bản</translation>
        </message>
        <message>
            <source>Quá trình xử lý, tệp</source>
            <translation>Quá trình xử lý, tệp</translation>
        </message>
        <message>
            <source>Trang hay quá trình xử lý</source>
            <translation>Trang hay quá trình xử lý</translation>
        </message>
        <message>
            <source>Về danh sách (Esc)</source>
            <translation>Về danh sách (Esc)</translation>
        </message>
        <message>
            <source>Quá trình xử lý</source>
            <translation>Quá trình xử lý</translation>
        </message>
        <message>
            <source>Tệp kèm theo</source>
            <translation>Tệp kèm theo</translation>
        </message>
        <message>
            <source>Quá trình xử lý và tệp kèm theo</source>
            <translation>Quá trình xử lý và tệp kèm theo</translation>
        </message>
        <message>
            <source>Chữ ký số</source>
            <translation>Chữ ký số</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Chưa ghi lý do.</source>
            <translation>Chưa ghi lý do.</translation>
        </message>
    </context>
    <context>
        <name>ReceiveDialog</name>
        <message>
            <source>Tiếp nhận, vào sổ</source>
            <translation>Tiếp nhận, vào sổ</translation>
        </message>
        <message>
            <source>&amp;Tiếp nhận</source>
            <translation>&amp;Tiếp nhận</translation>
        </message>
        <message>
            <source>&amp;Sổ đăng ký</source>
            <translation>&amp;Sổ đăng ký</translation>
        </message>
        <message>
            <source>số tiếp theo</source>
            <translation>số tiếp theo</translation>
        </message>
        <message>
            <source>Số đế&amp;n</source>
            <translation>Số đế&amp;n</translation>
        </message>
        <message>
            <source>Tiếp nhận xong thì &amp;chuyển xử lý ngay</source>
            <translation>Tiếp nhận xong thì &amp;chuyển xử lý ngay</translation>
        </message>
        <message>
            <source>Chưa có sổ văn bản đến. Báo quản trị lập sổ.</source>
            <translation>Chưa có sổ văn bản đến. Báo quản trị lập sổ.</translation>
        </message>
        <message>
            <source>Số {number} đã dùng. Để trống để lấy số tiếp theo.</source>
            <translation>Số {number} đã dùng. Để trống để lấy số tiếp theo.</translation>
        </message>
        <message>
            <source>Số đến tiếp theo: {number}</source>
            <translation>Số đến tiếp theo: {number}</translation>
        </message>
        <message>
            <source>Chờ cấp số: số đến được cấp khi có mạng, không cần làm lại.</source>
            <translation>Chờ cấp số: số đến được cấp khi có mạng, không cần làm lại.</translation>
        </message>
        <message>
            <source>Số còn trống trong sổ: {gaps}</source>
            <translation>Số còn trống trong sổ: {gaps}</translation>
        </message>
    </context>
    <context>
        <name>RecipientModel</name>
        <message numerus="yes">
            <source>Nhóm: %1 (%n đơn vị)</source>
            <translation>
                <numerusform>Nhóm: %1 (%n đơn vị)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecipientPicker</name>
        <message>
            <source>Gõ để tìm đơn vị, nhóm…</source>
            <translation>Gõ để tìm đơn vị, nhóm…</translation>
        </message>
        <message>
            <source>Tìm nơi nhận</source>
            <translation>Tìm nơi nhận</translation>
        </message>
        <message>
            <source>Đơn vị nhận văn bản</source>
            <translation>Đơn vị nhận văn bản</translation>
        </message>
        <message>
            <source>Bỏ chọn hết</source>
            <translation>Bỏ chọn hết</translation>
        </message>
        <message>
            <source>Lưu thành nhóm…</source>
            <translation>Lưu thành nhóm…</translation>
        </message>
        <message>
            <source>Chưa chọn nơi nhận nào.</source>
            <translation>Chưa chọn nơi nhận nào.</translation>
        </message>
        <message numerus="yes">
            <source> và %n đơn vị khác</source>
            <translation>
                <numerusform> và %n đơn vị khác</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã chọn %1: %2</source>
            <translation>Đã chọn %1: %2</translation>
        </message>
        <message>
            <source>Lưu thành nhóm</source>
            <translation>Lưu thành nhóm</translation>
        </message>
        <message>
            <source>Tên nhóm nơi nhận:</source>
            <translation>Tên nhóm nơi nhận:</translation>
        </message>
        <message>
            <source>Lưu</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Hủy</source>
            <translation>Hủy</translation>
        </message>
    </context>
    <context>
        <name>Recipients</name>
        <message>
            <source>Cơ quan Đảng cấp tỉnh</source>
            <translation>Cơ quan Đảng cấp tỉnh</translation>
        </message>
        <message>
            <source>Đảng ủy các xã, phường, đặc khu</source>
            <translation>Đảng ủy các xã, phường, đặc khu</translation>
        </message>
        <message>
            <source>Cơ quan nhà nước cấp tỉnh</source>
            <translation>Cơ quan nhà nước cấp tỉnh</translation>
        </message>
        <message>
            <source>Ủy ban nhân dân các xã, phường, đặc khu</source>
            <translation>Ủy ban nhân dân các xã, phường, đặc khu</translation>
        </message>
        <message>
            <source>Ủy ban MTTQ Việt Nam các xã, phường, đặc khu</source>
            <translation>Ủy ban MTTQ Việt Nam các xã, phường, đặc khu</translation>
        </message>
    </context>
    <context>
        <name>RemarkLayer</name>
        <message>
            <source>Trang dự thảo, nơi viết góp ý</source>
            <translation>Trang dự thảo, nơi viết góp ý</translation>
        </message>
        <message>
            <source>Trang %1: %2</source>
            <translation>Trang %1: %2</translation>
        </message>
        <message>
            <source>khung trên trang</source>
            <translation>khung trên trang</translation>
        </message>
    </context>
    <context>
        <name>RemarkPanel</name>
        <message>
            <source>Danh sách góp ý</source>
            <translation>Danh sách góp ý</translation>
        </message>
        <message>
            <source>Góp ý trước (Alt+↑)</source>
            <translation>Góp ý trước (Alt+↑)</translation>
        </message>
        <message>
            <source>Góp ý sau (Alt+↓)</source>
            <translation>Góp ý sau (Alt+↓)</translation>
        </message>
        <message>
            <source>Nội dung góp ý</source>
            <translation>Nội dung góp ý</translation>
        </message>
        <message>
            <source>Gõ ý kiến, nếu có</source>
            <translation>Gõ ý kiến, nếu có</translation>
        </message>
        <message>
            <source>&amp;Xóa góp ý này</source>
            <translation>&amp;Xóa góp ý này</translation>
        </message>
        <message>
            <source>Rút &amp;lại góp ý này</source>
            <translation>Rút &amp;lại góp ý này</translation>
        </message>
        <message>
            <source>Nội dung tiếp thu hoặc giải trình</source>
            <translation>Nội dung tiếp thu hoặc giải trình</translation>
        </message>
        <message>
            <source>Giải trình phải ghi lý do</source>
            <translation>Giải trình phải ghi lý do</translation>
        </message>
        <message>
            <source>Đã &amp;tiếp thu</source>
            <translation>Đã &amp;tiếp thu</translation>
        </message>
        <message>
            <source>&amp;Giải trình</source>
            <translation>&amp;Giải trình</translation>
        </message>
        <message>
            <source>Góp ý (%1)</source>
            <translation>Góp ý (%1)</translation>
        </message>
        <message>
            <source>Nội dung góp ý %1</source>
            <translation>Nội dung góp ý %1</translation>
        </message>
        <message>
            <source>Trả lời góp ý %1</source>
            <translation>Trả lời góp ý %1</translation>
        </message>
    </context>
    <context>
        <name>RemarkTools</name>
        <message>
            <source>Chọn</source>
            <translation>Chọn</translation>
        </message>
        <message>
            <source>Chọn góp ý đã có trên trang (V)</source>
            <translation>Chọn góp ý đã có trên trang (V)</translation>
        </message>
        <message>
            <source>Bút</source>
            <translation>Bút</translation>
        </message>
        <message>
            <source>Viết tay bằng chuột hoặc bút (B)</source>
            <translation>Viết tay bằng chuột hoặc bút (B)</translation>
        </message>
        <message>
            <source>Tô sáng</source>
            <translation>Tô sáng</translation>
        </message>
        <message>
            <source>Tô sáng chữ (H)</source>
            <translation>Tô sáng chữ (H)</translation>
        </message>
        <message>
            <source>Gạch chân</source>
            <translation>Gạch chân</translation>
        </message>
        <message>
            <source>Gạch chân chữ (U)</source>
            <translation>Gạch chân chữ (U)</translation>
        </message>
        <message>
            <source>Gạch bỏ</source>
            <translation>Gạch bỏ</translation>
        </message>
        <message>
            <source>Gạch bỏ chữ (S)</source>
            <translation>Gạch bỏ chữ (S)</translation>
        </message>
        <message>
            <source>Khung</source>
            <translation>Khung</translation>
        </message>
        <message>
            <source>Đóng khung một phần trang (K)</source>
            <translation>Đóng khung một phần trang (K)</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Ghi chú tại một chỗ trên trang (N)</source>
            <translation>Ghi chú tại một chỗ trên trang (N)</translation>
        </message>
        <message>
            <source>Hoàn tác (Ctrl+Z)</source>
            <translation>Hoàn tác (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Làm lại (Ctrl+Y)</source>
            <translation>Làm lại (Ctrl+Y)</translation>
        </message>
    </context>
    <context>
        <name>RemarkWindow</name>
        <message>
            <source>Góp ý dự thảo</source>
            <translation>Góp ý dự thảo</translation>
        </message>
        <message>
            <source>Dự thảo</source>
            <translation>Dự thảo</translation>
        </message>
        <message>
            <source>Góp ý</source>
            <translation>Góp ý</translation>
        </message>
        <message>
            <source>Trang hay danh sách góp ý</source>
            <translation>Trang hay danh sách góp ý</translation>
        </message>
        <message>
            <source>Bản dự thảo</source>
            <translation>Bản dự thảo</translation>
        </message>
        <message>
            <source>&amp;In bản góp ý…</source>
            <translation>&amp;In bản góp ý…</translation>
        </message>
        <message>
            <source>&amp;Chuyển sang bản này</source>
            <translation>&amp;Chuyển sang bản này</translation>
        </message>
        <message>
            <source>&amp;Gửi góp ý</source>
            <translation>&amp;Gửi góp ý</translation>
        </message>
        <message>
            <source>Gửi và t&amp;rả lại người soạn…</source>
            <translation>Gửi và t&amp;rả lại người soạn…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Gửi %1 góp ý</source>
            <translation>&amp;Gửi %1 góp ý</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>Viết tay</source>
            <translation>Viết tay</translation>
        </message>
        <message>
            <source>Tô sáng</source>
            <translation>Tô sáng</translation>
        </message>
        <message>
            <source>Gạch chân</source>
            <translation>Gạch chân</translation>
        </message>
        <message>
            <source>Gạch bỏ</source>
            <translation>Gạch bỏ</translation>
        </message>
        <message>
            <source>Khung</source>
            <translation>Khung</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Góp ý loại khác ({kind})</source>
            <translation>Góp ý loại khác ({kind})</translation>
        </message>
        <message>
            <source>trang {page}</source>
            <translation>trang {page}</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>đã tiếp thu</source>
            <translation>đã tiếp thu</translation>
        </message>
        <message>
            <source>đã giải trình</source>
            <translation>đã giải trình</translation>
        </message>
        <message>
            <source>chưa xử lý</source>
            <translation>chưa xử lý</translation>
        </message>
        <message>
            <source>&amp;Góp ý (%1)</source>
            <translation>&amp;Góp ý (%1)</translation>
        </message>
        <message>
            <source>&amp;Góp ý</source>
            <translation>&amp;Góp ý</translation>
        </message>
        <message>
            <source>&amp;Góp ý dự thảo</source>
            <translation>&amp;Góp ý dự thảo</translation>
        </message>
        <message numerus="yes">
            <source>Xem &amp;góp ý (còn %n)</source>
            <translation>
                <numerusform>Xem &amp;góp ý (còn %n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Xem &amp;góp ý (%n)</source>
            <translation>
                <numerusform>Xem &amp;góp ý (%n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n góp ý chưa gửi, được giữ trên máy này.</source>
            <translation>
                <numerusform>Còn %n góp ý chưa gửi, được giữ trên máy này.</numerusform>
            </translation>
        </message>
        <message>
            <source>Dự thảo vừa có bản mới. Chọn bản hiện tại để xem.</source>
            <translation>Dự thảo vừa có bản mới. Chọn bản hiện tại để xem.</translation>
        </message>
        <message>
            <source>Đang mở dự thảo…</source>
            <translation>Đang mở dự thảo…</translation>
        </message>
        <message>
            <source>Tải lại</source>
            <translation>Tải lại</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n góp ý chưa gửi; văn bản không còn chờ ký nên không gửi được nữa.</source>
            <translation>
                <numerusform>Còn %n góp ý chưa gửi; văn bản không còn chờ ký nên không gửi được nữa.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa có góp ý nào</source>
            <translation>Chưa có góp ý nào</translation>
        </message>
        <message>
            <source>Chọn công cụ rồi viết lên trang; hoặc dùng phím mũi tên đi đến dòng, gõ N.</source>
            <translation>Chọn công cụ rồi viết lên trang; hoặc dùng phím mũi tên đi đến dòng, gõ N.</translation>
        </message>
        <message>
            <source>Bản này không có góp ý</source>
            <translation>Bản này không có góp ý</translation>
        </message>
        <message>
            <source>Bản hiện tại</source>
            <translation>Bản hiện tại</translation>
        </message>
        <message>
            <source>Bản góp ý {when}</source>
            <translation>Bản góp ý {when}</translation>
        </message>
        <message>
            <source>Bản đang góp ý dở</source>
            <translation>Bản đang góp ý dở</translation>
        </message>
        <message>
            <source>In bản góp ý</source>
            <translation>In bản góp ý</translation>
        </message>
        <message>
            <source>Đã chuyển góp ý sang bản này. Xem lại từng chỗ trước khi gửi.</source>
            <translation>Đã chuyển góp ý sang bản này. Xem lại từng chỗ trước khi gửi.</translation>
        </message>
        <message numerus="yes">
            <source>Đã gửi %n góp ý trên dự thảo.</source>
            <translation>
                <numerusform>Đã gửi %n góp ý trên dự thảo.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>Đã trả lại văn bản cho người soạn.</translation>
        </message>
        <message>
            <source>Góp ý chưa gửi được viết trên bản trước. Chuyển sang bản này hoặc xóa trước khi viết tiếp.</source>
            <translation>Góp ý chưa gửi được viết trên bản trước. Chuyển sang bản này hoặc xóa trước khi viết tiếp.</translation>
        </message>
        <message numerus="yes">
            <source>Gửi kèm %n góp ý đã viết trên dự thảo.</source>
            <translation>
                <numerusform>Gửi kèm %n góp ý đã viết trên dự thảo.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Lưu báo cáo chẩn đoán</source>
            <translation>Lưu báo cáo chẩn đoán</translation>
        </message>
        <message>
            <source>Tệp nén</source>
            <translation>Tệp nén</translation>
        </message>
        <message>
            <source>Không lưu được báo cáo vào %1. %2 Chọn chỗ khác rồi lưu lại.</source>
            <translation>Không lưu được báo cáo vào %1. %2 Chọn chỗ khác rồi lưu lại.</translation>
        </message>
        <message>
            <source>Đã lưu báo cáo: %1</source>
            <translation>Đã lưu báo cáo: %1</translation>
        </message>
        <message>
            <source>Trong thư vừa mở, hãy đính kèm tệp này rồi gửi.</source>
            <translation>Trong thư vừa mở, hãy đính kèm tệp này rồi gửi.</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán Tác nghiệp</source>
            <translation>Báo cáo chẩn đoán Tác nghiệp</translation>
        </message>
        <message>
            <source>Đã dừng gửi. Báo cáo chưa được gửi đi.</source>
            <translation>Đã dừng gửi. Báo cáo chưa được gửi đi.</translation>
        </message>
        <message>
            <source>Chưa gửi được báo cáo. %1 Gửi lại sau, hoặc lưu ra tệp để chuyển cách khác.</source>
            <translation>Chưa gửi được báo cáo. %1 Gửi lại sau, hoặc lưu ra tệp để chuyển cách khác.</translation>
        </message>
        <message>
            <source>Đã gửi báo cáo tới %1.</source>
            <translation>Đã gửi báo cáo tới %1.</translation>
        </message>
        <message>
            <source>Mã tiếp nhận: %1.</source>
            <translation>Mã tiếp nhận: %1.</translation>
        </message>
        <message numerus="yes">
            <source>Đã bỏ %n chỗ</source>
            <translation>
                <numerusform>Đã bỏ %n chỗ</numerusform>
            </translation>
        </message>
        <message>
            <source>Không tới được máy chủ nhận báo cáo.</source>
            <translation>Không tới được máy chủ nhận báo cáo.</translation>
        </message>
        <message>
            <source>Không tìm thấy máy chủ nhận báo cáo.</source>
            <translation>Không tìm thấy máy chủ nhận báo cáo.</translation>
        </message>
        <message>
            <source>Máy chủ nhận báo cáo không trả lời kịp.</source>
            <translation>Máy chủ nhận báo cáo không trả lời kịp.</translation>
        </message>
        <message>
            <source>Đường truyền bị ngắt giữa chừng.</source>
            <translation>Đường truyền bị ngắt giữa chừng.</translation>
        </message>
        <message>
            <source>Máy chủ chỉ sang địa chỉ khác, chương trình không gửi theo.</source>
            <translation>Máy chủ chỉ sang địa chỉ khác, chương trình không gửi theo.</translation>
        </message>
        <message>
            <source>Chứng thư của máy chủ nhận báo cáo không được máy này tin cậy.</source>
            <translation>Chứng thư của máy chủ nhận báo cáo không được máy này tin cậy.</translation>
        </message>
        <message>
            <source>Địa chỉ nhận báo cáo trong chính sách không dùng được.</source>
            <translation>Địa chỉ nhận báo cáo trong chính sách không dùng được.</translation>
        </message>
        <message>
            <source>Địa chỉ nhận báo cáo không phải https.</source>
            <translation>Địa chỉ nhận báo cáo không phải https.</translation>
        </message>
        <message>
            <source>Máy chủ không cho gửi.</source>
            <translation>Máy chủ không cho gửi.</translation>
        </message>
        <message>
            <source>Máy chủ không nhận (mã %1).</source>
            <translation>Máy chủ không nhận (mã %1).</translation>
        </message>
        <message>
            <source>Báo cáo lớn hơn mức máy chủ cho phép.</source>
            <translation>Báo cáo lớn hơn mức máy chủ cho phép.</translation>
        </message>
        <message>
            <source>Không lập được báo cáo (%1). Đóng chương trình, mở lại rồi thử lần nữa.</source>
            <translation>Không lập được báo cáo (%1). Đóng chương trình, mở lại rồi thử lần nữa.</translation>
        </message>
        <message>
            <source>Đây là toàn bộ nội dung báo cáo. Tên người, tên máy, số, trích yếu, mã PIN, mật khẩu đã được bỏ; chỗ đã bỏ được đánh dấu. Hãy xem qua rồi lưu hoặc gửi; chương trình không tự gửi đi.</source>
            <translation>Đây là toàn bộ nội dung báo cáo. Tên người, tên máy, số, trích yếu, mã PIN, mật khẩu đã được bỏ; chỗ đã bỏ được đánh dấu. Hãy xem qua rồi lưu hoặc gửi; chương trình không tự gửi đi.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Báo cáo hoàn thành</source>
            <translation>Báo cáo hoàn thành</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Báo cáo tiến độ</translation>
        </message>
        <message>
            <source>&amp;Báo hoàn thành</source>
            <translation>&amp;Báo hoàn thành</translation>
        </message>
        <message>
            <source>&amp;Gửi báo cáo</source>
            <translation>&amp;Gửi báo cáo</translation>
        </message>
        <message>
            <source>Tiến độ</source>
            <translation>Tiến độ</translation>
        </message>
        <message>
            <source>&amp;Tiến độ</source>
            <translation>&amp;Tiến độ</translation>
        </message>
        <message>
            <source>&amp;Kết quả</source>
            <translation>&amp;Kết quả</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Nội dung</translation>
        </message>
        <message>
            <source>Chưa ghi kết quả.</source>
            <translation>Chưa ghi kết quả.</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung báo cáo.</source>
            <translation>Chưa ghi nội dung báo cáo.</translation>
        </message>
    </context>
    <context>
        <name>ReportPane</name>
        <message>
            <source>Các tệp trong báo cáo</source>
            <translation>Các tệp trong báo cáo</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message>
            <source>Tiến độ</source>
            <translation>Tiến độ</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán</source>
            <translation>Báo cáo chẩn đoán</translation>
        </message>
        <message>
            <source>Đang làm gì thì gặp lỗi? Không ghi tên người, số hay nội dung văn bản.</source>
            <translation>Đang làm gì thì gặp lỗi? Không ghi tên người, số hay nội dung văn bản.</translation>
        </message>
        <message>
            <source>Mô &amp;tả thêm (không bắt buộc)</source>
            <translation>Mô &amp;tả thêm (không bắt buộc)</translation>
        </message>
        <message>
            <source>&amp;Lưu báo cáo…</source>
            <translation>&amp;Lưu báo cáo…</translation>
        </message>
        <message>
            <source>&amp;Gửi cho cơ quan</source>
            <translation>&amp;Gửi cho cơ quan</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Dừng gửi</source>
            <translation>&amp;Dừng gửi</translation>
        </message>
        <message>
            <source>&amp;Sao chép tệp này</source>
            <translation>&amp;Sao chép tệp này</translation>
        </message>
        <message>
            <source>Đang xem máy, thiết bị ký, kho dữ liệu và nhật ký. Việc này có thể mất đến một phút.</source>
            <translation>Đang xem máy, thiết bị ký, kho dữ liệu và nhật ký. Việc này có thể mất đến một phút.</translation>
        </message>
        <message>
            <source>Đang gửi báo cáo… %1 %</source>
            <translation>Đang gửi báo cáo… %1 %</translation>
        </message>
    </context>
    <context>
        <name>ResultBar</name>
        <message>
            <source>Ký &amp;tiếp</source>
            <translation>Ký &amp;tiếp</translation>
        </message>
        <message>
            <source>&amp;Bỏ</source>
            <translation>&amp;Bỏ</translation>
        </message>
        <message>
            <source>Không ký tiếp lô này; các văn bản chưa ký vẫn ở hàng chờ</source>
            <translation>Không ký tiếp lô này; các văn bản chưa ký vẫn ở hàng chờ</translation>
        </message>
        <message>
            <source>Xem kết &amp;quả…</source>
            <translation>Xem kết &amp;quả…</translation>
        </message>
        <message>
            <source>Ký lại %1 văn bản &amp;lỗi</source>
            <translation>Ký lại %1 văn bản &amp;lỗi</translation>
        </message>
    </context>
    <context>
        <name>ResultsDialog</name>
        <message>
            <source>Kết quả ký</source>
            <translation>Kết quả ký</translation>
        </message>
        <message>
            <source>Số, ký hiệu</source>
            <translation>Số, ký hiệu</translation>
        </message>
        <message>
            <source>Trích yếu</source>
            <translation>Trích yếu</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>Kết quả từng văn bản</source>
            <translation>Kết quả từng văn bản</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>&amp;Sao chép danh sách</source>
            <translation>&amp;Sao chép danh sách</translation>
        </message>
        <message>
            <source>&amp;Lưu danh sách…</source>
            <translation>&amp;Lưu danh sách…</translation>
        </message>
    </context>
    <context>
        <name>RootFacts</name>
        <message>
            <source>Dấu vân tay SHA-256</source>
            <translation>Dấu vân tay SHA-256</translation>
        </message>
        <message>
            <source>Cơ quan: {organization}</source>
            <translation>Cơ quan: {organization}</translation>
        </message>
        <message>
            <source>Do {issuer} cấp</source>
            <translation>Do {issuer} cấp</translation>
        </message>
        <message>
            <source>{kind}, hiệu lực {period}</source>
            <translation>{kind}, hiệu lực {period}</translation>
        </message>
        <message>
            <source>Dấu vân tay SHA-256: {mark}</source>
            <translation>Dấu vân tay SHA-256: {mark}</translation>
        </message>
    </context>
    <context>
        <name>Roots</name>
        <message>
            <source>Chọn tệp chứng thư gốc</source>
            <translation>Chọn tệp chứng thư gốc</translation>
        </message>
        <message>
            <source>Chứng thư (*.cer *.crt *.pem *.der *.p7b *.p7c)</source>
            <translation>Chứng thư (*.cer *.crt *.pem *.der *.p7b *.p7c)</translation>
        </message>
        <message>
            <source>gốc</source>
            <translation>gốc</translation>
        </message>
        <message>
            <source>trung gian</source>
            <translation>trung gian</translation>
        </message>
        <message>
            <source>cơ quan quy định</source>
            <translation>cơ quan quy định</translation>
        </message>
        <message>
            <source>thêm ở máy này</source>
            <translation>thêm ở máy này</translation>
        </message>
        <message>
            <source>văn phòng thực hành</source>
            <translation>văn phòng thực hành</translation>
        </message>
        <message>
            <source>tin cậy</source>
            <translation>tin cậy</translation>
        </message>
        <message>
            <source>hết hạn</source>
            <translation>hết hạn</translation>
        </message>
        <message>
            <source>Đã hết hạn: chỉ còn dùng để kiểm tra chữ ký có dấu thời gian trước ngày hết hạn.</source>
            <translation>Đã hết hạn: chỉ còn dùng để kiểm tra chữ ký có dấu thời gian trước ngày hết hạn.</translation>
        </message>
        <message>
            <source>chưa hiệu lực</source>
            <translation>chưa hiệu lực</translation>
        </message>
        <message>
            <source>Chưa đến ngày hiệu lực. Kiểm tra ngày giờ của máy.</source>
            <translation>Chưa đến ngày hiệu lực. Kiểm tra ngày giờ của máy.</translation>
        </message>
        <message>
            <source>chưa đối chiếu</source>
            <translation>chưa đối chiếu</translation>
        </message>
        <message>
            <source>Chưa ai đối chiếu dấu vân tay, nên chưa được tính. Bấm “Đối chiếu dấu vân tay…”.</source>
            <translation>Chưa ai đối chiếu dấu vân tay, nên chưa được tính. Bấm “Đối chiếu dấu vân tay…”.</translation>
        </message>
        <message>
            <source>không dùng</source>
            <translation>không dùng</translation>
        </message>
        <message>
            <source>Chứng thư thực hành không bao giờ được tính trong công việc thật, và ngược lại. Gỡ tệp này.</source>
            <translation>Chứng thư thực hành không bao giờ được tính trong công việc thật, và ngược lại. Gỡ tệp này.</translation>
        </message>
        <message>
            <source>Không đọc được: {names}. Thay bằng tệp chứng thư đúng (PEM, DER, P7B) hoặc xóa tệp.</source>
            <translation>Không đọc được: {names}. Thay bằng tệp chứng thư đúng (PEM, DER, P7B) hoặc xóa tệp.</translation>
        </message>
        <message>
            <source>Không ghi được danh sách chứng thư gốc. Kiểm tra ổ đĩa và quyền ghi rồi thử lại.</source>
            <translation>Không ghi được danh sách chứng thư gốc. Kiểm tra ổ đĩa và quyền ghi rồi thử lại.</translation>
        </message>
        <message>
            <source>Tệp không chứa chứng thư nào. Chọn tệp PEM, DER hoặc P7B của đơn vị cấp.</source>
            <translation>Tệp không chứa chứng thư nào. Chọn tệp PEM, DER hoặc P7B của đơn vị cấp.</translation>
        </message>
        <message>
            <source>Tệp quá lớn, không phải tệp chứng thư. Chọn tệp khác.</source>
            <translation>Tệp quá lớn, không phải tệp chứng thư. Chọn tệp khác.</translation>
        </message>
        <message>
            <source>Không đọc được tệp. Kiểm tra đường dẫn và quyền đọc.</source>
            <translation>Không đọc được tệp. Kiểm tra đường dẫn và quyền đọc.</translation>
        </message>
        <message>
            <source>Đây là chứng thư của một người hay một máy, không phải của đơn vị cấp. Chọn chứng thư gốc.</source>
            <translation>Đây là chứng thư của một người hay một máy, không phải của đơn vị cấp. Chọn chứng thư gốc.</translation>
        </message>
        <message>
            <source>Chứng thư thực hành không được dùng trong công việc thật.</source>
            <translation>Chứng thư thực hành không được dùng trong công việc thật.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành chỉ dùng chứng thư thực hành.</source>
            <translation>Văn phòng thực hành chỉ dùng chứng thư thực hành.</translation>
        </message>
        <message>
            <source>Cơ quan quy định chứng thư gốc; không thay đổi được ở máy này.</source>
            <translation>Cơ quan quy định chứng thư gốc; không thay đổi được ở máy này.</translation>
        </message>
        <message>
            <source>Đối chiếu dấu vân tay trước đã.</source>
            <translation>Đối chiếu dấu vân tay trước đã.</translation>
        </message>
        <message>
            <source>Chứng thư này không có trong danh sách thêm ở máy này.</source>
            <translation>Chứng thư này không có trong danh sách thêm ở máy này.</translation>
        </message>
        <message>
            <source>Chứng thư trong tệp đã có trong danh sách tin cậy.</source>
            <translation>Chứng thư trong tệp đã có trong danh sách tin cậy.</translation>
        </message>
    </context>
    <context>
        <name>SalvageWindow</name>
        <message>
            <source>Việc chưa gửi được cứu lại</source>
            <translation>Việc chưa gửi được cứu lại</translation>
        </message>
        <message>
            <source>Tệp giữ việc chưa gửi bị hỏng và đã được cứu lại</source>
            <translation>Tệp giữ việc chưa gửi bị hỏng và đã được cứu lại</translation>
        </message>
        <message>
            <source>Việc được giữ và việc bị mất</source>
            <translation>Việc được giữ và việc bị mất</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>Việc</source>
            <translation>Việc</translation>
        </message>
        <message>
            <source>Về</source>
            <translation>Về</translation>
        </message>
        <message>
            <source>&amp;Lưu thành tệp…</source>
            <translation>&amp;Lưu thành tệp…</translation>
        </message>
        <message>
            <source>&amp;In…</source>
            <translation>&amp;In…</translation>
        </message>
        <message>
            <source>Tôi đã đọ&amp;c</source>
            <translation>Tôi đã đọ&amp;c</translation>
        </message>
        <message>
            <source>Bị mất, làm lại</source>
            <translation>Bị mất, làm lại</translation>
        </message>
        <message>
            <source>Còn giữ</source>
            <translation>Còn giữ</translation>
        </message>
    </context>
    <context>
        <name>Schedule</name>
        <message>
            <source>&amp;Duyệt</source>
            <translation>&amp;Duyệt</translation>
        </message>
        <message>
            <source>Điều &amp;chỉnh</source>
            <translation>Điều &amp;chỉnh</translation>
        </message>
        <message>
            <source>&amp;Không duyệt</source>
            <translation>&amp;Không duyệt</translation>
        </message>
        <message>
            <source>&amp;Sửa</source>
            <translation>&amp;Sửa</translation>
        </message>
        <message>
            <source>Đã duyệt lịch.</source>
            <translation>Đã duyệt lịch.</translation>
        </message>
        <message numerus="yes">
            <source>Đã duyệt %n lịch.</source>
            <translation>
                <numerusform>Đã duyệt %n lịch.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n lịch bị trùng, cần xem riêng.</source>
            <translation>
                <numerusform>Còn %n lịch bị trùng, cần xem riêng.</numerusform>
            </translation>
        </message>
        <message>
            <source>Không duyệt lịch</source>
            <translation>Không duyệt lịch</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Lý do</translation>
        </message>
        <message>
            <source>Đã trả lại lịch, kèm lý do.</source>
            <translation>Đã trả lại lịch, kèm lý do.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch công tác</source>
            <translation>Điều chỉnh lịch công tác</translation>
        </message>
        <message>
            <source>Đăng ký lịch công tác</source>
            <translation>Đăng ký lịch công tác</translation>
        </message>
        <message>
            <source>Đã điều chỉnh lịch.</source>
            <translation>Đã điều chỉnh lịch.</translation>
        </message>
        <message>
            <source>Đã gửi lịch, chờ Chánh Văn phòng duyệt.</source>
            <translation>Đã gửi lịch, chờ Chánh Văn phòng duyệt.</translation>
        </message>
        <message>
            <source>Đã in lịch tuần: {where}</source>
            <translation>Đã in lịch tuần: {where}</translation>
        </message>
        <message>
            <source>Xuất lịch tuần ra iCalendar</source>
            <translation>Xuất lịch tuần ra iCalendar</translation>
        </message>
        <message>
            <source>Lịch công tác {organ}</source>
            <translation>Lịch công tác {organ}</translation>
        </message>
        <message>
            <source>Không ghi được tệp {path}. Chọn thư mục khác.</source>
            <translation>Không ghi được tệp {path}. Chọn thư mục khác.</translation>
        </message>
        <message>
            <source>Đã xuất lịch tuần: {path}</source>
            <translation>Đã xuất lịch tuần: {path}</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Chủ trì</translation>
        </message>
        <message>
            <source>Lãnh đạo dự</source>
            <translation>Lãnh đạo dự</translation>
        </message>
        <message>
            <source>Thành phần</source>
            <translation>Thành phần</translation>
        </message>
        <message>
            <source>Chuẩn bị</source>
            <translation>Chuẩn bị</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation>Thứ Hai</translation>
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation>Thứ Ba</translation>
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation>Thứ Tư</translation>
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation>Thứ Năm</translation>
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation>Thứ Sáu</translation>
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation>Thứ Bảy</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Chủ nhật</translation>
        </message>
        <message>
            <source>Chờ duyệt</source>
            <translation>Chờ duyệt</translation>
        </message>
        <message>
            <source>Đã duyệt</source>
            <translation>Đã duyệt</translation>
        </message>
        <message>
            <source>Đã điều chỉnh</source>
            <translation>Đã điều chỉnh</translation>
        </message>
        <message>
            <source>Không duyệt</source>
            <translation>Không duyệt</translation>
        </message>
        <message>
            <source>Sáng</source>
            <translation>Sáng</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Chiều</translation>
        </message>
        <message>
            <source>Cả ngày</source>
            <translation>Cả ngày</translation>
        </message>
        <message>
            <source>GM {n}</source>
            <translation>GM {n}</translation>
        </message>
        <message>
            <source>xe {n}</source>
            <translation>xe {n}</translation>
        </message>
        <message>
            <source>trùng giờ {name}</source>
            <translation>trùng giờ {name}</translation>
        </message>
        <message>
            <source>trùng {what}</source>
            <translation>trùng {what}</translation>
        </message>
        <message>
            <source>{what}: {hours} {title} ({chair} chủ trì)</source>
            <translation>{what}: {hours} {title} ({chair} chủ trì)</translation>
        </message>
        <message>
            <source>{what}: {hours} {title}</source>
            <translation>{what}: {hours} {title}</translation>
        </message>
        <message>
            <source>Tuần này chưa có lịch nào ghi địa điểm</source>
            <translation>Tuần này chưa có lịch nào ghi địa điểm</translation>
        </message>
        <message>
            <source>Tuần này chưa có lịch nào dùng xe</source>
            <translation>Tuần này chưa có lịch nào dùng xe</translation>
        </message>
        <message>
            <source>Tuần này không có lịch nào của bạn</source>
            <translation>Tuần này không có lịch nào của bạn</translation>
        </message>
        <message>
            <source>Lịch công tác tuần {n}</source>
            <translation>Lịch công tác tuần {n}</translation>
        </message>
        <message>
            <source>Chưa có lãnh đạo nào trong danh bạ</source>
            <translation>Chưa có lãnh đạo nào trong danh bạ</translation>
        </message>
        <message>
            <source>chờ duyệt</source>
            <translation>chờ duyệt</translation>
        </message>
        <message>
            <source>không duyệt</source>
            <translation>không duyệt</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>Thời gian</source>
            <translation>Thời gian</translation>
        </message>
        <message>
            <source>Địa điểm</source>
            <translation>Địa điểm</translation>
        </message>
        <message>
            <source>Xe</source>
            <translation>Xe</translation>
        </message>
        <message>
            <source>Lái xe</source>
            <translation>Lái xe</translation>
        </message>
        <message>
            <source>Số giấy mời</source>
            <translation>Số giấy mời</translation>
        </message>
        <message>
            <source>Người đăng ký</source>
            <translation>Người đăng ký</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source> (chưa gửi)</source>
            <translation> (chưa gửi)</translation>
        </message>
        <message>
            <source>Ý kiến duyệt</source>
            <translation>Ý kiến duyệt</translation>
        </message>
    </context>
    <context>
        <name>ScheduleDesk</name>
        <message>
            <source>Lịch công tác</source>
            <translation>Lịch công tác</translation>
        </message>
        <message>
            <source>Tuần trước (Alt+←)</source>
            <translation>Tuần trước (Alt+←)</translation>
        </message>
        <message>
            <source>Tuần sau (Alt+→)</source>
            <translation>Tuần sau (Alt+→)</translation>
        </message>
        <message>
            <source>Theo lãnh đạo</source>
            <translation>Theo lãnh đạo</translation>
        </message>
        <message>
            <source>Theo phòng họp</source>
            <translation>Theo phòng họp</translation>
        </message>
        <message>
            <source>Xe</source>
            <translation>Xe</translation>
        </message>
        <message>
            <source>Của tôi</source>
            <translation>Của tôi</translation>
        </message>
        <message>
            <source>T&amp;uần này</source>
            <translation>T&amp;uần này</translation>
        </message>
        <message>
            <source>Đăn&amp;g ký lịch</source>
            <translation>Đăn&amp;g ký lịch</translation>
        </message>
        <message>
            <source>&amp;In lịch tuần</source>
            <translation>&amp;In lịch tuần</translation>
        </message>
        <message>
            <source>&amp;Xuất iCalendar</source>
            <translation>&amp;Xuất iCalendar</translation>
        </message>
        <message>
            <source>Về tuần này (Alt+Home)</source>
            <translation>Về tuần này (Alt+Home)</translation>
        </message>
        <message>
            <source>Du&amp;yệt cả tuần (%1)</source>
            <translation>Du&amp;yệt cả tuần (%1)</translation>
        </message>
        <message>
            <source>&amp;Mở</source>
            <translation>&amp;Mở</translation>
        </message>
    </context>
    <context>
        <name>ScheduleDialog</name>
        <message>
            <source>&amp;Lưu điều chỉnh</source>
            <translation>&amp;Lưu điều chỉnh</translation>
        </message>
        <message>
            <source>&amp;Gửi duyệt</source>
            <translation>&amp;Gửi duyệt</translation>
        </message>
        <message>
            <source>Đăng ký lịch công tác</source>
            <translation>Đăng ký lịch công tác</translation>
        </message>
        <message>
            <source>N&amp;gày</source>
            <translation>N&amp;gày</translation>
        </message>
        <message>
            <source>Theo giờ</source>
            <translation>Theo giờ</translation>
        </message>
        <message>
            <source>Sáng</source>
            <translation>Sáng</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Chiều</translation>
        </message>
        <message>
            <source>Cả ngày</source>
            <translation>Cả ngày</translation>
        </message>
        <message>
            <source>Từ giờ</source>
            <translation>Từ giờ</translation>
        </message>
        <message>
            <source>Đến giờ</source>
            <translation>Đến giờ</translation>
        </message>
        <message>
            <source>&amp;Thời gian</source>
            <translation>&amp;Thời gian</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Nội dung</translation>
        </message>
        <message>
            <source>Lãnh đạo dự</source>
            <translation>Lãnh đạo dự</translation>
        </message>
        <message>
            <source>&amp;Chủ trì</source>
            <translation>&amp;Chủ trì</translation>
        </message>
        <message>
            <source>Lãnh đạo &amp;dự</source>
            <translation>Lãnh đạo &amp;dự</translation>
        </message>
        <message>
            <source>Thành &amp;phần</source>
            <translation>Thành &amp;phần</translation>
        </message>
        <message>
            <source>Đị&amp;a điểm</source>
            <translation>Đị&amp;a điểm</translation>
        </message>
        <message>
            <source>Số giấy &amp;mời</source>
            <translation>Số giấy &amp;mời</translation>
        </message>
        <message>
            <source>Chuẩn &amp;bị</source>
            <translation>Chuẩn &amp;bị</translation>
        </message>
        <message>
            <source>&amp;Xe</source>
            <translation>&amp;Xe</translation>
        </message>
        <message>
            <source>Lá&amp;i xe</source>
            <translation>Lá&amp;i xe</translation>
        </message>
        <message>
            <source>G&amp;hi chú</source>
            <translation>G&amp;hi chú</translation>
        </message>
        <message>
            <source>Bắt buộc: điều chỉnh gì, vì sao</source>
            <translation>Bắt buộc: điều chỉnh gì, vì sao</translation>
        </message>
        <message>
            <source>Lý do điề&amp;u chỉnh</source>
            <translation>Lý do điề&amp;u chỉnh</translation>
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation>Thứ Hai</translation>
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation>Thứ Ba</translation>
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation>Thứ Tư</translation>
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation>Thứ Năm</translation>
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation>Thứ Sáu</translation>
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation>Thứ Bảy</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Chủ nhật</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung.</source>
            <translation>Chưa ghi nội dung.</translation>
        </message>
        <message>
            <source>Chưa chọn người chủ trì.</source>
            <translation>Chưa chọn người chủ trì.</translation>
        </message>
        <message>
            <source>Giờ kết thúc phải sau giờ bắt đầu.</source>
            <translation>Giờ kết thúc phải sau giờ bắt đầu.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch phải ghi lý do.</source>
            <translation>Điều chỉnh lịch phải ghi lý do.</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Gõ số, ký hiệu, trích yếu, tên người hoặc tên lệnh.</source>
            <translation>Gõ số, ký hiệu, trích yếu, tên người hoặc tên lệnh.</translation>
        </message>
        <message>
            <source>Không tìm thấy. Thử ít từ hơn, hoặc chỉ gõ số và ký hiệu.</source>
            <translation>Không tìm thấy. Thử ít từ hơn, hoặc chỉ gõ số và ký hiệu.</translation>
        </message>
        <message>
            <source>Mất kết nối: chỉ tìm được trong những gì lưu trên máy này.</source>
            <translation>Mất kết nối: chỉ tìm được trong những gì lưu trên máy này.</translation>
        </message>
        <message>
            <source>Tìm cả ở hệ thống trung tâm</source>
            <translation>Tìm cả ở hệ thống trung tâm</translation>
        </message>
        <message>
            <source>Văn bản xong trước {day} không lưu trên máy này</source>
            <translation>Văn bản xong trước {day} không lưu trên máy này</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm</source>
            <translation>Hệ thống trung tâm</translation>
        </message>
        <message>
            <source>Đang tìm ở hệ thống trung tâm…</source>
            <translation>Đang tìm ở hệ thống trung tâm…</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không có thêm văn bản nào khớp.</source>
            <translation>Hệ thống trung tâm không có thêm văn bản nào khớp.</translation>
        </message>
        <message>
            <source>Ở hệ thống trung tâm, chưa lưu trên máy này</source>
            <translation>Ở hệ thống trung tâm, chưa lưu trên máy này</translation>
        </message>
        <message>
            <source>Đang tải văn bản từ hệ thống trung tâm…</source>
            <translation>Đang tải văn bản từ hệ thống trung tâm…</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Văn bản</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Nhiệm vụ</translation>
        </message>
        <message>
            <source>Lịch công tác</source>
            <translation>Lịch công tác</translation>
        </message>
        <message>
            <source>Người</source>
            <translation>Người</translation>
        </message>
        <message>
            <source>Lệnh</source>
            <translation>Lệnh</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Tìm văn bản, người, lệnh…</source>
            <translation>Tìm văn bản, người, lệnh…</translation>
        </message>
        <message>
            <source>Tìm văn bản, người, lệnh</source>
            <translation>Tìm văn bản, người, lệnh</translation>
        </message>
    </context>
    <context>
        <name>SearchPopup</name>
        <message>
            <source>Kết quả tìm</source>
            <translation>Kết quả tìm</translation>
        </message>
        <message>
            <source>↑ ↓ chọn · Enter mở · Esc đóng · gõ không dấu cũng tìm được</source>
            <translation>↑ ↓ chọn · Enter mở · Esc đóng · gõ không dấu cũng tìm được</translation>
        </message>
    </context>
    <context>
        <name>SecondStart</name>
        <message>
            <source>&amp;Thử lại</source>
            <translation>&amp;Thử lại</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở một phiên đăng nhập khác</source>
            <translation>Tác nghiệp đang mở ở một phiên đăng nhập khác</translation>
        </message>
        <message>
            <source>Tài khoản máy này đang mở Tác nghiệp ở một phiên khác trên cùng máy (ví dụ qua Remote Desktop). Một hồ sơ chỉ mở được ở một nơi. Sang phiên đó làm việc tiếp, hoặc thoát Tác nghiệp ở đó rồi bấm Thử lại.</source>
            <translation>Tài khoản máy này đang mở Tác nghiệp ở một phiên khác trên cùng máy (ví dụ qua Remote Desktop). Một hồ sơ chỉ mở được ở một nơi. Sang phiên đó làm việc tiếp, hoặc thoát Tác nghiệp ở đó rồi bấm Thử lại.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở nhưng không trả lời</source>
            <translation>Tác nghiệp đang mở nhưng không trả lời</translation>
        </message>
        <message>
            <source>Cửa sổ đang mở bận hoặc bị treo nên chưa nhận yêu cầu này. Chờ một phút rồi bấm Thử lại. Nếu vẫn vậy: mở Trình quản lý tác vụ (Ctrl+Shift+Esc), chọn Tác nghiệp, bấm Kết thúc tác vụ, rồi mở lại chương trình. Việc chưa gửi đã nằm an toàn trên máy, không mất.</source>
            <translation>Cửa sổ đang mở bận hoặc bị treo nên chưa nhận yêu cầu này. Chờ một phút rồi bấm Thử lại. Nếu vẫn vậy: mở Trình quản lý tác vụ (Ctrl+Shift+Esc), chọn Tác nghiệp, bấm Kết thúc tác vụ, rồi mở lại chương trình. Việc chưa gửi đã nằm an toàn trên máy, không mất.</translation>
        </message>
    </context>
    <context>
        <name>SessionWatch</name>
        <message>
            <source>Khóa hồ sơ</source>
            <translation>Khóa hồ sơ</translation>
        </message>
    </context>
    <context>
        <name>SettingRow</name>
        <message>
            <source>Tự tìm</source>
            <translation>Tự tìm</translation>
        </message>
        <message>
            <source>Chọn…</source>
            <translation>Chọn…</translation>
        </message>
        <message>
            <source>Chọn tệp: %1</source>
            <translation>Chọn tệp: %1</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Do cơ quan đặt khi cài đặt cho mọi người dùng máy này</source>
            <translation>Do cơ quan đặt khi cài đặt cho mọi người dùng máy này</translation>
        </message>
        <message>
            <source>Thư viện</source>
            <translation>Thư viện</translation>
        </message>
        <message>
            <source>Do cơ quan quy định. Chính sách ghi sai giá trị nên đang giữ mức an toàn.</source>
            <translation>Do cơ quan quy định. Chính sách ghi sai giá trị nên đang giữ mức an toàn.</translation>
        </message>
        <message>
            <source>Do cơ quan quy định</source>
            <translation>Do cơ quan quy định</translation>
        </message>
        <message>
            <source>Chỉ người quản trị của cơ quan đặt được</source>
            <translation>Chỉ người quản trị của cơ quan đặt được</translation>
        </message>
        <message>
            <source>Mặc định của cơ quan</source>
            <translation>Mặc định của cơ quan</translation>
        </message>
        <message>
            <source>Mặc định của cơ quan: {value}</source>
            <translation>Mặc định của cơ quan: {value}</translation>
        </message>
        <message>
            <source>Dùng mặc định của cơ quan</source>
            <translation>Dùng mặc định của cơ quan</translation>
        </message>
        <message>
            <source>Bật</source>
            <translation>Bật</translation>
        </message>
        <message>
            <source>Tắt</source>
            <translation>Tắt</translation>
        </message>
        <message>
            <source>Ảnh chữ ký và con dấu</source>
            <translation>Ảnh chữ ký và con dấu</translation>
        </message>
        <message>
            <source>Thêm ảnh, đặt cỡ và ngày hiệu lực. Ảnh được mã hóa, chỉ giữ trên máy này.</source>
            <translation>Thêm ảnh, đặt cỡ và ngày hiệu lực. Ảnh được mã hóa, chỉ giữ trên máy này.</translation>
        </message>
        <message>
            <source>&amp;Quản lý ảnh…</source>
            <translation>&amp;Quản lý ảnh…</translation>
        </message>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Chứng thư gốc tin cậy</translation>
        </message>
        <message>
            <source>Xem, đối chiếu, thêm hoặc gỡ chứng thư gốc dùng để kiểm tra chữ ký số.</source>
            <translation>Xem, đối chiếu, thêm hoặc gỡ chứng thư gốc dùng để kiểm tra chữ ký số.</translation>
        </message>
        <message>
            <source>Mở danh sách…</source>
            <translation>Mở danh sách…</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Cài đặt</source>
            <translation>Cài đặt</translation>
        </message>
        <message>
            <source>Nhóm cài đặt</source>
            <translation>Nhóm cài đặt</translation>
        </message>
        <message>
            <source>Thay đổi có hiệu lực ngay.</source>
            <translation>Thay đổi có hiệu lực ngay.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message numerus="yes">
            <source>%n chưa gửi</source>
            <translation>
                <numerusform>%n chưa gửi</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã đồng bộ {time}</source>
            <translation>Đã đồng bộ {time}</translation>
        </message>
        <message>
            <source>Đang đồng bộ</source>
            <translation>Đang đồng bộ</translation>
        </message>
        <message numerus="yes">
            <source>Đang gửi %n việc</source>
            <translation>
                <numerusform>Đang gửi %n việc</numerusform>
            </translation>
        </message>
        <message>
            <source>Đang nhận {n}/{total}</source>
            <translation>Đang nhận {n}/{total}</translation>
        </message>
        <message>
            <source>Đang nhận {n}</source>
            <translation>Đang nhận {n}</translation>
        </message>
        <message>
            <source>Thử lại lúc {time}</source>
            <translation>Thử lại lúc {time}</translation>
        </message>
        <message numerus="yes">
            <source>Cần xem lại %n việc</source>
            <translation>
                <numerusform>Cần xem lại %n việc</numerusform>
            </translation>
        </message>
        <message>
            <source>Cần đăng nhập lại</source>
            <translation>Cần đăng nhập lại</translation>
        </message>
        <message>
            <source>Mất kết nối</source>
            <translation>Mất kết nối</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi, vẫn giữ trên máy</source>
            <translation>
                <numerusform>%n việc chưa gửi, vẫn giữ trên máy</numerusform>
            </translation>
        </message>
        <message>
            <source>Tự thử lại lúc {time}</source>
            <translation>Tự thử lại lúc {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần xem lại</source>
            <translation>
                <numerusform>%n việc cần xem lại</numerusform>
            </translation>
        </message>
        <message>
            <source>Mạng Internet</source>
            <translation>Mạng Internet</translation>
        </message>
        <message>
            <source>Mạng chuyên dùng</source>
            <translation>Mạng chuyên dùng</translation>
        </message>
        <message>
            <source>Máy này chỉ dùng một mạng, do cơ quan đặt khi cài đặt.</source>
            <translation>Máy này chỉ dùng một mạng, do cơ quan đặt khi cài đặt.</translation>
        </message>
        <message numerus="yes">
            <source>Có %n văn bản mới đến.</source>
            <translation>
                <numerusform>Có %n văn bản mới đến.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đăng nhập lại</source>
            <translation>Đăng nhập lại</translation>
        </message>
        <message numerus="yes">
            <source>Có %n việc không được chấp nhận hoặc chưa gửi được. Nội dung vẫn được giữ.</source>
            <translation>
                <numerusform>Có %n việc không được chấp nhận hoặc chưa gửi được. Nội dung vẫn được giữ.</numerusform>
            </translation>
        </message>
        <message>
            <source>Xem lại</source>
            <translation>Xem lại</translation>
        </message>
        <message>
            <source>Chính sách của máy này mâu thuẫn: cho xử lý văn bản mật nhưng máy không ở mạng chuyên dùng. Văn bản mật vẫn bị chặn; báo quản trị sửa lại chính sách.</source>
            <translation>Chính sách của máy này mâu thuẫn: cho xử lý văn bản mật nhưng máy không ở mạng chuyên dùng. Văn bản mật vẫn bị chặn; báo quản trị sửa lại chính sách.</translation>
        </message>
        <message numerus="yes">
            <source>Hệ thống trung tâm đã gửi %n nội dung mật đến máy không được giữ. Nội dung đã bị chặn, không lưu trên máy. Báo ngay cho người phụ trách bảo vệ bí mật và quản trị hệ thống.</source>
            <translation>
                <numerusform>Hệ thống trung tâm đã gửi %n nội dung mật đến máy không được giữ. Nội dung đã bị chặn, không lưu trên máy. Báo ngay cho người phụ trách bảo vệ bí mật và quản trị hệ thống.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã báo</source>
            <translation>Đã báo</translation>
        </message>
        <message numerus="yes">
            <source>Đồng hồ máy này lệch %n phút. Hạn xử lý vẫn tính theo giờ trung tâm; hãy chỉnh lại giờ máy.</source>
            <translation>
                <numerusform>Đồng hồ máy này lệch %n phút. Hạn xử lý vẫn tính theo giờ trung tâm; hãy chỉnh lại giờ máy.</numerusform>
            </translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần trên máy, có chỗ thì tự tải tiếp.</source>
            <translation>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần trên máy, có chỗ thì tự tải tiếp.</translation>
        </message>
    </context>
    <context>
        <name>SignatureCard</name>
        <message>
            <source>Về bản hiện tại</source>
            <translation>Về bản hiện tại</translation>
        </message>
        <message>
            <source>Xem bản tại thời điểm ký</source>
            <translation>Xem bản tại thời điểm ký</translation>
        </message>
    </context>
    <context>
        <name>SignatureOverlay</name>
        <message>
            <source>Vị trí chữ ký trên trang; phím mũi tên để chỉnh, Page Up và Page Down để sang trang khác</source>
            <translation>Vị trí chữ ký trên trang; phím mũi tên để chỉnh, Page Up và Page Down để sang trang khác</translation>
        </message>
        <message>
            <source>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; rộng {width}, cao {height} mm</source>
            <translation>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; rộng {width}, cao {height} mm</translation>
        </message>
        <message>
            <source>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; trùm {part} % chữ ký</source>
            <translation>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; trùm {part} % chữ ký</translation>
        </message>
        <message>
            <source>Trái {left}, dưới {bottom}; {width} × {height} mm</source>
            <translation>Trái {left}, dưới {bottom}; {width} × {height} mm</translation>
        </message>
        <message>
            <source>Trái {left}, dưới {bottom} mm; trùm {part} %</source>
            <translation>Trái {left}, dưới {bottom} mm; trùm {part} %</translation>
        </message>
    </context>
    <context>
        <name>SignedPage</name>
        <message>
            <source>Việc ký bị trả lại hoặc rút lại thì tệp đã ký được giữ ở đây và không gửi lại. Nếu còn cần, ký lại văn bản.</source>
            <translation>Việc ký bị trả lại hoặc rút lại thì tệp đã ký được giữ ở đây và không gửi lại. Nếu còn cần, ký lại văn bản.</translation>
        </message>
        <message>
            <source>Ký lúc</source>
            <translation>Ký lúc</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Văn bản</translation>
        </message>
        <message>
            <source>Tệp đã ký để riêng</source>
            <translation>Tệp đã ký để riêng</translation>
        </message>
        <message>
            <source>Không có tệp đã ký nào để riêng</source>
            <translation>Không có tệp đã ký nào để riêng</translation>
        </message>
        <message>
            <source>&amp;Mở tệp</source>
            <translation>&amp;Mở tệp</translation>
        </message>
        <message>
            <source>&amp;Lưu bản sao…</source>
            <translation>&amp;Lưu bản sao…</translation>
        </message>
        <message>
            <source>&amp;Bỏ tệp…</source>
            <translation>&amp;Bỏ tệp…</translation>
        </message>
        <message>
            <source>Bỏ tệp đã ký</source>
            <translation>Bỏ tệp đã ký</translation>
        </message>
        <message>
            <source>Bỏ hẳn tệp {name}?</source>
            <translation>Bỏ hẳn tệp {name}?</translation>
        </message>
        <message>
            <source>Tệp chỉ có trên máy này. Bỏ rồi thì không lấy lại được.</source>
            <translation>Tệp chỉ có trên máy này. Bỏ rồi thì không lấy lại được.</translation>
        </message>
        <message numerus="yes">
            <source>%n tệp khác ký cùng việc này cũng bị bỏ.</source>
            <translation>
                <numerusform>%n tệp khác ký cùng việc này cũng bị bỏ.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Bỏ tệp</source>
            <translation>&amp;Bỏ tệp</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Giữ lại</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>Đã ký, chưa gửi được vì máy không ghi được. Bản đã ký còn giữ trên máy, không ký lại: nếu ổ đĩa đầy thì xóa bớt tệp không cần, rồi bấm ký lần nữa hoặc mở lại chương trình để gửi.</source>
            <translation>Đã ký, chưa gửi được vì máy không ghi được. Bản đã ký còn giữ trên máy, không ký lại: nếu ổ đĩa đầy thì xóa bớt tệp không cần, rồi bấm ký lần nữa hoặc mở lại chương trình để gửi.</translation>
        </message>
        <message>
            <source>Đã thay bằng ý kiến ký sau; bản ký trước bị bỏ, không gửi.</source>
            <translation>Đã thay bằng ý kiến ký sau; bản ký trước bị bỏ, không gửi.</translation>
        </message>
        <message>
            <source>Bản đã ký được giữ nguyên trên máy, không gửi lại: mở Việc chưa gửi, thẻ Tệp đã ký để riêng, để xem, lưu bản sao hoặc bỏ.</source>
            <translation>Bản đã ký được giữ nguyên trên máy, không gửi lại: mở Việc chưa gửi, thẻ Tệp đã ký để riêng, để xem, lưu bản sao hoặc bỏ.</translation>
        </message>
        <message>
            <source>Không mở được tệp điều khiển thiết bị ký số. Cài lại phần mềm của nhà cung cấp thiết bị (đúng bản 64 bit), hoặc chọn tệp khác trong mục Thiết bị ký số.</source>
            <translation>Không mở được tệp điều khiển thiết bị ký số. Cài lại phần mềm của nhà cung cấp thiết bị (đúng bản 64 bit), hoặc chọn tệp khác trong mục Thiết bị ký số.</translation>
        </message>
        <message>
            <source>Phần mềm điều khiển thiết bị ký số đã dừng đột ngột. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lặp lại, cài lại phần mềm của nhà cung cấp.</source>
            <translation>Phần mềm điều khiển thiết bị ký số đã dừng đột ngột. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lặp lại, cài lại phần mềm của nhà cung cấp.</translation>
        </message>
        <message>
            <source>Thiết bị ký số không trả lời nên chương trình đã ngắt. Rút thiết bị, cắm lại rồi ký tiếp.</source>
            <translation>Thiết bị ký số không trả lời nên chương trình đã ngắt. Rút thiết bị, cắm lại rồi ký tiếp.</translation>
        </message>
        <message>
            <source>Phần mềm điều khiển thiết bị ký số trả lời sai quy cách nên không được dùng. Cài lại phần mềm của nhà cung cấp, hoặc chọn tệp khác trong mục Thiết bị ký số.</source>
            <translation>Phần mềm điều khiển thiết bị ký số trả lời sai quy cách nên không được dùng. Cài lại phần mềm của nhà cung cấp, hoặc chọn tệp khác trong mục Thiết bị ký số.</translation>
        </message>
        <message>
            <source>Tệp điều khiển là bản 32 bit, chương trình này là bản 64 bit. Cài bản 64 bit của nhà cung cấp thiết bị.</source>
            <translation>Tệp điều khiển là bản 32 bit, chương trình này là bản 64 bit. Cài bản 64 bit của nhà cung cấp thiết bị.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đang bận vì chương trình khác dùng nó. Đóng chương trình đó (phần mềm quản lý thiết bị, trình duyệt) rồi thử lại.</source>
            <translation>Thiết bị ký số đang bận vì chương trình khác dùng nó. Đóng chương trình đó (phần mềm quản lý thiết bị, trình duyệt) rồi thử lại.</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số của người đang đăng nhập. Cắm thiết bị vào cổng USB rồi ký lại.</source>
            <translation>Không thấy thiết bị ký số của người đang đăng nhập. Cắm thiết bị vào cổng USB rồi ký lại.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đã bị rút ra khi đang ký. Cắm lại thiết bị rồi ký tiếp các văn bản còn lại.</source>
            <translation>Thiết bị ký số đã bị rút ra khi đang ký. Cắm lại thiết bị rồi ký tiếp các văn bản còn lại.</translation>
        </message>
        <message>
            <source>Thiết bị ký số báo lỗi. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</source>
            <translation>Thiết bị ký số báo lỗi. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Thiết bị có chứng thư nhưng không có khóa bí mật đi kèm, không ký được. Liên hệ đơn vị cấp chứng thư.</source>
            <translation>Thiết bị có chứng thư nhưng không có khóa bí mật đi kèm, không ký được. Liên hệ đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Thiết bị trả về chữ ký không khớp với chứng thư nên chữ ký đó không được dùng. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</source>
            <translation>Thiết bị trả về chữ ký không khớp với chứng thư nên chữ ký đó không được dùng. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Thiết bị không hỗ trợ thuật toán ký mà cơ quan đã chọn. Chọn thuật toán khác trong Cài đặt, mục Ký số.</source>
            <translation>Thiết bị không hỗ trợ thuật toán ký mà cơ quan đã chọn. Chọn thuật toán khác trong Cài đặt, mục Ký số.</translation>
        </message>
        <message>
            <source>Thiết bị hỏi lại mã PIN. Bấm Ký để nhập mã PIN và ký tiếp các văn bản còn lại.</source>
            <translation>Thiết bị hỏi lại mã PIN. Bấm Ký để nhập mã PIN và ký tiếp các văn bản còn lại.</translation>
        </message>
        <message>
            <source>Mã PIN không đúng. Chương trình không tự thử lại; hãy xem lại mã PIN rồi bấm Ký.</source>
            <translation>Mã PIN không đúng. Chương trình không tự thử lại; hãy xem lại mã PIN rồi bấm Ký.</translation>
        </message>
        <message>
            <source>Mã PIN không đúng, thiết bị chỉ còn một lần thử cuối cùng: nhập sai nữa sẽ bị khóa. Chương trình không tự thử lại; nếu không chắc mã PIN, hỏi đơn vị cấp chứng thư trước khi ký lại.</source>
            <translation>Mã PIN không đúng, thiết bị chỉ còn một lần thử cuối cùng: nhập sai nữa sẽ bị khóa. Chương trình không tự thử lại; nếu không chắc mã PIN, hỏi đơn vị cấp chứng thư trước khi ký lại.</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa.</source>
            <translation>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa.</translation>
        </message>
        <message>
            <source>Thiết bị yêu cầu đổi mã PIN trước khi ký. Bấm Đổi mã PIN trong mục Thiết bị ký số, rồi ký lại.</source>
            <translation>Thiết bị yêu cầu đổi mã PIN trước khi ký. Bấm Đổi mã PIN trong mục Thiết bị ký số, rồi ký lại.</translation>
        </message>
        <message>
            <source>Thiết bị ký số chưa được đặt mã PIN. Liên hệ đơn vị cấp chứng thư chữ ký số.</source>
            <translation>Thiết bị ký số chưa được đặt mã PIN. Liên hệ đơn vị cấp chứng thư chữ ký số.</translation>
        </message>
        <message>
            <source>Thiết bị không nhận mã PIN mới: độ dài hoặc ký tự không đúng quy định của thiết bị. Mã PIN cũ vẫn còn dùng.</source>
            <translation>Thiết bị không nhận mã PIN mới: độ dài hoặc ký tự không đúng quy định của thiết bị. Mã PIN cũ vẫn còn dùng.</translation>
        </message>
        <message>
            <source>Thiết bị không cho đổi mã PIN tại đây. Dùng phần mềm của nhà cung cấp, hoặc liên hệ đơn vị cấp chứng thư.</source>
            <translation>Thiết bị không cho đổi mã PIN tại đây. Dùng phần mềm của nhà cung cấp, hoặc liên hệ đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Chưa nhập mã PIN nên chưa ký. Văn bản vẫn ở trong hàng chờ ký.</source>
            <translation>Chưa nhập mã PIN nên chưa ký. Văn bản vẫn ở trong hàng chờ ký.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số đã hết hạn, không được dùng để ký. Đề nghị cơ quan làm thủ tục gia hạn.</source>
            <translation>Chứng thư chữ ký số đã hết hạn, không được dùng để ký. Đề nghị cơ quan làm thủ tục gia hạn.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số chưa đến ngày có hiệu lực. Kiểm tra ngày giờ của máy tính này.</source>
            <translation>Chứng thư chữ ký số chưa đến ngày có hiệu lực. Kiểm tra ngày giờ của máy tính này.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số đã bị thu hồi, không được dùng để ký. Liên hệ đơn vị cấp chứng thư.</source>
            <translation>Chứng thư chữ ký số đã bị thu hồi, không được dùng để ký. Liên hệ đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Chứng thư trên thiết bị không phải của người đang đăng nhập. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</source>
            <translation>Chứng thư trên thiết bị không phải của người đang đăng nhập. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</translation>
        </message>
        <message>
            <source>Chứng thư trên thiết bị không dùng để ký văn bản được. Chọn chứng thư khác ở mục Thiết bị ký số.</source>
            <translation>Chứng thư trên thiết bị không dùng để ký văn bản được. Chọn chứng thư khác ở mục Thiết bị ký số.</translation>
        </message>
        <message>
            <source>Không mở được tệp khóa thực hành: tệp hỏng hoặc mã PIN không đúng.</source>
            <translation>Không mở được tệp khóa thực hành: tệp hỏng hoặc mã PIN không đúng.</translation>
        </message>
        <message>
            <source>Không đọc được tệp PDF. Trả lại văn bản để người soạn xuất lại tệp PDF.</source>
            <translation>Không đọc được tệp PDF. Trả lại văn bản để người soạn xuất lại tệp PDF.</translation>
        </message>
        <message>
            <source>Tệp này không phải tệp PDF. Trả lại văn bản để người soạn xuất ra PDF rồi trình lại.</source>
            <translation>Tệp này không phải tệp PDF. Trả lại văn bản để người soạn xuất ra PDF rồi trình lại.</translation>
        </message>
        <message>
            <source>Tệp PDF không có trang nào. Trả lại văn bản để người soạn xuất lại tệp PDF.</source>
            <translation>Tệp PDF không có trang nào. Trả lại văn bản để người soạn xuất lại tệp PDF.</translation>
        </message>
        <message>
            <source>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Trả lại để người soạn giảm dung lượng ảnh quét hoặc tách phụ lục thành tệp riêng.</source>
            <translation>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Trả lại để người soạn giảm dung lượng ảnh quét hoặc tách phụ lục thành tệp riêng.</translation>
        </message>
        <message>
            <source>Tệp PDF có hơn %{limit} trang. Trả lại để người soạn tách phụ lục thành tệp riêng.</source>
            <translation>Tệp PDF có hơn %{limit} trang. Trả lại để người soạn tách phụ lục thành tệp riêng.</translation>
        </message>
        <message>
            <source>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. Trả lại để người soạn in ra PDF thường.</source>
            <translation>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. Trả lại để người soạn in ra PDF thường.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Trả lại để người soạn xuất lại tệp không có mã lệnh.</source>
            <translation>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Trả lại để người soạn xuất lại tệp không có mã lệnh.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu nên không ký được. Trả lại để người soạn bỏ mật khẩu.</source>
            <translation>Tệp PDF có mật khẩu nên không ký được. Trả lại để người soạn bỏ mật khẩu.</translation>
        </message>
        <message>
            <source>Tệp PDF mở xem được nhưng bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Trả lại để người soạn xuất bản không đặt hạn chế.</source>
            <translation>Tệp PDF mở xem được nhưng bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Trả lại để người soạn xuất bản không đặt hạn chế.</translation>
        </message>
        <message>
            <source>Tệp PDF đã có chữ ký khóa tệp, không ký thêm được. Trả lại để người soạn dùng tệp chưa ký.</source>
            <translation>Tệp PDF đã có chữ ký khóa tệp, không ký thêm được. Trả lại để người soạn dùng tệp chưa ký.</translation>
        </message>
        <message>
            <source>Tệp PDF không có chỗ để ghi số và ngày. Trả lại để người soạn nộp lại tệp qua mục Dự thảo.</source>
            <translation>Tệp PDF không có chỗ để ghi số và ngày. Trả lại để người soạn nộp lại tệp qua mục Dự thảo.</translation>
        </message>
        <message>
            <source>Trên trang in “%{printed}”, văn bản được cấp “%{given}”. Trả lại để người soạn in lại đúng số, ngày đã cấp.</source>
            <translation>Trên trang in “%{printed}”, văn bản được cấp “%{given}”. Trả lại để người soạn in lại đúng số, ngày đã cấp.</translation>
        </message>
        <message>
            <source>Lãnh đạo chưa ký, hoặc tệp đã thay đổi sau khi lãnh đạo ký. Chỉ ký số cơ quan khi văn bản đã được ký duyệt.</source>
            <translation>Lãnh đạo chưa ký, hoặc tệp đã thay đổi sau khi lãnh đạo ký. Chỉ ký số cơ quan khi văn bản đã được ký duyệt.</translation>
        </message>
        <message>
            <source>Chữ ký trên tệp là của “%{name}”, không phải của người ký duyệt, nên chưa ký số cơ quan. Báo người soạn trình lại để đúng người ký; nếu người ký vừa đổi chứng thư, báo người quản trị.</source>
            <translation>Chữ ký trên tệp là của “%{name}”, không phải của người ký duyệt, nên chưa ký số cơ quan. Báo người soạn trình lại để đúng người ký; nếu người ký vừa đổi chứng thư, báo người quản trị.</translation>
        </message>
        <message>
            <source>Chứng thư mà “%{name}” đã dùng để ký duyệt bị thu hồi nên chưa ký số cơ quan. Báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</source>
            <translation>Chứng thư mà “%{name}” đã dùng để ký duyệt bị thu hồi nên chưa ký số cơ quan. Báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</translation>
        </message>
        <message>
            <source>Chữ ký của “%{name}” không hợp lệ: chứng thư hết hạn, bị giả hoặc không dùng để ký được. Chưa ký số cơ quan; báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</source>
            <translation>Chữ ký của “%{name}” không hợp lệ: chứng thư hết hạn, bị giả hoặc không dùng để ký được. Chưa ký số cơ quan; báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</translation>
        </message>
        <message>
            <source>Vị trí chữ ký nằm ngoài trang. Chọn lại vị trí rồi ký.</source>
            <translation>Vị trí chữ ký nằm ngoài trang. Chọn lại vị trí rồi ký.</translation>
        </message>
        <message>
            <source>Đã ký. Dịch vụ dấu thời gian chưa trả lời; dấu thời gian sẽ được bổ sung sau.</source>
            <translation>Đã ký. Dịch vụ dấu thời gian chưa trả lời; dấu thời gian sẽ được bổ sung sau.</translation>
        </message>
        <message>
            <source>Chuỗi chứng thư không đúng: nơi cấp đã hết hạn hoặc bị giả. Báo người quản trị, đề nghị cấp lại.</source>
            <translation>Chuỗi chứng thư không đúng: nơi cấp đã hết hạn hoặc bị giả. Báo người quản trị, đề nghị cấp lại.</translation>
        </message>
        <message>
            <source>Đã ký, nhưng chữ ký không có dấu thời gian: dịch vụ chưa trả lời. Tệp ngoài hệ thống không được bổ sung sau; cần dấu thời gian thì ký lại tệp gốc khi dịch vụ hoạt động.</source>
            <translation>Đã ký, nhưng chữ ký không có dấu thời gian: dịch vụ chưa trả lời. Tệp ngoài hệ thống không được bổ sung sau; cần dấu thời gian thì ký lại tệp gốc khi dịch vụ hoạt động.</translation>
        </message>
        <message>
            <source>Đã ký, nhưng chưa lưu đủ dữ liệu kiểm tra lâu dài vào tệp. Tệp ngoài hệ thống không được bổ sung sau; cần thì ký lại tệp gốc khi có mạng.</source>
            <translation>Đã ký, nhưng chưa lưu đủ dữ liệu kiểm tra lâu dài vào tệp. Tệp ngoài hệ thống không được bổ sung sau; cần thì ký lại tệp gốc khi có mạng.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa hỏi được tình trạng chứng thư của người ký; người nhận sẽ tự kiểm tra khi mở tệp.</source>
            <translation>Đã ký. Chưa hỏi được tình trạng chứng thư của người ký; người nhận sẽ tự kiểm tra khi mở tệp.</translation>
        </message>
        <message>
            <source>Tệp hỏng hoặc không phải PDF nên không ký được. Mở thử tệp, hoặc xin lại tệp từ nơi gửi.</source>
            <translation>Tệp hỏng hoặc không phải PDF nên không ký được. Mở thử tệp, hoặc xin lại tệp từ nơi gửi.</translation>
        </message>
        <message>
            <source>Tệp này không phải PDF. Xuất tệp ra PDF rồi thêm lại.</source>
            <translation>Tệp này không phải PDF. Xuất tệp ra PDF rồi thêm lại.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu nên không ký được. Bỏ mật khẩu của tệp, hoặc xin bản không có mật khẩu.</source>
            <translation>Tệp PDF có mật khẩu nên không ký được. Bỏ mật khẩu của tệp, hoặc xin bản không có mật khẩu.</translation>
        </message>
        <message>
            <source>Tệp PDF bị hạn chế sửa đổi nên không ký được. Xin bản không đặt hạn chế từ nơi gửi.</source>
            <translation>Tệp PDF bị hạn chế sửa đổi nên không ký được. Xin bản không đặt hạn chế từ nơi gửi.</translation>
        </message>
        <message>
            <source>Tệp PDF không có trang nào. Xin lại tệp từ nơi gửi.</source>
            <translation>Tệp PDF không có trang nào. Xin lại tệp từ nơi gửi.</translation>
        </message>
        <message>
            <source>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Giảm dung lượng ảnh quét rồi thêm lại.</source>
            <translation>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Giảm dung lượng ảnh quét rồi thêm lại.</translation>
        </message>
        <message>
            <source>Tệp PDF có quá nhiều trang. Tách tệp rồi thêm lại.</source>
            <translation>Tệp PDF có quá nhiều trang. Tách tệp rồi thêm lại.</translation>
        </message>
        <message>
            <source>Tệp là biểu mẫu XFA, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</source>
            <translation>Tệp là biểu mẫu XFA, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</source>
            <translation>Tệp PDF có mã lệnh, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</translation>
        </message>
        <message>
            <source>Tệp PDF đã có chữ ký khóa tệp: người ký trước không cho ký thêm. Ký vào bản chưa khóa.</source>
            <translation>Tệp PDF đã có chữ ký khóa tệp: người ký trước không cho ký thêm. Ký vào bản chưa khóa.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại tệp rồi ký.</source>
            <translation>Tệp đã được thay sau khi mở. Xem lại tệp rồi ký.</translation>
        </message>
        <message>
            <source>Không đọc được tệp: tệp đã bị xóa, đổi tên, hoặc ổ đĩa không còn kết nối. Kiểm tra rồi thêm lại.</source>
            <translation>Không đọc được tệp: tệp đã bị xóa, đổi tên, hoặc ổ đĩa không còn kết nối. Kiểm tra rồi thêm lại.</translation>
        </message>
        <message>
            <source>Đã ký nhưng không ghi được bản ký vào %{folder}. Bấm Nơi lưu để chọn nơi khác rồi ký lại tệp này.</source>
            <translation>Đã ký nhưng không ghi được bản ký vào %{folder}. Bấm Nơi lưu để chọn nơi khác rồi ký lại tệp này.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa lưu đủ dữ liệu kiểm tra vào tệp; chương trình sẽ bổ sung sau.</source>
            <translation>Đã ký. Chưa lưu đủ dữ liệu kiểm tra vào tệp; chương trình sẽ bổ sung sau.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa hỏi được tình trạng chứng thư; chương trình sẽ hỏi lại trước khi phát hành.</source>
            <translation>Đã ký. Chưa hỏi được tình trạng chứng thư; chương trình sẽ hỏi lại trước khi phát hành.</translation>
        </message>
        <message>
            <source>Đã ký. Máy này chưa có chứng thư gốc tin cậy nên chưa kiểm tra được chứng thư của người ký.</source>
            <translation>Đã ký. Máy này chưa có chứng thư gốc tin cậy nên chưa kiểm tra được chứng thư của người ký.</translation>
        </message>
        <message>
            <source>Đã ký. Nơi cấp chứng thư chưa có trong danh sách tin cậy của cơ quan; báo người quản trị.</source>
            <translation>Đã ký. Nơi cấp chứng thư chưa có trong danh sách tin cậy của cơ quan; báo người quản trị.</translation>
        </message>
        <message>
            <source>Đã ký. Chứng thư của nơi cấp có vấn đề; báo người quản trị kiểm tra trước khi phát hành.</source>
            <translation>Đã ký. Chứng thư của nơi cấp có vấn đề; báo người quản trị kiểm tra trước khi phát hành.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên không ghi được tệp đã ký; tệp gốc còn nguyên. Xóa bớt tệp không cần trên máy rồi ký tiếp.</source>
            <translation>Ổ đĩa đã đầy nên không ghi được tệp đã ký; tệp gốc còn nguyên. Xóa bớt tệp không cần trên máy rồi ký tiếp.</translation>
        </message>
        <message>
            <source>Không ký được. Thử ký lại; nếu còn lỗi, báo người quản trị.</source>
            <translation>Không ký được. Thử ký lại; nếu còn lỗi, báo người quản trị.</translation>
        </message>
        <message>
            <source>Chưa có vị trí ký: không tìm thấy tên người ký trên trang. Chọn ở mục Vị trí.</source>
            <translation>Chưa có vị trí ký: không tìm thấy tên người ký trên trang. Chọn ở mục Vị trí.</translation>
        </message>
        <message>
            <source>Tên người ký xuất hiện %{count} lần: chọn vị trí ở mục Vị trí.</source>
            <translation>Tên người ký xuất hiện %{count} lần: chọn vị trí ở mục Vị trí.</translation>
        </message>
        <message>
            <source>Tệp chưa tải về máy và đang mất kết nối. Ký khi có mạng.</source>
            <translation>Tệp chưa tải về máy và đang mất kết nối. Ký khi có mạng.</translation>
        </message>
        <message>
            <source>Không còn tệp này ở máy chủ. Báo người soạn nộp lại.</source>
            <translation>Không còn tệp này ở máy chủ. Báo người soạn nộp lại.</translation>
        </message>
        <message>
            <source>Lượt ký đã dừng trước khi ký văn bản này. Bấm Ký tiếp để ký.</source>
            <translation>Lượt ký đã dừng trước khi ký văn bản này. Bấm Ký tiếp để ký.</translation>
        </message>
        <message>
            <source>Văn bản không còn trong hàng chờ ký: có người đã xử lý trước.</source>
            <translation>Văn bản không còn trong hàng chờ ký: có người đã xử lý trước.</translation>
        </message>
        <message>
            <source>Văn bản này không do người đang đăng nhập ký.</source>
            <translation>Văn bản này không do người đang đăng nhập ký.</translation>
        </message>
        <message>
            <source>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</source>
            <translation>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</translation>
        </message>
        <message>
            <source>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</source>
            <translation>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</translation>
        </message>
        <message>
            <source>Không lập được bản sao giống hệt bản gốc từ tệp này nên chưa sao. In văn bản ra giấy rồi quét để sao.</source>
            <translation>Không lập được bản sao giống hệt bản gốc từ tệp này nên chưa sao. In văn bản ra giấy rồi quét để sao.</translation>
        </message>
        <message>
            <source>Không ký được phụ lục “%{name}”: tệp hỏng, quá lớn, có mật khẩu, có mã lệnh hoặc đã khóa. Chưa tệp nào của văn bản này được ký; trả lại để người soạn thay tệp.</source>
            <translation>Không ký được phụ lục “%{name}”: tệp hỏng, quá lớn, có mật khẩu, có mã lệnh hoặc đã khóa. Chưa tệp nào của văn bản này được ký; trả lại để người soạn thay tệp.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại văn bản rồi ký.</source>
            <translation>Tệp đã được thay sau khi mở. Xem lại văn bản rồi ký.</translation>
        </message>
        <message>
            <source>Thiết bị không ký được bằng chứng thư của chủ hồ sơ này. Cắm đúng thiết bị rồi bấm lại.</source>
            <translation>Thiết bị không ký được bằng chứng thư của chủ hồ sơ này. Cắm đúng thiết bị rồi bấm lại.</translation>
        </message>
        <message>
            <source>Đã ký, chưa gửi được</source>
            <translation>Đã ký, chưa gửi được</translation>
        </message>
        <message>
            <source>Đã ký, bị từ chối</source>
            <translation>Đã ký, bị từ chối</translation>
        </message>
        <message>
            <source>Bỏ qua: chưa chọn vị trí</source>
            <translation>Bỏ qua: chưa chọn vị trí</translation>
        </message>
        <message>
            <source>Chưa ký: thiết bị bị rút</source>
            <translation>Chưa ký: thiết bị bị rút</translation>
        </message>
        <message>
            <source>Chưa ký: không thấy thiết bị</source>
            <translation>Chưa ký: không thấy thiết bị</translation>
        </message>
        <message>
            <source>Chưa ký: sai mã PIN</source>
            <translation>Chưa ký: sai mã PIN</translation>
        </message>
        <message>
            <source>Chưa ký: mã PIN bị khóa</source>
            <translation>Chưa ký: mã PIN bị khóa</translation>
        </message>
        <message>
            <source>Chưa ký</source>
            <translation>Chưa ký</translation>
        </message>
        <message>
            <source>Chưa ký: chưa có tệp</source>
            <translation>Chưa ký: chưa có tệp</translation>
        </message>
        <message>
            <source>Chưa ký: không còn tệp</source>
            <translation>Chưa ký: không còn tệp</translation>
        </message>
        <message>
            <source>Chưa ký: không đọc được tệp</source>
            <translation>Chưa ký: không đọc được tệp</translation>
        </message>
        <message>
            <source>Lỗi: không ghi được tệp</source>
            <translation>Lỗi: không ghi được tệp</translation>
        </message>
        <message>
            <source>Từ chối: lãnh đạo chưa ký</source>
            <translation>Từ chối: lãnh đạo chưa ký</translation>
        </message>
        <message>
            <source>Từ chối: không đúng người ký duyệt</source>
            <translation>Từ chối: không đúng người ký duyệt</translation>
        </message>
        <message>
            <source>Từ chối: chứng thư bị thu hồi</source>
            <translation>Từ chối: chứng thư bị thu hồi</translation>
        </message>
        <message>
            <source>Từ chối: chữ ký lãnh đạo không hợp lệ</source>
            <translation>Từ chối: chữ ký lãnh đạo không hợp lệ</translation>
        </message>
        <message>
            <source>Từ chối: chưa có số</source>
            <translation>Từ chối: chưa có số</translation>
        </message>
        <message>
            <source>Từ chối: chờ cấp số đến</source>
            <translation>Từ chối: chờ cấp số đến</translation>
        </message>
        <message>
            <source>Lỗi: phụ lục không ký được</source>
            <translation>Lỗi: phụ lục không ký được</translation>
        </message>
        <message>
            <source>Lỗi: tệp có mật khẩu</source>
            <translation>Lỗi: tệp có mật khẩu</translation>
        </message>
        <message>
            <source>Lỗi: tệp bị đặt hạn chế</source>
            <translation>Lỗi: tệp bị đặt hạn chế</translation>
        </message>
        <message>
            <source>Lỗi: tệp đã khóa</source>
            <translation>Lỗi: tệp đã khóa</translation>
        </message>
        <message>
            <source>Lỗi: không đọc được tệp</source>
            <translation>Lỗi: không đọc được tệp</translation>
        </message>
        <message>
            <source>Lỗi: số in khác số cấp</source>
            <translation>Lỗi: số in khác số cấp</translation>
        </message>
        <message>
            <source>Lỗi: không phải PDF</source>
            <translation>Lỗi: không phải PDF</translation>
        </message>
        <message>
            <source>Lỗi: tệp không có trang</source>
            <translation>Lỗi: tệp không có trang</translation>
        </message>
        <message>
            <source>Lỗi: tệp quá lớn</source>
            <translation>Lỗi: tệp quá lớn</translation>
        </message>
        <message>
            <source>Lỗi: quá nhiều trang</source>
            <translation>Lỗi: quá nhiều trang</translation>
        </message>
        <message>
            <source>Lỗi: biểu mẫu XFA</source>
            <translation>Lỗi: biểu mẫu XFA</translation>
        </message>
        <message>
            <source>Lỗi: tệp có mã lệnh</source>
            <translation>Lỗi: tệp có mã lệnh</translation>
        </message>
        <message>
            <source>Chưa ký: tệp đã được thay</source>
            <translation>Chưa ký: tệp đã được thay</translation>
        </message>
        <message>
            <source>Chưa ký: đã có người xử lý</source>
            <translation>Chưa ký: đã có người xử lý</translation>
        </message>
        <message>
            <source>Chưa ký: đầy ổ đĩa</source>
            <translation>Chưa ký: đầy ổ đĩa</translation>
        </message>
        <message>
            <source>Chưa ký: lỗi thiết bị</source>
            <translation>Chưa ký: lỗi thiết bị</translation>
        </message>
        <message>
            <source>Chưa ký: thiết bị không trả lời</source>
            <translation>Chưa ký: thiết bị không trả lời</translation>
        </message>
        <message>
            <source>Chưa ký: chứng thư hết hạn</source>
            <translation>Chưa ký: chứng thư hết hạn</translation>
        </message>
        <message>
            <source>Chưa ký: chứng thư bị thu hồi</source>
            <translation>Chưa ký: chứng thư bị thu hồi</translation>
        </message>
        <message>
            <source>Chưa ký: không đúng người</source>
            <translation>Chưa ký: không đúng người</translation>
        </message>
        <message>
            <source>Chưa ký: có lỗi</source>
            <translation>Chưa ký: có lỗi</translation>
        </message>
    </context>
    <context>
        <name>SigningDesk</name>
        <message>
            <source>Số đến %1</source>
            <translation>Số đến %1</translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>Đã trả lại văn bản cho người soạn.</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Ký duyệt</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Ký số cơ quan</translation>
        </message>
        <message>
            <source>Phụ lục</source>
            <translation>Phụ lục</translation>
        </message>
        <message>
            <source>Ký phụ lục</source>
            <translation>Ký phụ lục</translation>
        </message>
        <message>
            <source>Bản sao</source>
            <translation>Bản sao</translation>
        </message>
        <message>
            <source>Ký sao</source>
            <translation>Ký sao</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Văn bản đến</translation>
        </message>
        <message>
            <source>Ký văn bản đến</source>
            <translation>Ký văn bản đến</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>Tất cả</translation>
        </message>
        <message>
            <source>Ký</source>
            <translation>Ký</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>Chờ ký</translation>
        </message>
        <message numerus="yes">
            <source>Ký %n văn bản bằng chứng thư của cơ quan</source>
            <translation>
                <numerusform>Ký %n văn bản bằng chứng thư của cơ quan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký duyệt %n văn bản</source>
            <translation>
                <numerusform>Ký duyệt %n văn bản</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký số cơ quan %n văn bản</source>
            <translation>
                <numerusform>Ký số cơ quan %n văn bản</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký phụ lục của %n văn bản</source>
            <translation>
                <numerusform>Ký phụ lục của %n văn bản</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký sao %n văn bản</source>
            <translation>
                <numerusform>Ký sao %n văn bản</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký %n văn bản đến</source>
            <translation>
                <numerusform>Ký %n văn bản đến</numerusform>
            </translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký</source>
            <translation>Không có văn bản chờ ký</translation>
        </message>
        <message>
            <source>Văn bản trình ký sẽ hiện ở đây.</source>
            <translation>Văn bản trình ký sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký số cơ quan</source>
            <translation>Không có văn bản chờ ký số cơ quan</translation>
        </message>
        <message>
            <source>Văn bản đã được lãnh đạo ký duyệt và đã cấp số sẽ hiện ở đây.</source>
            <translation>Văn bản đã được lãnh đạo ký duyệt và đã cấp số sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có phụ lục chờ ký</source>
            <translation>Không có phụ lục chờ ký</translation>
        </message>
        <message>
            <source>Phụ lục ở tệp riêng được ký cùng văn bản. Văn bản đã ký số cơ quan mà phụ lục chưa ký sẽ hiện ở đây.</source>
            <translation>Phụ lục ở tệp riêng được ký cùng văn bản. Văn bản đã ký số cơ quan mà phụ lục chưa ký sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có bản sao chờ ký</source>
            <translation>Không có bản sao chờ ký</translation>
        </message>
        <message>
            <source>Mở văn bản cần sao, chọn Sao văn bản, rồi cấp số: bản sao sẽ hiện ở đây.</source>
            <translation>Mở văn bản cần sao, chọn Sao văn bản, rồi cấp số: bản sao sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Không có văn bản đến chờ ký</source>
            <translation>Không có văn bản đến chờ ký</translation>
        </message>
        <message>
            <source>Văn bản đã vào sổ trong 7 ngày qua và chưa ký xác nhận sẽ hiện ở đây.</source>
            <translation>Văn bản đã vào sổ trong 7 ngày qua và chưa ký xác nhận sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Mọi việc cần chứng thư của cơ quan sẽ hiện ở đây.</source>
            <translation>Mọi việc cần chứng thư của cơ quan sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Ảnh chữ ký hoặc con dấu vừa đổi. Xem lại trên trang rồi bấm ký lại.</source>
            <translation>Ảnh chữ ký hoặc con dấu vừa đổi. Xem lại trên trang rồi bấm ký lại.</translation>
        </message>
        <message>
            <source>Văn bản đã chọn vừa được thay tệp nên đã bỏ chọn. Xem lại rồi chọn ký.</source>
            <translation>Văn bản đã chọn vừa được thay tệp nên đã bỏ chọn. Xem lại rồi chọn ký.</translation>
        </message>
        <message>
            <source>Chờ cấp số</source>
            <translation>Chờ cấp số</translation>
        </message>
        <message>
            <source>Lô ký dở: đã ký %1/%2 văn bản.</source>
            <translation>Lô ký dở: đã ký %1/%2 văn bản.</translation>
        </message>
        <message>
            <source>mặc định</source>
            <translation>mặc định</translation>
        </message>
        <message>
            <source>không dùng ảnh</source>
            <translation>không dùng ảnh</translation>
        </message>
        <message>
            <source>Lượt ký %1: đã ký %2 trong %3 văn bản</source>
            <translation>Lượt ký %1: đã ký %2 trong %3 văn bản</translation>
        </message>
        <message>
            <source>Đã sao chép danh sách kết quả ký.</source>
            <translation>Đã sao chép danh sách kết quả ký.</translation>
        </message>
        <message>
            <source>Lưu danh sách kết quả ký</source>
            <translation>Lưu danh sách kết quả ký</translation>
        </message>
        <message>
            <source>Bảng tính CSV (*.csv)</source>
            <translation>Bảng tính CSV (*.csv)</translation>
        </message>
        <message>
            <source>Không ghi được danh sách vào %1. Chọn nơi khác rồi lưu lại.</source>
            <translation>Không ghi được danh sách vào %1. Chọn nơi khác rồi lưu lại.</translation>
        </message>
        <message>
            <source>Đã lưu danh sách kết quả ký vào %1.</source>
            <translation>Đã lưu danh sách kết quả ký vào %1.</translation>
        </message>
        <message>
            <source>STT</source>
            <translation>STT</translation>
        </message>
        <message>
            <source>Số, ký hiệu</source>
            <translation>Số, ký hiệu</translation>
        </message>
        <message>
            <source>Trích yếu</source>
            <translation>Trích yếu</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>Lý do, cách xử lý</source>
            <translation>Lý do, cách xử lý</translation>
        </message>
        <message>
            <source>(không xuất trích yếu)</source>
            <translation>(không xuất trích yếu)</translation>
        </message>
        <message>
            <source>Mỗi lượt ký nhiều nhất %1 văn bản. Bỏ chọn bớt rồi ký, phần còn lại ký sau.</source>
            <translation>Mỗi lượt ký nhiều nhất %1 văn bản. Bỏ chọn bớt rồi ký, phần còn lại ký sau.</translation>
        </message>
        <message>
            <source>Thiết bị đang ký việc khác. Chờ ký xong việc đó rồi ký các văn bản này.</source>
            <translation>Thiết bị đang ký việc khác. Chờ ký xong việc đó rồi ký các văn bản này.</translation>
        </message>
        <message>
            <source>Cả lô: đã ký %1/%2 văn bản.</source>
            <translation>Cả lô: đã ký %1/%2 văn bản.</translation>
        </message>
        <message>
            <source>Đã nhập mã PIN một lần</source>
            <translation>Đã nhập mã PIN một lần</translation>
        </message>
        <message>
            <source>Thiết bị hỏi mã PIN cho từng văn bản. Đang ký: %1</source>
            <translation>Thiết bị hỏi mã PIN cho từng văn bản. Đang ký: %1</translation>
        </message>
        <message>
            <source>Số %1 (đã giữ số)</source>
            <translation>Số %1 (đã giữ số)</translation>
        </message>
        <message>
            <source>Số %1</source>
            <translation>Số %1</translation>
        </message>
        <message numerus="yes">
            <source>%n trang</source>
            <translation>
                <numerusform>%n trang</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>kèm %n phụ lục</source>
            <translation>
                <numerusform>kèm %n phụ lục</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 đã ký duyệt</source>
            <translation>%1 đã ký duyệt</translation>
        </message>
        <message numerus="yes">
            <source>%n phụ lục chưa ký</source>
            <translation>
                <numerusform>%n phụ lục chưa ký</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 của %2</source>
            <translation>%1 của %2</translation>
        </message>
        <message>
            <source>Dấu ĐẾN đặt khi ký; mở văn bản để xem trước</source>
            <translation>Dấu ĐẾN đặt khi ký; mở văn bản để xem trước</translation>
        </message>
        <message>
            <source>Đang tìm vị trí ký…</source>
            <translation>Đang tìm vị trí ký…</translation>
        </message>
        <message>
            <source>Vị trí đặt bằng tay, trang %1</source>
            <translation>Vị trí đặt bằng tay, trang %1</translation>
        </message>
        <message>
            <source>Vị trí dấu: trùm 1/3 bên trái chữ ký</source>
            <translation>Vị trí dấu: trùm 1/3 bên trái chữ ký</translation>
        </message>
        <message>
            <source>Vị trí tìm thấy: %1</source>
            <translation>Vị trí tìm thấy: %1</translation>
        </message>
        <message>
            <source>Tên xuất hiện %1 lần: cần chọn vị trí</source>
            <translation>Tên xuất hiện %1 lần: cần chọn vị trí</translation>
        </message>
        <message>
            <source>Không tìm thấy tên người ký: cần chọn vị trí</source>
            <translation>Không tìm thấy tên người ký: cần chọn vị trí</translation>
        </message>
        <message>
            <source>Dấu ĐẾN trên phiếu riêng; tệp gốc đã ký được giữ nguyên</source>
            <translation>Dấu ĐẾN trên phiếu riêng; tệp gốc đã ký được giữ nguyên</translation>
        </message>
        <message>
            <source>Dấu ĐẾN trên bản ký riêng; tệp gốc được giữ nguyên</source>
            <translation>Dấu ĐẾN trên bản ký riêng; tệp gốc được giữ nguyên</translation>
        </message>
        <message>
            <source>Góc trên bên phải, trang 1</source>
            <translation>Góc trên bên phải, trang 1</translation>
        </message>
        <message>
            <source>Dấu đúng cỡ thật. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Dấu đúng cỡ thật. Kéo hoặc dùng phím mũi tên để chỉnh.</translation>
        </message>
        <message>
            <source>Tệp gốc đã có chữ ký số nên không ghi gì lên đó: dấu đến đặt trên phiếu xác nhận kèm theo.</source>
            <translation>Tệp gốc đã có chữ ký số nên không ghi gì lên đó: dấu đến đặt trên phiếu xác nhận kèm theo.</translation>
        </message>
        <message>
            <source>Dấu đến đúng cỡ thật, trên một bản riêng. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Dấu đến đúng cỡ thật, trên một bản riêng. Kéo hoặc dùng phím mũi tên để chỉnh.</translation>
        </message>
        <message>
            <source>Chữ ký của cơ quan, không có hình dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Chữ ký của cơ quan, không có hình dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</translation>
        </message>
        <message>
            <source>Khung xanh: chữ ký. Vòng đỏ: chỗ của dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Khung xanh: chữ ký. Vòng đỏ: chỗ của dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</translation>
        </message>
        <message>
            <source>Đang ký…</source>
            <translation>Đang ký…</translation>
        </message>
        <message>
            <source>Đã ký %1</source>
            <translation>Đã ký %1</translation>
        </message>
        <message>
            <source>Chờ</source>
            <translation>Chờ</translation>
        </message>
        <message>
            <source>Chưa ký</source>
            <translation>Chưa ký</translation>
        </message>
        <message>
            <source>Đang dừng; chờ xong văn bản đang ký…</source>
            <translation>Đang dừng; chờ xong văn bản đang ký…</translation>
        </message>
        <message>
            <source>Tạm dừng ở %1/%2</source>
            <translation>Tạm dừng ở %1/%2</translation>
        </message>
        <message>
            <source>Đang ký %1/%2</source>
            <translation>Đang ký %1/%2</translation>
        </message>
        <message>
            <source> · còn khoảng %1 phút</source>
            <translation> · còn khoảng %1 phút</translation>
        </message>
        <message>
            <source> · còn khoảng %1 giây</source>
            <translation> · còn khoảng %1 giây</translation>
        </message>
        <message>
            <source> · thiết bị của %1</source>
            <translation> · thiết bị của %1</translation>
        </message>
        <message numerus="yes">
            <source>Đã ký %n văn bản.</source>
            <translation>
                <numerusform>Đã ký %n văn bản.</numerusform>
            </translation>
        </message>
        <message>
            <source>Có văn bản cần lưu ý, xem ở từng dòng.</source>
            <translation>Có văn bản cần lưu ý, xem ở từng dòng.</translation>
        </message>
        <message>
            <source>Chưa văn bản nào được ký.</source>
            <translation>Chưa văn bản nào được ký.</translation>
        </message>
        <message>
            <source>Đã ký %1 trong %2 văn bản.</source>
            <translation>Đã ký %1 trong %2 văn bản.</translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản đã ký nhưng không được chấp nhận, tệp ở Việc chưa gửi.</source>
            <translation>
                <numerusform>%n văn bản đã ký nhưng không được chấp nhận, tệp ở Việc chưa gửi.</numerusform>
            </translation>
        </message>
        <message>
            <source> và %1 văn bản khác</source>
            <translation> và %1 văn bản khác</translation>
        </message>
        <message>
            <source>Chưa ký: %1%2.</source>
            <translation>Chưa ký: %1%2.</translation>
        </message>
        <message>
            <source>Khác</source>
            <translation>Khác</translation>
        </message>
        <message>
            <source>Tiến độ ký</source>
            <translation>Tiến độ ký</translation>
        </message>
        <message>
            <source>&amp;Ký</source>
            <translation>&amp;Ký</translation>
        </message>
        <message>
            <source>T&amp;rả lại…</source>
            <translation>T&amp;rả lại…</translation>
        </message>
        <message>
            <source>&amp;Xem văn bản</source>
            <translation>&amp;Xem văn bản</translation>
        </message>
        <message>
            <source>Tạm &amp;dừng</source>
            <translation>Tạm &amp;dừng</translation>
        </message>
        <message>
            <source>&amp;Hủy</source>
            <translation>&amp;Hủy</translation>
        </message>
        <message>
            <source>Ký các văn bản đã chọn (Ctrl+Enter)</source>
            <translation>Ký các văn bản đã chọn (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Tiếp tục</translation>
        </message>
        <message>
            <source>%1 văn bản · %2 đã chọn</source>
            <translation>%1 văn bản · %2 đã chọn</translation>
        </message>
        <message>
            <source>&amp;%1 %2 văn bản</source>
            <translation>&amp;%1 %2 văn bản</translation>
        </message>
        <message>
            <source>Một mã PIN cho cả lượt</source>
            <translation>Một mã PIN cho cả lượt</translation>
        </message>
    </context>
    <context>
        <name>SigningLater</name>
        <message>
            <source>Dịch vụ dấu thời gian chưa trả lời. Chương trình tự thử lại và bổ sung khi dịch vụ hoạt động.</source>
            <translation>Dịch vụ dấu thời gian chưa trả lời. Chương trình tự thử lại và bổ sung khi dịch vụ hoạt động.</translation>
        </message>
        <message>
            <source>Chưa hỏi đủ tình trạng thu hồi chứng thư. Chương trình tự hỏi lại và lưu kèm tệp khi có trả lời.</source>
            <translation>Chưa hỏi đủ tình trạng thu hồi chứng thư. Chương trình tự hỏi lại và lưu kèm tệp khi có trả lời.</translation>
        </message>
        <message>
            <source>Tệp chưa có trên máy này và đang mất mạng. Chương trình làm tiếp khi có mạng.</source>
            <translation>Tệp chưa có trên máy này và đang mất mạng. Chương trình làm tiếp khi có mạng.</translation>
        </message>
        <message>
            <source>Máy này chưa có chứng thư gốc tin cậy nên chưa bổ sung được. Báo người quản trị.</source>
            <translation>Máy này chưa có chứng thư gốc tin cậy nên chưa bổ sung được. Báo người quản trị.</translation>
        </message>
        <message>
            <source>Đang chờ dịch vụ dấu thời gian ({seconds} giây)…</source>
            <translation>Đang chờ dịch vụ dấu thời gian ({seconds} giây)…</translation>
        </message>
        <message>
            <source>Bỏ qua: văn bản được ký ngay, dấu thời gian được bổ sung sau. Không ảnh hưởng chữ ký.</source>
            <translation>Bỏ qua: văn bản được ký ngay, dấu thời gian được bổ sung sau. Không ảnh hưởng chữ ký.</translation>
        </message>
        <message>
            <source>&amp;Bỏ qua</source>
            <translation>&amp;Bỏ qua</translation>
        </message>
        <message>
            <source>Chờ dấu thời gian: {count}</source>
            <translation>Chờ dấu thời gian: {count}</translation>
        </message>
        <message>
            <source>thử lại lúc {time}</source>
            <translation>thử lại lúc {time}</translation>
        </message>
        <message>
            <source>đang thử</source>
            <translation>đang thử</translation>
        </message>
        <message>
            <source>Thử &amp;lại ngay</source>
            <translation>Thử &amp;lại ngay</translation>
        </message>
    </context>
    <context>
        <name>SigningLeaving</name>
        <message>
            <source>Văn bản đã ký được giữ và gửi đi. Nếu đóng, chương trình ký nốt văn bản đang ký dở rồi mới đóng; các văn bản còn lại chưa ký: lần sau mở bàn Chờ ký, bấm Ký tiếp và nhập lại mã PIN.</source>
            <translation>Văn bản đã ký được giữ và gửi đi. Nếu đóng, chương trình ký nốt văn bản đang ký dở rồi mới đóng; các văn bản còn lại chưa ký: lần sau mở bàn Chờ ký, bấm Ký tiếp và nhập lại mã PIN.</translation>
        </message>
        <message>
            <source>Đang ký số. Đóng chương trình?</source>
            <translation>Đang ký số. Đóng chương trình?</translation>
        </message>
        <message>
            <source>&amp;Không đóng, ký tiếp</source>
            <translation>&amp;Không đóng, ký tiếp</translation>
        </message>
        <message>
            <source>&amp;Dừng ký và đóng</source>
            <translation>&amp;Dừng ký và đóng</translation>
        </message>
    </context>
    <context>
        <name>SigningPage</name>
        <message>
            <source>&amp;Vị trí</source>
            <translation>&amp;Vị trí</translation>
        </message>
        <message>
            <source>Ả&amp;nh chữ ký</source>
            <translation>Ả&amp;nh chữ ký</translation>
        </message>
        <message>
            <source>&amp;Phiếu trình</source>
            <translation>&amp;Phiếu trình</translation>
        </message>
        <message>
            <source>Viết góp ý lên dự thảo, hoặc xem góp ý đã có</source>
            <translation>Viết góp ý lên dự thảo, hoặc xem góp ý đã có</translation>
        </message>
        <message>
            <source>&amp;Nội dung dấu đến…</source>
            <translation>&amp;Nội dung dấu đến…</translation>
        </message>
        <message>
            <source>Ả&amp;nh chữ ký: %1</source>
            <translation>Ả&amp;nh chữ ký: %1</translation>
        </message>
        <message>
            <source>trang %1/%2</source>
            <translation>trang %1/%2</translation>
        </message>
        <message>
            <source>Đặt trên &amp;trang đang xem</source>
            <translation>Đặt trên &amp;trang đang xem</translation>
        </message>
        <message>
            <source>Về &amp;vị trí tìm thấy</source>
            <translation>Về &amp;vị trí tìm thấy</translation>
        </message>
        <message>
            <source>Chỉnh bằng phím &amp;mũi tên</source>
            <translation>Chỉnh bằng phím &amp;mũi tên</translation>
        </message>
    </context>
    <context>
        <name>SigningPictures</name>
        <message>
            <source>Ảnh “%1” chỉ dùng được từ ngày %2. Chọn ảnh khác.</source>
            <translation>Ảnh “%1” chỉ dùng được từ ngày %2. Chọn ảnh khác.</translation>
        </message>
        <message>
            <source>Ảnh “%1” đã hết hiệu lực sau ngày %2. Chọn ảnh khác để ký.</source>
            <translation>Ảnh “%1” đã hết hiệu lực sau ngày %2. Chọn ảnh khác để ký.</translation>
        </message>
        <message>
            <source>Ảnh “%1” đã ngừng dùng. Chọn ảnh khác để ký.</source>
            <translation>Ảnh “%1” đã ngừng dùng. Chọn ảnh khác để ký.</translation>
        </message>
        <message>
            <source>Ảnh chữ ký hoặc con dấu mà cơ quan cấp chưa có trên máy này. Kết nối mạng rồi ký lại, hoặc chọn ảnh khác.</source>
            <translation>Ảnh chữ ký hoặc con dấu mà cơ quan cấp chưa có trên máy này. Kết nối mạng rồi ký lại, hoặc chọn ảnh khác.</translation>
        </message>
        <message>
            <source>%1 (hết hiệu lực %2)</source>
            <translation>%1 (hết hiệu lực %2)</translation>
        </message>
        <message>
            <source>%1 (từ %2)</source>
            <translation>%1 (từ %2)</translation>
        </message>
        <message>
            <source>Quản lý ảnh chữ ký…</source>
            <translation>Quản lý ảnh chữ ký…</translation>
        </message>
        <message>
            <source>Ảnh chữ ký</source>
            <translation>Ảnh chữ ký</translation>
        </message>
    </context>
    <context>
        <name>SigningPlaces</name>
        <message>
            <source>%1, cách mép dưới %2 cm</source>
            <translation>%1, cách mép dưới %2 cm</translation>
        </message>
        <message>
            <source>Trang %1, phần ký “%3”</source>
            <translation>Trang %1, phần ký “%3”</translation>
        </message>
        <message>
            <source>Trang %1, trên tên %2</source>
            <translation>Trang %1, trên tên %2</translation>
        </message>
        <message>
            <source>Trang %1, tên trong Nơi nhận</source>
            <translation>Trang %1, tên trong Nơi nhận</translation>
        </message>
        <message>
            <source>Trang %1, tên trong câu “%3”</source>
            <translation>Trang %1, tên trong câu “%3”</translation>
        </message>
        <message>
            <source>Trang %1, chữ ký của %2</source>
            <translation>Trang %1, chữ ký của %2</translation>
        </message>
    </context>
    <context>
        <name>SlipDialog</name>
        <message>
            <source>Phiếu trình</source>
            <translation>Phiếu trình</translation>
        </message>
        <message>
            <source>Nội dung trình</source>
            <translation>Nội dung trình</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
    </context>
    <context>
        <name>SlipSigningDialog</name>
        <message>
            <source>Ký số ý kiến chỉ đạo</source>
            <translation>Ký số ý kiến chỉ đạo</translation>
        </message>
        <message>
            <source>Chữ ký số đặt tại cột Ký của ý kiến này trên phiếu xử lý văn bản. Văn bản đến giữ nguyên, không ghi gì lên trang.</source>
            <translation>Chữ ký số đặt tại cột Ký của ý kiến này trên phiếu xử lý văn bản. Văn bản đến giữ nguyên, không ghi gì lên trang.</translation>
        </message>
        <message>
            <source>&amp;Ký số</source>
            <translation>&amp;Ký số</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Ký ý kiến này không &amp;dùng ảnh</source>
            <translation>Ký ý kiến này không &amp;dùng ảnh</translation>
        </message>
    </context>
    <context>
        <name>Slips</name>
        <message>
            <source>Người trình</source>
            <translation>Người trình</translation>
        </message>
        <message>
            <source>Người ký</source>
            <translation>Người ký</translation>
        </message>
    </context>
    <context>
        <name>TaskDesk</name>
        <message>
            <source>Của tôi</source>
            <translation>Của tôi</translation>
        </message>
        <message>
            <source>Đơn vị</source>
            <translation>Đơn vị</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Nhiệm vụ</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>&amp;Giao nhiệm vụ</translation>
        </message>
        <message>
            <source>Không có nhiệm vụ nào ở đây</source>
            <translation>Không có nhiệm vụ nào ở đây</translation>
        </message>
        <message>
            <source>Nhiệm vụ được giao sẽ hiện trong mục này.</source>
            <translation>Nhiệm vụ được giao sẽ hiện trong mục này.</translation>
        </message>
        <message>
            <source>Chọn một nhiệm vụ để xem</source>
            <translation>Chọn một nhiệm vụ để xem</translation>
        </message>
    </context>
    <context>
        <name>TaskList</name>
        <message>
            <source>Danh sách nhiệm vụ</source>
            <translation>Danh sách nhiệm vụ</translation>
        </message>
    </context>
    <context>
        <name>TaskPainter</name>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
    </context>
    <context>
        <name>TaskPane</name>
        <message>
            <source>Sao chép liên kết (Ctrl+Shift+C)</source>
            <translation>Sao chép liên kết (Ctrl+Shift+C)</translation>
        </message>
        <message>
            <source>Quá trình thực hiện</source>
            <translation>Quá trình thực hiện</translation>
        </message>
        <message>
            <source>Tiến độ %1 %</source>
            <translation>Tiến độ %1 %</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Văn bản</translation>
        </message>
    </context>
    <context>
        <name>Tasks</name>
        <message>
            <source>Từ văn bản {document}</source>
            <translation>Từ văn bản {document}</translation>
        </message>
        <message numerus="yes">
            <source>Đã giao %n nhiệm vụ.</source>
            <translation>
                <numerusform>Đã giao %n nhiệm vụ.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã đồng ý gia hạn.</source>
            <translation>Đã đồng ý gia hạn.</translation>
        </message>
        <message>
            <source>Đã từ chối gia hạn.</source>
            <translation>Đã từ chối gia hạn.</translation>
        </message>
        <message>
            <source>Đã công nhận hoàn thành.</source>
            <translation>Đã công nhận hoàn thành.</translation>
        </message>
        <message>
            <source>Đã yêu cầu làm tiếp.</source>
            <translation>Đã yêu cầu làm tiếp.</translation>
        </message>
        <message>
            <source>Đã ghi báo cáo tiến độ.</source>
            <translation>Đã ghi báo cáo tiến độ.</translation>
        </message>
        <message>
            <source>Đã báo hoàn thành.</source>
            <translation>Đã báo hoàn thành.</translation>
        </message>
        <message>
            <source>Đã gửi đề nghị gia hạn.</source>
            <translation>Đã gửi đề nghị gia hạn.</translation>
        </message>
        <message>
            <source>Đang thực hiện</source>
            <translation>Đang thực hiện</translation>
        </message>
        <message>
            <source>Chờ duyệt hoàn thành</source>
            <translation>Chờ duyệt hoàn thành</translation>
        </message>
        <message>
            <source>Đã hoàn thành</source>
            <translation>Đã hoàn thành</translation>
        </message>
        <message>
            <source>Đề xuất gia hạn</source>
            <translation>Đề xuất gia hạn</translation>
        </message>
        <message>
            <source>Đề xuất đóng</source>
            <translation>Đề xuất đóng</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Đã đóng</translation>
        </message>
        <message>
            <source>&amp;Báo cáo tiến độ</source>
            <translation>&amp;Báo cáo tiến độ</translation>
        </message>
        <message>
            <source>Báo &amp;hoàn thành</source>
            <translation>Báo &amp;hoàn thành</translation>
        </message>
        <message>
            <source>&amp;Xin gia hạn</source>
            <translation>&amp;Xin gia hạn</translation>
        </message>
        <message>
            <source>&amp;Duyệt hoàn thành</source>
            <translation>&amp;Duyệt hoàn thành</translation>
        </message>
        <message>
            <source>&amp;Duyệt gia hạn</source>
            <translation>&amp;Duyệt gia hạn</translation>
        </message>
        <message>
            <source>Không có thời hạn</source>
            <translation>Không có thời hạn</translation>
        </message>
        <message>
            <source>Xong quá hạn</source>
            <translation>Xong quá hạn</translation>
        </message>
        <message>
            <source>Xong đúng hạn</source>
            <translation>Xong đúng hạn</translation>
        </message>
        <message>
            <source>Hạn {day}</source>
            <translation>Hạn {day}</translation>
        </message>
        <message>
            <source>chủ trì {lead}</source>
            <translation>chủ trì {lead}</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>Đã xin gia hạn {used}/{most} lần</source>
            <translation>Đã xin gia hạn {used}/{most} lần</translation>
        </message>
        <message>
            <source>Có việc chưa gửi; sẽ tự gửi khi có mạng.</source>
            <translation>Có việc chưa gửi; sẽ tự gửi khi có mạng.</translation>
        </message>
        <message>
            <source>{notation} ngày {day} của {issuer}</source>
            <translation>{notation} ngày {day} của {issuer}</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Chủ trì</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Phối hợp</translation>
        </message>
        <message>
            <source>Người giao</source>
            <translation>Người giao</translation>
        </message>
        <message>
            <source>Sản phẩm</source>
            <translation>Sản phẩm</translation>
        </message>
        <message>
            <source>Yêu cầu</source>
            <translation>Yêu cầu</translation>
        </message>
        <message>
            <source>Hạn ban đầu</source>
            <translation>Hạn ban đầu</translation>
        </message>
        <message>
            <source>yêu cầu làm tiếp: {text}</source>
            <translation>yêu cầu làm tiếp: {text}</translation>
        </message>
        <message>
            <source>báo cáo {percent} %: {text}</source>
            <translation>báo cáo {percent} %: {text}</translation>
        </message>
        <message>
            <source>xin gia hạn đến {day}: {reason}</source>
            <translation>xin gia hạn đến {day}: {reason}</translation>
        </message>
        <message>
            <source>đã đồng ý</source>
            <translation>đã đồng ý</translation>
        </message>
        <message>
            <source>không đồng ý: {note}</source>
            <translation>không đồng ý: {note}</translation>
        </message>
        <message>
            <source>chờ duyệt</source>
            <translation>chờ duyệt</translation>
        </message>
        <message>
            <source>{used} lần, tối đa {most} lần</source>
            <translation>{used} lần, tối đa {most} lần</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Sắp đến hạn</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>Chờ tôi duyệt</source>
            <translation>Chờ tôi duyệt</translation>
        </message>
        <message>
            <source>Tôi giao</source>
            <translation>Tôi giao</translation>
        </message>
    </context>
    <context>
        <name>TickBar</name>
        <message>
            <source>Chọn tất cả</source>
            <translation>Chọn tất cả</translation>
        </message>
        <message>
            <source>Chọn hoặc bỏ chọn tất cả (Ctrl+A, Ctrl+Shift+A)</source>
            <translation>Chọn hoặc bỏ chọn tất cả (Ctrl+A, Ctrl+Shift+A)</translation>
        </message>
        <message>
            <source>&amp;Chọn theo</source>
            <translation>&amp;Chọn theo</translation>
        </message>
        <message>
            <source>Khẩn t&amp;rở lên</source>
            <translation>Khẩn t&amp;rở lên</translation>
        </message>
        <message>
            <source>&amp;Tất cả</source>
            <translation>&amp;Tất cả</translation>
        </message>
        <message>
            <source>Đã có &amp;vị trí ký</source>
            <translation>Đã có &amp;vị trí ký</translation>
        </message>
        <message>
            <source>&amp;Không chọn văn bản nào</source>
            <translation>&amp;Không chọn văn bản nào</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Xem tất cả {n}</source>
            <translation>Xem tất cả {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần làm</source>
            <translation>
                <numerusform>%n việc cần làm</numerusform>
            </translation>
        </message>
        <message>
            <source>Nhiệm vụ của {unit}</source>
            <translation>Nhiệm vụ của {unit}</translation>
        </message>
        <message>
            <source>Nhiệm vụ đang mở theo hạn</source>
            <translation>Nhiệm vụ đang mở theo hạn</translation>
        </message>
        <message>
            <source>Không còn việc nào chờ bạn</source>
            <translation>Không còn việc nào chờ bạn</translation>
        </message>
        <message>
            <source>Văn bản, nhiệm vụ và lịch họp mới sẽ hiện ở đây.</source>
            <translation>Văn bản, nhiệm vụ và lịch họp mới sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Bị trả lại, cần sửa</source>
            <translation>Bị trả lại, cần sửa</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Hỏa tốc</translation>
        </message>
        <message>
            <source>Lịch hôm nay</source>
            <translation>Lịch hôm nay</translation>
        </message>
        <message>
            <source>Đến hạn hôm nay</source>
            <translation>Đến hạn hôm nay</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>Chờ ký</translation>
        </message>
        <message>
            <source>Chờ tiếp nhận</source>
            <translation>Chờ tiếp nhận</translation>
        </message>
        <message>
            <source>Chờ duyệt</source>
            <translation>Chờ duyệt</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Sắp đến hạn</translation>
        </message>
        <message>
            <source>Đang xử lý</source>
            <translation>Đang xử lý</translation>
        </message>
        <message>
            <source>Tiếp nhận</source>
            <translation>Tiếp nhận</translation>
        </message>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Chuyển xử lý</translation>
        </message>
        <message>
            <source>Kết thúc</source>
            <translation>Kết thúc</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Ký duyệt</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Ký số cơ quan</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Báo cáo tiến độ</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Duyệt hoàn thành</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Duyệt gia hạn</translation>
        </message>
        <message>
            <source>Duyệt lịch</source>
            <translation>Duyệt lịch</translation>
        </message>
        <message>
            <source>Xem và sửa</source>
            <translation>Xem và sửa</translation>
        </message>
        <message>
            <source>(văn bản chưa tải về)</source>
            <translation>(văn bản chưa tải về)</translation>
        </message>
        <message>
            <source>Chủ trì: {name}</source>
            <translation>Chủ trì: {name}</translation>
        </message>
        <message>
            <source>{name} chủ trì</source>
            <translation>{name} chủ trì</translation>
        </message>
        <message>
            <source>Đến {when}</source>
            <translation>Đến {when}</translation>
        </message>
        <message>
            <source>Trong hạn</source>
            <translation>Trong hạn</translation>
        </message>
    </context>
    <context>
        <name>TodayDesk</name>
        <message>
            <source>Hôm nay</source>
            <translation>Hôm nay</translation>
        </message>
    </context>
    <context>
        <name>TodayList</name>
        <message>
            <source>Việc cần làm hôm nay</source>
            <translation>Việc cần làm hôm nay</translation>
        </message>
    </context>
    <context>
        <name>TokenDialog</name>
        <message>
            <source>Thiết bị ký số</source>
            <translation>Thiết bị ký số</translation>
        </message>
        <message>
            <source>Đổi &amp;mã PIN…</source>
            <translation>Đổi &amp;mã PIN…</translation>
        </message>
        <message>
            <source>&amp;Kiểm tra thiết bị…</source>
            <translation>&amp;Kiểm tra thiết bị…</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số trên thiết bị</source>
            <translation>Chứng thư chữ ký số trên thiết bị</translation>
        </message>
        <message>
            <source>Tệp điều khiển đang dùng</source>
            <translation>Tệp điều khiển đang dùng</translation>
        </message>
        <message>
            <source>Tự tìm</source>
            <translation>Tự tìm</translation>
        </message>
        <message>
            <source>Chọn &amp;tệp…</source>
            <translation>Chọn &amp;tệp…</translation>
        </message>
        <message>
            <source>&amp;Dùng chứng thư này</source>
            <translation>&amp;Dùng chứng thư này</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
        <message>
            <source>Tìm &amp;lại</source>
            <translation>Tìm &amp;lại</translation>
        </message>
        <message>
            <source>Chọn chứng thư chữ ký số</source>
            <translation>Chọn chứng thư chữ ký số</translation>
        </message>
        <message>
            <source>Tệp điều khiển thiết &amp;bị (PKCS#11)</source>
            <translation>Tệp điều khiển thiết &amp;bị (PKCS#11)</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số. Hãy: 1) cắm thiết bị vào cổng USB và chờ đèn sáng; 2) cài phần mềm của nhà cung cấp thiết bị; 3) bấm Tìm lại. Nếu vẫn không thấy, chọn tệp điều khiển (.dll) do nhà cung cấp giao.</source>
            <translation>Không thấy thiết bị ký số. Hãy: 1) cắm thiết bị vào cổng USB và chờ đèn sáng; 2) cài phần mềm của nhà cung cấp thiết bị; 3) bấm Tìm lại. Nếu vẫn không thấy, chọn tệp điều khiển (.dll) do nhà cung cấp giao.</translation>
        </message>
        <message>
            <source>Không có chứng thư nào dùng được; lý do ghi dưới từng chứng thư. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</source>
            <translation>Không có chứng thư nào dùng được; lý do ghi dưới từng chứng thư. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</translation>
        </message>
        <message>
            <source>Tệp điều khiển (*.dll *.so *.dylib)</source>
            <translation>Tệp điều khiển (*.dll *.so *.dylib)</translation>
        </message>
        <message>
            <source>Mọi tệp (*)</source>
            <translation>Mọi tệp (*)</translation>
        </message>
        <message>
            <source>Chọn tệp điều khiển thiết bị</source>
            <translation>Chọn tệp điều khiển thiết bị</translation>
        </message>
    </context>
    <context>
        <name>Tokens</name>
        <message>
            <source>Khóa thực hành</source>
            <translation>Khóa thực hành</translation>
        </message>
        <message>
            <source>Đã đổi mã PIN. Từ lần ký sau, dùng mã PIN mới.</source>
            <translation>Đã đổi mã PIN. Từ lần ký sau, dùng mã PIN mới.</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Chỉ còn một lần thử cuối cùng: nhập sai nữa thiết bị sẽ bị khóa. Nếu không chắc, bấm Hủy và hỏi đơn vị cấp chứng thư.</source>
            <translation>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Chỉ còn một lần thử cuối cùng: nhập sai nữa thiết bị sẽ bị khóa. Nếu không chắc, bấm Hủy và hỏi đơn vị cấp chứng thư.</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Nhập sai nhiều lần thiết bị sẽ bị khóa.</source>
            <translation>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Nhập sai nhiều lần thiết bị sẽ bị khóa.</translation>
        </message>
        <message>
            <source>Thực hành: mã PIN của mọi thiết bị tập là %1.</source>
            <translation>Thực hành: mã PIN của mọi thiết bị tập là %1.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số của %1 hết hạn ngày %2 (còn %3 ngày). Đề nghị cơ quan làm thủ tục gia hạn từ bây giờ để việc ký không bị gián đoạn.</source>
            <translation>Chứng thư chữ ký số của %1 hết hạn ngày %2 (còn %3 ngày). Đề nghị cơ quan làm thủ tục gia hạn từ bây giờ để việc ký không bị gián đoạn.</translation>
        </message>
        <message>
            <source>Có giá trị từ %1 đến %2</source>
            <translation>Có giá trị từ %1 đến %2</translation>
        </message>
        <message>
            <source>Nơi cấp: %1 · Thiết bị: %2 (%3)</source>
            <translation>Nơi cấp: %1 · Thiết bị: %2 (%3)</translation>
        </message>
        <message>
            <source>dùng để ký cá nhân</source>
            <translation>dùng để ký cá nhân</translation>
        </message>
        <message>
            <source>dùng để ký số cơ quan</source>
            <translation>dùng để ký số cơ quan</translation>
        </message>
        <message>
            <source>còn ít lần thử mã PIN</source>
            <translation>còn ít lần thử mã PIN</translation>
        </message>
        <message>
            <source>còn một lần thử mã PIN cuối cùng</source>
            <translation>còn một lần thử mã PIN cuối cùng</translation>
        </message>
        <message>
            <source>mã PIN đã bị khóa</source>
            <translation>mã PIN đã bị khóa</translation>
        </message>
        <message>
            <source>Không phải chứng thư của người đang đăng nhập: không được dùng.</source>
            <translation>Không phải chứng thư của người đang đăng nhập: không được dùng.</translation>
        </message>
        <message>
            <source>Chứng thư cá nhân: không dùng để ký số cơ quan.</source>
            <translation>Chứng thư cá nhân: không dùng để ký số cơ quan.</translation>
        </message>
        <message>
            <source>Chứng thư của cơ quan: không dùng để ký duyệt.</source>
            <translation>Chứng thư của cơ quan: không dùng để ký duyệt.</translation>
        </message>
        <message>
            <source>Chứng thư đã hết hạn ngày %1.</source>
            <translation>Chứng thư đã hết hạn ngày %1.</translation>
        </message>
        <message>
            <source>Chứng thư chỉ có hiệu lực từ ngày %1. Nếu ngày đó đã qua, kiểm tra giờ của máy.</source>
            <translation>Chứng thư chỉ có hiệu lực từ ngày %1. Nếu ngày đó đã qua, kiểm tra giờ của máy.</translation>
        </message>
        <message>
            <source>Ký số: mã PIN bị khóa</source>
            <translation>Ký số: mã PIN bị khóa</translation>
        </message>
        <message>
            <source>Ký số: chứng thư hết hạn</source>
            <translation>Ký số: chứng thư hết hạn</translation>
        </message>
        <message>
            <source>Ký số: chứng thư chưa có hiệu lực</source>
            <translation>Ký số: chứng thư chưa có hiệu lực</translation>
        </message>
        <message>
            <source>%1 · chứng thư có giá trị đến %2</source>
            <translation>%1 · chứng thư có giá trị đến %2</translation>
        </message>
        <message>
            <source>Ký số: chứng thư hết hạn ngày %1</source>
            <translation>Ký số: chứng thư hết hạn ngày %1</translation>
        </message>
        <message>
            <source>Ký số: %1</source>
            <translation>Ký số: %1</translation>
        </message>
        <message>
            <source>Ký số: cần trình điều khiển 64 bit</source>
            <translation>Ký số: cần trình điều khiển 64 bit</translation>
        </message>
        <message>
            <source>Ký số: lỗi thiết bị</source>
            <translation>Ký số: lỗi thiết bị</translation>
        </message>
        <message>
            <source>Ký số: không đúng thiết bị</source>
            <translation>Ký số: không đúng thiết bị</translation>
        </message>
        <message>
            <source>Cắm thiết bị ký số vào cổng USB để ký; bấm để xem cách xử lý khi máy không nhận thiết bị.</source>
            <translation>Cắm thiết bị ký số vào cổng USB để ký; bấm để xem cách xử lý khi máy không nhận thiết bị.</translation>
        </message>
        <message>
            <source>Chưa cắm thiết bị ký số</source>
            <translation>Chưa cắm thiết bị ký số</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Khóa (Ctrl+L)</source>
            <translation>Khóa (Ctrl+L)</translation>
        </message>
    </context>
    <context>
        <name>TransferDialog</name>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Chuyển xử lý</translation>
        </message>
        <message>
            <source>&amp;Chuyển</source>
            <translation>&amp;Chuyển</translation>
        </message>
        <message>
            <source>&amp;Người nhận</source>
            <translation>&amp;Người nhận</translation>
        </message>
        <message>
            <source>Hạn &amp;xử lý</source>
            <translation>Hạn &amp;xử lý</translation>
        </message>
        <message>
            <source>Ý kiến chỉ đạ&amp;o</source>
            <translation>Ý kiến chỉ đạ&amp;o</translation>
        </message>
        <message>
            <source>Có hạn xử lý</source>
            <translation>Có hạn xử lý</translation>
        </message>
        <message>
            <source>Ngày hạn xử lý</source>
            <translation>Ngày hạn xử lý</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>Ngày mai</source>
            <translation>Ngày mai</translation>
        </message>
        <message>
            <source>3 ngày</source>
            <translation>3 ngày</translation>
        </message>
        <message>
            <source>1 tuần</source>
            <translation>1 tuần</translation>
        </message>
        <message>
            <source>Cuối tháng</source>
            <translation>Cuối tháng</translation>
        </message>
        <message>
            <source>Mẫu</source>
            <translation>Mẫu</translation>
        </message>
        <message>
            <source>Ý kiến thường dùng</source>
            <translation>Ý kiến thường dùng</translation>
        </message>
        <message>
            <source>Chưa chọn chủ trì.</source>
            <translation>Chưa chọn chủ trì.</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Chủ trì</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Phối hợp</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>Để biết</translation>
        </message>
        <message>
            <source>Chọn một đơn vị hoặc một người chủ trì.</source>
            <translation>Chọn một đơn vị hoặc một người chủ trì.</translation>
        </message>
    </context>
    <context>
        <name>TransfersPage</name>
        <message>
            <source>Tệp</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Chiều</translation>
        </message>
        <message>
            <source>Dung lượng</source>
            <translation>Dung lượng</translation>
        </message>
        <message>
            <source>Tiến độ</source>
            <translation>Tiến độ</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>Tệp đang truyền</source>
            <translation>Tệp đang truyền</translation>
        </message>
        <message>
            <source>Không có tệp nào đang truyền</source>
            <translation>Không có tệp nào đang truyền</translation>
        </message>
        <message>
            <source>Tệp được tải khi mở văn bản, và gửi cùng việc.</source>
            <translation>Tệp được tải khi mở văn bản, và gửi cùng việc.</translation>
        </message>
        <message>
            <source>Tạm &amp;dừng</source>
            <translation>Tạm &amp;dừng</translation>
        </message>
        <message>
            <source>&amp;Hủy tải</source>
            <translation>&amp;Hủy tải</translation>
        </message>
        <message>
            <source>Tạm dừng &amp;tất cả</source>
            <translation>Tạm dừng &amp;tất cả</translation>
        </message>
        <message>
            <source>Tiếp tục &amp;tất cả</source>
            <translation>Tiếp tục &amp;tất cả</translation>
        </message>
        <message>
            <source>Tiếp tụ&amp;c</source>
            <translation>Tiếp tụ&amp;c</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>THỰC HÀNH · {office}</source>
            <translation>THỰC HÀNH · {office}</translation>
        </message>
        <message>
            <source>Tác nghiệp vẫn chạy cạnh đồng hồ</source>
            <translation>Tác nghiệp vẫn chạy cạnh đồng hồ</translation>
        </message>
        <message>
            <source>Văn bản mới và việc đến hạn vẫn được báo. Bấm biểu tượng để mở lại; chuột phải để thoát.</source>
            <translation>Văn bản mới và việc đến hạn vẫn được báo. Bấm biểu tượng để mở lại; chuột phải để thoát.</translation>
        </message>
        <message>
            <source>Mở Tác nghiệp</source>
            <translation>Mở Tác nghiệp</translation>
        </message>
        <message>
            <source>Tác nghiệp (đang khóa)</source>
            <translation>Tác nghiệp (đang khóa)</translation>
        </message>
        <message>
            <source>Mở khóa…</source>
            <translation>Mở khóa…</translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản mới đến</source>
            <translation>
                <numerusform>%n văn bản mới đến</numerusform>
            </translation>
        </message>
        <message>
            <source>Không có việc nào đang chờ</source>
            <translation>Không có việc nào đang chờ</translation>
        </message>
        <message>
            <source>Văn bản đến: {n}</source>
            <translation>Văn bản đến: {n}</translation>
        </message>
        <message>
            <source>Văn bản đi: {n}</source>
            <translation>Văn bản đi: {n}</translation>
        </message>
        <message>
            <source>Chờ ký: {n}</source>
            <translation>Chờ ký: {n}</translation>
        </message>
        <message>
            <source>Nhiệm vụ: {n}</source>
            <translation>Nhiệm vụ: {n}</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Đồng bộ ngay</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Khóa</translation>
        </message>
        <message>
            <source>Thoát</source>
            <translation>Thoát</translation>
        </message>
    </context>
    <context>
        <name>TrustWindow</name>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Chứng thư gốc tin cậy</translation>
        </message>
        <message>
            <source>Chữ ký số chỉ được coi là hợp lệ khi chứng thư của người ký do một chứng thư gốc dưới đây bảo đảm.</source>
            <translation>Chữ ký số chỉ được coi là hợp lệ khi chứng thư của người ký do một chứng thư gốc dưới đây bảo đảm.</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Loại</translation>
        </message>
        <message>
            <source>Hiệu lực đến</source>
            <translation>Hiệu lực đến</translation>
        </message>
        <message>
            <source>Nguồn</source>
            <translation>Nguồn</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>&amp;Thêm từ tệp…</source>
            <translation>&amp;Thêm từ tệp…</translation>
        </message>
        <message>
            <source>Đối &amp;chiếu dấu vân tay…</source>
            <translation>Đối &amp;chiếu dấu vân tay…</translation>
        </message>
        <message>
            <source>&amp;Gỡ bỏ…</source>
            <translation>&amp;Gỡ bỏ…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Đó&amp;ng</translation>
        </message>
        <message>
            <source>Cơ quan quy định chứng thư gốc; không thêm ở máy này</source>
            <translation>Cơ quan quy định chứng thư gốc; không thêm ở máy này</translation>
        </message>
        <message>
            <source>Chưa có chứng thư gốc nào, nên chưa kết luận được chữ ký số nào là hợp lệ.</source>
            <translation>Chưa có chứng thư gốc nào, nên chưa kết luận được chữ ký số nào là hợp lệ.</translation>
        </message>
        <message>
            <source>Gỡ chứng thư gốc</source>
            <translation>Gỡ chứng thư gốc</translation>
        </message>
        <message>
            <source>Gỡ {name} khỏi danh sách tin cậy?</source>
            <translation>Gỡ {name} khỏi danh sách tin cậy?</translation>
        </message>
        <message>
            <source>Chữ ký dựa vào chứng thư này sẽ thành “Chưa xác định” trên máy này.</source>
            <translation>Chữ ký dựa vào chứng thư này sẽ thành “Chưa xác định” trên máy này.</translation>
        </message>
        <message>
            <source>&amp;Gỡ bỏ</source>
            <translation>&amp;Gỡ bỏ</translation>
        </message>
        <message>
            <source>Giữ &amp;lại</source>
            <translation>Giữ &amp;lại</translation>
        </message>
    </context>
    <context>
        <name>TwoPanes</name>
        <message>
            <source>Về danh sách (Esc)</source>
            <translation>Về danh sách (Esc)</translation>
        </message>
    </context>
    <context>
        <name>UnsentPage</name>
        <message>
            <source>Lúc</source>
            <translation>Lúc</translation>
        </message>
        <message>
            <source>Việc</source>
            <translation>Việc</translation>
        </message>
        <message>
            <source>Về</source>
            <translation>Về</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Việc chưa gửi</translation>
        </message>
        <message>
            <source>Mọi việc đã gửi xong</source>
            <translation>Mọi việc đã gửi xong</translation>
        </message>
        <message>
            <source>Không còn việc nào nằm lại trên máy này.</source>
            <translation>Không còn việc nào nằm lại trên máy này.</translation>
        </message>
        <message>
            <source>Không có việc nào khớp</source>
            <translation>Không có việc nào khớp</translation>
        </message>
        <message>
            <source>Thử ít từ hơn.</source>
            <translation>Thử ít từ hơn.</translation>
        </message>
        <message>
            <source>Lọc theo việc hoặc văn bản</source>
            <translation>Lọc theo việc hoặc văn bản</translation>
        </message>
        <message>
            <source>Lọc việc chưa gửi</source>
            <translation>Lọc việc chưa gửi</translation>
        </message>
        <message>
            <source>&amp;Xem và sửa</source>
            <translation>&amp;Xem và sửa</translation>
        </message>
        <message>
            <source>&amp;Gửi lại</source>
            <translation>&amp;Gửi lại</translation>
        </message>
        <message>
            <source>&amp;Rút lại</source>
            <translation>&amp;Rút lại</translation>
        </message>
        <message>
            <source>Gửi &amp;tất cả ngay</source>
            <translation>Gửi &amp;tất cả ngay</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi</source>
            <translation>
                <numerusform>%n việc chưa gửi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần bạn xem lại</source>
            <translation>
                <numerusform>%n việc cần bạn xem lại</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UpdateWindow</name>
        <message>
            <source>Cập nhật chương trình</source>
            <translation>Cập nhật chương trình</translation>
        </message>
        <message>
            <source>Đã tải</source>
            <translation>Đã tải</translation>
        </message>
        <message>
            <source>Có gì mới</source>
            <translation>Có gì mới</translation>
        </message>
        <message>
            <source>&amp;Tải về</source>
            <translation>&amp;Tải về</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Đón&amp;g</translation>
        </message>
        <message>
            <source>&amp;Kiểm tra ngay</source>
            <translation>&amp;Kiểm tra ngay</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>Đang hỏi nguồn cập nhật…</source>
            <translation>Đang hỏi nguồn cập nhật…</translation>
        </message>
        <message>
            <source>Máy này đang dùng bản %1.</source>
            <translation>Máy này đang dùng bản %1.</translation>
        </message>
        <message>
            <source>Đang dùng bản mới nhất</source>
            <translation>Đang dùng bản mới nhất</translation>
        </message>
        <message>
            <source>Có bản %1 cho Windows mới hơn</source>
            <translation>Có bản %1 cho Windows mới hơn</translation>
        </message>
        <message>
            <source>Chưa biết có bản mới hay không</source>
            <translation>Chưa biết có bản mới hay không</translation>
        </message>
        <message>
            <source>Chưa có bản mới nào được công bố</source>
            <translation>Chưa có bản mới nào được công bố</translation>
        </message>
        <message>
            <source>Máy này chưa chạy được bản mới. Báo quản trị của cơ quan khi thuận tiện.</source>
            <translation>Máy này chưa chạy được bản mới. Báo quản trị của cơ quan khi thuận tiện.</translation>
        </message>
        <message>
            <source>Thông báo cập nhật đã hết hạn nên không dùng. Báo quản trị của cơ quan.</source>
            <translation>Thông báo cập nhật đã hết hạn nên không dùng. Báo quản trị của cơ quan.</translation>
        </message>
        <message>
            <source>Chưa hỏi được nơi công bố bản cập nhật. Chương trình tự hỏi lại sau.</source>
            <translation>Chưa hỏi được nơi công bố bản cập nhật. Chương trình tự hỏi lại sau.</translation>
        </message>
        <message>
            <source>Thông báo cập nhật không qua được bước kiểm tra nên không dùng. Báo quản trị của cơ quan.</source>
            <translation>Thông báo cập nhật không qua được bước kiểm tra nên không dùng. Báo quản trị của cơ quan.</translation>
        </message>
        <message>
            <source>Có bản mới: Tác nghiệp %1</source>
            <translation>Có bản mới: Tác nghiệp %1</translation>
        </message>
        <message>
            <source>Bản mới công bố ngày %1.</source>
            <translation>Bản mới công bố ngày %1.</translation>
        </message>
        <message>
            <source>Đang tải %1/%2</source>
            <translation>Đang tải %1/%2</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan cài bản này. Bạn không phải làm gì.</source>
            <translation>Quản trị của cơ quan cài bản này. Bạn không phải làm gì.</translation>
        </message>
        <message>
            <source>Bộ cài sẽ mở khi bạn thoát chương trình. Windows hỏi lại trước khi cài.</source>
            <translation>Bộ cài sẽ mở khi bạn thoát chương trình. Windows hỏi lại trước khi cài.</translation>
        </message>
        <message>
            <source>&amp;Thôi, để sau</source>
            <translation>&amp;Thôi, để sau</translation>
        </message>
        <message>
            <source>Bản này đã tải xong và đã được kiểm tra. Bạn có quyền quản trị máy này nên có thể cài khi thoát chương trình.</source>
            <translation>Bản này đã tải xong và đã được kiểm tra. Bạn có quyền quản trị máy này nên có thể cài khi thoát chương trình.</translation>
        </message>
        <message>
            <source>Cài khi t&amp;hoát</source>
            <translation>Cài khi t&amp;hoát</translation>
        </message>
        <message>
            <source>Đang tải bản mới. Tải xong thì cài được khi thoát chương trình.</source>
            <translation>Đang tải bản mới. Tải xong thì cài được khi thoát chương trình.</translation>
        </message>
        <message>
            <source>Bạn có quyền quản trị máy này: tải về trước, rồi cài khi thoát chương trình.</source>
            <translation>Bạn có quyền quản trị máy này: tải về trước, rồi cài khi thoát chương trình.</translation>
        </message>
        <message>
            <source>&amp;Tải về (%1)</source>
            <translation>&amp;Tải về (%1)</translation>
        </message>
        <message>
            <source>Máy tự cài bản này vào lúc chương trình đã đóng. Bạn cứ làm việc, không bị ngắt.</source>
            <translation>Máy tự cài bản này vào lúc chương trình đã đóng. Bạn cứ làm việc, không bị ngắt.</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan sẽ cài bản này cho máy của bạn. Bạn không phải làm gì.</source>
            <translation>Quản trị của cơ quan sẽ cài bản này cho máy của bạn. Bạn không phải làm gì.</translation>
        </message>
        <message>
            <source>Có bả&amp;n mới %1…</source>
            <translation>Có bả&amp;n mới %1…</translation>
        </message>
        <message>
            <source>Có bản mới %1 của chương trình.</source>
            <translation>Có bản mới %1 của chương trình.</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>Xem</translation>
        </message>
    </context>
    <context>
        <name>VerdictPanel</name>
        <message>
            <source>Chi tiết chữ ký số</source>
            <translation>Chi tiết chữ ký số</translation>
        </message>
        <message>
            <source>Chữ ký số</source>
            <translation>Chữ ký số</translation>
        </message>
        <message>
            <source>Đóng chi tiết chữ ký số (Esc)</source>
            <translation>Đóng chi tiết chữ ký số (Esc)</translation>
        </message>
        <message>
            <source>Mở danh sách chứng thư gốc…</source>
            <translation>Mở danh sách chứng thư gốc…</translation>
        </message>
        <message>
            <source>Kiểm tra lại</source>
            <translation>Kiểm tra lại</translation>
        </message>
        <message>
            <source>Báo cáo kỹ thuật</source>
            <translation>Báo cáo kỹ thuật</translation>
        </message>
        <message>
            <source>Chép báo cáo</source>
            <translation>Chép báo cáo</translation>
        </message>
        <message>
            <source>Lưu báo cáo…</source>
            <translation>Lưu báo cáo…</translation>
        </message>
    </context>
    <context>
        <name>VerdictStrip</name>
        <message>
            <source>chi tiết</source>
            <translation>chi tiết</translation>
        </message>
        <message>
            <source>Ai ký, lúc nào, từ đó đến nay có gì thay đổi</source>
            <translation>Ai ký, lúc nào, từ đó đến nay có gì thay đổi</translation>
        </message>
        <message>
            <source>Chi tiết chữ ký số: {verdict}</source>
            <translation>Chi tiết chữ ký số: {verdict}</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Lưu báo cáo kỹ thuật</source>
            <translation>Lưu báo cáo kỹ thuật</translation>
        </message>
        <message>
            <source>Bao-cao-chu-ky-so.txt</source>
            <translation>Bao-cao-chu-ky-so.txt</translation>
        </message>
        <message>
            <source>Đang kiểm tra chữ ký số…</source>
            <translation>Đang kiểm tra chữ ký số…</translation>
        </message>
        <message numerus="yes">
            <source>%n chữ ký</source>
            <translation>
                <numerusform>%n chữ ký</numerusform>
            </translation>
        </message>
        <message>
            <source>Bản tại thời điểm ký của {signer}</source>
            <translation>Bản tại thời điểm ký của {signer}</translation>
        </message>
        <message>
            <source>Bản tại thời điểm ký của {signer}, {time}</source>
            <translation>Bản tại thời điểm ký của {signer}, {time}</translation>
        </message>
        <message>
            <source>chữ ký khớp, nhưng tệp chưa đáng tin cậy</source>
            <translation>chữ ký khớp, nhưng tệp chưa đáng tin cậy</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>không có</translation>
        </message>
        <message>
            <source>Giờ tin cậy</source>
            <translation>Giờ tin cậy</translation>
        </message>
        <message>
            <source>không ghi</source>
            <translation>không ghi</translation>
        </message>
        <message>
            <source>Giờ máy người ký</source>
            <translation>Giờ máy người ký</translation>
        </message>
        <message>
            <source>Mức chữ ký</source>
            <translation>Mức chữ ký</translation>
        </message>
        <message>
            <source>Từ khi ký</source>
            <translation>Từ khi ký</translation>
        </message>
        <message>
            <source>B-B, không có dấu thời gian</source>
            <translation>B-B, không có dấu thời gian</translation>
        </message>
        <message>
            <source>B-T, có dấu thời gian</source>
            <translation>B-T, có dấu thời gian</translation>
        </message>
        <message>
            <source>B-LT, kiểm tra được lâu dài</source>
            <translation>B-LT, kiểm tra được lâu dài</translation>
        </message>
        <message>
            <source>B-LTA, lưu trữ lâu dài</source>
            <translation>B-LTA, lưu trữ lâu dài</translation>
        </message>
        <message>
            <source>kiểu cũ (CMS)</source>
            <translation>kiểu cũ (CMS)</translation>
        </message>
        <message>
            <source>chữ ký không bao phủ cả tệp</source>
            <translation>chữ ký không bao phủ cả tệp</translation>
        </message>
        <message>
            <source>nội dung đã bị thay đổi</source>
            <translation>nội dung đã bị thay đổi</translation>
        </message>
        <message>
            <source>có ô biểu mẫu được điền thêm</source>
            <translation>có ô biểu mẫu được điền thêm</translation>
        </message>
        <message>
            <source>không có gì thêm vào tệp</source>
            <translation>không có gì thêm vào tệp</translation>
        </message>
        <message>
            <source>nội dung không đổi; chỉ thêm dấu thời gian, dữ liệu xác thực</source>
            <translation>nội dung không đổi; chỉ thêm dấu thời gian, dữ liệu xác thực</translation>
        </message>
        <message>
            <source>nội dung không đổi; chỉ thêm chữ ký, số và ngày, dữ liệu xác thực của các bước sau</source>
            <translation>nội dung không đổi; chỉ thêm chữ ký, số và ngày, dữ liệu xác thực của các bước sau</translation>
        </message>
        <message>
            <source>dấu thời gian {time}</source>
            <translation>dấu thời gian {time}</translation>
        </message>
        <message>
            <source>giờ theo máy người ký {time}</source>
            <translation>giờ theo máy người ký {time}</translation>
        </message>
    </context>
    <context>
        <name>WeekGrid</name>
        <message>
            <source>Lịch công tác tuần</source>
            <translation>Lịch công tác tuần</translation>
        </message>
        <message>
            <source>Duyệt lịch này</source>
            <translation>Duyệt lịch này</translation>
        </message>
    </context>
    <context>
        <name>WeekModel</name>
        <message>
            <source>Sáng</source>
            <translation>Sáng</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Chiều</translation>
        </message>
        <message>
            <source>trống</source>
            <translation>trống</translation>
        </message>
    </context>
    <context>
        <name>WelcomeWindow</name>
        <message>
            <source>Văn bản đến, văn bản đi</source>
            <translation>Văn bản đến, văn bản đi</translation>
        </message>
        <message>
            <source>Lịch công tác và nhiệm vụ</source>
            <translation>Lịch công tác và nhiệm vụ</translation>
        </message>
        <message>
            <source>Ký duyệt và ký số cơ quan</source>
            <translation>Ký duyệt và ký số cơ quan</translation>
        </message>
        <message>
            <source>Làm việc được cả khi mất mạng</source>
            <translation>Làm việc được cả khi mất mạng</translation>
        </message>
        <message>
            <source>Địa &amp;chỉ hệ thống của cơ quan</source>
            <translation>Địa &amp;chỉ hệ thống của cơ quan</translation>
        </message>
        <message>
            <source>Địa chỉ hệ thống của cơ quan</source>
            <translation>Địa chỉ hệ thống của cơ quan</translation>
        </message>
        <message>
            <source>Đăng &amp;nhập</source>
            <translation>Đăng &amp;nhập</translation>
        </message>
        <message>
            <source>Chưa có tài khoản, hoặc muốn tập làm trước? Văn phòng thực hành có đủ văn bản và chữ ký tập, không có giá trị sử dụng, không gửi đi đâu.</source>
            <translation>Chưa có tài khoản, hoặc muốn tập làm trước? Văn phòng thực hành có đủ văn bản và chữ ký tập, không có giá trị sử dụng, không gửi đi đâu.</translation>
        </message>
        <message>
            <source>Làm với vai</source>
            <translation>Làm với vai</translation>
        </message>
        <message>
            <source>Mở văn phòng &amp;thực hành</source>
            <translation>Mở văn phòng &amp;thực hành</translation>
        </message>
        <message>
            <source>&amp;Báo cáo sự cố…</source>
            <translation>&amp;Báo cáo sự cố…</translation>
        </message>
        <message>
            <source>Đang chờ đăng nhập trong trình duyệt</source>
            <translation>Đang chờ đăng nhập trong trình duyệt</translation>
        </message>
        <message>
            <source>Trang đăng nhập đã mở trong trình duyệt. Đăng nhập xong, cửa sổ này tự chuyển vào việc.</source>
            <translation>Trang đăng nhập đã mở trong trình duyệt. Đăng nhập xong, cửa sổ này tự chuyển vào việc.</translation>
        </message>
        <message>
            <source>&amp;Mở lại trang</source>
            <translation>&amp;Mở lại trang</translation>
        </message>
        <message>
            <source>&amp;Chép địa chỉ trang</source>
            <translation>&amp;Chép địa chỉ trang</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Hủ&amp;y</translation>
        </message>
    </context>
    <context>
        <name>Workroom</name>
        <message>
            <source>Xem việc chưa gửi</source>
            <translation>Xem việc chưa gửi</translation>
        </message>
        <message>
            <source>Mở biểu mẫu</source>
            <translation>Mở biểu mẫu</translation>
        </message>
        <message>
            <source>Mở bàn ký</source>
            <translation>Mở bàn ký</translation>
        </message>
        <message>
            <source>Lần trước chương trình đã dừng đột ngột. Việc đã làm không mất.</source>
            <translation>Lần trước chương trình đã dừng đột ngột. Việc đã làm không mất.</translation>
        </message>
        <message>
            <source>Lập báo cáo</source>
            <translation>Lập báo cáo</translation>
        </message>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Soạn văn bản đi</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Đồng bộ ngay</translation>
        </message>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Việc chưa gửi</translation>
        </message>
        <message>
            <source>Kiểm tra chữ ký số của tệp…</source>
            <translation>Kiểm tra chữ ký số của tệp…</translation>
        </message>
        <message>
            <source>Ký tệp PDF ngoài hệ thống…</source>
            <translation>Ký tệp PDF ngoài hệ thống…</translation>
        </message>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Chứng thư gốc tin cậy</translation>
        </message>
        <message>
            <source>Thiết bị ký số</source>
            <translation>Thiết bị ký số</translation>
        </message>
        <message>
            <source>Cài đặt</source>
            <translation>Cài đặt</translation>
        </message>
        <message>
            <source>Cập nhật chương trình</source>
            <translation>Cập nhật chương trình</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Khóa</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán…</source>
            <translation>Báo cáo chẩn đoán…</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation>Trợ giúp</translation>
        </message>
        <message>
            <source>Mở %1</source>
            <translation>Mở %1</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Văn bản đến</translation>
        </message>
        <message>
            <source>Văn bản đi</source>
            <translation>Văn bản đi</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>Chờ ký</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Nhiệm vụ</translation>
        </message>
        <message>
            <source>Lịch công tác</source>
            <translation>Lịch công tác</translation>
        </message>
        <message>
            <source>Xem chứng thư</source>
            <translation>Xem chứng thư</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong thì cửa sổ mới đổi theo cài đặt này.</source>
            <translation>Đang ký số. Ký xong thì cửa sổ mới đổi theo cài đặt này.</translation>
        </message>
        <message>
            <source>Mở một văn bản hoặc nhiệm vụ rồi sao chép liên kết.</source>
            <translation>Mở một văn bản hoặc nhiệm vụ rồi sao chép liên kết.</translation>
        </message>
    </context>
</TS>
