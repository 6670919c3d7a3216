; The installer that a person runs, or a script with /S. What stands between @ is filled in by nsis.py.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define KEY "@KEY@"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\TacNghiep"
!define VERSION "@VERSION@"
!define PROGRAM "tacnghiep.exe"

Name "Tác nghiệp"
OutFile "@OUTPUT@"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\TacNghiep"
SetCompressor @COMPRESSOR@
BrandingText "Tác nghiệp ${VERSION}"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "@FOUR@"
VIAddVersionKey /LANG=0 "ProductName" "Tác nghiệp"
VIAddVersionKey /LANG=0 "FileDescription" "Bộ cài đặt Tác nghiệp"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "@ICON@"
!define MUI_UNICON "@ICON@"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN)"
!insertmacro MUI_PAGE_LICENSE "@PAYLOAD@/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString OPEN ${LANG_VIETNAMESE} "Mở Tác nghiệp"
LangString OPEN ${LANG_ENGLISH} "Open Tác nghiệp"
LangString ONLY64 ${LANG_VIETNAMESE} "Tác nghiệp cần Windows 10 (1809) 64-bit trở lên."
LangString ONLY64 ${LANG_ENGLISH} "Tác nghiệp needs 64-bit Windows 10 (1809) or later."
LangString NEWER ${LANG_VIETNAMESE} "Máy này đã có Tác nghiệp $0, mới hơn bản ${VERSION} này. Không cài bản cũ đè lên: dữ liệu của bản mới có thể không đọc được."
LangString NEWER ${LANG_ENGLISH} "This computer has Tác nghiệp $0, newer than this ${VERSION}. The older one is not installed over it: it might not read the newer one's data."
LangString BYMSI ${LANG_VIETNAMESE} "Tác nghiệp trên máy này do người quản trị cài bằng gói MSI. Hãy nhờ người quản trị cập nhật."
LangString BYMSI ${LANG_ENGLISH} "Tác nghiệp was installed on this computer from its MSI by an administrator. Ask the administrator to update it."
LangString RUNNING ${LANG_VIETNAMESE} "Tác nghiệp đang mở. Hãy đóng chương trình (kể cả biểu tượng cạnh đồng hồ) rồi bấm Thử lại."
LangString RUNNING ${LANG_ENGLISH} "Tác nghiệp is open. Close it (its icon beside the clock too), then choose Retry."
LangString REMOVEPROFILE ${LANG_VIETNAMESE} "Xóa cả hồ sơ làm việc trên máy này: văn bản đã tải, bản nháp và việc CHƯA GỬI về trung tâm?$\r$\n$\r$\nNếu sẽ cài lại, hãy chọn Không."
LangString REMOVEPROFILE ${LANG_ENGLISH} "Remove the working data on this computer too: fetched documents, drafts and work NOT YET SENT to the central system?$\r$\n$\r$\nChoose No if it will be installed again."

; Files of a program that runs can be renamed but not written to: an upgrade over it would be half of each.
!macro WAITUNTILCLOSED UN
Function ${UN}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $1 "$INSTDIR\${PROGRAM}" a
  ${IfNot} ${Errors}
    FileClose $1
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel 5
    Abort
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY again
  Abort
FunctionEnd
!macroend
!insertmacro WAITUNTILCLOSED ""
!insertmacro WAITUNTILCLOSED "un."

!macro SAYANDSTOP WORDS LEVEL
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}"
  ${EndIf}
  SetErrorLevel ${LEVEL}
  Quit
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro SAYANDSTOP "$(ONLY64)" 2
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  ReadRegStr $0 HKLM "${KEY}" "Package"
  ${If} $0 == "msi"
    !insertmacro SAYANDSTOP "$(BYMSI)" 3
  ${EndIf}
  ReadRegStr $0 HKLM "${KEY}" "Version"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
      !insertmacro SAYANDSTOP "$(NEWER)" 4
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  ; What an older version had and this one has not must go: Python would find it.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "@PAYLOAD@/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "Package" "setup"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Tác nghiệp"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Tác nghiệp"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" @KILOBYTES@
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  CreateShortcut "$SMPROGRAMS\Tác nghiệp.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !include "@REMOVE@"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\Tác nghiệp.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegKey HKLM "${KEY}"
  ClearErrors
  ${GetOptions} $0 "/REMOVEPROFILE" $1
  ${IfNot} ${Errors}
    Goto remove
  ${EndIf}
  ${If} ${Silent}
    Return
  ${EndIf}
  SetShellVarContext current
  ${If} ${FileExists} "$LOCALAPPDATA\TacNghiep\*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVEPROFILE)" IDYES remove
  ${EndIf}
  Return
  remove:
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\TacNghiep"
SectionEnd
