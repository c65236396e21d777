; What has to be so before anything is changed.

Var Held ; the handle that keeps smsdesk.exe shut

; Says it (nobody is there to read it in a silent run), and leaves.
!macro Refuse HOW CODE WORDS
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  ${HOW}
!macroend

; What Qt 6.11 needs: Windows 10 of autumn 2018.
!macro RefuseOldWindows
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse Quit ${EXIT_OLD_WINDOWS} "$(OLD_WINDOWS)"
  ${EndIf}
!macroend

; Windows asks for the administrator's password when somebody sits there; a silent run ends.
!macro RequireAdministrator PROGRAM ARGUMENTS
  UserInfo::GetAccountType
  Pop $1
  ${If} $1 != "Admin"
    SetErrorLevel ${EXIT_NO_RIGHT}
    ${IfNot} ${Silent}
      ExecShell "runas" "${PROGRAM}" "${ARGUMENTS}"
    ${EndIf}
    Quit
  ${EndIf}
!macroend

; Windows lets nobody write to a program that runs, in whosever session. The handle is kept: nobody starts it meanwhile
; either, while renaming it stays allowed (FILE_SHARE_DELETE).
!macro HoldShut
  ${Do}
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\smsdesk.exe", i 0x40000000, i 4, p 0, i 3, i 0, p 0) p.s ?e'
    Pop $1
    Pop $Held
    ${If} $Held P<> -1
    ${OrIf} $1 = 2 ; ERROR_FILE_NOT_FOUND
    ${OrIf} $1 = 3 ; ERROR_PATH_NOT_FOUND
      ${Break}
    ${EndIf}
    ${If} $1 <> 32 ; ERROR_SHARING_VIOLATION
      !insertmacro Refuse Quit ${EXIT_NO_RIGHT} "$(NO_RIGHT)"
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel ${EXIT_OPEN}
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro LetGo
  ${If} $Held P<> -1
    System::Call 'kernel32::CloseHandle(p $Held)'
    StrCpy $Held -1
  ${EndIf}
!macroend

; HOW: Quit, or Abort to stay on the page. A profile is no place for a program: whoever removes the one must not touch
; the other. Another user's is known by its place, and one of --profile by what lies in it.
!macro RefuseUnfitFolder HOW
  System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .r1, p 0)'
  System::Call 'kernel32::GetLongPathNameW(w r1, w .r2, i ${NSIS_MAX_STRLEN}) i.r3'
  ${If} $3 = 0 ; it is not there yet
    StrCpy $2 $1
  ${EndIf}
  System::Call 'shlwapi::StrStrIW(w "$2\", w "\AppData\Local\smsdesk\") p.r3'
  ${If} $3 P<> 0
  ${OrIf} ${FileExists} "$2\smsdesk.db"
  ${OrIf} ${FileExists} "$2\smsdesk.lock"
    !insertmacro Refuse ${HOW} ${EXIT_UNFIT_FOLDER} "$(PROFILE)"
  ${EndIf}
  ${If} $Folder != ""
  ${AndIf} $Folder != $2
    !insertmacro Refuse ${HOW} ${EXIT_UNFIT_FOLDER} "$(ELSEWHERE)"
  ${EndIf}
  StrCpy $INSTDIR $2
!macroend
