/** What `npm run verify` reads of the net: each file as it lies there, however its server packs it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawFile } from "../scripts/lib/raw-file.ts";

const PAGE = Buffer.from("网页".repeat(50));
const PACKED = gzipSync(Buffer.from("逐行".repeat(50)));

const ANSWERS: Record<string, [status: number, headers: Record<string, string>, body: Buffer]> = {
  "/plain": [200, {}, PAGE],
  "/gzip": [200, { "Content-Encoding": "gzip" }, gzipSync(PAGE)],
  "/brotli": [200, { "Content-Encoding": "br" }, brotliCompressSync(PAGE)],
  "/rows.gz": [200, {}, PACKED],
  "/told/rows.gz": [200, { "Content-Encoding": "x-gzip" }, PACKED],
  "/packed/rows.gz": [200, { "Content-Encoding": "gzip" }, gzipSync(PACKED)],
  "/lying": [200, { "Content-Encoding": "gzip" }, PAGE],
  "/moved": [302, { Location: "./plain" }, Buffer.of()],
  "/round": [302, { Location: "./round" }, Buffer.of()],
  "/none": [404, {}, PAGE],
};
const server = createServer((req, res) => {
  const [status, headers, body] = ANSWERS[req.url!]!;
  res.writeHead(status, headers).end(body);
});
let base: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ["/plain", PAGE],
  ["/gzip", PAGE],
  ["/brotli", PAGE],
  ["/rows.gz", PACKED],
  ["/told/rows.gz", PACKED],
  ["/packed/rows.gz", PACKED],
  ["/lying", PAGE],
  ["/moved", PAGE],
  ["/round", null],
  ["/none", null],
])("%s", async (path, file) => {
  const found = await rawFile(new URL(path, base));
  expect(found?.some((bytes) => file?.equals(bytes)) ?? null).toBe(file && true);
});
