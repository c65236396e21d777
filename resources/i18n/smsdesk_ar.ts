<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountChange</name>
    <message>
        <source>The list is read for another account now: look it over before you send.</source>
        <translation>تُقرأ القائمة الآن لحساب آخر: راجعها قبل الإرسال.</translation>
    </message>
    <message>
        <source>Keep the numbers</source>
        <translation>إبقاء الأرقام</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Accoun&amp;t</source>
        <translation>الح&amp;ساب</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>تعد&amp;يل…</translation>
    </message>
    <message>
        <source>Add a&amp;ccount…</source>
        <translation>إضافة حسا&amp;ب…</translation>
    </message>
    <message>
        <source>Change this account, or add another one</source>
        <translation>تغيير هذا الحساب أو إضافة آخر</translation>
    </message>
    <message>
        <source>More about accounts</source>
        <translation>المزيد عن الحسابات</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Edit account</source>
        <translation>تعديل الحساب</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>&amp;Save account</source>
        <translation>&amp;حفظ الحساب</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Asking {gateway}…</source>
        <translation>في انتظار جواب {gateway}…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Signed in. Balance: {balance}</source>
        <translation>تم تسجيل الدخول. الرصيد: {balance}</translation>
    </message>
    <message>
        <source>Details: {words}</source>
        <translation>التفاصيل: {words}</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Login</source>
        <translation>بيانات الدخول</translation>
    </message>
    <message>
        <source>Sender and country</source>
        <translation>المرسِل والبلد</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>السعر والميزانية</translation>
    </message>
</context>
<context>
    <name>AccountLine</name>
    <message>
        <source>Chan&amp;ge password…</source>
        <translation>تغيير كلم&amp;ة المرور…</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>متابع&amp;ة</translation>
    </message>
    <message>
        <source>Choose that account</source>
        <translation>اختيار ذلك الحساب</translation>
    </message>
    <message>
        <source>Try n&amp;ow</source>
        <translation>المحاول&amp;ة الآن</translation>
    </message>
    <message numerus="yes">
        <source>Cance&amp;l the %n message(s)</source>
        <translation>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
            <numerusform>إلغا&amp;ء رسالة واحدة</numerusform>
            <numerusform>إلغا&amp;ء رسالتين</numerusform>
            <numerusform>إلغا&amp;ء %n رسائل</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cance&amp;l the %n</source>
        <translation>
            <numerusform>إلغا&amp;ء %n</numerusform>
            <numerusform>إلغا&amp;ء الواحدة</numerusform>
            <numerusform>إلغا&amp;ء الاثنتين</numerusform>
            <numerusform>إلغا&amp;ء %n</numerusform>
            <numerusform>إلغا&amp;ء %n</numerusform>
            <numerusform>إلغا&amp;ء %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>At this pace until</source>
        <translation>يكفي بهذا المعدل حتى</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month} حتى الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressNotice</name>
    <message>
        <source>Tr&amp;y https</source>
        <translation>&amp;تجربة https</translation>
    </message>
    <message>
        <source>The password travels readable through the network</source>
        <translation>تنتقل كلمة المرور عبر الشبكة من دون تشفير</translation>
    </message>
    <message>
        <source>{gateway} promises only http: test whether https works</source>
        <translation>لا تذكر {gateway} إلا http: اختبر هل يعمل https</translation>
    </message>
</context>
<context>
    <name>AdvancedFields</name>
    <message>
        <source>&amp;Advanced</source>
        <translation>خيارات &amp;متقدمة</translation>
    </message>
    <message>
        <source>Gateway address</source>
        <translation>عنوان البوابة</translation>
    </message>
    <message>
        <source>In one request</source>
        <translation>الأرقام في الطلب الواحد</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>gateway address</source>
        <translation>عنوان البوابة</translation>
    </message>
    <message>
        <source>gateway address, numbers in one request</source>
        <translation>عنوان البوابة، وعدد الأرقام في الطلب الواحد</translation>
    </message>
    <message>
        <source>gateway address, and what only this gateway has</source>
        <translation>عنوان البوابة وما تنفرد به هذه البوابة</translation>
    </message>
</context>
<context>
    <name>AnnouncementActions</name>
    <message>
        <source>The gateway refused several numbers at once: find out which one it meant</source>
        <translation>رفضت البوابة عدة أرقام معًا: اعرف أيها المقصود</translation>
    </message>
    <message>
        <source>Cancel what has not been handed to the gateway</source>
        <translation>إلغاء ما لم يُرسل إلى البوابة بعد</translation>
    </message>
    <message>
        <source>Bring the text and the people of this announcement back</source>
        <translation>استعادة نص هذا الإعلان ومستلميه</translation>
    </message>
    <message>
        <source>Send the &amp;rest…</source>
        <translation>إرسا&amp;ل الباقي…</translation>
    </message>
    <message>
        <source>Send it again to those whom it did not reach, and to nobody else</source>
        <translation>إعادة إرساله إلى من لم يصلهم فقط</translation>
    </message>
    <message numerus="yes">
        <source>Resend %n fai&amp;led…</source>
        <translation>
            <numerusform>إعادة إرسال %n فا&amp;شلة…</numerusform>
            <numerusform>إعادة إرسال الفا&amp;شلة…</numerusform>
            <numerusform>إعادة إرسال الفا&amp;شلتين…</numerusform>
            <numerusform>إعادة إرسال %n فا&amp;شلة…</numerusform>
            <numerusform>إعادة إرسال %n فا&amp;شلة…</numerusform>
            <numerusform>إعادة إرسال %n فا&amp;شلة…</numerusform>
        </translation>
    </message>
    <message>
        <source>Send one &amp;by one…</source>
        <translation>إرسال &amp;كل رقم على حدة…</translation>
    </message>
    <message>
        <source>Can&amp;cel…</source>
        <translation>إل&amp;غاء…</translation>
    </message>
    <message>
        <source>Use a&amp;gain</source>
        <translation>است&amp;خدام مرة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>Send it to the %n person(s) for whom it was stopped</source>
        <translation>
            <numerusform>إرساله إلى %n شخص أُوقف الإرسال إليهم</numerusform>
            <numerusform>إرساله إلى شخص واحد أُوقف الإرسال إليه</numerusform>
            <numerusform>إرساله إلى شخصين أُوقف الإرسال إليهما</numerusform>
            <numerusform>إرساله إلى %n أشخاص أُوقف الإرسال إليهم</numerusform>
            <numerusform>إرساله إلى %n شخصًا أُوقف الإرسال إليهم</numerusform>
            <numerusform>إرساله إلى %n شخص أُوقف الإرسال إليهم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n message(s)?</source>
        <translation>
            <numerusform>إلغاء %n رسالة؟</numerusform>
            <numerusform>إلغاء رسالة واحدة؟</numerusform>
            <numerusform>إلغاء رسالتين؟</numerusform>
            <numerusform>إلغاء %n رسائل؟</numerusform>
            <numerusform>إلغاء %n رسالة؟</numerusform>
            <numerusform>إلغاء %n رسالة؟</numerusform>
        </translation>
    </message>
    <message>
        <source>They have not been handed to the gateway: nobody gets them, and they cost nothing.</source>
        <translation>لم تُرسل إلى البوابة: لن تصل إلى أحد، ولن تكلّف شيئًا.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n message(s)</source>
        <translation>
            <numerusform>إل&amp;غاء %n رسالة</numerusform>
            <numerusform>إل&amp;غاء رسالة واحدة</numerusform>
            <numerusform>إل&amp;غاء رسالتين</numerusform>
            <numerusform>إل&amp;غاء %n رسائل</numerusform>
            <numerusform>إل&amp;غاء %n رسالة</numerusform>
            <numerusform>إل&amp;غاء %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>الإ&amp;بقاء عليها</translation>
    </message>
</context>
<context>
    <name>AnnouncementNotes</name>
    <message>
        <source>It a&amp;rrived</source>
        <translation>و&amp;صلت</translation>
    </message>
    <message>
        <source>Send again (ma&amp;y arrive twice)…</source>
        <translation>إرسالها &amp;ثانيةً (قد تصل مرتين)…</translation>
    </message>
    <message>
        <source>You asked, or saw it on the gateway&apos;s website</source>
        <translation>سألتَ المستلم، أو رأيت ذلك في موقع البوابة</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) may have been sent or not.</source>
        <translation>
            <numerusform>%n رسالة ربما أُرسلت وربما لا.</numerusform>
            <numerusform>رسالة واحدة ربما أُرسلت وربما لا.</numerusform>
            <numerusform>رسالتان ربما أُرسلتا وربما لا.</numerusform>
            <numerusform>%n رسائل ربما أُرسلت وربما لا.</numerusform>
            <numerusform>%n رسالة ربما أُرسلت وربما لا.</numerusform>
            <numerusform>%n رسالة ربما أُرسلت وربما لا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For the %n selected:</source>
        <translation>
            <numerusform>للرسائل المحددة (%n):</numerusform>
            <numerusform>للرسالة المحددة:</numerusform>
            <numerusform>للرسالتين المحددتين:</numerusform>
            <numerusform>للرسائل المحددة (%n):</numerusform>
            <numerusform>للرسائل المحددة (%n):</numerusform>
            <numerusform>للرسائل المحددة (%n):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For all %n:</source>
        <translation>
            <numerusform>لجميع الرسائل (%n):</numerusform>
            <numerusform>للرسالة الوحيدة:</numerusform>
            <numerusform>للرسالتين:</numerusform>
            <numerusform>لجميع الرسائل (%n):</numerusform>
            <numerusform>لجميع الرسائل (%n):</numerusform>
            <numerusform>لجميع الرسائل (%n):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Did %n message(s) arrive?</source>
        <translation>
            <numerusform>هل وصلت %n رسالة؟</numerusform>
            <numerusform>هل وصلت رسالة واحدة؟</numerusform>
            <numerusform>هل وصلت رسالتان؟</numerusform>
            <numerusform>هل وصلت %n رسائل؟</numerusform>
            <numerusform>هل وصلت %n رسالة؟</numerusform>
            <numerusform>هل وصلت %n رسالة؟</numerusform>
        </translation>
    </message>
    <message>
        <source>They are marked as delivered. That can&apos;t be taken back.</source>
        <translation>ستُعلَّم بأنها سُلِّمت، ولا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n: {what}</source>
        <translation>
            <numerusform>%n: {what}</numerusform>
            <numerusform>واحدة: {what}</numerusform>
            <numerusform>اثنتان: {what}</numerusform>
            <numerusform>%n: {what}</numerusform>
            <numerusform>%n: {what}</numerusform>
            <numerusform>%n: {what}</numerusform>
        </translation>
    </message>
    <message>
        <source>They &amp;arrived</source>
        <translation>&amp;نعم، وصلت</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnouncementsModel</name>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Hijri</source>
        <translation>الهجري</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>People</source>
        <translation>المستلمون</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>? {count}</source>
        <translation>؟ {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide about</source>
        <translation>
            <numerusform>%n تحتاج إلى قرار</numerusform>
            <numerusform>واحدة تحتاج إلى قرار</numerusform>
            <numerusform>اثنتان تحتاجان إلى قرار</numerusform>
            <numerusform>%n تحتاج إلى قرار</numerusform>
            <numerusform>%n تحتاج إلى قرار</numerusform>
            <numerusform>%n تحتاج إلى قرار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>The gateway answers</source>
        <translation>جواب البوابة</translation>
    </message>
    <message>
        <source>That means</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>What you want to read</source>
        <translation>ما يظهر لك</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>قبول الرسالة</translation>
    </message>
    <message>
        <source>Refused: this number</source>
        <translation>رفض هذا الرقم</translation>
    </message>
    <message>
        <source>Refused: this message</source>
        <translation>رفض هذه الرسالة</translation>
    </message>
    <message>
        <source>Refused: wrong login</source>
        <translation>رفض بيانات الدخول</translation>
    </message>
    <message>
        <source>Refused: everything</source>
        <translation>رفض كل شيء</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الأجوبة</translation>
    </message>
    <message>
        <source>A line must fit the whole answer: write * for what differs, and {id} for what the gateway calls the message, or {digits} where that is digits only. For example: OK {id}
“Everything” is for no credit or a blocked account: sending stops, and nothing is lost. After a wrong login the gateway is not asked again until you have changed the account.
Where the gateway refuses by its HTTP status (400 to 499), only the lines that refuse count.
An answer that fits no line, or lines that contradict each other, is unknown, and nobody is sent to again.</source>
        <translation>يجب أن يطابق السطر الجواب كله: اكتب * مكان ما يتغيّر، و{id} مكان معرّف الرسالة لدى البوابة، أو {digits} إن كان أرقامًا فقط. مثال: OK {id}‎
اختر «رفض كل شيء» لنفاد الرصيد أو حظر الحساب: يتوقف الإرسال ولا يضيع شيء. وبعد رفض بيانات الدخول لا يُرسل شيء إلى البوابة حتى تغيّر الحساب.
وحين ترفض البوابة بحالة HTTP (من 400 إلى 499) لا تُعتمد إلا أسطر الرفض.
والجواب الذي لا يطابق أي سطر، أو تتعارض أسطره، غير معروف، ولا يُعاد الإرسال إلى أحد.</translation>
    </message>
</context>
<context>
    <name>BackgroundSending</name>
    <message numerus="yes">
        <source>%n message(s): {told}</source>
        <translation>
            <numerusform>%n رسالة: {told}</numerusform>
            <numerusform>رسالة واحدة: {told}</numerusform>
            <numerusform>رسالتان: {told}</numerusform>
            <numerusform>%n رسائل: {told}</numerusform>
            <numerusform>%n رسالة: {told}</numerusform>
            <numerusform>%n رسالة: {told}</numerusform>
        </translation>
    </message>
    <message>
        <source>smsdesk</source>
        <translation>smsdesk</translation>
    </message>
    <message>
        <source>Open smsdesk</source>
        <translation>فتح smsdesk</translation>
    </message>
    <message>
        <source>Stop here and quit</source>
        <translation>التوقف هنا والإنهاء</translation>
    </message>
    <message numerus="yes">
        <source>Sending {done} of %n</source>
        <translation>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
            <numerusform>جارٍ الإرسال: {done} من %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n رسالة في الانتظار</numerusform>
            <numerusform>رسالة واحدة في الانتظار</numerusform>
            <numerusform>رسالتان في الانتظار</numerusform>
            <numerusform>%n رسائل في الانتظار</numerusform>
            <numerusform>%n رسالة في الانتظار</numerusform>
            <numerusform>%n رسالة في الانتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BalanceBar</name>
    <message>
        <source>low mark {amount}</source>
        <translation>حد التنبيه: {amount}</translation>
    </message>
</context>
<context>
    <name>BalanceDialog</name>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n شهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>What moved the balance</source>
        <translation>ما غيّر الرصيد</translation>
    </message>
    <message>
        <source>Nothing was sent or topped up in these months, as far as is known here.</source>
        <translation>لم يُسجَّل هنا إرسال ولا شحن رصيد في هذه الأشهر.</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>كل الحسابات</translation>
    </message>
    <message numerus="yes">
        <source>{sent} of %n part(s) this month</source>
        <translation>
            <numerusform>{sent} من %n جزء هذا الشهر</numerusform>
            <numerusform>{sent} من جزء واحد هذا الشهر</numerusform>
            <numerusform>{sent} من جزأين هذا الشهر</numerusform>
            <numerusform>{sent} من %n أجزاء هذا الشهر</numerusform>
            <numerusform>{sent} من %n جزءًا هذا الشهر</numerusform>
            <numerusform>{sent} من %n جزء هذا الشهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) sent this month</source>
        <translation>
            <numerusform>أُرسل %n جزء هذا الشهر</numerusform>
            <numerusform>أُرسل جزء واحد هذا الشهر</numerusform>
            <numerusform>أُرسل جزآن هذا الشهر</numerusform>
            <numerusform>أُرسلت %n أجزاء هذا الشهر</numerusform>
            <numerusform>أُرسل %n جزءًا هذا الشهر</numerusform>
            <numerusform>أُرسل %n جزء هذا الشهر</numerusform>
        </translation>
    </message>
    <message>
        <source>This gateway tells no balance</source>
        <translation>لا تعرض هذه البوابة الرصيد</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>كما في {time}</translation>
    </message>
    <message>
        <source>! running low · {as_of}</source>
        <translation>! الرصيد منخفض · {as_of}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>حتى {day}</translation>
    </message>
    <message>
        <source>for more than a year</source>
        <translation>لأكثر من سنة</translation>
    </message>
    <message>
        <source>at this pace</source>
        <translation>بهذا المعدل</translation>
    </message>
    <message>
        <source>reaches the low mark of {amount}</source>
        <translation>يبلغ حد التنبيه ({amount})</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>المدة: آخر</translation>
    </message>
</context>
<context>
    <name>BalancePage</name>
    <message>
        <source>The &amp;gateway can be asked for it</source>
        <translation>ت&amp;تيح البوابة الاستعلام عن الرصيد</translation>
    </message>
    <message>
        <source>GET: the values follow the address</source>
        <translation>GET: تُضاف القيم إلى العنوان</translation>
    </message>
    <message>
        <source>POST: the values go as a form</source>
        <translation>POST: تُرسل القيم في نموذج</translation>
    </message>
    <message>
        <source>POST: the values go as JSON</source>
        <translation>POST: تُرسل القيم بصيغة JSON</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>What follows the host&apos;s name; the host is the same as for sending.</source>
        <translation>ما يأتي بعد اسم الخادم؛ والخادم هو نفسه المستخدم للإرسال.</translation>
    </message>
    <message>
        <source>Write {user} and {password} where the gateway wants them.</source>
        <translation>اكتب {user} و{password} حيث تطلبهما البوابة.</translation>
    </message>
    <message>
        <source>Write {amount} where the amount stands, and * for what differs.</source>
        <translation>اكتب {amount} مكان المبلغ، و* مكان ما يتغيّر.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>The gateway answers</source>
        <translation>جواب البوابة</translation>
    </message>
    <message>
        <source>Credits, EUR, OMR: what balance and price are counted in.</source>
        <translation>ما يُحسب به الرصيد والسعر، مثل Credits أو EUR أو OMR.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Refresh balance</source>
        <translation>تحديث الرصيد</translation>
    </message>
    <message>
        <source>Ask for the balance now</source>
        <translation>الاستعلام عن الرصيد الآن</translation>
    </message>
    <message>
        <source>Show the balance</source>
        <translation>عرض الرصيد</translation>
    </message>
    <message>
        <source>Show the balance over months</source>
        <translation>عرض الرصيد على مدى أشهر</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>لا يوجد حساب بعد</translation>
    </message>
    <message>
        <source>Balance not offered</source>
        <translation>الرصيد غير متاح</translation>
    </message>
    <message>
        <source>{gateway} has no way to ask for it</source>
        <translation>لا تتيح {gateway} الاستعلام عنه</translation>
    </message>
    <message>
        <source>{amount} this month</source>
        <translation>{amount} هذا الشهر</translation>
    </message>
    <message>
        <source>Asking for the balance…</source>
        <translation>جارٍ الاستعلام عن الرصيد…</translation>
    </message>
    <message>
        <source>Balance unknown</source>
        <translation>الرصيد غير معروف</translation>
    </message>
    <message>
        <source>checked {ago}</source>
        <translation>حُدّث {ago}</translation>
    </message>
    <message>
        <source>! running low</source>
        <translation>! الرصيد منخفض</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>كما في {time}</translation>
    </message>
    <message>
        <source>{amount} spent since</source>
        <translation>أُنفق بعدها {amount}</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) left by its own count</source>
        <translation>
            <numerusform>تبقّت %n رسالة بحساب البوابة</numerusform>
            <numerusform>تبقّت رسالة واحدة بحساب البوابة</numerusform>
            <numerusform>تبقّت رسالتان بحساب البوابة</numerusform>
            <numerusform>تبقّت %n رسائل بحساب البوابة</numerusform>
            <numerusform>تبقّت %n رسالة بحساب البوابة</numerusform>
            <numerusform>تبقّت %n رسالة بحساب البوابة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n message(s) of {parts}</source>
        <translation>
            <numerusform>نحو %n رسالة في كل منها {parts}</numerusform>
            <numerusform>نحو رسالة واحدة فيها {parts}</numerusform>
            <numerusform>نحو رسالتين في كل منهما {parts}</numerusform>
            <numerusform>نحو %n رسائل في كل منها {parts}</numerusform>
            <numerusform>نحو %n رسالة في كل منها {parts}</numerusform>
            <numerusform>نحو %n رسالة في كل منها {parts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) sent through it this month</source>
        <translation>
            <numerusform>أُرسل عبرها %n جزء هذا الشهر</numerusform>
            <numerusform>أُرسل عبرها جزء واحد هذا الشهر</numerusform>
            <numerusform>أُرسل عبرها جزآن هذا الشهر</numerusform>
            <numerusform>أُرسلت عبرها %n أجزاء هذا الشهر</numerusform>
            <numerusform>أُرسل عبرها %n جزءًا هذا الشهر</numerusform>
            <numerusform>أُرسل عبرها %n جزء هذا الشهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sent} of %n part(s) this month</source>
        <translation>
            <numerusform>{sent} من %n جزء هذا الشهر</numerusform>
            <numerusform>{sent} من جزء واحد هذا الشهر</numerusform>
            <numerusform>{sent} من جزأين هذا الشهر</numerusform>
            <numerusform>{sent} من %n أجزاء هذا الشهر</numerusform>
            <numerusform>{sent} من %n جزءًا هذا الشهر</numerusform>
            <numerusform>{sent} من %n جزء هذا الشهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! {sent} of %n part(s) this month: over the budget</source>
        <translation>
            <numerusform>! {sent} من %n جزء هذا الشهر: تجاوز الميزانية</numerusform>
            <numerusform>! {sent} من جزء واحد هذا الشهر: تجاوز الميزانية</numerusform>
            <numerusform>! {sent} من جزأين هذا الشهر: تجاوز الميزانية</numerusform>
            <numerusform>! {sent} من %n أجزاء هذا الشهر: تجاوز الميزانية</numerusform>
            <numerusform>! {sent} من %n جزءًا هذا الشهر: تجاوز الميزانية</numerusform>
            <numerusform>! {sent} من %n جزء هذا الشهر: تجاوز الميزانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BalancePicture</name>
    <message>
        <source>Balance over months</source>
        <translation>الرصيد على مدى أشهر</translation>
    </message>
    <message>
        <source>low mark {amount}</source>
        <translation>حد التنبيه: {amount}</translation>
    </message>
    <message>
        <source>used up
{day}</source>
        <translation>ينفد
{day}</translation>
    </message>
    <message>
        <source>now {amount}</source>
        <translation>الآن {amount}</translation>
    </message>
    <message>
        <source>{first} at first, {newest} now; the arrow keys read what moved it</source>
        <translation>كان {first}، وهو الآن {newest}؛ تقرأ مفاتيح الأسهم ما غيّره</translation>
    </message>
</context>
<context>
    <name>BudgetSpin</name>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
