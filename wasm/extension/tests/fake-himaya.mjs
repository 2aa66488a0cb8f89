// Stands in for the package until it is built.
const BAD = ['are you home alone?', "this is our secret, don't tell your mum", 'add me on snapchat', 'send me a selfie', 'you are so mature for your age',
  'أنت لوحدك بالبيت؟', 'هذا سر بيننا لا تخبر أمك', 'ابعت لي صورتك', 'أضفني على سناب', 'انت ناضج بالنسبة لعمرك'];
export const CATEGORIES = ['grooming','sextortion','sexual_content','bullying','self_harm','coercion','personal_info','known_image','sensitive_image'];
export async function load() {}
export class Conversation {
  constructor(b) { this.b = b ?? new Uint8Array(8); this.contact = {}; }
  static from(bytes) { return new Conversation(bytes.slice()); }
  toBytes() { return this.b; }
  setContact(c) { this.contact = c; }
  free() {}
}
const a = (action, risk, cat) => ({ action, risk, findings: cat ? [{ category: cat }] : [], message_key: action === 'allow' ? undefined : `notice-${cat}` });
export class Guard {
  constructor(o) { this.ageBand = o.ageBand; }
  observe(c, m) {
    if (m.role === 'protected') return /\d{5} \d{6}|@/.test(m.text) ? a('indicate', 0.1, 'personal_info') : a('allow', 0);
    if (BAD.includes(m.text)) c.b[0]++;
    if (m.text.includes('pictures or pay')) return a('interrupt', 0.9, 'sextortion');
    if (m.text.includes('COVERME')) return a('blur', 0.9, 'sexual_content');
    return c.b[0] >= 3 ? a('indicate', 0.8, 'grooming') : a('allow', 0.1);
  }
  observeAll(c, ms) { return [...ms].map((m) => this.observe(c, m)); }
  free() {}
}
const W = { en: ['Something to talk about', 'This is not your fault. Some people pretend to be a friend so that you do what they want. A real friend does not mind if you tell an adult, and you never have to keep a secret that makes you feel bad.', 'Show this chat to an adult you trust.'],
 ar: ['أمر يستحق الحديث عنه', 'هذا ليس ذنبك. بعض الناس يتظاهرون بأنهم أصدقاء لتفعل ما يريدون. الصديق الحقيقي لا يمانع أن تخبر شخصًا بالغًا.', 'أرِ هذه المحادثة لشخص بالغ تثق به.'] };
export function messages(language) {
  const l = W[language] ? language : 'en';
  return { notice: (reader, category) => ({ title: reader === 'sending' ? 'Pause before you send this' : W[l][0], body: W[l][1], step: W[l][2], language: l, right_to_left: l === 'ar' }),
    text: (key) => ({ send_anyway: 'Send anyway', back: 'Go back', uncover: 'Show it', cover: 'Cover it', 'help-title': 'Who can help', 'help-unverified': 'Number not yet confirmed: look at the web address first' })[key], free() {} };
}
export const helpServices = () => [{ name: 'Childline', phone: '0800 1111', url: 'https://www.childline.org.uk/', verified: 'never' }];
export const suitableHelp = () => ['child'];
