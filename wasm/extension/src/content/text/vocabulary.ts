// Words by which pages name the parts of a chat, in the nine languages. Data: structure decides
// first, these only where structure says nothing.

/** Whole words, of any script. */
function words(list: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list.trim().split(/\s+/).join('|')})(?!\\p{L})`, 'iu');
}

/** On the button that sends. */
export const SEND = words(`
  send post
  إرسال ارسال أرسل ارسل
  senden absenden abschicken
  enviar
  envoyer
  invia inviare
  verstuur versturen verzend verzenden
  gönder yolla
`);
export const SEND_SIGNS = /^[➤➢➣➔→⏎↑▶⬆✈️]+$/u;

/** On a field that looks something up. */
export const SEARCH = words(`
  search find filter
  بحث ابحث البحث
  suche suchen durchsuchen
  buscar búsqueda pesquisar pesquisa procurar
  rechercher recherche
  cerca cercare ricerca
  zoek zoeken
  ara arama
`);

/** On a field of something else: an e-mail, a comment, a note, a form. */
export const OTHER_FIELD = words(`
  subject recipient recipients comment comments commenting review note notes feedback title caption bio description
  تعليق تعليقا تعليقك الموضوع ملاحظة ملاحظات العنوان
  betreff kommentar kommentieren notiz notizen titel
  asunto comentario comentarios nota título
  objet commentaire commenter remarque titre
  oggetto commento commenta titolo
  onderwerp opmerking reactie notitie
  assunto comentário comentários
  konu yorum not başlık
`);

/** What stands for the person here where an author's name would stand, by the page's language. */
const YOU: Record<string, RegExp> = {
  ar: /^(أنت|انت|أنا|انا)$/,
  de: /^(du|ich)$/i,
  en: /^(you|me)( (sent|said|wrote))?$/i,
  es: /^(tú|yo)$/i,
  fr: /^(vous|moi|toi)$/i,
  it: /^(tu|io)$/i,
  nl: /^(jij|jou|ik)$/i,
  pt: /^(você|tu|eu)$/i,
  tr: /^(sen|siz|ben)$/i,
};

/** "Ben" is a name on an English page. */
export function isYou(name: string): boolean {
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  const plain = name.replace(/[\s:،,]+$/, '');
  return (YOU[language] ?? YOU.en)?.test(plain) === true || YOU.en?.test(plain) === true;
}

/** Parts of class names, as most messengers have them. */
export const OWN_CLASS = new Set(['own', 'self', 'me', 'mine', 'outgoing', 'out', 'sent']);
export const OTHER_CLASS = new Set(['incoming', 'in', 'received', 'other', 'them', 'theirs', 'peer']);
export const AUTHOR_CLASS = /(^|[\s_-])(author|sender|user-?name|nick(name)?|display-?name)($|[\s_-])/i;

/** A time of day, alone or with a few words around it: "today at 10:02", "١٠:٠٢ م". */
const CLOCK = /\p{Nd}{1,2}[:.٫]\p{Nd}{2}([:.]\p{Nd}{2})?/u;

export function isTime(text: string): boolean {
  if (text.length > 28 || !CLOCK.test(text)) return false;
  return text.replace(CLOCK, '').replace(/[^\p{L}]/gu, '').length <= 12;
}