</context>
<context>
    <name>CautionsBox</name>
    <message numerus="yes">
        <source>&amp;Show the %n</source>
        <translation>
            <numerusform>&amp;عرض الأرقام (%n)</numerusform>
            <numerusform>&amp;عرض الرقم</numerusform>
            <numerusform>&amp;عرض الرقمين</numerusform>
            <numerusform>&amp;عرض الأرقام (%n)</numerusform>
            <numerusform>&amp;عرض الأرقام (%n)</numerusform>
            <numerusform>&amp;عرض الأرقام (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;how the %n</source>
        <translation>
            <numerusform>ع&amp;رض الأرقام (%n)</numerusform>
            <numerusform>ع&amp;رض الرقم</numerusform>
            <numerusform>ع&amp;رض الرقمين</numerusform>
            <numerusform>ع&amp;رض الأرقام (%n)</numerusform>
            <numerusform>ع&amp;رض الأرقام (%n)</numerusform>
            <numerusform>ع&amp;رض الأرقام (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sh&amp;ow the %n</source>
        <translation>
            <numerusform>عر&amp;ض الأرقام (%n)</numerusform>
            <numerusform>عر&amp;ض الرقم</numerusform>
            <numerusform>عر&amp;ض الرقمين</numerusform>
            <numerusform>عر&amp;ض الأرقام (%n)</numerusform>
            <numerusform>عر&amp;ض الأرقام (%n)</numerusform>
            <numerusform>عر&amp;ض الأرقام (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sho&amp;w the %n</source>
        <translation>
            <numerusform>عرض الأر&amp;قام (%n)</numerusform>
            <numerusform>عرض الر&amp;قم</numerusform>
            <numerusform>عرض الر&amp;قمين</numerusform>
            <numerusform>عرض الأر&amp;قام (%n)</numerusform>
            <numerusform>عرض الأر&amp;قام (%n)</numerusform>
            <numerusform>عرض الأر&amp;قام (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Leave them out</source>
        <translation>ا&amp;ستبعادهم</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) repaired</source>
        <translation>
            <numerusform>%n رقم مُصحَّحًا</numerusform>
            <numerusform>رقم واحد مُصحَّح</numerusform>
            <numerusform>رقمان مُصحَّحان</numerusform>
            <numerusform>%n أرقام مُصحَّحة</numerusform>
            <numerusform>%n رقمًا مُصحَّحًا</numerusform>
            <numerusform>%n رقم مُصحَّحًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n odd number(s), sent to all the same</source>
        <translation>
            <numerusform>%n رقم غير معتاد يُرسل إليه مع ذلك</numerusform>
            <numerusform>رقم واحد غير معتاد يُرسل إليه مع ذلك</numerusform>
            <numerusform>رقمان غير معتادين يُرسل إليهما مع ذلك</numerusform>
            <numerusform>%n أرقام غير معتادة يُرسل إليها مع ذلك</numerusform>
            <numerusform>%n رقمًا غير معتاد يُرسل إليه مع ذلك</numerusform>
            <numerusform>%n رقم غير معتاد يُرسل إليه مع ذلك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) in another country than {country}</source>
        <translation>
            <numerusform>%n رقم في بلد غير {country}</numerusform>
            <numerusform>رقم واحد في بلد غير {country}</numerusform>
            <numerusform>رقمان في بلد غير {country}</numerusform>
            <numerusform>%n أرقام في بلد غير {country}</numerusform>
            <numerusform>%n رقمًا في بلد غير {country}</numerusform>
            <numerusform>%n رقم في بلد غير {country}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close smsdesk?</source>
        <translation>إغلاق smsdesk؟</translation>
    </message>
    <message>
        <source>&amp;Keep sending in the background</source>
        <translation>&amp;متابعة الإرسال في الخلفية</translation>
    </message>
    <message>
        <source>&amp;Stop here and quit</source>
        <translation>ال&amp;توقف هنا والإنهاء</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>If you stop here, they stay in the queue, and smsdesk asks about them at the next start.</source>
        <translation>إن توقفت هنا بقيت في الانتظار، وسألك smsdesk عنها عند تشغيله مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent yet.</source>
        <translation>
            <numerusform>%n رسالة لم تُرسل بعد.</numerusform>
            <numerusform>رسالة واحدة لم تُرسل بعد.</numerusform>
            <numerusform>رسالتان لم تُرسلا بعد.</numerusform>
            <numerusform>%n رسائل لم تُرسل بعد.</numerusform>
            <numerusform>%n رسالة لم تُرسل بعد.</numerusform>
            <numerusform>%n رسالة لم تُرسل بعد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnLayout</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>الترتيب المعتاد</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>عكس الترتيب</translation>
    </message>
    <message>
        <source>In the usual order</source>
        <translation>بالترتيب المعتاد</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>Sender</source>
        <translation>المرسِل</translation>
    </message>
    <message>
        <source>Se&amp;nder</source>
        <translation>الم&amp;رسِل</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Write your announcement here</source>
        <translation>اكتب إعلانك هنا</translation>
    </message>
    <message numerus="yes">
        <source>%n left in this part</source>
        <translation>
            <numerusform>يتبقى %n في هذا الجزء</numerusform>
            <numerusform>يتبقى واحد في هذا الجزء</numerusform>
            <numerusform>يتبقى اثنان في هذا الجزء</numerusform>
            <numerusform>يتبقى %n في هذا الجزء</numerusform>
            <numerusform>يتبقى %n في هذا الجزء</numerusform>
            <numerusform>يتبقى %n في هذا الجزء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Send this announcement?</source>
        <translation>إرسال هذا الإعلان؟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>Now, after %n second(s) to undo</source>
        <translation>
            <numerusform>الآن، بعد %n ثانية للتراجع</numerusform>
            <numerusform>الآن، بعد ثانية واحدة للتراجع</numerusform>
            <numerusform>الآن، بعد ثانيتين للتراجع</numerusform>
            <numerusform>الآن، بعد %n ثوانٍ للتراجع</numerusform>
            <numerusform>الآن، بعد %n ثانية للتراجع</numerusform>
            <numerusform>الآن، بعد %n ثانية للتراجع</numerusform>
        </translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>From {sender}, through {account}</source>
        <translation>من {sender}، عبر {account}</translation>
    </message>
    <message>
        <source>Through {account}</source>
        <translation>عبر {account}</translation>
    </message>
    <message>
        <source>{keys} sends</source>
        <translation>للإرسال: {keys}</translation>
    </message>
    <message numerus="yes">
        <source>Send %n message(s)</source>
        <translation>
            <numerusform>إرسال %n رسالة</numerusform>
            <numerusform>إرسال رسالة واحدة</numerusform>
            <numerusform>إرسال رسالتين</numerusform>
            <numerusform>إرسال %n رسائل</numerusform>
            <numerusform>إرسال %n رسالة</numerusform>
            <numerusform>إرسال %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>got this {when}</source>
        <translation>وصله هذا النص {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n of {people} got this {when}.</source>
        <translation>
            <numerusform>وصل هذا النص {when} إلى %n من {people}.</numerusform>
            <numerusform>وصل هذا النص {when} إلى واحد من {people}.</numerusform>
            <numerusform>وصل هذا النص {when} إلى اثنين من {people}.</numerusform>
            <numerusform>وصل هذا النص {when} إلى %n من {people}.</numerusform>
            <numerusform>وصل هذا النص {when} إلى %n من {people}.</numerusform>
            <numerusform>وصل هذا النص {when} إلى %n من {people}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {people} got this, the last of them {when}.</source>
        <translation>
            <numerusform>وصل هذا النص إلى %n من {people}، آخرهم {when}.</numerusform>
            <numerusform>وصل هذا النص إلى واحد من {people}، {when}.</numerusform>
            <numerusform>وصل هذا النص إلى اثنين من {people}، آخرهما {when}.</numerusform>
            <numerusform>وصل هذا النص إلى %n من {people}، آخرهم {when}.</numerusform>
            <numerusform>وصل هذا النص إلى %n من {people}، آخرهم {when}.</numerusform>
            <numerusform>وصل هذا النص إلى %n من {people}، آخرهم {when}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>That was a mistake in smsdesk, not yours.</source>
        <translation>هذا خطأ في smsdesk، وليس منك.</translation>
    </message>
    <message>
        <source>You can go on working; check in the history what was sent. If you pass this report on, the mistake can be mended. Read it first: passwords, phone numbers and messages were taken out.</source>
        <translation>يمكنك متابعة العمل؛ راجع في السجل ما أُرسل. إرسال هذا التقرير إلى المسؤول عن smsdesk يساعد على إصلاح الخطأ. اقرأه أولًا: حُذفت منه كلمات المرور وأرقام الهواتف والرسائل.</translation>
    </message>
    <message>
        <source>Copied: paste it into an e-mail.</source>
        <translation>تم النسخ: ألصقه في رسالة بريد إلكتروني.</translation>
    </message>
</context>
<context>
    <name>CustomGatewayDialog</name>
    <message>
        <source>Set up the gateway</source>
        <translation>تهيئة البوابة</translation>
    </message>
    <message>
        <source>Import a gateway</source>
        <translation>استيراد بوابة</translation>
    </message>
    <message>
        <source>Imported. Look through the pages, then try it.</source>
        <translation>تم الاستيراد. راجع الصفحات ثم جرّبها.</translation>
    </message>
    <message>
        <source>&amp;What is sent</source>
        <translation>&amp;ما يُرسل</translation>
    </message>
    <message>
        <source>A&amp;nswers</source>
        <translation>الأ&amp;جوبة</translation>
    </message>
    <message>
        <source>&amp;Balance</source>
        <translation>ال&amp;رصيد</translation>
    </message>
    <message>
        <source>Tr&amp;y it</source>
        <translation>ال&amp;تجربة</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>ا&amp;ستيراد…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>&amp;Use this set-up</source>
        <translation>ا&amp;عتماد هذه التهيئة</translation>
    </message>
    <message>
        <source>This file would have your password sent to {hosts}.</source>
        <translation>يؤدي هذا الملف إلى إرسال كلمة مرورك إلى {hosts}.</translation>
    </message>
    <message>
        <source>The account&apos;s gateway is {host}. Go on only if your gateway told you so.</source>
        <translation>بوابة الحساب هي {host}. لا تتابع إلا إذا طلبت بوابتك ذلك.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>استيرا&amp;د</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Export this gateway</source>
        <translation>تصدير هذه البوابة</translation>
    </message>
    <message>
        <source>Saved without user name and password: the file can be shared.</source>
        <translation>حُفظت من دون اسم المستخدم وكلمة المرور: يمكن مشاركة الملف.</translation>
    </message>
    <message>
        <source>Gateway files (*.json)</source>
        <translation>ملفات البوابات (*.json)</translation>
    </message>
</context>
<context>
    <name>DeliveriesModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message>
        <source>Deliveries</source>
        <translation>حالة التسليم</translation>
    </message>
    <message>
        <source>Choose an announcement to see what became of each message.</source>
        <translation>اختر إعلانًا لترى حالة كل رسالة فيه.</translation>
    </message>
    <message>
        <source>{gateway} has it and sends it {when}. It can&apos;t be cancelled from here: ask {gateway}, or look at its website.</source>
        <translation>الإعلان لدى {gateway} وسترسله {when}. لا يمكن إلغاؤه من هنا: راجع {gateway} أو موقعها.</translation>
    </message>
    <message>
        <source>It leaves {when}, and is still here: until {gateway} has it, it can be cancelled.</source>
        <translation>يُرسل {when}، وما زال هنا: يمكن إلغاؤه ما لم تتسلمه {gateway}.</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <source>Send again (may arrive twice)…</source>
        <translation>إرسالها ثانيةً (قد تصل مرتين)…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>DeliveryReportsPage</name>
    <message>
        <source>&amp;Receive delivery reports</source>
        <translation>ا&amp;ستقبال تقارير التسليم</translation>
    </message>
    <message>
        <source>Office&apos;s address</source>
        <translation>عنوان المكتب</translation>
    </message>
    <message>
        <source>How the internet reaches your office: a name like sms.example.com or a number like 203.0.113.7. With https:// before it where a proxy takes the calls.</source>
        <translation>عنوان مكتبك على الإنترنت: اسم مثل sms.example.com أو رقم مثل 203.0.113.7. ضع قبله https://‎ إن كان وسيط (proxy) يتلقى الطلبات.</translation>
    </message>
    <message>
        <source>every network of this computer</source>
        <translation>كل شبكات هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>this computer alone, for a proxy or tunnel on it</source>
        <translation>هذا الكمبيوتر وحده، لوسيط أو نفق يعمل عليه</translation>
    </message>
    <message>
        <source>Some gateways call a web address of yours to say that a message has arrived. Without that, their messages stay “accepted”, though they arrive all the same.</source>
        <translation>تتصل بعض البوابات بعنوان ويب لديك لتخبرك بوصول الرسالة. ومن دون ذلك تبقى رسائلها «مقبولة» وإن وصلت.</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>الاستماع على</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Enter this at the gateway</source>
        <translation>أدخل هذا لدى البوابة</translation>
    </message>
    <message>
        <source>None of your accounts is at a gateway that sends reports.</source>
        <translation>ليس لديك حساب في بوابة ترسل التقارير.</translation>
    </message>
    <message>
        <source>Making it reachable</source>
        <translation>إتاحة الوصول إليه</translation>
    </message>
    <message>
        <source>The gateway calls from the internet, so somebody who looks after your network has to open a way:</source>
        <translation>تتصل البوابة من الإنترنت، لذا على المسؤول عن شبكتكم أن يفتح لها طريقًا:</translation>
    </message>
    <message>
        <source>1. In your internet router, forward the port above to this computer (“port forwarding”).</source>
        <translation>1. في موجّه الإنترنت (الراوتر)، وجّه المنفذ أعلاه إلى هذا الكمبيوتر (“port forwarding”).</translation>
    </message>
    <message>
        <source>2. In the firewall of this computer, allow smsdesk to receive on that port.</source>
        <translation>2. في جدار الحماية لهذا الكمبيوتر، اسمح لبرنامج smsdesk بالاستقبال على ذلك المنفذ.</translation>
    </message>
    <message>
        <source>3. Your office needs a fixed number, or a name that follows it (“dynamic DNS”).</source>
        <translation>3. يحتاج مكتبك إلى رقم ثابت، أو اسم يتبعه (“dynamic DNS”).</translation>
    </message>
    <message>
        <source>4. Enter the address above at the gateway&apos;s website, in the section about its API or reports.</source>
        <translation>4. أدخل العنوان أعلاه في موقع البوابة، في القسم الخاص بواجهة API أو بالتقارير.</translation>
    </message>
    <message>
        <source>To try it, open the address on a phone that is not in your office&apos;s Wi-Fi: it must show “200 OK”.</source>
        <translation>للتجربة، افتح العنوان على هاتف غير متصل بشبكة Wi-Fi في المكتب: يجب أن يظهر “200 OK”.</translation>
    </message>
    <message>
        <source>Reports are received while smsdesk runs. The gateway tries again for some hours when it does not.</source>
        <translation>تُستقبل التقارير ما دام smsdesk يعمل. وإن كان متوقفًا أعادت البوابة المحاولة بضع ساعات.</translation>
    </message>
    <message>
        <source>If your network does not allow this, leave it off: sending works as well without.</source>
        <translation>إن لم تسمح شبكتكم بذلك فلا تفعّله: يعمل الإرسال من دونه أيضًا.</translation>
    </message>
</context>
<context>
    <name>DraftKeeping</name>
    <message numerus="yes">
        <source>%n row(s) on the list</source>
        <translation>
            <numerusform>%n صف في القائمة</numerusform>
            <numerusform>صف واحد في القائمة</numerusform>
            <numerusform>صفان في القائمة</numerusform>
            <numerusform>%n صفوف في القائمة</numerusform>
            <numerusform>%n صفًا في القائمة</numerusform>
            <numerusform>%n صف في القائمة</numerusform>
        </translation>
    </message>
    <message>
        <source>What you were writing was kept: {people}.</source>
        <translation>حُفظ ما كنت تكتبه: {people}.</translation>
    </message>
    <message>
        <source>What you were writing was kept: “{text}”, with {people}.</source>
        <translation>حُفظ ما كنت تكتبه: «{text}»، مع {people}.</translation>
    </message>
    <message>
        <source>What you were writing was kept: “{text}”.</source>
        <translation>حُفظ ما كنت تكتبه: «{text}».</translation>
    </message>
    <message>
        <source>Later it is found under Edit &gt; Kept drafts.</source>
        <translation>تجده لاحقًا في «تحرير» ثم «المسودات المحفوظة».</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;قص</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحدي&amp;د الكل</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Show &amp;all</source>
        <translation>عرض ال&amp;كل</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>المستبعدون</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الموعد</translation>
    </message>
    <message numerus="yes">
        <source>To %n person(s)</source>
        <translation>
            <numerusform>إلى %n شخص</numerusform>
            <numerusform>إلى شخص واحد</numerusform>
            <numerusform>إلى شخصين</numerusform>
            <numerusform>إلى %n أشخاص</numerusform>
            <numerusform>إلى %n شخصًا</numerusform>
            <numerusform>إلى %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that need(s) attention</source>
        <translation>
            <numerusform>%n صف يحتاج إلى مراجعة</numerusform>
            <numerusform>صف واحد يحتاج إلى مراجعة</numerusform>
            <numerusform>صفان يحتاجان إلى مراجعة</numerusform>
            <numerusform>%n صفوف تحتاج إلى مراجعة</numerusform>
            <numerusform>%n صفًا يحتاج إلى مراجعة</numerusform>
            <numerusform>%n صف يحتاج إلى مراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show &amp;the %n</source>
        <translation>
            <numerusform>عرض ال&amp;صفوف (%n)</numerusform>
            <numerusform>عرض ال&amp;صف</numerusform>
            <numerusform>عرض ال&amp;صفين</numerusform>
            <numerusform>عرض ال&amp;صفوف (%n)</numerusform>
            <numerusform>عرض ال&amp;صفوف (%n)</numerusform>
            <numerusform>عرض ال&amp;صفوف (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>smsdesk help</source>
        <translation>تعليمات smsdesk</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>الفصول</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>Histo&amp;ry</source>
        <translation>السج&amp;ل</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>إغلاق السجل</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>فتح السجل</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
    <message>
        <source>{when}  {text}</source>
        <translation>{when}  {text}</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Announcements</source>
        <translation>الإعلانات</translation>
    </message>
    <message>
        <source>Nothing was found for “{typed}”, neither in a message nor in a name or number.</source>
        <translation>لم يُعثر على «{typed}»، لا في رسالة ولا في اسم أو رقم.</translation>
    </message>
    <message>
        <source>There is none of these any more.</source>
        <translation>لم يعد هناك إعلانات من هذا النوع.</translation>
    </message>
    <message>
        <source>What you send appears here, with what became of each message.</source>
        <translation>يظهر هنا ما ترسله، مع حالة كل رسالة.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import people — {file}</source>
        <translation>استيراد المستلمين — {file}</translation>
    </message>
    <message>
        <source>Its columns are read as you chose for the last file with these headers.</source>
        <translation>تُقرأ الأعمدة كما اخترتها لآخر ملف له هذه العناوين.</translation>
    </message>
    <message>
        <source>Read them a&amp;fresh</source>
        <translation>&amp;قراءتها من جديد</translation>
    </message>
    <message>
        <source>Save the &amp;problem rows…</source>
        <translation>&amp;حفظ الصفوف التي بها مشكلة…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring along %n row(s) that need(s) attention</source>
        <translation>
            <numerusform>إ&amp;دراج %n صف يحتاج إلى مراجعة أيضًا</numerusform>
            <numerusform>إ&amp;دراج صف واحد يحتاج إلى مراجعة أيضًا</numerusform>
            <numerusform>إ&amp;دراج صفين يحتاجان إلى مراجعة أيضًا</numerusform>
            <numerusform>إ&amp;دراج %n صفوف تحتاج إلى مراجعة أيضًا</numerusform>
            <numerusform>إ&amp;دراج %n صفًا يحتاج إلى مراجعة أيضًا</numerusform>
            <numerusform>إ&amp;دراج %n صف يحتاج إلى مراجعة أيضًا</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take people</source>
        <translation>إ&amp;ضافة الأشخاص</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n person(s)</source>
        <translation>
            <numerusform>إ&amp;ضافة %n شخص</numerusform>
            <numerusform>إ&amp;ضافة شخص واحد</numerusform>
            <numerusform>إ&amp;ضافة شخصين</numerusform>
            <numerusform>إ&amp;ضافة %n أشخاص</numerusform>
            <numerusform>إ&amp;ضافة %n شخصًا</numerusform>
            <numerusform>إ&amp;ضافة %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n row(s) to mend</source>
        <translation>
            <numerusform>إ&amp;ضافة %n صف للتصحيح</numerusform>
            <numerusform>إ&amp;ضافة صف واحد للتصحيح</numerusform>
            <numerusform>إ&amp;ضافة صفين للتصحيح</numerusform>
            <numerusform>إ&amp;ضافة %n صفوف للتصحيح</numerusform>
            <numerusform>إ&amp;ضافة %n صفًا للتصحيح</numerusform>
            <numerusform>إ&amp;ضافة %n صف للتصحيح</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent there until they are mended.</source>
        <translation>لا يُرسل إليها شيء حتى تُصحَّح.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>&amp;Sheet</source>
        <translation>ال&amp;ورقة</translation>
    </message>
    <message>
        <source>&amp;Header row</source>
        <translation>صف ال&amp;عناوين</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>ال&amp;ترميز</translation>
    </message>
    <message>
        <source>Numbers without a country code are from</source>
        <translation>الأرقام التي بلا رمز بلد هي من</translation>
    </message>
    <message>
        <source>&amp;Numbers without a country code are from</source>
        <translation>الأ&amp;رقام التي بلا رمز بلد هي من</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>{sheet} (%n row(s))</source>
        <translation>
            <numerusform>{sheet} (%n صف)</numerusform>
            <numerusform>{sheet} (صف واحد)</numerusform>
            <numerusform>{sheet} (صفان)</numerusform>
            <numerusform>{sheet} (%n صفوف)</numerusform>
            <numerusform>{sheet} (%n صفًا)</numerusform>
            <numerusform>{sheet} (%n صف)</numerusform>
        </translation>
    </message>
    <message>
        <source>Arabic (Windows, cp1256)</source>
        <translation>العربية (Windows، cp1256)</translation>
    </message>
    <message>
        <source>Western (Windows, cp1252)</source>
        <translation>الغربية (Windows، cp1252)</translation>
    </message>
    <message>
        <source>Arabic (DOS, cp720)</source>
        <translation>العربية (DOS، cp720)</translation>
    </message>
    <message>
        <source>Western (Mac Roman)</source>
        <translation>الغربية (Mac Roman)</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import people</source>
        <translation>استيراد المستلمين</translation>
    </message>
    <message>
        <source>Lists of people ({kinds})</source>
        <translation>قوائم المستلمين ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>{file} - to mend</source>
        <translation>{file} - للتصحيح</translation>
    </message>
</context>
<context>
    <name>KeptDraftsDialog</name>
    <message>
        <source>Kept drafts</source>
        <translation>المسودات المحفوظة</translation>
    </message>
    <message>
        <source>Nothing is kept. When “Use again” takes the place of something that you were writing, that is kept here.</source>
        <translation>لا توجد مسودات. حين يحل «استخدام مرة أخرى» محل ما كنت تكتبه، تُحفظ المسودة هنا.</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>استعادت&amp;ها</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>Put back into the list what was thrown away last</source>
        <translation>إعادة آخر مسودة حُذفت إلى القائمة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>The last %n draft(s) are kept.</source>
        <translation>
            <numerusform>تُحفظ آخر %n مسودة.</numerusform>
            <numerusform>تُحفظ آخر مسودة.</numerusform>
            <numerusform>تُحفظ آخر مسودتين.</numerusform>
            <numerusform>تُحفظ آخر %n مسودات.</numerusform>
            <numerusform>تُحفظ آخر %n مسودة.</numerusform>
            <numerusform>تُحفظ آخر %n مسودة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each goes by itself after %n day(s).</source>
        <translation>
            <numerusform>تُحذف كل منها تلقائيًا بعد %n يوم.</numerusform>
            <numerusform>تُحذف كل منها تلقائيًا بعد يوم واحد.</numerusform>
            <numerusform>تُحذف كل منها تلقائيًا بعد يومين.</numerusform>
            <numerusform>تُحذف كل منها تلقائيًا بعد %n أيام.</numerusform>
            <numerusform>تُحذف كل منها تلقائيًا بعد %n يومًا.</numerusform>
            <numerusform>تُحذف كل منها تلقائيًا بعد %n يوم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptDraftsModel</name>
    <message>
        <source>Kept</source>
        <translation>حُفظت</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>People</source>
        <translation>المستلمون</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>كلغة ال&amp;نظام</translation>
    </message>
</context>
<context>
    <name>LicencesWindow</name>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>What smsdesk stands on</source>
        <translation>مكوّنات smsdesk</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
</context>
<context>
    <name>ListActions</name>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قص</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Use suggestion</source>
        <translation>استخدام الاقتراح</translation>
    </message>
    <message>
        <source>Take all alike</source>
        <translation>قبول كل الاقتراحات المماثلة</translation>
    </message>
    <message>
        <source>Look at all suggestions…</source>
        <translation>استعراض كل الاقتراحات…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Save the problem rows…</source>
        <translation>حفظ الصفوف التي بها مشكلة…</translation>
    </message>
</context>
<context>
    <name>ListReading</name>
    <message>
        <source>replace the list</source>
        <translation>استبدال القائمة</translation>
    </message>
</context>
<context>
    <name>LoginFields</name>
    <message>
        <source>Set up the &amp;gateway…</source>
        <translation>ت&amp;هيئة البوابة…</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>اسم الحساب</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>اسم الحساب</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>التهيئة</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Say how your gateway wants to be spoken to; its document tells you.</source>
        <translation>حدّد طريقة التخاطب مع بوابتك كما ترد في وثيقتها.</translation>
    </message>
    <message>
        <source>kept in this computer&apos;s password store</source>
        <translation>تُحفظ في مخزن كلمات المرور في هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>To use another gateway, add another account.</source>
        <translation>لاستخدام بوابة أخرى أضف حسابًا آخر.</translation>
    </message>
</context>
<context>
    <name>LoginTest</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>اختبار الات&amp;صال</translation>
    </message>
    <message>
        <source>S&amp;end a test to me…</source>
        <translation>&amp;إرسال رسالة تجريبية إليّ…</translation>
    </message>
    <message>
        <source>The test asks for the balance and costs nothing.</source>
        <translation>يستعلم الاختبار عن الرصيد ولا يكلّف شيئًا.</translation>
    </message>
    <message>
        <source>This gateway can&apos;t check a password: a message to yourself proves it.</source>
        <translation>لا تتيح هذه البوابة التحقق من كلمة المرور: جرّبها برسالة إلى نفسك.</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>لم يُختبر بعد.</translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation>إ&amp;عادة الاختبار</translation>
    </message>
    <message>
        <source>Tested at {time}</source>
        <translation>اختُبر الساعة {time}</translation>
    </message>
    <message>
        <source>Details: {words}</source>
        <translation>التفاصيل: {words}</translation>
    </message>
</context>
<context>
    <name>LowBalance</name>
    <message>
        <source>{account} is running low: {amount} left.</source>
        <translation>رصيد {account} منخفض: بقي {amount}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>smsdesk</source>
        <translation>smsdesk</translation>
    </message>
    <message>
        <source>O&amp;K</source>
        <translation>م&amp;وافق</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>استعادت&amp;ها</translation>
    </message>
    <message>
        <source>Late&amp;r</source>
        <translation>لاح&amp;قًا</translation>
    </message>
    <message>
        <source>Discard &amp;it</source>
        <translation>ح&amp;ذفها</translation>
    </message>
    <message>
        <source>Later it is found under Edit &gt; Kept drafts</source>
        <translation>تجده لاحقًا في «تحرير» ثم «المسودات المحفوظة»</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Save diagnostics</source>
        <translation>حفظ بيانات التشخيص</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>ملفات نصية (*.txt)</translation>
    </message>
    <message>
        <source>Saved: {file}. No phone numbers, messages or passwords are in it; read it before you pass it on.</source>
        <translation>حُفظ: {file}. ليس فيه أرقام هواتف ولا رسائل ولا كلمات مرور؛ اقرأه قبل أن ترسله إلى أحد.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>مل&amp;ف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Find in the history</source>
        <translation>ال&amp;بحث في السجل</translation>
    </message>
    <message>
        <source>&amp;Kept drafts…</source>
        <translation>المسودات ال&amp;محفوظة…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;نافذة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>تعلي&amp;مات</translation>
    </message>
    <message>
        <source>&amp;Import people…</source>
        <translation>&amp;استيراد المستلمين…</translation>
    </message>
    <message>
        <source>S&amp;end…</source>
        <translation>إ&amp;رسال…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;تعديل…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;حذف…</translation>
    </message>
    <message>
        <source>&amp;Refresh balance</source>
        <translation>تحديث الر&amp;صيد</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;إضافة…</translation>
    </message>
    <message>
        <source>&amp;Balance…</source>
        <translation>&amp;الرصيد…</translation>
    </message>
    <message>
        <source>smsdesk &amp;help</source>
        <translation>&amp;تعليمات smsdesk</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>حفظ بيانات الت&amp;شخيص…</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>الت&amp;راخيص…</translation>
    </message>
    <message>
        <source>&amp;About smsdesk</source>
        <translation>&amp;حول smsdesk</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Nobody is left to send to.</source>
        <translation>لم يبقَ أي مستلم.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} now</source>
        <translation>{amount} الآن</translation>
    </message>
    <message>
        <source>{amount} after</source>
        <translation>{amount} بعد الإرسال</translation>
    </message>
    <message>
        <source>! What is left is below the low mark of {amount}.</source>
        <translation>! المتبقي أقل من حد التنبيه ({amount}).</translation>
    </message>
    <message>
        <source>{gateway} can&apos;t be asked what is left.</source>
        <translation>لا تتيح {gateway} الاستعلام عن المتبقي.</translation>
    </message>
    <message>
        <source>The balance is not known yet, so smsdesk can&apos;t say what will be left.</source>
        <translation>الرصيد غير معروف بعد، فلا يُعرف كم سيبقى.</translation>
    </message>
    <message>
        <source>{amount} now. The price of a part is not known, so smsdesk can&apos;t say what will be left.</source>
        <translation>{amount} الآن. سعر الجزء غير معروف، فلا يُعرف كم سيبقى.</translation>
    </message>
    <message>
        <source>{amount} now: another unit than the price, so smsdesk can&apos;t say what will be left.</source>
        <translation>{amount} الآن: وحدة الرصيد غير وحدة السعر، فلا يُعرف كم سيبقى.</translation>
    </message>
</context>
<context>
    <name>MoneyFields</name>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Price of a part</source>
        <translation>سعر الجزء</translation>
    </message>
    <message>
        <source>Warn below</source>
        <translation>التنبيه عند أقل من</translation>
    </message>
    <message>
        <source>Budget a month</source>
        <translation>الميزانية الشهرية</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>بالأجزاء</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>Spent each month</source>
        <translation>الإنفاق الشهري</translation>
    </message>
    <message>
        <source>Spent each month, in {unit}</source>
        <translation>الإنفاق الشهري ({unit})</translation>
    </message>
    <message>
        <source>Sent each month, in parts</source>
        <translation>المُرسل شهريًا، بالأجزاء</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month} حتى الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovementsModel</name>
    <message>
        <source>When</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>People × parts</source>
        <translation>المستلمون × الأجزاء</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيّر</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>الرصيد بعده</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>smsdesk</source>
        <translation>smsdesk</translation>
    </message>
</context>
<context>
    <name>OwnPhoneDialog</name>
    <message>
        <source>Send a test to me</source>
        <translation>إرسال رسالة تجريبية إليّ</translation>
    </message>
    <message>
        <source>Your own number</source>
        <translation>رقم هاتفك</translation>
    </message>
    <message>
        <source>&amp;Save account and send</source>
        <translation>&amp;حفظ الحساب والإرسال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>This is a real message. The account is saved first, and the message stands in the history.</source>
        <translation>هذه رسالة حقيقية. يُحفظ الحساب أولًا، وتظهر الرسالة في السجل.</translation>
    </message>
    <message>
        <source>Enter your number.</source>
        <translation>أدخل رقم هاتفك.</translation>
    </message>
    <message>
        <source>It goes to {number}.</source>
        <translation>تُرسل إلى {number}.</translation>
    </message>
</context>
<context>
    <name>OwnPhoneTest</name>
    <message>
        <source>Sending the test…</source>
        <translation>جارٍ إرسال الرسالة التجريبية…</translation>
    </message>
</context>
<context>
    <name>PasswordNotes</name>
    <message>
        <source>&amp;Keep it for this session only</source>
        <translation>الاحت&amp;فاظ بها لهذه الجلسة فقط</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>يبدو أن Caps Lock مفعَّل.</translation>
    </message>
    <message>
        <source>It begins or ends with a blank or a new line.</source>
        <translation>تبدأ أو تنتهي بمسافة أو بسطر جديد.</translation>
    </message>
    <message>
        <source>Take t&amp;hat away</source>
        <translation>حذف ال&amp;زائد</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PhonePreview</name>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Will go to</source>
        <translation>يُرسل إلى</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>with row {row}</source>
        <translation>مع الصف {row}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>repaired: {how}</source>
        <translation>مُصحَّح: {how}</translation>
    </message>
    <message>
        <source>ready · {note}</source>
        <translation>جاهز · {note}</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the file</source>
        <translation>صفوف الملف</translation>
    </message>
    <message>
        <source>There is nobody in it, only titles or blank rows.</source>
        <translation>لا أحد فيه، بل عناوين أو صفوف فارغة فقط.</translation>
    </message>
</context>
<context>
    <name>PriceOffer</name>
    <message>
        <source>&amp;Use it</source>
        <translation>اعتما&amp;ده</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>ل&amp;ا</translation>
    </message>
    <message>
        <source>This price is not offered again</source>
        <translation>لن يُعرض هذا السعر مرة أخرى</translation>
    </message>
    <message>
        <source>It has cost {price} a part lately: use that?</source>
        <translation>صار سعر الجزء {price}: هل تعتمده؟</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>How much of the file is read</source>
        <translation>المقروء من الملف</translation>
    </message>
    <message>
        <source>&amp;Leave it as it was</source>
        <translation>تر&amp;كه كما كان</translation>
    </message>
    <message>
        <source>Reading {file}… {percent} %</source>
        <translation>جارٍ قراءة {file}… {percent} %</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>جارٍ قراءة {file}…</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>How much has been read</source>
        <translation>المقروء حتى الآن</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>إلغا&amp;ء</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>جارٍ قراءة القائمة…</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n line(s)…</source>
        <translation>
            <numerusform>جارٍ قراءة %n سطر…</numerusform>
            <numerusform>جارٍ قراءة سطر واحد…</numerusform>
            <numerusform>جارٍ قراءة سطرين…</numerusform>
            <numerusform>جارٍ قراءة %n أسطر…</numerusform>
            <numerusform>جارٍ قراءة %n سطرًا…</numerusform>
            <numerusform>جارٍ قراءة %n سطر…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientsModel</name>
    <message numerus="yes">
        <source>delete %n row(s)</source>
        <translation>
            <numerusform>حذف %n صف</numerusform>
            <numerusform>حذف صف واحد</numerusform>
            <numerusform>حذف صفين</numerusform>
            <numerusform>حذف %n صفوف</numerusform>
            <numerusform>حذف %n صفًا</numerusform>
            <numerusform>حذف %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take %n suggestion(s)</source>
        <translation>
            <numerusform>قبول %n اقتراح</numerusform>
            <numerusform>قبول اقتراح واحد</numerusform>
            <numerusform>قبول اقتراحين</numerusform>
            <numerusform>قبول %n اقتراحات</numerusform>
            <numerusform>قبول %n اقتراحًا</numerusform>
            <numerusform>قبول %n اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>replace the list</source>
        <translation>استبدال القائمة</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>تعديل</translation>
    </message>
    <message numerus="yes">
        <source>add %n row(s)</source>
        <translation>
            <numerusform>إضافة %n صف</numerusform>
            <numerusform>إضافة صف واحد</numerusform>
            <numerusform>إضافة صفين</numerusform>
            <numerusform>إضافة %n صفوف</numerusform>
            <numerusform>إضافة %n صفًا</numerusform>
            <numerusform>إضافة %n صف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientsPane</name>
    <message>
        <source>Add recipients</source>
        <translation>إضافة مستلمين</translation>
    </message>
    <message>
        <source>Type or paste names and numbers, or drop a file</source>
        <translation>اكتب الأسماء والأرقام أو ألصقها، أو أفلِت ملفًا</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>المستلمون</translation>
    </message>
    <message>
        <source>Take the chosen rows off the list</source>
        <translation>إزالة الصفوف المحددة من القائمة</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>ترا&amp;جع</translation>
    </message>
    <message>
        <source>Im&amp;port…</source>
        <translation>استيرا&amp;د…</translation>
    </message>
    <message>
        <source>Add the people of an Excel, CSV or contacts file</source>
        <translation>إضافة مستلمين من ملف Excel أو CSV أو جهات اتصال</translation>
    </message>
    <message>
        <source>Add people: paste numbers from anywhere, with or without names, then press Add.</source>
        <translation>أضف المستلمين: ألصق الأرقام من أي مكان، مع الأسماء أو من دونها، ثم اضغط «إضافة».</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>أُضيف %n</numerusform>
            <numerusform>أُضيف واحد</numerusform>
            <numerusform>أُضيف اثنان</numerusform>
            <numerusform>أُضيف %n</numerusform>
            <numerusform>أُضيف %n</numerusform>
            <numerusform>أُضيف %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>أُزيل %n</numerusform>
            <numerusform>أُزيل واحد</numerusform>
            <numerusform>أُزيل اثنان</numerusform>
            <numerusform>أُزيل %n</numerusform>
            <numerusform>أُزيل %n</numerusform>
            <numerusform>أُزيل %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n شخص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the last change to the list back</source>
        <translation>التراجع عن آخر تغيير في القائمة</translation>
    </message>
</context>
<context>
    <name>RereadingDialog</name>
    <message>
        <source>Read the list anew?</source>
        <translation>قراءة القائمة من جديد؟</translation>
    </message>
    <message>
        <source>&amp;Read as {country}</source>
        <translation>ال&amp;قراءة على أنها من {country}</translation>
    </message>
    <message>
        <source>&amp;Read without a country</source>
        <translation>ال&amp;قراءة من دون بلد</translation>
    </message>
    <message>
        <source>&amp;Keep the numbers, written with their country code</source>
        <translation>الإ&amp;بقاء على الأرقام، مكتوبة مع رمز بلدها</translation>
    </message>
    <message>
        <source>&amp;Stay with {account}</source>
        <translation>البقاء &amp;على {account}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be sent to another number.</source>
        <translation>
            <numerusform>سيتغيّر رقم الإرسال في %n صف.</numerusform>
            <numerusform>سيتغيّر رقم الإرسال في صف واحد.</numerusform>
            <numerusform>سيتغيّر رقم الإرسال في صفين.</numerusform>
            <numerusform>سيتغيّر رقم الإرسال في %n صفوف.</numerusform>
            <numerusform>سيتغيّر رقم الإرسال في %n صفًا.</numerusform>
            <numerusform>سيتغيّر رقم الإرسال في %n صف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would need attention, and not be sent to.</source>
        <translation>
            <numerusform>سيحتاج %n صف إلى مراجعة، ولن يُرسل إليها.</numerusform>
            <numerusform>سيحتاج صف واحد إلى مراجعة، ولن يُرسل إليه.</numerusform>
            <numerusform>سيحتاج صفان إلى مراجعة، ولن يُرسل إليهما.</numerusform>
            <numerusform>ستحتاج %n صفوف إلى مراجعة، ولن يُرسل إليها.</numerusform>
            <numerusform>سيحتاج %n صفًا إلى مراجعة، ولن يُرسل إليها.</numerusform>
            <numerusform>سيحتاج %n صف إلى مراجعة، ولن يُرسل إليها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) more would be sent to, also if numbers are kept.</source>
        <translation>
            <numerusform>سيُرسل إلى %n صف آخر أيضًا، حتى مع إبقاء الأرقام.</numerusform>
            <numerusform>سيُرسل إلى صف آخر أيضًا، حتى مع إبقاء الأرقام.</numerusform>
            <numerusform>سيُرسل إلى صفين آخرين أيضًا، حتى مع إبقاء الأرقام.</numerusform>
            <numerusform>سيُرسل إلى %n صفوف أخرى أيضًا، حتى مع إبقاء الأرقام.</numerusform>
            <numerusform>سيُرسل إلى %n صفًا آخر أيضًا، حتى مع إبقاء الأرقام.</numerusform>
            <numerusform>سيُرسل إلى %n صف آخر أيضًا، حتى مع إبقاء الأرقام.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read without a country: %n row(s) change(s)</source>
        <translation>
            <numerusform>القراءة من دون بلد: يتغيّر %n صف</numerusform>
            <numerusform>القراءة من دون بلد: يتغيّر صف واحد</numerusform>
            <numerusform>القراءة من دون بلد: يتغيّر صفان</numerusform>
            <numerusform>القراءة من دون بلد: تتغيّر %n صفوف</numerusform>
            <numerusform>القراءة من دون بلد: يتغيّر %n صفًا</numerusform>
            <numerusform>القراءة من دون بلد: يتغيّر %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read as {country}: %n row(s) change(s)</source>
        <translation>
            <numerusform>القراءة على أنها من {country}: يتغيّر %n صف</numerusform>
            <numerusform>القراءة على أنها من {country}: يتغيّر صف واحد</numerusform>
            <numerusform>القراءة على أنها من {country}: يتغيّر صفان</numerusform>
            <numerusform>القراءة على أنها من {country}: تتغيّر %n صفوف</numerusform>
            <numerusform>القراءة على أنها من {country}: يتغيّر %n صفًا</numerusform>
            <numerusform>القراءة على أنها من {country}: يتغيّر %n صف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Resending</name>
    <message>
        <source>The account that this was sent with is no longer there.</source>
        <translation>لم يعد الحساب الذي أُرسل به هذا الإعلان موجودًا.</translation>
    </message>
    <message>
        <source>“Use again” in the history brings it back, for another account.</source>
        <translation>تستعيده بزر «استخدام مرة أخرى» في السجل، لحساب آخر.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) may get it twice.</source>
        <translation>
            <numerusform>قد تصل إلى %n شخص مرتين.</numerusform>
            <numerusform>قد تصل إلى شخص واحد مرتين.</numerusform>
            <numerusform>قد تصل إلى شخصين مرتين.</numerusform>
            <numerusform>قد تصل إلى %n أشخاص مرتين.</numerusform>
            <numerusform>قد تصل إلى %n شخصًا مرتين.</numerusform>
            <numerusform>قد تصل إلى %n شخص مرتين.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleStrip</name>
    <message>
        <source>What column {title} holds</source>
        <translation>ما يحتويه العمود {title}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Also a number</source>
        <translation>رقم آخر أيضًا</translation>
    </message>
    <message>
        <source>If that is empty</source>
        <translation>إن كان الأول فارغًا</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>رمز البلد</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>Wants none</source>
        <translation>لا يريد رسائل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>استبعاد</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>A&amp;dd a line</source>
        <translation>إ&amp;ضافة سطر</translation>
    </message>
    <message>
        <source>&amp;Add a line</source>
        <translation>إضا&amp;فة سطر</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إزا&amp;لة</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search message, name or number</source>
        <translation>البحث في الرسائل والأسماء والأرقام</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>البحث في السجل</translation>
    </message>
