; Every sentence in both languages; a test holds the one against the other. ${U+200E} keeps a path in an Arabic sentence in
; its own order.

!macro Strings
  LangString ABOUT ${LANG_ENGLISH} "Send announcements by SMS"
  LangString ABOUT ${LANG_ARABIC} "إرسال الإعلانات برسائل SMS"

  LangString OPEN ${LANG_ENGLISH} "smsdesk is open on this computer. Close it (its icon beside the clock too), then press Retry."
  LangString OPEN ${LANG_ARABIC} "برنامج smsdesk مفتوح على هذا الكمبيوتر. أغلقه (وأغلق أيقونته بجانب الساعة أيضًا) ثم اضغط «إعادة المحاولة»."

  LangString NO_RIGHT ${LANG_ENGLISH} "The folder $INSTDIR can't be changed from this account. Ask an administrator of this computer."
  LangString NO_RIGHT ${LANG_ARABIC} "لا يمكن تغيير المجلد ${U+200E}$INSTDIR${U+200E} من هذا الحساب. اطلب ذلك من مسؤول هذا الكمبيوتر."

  LangString PROFILE ${LANG_ENGLISH} "The folder $INSTDIR holds what smsdesk remembers: accounts, people and history. Choose another folder for the program."
  LangString PROFILE ${LANG_ARABIC} "المجلد ${U+200E}$INSTDIR${U+200E} يحفظ بيانات smsdesk: الحسابات والمستلمين والسجل. اختر مجلدًا آخر للبرنامج."

  LangString ELSEWHERE ${LANG_ENGLISH} "smsdesk is installed in $Folder already. Uninstall it there first; what it remembers stays."
  LangString ELSEWHERE ${LANG_ARABIC} "برنامج smsdesk مثبّت من قبل في ${U+200E}$Folder${U+200E}. أزِله من هناك أولًا، وستبقى بياناته."

  LangString OLD_WINDOWS ${LANG_ENGLISH} "smsdesk needs Windows 10 (version 1809) or newer."
  LangString OLD_WINDOWS ${LANG_ARABIC} "يحتاج smsdesk إلى Windows 10 (الإصدار 1809) أو أحدث."

  LangString FAILED ${LANG_ENGLISH} "smsdesk could not be installed; what was there before is unchanged. Check that the disk has room, then start again."
  LangString FAILED ${LANG_ARABIC} "تعذّر تثبيت smsdesk، ولم يتغير ما كان موجودًا من قبل. تأكد من وجود مساحة كافية على القرص ثم ابدأ من جديد."

  LangString NO_LIST ${LANG_ENGLISH} "The list of installed files is missing in $INSTDIR, so nothing was removed. Install smsdesk again, then uninstall it."
  LangString NO_LIST ${LANG_ARABIC} "قائمة الملفات المثبّتة غير موجودة في ${U+200E}$INSTDIR${U+200E}، لذلك لم يُحذف شيء. ثبّت smsdesk من جديد ثم أزِله."

  LangString DATA_STAYS ${LANG_ENGLISH} "What smsdesk remembers (accounts, people, history) stays in the folder %LOCALAPPDATA%\smsdesk of each user. Delete that folder if nobody needs it any more. Passwords stay in Windows Credential Manager."
  LangString DATA_STAYS ${LANG_ARABIC} "تبقى بيانات smsdesk (الحسابات والمستلمين والسجل) في المجلد ${U+200E}%LOCALAPPDATA%\smsdesk${U+200E} لكل مستخدم. احذف ذلك المجلد إذا لم يعد أحد يحتاج إليه. وتبقى كلمات المرور في إدارة بيانات الاعتماد في Windows."

  LangString PEOPLE_OF_FILE ${LANG_ENGLISH} "List of people"
  LangString PEOPLE_OF_FILE ${LANG_ARABIC} "قائمة مستلمين"
!macroend
