declare module 'punycode' {
  const punycode: { toUnicode(host: string): string };
  export default punycode;
}