</context>
<context>
    <name>SendLaterField</name>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>leaves at once</source>
        <translation>يُرسل فورًا</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>اليوم والوقت</translation>
    </message>
    <message>
        <source>{gateway} sends at once: it keeps no message for later</source>
        <translation>ترسل {gateway} فورًا، ولا تؤجّل الرسائل</translation>
    </message>
</context>
<context>
    <name>SendPlace</name>
    <message>
        <source>Take the announcement back: nothing of it is sent or paid</source>
        <translation>سحب الإعلان: لا يُرسل منه شيء ولا يُدفع عنه شيء</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>إرس&amp;ال…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>ترا&amp;جع</translation>
    </message>
    <message>
        <source>U&amp;se again</source>
        <translation>استخدام مرة أخر&amp;ى</translation>
    </message>
    <message>
        <source>Bring the text and the people of this announcement back</source>
        <translation>استعادة نص هذا الإعلان ومستلميه</translation>
    </message>
    <message>
        <source>Cancel the messages that have not been sent yet</source>
        <translation>إلغاء الرسائل التي لم تُرسل بعد</translation>
    </message>
</context>
<context>
    <name>SenderFields</name>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>المرسِل</translation>
    </message>
    <message>
        <source>Choose a country from the list.</source>
        <translation>اختر بلدًا من القائمة.</translation>
    </message>
    <message>
        <source>What people see. Several: with commas, the usual one first.</source>
        <translation>ما يراه المستلمون. إن تعدّد فافصل بينها بفواصل، والمعتاد أولًا.</translation>
    </message>
    <message>
        <source>Numbers written without a country code are read as numbers of {country}.</source>
        <translation>الأرقام المكتوبة بلا رمز بلد تُعدّ من {country}.</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>%n person(s) left out: meanwhile it has become known what became of the message.</source>
        <translation>
            <numerusform>استُبعد %n شخص: عُرفت في هذه الأثناء حالة رسائلهم.</numerusform>
            <numerusform>استُبعد شخص واحد: عُرفت في هذه الأثناء حالة رسالته.</numerusform>
            <numerusform>استُبعد شخصان: عُرفت في هذه الأثناء حالة رسالتيهما.</numerusform>
            <numerusform>استُبعد %n أشخاص: عُرفت في هذه الأثناء حالة رسائلهم.</numerusform>
            <numerusform>استُبعد %n شخصًا: عُرفت في هذه الأثناء حالة رسائلهم.</numerusform>
            <numerusform>استُبعد %n شخص: عُرفت في هذه الأثناء حالة رسائلهم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cancelled</source>
        <translation>
            <numerusform>أُلغيت %n رسالة</numerusform>
            <numerusform>أُلغيت رسالة واحدة</numerusform>
            <numerusform>أُلغيت رسالتان</numerusform>
            <numerusform>أُلغيت %n رسائل</numerusform>
            <numerusform>أُلغيت %n رسالة</numerusform>
            <numerusform>أُلغيت %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n في الطريق</numerusform>
            <numerusform>واحدة في الطريق</numerusform>
            <numerusform>اثنتان في الطريق</numerusform>
            <numerusform>%n في الطريق</numerusform>
            <numerusform>%n في الطريق</numerusform>
            <numerusform>%n في الطريق</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had left before</source>
        <translation>لم يُرسل شيء قبل ذلك</translation>
    </message>
    <message>
        <source>It was too late: everything had left already</source>
        <translation>فات الأوان: أُرسل كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n message(s)</source>
        <translation>
            <numerusform>سُحبت: %n رسالة</numerusform>
            <numerusform>سُحبت: رسالة واحدة</numerusform>
            <numerusform>سُحبت: رسالتان</numerusform>
            <numerusform>سُحبت: %n رسائل</numerusform>
            <numerusform>سُحبت: %n رسالة</numerusform>
            <numerusform>سُحبت: %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had left already</source>
        <translation>
            <numerusform>كانت %n قد أُرسلت</numerusform>
            <numerusform>كانت واحدة قد أُرسلت</numerusform>
            <numerusform>كانت اثنتان قد أُرسلتا</numerusform>
            <numerusform>كانت %n قد أُرسلت</numerusform>
            <numerusform>كانت %n قد أُرسلت</numerusform>
            <numerusform>كانت %n قد أُرسلت</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it was sent or paid</source>
        <translation>لم يُرسل منه شيء ولم يُدفع عنه شيء</translation>
    </message>
    <message>
        <source>“Use again” in the history brings it back</source>
        <translation>تستعيده بزر «استخدام مرة أخرى» في السجل</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>GET: the values follow the address</source>
        <translation>GET: تُضاف القيم إلى العنوان</translation>
    </message>
    <message>
        <source>POST: the values go as a form</source>
        <translation>POST: تُرسل القيم في نموذج</translation>
    </message>
    <message>
        <source>POST: the values go as JSON</source>
        <translation>POST: تُرسل القيم بصيغة JSON</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>In the values or headers: {user} and {password}</source>
        <translation>في القيم أو الترويسات: {user} و{password}</translation>
    </message>
    <message>
        <source>Basic: user name and password</source>
        <translation>Basic: اسم المستخدم وكلمة المرور</translation>
    </message>
    <message>
        <source>Bearer: the password is the token</source>
        <translation>Bearer: كلمة المرور هي الرمز</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>Numbers begin with a &amp;plus: +968…</source>
        <translation>ت&amp;بدأ الأرقام بعلامة زائد: ‎+968…</translation>
    </message>
    <message>
        <source>Warn be&amp;fore Arabic and other special characters</source>
        <translation>الت&amp;نبيه قبل العربية والحروف الخاصة الأخرى</translation>
    </message>
    <message>
        <source>Write {to} for the number, {text} for the message, {sender}, {user} and {password}. Some gateways want Arabic as hexadecimal UTF-16: that is {texthex}. In JSON, a value like 5, true or [&quot;{to}&quot;] goes as it stands; write &quot;5&quot; for a text.</source>
        <translation>اكتب {to} مكان الرقم، و{text} مكان الرسالة، وكذلك {sender} و{user} و{password}. تطلب بعض البوابات العربية بصيغة UTF-16 ست عشرية: اكتب لها {texthex}. في JSON تُرسل القيم مثل 5 أو true أو ‎[&quot;{to}&quot;]‎ كما هي؛ واكتب &quot;5&quot; إن أردت نصًا.</translation>
    </message>
    <message>
        <source>As the gateway&apos;s document has it, up to the question mark. {to} and the others may be in it.</source>
        <translation>كما ورد في وثيقة البوابة، حتى علامة الاستفهام. ويمكن أن يكون فيه {to} وغيره.</translation>
    </message>
    <message>
        <source>For a gateway whose document does not say how they travel.</source>
        <translation>لبوابة لا توضح وثيقتها كيف تنتقل هذه الحروف.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>As the gateway&apos;s document says (“Authorization”). The password itself stays in the account.</source>
        <translation>كما ورد في وثيقة البوابة («Authorization»). أما كلمة المرور نفسها فتبقى في الحساب.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>بيانات الدخول</translation>
    </message>
    <message>
        <source>Most gateways want none. For example: Authorization with the value AccessKey {password}. They go with the question for the balance, too.</source>
        <translation>معظم البوابات لا تطلبها. مثال: Authorization بالقيمة AccessKey {password}‎. وتُرسل أيضًا عند الاستعلام عن الرصيد.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Most in one request</source>
        <translation>الحد الأقصى في الطلب الواحد</translation>
    </message>
    <message>
        <source>Between numbers</source>
        <translation>بين الأرقام</translation>
    </message>
    <message>
        <source>Most parts of a message</source>
        <translation>الحد الأقصى لأجزاء الرسالة</translation>
    </message>
    <message>
        <source>Longest sender</source>
        <translation>الحد الأقصى لطول المرسِل</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>الحروف</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>only when asked</source>
        <translation>عند الطلب فقط</translation>
    </message>
    <message>
        <source>every </source>
        <translation>كل </translation>
    </message>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source> h</source>
        <translation> س</translation>
    </message>
    <message>
        <source>B&amp;eside the date</source>
        <translation>&amp;بجانب التاريخ</translation>
    </message>
    <message>
        <source>&amp;Look once a day</source>
        <translation>البحث &amp;مرة كل يوم</translation>
    </message>
    <message>
        <source>It is also checked at the start, and after each announcement.</source>
        <translation>يُحدَّث أيضًا عند التشغيل وبعد كل إعلان.</translation>
    </message>
    <message>
        <source>Check the balance</source>
        <translation>تحديث الرصيد</translation>
    </message>
    <message>
        <source>How long Send can be taken back. Nothing leaves before that.</source>
        <translation>مدة يمكن فيها التراجع عن الإرسال. لا يُرسل شيء قبل انقضائها.</translation>
    </message>
    <message>
        <source>Undo after Send</source>
        <translation>التراجع بعد الإرسال</translation>
    </message>
    <message>
        <source>Before you send, you are told who got the same text in this time.</source>
        <translation>قبل الإرسال تُنبَّه إلى من وصله النص نفسه خلال هذه المدة.</translation>
    </message>
    <message>
        <source>Notice repeats for</source>
        <translation>التنبيه إلى التكرار خلال</translation>
    </message>
    <message>
        <source>Phone numbers stay as they are dialled. You can type either kind.</source>
        <translation>تبقى أرقام الهواتف كما تُطلب. يمكنك الكتابة بأيٍّ منهما.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>شكل الأرقام</translation>
    </message>
    <message>
        <source>In the history, and where a time for later is picked. It is reckoned, and may be a day off.</source>
        <translation>في السجل، وعند اختيار موعد لاحق. يُحسب حسابًا، فقد يختلف يومًا واحدًا.</translation>
    </message>
    <message>
        <source>Hijri date</source>
        <translation>التاريخ الهجري</translation>
    </message>
    <message>
        <source>One small file is fetched; nothing about you or your office is said, and nothing is installed by itself.</source>
        <translation>يُجلب ملف صغير واحد فقط؛ ولا يُرسل شيء عنك أو عن مكتبك، ولا يُثبَّت شيء تلقائيًا.</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>الإصدارات الأحدث</translation>
    </message>
    <message>
        <source>&amp;Save settings</source>
        <translation>&amp;حفظ الإعدادات</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;عام</translation>
    </message>
    <message>
        <source>&amp;Delivery reports</source>
        <translation>&amp;تقارير التسليم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ShowPasswordButton</name>
    <message>
        <source>Hi&amp;de</source>
        <translation>إ&amp;خفاء</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>smsdesk can&apos;t write in its data folder: {folder}</source>
        <translation>تتعذّر على smsdesk الكتابة في مجلد بياناته: {folder}</translation>
    </message>
    <message>
        <source>Check that the folder may be written and that its disk is not full, then start again.</source>
        <translation>تحقق من صلاحية الكتابة في المجلد ومن أن قرصه غير ممتلئ، ثم شغّل smsdesk من جديد.</translation>
    </message>
    <message>
        <source>smsdesk is open already with this data folder, but does not answer.</source>
        <translation>smsdesk مفتوح بالفعل بمجلد البيانات هذا، لكنه لا يستجيب.</translation>
    </message>
    <message>
        <source>End the other one, or restart the computer, then start smsdesk again.</source>
        <translation>أغلق الآخر أو أعد تشغيل الكمبيوتر، ثم شغّل smsdesk من جديد.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Balance of the last weeks</source>
        <translation>رصيد الأسابيع الأخيرة</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n أسبوع</numerusform>
            <numerusform>أسبوع واحد</numerusform>
            <numerusform>أسبوعان</numerusform>
            <numerusform>%n أسابيع</numerusform>
            <numerusform>%n أسبوعًا</numerusform>
            <numerusform>%n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>low mark {amount}</source>
        <translation>حد التنبيه: {amount}</translation>
    </message>
    <message>
        <source>{when}: {first} · now: {newest} · lowest: {lowest}</source>
        <translation>{when}: {first} · الآن: {newest} · الأدنى: {lowest}</translation>
    </message>
    <message>
        <source>{readings} · low mark: {mark}</source>
        <translation>{readings} · حد التنبيه: {mark}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Use {number} in this row</source>
        <translation>استخدام {number} في هذا الصف</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke %n suggestion(s)…</source>
        <translation>
            <numerusform>&amp;قبول %n اقتراح…</numerusform>
            <numerusform>&amp;قبول اقتراح واحد…</numerusform>
            <numerusform>&amp;قبول اقتراحين…</numerusform>
            <numerusform>&amp;قبول %n اقتراحات…</numerusform>
            <numerusform>&amp;قبول %n اقتراحًا…</numerusform>
            <numerusform>&amp;قبول %n اقتراح…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsDialog</name>
    <message>
        <source>Take suggestions</source>
        <translation>قبول الاقتراحات</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>المكتوب</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>الإرسال إلى</translation>
    </message>
    <message>
        <source>Each of these rows can be read in another way. Leave out what you are not sure of.</source>
        <translation>لكل صف من هذه الصفوف قراءة أخرى محتملة. استبعد ما لست متأكدًا منه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n suggestion(s)</source>
        <translation>
            <numerusform>&amp;قبول %n اقتراح</numerusform>
            <numerusform>&amp;قبول اقتراح واحد</numerusform>
            <numerusform>&amp;قبول اقتراحين</numerusform>
            <numerusform>&amp;قبول %n اقتراحات</numerusform>
            <numerusform>&amp;قبول %n اقتراحًا</numerusform>
            <numerusform>&amp;قبول %n اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) not shown</source>
        <translation>
            <numerusform>%n صف آخر غير معروض</numerusform>
            <numerusform>صف واحد آخر غير معروض</numerusform>
            <numerusform>صفان آخران غير معروضين</numerusform>
            <numerusform>%n صفوف أخرى غير معروضة</numerusform>
            <numerusform>%n صفًا آخر غير معروض</numerusform>
            <numerusform>%n صف آخر غير معروض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): read as {country} {code}</source>
        <translation>
            <numerusform>%n صف: تُعدّ أرقامها من {country} {code}</numerusform>
            <numerusform>صف واحد: يُعدّ رقمه من {country} {code}</numerusform>
            <numerusform>صفان: يُعدّ رقماهما من {country} {code}</numerusform>
            <numerusform>%n صفوف: تُعدّ أرقامها من {country} {code}</numerusform>
            <numerusform>%n صفًا: تُعدّ أرقامها من {country} {code}</numerusform>
            <numerusform>%n صف: تُعدّ أرقامها من {country} {code}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>A test message</source>
        <translation>رسالة تجريبية</translation>
    </message>
    <message>
        <source>Your own number</source>
        <translation>رقم هاتفك</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;التجربة</translation>
    </message>
    <message>
        <source>&amp;Send this test message</source>
        <translation>إرسال &amp;هذه الرسالة التجريبية</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>ما سيُرسل</translation>
    </message>
    <message>
        <source>What the gateway answered</source>
        <translation>جواب البوابة</translation>
    </message>
    <message>
        <source>Write a message.</source>
        <translation>اكتب رسالة.</translation>
    </message>
    <message>
        <source>Nothing was sent yet. The test message is real: the gateway may charge for it.</source>
        <translation>لم يُرسل شيء بعد. الرسالة التجريبية حقيقية، وقد تُحسب تكلفتها.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>Read as: accepted, message {id}</source>
        <translation>قُرئ الجواب: مقبولة، الرسالة {id}</translation>
    </message>
    <message>
        <source>Read as: accepted</source>
        <translation>قُرئ الجواب: مقبولة</translation>
    </message>
    <message>
        <source>Read as: refused. {reason}.</source>
        <translation>قُرئ الجواب: مرفوضة. {reason}.</translation>
    </message>
    <message>
        <source>Nothing was sent. {reason}.</source>
        <translation>لم يُرسل شيء. {reason}.</translation>
    </message>
    <message>
        <source>Not understood, so it may have been sent. {reason}.</source>
        <translation>لم يُفهم الجواب، فربما أُرسلت الرسالة. {reason}.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>الجواب</translation>
    </message>
</context>
<context>
    <name>UnicodeHint</name>
    <message>
        <source>Writes the same in characters of which 160 fit in a message</source>
        <translation>يكتب النص نفسه بحروف تتسع الرسالة لـ 160 منها</translation>
    </message>
    <message>
        <source>T&amp;ype {character} instead</source>
        <translation>كتابة {character} بدلًا من&amp;ه</translation>
    </message>
    <message>
        <source>T&amp;ype plain ones instead</source>
        <translation>كتابة حروف بسيطة بدلًا من&amp;ها</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>This build of smsdesk has no address to ask for a newer version: nothing is asked.</source>
        <translation>لا تتضمن نسخة smsdesk هذه عنوانًا للبحث عن إصدار أحدث: لن يُبحث عنه.</translation>
    </message>
    <message>
        <source>Turned off by whoever looks after this computer: nothing is asked.</source>
        <translation>أوقفه المسؤول عن هذا الكمبيوتر: لن يُبحث عن إصدار أحدث.</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>البحث مرة كل يوم</translation>
    </message>
    <message>
        <source>No, never</source>
        <translation>لا، أبدًا</translation>
    </message>
    <message>
        <source>Shall smsdesk look once a day whether there is a newer version? It fetches one small file from {host} and says nothing about you or your office. Nothing is ever downloaded or installed by itself. You can change this in the settings.</source>
        <translation>هل يبحث smsdesk مرة كل يوم عن إصدار أحدث؟ يجلب ملفًا صغيرًا واحدًا من {host} ولا يرسل شيئًا عنك أو عن مكتبك. ولا يُنزَّل إصدار أو يُثبَّت تلقائيًا أبدًا. يمكنك تغيير ذلك في الإعدادات.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>فتح صفحته</translation>
    </message>
    <message>
        <source>Not this version</source>
        <translation>ليس هذا الإصدار</translation>
    </message>
    <message>
        <source>smsdesk {newer} is out; this is {own}. Its page is at {host}.</source>
        <translation>صدر smsdesk {newer}؛ والإصدار لديك {own}. صفحته على {host}.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to smsdesk</source>
        <translation>مرحبًا بك في smsdesk</translation>
    </message>
    <message>
        <source>Send an announcement to many phones at once, in Arabic or English, through the SMS gateway that your office pays for. You need the user name and the password that the gateway gave you.</source>
        <translation>أرسل إعلانًا إلى هواتف كثيرة دفعة واحدة، بالعربية أو الإنجليزية، عبر بوابة الرسائل القصيرة التي يدفع مكتبك لها. تحتاج إلى اسم المستخدم وكلمة المرور اللذين أعطتك إياهما البوابة.</translation>
    </message>
    <message>
        <source>Add your &amp;gateway account</source>
        <translation>أ&amp;ضف حساب بوابتك</translation>
    </message>
    <message>
        <source>Try it with the &amp;demo</source>
        <translation>&amp;جرّب العرض التوضيحي</translation>
    </message>
    <message>
        <source>Opens a second window with pretended gateways: nothing is sent, nothing is paid</source>
        <translation>يفتح نافذة ثانية ببوابات وهمية: لا يُرسل شيء ولا يُدفع شيء</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>Tall &amp;history</source>
        <translation>ت&amp;كبير السجل</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;ملء الشاشة</translation>
    </message>
    <message>
        <source>M&amp;inimise</source>
        <translation>ت&amp;صغير</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>اللوحة ال&amp;تالية</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>اللوحة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>ال&amp;رسالة</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>ال&amp;مستلمون</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>الس&amp;جل</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
</context>
<context>
    <name>_PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>الملاحظة</translation>
    </message>
</context>
<context>
    <name>_RowsModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>المكتوب</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>بعد القراءة</translation>
    </message>
</context>
<context>
    <name>_Target</name>
    <message>
        <source>Enter your office&apos;s address first</source>
        <translation>أدخل عنوان مكتبك أولًا</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>No report has arrived yet.</source>
        <translation>لم يصل أي تقرير بعد.</translation>
    </message>
    <message>
        <source>The last report arrived: {when}.</source>
        <translation>وصل آخر تقرير: {when}.</translation>
    </message>
