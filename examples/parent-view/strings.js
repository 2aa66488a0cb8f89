// The page's own words; what guardians are told, and the names of things, come from Himaya.
const plural = (language, forms) => {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', number.format(count));
};

export const STRINGS = {
  en: {
    age: 'Age of the child',
    byDay: 'By day:',
    country: 'Country',
    day: (name, count) => `${name} ${count}`,
    fault: (number, field) => `Digest ${number} cannot be shown: “${field}” does not hold. Nothing was changed.`,
    failed: 'Himaya cannot be loaded here:',
    footer: 'A warning is no proof, and no warning is no promise. Talking with each other does more than any program.',
    language: 'العربية',
    nobody: 'No help service of this country is listed. Choose another, or ask at school or a doctor.',
    noDigest: 'no digest',
    open: 'Open digests',
    outside: 'opens outside this page',
    skip: 'To the chosen week',
    span: (from, to) => `${from} to ${to}`,
    table: 'The same as a table',
    themes: { auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },
    times: plural('en', { one: '# time', other: '# times' }),
    week: (from, to) => `Week of ${from} to ${to}`,
    weekColumn: 'Week',
    weeks: 'Week by week',
  },
  ar: {
    age: 'عمر الطفل',
    byDay: 'بحسب اليوم:',
    country: 'البلد',
    day: (name, count) => `${name} ${count}`,
    fault: (number, field) => `لا يمكن عرض الملخص رقم ${number}: الحقل «${field}» غير صالح. لم يتغيّر شيء.`,
    failed: 'تعذّر تحميل حماية هنا:',
    footer: 'التنبيه ليس دليلًا، وغياب التنبيه ليس ضمانًا. والحديث مع بعضكم أنفع من أي برنامج.',
    language: 'English',
    nobody: 'لا توجد في القائمة خدمة مساعدة لهذا البلد. اختاروا بلدًا آخر، أو اسألوا المدرسة أو طبيبًا.',
    noDigest: 'لا ملخص',
    open: 'فتح ملخصات',
    outside: 'يُفتح خارج هذه الصفحة',
    skip: 'إلى الأسبوع المختار',
    span: (from, to) => `من ${from} إلى ${to}`,
    table: 'البيانات نفسها في جدول',
    themes: { auto: 'الألوان: كالنظام', light: 'الألوان: فاتحة', dark: 'الألوان: داكنة' },
    times: plural('ar', { zero: 'ولا مرة', one: 'مرة واحدة', two: 'مرتان', few: '# مرات', many: '# مرة', other: '# مرة' }),
    week: (from, to) => `الأسبوع من ${from} إلى ${to}`,
    weekColumn: 'الأسبوع',
    weeks: 'أسبوعًا بعد أسبوع',
  },
};
