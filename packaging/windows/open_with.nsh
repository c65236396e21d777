; "Open with" for lists of people: offered, never the default.

!define PEOPLE "smsdesk.people"
!define APPLICATION "Software\Classes\Applications\smsdesk.exe"

!macro ForEachKind DO
  !insertmacro ${DO} ".csv"
  !insertmacro ${DO} ".tsv"
  !insertmacro ${DO} ".xlsx"
  !insertmacro ${DO} ".xlsm"
  !insertmacro ${DO} ".xls"
  !insertmacro ${DO} ".ods"
  !insertmacro ${DO} ".vcf"
!macroend

!macro OfferFor KIND
  WriteRegNone SHCTX "Software\Classes\${KIND}\OpenWithProgids" "${PEOPLE}"
  WriteRegStr SHCTX "${APPLICATION}\SupportedTypes" "${KIND}" ""
!macroend

!macro WithdrawFrom KIND
  DeleteRegValue SHCTX "Software\Classes\${KIND}\OpenWithProgids" "${PEOPLE}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${KIND}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${KIND}"
!macroend

!macro TellTheDesktop
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

!macro RegisterOpenWith
  WriteRegStr SHCTX "Software\Classes\${PEOPLE}" "" "$(PEOPLE_OF_FILE)"
  WriteRegStr SHCTX "Software\Classes\${PEOPLE}\shell\open\command" "" '"$INSTDIR\smsdesk.exe" "%1"'
  WriteRegStr SHCTX "${APPLICATION}" "FriendlyAppName" "smsdesk"
  WriteRegStr SHCTX "${APPLICATION}\shell\open\command" "" '"$INSTDIR\smsdesk.exe" "%1"'
  !insertmacro ForEachKind OfferFor
  !insertmacro TellTheDesktop
!macroend

!macro ForgetOpenWith
  !insertmacro ForEachKind WithdrawFrom
  DeleteRegKey SHCTX "Software\Classes\${PEOPLE}"
  DeleteRegKey SHCTX "${APPLICATION}"
  !insertmacro TellTheDesktop
!macroend