</context>
<context>
    <name>about_box</name>
    <message>
        <source>Announcements by SMS through your office&apos;s own gateway.</source>
        <translation>إعلانات بالرسائل القصيرة عبر بوابة مكتبك.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU LGPL 3. All licence texts: menu Help, Licences.</source>
        <translation>تُستخدم Qt وPySide6 بموجب GNU LGPL 3. جميع نصوص التراخيص في قائمة تعليمات، التراخيص.</translation>
    </message>
    <message>
        <source>About smsdesk</source>
        <translation>حول smsdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>account_book</name>
    <message>
        <source>There is no password to try.</source>
        <translation>لا توجد كلمة مرور لتجربتها.</translation>
    </message>
    <message>
        <source>Enter the password, then test again.</source>
        <translation>أدخل كلمة المرور ثم أعد الاختبار.</translation>
    </message>
    <message>
        <source>{gateway} has no way to check a password: only sending a message will prove it. Send one to yourself first.</source>
        <translation>لا تتيح {gateway} التحقق من كلمة المرور: لا يثبت صحتها إلا إرسال رسالة. أرسل واحدة إلى نفسك أولًا.</translation>
    </message>
    <message>
        <source>It works: {gateway} accepted the user name and password.</source>
        <translation>الاتصال سليم: قبلت {gateway} اسم المستخدم وكلمة المرور.</translation>
    </message>
