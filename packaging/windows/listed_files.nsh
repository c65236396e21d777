; The files of a version, by its list: UTF-16 LE, a path a line, from the installation's folder; folders end with a
; backslash and come last, deepest first.

!define LISTED "installed-files.txt"
!define TRIES 20 ; a virus scanner that holds a new file lets go after a moment
!define PAUSE_MS 100

; Gives the next path in $1; jumps to DONE at the list's end. A list that was damaged must not lead out of the folder.
!macro NextListed LIST DONE
  FileReadUTF16LE ${LIST} $1
  StrCmp $1 "" ${DONE}
  ${Do}
    StrCpy $2 $1 1 -1
    ${If} $2 == "$\n"
    ${OrIf} $2 == "$\r"
      StrCpy $1 $1 -1
    ${Else}
      ${Break}
    ${EndIf}
  ${Loop}
  StrCpy $2 $1 1
  ${If} $2 == "\"
    StrCpy $1 ""
  ${EndIf}
  System::Call 'shlwapi::StrStrW(w r1, w "..") p.r2'
  System::Call 'shlwapi::StrStrW(w r1, w ":") p.r3'
  ${If} $2 P<> 0
  ${OrIf} $3 P<> 0
    StrCpy $1 ""
  ${EndIf}
!macroend

; Moves what is there; Errors when a file can't be moved, and then the rest stays.
!macro MoveListed FILE FROM TO
  !define HERE ${__COUNTER__}
  StrCpy $5 "${FROM}"
  StrCpy $6 "${TO}"
  ClearErrors
  FileOpen $4 "${FILE}" r
  ${IfNot} ${Errors}
    next_${HERE}:
    !insertmacro NextListed $4 done_${HERE}
    StrCpy $2 $1 1 -1
    ${If} $1 == ""
    ${OrIf} $2 == "\"
    ${OrIfNot} ${FileExists} "$5\$1"
      Goto next_${HERE}
    ${EndIf}
    ${IfNot} ${FileExists} "$5\$1\*.*" ; a folder of this name is not ours
      ${GetParent} "$6\$1" $2
      CreateDirectory "$2"
      ${For} $3 1 ${TRIES}
        ClearErrors
        Rename "$5\$1" "$6\$1"
        ${IfNot} ${Errors}
          Goto next_${HERE}
        ${EndIf}
        Sleep ${PAUSE_MS}
      ${Next}
    ${EndIf}
    FileClose $4
    SetErrors
    Goto end_${HERE}
    done_${HERE}:
    FileClose $4
  ${EndIf}
  ClearErrors ; no list: nothing is known of, nothing is moved
  end_${HERE}:
  !undef HERE
!macroend

!macro RemoveListedFiles FILE FROM
  !define HERE ${__COUNTER__}
  FileOpen $4 "${FILE}" r
  next_${HERE}:
  !insertmacro NextListed $4 done_${HERE}
  StrCpy $2 $1 1 -1
  ${If} $1 != ""
  ${AndIf} $2 != "\"
    Delete "${FROM}\$1"
  ${EndIf}
  Goto next_${HERE}
  done_${HERE}:
  FileClose $4
  !undef HERE
!macroend

; Only those in which nothing is left: what is not ours stays, and its folder with it.
!macro RemoveListedFolders FILE FROM
  !define HERE ${__COUNTER__}
  ClearErrors
  FileOpen $4 "${FILE}" r
  ${IfNot} ${Errors}
    next_${HERE}:
    !insertmacro NextListed $4 done_${HERE}
    StrCpy $2 $1 1 -1
    ${If} $2 == "\"
      StrCpy $1 $1 -1
      RMDir "${FROM}\$1"
    ${EndIf}
    Goto next_${HERE}
    done_${HERE}:
    FileClose $4
  ${EndIf}
  !undef HERE
!macroend
