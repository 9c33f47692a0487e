import type { APIRoute, GetStaticPaths } from "astro";
import { pinnedFiles } from "../../../../../downloads/pinned.ts";
import { currentSite } from "../../../../../load/current.ts";

const TYPES: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  csv: "text/csv",
  json: "application/json",
};

interface Props {
  text: string;
  format: string;
}

/** The files as they were published, byte by byte. */
export const getStaticPaths = (async () =>
  pinnedFiles(await currentSite())) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { text, format } }) =>
  new Response(text, { headers: { "Content-Type": `${TYPES[format]}; charset=utf-8` } });
