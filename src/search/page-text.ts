/** What a finished page says, in the pieces that a reader may look for: headings, sentences, names of lines. */
import { Parser } from "htmlparser2";

/** The texts that stand at one place of a page. */
export interface Passage {
  /** Its fragment; empty for the page itself. */
  id: string;
  texts: string[];
}

export interface PageText {
  title: string;
  places: Passage[];
}

/** Elements without a text of their own page: drawings, code, controls, ways to elsewhere. */
const NOT_TEXT = new Set(
  "svg script style pre nav form button label select input output template".split(" "),
);
/** The same by class: links under a chart, marks and sources that every chart has, numbers set large. */
const NOT_CONTENT = /(?:^| )(?:acts|links|meta|tag|src|hero|bars|years|toc)(?: |$)/;
const NOT_CONTENT_ROLES = new Set(["img", "status", "alert", "search"]);
const PIECES = new Set(
  "h1 h2 h3 h4 p li dt dd caption summary figcaption th td div section".split(" "),
);
const VOID = new Set("br wbr hr img link meta input col".split(" "));
const HEADING = /^h[1-6]$/;
/** A cell that says more than a value: a sentence. */
const SENTENCE = /\p{Script=Han}.*(?:\p{Script=Han}.*){9}/u;

interface Frame {
  name: string;
  id: string;
  skipped: boolean;
}

/** The text of the page's `<main>`; null where it has none. */
export function pageText(html: string): PageText | null {
  const frames: Frame[] = [];
  const places = new Map<string, string[]>();
  let main = false;
  let title = "";
  let text = "";
  const flush = () => {
    const frame = frames.at(-1);
    const piece = text.replaceAll("\u200b", "").replace(/\s+/g, " ").trim();
    text = "";
    if (!frame || piece === "" || (frame.name === "td" && !SENTENCE.test(piece))) return;
    if (frame.name === "h1") title = piece;
    const own = places.get(frame.id);
    if (!own) places.set(frame.id, [piece]);
    else if (!own.includes(piece)) own.push(piece);
  };
  const parser = new Parser(
    {
      onopentag(name, { id = "", class: classes = "", scope, role, hidden }) {
        if (name === "main") main = true;
        if (!main || VOID.has(name)) return;
        const parent = frames.at(-1);
        const skipped =
          parent?.skipped ||
          NOT_TEXT.has(name) ||
          NOT_CONTENT.test(classes) ||
          (name === "th" && scope === "col") ||
          NOT_CONTENT_ROLES.has(role ?? "") ||
          hidden !== undefined;
        if (PIECES.has(name)) flush();
        // A heading names what follows it, until the part ends in which it stands.
        if (id && parent && HEADING.test(name)) parent.id = id;
        frames.push({ name, id: (name !== "main" && id) || (parent?.id ?? ""), skipped });
      },
      ontext(data) {
        if (main && !frames.at(-1)?.skipped) text += data;
      },
      onclosetag(name) {
        if (!main || VOID.has(name)) return;
        if (PIECES.has(name)) flush();
        frames.pop();
        if (name === "main") main = false;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return title === "" ? null : { title, places: [...places].map(([id, texts]) => ({ id, texts })) };
}
