/** A file of the net as its bytes lie there: what the server packed for the way, and what it is itself. */
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};
const MOST_REDIRECTS = 5;

/**
 * What the file may be, the bytes as they came first; null where the server has no such file. Many
 * servers give out a .gz as the packed form of something else, and fetch() would hand over that.
 */
export async function rawFile(url: URL, left = MOST_REDIRECTS): Promise<Buffer[] | null> {
  const response = await answerTo(url);
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location && left > 0) {
    response.resume();
    return rawFile(new URL(headers.location, url), left - 1);
  }
  if (statusCode < 200 || statusCode >= 300) {
    response.resume();
    return null;
  }
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const unpack = UNPACK[headers["content-encoding"]?.toLowerCase() ?? ""];
  if (!unpack) return [bytes];
  try {
    return [bytes, unpack(bytes)];
  } catch {
    return [bytes];
  }
}

function answerTo(url: URL): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? httpsGet : httpGet;
  return new Promise((done, fail) => {
    get(url, { headers: { "Accept-Encoding": "identity" } }, done).on("error", fail);
  });
}
