/** .docx → paragraphs: texts, heading styles, the numbers that Word counts by itself, tables. */
import { type Unzipped, unzipSync } from "fflate";
import { DomUtils, parseDocument } from "htmlparser2";
import { listNumbers } from "./docx-numbers.ts";
import { NotAReport, type ReportLine } from "./report-line.ts";
import { attributeOf, childrenNamed, type Document, type Element, firstNamed } from "./word-xml.ts";

/** A report is a few hundred kilobytes; what unpacks to far more is none. */
const MOST = 64 << 20;

export function docxParagraphs(bytes: Uint8Array): ReportLine[] {
  const files = unzipped(bytes);
  const main = files["word/document.xml"];
  if (!main)
    throw new NotAReport("压缩包里没有 Word 文档的正文。用 Word 或 WPS 打开，另存为 .docx");
  const xml = (path: string) =>
    parseDocument(new TextDecoder().decode(files[path] ?? new Uint8Array()), { xmlMode: true });
  const numberOf = listNumbers(xml("word/numbering.xml"));
  const styles = headingStyles(xml("word/styles.xml"));
  const body = firstNamed(
    parseDocument(new TextDecoder().decode(main), { xmlMode: true }),
    "w:body",
  );
  if (!body) return [];
  const paragraphs: ReportLine[] = [];
  const take = (node: Element): void => {
    for (const child of node.children) {
      if (child.type !== "tag") continue;
      if (child.name === "w:p") paragraphs.push(...paragraphOf(child));
      else if (child.name === "w:tbl") paragraphs.push(...rowsOf(child));
      // Content controls, text boxes and accepted insertions only stand around paragraphs.
      else if (/^w:(?:sdt|sdtContent|ins|customXml|smartTag)$/.test(child.name)) take(child);
    }
  };
  const paragraphOf = (node: Element): ReportLine[] => {
    const { heading, numId, level } = styleOf(node, styles);
    const text = textOf(node).trim();
    if (text === "") return [];
    const number = numId ? numberOf(numId, level) : "";
    return [{ text: `${number}${text}`, ...(heading && { heading }) }];
  };
  take(body);
  return paragraphs;
}

function unzipped(bytes: Uint8Array): Unzipped {
  let left = MOST;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^word\/(?:document|styles|numbering)\.xml$/.test(name)) return false;
        left -= originalSize;
        return left >= 0;
      },
    });
  } catch {
    throw new NotAReport(
      "文件已损坏，打不开。从原处重新复制一份，或用 Word、WPS 打开后另存为 .docx",
    );
  }
}

interface HeadingStyle {
  heading?: number;
  numId?: string;
  level: number;
}

/** The styles that make headings, by their ids: by 大纲级别, else by name. */
function headingStyles(styles: Document): ReadonlyMap<string, HeadingStyle> {
  const found = new Map<string, HeadingStyle>();
  for (const style of childrenNamed(firstNamed(styles, "w:styles"), "w:style")) {
    const name = attributeOf(firstNamed(style, "w:name")) ?? "";
    const outline = attributeOf(firstNamed(style, "w:outlineLvl"));
    const named = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1];
    const level = outline !== undefined ? Number(outline) + 1 : Number(named ?? Number.NaN);
    const numId = attributeOf(firstNamed(style, "w:numId"));
    found.set(style.attribs["w:styleId"] ?? "", {
      ...(level >= 1 && level <= 6 ? { heading: level } : {}),
      ...(numId === undefined ? {} : { numId }),
      level: Number(attributeOf(firstNamed(style, "w:ilvl")) ?? 0),
    });
  }
  return found;
}

function styleOf(paragraph: Element, styles: ReadonlyMap<string, HeadingStyle>): HeadingStyle {
  const own = childrenNamed(paragraph, "w:pPr")[0];
  const style = styles.get(attributeOf(own && firstNamed(own, "w:pStyle")) ?? "");
  const outline = Number(attributeOf(own && firstNamed(own, "w:outlineLvl")) ?? Number.NaN) + 1;
  const heading = outline >= 1 && outline <= 6 ? outline : style?.heading;
  const numbered = own && firstNamed(own, "w:numPr");
  const numId = attributeOf(numbered && firstNamed(numbered, "w:numId")) ?? style?.numId;
  const level = attributeOf(numbered && firstNamed(numbered, "w:ilvl")) ?? style?.level ?? 0;
  return {
    ...(heading ? { heading } : {}),
    ...(numId === undefined ? {} : { numId }),
    level: Number(level),
  };
}

/** What a reader sees: no deleted words, no codes of fields, tabs and breaks as spaces. */
function textOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type !== "tag") return "";
      if (child.name === "w:t") return DomUtils.textContent(child);
      if (/^w:(?:tab|br|cr)$/.test(child.name)) return " ";
      // A text box stands twice: as it is drawn, and for old programs.
      if (/^(?:w:(?:del|moveFrom|instrText|pPr|rPr)|mc:Fallback)$/.test(child.name)) return "";
      return textOf(child);
    })
    .join("");
}

function rowsOf(table: Element): ReportLine[] {
  let above: readonly string[] = [];
  return childrenNamed(table, "w:tr").map((row) => {
    const cells: string[] = [];
    for (const cell of childrenNamed(row, "w:tc")) {
      const own = childrenNamed(cell, "w:tcPr")[0];
      const merged = own && firstNamed(own, "w:vMerge");
      const goesOn = merged !== undefined && attributeOf(merged) !== "restart";
      const text = goesOn ? named(above[cells.length] ?? "") : textOf(cell).trim();
      const wide = Number(attributeOf(own && firstNamed(own, "w:gridSpan")) ?? 1);
      cells.push(text, ...Array(Math.min(Math.max(wide, 1), MOST_WIDE) - 1).fill(named(text)));
    }
    above = cells;
    return { text: cells.filter((text, at) => text !== cells[at - 1]).join(" "), cells };
  });
}
const MOST_WIDE = 60;

/** What a merged cell says of each it covers: a name of all of them, a number of the first alone. */
function named(text: string): string {
  return /\d/.test(text) ? "" : text;
}