</context>
<context>
    <name>account_state</name>
    <message>
        <source>Signed in</source>
        <translation>تم تسجيل الدخول</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) this month</source>
        <translation>
            <numerusform>%n رسالة هذا الشهر</numerusform>
            <numerusform>رسالة واحدة هذا الشهر</numerusform>
            <numerusform>رسالتان هذا الشهر</numerusform>
            <numerusform>%n رسائل هذا الشهر</numerusform>
            <numerusform>%n رسالة هذا الشهر</numerusform>
            <numerusform>%n رسالة هذا الشهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{account}: sending has stopped, %n message(s) waiting</source>
        <translation>
            <numerusform>{account}: توقف الإرسال، و%n رسالة في الانتظار</numerusform>
            <numerusform>{account}: توقف الإرسال، ورسالة واحدة في الانتظار</numerusform>
            <numerusform>{account}: توقف الإرسال، ورسالتان في الانتظار</numerusform>
            <numerusform>{account}: توقف الإرسال، و%n رسائل في الانتظار</numerusform>
            <numerusform>{account}: توقف الإرسال، و%n رسالة في الانتظار</numerusform>
            <numerusform>{account}: توقف الإرسال، و%n رسالة في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{account}: %n message(s) waiting for the gateway</source>
        <translation>
            <numerusform>{account}: %n رسالة في انتظار البوابة</numerusform>
            <numerusform>{account}: رسالة واحدة في انتظار البوابة</numerusform>
            <numerusform>{account}: رسالتان في انتظار البوابة</numerusform>
            <numerusform>{account}: %n رسائل في انتظار البوابة</numerusform>
            <numerusform>{account}: %n رسالة في انتظار البوابة</numerusform>
            <numerusform>{account}: %n رسالة في انتظار البوابة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{account}: %n message(s) still to be sent</source>
        <translation>
            <numerusform>{account}: لم تُرسل بعد %n رسالة</numerusform>
            <numerusform>{account}: لم تُرسل بعد رسالة واحدة</numerusform>
            <numerusform>{account}: لم تُرسل بعد رسالتان</numerusform>
            <numerusform>{account}: لم تُرسل بعد %n رسائل</numerusform>
            <numerusform>{account}: لم تُرسل بعد %n رسالة</numerusform>
            <numerusform>{account}: لم تُرسل بعد %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait(s), trying again</source>
        <translation>
            <numerusform>%n رسالة في الانتظار، وتُعاد المحاولة</numerusform>
            <numerusform>رسالة واحدة في الانتظار، وتُعاد المحاولة</numerusform>
            <numerusform>رسالتان في الانتظار، وتُعاد المحاولة</numerusform>
            <numerusform>%n رسائل في الانتظار، وتُعاد المحاولة</numerusform>
            <numerusform>%n رسالة في الانتظار، وتُعاد المحاولة</numerusform>
            <numerusform>%n رسالة في الانتظار، وتُعاد المحاولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait(s), next try {when}</source>
        <translation>
            <numerusform>%n رسالة في الانتظار، والمحاولة التالية {when}</numerusform>
            <numerusform>رسالة واحدة في الانتظار، والمحاولة التالية {when}</numerusform>
            <numerusform>رسالتان في الانتظار، والمحاولة التالية {when}</numerusform>
            <numerusform>%n رسائل في الانتظار، والمحاولة التالية {when}</numerusform>
            <numerusform>%n رسالة في الانتظار، والمحاولة التالية {when}</numerusform>
            <numerusform>%n رسالة في الانتظار، والمحاولة التالية {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait(s).</source>
        <translation>
            <numerusform>%n رسالة في الانتظار.</numerusform>
            <numerusform>رسالة واحدة في الانتظار.</numerusform>
            <numerusform>رسالتان في الانتظار.</numerusform>
            <numerusform>%n رسائل في الانتظار.</numerusform>
            <numerusform>%n رسالة في الانتظار.</numerusform>
            <numerusform>%n رسالة في الانتظار.</numerusform>
        </translation>
    </message>
    <message>
        <source>{waiting} {todo}</source>
        <translation>{waiting} {todo}</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Let them go out, or stop them, then delete the account. Nothing was deleted.</source>
        <translation>انتظر إرسالها أو ألغها، ثم احذف الحساب. لم يُحذف شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet: %n message(s) of this account.</source>
        <translation>
            <numerusform>لم تُرسل بعد: %n رسالة من هذا الحساب.</numerusform>
            <numerusform>لم تُرسل بعد: رسالة واحدة من هذا الحساب.</numerusform>
            <numerusform>لم تُرسل بعد: رسالتان من هذا الحساب.</numerusform>
            <numerusform>لم تُرسل بعد: %n رسائل من هذا الحساب.</numerusform>
            <numerusform>لم تُرسل بعد: %n رسالة من هذا الحساب.</numerusform>
            <numerusform>لم تُرسل بعد: %n رسالة من هذا الحساب.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>Split it into several files.</source>
        <translation>قسّمه إلى عدة ملفات.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as a list of people: {why}.</source>
        <translation>لا يمكن قراءة «{name}» كقائمة مستلمين: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>it has more than %n row(s)</source>
        <translation>
            <numerusform>فيه أكثر من %n صف</numerusform>
            <numerusform>فيه أكثر من صف واحد</numerusform>
            <numerusform>فيه أكثر من صفين</numerusform>
            <numerusform>فيه أكثر من %n صفوف</numerusform>
            <numerusform>فيه أكثر من %n صفًا</numerusform>
            <numerusform>فيه أكثر من %n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>The document of {gateway} names no character set: it does not say how Arabic, letters with accents, and signs such as € and £ travel. If this is your first such message, send it to yourself first.</source>
        <translation>لا تحدد وثيقة {gateway} ترميز الحروف، فلا يُعرف كيف تصل العربية والحروف ذات العلامات والرموز مثل € و£. إن كانت هذه أول رسالة لك من هذا النوع فأرسلها إلى نفسك أولًا.</translation>
    </message>
    <message>
        <source>{gateway} gave a reason that is not in its document</source>
        <translation>ذكرت {gateway} سببًا غير وارد في وثيقتها</translation>
    </message>
    <message>
        <source>The gateway&apos;s name could not be found; perhaps this computer is not online</source>
        <translation>لم يُعثر على اسم البوابة؛ ربما كان هذا الكمبيوتر غير متصل بالإنترنت</translation>
    </message>
    <message>
        <source>The gateway could not be reached</source>
        <translation>تعذّر الوصول إلى البوابة</translation>
    </message>
    <message>
        <source>No secure connection to the gateway could be made</source>
        <translation>تعذّر إنشاء اتصال آمن بالبوابة</translation>
    </message>
    <message>
        <source>The proxy of this network refused the connection</source>
        <translation>رفض وسيط هذه الشبكة (proxy) الاتصال</translation>
    </message>
    <message>
        <source>This computer is set to a SOCKS proxy, which smsdesk can&apos;t use: ask for an HTTP proxy, or for none</source>
        <translation>هذا الكمبيوتر مضبوط على وسيط SOCKS لا يستطيع smsdesk استخدامه: اطلب وسيط HTTP أو اتصالًا من دون وسيط</translation>
    </message>
    <message>
        <source>The gateway does not let this login in: check user name, password and gateway address in the account</source>
        <translation>لا تقبل البوابة بيانات الدخول هذه: تحقق من اسم المستخدم وكلمة المرور وعنوان البوابة في الحساب</translation>
    </message>
    <message>
        <source>No answer after the request was sent</source>
        <translation>لم يصل جواب بعد إرسال الطلب</translation>
    </message>
    <message>
        <source>The connection broke after the request was sent</source>
        <translation>انقطع الاتصال بعد إرسال الطلب</translation>
    </message>
    <message>
        <source>The gateway answered with an error page</source>
        <translation>أجابت البوابة بصفحة خطأ</translation>
    </message>
    <message>
        <source>Something other than the gateway answered: a network sign-in page, or a wrong gateway address</source>
        <translation>أجاب شيء آخر غير البوابة: صفحة دخول إلى الشبكة، أو عنوان بوابة خاطئ</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer was too long to be true</source>
        <translation>كان جواب البوابة أطول من المعقول</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer could not be understood</source>
        <translation>تعذّر فهم جواب البوابة</translation>
    </message>
    <message>
        <source>The time chosen for it had passed</source>
        <translation>فات الموعد المحدد لها</translation>
    </message>
    <message>
        <source>A mistake in smsdesk left it unclear whether this was sent</source>
        <translation>لا يُعرف هل أُرسلت أم لا، بسبب خطأ في smsdesk</translation>
    </message>
    <message>
        <source>The program ended while this was being sent</source>
        <translation>توقف البرنامج أثناء إرسالها</translation>
    </message>
    <message>
        <source>It was still waiting when the data file was damaged; it may have been sent since</source>
        <translation>كانت في الانتظار عندما تلف ملف البيانات؛ وربما أُرسلت بعد ذلك</translation>
    </message>
</context>
<context>
    <name>calendars</name>
    <message>
        <source>{day} AH</source>
        <translation>{day} هـ</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>This card is broken: it could not be read to its end</source>
        <translation>هذه البطاقة تالفة: تعذّرت قراءتها حتى آخرها</translation>
    </message>
    <message>
        <source>No phone number in this card</source>
        <translation>لا يوجد رقم هاتف في هذه البطاقة</translation>
    </message>
    <message>
        <source>A fax or pager takes no messages</source>
        <translation>هذا رقم فاكس أو جهاز نداء: لا يتلقى رسائل</translation>
    </message>
</context>
<context>
    <name>characters</name>
    <message>
        <source>left single quotation mark</source>
        <translation>علامة اقتباس مفردة مائلة مفتوحة</translation>
    </message>
    <message>
        <source>right single quotation mark</source>
        <translation>علامة اقتباس مفردة مائلة مغلقة</translation>
    </message>
    <message>
        <source>single low-9 quotation mark</source>
        <translation>علامة اقتباس مفردة سفلية</translation>
    </message>
    <message>
        <source>single high-reversed-9 quotation mark</source>
        <translation>علامة اقتباس مفردة معكوسة</translation>
    </message>
    <message>
        <source>prime</source>
        <translation>علامة الدقيقة</translation>
    </message>
    <message>
        <source>modifier letter apostrophe</source>
        <translation>فاصلة عليا</translation>
    </message>
    <message>
        <source>grave accent</source>
        <translation>نبرة خفيضة</translation>
    </message>
    <message>
        <source>acute accent</source>
        <translation>نبرة حادة</translation>
    </message>
    <message>
        <source>left double quotation mark</source>
        <translation>علامة اقتباس مزدوجة مائلة مفتوحة</translation>
    </message>
    <message>
        <source>right double quotation mark</source>
        <translation>علامة اقتباس مزدوجة مائلة مغلقة</translation>
    </message>
    <message>
        <source>double low-9 quotation mark</source>
        <translation>علامة اقتباس مزدوجة سفلية</translation>
    </message>
    <message>
        <source>double high-reversed-9 quotation mark</source>
        <translation>علامة اقتباس مزدوجة معكوسة</translation>
    </message>
    <message>
        <source>double prime</source>
        <translation>علامة الثانية</translation>
    </message>
    <message>
        <source>left-pointing double angle quotation mark</source>
        <translation>علامة تنصيص مزدوجة مفتوحة</translation>
    </message>
    <message>
        <source>right-pointing double angle quotation mark</source>
        <translation>علامة تنصيص مزدوجة مغلقة</translation>
    </message>
    <message>
        <source>hyphen</source>
        <translation>واصلة</translation>
    </message>
    <message>
        <source>non-breaking hyphen</source>
        <translation>واصلة غير فاصلة</translation>
    </message>
    <message>
        <source>figure dash</source>
        <translation>شرطة بعرض رقم</translation>
    </message>
    <message>
        <source>en dash</source>
        <translation>شرطة متوسطة</translation>
    </message>
    <message>
        <source>em dash</source>
        <translation>شرطة طويلة</translation>
    </message>
    <message>
        <source>horizontal bar</source>
        <translation>خط أفقي</translation>
    </message>
    <message>
        <source>minus sign</source>
        <translation>علامة ناقص</translation>
    </message>
    <message>
        <source>bullet</source>
        <translation>نقطة تعداد</translation>
    </message>
    <message>
        <source>horizontal ellipsis</source>
        <translation>علامة الحذف (ثلاث نقاط)</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>مسافة جدولة</translation>
    </message>
    <message>
        <source>no-break space</source>
        <translation>مسافة غير فاصلة</translation>
    </message>
    <message>
        <source>ogham space mark</source>
        <translation>مسافة أوغامية</translation>
    </message>
    <message>
        <source>en quad</source>
        <translation>مسافة بعرض نصف حرف</translation>
    </message>
    <message>
        <source>em quad</source>
        <translation>مسافة بعرض حرف</translation>
    </message>
    <message>
        <source>en space</source>
        <translation>مسافة متوسطة</translation>
    </message>
    <message>
        <source>em space</source>
        <translation>مسافة طويلة</translation>
    </message>
    <message>
        <source>three-per-em space</source>
        <translation>مسافة بعرض ثلث حرف</translation>
    </message>
    <message>
        <source>four-per-em space</source>
        <translation>مسافة بعرض ربع حرف</translation>
    </message>
    <message>
        <source>six-per-em space</source>
        <translation>مسافة بعرض سدس حرف</translation>
    </message>
    <message>
        <source>figure space</source>
        <translation>مسافة بعرض رقم</translation>
    </message>
    <message>
        <source>punctuation space</source>
        <translation>مسافة بعرض علامة ترقيم</translation>
    </message>
    <message>
        <source>thin space</source>
        <translation>مسافة رفيعة</translation>
    </message>
    <message>
        <source>hair space</source>
        <translation>مسافة شعرية</translation>
    </message>
    <message>
        <source>narrow no-break space</source>
        <translation>مسافة ضيقة غير فاصلة</translation>
    </message>
    <message>
        <source>medium mathematical space</source>
        <translation>مسافة رياضية متوسطة</translation>
    </message>
    <message>
        <source>ideographic space</source>
        <translation>مسافة صينية عريضة</translation>
    </message>
    <message>
        <source>vertical tab</source>
        <translation>جدولة رأسية</translation>
    </message>
    <message>
        <source>next line</source>
        <translation>سطر تالٍ</translation>
    </message>
    <message>
        <source>line separator</source>
        <translation>فاصل أسطر</translation>
    </message>
    <message>
        <source>paragraph separator</source>
        <translation>فاصل فقرات</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation>واصلة مخفية</translation>
    </message>
    <message>
        <source>arabic letter mark</source>
        <translation>علامة حرف عربي</translation>
    </message>
    <message>
        <source>zero width space</source>
        <translation>مسافة بلا عرض</translation>
    </message>
    <message>
        <source>zero width non-joiner</source>
        <translation>فاصل حروف بلا عرض</translation>
    </message>
    <message>
        <source>zero width joiner</source>
        <translation>واصل حروف بلا عرض</translation>
    </message>
    <message>
        <source>left-to-right mark</source>
        <translation>علامة اتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left mark</source>
        <translation>علامة اتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>left-to-right embedding</source>
        <translation>تضمين من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left embedding</source>
        <translation>تضمين من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>pop directional formatting</source>
        <translation>نهاية تنسيق الاتجاه</translation>
    </message>
    <message>
        <source>left-to-right override</source>
        <translation>فرض الاتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left override</source>
        <translation>فرض الاتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>رابط كلمات</translation>
    </message>
    <message>
        <source>left-to-right isolate</source>
        <translation>عزل من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left isolate</source>
        <translation>عزل من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>first strong isolate</source>
        <translation>عزل بحسب أول حرف</translation>
    </message>
    <message>
        <source>pop directional isolate</source>
        <translation>نهاية عزل الاتجاه</translation>
    </message>
    <message>
        <source>variation selector-16</source>
        <translation>محدد شكل الرمز</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>علامة ترتيب البايتات</translation>
    </message>
</context>
<context>
    <name>check_delegate</name>
    <message>
        <source>Send to {number} instead of what was typed (press Space in this cell)</source>
        <translation>الإرسال إلى {number} بدلًا مما كُتب (اضغط مفتاح المسافة في هذه الخلية)</translation>
    </message>
    <message>
        <source>Use {number}</source>
        <translation>استخدام {number}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>استخدام</translation>
    </message>
</context>
<context>
    <name>check_list</name>
    <message>
        <source>there is nobody in it, only titles or blank rows</source>
        <translation>لا أحد فيه، بل عناوين أو صفوف فارغة فقط</translation>
    </message>
</context>
<context>
    <name>clock_check</name>
    <message>
        <source>The clock of this computer is {hours} h {minutes} min ahead of the gateway&apos;s. Set its time and time zone right: else a message for later leaves at another time, and the history shows wrong times.</source>
        <translation>ساعة هذا الكمبيوتر متقدمة على ساعة البوابة بمقدار {hours} س و{minutes} د. اضبط الوقت والمنطقة الزمنية، وإلا أُرسلت الرسائل المؤجلة في غير موعدها وظهرت في السجل أوقات خاطئة.</translation>
    </message>
    <message>
        <source>The clock of this computer is {hours} h {minutes} min behind the gateway&apos;s. Set its time and time zone right: else a message for later leaves at another time, and the history shows wrong times.</source>
        <translation>ساعة هذا الكمبيوتر متأخرة عن ساعة البوابة بمقدار {hours} س و{minutes} د. اضبط الوقت والمنطقة الزمنية، وإلا أُرسلت الرسائل المؤجلة في غير موعدها وظهرت في السجل أوقات خاطئة.</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>In the usual order</source>
        <translation>بالترتيب المعتاد</translation>
    </message>
    <message>
        <source>{title}, sorted rising</source>
        <translation>{title}، مرتَّب تصاعديًا</translation>
    </message>
    <message>
        <source>{title}, sorted falling</source>
        <translation>{title}، مرتَّب تنازليًا</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>The disk that holds your smsdesk data is full.</source>
        <translation>القرص الذي يحوي بيانات smsdesk ممتلئ.</translation>
    </message>
    <message>
        <source>Nothing was lost. Make some room on it, then try again.</source>
        <translation>لم يضِع شيء. أفسح مساحة فيه ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>smsdesk may not write in its data folder.</source>
        <translation>ليست لدى smsdesk صلاحية الكتابة في مجلد بياناته.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer for the right to write in it, then start smsdesk again.</source>
        <translation>اطلب صلاحية الكتابة فيه من المسؤول عن هذا الكمبيوتر، ثم شغّل smsdesk من جديد.</translation>
    </message>
    <message>
        <source>Another program is holding the smsdesk data file.</source>
        <translation>يستخدم برنامج آخر ملف بيانات smsdesk.</translation>
    </message>
    <message>
        <source>Close backup or synchronisation programs that use it, then try again.</source>
        <translation>أغلق برامج النسخ الاحتياطي أو المزامنة التي تستخدمه، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The smsdesk data file is damaged, or is not an smsdesk file.</source>
        <translation>ملف بيانات smsdesk تالف، أو ليس ملف smsdesk.</translation>
    </message>
    <message>
        <source>It was left untouched. Put back a backup of it, or start with another data folder.</source>
        <translation>تُرك كما هو. استعد نسخة احتياطية منه، أو ابدأ بمجلد بيانات آخر.</translation>
    </message>
    <message>
        <source>The smsdesk data file is gone or empty, though there is a backup of it.</source>
        <translation>ملف بيانات smsdesk مفقود أو فارغ، مع أن له نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Nothing was written. Restore the backup, or start with another data folder.</source>
        <translation>لم يُكتب شيء. استعد النسخة الاحتياطية، أو ابدأ بمجلد بيانات آخر.</translation>
    </message>
    <message>
        <source>The disk that holds your smsdesk data reported an error.</source>
        <translation>أبلغ القرص الذي يحوي بيانات smsdesk عن خطأ.</translation>
    </message>
    <message>
        <source>Nothing more is written until the disk is well. Check it, then try again.</source>
        <translation>لن يُكتب شيء آخر حتى يُصلح القرص. افحصه ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The path of your smsdesk data folder is too long.</source>
        <translation>مسار مجلد بيانات smsdesk طويل جدًا.</translation>
    </message>
    <message>
        <source>Move the folder to a shorter path, then start smsdesk with that.</source>
        <translation>انقل المجلد إلى مسار أقصر، ثم شغّل smsdesk به.</translation>
    </message>
    <message>
        <source>A file or folder of your smsdesk data is gone, or something else stands in its place.</source>
        <translation>ملف أو مجلد من بيانات smsdesk مفقود، أو وُضع شيء آخر مكانه.</translation>
    </message>
    <message>
        <source>Look whether it was moved, renamed or deleted, and whether its disk is connected; then try again.</source>
        <translation>تحقق هل نُقل أو أُعيدت تسميته أو حُذف، وهل قرصه متصل؛ ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The smsdesk data file was moved, deleted or replaced while smsdesk was using it.</source>
        <translation>نُقل ملف بيانات smsdesk أو حُذف أو استُبدل أثناء استخدامه.</translation>
    </message>
    <message>
        <source>Nothing more is sent. Close smsdesk, put the data file back where it was, then start smsdesk again.</source>
        <translation>لن يُرسل شيء آخر. أغلق smsdesk، وأعد ملف البيانات إلى مكانه، ثم شغّل smsdesk من جديد.</translation>
    </message>
</context>
<context>
    <name>cost</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n شخص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>{people} × {parts} = {total} · price unknown</source>
        <translation>{people} × {parts} = {total} · السعر غير معروف</translation>
    </message>
    <message>
        <source>{people} × {parts} = {price}</source>
        <translation>{people} × {parts} = {price}</translation>
    </message>
    <message>
        <source>{left} left after: below the low mark</source>
        <translation>يبقى بعده {left}: أقل من حد التنبيه</translation>
    </message>
    <message>
        <source>{left} left after</source>
        <translation>يبقى بعده {left}</translation>
    </message>
    <message>
        <source>{price} · {left} left after</source>
        <translation>{price} · يبقى بعده {left}</translation>
    </message>
    <message numerus="yes">
        <source>{named} and %n more</source>
        <translation>
            <numerusform>{named} و%n أخرى</numerusform>
            <numerusform>{named} وواحد آخر</numerusform>
            <numerusform>{named} واثنان آخران</numerusform>
            <numerusform>{named} و%n أخرى</numerusform>
            <numerusform>{named} و%n أخرى</numerusform>
            <numerusform>{named} و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Because of {named} only 70 characters fit in a message instead of 160.</source>
        <translation>بسبب {named} لا تتسع الرسالة إلا لـ 70 حرفًا بدلًا من 160.</translation>
    </message>
    <message>
        <source>Because of {named} this is {count} instead of {without}.</source>
        <translation>الرسالة {count} بسبب {named}، ومن دون ذلك {without}.</translation>
    </message>
    <message>
        <source>an invisible character ({name})</source>
        <translation>حرف غير مرئي ({name})</translation>
    </message>
    <message>
        <source>{character} ({name})</source>
        <translation>{character} ({name})</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Ascension Island</source>
        <translation>جزيرة أسينشيون</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>أندورا</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>الإمارات العربية المتحدة</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>أفغانستان</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>أنتيغوا وبربودا</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>أنغويلا</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>ألبانيا</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>أرمينيا</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>أنغولا</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>الأرجنتين</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>ساموا الأمريكية</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>النمسا</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>أستراليا</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>أروبا</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>جزر آلاند</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>أذربيجان</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>البوسنة والهرسك</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>بربادوس</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>بنغلاديش</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>بلجيكا</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>بوركينا فاسو</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>بلغاريا</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>البحرين</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>بوروندي</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>بنين</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>سان بارتليمي</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>برمودا</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>بروناي</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>بوليفيا</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>هولندا الكاريبية</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>البرازيل</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>جزر البهاما</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>بوتان</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>بوتسوانا</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>بيلاروس</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>بليز</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>كندا</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>جزر كوكوس (كيلينغ)</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>الكونغو - كينشاسا</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>جمهورية أفريقيا الوسطى</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>الكونغو - برازافيل</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>سويسرا</translation>
    </message>
    <message>
        <source>Côte d&apos;Ivoire</source>
        <translation>ساحل العاج</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>جزر كوك</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>تشيلي</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>الكاميرون</translation>
    </message>
    <message>
        <source>China</source>
        <translation>الصين</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>كولومبيا</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>كوستاريكا</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>كوبا</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>الرأس الأخضر</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>كوراساو</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>جزيرة كريسماس</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>قبرص</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>التشيك</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>ألمانيا</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>جيبوتي</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>الدانمرك</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>دومينيكا</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>جمهورية الدومينيكان</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>الجزائر</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>الإكوادور</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>إستونيا</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>مصر</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>الصحراء الغربية</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>إريتريا</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>إسبانيا</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>إثيوبيا</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>فنلندا</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>فيجي</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>جزر فوكلاند</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>ميكرونيزيا</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>جزر فارو</translation>
    </message>
    <message>
        <source>France</source>
        <translation>فرنسا</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>الغابون</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>المملكة المتحدة</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>غرينادا</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>جورجيا</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>غويانا الفرنسية</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>غيرنزي</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>غانا</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>جبل طارق</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>غرينلاند</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>غامبيا</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>غينيا</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>غوادلوب</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>غينيا الاستوائية</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>اليونان</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>غواتيمالا</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>غوام</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>غينيا بيساو</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>غيانا</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>هونغ كونغ الصينية (منطقة إدارية خاصة)</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>هندوراس</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>كرواتيا</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>هايتي</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>هنغاريا</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>إندونيسيا</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>أيرلندا</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>إسرائيل</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>جزيرة مان</translation>
    </message>
    <message>
        <source>India</source>
        <translation>الهند</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>الإقليم البريطاني في المحيط الهندي</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>العراق</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>إيران</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>آيسلندا</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>إيطاليا</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>جيرسي</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>جامايكا</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>الأردن</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>اليابان</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>كينيا</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>قيرغيزستان</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>كمبوديا</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>كيريباتي</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>جزر القمر</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>سانت كيتس ونيفيس</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>كوريا الشمالية</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>كوريا الجنوبية</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>الكويت</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>جزر كايمان</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>كازاخستان</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>لاوس</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>لبنان</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>سانت لوسيا</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>ليختنشتاين</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>سريلانكا</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>ليبيريا</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>ليسوتو</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>ليتوانيا</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>لوكسمبورغ</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>لاتفيا</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>ليبيا</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>المغرب</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>موناكو</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>مولدوفا</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>الجبل الأسود</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>سان مارتن</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>مدغشقر</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>جزر مارشال</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>مقدونيا الشمالية</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>مالي</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>ميانمار (بورما)</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>منغوليا</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>منطقة ماكاو الإدارية الخاصة</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>جزر ماريانا الشمالية</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>جزر المارتينيك</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>موريتانيا</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>مونتسرات</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>مالطا</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>موريشيوس</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>جزر المالديف</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>ملاوي</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>المكسيك</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>ماليزيا</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>موزمبيق</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>ناميبيا</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>كاليدونيا الجديدة</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>النيجر</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>جزيرة نورفولك</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>نيجيريا</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>نيكاراغوا</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>هولندا</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>النرويج</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>نيبال</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>ناورو</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>نيوي</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>نيوزيلندا</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>عُمان</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>بنما</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>بيرو</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>بولينيزيا الفرنسية</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>بابوا غينيا الجديدة</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>الفلبين</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>باكستان</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>بولندا</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>سان بيير ومكويلون</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>بورتوريكو</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>الأراضي الفلسطينية</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>البرتغال</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>بالاو</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>باراغواي</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>قطر</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>روينيون</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>رومانيا</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>صربيا</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>روسيا</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>رواندا</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>المملكة العربية السعودية</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>جزر سليمان</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>سيشل</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>السودان</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>السويد</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>سنغافورة</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>سانت هيلينا</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>سلوفينيا</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>سفالبارد وجان ماين</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>سلوفاكيا</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>سيراليون</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>سان مارينو</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>السنغال</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>الصومال</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>سورينام</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>جنوب السودان</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>ساو تومي وبرينسيبي</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>السلفادور</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>سانت مارتن</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>سوريا</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>إسواتيني</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>تريستان دا كونا</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>جزر توركس وكايكوس</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>تشاد</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>توغو</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>تايلاند</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>طاجيكستان</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>توكيلاو</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>تيمور - ليشتي</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>تركمانستان</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>تونس</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>تونغا</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>تركيا</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>ترينيداد وتوباغو</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>توفالو</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>تايوان</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>تنزانيا</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>أوكرانيا</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>أوغندا</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>الولايات المتحدة</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>أورغواي</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>أوزبكستان</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>الفاتيكان</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>سانت فنسنت وجزر غرينادين</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>فنزويلا</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>جزر فيرجن البريطانية</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>جزر فيرجن الأمريكية</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>فيتنام</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>فانواتو</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>جزر والس وفوتونا</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>ساموا</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>كوسوفو</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>اليمن</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>مايوت</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>جنوب أفريقيا</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>زامبيا</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>زيمبابوي</translation>
    </message>
</context>
<context>
    <name>csv_text</name>
    <message>
        <source>it is no text, whatever its name says</source>
        <translation>ليس ملفًا نصيًا، وإن دلّ اسمه على ذلك</translation>
    </message>
    <message>
        <source>it has a line that is far too long to be a person</source>
        <translation>فيه سطر أطول بكثير من أن يكون بيانات شخص</translation>
    </message>
    <message>
        <source>Save it as an Excel workbook or as CSV and choose that.</source>
        <translation>احفظه كمصنف Excel أو بصيغة CSV واختر ذلك.</translation>
    </message>
</context>
<context>
    <name>custom_gateway_setup</name>
    <message>
        <source>There is no password to try.</source>
        <translation>لا توجد كلمة مرور لتجربتها.</translation>
    </message>
    <message>
        <source>Close the set-up, enter the password, then try again.</source>
        <translation>أغلق التهيئة وأدخل كلمة المرور، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The password itself stands in the set-up of the gateway.</source>
        <translation>كلمة المرور نفسها مكتوبة في تهيئة البوابة.</translation>
    </message>
    <message>
        <source>Write {place} in its place: the password is put in when a message is sent.</source>
        <translation>اكتب {place} مكانها: توضع كلمة المرور فيه عند إرسال الرسالة.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>تعذّرت قراءة الملف.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>تعذّر حفظ الملف.</translation>
    </message>
    <message>
        <source>Check that the disk is not full, or choose another folder.</source>
        <translation>تحقق من أن القرص غير ممتلئ، أو اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>damaged_dialog</name>
    <message>
        <source>&amp;Restore this backup</source>
        <translation>ا&amp;ستعادة هذه النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>&amp;Start with an empty history</source>
        <translation>ال&amp;بدء بسجل فارغ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The backup of {when} was restored.</source>
        <translation>استُعيدت النسخة الاحتياطية من {when}.</translation>
    </message>
    <message numerus="yes">
        <source>%n announcement(s) since then could be read from the damaged file, whole or in part.</source>
        <translation>
            <numerusform>أمكنت قراءة %n إعلان منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
            <numerusform>أمكنت قراءة إعلان واحد منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
            <numerusform>أمكنت قراءة إعلانين منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
            <numerusform>أمكنت قراءة %n إعلانات منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
            <numerusform>أمكنت قراءة %n إعلانًا منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
            <numerusform>أمكنت قراءة %n إعلان منذ ذلك الحين من الملف التالف، كليًا أو جزئيًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n announcement(s) since then could not be read.</source>
        <translation>
            <numerusform>تعذّرت قراءة %n إعلان منذ ذلك الحين.</numerusform>
            <numerusform>تعذّرت قراءة إعلان واحد منذ ذلك الحين.</numerusform>
            <numerusform>تعذّرت قراءة إعلانين منذ ذلك الحين.</numerusform>
            <numerusform>تعذّرت قراءة %n إعلانات منذ ذلك الحين.</numerusform>
            <numerusform>تعذّرت قراءة %n إعلانًا منذ ذلك الحين.</numerusform>
            <numerusform>تعذّرت قراءة %n إعلان منذ ذلك الحين.</numerusform>
        </translation>
    </message>
    <message>
        <source>No announcement since then could be read from the damaged file.</source>
        <translation>تعذّرت قراءة أي إعلان بعد ذلك من الملف التالف.</translation>
    </message>
    <message>
        <source>Restoring a backup had been cut short; it is finished now.</source>
        <translation>كانت استعادة نسخة احتياطية قد انقطعت؛ وقد اكتملت الآن.</translation>
    </message>
    <message>
        <source>The data file is a copy of {when}, so it was treated as a restored backup: what was done since is not in it.</source>
        <translation>ملف البيانات نسخة من {when}، لذا عومل كنسخة احتياطية مستعادة: ما جرى منذ ذلك الحين ليس فيه.</translation>
    </message>
    <message>
        <source>This is an empty history: enter your accounts again.</source>
        <translation>هذا سجل فارغ: أدخل حساباتك من جديد.</translation>
    </message>
    <message>
        <source>Nothing more is sent until this is put right. The damaged file is kept.</source>
        <translation>لن يُرسل شيء آخر حتى يُعالج هذا. الملف التالف محفوظ.</translation>
    </message>
    <message>
        <source>There is no backup that could be restored. You can start with an empty history; your accounts must be entered again. What was sent stands in your gateway&apos;s own log.</source>
        <translation>لا توجد نسخة احتياطية يمكن استعادتها. يمكنك البدء بسجل فارغ، وعليك عندئذ إدخال حساباتك من جديد. ما أُرسل مدوّن في سجل البوابة نفسها.</translation>
    </message>
    <message>
        <source>The last sound backup was made on {when}. If you restore it:</source>
        <translation>آخر نسخة احتياطية سليمة أُنشئت {when}. إن استعدتها:</translation>
    </message>
    <message>
        <source>• Accounts, history and draft are as they were then. What was done since is added as far as it can be read from the damaged file; the rest is not in the history.</source>
        <translation>• تعود الحسابات والسجل والمسودة كما كانت حينها. ويُضاف ما جرى منذ ذلك بقدر ما يمكن قراءته من الملف التالف؛ أما الباقي فليس في السجل.</translation>
    </message>
    <message>
        <source>• Messages that were waiting are marked unknown, because they may have been sent since. None of them is sent by itself.</source>
        <translation>• تُعلَّم الرسائل التي كانت في الانتظار بأنها غير معروفة، لأنها ربما أُرسلت منذ ذلك. لا يُرسل أي منها تلقائيًا.</translation>
    </message>
    <message>
        <source>• What was really sent stands in your gateway&apos;s own log: look there before you send anything again.</source>
        <translation>• ما أُرسل فعلًا مدوّن في سجل البوابة نفسها: راجعه قبل أن ترسل شيئًا مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>Marked unknown, because they were waiting and may have been sent: %n message(s).</source>
        <translation>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: %n رسالة.</numerusform>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: رسالة واحدة.</numerusform>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: رسالتان.</numerusform>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: %n رسائل.</numerusform>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: %n رسالة.</numerusform>
            <numerusform>عُلِّمت غير معروفة، لأنها كانت في الانتظار وربما أُرسلت: %n رسالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at your gateway&apos;s own log for anything missing before you send anything again.</source>
        <translation>راجع سجل البوابة نفسها بحثًا عن أي ناقص قبل أن ترسل شيئًا مرة أخرى.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {file}.</source>
        <translation>حُفظ الملف التالف باسم {file}.</translation>
    </message>
</context>
<context>
    <name>database_care</name>
    <message>
        <source>The daily backup of your data could not be made. {reason}</source>
        <translation>تعذّر إنشاء النسخة الاحتياطية اليومية لبياناتك. {reason}</translation>
    </message>
    <message>
        <source>You can go on working; smsdesk tries again every hour.</source>
        <translation>يمكنك متابعة العمل؛ يعيد smsdesk المحاولة كل ساعة.</translation>
    </message>
    <message>
        <source>Nothing is sent yet. {reason}</source>
        <translation>لا يُرسل شيء بعد. {reason}</translation>
    </message>
    <message>
        <source>Nothing is lost; smsdesk tries again by itself every few seconds.</source>
        <translation>لم يضِع شيء؛ يعيد smsdesk المحاولة تلقائيًا كل بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>definition_json</name>
    <message>
        <source>This is no gateway file of smsdesk.</source>
        <translation>هذا ليس ملف بوابة من smsdesk.</translation>
    </message>
    <message>
        <source>Choose a file that was saved with Export.</source>
        <translation>اختر ملفًا حُفظ بالأمر «تصدير».</translation>
    </message>
    <message>
        <source>This gateway file was made by a newer smsdesk.</source>
        <translation>أُنشئ ملف البوابة هذا ببرنامج smsdesk أحدث.</translation>
    </message>
    <message>
        <source>Update smsdesk, or set up the gateway by hand.</source>
        <translation>حدّث smsdesk، أو هيّئ البوابة يدويًا.</translation>
    </message>
    <message>
        <source>This gateway file is damaged: something in it is missing or of another kind.</source>
        <translation>ملف البوابة هذا تالف: فيه شيء ناقص أو من نوع آخر.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>اطلب الملف من جديد.</translation>
    </message>
    <message>
        <source>This gateway file can&apos;t be used. {problem}</source>
        <translation>لا يمكن استخدام ملف البوابة هذا. {problem}</translation>
    </message>
</context>
<context>
    <name>deletion_question</name>
    <message>
        <source>Delete the account “{account}”?</source>
        <translation>حذف الحساب «{account}»؟</translation>
    </message>
    <message>
        <source>Its password is removed from this computer. Its history stays.</source>
        <translation>تُحذف كلمة مروره من هذا الكمبيوتر، ويبقى سجله.</translation>
    </message>
    <message>
        <source>&amp;Delete account</source>
        <translation>&amp;حذف الحساب</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>الإ&amp;بقاء عليه</translation>
    </message>
</context>
<context>
    <name>delivery_reasons</name>
    <message>
        <source>Marked as arrived by you, {time}</source>
        <translation>علّمتها أنت بأنها وصلت، {time}</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>سُحبت قبل إرسالها</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <source>On its way to the gateway</source>
        <translation>في الطريق إلى البوابة</translation>
    </message>
    <message>
        <source>The gateway refused it</source>
        <translation>رفضتها البوابة</translation>
    </message>
    <message>
        <source>Stopped before it was sent</source>
        <translation>أُوقفت قبل إرسالها</translation>
    </message>
    <message>
        <source>It did not reach the phone</source>
        <translation>لم تصل إلى الهاتف</translation>
    </message>
    <message>
        <source>The phone was not reached in time</source>
        <translation>تعذّر الوصول إلى الهاتف في الوقت المحدد</translation>
    </message>
    <message>
        <source>The gateway keeps it until {time}</source>
        <translation>تحتفظ بها البوابة حتى {time}</translation>
    </message>
    <message>
        <source>Taken by the gateway, which reports no more</source>
        <translation>تسلّمتها البوابة، وهي لا تُبلغ بأكثر من ذلك</translation>
    </message>
    <message>
        <source>No delivery report came</source>
        <translation>لم يصل تقرير تسليم</translation>
    </message>
    <message>
        <source>No delivery report yet</source>
        <translation>لم يصل تقرير تسليم بعد</translation>
    </message>
    <message>
        <source>The gateway said: “{words}” (code {code})</source>
        <translation>رد البوابة: «{words}» (الرمز {code})</translation>
    </message>
    <message>
        <source>The gateway said: “{words}”</source>
        <translation>رد البوابة: «{words}»</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>الرمز: {code}</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway billed {parts}</source>
        <translation>ما احتسبته البوابة: {parts}</translation>
    </message>
    <message>
        <source>Cost {amount} as the gateway billed it</source>
        <translation>التكلفة {amount} بحسب البوابة</translation>
    </message>
    <message>
        <source>Cost {amount} for {parts} as the gateway billed it</source>
        <translation>التكلفة {amount} بحسب البوابة ({parts})</translation>
    </message>
</context>
<context>
    <name>demo_mark</name>
    <message>
        <source>demo — smsdesk</source>
        <translation>عرض توضيحي — smsdesk</translation>
    </message>
    <message>
        <source>Demo: the gateways are played here, nothing is sent or paid.</source>
        <translation>عرض توضيحي: البوابات هنا وهمية، لا يُرسل شيء ولا يُدفع شيء.</translation>
    </message>
</context>
<context>
    <name>diagnostics</name>
    <message>
        <source>The diagnostics file could not be saved.</source>
        <translation>تعذّر حفظ ملف التشخيص.</translation>
    </message>
    <message>
        <source>Check that the disk is not full, or choose another folder.</source>
        <translation>تحقق من أن القرص غير ممتلئ، أو اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>discard_question</name>
    <message>
        <source>Close without saving what you entered?</source>
        <translation>الإغلاق من دون حفظ ما أدخلته؟</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;تجاهل</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;متابعة التعديل</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>the same number as in row {row}</source>
        <translation>الرقم نفسه الذي في الصف {row}</translation>
    </message>
</context>
<context>
    <name>feature_matrix</name>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>as you set it up</source>
        <translation>كما تهيّئه أنت</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>بالاستعلام عنه</translation>
    </message>
    <message>
        <source>reported to this computer</source>
        <translation>تُبلغ به البوابة هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <translation>حتى {most}</translation>
    </message>
    <message>
        <source>up to {most} characters</source>
        <translation>حتى {most} حرفًا</translation>
    </message>
    <message>
        <source>number of up to {digits} digits, or name of up to {most} characters</source>
        <translation>رقم حتى {digits} خانة، أو اسم حتى {most} حرفًا</translation>
    </message>
    <message>
        <source>{most}, can be changed</source>
        <translation>{most}، ويمكن تغييره</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>كل رقم على حدة</translation>
    </message>
    <message>
        <source>http by its document, https can be tried</source>
        <translation>http بحسب وثيقتها، ويمكن تجربة https</translation>
    </message>
    <message>
        <source>https</source>
        <translation>https</translation>
    </message>
    <message>
        <source>not in its document: try it on yourself first</source>
        <translation>غير وارد في وثيقتها: جرّبه على نفسك أولًا</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>المرسِل</translation>
    </message>
    <message>
        <source>Parts of a message</source>
        <translation>أجزاء الرسالة</translation>
    </message>
    <message>
        <source>Arabic and other Unicode</source>
        <translation>العربية وسائر Unicode</translation>
    </message>
    <message>
        <source>Numbers in one request</source>
        <translation>الأرقام في الطلب الواحد</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Delivered or not</source>
        <translation>هل سُلِّمت أم لا</translation>
    </message>
    <message>
        <source>Sending later</source>
        <translation>الإرسال لاحقًا</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>بروتوكول الاتصال</translation>
    </message>
</context>
<context>
    <name>forecast_text</name>
    <message>
        <source>At this pace for more than a year</source>
        <translation>يكفي بهذا المعدل لأكثر من سنة</translation>
    </message>
    <message>
        <source>At this pace until {day}</source>
        <translation>يكفي بهذا المعدل حتى {day}</translation>
    </message>
    <message>
        <source>{amount} a day</source>
        <translation>{amount} في اليوم</translation>
    </message>
    <message numerus="yes">
        <source>over the last %n day(s)</source>
        <translation>
            <numerusform>خلال آخر %n يوم</numerusform>
            <numerusform>خلال اليوم الأخير</numerusform>
            <numerusform>خلال اليومين الأخيرين</numerusform>
            <numerusform>خلال آخر %n أيام</numerusform>
            <numerusform>خلال آخر %n يومًا</numerusform>
            <numerusform>خلال آخر %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message numerus="yes">
        <source>%n credit(s)</source>
        <translation>
            <numerusform>%n نقطة</numerusform>
            <numerusform>نقطة واحدة</numerusform>
            <numerusform>نقطتان</numerusform>
            <numerusform>%n نقاط</numerusform>
            <numerusform>%n نقطة</numerusform>
            <numerusform>%n نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} {unit}</source>
        <translation>{amount} {unit}</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>اليوم الساعة {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>أمس الساعة {time}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>يوم {day} الساعة {time}</translation>
    </message>
    <message>
        <source>{time} in {place}</source>
        <translation>{time} بتوقيت {place}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>قبل %n دقيقة</numerusform>
            <numerusform>قبل دقيقة واحدة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل %n دقائق</numerusform>
            <numerusform>قبل %n دقيقة</numerusform>
            <numerusform>قبل %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>قبل %n ساعة</numerusform>
            <numerusform>قبل ساعة واحدة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل %n ساعات</numerusform>
            <numerusform>قبل %n ساعة</numerusform>
            <numerusform>قبل %n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>at any moment</source>
        <translation>في أي لحظة</translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>بعد %n ثانية</numerusform>
            <numerusform>بعد ثانية واحدة</numerusform>
            <numerusform>بعد ثانيتين</numerusform>
            <numerusform>بعد %n ثوانٍ</numerusform>
            <numerusform>بعد %n ثانية</numerusform>
            <numerusform>بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>بعد %n دقيقة</numerusform>
            <numerusform>بعد دقيقة واحدة</numerusform>
            <numerusform>بعد دقيقتين</numerusform>
            <numerusform>بعد %n دقائق</numerusform>
            <numerusform>بعد %n دقيقة</numerusform>
            <numerusform>بعد %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت دقيقة واحدة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %n دقائق</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>… waiting</source>
        <translation>… في الانتظار</translation>
    </message>
    <message>
        <source>→ sending</source>
        <translation>← قيد الإرسال</translation>
    </message>
    <message>
        <source>→ accepted</source>
        <translation>← مقبولة</translation>
    </message>
    <message>
        <source>✓ delivered</source>
        <translation>✓ سُلِّمت</translation>
    </message>
    <message>
        <source>✗ rejected</source>
        <translation>✗ مرفوضة</translation>
    </message>
    <message>
        <source>✗ undelivered</source>
        <translation>✗ لم تُسلَّم</translation>
    </message>
    <message>
        <source>✗ expired</source>
        <translation>✗ انتهت مهلتها</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>؟ غير معروفة</translation>
    </message>
    <message>
        <source>– cancelled</source>
        <translation>– ملغاة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>gateway_address</name>
    <message>
        <source>Write it like https://www.example.com</source>
        <translation>اكتبه مثل https://www.example.com</translation>
    </message>
    <message>
        <source>The gateway address must begin with https:// or http://.</source>
        <translation>يجب أن يبدأ عنوان البوابة بـ https://‎ أو http://‎.</translation>
    </message>
    <message>
        <source>A gateway address can&apos;t begin with {scheme}://.</source>
        <translation>لا يمكن أن يبدأ عنوان البوابة بـ {scheme}://‎.</translation>
    </message>
    <message>
        <source>The gateway address has a space in it.</source>
        <translation>في عنوان البوابة مسافة.</translation>
    </message>
    <message>
        <source>The gateway address holds a user name or password.</source>
        <translation>يحتوي عنوان البوابة على اسم مستخدم أو كلمة مرور.</translation>
    </message>
    <message>
        <source>Remove everything up to the @; they have their own fields.</source>
        <translation>أزل كل ما قبل @ معها؛ فلهما حقولهما الخاصة.</translation>
    </message>
    <message>
        <source>The gateway address has more behind the host name.</source>
        <translation>في عنوان البوابة شيء بعد اسم الخادم.</translation>
    </message>
    <message>
        <source>Leave out what follows it; the program adds the rest itself.</source>
        <translation>احذف ما يأتي بعده؛ البرنامج يضيف الباقي بنفسه.</translation>
    </message>
    <message>
        <source>The gateway address has no valid host name.</source>
        <translation>لا يحتوي عنوان البوابة على اسم خادم صحيح.</translation>
    </message>
    <message>
        <source>The port in the gateway address must be a number from 1 to 65535.</source>
        <translation>يجب أن يكون المنفذ في عنوان البوابة رقمًا من 1 إلى 65535.</translation>
    </message>
</context>
<context>
    <name>help_window</name>
    <message>
        <source>index.md</source>
        <translation>index.ar.md</translation>
    </message>
</context>
<context>
    <name>intellisms</name>
    <message>
        <source>Most parts of one message</source>
        <translation>الحد الأقصى لأجزاء الرسالة الواحدة</translation>
    </message>
    <message>
        <source>IntelliSoftware names no limit. Every part is paid for.</source>
        <translation>لا تذكر IntelliSoftware حدًا. يُدفع عن كل جزء.</translation>
    </message>
    <message>
        <source>Send as voice messages</source>
        <translation>الإرسال كرسائل صوتية</translation>
    </message>
    <message>
        <source>The text is read aloud in a call. Western European letters only: no Arabic, no euro sign.</source>
        <translation>يُقرأ النص بصوت عالٍ في مكالمة. حروف أوروبا الغربية فقط: لا عربية ولا رمز اليورو.</translation>
    </message>
    <message>
        <source>Log in with an access key</source>
        <translation>تسجيل الدخول بمفتاح وصول</translation>
    </message>
    <message>
        <source>For newer accounts: enter the access key as user name and the secret key as password.</source>
        <translation>للحسابات الأحدث: أدخل مفتاح الوصول (access key) كاسم مستخدم والمفتاح السري (secret key) ككلمة مرور.</translation>
    </message>
    <message>
        <source>IntelliSoftware can read only Western European letters aloud, and this text has others. Change the text, or switch voice messages off in the account&apos;s settings.</source>
        <translation>لا تستطيع IntelliSoftware أن تقرأ بصوت عالٍ إلا حروف أوروبا الغربية، وفي هذا النص غيرها. غيّر النص، أو أوقف الرسائل الصوتية في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>IntelliSoftware takes a number of up to 15 digits, or a name of up to 11 characters, as sender</source>
        <translation>يكون المرسِل لدى IntelliSoftware رقمًا حتى 15 خانة، أو اسمًا حتى 11 حرفًا</translation>
    </message>
    <message>
        <source>A name as sender can have letters from A to Z, digits, blanks and . &amp; _ - only</source>
        <translation>لا يمكن أن يحتوي اسم المرسِل إلا على الحروف من A إلى Z والأرقام والمسافات و. &amp; _ -</translation>
    </message>
    <message>
        <source>The document of IntelliSoftware speaks of a phone number as sender, not of a name. If this is your first message with this sender, send it to yourself first.</source>
        <translation>تتحدث وثيقة IntelliSoftware عن رقم هاتف كمرسِل، لا عن اسم. إن كانت هذه أول رسالة لك بهذا المرسِل فأرسلها إلى نفسك أولًا.</translation>
    </message>
    <message>
        <source>One page of IntelliSoftware gives such texts 70 characters only. If this is your first one that is longer, send it to yourself first.</source>
        <translation>تذكر إحدى صفحات IntelliSoftware أن هذه النصوص 70 حرفًا فقط. إن كانت هذه أول رسالة لك أطول من ذلك فأرسلها إلى نفسك أولًا.</translation>
    </message>
</context>
<context>
    <name>intellisms_answer</name>
    <message>
        <source>Wrong user name or password at IntelliSoftware: enter them again in the account&apos;s settings</source>
        <translation>اسم المستخدم أو كلمة المرور خطأ لدى IntelliSoftware: أدخلهما من جديد في إعدادات الحساب</translation>
    </message>
    <message>
        <source>IntelliSoftware misses part of the login: check user name, password and login by access key</source>
        <translation>لم تتلقَّ IntelliSoftware بيانات الدخول كاملة: تحقق من اسم المستخدم وكلمة المرور وتسجيل الدخول بمفتاح وصول</translation>
    </message>
    <message>
        <source>IntelliSoftware can&apos;t read the login: check user name, password and login by access key</source>
        <translation>لا تستطيع IntelliSoftware قراءة بيانات الدخول: تحقق من اسم المستخدم وكلمة المرور وتسجيل الدخول بمفتاح وصول</translation>
    </message>
    <message>
        <source>IntelliSoftware wants a secure connection: use an address that begins with https://</source>
        <translation>تشترط IntelliSoftware اتصالًا آمنًا: استخدم عنوانًا يبدأ بـ https://‎</translation>
    </message>
    <message>
        <source>Not enough credit at IntelliSoftware: buy credits, then continue</source>
        <translation>لا يوجد رصيد كافٍ لدى IntelliSoftware: اشترِ رصيدًا ثم تابع</translation>
    </message>
    <message>
        <source>This account has sent all it may in one day: continue tomorrow, or ask IntelliSoftware</source>
        <translation>بلغ هذا الحساب حده اليومي: تابع غدًا، أو راجع IntelliSoftware</translation>
    </message>
    <message>
        <source>IntelliSoftware can&apos;t send to this number: check its country code and digits</source>
        <translation>لا تستطيع IntelliSoftware الإرسال إلى هذا الرقم: تحقق من رمز بلده وخاناته</translation>
    </message>
    <message>
        <source>IntelliSoftware can&apos;t send to one of these numbers, and does not say which: send one by one</source>
        <translation>لا تستطيع IntelliSoftware الإرسال إلى أحد هذه الأرقام، ولا تحدد أيها: أرسل كل رقم على حدة</translation>
    </message>
    <message>
        <source>IntelliSoftware does not accept the request: check text and sender</source>
        <translation>لا تقبل IntelliSoftware الطلب: تحقق من النص والمرسِل</translation>
    </message>
    <message>
        <source>IntelliSoftware found no text in the message</source>
        <translation>لم تجد IntelliSoftware نصًا في الرسالة</translation>
    </message>
    <message>
        <source>IntelliSoftware can&apos;t read the text: shorten it, or try without unusual characters</source>
        <translation>لا تستطيع IntelliSoftware قراءة النص: اختصره، أو جرّب من دون حروف غير معتادة</translation>
    </message>
    <message>
        <source>IntelliSoftware misses something it needs: check text, numbers and the account&apos;s settings</source>
        <translation>لم تتلقَّ IntelliSoftware كل ما تحتاج إليه: تحقق من النص والأرقام وإعدادات الحساب</translation>
    </message>
    <message>
        <source>IntelliSoftware can&apos;t take messages at the moment</source>
        <translation>لا تستطيع IntelliSoftware تلقي الرسائل في الوقت الحالي</translation>
    </message>
    <message>
        <source>IntelliSoftware had a fault of its own: the message may have been sent or not</source>
        <translation>وقع خطأ لدى IntelliSoftware نفسها: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>IntelliSoftware&apos;s answer does not mention this number</source>
        <translation>لا يذكر جواب IntelliSoftware هذا الرقم</translation>
    </message>
    <message>
        <source>IntelliSoftware does not know what became of the message</source>
        <translation>لا تعرف IntelliSoftware حالة الرسالة</translation>
    </message>
    <message>
        <source>IntelliSoftware says that all is well with the message</source>
        <translation>تفيد IntelliSoftware بأن الرسالة سليمة</translation>
    </message>
    <message>
        <source>The message is waiting at IntelliSoftware</source>
        <translation>الرسالة في الانتظار لدى IntelliSoftware</translation>
    </message>
    <message>
        <source>The message was handed to the mobile network</source>
        <translation>مُرّرت الرسالة إلى شبكة الهاتف المحمول</translation>
    </message>
    <message>
        <source>Delivered to the phone</source>
        <translation>سُلِّمت إلى الهاتف</translation>
    </message>
    <message>
        <source>The mobile network did not accept the message</source>
        <translation>لم تقبل شبكة الهاتف المحمول الرسالة</translation>
    </message>
    <message>
        <source>The message could not be delivered to the phone</source>
        <translation>تعذّر تسليم الرسالة إلى الهاتف</translation>
    </message>
    <message>
        <source>The message is being routed to the mobile network</source>
        <translation>يجري توجيه الرسالة إلى شبكة الهاتف المحمول</translation>
    </message>
    <message>
        <source>The phone could not be reached in time</source>
        <translation>تعذّر الوصول إلى الهاتف في الوقت المحدد</translation>
    </message>
    <message>
        <source>The voice message was acknowledged</source>
        <translation>أُكّد استلام الرسالة الصوتية</translation>
    </message>
    <message>
        <source>The voice message was rejected by whoever took the call</source>
        <translation>رفض من تلقى المكالمة الرسالة الصوتية</translation>
    </message>
</context>
<context>
    <name>inviosmart</name>
    <message>
        <source>Inviosmart takes no sender without letters: use a name, such as your office&apos;s</source>
        <translation>لا تقبل Inviosmart مرسِلًا بلا حروف: استخدم اسمًا، كاسم مكتبك</translation>
    </message>
    <message>
        <source>No network carries this sender: use Latin letters without accents, digits and plain signs</source>
        <translation>لا تنقل أي شبكة هذا المرسِل: استخدم حروفًا لاتينية بلا علامات وأرقامًا ورموزًا بسيطة</translation>
    </message>
</context>
<context>
    <name>inviosmart_reasons</name>
    <message>
        <source>Inviosmart got no user name: enter it in the account&apos;s settings</source>
        <translation>لم تتلقَّ Inviosmart اسم المستخدم: أدخله في إعدادات الحساب</translation>
    </message>
    <message>
        <source>Inviosmart got no password: enter it in the account&apos;s settings</source>
        <translation>لم تتلقَّ Inviosmart كلمة المرور: أدخلها في إعدادات الحساب</translation>
    </message>
    <message>
        <source>Inviosmart got no number: check the recipient&apos;s number</source>
        <translation>لم تتلقَّ Inviosmart رقمًا: تحقق من رقم المستلم</translation>
    </message>
    <message>
        <source>Inviosmart does not know where this number belongs: check it</source>
        <translation>لا تعرف Inviosmart بلد هذا الرقم أو شبكته: تحقق منه</translation>
    </message>
    <message>
        <source>Inviosmart does not accept this number: check its digits</source>
        <translation>لا تقبل Inviosmart هذا الرقم: تحقق من خاناته</translation>
    </message>
    <message>
        <source>The sender&apos;s name is too long for Inviosmart: use 11 characters</source>
        <translation>اسم المرسِل أطول مما تقبله Inviosmart: استخدم 11 حرفًا</translation>
    </message>
    <message>
        <source>The sender&apos;s number is too long for Inviosmart: use a short name</source>
        <translation>رقم المرسِل أطول مما تقبله Inviosmart: استخدم اسمًا قصيرًا</translation>
    </message>
    <message>
        <source>Inviosmart got no sender: choose one</source>
        <translation>لم تتلقَّ Inviosmart مرسِلًا: اختر واحدًا</translation>
    </message>
    <message>
        <source>The text has a character that Inviosmart can&apos;t send: try without unusual characters</source>
        <translation>في النص حرف لا تستطيع Inviosmart إرساله: جرّب من دون حروف غير معتادة</translation>
    </message>
    <message>
        <source>Inviosmart failed to pass the message on: it may have been sent or not</source>
        <translation>لم تتمكن Inviosmart من تمرير الرسالة: ربما أُرسلت وربما لا</translation>
    </message>
    <message>
        <source>Inviosmart found no text in the message, or a Greek number that has not 12 digits: check both</source>
        <translation>لم تجد Inviosmart نصًا في الرسالة، أو وجدت رقمًا يونانيًا ليس من 12 خانة: تحقق من كليهما</translation>
    </message>
    <message>
        <source>Wrong user name or password at Inviosmart: enter them again in the account&apos;s settings</source>
        <translation>اسم المستخدم أو كلمة المرور خطأ لدى Inviosmart: أدخلهما من جديد في إعدادات الحساب</translation>
    </message>
    <message>
        <source>No credit is left at Inviosmart: buy credit, then continue</source>
        <translation>لم يبقَ رصيد لدى Inviosmart: اشترِ رصيدًا ثم تابع</translation>
    </message>
    <message>
        <source>Inviosmart says that the user does not match the account: ask Inviosmart about it</source>
        <translation>تفيد Inviosmart بأن المستخدم لا يطابق الحساب: راجع Inviosmart</translation>
    </message>
    <message>
        <source>Inviosmart does not accept this sender, and does not say why</source>
        <translation>لا تقبل Inviosmart هذا المرسِل، ولا تذكر السبب</translation>
    </message>
    <message>
        <source>The sender has too few letters for Inviosmart: choose another</source>
        <translation>حروف المرسِل أقل مما تقبله Inviosmart: اختر مرسِلًا آخر</translation>
    </message>
    <message>
        <source>Inviosmart does not send to this number&apos;s network or country</source>
        <translation>لا ترسل Inviosmart إلى شبكة هذا الرقم أو بلده</translation>
    </message>
    <message>
        <source>Not enough credit at Inviosmart for this destination: buy credit, then continue</source>
        <translation>لا يوجد رصيد كافٍ لدى Inviosmart لهذه الوجهة: اشترِ رصيدًا ثم تابع</translation>
    </message>
    <message>
        <source>Inviosmart could not book the message: it may have been sent or not</source>
        <translation>لم تتمكن Inviosmart من تسجيل الرسالة: ربما أُرسلت وربما لا</translation>
    </message>
    <message>
        <source>Inviosmart failed to charge for this destination: it may have been sent or not</source>
        <translation>لم تتمكن Inviosmart من احتساب رسوم هذه الوجهة: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>The sender has characters that Inviosmart does not accept: use letters and digits</source>
        <translation>في المرسِل حروف لا تقبلها Inviosmart: استخدم حروفًا وأرقامًا</translation>
    </message>
    <message>
        <source>Inviosmart waits for its cost to be confirmed, and has sent nothing yet: confirm it there or send it again, not both</source>
        <translation>تنتظر Inviosmart تأكيد التكلفة، ولم ترسل شيئًا بعد: أكّدها هناك أو أرسل من جديد، لا الاثنين معًا</translation>
    </message>
    <message>
        <source>Not enough credit at Inviosmart for this message: buy credit, then continue</source>
        <translation>لا يوجد رصيد كافٍ لدى Inviosmart لهذه الرسالة: اشترِ رصيدًا ثم تابع</translation>
    </message>
    <message>
        <source>Inviosmart failed to look at the balance: it may have been sent or not</source>
        <translation>لم تتمكن Inviosmart من التحقق من الرصيد: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>Inviosmart has queued the message and gave no number for it: its fate can&apos;t be asked</source>
        <translation>وضعت Inviosmart الرسالة في الانتظار ولم تعطها رقمًا: لا يمكن الاستعلام عن حالتها</translation>
    </message>
    <message>
        <source>Inviosmart got no message number to look up</source>
        <translation>لم تتلقَّ Inviosmart رقم رسالة للبحث عنه</translation>
    </message>
    <message>
        <source>Inviosmart could not read the request: check text and sender</source>
        <translation>لم تتمكن Inviosmart من قراءة الطلب: تحقق من النص والمرسِل</translation>
    </message>
    <message>
        <source>The text is too long for Inviosmart: shorten it to 4 parts</source>
        <translation>النص أطول مما تقبله Inviosmart: اختصره إلى 4 أجزاء</translation>
    </message>
    <message>
        <source>Inviosmart&apos;s service is not available now: continue in a few minutes</source>
        <translation>خدمة Inviosmart غير متاحة الآن: تابع بعد بضع دقائق</translation>
    </message>
    <message>
        <source>Inviosmart could not take the message now: continue a bit later</source>
        <translation>لم تتمكن Inviosmart من تلقي الرسالة الآن: تابع بعد قليل</translation>
    </message>
    <message>
        <source>Inviosmart does not allow this sender: choose another</source>
        <translation>لا تسمح Inviosmart بهذا المرسِل: اختر مرسِلًا آخر</translation>
    </message>
    <message>
        <source>Inviosmart has disabled this user: ask Inviosmart about your account</source>
        <translation>عطّلت Inviosmart هذا المستخدم: راجع Inviosmart بشأن حسابك</translation>
    </message>
    <message>
        <source>Inviosmart refuses this message (1042): its own words are in the details</source>
        <translation>ترفض Inviosmart هذه الرسالة (1042): نص ردها في التفاصيل</translation>
    </message>
    <message>
        <source>Inviosmart had a fault of its own (1043): the message may have been sent or not</source>
        <translation>وقع خطأ لدى Inviosmart نفسها (1043): ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>Inviosmart reported an internal error: the message may have been sent or not</source>
        <translation>أبلغت Inviosmart عن خطأ داخلي: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>Inviosmart reported a system error: the message may have been sent or not</source>
        <translation>أبلغت Inviosmart عن خطأ في النظام: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>The number is wrong, or Inviosmart does not send there: check its country code</source>
        <translation>الرقم خطأ، أو لا ترسل Inviosmart إلى بلده: تحقق من رمز البلد</translation>
    </message>
    <message>
        <source>The message is waiting at Inviosmart</source>
        <translation>الرسالة في الانتظار لدى Inviosmart</translation>
    </message>
    <message>
        <source>The message is waiting at the mobile network</source>
        <translation>الرسالة في الانتظار لدى شبكة الهاتف المحمول</translation>
    </message>
    <message>
        <source>The message is waiting for a check at Inviosmart</source>
        <translation>الرسالة في انتظار فحص لدى Inviosmart</translation>
    </message>
    <message>
        <source>The mobile network does not know this number</source>
        <translation>لا تعرف شبكة الهاتف المحمول هذا الرقم</translation>
    </message>
    <message>
        <source>The phone can&apos;t be reached at the moment</source>
        <translation>لا يمكن الوصول إلى الهاتف في الوقت الحالي</translation>
    </message>
    <message>
        <source>The message is on its way</source>
        <translation>الرسالة في الطريق</translation>
    </message>
    <message>
        <source>The message could not be delivered to the phone</source>
        <translation>تعذّر تسليم الرسالة إلى الهاتف</translation>
    </message>
    <message>
        <source>The phone could not be reached in time</source>
        <translation>تعذّر الوصول إلى الهاتف في الوقت المحدد</translation>
    </message>
    <message>
        <source>The message could not be handed to the mobile network</source>
        <translation>تعذّر تمرير الرسالة إلى شبكة الهاتف المحمول</translation>
    </message>
    <message>
        <source>The message was not delivered because of an error</source>
        <translation>لم تُسلَّم الرسالة بسبب خطأ</translation>
    </message>
    <message>
        <source>Inviosmart reported an error without saying what it was</source>
        <translation>أبلغت Inviosmart عن خطأ ولم تذكر ما هو</translation>
    </message>
    <message>
        <source>Delivered to the phone</source>
        <translation>سُلِّمت إلى الهاتف</translation>
    </message>
</context>
<context>
    <name>ismart_http</name>
    <message>
        <source>The senders that iSmart registers are in Latin letters, and this one is not: iSmart will hardly know it.</source>
        <translation>تسجّل iSmart المرسِلين بحروف لاتينية، وهذا المرسِل ليس كذلك: الأرجح أنه غير مسجّل لديها.</translation>
    </message>
    <message>
        <source>iSmart (HTTP) takes numbers of 8 to 15 digits, country code included</source>
        <translation>تقبل iSmart (HTTP)‎ أرقامًا من 8 إلى 15 خانة، بما فيها رمز البلد</translation>
    </message>
    <message>
        <source>iSmart does not accept this number: check its country code and its digits</source>
        <translation>لا تقبل iSmart هذا الرقم: تحقق من رمز بلده وخاناته</translation>
    </message>
    <message>
        <source>iSmart does not accept the date and time: choose another time</source>
        <translation>لا تقبل iSmart التاريخ والوقت: اختر موعدًا آخر</translation>
    </message>
    <message>
        <source>This user name is not registered for iSmart&apos;s web service: check it, or ask iSmart</source>
        <translation>اسم المستخدم هذا غير مسجّل في خدمة الويب لدى iSmart: تحقق منه، أو راجع iSmart</translation>
    </message>
    <message>
        <source>This user may not use iSmart&apos;s HTTP service: ask iSmart to register it for that</source>
        <translation>هذا المستخدم غير مصرّح له بخدمة HTTP لدى iSmart: اطلب من iSmart تسجيله فيها</translation>
    </message>
    <message>
        <source>This sender is not registered at iSmart: write it as registered (capitals count), or ask iSmart</source>
        <translation>هذا المرسِل غير مسجّل لدى iSmart: اكتبه كما سُجّل (مع مراعاة الحروف الكبيرة والصغيرة)، أو راجع iSmart</translation>
    </message>
</context>
<context>
    <name>ismart_reasons</name>
    <message>
        <source>iSmart does not know the company of this account: ask iSmart about your account</source>
        <translation>لا تعرف iSmart شركة هذا الحساب: راجع iSmart بشأن حسابك</translation>
    </message>
    <message>
        <source>Wrong user name or password at iSmart: enter them with care, iSmart blocks after some tries</source>
        <translation>اسم المستخدم أو كلمة المرور خطأ لدى iSmart: أدخلهما بعناية، فهي تحظر الحساب بعد عدة محاولات</translation>
    </message>
    <message>
        <source>Not enough credit at iSmart: ask iSmart for more, then continue</source>
        <translation>لا يوجد رصيد كافٍ لدى iSmart: اطلب المزيد من iSmart ثم تابع</translation>
    </message>
    <message>
        <source>iSmart found no text in the message: write something</source>
        <translation>لم تجد iSmart نصًا في الرسالة: اكتب شيئًا</translation>
    </message>
    <message>
        <source>The text is too long for iSmart: shorten it to 5 parts</source>
        <translation>النص أطول مما تقبله iSmart: اختصره إلى 5 أجزاء</translation>
    </message>
    <message>
        <source>This account is not active at iSmart: ask iSmart to activate it</source>
        <translation>هذا الحساب غير مفعّل لدى iSmart: اطلب من iSmart تفعيله</translation>
    </message>
    <message>
        <source>iSmart found no number: check the recipient&apos;s number</source>
        <translation>لم تجد iSmart رقمًا: تحقق من رقم المستلم</translation>
    </message>
    <message>
        <source>iSmart does not accept the language of this text: ask iSmart what your account may send</source>
        <translation>لا تقبل iSmart لغة هذا النص: راجع iSmart بشأن ما يُسمح لحسابك بإرساله</translation>
    </message>
    <message>
        <source>iSmart reported an unknown error: the message may have been sent or not</source>
        <translation>أبلغت iSmart عن خطأ غير معروف: ربما أُرسلت الرسالة وربما لا</translation>
    </message>
    <message>
        <source>iSmart has blocked this account after wrong passwords: ask iSmart to unblock it</source>
        <translation>حظرت iSmart هذا الحساب بعد كلمات مرور خاطئة: اطلب من iSmart رفع الحظر</translation>
    </message>
    <message>
        <source>This account has expired at iSmart: ask iSmart to renew it</source>
        <translation>انتهت صلاحية هذا الحساب لدى iSmart: اطلب من iSmart تجديده</translation>
    </message>
    <message>
        <source>The credit at iSmart has expired: ask iSmart to renew it</source>
        <translation>انتهت صلاحية الرصيد لدى iSmart: اطلب من iSmart تجديده</translation>
    </message>
    <message>
        <source>iSmart could not read the request: check the gateway address, and try another text</source>
        <translation>لم تتمكن iSmart من قراءة الطلب: تحقق من عنوان البوابة، وجرّب نصًا آخر</translation>
    </message>
    <message>
        <source>This office&apos;s internet address is not on iSmart&apos;s list: give iSmart your office&apos;s fixed internet address</source>
        <translation>عنوان مكتبك على الإنترنت ليس في قائمة iSmart: زوّد iSmart بعنوان الإنترنت الثابت لمكتبك</translation>
    </message>
    <message>
        <source>iSmart took this for a flash message and refused it: ask iSmart about your account</source>
        <translation>عدّت iSmart هذه رسالة فورية (flash) ورفضتها: راجع iSmart بشأن حسابك</translation>
    </message>
    <message>
        <source>This person has asked iSmart for no more messages: nothing was sent</source>
        <translation>طلب هذا الشخص من iSmart ألا تصله رسائل: لم يُرسل شيء</translation>
    </message>
    <message>
        <source>iSmart found a number missing, and does not say which: send one by one to find out</source>
        <translation>وجدت iSmart رقمًا ناقصًا، ولا تحدد أيها: أرسل كل رقم على حدة لتعرفه</translation>
    </message>
    <message>
        <source>iSmart does not accept one of these numbers, and does not say which: send one by one</source>
        <translation>لا تقبل iSmart أحد هذه الأرقام، ولا تحدد أيها: أرسل كل رقم على حدة</translation>
    </message>
    <message>
        <source>One of these people wants no more messages, iSmart does not say who: send one by one</source>
        <translation>أحد هؤلاء المستلمين لا يريد رسائل، ولا تحدد iSmart من هو: أرسل كل رقم على حدة</translation>
    </message>
</context>
<context>
    <name>ismart_rest</name>
    <message>
        <source>iSmart (REST) sends to Oman only: +968 and 8 digits</source>
        <translation>ترسل iSmart (REST)‎ إلى عُمان فقط: ‎+968‎ و8 خانات</translation>
    </message>
    <message>
        <source>iSmart (REST) has no field for a sender, so none can be chosen here</source>
        <translation>ليس لدى iSmart (REST)‎ حقل للمرسِل، لذا لا يمكن اختياره هنا</translation>
    </message>
    <message>
        <source>iSmart does not accept this number: it must be +968 and 8 digits</source>
        <translation>لا تقبل iSmart هذا الرقم: يجب أن يكون ‎+968‎ و8 خانات</translation>
    </message>
    <message>
        <source>iSmart does not accept the date and time: check this computer&apos;s clock</source>
        <translation>لا تقبل iSmart التاريخ والوقت: تحقق من ساعة هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>This user may not send through iSmart&apos;s web service: ask iSmart to register it</source>
        <translation>هذا المستخدم غير مصرّح له بالإرسال عبر خدمة الويب لدى iSmart: اطلب من iSmart تسجيله</translation>
    </message>
    <message>
        <source>iSmart can be used from inside Oman only: this computer seems to be elsewhere</source>
        <translation>لا يمكن استخدام iSmart إلا من داخل عُمان: يبدو أن هذا الكمبيوتر في مكان آخر</translation>
    </message>
</context>
<context>
    <name>kind_chips</name>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with failed or unknown</source>
        <translation>
            <numerusform>%n فيها فاشلة أو غير معروفة</numerusform>
            <numerusform>إعلان واحد فيه فاشلة أو غير معروفة</numerusform>
            <numerusform>إعلانان فيهما فاشلة أو غير معروفة</numerusform>
            <numerusform>%n فيها فاشلة أو غير معروفة</numerusform>
            <numerusform>%n فيها فاشلة أو غير معروفة</numerusform>
            <numerusform>%n فيها فاشلة أو غير معروفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scheduled</source>
        <translation>
            <numerusform>%n مؤجلة</numerusform>
            <numerusform>إعلان واحد مؤجل</numerusform>
            <numerusform>إعلانان مؤجلان</numerusform>
            <numerusform>%n مؤجلة</numerusform>
            <numerusform>%n مؤجلة</numerusform>
            <numerusform>%n مؤجلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>إعلان واحد في الانتظار</numerusform>
            <numerusform>إعلانان في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>launch</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message>
        <source>the same number as {whom}</source>
        <translation>رقم {whom} نفسه</translation>
    </message>
    <message>
        <source>the same as another row</source>
        <translation>مكرر في صف آخر</translation>
    </message>
</context>
<context>
    <name>lookalikes</name>
    <message>
        <source>A date is no phone number</source>
        <translation>هذا تاريخ وليس رقم هاتف</translation>
    </message>
    <message>
        <source>A time is no phone number</source>
        <translation>هذا وقت وليس رقم هاتف</translation>
    </message>
    <message>
        <source>An internet address is no phone number</source>
        <translation>هذا عنوان إنترنت وليس رقم هاتف</translation>
    </message>
    <message>
        <source>A mail address is no phone number</source>
        <translation>هذا عنوان بريد إلكتروني وليس رقم هاتف</translation>
    </message>
    <message>
        <source>A web address is no phone number</source>
        <translation>هذا عنوان موقع وليس رقم هاتف</translation>
    </message>
    <message>
        <source>An amount is no phone number</source>
        <translation>هذا مبلغ وليس رقم هاتف</translation>
    </message>
</context>
<context>
    <name>movement_text</name>
    <message>
        <source>↑ Top-up</source>
        <translation>↑ شحن رصيد</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>اليوم، {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>أمس، {time}</translation>
    </message>
    <message>
        <source>{people} × {parts}</source>
        <translation>{people} × {parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n شخص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>المتبقي {amount}</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message numerus="yes">
        <source>%n more sheet(s) of this workbook not read: {sheets}.</source>
        <translation>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف: {sheets}.</numerusform>
            <numerusform>لم تُقرأ ورقة أخرى من هذا المصنف: {sheets}.</numerusform>
            <numerusform>لم تُقرأ ورقتان أخريان من هذا المصنف: {sheets}.</numerusform>
            <numerusform>لم تُقرأ %n أوراق أخرى من هذا المصنف: {sheets}.</numerusform>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف: {sheets}.</numerusform>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف: {sheets}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This sheet is hidden in the workbook.</source>
        <translation>هذه الورقة مخفية في المصنف.</translation>
    </message>
    <message numerus="yes">
        <source>Included: %n row(s) that the workbook hides or filters away.</source>
        <translation>
            <numerusform>أُدرج %n صف مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
            <numerusform>أُدرج صف واحد مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
            <numerusform>أُدرج صفان مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
            <numerusform>أُدرجت %n صفوف مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
            <numerusform>أُدرج %n صفًا مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
            <numerusform>أُدرج %n صف مما يخفيه المصنف أو تستبعده عوامل التصفية.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>The account was deleted meanwhile.</source>
        <translation>حُذف الحساب في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Meanwhile it has become known what became of all of these messages.</source>
        <translation>عُرفت في هذه الأثناء حالة كل هذه الرسائل.</translation>
    </message>
    <message>
        <source>The history shows it. Nothing was sent.</source>
        <translation>تجدها في السجل. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Choose another account. Nothing was sent.</source>
        <translation>اختر حسابًا آخر. لم يُرسل شيء.</translation>
    </message>
</context>
<context>
    <name>outcome_bar</name>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>واحدة سُلِّمت</numerusform>
            <numerusform>اثنتان سُلِّمتا</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>واحدة مقبولة</numerusform>
            <numerusform>اثنتان مقبولتان</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>واحدة فاشلة</numerusform>
            <numerusform>اثنتان فاشلتان</numerusform>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>%n فاشلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>واحدة غير معروفة</numerusform>
            <numerusform>اثنتان غير معروفتين</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n قيد الإرسال</numerusform>
            <numerusform>واحدة قيد الإرسال</numerusform>
            <numerusform>اثنتان قيد الإرسال</numerusform>
            <numerusform>%n قيد الإرسال</numerusform>
            <numerusform>%n قيد الإرسال</numerusform>
            <numerusform>%n قيد الإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>واحدة في الانتظار</numerusform>
            <numerusform>اثنتان في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>واحدة ملغاة</numerusform>
            <numerusform>اثنتان ملغاتان</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>own_phone_dialog</name>
    <message numerus="yes">
        <source>1 message, %n part(s)</source>
        <translation>
            <numerusform>رسالة واحدة، %n جزء</numerusform>
            <numerusform>رسالة واحدة، جزء واحد</numerusform>
            <numerusform>رسالة واحدة، جزآن</numerusform>
            <numerusform>رسالة واحدة، %n أجزاء</numerusform>
            <numerusform>رسالة واحدة، %n جزءًا</numerusform>
            <numerusform>رسالة واحدة، %n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>{message}: the price is not known</source>
        <translation>{message}: السعر غير معروف</translation>
    </message>
    <message>
        <source>{message}: {price}</source>
        <translation>{message}: {price}</translation>
    </message>
</context>
<context>
    <name>own_phone_test</name>
    <message>
        <source>The test was not sent, and costs nothing. {reason}</source>
        <translation>لم تُرسل الرسالة التجريبية، ولا تكلّف شيئًا. {reason}</translation>
    </message>
    <message>
        <source>{gateway} took the test for {number}. Look at your phone.</source>
        <translation>تسلّمت {gateway} الرسالة التجريبية إلى {number}. انظر إلى هاتفك.</translation>
    </message>
    <message>
        <source>The test has arrived on {number}.</source>
        <translation>وصلت الرسالة التجريبية إلى {number}.</translation>
    </message>
    <message>
        <source>{gateway} refused the test. {reason}</source>
        <translation>رفضت {gateway} الرسالة التجريبية. {reason}</translation>
    </message>
    <message>
        <source>The test did not reach {number}. {reason}</source>
        <translation>لم تصل الرسالة التجريبية إلى {number}. {reason}</translation>
    </message>
    <message>
        <source>It is not certain whether the test was sent. Look at your phone before you send another one. {reason}</source>
        <translation>لا يُعرف هل أُرسلت الرسالة التجريبية. انظر إلى هاتفك قبل أن ترسل أخرى. {reason}</translation>
    </message>
    <message>
        <source>This is a test from smsdesk. It works.</source>
        <translation>هذه رسالة تجريبية من smsdesk. الإرسال يعمل.</translation>
    </message>
    <message numerus="yes">
        <source>Test it later: %n message(s) of this account still waiting.</source>
        <translation>
            <numerusform>اختبر لاحقًا: %n رسالة من هذا الحساب ما زالت في الانتظار.</numerusform>
            <numerusform>اختبر لاحقًا: رسالة واحدة من هذا الحساب ما زالت في الانتظار.</numerusform>
            <numerusform>اختبر لاحقًا: رسالتان من هذا الحساب ما زالتا في الانتظار.</numerusform>
            <numerusform>اختبر لاحقًا: %n رسائل من هذا الحساب ما زالت في الانتظار.</numerusform>
            <numerusform>اختبر لاحقًا: %n رسالة من هذا الحساب ما زالت في الانتظار.</numerusform>
            <numerusform>اختبر لاحقًا: %n رسالة من هذا الحساب ما زالت في الانتظار.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>phone_numbers</name>
    <message>
        <source>There is no country with the code {code}</source>
        <translation>لا يوجد بلد رمزه {code}</translation>
    </message>
    <message>
        <source>The country code is missing: write it first, as in +968</source>
        <translation>رمز البلد ناقص: اكتبه أولًا، مثل ‎+968</translation>
    </message>
    <message>
        <source>Too short to be a phone number</source>
        <translation>أقصر من أن يكون رقم هاتف</translation>
    </message>
    <message>
        <source>perhaps not in use</source>
        <translation>قد لا يكون مستخدمًا</translation>
    </message>
    <message>
        <source>perhaps not a mobile number</source>
        <translation>قد لا يكون رقم محمول</translation>
    </message>
    <message>
        <source>This is a landline: it takes no messages in most countries</source>
        <translation>هذا رقم ثابت: لا يتلقى رسائل في معظم البلدان</translation>
    </message>
    <message>
        <source>read as {number}, of another country</source>
        <translation>قُرئ {number}، من بلد آخر</translation>
    </message>
    <message>
        <source>Perhaps {number}, of another country: write + before the country code if it is</source>
        <translation>قد يكون من بلد آخر ({number}): اكتب + قبل رمز البلد إن كان كذلك</translation>
    </message>
    <message>
        <source>Looks like a date; write the country code first if it is a phone number</source>
        <translation>يشبه تاريخًا؛ اكتب رمز البلد أولًا إن كان رقم هاتف</translation>
    </message>
    <message>
        <source>the 0 that is missing at its front was added</source>
        <translation>أُضيف الصفر الناقص في أوله</translation>
    </message>
    <message>
        <source>the 0 behind the country code was left out</source>
        <translation>حُذف الصفر الذي بعد رمز البلد</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}؛ {second}</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) too many</source>
        <translation>
            <numerusform>%n خانة زائدة</numerusform>
            <numerusform>خانة واحدة زائدة</numerusform>
            <numerusform>خانتان زائدتان</numerusform>
            <numerusform>%n خانات زائدة</numerusform>
            <numerusform>%n خانة زائدة</numerusform>
            <numerusform>%n خانة زائدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) missing</source>
        <translation>
            <numerusform>%n خانة ناقصة</numerusform>
            <numerusform>خانة واحدة ناقصة</numerusform>
            <numerusform>خانتان ناقصتان</numerusform>
            <numerusform>%n خانات ناقصة</numerusform>
            <numerusform>%n خانة ناقصة</numerusform>
            <numerusform>%n خانة ناقصة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) too many for a mobile number</source>
        <translation>
            <numerusform>%n خانة زائدة على رقم محمول</numerusform>
            <numerusform>خانة واحدة زائدة على رقم محمول</numerusform>
            <numerusform>خانتان زائدتان على رقم محمول</numerusform>
            <numerusform>%n خانات زائدة على رقم محمول</numerusform>
            <numerusform>%n خانة زائدة على رقم محمول</numerusform>
            <numerusform>%n خانة زائدة على رقم محمول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) short of a mobile number</source>
        <translation>
            <numerusform>%n خانة ناقصة عن رقم محمول</numerusform>
            <numerusform>خانة واحدة ناقصة عن رقم محمول</numerusform>
            <numerusform>خانتان ناقصتان عن رقم محمول</numerusform>
            <numerusform>%n خانات ناقصة عن رقم محمول</numerusform>
            <numerusform>%n خانة ناقصة عن رقم محمول</numerusform>
            <numerusform>%n خانة ناقصة عن رقم محمول</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poller</name>
    <message>
        <source>There is no password for this account on this computer.</source>
        <translation>لا توجد كلمة مرور لهذا الحساب على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Enter it in the account.</source>
        <translation>أدخلها في الحساب.</translation>
    </message>
    <message>
        <source>The balance could not be read. {reason}.</source>
        <translation>تعذّرت قراءة الرصيد. {reason}.</translation>
    </message>
    <message>
        <source>The amount shown is the last one known.</source>
        <translation>المبلغ المعروض هو آخر مبلغ معروف.</translation>
    </message>
    <message>
        <source>It is not asked for again until you have changed the account.</source>
        <translation>لن يُستعلم عنه مرة أخرى حتى تغيّر الحساب.</translation>
    </message>
