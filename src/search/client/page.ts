/**
 * The search in the browser: the field shows itself once the texts of all pages are there, what is
 * typed goes to the address, what is found to the page. Without it the list of words stands alone.
 */
import { unzipped } from "../../explore/client/unzipped.ts";
import { Finder, type Hit, type SearchResult } from "../find.ts";
import { type PackedIndex, unpacked } from "../packed.ts";
import { allHitsText, FIRST_HITS, hitsText } from "../say.ts";

const PAUSE = 150;

const root = document.querySelector<HTMLElement>("#search")!;
const form = root.querySelector("form")!;
const field = root.querySelector("input")!;
const status = root.querySelector<HTMLElement>("[role=status]")!;
const list = root.querySelector("ol")!;
const none = root.querySelector<HTMLElement>("#none")!;
const more = root.querySelector<HTMLButtonElement>("#more")!;

let typing = 0;
const finder = open();
form.hidden = false;
read();

field.oninput = () => {
  clearTimeout(typing);
  typing = window.setTimeout(() => go(), PAUSE);
};
form.onsubmit = (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go();
};
addEventListener("popstate", read);

async function open(): Promise<Finder> {
  // The texts change with the site, their address does not.
  const response = await fetch(root.dataset.texts!, { cache: "no-cache" });
  if (!response.ok) throw new Error(String(response.status));
  const bytes = await unzipped(await response.arrayBuffer());
  const file: PackedIndex = JSON.parse(new TextDecoder().decode(bytes));
  return Finder.of(unpacked(file));
}

function read(): void {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
}

/** One address for what is typed, so that it can be sent on and gone back to. */
function go(): void {
  const words = field.value.trim();
  const address = words === "" ? location.pathname : `?${new URLSearchParams({ q: words })}`;
  history.replaceState(null, "", address);
  show();
}

async function show(): Promise<void> {
  const words = field.value.trim();
  let found: SearchResult;
  try {
    const open = await finder;
    // Something else has been typed meanwhile.
    if (words !== field.value.trim()) return;
    found = open.look(words);
  } catch {
    form.hidden = true;
    status.textContent = "没有取到各页的文字，现在不能查找。刷新网页可以再试，下面的词都可以点。";
    return;
  }
  const { hits } = found;
  status.textContent = hitsText(words, found);
  none.hidden = words === "" || hits.length > 0;
  list.replaceChildren(...hits.slice(0, FIRST_HITS).map(itemOf));
  more.hidden = hits.length <= FIRST_HITS;
  more.textContent = allHitsText(hits.length);
  more.onclick = () => {
    const rest = hits.slice(FIRST_HITS).map(itemOf);
    list.append(...rest);
    more.hidden = true;
    rest[0]?.querySelector("a")?.focus();
  };
  root.dataset.shown = words;
}

function itemOf({ href, title, excerpt }: Hit): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const text = document.createElement("p");
  link.href = `../${href}`;
  link.textContent = title;
  for (const [i, part] of excerpt.entries()) {
    const node = i % 2 === 1 ? document.createElement("mark") : document.createElement("span");
    node.textContent = part;
    text.append(node);
  }
  item.append(link, text);
  return item;
}
