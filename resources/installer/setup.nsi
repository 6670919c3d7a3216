; The installer that a person runs, or a script with /S. What stands between @ is filled in by nsis.py.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

!define KEY "@KEY@"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\TacNghiep"
!define VERSION "@VERSION@"
!define TOLD "@TOLD@"
!define PROGRAM "@PROGRAM@"
; Halves of a second that a silent installation waits for the program to be closed.
!define PATIENCE 120
!include "@PARTS@"

; Exit codes, as the guide gives them to administrators; 1 (cancelled) and 2 (failed) are NSIS's own.
!define BYMSI_CODE 3
!define NEWER_CODE 4
!define RUNNING_CODE 5
!define WRONG_CODE 6
!define ONLY64_CODE 7
!define TWICE_CODE 8

Name "@NAME@"
OutFile "@OUTPUT@"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\TacNghiep"
SetCompressor @COMPRESSOR@
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "Tác nghiệp ${TOLD}"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "@FOUR@"
VIAddVersionKey /LANG=0 "ProductName" "Tác nghiệp"
VIAddVersionKey /LANG=0 "CompanyName" "Tác nghiệp"
VIAddVersionKey /LANG=0 "FileDescription" "Bộ cài đặt Tác nghiệp"
VIAddVersionKey /LANG=0 "FileVersion" "${TOLD}"
VIAddVersionKey /LANG=0 "ProductVersion" "${TOLD}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"
@FINALIZE@

Var centralurl
Var network
Var autostart
Var desktopshortcut
Var pdfverb
Var removeprofile