</context>
<context>
    <name>problem_dialogs</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>problem_rows</name>
    <message numerus="yes">
        <source>%n row(s) saved: {file}. Mend them there and drop the file on the list.</source>
        <translation>
            <numerusform>حُفظ %n صف: {file}. صحّحها هناك ثم أفلِت الملف على القائمة.</numerusform>
            <numerusform>حُفظ صف واحد: {file}. صحّحه هناك ثم أفلِت الملف على القائمة.</numerusform>
            <numerusform>حُفظ صفان: {file}. صحّحهما هناك ثم أفلِت الملف على القائمة.</numerusform>
            <numerusform>حُفظت %n صفوف: {file}. صحّحها هناك ثم أفلِت الملف على القائمة.</numerusform>
            <numerusform>حُفظ %n صفًا: {file}. صحّحها هناك ثم أفلِت الملف على القائمة.</numerusform>
            <numerusform>حُفظ %n صف: {file}. صحّحها هناك ثم أفلِت الملف على القائمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the problem rows</source>
        <translation>حفظ الصفوف التي بها مشكلة</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>مصنف Excel ‏(*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV ‏(*.csv)</translation>
    </message>
    <message>
        <source>rows to mend</source>
        <translation>صفوف للتصحيح</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>What to mend</source>
        <translation>المطلوب تصحيحه</translation>
    </message>
</context>
<context>
    <name>profile_location</name>
    <message>
        <source>smsdesk keeps its data on a network drive: {folder}. If the network breaks at a bad moment, the history and what is waiting to be sent can be damaged.</source>
        <translation>يحفظ smsdesk بياناته على قرص شبكي: {folder}. إن انقطعت الشبكة أثناء الكتابة فقد يتلف السجل وما ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>smsdesk keeps its data in a folder that {program} synchronises: {folder}. It can be damaged by that, or an older copy can be put back, and then people may get a message twice.</source>
        <translation>يحفظ smsdesk بياناته في مجلد يزامنه {program}: {folder}. قد تتلف البيانات بسبب ذلك، أو تعود نسخة أقدم فتصل الرسالة إلى بعض المستلمين مرتين.</translation>
    </message>
    <message>
        <source>a cloud service</source>
        <translation>خدمة سحابية</translation>
    </message>
    <message>
        <source>{doubt} Ask whoever looks after this computer to close smsdesk, move this folder to a disk of this computer, and start smsdesk with --profile and the new place.</source>
        <translation>{doubt} اطلب من المسؤول عن هذا الكمبيوتر أن يغلق smsdesk، وينقل هذا المجلد إلى قرص في هذا الكمبيوتر، ويشغّل smsdesk بالخيار ‎--profile والمكان الجديد.</translation>
    </message>
</context>
<context>
    <name>program_folder</name>
    <message>
        <source>smsdesk can&apos;t keep its data in {folder}: the program itself is installed there, and an upgrade or its removal would take the data with it.</source>
        <translation>لا يمكن أن يحفظ smsdesk بياناته في {folder}: البرنامج نفسه مثبَّت هناك، وترقيته أو إزالته تأخذ البيانات معها.</translation>
    </message>
    <message>
        <source>Start smsdesk with --profile and another folder, or without it: then it takes the usual one.</source>
        <translation>شغّل smsdesk بالخيار ‎--profile‎ ومجلد آخر، أو من دونه فيستخدم المجلد المعتاد.</translation>
    </message>
</context>
<context>
    <name>provider</name>
    <message>
        <source>This gateway is not set up yet: say what its document says.</source>
        <translation>لم تُهيّأ هذه البوابة بعد: أدخل ما ورد في وثيقتها.</translation>
    </message>
    <message>
        <source>{reason} (one of several numbers, and it does not say which: send one by one)</source>
        <translation>{reason} (أحد عدة أرقام، ولا تحدد البوابة أيها: أرسل كل رقم على حدة)</translation>
    </message>
    <message>
        <source>The set-up of this gateway has no place for a sender</source>
        <translation>ليس في تهيئة هذه البوابة مكان للمرسِل</translation>
    </message>
    <message>
        <source>The gateway is not set up: open the account and set it up</source>
        <translation>البوابة غير مهيّأة: افتح الحساب وهيّئها</translation>
    </message>
    <message>
        <source>The answer fits lines of the set-up that contradict each other, or its own status: mend them</source>
        <translation>يطابق الجواب أسطرًا متعارضة في التهيئة، أو تعارض حالته: صحّحها</translation>
    </message>
    <message>
        <source>The answer fits no line of the account&apos;s set-up</source>
        <translation>لا يطابق الجواب أي سطر من تهيئة الحساب</translation>
    </message>
    <message>
        <source>The gateway refused it</source>
        <translation>رفضتها البوابة</translation>
    </message>
    <message>
        <source>The gateway refused one of several numbers, and does not say which: send one by one</source>
        <translation>رفضت البوابة أحد عدة أرقام، ولا تحدد أيها: أرسل كل رقم على حدة</translation>
    </message>
    <message>
        <source>Wrong user name or password: enter them again in the account&apos;s settings</source>
        <translation>اسم المستخدم أو كلمة المرور خطأ: أدخلهما من جديد في إعدادات الحساب</translation>
    </message>
</context>
<context>
    <name>queue_runner</name>
    <message>
        <source>The time chosen for some messages has passed, so they were cancelled.</source>
        <translation>فات الموعد المختار لبعض الرسائل، فأُلغيت.</translation>
    </message>
    <message>
        <source>“Use again” in the history brings them back. Continue goes on with the others.</source>
        <translation>تستعيدها بزر «استخدام مرة أخرى» في السجل. واضغط «متابعة» لإرسال الباقي.</translation>
    </message>
    <message>
        <source>“Use again” in the history brings them back.</source>
        <translation>تستعيدها بزر «استخدام مرة أخرى» في السجل.</translation>
    </message>
    <message>
        <source>Sending has stopped because of a mistake in smsdesk.</source>
        <translation>توقف الإرسال بسبب خطأ في smsdesk.</translation>
    </message>
    <message>
        <source>The report says more. Press Continue to go on with the messages not sent yet.</source>
        <translation>التفاصيل في التقرير. اضغط «متابعة» لإرسال الرسائل التي لم تُرسل بعد.</translation>
    </message>
    <message>
        <source>For half an hour nothing could be sent, so the messages may not be wanted any more.</source>
        <translation>تعذّر الإرسال مدة نصف ساعة، فربما لم تعد الرسائل مطلوبة.</translation>
    </message>
    <message>
        <source>Press Continue to send them now, or cancel them.</source>
        <translation>اضغط «متابعة» لإرسالها الآن، أو ألغها.</translation>
    </message>
</context>
<context>
    <name>receiver</name>
    <message>
        <source>Delivery reports can&apos;t be received at port {port}.</source>
        <translation>لا يمكن استقبال تقارير التسليم على المنفذ {port}.</translation>
    </message>
    <message>
        <source>Another program uses it, or this computer does not allow it. Choose another port in the settings, for example {other}.</source>
        <translation>يستخدمه برنامج آخر، أو لا يسمح به هذا الكمبيوتر. اختر منفذًا آخر في الإعدادات، مثل {other}.</translation>
    </message>
    <message>
        <source>Choose another address of this computer in the settings.</source>
        <translation>اختر عنوانًا آخر لهذا الكمبيوتر في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>recipient_columns</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>✓ repaired: {what}</source>
        <translation>✓ مُصحَّح: {what}</translation>
    </message>
    <message>
        <source>✓ ready · {note}</source>
        <translation>✓ جاهز · {note}</translation>
    </message>
    <message>
        <source>✓ ready</source>
        <translation>✓ جاهز</translation>
    </message>
    <message>
        <source>{number} is suggested: take it with Ctrl+T</source>
        <translation>يُقترح {number}: اقبله بالمفتاحين Ctrl+T</translation>
    </message>
</context>
<context>
    <name>reconciliation_text</name>
    <message>
        <source>The balance went up by {amount} while this was sent: it was probably topped up.</source>
        <translation>أُضيف إلى الرصيد {amount} أثناء الإرسال: الأرجح أنه شُحن.</translation>
    </message>
    <message numerus="yes">
        <source>The balance went down by {amount} while this and %n other announcement(s) were sent.</source>
        <translation>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا و%n إعلان آخر.</numerusform>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا وإعلان آخر.</numerusform>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا وإعلانين آخرين.</numerusform>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا و%n إعلانات أخرى.</numerusform>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا و%n إعلانًا آخر.</numerusform>
            <numerusform>خُصم من الرصيد {amount} أثناء إرسال هذا و%n إعلان آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost {amount}, as expected.</source>
        <translation>التكلفة {amount}، كما كان متوقعًا.</translation>
    </message>
    <message>
        <source>The balance went down by {amount}.</source>
        <translation>خُصم من الرصيد {amount}.</translation>
    </message>
    <message>
        <source>The balance went down by {amount}; expected: {expected}.</source>
        <translation>خُصم من الرصيد {amount}؛ المتوقع: {expected}.</translation>
    </message>
    <message>
        <source>The balance went down by {amount}; expected: {least} to {most}.</source>
        <translation>خُصم من الرصيد {amount}؛ المتوقع: {least} على الأقل، و{most} على الأكثر.</translation>
    </message>
    <message>
        <source>Cost {amount} as the gateway billed it; expected: {expected}.</source>
        <translation>التكلفة {amount} بحسب البوابة؛ المتوقع: {expected}.</translation>
    </message>
    <message>
        <source>Cost {amount} as the gateway billed it.</source>
        <translation>التكلفة {amount} بحسب البوابة.</translation>
    </message>
    <message>
        <source>{when}, the balance went up by {amount}: it was probably topped up.</source>
        <translation>{when}، أُضيف إلى الرصيد {amount}: الأرجح أنه شُحن.</translation>
    </message>
    <message numerus="yes">
        <source>{when}, the balance went down by {amount}, while %n other announcement(s) went out as well.</source>
        <translation>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا %n إعلان آخر.</numerusform>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا إعلان آخر.</numerusform>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا إعلانان آخران.</numerusform>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا %n إعلانات أخرى.</numerusform>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا %n إعلانًا آخر.</numerusform>
            <numerusform>{when}، خُصم من الرصيد {amount}، وكان يُرسل أيضًا %n إعلان آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}, the balance went down by {amount}: as much as if everything unknown of that time had been sent.</source>
        <translation>{when}، خُصم من الرصيد {amount}: أي كما لو أن كل رسالة غير معروفة في ذلك الوقت قد أُرسلت.</translation>
    </message>
    <message>
        <source>{when}, the balance did not change: what is unknown was probably not sent.</source>
        <translation>{when}، لم يتغيّر الرصيد: الأرجح أن غير المعروفة لم تُرسل.</translation>
    </message>
    <message>
        <source>{when}, the balance went down by {amount}: just what the other messages cost. What is unknown was probably not sent.</source>
        <translation>{when}، خُصم من الرصيد {amount}: وهو تكلفة الرسائل الأخرى تمامًا. الأرجح أن غير المعروفة لم تُرسل.</translation>
    </message>
    <message>
        <source>{when}, the balance went down by {amount}. What was surely sent costs {known}, what is unknown {unknown}.</source>
        <translation>{when}، خُصم من الرصيد {amount}. تكلفة ما أُرسل يقينًا {known}، وتكلفة غير المعروفة {unknown}.</translation>
    </message>
    <message>
        <source>{when}, the balance went down by {amount}.</source>
        <translation>{when}، خُصم من الرصيد {amount}.</translation>
    </message>
    <message>
        <source>A delivery report for {number} came {time}: {state}.</source>
        <translation>وصل تقرير تسليم الرقم {number} {time}: {state}.</translation>
    </message>
    <message>
        <source>{gateway} tells neither balance nor status: ask the people, or look at the gateway&apos;s own web page.</source>
        <translation>لا تُبلغ {gateway} بالرصيد ولا بالحالة: اسأل المستلمين، أو راجع موقع البوابة.</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>{day}, between {first} and {last}</source>
        <translation>{day}، بين الساعة {first} و{last}</translation>
    </message>
    <message>
        <source>At {time}</source>
        <translation>الساعة {time}</translation>
    </message>
    <message>
        <source>Between {first} and {last}</source>
        <translation>بين الساعة {first} و{last}</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>سُلِّمت</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>لم تُسلَّم</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>انتهت مهلتها</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>في الطريق</translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>لم يعد «{name}» موجودًا.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a file in it.</source>
        <translation>«{name}» مجلد. اختر ملفًا فيه.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be opened: another program holds it, or you may not read it.</source>
        <translation>لا يمكن فتح «{name}»: يستخدمه برنامج آخر، أو ليست لديك صلاحية قراءته.</translation>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation>أغلقه هناك ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>“{name}” could not be read to its end. Is the drive still connected?</source>
        <translation>تعذّرت قراءة «{name}» حتى آخره. هل ما زال القرص متصلًا؟</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>حجمه كبير جدًا</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>it is neither a spreadsheet, nor text, nor contacts</source>
        <translation>ليس جدولًا ولا نصًا ولا جهات اتصال</translation>
    </message>
    <message>
        <source>Save it as an Excel workbook or as CSV and choose that.</source>
        <translation>احفظه كمصنف Excel أو بصيغة CSV واختر ذلك.</translation>
    </message>
