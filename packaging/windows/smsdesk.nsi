; The installer for Windows. README.md beside this file says what it promises, and what each exit code means.
; installer.py compiles it, and defines VERSION, VERSION_QUAD, PAYLOAD, LIST, ICON, BANNER, SIZE_KB and OUT (and SIGN, with a certificate).

Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 32
RequestExecutionLevel user ; /ALLUSERS is for whoever is an administrator already
ManifestSupportedOS all
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include exit_codes.nsh
!include strings.nsh
!include listed_files.nsh
!include open_with.nsh
!include checks.nsh

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\smsdesk"
!define INCOMING "$INSTDIR\.smsdesk-incoming" ; the new version, until all of it is there
!define OUTGOING "$INSTDIR\.smsdesk-outgoing" ; the old version, until the new one has its place

Name "smsdesk"
OutFile "${OUT}"
BrandingText "smsdesk ${VERSION}"
AllowSkipFiles off
SetDateSave off ; two builds are the same
InstallDir "" ; .onInit finds it; only /D= sets it before

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

Var Folder ; where it is installed already; empty when it is not

Function .onInit
  !insertmacro RefuseOldWindows
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    !insertmacro RequireAdministrator "$EXEPATH" "/ALLUSERS"
    SetShellVarContext all
    StrCpy $2 "$PROGRAMFILES64\smsdesk"
  ${Else}
    StrCpy $2 "$LOCALAPPDATA\Programs\smsdesk"
  ${EndIf}

  ReadRegStr $Folder SHCTX "${ENTRY}" "InstallLocation"
  ${IfNot} ${FileExists} "$Folder\smsdesk.exe"
    StrCpy $Folder ""
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $2
    ${If} $Folder != ""
      StrCpy $INSTDIR $Folder
    ${EndIf}
  ${EndIf}
  ${If} ${Silent}
    !insertmacro RefuseUnfitFolder Quit
  ${EndIf}
FunctionEnd

Function SkipWhenInstalled
  ${If} $Folder != ""
    Abort
  ${EndIf}
FunctionEnd

Function CheckChosenFolder
  !insertmacro RefuseUnfitFolder Abort
FunctionEnd

Section
  !insertmacro HoldShut
  SetOutPath "$INSTDIR"
  ; An installer that was ended by force, by a power cut say: its list, if the folder has none, tells what it put here.
  Rename "${INCOMING}\${LISTED}" "$INSTDIR\${LISTED}"
  RMDir /r "${INCOMING}"
  RMDir /r "${OUTGOING}"
  ; All of it is unpacked beside the old version first: a disk that is full ends this here (.onInstFailed).
  SetOutPath "${INCOMING}"
  File /r "${PAYLOAD}/*"
  ClearErrors
  WriteUninstaller "${INCOMING}\uninstall.exe"
  ${If} ${Errors}
    Abort
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call ChangeVersions
  ${If} ${Errors}
    Abort
  ${EndIf}

  !insertmacro RegisterOpenWith
  CreateShortcut "$SMPROGRAMS\smsdesk.lnk" "$INSTDIR\smsdesk.exe" "" "$INSTDIR\smsdesk.exe" 0 "" "" "$(ABOUT)"
  WriteRegStr SHCTX "${ENTRY}" "DisplayName" "smsdesk"
  WriteRegStr SHCTX "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ENTRY}" "DisplayIcon" "$INSTDIR\smsdesk.exe"
  WriteRegStr SHCTX "${ENTRY}" "Publisher" "smsdesk"
  WriteRegStr SHCTX "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ENTRY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${ENTRY}" "NoModify" 1
  WriteRegDWORD SHCTX "${ENTRY}" "NoRepair" 1
  !insertmacro LetGo
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP" ; the current folder can't be removed
  RMDir /r "${INCOMING}"
  RMDir "$INSTDIR" ; only if nothing was there before
  !insertmacro LetGo
  SetErrorLevel ${EXIT_FAILED}
  MessageBox MB_OK|MB_ICONSTOP "$(FAILED)" /SD IDOK
FunctionEnd

; Puts the new version in the old one's place, file by file: only what a version's own list names is touched. Each file is
; renamed, which needs no room on the disk and can be taken back. Errors: the old version stands where it stood.
Function ChangeVersions
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\${LISTED}" "$PLUGINSDIR\old.txt" ; not there at a first installation
  ClearErrors
  CopyFiles /SILENT "${INCOMING}\${LISTED}" "$PLUGINSDIR\new.txt"
  ${If} ${Errors}
    Return
  ${EndIf}
  !insertmacro MoveListed "$PLUGINSDIR\old.txt" "$INSTDIR" "${OUTGOING}"
  ${IfNot} ${Errors}
    !insertmacro MoveListed "$PLUGINSDIR\new.txt" "$INSTDIR" "${OUTGOING}" ; files of our names that no list knows
    ${IfNot} ${Errors}
      !insertmacro MoveListed "$PLUGINSDIR\new.txt" "${INCOMING}" "$INSTDIR"
      ${IfNot} ${Errors}
        !insertmacro RemoveListedFolders "$PLUGINSDIR\old.txt" "$INSTDIR"
        !insertmacro LetGo ; what is held can't be deleted
        RMDir /r "${INCOMING}" ; its folders are empty now
        RMDir /r "${OUTGOING}" ; only what was moved there by the lists
        ClearErrors
        Return
      ${EndIf}
      !insertmacro MoveListed "$PLUGINSDIR\new.txt" "$INSTDIR" "${INCOMING}"
    ${EndIf}
  ${EndIf}
  !insertmacro MoveListed "$PLUGINSDIR\old.txt" "${OUTGOING}" "$INSTDIR"
  !insertmacro MoveListed "$PLUGINSDIR\new.txt" "${OUTGOING}" "$INSTDIR"
  RMDir "${OUTGOING}"
  SetErrors
FunctionEnd

Function Start
  ; By the desktop, so that it is the user's own program even when the installer is an administrator's.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\smsdesk.exe"'
FunctionEnd

Function un.onInit
  ReadRegStr $0 HKLM "${ENTRY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    !insertmacro RequireAdministrator "$INSTDIR\uninstall.exe" ""
    SetShellVarContext all
  ${EndIf}
FunctionEnd

Section Uninstall
  !insertmacro HoldShut
  ${IfNot} ${FileExists} "$INSTDIR\${LISTED}"
    !insertmacro LetGo
    !insertmacro Refuse Quit ${EXIT_NO_LIST} "$(NO_LIST)"
  ${EndIf}
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\${LISTED}" "$PLUGINSDIR\old.txt"
  !insertmacro LetGo
  !insertmacro RemoveListedFiles "$PLUGINSDIR\old.txt" "$INSTDIR"
  !insertmacro RemoveListedFolders "$PLUGINSDIR\old.txt" "$INSTDIR"
  RMDir "$INSTDIR" ; only if nothing else is in it
  Delete "$SMPROGRAMS\smsdesk.lnk"
  !insertmacro ForgetOpenWith
  DeleteRegKey SHCTX "${ENTRY}"
  DetailPrint "$(DATA_STAYS)"
SectionEnd

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenInstalled
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckChosenFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English" ; the first one is for everybody whose language is not here
!insertmacro MUI_LANGUAGE "Arabic"
!insertmacro Strings

; After the languages: what Windows shows of the installer itself.
VIProductVersion "${VERSION_QUAD}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "smsdesk"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "smsdesk Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT License"