!define MUI_ICON "@ICON@"
!define MUI_UNICON "@ICON@"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenAsPerson
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN)"
!insertmacro MUI_PAGE_LICENSE "@PAYLOAD@/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString COPYING ${LANG_VIETNAMESE} "Đang chép chương trình..."
LangString COPYING ${LANG_ENGLISH} "Copying the program..."
LangString REMOVING ${LANG_VIETNAMESE} "Đang gỡ chương trình..."
LangString REMOVING ${LANG_ENGLISH} "Removing the program..."
LangString OPEN ${LANG_VIETNAMESE} "Mở Tác nghiệp"
LangString OPEN ${LANG_ENGLISH} "Open Tác nghiệp"
LangString PROGRAMPART ${LANG_VIETNAMESE} "Tác nghiệp (bắt buộc)"
LangString PROGRAMPART ${LANG_ENGLISH} "Tác nghiệp (required)"
LangString PDFPART ${LANG_VIETNAMESE} "Mục “Ký bằng Tác nghiệp” cho tệp PDF"
LangString PDFPART ${LANG_ENGLISH} "“Ký bằng Tác nghiệp” (sign) for PDF files"
LangString DESKTOPPART ${LANG_VIETNAMESE} "Biểu tượng trên màn hình nền"
LangString DESKTOPPART ${LANG_ENGLISH} "Icon on the desktop"
LangString AUTOSTARTPART ${LANG_VIETNAMESE} "Mở cùng Windows, cho mọi người dùng máy này"
LangString AUTOSTARTPART ${LANG_ENGLISH} "Start with Windows, for everybody who uses this computer"
LangString ABOUTPROGRAM ${LANG_VIETNAMESE} "Chương trình và mục trong trình đơn Bắt đầu."
LangString ABOUTPROGRAM ${LANG_ENGLISH} "The program, and its entry in the start menu."
LangString ABOUTPDF ${LANG_VIETNAMESE} "Thêm một mục khi bấm chuột phải vào tệp PDF. Chương trình vẫn dùng để mở tệp PDF không thay đổi."
LangString ABOUTPDF ${LANG_ENGLISH} "One more entry when a PDF file is right-clicked. The program that opens PDF files stays the same."
LangString ABOUTDESKTOP ${LANG_VIETNAMESE} "Cho mọi người dùng máy này."
LangString ABOUTDESKTOP ${LANG_ENGLISH} "For everybody who uses this computer."
LangString ABOUTAUTOSTART ${LANG_VIETNAMESE} "Chương trình chờ cạnh đồng hồ sau khi đăng nhập Windows."
LangString ABOUTAUTOSTART ${LANG_ENGLISH} "The program waits beside the clock after signing in to Windows."
LangString ONLY64 ${LANG_VIETNAMESE} "Tác nghiệp cần Windows 10 (1809) 64-bit trở lên."
LangString ONLY64 ${LANG_ENGLISH} "Tác nghiệp needs 64-bit Windows 10 (1809) or later."
LangString NEWER ${LANG_VIETNAMESE} "Máy này đã có Tác nghiệp $0, mới hơn bản ${VERSION} này. Không cài bản cũ đè lên: dữ liệu của bản mới có thể không đọc được."
LangString NEWER ${LANG_ENGLISH} "This computer has Tác nghiệp $0, newer than this ${VERSION}. The older one is not installed over it: it might not read the newer one's data."
LangString BYMSI ${LANG_VIETNAMESE} "Tác nghiệp trên máy này do người quản trị cài bằng gói MSI. Hãy nhờ người quản trị cập nhật."
LangString BYMSI ${LANG_ENGLISH} "Tác nghiệp was installed on this computer from its MSI by an administrator. Ask the administrator to update it."
LangString TWICE ${LANG_VIETNAMESE} "Tác nghiệp đang được cài hoặc gỡ ở một cửa sổ khác. Hãy chờ cho xong."
LangString TWICE ${LANG_ENGLISH} "Tác nghiệp is being installed or removed in another window. Wait until that is done."
LangString WRONG ${LANG_VIETNAMESE} "Không hiểu giá trị của tùy chọn $0: $1$\r$\nNhận: $2"
LangString WRONG ${LANG_ENGLISH} "The option $0 does not take the value $1$\r$\nIt takes: $2"
LangString RUNNING ${LANG_VIETNAMESE} "Tác nghiệp đang mở. Hãy đóng chương trình (kể cả biểu tượng cạnh đồng hồ, và ở các phiên Windows khác) rồi bấm Thử lại."
LangString RUNNING ${LANG_ENGLISH} "Tác nghiệp is open. Close it (its icon beside the clock too, and in other people's Windows sessions), then choose Retry."
LangString REMOVEPROFILE ${LANG_VIETNAMESE} "Xóa cả hồ sơ làm việc của bạn trên máy này: văn bản đã tải, bản nháp và việc CHƯA GỬI về trung tâm?$\r$\n$\r$\n$LOCALAPPDATA\TacNghiep$\r$\n$\r$\nNếu sẽ cài lại, hãy chọn Không."
LangString REMOVEPROFILE ${LANG_ENGLISH} "Remove your working data on this computer too: fetched documents, drafts and work NOT YET SENT to the central system?$\r$\n$\r$\n$LOCALAPPDATA\TacNghiep$\r$\n$\r$\nChoose No if it will be installed again."

!macro SAYANDSTOP WORDS LEVEL
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}"
  ${EndIf}
  SetErrorLevel ${LEVEL}
  Quit
!macroend

; Files of a program that runs can be renamed but not written to: an upgrade over it would be half of each.
!macro WAITUNTILCLOSED UN
Function ${UN}WaitUntilClosed
  StrCpy $2 0
  again:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    FileOpen $1 "$INSTDIR\${PROGRAM}" a
    FileClose $1
  ${EndIf}
  ${IfNot} ${Errors}
  ${AndIf} ${FileExists} "$INSTDIR\@TERMINAL@"
    FileOpen $1 "$INSTDIR\@TERMINAL@" a
    FileClose $1
  ${EndIf}
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ${If} ${Silent}
    IntOp $2 $2 + 1
    ${If} $2 > ${PATIENCE}
      SetErrorLevel ${RUNNING_CODE}
      Abort
    ${EndIf}
    Sleep 500
    Goto again
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY again
  SetErrorLevel ${RUNNING_CODE}
  Abort
