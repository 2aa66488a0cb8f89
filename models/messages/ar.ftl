# ما يقرؤه الناس، بالعربية. المفاتيح هي كلمات المكتبة نفسها.

behavior-age_query = يسأل عن عمر الطفل
behavior-personal_info_query = يسأل عن معلومات شخصية
behavior-alone_query = يسأل هل الطفل وحده أو هل يراقبه أحد
behavior-secrecy = يطلب كتمان السر
behavior-isolation = يبعد الطفل عن أهله أو أصدقائه
behavior-flattery_maturity = يبالغ في مدح الشكل أو النضج
behavior-gift_offer = يعرض هدايا أو مالًا أو خدمات
behavior-platform_switch = يريد الانتقال إلى تطبيق آخر
behavior-meeting = يريد لقاءً وجهًا لوجه
behavior-photo_request = يطلب صورة أو تشغيل الكاميرا
behavior-reciprocity_pressure = يقول إن على الطفل أن يرد الجميل
behavior-romance_declaration = يصرّح بالحب
behavior-guilt_manipulation = يُشعر الطفل بالذنب
behavior-testing_boundaries = يختبر حدود الطفل
behavior-threat_sextortion = يهدد بالنشر أو يطلب مالًا
behavior-coercion_selfharm = يدفع الطفل إلى إيذاء نفسه
behavior-personal_info_disclosure = الطفل يفصح عن معلومات شخصية
behavior-refusal = الطفل يرفض
behavior-distress = الطفل خائف أو في ضيق

cue-unmistakable = قيل شيء لا لبس فيه
cue-persistence = يستمر بعد أن رفض الطفل أو تضايق
cue-stage_mix = تجتمع أنواع مختلفة من التقرّب
cue-one_sided_questions = طرف يسأل والآخر يجيب
cue-early_private_channel = طُلبت الخصوصية أو صورة في وقت مبكر
cue-tone = كيف تبدو الرسائل الأخيرة
cue-night = يكتب ليلًا
cue-many_children = يكتب إلى أطفال كثيرين
relation-unknown = التطبيق لا يعرف من هو
relation-stranger = شخص غريب
relation-known = جهة اتصال معروفة
relation-family = من العائلة
relation-school = من مدرسة الطفل
stage-initial_contact = أول اتصال
stage-trust_building = كسب الثقة
stage-isolation = العزل
stage-dependency_creation = خلق التعلّق
stage-sexual_introduction = تخطّي الحدود
stage-maintenance = إبقاء الاتصال قائمًا
stage-control = السيطرة بالتهديد

category-grooming = نمط قد يمهّد للإساءة
category-sextortion = ابتزاز
category-sexual_content = محتوى جنسي
category-bullying = تنمّر
category-self_harm = طفل في ضيق
category-coercion = ضغط لإلحاق الأذى
category-personal_info = معلومات شخصية على وشك الإرسال
category-known_image = صورة معروفة
category-sensitive_image = صورة قد تكون حساسة

action-allow = لا شيء مطلوب
action-indicate = إظهار تنبيه مع المساعدة
action-blur = تغطيتها
action-interrupt = التوقف والسؤال أولًا
action-mute = المنع

reason-conversation-pattern = المحادثة في مجملها

notice-grooming = في هذه المحادثة أشياء تُقلق الكبار. ليس الذنب ذنبك. توقّف عن الكتابة الآن وأرِها لشخص كبير تثق به.
notice-sextortion = هذا ابتزاز، وليس الذنب ذنبك. لا تدفع ولا ترسل شيئًا آخر. توقّف عن الرد واحتفظ بالرسائل وأخبر شخصًا كبيرًا تثق به.
notice-sexual_content = لست مضطرًا إلى النظر إلى هذا. تحدّث عنه إن أردت مع شخص كبير تثق به.
notice-bullying = لا يحق لأحد أن يكتب إليك هكذا. لا حاجة إلى الرد. احتفظ بها وأرِها لمن تثق به.
notice-self_harm = شكرًا لأنك قلت ما تشعر به. لست وحدك. تحدّث اليوم مع شخص كبير تثق به أو مع خط مساعدة الأطفال.
notice-coercion = لا يحق لأحد أن يطلب منك أن تتأذى. ليس الذنب ذنبك. توقّف عن الرد وأخبر الآن شخصًا كبيرًا تثق به.
notice-personal_info = انتظر لحظة: هذا يكشف أين أنت أو من أنت. لا ترسله إلا إذا كان شخص كبير تثق به يعرف المتلقّي.
notice-known_image = هذه الصورة مغطّاة.
notice-sensitive_image = قد تكون هذه الصورة شيئًا تفضّل ألا تراه. القرار لك فيمن تخبر.

deterrence-grooming = طلب الأسرار أو الصور أو اللقاء من طفل قد يكون جريمة ويؤذي الطفل. توجد مساعدة مجانية وسرية للتوقف.
deterrence-sextortion = تهديد شخص بالصور جريمة وأذاها يدوم. توقّف الآن. توجد مساعدة مجانية وسرية.
deterrence-coercion = دفع شخص إلى إيذاء نفسه جريمة. توقّف الآن. توجد مساعدة مجانية وسرية.
