; What IT reads of a silent run; README.md says it in words. 0: done, 1: the user gave up, both NSIS's own.
!define EXIT_FAILED 2        ; something broke (a full disk, say); the old version stands where it stood
!define EXIT_NO_LIST 3       ; the list of installed files is gone: nothing was removed
!define EXIT_OPEN 5          ; smsdesk is open: nothing was changed
!define EXIT_NO_RIGHT 6      ; an administrator has to do this
!define EXIT_UNFIT_FOLDER 7  ; this folder holds a profile, or smsdesk is installed elsewhere already
!define EXIT_OLD_WINDOWS 8    ; the program would not start here