</context>
<context>
    <name>reply_pattern</name>
    <message>
        <source>Write what the answer looks like.</source>
        <translation>اكتب شكل الجواب.</translation>
    </message>
    <message>
        <source>“{pattern}…” is too long for an answer: leave out what follows, with *.</source>
        <translation>«{pattern}…» أطول من أن يكون جوابًا: احذف ما يلي واكتب * مكانه.</translation>
    </message>
    <message>
        <source>An answer can&apos;t hold {place}: use *, or what the hint below names in braces.</source>
        <translation>لا يمكن أن يحتوي الجواب على {place}: استخدم *، أو ما يذكره التلميح أدناه بين القوسين.</translation>
    </message>
    <message>
        <source>“{pattern}” has more than one place in braces: only one can be read.</source>
        <translation>في «{pattern}» أكثر من موضع بين قوسين: لا يمكن قراءة إلا واحد.</translation>
    </message>
    <message>
        <source>“{pattern}” fits any answer, also an error: put the words in it by which the answer is known.</source>
        <translation>«{pattern}» يطابق أي جواب، حتى الخطأ: ضع فيه الكلمات التي يُعرف بها الجواب.</translation>
    </message>
</context>
<context>
    <name>retry_policy</name>
    <message>
        <source>Press “Change password…”: with the right one the messages not sent yet go on by themselves.</source>
        <translation>اضغط «تغيير كلمة المرور…» وأدخل الصحيحة، فتُرسل بقية الرسائل تلقائيًا.</translation>
    </message>
    <message>
        <source>Sending has stopped. {reason}.</source>
        <translation>توقف الإرسال. {reason}.</translation>
    </message>
    <message>
        <source>Put that right, then press Continue: the messages not sent yet are waiting.</source>
        <translation>عالج ذلك ثم اضغط «متابعة» لإرسال ما لم يُرسل بعد.</translation>
    </message>
    <message>
        <source>Look at the messages marked unknown in the history, then press Continue to send the others.</source>
        <translation>راجع الرسائل غير المعروفة في السجل، ثم اضغط «متابعة» لإرسال الباقي.</translation>
    </message>
    <message>
        <source>The others would be refused for the same reason. Cancel them, then press “Use again” in the history, and put that right; or press Continue to try the others all the same.</source>
        <translation>ستُرفض البقية للسبب نفسه. ألغها، ثم اضغط «استخدام مرة أخرى» في السجل وعالج السبب؛ أو اضغط «متابعة» لتجربتها مع ذلك.</translation>
    </message>
    <message>
        <source>There is no password for “{account}” on this computer.</source>
        <translation>لا توجد كلمة مرور للحساب «{account}» على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Press “Change password…” and enter it: then sending goes on by itself. Nothing was sent.</source>
        <translation>اضغط «تغيير كلمة المرور…» وأدخلها، فيُستأنف الإرسال تلقائيًا. لم يُرسل شيء.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>There is no account to send with yet.</source>
        <translation>لا يوجد حساب للإرسال به بعد.</translation>
    </message>
    <message>
        <source>Add your gateway account first; what you wrote stays here.</source>
        <translation>أضف حساب بوابتك أولًا؛ ما كتبته يبقى هنا.</translation>
    </message>
    <message>
        <source>There is no message yet.</source>
        <translation>لا توجد رسالة بعد.</translation>
    </message>
    <message>
        <source>Write what you want to announce.</source>
        <translation>اكتب ما تريد إعلانه.</translation>
    </message>
    <message>
        <source>Shorten it, or send it as two announcements.</source>
        <translation>اختصرها، أو أرسلها في إعلانين.</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>لا يوجد أحد في القائمة بعد.</translation>
    </message>
    <message>
        <source>Paste or type the numbers, then press Add.</source>
        <translation>ألصق الأرقام أو اكتبها، ثم اضغط «إضافة».</translation>
    </message>
    <message>
        <source>The reason stands beside each number: double-click the number to mend it.</source>
        <translation>السبب مذكور بجانب كل رقم: انقر الرقم نقرًا مزدوجًا لتصحيحه.</translation>
    </message>
    <message>
        <source>There is no sender.</source>
        <translation>لا يوجد مرسِل.</translation>
    </message>
    <message>
        <source>Type the name that people shall see as the sender.</source>
        <translation>اكتب الاسم الذي يراه المستلمون مرسِلًا.</translation>
    </message>
    <message>
        <source>Choose or type a shorter one.</source>
        <translation>اختر أو اكتب واحدًا أقصر.</translation>
    </message>
    <message>
        <source>{gateway} sends at once: it keeps no message for later.</source>
        <translation>ترسل {gateway} فورًا، ولا تؤجّل الرسائل.</translation>
    </message>
    <message>
        <source>Choose “Now”, or another account.</source>
        <translation>اختر «الآن»، أو حسابًا آخر.</translation>
    </message>
    <message>
        <source>The balance may not be enough: {gateway} may refuse the last messages.</source>
        <translation>قد لا يكفي الرصيد، فترفض {gateway} الرسائل الأخيرة.</translation>
    </message>
    <message numerus="yes">
        <source>This goes over the month&apos;s budget of %n part(s): {parts} would be sent this month.</source>
        <translation>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة %n جزء: سيُرسل هذا الشهر {parts}.</numerusform>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة جزءًا واحدًا: سيُرسل هذا الشهر {parts}.</numerusform>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة جزأين: سيُرسل هذا الشهر {parts}.</numerusform>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة %n أجزاء: سيُرسل هذا الشهر {parts}.</numerusform>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة %n جزءًا: سيُرسل هذا الشهر {parts}.</numerusform>
            <numerusform>يتجاوز هذا ميزانية الشهر البالغة %n جزء: سيُرسل هذا الشهر {parts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The message has %n part(s); {gateway} takes {most} at most.</source>
        <translation>
            <numerusform>في الرسالة %n جزء؛ تقبل {gateway} حتى {most}.</numerusform>
            <numerusform>في الرسالة جزء واحد؛ تقبل {gateway} حتى {most}.</numerusform>
            <numerusform>في الرسالة جزآن؛ تقبل {gateway} حتى {most}.</numerusform>
            <numerusform>في الرسالة %n أجزاء؛ تقبل {gateway} حتى {most}.</numerusform>
            <numerusform>في الرسالة %n جزءًا؛ تقبل {gateway} حتى {most}.</numerusform>
            <numerusform>في الرسالة %n جزء؛ تقبل {gateway} حتى {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n row(s) on the list has a number that can be sent to.</source>
        <translation>
            <numerusform>ليس في القائمة أي صف له رقم يمكن الإرسال إليه (%n).</numerusform>
            <numerusform>الصف الوحيد في القائمة ليس له رقم يمكن الإرسال إليه.</numerusform>
            <numerusform>ليس لأي من الصفين في القائمة رقم يمكن الإرسال إليه.</numerusform>
            <numerusform>ليس لأي من %n صفوف في القائمة رقم يمكن الإرسال إليه.</numerusform>
            <numerusform>ليس لأي من %n صفًا في القائمة رقم يمكن الإرسال إليه.</numerusform>
            <numerusform>ليس لأي من %n صف في القائمة رقم يمكن الإرسال إليه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runner</name>
    <message>
        <source>This data was last used with a newer smsdesk than this one.</source>
        <translation>استُخدمت هذه البيانات آخر مرة ببرنامج smsdesk أحدث من هذا.</translation>
    </message>
    <message>
        <source>It was left untouched. Install the newest smsdesk, then start again.</source>
        <translation>تُركت كما هي. ثبّت أحدث إصدار من smsdesk، ثم شغّله من جديد.</translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <source>The time that you chose has passed.</source>
        <translation>فات الموعد الذي اخترته.</translation>
    </message>
    <message>
        <source>Choose a later one, or send now.</source>
        <translation>اختر موعدًا لاحقًا، أو أرسل الآن.</translation>
    </message>
    <message>
        <source>There is no such time on that day: the clocks are put forward over it.</source>
        <translation>لا وجود لهذا الوقت في ذلك اليوم بسبب تقديم الساعة.</translation>
    </message>
    <message>
        <source>Choose a time before or after that hour.</source>
        <translation>اختر موعدًا قبل تلك الساعة أو بعدها.</translation>
    </message>
</context>
<context>
    <name>scheduled</name>
    <message>
        <source>Leaves {when}; written {written}</source>
        <translation>يُرسل {when}؛ كُتب {written}</translation>
    </message>
    <message>
        <source>Was to leave {when}; written {written}</source>
        <translation>كان موعد إرساله {when}؛ كُتب {written}</translation>
    </message>
    <message numerus="yes">
        <source>scheduled · leaves in %n min</source>
        <translation>
            <numerusform>مؤجل · يُرسل بعد %n دقيقة</numerusform>
            <numerusform>مؤجل · يُرسل بعد دقيقة واحدة</numerusform>
            <numerusform>مؤجل · يُرسل بعد دقيقتين</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n دقائق</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n دقيقة</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>scheduled · leaves in %n h</source>
        <translation>
            <numerusform>مؤجل · يُرسل بعد %n ساعة</numerusform>
            <numerusform>مؤجل · يُرسل بعد ساعة واحدة</numerusform>
            <numerusform>مؤجل · يُرسل بعد ساعتين</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n ساعات</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n ساعة</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>scheduled · leaves in %n day(s)</source>
        <translation>
            <numerusform>مؤجل · يُرسل بعد %n يوم</numerusform>
            <numerusform>مؤجل · يُرسل بعد يوم واحد</numerusform>
            <numerusform>مؤجل · يُرسل بعد يومين</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n أيام</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n يومًا</numerusform>
            <numerusform>مؤجل · يُرسل بعد %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sender</name>
    <message>
        <source>{left} Sending had stopped. {reason}.</source>
        <translation>{left} كان الإرسال قد توقف. {reason}.</translation>
    </message>
    <message>
        <source>{left} The data may be an older copy, made before smsdesk was used last: then they may have been sent since. Look at your gateway&apos;s own log first.</source>
        <translation>{left} قد تكون البيانات نسخة أقدم من آخر استخدام لـ smsdesk، فربما أُرسلت بعدها. راجع سجل البوابة نفسها أولًا.</translation>
    </message>
    <message>
        <source>Sending was stopped because the program is being closed.</source>
        <translation>توقف الإرسال لأن البرنامج يُغلق.</translation>
    </message>
    <message numerus="yes">
        <source>Not sent before the program was closed: %n message(s).</source>
        <translation>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: %n رسالة.</numerusform>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: رسالة واحدة.</numerusform>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: رسالتان.</numerusform>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: %n رسائل.</numerusform>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: %n رسالة.</numerusform>
            <numerusform>لم تُرسل قبل إغلاق البرنامج: %n رسالة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sending_moments</name>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>واحدة مقبولة</numerusform>
            <numerusform>اثنتان مقبولتان</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n مرفوضة</numerusform>
            <numerusform>واحدة مرفوضة</numerusform>
            <numerusform>اثنتان مرفوضتان</numerusform>
            <numerusform>%n مرفوضة</numerusform>
            <numerusform>%n مرفوضة</numerusform>
            <numerusform>%n مرفوضة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>واحدة غير معروفة</numerusform>
            <numerusform>اثنتان غير معروفتين</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) leave(s) {when}</source>
        <translation>
            <numerusform>تُرسل %n رسالة {when}</numerusform>
            <numerusform>تُرسل رسالة واحدة {when}</numerusform>
            <numerusform>تُرسل رسالتان {when}</numerusform>
            <numerusform>تُرسل %n رسائل {when}</numerusform>
            <numerusform>تُرسل %n رسالة {when}</numerusform>
            <numerusform>تُرسل %n رسالة {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it is sent or paid if you take it back</source>
        <translation>لا يُرسل منها شيء ولا يُدفع عنها شيء إن تراجعت</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>إرس&amp;ال…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>ترا&amp;جع</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n message(s)…</source>
        <translation>
            <numerusform>إرس&amp;ال %n رسالة…</numerusform>
            <numerusform>إرس&amp;ال رسالة واحدة…</numerusform>
            <numerusform>إرس&amp;ال رسالتين…</numerusform>
            <numerusform>إرس&amp;ال %n رسائل…</numerusform>
            <numerusform>إرس&amp;ال %n رسالة…</numerusform>
            <numerusform>إرس&amp;ال %n رسالة…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>بقيت %n</numerusform>
            <numerusform>بقيت واحدة</numerusform>
            <numerusform>بقيت اثنتان</numerusform>
            <numerusform>بقيت %n</numerusform>
            <numerusform>بقيت %n</numerusform>
            <numerusform>بقيت %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n handed over</source>
        <translation>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
            <numerusform>أُرسل إلى البوابة {done} من %n</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on writing, or close the window</source>
        <translation>يمكنك متابعة الكتابة، أو إغلاق النافذة</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n accepted by {gateway}</source>
        <translation>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
            <numerusform>قبلت {gateway} ‏{done} من %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes of each is in the history</source>
        <translation>تجد حالة كل رسالة في السجل</translation>
    </message>
    <message>
        <source>U&amp;se again</source>
        <translation>استخدام مرة أخر&amp;ى</translation>
    </message>
    <message numerus="yes">
        <source>Cance&amp;l the %n that wait(s)</source>
        <translation>
            <numerusform>إلغا&amp;ء %n رسالة منتظرة</numerusform>
            <numerusform>إلغا&amp;ء الرسالة المنتظرة</numerusform>
            <numerusform>إلغا&amp;ء الرسالتين المنتظرتين</numerusform>
            <numerusform>إلغا&amp;ء %n رسائل منتظرة</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة منتظرة</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة منتظرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cance&amp;l the %n message(s)</source>
        <translation>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
            <numerusform>إلغا&amp;ء رسالة واحدة</numerusform>
            <numerusform>إلغا&amp;ء رسالتين</numerusform>
            <numerusform>إلغا&amp;ء %n رسائل</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
            <numerusform>إلغا&amp;ء %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They leave after the %n that wait(s)</source>
        <translation>
            <numerusform>تُرسل بعد %n رسالة منتظرة</numerusform>
            <numerusform>تُرسل بعد الرسالة المنتظرة</numerusform>
            <numerusform>تُرسل بعد الرسالتين المنتظرتين</numerusform>
            <numerusform>تُرسل بعد %n رسائل منتظرة</numerusform>
            <numerusform>تُرسل بعد %n رسالة منتظرة</numerusform>
            <numerusform>تُرسل بعد %n رسالة منتظرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>أضف مستلمين</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>اكتب رسالة</translation>
    </message>
    <message>
        <source>Write a message and add people</source>
        <translation>اكتب رسالة وأضف مستلمين</translation>
    </message>
</context>
<context>
    <name>smsoffice</name>
    <message>
        <source>No network carries this sender: use Latin letters without accents, digits and plain signs</source>
        <translation>لا تنقل أي شبكة هذا المرسِل: استخدم حروفًا لاتينية بلا علامات وأرقامًا ورموزًا بسيطة</translation>
    </message>
    <message>
        <source>Wrong user name or password at SMS Office: enter them again in the account&apos;s settings</source>
        <translation>اسم المستخدم أو كلمة المرور خطأ لدى SMS Office: أدخلهما من جديد في إعدادات الحساب</translation>
    </message>
    <message>
        <source>Not enough credits at SMS Office: buy credits, then continue</source>
        <translation>لا توجد نقاط كافية لدى SMS Office: اشترِ نقاطًا ثم تابع</translation>
    </message>
    <message>
        <source>SMS Office does not accept this sender: use up to 11 letters and digits</source>
        <translation>لا تقبل SMS Office هذا المرسِل: استخدم حتى 11 حرفًا ورقمًا</translation>
    </message>
    <message>
        <source>SMS Office does not accept this number: check its digits</source>
        <translation>لا تقبل SMS Office هذا الرقم: تحقق من خاناته</translation>
    </message>
    <message>
        <source>SMS Office does not accept this text: change it, or try without unusual characters</source>
        <translation>لا تقبل SMS Office هذا النص: غيّره، أو جرّب من دون حروف غير معتادة</translation>
    </message>
    <message>
        <source>The number must begin with its country code, not with 0</source>
        <translation>يجب أن يبدأ الرقم برمز بلده، لا بصفر</translation>
    </message>
    <message>
        <source>The text is too long for SMS Office: shorten it to 4 parts</source>
        <translation>النص أطول مما تقبله SMS Office: اختصره إلى 4 أجزاء</translation>
    </message>
    <message>
        <source>SMS Office has passed the message on to the mobile network</source>
        <translation>مرّرت SMS Office الرسالة إلى شبكة الهاتف المحمول</translation>
    </message>
    <message>
        <source>Delivered to the phone</source>
        <translation>سُلِّمت إلى الهاتف</translation>
    </message>
    <message>
        <source>The message could not be delivered to the phone</source>
        <translation>تعذّر تسليم الرسالة إلى الهاتف</translation>
    </message>
    <message>
        <source>SMS Office has no way to this number&apos;s network</source>
        <translation>لا تصل SMS Office إلى شبكة هذا الرقم</translation>
    </message>
</context>
<context>
    <name>spoken_sending</name>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>بعد %n ثانية</numerusform>
            <numerusform>بعد ثانية واحدة</numerusform>
            <numerusform>بعد ثانيتين</numerusform>
            <numerusform>بعد %n ثوانٍ</numerusform>
            <numerusform>بعد %n ثانية</numerusform>
            <numerusform>بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) leave(s) {when}. Undo takes it back.</source>
        <translation>
            <numerusform>تُرسل %n رسالة {when}. «تراجع» يسحبها.</numerusform>
            <numerusform>تُرسل رسالة واحدة {when}. «تراجع» يسحبها.</numerusform>
            <numerusform>تُرسل رسالتان {when}. «تراجع» يسحبهما.</numerusform>
            <numerusform>تُرسل %n رسائل {when}. «تراجع» يسحبها.</numerusform>
            <numerusform>تُرسل %n رسالة {when}. «تراجع» يسحبها.</numerusform>
            <numerusform>تُرسل %n رسالة {when}. «تراجع» يسحبها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left to undo</source>
        <translation>
            <numerusform>بقيت %n ثانية للتراجع</numerusform>
            <numerusform>بقيت ثانية واحدة للتراجع</numerusform>
            <numerusform>بقيت ثانيتان للتراجع</numerusform>
            <numerusform>بقيت %n ثوانٍ للتراجع</numerusform>
            <numerusform>بقيت %n ثانية للتراجع</numerusform>
            <numerusform>بقيت %n ثانية للتراجع</numerusform>
        </translation>
    </message>
    <message>
        <source>{left}: {key}</source>
        <translation>{left}: {key}</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n message(s), nothing of it was sent</source>
        <translation>
            <numerusform>سُحبت %n رسالة، ولم يُرسل منها شيء</numerusform>
            <numerusform>سُحبت رسالة واحدة، ولم تُرسل</numerusform>
            <numerusform>سُحبت رسالتان، ولم تُرسل أي منهما</numerusform>
            <numerusform>سُحبت %n رسائل، ولم يُرسل منها شيء</numerusform>
            <numerusform>سُحبت %n رسالة، ولم يُرسل منها شيء</numerusform>
            <numerusform>سُحبت %n رسالة، ولم يُرسل منها شيء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)</source>
        <translation>
            <numerusform>جارٍ إرسال %n رسالة</numerusform>
            <numerusform>جارٍ إرسال رسالة واحدة</numerusform>
            <numerusform>جارٍ إرسال رسالتين</numerusform>
            <numerusform>جارٍ إرسال %n رسائل</numerusform>
            <numerusform>جارٍ إرسال %n رسالة</numerusform>
            <numerusform>جارٍ إرسال %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n رسالة في الانتظار</numerusform>
            <numerusform>رسالة واحدة في الانتظار</numerusform>
            <numerusform>رسالتان في الانتظار</numerusform>
            <numerusform>%n رسائل في الانتظار</numerusform>
            <numerusform>%n رسالة في الانتظار</numerusform>
            <numerusform>%n رسالة في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) accepted by the gateway</source>
        <translation>
            <numerusform>قبلت البوابة %n رسالة</numerusform>
            <numerusform>قبلت البوابة رسالة واحدة</numerusform>
            <numerusform>قبلت البوابة رسالتين</numerusform>
            <numerusform>قبلت البوابة %n رسائل</numerusform>
            <numerusform>قبلت البوابة %n رسالة</numerusform>
            <numerusform>قبلت البوابة %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused by the gateway</source>
        <translation>
            <numerusform>رفضت البوابة %n</numerusform>
            <numerusform>رفضت البوابة واحدة</numerusform>
            <numerusform>رفضت البوابة اثنتين</numerusform>
            <numerusform>رفضت البوابة %n</numerusform>
            <numerusform>رفضت البوابة %n</numerusform>
            <numerusform>رفضت البوابة %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may have been sent or not</source>
        <translation>
            <numerusform>%n ربما أُرسلت وربما لا</numerusform>
            <numerusform>واحدة ربما أُرسلت وربما لا</numerusform>
            <numerusform>اثنتان ربما أُرسلتا وربما لا</numerusform>
            <numerusform>%n ربما أُرسلت وربما لا</numerusform>
            <numerusform>%n ربما أُرسلت وربما لا</numerusform>
            <numerusform>%n ربما أُرسلت وربما لا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>واحدة ملغاة</numerusform>
            <numerusform>اثنتان ملغاتان</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spreadsheet</name>
    <message>
        <source>it is protected by a password</source>
        <translation>الملف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Open it in your spreadsheet program and save it without a password.</source>
        <translation>افتحه في برنامج الجداول واحفظه من دون كلمة مرور.</translation>
    </message>
    <message>
        <source>it is damaged, or no workbook at all</source>
        <translation>الملف تالف، أو ليس مصنفًا أصلًا</translation>
    </message>
    <message>
        <source>Open it in your spreadsheet program and save it again.</source>
        <translation>افتحه في برنامج الجداول واحفظه من جديد.</translation>
    </message>
    <message>
        <source>its sheets are empty</source>
        <translation>أوراقه فارغة</translation>
    </message>
    <message numerus="yes">
        <source>%n other sheet(s) of this workbook not read</source>
        <translation>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف</numerusform>
            <numerusform>لم تُقرأ ورقة أخرى من هذا المصنف</numerusform>
            <numerusform>لم تُقرأ ورقتان أخريان من هذا المصنف</numerusform>
            <numerusform>لم تُقرأ %n أوراق أخرى من هذا المصنف</numerusform>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف</numerusform>
            <numerusform>لم تُقرأ %n ورقة أخرى من هذا المصنف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden or filtered away in the sheet</source>
        <translation>
            <numerusform>%n صف مخفيًا أو مستبعدًا بعامل تصفية في الورقة</numerusform>
            <numerusform>صف واحد مخفي أو مستبعد بعامل تصفية في الورقة</numerusform>
            <numerusform>صفان مخفيان أو مستبعدان بعامل تصفية في الورقة</numerusform>
            <numerusform>%n صفوف مخفية أو مستبعدة بعامل تصفية في الورقة</numerusform>
            <numerusform>%n صفًا مخفيًا أو مستبعدًا بعامل تصفية في الورقة</numerusform>
            <numerusform>%n صف مخفيًا أو مستبعدًا بعامل تصفية في الورقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>start_notices</name>
    <message>
        <source>Some settings could not be used, so the usual ones took their place: {names}. The file as it was is kept as {file}.</source>
        <translation>تعذّر استخدام بعض الإعدادات، فحلّت محلها الإعدادات المعتادة: {names}. الملف كما كان محفوظ باسم {file}.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the usual ones are used. The old file was kept as {file}.</source>
        <translation>تعذّرت قراءة الإعدادات، فتُستخدم الإعدادات المعتادة. حُفظ الملف القديم باسم {file}.</translation>
    </message>
    <message>
        <source>If your gateway sends delivery reports to this computer, their address has changed: look it up in the settings and enter it at the gateway anew.</source>
        <translation>إن كانت بوابتك ترسل تقارير التسليم إلى هذا الكمبيوتر فقد تغيّر عنوانها: تجده في الإعدادات، فأدخله لدى البوابة من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) may or may not have been sent when smsdesk ended, marked unknown in the history.</source>
        <translation>
            <numerusform>%n رسالة لا يُعرف هل أُرسلت قبل توقف smsdesk: هي في السجل غير معروفة.</numerusform>
            <numerusform>رسالة واحدة لا يُعرف هل أُرسلت قبل توقف smsdesk: هي في السجل غير معروفة.</numerusform>
            <numerusform>رسالتان لا يُعرف هل أُرسلتا قبل توقف smsdesk: هما في السجل غير معروفتين.</numerusform>
            <numerusform>%n رسائل لا يُعرف هل أُرسلت قبل توقف smsdesk: هي في السجل غير معروفة.</numerusform>
            <numerusform>%n رسالة لا يُعرف هل أُرسلت قبل توقف smsdesk: هي في السجل غير معروفة.</numerusform>
            <numerusform>%n رسالة لا يُعرف هل أُرسلت قبل توقف smsdesk: هي في السجل غير معروفة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>state_chips</name>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
            <numerusform>الكل (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>واحدة مطابقة</numerusform>
            <numerusform>اثنتان مطابقتان</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>واحدة غير معروفة</numerusform>
            <numerusform>اثنتان غير معروفتين</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
            <numerusform>%n غير معروفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>واحدة فاشلة</numerusform>
            <numerusform>اثنتان فاشلتان</numerusform>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>%n فاشلة</numerusform>
            <numerusform>%n فاشلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>واحدة سُلِّمت</numerusform>
            <numerusform>اثنتان سُلِّمتا</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
            <numerusform>%n سُلِّمت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>واحدة مقبولة</numerusform>
            <numerusform>اثنتان مقبولتان</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
            <numerusform>%n مقبولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>واحدة في الانتظار</numerusform>
            <numerusform>اثنتان في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
            <numerusform>%n في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>واحدة ملغاة</numerusform>
            <numerusform>اثنتان ملغاتان</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
            <numerusform>%n ملغاة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>system_keyring</name>
    <message>
        <source>The password store of this computer is locked.</source>
        <translation>مخزن كلمات المرور في هذا الكمبيوتر مقفل.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the password for this session only.</source>
        <translation>افتح قفله ثم حاول من جديد، أو استخدم كلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The password store of this computer is waiting to be unlocked.</source>
        <translation>مخزن كلمات المرور في هذا الكمبيوتر ينتظر فتح قفله.</translation>
    </message>
    <message>
        <source>Look for a window that asks for its password, answer it and try again, or use the password for this session only.</source>
        <translation>ابحث عن نافذة تطلب كلمة مروره وأدخلها، ثم حاول من جديد، أو استخدم كلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The password store of this computer does not work properly.</source>
        <translation>مخزن كلمات المرور في هذا الكمبيوتر لا يعمل كما ينبغي.</translation>
    </message>
    <message>
        <source>Try again, or use the password for this session only.</source>
        <translation>حاول من جديد، أو استخدم كلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>This computer has no password store that smsdesk can use.</source>
        <translation>ليس في هذا الكمبيوتر مخزن كلمات مرور يستطيع smsdesk استخدامه.</translation>
    </message>
    <message>
        <source>Use the password for this session only. On Linux, the package gnome-keyring brings a password store.</source>
        <translation>استخدم كلمة المرور لهذه الجلسة فقط. في Linux توفّر الحزمة gnome-keyring مخزنًا لكلمات المرور.</translation>
    </message>
    <message>
        <source>The password is too long for the password store of Windows.</source>
        <translation>كلمة المرور أطول مما يقبله مخزن كلمات المرور في Windows.</translation>
    </message>
    <message>
        <source>It takes 1,280 characters at most. Ask the gateway for a shorter one.</source>
        <translation>يقبل 1,280 حرفًا على الأكثر. اطلب من البوابة كلمة أقصر.</translation>
    </message>
    <message>
        <source>Windows gives no password store to a program that was started in this way.</source>
        <translation>لا يتيح Windows مخزن كلمات المرور لبرنامج شُغّل بهذه الطريقة.</translation>
    </message>
    <message>
        <source>Log in to Windows yourself and start smsdesk there, or use the password for this session only.</source>
        <translation>سجّل الدخول إلى Windows بنفسك وشغّل smsdesk هناك، أو استخدم كلمة المرور لهذه الجلسة فقط.</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Wants no messages, says the column “{header}”</source>
        <translation>لا يريد رسائل، بحسب العمود «{header}»</translation>
    </message>
    <message>
        <source>several numbers stood in one cell</source>
        <translation>كانت عدة أرقام في خلية واحدة</translation>
    </message>
</context>
<context>
    <name>table_file</name>
    <message>
        <source>There is no room left to save “{name}”.</source>
        <translation>لا توجد مساحة كافية لحفظ «{name}».</translation>
    </message>
    <message>
        <source>Make some room there, or choose another drive.</source>
        <translation>أفسح مساحة هناك، أو اختر قرصًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be saved: another program has it open, or you may not write in this folder.</source>
        <translation>لا يمكن حفظ «{name}»: هو مفتوح في برنامج آخر، أو ليست لديك صلاحية الكتابة في هذا المجلد.</translation>
    </message>
    <message>
        <source>Close it there, or choose another name or folder.</source>
        <translation>أغلقه هناك، أو اختر اسمًا أو مجلدًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be saved: its folder is not there any more.</source>
        <translation>لا يمكن حفظ «{name}»: لم يعد مجلده موجودًا.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose another name.</source>
        <translation>«{name}» مجلد. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved. Is the drive still connected?</source>
        <translation>تعذّر حفظ «{name}». هل ما زال القرص متصلًا؟</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>اختر اسمًا أو مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>typed_decimal</name>
    <message>
        <source>“{typed}” can be read as {high} or as {low}. Write the one that you mean.</source>
        <translation>يمكن قراءة «{typed}» على أنه {high} أو {low}. اكتب ما تقصده.</translation>
    </message>
    <message>
        <source>Write a number like {example}, or leave it empty.</source>
        <translation>اكتب رقمًا مثل {example}، أو اتركه فارغًا.</translation>
    </message>
</context>
<context>
    <name>unknown_text</name>
    <message>
        <source>It may have been sent or not</source>
        <translation>ربما أُرسلت وربما لا</translation>
    </message>
    <message>
        <source>{reason}, {first} to {last}</source>
        <translation>{reason}، من {first} إلى {last}</translation>
    </message>
    <message>
        <source>{reason}, {first}</source>
        <translation>{reason}، {first}</translation>
    </message>
    <message>
        <source>Sent again {when}</source>
        <translation>أُعيد إرسالها {when}</translation>
    </message>
</context>
<context>
    <name>url</name>
    <message>
        <source>No gateway can call this address.</source>
        <translation>لا تستطيع أي بوابة استدعاء هذا العنوان.</translation>
    </message>
    <message>
        <source>Write a name or number that is known in the internet, like sms.example.com or 203.0.113.7</source>
        <translation>اكتب اسمًا أو رقمًا معروفًا على الإنترنت، مثل sms.example.com أو 203.0.113.7</translation>
    </message>
</context>
<context>
    <name>validation</name>
    <message>
        <source>Write what follows the host&apos;s name, beginning with a /.</source>
        <translation>اكتب ما يأتي بعد اسم الخادم، بدءًا بـ /.</translation>
    </message>
    <message>
        <source>The address can&apos;t hold blanks or a #: leave out what follows.</source>
        <translation>لا يمكن أن يحتوي العنوان على مسافات أو #: احذف ما يليها.</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>العنوان طويل جدًا.</translation>
    </message>
    <message>
        <source>There is no {place} to put in: see below what can stand in braces.</source>
        <translation>{place} غير معروف: انظر أدناه ما يمكن وضعه بين القوسين.</translation>
    </message>
    <message>
        <source>No value holds the number: write {place} where the gateway wants it.</source>
        <translation>لا توجد قيمة تحمل الرقم: اكتب {place} حيث تريده البوابة.</translation>
    </message>
    <message>
        <source>No value holds the message: write {place} where the gateway wants it.</source>
        <translation>لا توجد قيمة تحمل الرسالة: اكتب {place} حيث تريدها البوابة.</translation>
    </message>
    <message>
        <source>The value “{value}” has no name.</source>
        <translation>القيمة «{value}» بلا اسم.</translation>
    </message>
    <message>
        <source>Two values have the name “{name}”.</source>
        <translation>قيمتان لهما الاسم «{name}».</translation>
    </message>
    <message>
        <source>There are too many lines: {most} at most.</source>
        <translation>الأسطر كثيرة جدًا: {most} على الأكثر.</translation>
    </message>
    <message>
        <source>“{text}…” is too long.</source>
        <translation>«{text}…» طويل جدًا.</translation>
    </message>
    <message>
        <source>The value of “{name}” has too many brackets.</source>
        <translation>في قيمة «{name}» أقواس كثيرة جدًا.</translation>
    </message>
    <message>
        <source>No line says how the gateway answers when it has accepted a message.</source>
        <translation>لا يبيّن أي سطر جواب البوابة حين تقبل رسالة.</translation>
    </message>
    <message>
        <source>Write what stands between several numbers, in up to 5 characters.</source>
        <translation>اكتب ما يفصل بين عدة أرقام، في 5 حروف على الأكثر.</translation>
    </message>
    <message>
        <source>Write {place} where the amount stands in the answer.</source>
        <translation>اكتب {place} مكان المبلغ في الجواب.</translation>
    </message>
    <message>
        <source>Write what is counted, for example credits or EUR.</source>
        <translation>اكتب ما يُعدّ به، مثل credits أو EUR.</translation>
    </message>
    <message>
        <source>The name “{name}” can&apos;t hold {place}: only values are filled in. Write it into a value.</source>
        <translation>لا يمكن أن يحتوي الاسم «{name}» على {place}: لا تُملأ إلا القيم. اكتبه في قيمة.</translation>
    </message>
    <message>
        <source>“{name}” is no name of a header.</source>
        <translation>«{name}» ليس اسم ترويسة.</translation>
    </message>
    <message>
        <source>The header {name} is written by smsdesk itself: leave it out.</source>
        <translation>الترويسة {name} يكتبها smsdesk نفسه: احذفها.</translation>
    </message>
    <message>
        <source>The header Authorization is written by the way to log in that is chosen: leave one of them out.</source>
        <translation>الترويسة Authorization تكتبها طريقة تسجيل الدخول المختارة: احذف إحداهما.</translation>
    </message>
    <message>
        <source>The value of “{name}” must stand on one line.</source>
        <translation>يجب أن تكون قيمة «{name}» في سطر واحد.</translation>
    </message>
    <message>
        <source>A number in this set-up is out of range.</source>
        <translation>في هذه التهيئة رقم خارج النطاق.</translation>
    </message>
    <message>
        <source>Give the account a name, for example “Front desk”.</source>
        <translation>أعطِ الحساب اسمًا، مثل «الاستقبال».</translation>
    </message>
    <message>
        <source>Another account of this gateway has this name already.</source>
        <translation>لحساب آخر في هذه البوابة الاسم نفسه.</translation>
    </message>
    <message>
        <source>Enter the user name that the gateway gave you.</source>
        <translation>أدخل اسم المستخدم الذي أعطتك إياه البوابة.</translation>
    </message>
    <message>
        <source>Enter the password that the gateway gave you.</source>
        <translation>أدخل كلمة المرور التي أعطتك إياها البوابة.</translation>
    </message>
    <message>
        <source>Enter the sender that people shall see, for example your office&apos;s name.</source>
        <translation>أدخل المرسِل الذي يراه المستلمون، كاسم مكتبك مثلًا.</translation>
    </message>
    <message>
        <source>This is longer than a computer&apos;s password store can keep: {most} characters at most. Was something else copied?</source>
        <translation>هذا أطول مما يتسع له مخزن كلمات المرور: {most} حرفًا على الأكثر. هل نُسخ شيء آخر؟</translation>
    </message>
    <message>
        <source>A price can&apos;t be below zero.</source>
        <translation>لا يمكن أن يكون السعر أقل من صفر.</translation>
    </message>
    <message numerus="yes">
        <source>The sender “{sender}” is %n character(s) too long: {gateway} takes {longest} at most.</source>
        <translation>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار %n حرف: تقبل {gateway} حتى {longest}.</numerusform>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار حرف واحد: تقبل {gateway} حتى {longest}.</numerusform>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار حرفين: تقبل {gateway} حتى {longest}.</numerusform>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار %n أحرف: تقبل {gateway} حتى {longest}.</numerusform>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار %n حرفًا: تقبل {gateway} حتى {longest}.</numerusform>
            <numerusform>المرسِل «{sender}» أطول من المسموح بمقدار %n حرف: تقبل {gateway} حتى {longest}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>verdict_chips</name>
    <message numerus="yes">
        <source>All %n row(s)</source>
        <translation>
            <numerusform>الكل: %n صف</numerusform>
            <numerusform>الكل: صف واحد</numerusform>
            <numerusform>الكل: صفان</numerusform>
            <numerusform>الكل: %n صفوف</numerusform>
            <numerusform>الكل: %n صفًا</numerusform>
            <numerusform>الكل: %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n جاهز</numerusform>
            <numerusform>واحد جاهز</numerusform>
            <numerusform>اثنان جاهزان</numerusform>
            <numerusform>%n جاهزة</numerusform>
            <numerusform>%n جاهزًا</numerusform>
            <numerusform>%n جاهز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <translation>
            <numerusform>%n مُصحَّح</numerusform>
            <numerusform>واحد مُصحَّح</numerusform>
            <numerusform>اثنان مُصحَّحان</numerusform>
            <numerusform>%n مُصحَّحة</numerusform>
            <numerusform>%n مُصحَّحًا</numerusform>
            <numerusform>%n مُصحَّح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n يحتاج إلى مراجعة</numerusform>
            <numerusform>واحد يحتاج إلى مراجعة</numerusform>
            <numerusform>اثنان يحتاجان إلى مراجعة</numerusform>
            <numerusform>%n تحتاج إلى مراجعة</numerusform>
            <numerusform>%n تحتاج إلى مراجعة</numerusform>
            <numerusform>%n تحتاج إلى مراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n مكرر</numerusform>
            <numerusform>واحد مكرر</numerusform>
            <numerusform>اثنان مكرران</numerusform>
            <numerusform>%n مكررة</numerusform>
            <numerusform>%n مكررًا</numerusform>
            <numerusform>%n مكرر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>voice</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n جزء</numerusform>
            <numerusform>جزء واحد</numerusform>
            <numerusform>جزآن</numerusform>
            <numerusform>%n أجزاء</numerusform>
            <numerusform>%n جزءًا</numerusform>
            <numerusform>%n جزء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s): {price}</source>
        <translation>
            <numerusform>%n رسالة: {price}</numerusform>
            <numerusform>رسالة واحدة: {price}</numerusform>
            <numerusform>رسالتان: {price}</numerusform>
            <numerusform>%n رسائل: {price}</numerusform>
            <numerusform>%n رسالة: {price}</numerusform>
            <numerusform>%n رسالة: {price}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>who</name>
    <message>
        <source>{people} …</source>
        <translation>{people} …</translation>
    </message>
    <message numerus="yes">
        <source>%n in other countries</source>
        <translation>
            <numerusform>%n في بلدان أخرى</numerusform>
            <numerusform>واحد في بلد آخر</numerusform>
            <numerusform>اثنان في بلدين آخرين</numerusform>
            <numerusform>%n في بلدان أخرى</numerusform>
            <numerusform>%n في بلدان أخرى</numerusform>
            <numerusform>%n في بلدان أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a number of no country</source>
        <translation>
            <numerusform>%n برقم بلا بلد</numerusform>
            <numerusform>واحد برقم بلا بلد</numerusform>
            <numerusform>اثنان برقم بلا بلد</numerusform>
            <numerusform>%n برقم بلا بلد</numerusform>
            <numerusform>%n برقم بلا بلد</numerusform>
            <numerusform>%n برقم بلا بلد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the United States or Canada</source>
        <translation>
            <numerusform>%n في الولايات المتحدة أو كندا</numerusform>
            <numerusform>واحد في الولايات المتحدة أو كندا</numerusform>
            <numerusform>اثنان في الولايات المتحدة أو كندا</numerusform>
            <numerusform>%n في الولايات المتحدة أو كندا</numerusform>
            <numerusform>%n في الولايات المتحدة أو كندا</numerusform>
            <numerusform>%n في الولايات المتحدة أو كندا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in {country}</source>
        <translation>
            <numerusform>%n في {country}</numerusform>
            <numerusform>واحد في {country}</numerusform>
            <numerusform>اثنان في {country}</numerusform>
            <numerusform>%n في {country}</numerusform>
            <numerusform>%n في {country}</numerusform>
            <numerusform>%n في {country}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workbook_check</name>
    <message>
        <source>unpacked it would be too large for a list</source>
        <translation>حجمه بعد فك الضغط أكبر من أن يكون قائمة</translation>
    </message>
    <message>
        <source>its cells reach too far down and to the right</source>
        <translation>تمتد خلاياه بعيدًا جدًا إلى الأسفل والجانب</translation>
    </message>
    <message>
        <source>it is damaged, or no workbook at all</source>
        <translation>الملف تالف، أو ليس مصنفًا أصلًا</translation>
    </message>
    <message>
        <source>it holds definitions that no spreadsheet program writes</source>
        <translation>يحتوي على تعريفات لا يكتبها أي برنامج جداول</translation>
    </message>
    <message>
        <source>it is protected by a password</source>
        <translation>الملف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Copy the names and numbers into a new workbook and choose that.</source>
        <translation>انسخ الأسماء والأرقام إلى مصنف جديد واختر ذلك.</translation>
    </message>
