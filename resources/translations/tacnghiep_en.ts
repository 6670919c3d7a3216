<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
    <context>
        <name>Account</name>
        <message>
            <source>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</source>
            <translation>The system refused the sign-in. Check the user name, or ask the administrator.</translation>
        </message>
        <message>
            <source>Chưa đăng nhập xong trong trình duyệt. Bấm Đăng nhập để mở lại trang.</source>
            <translation>The sign-in was not finished in the browser. Press Sign in to open the page again.</translation>
        </message>
        <message>
            <source>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</source>
            <translation>The person who signed in does not own this profile. Sign in again as the right person.</translation>
        </message>
        <message>
            <source>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</source>
            <translation>The account belongs to no agency yet. Tell the administrator.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</source>
            <translation>The practice office could not be opened. Try again; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>The practice office is already open in another window. Use that window, or close it and open it again.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</source>
            <translation>This computer has no safe keyring. Set a passphrase to protect the data.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>Tác nghiệp is already open in another window. Use that window, or close it and open the program again.</translation>
        </message>
        <message>
            <source>Không tới được hệ thống. Kiểm tra dây mạng và địa chỉ, rồi bấm Đăng nhập.</source>
            <translation>The system cannot be reached. Check the network cable and the address, then press Sign in.</translation>
        </message>
        <message>
            <source>Địa chỉ do cơ quan quy định</source>
            <translation>The address is set by your agency</translation>
        </message>
        <message>
            <source>Đang mở văn phòng thực hành. Lần đầu mất khoảng nửa phút.</source>
            <translation>Opening the practice office. The first time takes about half a minute.</translation>
        </message>
        <message>
            <source>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi đổi chức vụ.</source>
            <translation>Documents are being signed. Wait until that is done, or press Cancel on the To sign desk, then change the position.</translation>
        </message>
        <message>
            <source>Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi thoát tài khoản.</source>
            <translation>Documents are being signed. Wait until that is done, or press Cancel on the To sign desk, then leave the account.</translation>
        </message>
        <message>
            <source>Đang gửi các việc còn lại; gửi xong sẽ tự thoát.</source>
            <translation>Sending what is left; you will be signed out when it is done.</translation>
        </message>
    </context>
    <context>
        <name>AccountMenu</name>
        <message>
            <source>&amp;Thiết bị ký số</source>
            <translation>Signing &amp;token</translation>
        </message>
        <message>
            <source>Kiể&amp;m tra chữ ký số của tệp…</source>
            <translation>Chec&amp;k the signatures of a file…</translation>
        </message>
        <message>
            <source>Ký tệp PD&amp;F ngoài hệ thống…</source>
            <translation>Sign PD&amp;F files from elsewhere…</translation>
        </message>
        <message>
            <source>&amp;Cài đặt</source>
            <translation>&amp;Settings</translation>
        </message>
        <message>
            <source>&amp;Hướng dẫn</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>&amp;Báo cáo chẩn đoán…</source>
            <translation>Diagnostic r&amp;eport…</translation>
        </message>
        <message>
            <source>&amp;Khóa</source>
            <translation>&amp;Lock</translation>
        </message>
        <message>
            <source>Đổ&amp;i tài khoản</source>
            <translation>S&amp;witch account</translation>
        </message>
        <message>
            <source>Đăng &amp;xuất</source>
            <translation>Sign &amp;out</translation>
        </message>
        <message>
            <source>&amp;Việc chưa gửi (%1)</source>
            <translation>&amp;Unsent work (%1)</translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>Việc khác</source>
            <translation>More</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>Tiếp nhận, vào sổ</source>
            <translation>Receive and register</translation>
        </message>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Cho ý kiến chỉ đạo</source>
            <translation>Give a directive</translation>
        </message>
        <message>
            <source>Trả lại</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Kết thúc xử lý</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Ký văn bản đến</source>
            <translation>Confirm arrival</translation>
        </message>
        <message>
            <source>Dự thảo</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Trình ký</source>
            <translation>Submit for signature</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Approve by signature</translation>
        </message>
        <message>
            <source>Từ chối ký</source>
            <translation>Refuse to sign</translation>
        </message>
        <message>
            <source>Góp ý dự thảo</source>
            <translation>Remark on draft</translation>
        </message>
        <message>
            <source>Trả lời góp ý</source>
            <translation>Answer remarks</translation>
        </message>
        <message>
            <source>Cấp số</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Agency signature</translation>
        </message>
        <message>
            <source>Ký phụ lục</source>
            <translation>Sign attachments</translation>
        </message>
        <message>
            <source>Bổ sung dấu thời gian</source>
            <translation>Add time-stamps</translation>
        </message>
        <message>
            <source>Sao văn bản</source>
            <translation>Copy document</translation>
        </message>
        <message>
            <source>Phát hành</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>Bỏ dự thảo</source>
            <translation>Discard draft</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài</source>
            <translation>Save a file outside</translation>
        </message>
        <message>
            <source>Giao nhiệm vụ</source>
            <translation>Assign a task</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Report progress</translation>
        </message>
        <message>
            <source>Báo hoàn thành</source>
            <translation>Report completion</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Decide on completion</translation>
        </message>
        <message>
            <source>Xin gia hạn</source>
            <translation>Ask for an extension</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Decide on an extension</translation>
        </message>
        <message>
            <source>Đăng ký lịch</source>
            <translation>Enter in the schedule</translation>
        </message>
        <message>
            <source>Duyệt lịch</source>
            <translation>Approve the schedule entry</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch</source>
            <translation>Adjust the schedule entry</translation>
        </message>
        <message>
            <source>Không duyệt lịch</source>
            <translation>Refuse the schedule entry</translation>
        </message>
    </context>
    <context>
        <name>ArrivalDialog</name>
        <message>
            <source>Nội dung dấu đến</source>
            <translation>What the arrival mark says</translation>
        </message>
        <message>
            <source>&amp;Ghi vào dấu đến</source>
            <translation>&amp;Put into the arrival mark</translation>
        </message>
        <message>
            <source>Đơn vị hoặc người được chuyển đến</source>
            <translation>Unit or person it is passed to</translation>
        </message>
        <message>
            <source>Để trống nếu chưa lập hồ sơ</source>
            <translation>Leave empty if there is no file yet</translation>
        </message>
        <message>
            <source>&amp;Chuyển</source>
            <translation>Passed &amp;on to</translation>
        </message>
        <message>
            <source>&amp;Số và ký hiệu hồ sơ</source>
            <translation>&amp;File number and notation</translation>
        </message>
    </context>
    <context>
        <name>AskExtensionDialog</name>
        <message>
            <source>Xin gia hạn</source>
            <translation>Ask for an extension</translation>
        </message>
        <message>
            <source>&amp;Gửi đề nghị</source>
            <translation>&amp;Send request</translation>
        </message>
        <message>
            <source>Hạn hiện nay</source>
            <translation>Deadline now</translation>
        </message>
        <message>
            <source>Xin đến &amp;ngày</source>
            <translation>New &amp;deadline</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>&amp;Reason</translation>
        </message>
        <message numerus="yes">
            <source>Còn được xin gia hạn %n lần (kể cả lần này), tối đa 2 lần.</source>
            <translation>
                <numerusform>%n extension is left (this one included), of 2 at most.</numerusform>
                <numerusform>%n extensions are left (this one included), of 2 at most.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa ghi lý do xin gia hạn.</source>
            <translation>Give the reason for the extension.</translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message>
            <source>Giao nhiệm vụ</source>
            <translation>Assign a task</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>&amp;Assign task</translation>
        </message>
        <message>
            <source>Chọn đơn vị hoặc người</source>
            <translation>Choose a unit or a person</translation>
        </message>
        <message>
            <source>Giao nhiều đơn &amp;vị, mỗi đơn vị một nhiệm vụ</source>
            <translation>Several &amp;units, one task for each</translation>
        </message>
        <message>
            <source>Có t&amp;hời hạn</source>
            <translation>Has a deadl&amp;ine</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Content</translation>
        </message>
        <message>
            <source>Yêu cầu cụ &amp;thể</source>
            <translation>&amp;Requirements</translation>
        </message>
        <message>
            <source>&amp;Sản phẩm</source>
            <translation>Expected &amp;product</translation>
        </message>
        <message>
            <source>Báo cáo, kế hoạch, tờ trình…</source>
            <translation>Report, plan, submission…</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>&amp;Chủ trì</source>
            <translation>&amp;Lead</translation>
        </message>
        <message>
            <source>Các đơn vị chủ t&amp;rì</source>
            <translation>Lea&amp;d units</translation>
        </message>
        <message>
            <source>&amp;Phối hợp</source>
            <translation>Co-&amp;handlers</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung nhiệm vụ.</source>
            <translation>Write what the task is.</translation>
        </message>
        <message>
            <source>Chưa chọn đơn vị hoặc người chủ trì.</source>
            <translation>Choose a lead unit or person.</translation>
        </message>
    </context>
    <context>
        <name>AssigneeTable</name>
        <message>
            <source>Đơn vị, cá nhân</source>
            <translation>Unit or person</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Co-handler</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>For info</translation>
        </message>
        <message>
            <source>Gõ để tìm đơn vị, người… (phím 1 chủ trì, 2 phối hợp, 3 để biết)</source>
            <translation>Type to find a unit or a person… (1 lead, 2 co-handler, 3 for information)</translation>
        </message>
        <message>
            <source>Tìm đơn vị, người</source>
            <translation>Find a unit or a person</translation>
        </message>
        <message>
            <source>Đơn vị, cá nhân nhận xử lý</source>
            <translation>Units and persons who will handle it</translation>
        </message>
    </context>
    <context>
        <name>AttachmentList</name>
        <message>
            <source>Tệp đính kèm</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Thê&amp;m tệp…</source>
            <translation>&amp;Add files…</translation>
        </message>
        <message>
            <source>Bỏ tệ&amp;p</source>
            <translation>Re&amp;move file</translation>
        </message>
        <message>
            <source>Chọn tệp đính kèm</source>
            <translation>Choose attachments</translation>
        </message>
    </context>
    <context>
        <name>CheckWindow</name>
        <message>
            <source>Kiểm tra chữ ký số của tệp</source>
            <translation>Check the signatures of files</translation>
        </message>
        <message>
            <source>Các tệp được kiểm tra</source>
            <translation>Files that are checked</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>&amp;Chọn tệp khác…</source>
            <translation>C&amp;hoose other files…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>Checking</name>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
        <message>
            <source>Mọi tệp (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF để kiểm tra chữ ký số</source>
            <translation>Choose PDF files to check</translation>
        </message>
        <message>
            <source>Mỗi lần kiểm tra được nhiều nhất {count} tệp; đã lấy {count} tệp đầu.</source>
            <translation>At most {count} files can be checked at once; the first {count} were taken.</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Đối chiếu chứng thư gốc</source>
            <translation>Compare a root certificate</translation>
        </message>
        <message>
            <source>&amp;Tin cậy chứng thư này</source>
            <translation>&amp;Trust this certificate</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>So dấu vân tay dưới đây với dấu vân tay do đơn vị cấp công bố chính thức (văn bản, trang tin, gọi điện). Không lấy từ nơi gửi tệp này.</source>
            <translation>Compare the fingerprint below with the one that the issuer has published officially (on paper, on its site, by telephone). Do not take it from whoever sent this file.</translation>
        </message>
        <message>
            <source>Chứng thư trong tệp</source>
            <translation>Certificates in the file</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Hiệu lực đến</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>ít nhất 8 ký tự cuối</source>
            <translation>at least the last 8 characters</translation>
        </message>
        <message>
            <source>&amp;Dấu vân tay do đơn vị cấp công bố (nếu có để dán hoặc gõ):</source>
            <translation>&amp;Fingerprint published by the issuer (if there is one to paste or type):</translation>
        </message>
        <message>
            <source>Tôi đã đối chiếu, hai dấu vân tay &amp;giống nhau</source>
            <translation>I have compared them: the two fingerprints are the &amp;same</translation>
        </message>
        <message>
            <source>Khớp với dấu vân tay của chứng thư.</source>
            <translation>It matches the certificate's fingerprint.</translation>
        </message>
        <message>
            <source>Không khớp. Không tin cậy chứng thư này; hỏi lại đơn vị cấp.</source>
            <translation>It does not match. Do not trust this certificate; ask the issuer.</translation>
        </message>
    </context>
    <context>
        <name>CopyDialog</name>
        <message>
            <source>Sao văn bản</source>
            <translation>Copy document</translation>
        </message>
        <message>
            <source>&amp;Lập bản sao</source>
            <translation>&amp;Make the copy</translation>
        </message>
        <message numerus="yes">
            <source>Ví dụ: 1-3, 5 (văn bản có %n trang)</source>
            <translation>
                <numerusform>For example: 1-3, 5 (the document has %n page)</numerusform>
                <numerusform>For example: 1-3, 5 (the document has %n pages)</numerusform>
            </translation>
        </message>
        <message>
            <source>Văn bản gốc</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>&amp;Hình thức sao</source>
            <translation>&amp;Form of copy</translation>
        </message>
        <message>
            <source>&amp;Trang trích sao</source>
            <translation>&amp;Pages of the extract</translation>
        </message>
        <message>
            <source>Chọn người cho phép</source>
            <translation>Choose who allows it</translation>
        </message>
        <message>
            <source>&amp;Người cho phép sao</source>
            <translation>&amp;Allowed by</translation>
        </message>
        <message>
            <source>&amp;Số bản</source>
            <translation>Number &amp;of copies</translation>
        </message>
        <message>
            <source>Chưa chọn người cho phép sao văn bản mật.</source>
            <translation>Nobody has been chosen who allows the copying of a classified document.</translation>
        </message>
        <message>
            <source>Chưa ghi số bản.</source>
            <translation>The number of copies is missing.</translation>
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>Đã lập bản sao. Cấp số cho bản sao, rồi ký sao ở mục Chờ ký.</source>
            <translation>The copy has been made. Give it a number, then sign it under To sign.</translation>
        </message>
        <message>
            <source>Mở bản sao</source>
            <translation>Open the copy</translation>
        </message>
        <message>
            <source>Bản quét từ văn bản giấy (tệp chưa có chữ ký số)</source>
            <translation>Scan of a paper document (the file has no signature)</translation>
        </message>
        <message>
            <source>Văn bản điện tử có chữ ký số hợp lệ</source>
            <translation>Electronic document with valid signatures</translation>
        </message>
        <message>
            <source>Tệp gốc gửi nguyên vẹn vẫn có giá trị như văn bản gốc; chỉ sao khi cần chữ ký của cơ quan mình.</source>
            <translation>The original file sent as it is counts as the original; copy it only where your organ's signature is needed.</translation>
        </message>
        <message>
            <source>Sao y và sao lục gồm cả phụ lục; trích sao chỉ gồm các trang được chọn.</source>
            <translation>A true copy and a copy of a copy include the attachments; an extract has only the pages chosen.</translation>
        </message>
        <message>
            <source>Trang %{page} không phải ảnh quét. Kiểm tra lại tệp.</source>
            <translation>Page %{page} is not a scan. Check the file.</translation>
        </message>
        <message>
            <source>Tệp là PDF %{version}; bản sao cần PDF 1.4 trở lên. Quét lại.</source>
            <translation>The file is PDF %{version}; a copy needs PDF 1.4 or later. Scan it again.</translation>
        </message>
        <message>
            <source>Trang %{page} khổ %{width} × %{height} mm, không phải A4. Quét lại khổ A4.</source>
            <translation>Page %{page} measures %{width} × %{height} mm, not A4. Scan it again as A4.</translation>
        </message>
        <message>
            <source>Trang %{page} không đúng tỷ lệ 100 %. Quét lại đúng tỷ lệ.</source>
            <translation>Page %{page} is not at 100 %. Scan it again at full size.</translation>
        </message>
        <message>
            <source>Trang %{page} chỉ có %{dpi} dpi. Quét lại từ 200 dpi.</source>
            <translation>Page %{page} has only %{dpi} dpi. Scan it again at 200 dpi or more.</translation>
        </message>
        <message>
            <source>Trang %{page} không phải ảnh màu. Quét lại ảnh màu.</source>
            <translation>Page %{page} is not in colour. Scan it again in colour.</translation>
        </message>
        <message>
            <source>Ghi số trang từ 1 đến {last}, ví dụ 1-3, 5.</source>
            <translation>Give page numbers from 1 to {last}, for example 1-3, 5.</translation>
        </message>
    </context>
    <context>
        <name>CrashWindow</name>
        <message>
            <source>&amp;Mở thư mục nhật ký</source>
            <translation>Open &amp;log folder</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi ngoài dự kiến</source>
            <translation>The program met an unexpected error</translation>
        </message>
        <message numerus="yes">
            <source>Lỗi đã lặp lại %n lần.</source>
            <translation>
                <numerusform>The error has happened %n times.</numerusform>
                <numerusform>The error has happened %n times.</numerusform>
            </translation>
        </message>
        <message>
            <source>Việc đã làm được ghi lại đầy đủ, không mất. Nếu cửa sổ không trả lời, hãy mở lại chương trình. Dưới đây là những gì sẽ gửi; không có gì được gửi đi nếu không bấm nút.</source>
            <translation>Everything done so far is kept, nothing is lost. If the window does not answer, start the program again. Below is what would be sent; nothing is sent unless you press the button.</translation>
        </message>
    </context>
    <context>
        <name>CropView</name>
        <message>
            <source>Ảnh gốc; kéo chuột để chọn phần giữ lại</source>
            <translation>The original; drag to choose what is kept</translation>
        </message>
    </context>
    <context>
        <name>DecideDialog</name>
        <message>
            <source>&amp;Gửi quyết định</source>
            <translation>&amp;Send decision</translation>
        </message>
        <message>
            <source>Quyết định</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Ý kiế&amp;n</source>
            <translation>&amp;Comment</translation>
        </message>
        <message>
            <source>Chưa chọn quyết định.</source>
            <translation>Choose a decision.</translation>
        </message>
        <message>
            <source>Không đồng ý thì phải ghi lý do.</source>
            <translation>A refusal needs a reason.</translation>
        </message>
        <message>
            <source>Người xin</source>
            <translation>Asked by</translation>
        </message>
        <message>
            <source>Hạn hiện nay</source>
            <translation>Deadline now</translation>
        </message>
        <message>
            <source>Xin đến</source>
            <translation>Asked until</translation>
        </message>
        <message>
            <source>Lý do</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Đã gia hạn</source>
            <translation>Extensions so far</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Decide on an extension</translation>
        </message>
        <message>
            <source>Đồng ý gia &amp;hạn</source>
            <translation>Grant the &amp;extension</translation>
        </message>
        <message>
            <source>&amp;Không đồng ý</source>
            <translation>&amp;Refuse</translation>
        </message>
        <message>
            <source>Người báo cáo</source>
            <translation>Reported by</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Decide on completion</translation>
        </message>
        <message>
            <source>Công nhận &amp;hoàn thành</source>
            <translation>&amp;Accept as completed</translation>
        </message>
        <message>
            <source>Yêu cầu làm &amp;tiếp</source>
            <translation>Ask for &amp;more work</translation>
        </message>
    </context>
    <context>
        <name>DeliveryTable</name>
        <message>
            <source>Tình hình nhận của từng nơi nhận</source>
            <translation>What each recipient has done</translation>
        </message>
    </context>
    <context>
        <name>Directive</name>
        <message>
            <source>Đang ký một lô văn bản ở bàn ký. Chờ ký xong hoặc dừng lô đó, rồi ký ý kiến này.</source>
            <translation>A batch of documents is being signed at the signing desk. Wait until it is done or stop it, then sign this directive.</translation>
        </message>
        <message>
            <source>Ký số ý kiến chỉ đạo</source>
            <translation>Sign the directive</translation>
        </message>
        <message>
            <source>Văn bản này còn một ý kiến đã ký mà chưa gửi được: “%1”. Bấm Ký số thì ký ý kiến dưới đây thay cho bản đó; bản đã ký đó bị bỏ, không gửi.</source>
            <translation>This document still has a directive that is signed and could not be sent: “%1”. Sign puts the directive below in its place; what was signed before is dropped and not sent.</translation>
        </message>
        <message>
            <source>Ý kiến đã ký “%1” chưa gửi vì sau khi ký, ý kiến trong biểu mẫu đã được sửa. Mở biểu mẫu: ký ý kiến mới thay cho bản đó, hoặc gõ lại đúng ý kiến đã ký để gửi bản đó.</source>
            <translation>The signed directive “%1” was not sent: its form was changed after it was signed. Open the form: sign the new directive in its place, or type the signed one again exactly to send that.</translation>
        </message>
    </context>
    <context>
        <name>DirectiveDialog</name>
        <message>
            <source>Ký &amp;số ý kiến này trên phiếu xử lý văn bản</source>
            <translation>Si&amp;gn this directive on the handling slip</translation>
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>Không tìm thấy khóa của hồ sơ</source>
            <translation>The profile's key was not found</translation>
        </message>
        <message>
            <source>Khóa trên máy không phải của hồ sơ này</source>
            <translation>The key on this computer is not this profile's</translation>
        </message>
        <message>
            <source>Kho khóa của máy chưa trả lời</source>
            <translation>The computer's keyring does not answer</translation>
        </message>
        <message>
            <source>Hồ sơ do phiên bản mới hơn tạo</source>
            <translation>The profile was made by a newer version</translation>
        </message>
        <message>
            <source>Hồ sơ đang mở ở cửa sổ khác</source>
            <translation>The profile is open in another window</translation>
        </message>
        <message>
            <source>Hồ sơ nằm trên ổ đĩa mạng</source>
            <translation>The profile lies on a network drive</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy</source>
            <translation>The disk is full</translation>
        </message>
        <message>
            <source>Không đọc hoặc ghi được thư mục hồ sơ</source>
            <translation>The profile's folder cannot be read or written</translation>
        </message>
        <message>
            <source>Chưa nâng cấp được hồ sơ cũ</source>
            <translation>The old profile could not be upgraded yet</translation>
        </message>
        <message>
            <source>Hồ sơ bị hỏng</source>
            <translation>The profile is damaged</translation>
        </message>
        <message>
            <source>Chưa mở được hồ sơ</source>
            <translation>The profile could not be opened</translation>
        </message>
        <message>
            <source>&amp;Thử lại</source>
            <translation>&amp;Try again</translation>
        </message>
        <message>
            <source>Đăng nhập tài &amp;khoản khác</source>
            <translation>Sign in as someone &amp;else</translation>
        </message>
        <message>
            <source>T&amp;hoát</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>Mở bằng &amp;mật khẩu</source>
            <translation>Open by &amp;passphrase</translation>
        </message>
        <message>
            <source>Mật khẩu đã đặt cho hồ sơ trong Khóa máy.</source>
            <translation>The passphrase set for this profile under Locking.</translation>
        </message>
        <message>
            <source>Khóa khôi &amp;phục của cơ quan</source>
            <translation>The office's &amp;recovery key</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan mở được hồ sơ này mà không mất việc chưa gửi.</source>
            <translation>The office's administrator can open this profile without losing unsent acts.</translation>
        </message>
        <message>
            <source>Sau khi đã đăng nhập máy đúng người, hoặc khôi phục lại kho khóa.</source>
            <translation>After signing in to the computer as the right person, or restoring the keyring.</translation>
        </message>
        <message>
            <source>&amp;Bắt đầu lại…</source>
            <translation>&amp;Begin anew…</translation>
        </message>
        <message>
            <source>Để riêng hồ sơ cũ, tải lại văn bản từ trung tâm.</source>
            <translation>Set the old profile aside, receive the documents again from the central system.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Sau khi mở khóa kho khóa, hoặc đăng nhập lại máy.</source>
            <translation>After unlocking the keyring, or signing in to the computer again.</translation>
        </message>
        <message>
            <source>Hồ sơ vẫn còn nguyên và vẫn niêm phong, nhưng khóa mở hồ sơ không còn trong kho khóa của máy. Thường là do mật khẩu máy vừa bị đặt lại, hoặc hồ sơ được chép từ máy khác sang.</source>
            <translation>The profile is intact and still sealed, but the key that opens it is no longer in the computer's keyring. Usually the computer's password was reset, or the profile was copied from another computer.</translation>
        </message>
        <message>
            <source>Hồ sơ vẫn còn nguyên, nhưng kho khóa của máy đang giữ một khóa khác nên không mở được. Thường là do hồ sơ được chép từ máy khác sang, hoặc đăng nhập máy bằng người khác.</source>
            <translation>The profile is intact, but the computer's keyring holds another key, which does not open it. Usually the profile was copied from another computer, or someone else is signed in to the computer.</translation>
        </message>
        <message>
            <source>Khóa mở hồ sơ nằm trong kho khóa của máy; kho khóa đang khóa hoặc không trả lời. Hồ sơ vẫn còn nguyên.</source>
            <translation>The profile's key is in the computer's keyring, which is locked or does not answer. The profile is intact.</translation>
        </message>
        <message numerus="yes">
            <source>Trong hồ sơ có %n việc chưa gửi.</source>
            <translation>
                <numerusform>There are %n unsent act in the profile.</numerusform>
                <numerusform>There are %n unsent acts in the profile.</numerusform>
            </translation>
        </message>
        <message>
            <source>Báo quản trị của cơ quan. Quản trị chạy lệnh dưới đây trên máy này, bằng chính tài khoản máy của bạn, với tệp khóa riêng của cơ quan. Xong thì bấm Thử lại: hồ sơ mở ra, việc chưa gửi còn nguyên.</source>
            <translation>Tell the office's administrator. They run the command below on this computer, under your own account here, with the office's private key file. Then press Try again: the profile opens, and unsent acts are still there.</translation>
        </message>
        <message>
            <source>Khóa khôi phục của cơ quan</source>
            <translation>The office's recovery key</translation>
        </message>
        <message>
            <source>&amp;Sao chép lệnh</source>
            <translation>&amp;Copy the command</translation>
        </message>
        <message>
            <source>&amp;Quay lại</source>
            <translation>Bac&amp;k</translation>
        </message>
        <message>
            <source>Hồ sơ cũ được chuyển sang một thư mục riêng, vẫn niêm phong, không bị xóa: tìm lại được khóa thì vẫn mở được. Văn bản được tải lại từ trung tâm sau khi đăng nhập.</source>
            <translation>The old profile is moved to a folder of its own, still sealed, not deleted: it can be opened again if its key is found. Documents are received again from the central system after signing in.</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi nằm lại trong hồ sơ cũ và sẽ không được gửi: phải làm lại, trừ khi hồ sơ cũ được mở.</source>
            <translation>
                <numerusform>%n unsent act stay in the old profile and will not be sent: they have to be done again, unless the old profile is opened.</numerusform>
                <numerusform>%n unsent acts stay in the old profile and will not be sent: they have to be done again, unless the old profile is opened.</numerusform>
            </translation>
        </message>
        <message>
            <source>Lần cuối chương trình ghi nhận, trong hồ sơ không có việc nào chưa gửi.</source>
            <translation>When last looked at, there were no unsent acts in the profile.</translation>
        </message>
        <message>
            <source>Để riêng hồ sơ cũ và &amp;bắt đầu lại</source>
            <translation>Set the old profile aside and &amp;begin anew</translation>
        </message>
        <message>
            <source>Bắt đầu lại với hồ sơ mới?</source>
            <translation>Begin anew with a new profile?</translation>
        </message>
        <message>
            <source>Báo &amp;cáo chẩn đoán…</source>
            <translation>&amp;Diagnostic report…</translation>
        </message>
    </context>
    <context>
        <name>DraftDialog</name>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Write an outgoing document</translation>
        </message>
        <message>
            <source>&amp;Trình ký</source>
            <translation>&amp;Submit</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Lưu dự thảo</source>
            <translation>Sa&amp;ve draft</translation>
        </message>
        <message>
            <source>&amp;Bỏ dự thảo</source>
            <translation>&amp;Discard draft</translation>
        </message>
        <message>
            <source>Chọn loại văn bản</source>
            <translation>Choose the document type</translation>
        </message>
        <message>
            <source>Chọn người ký</source>
            <translation>Choose the signer</translation>
        </message>
        <message>
            <source>T/M, K/T hoặc T/L…</source>
            <translation>T/M, K/T or T/L…</translation>
        </message>
        <message>
            <source>Mỗi dòng một nơi nhận, như in trên văn bản</source>
            <translation>One recipient per line, as printed on the document</translation>
        </message>
        <message>
            <source>Kính trình…: nội dung, căn cứ, ý kiến đề xuất</source>
            <translation>To…: content, grounds, proposal</translation>
        </message>
        <message>
            <source>&amp;Chọn tệp PDF…</source>
            <translation>Choose &amp;PDF…</translation>
        </message>
        <message>
            <source>Chưa có tệp văn bản</source>
            <translation>No document file yet</translation>
        </message>
        <message>
            <source>&amp;1 Văn bản</source>
            <translation>&amp;1 Document</translation>
        </message>
        <message>
            <source>&amp;2 Gửi đến</source>
            <translation>&amp;2 Send to</translation>
        </message>
        <message>
            <source>&amp;3 Phiếu trình, đính kèm</source>
            <translation>&amp;3 Slip, attachments</translation>
        </message>
        <message>
            <source>L&amp;oại văn bản</source>
            <translation>Document &amp;type</translation>
        </message>
        <message>
            <source>Độ &amp;khẩn</source>
            <translation>&amp;Urgency</translation>
        </message>
        <message>
            <source>T&amp;rích yếu</source>
            <translation>Sub&amp;ject</translation>
        </message>
        <message>
            <source>Ngườ&amp;i ký</source>
            <translation>Si&amp;gner</translation>
        </message>
        <message>
            <source>T&amp;hẩm quyền ký</source>
            <translation>Signing &amp;capacity</translation>
        </message>
        <message>
            <source>Nơi nhận (in trên &amp;văn bản)</source>
            <translation>&amp;Recipients (as printed on the document)</translation>
        </message>
        <message>
            <source>&amp;Gửi đến</source>
            <translation>S&amp;end to</translation>
        </message>
        <message>
            <source>Phiế&amp;u trình</source>
            <translation>Submission s&amp;lip</translation>
        </message>
        <message>
            <source>Tệp đính &amp;kèm</source>
            <translation>Attac&amp;hments</translation>
        </message>
        <message>
            <source>Kéo tệp PDF của văn bản thả vào đây, hoặc bấm Chọn tệp PDF.</source>
            <translation>Drop the document's PDF file here, or press Choose PDF.</translation>
        </message>
        <message>
            <source>loại văn bản</source>
            <translation>document type</translation>
        </message>
        <message>
            <source>trích yếu</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>người ký</source>
            <translation>signer</translation>
        </message>
        <message>
            <source>tệp PDF</source>
            <translation>PDF file</translation>
        </message>
        <message>
            <source>Trích yếu dài quá %1 ký tự.</source>
            <translation>The subject is longer than %1 characters.</translation>
        </message>
        <message>
            <source>Nơi nhận dài quá %1 ký tự.</source>
            <translation>The recipients are longer than %1 characters.</translation>
        </message>
        <message>
            <source>Trang 1 là %1 (ký hiệu %2), nhưng loại văn bản đang chọn là %3. Chọn lại loại hoặc tệp PDF.</source>
            <translation>Page 1 is of the type %1 (notation %2), but %3 is chosen. Choose another type or PDF file.</translation>
        </message>
        <message>
            <source>Còn thiếu: %1</source>
            <translation>Still missing: %1</translation>
        </message>
        <message>
            <source>Tệp PDF (*.pdf *.PDF)</source>
            <translation>PDF files (*.pdf *.PDF)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF của văn bản</source>
            <translation>Choose the document's PDF file</translation>
        </message>
    </context>
    <context>
        <name>Drafting</name>
        <message>
            <source>Tệp này không phải PDF hoặc đã hỏng. Xuất lại tệp PDF từ phần mềm soạn thảo rồi chọn.</source>
            <translation>This file is not a PDF or is damaged. Export it again from the word processor and choose it.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu. Bỏ mật khẩu rồi chọn lại.</source>
            <translation>The PDF file has a password. Remove the password and choose it again.</translation>
        </message>
        <message>
            <source>Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Xuất lại bản không đặt hạn chế rồi chọn.</source>
            <translation>The PDF restricts changes or printing and cannot be signed. Export one without restrictions, then choose it again.</translation>
        </message>
        <message>
            <source>Tệp PDF có hơn %{limit} trang, không ký được. Tách phụ lục thành tệp riêng rồi chọn lại.</source>
            <translation>The PDF has more than %{limit} pages and cannot be signed. Put its attachments into files of their own, then choose it again.</translation>
        </message>
        <message>
            <source>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. In ra PDF thường rồi chọn lại.</source>
            <translation>The PDF is an XFA form: what it shows depends on the program that opens it, so it cannot be signed. Print it to an ordinary PDF, then choose that.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Xuất lại tệp không có mã lệnh rồi chọn.</source>
            <translation>The PDF holds scripts or commands that start programs, so that its content could change after it is signed. Export it again without scripts, then choose it.</translation>
        </message>
        <message>
            <source>Tệp PDF này đã có chữ ký số. Chọn tệp chưa ký, để lãnh đạo ký duyệt trong chương trình.</source>
            <translation>This PDF file is already signed. Choose an unsigned file, so that the leader can approve it in the program.</translation>
        </message>
        <message>
            <source>Phụ lục “%1”: %2</source>
            <translation>Attachment “%1”: %2</translation>
        </message>
        <message>
            <source>Tệp “%1” lớn hơn %2 MB, không gửi được. Nén hoặc tách tệp rồi chọn lại.</source>
            <translation>The file “%1” is larger than %2 MB and cannot be sent. Compress or split it and choose again.</translation>
        </message>
        <message>
            <source>Không đọc được tệp “%1”. Kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác giữ.</source>
            <translation>The file “%1” cannot be read. Check that it is still there and not held by another program.</translation>
        </message>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Write an outgoing document</translation>
        </message>
        <message>
            <source>Sửa dự thảo</source>
            <translation>Edit draft</translation>
        </message>
        <message>
            <source>Bị trả lại: %1</source>
            <translation>Returned: %1</translation>
        </message>
        <message>
            <source>Đã điền theo nội dung tệp PDF. Kiểm tra lại trước khi trình.</source>
            <translation>Filled in from the PDF file. Check it before submitting.</translation>
        </message>
        <message>
            <source>Trang 1 đã in sẵn số %1. Văn thư phải giữ đúng số này trước khi lãnh đạo ký; nếu không, hãy để trống chỗ ghi số.</source>
            <translation>Page 1 already bears number %1. The clerk has to reserve this very number before the leader signs; otherwise leave the place for the number empty.</translation>
        </message>
        <message>
            <source>Đã lưu dự thảo.</source>
            <translation>Draft saved.</translation>
        </message>
        <message>
            <source>Đã trình %1 ký.</source>
            <translation>Submitted to %1 for signature.</translation>
        </message>
        <message>
            <source>Đã bỏ dự thảo.</source>
            <translation>Draft discarded.</translation>
        </message>
    </context>
    <context>
        <name>Entrance</name>
        <message>
            <source>Đang ký số, chưa xong. Chờ ký xong rồi hãy tắt máy.</source>
            <translation>Signing is not finished. Wait for it before you shut down.</translation>
        </message>
        <message>
            <source>Đang chuẩn bị văn phòng thực hành. Lần đầu mất khoảng nửa phút…</source>
            <translation>Preparing the practice office. The first time takes about half a minute…</translation>
        </message>
        <message>
            <source>Tác nghiệp đang chờ bạn</source>
            <translation>Tác nghiệp is waiting for you</translation>
        </message>
        <message>
            <source>Bấm vào đây để đăng nhập hoặc mở khóa; trước đó chưa nhận được văn bản.</source>
            <translation>Click here to sign in or unlock; until then no documents are received.</translation>
        </message>
    </context>
    <context>
        <name>EntryWindow</name>
        <message>
            <source>Lịch công tác</source>
            <translation>Schedule</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>Examining</name>
        <message>
            <source>Không kiểm tra được (%1). Đóng chương trình, mở lại rồi thử lần nữa.</source>
            <translation>The check could not be made (%1). Close the program, open it again and try once more.</translation>
        </message>
        <message>
            <source>Đạt</source>
            <translation>Good</translation>
        </message>
        <message>
            <source>Gợi ý</source>
            <translation>Hint</translation>
        </message>
        <message>
            <source>Lưu ý</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Lỗi</source>
            <translation>Fault</translation>
        </message>
    </context>
    <context>
        <name>FileList</name>
        <message>
            <source>Xem {name}</source>
            <translation>View {name}</translation>
        </message>
        <message>
            <source>Lưu tệp… {name}</source>
            <translation>Save file… {name}</translation>
        </message>
    </context>
    <context>
        <name>FileWindow</name>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>FindingsDialog</name>
        <message>
            <source>Kiểm tra thiết bị ký số</source>
            <translation>Check the signing token</translation>
        </message>
        <message>
            <source>Đang kiểm tra</source>
            <translation>Checking</translation>
        </message>
        <message>
            <source>Kết quả kiểm tra</source>
            <translation>Findings</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Kiểm tra &amp;lại</source>
            <translation>Check &amp;again</translation>
        </message>
        <message>
            <source>&amp;Sao chép</source>
            <translation>&amp;Copy</translation>
        </message>
        <message>
            <source>Đang kiểm tra đầu đọc, thiết bị, chứng thư và dịch vụ. Việc này có thể mất đến một phút.</source>
            <translation>Checking readers, tokens, certificates and services. This may take up to a minute.</translation>
        </message>
        <message numerus="yes">
            <source>Có %n lỗi cần xử lý trước khi ký; cách xử lý ghi ở từng dòng.</source>
            <translation>
                <numerusform>%n fault must be mended before signing; each line says how.</numerusform>
                <numerusform>%n faults must be mended before signing; each line says how.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Không có lỗi; có %n điều cần lưu ý.</source>
            <translation>
                <numerusform>No faults; %n note.</numerusform>
                <numerusform>No faults; %n notes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Mọi thứ cần cho việc ký đều sẵn sàng.</source>
            <translation>All that signing needs is ready.</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message>
            <source>Thứ 2</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>Thứ 3</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>Thứ 4</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>Thứ 5</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>Thứ 6</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>Thứ 7</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>Hôm qua</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>{time}, hôm qua</source>
            <translation>{time}, yesterday</translation>
        </message>
        <message>
            <source>Hết hạn hôm nay</source>
            <translation>Due today</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n ngày</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Quá hạn %n ngày</source>
            <translation>
                <numerusform>Overdue by %n day</numerusform>
                <numerusform>Overdue by %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Quá hạn %n giờ</source>
            <translation>
                <numerusform>Overdue by %n hour</numerusform>
                <numerusform>Overdue by %n hours</numerusform>
            </translation>
        </message>
        <message>
            <source>Vừa quá hạn</source>
            <translation>Just overdue</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n giờ</source>
            <translation>
                <numerusform>%n hour left</numerusform>
                <numerusform>%n hours left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n phút</source>
            <translation>
                <numerusform>%n minute left</numerusform>
                <numerusform>%n minutes left</numerusform>
            </translation>
        </message>
        <message>
            <source>Khẩn</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>Thượng khẩn</source>
            <translation>Very urgent</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Express</translation>
        </message>
        <message>
            <source>Có văn bản mật: đến máy chuyên dùng để xem</source>
            <translation>Classified document: see it on the dedicated computer</translation>
        </message>
        <message>
            <source>Việc mật: đến máy chuyên dùng để xem</source>
            <translation>Belongs to a classified document: see it on the dedicated computer</translation>
        </message>
        <message>
            <source>Mật, chưa rõ mức</source>
            <translation>Classified, level unknown</translation>
        </message>
        <message>
            <source>Tuyệt mật</source>
            <translation>Top secret</translation>
        </message>
        <message>
            <source>Mật</source>
            <translation>Confidential</translation>
        </message>
        <message>
            <source>Tối mật</source>
            <translation>Secret</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Các mục trợ giúp</source>
            <translation>Help subjects</translation>
        </message>
        <message>
            <source>Nội dung trợ giúp</source>
            <translation>Help text</translation>
        </message>
        <message>
            <source>Dành cho quản trị</source>
            <translation>For administrators</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>phát hành</source>
            <translation>issued</translation>
        </message>
        <message>
            <source>Quá trình xử lý trước đó không lưu trên máy này</source>
            <translation>Earlier history is not kept on this computer</translation>
        </message>
        <message>
            <source>cần kết nối để tải về</source>
            <translation>fetched when the line is back</translation>
        </message>
        <message>
            <source>{time} · chưa gửi, sẽ gửi khi có mạng</source>
            <translation>{time} · not sent yet, will be sent when the line is up</translation>
        </message>
        <message>
            <source>tiếp nhận, vào sổ; chờ cấp số</source>
            <translation>received and registered; waiting for a number</translation>
        </message>
        <message>
            <source>tiếp nhận, vào sổ, số đến {number}</source>
            <translation>received and registered, arrival number {number}</translation>
        </message>
        <message>
            <source>{name} (chủ trì)</source>
            <translation>{name} (lead)</translation>
        </message>
        <message>
            <source>{names} (phối hợp)</source>
            <translation>{names} (co-handlers)</translation>
        </message>
        <message>
            <source>{names} (để biết)</source>
            <translation>{names} (for information)</translation>
        </message>
        <message>
            <source>chuyển {to}</source>
            <translation>transferred to {to}</translation>
        </message>
        <message>
            <source>hạn {day}</source>
            <translation>deadline {day}</translation>
        </message>
        <message>
            <source>Bút phê: “{text}”</source>
            <translation>Directive: “{text}”</translation>
        </message>
        <message>
            <source>Bút phê ký số: “{text}”</source>
            <translation>Signed directive: “{text}”</translation>
        </message>
        <message>
            <source>trả lại: {reason}</source>
            <translation>returned: {reason}</translation>
        </message>
        <message>
            <source>kết thúc xử lý</source>
            <translation>finished</translation>
        </message>
        <message>
            <source>soạn dự thảo</source>
            <translation>wrote the draft</translation>
        </message>
        <message>
            <source>trình ký {name}</source>
            <translation>submitted to {name} for signature</translation>
        </message>
        <message>
            <source>ký duyệt</source>
            <translation>approved by signature</translation>
        </message>
        <message>
            <source>chưa ký, trả lại người soạn: {reason}</source>
            <translation>not signed, returned to the author: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>kèm %n góp ý trên dự thảo</source>
            <translation>
                <numerusform>with %n remark on the draft</numerusform>
                <numerusform>with %n remarks on the draft</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>góp ý %n chỗ trên dự thảo</source>
            <translation>
                <numerusform>remarked on %n place in the draft</numerusform>
                <numerusform>remarked on %n places in the draft</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>rút lại %n góp ý</source>
            <translation>
                <numerusform>took back %n remark</numerusform>
                <numerusform>took back %n remarks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>tiếp thu %n góp ý</source>
            <translation>
                <numerusform>took in %n remark</numerusform>
                <numerusform>took in %n remarks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>giải trình %n góp ý</source>
            <translation>
                <numerusform>explained %n remark</numerusform>
                <numerusform>explained %n remarks</numerusform>
            </translation>
        </message>
        <message>
            <source>cấp số; chờ cấp số</source>
            <translation>asked for a number; waiting for a number</translation>
        </message>
        <message>
            <source>cấp số {notation}</source>
            <translation>numbered {notation}</translation>
        </message>
        <message>
            <source>ký sao</source>
            <translation>signed the copy</translation>
        </message>
        <message numerus="yes">
            <source>ký số cơ quan, kèm %n phụ lục</source>
            <translation>
                <numerusform>agency signature, with %n attachment</numerusform>
                <numerusform>agency signature, with %n attachments</numerusform>
            </translation>
        </message>
        <message>
            <source>ký số cơ quan</source>
            <translation>agency signature</translation>
        </message>
        <message numerus="yes">
            <source>ký số cơ quan trên %n phụ lục</source>
            <translation>
                <numerusform>agency signature on %n attachment</numerusform>
                <numerusform>agency signature on %n attachments</numerusform>
            </translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số của phụ lục</source>
            <translation>added time-stamps and validation data to an attachment's signature</translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian cho chữ ký số</source>
            <translation>added a time-stamp to the signatures</translation>
        </message>
        <message>
            <source>bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số</source>
            <translation>added time-stamps and validation data to the signatures</translation>
        </message>
        <message>
            <source>ký văn bản đến</source>
            <translation>confirmed the arrival</translation>
        </message>
        <message>
            <source>ký văn bản đến, số đến {number}</source>
            <translation>confirmed the arrival, arrival number {number}</translation>
        </message>
        <message>
            <source>{kind} trang {pages}</source>
            <translation>{kind} of pages {pages}</translation>
        </message>
        <message>
            <source>{kind} từ bản giấy</source>
            <translation>{kind} of a paper document</translation>
        </message>
        <message numerus="yes">
            <source>%n bản</source>
            <translation>
                <numerusform>%n copy</numerusform>
                <numerusform>%n copies</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} cho phép</source>
            <translation>allowed by {name}</translation>
        </message>
        <message numerus="yes">
            <source>phát hành tới %n nơi nhận</source>
            <translation>
                <numerusform>issued to %n recipient</numerusform>
                <numerusform>issued to %n recipients</numerusform>
            </translation>
        </message>
        <message>
            <source>hủy dự thảo</source>
            <translation>discarded the draft</translation>
        </message>
        <message>
            <source>lưu tệp ra ngoài: {name}</source>
            <translation>saved a file outside: {name}</translation>
        </message>
        <message>
            <source>giao nhiệm vụ: {title}</source>
            <translation>assigned a task: {title}</translation>
        </message>
        <message>
            <source>báo cáo tiến độ {percent} %</source>
            <translation>reported progress, {percent} %</translation>
        </message>
        <message>
            <source>báo cáo hoàn thành nhiệm vụ</source>
            <translation>reported the task completed</translation>
        </message>
        <message>
            <source>duyệt hoàn thành nhiệm vụ</source>
            <translation>accepted the task as completed</translation>
        </message>
        <message>
            <source>chưa duyệt hoàn thành nhiệm vụ</source>
            <translation>did not accept the task as completed</translation>
        </message>
        <message>
            <source>xin gia hạn nhiệm vụ đến {day}</source>
            <translation>asked to extend the task to {day}</translation>
        </message>
        <message>
            <source>đồng ý gia hạn nhiệm vụ</source>
            <translation>granted the extension of the task</translation>
        </message>
        <message>
            <source>không đồng ý gia hạn nhiệm vụ</source>
            <translation>refused the extension of the task</translation>
        </message>
    </context>
    <context>
        <name>Incoming</name>
        <message>
            <source>Chờ tiếp nhận</source>
            <translation>To receive</translation>
        </message>
        <message>
            <source>Chờ xử lý</source>
            <translation>To handle</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Trả lại</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>For information</translation>
        </message>
        <message>
            <source>Đã chuyển</source>
            <translation>Transferred</translation>
        </message>
        <message>
            <source>Đã xử lý</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Incoming documents</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Synchronise now</translation>
        </message>
        <message>
            <source>Không có văn bản chờ tiếp nhận</source>
            <translation>No documents to receive</translation>
        </message>
        <message>
            <source>Văn bản mới đến sẽ hiện ở đây.</source>
            <translation>New arrivals will appear here.</translation>
        </message>
        <message>
            <source>Không còn văn bản chờ xử lý</source>
            <translation>No documents left to handle</translation>
        </message>
        <message>
            <source>Văn bản đã tiếp nhận hoặc được chuyển đến sẽ hiện ở đây.</source>
            <translation>Documents received or transferred to you will appear here.</translation>
        </message>
        <message>
            <source>Không có văn bản sắp đến hạn</source>
            <translation>No documents are due soon</translation>
        </message>
        <message>
            <source>Ba ngày tới không có hạn xử lý nào.</source>
            <translation>There is no deadline in the next three days.</translation>
        </message>
        <message>
            <source>Không có văn bản quá hạn</source>
            <translation>No overdue documents</translation>
        </message>
        <message>
            <source>Không có văn bản nào trong hộp này</source>
            <translation>No documents in this box</translation>
        </message>
        <message>
            <source>Văn bản này chưa về đến máy</source>
            <translation>This document has not arrived on this computer yet</translation>
        </message>
        <message>
            <source>Chờ đồng bộ xong rồi mở lại.</source>
            <translation>Wait for the synchronisation to end, then open it again.</translation>
        </message>
        <message>
            <source>Đã sao chép số, ký hiệu và trích yếu.</source>
            <translation>Number, notation and subject copied.</translation>
        </message>
        <message>
            <source>Đang ký số ý kiến này. Ký xong biểu mẫu tự đóng.</source>
            <translation>This directive is being signed. The form closes by itself when it is done.</translation>
        </message>
        <message>
            <source>Đã ký số ý kiến chỉ đạo.</source>
            <translation>The directive has been signed.</translation>
        </message>
        <message>
            <source>Nhưng chưa xóa được bản gõ dở vì máy không ghi được: lần sau mở biểu mẫu còn thấy lại, không cần gửi nữa. Nếu ổ đĩa đầy thì xóa bớt tệp không cần.</source>
            <translation>But what was typed could not be removed, for this machine could not write: you will see it again when the form is opened next, and need not send it. If the disk is full, delete files that are not needed.</translation>
        </message>
        <message>
            <source>Đã tiếp nhận {notation}.</source>
            <translation>{notation} received.</translation>
        </message>
        <message>
            <source>Đã chuyển xử lý {notation}.</source>
            <translation>{notation} transferred.</translation>
        </message>
        <message>
            <source>Đã ghi ý kiến vào {notation}.</source>
            <translation>Directive written on {notation}.</translation>
        </message>
        <message>
            <source>Đã trả lại {notation}.</source>
            <translation>{notation} returned.</translation>
        </message>
        <message>
            <source>Đã kết thúc xử lý {notation}.</source>
            <translation>{notation} finished.</translation>
        </message>
        <message>
            <source>Chưa gửi, sẽ gửi khi có mạng.</source>
            <translation>Not sent yet; it will be sent when the line is up.</translation>
        </message>
        <message>
            <source>Rút lại</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Đã rút lại, chưa có gì được gửi đi.</source>
            <translation>Withdrawn; nothing had been sent.</translation>
        </message>
        <message>
            <source>Việc này đã được gửi đi nên không rút lại được.</source>
            <translation>This has already been sent and cannot be withdrawn.</translation>
        </message>
        <message>
            <source>Sổ văn bản đến {series}</source>
            <translation>Incoming register {series}</translation>
        </message>
        <message>
            <source>Xem văn bản đó</source>
            <translation>View that document</translation>
        </message>
        <message>
            <source>Có thể trùng với văn bản đã đến: {notation} của {issuer} ngày {day}, {number}.</source>
            <translation>It may be the same as one that has arrived: {notation} of {issuer}, {day}, {number}.</translation>
        </message>
        <message>
            <source>chưa vào sổ</source>
            <translation>not registered yet</translation>
        </message>
        <message>
            <source>số đến {n}</source>
            <translation>arrival number {n}</translation>
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
            <translation>Give a directive</translation>
        </message>
        <message>
            <source>Ý &amp;kiến chỉ đạo</source>
            <translation>&amp;Directive</translation>
        </message>
        <message>
            <source>&amp;Ghi ý kiến</source>
            <translation>&amp;Save directive</translation>
        </message>
        <message>
            <source>Chưa ghi ý kiến.</source>
            <translation>Write the directive.</translation>
        </message>
        <message>
            <source>Trả lại văn bản</source>
            <translation>Return the document</translation>
        </message>
        <message>
            <source>&amp;Lý do trả lại</source>
            <translation>&amp;Reason for the return</translation>
        </message>
        <message>
            <source>&amp;Trả lại</source>
            <translation>Re&amp;turn</translation>
        </message>
        <message>
            <source>Kết thúc xử lý</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>&amp;Kết quả xử lý</source>
            <translation>&amp;Result</translation>
        </message>
        <message>
            <source>Kế&amp;t thúc</source>
            <translation>&amp;Finish</translation>
        </message>
        <message>
            <source>Không số</source>
            <translation>No number</translation>
        </message>
        <message>
            <source>Nội dung văn bản đang được tải về…</source>
            <translation>The document's content is being downloaded…</translation>
        </message>
        <message>
            <source>Bị trả lại: {reason}</source>
            <translation>Returned: {reason}</translation>
        </message>
        <message>
            <source>tôi</source>
            <translation>me</translation>
        </message>
        <message>
            <source>Chủ trì: {who}</source>
            <translation>Lead: {who}</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Co-handler</translation>
        </message>
        <message>
            <source>Nhận để biết</source>
            <translation>For information</translation>
        </message>
        <message>
            <source>Số đến {number}</source>
            <translation>Arrival no. {number}</translation>
        </message>
        <message numerus="yes">
            <source>%n tệp</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message>
            <source>chờ cấp số</source>
            <translation>waiting for a number</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>Số {notation}</source>
            <translation>No. {notation}</translation>
        </message>
        <message>
            <source>Hạn {day} · {left}</source>
            <translation>Deadline {day} · {left}</translation>
        </message>
        <message>
            <source>Trả lại: {reason}</source>
            <translation>Returned: {reason}</translation>
        </message>
        <message>
            <source>đến {time}</source>
            <translation>arrived {time}</translation>
        </message>
        <message>
            <source>số đến {number}</source>
            <translation>arrival no. {number}</translation>
        </message>
        <message>
            <source>&amp;Tiếp nhận, vào sổ</source>
            <translation>&amp;Receive and register</translation>
        </message>
        <message>
            <source>&amp;Chuyển xử lý</source>
            <translation>&amp;Transfer</translation>
        </message>
        <message>
            <source>Cho ý &amp;kiến</source>
            <translation>&amp;Directive</translation>
        </message>
        <message>
            <source>T&amp;rả lại</source>
            <translation>Ret&amp;urn</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>Assi&amp;gn task</translation>
        </message>
        <message>
            <source>Kết t&amp;húc</source>
            <translation>&amp;Finish</translation>
        </message>
        <message>
            <source>Ký văn bản đến…</source>
            <translation>Confirm arrival…</translation>
        </message>
        <message>
            <source>Sao văn bản…</source>
            <translation>Copy document…</translation>
        </message>
        <message>
            <source>&amp;In phiếu xử lý văn bản…</source>
            <translation>&amp;Print the handling slip…</translation>
        </message>
        <message>
            <source>Sao chép số, ký hiệu và trích yếu</source>
            <translation>Copy number, notation and subject</translation>
        </message>
        <message>
            <source>Lưu tệp…</source>
            <translation>Save file…</translation>
        </message>
    </context>
    <context>
        <name>IssueDialog</name>
        <message>
            <source>Phát hành văn bản</source>
            <translation>Issue the document</translation>
        </message>
        <message>
            <source>&amp;Phát hành</source>
            <translation>&amp;Issue</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>Đang mất kết nối. Văn bản được phát hành khi có mạng; trạng thái “Đã gửi” chỉ hiện khi nơi nhận đã nhận được.</source>
            <translation>The line is down. The document will be issued when it is up; “Sent” is shown only when the recipient has received it.</translation>
        </message>
        <message>
            <source>Nơi nhận ghi trên văn bản: %1</source>
            <translation>Recipients written on the document: %1</translation>
        </message>
        <message>
            <source>&amp;Gửi đến</source>
            <translation>S&amp;end to</translation>
        </message>
        <message numerus="yes">
            <source>&amp;Phát hành tới %n nơi nhận</source>
            <translation>
                <numerusform>&amp;Issue to %n recipient</numerusform>
                <numerusform>&amp;Issue to %n recipients</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IssuedPage</name>
        <message>
            <source>Ẩn</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Ẩn danh sách nơi nhận</source>
            <translation>Hide the recipients</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>View</translation>
        </message>
    </context>
    <context>
        <name>KeypadDialog</name>
        <message>
            <source>Nhập mã PIN</source>
            <translation>Enter the PIN</translation>
        </message>
        <message>
            <source>Nhập mã PIN trên thiết bị</source>
            <translation>Enter the PIN on the token</translation>
        </message>
        <message>
            <source>Thiết bị %1 đang chờ mã PIN trên bàn phím của nó. Cửa sổ này tự đóng khi nhập xong.</source>
            <translation>Token %1 waits for its PIN on its own keypad. This window closes when it has been entered.</translation>
        </message>
        <message>
            <source>Đang chờ</source>
            <translation>Waiting</translation>
        </message>
    </context>
    <context>
        <name>LeaveDialog</name>
        <message>
            <source>Đổi tài khoản</source>
            <translation>Switch account</translation>
        </message>
        <message>
            <source>Đăng xuất</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Đổi sang tài khoản khác?</source>
            <translation>Switch to another account?</translation>
        </message>
        <message>
            <source>Đăng xuất khỏi máy này?</source>
            <translation>Sign out of this computer?</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n việc chưa gửi. Chúng được giữ kín trên máy này và chỉ gửi khi chính bạn đăng nhập lại ở đây.</source>
            <translation>
                <numerusform>%n piece of work is not sent yet. It is kept safe on this computer and will be sent only when you sign in here again.</numerusform>
                <numerusform>%n pieces of work are not sent yet. They are kept safe on this computer and will be sent only when you sign in here again.</numerusform>
            </translation>
        </message>
        <message>
            <source>Mọi việc đã gửi xong.</source>
            <translation>Everything has been sent.</translation>
        </message>
        <message>
            <source>&amp;Gửi trước rồi thoát</source>
            <translation>&amp;Send first</translation>
        </message>
        <message>
            <source>&amp;Xem việc chưa gửi</source>
            <translation>&amp;View unsent</translation>
        </message>
        <message>
            <source>&amp;Vẫn thoát</source>
            <translation>&amp;Leave anyway</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Do cơ quan quy định: không in từ chương trình này.</source>
            <translation>Set by your office: nothing is printed from this program.</translation>
        </message>
        <message>
            <source>Do cơ quan quy định: không lưu và sao chép ra ngoài.</source>
            <translation>Set by your office: nothing is saved or copied outside the program.</translation>
        </message>
    </context>
    <context>
        <name>Links</name>
        <message>
            <source>Mở lại</source>
            <translation>Open again</translation>
        </message>
        <message>
            <source>Không tìm thấy nội dung của liên kết, hoặc tài khoản này không được xem. Hỏi lại người gửi liên kết.</source>
            <translation>What the link leads to was not found, or this account may not see it. Ask whoever sent the link.</translation>
        </message>
        <message>
            <source>Nội dung này không có liên kết để sao chép.</source>
            <translation>This has no link that could be copied.</translation>
        </message>
        <message>
            <source>Đã sao chép liên kết. Người nhận mở được khi họ cũng được xem nội dung này.</source>
            <translation>Link copied. It opens for those who may see this too.</translation>
        </message>
        <message>
            <source>Sao chép liên kết</source>
            <translation>Copy link</translation>
        </message>
        <message>
            <source>Liên kết này chỉ tới loại nội dung mà phiên bản đang dùng chưa có. Cập nhật chương trình rồi mở lại.</source>
            <translation>This link leads to something that this version does not know yet. Update the program, then open it again.</translation>
        </message>
        <message>
            <source>Liên kết vừa mở không đúng quy cách nên bị bỏ qua. Nhờ người gửi sao chép lại liên kết từ Tác nghiệp.</source>
            <translation>The link is not in the proper form and was passed over. Ask the sender to copy it from Tác nghiệp again.</translation>
        </message>
        <message>
            <source>Mất kết nối: nội dung của liên kết chưa có trên máy này. Có mạng lại thì bấm Mở lại.</source>
            <translation>Offline: what the link leads to is not on this computer yet. Choose Open again once the line is back.</translation>
        </message>
    </context>
    <context>
        <name>ListColumn</name>
        <message>
            <source>Của tôi</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Đơn vị</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Việc của tôi hay của đơn vị</source>
            <translation>My work or the unit's</translation>
        </message>
        <message>
            <source>Khác</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Hộp văn bản</source>
            <translation>Document boxes</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <source>Đã đổi khóa mã hóa. Khóa cũ không mở được gì nữa.</source>
            <translation>The encryption key was changed. The old one opens nothing any more.</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi, được giữ kín trên máy và gửi sau khi mở khóa.</source>
            <translation>
                <numerusform>%n unsent act, kept sealed on this computer and sent after unlocking.</numerusform>
                <numerusform>%n unsent acts, kept sealed on this computer and sent after unlocking.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa đặt mật khẩu mở khóa: ai ngồi trước máy này cũng mở được. Đặt mật khẩu trong Cài đặt → Khóa máy.</source>
            <translation>No unlocking passphrase is set: whoever sits at this computer can open it. Set one under Settings → Locking.</translation>
        </message>
        <message>
            <source>Không có thiết bị ký số ở đây? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</source>
            <translation>No token here? Press Change account and sign in as yourself.</translation>
        </message>
        <message>
            <source>Quên mật khẩu? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.</source>
            <translation>Forgotten the passphrase? Press Change account and sign in as yourself.</translation>
        </message>
        <message>
            <source>Đã khóa từ lần làm việc trước</source>
            <translation>Locked since it was last used</translation>
        </message>
        <message>
            <source>Đã khóa lúc {time}</source>
            <translation>Locked at {time}</translation>
        </message>
        <message>
            <source>không có ai làm việc trên máy</source>
            <translation>nobody was at work</translation>
        </message>
        <message>
            <source>màn hình máy đã khóa</source>
            <translation>the computer's screen was locked</translation>
        </message>
        <message>
            <source>máy chuyển sang chế độ ngủ</source>
            <translation>the computer went to sleep</translation>
        </message>
        <message>
            <source>Đang kiểm tra mật khẩu…</source>
            <translation>Checking the passphrase…</translation>
        </message>
        <message>
            <source>Mật khẩu không đúng. Nhập lại; việc chưa gửi vẫn an toàn.</source>
            <translation>The passphrase is not right. Type it again; unsent acts are safe.</translation>
        </message>
        <message>
            <source>Đang tìm thiết bị ký số…</source>
            <translation>Looking for the token…</translation>
        </message>
        <message>
            <source>Mở khóa Tác nghiệp</source>
            <translation>Unlock Tác nghiệp</translation>
        </message>
        <message>
            <source>Mật khẩu Windows không đúng. Hãy thử lại.</source>
            <translation>The Windows password is not right. Try again.</translation>
        </message>
        <message>
            <source>Đang mở hồ sơ…</source>
            <translation>Opening the profile…</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số của chủ hồ sơ này. Cắm thiết bị rồi bấm lại.</source>
            <translation>No token of this profile's owner was found. Put it in and press again.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đã bị rút ra. Cắm lại rồi bấm lại.</source>
            <translation>The token was taken out. Put it in again and press again.</translation>
        </message>
        <message>
            <source>Sai mã PIN. Chương trình không tự thử lại; nhập chậm và chắc ở lần sau.</source>
            <translation>Wrong PIN. The program does not try again by itself; type it slowly next time.</translation>
        </message>
        <message>
            <source>Mở &amp;khóa</source>
            <translation>&amp;Unlock</translation>
        </message>
    </context>
    <context>
        <name>LockSettings</name>
        <message>
            <source>Mật khẩu mở khóa</source>
            <translation>Unlocking passphrase</translation>
        </message>
        <message>
            <source>Đổ&amp;i mật khẩu…</source>
            <translation>Change &amp;passphrase…</translation>
        </message>
        <message>
            <source>Đã đặt. Dùng để mở khóa, và mở hồ sơ khi kho khóa của máy bị mất.</source>
            <translation>Set. It unlocks, and opens the profile when the computer's keyring is lost.</translation>
        </message>
        <message>
            <source>Chưa đặt: khi khóa, ai ngồi trước máy cũng mở lại được, trừ khi mở bằng thiết bị ký số hoặc mật khẩu Windows.</source>
            <translation>Not set: whoever sits at this computer can unlock it, unless a token or the Windows password is asked for.</translation>
        </message>
        <message>
            <source>Đặ&amp;t mật khẩu…</source>
            <translation>&amp;Set passphrase…</translation>
        </message>
        <message>
            <source>Hồ sơ khi đó chỉ còn mở bằng kho khóa của máy.</source>
            <translation>The profile is then opened by the computer's keyring alone.</translation>
        </message>
        <message>
            <source>&amp;Bỏ mật khẩu</source>
            <translation>&amp;Remove passphrase</translation>
        </message>
        <message>
            <source>Không dùng mật khẩu nữa</source>
            <translation>Use no passphrase any more</translation>
        </message>
        <message>
            <source>Có: quản trị mở được hồ sơ khi bạn mất khóa, việc chưa gửi không mất.</source>
            <translation>Yes: the administrator can open the profile if you lose the key; unsent acts are not lost.</translation>
        </message>
        <message>
            <source>Chưa có: do cơ quan đặt khi cài đặt.</source>
            <translation>Not yet: set by the office at installation.</translation>
        </message>
        <message>
            <source>Mở bằng khóa khôi phục của cơ quan</source>
            <translation>Opening by the office's recovery key</translation>
        </message>
        <message>
            <source>Mã hóa lại dữ liệu trên máy bằng một khóa mới, khi nghi khóa cũ bị lộ. Mất vài phút, không làm dở dang.</source>
            <translation>Encrypt the data on this computer anew under another key, where the old one may have leaked. Takes some minutes and is never left half done.</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa…</source>
            <translation>Change &amp;key…</translation>
        </message>
        <message>
            <source>Đổi khóa mã hóa</source>
            <translation>Change the encryption key</translation>
        </message>
        <message>
            <source>Đã đặt mật khẩu mở khóa.</source>
            <translation>The unlocking passphrase was set.</translation>
        </message>
        <message>
            <source>Mật khẩu đang dùng không đúng. Hãy nhập lại.</source>
            <translation>The passphrase in use is not right. Type it again.</translation>
        </message>
        <message>
            <source>Đã đổi mật khẩu mở khóa.</source>
            <translation>The unlocking passphrase was changed.</translation>
        </message>
        <message>
            <source>Đã bỏ mật khẩu mở khóa.</source>
            <translation>The unlocking passphrase was removed.</translation>
        </message>
        <message>
            <source>Chương trình cất những gì đang gõ, đóng hồ sơ, mã hóa lại bằng khóa mới rồi mở lại đúng chỗ đang làm. Nếu máy tắt giữa chừng, hồ sơ vẫn mở được và việc đổi khóa được làm nốt. Cần chỗ trống bằng dữ liệu đang có. Tệp hỏng và bản sao dự phòng cũ, chỉ khóa cũ mở được, bị xóa.</source>
            <translation>The program keeps what is being typed, closes the profile, encrypts it anew under another key and opens it again where you were. If the computer stops meanwhile, the profile still opens and the change is finished then. It needs room for a second copy of the data. Damaged files set aside and old backups, which only the old key opens, are deleted.</translation>
        </message>
        <message>
            <source>Đổi khóa mã hóa bây giờ?</source>
            <translation>Change the encryption key now?</translation>
        </message>
        <message>
            <source>Đổi &amp;khóa</source>
            <translation>Change &amp;key</translation>
        </message>
        <message>
            <source>Để &amp;sau</source>
            <translation>&amp;Later</translation>
        </message>
    </context>
    <context>
        <name>LockWindow</name>
        <message>
            <source>&amp;Mật khẩu mở khóa</source>
            <translation>Unlocking &amp;passphrase</translation>
        </message>
        <message>
            <source>Mật khẩu mở khóa</source>
            <translation>Unlocking passphrase</translation>
        </message>
        <message>
            <source>Mở &amp;khóa</source>
            <translation>&amp;Unlock</translation>
        </message>
        <message>
            <source>Mở bằng thiết bị ký &amp;số</source>
            <translation>Open by &amp;token</translation>
        </message>
        <message>
            <source>Mở bằng mật khẩu &amp;Windows</source>
            <translation>Open by &amp;Windows password</translation>
        </message>
        <message>
            <source>Đổ&amp;i tài khoản</source>
            <translation>Switch &amp;account</translation>
        </message>
        <message>
            <source>&amp;Báo cáo sự cố…</source>
            <translation>&amp;Report a problem…</translation>
        </message>
        <message>
            <source>T&amp;hoát</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>Tác nghiệp — đã khóa</source>
            <translation>Tác nghiệp — locked</translation>
        </message>
        <message>
            <source>Đang khóa: cất những gì đang gõ và đóng hồ sơ…</source>
            <translation>Locking: keeping what is being typed and closing the profile…</translation>
        </message>
        <message>
            <source>Đang mã hóa lại bằng khóa mới… %1 %</source>
            <translation>Encrypting anew under another key… %1 %</translation>
        </message>
        <message numerus="yes">
            <source>Chờ %n giây rồi nhập lại.</source>
            <translation>
                <numerusform>Wait %n second, then type it again.</numerusform>
                <numerusform>Wait %n seconds, then type it again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LooseSigning</name>
        <message>
            <source>Tệp PDF (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
        <message>
            <source>Chọn tệp PDF để ký số</source>
            <translation>Choose PDF files to sign</translation>
        </message>
        <message>
            <source>Ký tệp PDF ngoài hệ thống</source>
            <translation>Sign PDF files from elsewhere</translation>
        </message>
        <message>
            <source>Ký</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>Mỗi lần ký được nhiều nhất {count} tệp; {left} tệp không được thêm.</source>
            <translation>At most {count} files at a time; {left} were not added.</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi bỏ tệp khỏi danh sách.</source>
            <translation>Signing is going on. Let it finish, or press Cancel to stop it, then remove the file from the list.</translation>
        </message>
        <message>
            <source>Đã bỏ khỏi danh sách: %1 tệp. Tệp trên máy vẫn còn nguyên.</source>
            <translation>Removed from the list: %1. The files on the disk stay as they are.</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi đóng cửa sổ này.</source>
            <translation>Signing. Let it finish, or press Cancel to stop, then close this window.</translation>
        </message>
        <message>
            <source>Tệp đã chọn mà chưa có vị trí ký: %1. Chưa ký tệp nào. Đặt chữ ký ở mục Vị trí trên trang, hoặc bỏ chọn tệp đó, rồi bấm ký lại.</source>
            <translation>Ticked files that have no place for the signature yet: %1. Nothing has been signed. Put the signature under Position on the page, or untick the file, then press Sign again.</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào %1. Chọn nơi lưu bản ký.</source>
            <translation>Files cannot be written to %1. Choose where to save the signed copies.</translation>
        </message>
        <message>
            <source>Chọn nơi lưu bản ký</source>
            <translation>Choose where to save signed copies</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào %1. Chọn nơi khác.</source>
            <translation>Files cannot be written to %1. Choose another place.</translation>
        </message>
        <message>
            <source>Bản ký lưu cạnh tệp gốc, tên thêm “(đã ký)”; tệp gốc giữ nguyên.</source>
            <translation>Signed copies are saved beside their sources, with “(signed)” in their names; the sources stay as they are.</translation>
        </message>
        <message>
            <source>Bản ký lưu vào %1; tệp gốc giữ nguyên.</source>
            <translation>Signed copies are saved in %1; the sources stay as they are.</translation>
        </message>
        <message numerus="yes">
            <source>Đã lưu %n bản ký.</source>
            <translation>
                <numerusform>%n signed copies saved.</numerusform>
                <numerusform>%n signed copies saved.</numerusform>
            </translation>
        </message>
        <message>
            <source>Kiểm tra: %1.</source>
            <translation>Checked: %1.</translation>
        </message>
        <message>
            <source>đã ký</source>
            <translation>signed</translation>
        </message>
        <message numerus="yes">
            <source>Ký số %n tệp PDF ngoài hệ thống</source>
            <translation>
                <numerusform>Sign %n PDF files from elsewhere</numerusform>
                <numerusform>Sign %n PDF files from elsewhere</numerusform>
            </translation>
        </message>
        <message>
            <source>Ký tệp</source>
            <translation>Sign files</translation>
        </message>
        <message>
            <source>Chưa có tệp nào</source>
            <translation>No files yet</translation>
        </message>
        <message>
            <source>Bấm Thêm tệp, hoặc kéo tệp PDF vào cửa sổ này.</source>
            <translation>Press Add files, or drag PDF files onto this window.</translation>
        </message>
        <message>
            <source>Bản ký: %1</source>
            <translation>Signed copy: %1</translation>
        </message>
        <message>
            <source>Khung xanh: chữ ký. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Blue frame: the signature. Drag it, or use the arrow keys.</translation>
        </message>
    </context>
    <context>
        <name>LooseWindow</name>
        <message>
            <source>Ký tệp PDF ngoài hệ thống</source>
            <translation>Sign PDF files from elsewhere</translation>
        </message>
        <message>
            <source>Bỏ khỏi d&amp;anh sách</source>
            <translation>Remove from the lis&amp;t</translation>
        </message>
        <message>
            <source>Chỉ bỏ khỏi danh sách này; tệp trên máy vẫn còn nguyên (Delete)</source>
            <translation>From this list alone; the file on the disk stays as it is (Delete)</translation>
        </message>
        <message>
            <source>Bỏ &amp;tệp đang xem khỏi danh sách</source>
            <translation>Remove the &amp;file in front from the list</translation>
        </message>
        <message>
            <source>Bỏ các tệp đã &amp;chọn khỏi danh sách (%1)</source>
            <translation>Remove the tic&amp;ked files from the list (%1)</translation>
        </message>
        <message>
            <source>Thê&amp;m tệp…</source>
            <translation>&amp;Add files…</translation>
        </message>
        <message>
            <source>Nơ&amp;i lưu…</source>
            <translation>Sav&amp;e in…</translation>
        </message>
        <message>
            <source>Xem chữ ký đã tạ&amp;o</source>
            <translation>C&amp;heck the signatures made</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>THỰC HÀNH — văn bản, con số và chữ ký ở đây không có giá trị sử dụng</source>
            <translation>PRACTICE — documents, numbers and signatures here have no validity</translation>
        </message>
    </context>
    <context>
        <name>Mended</name>
        <message>
            <source>Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại; văn bản đang được tải về từ hệ thống trung tâm. Chờ đồng bộ xong rồi làm tiếp.</source>
            <translation>The data kept on this computer was damaged and has been made anew; the documents are being downloaded from the central system. Wait for the synchronisation to end, then go on.</translation>
        </message>
        <message>
            <source>Tệp giữ việc chưa gửi bị hỏng. Đã giữ lại được {acts} việc và {drafts} bản đang soạn.</source>
            <translation>The file with the unsent work was damaged. Saved from it: {acts} pieces of work, {drafts} unfinished texts.</translation>
        </message>
        <message>
            <source>Không đọc lại được: {names}. Hãy kiểm tra và làm lại các việc này.</source>
            <translation>Could not be read: {names}. Please check and do these again.</translation>
        </message>
        <message>
            <source>Mất {n} bản đang soạn, cần soạn lại.</source>
            <translation>Unfinished texts lost: {n}; they have to be written again.</translation>
        </message>
        <message>
            <source>Có thể còn việc khác bị mất: đối chiếu các việc đã làm hôm nay.</source>
            <translation>Other work may be lost: compare with what you did today.</translation>
        </message>
        <message>
            <source>Không mất gì; mở Việc chưa gửi để kiểm tra.</source>
            <translation>Nothing is lost; open Unsent work to check.</translation>
        </message>
        <message>
            <source>Tệp hỏng được giữ tại {path} để quản trị xem.</source>
            <translation>The damaged file is kept at {path} for the administrator.</translation>
        </message>
        <message>
            <source>việc không rõ loại</source>
            <translation>work of an unknown kind</translation>
        </message>
        <message>
            <source>Bản đang soạn</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>không đọc lại được là về văn bản nào</source>
            <translation>about which document could not be read</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Đóng thông báo</source>
            <translation>Close the message</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Việc này đã có người làm trước. Xem lại quá trình xử lý.</source>
            <translation>Somebody has already done this. Look at the history.</translation>
        </message>
        <message>
            <source>Chỉ người giao nhiệm vụ mới được quyết định việc này.</source>
            <translation>Only the person who assigned the task may decide this.</translation>
        </message>
        <message>
            <source>Chỉ người soạn mới được sửa dự thảo này.</source>
            <translation>Only its author may edit this draft.</translation>
        </message>
        <message>
            <source>Ngày không đúng. Chọn lại ngày.</source>
            <translation>The date is wrong. Choose another date.</translation>
        </message>
        <message>
            <source>Tỷ lệ hoàn thành phải từ 0 đến 100.</source>
            <translation>Progress must be between 0 and 100.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại văn bản rồi làm lại.</source>
            <translation>The file was replaced after it was opened. Look at the document again, then repeat.</translation>
        </message>
        <message>
            <source>Chỉ Chánh Văn phòng mới được duyệt lịch.</source>
            <translation>Only the chief of office may approve the schedule.</translation>
        </message>
        <message>
            <source>Việc này do văn thư thực hiện.</source>
            <translation>This is done by the clerk.</translation>
        </message>
        <message>
            <source>Ngày văn bản không được sau hôm nay. Chọn lại ngày.</source>
            <translation>The document's date may not be after today. Choose another date.</translation>
        </message>
        <message>
            <source>Hạn mới phải sau hạn đang có. Chọn lại hạn.</source>
            <translation>The new deadline must be later than the present one. Choose another.</translation>
        </message>
        <message>
            <source>Hạn xử lý đã qua. Chọn hạn từ hôm nay trở đi.</source>
            <translation>The deadline has passed. Choose today or later.</translation>
        </message>
        <message>
            <source>Văn bản đã có số hoặc đang chờ cấp số.</source>
            <translation>The document has a number or is waiting for one.</translation>
        </message>
        <message>
            <source>Văn bản đã giữ số %{notation} theo loại cũ nên không đổi loại được. Giữ nguyên loại, hoặc soạn văn bản mới.</source>
            <translation>The document holds number %{notation} of its former type, so its type cannot change. Keep the type, or draft a new document.</translation>
        </message>
        <message>
            <source>Việc này do đơn vị hoặc người chủ trì thực hiện.</source>
            <translation>This is done by the lead unit or person.</translation>
        </message>
        <message>
            <source>Việc này do lãnh đạo thực hiện.</source>
            <translation>This is done by a leader.</translation>
        </message>
        <message>
            <source>Đã xin gia hạn đủ %{limit} lần, không xin thêm được.</source>
            <translation>All %{limit} extensions have been asked for; no more are possible.</translation>
        </message>
        <message>
            <source>Chưa có tệp văn bản. Chọn tệp PDF rồi làm lại.</source>
            <translation>There is no document file yet. Choose a PDF file, then repeat.</translation>
        </message>
        <message>
            <source>Chưa chọn chủ trì. Chọn một đơn vị hoặc một người chủ trì.</source>
            <translation>No lead is chosen. Choose one lead unit or person.</translation>
        </message>
        <message>
            <source>Chưa chọn lãnh đạo dự. Chọn ít nhất một người.</source>
            <translation>No attending leader is chosen. Choose at least one.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch phải ghi rõ nội dung điều chỉnh.</source>
            <translation>An adjustment must say what is adjusted.</translation>
        </message>
        <message>
            <source>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</source>
            <translation>The document has no number. Number it before the agency signature.</translation>
        </message>
        <message>
            <source>Chưa ghi lý do. Ghi lý do rồi làm lại.</source>
            <translation>No reason is given. Write the reason, then repeat.</translation>
        </message>
        <message>
            <source>Chưa chọn nơi nhận. Chọn ít nhất một nơi nhận.</source>
            <translation>No recipient is chosen. Choose at least one.</translation>
        </message>
        <message>
            <source>Không còn góp ý nào để gửi hoặc trả lời. Mở lại dự thảo để xem.</source>
            <translation>There is no remark left to send or to answer. Open the draft again to see.</translation>
        </message>
        <message>
            <source>Không có sổ đăng ký phù hợp. Chọn sổ khác hoặc báo quản trị.</source>
            <translation>There is no fitting register. Choose another or tell the administrator.</translation>
        </message>
        <message>
            <source>Không tìm thấy người đã chuyển văn bản. Đồng bộ lại rồi thử lại.</source>
            <translation>Whoever transferred the document was not found. Synchronise, then try again.</translation>
        </message>
        <message>
            <source>Không còn thấy nội dung này. Đồng bộ lại rồi xem lại danh sách.</source>
            <translation>This is no longer there. Synchronise, then look at the list again.</translation>
        </message>
        <message>
            <source>Chưa nhập nội dung.</source>
            <translation>Nothing is written yet.</translation>
        </message>
        <message>
            <source>Người được chọn không có thẩm quyền ký. Chọn người khác.</source>
            <translation>The chosen person has no authority to sign. Choose another.</translation>
        </message>
        <message>
            <source>Vai trò phối hợp hoặc nhận để biết không làm được việc này.</source>
            <translation>Co-handlers and those informed cannot do this.</translation>
        </message>
        <message>
            <source>Lãnh đạo chưa ký văn bản này, chưa làm được bước này.</source>
            <translation>The leader has not signed this document; this step has to wait.</translation>
        </message>
        <message>
            <source>Văn bản chưa có chữ ký số cơ quan, chưa phát hành được.</source>
            <translation>The document lacks the agency signature and cannot be issued yet.</translation>
        </message>
        <message>
            <source>Việc này không thuộc người hoặc đơn vị đang đăng nhập.</source>
            <translation>This does not belong to the person or unit signed in.</translation>
        </message>
        <message>
            <source>Số %{number} đã được cấp. Để trống để lấy số tiếp theo.</source>
            <translation>Number %{number} has been given already. Leave it empty to take the next one.</translation>
        </message>
        <message>
            <source>Sổ này không dùng cho loại văn bản đang chọn. Chọn sổ khác.</source>
            <translation>This register is not for the chosen type of document. Choose another.</translation>
        </message>
        <message>
            <source>Góp ý không đúng quy cách. Xóa góp ý đó rồi viết lại.</source>
            <translation>The remark is malformed. Delete it and write it again.</translation>
        </message>
        <message>
            <source>Một đơn vị hoặc một người chỉ được chọn một lần.</source>
            <translation>A unit or a person can be chosen only once.</translation>
        </message>
        <message>
            <source>Chỉ người giữ con dấu của cơ quan mới được ký số cơ quan.</source>
            <translation>Only the keeper of the agency's seal may give the agency signature.</translation>
        </message>
        <message>
            <source>Không soạn thảo văn bản mật trong chương trình này.</source>
            <translation>Classified documents are not written in this program.</translation>
        </message>
        <message>
            <source>Không lưu tệp của văn bản mật ra ngoài chương trình.</source>
            <translation>Files of classified documents are not saved outside the program.</translation>
        </message>
        <message>
            <source>Văn bản đã ký, không viết lên trang được. Ý kiến chỉ đạo ghi ở phiếu xử lý văn bản.</source>
            <translation>The document is signed, nothing can be written on its pages. Directives go on the handling slip.</translation>
        </message>
        <message>
            <source>Văn bản này trình người khác ký.</source>
            <translation>This document was submitted to somebody else.</translation>
        </message>
        <message>
            <source>Không chuyển lại cho chính mình. Chọn đơn vị hoặc người khác.</source>
            <translation>It cannot be transferred to yourself. Choose another unit or person.</translation>
        </message>
        <message>
            <source>Nội dung quá dài, tối đa %{limit} ký tự.</source>
            <translation>The text is too long; at most %{limit} characters.</translation>
        </message>
        <message>
            <source>Góp ý quá nhiều hoặc nét vẽ quá dài, tối đa %{limit} góp ý. Xóa bớt rồi gửi lại.</source>
            <translation>Too many remarks, or too much ink; %{limit} remarks at most. Delete some and send again.</translation>
        </message>
        <message>
            <source>Người làm việc này không còn giữ chức vụ đã dùng khi làm nên việc không được ghi nhận. Làm lại ở chức vụ đang giữ; nếu thông tin chức vụ chưa đúng, báo người quản trị.</source>
            <translation>The person who did this no longer holds the position in which it was done, so it was not accepted. Do it again in a position you hold; if the positions shown are not right, tell the administrator.</translation>
        </message>
        <message>
            <source>Chương trình chưa hỗ trợ việc này. Cập nhật chương trình.</source>
            <translation>The program does not know this yet. Update the program.</translation>
        </message>
        <message>
            <source>Nơi nhận không thuộc danh sách. Chọn lại nơi nhận.</source>
            <translation>A recipient is not in the list. Choose the recipients again.</translation>
        </message>
        <message>
            <source>Văn bản đến này đã được ký xác nhận. Xem tệp đã ký ở mục Tệp.</source>
            <translation>This arrival has been confirmed already. The signed file is under Files.</translation>
        </message>
        <message>
            <source>Phụ lục “%{name}” chưa có chữ ký số cơ quan. Ký phụ lục ở mục Chờ ký rồi phát hành.</source>
            <translation>Attachment “%{name}” has no agency signature. Sign it under To sign, then issue.</translation>
        </message>
        <message>
            <source>Chữ ký số của văn bản đã đủ dấu thời gian.</source>
            <translation>The document's signatures have their time-stamps already.</translation>
        </message>
        <message>
            <source>Tệp bổ sung không khớp với tệp đã ký nên không được nhận. Báo người quản trị.</source>
            <translation>The file with what was added does not continue the signed file and was not taken. Tell your administrator.</translation>
        </message>
        <message>
            <source>Chưa hỏi lại tình trạng chứng thư của người ký. Mở lại văn bản rồi phát hành.</source>
            <translation>The signers' certificates have not been asked about again. Open the document anew, then issue it.</translation>
        </message>
        <message>
            <source>Chứng thư của người ký đã bị thu hồi trước khi ký, không phát hành được. Trình ký lại văn bản.</source>
            <translation>The signer's certificate was revoked before signing, so this cannot be issued. Submit the document for signature again.</translation>
        </message>
        <message>
            <source>Phụ lục đã thay đổi sau khi mở. Xem lại văn bản rồi ký lại.</source>
            <translation>The attachment has changed since it was opened. Look at the document again, then sign.</translation>
        </message>
        <message>
            <source>Bản sao không soạn ở đây. Mở văn bản cần sao rồi chọn Sao văn bản.</source>
            <translation>Copies are not drafted here. Open the document and choose Copy document.</translation>
        </message>
        <message>
            <source>Văn bản này là bản sao: chỉ sao lục được từ bản sao y.</source>
            <translation>This document is a copy: a copy can be made of a true copy only.</translation>
        </message>
        <message>
            <source>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</source>
            <translation>The document waits for its arrival number. Confirm it when the number has been granted.</translation>
        </message>
        <message>
            <source>Chưa có tệp xác nhận văn bản đến. Ký lại ở mục Chờ ký.</source>
            <translation>The confirmation file is missing. Sign again under To sign.</translation>
        </message>
        <message>
            <source>Chưa chọn hình thức sao: sao y, sao lục hoặc trích sao.</source>
            <translation>No form of copy has been chosen: true copy, copy of a copy, or extract.</translation>
        </message>
        <message>
            <source>Chưa chọn đúng trang cần trích sao. Ghi số trang, ví dụ 1-3, 5.</source>
            <translation>The pages of the extract are not right. Give page numbers, for example 1-3, 5.</translation>
        </message>
        <message>
            <source>Văn bản chưa vào sổ. Tiếp nhận, vào sổ trước.</source>
            <translation>The document is not registered yet. Register it first.</translation>
        </message>
        <message>
            <source>Sao lục chỉ được làm từ bản sao y. Chọn sao y hoặc trích sao.</source>
            <translation>A copy of a copy can be made of a true copy only. Choose true copy or extract.</translation>
        </message>
        <message>
            <source>Sao văn bản mật phải ghi rõ người cho phép và số bản. Ghi đủ rồi làm lại.</source>
            <translation>Copying a classified document must record who allows it and how many copies. Fill both in and try again.</translation>
        </message>
        <message>
            <source>Chỉ sao văn bản có chữ ký số hợp lệ hoặc bản quét từ bản giấy. Kiểm tra chữ ký của văn bản trước.</source>
            <translation>Only documents with valid signatures or scans of paper are copied. Check the document's signatures first.</translation>
        </message>
        <message>
            <source>Chưa kiểm tra được việc này trên máy; hệ thống trung tâm sẽ quyết định. Đồng bộ rồi xem lại kết quả.</source>
            <translation>This could not be checked here; the central system will decide. Synchronise, then look at the result.</translation>
        </message>
        <message>
            <source>Tệp đã ký không được gửi lại. Mở văn bản để ký lại; tệp cũ được giữ ở thẻ Tệp đã ký.</source>
            <translation>A signed file is not sent again. Open the document to sign it anew; the old file is kept under Signed files.</translation>
        </message>
        <message>
            <source>Việc trước đó không được chấp nhận nên việc này được trả lại. Sửa việc trước rồi gửi lại cả hai.</source>
            <translation>What came before was not accepted, so this came back. Correct that first, then send both again.</translation>
        </message>
        <message>
            <source>Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng.</source>
            <translation>The central system cannot be reached. Your work is kept on this computer and sent when the line is up.</translation>
        </message>
        <message>
            <source>Đường truyền quá chậm. Chương trình sẽ tự thử lại.</source>
            <translation>The line is too slow. The program will try again by itself.</translation>
        </message>
        <message>
            <source>Đường truyền bị ngắt giữa chừng. Chương trình sẽ tự thử lại.</source>
            <translation>The line broke off. The program will try again by itself.</translation>
        </message>
        <message>
            <source>Không tìm thấy máy chủ. Kiểm tra mạng của cơ quan.</source>
            <translation>The server was not found. Check your agency's network.</translation>
        </message>
        <message>
            <source>Không kết nối được máy chủ trung gian (proxy) của cơ quan. Việc đã làm được giữ trên máy; báo quản trị mạng.</source>
            <translation>The office's proxy cannot be reached. What was done is kept on this computer; tell the network's administrator.</translation>
        </message>
        <message>
            <source>Máy chủ trung gian (proxy) đòi tên và mật khẩu, chương trình không gửi. Báo quản trị mạng cho phép địa chỉ hệ thống trung tâm đi qua không cần đăng nhập.</source>
            <translation>The proxy asks for a name and a password, which this program does not send. Have the network's administrator let the central system's address through without signing in.</translation>
        </message>
        <message>
            <source>Máy chủ trung gian (proxy) không cho đi tới hệ thống trung tâm. Báo quản trị mạng mở địa chỉ này.</source>
            <translation>The proxy does not let anything through to the central system. Have the network's administrator open that address.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đang bận. Chương trình sẽ tự thử lại.</source>
            <translation>The central system is busy. The program will try again by itself.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm yêu cầu chờ. Chương trình sẽ tự thử lại.</source>
            <translation>The central system asks to wait. The program will try again by itself.</translation>
        </message>
        <message>
            <source>Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục đồng bộ.</source>
            <translation>The sign-in has expired. Sign in again to go on synchronising.</translation>
        </message>
        <message>
            <source>Tài khoản không có quyền xem nội dung này.</source>
            <translation>The account may not see this.</translation>
        </message>
        <message>
            <source>Máy chủ không còn tệp này. Báo nơi gửi phát hành lại.</source>
            <translation>The server no longer has this file. Ask the sender to issue it again.</translation>
        </message>
        <message>
            <source>Tệp quá lớn so với mức hệ thống cho phép.</source>
            <translation>The file is larger than the system allows.</translation>
        </message>
        <message>
            <source>Không tin cậy được máy chủ nên chương trình không kết nối. Báo quản trị mạng.</source>
            <translation>The server cannot be trusted, so the program does not connect. Tell the network administrator.</translation>
        </message>
        <message>
            <source>Nơi trả lời không phải hệ thống trung tâm (có thể là trang đăng nhập mạng). Kiểm tra mạng.</source>
            <translation>What answered is not the central system (perhaps a network sign-in page). Check the network.</translation>
        </message>
        <message>
            <source>Tệp tải về không nguyên vẹn nên không mở. Thử tải lại.</source>
            <translation>The downloaded file is not intact and was not opened. Download it again.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm gặp lỗi. Việc đã làm được giữ trên máy.</source>
            <translation>The central system has an error. Your work is kept on this computer.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy. Xóa bớt tệp không cần rồi thử lại.</source>
            <translation>The disk is full. Delete files you do not need, then try again.</translation>
        </message>
        <message>
            <source>Địa chỉ không dùng kết nối an toàn nên chương trình không kết nối. Nhập địa chỉ bắt đầu bằng https.</source>
            <translation>The address does not use a secure connection, so the program does not connect. Type an address that begins with https.</translation>
        </message>
        <message>
            <source>Địa chỉ hệ thống không đúng. Kiểm tra lại địa chỉ, hoặc hỏi quản trị.</source>
            <translation>The system's address is wrong. Check it, or ask the administrator.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận yêu cầu lớn như vậy. Việc đã làm được giữ trên máy; báo quản trị hệ thống.</source>
            <translation>The central system does not take a request this large. Your work is kept on this computer; tell the administrator.</translation>
        </message>
        <message>
            <source>Không đọc được câu trả lời của hệ thống trung tâm. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>The central system's answer could not be read. The program will try again by itself; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Câu trả lời của hệ thống trung tâm không đúng quy cách. Cập nhật chương trình; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>The central system's answer has the wrong form. Update the program; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm nhận quá ít yêu cầu mỗi lần nên chưa đồng bộ được. Báo quản trị hệ thống trung tâm.</source>
            <translation>The central system takes too few calls at a time, so nothing can be synced yet. Tell the central system's administrator.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đã chuyển sang địa chỉ khác nên chương trình không gửi. Hỏi quản trị địa chỉ mới.</source>
            <translation>The central system has moved to another address, so nothing was sent. Ask the administrator for the new address.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không thực hiện được một yêu cầu (%{type}). Chương trình sẽ tự thử lại.</source>
            <translation>The central system could not carry out a request (%{type}). The program will try again by itself.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm trả lời mã lỗi %{status}. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.</source>
            <translation>The central system answered with error %{status}. The program will try again by itself; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi khi đồng bộ. Việc đã làm được giữ trên máy; mở lại chương trình, nếu vẫn lỗi thì báo quản trị.</source>
            <translation>The program met an error while synchronising. Your work is kept on this computer; open the program again, and if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Tệp của việc này không còn trên máy nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</source>
            <translation>The file of this work is no longer on this computer, so it could not be sent. Withdraw it, then choose the file again.</translation>
        </message>
        <message>
            <source>Tệp của việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, nén hoặc tách tệp rồi làm lại.</source>
            <translation>The file of this work is larger than the system allows, so it could not be sent. Withdraw it, compress or split the file, then do it again.</translation>
        </message>
        <message>
            <source>Chương trình khác đang giữ tệp của việc này nên chưa gửi được. Đóng chương trình đó rồi bấm Gửi lại.</source>
            <translation>Another program is holding the file of this action, so it has not been sent. Close that program, then press Send again.</translation>
        </message>
        <message>
            <source>Tệp của việc này trên máy bị hỏng nên chưa gửi được. Rút lại việc này rồi chọn lại tệp.</source>
            <translation>This act's file is damaged on this computer, so it was not sent. Withdraw the act and choose the file again.</translation>
        </message>
        <message>
            <source>Nội dung việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, rút gọn nội dung rồi làm lại.</source>
            <translation>This act is larger than the central system accepts, so it was not sent. Withdraw it, shorten it, and do it again.</translation>
        </message>
        <message>
            <source>Đã hủy tải tệp. Mở lại văn bản để tải tiếp.</source>
            <translation>The download was cancelled. Open the document again to go on with it.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm chưa trả lời về việc này. Chương trình sẽ tự gửi lại.</source>
            <translation>The central system has not answered about this. The program will send it again by itself.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận nội dung việc này. Xem và sửa lại; nếu vẫn lỗi, cập nhật chương trình.</source>
            <translation>The central system does not take the content of this. View and correct it; if it still fails, update the program.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm đã có một việc khác cùng mã. Xem quá trình xử lý, rồi làm lại nếu còn cần.</source>
            <translation>The central system already has other work under this code. Look at the history, then do it again if still needed.</translation>
        </message>
        <message>
            <source>Việc này dựa vào một việc chưa gửi được. Xử lý việc trước, rồi gửi lại.</source>
            <translation>This depends on work that could not be sent. Settle that first, then send again.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm chưa có tệp kèm theo. Chương trình sẽ gửi lại tệp; nếu vẫn lỗi, bấm Gửi lại.</source>
            <translation>The central system does not have the attached file yet. The program will send it again; if it still fails, press Send again.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận cách ghi việc này. Cập nhật chương trình rồi gửi lại.</source>
            <translation>The central system does not take this as it is written. Update the program, then send again.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không nhận thêm việc loại này. Hỏi quản trị hệ thống.</source>
            <translation>The central system takes no more work of this kind. Ask the administrator.</translation>
        </message>
        <message>
            <source>Nội dung đã được người khác thay đổi. Xem lại rồi làm lại.</source>
            <translation>Somebody else has changed this. Look at it, then do it again.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không chấp nhận và không nêu lý do. Xem và sửa lại, hoặc hỏi quản trị hệ thống.</source>
            <translation>The central system did not accept it and gave no reason. View and correct it, or ask the administrator.</translation>
        </message>
        <message>
            <source>Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị.</source>
            <translation>The system refused the sign-in. Check the user name, or ask the administrator.</translation>
        </message>
        <message>
            <source>Chưa đăng nhập xong trong trình duyệt. Đăng nhập lại.</source>
            <translation>The sign-in was not finished in the browser. Sign in again.</translation>
        </message>
        <message>
            <source>Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống.</source>
            <translation>The account belongs to no agency yet. Tell the administrator.</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm này thuộc mạng khác với mạng của máy nên chương trình không kết nối. Mỗi máy chỉ dùng một mạng; hỏi quản trị địa chỉ đúng.</source>
            <translation>This central system is on another network than this computer, so the program does not connect. Each computer uses one network; ask the administrator for the right address.</translation>
        </message>
        <message>
            <source>Dữ liệu của tài khoản này được lập trên mạng khác nên không mở trên máy này; dữ liệu còn nguyên. Báo quản trị để mở trên máy đúng mạng.</source>
            <translation>This account's data was made on another network, so it is not opened on this computer; nothing was changed. Ask the administrator to open it on a computer of the right network.</translation>
        </message>
        <message>
            <source>Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người.</source>
            <translation>The person who signed in does not own this profile. Sign in again as the right person.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị.</source>
            <translation>The practice office could not be opened. Try again; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Không đọc hoặc ghi được dữ liệu trên máy này. Khởi động lại chương trình; nếu vẫn lỗi, báo quản trị.</source>
            <translation>The data on this computer could not be read or written. Start the program again; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Khóa trên máy không mở được dữ liệu của tài khoản này; dữ liệu còn nguyên. Đăng nhập Windows bằng đúng người đã dùng, hoặc báo quản trị để mở bằng khóa khôi phục.</source>
            <translation>The key on this computer does not open this account's data; the data is intact. Sign in to Windows as the person who used it, or ask the administrator to open it with the recovery key.</translation>
        </message>
        <message>
            <source>Máy không còn giữ khóa mở dữ liệu của tài khoản này; dữ liệu còn nguyên. Mở bằng mật khẩu mở khóa đã đặt, hoặc báo quản trị để mở bằng khóa khôi phục.</source>
            <translation>This computer no longer holds the key to this account's data; the data is intact. Open it with the passphrase that was set, or ask the administrator to open it with the recovery key.</translation>
        </message>
        <message>
            <source>Chưa thay được khóa của dữ liệu vì phải làm lại cách mở dự phòng; dữ liệu còn nguyên. Mở một lần bằng mật khẩu mở khóa, hoặc báo quản trị đặt lại khóa khôi phục, rồi thay khóa lại.</source>
            <translation>The key of the data could not be replaced yet, because a spare way of opening it has to be set up again; the data is intact. Open it once with the passphrase, or ask the administrator to set up the recovery key again, then replace the key again.</translation>
        </message>
        <message>
            <source>Không đọc được khóa khôi phục mà cơ quan đặt trên máy này nên hồ sơ chưa có cách mở dự phòng. Báo quản trị kiểm tra lại tệp khóa.</source>
            <translation>The recovery key that the office set on this computer cannot be read, so the profile has no spare way of opening yet. Ask the administrator to check the key file.</translation>
        </message>
        <message>
            <source>Chưa chuyển được dữ liệu trên máy sang phiên bản mới; dữ liệu cũ còn nguyên. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</source>
            <translation>The data on this computer could not be converted to the new version; the old data is intact. Restart the program; if it still fails, leave the computer as it is and tell the administrator.</translation>
        </message>
        <message>
            <source>Dữ liệu lưu trên máy bị hỏng nên không mở được. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy và báo quản trị.</source>
            <translation>The data kept on this computer is damaged and cannot be opened. Start the program again; if it still fails, leave the computer as it is and tell the administrator.</translation>
        </message>
        <message>
            <source>Dữ liệu trên máy do một phiên bản Tác nghiệp mới hơn ghi nên phiên bản này không mở; dữ liệu còn nguyên. Cập nhật chương trình rồi mở lại.</source>
            <translation>The data on this computer was written by a newer version of Tác nghiệp, so this one does not open it; the data is intact. Update the program, then open it again.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
            <translation>Tác nghiệp is already open in another window. Use that window, or close it and open the program again.</translation>
        </message>
        <message>
            <source>Thư mục dữ liệu nằm trên ổ đĩa mạng nên không dùng được. Chuyển về ổ đĩa của máy, hoặc báo quản trị.</source>
            <translation>The data folder is on a network drive and cannot be used. Move it to this computer's disk, or tell the administrator.</translation>
        </message>
        <message>
            <source>Máy không cho đọc hoặc ghi tệp dữ liệu. Kiểm tra ổ đĩa và quyền của thư mục dữ liệu, rồi mở lại.</source>
            <translation>The computer does not let the data file be read or written. Check the disk and the rights of the data folder, then open the program again.</translation>
        </message>
        <message>
            <source>Chưa nhập mật khẩu mở khóa nên dữ liệu trên máy vẫn khóa. Đăng nhập lại để nhập.</source>
            <translation>No passphrase was entered, so the data on this computer stays locked. Sign in again to enter it.</translation>
        </message>
        <message>
            <source>Dữ liệu trên máy đang được dùng nên chưa ghi được. Chờ một lát rồi thử lại.</source>
            <translation>The data on this computer is in use and could not be written. Wait a moment, then try again.</translation>
        </message>
        <message>
            <source>Dữ liệu của tài khoản đã được khóa. Mở lại tài khoản rồi làm tiếp.</source>
            <translation>The account's data is locked. Open the account again, then go on.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu.</source>
            <translation>This computer has no safe keyring. Set a passphrase to protect the data.</translation>
        </message>
        <message>
            <source>Kho khóa của máy không trả lời hoặc đang khóa nên chưa mở được dữ liệu. Mở khóa màn hình hoặc đăng nhập lại máy, rồi thử lại.</source>
            <translation>The computer's key store does not answer or is locked, so the data could not be opened. Unlock the screen or sign in to the computer again, then try again.</translation>
        </message>
        <message>
            <source>Mật khẩu không đúng. Nhập lại mật khẩu.</source>
            <translation>Wrong passphrase. Type it again.</translation>
        </message>
        <message>
            <source>Tệp này chưa có trên máy. Mở lại khi có mạng để tải về.</source>
            <translation>This file is not on this computer yet. Open it when the line is up to download it.</translation>
        </message>
        <message>
            <source>Tệp lưu trên máy bị hỏng nên không mở. Mở lại khi có mạng để tải bản mới.</source>
            <translation>The file kept on this computer is damaged and was not opened. Open it when the line is up to download it anew.</translation>
        </message>
        <message>
            <source>Việc này đã được ghi với nội dung khác nên không ghi đè. Mở Việc chưa gửi để xem lại.</source>
            <translation>This was recorded with other content and was not overwritten. Open Unsent work to look at it.</translation>
        </message>
        <message>
            <source>Văn bản này đã được ký trong lượt ký trước nên không ký lại. Xem kết quả của lượt ký đó.</source>
            <translation>This document was signed in an earlier batch and is not signed again. See the results of that batch.</translation>
        </message>
        <message>
            <source>Tệp có mật khẩu nên không xem được ở đây.</source>
            <translation>The file has a password and cannot be viewed here.</translation>
        </message>
        <message>
            <source>Tệp không phải PDF hoặc bị hỏng nên không xem được.</source>
            <translation>The file is not a PDF or is damaged and cannot be viewed.</translation>
        </message>
        <message>
            <source>Tệp quá lớn nên không xem được ở đây.</source>
            <translation>The file is too large to be viewed here.</translation>
        </message>
        <message>
            <source>Tệp không có trang nào.</source>
            <translation>The file has no pages.</translation>
        </message>
        <message>
            <source>Văn bản chưa có tệp.</source>
            <translation>The document has no file yet.</translation>
        </message>
        <message>
            <source>Tệp chưa được tải về máy.</source>
            <translation>The file has not been downloaded yet.</translation>
        </message>
        <message>
            <source>Có văn bản mật. Đến máy chuyên dùng để xem và xử lý.</source>
            <translation>A classified document. Go to the dedicated computer to read and handle it.</translation>
        </message>
        <message>
            <source>Đề nghị nơi gửi phát hành lại bản không đặt mật khẩu.</source>
            <translation>Ask the sender to issue it again without a password.</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài để kiểm tra, hoặc trả lại nơi gửi.</source>
            <translation>Save the file outside to check it, or return it to the sender.</translation>
        </message>
        <message>
            <source>Dùng “Lưu tệp…” rồi mở bằng chương trình khác.</source>
            <translation>Use “Save file…”, then open it in another program.</translation>
        </message>
        <message>
            <source>Đề nghị nơi gửi kiểm tra lại tệp.</source>
            <translation>Ask the sender to check the file.</translation>
        </message>
        <message>
            <source>Đang mất kết nối. Tệp sẽ tải được khi có mạng.</source>
            <translation>The line is down. The file can be downloaded when it is up.</translation>
        </message>
        <message>
            <source>Không thực hiện được. Nội dung đã nhập vẫn được giữ; hãy thử lại.</source>
            <translation>It could not be done. What you typed is kept; try again.</translation>
        </message>
    </context>
    <context>
        <name>MomentBar</name>
        <message>
            <source>Về bản hiện tại</source>
            <translation>Back to the present version</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Lịch lúc {time}</source>
            <translation>At {time}</translation>
        </message>
        <message>
            <source>Việc của bạn</source>
            <translation>Your work</translation>
        </message>
        <message>
            <source>Cần bạn xem lại</source>
            <translation>Needs you</translation>
        </message>
        <message>
            <source>Sắp đến giờ</source>
            <translation>Starting soon</translation>
        </message>
        <message>
            <source>Văn bản mới đến</source>
            <translation>New documents</translation>
        </message>
        <message>
            <source>Việc quá hạn</source>
            <translation>Overdue work</translation>
        </message>
        <message numerus="yes">
            <source>%n việc không được chấp nhận hoặc chưa gửi được</source>
            <translation>
                <numerusform>%n act refused or not sent</numerusform>
                <numerusform>%n act refused or not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n việc quá hạn</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản mới đến</source>
            <translation>
                <numerusform>%n new document</numerusform>
                <numerusform>%n new document</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, có %n hỏa tốc</source>
            <translation>
                <numerusform>, %n of them express</numerusform>
                <numerusform>, %n of them express</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NumberDialog</name>
        <message>
            <source>Giữ số trước khi ký</source>
            <translation>Reserve a number before signing</translation>
        </message>
        <message>
            <source>Cấp số văn bản</source>
            <translation>Number the document</translation>
        </message>
        <message>
            <source>Số còn t&amp;rống trong sổ:</source>
            <translation>&amp;Free numbers in the register:</translation>
        </message>
        <message>
            <source>&amp;Chờ cấp số</source>
            <translation>&amp;Wait for a number</translation>
        </message>
        <message>
            <source>&amp;Giữ số</source>
            <translation>Re&amp;serve number</translation>
        </message>
        <message>
            <source>&amp;Cấp số</source>
            <translation>&amp;Give number</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>Chưa có sổ văn bản đi cho loại văn bản này. Người quản trị của cơ quan mở sổ, rồi cấp số lại.</source>
            <translation>There is no outgoing register for this type of document yet. The agency's administrator opens one; then number it again.</translation>
        </message>
        <message>
            <source>Đang mất kết nối, chưa biết số tiếp theo. Văn bản sẽ ghi “Chờ cấp số” và nhận số ngay khi có mạng; không cần làm lại.</source>
            <translation>The line is down and the next number is not known. The document will say “Waiting for a number” and get it as soon as the line is up; nothing has to be repeated.</translation>
        </message>
        <message>
            <source>Số &amp;tiếp theo:  %1</source>
            <translation>Ne&amp;xt number:  %1</translation>
        </message>
        <message>
            <source>Sổ không có số trống.</source>
            <translation>The register has no free numbers.</translation>
        </message>
        <message>
            <source>Số còn trống trong sổ</source>
            <translation>Free numbers in the register</translation>
        </message>
        <message>
            <source>Sổ có %1 số trống.</source>
            <translation>Free numbers in the register: %1.</translation>
        </message>
        <message>
            <source>&amp;Ngày văn bản</source>
            <translation>Document &amp;date</translation>
        </message>
        <message>
            <source>Số được giữ cho văn bản này và in sẵn trên trang trước khi lãnh đạo ký.</source>
            <translation>The number is reserved for this document and printed on the page before the leader signs.</translation>
        </message>
        <message>
            <source>Ngày văn bản sau ngày hôm nay (%1).</source>
            <translation>The document's date is after today (%1).</translation>
        </message>
        <message>
            <source>Ngày văn bản trước ngày của số liền trước (%1).</source>
            <translation>The document's date is before that of the preceding number (%1).</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>Nghị quyết</source>
            <translation>Resolution</translation>
        </message>
        <message>
            <source>Quyết định</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Chỉ thị</source>
            <translation>Directive</translation>
        </message>
        <message>
            <source>Quy chế</source>
            <translation>Regulations</translation>
        </message>
        <message>
            <source>Quy định</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>Kết luận</source>
            <translation>Conclusion</translation>
        </message>
        <message>
            <source>Thông cáo</source>
            <translation>Announcement</translation>
        </message>
        <message>
            <source>Thông báo</source>
            <translation>Notice</translation>
        </message>
        <message>
            <source>Hướng dẫn</source>
            <translation>Guidance</translation>
        </message>
        <message>
            <source>Chương trình</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>Kế hoạch</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Phương án</source>
            <translation>Scheme</translation>
        </message>
        <message>
            <source>Đề án</source>
            <translation>Proposal</translation>
        </message>
        <message>
            <source>Dự án</source>
            <translation>Project</translation>
        </message>
        <message>
            <source>Báo cáo</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Biên bản</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>Tờ trình</source>
            <translation>Submission</translation>
        </message>
        <message>
            <source>Hợp đồng</source>
            <translation>Contract</translation>
        </message>
        <message>
            <source>Công điện</source>
            <translation>Telegram</translation>
        </message>
        <message>
            <source>Giấy ủy quyền</source>
            <translation>Power of attorney</translation>
        </message>
        <message>
            <source>Giấy mời</source>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>Giấy giới thiệu</source>
            <translation>Letter of introduction</translation>
        </message>
        <message>
            <source>Công văn</source>
            <translation>Official letter</translation>
        </message>
        <message>
            <source>Sao y</source>
            <translation>True copy</translation>
        </message>
        <message>
            <source>Sao lục</source>
            <translation>Copy of a copy</translation>
        </message>
        <message>
            <source>Trích sao</source>
            <translation>Extract</translation>
        </message>
        <message>
            <source>Thường</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Khẩn</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>Thượng khẩn</source>
            <translation>Very urgent</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Express</translation>
        </message>
        <message>
            <source>Đã gửi</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Đã đến</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>Từ chối tiếp nhận</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Đã tiếp nhận</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Phân công</source>
            <translation>Assigned</translation>
        </message>
        <message>
            <source>Đang xử lý</source>
            <translation>In hand</translation>
        </message>
        <message>
            <source>Hoàn thành</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>Yêu cầu lấy lại</source>
            <translation>Recall asked</translation>
        </message>
        <message>
            <source>Đồng ý cho lấy lại</source>
            <translation>Recall agreed</translation>
        </message>
        <message>
            <source>Từ chối cho lấy lại</source>
            <translation>Recall refused</translation>
        </message>
    </context>
    <context>
        <name>Older</name>
        <message>
            <source>Nhiệm vụ xong trước {day} không lưu trên máy này</source>
            <translation>Tasks finished before {day} are not kept on this computer</translation>
        </message>
        <message>
            <source>Văn bản xong trước {day} không lưu trên máy này</source>
            <translation>Documents finished before {day} are not kept on this computer</translation>
        </message>
        <message>
            <source>Đang tải…</source>
            <translation>Loading…</translation>
        </message>
        <message>
            <source>Tải thêm</source>
            <translation>Load more</translation>
        </message>
        <message numerus="yes">
            <source>Đã tải thêm %n việc cũ.</source>
            <translation>
                <numerusform>Loaded %n older item.</numerusform>
                <numerusform>Loaded %n older items.</numerusform>
            </translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không còn việc nào cũ hơn.</source>
            <translation>The central system has nothing older.</translation>
        </message>
        <message>
            <source>Mất kết nối: việc cũ không lưu trên máy này, có mạng lại thì bấm Tải thêm.</source>
            <translation>No connection: older work is not kept on this computer. Press Load more when the line is back.</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Chờ gửi</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Đang gửi</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Gửi chưa được</source>
            <translation>Not sent yet</translation>
        </message>
        <message>
            <source>Bị từ chối</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Đã rút lại</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Chưa gửi và sẽ không tự gửi. Bấm Xem và sửa để làm lại, Rút lại để bỏ hẳn.</source>
            <translation>Not sent, and it will not be sent by itself. Press View and correct to do it again, Withdraw to drop it.</translation>
        </message>
        <message>
            <source>Việc này thuộc một văn bản mật nên được niêm phong trên máy, không hiện và không gửi. Làm việc này trên máy chuyên dùng, rồi bấm Rút lại.</source>
            <translation>This belongs to a classified document: it stays sealed on this computer, is not shown and not sent. Do it on the dedicated computer, then press Withdraw.</translation>
        </message>
        <message>
            <source>Bấm Gửi lại để thử lần nữa.</source>
            <translation>Press Send again to try once more.</translation>
        </message>
        <message>
            <source>Tệp đã ký không gửi lại: bấm Xem và sửa để ký lại văn bản, hoặc Rút lại.</source>
            <translation>A signed file is not sent again: press View and correct to sign the document anew, or Withdraw.</translation>
        </message>
        <message>
            <source>Nội dung đã nhập còn nguyên: bấm Xem và sửa, hoặc Rút lại.</source>
            <translation>What you typed is all there: press View and correct, or Withdraw.</translation>
        </message>
        <message>
            <source>Đã rút lại {n} việc: việc được chọn và các việc dựa vào nó.</source>
            <translation>Withdrawn: {n}, the chosen one and those that depend on it.</translation>
        </message>
        <message>
            <source>Đã rút lại.</source>
            <translation>Withdrawn.</translation>
        </message>
        <message>
            <source>Việc này đã bắt đầu gửi, có thể đã tới hệ thống trung tâm nên không rút lại được. Chờ có kết quả; nếu bị từ chối, việc trở lại đây kèm lý do.</source>
            <translation>This act is being sent and may have reached the central system, so it cannot be withdrawn. Wait for the result; if it is refused, it comes back here with the reason.</translation>
        </message>
        <message>
            <source>Một việc dựa vào việc này đang được gửi nên chưa rút lại được. Chờ việc đó có kết quả.</source>
            <translation>An act that depends on this one is being sent, so this one cannot be withdrawn yet. Wait for its result.</translation>
        </message>
    </context>
    <context>
        <name>OutboxFiles</name>
        <message numerus="yes">
            <source>%n tệp đang truyền</source>
            <translation>
                <numerusform>%n file on the way</numerusform>
                <numerusform>%n files on the way</numerusform>
            </translation>
        </message>
        <message>
            <source>Lưu bản sao ra ngoài chương trình</source>
            <translation>Save a copy outside the program</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>The file could not be written to {path}. Choose another place and save again.</translation>
        </message>
        <message>
            <source>Đã lưu bản sao vào {path}.</source>
            <translation>A copy was saved to {path}.</translation>
        </message>
        <message>
            <source>Đã bỏ tệp đã ký.</source>
            <translation>The signed file was discarded.</translation>
        </message>
        <message>
            <source>{what}: bị trả lại. {reason}</source>
            <translation>{what}: came back. {reason}</translation>
        </message>
        <message>
            <source>{what}: đã rút lại trước khi gửi.</source>
            <translation>{what}: withdrawn before it was sent.</translation>
        </message>
        <message>
            <source>{size}/giây</source>
            <translation>{size}/s</translation>
        </message>
        <message>
            <source>Đang tạm dừng mọi tệp. Việc không kèm tệp vẫn được gửi.</source>
            <translation>All files are paused. Acts without files are still sent.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần, có chỗ thì tự tải tiếp.</source>
            <translation>The disk is full, so no files are fetched for now; acts are still sent. Delete files you do not need: fetching goes on by itself when there is room.</translation>
        </message>
        <message>
            <source>Đường truyền đang chậm: tệp nhường đường cho việc, và không tải trước.</source>
            <translation>The line is slow: files give way to acts, and nothing is fetched ahead.</translation>
        </message>
        <message>
            <source>Tệp kèm theo</source>
            <translation>Attached file</translation>
        </message>
        <message>
            <source>Gửi</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Tải về</source>
            <translation>Fetch</translation>
        </message>
        <message>
            <source>Chưa được</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Đã tạm dừng</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Đang gửi</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Đang tải</source>
            <translation>Fetching</translation>
        </message>
        <message>
            <source>Chờ ổ đĩa có chỗ</source>
            <translation>Waiting for disk space</translation>
        </message>
        <message>
            <source>Tải trước khi rảnh</source>
            <translation>Ahead, when idle</translation>
        </message>
        <message>
            <source>Chờ đến lượt</source>
            <translation>Waiting its turn</translation>
        </message>
        <message>
            <source>Việc kèm tệp này sẽ tự gửi lại.</source>
            <translation>The act with this file is sent again by itself.</translation>
        </message>
        <message>
            <source>Bấm Tiếp tục để thử lại.</source>
            <translation>Press Continue to try again.</translation>
        </message>
        <message>
            <source>Việc kèm tệp này được gửi khi tệp đã tới nơi. Muốn bỏ thì rút lại việc ở thẻ Việc chưa gửi.</source>
            <translation>The act goes once its file has arrived. To give it up, withdraw the act under Unsent work.</translation>
        </message>
    </context>
    <context>
        <name>OutboxWindow</name>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Unsent work</translation>
        </message>
        <message>
            <source>Tệp đang truyền</source>
            <translation>Files on their way</translation>
        </message>
        <message>
            <source>Tệp đã ký để riêng</source>
            <translation>Signed files set aside</translation>
        </message>
        <message>
            <source>Sao ché&amp;p chi tiết</source>
            <translation>Co&amp;py details</translation>
        </message>
        <message>
            <source>Chỉ chép mã và tình trạng, không chép nội dung. Gửi cho người hỗ trợ khi cần.</source>
            <translation>Copies identifiers and states only, no content. Send it to whoever helps you.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Đã chép. Dán vào thư gửi người hỗ trợ.</source>
            <translation>Copied. Paste it into your message to support.</translation>
        </message>
    </context>
    <context>
        <name>Outgoing</name>
        <message>
            <source>Dự thảo</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Bị trả lại</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>Trình ký</source>
            <translation>Submitted</translation>
        </message>
        <message>
            <source>Chờ cấp số</source>
            <translation>To number</translation>
        </message>
        <message>
            <source>Chờ ký số</source>
            <translation>To sign</translation>
        </message>
        <message>
            <source>Chờ phát hành</source>
            <translation>To issue</translation>
        </message>
        <message>
            <source>Đã phát hành</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>Văn bản đi</source>
            <translation>Outgoing documents</translation>
        </message>
        <message>
            <source>(chưa có trích yếu)</source>
            <translation>(no subject yet)</translation>
        </message>
        <message>
            <source>Đã sao chép số, ký hiệu và trích yếu.</source>
            <translation>Number, notation and subject copied.</translation>
        </message>
        <message>
            <source>Không có dự thảo nào</source>
            <translation>No drafts</translation>
        </message>
        <message>
            <source>Soạn văn bản mới, hoặc trả lời từ văn bản đến.</source>
            <translation>Write a new document, or answer an incoming one.</translation>
        </message>
        <message>
            <source>Soạn văn bản</source>
            <translation>Write a document</translation>
        </message>
        <message>
            <source>Không có văn bản bị trả lại</source>
            <translation>No returned documents</translation>
        </message>
        <message>
            <source>Không có văn bản đang trình ký</source>
            <translation>No documents submitted for signature</translation>
        </message>
        <message>
            <source>Không có văn bản chờ cấp số</source>
            <translation>No documents waiting for a number</translation>
        </message>
        <message>
            <source>Văn bản lãnh đạo đã ký duyệt sẽ hiện ở đây.</source>
            <translation>Documents approved by the leader will appear here.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký số cơ quan</source>
            <translation>No documents waiting for the agency signature</translation>
        </message>
        <message>
            <source>Văn bản đã có số sẽ hiện ở đây.</source>
            <translation>Numbered documents will appear here.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ phát hành</source>
            <translation>No documents to issue</translation>
        </message>
        <message>
            <source>Chưa phát hành văn bản nào</source>
            <translation>No documents issued yet</translation>
        </message>
        <message>
            <source>Không có văn bản nào trong hộp này</source>
            <translation>No documents in this box</translation>
        </message>
        <message>
            <source>Đã cấp số {notation}.</source>
            <translation>Numbered {notation}.</translation>
        </message>
        <message>
            <source>Văn bản chờ cấp số; số được cấp ngay khi có mạng.</source>
            <translation>The document is waiting for a number; it gets one as soon as the line is up.</translation>
        </message>
        <message>
            <source>mọi loại</source>
            <translation>all types</translation>
        </message>
        <message>
            <source>nhiệm kỳ {years}</source>
            <translation>term {years}</translation>
        </message>
        <message>
            <source>năm {year}</source>
            <translation>year {year}</translation>
        </message>
        <message>
            <source>Sổ văn bản đi</source>
            <translation>Outgoing register</translation>
        </message>
        <message>
            <source>{signer} ký duyệt · {organ} ký số cơ quan</source>
            <translation>approved by {signer} · agency signature of {organ}</translation>
        </message>
        <message>
            <source>{organ} ký sao</source>
            <translation>copy signed by {organ}</translation>
        </message>
        <message>
            <source>Chưa xác minh được chứng thư</source>
            <translation>Certificate not verified</translation>
        </message>
        <message>
            <source>Chưa rõ chứng thư của người ký còn hiệu lực hay đã bị thu hồi.</source>
            <translation>It is not known whether the signer's certificate is in force or was revoked.</translation>
        </message>
        <message>
            <source>Nơi nhận có thể thấy chữ ký “chưa xác minh được”. Vẫn phát hành văn bản này?</source>
            <translation>Recipients may see the signature as “not verified”. Issue this document all the same?</translation>
        </message>
        <message>
            <source>&amp;Vẫn phát hành</source>
            <translation>&amp;Issue all the same</translation>
        </message>
        <message>
            <source>Để &amp;sau</source>
            <translation>&amp;Later</translation>
        </message>
        <message numerus="yes">
            <source>Đã phát hành tới %n nơi nhận.</source>
            <translation>
                <numerusform>Issued to %n recipient.</numerusform>
                <numerusform>Issued to %n recipients.</numerusform>
            </translation>
        </message>
        <message>
            <source>Văn bản sẽ được phát hành ngay khi có mạng.</source>
            <translation>The document will be issued as soon as the line is up.</translation>
        </message>
        <message>
            <source>Đã trình {name} ký.</source>
            <translation>Submitted to {name} for signature.</translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>The document was returned to its author.</translation>
        </message>
        <message>
            <source>Bỏ dự thảo</source>
            <translation>Discard draft</translation>
        </message>
        <message>
            <source>Bỏ dự thảo “{subject}”?</source>
            <translation>Discard the draft “{subject}”?</translation>
        </message>
        <message>
            <source>Dự thảo rời khỏi danh sách; quá trình xử lý vẫn được lưu.</source>
            <translation>The draft leaves the list; its history is kept.</translation>
        </message>
        <message>
            <source>&amp;Bỏ dự thảo</source>
            <translation>&amp;Discard draft</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Keep</translation>
        </message>
        <message>
            <source>Đã bỏ dự thảo.</source>
            <translation>Draft discarded.</translation>
        </message>
        <message>
            <source>Chứng thư của người ký đã bị thu hồi, không phát hành được. Trả lại văn bản để ký lại.</source>
            <translation>The signer's certificate was revoked, so this cannot be issued. Send the document back to be signed again.</translation>
        </message>
        <message>
            <source>Vẫn chưa hỏi được tình trạng chứng thư của người ký. Nên chờ đến khi hỏi được rồi phát hành.</source>
            <translation>The signers' certificates still cannot be asked about. Better wait until they can, then issue.</translation>
        </message>
        <message>
            <source>Chữ ký số trên tệp không hợp lệ, không phát hành được.</source>
            <translation>A signature on the file is not valid; it cannot be issued.</translation>
        </message>
        <message>
            <source>Cần lưu ý trước khi phát hành: {text}.</source>
            <translation>Mind before issuing: {text}.</translation>
        </message>
        <message>
            <source>Sao văn bản của {issuer}</source>
            <translation>Copy of a document of {issuer}</translation>
        </message>
        <message>
            <source>Sao từ {notation} của {issuer}</source>
            <translation>Copy of {notation} of {issuer}</translation>
        </message>
        <message>
            <source>Bị trả lại: {reason}</source>
            <translation>Returned: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>%n góp ý chưa xử lý</source>
            <translation>
                <numerusform>%n remark not dealt with</numerusform>
                <numerusform>%n remarks not dealt with</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n trang</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tệp kèm</source>
            <translation>
                <numerusform>%n attachment</numerusform>
                <numerusform>%n attachments</numerusform>
            </translation>
        </message>
        <message>
            <source>chờ cấp số</source>
            <translation>waiting for a number</translation>
        </message>
        <message>
            <source>đã giữ số</source>
            <translation>number reserved</translation>
        </message>
        <message numerus="yes">
            <source>%n nơi trả lại</source>
            <translation>
                <numerusform>%n returned</numerusform>
                <numerusform>%n returned</numerusform>
            </translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>chờ dấu thời gian</source>
            <translation>waits for time-stamp</translation>
        </message>
        <message>
            <source>Chữ ký số chưa có dấu thời gian vì dịch vụ chưa trả lời; chương trình tự bổ sung sau.</source>
            <translation>The signature has no time-stamp yet because the service did not answer; the program adds it later.</translation>
        </message>
        <message>
            <source>chưa rõ chứng thư</source>
            <translation>certificate not checked</translation>
        </message>
        <message>
            <source>Khi ký chưa hỏi được tình trạng chứng thư; chương trình hỏi lại trước khi phát hành.</source>
            <translation>The certificate could not be asked about when it signed; the program asks again before issue.</translation>
        </message>
        <message>
            <source>chờ dữ liệu kiểm tra</source>
            <translation>waits for validation data</translation>
        </message>
        <message>
            <source>Chưa lưu đủ dữ liệu kiểm tra chữ ký số vào tệp; chương trình tự bổ sung sau.</source>
            <translation>Not all validation data is in the file yet; the program adds it later.</translation>
        </message>
        <message>
            <source>Đã gửi {there}/{all} nơi nhận</source>
            <translation>Sent to {there}/{all} recipients</translation>
        </message>
        <message>
            <source>tiếp nhận {count}</source>
            <translation>{count} received</translation>
        </message>
        <message>
            <source>trả lại {count}</source>
            <translation>{count} returned</translation>
        </message>
        <message>
            <source>chưa nhận được {count}</source>
            <translation>{count} not reached</translation>
        </message>
        <message>
            <source>Chưa nhận được</source>
            <translation>Not reached</translation>
        </message>
        <message>
            <source>Số {notation}</source>
            <translation>No. {notation}</translation>
        </message>
        <message>
            <source>trang {pages}</source>
            <translation>pages {pages}</translation>
        </message>
        <message>
            <source>Người ký: {name}</source>
            <translation>Signer: {name}</translation>
        </message>
        <message>
            <source>Soạn: {name}</source>
            <translation>Author: {name}</translation>
        </message>
        <message>
            <source>phát hành {time}</source>
            <translation>issued {time}</translation>
        </message>
        <message>
            <source>&amp;Trình ký</source>
            <translation>&amp;Submit for signature</translation>
        </message>
        <message>
            <source>&amp;Ký duyệt</source>
            <translation>&amp;Approve by signature</translation>
        </message>
        <message>
            <source>&amp;Giữ số trước khi ký</source>
            <translation>Reser&amp;ve a number before signing</translation>
        </message>
        <message>
            <source>&amp;Cấp số</source>
            <translation>&amp;Number</translation>
        </message>
        <message>
            <source>&amp;Ký sao</source>
            <translation>&amp;Sign copy</translation>
        </message>
        <message>
            <source>&amp;Ký số cơ quan</source>
            <translation>Agency si&amp;gnature</translation>
        </message>
        <message>
            <source>&amp;Ký phụ lục</source>
            <translation>&amp;Sign attachments</translation>
        </message>
        <message>
            <source>&amp;Phát hành</source>
            <translation>&amp;Issue</translation>
        </message>
        <message>
            <source>&amp;Sửa dự thảo</source>
            <translation>&amp;Edit draft</translation>
        </message>
        <message>
            <source>T&amp;rả lại</source>
            <translation>&amp;Return</translation>
        </message>
        <message>
            <source>Sao chép số, ký hiệu và trích yếu</source>
            <translation>Copy number, notation and subject</translation>
        </message>
        <message>
            <source>Lưu tệp…</source>
            <translation>Save file…</translation>
        </message>
        <message>
            <source>Sao văn bản…</source>
            <translation>Copy document…</translation>
        </message>
        <message>
            <source>Xem phiếu trình</source>
            <translation>View submission slip</translation>
        </message>
        <message>
            <source>Trả lại văn bản trình ký</source>
            <translation>Return the submitted document</translation>
        </message>
        <message>
            <source>&amp;Lý do trả lại</source>
            <translation>&amp;Reason for the return</translation>
        </message>
        <message>
            <source>&amp;Trả lại</source>
            <translation>Re&amp;turn</translation>
        </message>
    </context>
    <context>
        <name>OutgoingDesk</name>
        <message>
            <source>&amp;Soạn văn bản</source>
            <translation>&amp;Write document</translation>
        </message>
        <message>
            <source>Soạn văn bản đi mới (Ctrl+N)</source>
            <translation>Write a new outgoing document (Ctrl+N)</translation>
        </message>
        <message>
            <source>Soạn dở (%1)</source>
            <translation>Unfinished (%1)</translation>
        </message>
        <message>
            <source>Bản đang soạn, chưa lưu thành dự thảo; chương trình vẫn giữ</source>
            <translation>Being written, not saved as a draft yet; the program keeps it</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>Trang trước (←)</source>
            <translation>Previous page (←)</translation>
        </message>
        <message>
            <source>Trang sau (→)</source>
            <translation>Next page (→)</translation>
        </message>
        <message>
            <source>Thu nhỏ (Ctrl+−)</source>
            <translation>Zoom out (Ctrl+−)</translation>
        </message>
        <message>
            <source>Phóng to (Ctrl++)</source>
            <translation>Zoom in (Ctrl++)</translation>
        </message>
        <message>
            <source>Vừa chiều ngang (Ctrl+9)</source>
            <translation>Fit width (Ctrl+9)</translation>
        </message>
        <message>
            <source>Hủy</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Trang văn bản</source>
            <translation>Document page</translation>
        </message>
        <message>
            <source>Trang {page}/{count}</source>
            <translation>Page {page}/{count}</translation>
        </message>
    </context>
    <context>
        <name>PaperView</name>
        <message>
            <source>Ảnh trên giấy</source>
            <translation>The picture on paper</translation>
        </message>
        <message>
            <source>Rộng {width} mm, cao {height} mm trên giấy</source>
            <translation>{width} mm wide and {height} mm high on paper</translation>
        </message>
    </context>
    <context>
        <name>PaperWindow</name>
        <message>
            <source>Trang in</source>
            <translation>Printed page</translation>
        </message>
        <message>
            <source>Đang in trang %1/%2…</source>
            <translation>Printing page %1/%2…</translation>
        </message>
        <message>
            <source>Lưu PDF</source>
            <translation>Save as PDF</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Mật khẩu hồ sơ</source>
            <translation>Profile passphrase</translation>
        </message>
        <message>
            <source>Hồ sơ của %1</source>
            <translation>Profile of %1</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu mới</source>
            <translation>Ne&amp;w passphrase</translation>
        </message>
        <message>
            <source>&amp;Mật khẩu</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>Mật khẩu đan&amp;g dùng</source>
            <translation>Passphrase in &amp;use</translation>
        </message>
        <message>
            <source>&amp;Nhập lại mật khẩu</source>
            <translation>&amp;Repeat the passphrase</translation>
        </message>
        <message>
            <source>Đặt mật &amp;khẩu</source>
            <translation>&amp;Set passphrase</translation>
        </message>
        <message>
            <source>&amp;Mở hồ sơ</source>
            <translation>&amp;Open profile</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>Mật khẩu này mở khóa Tác nghiệp trên máy này, và mở được hồ sơ khi kho khóa của máy bị mất. Không phải mật khẩu đăng nhập hệ thống.</source>
            <translation>This passphrase unlocks Tác nghiệp on this computer, and opens the profile when the computer's keyring is lost. It is not the password for signing in.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn: nhập mật khẩu đã đặt cho hồ sơ.</source>
            <translation>This computer has no safe key store: type the passphrase set for the profile.</translation>
        </message>
        <message>
            <source>Máy này không có kho khóa an toàn. Hãy đặt mật khẩu để mã hóa hồ sơ; quên mật khẩu thì không mở lại được.</source>
            <translation>This computer has no safe key store. Set a passphrase to encrypt the profile; if it is forgotten, the profile cannot be opened.</translation>
        </message>
        <message>
            <source>Mật khẩu cần ít nhất %1 ký tự.</source>
            <translation>The passphrase needs at least %1 characters.</translation>
        </message>
        <message>
            <source>Hai lần nhập chưa giống nhau.</source>
            <translation>The two entries differ.</translation>
        </message>
        <message>
            <source>Nên dùng bốn, năm từ rời nhau mà chỉ bạn nhớ.</source>
            <translation>Best are four or five unrelated words that only you remember.</translation>
        </message>
        <message>
            <source>Độ mạnh: yếu, dễ đoán. Thêm vài từ rời nhau.</source>
            <translation>Strength: weak, easily guessed. Add some unrelated words.</translation>
        </message>
        <message>
            <source>Độ mạnh: vừa.</source>
            <translation>Strength: fair.</translation>
        </message>
        <message>
            <source>Độ mạnh: tốt.</source>
            <translation>Strength: good.</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Trang văn bản</source>
            <translation>Document page</translation>
        </message>
        <message>
            <source>Trang {page} trên {count}</source>
            <translation>Page {page} of {count}</translation>
        </message>
    </context>
    <context>
        <name>PictureDialog</name>
        <message>
            <source>Thêm ảnh chữ ký</source>
            <translation>Add a signature picture</translation>
        </message>
        <message>
            <source>Sửa ảnh chữ ký</source>
            <translation>Edit a signature picture</translation>
        </message>
        <message>
            <source>&amp;Lưu</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>Từ n&amp;gày</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>Đến &amp;hết ngày</source>
            <translation>&amp;Through</translation>
        </message>
        <message>
            <source>Dùng &amp;mặc định khi ký</source>
            <translation>Use by &amp;default when signing</translation>
        </message>
        <message>
            <source>Trên giấy</source>
            <translation>On paper</translation>
        </message>
        <message>
            <source>Ảnh gốc: kéo chuột để cắt</source>
            <translation>Original: drag to crop</translation>
        </message>
        <message>
            <source>&amp;Tên</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>L&amp;oại</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>&amp;Bề rộng trên giấy</source>
            <translation>&amp;Width on paper</translation>
        </message>
        <message>
            <source>Mức &amp;xóa nền giấy</source>
            <translation>How much &amp;paper to remove</translation>
        </message>
        <message>
            <source>Cắt mép</source>
            <translation>Crop</translation>
        </message>
        <message>
            <source>Hiệu lực</source>
            <translation>Validity</translation>
        </message>
        <message>
            <source>Hiệu lực từ ngày</source>
            <translation>Valid from</translation>
        </message>
        <message>
            <source>Hiệu lực đến hết ngày</source>
            <translation>Valid through</translation>
        </message>
        <message>
            <source>trái</source>
            <translation>left</translation>
        </message>
        <message>
            <source>trên</source>
            <translation>top</translation>
        </message>
        <message>
            <source>phải</source>
            <translation>right</translation>
        </message>
        <message>
            <source>dưới</source>
            <translation>bottom</translation>
        </message>
        <message>
            <source>Cắt mép {side}</source>
            <translation>Crop {side}</translation>
        </message>
        <message>
            <source>Chưa có nét nào để giữ lại.</source>
            <translation>There is no ink to keep yet.</translation>
        </message>
        <message>
            <source>Chưa đặt tên ảnh.</source>
            <translation>The picture has no name yet.</translation>
        </message>
        <message>
            <source>Ngày hết hiệu lực trước ngày bắt đầu.</source>
            <translation>The last day is before the first one.</translation>
        </message>
        <message>
            <source>Đổi mực sang đỏ</source>
            <translation>Make the ink red</translation>
        </message>
        <message>
            <source>Đổi mực sang xanh</source>
            <translation>Make the ink blue</translation>
        </message>
    </context>
    <context>
        <name>PictureManager</name>
        <message>
            <source>Dùng được</source>
            <translation>Can be used</translation>
        </message>
        <message>
            <source>Chưa đến ngày</source>
            <translation>Not yet valid</translation>
        </message>
        <message>
            <source>Hết hiệu lực</source>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Đã ngừng dùng</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Mặc định</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>Chọn ảnh chữ ký hoặc con dấu</source>
            <translation>Choose a picture of a signature or a stamp</translation>
        </message>
        <message>
            <source>Ảnh</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>Chữ ký đầy đủ</source>
            <translation>Full signature</translation>
        </message>
        <message>
            <source>Từ %1</source>
            <translation>From %1</translation>
        </message>
        <message>
            <source>Đến %1</source>
            <translation>Until %1</translation>
        </message>
        <message>
            <source>Không thời hạn</source>
            <translation>No time limit</translation>
        </message>
        <message>
            <source>Ký nháy</source>
            <translation>Initials</translation>
        </message>
        <message>
            <source>Con dấu</source>
            <translation>Stamp</translation>
        </message>
        <message>
            <source>Không đọc được ảnh: tệp hỏng hoặc không phải ảnh. Chọn ảnh PNG, JPEG, BMP hoặc TIFF.</source>
            <translation>The picture cannot be read: the file is damaged or is no picture. Choose a PNG, JPEG, BMP or TIFF picture.</translation>
        </message>
        <message>
            <source>Ảnh quá lớn (trên 20 MB hoặc 60 triệu điểm ảnh). Quét lại ở 300 dpi, chỉ lấy phần chữ ký.</source>
            <translation>The picture is too large (over 20 MB or 60 million pixels). Scan it again at 300 dpi, the signature alone.</translation>
        </message>
        <message>
            <source>Tệp có nhiều ảnh (ảnh động hoặc nhiều trang). Chọn tệp chỉ có một ảnh chữ ký.</source>
            <translation>The file holds several pictures (an animation, or several pages). Choose a file with one picture of the signature.</translation>
        </message>
        <message>
            <source>Không còn nét nào trong phần được giữ. Giảm mức xóa nền giấy, hoặc chọn lại phần cắt.</source>
            <translation>No ink is left in the part that is kept. Remove less of the paper, or choose another part.</translation>
        </message>
        <message>
            <source>Ảnh không có nền trong suốt: nền giấy được xóa tự động, xem ở bên phải.</source>
            <translation>The picture has no transparent background: the paper is removed automatically, see at the right.</translation>
        </message>
        <message>
            <source>Ảnh dùng hệ màu in (CMYK) nên đã đổi sang hệ màu màn hình.</source>
            <translation>The picture has printing colours (CMYK); they were changed to screen colours.</translation>
        </message>
        <message>
            <source>Ảnh chỉ có hai mức đen trắng nên nét có thể gai. Nếu được, quét lại ở chế độ màu.</source>
            <translation>The picture is pure black and white, so its strokes may be ragged. Scan it again in colour if you can.</translation>
        </message>
    </context>
    <context>
        <name>PictureWindow</name>
        <message>
            <source>Ảnh chữ ký và con dấu</source>
            <translation>Signature and stamp pictures</translation>
        </message>
        <message>
            <source>Ảnh được mã hóa và chỉ giữ trên máy này. Ảnh hết hiệu lực không dùng để ký.</source>
            <translation>Pictures are encrypted and kept on this machine only. Expired ones are not used for signing.</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Hiệu lực</source>
            <translation>Validity</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>&amp;Thêm ảnh…</source>
            <translation>&amp;Add picture…</translation>
        </message>
        <message>
            <source>&amp;Sửa…</source>
            <translation>&amp;Edit…</translation>
        </message>
        <message>
            <source>Đặt &amp;mặc định</source>
            <translation>Make &amp;default</translation>
        </message>
        <message>
            <source>&amp;Ngừng dùng</source>
            <translation>&amp;Withdraw</translation>
        </message>
        <message>
            <source>&amp;Xóa…</source>
            <translation>De&amp;lete…</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Xóa ảnh</source>
            <translation>Delete picture</translation>
        </message>
        <message>
            <source>Xóa ảnh “{name}” khỏi máy này?</source>
            <translation>Delete the picture “{name}” from this machine?</translation>
        </message>
        <message>
            <source>Xóa rồi thì không lấy lại được. Nếu chỉ không dùng nữa, chọn Ngừng dùng.</source>
            <translation>Once deleted it cannot be had back. If it is merely not used any more, choose Withdraw.</translation>
        </message>
        <message>
            <source>&amp;Xóa ảnh</source>
            <translation>De&amp;lete picture</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Keep</translation>
        </message>
    </context>
    <context>
        <name>PinChangeDialog</name>
        <message>
            <source>Đổi mã PIN</source>
            <translation>Change the PIN</translation>
        </message>
        <message>
            <source>Đổi mã PIN của thiết bị ký số</source>
            <translation>Change the token's PIN</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại</source>
            <translation>Present PIN</translation>
        </message>
        <message>
            <source>Mã PIN mới</source>
            <translation>New PIN</translation>
        </message>
        <message>
            <source>Nhập lại mã PIN mới</source>
            <translation>New PIN once more</translation>
        </message>
        <message>
            <source>&amp;Hiện mã PIN</source>
            <translation>S&amp;how PIN</translation>
        </message>
        <message>
            <source>Mã PIN hiện &amp;tại</source>
            <translation>Pr&amp;esent PIN</translation>
        </message>
        <message>
            <source>Mã PIN &amp;mới</source>
            <translation>Ne&amp;w PIN</translation>
        </message>
        <message>
            <source>Nhập &amp;lại mã PIN mới</source>
            <translation>New PIN once &amp;more</translation>
        </message>
        <message>
            <source>Nên chọn số không ai đoán được; không dùng ngày sinh hay dãy số liên tiếp.</source>
            <translation>Choose a number that nobody can guess; no birthday and no run of digits.</translation>
        </message>
        <message>
            <source>Mã PIN mới dài từ %1 đến %2 ký tự.</source>
            <translation>The new PIN has %1 to %2 characters.</translation>
        </message>
        <message>
            <source>Mã PIN mới dài ít nhất %1 ký tự.</source>
            <translation>The new PIN has at least %1 characters.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Continue</translation>
        </message>
        <message>
            <source>Đổi mã &amp;PIN</source>
            <translation>Change &amp;PIN</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>Hai lần nhập mã PIN mới không giống nhau.</source>
            <translation>The two new PINs differ.</translation>
        </message>
        <message>
            <source>Đang chờ nhập mã PIN trên thiết bị…</source>
            <translation>Waiting for the PIN on the token…</translation>
        </message>
    </context>
    <context>
        <name>PinDialog</name>
        <message>
            <source>Nhập mã PIN</source>
            <translation>Enter the PIN</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị ký số</source>
            <translation>PIN of the signing token</translation>
        </message>
        <message>
            <source>&amp;Hiện mã PIN</source>
            <translation>S&amp;how PIN</translation>
        </message>
        <message>
            <source>Chỉ hỏi một lần cho cả lượt ký. Chương trình không lưu mã PIN và không tự thử lại.</source>
            <translation>Asked once for the whole batch. The program does not keep the PIN and never tries it again by itself.</translation>
        </message>
        <message>
            <source>Chương trình không lưu mã PIN và không tự thử lại.</source>
            <translation>The program neither keeps the PIN nor tries it again.</translation>
        </message>
        <message>
            <source>&amp;Mã PIN</source>
            <translation>&amp;PIN</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>&amp;Continue</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>&amp;Ký</source>
            <translation>&amp;Sign</translation>
        </message>
        <message>
            <source>%1 (sắp hết hạn)</source>
            <translation>%1 (expires soon)</translation>
        </message>
        <message>
            <source>Thiết bị</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Chứng thư của</source>
            <translation>Certificate of</translation>
        </message>
        <message>
            <source>Nơi cấp</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Có giá trị đến</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>Đã có lần nhập sai mã PIN, chỉ còn ít lần thử. Hãy nhập chậm và chắc; nếu không nhớ mã PIN, bấm Hủy.</source>
            <translation>The PIN has been wrong before and few tries are left. Type slowly and surely; if you do not remember the PIN, press Cancel.</translation>
        </message>
        <message>
            <source>Đây là lần thử cuối cùng: nhập sai lần này thiết bị sẽ bị khóa. Nếu không chắc mã PIN, bấm Hủy và hỏi đơn vị cấp chứng thư.</source>
            <translation>This is the last try: a wrong PIN now locks the token. If you are not sure of it, press Cancel and ask whoever issued the certificate.</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa; văn bản vẫn ở trong hàng chờ ký.</source>
            <translation>The token's PIN is locked after several wrong tries. Ask whoever issued the certificate to unlock it; the documents stay in the queue.</translation>
        </message>
        <message>
            <source>Mã PIN được nhập trên bàn phím của đầu đọc hoặc trong cửa sổ của nhà cung cấp. Bấm Tiếp tục, rồi nhập mã PIN ở đó.</source>
            <translation>The PIN is typed on the reader's keys or in the vendor's own window. Press Continue, then type the PIN there.</translation>
        </message>
        <message>
            <source>Mã PIN vừa gõ có chữ có dấu. Tắt bộ gõ tiếng Việt rồi gõ lại, kẻo mất một lần thử.</source>
            <translation>The PIN just typed has accented letters. Turn the Vietnamese input method off and type it again, or a try is lost.</translation>
        </message>
    </context>
    <context>
        <name>PrintFoot</name>
        <message>
            <source>Chưa có máy in</source>
            <translation>No printer</translation>
        </message>
        <message>
            <source>&amp;Máy in</source>
            <translation>Prin&amp;ter</translation>
        </message>
        <message>
            <source>&amp;Số bản</source>
            <translation>&amp;Number of copies</translation>
        </message>
        <message>
            <source>&amp;In</source>
            <translation>&amp;Print</translation>
        </message>
        <message>
            <source>&amp;Lưu PDF…</source>
            <translation>&amp;Save PDF…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Máy in “%1” không nhận. Kiểm tra máy in đã bật và có giấy, rồi in lại.</source>
            <translation>The printer “%1” did not take it. Check that it is on and has paper, then print again.</translation>
        </message>
    </context>
    <context>
        <name>PrintWindow</name>
        <message>
            <source>In lịch tuần</source>
            <translation>Print the week</translation>
        </message>
        <message>
            <source>Trang in</source>
            <translation>Printed page</translation>
        </message>
        <message>
            <source>In cả lịch &amp;chờ duyệt (%1)</source>
            <translation>Include entries waiting for &amp;approval (%1)</translation>
        </message>
        <message>
            <source>Lưu lịch tuần</source>
            <translation>Save the week</translation>
        </message>
        <message>
            <source>Không ghi được tệp %1. Chọn thư mục khác hoặc đóng tệp đang mở.</source>
            <translation>The file %1 could not be written. Choose another folder or close the open file.</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Phiếu xử lý văn bản</source>
            <translation>Handling slip</translation>
        </message>
        <message>
            <source>Văn bản mật: không in và không lưu ra ngoài từ chương trình này.</source>
            <translation>Classified document: this program neither prints it nor saves it outside.</translation>
        </message>
        <message>
            <source>Đã gửi đến máy in {name}.</source>
            <translation>Sent to the printer {name}.</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>The file could not be written to {path}. Choose another place and save again.</translation>
        </message>
        <message>
            <source>Đã lưu {name} vào {path}.</source>
            <translation>Saved {name} in {path}.</translation>
        </message>
    </context>
    <context>
        <name>ProfileKeys</name>
        <message>
            <source>Mật khẩu không đúng. Hãy nhập lại.</source>
            <translation>Wrong passphrase. Type it again.</translation>
        </message>
    </context>
    <context>
        <name>QueueList</name>
        <message>
            <source>Văn bản chờ ký</source>
            <translation>Documents to sign</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Tài khoản, cài đặt</source>
            <translation>Account, settings</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>Đang tải tệp… {done} / {size}</source>
            <translation>Downloading… {done} / {size}</translation>
        </message>
        <message>
            <source>Tải lại</source>
            <translation>Download again</translation>
        </message>
        <message>
            <source>Đã hủy tải tệp.</source>
            <translation>Download cancelled.</translation>
        </message>
        <message>
            <source>Lưu tệp ra ngoài chương trình</source>
            <translation>Save the file outside the program</translation>
        </message>
        <message>
            <source>Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.</source>
            <translation>The file could not be written to {path}. Choose another place and save again.</translation>
        </message>
        <message>
            <source>Đã lưu {name} vào {path}.</source>
            <translation>Saved {name} in {path}.</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Chọn một văn bản để xem</source>
            <translation>Choose a document to read</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Quá trình xử lý, tệp</source>
            <translation>History, files</translation>
        </message>
        <message>
            <source>Trang hay quá trình xử lý</source>
            <translation>Pages or history</translation>
        </message>
        <message>
            <source>Về danh sách (Esc)</source>
            <translation>Back to the list (Esc)</translation>
        </message>
        <message>
            <source>Quá trình xử lý</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Tệp kèm theo</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Quá trình xử lý và tệp kèm theo</source>
            <translation>History and attachments</translation>
        </message>
        <message>
            <source>Chữ ký số</source>
            <translation>Signatures</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Chưa ghi lý do.</source>
            <translation>Write the reason.</translation>
        </message>
    </context>
    <context>
        <name>ReceiveDialog</name>
        <message>
            <source>Tiếp nhận, vào sổ</source>
            <translation>Receive and register</translation>
        </message>
        <message>
            <source>&amp;Tiếp nhận</source>
            <translation>&amp;Receive</translation>
        </message>
        <message>
            <source>&amp;Sổ đăng ký</source>
            <translation>Re&amp;gister</translation>
        </message>
        <message>
            <source>số tiếp theo</source>
            <translation>next number</translation>
        </message>
        <message>
            <source>Số đế&amp;n</source>
            <translation>&amp;Arrival number</translation>
        </message>
        <message>
            <source>Tiếp nhận xong thì &amp;chuyển xử lý ngay</source>
            <translation>&amp;Transfer right after receiving</translation>
        </message>
        <message>
            <source>Chưa có sổ văn bản đến. Báo quản trị lập sổ.</source>
            <translation>There is no incoming register yet. Ask the administrator to open one.</translation>
        </message>
        <message>
            <source>Số {number} đã dùng. Để trống để lấy số tiếp theo.</source>
            <translation>Number {number} is used. Leave it empty to take the next one.</translation>
        </message>
        <message>
            <source>Số đến tiếp theo: {number}</source>
            <translation>Next arrival number: {number}</translation>
        </message>
        <message>
            <source>Chờ cấp số: số đến được cấp khi có mạng, không cần làm lại.</source>
            <translation>Waiting for a number: the arrival number is given when the line is up; nothing has to be repeated.</translation>
        </message>
        <message>
            <source>Số còn trống trong sổ: {gaps}</source>
            <translation>Free numbers in the register: {gaps}</translation>
        </message>
    </context>
    <context>
        <name>RecipientModel</name>
        <message numerus="yes">
            <source>Nhóm: %1 (%n đơn vị)</source>
            <translation>
                <numerusform>Group: %1 (%n unit)</numerusform>
                <numerusform>Group: %1 (%n units)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecipientPicker</name>
        <message>
            <source>Gõ để tìm đơn vị, nhóm…</source>
            <translation>Type to find a unit or a group…</translation>
        </message>
        <message>
            <source>Tìm nơi nhận</source>
            <translation>Find a recipient</translation>
        </message>
        <message>
            <source>Đơn vị nhận văn bản</source>
            <translation>Units that receive the document</translation>
        </message>
        <message>
            <source>Bỏ chọn hết</source>
            <translation>Clear all</translation>
        </message>
        <message>
            <source>Lưu thành nhóm…</source>
            <translation>Save as group…</translation>
        </message>
        <message>
            <source>Chưa chọn nơi nhận nào.</source>
            <translation>No recipient chosen yet.</translation>
        </message>
        <message numerus="yes">
            <source> và %n đơn vị khác</source>
            <translation>
                <numerusform> and %n more unit</numerusform>
                <numerusform> and %n more units</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã chọn %1: %2</source>
            <translation>Chosen %1: %2</translation>
        </message>
        <message>
            <source>Lưu thành nhóm</source>
            <translation>Save as group</translation>
        </message>
        <message>
            <source>Tên nhóm nơi nhận:</source>
            <translation>Name of the group:</translation>
        </message>
        <message>
            <source>Lưu</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Hủy</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Recipients</name>
        <message>
            <source>Cơ quan Đảng cấp tỉnh</source>
            <translation>Party bodies of the province</translation>
        </message>
        <message>
            <source>Đảng ủy các xã, phường, đặc khu</source>
            <translation>Party committees of communes, wards and special zones</translation>
        </message>
        <message>
            <source>Cơ quan nhà nước cấp tỉnh</source>
            <translation>State bodies of the province</translation>
        </message>
        <message>
            <source>Ủy ban nhân dân các xã, phường, đặc khu</source>
            <translation>People's committees of communes, wards and special zones</translation>
        </message>
        <message>
            <source>Ủy ban MTTQ Việt Nam các xã, phường, đặc khu</source>
            <translation>Fatherland Front committees of communes, wards and special zones</translation>
        </message>
    </context>
    <context>
        <name>RemarkLayer</name>
        <message>
            <source>Trang dự thảo, nơi viết góp ý</source>
            <translation>Page of the draft, where remarks are written</translation>
        </message>
        <message>
            <source>Trang %1: %2</source>
            <translation>Page %1: %2</translation>
        </message>
        <message>
            <source>khung trên trang</source>
            <translation>box on the page</translation>
        </message>
    </context>
    <context>
        <name>RemarkPanel</name>
        <message>
            <source>Danh sách góp ý</source>
            <translation>List of remarks</translation>
        </message>
        <message>
            <source>Góp ý trước (Alt+↑)</source>
            <translation>Previous remark (Alt+↑)</translation>
        </message>
        <message>
            <source>Góp ý sau (Alt+↓)</source>
            <translation>Next remark (Alt+↓)</translation>
        </message>
        <message>
            <source>Nội dung góp ý</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>Gõ ý kiến, nếu có</source>
            <translation>Type a remark, if any</translation>
        </message>
        <message>
            <source>&amp;Xóa góp ý này</source>
            <translation>&amp;Delete this remark</translation>
        </message>
        <message>
            <source>Rút &amp;lại góp ý này</source>
            <translation>&amp;Withdraw this remark</translation>
        </message>
        <message>
            <source>Nội dung tiếp thu hoặc giải trình</source>
            <translation>What was done, or why not</translation>
        </message>
        <message>
            <source>Giải trình phải ghi lý do</source>
            <translation>An explanation must give the reason</translation>
        </message>
        <message>
            <source>Đã &amp;tiếp thu</source>
            <translation>&amp;Accepted</translation>
        </message>
        <message>
            <source>&amp;Giải trình</source>
            <translation>&amp;Explain</translation>
        </message>
        <message>
            <source>Góp ý (%1)</source>
            <translation>Remarks (%1)</translation>
        </message>
        <message>
            <source>Nội dung góp ý %1</source>
            <translation>Remark %1</translation>
        </message>
        <message>
            <source>Trả lời góp ý %1</source>
            <translation>Answer to remark %1</translation>
        </message>
    </context>
    <context>
        <name>RemarkTools</name>
        <message>
            <source>Chọn</source>
            <translation>Select</translation>
        </message>
        <message>
            <source>Chọn góp ý đã có trên trang (V)</source>
            <translation>Select remarks on the page (V)</translation>
        </message>
        <message>
            <source>Bút</source>
            <translation>Pen</translation>
        </message>
        <message>
            <source>Viết tay bằng chuột hoặc bút (B)</source>
            <translation>Write by mouse or pen (B)</translation>
        </message>
        <message>
            <source>Tô sáng</source>
            <translation>Highlight</translation>
        </message>
        <message>
            <source>Tô sáng chữ (H)</source>
            <translation>Highlight text (H)</translation>
        </message>
        <message>
            <source>Gạch chân</source>
            <translation>Underline</translation>
        </message>
        <message>
            <source>Gạch chân chữ (U)</source>
            <translation>Underline text (U)</translation>
        </message>
        <message>
            <source>Gạch bỏ</source>
            <translation>Strike out</translation>
        </message>
        <message>
            <source>Gạch bỏ chữ (S)</source>
            <translation>Strike out text (S)</translation>
        </message>
        <message>
            <source>Khung</source>
            <translation>Box</translation>
        </message>
        <message>
            <source>Đóng khung một phần trang (K)</source>
            <translation>Draw a box around a part of the page (K)</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Ghi chú tại một chỗ trên trang (N)</source>
            <translation>Note at a place on the page (N)</translation>
        </message>
        <message>
            <source>Hoàn tác (Ctrl+Z)</source>
            <translation>Undo (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Làm lại (Ctrl+Y)</source>
            <translation>Redo (Ctrl+Y)</translation>
        </message>
    </context>
    <context>
        <name>RemarkWindow</name>
        <message>
            <source>Góp ý dự thảo</source>
            <translation>Remark on draft</translation>
        </message>
        <message>
            <source>Dự thảo</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Góp ý</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>Trang hay danh sách góp ý</source>
            <translation>Page or list of remarks</translation>
        </message>
        <message>
            <source>Bản dự thảo</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>&amp;In bản góp ý…</source>
            <translation>&amp;Print with remarks…</translation>
        </message>
        <message>
            <source>&amp;Chuyển sang bản này</source>
            <translation>&amp;Move to this version</translation>
        </message>
        <message>
            <source>&amp;Gửi góp ý</source>
            <translation>&amp;Send remarks</translation>
        </message>
        <message>
            <source>Gửi và t&amp;rả lại người soạn…</source>
            <translation>Send and &amp;return to the author…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Gửi %1 góp ý</source>
            <translation>&amp;Send %1 remarks</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>Viết tay</source>
            <translation>Handwriting</translation>
        </message>
        <message>
            <source>Tô sáng</source>
            <translation>Highlight</translation>
        </message>
        <message>
            <source>Gạch chân</source>
            <translation>Underline</translation>
        </message>
        <message>
            <source>Gạch bỏ</source>
            <translation>Strike out</translation>
        </message>
        <message>
            <source>Khung</source>
            <translation>Box</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Góp ý loại khác ({kind})</source>
            <translation>Another kind of remark ({kind})</translation>
        </message>
        <message>
            <source>trang {page}</source>
            <translation>page {page}</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>đã tiếp thu</source>
            <translation>accepted</translation>
        </message>
        <message>
            <source>đã giải trình</source>
            <translation>explained</translation>
        </message>
        <message>
            <source>chưa xử lý</source>
            <translation>not dealt with</translation>
        </message>
        <message>
            <source>&amp;Góp ý (%1)</source>
            <translation>&amp;Remarks (%1)</translation>
        </message>
        <message>
            <source>&amp;Góp ý</source>
            <translation>&amp;Remarks</translation>
        </message>
        <message>
            <source>&amp;Góp ý dự thảo</source>
            <translation>Draft &amp;remarks</translation>
        </message>
        <message numerus="yes">
            <source>Xem &amp;góp ý (còn %n)</source>
            <translation>
                <numerusform>See &amp;remarks (%n open)</numerusform>
                <numerusform>See &amp;remarks (%n open)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Xem &amp;góp ý (%n)</source>
            <translation>
                <numerusform>See &amp;remarks (%n)</numerusform>
                <numerusform>See &amp;remarks (%n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n góp ý chưa gửi, được giữ trên máy này.</source>
            <translation>
                <numerusform>%n remark was not sent; it is kept on this computer.</numerusform>
                <numerusform>%n remarks were not sent; they are kept on this computer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Dự thảo vừa có bản mới. Chọn bản hiện tại để xem.</source>
            <translation>The draft has a new version. Choose the present one to see it.</translation>
        </message>
        <message>
            <source>Đang mở dự thảo…</source>
            <translation>Opening the draft…</translation>
        </message>
        <message>
            <source>Tải lại</source>
            <translation>Download again</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n góp ý chưa gửi; văn bản không còn chờ ký nên không gửi được nữa.</source>
            <translation>
                <numerusform>%n remark were not sent; the document no longer waits for signature, so they cannot be.</numerusform>
                <numerusform>%n remarks were not sent; the document no longer waits for signature, so they cannot be.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa có góp ý nào</source>
            <translation>No remarks yet</translation>
        </message>
        <message>
            <source>Chọn công cụ rồi viết lên trang; hoặc dùng phím mũi tên đi đến dòng, gõ N.</source>
            <translation>Choose a tool and write on the page; or go to a line with the arrow keys and press N.</translation>
        </message>
        <message>
            <source>Bản này không có góp ý</source>
            <translation>This version has no remarks</translation>
        </message>
        <message>
            <source>Bản hiện tại</source>
            <translation>Present version</translation>
        </message>
        <message>
            <source>Bản góp ý {when}</source>
            <translation>Version with remarks of {when}</translation>
        </message>
        <message>
            <source>Bản đang góp ý dở</source>
            <translation>Version with unsent remarks</translation>
        </message>
        <message>
            <source>In bản góp ý</source>
            <translation>Print with remarks</translation>
        </message>
        <message>
            <source>Đã chuyển góp ý sang bản này. Xem lại từng chỗ trước khi gửi.</source>
            <translation>The remarks were moved to this version. Check each place before you send them.</translation>
        </message>
        <message numerus="yes">
            <source>Đã gửi %n góp ý trên dự thảo.</source>
            <translation>
                <numerusform>%n remark on the draft sent.</numerusform>
                <numerusform>%n remarks on the draft sent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>The document was returned to its author.</translation>
        </message>
        <message>
            <source>Góp ý chưa gửi được viết trên bản trước. Chuyển sang bản này hoặc xóa trước khi viết tiếp.</source>
            <translation>Unsent remarks were written on an earlier version. Move them to this one or delete them before you go on.</translation>
        </message>
        <message numerus="yes">
            <source>Gửi kèm %n góp ý đã viết trên dự thảo.</source>
            <translation>
                <numerusform>Sent with %n remark written on the draft.</numerusform>
                <numerusform>Sent with %n remarks written on the draft.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Lưu báo cáo chẩn đoán</source>
            <translation>Save the diagnostic report</translation>
        </message>
        <message>
            <source>Tệp nén</source>
            <translation>Zip file</translation>
        </message>
        <message>
            <source>Không lưu được báo cáo vào %1. %2 Chọn chỗ khác rồi lưu lại.</source>
            <translation>The report could not be saved in %1. %2 Choose another place and save it again.</translation>
        </message>
        <message>
            <source>Đã lưu báo cáo: %1</source>
            <translation>The report was saved: %1</translation>
        </message>
        <message>
            <source>Trong thư vừa mở, hãy đính kèm tệp này rồi gửi.</source>
            <translation>Attach this file to the message that has just opened, and send it.</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán Tác nghiệp</source>
            <translation>Diagnostic report of Tác nghiệp</translation>
        </message>
        <message>
            <source>Đã dừng gửi. Báo cáo chưa được gửi đi.</source>
            <translation>Sending was stopped. The report was not sent.</translation>
        </message>
        <message>
            <source>Chưa gửi được báo cáo. %1 Gửi lại sau, hoặc lưu ra tệp để chuyển cách khác.</source>
            <translation>The report was not sent. %1 Send it again later, or save it to a file and hand it over in another way.</translation>
        </message>
        <message>
            <source>Đã gửi báo cáo tới %1.</source>
            <translation>The report was sent to %1.</translation>
        </message>
        <message>
            <source>Mã tiếp nhận: %1.</source>
            <translation>Its reference: %1.</translation>
        </message>
        <message numerus="yes">
            <source>Đã bỏ %n chỗ</source>
            <translation>
                <numerusform>%n places taken out</numerusform>
                <numerusform>%n places taken out</numerusform>
            </translation>
        </message>
        <message>
            <source>Không tới được máy chủ nhận báo cáo.</source>
            <translation>The server for reports cannot be reached.</translation>
        </message>
        <message>
            <source>Không tìm thấy máy chủ nhận báo cáo.</source>
            <translation>The server for reports was not found.</translation>
        </message>
        <message>
            <source>Máy chủ nhận báo cáo không trả lời kịp.</source>
            <translation>The server for reports did not answer in time.</translation>
        </message>
        <message>
            <source>Đường truyền bị ngắt giữa chừng.</source>
            <translation>The line was cut half-way.</translation>
        </message>
        <message>
            <source>Máy chủ chỉ sang địa chỉ khác, chương trình không gửi theo.</source>
            <translation>The server names another address, and the program does not send there.</translation>
        </message>
        <message>
            <source>Chứng thư của máy chủ nhận báo cáo không được máy này tin cậy.</source>
            <translation>This computer does not trust the certificate of the server for reports.</translation>
        </message>
        <message>
            <source>Địa chỉ nhận báo cáo trong chính sách không dùng được.</source>
            <translation>The address for reports in the policy cannot be used.</translation>
        </message>
        <message>
            <source>Địa chỉ nhận báo cáo không phải https.</source>
            <translation>The address for reports is not https.</translation>
        </message>
        <message>
            <source>Máy chủ không cho gửi.</source>
            <translation>The server does not let reports be sent.</translation>
        </message>
        <message>
            <source>Máy chủ không nhận (mã %1).</source>
            <translation>The server did not take it (status %1).</translation>
        </message>
        <message>
            <source>Báo cáo lớn hơn mức máy chủ cho phép.</source>
            <translation>The report is larger than the server allows.</translation>
        </message>
        <message>
            <source>Không lập được báo cáo (%1). Đóng chương trình, mở lại rồi thử lần nữa.</source>
            <translation>The report could not be made (%1). Close the program, start it again and try once more.</translation>
        </message>
        <message>
            <source>Đây là toàn bộ nội dung báo cáo. Tên người, tên máy, số, trích yếu, mã PIN, mật khẩu đã được bỏ; chỗ đã bỏ được đánh dấu. Hãy xem qua rồi lưu hoặc gửi; chương trình không tự gửi đi.</source>
            <translation>This is all that the report holds. Names of persons and of the computer, numbers, subjects, PINs and passwords were taken out, and the places are marked. Look through it, then save or send it; the program sends nothing by itself.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Báo cáo hoàn thành</source>
            <translation>Report completion</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Report progress</translation>
        </message>
        <message>
            <source>&amp;Báo hoàn thành</source>
            <translation>Report &amp;completion</translation>
        </message>
        <message>
            <source>&amp;Gửi báo cáo</source>
            <translation>&amp;Send report</translation>
        </message>
        <message>
            <source>Tiến độ</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>&amp;Tiến độ</source>
            <translation>&amp;Progress</translation>
        </message>
        <message>
            <source>&amp;Kết quả</source>
            <translation>&amp;Result</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Text</translation>
        </message>
        <message>
            <source>Chưa ghi kết quả.</source>
            <translation>Write the result.</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung báo cáo.</source>
            <translation>Write the report.</translation>
        </message>
    </context>
    <context>
        <name>ReportPane</name>
        <message>
            <source>Các tệp trong báo cáo</source>
            <translation>Files of the report</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message>
            <source>Tiến độ</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán</source>
            <translation>Diagnostic report</translation>
        </message>
        <message>
            <source>Đang làm gì thì gặp lỗi? Không ghi tên người, số hay nội dung văn bản.</source>
            <translation>What were you doing? Write no names, numbers or content of documents.</translation>
        </message>
        <message>
            <source>Mô &amp;tả thêm (không bắt buộc)</source>
            <translation>&amp;More in your words (optional)</translation>
        </message>
        <message>
            <source>&amp;Lưu báo cáo…</source>
            <translation>&amp;Save the report…</translation>
        </message>
        <message>
            <source>&amp;Gửi cho cơ quan</source>
            <translation>Send to the o&amp;ffice</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Dừng gửi</source>
            <translation>S&amp;top sending</translation>
        </message>
        <message>
            <source>&amp;Sao chép tệp này</source>
            <translation>&amp;Copy this file</translation>
        </message>
        <message>
            <source>Đang xem máy, thiết bị ký, kho dữ liệu và nhật ký. Việc này có thể mất đến một phút.</source>
            <translation>Looking at the computer, signing tokens, the store and the logs. This may take up to a minute.</translation>
        </message>
        <message>
            <source>Đang gửi báo cáo… %1 %</source>
            <translation>Sending the report… %1 %</translation>
        </message>
    </context>
    <context>
        <name>ResultBar</name>
        <message>
            <source>Ký &amp;tiếp</source>
            <translation>&amp;Go on signing</translation>
        </message>
        <message>
            <source>&amp;Bỏ</source>
            <translation>&amp;Drop</translation>
        </message>
        <message>
            <source>Không ký tiếp lô này; các văn bản chưa ký vẫn ở hàng chờ</source>
            <translation>Do not go on with this batch; what is not signed stays in the queue</translation>
        </message>
        <message>
            <source>Xem kết &amp;quả…</source>
            <translation>See &amp;results…</translation>
        </message>
        <message>
            <source>Ký lại %1 văn bản &amp;lỗi</source>
            <translation>Sign the %1 &amp;failed documents again</translation>
        </message>
    </context>
    <context>
        <name>ResultsDialog</name>
        <message>
            <source>Kết quả ký</source>
            <translation>Results of signing</translation>
        </message>
        <message>
            <source>Số, ký hiệu</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Trích yếu</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Kết quả từng văn bản</source>
            <translation>Result of each document</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Sao chép danh sách</source>
            <translation>&amp;Copy list</translation>
        </message>
        <message>
            <source>&amp;Lưu danh sách…</source>
            <translation>&amp;Save list…</translation>
        </message>
    </context>
    <context>
        <name>RootFacts</name>
        <message>
            <source>Dấu vân tay SHA-256</source>
            <translation>SHA-256 fingerprint</translation>
        </message>
        <message>
            <source>Cơ quan: {organization}</source>
            <translation>Organisation: {organization}</translation>
        </message>
        <message>
            <source>Do {issuer} cấp</source>
            <translation>Issued by {issuer}</translation>
        </message>
        <message>
            <source>{kind}, hiệu lực {period}</source>
            <translation>{kind}, valid {period}</translation>
        </message>
        <message>
            <source>Dấu vân tay SHA-256: {mark}</source>
            <translation>SHA-256 fingerprint: {mark}</translation>
        </message>
    </context>
    <context>
        <name>Roots</name>
        <message>
            <source>Chọn tệp chứng thư gốc</source>
            <translation>Choose a file of root certificates</translation>
        </message>
        <message>
            <source>Chứng thư (*.cer *.crt *.pem *.der *.p7b *.p7c)</source>
            <translation>Certificates (*.cer *.crt *.pem *.der *.p7b *.p7c)</translation>
        </message>
        <message>
            <source>gốc</source>
            <translation>root</translation>
        </message>
        <message>
            <source>trung gian</source>
            <translation>intermediate</translation>
        </message>
        <message>
            <source>cơ quan quy định</source>
            <translation>set by the office</translation>
        </message>
        <message>
            <source>thêm ở máy này</source>
            <translation>added on this machine</translation>
        </message>
        <message>
            <source>văn phòng thực hành</source>
            <translation>practice office</translation>
        </message>
        <message>
            <source>tin cậy</source>
            <translation>trusted</translation>
        </message>
        <message>
            <source>hết hạn</source>
            <translation>expired</translation>
        </message>
        <message>
            <source>Đã hết hạn: chỉ còn dùng để kiểm tra chữ ký có dấu thời gian trước ngày hết hạn.</source>
            <translation>Expired: used only for signatures time-stamped before its end.</translation>
        </message>
        <message>
            <source>chưa hiệu lực</source>
            <translation>not yet valid</translation>
        </message>
        <message>
            <source>Chưa đến ngày hiệu lực. Kiểm tra ngày giờ của máy.</source>
            <translation>Its period has not begun. Check this machine's date and time.</translation>
        </message>
        <message>
            <source>chưa đối chiếu</source>
            <translation>not compared</translation>
        </message>
        <message>
            <source>Chưa ai đối chiếu dấu vân tay, nên chưa được tính. Bấm “Đối chiếu dấu vân tay…”.</source>
            <translation>Nobody has compared the fingerprint, so it does not count yet. Press “Compare fingerprint…”.</translation>
        </message>
        <message>
            <source>không dùng</source>
            <translation>not used</translation>
        </message>
        <message>
            <source>Chứng thư thực hành không bao giờ được tính trong công việc thật, và ngược lại. Gỡ tệp này.</source>
            <translation>A practice certificate never counts in real work, nor the other way round. Remove this file.</translation>
        </message>
        <message>
            <source>Không đọc được: {names}. Thay bằng tệp chứng thư đúng (PEM, DER, P7B) hoặc xóa tệp.</source>
            <translation>Cannot be read: {names}. Replace them by certificate files (PEM, DER, P7B) or delete them.</translation>
        </message>
        <message>
            <source>Không ghi được danh sách chứng thư gốc. Kiểm tra ổ đĩa và quyền ghi rồi thử lại.</source>
            <translation>The list of root certificates could not be written. Check the disk and your rights, then try again.</translation>
        </message>
        <message>
            <source>Tệp không chứa chứng thư nào. Chọn tệp PEM, DER hoặc P7B của đơn vị cấp.</source>
            <translation>The file holds no certificate. Choose a PEM, DER or P7B file of the issuer.</translation>
        </message>
        <message>
            <source>Tệp quá lớn, không phải tệp chứng thư. Chọn tệp khác.</source>
            <translation>The file is too large for certificates. Choose another.</translation>
        </message>
        <message>
            <source>Không đọc được tệp. Kiểm tra đường dẫn và quyền đọc.</source>
            <translation>The file cannot be read. Check its path and your rights.</translation>
        </message>
        <message>
            <source>Đây là chứng thư của một người hay một máy, không phải của đơn vị cấp. Chọn chứng thư gốc.</source>
            <translation>This is a person's or a machine's certificate, not an issuer's. Choose a root certificate.</translation>
        </message>
        <message>
            <source>Chứng thư thực hành không được dùng trong công việc thật.</source>
            <translation>Practice certificates do not count in real work.</translation>
        </message>
        <message>
            <source>Văn phòng thực hành chỉ dùng chứng thư thực hành.</source>
            <translation>The practice office uses practice certificates only.</translation>
        </message>
        <message>
            <source>Cơ quan quy định chứng thư gốc; không thay đổi được ở máy này.</source>
            <translation>The office sets the root certificates; they cannot be changed on this machine.</translation>
        </message>
        <message>
            <source>Đối chiếu dấu vân tay trước đã.</source>
            <translation>Compare the fingerprint first.</translation>
        </message>
        <message>
            <source>Chứng thư này không có trong danh sách thêm ở máy này.</source>
            <translation>This certificate is not among those added on this machine.</translation>
        </message>
        <message>
            <source>Chứng thư trong tệp đã có trong danh sách tin cậy.</source>
            <translation>The file's certificates are in the list already.</translation>
        </message>
    </context>
    <context>
        <name>SalvageWindow</name>
        <message>
            <source>Việc chưa gửi được cứu lại</source>
            <translation>Recovered unsent acts</translation>
        </message>
        <message>
            <source>Tệp giữ việc chưa gửi bị hỏng và đã được cứu lại</source>
            <translation>The file of unsent acts was damaged and has been recovered</translation>
        </message>
        <message>
            <source>Việc được giữ và việc bị mất</source>
            <translation>Acts kept and acts lost</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Việc</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>Về</source>
            <translation>About</translation>
        </message>
        <message>
            <source>&amp;Lưu thành tệp…</source>
            <translation>&amp;Save as file…</translation>
        </message>
        <message>
            <source>&amp;In…</source>
            <translation>&amp;Print…</translation>
        </message>
        <message>
            <source>Tôi đã đọ&amp;c</source>
            <translation>I &amp;have read this</translation>
        </message>
        <message>
            <source>Bị mất, làm lại</source>
            <translation>Lost, do again</translation>
        </message>
        <message>
            <source>Còn giữ</source>
            <translation>Kept</translation>
        </message>
    </context>
    <context>
        <name>Schedule</name>
        <message>
            <source>&amp;Duyệt</source>
            <translation>&amp;Approve</translation>
        </message>
        <message>
            <source>Điều &amp;chỉnh</source>
            <translation>Ad&amp;just</translation>
        </message>
        <message>
            <source>&amp;Không duyệt</source>
            <translation>&amp;Refuse</translation>
        </message>
        <message>
            <source>&amp;Sửa</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>Đã duyệt lịch.</source>
            <translation>Entry approved.</translation>
        </message>
        <message numerus="yes">
            <source>Đã duyệt %n lịch.</source>
            <translation>
                <numerusform>%n entry approved.</numerusform>
                <numerusform>%n entries approved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n lịch bị trùng, cần xem riêng.</source>
            <translation>
                <numerusform>%n clashing entry is left to look at.</numerusform>
                <numerusform>%n clashing entries are left to look at.</numerusform>
            </translation>
        </message>
        <message>
            <source>Không duyệt lịch</source>
            <translation>Refuse the schedule entry</translation>
        </message>
        <message>
            <source>&amp;Lý do</source>
            <translation>Rea&amp;son</translation>
        </message>
        <message>
            <source>Đã trả lại lịch, kèm lý do.</source>
            <translation>Entry refused, with the reason.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch công tác</source>
            <translation>Adjust the schedule entry</translation>
        </message>
        <message>
            <source>Đăng ký lịch công tác</source>
            <translation>New schedule entry</translation>
        </message>
        <message>
            <source>Đã điều chỉnh lịch.</source>
            <translation>Entry adjusted.</translation>
        </message>
        <message>
            <source>Đã gửi lịch, chờ Chánh Văn phòng duyệt.</source>
            <translation>Entry sent; it waits for the chief of office.</translation>
        </message>
        <message>
            <source>Đã in lịch tuần: {where}</source>
            <translation>Week printed: {where}</translation>
        </message>
        <message>
            <source>Xuất lịch tuần ra iCalendar</source>
            <translation>Export the week as iCalendar</translation>
        </message>
        <message>
            <source>Lịch công tác {organ}</source>
            <translation>Schedule of {organ}</translation>
        </message>
        <message>
            <source>Không ghi được tệp {path}. Chọn thư mục khác.</source>
            <translation>The file {path} could not be written. Choose another folder.</translation>
        </message>
        <message>
            <source>Đã xuất lịch tuần: {path}</source>
            <translation>Week exported: {path}</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>Lãnh đạo dự</source>
            <translation>Leaders attending</translation>
        </message>
        <message>
            <source>Thành phần</source>
            <translation>Participants</translation>
        </message>
        <message>
            <source>Chuẩn bị</source>
            <translation>Preparation</translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>Chờ duyệt</source>
            <translation>Waiting for approval</translation>
        </message>
        <message>
            <source>Đã duyệt</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Đã điều chỉnh</source>
            <translation>Adjusted</translation>
        </message>
        <message>
            <source>Không duyệt</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Sáng</source>
            <translation>Morning</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Afternoon</translation>
        </message>
        <message>
            <source>Cả ngày</source>
            <translation>All day</translation>
        </message>
        <message>
            <source>GM {n}</source>
            <translation>GM {n}</translation>
        </message>
        <message>
            <source>xe {n}</source>
            <translation>car {n}</translation>
        </message>
        <message>
            <source>trùng giờ {name}</source>
            <translation>{name} has another entry</translation>
        </message>
        <message>
            <source>trùng {what}</source>
            <translation>{what} is taken</translation>
        </message>
        <message>
            <source>{what}: {hours} {title} ({chair} chủ trì)</source>
            <translation>{what}: {hours} {title} (chaired by {chair})</translation>
        </message>
        <message>
            <source>{what}: {hours} {title}</source>
            <translation>{what}: {hours} {title}</translation>
        </message>
        <message>
            <source>Tuần này chưa có lịch nào ghi địa điểm</source>
            <translation>No entry of this week names a place</translation>
        </message>
        <message>
            <source>Tuần này chưa có lịch nào dùng xe</source>
            <translation>No entry of this week uses a car</translation>
        </message>
        <message>
            <source>Tuần này không có lịch nào của bạn</source>
            <translation>You have no entries this week</translation>
        </message>
        <message>
            <source>Lịch công tác tuần {n}</source>
            <translation>Schedule of week {n}</translation>
        </message>
        <message>
            <source>Chưa có lãnh đạo nào trong danh bạ</source>
            <translation>The directory has no leaders yet</translation>
        </message>
        <message>
            <source>chờ duyệt</source>
            <translation>waiting for approval</translation>
        </message>
        <message>
            <source>không duyệt</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>Thời gian</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Địa điểm</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Xe</source>
            <translation>Car</translation>
        </message>
        <message>
            <source>Lái xe</source>
            <translation>Driver</translation>
        </message>
        <message>
            <source>Số giấy mời</source>
            <translation>Invitation number</translation>
        </message>
        <message>
            <source>Người đăng ký</source>
            <translation>Entered by</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source> (chưa gửi)</source>
            <translation> (not sent)</translation>
        </message>
        <message>
            <source>Ý kiến duyệt</source>
            <translation>Approval note</translation>
        </message>
    </context>
    <context>
        <name>ScheduleDesk</name>
        <message>
            <source>Lịch công tác</source>
            <translation>Schedule</translation>
        </message>
        <message>
            <source>Tuần trước (Alt+←)</source>
            <translation>Previous week (Alt+←)</translation>
        </message>
        <message>
            <source>Tuần sau (Alt+→)</source>
            <translation>Next week (Alt+→)</translation>
        </message>
        <message>
            <source>Theo lãnh đạo</source>
            <translation>By leader</translation>
        </message>
        <message>
            <source>Theo phòng họp</source>
            <translation>By room</translation>
        </message>
        <message>
            <source>Xe</source>
            <translation>Cars</translation>
        </message>
        <message>
            <source>Của tôi</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>T&amp;uần này</source>
            <translation>This &amp;week</translation>
        </message>
        <message>
            <source>Đăn&amp;g ký lịch</source>
            <translation>&amp;New entry</translation>
        </message>
        <message>
            <source>&amp;In lịch tuần</source>
            <translation>&amp;Print week</translation>
        </message>
        <message>
            <source>&amp;Xuất iCalendar</source>
            <translation>E&amp;xport iCalendar</translation>
        </message>
        <message>
            <source>Về tuần này (Alt+Home)</source>
            <translation>Back to this week (Alt+Home)</translation>
        </message>
        <message>
            <source>Du&amp;yệt cả tuần (%1)</source>
            <translation>Approve wee&amp;k (%1)</translation>
        </message>
        <message>
            <source>&amp;Mở</source>
            <translation>&amp;Open</translation>
        </message>
    </context>
    <context>
        <name>ScheduleDialog</name>
        <message>
            <source>&amp;Lưu điều chỉnh</source>
            <translation>Sa&amp;ve adjustment</translation>
        </message>
        <message>
            <source>&amp;Gửi duyệt</source>
            <translation>&amp;Submit for approval</translation>
        </message>
        <message>
            <source>Đăng ký lịch công tác</source>
            <translation>New schedule entry</translation>
        </message>
        <message>
            <source>N&amp;gày</source>
            <translation>Da&amp;y</translation>
        </message>
        <message>
            <source>Theo giờ</source>
            <translation>By the hour</translation>
        </message>
        <message>
            <source>Sáng</source>
            <translation>Morning</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Afternoon</translation>
        </message>
        <message>
            <source>Cả ngày</source>
            <translation>All day</translation>
        </message>
        <message>
            <source>Từ giờ</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Đến giờ</source>
            <translation>To</translation>
        </message>
        <message>
            <source>&amp;Thời gian</source>
            <translation>&amp;Time</translation>
        </message>
        <message>
            <source>&amp;Nội dung</source>
            <translation>&amp;Content</translation>
        </message>
        <message>
            <source>Lãnh đạo dự</source>
            <translation>Leaders attending</translation>
        </message>
        <message>
            <source>&amp;Chủ trì</source>
            <translation>C&amp;hair</translation>
        </message>
        <message>
            <source>Lãnh đạo &amp;dự</source>
            <translation>&amp;Leaders</translation>
        </message>
        <message>
            <source>Thành &amp;phần</source>
            <translation>&amp;Participants</translation>
        </message>
        <message>
            <source>Đị&amp;a điểm</source>
            <translation>Pl&amp;ace</translation>
        </message>
        <message>
            <source>Số giấy &amp;mời</source>
            <translation>&amp;Invitation</translation>
        </message>
        <message>
            <source>Chuẩn &amp;bị</source>
            <translation>Pr&amp;eparation</translation>
        </message>
        <message>
            <source>&amp;Xe</source>
            <translation>Ca&amp;r</translation>
        </message>
        <message>
            <source>Lá&amp;i xe</source>
            <translation>&amp;Driver</translation>
        </message>
        <message>
            <source>G&amp;hi chú</source>
            <translation>N&amp;otes</translation>
        </message>
        <message>
            <source>Bắt buộc: điều chỉnh gì, vì sao</source>
            <translation>Required: what is adjusted, and why</translation>
        </message>
        <message>
            <source>Lý do điề&amp;u chỉnh</source>
            <translation>Adj&amp;ustment</translation>
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>Chưa ghi nội dung.</source>
            <translation>Write the content.</translation>
        </message>
        <message>
            <source>Chưa chọn người chủ trì.</source>
            <translation>Choose the chair.</translation>
        </message>
        <message>
            <source>Giờ kết thúc phải sau giờ bắt đầu.</source>
            <translation>The end must be after the start.</translation>
        </message>
        <message>
            <source>Điều chỉnh lịch phải ghi lý do.</source>
            <translation>An adjustment needs a reason.</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Gõ số, ký hiệu, trích yếu, tên người hoặc tên lệnh.</source>
            <translation>Type a number, notation, subject, person or command.</translation>
        </message>
        <message>
            <source>Không tìm thấy. Thử ít từ hơn, hoặc chỉ gõ số và ký hiệu.</source>
            <translation>Nothing found. Try fewer words, or only number and notation.</translation>
        </message>
        <message>
            <source>Mất kết nối: chỉ tìm được trong những gì lưu trên máy này.</source>
            <translation>No connection: only what is kept on this computer was searched.</translation>
        </message>
        <message>
            <source>Tìm cả ở hệ thống trung tâm</source>
            <translation>Search the central system too</translation>
        </message>
        <message>
            <source>Văn bản xong trước {day} không lưu trên máy này</source>
            <translation>Documents finished before {day} are not kept on this computer</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm</source>
            <translation>Central system</translation>
        </message>
        <message>
            <source>Đang tìm ở hệ thống trung tâm…</source>
            <translation>Searching the central system…</translation>
        </message>
        <message>
            <source>Hệ thống trung tâm không có thêm văn bản nào khớp.</source>
            <translation>The central system has no other document that matches.</translation>
        </message>
        <message>
            <source>Ở hệ thống trung tâm, chưa lưu trên máy này</source>
            <translation>In the central system, not kept on this computer</translation>
        </message>
        <message>
            <source>Đang tải văn bản từ hệ thống trung tâm…</source>
            <translation>Fetching the document from the central system…</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Tasks</translation>
        </message>
        <message>
            <source>Lịch công tác</source>
            <translation>Schedule</translation>
        </message>
        <message>
            <source>Người</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Lệnh</source>
            <translation>Commands</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Tìm văn bản, người, lệnh…</source>
            <translation>Find documents, people, commands…</translation>
        </message>
        <message>
            <source>Tìm văn bản, người, lệnh</source>
            <translation>Find documents, people, commands</translation>
        </message>
    </context>
    <context>
        <name>SearchPopup</name>
        <message>
            <source>Kết quả tìm</source>
            <translation>Search results</translation>
        </message>
        <message>
            <source>↑ ↓ chọn · Enter mở · Esc đóng · gõ không dấu cũng tìm được</source>
            <translation>↑ ↓ choose · Enter open · Esc close · also found without diacritics</translation>
        </message>
    </context>
    <context>
        <name>SecondStart</name>
        <message>
            <source>&amp;Thử lại</source>
            <translation>&amp;Try again</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở ở một phiên đăng nhập khác</source>
            <translation>Tác nghiệp is open in another session</translation>
        </message>
        <message>
            <source>Tài khoản máy này đang mở Tác nghiệp ở một phiên khác trên cùng máy (ví dụ qua Remote Desktop). Một hồ sơ chỉ mở được ở một nơi. Sang phiên đó làm việc tiếp, hoặc thoát Tác nghiệp ở đó rồi bấm Thử lại.</source>
            <translation>This Windows account has Tác nghiệp open in another session on this computer (through Remote Desktop, say). A profile opens in one place only. Go on working there, or quit Tác nghiệp there and choose Try again.</translation>
        </message>
        <message>
            <source>Tác nghiệp đang mở nhưng không trả lời</source>
            <translation>Tác nghiệp is open but does not answer</translation>
        </message>
        <message>
            <source>Cửa sổ đang mở bận hoặc bị treo nên chưa nhận yêu cầu này. Chờ một phút rồi bấm Thử lại. Nếu vẫn vậy: mở Trình quản lý tác vụ (Ctrl+Shift+Esc), chọn Tác nghiệp, bấm Kết thúc tác vụ, rồi mở lại chương trình. Việc chưa gửi đã nằm an toàn trên máy, không mất.</source>
            <translation>The open window is busy or hangs and has not taken this request. Wait a minute, then choose Try again. If it stays so: open Task Manager (Ctrl+Shift+Esc), choose Tác nghiệp, End task, and start the program again. Unsent work is safe on this computer; nothing is lost.</translation>
        </message>
    </context>
    <context>
        <name>SessionWatch</name>
        <message>
            <source>Khóa hồ sơ</source>
            <translation>Locking the profile</translation>
        </message>
    </context>
    <context>
        <name>SettingRow</name>
        <message>
            <source>Tự tìm</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Chọn…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Chọn tệp: %1</source>
            <translation>Choose a file: %1</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Do cơ quan đặt khi cài đặt cho mọi người dùng máy này</source>
            <translation>Set by the office at installation, for all users of this computer</translation>
        </message>
        <message>
            <source>Thư viện</source>
            <translation>Library</translation>
        </message>
        <message>
            <source>Do cơ quan quy định. Chính sách ghi sai giá trị nên đang giữ mức an toàn.</source>
            <translation>Set by your office. The policy holds a value that cannot be used, so the safe one is kept.</translation>
        </message>
        <message>
            <source>Do cơ quan quy định</source>
            <translation>Set by your office</translation>
        </message>
        <message>
            <source>Chỉ người quản trị của cơ quan đặt được</source>
            <translation>Only your office's administrator can set this</translation>
        </message>
        <message>
            <source>Mặc định của cơ quan</source>
            <translation>Your office's default</translation>
        </message>
        <message>
            <source>Mặc định của cơ quan: {value}</source>
            <translation>Your office's default: {value}</translation>
        </message>
        <message>
            <source>Dùng mặc định của cơ quan</source>
            <translation>Use the office's default</translation>
        </message>
        <message>
            <source>Bật</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Tắt</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>Ảnh chữ ký và con dấu</source>
            <translation>Signature and stamp pictures</translation>
        </message>
        <message>
            <source>Thêm ảnh, đặt cỡ và ngày hiệu lực. Ảnh được mã hóa, chỉ giữ trên máy này.</source>
            <translation>Add pictures, set their size and dates of validity. They are encrypted and kept on this machine only.</translation>
        </message>
        <message>
            <source>&amp;Quản lý ảnh…</source>
            <translation>&amp;Manage pictures…</translation>
        </message>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Trusted root certificates</translation>
        </message>
        <message>
            <source>Xem, đối chiếu, thêm hoặc gỡ chứng thư gốc dùng để kiểm tra chữ ký số.</source>
            <translation>See, compare, add or remove the root certificates by which signatures are judged.</translation>
        </message>
        <message>
            <source>Mở danh sách…</source>
            <translation>Open the list…</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Cài đặt</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Nhóm cài đặt</source>
            <translation>Groups of settings</translation>
        </message>
        <message>
            <source>Thay đổi có hiệu lực ngay.</source>
            <translation>Changes take effect at once.</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message numerus="yes">
            <source>%n chưa gửi</source>
            <translation>
                <numerusform>%n not sent</numerusform>
                <numerusform>%n not sent</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã đồng bộ {time}</source>
            <translation>Synchronised {time}</translation>
        </message>
        <message>
            <source>Đang đồng bộ</source>
            <translation>Synchronising</translation>
        </message>
        <message numerus="yes">
            <source>Đang gửi %n việc</source>
            <translation>
                <numerusform>Sending %n</numerusform>
                <numerusform>Sending %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Đang nhận {n}/{total}</source>
            <translation>Receiving {n}/{total}</translation>
        </message>
        <message>
            <source>Đang nhận {n}</source>
            <translation>Receiving {n}</translation>
        </message>
        <message>
            <source>Thử lại lúc {time}</source>
            <translation>Trying again at {time}</translation>
        </message>
        <message numerus="yes">
            <source>Cần xem lại %n việc</source>
            <translation>
                <numerusform>%n needs attention</numerusform>
                <numerusform>%n need attention</numerusform>
            </translation>
        </message>
        <message>
            <source>Cần đăng nhập lại</source>
            <translation>Sign in again</translation>
        </message>
        <message>
            <source>Mất kết nối</source>
            <translation>Line down</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi, vẫn giữ trên máy</source>
            <translation>
                <numerusform>%n not sent, kept on this computer</numerusform>
                <numerusform>%n not sent, kept on this computer</numerusform>
            </translation>
        </message>
        <message>
            <source>Tự thử lại lúc {time}</source>
            <translation>Tries again by itself at {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần xem lại</source>
            <translation>
                <numerusform>%n act need you</numerusform>
                <numerusform>%n acts need you</numerusform>
            </translation>
        </message>
        <message>
            <source>Mạng Internet</source>
            <translation>Internet</translation>
        </message>
        <message>
            <source>Mạng chuyên dùng</source>
            <translation>Dedicated network</translation>
        </message>
        <message>
            <source>Máy này chỉ dùng một mạng, do cơ quan đặt khi cài đặt.</source>
            <translation>This computer uses one network only, set by your agency at installation.</translation>
        </message>
        <message numerus="yes">
            <source>Có %n văn bản mới đến.</source>
            <translation>
                <numerusform>%n new document has arrived.</numerusform>
                <numerusform>%n new documents have arrived.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đăng nhập lại</source>
            <translation>Sign in again</translation>
        </message>
        <message numerus="yes">
            <source>Có %n việc không được chấp nhận hoặc chưa gửi được. Nội dung vẫn được giữ.</source>
            <translation>
                <numerusform>%n piece of work was not accepted or could not be sent. What you typed is kept.</numerusform>
                <numerusform>%n pieces of work were not accepted or could not be sent. What you typed is kept.</numerusform>
            </translation>
        </message>
        <message>
            <source>Xem lại</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>Chính sách của máy này mâu thuẫn: cho xử lý văn bản mật nhưng máy không ở mạng chuyên dùng. Văn bản mật vẫn bị chặn; báo quản trị sửa lại chính sách.</source>
            <translation>This computer's policy contradicts itself: it allows classified documents on a computer that is not on the dedicated network. They stay blocked; ask the administrator to mend the policy.</translation>
        </message>
        <message numerus="yes">
            <source>Hệ thống trung tâm đã gửi %n nội dung mật đến máy không được giữ. Nội dung đã bị chặn, không lưu trên máy. Báo ngay cho người phụ trách bảo vệ bí mật và quản trị hệ thống.</source>
            <translation>
                <numerusform>The central system sent %n classified item to a computer that may not hold them. They were blocked and not stored. Tell the security officer and the system's administrator at once.</numerusform>
                <numerusform>The central system sent %n classified items to a computer that may not hold them. They were blocked and not stored. Tell the security officer and the system's administrator at once.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã báo</source>
            <translation>Reported</translation>
        </message>
        <message numerus="yes">
            <source>Đồng hồ máy này lệch %n phút. Hạn xử lý vẫn tính theo giờ trung tâm; hãy chỉnh lại giờ máy.</source>
            <translation>
                <numerusform>This computer's clock is %n minute off. Deadlines follow the central system's time; please set the clock.</numerusform>
                <numerusform>This computer's clock is %n minutes off. Deadlines follow the central system's time; please set the clock.</numerusform>
            </translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần trên máy, có chỗ thì tự tải tiếp.</source>
            <translation>The disk is full, so no files are fetched for now; acts are still sent. Delete files you do not need on this computer: fetching goes on by itself when there is room.</translation>
        </message>
    </context>
    <context>
        <name>SignatureCard</name>
        <message>
            <source>Về bản hiện tại</source>
            <translation>Back to the present version</translation>
        </message>
        <message>
            <source>Xem bản tại thời điểm ký</source>
            <translation>See it as it was signed</translation>
        </message>
    </context>
    <context>
        <name>SignatureOverlay</name>
        <message>
            <source>Vị trí chữ ký trên trang; phím mũi tên để chỉnh, Page Up và Page Down để sang trang khác</source>
            <translation>Place of the signature on the page; arrow keys move it, Page Up and Page Down take it to another page</translation>
        </message>
        <message>
            <source>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; rộng {width}, cao {height} mm</source>
            <translation>Page {page}: {left} mm from the left edge, {bottom} mm from the lower edge; {width} mm wide, {height} mm high</translation>
        </message>
        <message>
            <source>Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; trùm {part} % chữ ký</source>
            <translation>Page {page}: {left} mm from the left edge, {bottom} mm from the lower edge; covers {part} % of the signature</translation>
        </message>
        <message>
            <source>Trái {left}, dưới {bottom}; {width} × {height} mm</source>
            <translation>Left {left}, bottom {bottom}; {width} × {height} mm</translation>
        </message>
        <message>
            <source>Trái {left}, dưới {bottom} mm; trùm {part} %</source>
            <translation>Left {left}, bottom {bottom} mm; covers {part} %</translation>
        </message>
    </context>
    <context>
        <name>SignedPage</name>
        <message>
            <source>Việc ký bị trả lại hoặc rút lại thì tệp đã ký được giữ ở đây và không gửi lại. Nếu còn cần, ký lại văn bản.</source>
            <translation>When a signing act comes back or is withdrawn, the signed file is kept here and not sent again. If it is still needed, sign the document anew.</translation>
        </message>
        <message>
            <source>Ký lúc</source>
            <translation>Signed at</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Tệp đã ký để riêng</source>
            <translation>Signed files set aside</translation>
        </message>
        <message>
            <source>Không có tệp đã ký nào để riêng</source>
            <translation>No signed file is set aside</translation>
        </message>
        <message>
            <source>&amp;Mở tệp</source>
            <translation>Op&amp;en file</translation>
        </message>
        <message>
            <source>&amp;Lưu bản sao…</source>
            <translation>&amp;Save a copy…</translation>
        </message>
        <message>
            <source>&amp;Bỏ tệp…</source>
            <translation>&amp;Discard file…</translation>
        </message>
        <message>
            <source>Bỏ tệp đã ký</source>
            <translation>Discard the signed file</translation>
        </message>
        <message>
            <source>Bỏ hẳn tệp {name}?</source>
            <translation>Discard {name} for good?</translation>
        </message>
        <message>
            <source>Tệp chỉ có trên máy này. Bỏ rồi thì không lấy lại được.</source>
            <translation>The file is on this computer only. Once discarded it cannot be brought back.</translation>
        </message>
        <message numerus="yes">
            <source>%n tệp khác ký cùng việc này cũng bị bỏ.</source>
            <translation>
                <numerusform>%n other file signed for the same act are let go, too.</numerusform>
                <numerusform>%n other files signed for the same act are let go, too.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Bỏ tệp</source>
            <translation>&amp;Discard</translation>
        </message>
        <message>
            <source>&amp;Giữ lại</source>
            <translation>&amp;Keep</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>Đã ký, chưa gửi được vì máy không ghi được. Bản đã ký còn giữ trên máy, không ký lại: nếu ổ đĩa đầy thì xóa bớt tệp không cần, rồi bấm ký lần nữa hoặc mở lại chương trình để gửi.</source>
            <translation>Signed, but not sent, because this machine could not write. The signed copy is kept on this machine and is not signed again: if the disk is full, delete files you do not need, then press sign once more or restart the program to send it.</translation>
        </message>
        <message>
            <source>Đã thay bằng ý kiến ký sau; bản ký trước bị bỏ, không gửi.</source>
            <translation>Replaced by a directive signed later; what was signed before was dropped and not sent.</translation>
        </message>
        <message>
            <source>Bản đã ký được giữ nguyên trên máy, không gửi lại: mở Việc chưa gửi, thẻ Tệp đã ký để riêng, để xem, lưu bản sao hoặc bỏ.</source>
            <translation>The signed file is kept on this machine as it is and is not sent again: open Unsent work, page Signed files set aside, to look at it, save a copy or let it go.</translation>
        </message>
        <message>
            <source>Không mở được tệp điều khiển thiết bị ký số. Cài lại phần mềm của nhà cung cấp thiết bị (đúng bản 64 bit), hoặc chọn tệp khác trong mục Thiết bị ký số.</source>
            <translation>The token's driver file could not be opened. Install the vendor's software again (the 64-bit edition), or choose another file under Signing token.</translation>
        </message>
        <message>
            <source>Phần mềm điều khiển thiết bị ký số đã dừng đột ngột. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lặp lại, cài lại phần mềm của nhà cung cấp.</source>
            <translation>The token's driver stopped suddenly. Pull the token out, put it back and go on signing; if it happens again, reinstall the vendor's software.</translation>
        </message>
        <message>
            <source>Thiết bị ký số không trả lời nên chương trình đã ngắt. Rút thiết bị, cắm lại rồi ký tiếp.</source>
            <translation>The token did not answer and was let go. Pull it out, put it back and go on signing.</translation>
        </message>
        <message>
            <source>Phần mềm điều khiển thiết bị ký số trả lời sai quy cách nên không được dùng. Cài lại phần mềm của nhà cung cấp, hoặc chọn tệp khác trong mục Thiết bị ký số.</source>
            <translation>The signing token's driver answers against its standard and is not used. Install its vendor's program again, or choose another file under Signing token.</translation>
        </message>
        <message>
            <source>Tệp điều khiển là bản 32 bit, chương trình này là bản 64 bit. Cài bản 64 bit của nhà cung cấp thiết bị.</source>
            <translation>The driver is a 32-bit one and this program is 64-bit. Install the 64-bit one of the token's vendor.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đang bận vì chương trình khác dùng nó. Đóng chương trình đó (phần mềm quản lý thiết bị, trình duyệt) rồi thử lại.</source>
            <translation>The signing token is busy: another program uses it. Close that program (the token's own manager, a browser) and try again.</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số của người đang đăng nhập. Cắm thiết bị vào cổng USB rồi ký lại.</source>
            <translation>The token of the person signed in was not found. Put it into a USB port and sign again.</translation>
        </message>
        <message>
            <source>Thiết bị ký số đã bị rút ra khi đang ký. Cắm lại thiết bị rồi ký tiếp các văn bản còn lại.</source>
            <translation>The token was pulled out while signing. Put it back and sign what is left.</translation>
        </message>
        <message>
            <source>Thiết bị ký số báo lỗi. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</source>
            <translation>The token reports an error. Pull it out, put it back and go on signing; if it stays, ask whoever issued the certificate.</translation>
        </message>
        <message>
            <source>Thiết bị có chứng thư nhưng không có khóa bí mật đi kèm, không ký được. Liên hệ đơn vị cấp chứng thư.</source>
            <translation>The token holds the certificate but not its private key and cannot sign. Ask whoever issued the certificate.</translation>
        </message>
        <message>
            <source>Thiết bị trả về chữ ký không khớp với chứng thư nên chữ ký đó không được dùng. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.</source>
            <translation>What the token signed does not match its certificate, so it was not used. Pull the token out, put it back and sign again; if the error stays, ask whoever issued the certificate.</translation>
        </message>
        <message>
            <source>Thiết bị không hỗ trợ thuật toán ký mà cơ quan đã chọn. Chọn thuật toán khác trong Cài đặt, mục Ký số.</source>
            <translation>The token cannot sign with the algorithm your agency chose. Choose another in Settings, Signing.</translation>
        </message>
        <message>
            <source>Thiết bị hỏi lại mã PIN. Bấm Ký để nhập mã PIN và ký tiếp các văn bản còn lại.</source>
            <translation>The token asks for the PIN again. Press Sign to type it and sign what is left.</translation>
        </message>
        <message>
            <source>Mã PIN không đúng. Chương trình không tự thử lại; hãy xem lại mã PIN rồi bấm Ký.</source>
            <translation>Wrong PIN. The program does not try again by itself; make sure of the PIN, then press Sign.</translation>
        </message>
        <message>
            <source>Mã PIN không đúng, thiết bị chỉ còn một lần thử cuối cùng: nhập sai nữa sẽ bị khóa. Chương trình không tự thử lại; nếu không chắc mã PIN, hỏi đơn vị cấp chứng thư trước khi ký lại.</source>
            <translation>Wrong PIN, and the token has one last try left: another wrong one locks it. The program does not try again by itself; unless you are sure of the PIN, ask whoever issued the certificate before you sign again.</translation>
        </message>
        <message>
            <source>Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa.</source>
            <translation>The token's PIN is locked after several wrong tries. Ask whoever issued the certificate to unlock it.</translation>
        </message>
        <message>
            <source>Thiết bị yêu cầu đổi mã PIN trước khi ký. Bấm Đổi mã PIN trong mục Thiết bị ký số, rồi ký lại.</source>
            <translation>The token wants its PIN changed before it signs. Press Change PIN under Signing token, then sign again.</translation>
        </message>
        <message>
            <source>Thiết bị ký số chưa được đặt mã PIN. Liên hệ đơn vị cấp chứng thư chữ ký số.</source>
            <translation>The signing token has no PIN yet. Ask whoever issued its certificate.</translation>
        </message>
        <message>
            <source>Thiết bị không nhận mã PIN mới: độ dài hoặc ký tự không đúng quy định của thiết bị. Mã PIN cũ vẫn còn dùng.</source>
            <translation>The token refuses the new PIN: its length or its characters are not what the token wants. The old PIN still holds.</translation>
        </message>
        <message>
            <source>Thiết bị không cho đổi mã PIN tại đây. Dùng phần mềm của nhà cung cấp, hoặc liên hệ đơn vị cấp chứng thư.</source>
            <translation>The token does not let its PIN be changed here. Use its vendor's program, or ask whoever issued its certificate.</translation>
        </message>
        <message>
            <source>Chưa nhập mã PIN nên chưa ký. Văn bản vẫn ở trong hàng chờ ký.</source>
            <translation>No PIN was typed, so nothing was signed. The documents stay in the queue.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số đã hết hạn, không được dùng để ký. Đề nghị cơ quan làm thủ tục gia hạn.</source>
            <translation>The certificate has expired and may not be used. Ask your agency to renew it.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số chưa đến ngày có hiệu lực. Kiểm tra ngày giờ của máy tính này.</source>
            <translation>The certificate is not valid yet. Check this computer's date and time.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số đã bị thu hồi, không được dùng để ký. Liên hệ đơn vị cấp chứng thư.</source>
            <translation>The certificate has been revoked and may not be used. Ask whoever issued it.</translation>
        </message>
        <message>
            <source>Chứng thư trên thiết bị không phải của người đang đăng nhập. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</source>
            <translation>The certificate on the token is not that of the person signed in. Use the token issued to you; do not use another person's.</translation>
        </message>
        <message>
            <source>Chứng thư trên thiết bị không dùng để ký văn bản được. Chọn chứng thư khác ở mục Thiết bị ký số.</source>
            <translation>The certificate on the token cannot sign documents. Choose another under Signing token.</translation>
        </message>
        <message>
            <source>Không mở được tệp khóa thực hành: tệp hỏng hoặc mã PIN không đúng.</source>
            <translation>The practice key could not be opened: the file is damaged or the PIN is wrong.</translation>
        </message>
        <message>
            <source>Không đọc được tệp PDF. Trả lại văn bản để người soạn xuất lại tệp PDF.</source>
            <translation>The PDF file cannot be read. Return the document, so that its author exports the PDF again.</translation>
        </message>
        <message>
            <source>Tệp này không phải tệp PDF. Trả lại văn bản để người soạn xuất ra PDF rồi trình lại.</source>
            <translation>This file is no PDF. Return the document so that its author exports a PDF and submits it again.</translation>
        </message>
        <message>
            <source>Tệp PDF không có trang nào. Trả lại văn bản để người soạn xuất lại tệp PDF.</source>
            <translation>The PDF has no pages. Return the document so that its author exports it again.</translation>
        </message>
        <message>
            <source>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Trả lại để người soạn giảm dung lượng ảnh quét hoặc tách phụ lục thành tệp riêng.</source>
            <translation>The PDF is larger than %{limit} MB, too large for an office machine to sign. Return it so that its author makes the scans smaller or puts the attachments into files of their own.</translation>
        </message>
        <message>
            <source>Tệp PDF có hơn %{limit} trang. Trả lại để người soạn tách phụ lục thành tệp riêng.</source>
            <translation>The PDF has more than %{limit} pages. Return it so that its author puts the attachments into files of their own.</translation>
        </message>
        <message>
            <source>Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. Trả lại để người soạn in ra PDF thường.</source>
            <translation>The PDF is an XFA form: what it shows depends on the program that opens it, so it cannot be signed. Return it so that its author prints it to a plain PDF.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Trả lại để người soạn xuất lại tệp không có mã lệnh.</source>
            <translation>The PDF holds scripts or starts programs, so it could change after signing. Return it so that its author exports it without them.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu nên không ký được. Trả lại để người soạn bỏ mật khẩu.</source>
            <translation>The PDF file has a password and cannot be signed. Return it, so that its author removes the password.</translation>
        </message>
        <message>
            <source>Tệp PDF mở xem được nhưng bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Trả lại để người soạn xuất bản không đặt hạn chế.</source>
            <translation>The PDF can be read, but restricts changes or printing, so it cannot be signed. Return it so that its author exports one without restrictions.</translation>
        </message>
        <message>
            <source>Tệp PDF đã có chữ ký khóa tệp, không ký thêm được. Trả lại để người soạn dùng tệp chưa ký.</source>
            <translation>The PDF file is locked by a signature and takes no more. Return it, so that its author uses an unsigned file.</translation>
        </message>
        <message>
            <source>Tệp PDF không có chỗ để ghi số và ngày. Trả lại để người soạn nộp lại tệp qua mục Dự thảo.</source>
            <translation>The PDF file has no place for number and date. Return it, so that its author hands it in again under Drafts.</translation>
        </message>
        <message>
            <source>Trên trang in “%{printed}”, văn bản được cấp “%{given}”. Trả lại để người soạn in lại đúng số, ngày đã cấp.</source>
            <translation>The page says “%{printed}”, the document was given “%{given}”. Send it back to be printed with the number and date it was given.</translation>
        </message>
        <message>
            <source>Lãnh đạo chưa ký, hoặc tệp đã thay đổi sau khi lãnh đạo ký. Chỉ ký số cơ quan khi văn bản đã được ký duyệt.</source>
            <translation>The leader has not signed, or the file changed afterwards. The agency signature is given only to approved documents.</translation>
        </message>
        <message>
            <source>Chữ ký trên tệp là của “%{name}”, không phải của người ký duyệt, nên chưa ký số cơ quan. Báo người soạn trình lại để đúng người ký; nếu người ký vừa đổi chứng thư, báo người quản trị.</source>
            <translation>The signature on the file is that of “%{name}” and not the approver's, so the agency did not sign. Tell its author to submit it again to the right person; if that person's certificate was just changed, tell the administrator.</translation>
        </message>
        <message>
            <source>Chứng thư mà “%{name}” đã dùng để ký duyệt bị thu hồi nên chưa ký số cơ quan. Báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</source>
            <translation>The certificate that “%{name}” approved with has been revoked, so the agency did not sign. Tell its author to submit it again, so that the leader signs with a good certificate.</translation>
        </message>
        <message>
            <source>Chữ ký của “%{name}” không hợp lệ: chứng thư hết hạn, bị giả hoặc không dùng để ký được. Chưa ký số cơ quan; báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.</source>
            <translation>The signature of “%{name}” is not valid: its certificate had expired, is false or may not sign. The agency did not sign; tell its author to submit it again, so that the leader signs with a good certificate.</translation>
        </message>
        <message>
            <source>Vị trí chữ ký nằm ngoài trang. Chọn lại vị trí rồi ký.</source>
            <translation>The signature lies outside the page. Choose its position again, then sign.</translation>
        </message>
        <message>
            <source>Đã ký. Dịch vụ dấu thời gian chưa trả lời; dấu thời gian sẽ được bổ sung sau.</source>
            <translation>Signed. The time-stamping service has not answered; the time stamp will be added later.</translation>
        </message>
        <message>
            <source>Chuỗi chứng thư không đúng: nơi cấp đã hết hạn hoặc bị giả. Báo người quản trị, đề nghị cấp lại.</source>
            <translation>The certificate chain does not hold: its issuer has expired or is forged. Tell your administrator and ask for a new certificate.</translation>
        </message>
        <message>
            <source>Đã ký, nhưng chữ ký không có dấu thời gian: dịch vụ chưa trả lời. Tệp ngoài hệ thống không được bổ sung sau; cần dấu thời gian thì ký lại tệp gốc khi dịch vụ hoạt động.</source>
            <translation>Signed, but without a time-stamp: the service did not answer. It is not added later to a file from elsewhere; if one is needed, sign the source again when the service works.</translation>
        </message>
        <message>
            <source>Đã ký, nhưng chưa lưu đủ dữ liệu kiểm tra lâu dài vào tệp. Tệp ngoài hệ thống không được bổ sung sau; cần thì ký lại tệp gốc khi có mạng.</source>
            <translation>Signed, but the file lacks some of what later checks need. It is not added later to a file from elsewhere; if it is needed, sign the source again when online.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa hỏi được tình trạng chứng thư của người ký; người nhận sẽ tự kiểm tra khi mở tệp.</source>
            <translation>Signed. The state of the signer's certificate could not be asked for; recipients will check it when they open the file.</translation>
        </message>
        <message>
            <source>Tệp hỏng hoặc không phải PDF nên không ký được. Mở thử tệp, hoặc xin lại tệp từ nơi gửi.</source>
            <translation>The file is damaged or no PDF, so it cannot be signed. Try to open it, or ask the sender for it again.</translation>
        </message>
        <message>
            <source>Tệp này không phải PDF. Xuất tệp ra PDF rồi thêm lại.</source>
            <translation>This file is no PDF. Export it as PDF and add it again.</translation>
        </message>
        <message>
            <source>Tệp PDF có mật khẩu nên không ký được. Bỏ mật khẩu của tệp, hoặc xin bản không có mật khẩu.</source>
            <translation>The PDF has a password, so it cannot be signed. Remove the password, or ask for a copy without one.</translation>
        </message>
        <message>
            <source>Tệp PDF bị hạn chế sửa đổi nên không ký được. Xin bản không đặt hạn chế từ nơi gửi.</source>
            <translation>The PDF restricts changes, so it cannot be signed. Ask the sender for a copy without restrictions.</translation>
        </message>
        <message>
            <source>Tệp PDF không có trang nào. Xin lại tệp từ nơi gửi.</source>
            <translation>The PDF has no pages. Ask the sender for it again.</translation>
        </message>
        <message>
            <source>Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Giảm dung lượng ảnh quét rồi thêm lại.</source>
            <translation>The PDF is larger than %{limit} MB, more than an office computer's memory can sign. Make its scans smaller and add it again.</translation>
        </message>
        <message>
            <source>Tệp PDF có quá nhiều trang. Tách tệp rồi thêm lại.</source>
            <translation>The PDF has too many pages. Split it and add it again.</translation>
        </message>
        <message>
            <source>Tệp là biểu mẫu XFA, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</source>
            <translation>The file is an XFA form, whose content may change by itself. Print it to a new PDF and sign that.</translation>
        </message>
        <message>
            <source>Tệp PDF có mã lệnh, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó.</source>
            <translation>The PDF holds scripts, so its content may change by itself. Print it to a new PDF and sign that.</translation>
        </message>
        <message>
            <source>Tệp PDF đã có chữ ký khóa tệp: người ký trước không cho ký thêm. Ký vào bản chưa khóa.</source>
            <translation>An earlier signature locks this PDF against further ones. Sign a copy that is not locked.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại tệp rồi ký.</source>
            <translation>The file was replaced after it was opened. Look at it again, then sign.</translation>
        </message>
        <message>
            <source>Không đọc được tệp: tệp đã bị xóa, đổi tên, hoặc ổ đĩa không còn kết nối. Kiểm tra rồi thêm lại.</source>
            <translation>The file cannot be read: it was deleted or renamed, or its drive is gone. Check, and add it again.</translation>
        </message>
        <message>
            <source>Đã ký nhưng không ghi được bản ký vào %{folder}. Bấm Nơi lưu để chọn nơi khác rồi ký lại tệp này.</source>
            <translation>Signed, but the copy could not be written to %{folder}. Press Save in to choose another place, then sign this file again.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa lưu đủ dữ liệu kiểm tra vào tệp; chương trình sẽ bổ sung sau.</source>
            <translation>Signed. Not all validation data could be kept in the file; the program adds it later.</translation>
        </message>
        <message>
            <source>Đã ký. Chưa hỏi được tình trạng chứng thư; chương trình sẽ hỏi lại trước khi phát hành.</source>
            <translation>Signed. The certificate's status could not be asked; the program will ask again before issuing.</translation>
        </message>
        <message>
            <source>Đã ký. Máy này chưa có chứng thư gốc tin cậy nên chưa kiểm tra được chứng thư của người ký.</source>
            <translation>Signed. This computer has no trusted root certificates, so the signer's certificate could not be checked.</translation>
        </message>
        <message>
            <source>Đã ký. Nơi cấp chứng thư chưa có trong danh sách tin cậy của cơ quan; báo người quản trị.</source>
            <translation>Signed. The certificate's issuer is not in your agency's trust list; tell the administrator.</translation>
        </message>
        <message>
            <source>Đã ký. Chứng thư của nơi cấp có vấn đề; báo người quản trị kiểm tra trước khi phát hành.</source>
            <translation>Signed. There is a problem with the issuer's certificate; have the administrator check it before issuing.</translation>
        </message>
        <message>
            <source>Ổ đĩa đã đầy nên không ghi được tệp đã ký; tệp gốc còn nguyên. Xóa bớt tệp không cần trên máy rồi ký tiếp.</source>
            <translation>The disk is full, so the signed file could not be written; the original is as it was. Delete files that are not needed, then go on signing.</translation>
        </message>
        <message>
            <source>Không ký được. Thử ký lại; nếu còn lỗi, báo người quản trị.</source>
            <translation>It could not be signed. Try again; if it still fails, tell the administrator.</translation>
        </message>
        <message>
            <source>Chưa có vị trí ký: không tìm thấy tên người ký trên trang. Chọn ở mục Vị trí.</source>
            <translation>No position yet: the signer's name was not found on the page. Choose it under Position.</translation>
        </message>
        <message>
            <source>Tên người ký xuất hiện %{count} lần: chọn vị trí ở mục Vị trí.</source>
            <translation>The signer's name appears %{count} times: choose under Position.</translation>
        </message>
        <message>
            <source>Tệp chưa tải về máy và đang mất kết nối. Ký khi có mạng.</source>
            <translation>The file has not been downloaded and the line is down. Sign when it is up.</translation>
        </message>
        <message>
            <source>Không còn tệp này ở máy chủ. Báo người soạn nộp lại.</source>
            <translation>The server no longer has this file. Ask the author to hand it in again.</translation>
        </message>
        <message>
            <source>Lượt ký đã dừng trước khi ký văn bản này. Bấm Ký tiếp để ký.</source>
            <translation>The batch ended before this document was signed. Press Go on signing.</translation>
        </message>
        <message>
            <source>Văn bản không còn trong hàng chờ ký: có người đã xử lý trước.</source>
            <translation>The document is no longer in the queue: somebody has handled it.</translation>
        </message>
        <message>
            <source>Văn bản này không do người đang đăng nhập ký.</source>
            <translation>This document is not for the person signed in to sign.</translation>
        </message>
        <message>
            <source>Văn bản chưa có số. Cấp số trước khi ký số cơ quan.</source>
            <translation>The document has no number. Number it before the agency signature.</translation>
        </message>
        <message>
            <source>Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số.</source>
            <translation>The document waits for its arrival number. Confirm it when the number has been granted.</translation>
        </message>
        <message>
            <source>Không lập được bản sao giống hệt bản gốc từ tệp này nên chưa sao. In văn bản ra giấy rồi quét để sao.</source>
            <translation>No copy that looks exactly like the original can be made of this file, so none was made. Print the document and scan it to copy it.</translation>
        </message>
        <message>
            <source>Không ký được phụ lục “%{name}”: tệp hỏng, quá lớn, có mật khẩu, có mã lệnh hoặc đã khóa. Chưa tệp nào của văn bản này được ký; trả lại để người soạn thay tệp.</source>
            <translation>Attachment “%{name}” cannot be signed: it is damaged, too large, needs a password, holds scripts or is locked. No file of this document was signed; return it so that its author replaces the file.</translation>
        </message>
        <message>
            <source>Tệp đã được thay sau khi mở. Xem lại văn bản rồi ký.</source>
            <translation>The file was replaced after it was opened. Look at the document again, then sign.</translation>
        </message>
        <message>
            <source>Thiết bị không ký được bằng chứng thư của chủ hồ sơ này. Cắm đúng thiết bị rồi bấm lại.</source>
            <translation>The device does not sign with the certificate of this profile's owner. Plug in the right device and press again.</translation>
        </message>
        <message>
            <source>Đã ký, chưa gửi được</source>
            <translation>Signed, not sent</translation>
        </message>
        <message>
            <source>Đã ký, bị từ chối</source>
            <translation>Signed, refused</translation>
        </message>
        <message>
            <source>Bỏ qua: chưa chọn vị trí</source>
            <translation>Skipped: no position chosen</translation>
        </message>
        <message>
            <source>Chưa ký: thiết bị bị rút</source>
            <translation>Not signed: token pulled out</translation>
        </message>
        <message>
            <source>Chưa ký: không thấy thiết bị</source>
            <translation>Not signed: no token</translation>
        </message>
        <message>
            <source>Chưa ký: sai mã PIN</source>
            <translation>Not signed: wrong PIN</translation>
        </message>
        <message>
            <source>Chưa ký: mã PIN bị khóa</source>
            <translation>Not signed: PIN locked</translation>
        </message>
        <message>
            <source>Chưa ký</source>
            <translation>Not signed</translation>
        </message>
        <message>
            <source>Chưa ký: chưa có tệp</source>
            <translation>Not signed: no file yet</translation>
        </message>
        <message>
            <source>Chưa ký: không còn tệp</source>
            <translation>Not signed: file is gone</translation>
        </message>
        <message>
            <source>Chưa ký: không đọc được tệp</source>
            <translation>Not signed: file not readable</translation>
        </message>
        <message>
            <source>Lỗi: không ghi được tệp</source>
            <translation>Error: file not written</translation>
        </message>
        <message>
            <source>Từ chối: lãnh đạo chưa ký</source>
            <translation>Refused: leader has not signed</translation>
        </message>
        <message>
            <source>Từ chối: không đúng người ký duyệt</source>
            <translation>Refused: not the approver's signature</translation>
        </message>
        <message>
            <source>Từ chối: chứng thư bị thu hồi</source>
            <translation>Refused: certificate revoked</translation>
        </message>
        <message>
            <source>Từ chối: chữ ký lãnh đạo không hợp lệ</source>
            <translation>Refused: leader's signature not valid</translation>
        </message>
        <message>
            <source>Từ chối: chưa có số</source>
            <translation>Refused: no number yet</translation>
        </message>
        <message>
            <source>Từ chối: chờ cấp số đến</source>
            <translation>Refused: waits for its number</translation>
        </message>
        <message>
            <source>Lỗi: phụ lục không ký được</source>
            <translation>Fault: attachment cannot be signed</translation>
        </message>
        <message>
            <source>Lỗi: tệp có mật khẩu</source>
            <translation>Error: file has a password</translation>
        </message>
        <message>
            <source>Lỗi: tệp bị đặt hạn chế</source>
            <translation>Error: file is restricted</translation>
        </message>
        <message>
            <source>Lỗi: tệp đã khóa</source>
            <translation>Error: file is locked</translation>
        </message>
        <message>
            <source>Lỗi: không đọc được tệp</source>
            <translation>Error: file cannot be read</translation>
        </message>
        <message>
            <source>Lỗi: số in khác số cấp</source>
            <translation>Error: printed number differs</translation>
        </message>
        <message>
            <source>Lỗi: không phải PDF</source>
            <translation>Fault: no PDF</translation>
        </message>
        <message>
            <source>Lỗi: tệp không có trang</source>
            <translation>Fault: no pages</translation>
        </message>
        <message>
            <source>Lỗi: tệp quá lớn</source>
            <translation>Fault: too large</translation>
        </message>
        <message>
            <source>Lỗi: quá nhiều trang</source>
            <translation>Fault: too many pages</translation>
        </message>
        <message>
            <source>Lỗi: biểu mẫu XFA</source>
            <translation>Fault: XFA form</translation>
        </message>
        <message>
            <source>Lỗi: tệp có mã lệnh</source>
            <translation>Fault: holds scripts</translation>
        </message>
        <message>
            <source>Chưa ký: tệp đã được thay</source>
            <translation>Not signed: file replaced</translation>
        </message>
        <message>
            <source>Chưa ký: đã có người xử lý</source>
            <translation>Not signed: dealt with</translation>
        </message>
        <message>
            <source>Chưa ký: đầy ổ đĩa</source>
            <translation>Not signed: disk full</translation>
        </message>
        <message>
            <source>Chưa ký: lỗi thiết bị</source>
            <translation>Not signed: token failed</translation>
        </message>
        <message>
            <source>Chưa ký: thiết bị không trả lời</source>
            <translation>Not signed: token silent</translation>
        </message>
        <message>
            <source>Chưa ký: chứng thư hết hạn</source>
            <translation>Not signed: certificate expired</translation>
        </message>
        <message>
            <source>Chưa ký: chứng thư bị thu hồi</source>
            <translation>Not signed: certificate revoked</translation>
        </message>
        <message>
            <source>Chưa ký: không đúng người</source>
            <translation>Not signed: wrong person</translation>
        </message>
        <message>
            <source>Chưa ký: có lỗi</source>
            <translation>Not signed: error</translation>
        </message>
    </context>
    <context>
        <name>SigningDesk</name>
        <message>
            <source>Số đến %1</source>
            <translation>Arrival number %1</translation>
        </message>
        <message>
            <source>Đã trả lại văn bản cho người soạn.</source>
            <translation>The document was returned to its author.</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Agency signature</translation>
        </message>
        <message>
            <source>Phụ lục</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Ký phụ lục</source>
            <translation>Sign attachments</translation>
        </message>
        <message>
            <source>Bản sao</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Ký sao</source>
            <translation>Sign copies</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Incoming documents</translation>
        </message>
        <message>
            <source>Ký văn bản đến</source>
            <translation>Confirm arrival</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Ký</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>To sign</translation>
        </message>
        <message numerus="yes">
            <source>Ký %n văn bản bằng chứng thư của cơ quan</source>
            <translation>
                <numerusform>Sign %n document with the organ's certificate</numerusform>
                <numerusform>Sign %n documents with the organ's certificate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký duyệt %n văn bản</source>
            <translation>
                <numerusform>Approve %n document by signature</numerusform>
                <numerusform>Approve %n documents by signature</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký số cơ quan %n văn bản</source>
            <translation>
                <numerusform>Agency signature on %n document</numerusform>
                <numerusform>Agency signature on %n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký phụ lục của %n văn bản</source>
            <translation>
                <numerusform>Sign the attachments of %n document</numerusform>
                <numerusform>Sign the attachments of %n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký sao %n văn bản</source>
            <translation>
                <numerusform>Sign %n copy</numerusform>
                <numerusform>Sign %n copies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ký %n văn bản đến</source>
            <translation>
                <numerusform>Confirm %n arrival</numerusform>
                <numerusform>Confirm %n arrivals</numerusform>
            </translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký</source>
            <translation>No documents to sign</translation>
        </message>
        <message>
            <source>Văn bản trình ký sẽ hiện ở đây.</source>
            <translation>Documents submitted for signature will appear here.</translation>
        </message>
        <message>
            <source>Không có văn bản chờ ký số cơ quan</source>
            <translation>No documents waiting for the agency signature</translation>
        </message>
        <message>
            <source>Văn bản đã được lãnh đạo ký duyệt và đã cấp số sẽ hiện ở đây.</source>
            <translation>Documents that are approved and numbered will appear here.</translation>
        </message>
        <message>
            <source>Không có phụ lục chờ ký</source>
            <translation>No attachments to sign</translation>
        </message>
        <message>
            <source>Phụ lục ở tệp riêng được ký cùng văn bản. Văn bản đã ký số cơ quan mà phụ lục chưa ký sẽ hiện ở đây.</source>
            <translation>Attachments in files of their own are signed with their document. Documents with an agency signature whose attachments have none appear here.</translation>
        </message>
        <message>
            <source>Không có bản sao chờ ký</source>
            <translation>No copies to sign</translation>
        </message>
        <message>
            <source>Mở văn bản cần sao, chọn Sao văn bản, rồi cấp số: bản sao sẽ hiện ở đây.</source>
            <translation>Open a document, choose Copy document and give it a number: the copy appears here.</translation>
        </message>
        <message>
            <source>Không có văn bản đến chờ ký</source>
            <translation>No arrivals to confirm</translation>
        </message>
        <message>
            <source>Văn bản đã vào sổ trong 7 ngày qua và chưa ký xác nhận sẽ hiện ở đây.</source>
            <translation>Documents registered in the last 7 days and not confirmed appear here.</translation>
        </message>
        <message>
            <source>Mọi việc cần chứng thư của cơ quan sẽ hiện ở đây.</source>
            <translation>All that needs the organ's certificate appears here.</translation>
        </message>
        <message>
            <source>Ảnh chữ ký hoặc con dấu vừa đổi. Xem lại trên trang rồi bấm ký lại.</source>
            <translation>The signature picture or the stamp has just changed. Look at it on the page, then sign again.</translation>
        </message>
        <message>
            <source>Văn bản đã chọn vừa được thay tệp nên đã bỏ chọn. Xem lại rồi chọn ký.</source>
            <translation>A selected document has just been given another file and is no longer selected. Look at it again, then select it to be signed.</translation>
        </message>
        <message>
            <source>Chờ cấp số</source>
            <translation>Waiting for a number</translation>
        </message>
        <message>
            <source>Lô ký dở: đã ký %1/%2 văn bản.</source>
            <translation>Batch cut off: %1/%2 documents signed.</translation>
        </message>
        <message>
            <source>mặc định</source>
            <translation>default</translation>
        </message>
        <message>
            <source>không dùng ảnh</source>
            <translation>no image</translation>
        </message>
        <message>
            <source>Lượt ký %1: đã ký %2 trong %3 văn bản</source>
            <translation>Batch of %1: %2 of %3 documents signed</translation>
        </message>
        <message>
            <source>Đã sao chép danh sách kết quả ký.</source>
            <translation>The list of results was copied.</translation>
        </message>
        <message>
            <source>Lưu danh sách kết quả ký</source>
            <translation>Save the list of results</translation>
        </message>
        <message>
            <source>Bảng tính CSV (*.csv)</source>
            <translation>CSV tables (*.csv)</translation>
        </message>
        <message>
            <source>Không ghi được danh sách vào %1. Chọn nơi khác rồi lưu lại.</source>
            <translation>The list could not be written to %1. Choose another place and save again.</translation>
        </message>
        <message>
            <source>Đã lưu danh sách kết quả ký vào %1.</source>
            <translation>The list of results was saved to %1.</translation>
        </message>
        <message>
            <source>STT</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Số, ký hiệu</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Trích yếu</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Lý do, cách xử lý</source>
            <translation>Reason and what to do</translation>
        </message>
        <message>
            <source>(không xuất trích yếu)</source>
            <translation>(subject not exported)</translation>
        </message>
        <message>
            <source>Mỗi lượt ký nhiều nhất %1 văn bản. Bỏ chọn bớt rồi ký, phần còn lại ký sau.</source>
            <translation>At most %1 documents are signed in one batch. Untick some; sign the rest afterwards.</translation>
        </message>
        <message>
            <source>Thiết bị đang ký việc khác. Chờ ký xong việc đó rồi ký các văn bản này.</source>
            <translation>The token is signing something else. Wait for it, then sign these documents.</translation>
        </message>
        <message>
            <source>Cả lô: đã ký %1/%2 văn bản.</source>
            <translation>The whole batch: %1/%2 documents signed.</translation>
        </message>
        <message>
            <source>Đã nhập mã PIN một lần</source>
            <translation>PIN typed once</translation>
        </message>
        <message>
            <source>Thiết bị hỏi mã PIN cho từng văn bản. Đang ký: %1</source>
            <translation>The token asks for the PIN for each document. Signing now: %1</translation>
        </message>
        <message>
            <source>Số %1 (đã giữ số)</source>
            <translation>No. %1 (reserved)</translation>
        </message>
        <message>
            <source>Số %1</source>
            <translation>No. %1</translation>
        </message>
        <message numerus="yes">
            <source>%n trang</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>kèm %n phụ lục</source>
            <translation>
                <numerusform>with %n attachment</numerusform>
                <numerusform>with %n attachments</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 đã ký duyệt</source>
            <translation>approved by %1</translation>
        </message>
        <message numerus="yes">
            <source>%n phụ lục chưa ký</source>
            <translation>
                <numerusform>%n attachment not signed</numerusform>
                <numerusform>%n attachments not signed</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 của %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Dấu ĐẾN đặt khi ký; mở văn bản để xem trước</source>
            <translation>The arrival mark is put on when signing; open the document to see it first</translation>
        </message>
        <message>
            <source>Đang tìm vị trí ký…</source>
            <translation>Looking for the position…</translation>
        </message>
        <message>
            <source>Vị trí đặt bằng tay, trang %1</source>
            <translation>Position set by hand, page %1</translation>
        </message>
        <message>
            <source>Vị trí dấu: trùm 1/3 bên trái chữ ký</source>
            <translation>Seal: over the left third of the signature</translation>
        </message>
        <message>
            <source>Vị trí tìm thấy: %1</source>
            <translation>Position found: %1</translation>
        </message>
        <message>
            <source>Tên xuất hiện %1 lần: cần chọn vị trí</source>
            <translation>Name appears %1 times: choose the position</translation>
        </message>
        <message>
            <source>Không tìm thấy tên người ký: cần chọn vị trí</source>
            <translation>Signer's name not found: choose the position</translation>
        </message>
        <message>
            <source>Dấu ĐẾN trên phiếu riêng; tệp gốc đã ký được giữ nguyên</source>
            <translation>Arrival mark on a slip of its own; the signed original stays as it is</translation>
        </message>
        <message>
            <source>Dấu ĐẾN trên bản ký riêng; tệp gốc được giữ nguyên</source>
            <translation>Arrival mark on a signed copy; the original stays as it is</translation>
        </message>
        <message>
            <source>Góc trên bên phải, trang 1</source>
            <translation>Top right corner, page 1</translation>
        </message>
        <message>
            <source>Dấu đúng cỡ thật. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>The seal in its true size. Drag it or use the arrow keys.</translation>
        </message>
        <message>
            <source>Tệp gốc đã có chữ ký số nên không ghi gì lên đó: dấu đến đặt trên phiếu xác nhận kèm theo.</source>
            <translation>The original is signed, so nothing is written on it: the arrival mark stands on a confirmation slip beside it.</translation>
        </message>
        <message>
            <source>Dấu đến đúng cỡ thật, trên một bản riêng. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>The arrival mark at real size, on a copy. Drag it or use the arrow keys.</translation>
        </message>
        <message>
            <source>Chữ ký của cơ quan, không có hình dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>The organ's signature, without the stamp. Drag it or use the arrow keys.</translation>
        </message>
        <message>
            <source>Khung xanh: chữ ký. Vòng đỏ: chỗ của dấu. Kéo hoặc dùng phím mũi tên để chỉnh.</source>
            <translation>Blue frame: signature. Red circle: place of the seal. Drag or use the arrow keys.</translation>
        </message>
        <message>
            <source>Đang ký…</source>
            <translation>Signing…</translation>
        </message>
        <message>
            <source>Đã ký %1</source>
            <translation>Signed %1</translation>
        </message>
        <message>
            <source>Chờ</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Chưa ký</source>
            <translation>Not signed</translation>
        </message>
        <message>
            <source>Đang dừng; chờ xong văn bản đang ký…</source>
            <translation>Stopping; finishing the document being signed…</translation>
        </message>
        <message>
            <source>Tạm dừng ở %1/%2</source>
            <translation>Paused at %1/%2</translation>
        </message>
        <message>
            <source>Đang ký %1/%2</source>
            <translation>Signing %1/%2</translation>
        </message>
        <message>
            <source> · còn khoảng %1 phút</source>
            <translation> · about %1 min left</translation>
        </message>
        <message>
            <source> · còn khoảng %1 giây</source>
            <translation> · about %1 s left</translation>
        </message>
        <message>
            <source> · thiết bị của %1</source>
            <translation> · token of %1</translation>
        </message>
        <message numerus="yes">
            <source>Đã ký %n văn bản.</source>
            <translation>
                <numerusform>%n document signed.</numerusform>
                <numerusform>%n documents signed.</numerusform>
            </translation>
        </message>
        <message>
            <source>Có văn bản cần lưu ý, xem ở từng dòng.</source>
            <translation>Some need attention; see each line.</translation>
        </message>
        <message>
            <source>Chưa văn bản nào được ký.</source>
            <translation>No document was signed.</translation>
        </message>
        <message>
            <source>Đã ký %1 trong %2 văn bản.</source>
            <translation>%1 of %2 documents signed.</translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản đã ký nhưng không được chấp nhận, tệp ở Việc chưa gửi.</source>
            <translation>
                <numerusform>%n document signed but not accepted; the files are in Unsent work.</numerusform>
                <numerusform>%n documents signed but not accepted; the files are in Unsent work.</numerusform>
            </translation>
        </message>
        <message>
            <source> và %1 văn bản khác</source>
            <translation> and %1 more</translation>
        </message>
        <message>
            <source>Chưa ký: %1%2.</source>
            <translation>Not signed: %1%2.</translation>
        </message>
        <message>
            <source>Khác</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Tiến độ ký</source>
            <translation>Signing progress</translation>
        </message>
        <message>
            <source>&amp;Ký</source>
            <translation>&amp;Sign</translation>
        </message>
        <message>
            <source>T&amp;rả lại…</source>
            <translation>&amp;Return…</translation>
        </message>
        <message>
            <source>&amp;Xem văn bản</source>
            <translation>&amp;View document</translation>
        </message>
        <message>
            <source>Tạm &amp;dừng</source>
            <translation>Pa&amp;use</translation>
        </message>
        <message>
            <source>&amp;Hủy</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>Ký các văn bản đã chọn (Ctrl+Enter)</source>
            <translation>Sign the selected documents (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>&amp;Tiếp tục</source>
            <translation>Co&amp;ntinue</translation>
        </message>
        <message>
            <source>%1 văn bản · %2 đã chọn</source>
            <translation>%1 in the queue · %2 selected</translation>
        </message>
        <message>
            <source>&amp;%1 %2 văn bản</source>
            <translation>&amp;%1: %2</translation>
        </message>
        <message>
            <source>Một mã PIN cho cả lượt</source>
            <translation>One PIN for the whole batch</translation>
        </message>
    </context>
    <context>
        <name>SigningLater</name>
        <message>
            <source>Dịch vụ dấu thời gian chưa trả lời. Chương trình tự thử lại và bổ sung khi dịch vụ hoạt động.</source>
            <translation>The time-stamping service did not answer. The program tries again and adds the time-stamp when it works.</translation>
        </message>
        <message>
            <source>Chưa hỏi đủ tình trạng thu hồi chứng thư. Chương trình tự hỏi lại và lưu kèm tệp khi có trả lời.</source>
            <translation>Not all questions about revocation were answered. The program asks again and keeps the answers with the file.</translation>
        </message>
        <message>
            <source>Tệp chưa có trên máy này và đang mất mạng. Chương trình làm tiếp khi có mạng.</source>
            <translation>The file is not on this computer and the line is down. The program goes on when the line is back.</translation>
        </message>
        <message>
            <source>Máy này chưa có chứng thư gốc tin cậy nên chưa bổ sung được. Báo người quản trị.</source>
            <translation>This computer has no trusted root certificates, so nothing can be added. Tell your administrator.</translation>
        </message>
        <message>
            <source>Đang chờ dịch vụ dấu thời gian ({seconds} giây)…</source>
            <translation>Waiting for the time-stamping service ({seconds} s)…</translation>
        </message>
        <message>
            <source>Bỏ qua: văn bản được ký ngay, dấu thời gian được bổ sung sau. Không ảnh hưởng chữ ký.</source>
            <translation>Skip: the document is signed at once and the time-stamp added later. The signature is the same.</translation>
        </message>
        <message>
            <source>&amp;Bỏ qua</source>
            <translation>&amp;Skip</translation>
        </message>
        <message>
            <source>Chờ dấu thời gian: {count}</source>
            <translation>Waiting for time-stamps: {count}</translation>
        </message>
        <message>
            <source>thử lại lúc {time}</source>
            <translation>next try at {time}</translation>
        </message>
        <message>
            <source>đang thử</source>
            <translation>trying now</translation>
        </message>
        <message>
            <source>Thử &amp;lại ngay</source>
            <translation>&amp;Try again now</translation>
        </message>
    </context>
    <context>
        <name>SigningLeaving</name>
        <message>
            <source>Văn bản đã ký được giữ và gửi đi. Nếu đóng, chương trình ký nốt văn bản đang ký dở rồi mới đóng; các văn bản còn lại chưa ký: lần sau mở bàn Chờ ký, bấm Ký tiếp và nhập lại mã PIN.</source>
            <translation>What is signed is kept and sent. If you close, the document in hand is finished first; the rest is not signed: open the desk To sign next time, press Go on signing and enter the PIN again.</translation>
        </message>
        <message>
            <source>Đang ký số. Đóng chương trình?</source>
            <translation>Documents are being signed. Close the program?</translation>
        </message>
        <message>
            <source>&amp;Không đóng, ký tiếp</source>
            <translation>&amp;Do not close, go on signing</translation>
        </message>
        <message>
            <source>&amp;Dừng ký và đóng</source>
            <translation>&amp;Stop signing and close</translation>
        </message>
    </context>
    <context>
        <name>SigningPage</name>
        <message>
            <source>&amp;Vị trí</source>
            <translation>&amp;Position</translation>
        </message>
        <message>
            <source>Ả&amp;nh chữ ký</source>
            <translation>Signature &amp;image</translation>
        </message>
        <message>
            <source>&amp;Phiếu trình</source>
            <translation>Submission s&amp;lip</translation>
        </message>
        <message>
            <source>Viết góp ý lên dự thảo, hoặc xem góp ý đã có</source>
            <translation>Write remarks on the draft, or see those that are there</translation>
        </message>
        <message>
            <source>&amp;Nội dung dấu đến…</source>
            <translation>What the arrival mark &amp;says…</translation>
        </message>
        <message>
            <source>Ả&amp;nh chữ ký: %1</source>
            <translation>Signature &amp;image: %1</translation>
        </message>
        <message>
            <source>trang %1/%2</source>
            <translation>page %1/%2</translation>
        </message>
        <message>
            <source>Đặt trên &amp;trang đang xem</source>
            <translation>Place on the &amp;page in view</translation>
        </message>
        <message>
            <source>Về &amp;vị trí tìm thấy</source>
            <translation>&amp;Back to the place found</translation>
        </message>
        <message>
            <source>Chỉnh bằng phím &amp;mũi tên</source>
            <translation>&amp;Adjust with the arrow keys</translation>
        </message>
    </context>
    <context>
        <name>SigningPictures</name>
        <message>
            <source>Ảnh “%1” chỉ dùng được từ ngày %2. Chọn ảnh khác.</source>
            <translation>The picture “%1” may be used from %2 only. Choose another one.</translation>
        </message>
        <message>
            <source>Ảnh “%1” đã hết hiệu lực sau ngày %2. Chọn ảnh khác để ký.</source>
            <translation>The picture “%1” expired after %2. Choose another one to sign with.</translation>
        </message>
        <message>
            <source>Ảnh “%1” đã ngừng dùng. Chọn ảnh khác để ký.</source>
            <translation>The picture “%1” has been withdrawn. Choose another one to sign with.</translation>
        </message>
        <message>
            <source>Ảnh chữ ký hoặc con dấu mà cơ quan cấp chưa có trên máy này. Kết nối mạng rồi ký lại, hoặc chọn ảnh khác.</source>
            <translation>The picture of the signature or stamp that the office gives is not on this computer yet. Connect to the network and sign again, or choose another picture.</translation>
        </message>
        <message>
            <source>%1 (hết hiệu lực %2)</source>
            <translation>%1 (expired %2)</translation>
        </message>
        <message>
            <source>%1 (từ %2)</source>
            <translation>%1 (from %2)</translation>
        </message>
        <message>
            <source>Quản lý ảnh chữ ký…</source>
            <translation>Manage signature pictures…</translation>
        </message>
        <message>
            <source>Ảnh chữ ký</source>
            <translation>Signature picture</translation>
        </message>
    </context>
    <context>
        <name>SigningPlaces</name>
        <message>
            <source>%1, cách mép dưới %2 cm</source>
            <translation>%1, %2 cm above the lower edge</translation>
        </message>
        <message>
            <source>Trang %1, phần ký “%3”</source>
            <translation>Page %1, signature block “%3”</translation>
        </message>
        <message>
            <source>Trang %1, trên tên %2</source>
            <translation>Page %1, above the name %2</translation>
        </message>
        <message>
            <source>Trang %1, tên trong Nơi nhận</source>
            <translation>Page %1, the name among the recipients</translation>
        </message>
        <message>
            <source>Trang %1, tên trong câu “%3”</source>
            <translation>Page %1, the name in the sentence “%3”</translation>
        </message>
        <message>
            <source>Trang %1, chữ ký của %2</source>
            <translation>Page %1, the signature of %2</translation>
        </message>
    </context>
    <context>
        <name>SlipDialog</name>
        <message>
            <source>Phiếu trình</source>
            <translation>Submission slip</translation>
        </message>
        <message>
            <source>Nội dung trình</source>
            <translation>Submission</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
    </context>
    <context>
        <name>SlipSigningDialog</name>
        <message>
            <source>Ký số ý kiến chỉ đạo</source>
            <translation>Sign the directive</translation>
        </message>
        <message>
            <source>Chữ ký số đặt tại cột Ký của ý kiến này trên phiếu xử lý văn bản. Văn bản đến giữ nguyên, không ghi gì lên trang.</source>
            <translation>The signature stands in this directive's row on the handling slip. The document itself stays as it is: nothing is written on its pages.</translation>
        </message>
        <message>
            <source>&amp;Ký số</source>
            <translation>&amp;Sign</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Ký ý kiến này không &amp;dùng ảnh</source>
            <translation>Sign this &amp;directive without a picture</translation>
        </message>
    </context>
    <context>
        <name>Slips</name>
        <message>
            <source>Người trình</source>
            <translation>Submitted by</translation>
        </message>
        <message>
            <source>Người ký</source>
            <translation>Signer</translation>
        </message>
    </context>
    <context>
        <name>TaskDesk</name>
        <message>
            <source>Của tôi</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Đơn vị</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Tasks</translation>
        </message>
        <message>
            <source>&amp;Giao nhiệm vụ</source>
            <translation>&amp;Assign task</translation>
        </message>
        <message>
            <source>Không có nhiệm vụ nào ở đây</source>
            <translation>No tasks here</translation>
        </message>
        <message>
            <source>Nhiệm vụ được giao sẽ hiện trong mục này.</source>
            <translation>Assigned tasks will appear here.</translation>
        </message>
        <message>
            <source>Chọn một nhiệm vụ để xem</source>
            <translation>Choose a task to view</translation>
        </message>
    </context>
    <context>
        <name>TaskList</name>
        <message>
            <source>Danh sách nhiệm vụ</source>
            <translation>List of tasks</translation>
        </message>
    </context>
    <context>
        <name>TaskPainter</name>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
    </context>
    <context>
        <name>TaskPane</name>
        <message>
            <source>Sao chép liên kết (Ctrl+Shift+C)</source>
            <translation>Copy link (Ctrl+Shift+C)</translation>
        </message>
        <message>
            <source>Quá trình thực hiện</source>
            <translation>Progress so far</translation>
        </message>
        <message>
            <source>Tiến độ %1 %</source>
            <translation>Progress %1 %</translation>
        </message>
        <message>
            <source>Văn bản</source>
            <translation>Document</translation>
        </message>
    </context>
    <context>
        <name>Tasks</name>
        <message>
            <source>Từ văn bản {document}</source>
            <translation>From document {document}</translation>
        </message>
        <message numerus="yes">
            <source>Đã giao %n nhiệm vụ.</source>
            <translation>
                <numerusform>%n task assigned.</numerusform>
                <numerusform>%n tasks assigned.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã đồng ý gia hạn.</source>
            <translation>Extension granted.</translation>
        </message>
        <message>
            <source>Đã từ chối gia hạn.</source>
            <translation>Extension refused.</translation>
        </message>
        <message>
            <source>Đã công nhận hoàn thành.</source>
            <translation>Accepted as completed.</translation>
        </message>
        <message>
            <source>Đã yêu cầu làm tiếp.</source>
            <translation>More work asked for.</translation>
        </message>
        <message>
            <source>Đã ghi báo cáo tiến độ.</source>
            <translation>Progress report recorded.</translation>
        </message>
        <message>
            <source>Đã báo hoàn thành.</source>
            <translation>Completion reported.</translation>
        </message>
        <message>
            <source>Đã gửi đề nghị gia hạn.</source>
            <translation>Extension asked for.</translation>
        </message>
        <message>
            <source>Đang thực hiện</source>
            <translation>In progress</translation>
        </message>
        <message>
            <source>Chờ duyệt hoàn thành</source>
            <translation>Completion to be accepted</translation>
        </message>
        <message>
            <source>Đã hoàn thành</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Đề xuất gia hạn</source>
            <translation>Extension proposed</translation>
        </message>
        <message>
            <source>Đề xuất đóng</source>
            <translation>Closure proposed</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>&amp;Báo cáo tiến độ</source>
            <translation>&amp;Report progress</translation>
        </message>
        <message>
            <source>Báo &amp;hoàn thành</source>
            <translation>Report &amp;completion</translation>
        </message>
        <message>
            <source>&amp;Xin gia hạn</source>
            <translation>Ask for e&amp;xtension</translation>
        </message>
        <message>
            <source>&amp;Duyệt hoàn thành</source>
            <translation>&amp;Decide on completion</translation>
        </message>
        <message>
            <source>&amp;Duyệt gia hạn</source>
            <translation>Decide on ex&amp;tension</translation>
        </message>
        <message>
            <source>Không có thời hạn</source>
            <translation>No deadline</translation>
        </message>
        <message>
            <source>Xong quá hạn</source>
            <translation>Finished late</translation>
        </message>
        <message>
            <source>Xong đúng hạn</source>
            <translation>Finished on time</translation>
        </message>
        <message>
            <source>Hạn {day}</source>
            <translation>Due {day}</translation>
        </message>
        <message>
            <source>chủ trì {lead}</source>
            <translation>lead {lead}</translation>
        </message>
        <message>
            <source>chưa gửi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>Đã xin gia hạn {used}/{most} lần</source>
            <translation>Extensions asked for: {used}/{most}</translation>
        </message>
        <message>
            <source>Có việc chưa gửi; sẽ tự gửi khi có mạng.</source>
            <translation>Something is not sent yet; it will be sent when the line is up.</translation>
        </message>
        <message>
            <source>{notation} ngày {day} của {issuer}</source>
            <translation>{notation}, {day}, of {issuer}</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Co-handlers</translation>
        </message>
        <message>
            <source>Người giao</source>
            <translation>Assigned by</translation>
        </message>
        <message>
            <source>Sản phẩm</source>
            <translation>Expected product</translation>
        </message>
        <message>
            <source>Yêu cầu</source>
            <translation>Requirements</translation>
        </message>
        <message>
            <source>Hạn ban đầu</source>
            <translation>First deadline</translation>
        </message>
        <message>
            <source>yêu cầu làm tiếp: {text}</source>
            <translation>more work asked for: {text}</translation>
        </message>
        <message>
            <source>báo cáo {percent} %: {text}</source>
            <translation>reported {percent} %: {text}</translation>
        </message>
        <message>
            <source>xin gia hạn đến {day}: {reason}</source>
            <translation>asked to extend to {day}: {reason}</translation>
        </message>
        <message>
            <source>đã đồng ý</source>
            <translation>granted</translation>
        </message>
        <message>
            <source>không đồng ý: {note}</source>
            <translation>refused: {note}</translation>
        </message>
        <message>
            <source>chờ duyệt</source>
            <translation>waiting for approval</translation>
        </message>
        <message>
            <source>{used} lần, tối đa {most} lần</source>
            <translation>{used}, of {most} at most</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Chờ tôi duyệt</source>
            <translation>For me to decide</translation>
        </message>
        <message>
            <source>Tôi giao</source>
            <translation>Assigned by me</translation>
        </message>
    </context>
    <context>
        <name>TickBar</name>
        <message>
            <source>Chọn tất cả</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>Chọn hoặc bỏ chọn tất cả (Ctrl+A, Ctrl+Shift+A)</source>
            <translation>Tick or untick all (Ctrl+A, Ctrl+Shift+A)</translation>
        </message>
        <message>
            <source>&amp;Chọn theo</source>
            <translation>Sele&amp;ct</translation>
        </message>
        <message>
            <source>Khẩn t&amp;rở lên</source>
            <translation>&amp;Urgent and above</translation>
        </message>
        <message>
            <source>&amp;Tất cả</source>
            <translation>&amp;All</translation>
        </message>
        <message>
            <source>Đã có &amp;vị trí ký</source>
            <translation>With a &amp;place for the signature</translation>
        </message>
        <message>
            <source>&amp;Không chọn văn bản nào</source>
            <translation>&amp;None</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Xem tất cả {n}</source>
            <translation>See all {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần làm</source>
            <translation>
                <numerusform>%n thing to do</numerusform>
                <numerusform>%n things to do</numerusform>
            </translation>
        </message>
        <message>
            <source>Nhiệm vụ của {unit}</source>
            <translation>Tasks of {unit}</translation>
        </message>
        <message>
            <source>Nhiệm vụ đang mở theo hạn</source>
            <translation>Open tasks by deadline</translation>
        </message>
        <message>
            <source>Không còn việc nào chờ bạn</source>
            <translation>Nothing is waiting for you</translation>
        </message>
        <message>
            <source>Văn bản, nhiệm vụ và lịch họp mới sẽ hiện ở đây.</source>
            <translation>New documents, tasks and meetings will appear here.</translation>
        </message>
        <message>
            <source>Bị trả lại, cần sửa</source>
            <translation>Returned, to be corrected</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Hỏa tốc</source>
            <translation>Express</translation>
        </message>
        <message>
            <source>Lịch hôm nay</source>
            <translation>Today's schedule</translation>
        </message>
        <message>
            <source>Đến hạn hôm nay</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>To sign</translation>
        </message>
        <message>
            <source>Chờ tiếp nhận</source>
            <translation>To receive</translation>
        </message>
        <message>
            <source>Chờ duyệt</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>Sắp đến hạn</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>Đang xử lý</source>
            <translation>In hand</translation>
        </message>
        <message>
            <source>Tiếp nhận</source>
            <translation>Receive</translation>
        </message>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Kết thúc</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Ký duyệt</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Ký số cơ quan</source>
            <translation>Agency signature</translation>
        </message>
        <message>
            <source>Báo cáo tiến độ</source>
            <translation>Report progress</translation>
        </message>
        <message>
            <source>Duyệt hoàn thành</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>Duyệt gia hạn</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>Duyệt lịch</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Xem và sửa</source>
            <translation>View and correct</translation>
        </message>
        <message>
            <source>(văn bản chưa tải về)</source>
            <translation>(document not downloaded yet)</translation>
        </message>
        <message>
            <source>Chủ trì: {name}</source>
            <translation>Lead: {name}</translation>
        </message>
        <message>
            <source>{name} chủ trì</source>
            <translation>chaired by {name}</translation>
        </message>
        <message>
            <source>Đến {when}</source>
            <translation>Arrived {when}</translation>
        </message>
        <message>
            <source>Trong hạn</source>
            <translation>In time</translation>
        </message>
    </context>
    <context>
        <name>TodayDesk</name>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
    </context>
    <context>
        <name>TodayList</name>
        <message>
            <source>Việc cần làm hôm nay</source>
            <translation>What to do today</translation>
        </message>
    </context>
    <context>
        <name>TokenDialog</name>
        <message>
            <source>Thiết bị ký số</source>
            <translation>Signing token</translation>
        </message>
        <message>
            <source>Đổi &amp;mã PIN…</source>
            <translation>Change &amp;PIN…</translation>
        </message>
        <message>
            <source>&amp;Kiểm tra thiết bị…</source>
            <translation>Chec&amp;k the token…</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số trên thiết bị</source>
            <translation>Certificates on the token</translation>
        </message>
        <message>
            <source>Tệp điều khiển đang dùng</source>
            <translation>Driver file in use</translation>
        </message>
        <message>
            <source>Tự tìm</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Chọn &amp;tệp…</source>
            <translation>Choose &amp;file…</translation>
        </message>
        <message>
            <source>&amp;Dùng chứng thư này</source>
            <translation>&amp;Use this certificate</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
        <message>
            <source>Tìm &amp;lại</source>
            <translation>&amp;Search again</translation>
        </message>
        <message>
            <source>Chọn chứng thư chữ ký số</source>
            <translation>Choose a certificate</translation>
        </message>
        <message>
            <source>Tệp điều khiển thiết &amp;bị (PKCS#11)</source>
            <translation>Token &amp;driver file (PKCS#11)</translation>
        </message>
        <message>
            <source>Không thấy thiết bị ký số. Hãy: 1) cắm thiết bị vào cổng USB và chờ đèn sáng; 2) cài phần mềm của nhà cung cấp thiết bị; 3) bấm Tìm lại. Nếu vẫn không thấy, chọn tệp điều khiển (.dll) do nhà cung cấp giao.</source>
            <translation>No signing token was found. 1) Put the token into a USB port and wait for its light; 2) install the vendor's software; 3) press Search again. If it is still not found, choose the driver file (.dll) supplied by the vendor.</translation>
        </message>
        <message>
            <source>Không có chứng thư nào dùng được; lý do ghi dưới từng chứng thư. Hãy cắm đúng thiết bị được cấp cho mình; không dùng thiết bị của người khác.</source>
            <translation>No certificate can be used; the reason stands below each. Plug in the token issued to you; do not use another person's.</translation>
        </message>
        <message>
            <source>Tệp điều khiển (*.dll *.so *.dylib)</source>
            <translation>Driver files (*.dll *.so *.dylib)</translation>
        </message>
        <message>
            <source>Mọi tệp (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Chọn tệp điều khiển thiết bị</source>
            <translation>Choose the token's driver file</translation>
        </message>
    </context>
    <context>
        <name>Tokens</name>
        <message>
            <source>Khóa thực hành</source>
            <translation>Practice key</translation>
        </message>
        <message>
            <source>Đã đổi mã PIN. Từ lần ký sau, dùng mã PIN mới.</source>
            <translation>The PIN has been changed. Use the new one from the next signature on.</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Chỉ còn một lần thử cuối cùng: nhập sai nữa thiết bị sẽ bị khóa. Nếu không chắc, bấm Hủy và hỏi đơn vị cấp chứng thư.</source>
            <translation>The present PIN was wrong; it has not been changed. One last try is left: another wrong one locks the token. If you are not sure, press Cancel and ask the issuer.</translation>
        </message>
        <message>
            <source>Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Nhập sai nhiều lần thiết bị sẽ bị khóa.</source>
            <translation>The present PIN was wrong; it has not been changed. Several wrong ones lock the token.</translation>
        </message>
        <message>
            <source>Thực hành: mã PIN của mọi thiết bị tập là %1.</source>
            <translation>Practice: the PIN of every practice token is %1.</translation>
        </message>
        <message>
            <source>Chứng thư chữ ký số của %1 hết hạn ngày %2 (còn %3 ngày). Đề nghị cơ quan làm thủ tục gia hạn từ bây giờ để việc ký không bị gián đoạn.</source>
            <translation>The certificate of %1 expires on %2 (in %3 days). Ask your office to renew it now, so that signing goes on.</translation>
        </message>
        <message>
            <source>Có giá trị từ %1 đến %2</source>
            <translation>Valid from %1 until %2</translation>
        </message>
        <message>
            <source>Nơi cấp: %1 · Thiết bị: %2 (%3)</source>
            <translation>Issuer: %1 · Token: %2 (%3)</translation>
        </message>
        <message>
            <source>dùng để ký cá nhân</source>
            <translation>signs for the person</translation>
        </message>
        <message>
            <source>dùng để ký số cơ quan</source>
            <translation>signs for the organ</translation>
        </message>
        <message>
            <source>còn ít lần thử mã PIN</source>
            <translation>few PIN tries left</translation>
        </message>
        <message>
            <source>còn một lần thử mã PIN cuối cùng</source>
            <translation>one last PIN try left</translation>
        </message>
        <message>
            <source>mã PIN đã bị khóa</source>
            <translation>PIN locked</translation>
        </message>
        <message>
            <source>Không phải chứng thư của người đang đăng nhập: không được dùng.</source>
            <translation>Not a certificate of the person signed in: it may not be used.</translation>
        </message>
        <message>
            <source>Chứng thư cá nhân: không dùng để ký số cơ quan.</source>
            <translation>A personal certificate: not for the agency signature.</translation>
        </message>
        <message>
            <source>Chứng thư của cơ quan: không dùng để ký duyệt.</source>
            <translation>The agency's certificate: not for approval by signature.</translation>
        </message>
        <message>
            <source>Chứng thư đã hết hạn ngày %1.</source>
            <translation>The certificate expired on %1.</translation>
        </message>
        <message>
            <source>Chứng thư chỉ có hiệu lực từ ngày %1. Nếu ngày đó đã qua, kiểm tra giờ của máy.</source>
            <translation>The certificate is valid only from %1. If that day is over, check this machine's clock.</translation>
        </message>
        <message>
            <source>Ký số: mã PIN bị khóa</source>
            <translation>Signing: PIN locked</translation>
        </message>
        <message>
            <source>Ký số: chứng thư hết hạn</source>
            <translation>Signing: certificate expired</translation>
        </message>
        <message>
            <source>Ký số: chứng thư chưa có hiệu lực</source>
            <translation>Signing: certificate not yet valid</translation>
        </message>
        <message>
            <source>%1 · chứng thư có giá trị đến %2</source>
            <translation>%1 · certificate valid until %2</translation>
        </message>
        <message>
            <source>Ký số: chứng thư hết hạn ngày %1</source>
            <translation>Signing: certificate expires %1</translation>
        </message>
        <message>
            <source>Ký số: %1</source>
            <translation>Signing: %1</translation>
        </message>
        <message>
            <source>Ký số: cần trình điều khiển 64 bit</source>
            <translation>Signing: 64-bit driver needed</translation>
        </message>
        <message>
            <source>Ký số: lỗi thiết bị</source>
            <translation>Signing: token error</translation>
        </message>
        <message>
            <source>Ký số: không đúng thiết bị</source>
            <translation>Signing: wrong token</translation>
        </message>
        <message>
            <source>Cắm thiết bị ký số vào cổng USB để ký; bấm để xem cách xử lý khi máy không nhận thiết bị.</source>
            <translation>Put the token into a USB port to sign; press to see what to do when it is not found.</translation>
        </message>
        <message>
            <source>Chưa cắm thiết bị ký số</source>
            <translation>No signing token</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Khóa (Ctrl+L)</source>
            <translation>Lock (Ctrl+L)</translation>
        </message>
    </context>
    <context>
        <name>TransferDialog</name>
        <message>
            <source>Chuyển xử lý</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>&amp;Chuyển</source>
            <translation>&amp;Transfer</translation>
        </message>
        <message>
            <source>&amp;Người nhận</source>
            <translation>&amp;Handlers</translation>
        </message>
        <message>
            <source>Hạn &amp;xử lý</source>
            <translation>Dead&amp;line</translation>
        </message>
        <message>
            <source>Ý kiến chỉ đạ&amp;o</source>
            <translation>&amp;Directive</translation>
        </message>
        <message>
            <source>Có hạn xử lý</source>
            <translation>Has a deadline</translation>
        </message>
        <message>
            <source>Ngày hạn xử lý</source>
            <translation>Date of the deadline</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Ngày mai</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>3 ngày</source>
            <translation>3 days</translation>
        </message>
        <message>
            <source>1 tuần</source>
            <translation>1 week</translation>
        </message>
        <message>
            <source>Cuối tháng</source>
            <translation>End of month</translation>
        </message>
        <message>
            <source>Mẫu</source>
            <translation>Samples</translation>
        </message>
        <message>
            <source>Ý kiến thường dùng</source>
            <translation>Usual directives</translation>
        </message>
        <message>
            <source>Chưa chọn chủ trì.</source>
            <translation>Choose the lead.</translation>
        </message>
        <message>
            <source>Chủ trì</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>Phối hợp</source>
            <translation>Co-handler</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>For information</translation>
        </message>
        <message>
            <source>Chọn một đơn vị hoặc một người chủ trì.</source>
            <translation>Choose one lead unit or person.</translation>
        </message>
    </context>
    <context>
        <name>TransfersPage</name>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>Direction</translation>
        </message>
        <message>
            <source>Dung lượng</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Tiến độ</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tệp đang truyền</source>
            <translation>Files on their way</translation>
        </message>
        <message>
            <source>Không có tệp nào đang truyền</source>
            <translation>No file is on its way</translation>
        </message>
        <message>
            <source>Tệp được tải khi mở văn bản, và gửi cùng việc.</source>
            <translation>Files are fetched when a document is opened, and sent with acts.</translation>
        </message>
        <message>
            <source>Tạm &amp;dừng</source>
            <translation>Pau&amp;se</translation>
        </message>
        <message>
            <source>&amp;Hủy tải</source>
            <translation>Cancel &amp;download</translation>
        </message>
        <message>
            <source>Tạm dừng &amp;tất cả</source>
            <translation>Pause &amp;all</translation>
        </message>
        <message>
            <source>Tiếp tục &amp;tất cả</source>
            <translation>Continue &amp;all</translation>
        </message>
        <message>
            <source>Tiếp tụ&amp;c</source>
            <translation>&amp;Continue</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>THỰC HÀNH · {office}</source>
            <translation>PRACTICE · {office}</translation>
        </message>
        <message>
            <source>Tác nghiệp vẫn chạy cạnh đồng hồ</source>
            <translation>Tác nghiệp goes on beside the clock</translation>
        </message>
        <message>
            <source>Văn bản mới và việc đến hạn vẫn được báo. Bấm biểu tượng để mở lại; chuột phải để thoát.</source>
            <translation>New documents and due work are still announced. Click the icon to open it again; right-click to exit.</translation>
        </message>
        <message>
            <source>Mở Tác nghiệp</source>
            <translation>Open Tác nghiệp</translation>
        </message>
        <message>
            <source>Tác nghiệp (đang khóa)</source>
            <translation>Tác nghiệp (locked)</translation>
        </message>
        <message>
            <source>Mở khóa…</source>
            <translation>Unlock…</translation>
        </message>
        <message numerus="yes">
            <source>%n văn bản mới đến</source>
            <translation>
                <numerusform>%n new document</numerusform>
                <numerusform>%n new document</numerusform>
            </translation>
        </message>
        <message>
            <source>Không có việc nào đang chờ</source>
            <translation>Nothing is waiting</translation>
        </message>
        <message>
            <source>Văn bản đến: {n}</source>
            <translation>Incoming: {n}</translation>
        </message>
        <message>
            <source>Văn bản đi: {n}</source>
            <translation>Outgoing: {n}</translation>
        </message>
        <message>
            <source>Chờ ký: {n}</source>
            <translation>To sign: {n}</translation>
        </message>
        <message>
            <source>Nhiệm vụ: {n}</source>
            <translation>Tasks: {n}</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Sync now</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Thoát</source>
            <translation>Exit</translation>
        </message>
    </context>
    <context>
        <name>TrustWindow</name>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Trusted root certificates</translation>
        </message>
        <message>
            <source>Chữ ký số chỉ được coi là hợp lệ khi chứng thư của người ký do một chứng thư gốc dưới đây bảo đảm.</source>
            <translation>A signature counts as valid only where a root certificate below vouches for the signer's.</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Hiệu lực đến</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>Nguồn</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>State</translation>
        </message>
        <message>
            <source>&amp;Thêm từ tệp…</source>
            <translation>&amp;Add from file…</translation>
        </message>
        <message>
            <source>Đối &amp;chiếu dấu vân tay…</source>
            <translation>&amp;Compare fingerprint…</translation>
        </message>
        <message>
            <source>&amp;Gỡ bỏ…</source>
            <translation>&amp;Remove…</translation>
        </message>
        <message>
            <source>Đó&amp;ng</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>Cơ quan quy định chứng thư gốc; không thêm ở máy này</source>
            <translation>The office sets the root certificates; none are added on this machine</translation>
        </message>
        <message>
            <source>Chưa có chứng thư gốc nào, nên chưa kết luận được chữ ký số nào là hợp lệ.</source>
            <translation>There are no root certificates, so no signature can be found valid.</translation>
        </message>
        <message>
            <source>Gỡ chứng thư gốc</source>
            <translation>Remove a root certificate</translation>
        </message>
        <message>
            <source>Gỡ {name} khỏi danh sách tin cậy?</source>
            <translation>Remove {name} from the trusted ones?</translation>
        </message>
        <message>
            <source>Chữ ký dựa vào chứng thư này sẽ thành “Chưa xác định” trên máy này.</source>
            <translation>Signatures that rest on it become “Unknown” on this machine.</translation>
        </message>
        <message>
            <source>&amp;Gỡ bỏ</source>
            <translation>&amp;Remove</translation>
        </message>
        <message>
            <source>Giữ &amp;lại</source>
            <translation>&amp;Keep</translation>
        </message>
    </context>
    <context>
        <name>TwoPanes</name>
        <message>
            <source>Về danh sách (Esc)</source>
            <translation>Back to the list (Esc)</translation>
        </message>
    </context>
    <context>
        <name>UnsentPage</name>
        <message>
            <source>Lúc</source>
            <translation>At</translation>
        </message>
        <message>
            <source>Việc</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>Về</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Unsent work</translation>
        </message>
        <message>
            <source>Mọi việc đã gửi xong</source>
            <translation>Everything has been sent</translation>
        </message>
        <message>
            <source>Không còn việc nào nằm lại trên máy này.</source>
            <translation>Nothing is left on this computer.</translation>
        </message>
        <message>
            <source>Không có việc nào khớp</source>
            <translation>Nothing matches</translation>
        </message>
        <message>
            <source>Thử ít từ hơn.</source>
            <translation>Try fewer words.</translation>
        </message>
        <message>
            <source>Lọc theo việc hoặc văn bản</source>
            <translation>Filter by act or document</translation>
        </message>
        <message>
            <source>Lọc việc chưa gửi</source>
            <translation>Filter unsent work</translation>
        </message>
        <message>
            <source>&amp;Xem và sửa</source>
            <translation>&amp;View and correct</translation>
        </message>
        <message>
            <source>&amp;Gửi lại</source>
            <translation>Send a&amp;gain</translation>
        </message>
        <message>
            <source>&amp;Rút lại</source>
            <translation>&amp;Withdraw</translation>
        </message>
        <message>
            <source>Gửi &amp;tất cả ngay</source>
            <translation>Send &amp;all now</translation>
        </message>
        <message numerus="yes">
            <source>%n việc chưa gửi</source>
            <translation>
                <numerusform>%n unsent act</numerusform>
                <numerusform>%n unsent acts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n việc cần bạn xem lại</source>
            <translation>
                <numerusform>%n act needs you</numerusform>
                <numerusform>%n acts need you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UpdateWindow</name>
        <message>
            <source>Cập nhật chương trình</source>
            <translation>Program update</translation>
        </message>
        <message>
            <source>Đã tải</source>
            <translation>Fetched</translation>
        </message>
        <message>
            <source>Có gì mới</source>
            <translation>What is new</translation>
        </message>
        <message>
            <source>&amp;Tải về</source>
            <translation>&amp;Fetch</translation>
        </message>
        <message>
            <source>Đón&amp;g</source>
            <translation>Cl&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Kiểm tra ngay</source>
            <translation>Check &amp;now</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>Đang hỏi nguồn cập nhật…</source>
            <translation>Asking the update source…</translation>
        </message>
        <message>
            <source>Máy này đang dùng bản %1.</source>
            <translation>This computer runs version %1.</translation>
        </message>
        <message>
            <source>Đang dùng bản mới nhất</source>
            <translation>You have the newest version</translation>
        </message>
        <message>
            <source>Có bản %1 cho Windows mới hơn</source>
            <translation>Version %1 is there for a newer Windows</translation>
        </message>
        <message>
            <source>Chưa biết có bản mới hay không</source>
            <translation>Not known whether there is a new version</translation>
        </message>
        <message>
            <source>Chưa có bản mới nào được công bố</source>
            <translation>No newer version has been published</translation>
        </message>
        <message>
            <source>Máy này chưa chạy được bản mới. Báo quản trị của cơ quan khi thuận tiện.</source>
            <translation>This computer cannot run the new version. Tell your administrator when convenient.</translation>
        </message>
        <message>
            <source>Thông báo cập nhật đã hết hạn nên không dùng. Báo quản trị của cơ quan.</source>
            <translation>The update announcement has expired and is not used. Tell your administrator.</translation>
        </message>
        <message>
            <source>Chưa hỏi được nơi công bố bản cập nhật. Chương trình tự hỏi lại sau.</source>
            <translation>The place where updates are published did not answer. The program asks again later.</translation>
        </message>
        <message>
            <source>Thông báo cập nhật không qua được bước kiểm tra nên không dùng. Báo quản trị của cơ quan.</source>
            <translation>The update announcement did not pass the check and is not used. Tell your administrator.</translation>
        </message>
        <message>
            <source>Có bản mới: Tác nghiệp %1</source>
            <translation>New version: Tác nghiệp %1</translation>
        </message>
        <message>
            <source>Bản mới công bố ngày %1.</source>
            <translation>The new version was published on %1.</translation>
        </message>
        <message>
            <source>Đang tải %1/%2</source>
            <translation>Fetching %1 of %2</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan cài bản này. Bạn không phải làm gì.</source>
            <translation>Your administrator installs this version. There is nothing for you to do.</translation>
        </message>
        <message>
            <source>Bộ cài sẽ mở khi bạn thoát chương trình. Windows hỏi lại trước khi cài.</source>
            <translation>The installer opens when you leave the program. Windows asks again before it installs.</translation>
        </message>
        <message>
            <source>&amp;Thôi, để sau</source>
            <translation>&amp;Not now</translation>
        </message>
        <message>
            <source>Bản này đã tải xong và đã được kiểm tra. Bạn có quyền quản trị máy này nên có thể cài khi thoát chương trình.</source>
            <translation>This version has been fetched and checked. You are an administrator of this computer, so it can be installed when you leave the program.</translation>
        </message>
        <message>
            <source>Cài khi t&amp;hoát</source>
            <translation>Install on &amp;exit</translation>
        </message>
        <message>
            <source>Đang tải bản mới. Tải xong thì cài được khi thoát chương trình.</source>
            <translation>The new version is being fetched. Then it can be installed when you leave the program.</translation>
        </message>
        <message>
            <source>Bạn có quyền quản trị máy này: tải về trước, rồi cài khi thoát chương trình.</source>
            <translation>You are an administrator of this computer: fetch it first, then install it when you leave the program.</translation>
        </message>
        <message>
            <source>&amp;Tải về (%1)</source>
            <translation>&amp;Fetch (%1)</translation>
        </message>
        <message>
            <source>Máy tự cài bản này vào lúc chương trình đã đóng. Bạn cứ làm việc, không bị ngắt.</source>
            <translation>This computer installs it by itself while the program is closed. Your work is not interrupted.</translation>
        </message>
        <message>
            <source>Quản trị của cơ quan sẽ cài bản này cho máy của bạn. Bạn không phải làm gì.</source>
            <translation>Your administrator will install this version on your computer. There is nothing for you to do.</translation>
        </message>
        <message>
            <source>Có bả&amp;n mới %1…</source>
            <translation>&amp;New version %1…</translation>
        </message>
        <message>
            <source>Có bản mới %1 của chương trình.</source>
            <translation>Version %1 of the program is there.</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>Look</translation>
        </message>
    </context>
    <context>
        <name>VerdictPanel</name>
        <message>
            <source>Chi tiết chữ ký số</source>
            <translation>Signature details</translation>
        </message>
        <message>
            <source>Chữ ký số</source>
            <translation>Signatures</translation>
        </message>
        <message>
            <source>Đóng chi tiết chữ ký số (Esc)</source>
            <translation>Close signature details (Esc)</translation>
        </message>
        <message>
            <source>Mở danh sách chứng thư gốc…</source>
            <translation>Open the list of root certificates…</translation>
        </message>
        <message>
            <source>Kiểm tra lại</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>Báo cáo kỹ thuật</source>
            <translation>Technical report</translation>
        </message>
        <message>
            <source>Chép báo cáo</source>
            <translation>Copy report</translation>
        </message>
        <message>
            <source>Lưu báo cáo…</source>
            <translation>Save report…</translation>
        </message>
    </context>
    <context>
        <name>VerdictStrip</name>
        <message>
            <source>chi tiết</source>
            <translation>details</translation>
        </message>
        <message>
            <source>Ai ký, lúc nào, từ đó đến nay có gì thay đổi</source>
            <translation>Who signed, when, and what has changed since</translation>
        </message>
        <message>
            <source>Chi tiết chữ ký số: {verdict}</source>
            <translation>Signature details: {verdict}</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Lưu báo cáo kỹ thuật</source>
            <translation>Save the technical report</translation>
        </message>
        <message>
            <source>Bao-cao-chu-ky-so.txt</source>
            <translation>Signature-report.txt</translation>
        </message>
        <message>
            <source>Đang kiểm tra chữ ký số…</source>
            <translation>Checking signatures…</translation>
        </message>
        <message numerus="yes">
            <source>%n chữ ký</source>
            <translation>
                <numerusform>%n signature</numerusform>
                <numerusform>%n signatures</numerusform>
            </translation>
        </message>
        <message>
            <source>Bản tại thời điểm ký của {signer}</source>
            <translation>As signed by {signer}</translation>
        </message>
        <message>
            <source>Bản tại thời điểm ký của {signer}, {time}</source>
            <translation>As signed by {signer}, {time}</translation>
        </message>
        <message>
            <source>chữ ký khớp, nhưng tệp chưa đáng tin cậy</source>
            <translation>the signature fits, but the file cannot be relied on</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>none</translation>
        </message>
        <message>
            <source>Giờ tin cậy</source>
            <translation>Trusted time</translation>
        </message>
        <message>
            <source>không ghi</source>
            <translation>not given</translation>
        </message>
        <message>
            <source>Giờ máy người ký</source>
            <translation>Signer's clock</translation>
        </message>
        <message>
            <source>Mức chữ ký</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Từ khi ký</source>
            <translation>Since then</translation>
        </message>
        <message>
            <source>B-B, không có dấu thời gian</source>
            <translation>B-B, without a time-stamp</translation>
        </message>
        <message>
            <source>B-T, có dấu thời gian</source>
            <translation>B-T, with a time-stamp</translation>
        </message>
        <message>
            <source>B-LT, kiểm tra được lâu dài</source>
            <translation>B-LT, can be judged for long</translation>
        </message>
        <message>
            <source>B-LTA, lưu trữ lâu dài</source>
            <translation>B-LTA, for the archive</translation>
        </message>
        <message>
            <source>kiểu cũ (CMS)</source>
            <translation>older kind (CMS)</translation>
        </message>
        <message>
            <source>chữ ký không bao phủ cả tệp</source>
            <translation>the signature does not cover the whole file</translation>
        </message>
        <message>
            <source>nội dung đã bị thay đổi</source>
            <translation>the content was changed</translation>
        </message>
        <message>
            <source>có ô biểu mẫu được điền thêm</source>
            <translation>form fields were filled in</translation>
        </message>
        <message>
            <source>không có gì thêm vào tệp</source>
            <translation>nothing was added to the file</translation>
        </message>
        <message>
            <source>nội dung không đổi; chỉ thêm dấu thời gian, dữ liệu xác thực</source>
            <translation>content unchanged; time-stamps and validation data added</translation>
        </message>
        <message>
            <source>nội dung không đổi; chỉ thêm chữ ký, số và ngày, dữ liệu xác thực của các bước sau</source>
            <translation>content unchanged; signatures, number and date, and validation data of later steps added</translation>
        </message>
        <message>
            <source>dấu thời gian {time}</source>
            <translation>time stamp {time}</translation>
        </message>
        <message>
            <source>giờ theo máy người ký {time}</source>
            <translation>time by the signer's computer {time}</translation>
        </message>
    </context>
    <context>
        <name>WeekGrid</name>
        <message>
            <source>Lịch công tác tuần</source>
            <translation>Week's schedule</translation>
        </message>
        <message>
            <source>Duyệt lịch này</source>
            <translation>Approve this entry</translation>
        </message>
    </context>
    <context>
        <name>WeekModel</name>
        <message>
            <source>Sáng</source>
            <translation>AM</translation>
        </message>
        <message>
            <source>Chiều</source>
            <translation>PM</translation>
        </message>
        <message>
            <source>trống</source>
            <translation>empty</translation>
        </message>
    </context>
    <context>
        <name>WelcomeWindow</name>
        <message>
            <source>Văn bản đến, văn bản đi</source>
            <translation>Incoming and outgoing documents</translation>
        </message>
        <message>
            <source>Lịch công tác và nhiệm vụ</source>
            <translation>Schedule and tasks</translation>
        </message>
        <message>
            <source>Ký duyệt và ký số cơ quan</source>
            <translation>Approval by signature and agency signature</translation>
        </message>
        <message>
            <source>Làm việc được cả khi mất mạng</source>
            <translation>Works with the line down, too</translation>
        </message>
        <message>
            <source>Địa &amp;chỉ hệ thống của cơ quan</source>
            <translation>&amp;Address of your agency's system</translation>
        </message>
        <message>
            <source>Địa chỉ hệ thống của cơ quan</source>
            <translation>Address of your agency's system</translation>
        </message>
        <message>
            <source>Đăng &amp;nhập</source>
            <translation>&amp;Sign in</translation>
        </message>
        <message>
            <source>Chưa có tài khoản, hoặc muốn tập làm trước? Văn phòng thực hành có đủ văn bản và chữ ký tập, không có giá trị sử dụng, không gửi đi đâu.</source>
            <translation>No account yet, or want to practise first? The practice office has documents and practice signatures; they have no validity and go nowhere.</translation>
        </message>
        <message>
            <source>Làm với vai</source>
            <translation>Work as</translation>
        </message>
        <message>
            <source>Mở văn phòng &amp;thực hành</source>
            <translation>Open the &amp;practice office</translation>
        </message>
        <message>
            <source>&amp;Báo cáo sự cố…</source>
            <translation>&amp;Report a problem…</translation>
        </message>
        <message>
            <source>Đang chờ đăng nhập trong trình duyệt</source>
            <translation>Waiting for the sign-in in the browser</translation>
        </message>
        <message>
            <source>Trang đăng nhập đã mở trong trình duyệt. Đăng nhập xong, cửa sổ này tự chuyển vào việc.</source>
            <translation>The sign-in page is open in the browser. After the sign-in this window goes on to work by itself.</translation>
        </message>
        <message>
            <source>&amp;Mở lại trang</source>
            <translation>&amp;Open the page again</translation>
        </message>
        <message>
            <source>&amp;Chép địa chỉ trang</source>
            <translation>&amp;Copy the page's address</translation>
        </message>
        <message>
            <source>Hủ&amp;y</source>
            <translation>Ca&amp;ncel</translation>
        </message>
    </context>
    <context>
        <name>Workroom</name>
        <message>
            <source>Xem việc chưa gửi</source>
            <translation>View unsent work</translation>
        </message>
        <message>
            <source>Mở biểu mẫu</source>
            <translation>Open the form</translation>
        </message>
        <message>
            <source>Mở bàn ký</source>
            <translation>Open the signing desk</translation>
        </message>
        <message>
            <source>Lần trước chương trình đã dừng đột ngột. Việc đã làm không mất.</source>
            <translation>The program stopped suddenly last time. Nothing that was done is lost.</translation>
        </message>
        <message>
            <source>Lập báo cáo</source>
            <translation>Make a report</translation>
        </message>
        <message>
            <source>Soạn văn bản đi</source>
            <translation>Write an outgoing document</translation>
        </message>
        <message>
            <source>Đồng bộ ngay</source>
            <translation>Synchronise now</translation>
        </message>
        <message>
            <source>Việc chưa gửi</source>
            <translation>Unsent work</translation>
        </message>
        <message>
            <source>Kiểm tra chữ ký số của tệp…</source>
            <translation>Check the signatures of a file…</translation>
        </message>
        <message>
            <source>Ký tệp PDF ngoài hệ thống…</source>
            <translation>Sign PDF files from elsewhere…</translation>
        </message>
        <message>
            <source>Chứng thư gốc tin cậy</source>
            <translation>Trusted root certificates</translation>
        </message>
        <message>
            <source>Thiết bị ký số</source>
            <translation>Signing token</translation>
        </message>
        <message>
            <source>Cài đặt</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Cập nhật chương trình</source>
            <translation>Program update</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Báo cáo chẩn đoán…</source>
            <translation>Diagnostic report…</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Mở %1</source>
            <translation>Open %1</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Văn bản đến</source>
            <translation>Incoming</translation>
        </message>
        <message>
            <source>Văn bản đi</source>
            <translation>Outgoing</translation>
        </message>
        <message>
            <source>Chờ ký</source>
            <translation>To sign</translation>
        </message>
        <message>
            <source>Nhiệm vụ</source>
            <translation>Tasks</translation>
        </message>
        <message>
            <source>Lịch công tác</source>
            <translation>Schedule</translation>
        </message>
        <message>
            <source>Xem chứng thư</source>
            <translation>See certificates</translation>
        </message>
        <message>
            <source>Đang ký số. Ký xong thì cửa sổ mới đổi theo cài đặt này.</source>
            <translation>Documents are being signed. This setting takes hold when that is done.</translation>
        </message>
        <message>
            <source>Mở một văn bản hoặc nhiệm vụ rồi sao chép liên kết.</source>
            <translation>Open a document or a task, then copy its link.</translation>
        </message>
    </context>
</TS>
