/** Characters that no XML may hold; one of them makes the whole file unreadable. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A file of XML without them. */
export function cleanXml(xml: string): string {
  return xml.replace(NOT_XML, "");
}

/** Data as a page holds them in a script of JSON: no text of theirs can end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** Text as HTML, XML or SVG holds it: between tags, and in an attribute within double quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
