/**
 * The explorer's file of rows: one gzipped piece, so that any host serves it small. Its name says so,
 * so that none packs it again; many unpack it on the way, in the browser's own time.
 */
import { gzipSync } from "node:zlib";
import type { Site } from "../site/year.ts";
import type { FileHead } from "./head.ts";
import type { ExploreTable } from "./table.ts";

/** Length of the head, the head as JSON, then each column's codes; wide codes low byte first. */
export function exploreFile(site: Site, table: ExploreTable): Uint8Array {
  const { dataset, columns, lines, weights, vague, alike, sorts, parts } = table;
  const head: FileHead = {
    dataset: dataset.id,
    label: dataset.label,
    unit: dataset.unit,
    bureau: site.config.bureau,
    shortName: site.config.shortName,
    demo: site.config.demo,
    lines,
    columns: columns.map(({ codes, ...column }) => ({
      ...column,
      bytes: codes.BYTES_PER_ELEMENT as 1 | 2 | 4,
    })),
    weights,
    vague,
    alike,
    sorts,
    parts,
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, text.length, true);
  // The bytes of a code apart: the high ones are nearly always alike and pack well.
  const planes = columns.flatMap(({ codes }) =>
    Array.from({ length: codes.BYTES_PER_ELEMENT }, (_, byte) =>
      Uint8Array.from(codes, (code) => (code >>> (8 * byte)) & 0xff),
    ),
  );
  return gzipSync(Buffer.concat([size, text, ...planes]), { level: 9 });
}
