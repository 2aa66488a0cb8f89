// What one person may say, in words that a leaflet prints.

/** Four of them by one person lead to a notice. The secret may lead to a sign by itself, behind small talk. */
export const PATTERN = [
  'are you home alone?',
  "this is our secret, don't tell your mum",
  'add me on snapchat',
  'send me a selfie',
  'you are so mature for your age',
];

/** Four of them by one person lead to a warning. */
export const PATTERN_AR = ['أنت لوحدك بالبيت؟', 'هذا سر بيننا لا تخبر أمك', 'أضفني على سناب', 'ابعت لي صورتك', 'انت ناضج بالنسبة لعمرك'];