</context>
<context>
    <name>written</name>
    <message>
        <source>No number in this line</source>
        <translation>لا يوجد رقم في هذا السطر</translation>
    </message>
    <message>
        <source>Excel shortened this number; format its column as Number without decimals and copy it again</source>
        <translation>اختصر Excel هذا الرقم؛ نسّق عموده كرقم بلا كسور عشرية وانسخه من جديد</translation>
    </message>
    <message>
        <source>“{signs}” does not belong in a phone number</source>
        <translation>لا مكان لـ «{signs}» في رقم هاتف</translation>
    </message>
    <message>
        <source>A number with a fraction is no phone number</source>
        <translation>هذا عدد كسري وليس رقم هاتف</translation>
    </message>
    <message>
        <source>A number below zero is no phone number</source>
        <translation>هذا عدد سالب وليس رقم هاتف</translation>
    </message>
    <message>
        <source>Written like an amount; take the commas out if it is a phone number</source>
        <translation>مكتوب كمبلغ؛ احذف الفواصل إن كان رقم هاتف</translation>
    </message>
    <message>
        <source>Perhaps no phone number; take the question mark away if it is one</source>
        <translation>قد لا يكون رقم هاتف؛ احذف علامة الاستفهام إن كان كذلك</translation>
    </message>
    <message>
        <source>the spreadsheet&apos;s decimals were taken off</source>
        <translation>أُزيلت كسور الجدول العشرية</translation>
    </message>
    <message>
        <source>written out again: Excel had shortened it, with every digit kept</source>
        <translation>كُتب من جديد: كان Excel قد اختصره، مع بقاء كل خاناته</translation>
    </message>
    <message>
        <source>the spreadsheet&apos;s quotes were taken off</source>
        <translation>أُزيلت علامات الاقتباس الخاصة بالجدول</translation>
    </message>
    <message>
        <source>hidden characters were taken out</source>
        <translation>أُزيلت حروف مخفية</translation>
    </message>
    <message>
        <source>its digits were read from another script</source>
        <translation>حُوّلت أرقامه من كتابة أخرى</translation>
    </message>
    <message>
        <source>the extension was left out</source>
        <translation>حُذفت التحويلة</translation>
    </message>
</context>
</TS>
