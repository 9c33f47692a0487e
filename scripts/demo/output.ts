/** Files of the demo: written in pieces, so that a million rows take no more memory than a hundred. */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import iconv from "iconv-lite";

/** How a CSV was saved. */
export interface SavedAs {
  encoding: "utf-8" | "utf-8 BOM" | "gb18030" | "utf-16le";
  lineEnd: "\n" | "\r\n";
  delimiter: "," | "\t";
}

const PIECE = 1 << 18;

export interface Sheet {
  row(cells: readonly string[]): void;
  end(): void;
}

export class Output {
  readonly #folder: string;
  readonly #wanted: (path: string) => boolean;
  /** Path below the folder → sha256 of what was written. */
  readonly hashes = new Map<string, string>();

  /** `wanted` says which files to write; the rows of the others are only counted. */
  constructor(folder: string, wanted: (path: string) => boolean) {
    this.#folder = folder;
    this.#wanted = wanted;
  }

  /** A text file in UTF-8. */
  text(path: string, text: string): void {
    if (!this.#wanted(path)) return;
    const file = this.#open(path);
    file.write(Buffer.from(text));
    file.end();
  }

  sheet(path: string, { encoding, lineEnd, delimiter }: SavedAs): Sheet {
    if (!this.#wanted(path)) return { row() {}, end() {} };
    const file = this.#open(path);
    const special = delimiter === "," ? /[",\n]/ : /["\t\n]/;
    const cell = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    let waiting = encoding === "utf-8 BOM" || encoding === "utf-16le" ? "\ufeff" : "";
    const flush = () => {
      file.write(encoded(waiting, encoding));
      waiting = "";
    };
    return {
      row(cells) {
        let line = cell(cells[0] ?? "");
        for (let i = 1; i < cells.length; i++) line += delimiter + cell(cells[i]!);
        waiting += line + lineEnd;
        if (waiting.length >= PIECE) flush();
      },
      end() {
        flush();
        file.end();
      },
    };
  }

  #open(path: string) {
    const full = join(this.#folder, path);
    mkdirSync(dirname(full), { recursive: true });
    const file = openSync(full, "w");
    const hash = createHash("sha256");
    return {
      write(bytes: Buffer) {
        hash.update(bytes);
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      },
      end: () => {
        closeSync(file);
        this.hashes.set(path, hash.digest("hex"));
      },
    };
  }
}

function encoded(text: string, encoding: SavedAs["encoding"]): Buffer {
  if (encoding === "gb18030") return iconv.encode(text, "gb18030");
  return Buffer.from(text, encoding === "utf-16le" ? "utf16le" : "utf8");
}