FunctionEnd
!macroend
!insertmacro WAITUNTILCLOSED ""
!insertmacro WAITUNTILCLOSED "un."

; By its identifier the taskbar puts the program's windows together with the shortcut they came from.
!macro SHORTCUT PATH
  CreateShortcut "${PATH}" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
  Push "${PATH}"
  Call IdentifyShortcut
!macroend

Function IdentifyShortcut
  Exch $9
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("$9", ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call 'Oleaut32::SysAllocString(w "@APPID@") p.r3'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
        System::Call '*(&i2 ${VT_BSTR},&i6,p r3,p)p.r5'
        ${IPropertyStore::SetValue} $2 '($4,$5)'
        System::Call 'Oleaut32::SysFreeString(p r3)'
        System::Free $4
        System::Free $5
        ${IPropertyStore::Commit} $2 ""
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("$9",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
  Pop $9
FunctionEnd

; The installer runs as an administrator; the program must not.
Function OpenAsPerson
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

Section "$(PROGRAMPART)" sProgram
  SectionIn RO
  Call WaitUntilClosed
  ; Thousands of names tell a person nothing, and showing them takes longer than copying.
  SetDetailsPrint textonly
  DetailPrint "$(COPYING)"
  SetDetailsPrint none
  ; What an older version had and this one has not must go: Python would find it. It may have lain in another folder.
  ReadRegStr $R1 HKLM "${KEY}" "InstallDir"
  ${If} $R1 == ""
    StrCpy $R1 $INSTDIR
  ${EndIf}
  ${If} ${FileExists} "$R1\uninstall.exe"
    ExecWait '"$R1\uninstall.exe" /S /UPGRADE _?=$R1' $0
    ${If} $0 = ${RUNNING_CODE}
      SetErrorLevel ${RUNNING_CODE}
      Abort
    ${EndIf}
    Delete "$R1\uninstall.exe"
    RMDir "$R1"
  ${EndIf}
  !include "@FILES@"
  SetDetailsPrint lastused
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro UNREGISTER
  Delete "$DESKTOP\Tác nghiệp.lnk"
  !insertmacro REGISTER_always
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "@NAME@"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${TOLD}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Tác nghiệp"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" @KILOBYTES@
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  !insertmacro SHORTCUT "$SMPROGRAMS\Tác nghiệp.lnk"
  ${If} $centralurl != ""
    !insertmacro REGISTER_CENTRALURL
  ${EndIf}
  ${If} $network != ""
    !insertmacro REGISTER_NETWORK
  ${EndIf}
SectionEnd

Section "$(PDFPART)" sPdf
  !insertmacro REGISTER_PDFVERB
SectionEnd

Section /o "$(DESKTOPPART)" sDesktop
  StrCpy $desktopshortcut 1
  !insertmacro REGISTER_DESKTOPSHORTCUT
  !insertmacro SHORTCUT "$DESKTOP\Tác nghiệp.lnk"
SectionEnd

Section /o "$(AUTOSTARTPART)" sAutostart
  StrCpy $autostart 1
  !insertmacro REGISTER_AUTOSTART
SectionEnd

Section "-remember"
  ${IfNot} ${SectionIsSelected} ${sPdf}
    StrCpy $pdfverb 0
    !insertmacro REMEMBER_PDFVERB
  ${EndIf}
  ; The shell shows new verbs and links at once.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${sProgram} "$(ABOUTPROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${sPdf} "$(ABOUTPDF)"
  !insertmacro MUI_DESCRIPTION_TEXT ${sDesktop} "$(ABOUTDESKTOP)"
  !insertmacro MUI_DESCRIPTION_TEXT ${sAutostart} "$(ABOUTAUTOSTART)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; What stands behind " /NAME=" on the command line ($R0), up to the next space, or between quotation marks; the error flag
; where it was not said. NSIS's own GetOptions ends an address at its first slash.
Function Said
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  StrLen $1 $0
  StrCpy $2 0
  ${Do}
    StrCpy $3 $R0 $1 $2
    ${If} $3 == ""
      StrCpy $0 ""
      SetErrors
      Goto done
    ${EndIf}
    ${If} $3 == $0
      ${Break}
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
  IntOp $2 $2 + $1
  StrCpy $4 $R0 1 $2
  ${If} $4 == '"'
    IntOp $2 $2 + 1
  ${Else}
    StrCpy $4 " "
  ${EndIf}
  StrCpy $1 0
  ${Do}
    IntOp $3 $2 + $1
    StrCpy $3 $R0 1 $3
    ${If} $3 == $4
    ${OrIf} $3 == ""
      ${Break}
    ${EndIf}
    IntOp $1 $1 + 1
  ${Loop}
  StrCpy $0 $R0 $1 $2
  ClearErrors
  done:
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

!macro CHOOSE SECTION SAID
  ${If} ${SAID} == 1
    !insertmacro SelectSection ${SECTION}
  ${ElseIf} ${SAID} == 0
    !insertmacro UnselectSection ${SECTION}
  ${EndIf}
!macroend

; Held until this process ends.
!macro ONLYONE
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\TacNghiepSetup") p.r1 ?e'
  Pop $0
  ${If} $0 = 183
    !insertmacro SAYANDSTOP "$(TWICE)" ${TWICE_CODE}
  ${EndIf}
!macroend

Function .onInit
  !insertmacro ONLYONE
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} @OLDEST@
    !insertmacro SAYANDSTOP "$(ONLY64)" ${ONLY64_CODE}
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $0 HKLM "${KEY}" "Package"
  ${If} $0 == "msi"
    !insertmacro SAYANDSTOP "$(BYMSI)" ${BYMSI_CODE}
  ${EndIf}
  ReadRegStr $0 HKLM "${KEY}" "Version"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
      !insertmacro SAYANDSTOP "$(NEWER)" ${NEWER_CODE}
    ${EndIf}
  ${EndIf}
  ; What was said at an earlier installation counts where nothing is said now.
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\TacNghiep"
    StrCpy $INSTDIR $0
  ${EndIf}
  ${GetParameters} $R0
  StrCpy $R0 " $R0"
  !insertmacro READOPTIONS
  !insertmacro CHOOSE ${sPdf} $pdfverb
  !insertmacro CHOOSE ${sDesktop} $desktopshortcut
  !insertmacro CHOOSE ${sAutostart} $autostart
FunctionEnd

Function un.onInit
  ; An upgrade runs the older version's uninstaller itself.
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${If} ${Errors}
    !insertmacro ONLYONE
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
FunctionEnd

; Whether the profile of whoever runs this goes too: said on the command line, or by the person.
Function un.AskForProfile
  StrCpy $removeprofile 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  SetShellVarContext current
  ${If} ${FileExists} "$LOCALAPPDATA\TacNghiep\*"
    ClearErrors
    ${GetOptions} $0 "/REMOVEPROFILE" $1
    ${IfNot} ${Errors}
      StrCpy $removeprofile 1
    ${ElseIfNot} ${Silent}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVEPROFILE)" IDNO stays
      StrCpy $removeprofile 1
      stays:
    ${EndIf}
  ${EndIf}
  SetShellVarContext all
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  Call un.AskForProfile
  SetDetailsPrint textonly
  DetailPrint "$(REMOVING)"
  SetDetailsPrint none
  ${If} $removeprofile = 1
    ; While the program is still there. What is in the way of it keeps nobody from removing the rest.
    nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\@TERMINAL@" forget-keys --yes'
    Pop $1
  ${EndIf}
  !include "@REMOVE@"
  SetDetailsPrint lastused
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  !insertmacro UNREGISTER
  Delete "$SMPROGRAMS\Tác nghiệp.lnk"
  Delete "$DESKTOP\Tác nghiệp.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
  nsExec::Exec '"$SYSDIR\schtasks.exe" /Delete /TN "@TASK@" /F'
  Pop $1
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "TacNghiep"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${If} $removeprofile = 1
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\TacNghiep"
  ${EndIf}
SectionEnd
