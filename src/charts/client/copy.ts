/**
 * On a chart's page: its own address in the codes, where the site does not know it, and a button at each
 * text that is copied. Without script the texts are there to select.
 */
export {};

const script = document.currentScript as HTMLScriptElement;
const { unknown = "", root = "" } = script.dataset;
const base = new URL(root, location.href).href;
const isOnline = location.protocol.startsWith("http");

if (isOnline && unknown) {
  for (const text of document.querySelectorAll(".copy, .how"))
    text.textContent = (text.textContent ?? "").replaceAll(unknown, base);
  document.querySelector(".unknown")?.remove();
}

for (const text of document.querySelectorAll<HTMLElement>(".copy")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "复制";
  button.addEventListener("click", () => {
    button.textContent = copied(text) ? "已复制" : "请按 Ctrl+C";
    setTimeout(() => {
      button.textContent = "复制";
    }, 3000);
  });
  text.after(button);
}

/** By the selection: it works without HTTPS too, and leaves the text selected where it fails. */
function copied(text: HTMLElement): boolean {
  const words = text.textContent ?? "";
  const picture = text.dataset.picture?.replace(unknown || "\0", base);
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", words);
    if (picture) event.clipboardData?.setData("text/html", rich(picture, words));
  };
  getSelection()?.selectAllChildren(text);
  document.addEventListener("copy", take);
  const isDone = document.execCommand("copy");
  document.removeEventListener("copy", take);
  return isDone;
}

/** A page of A4 is so wide in Word, which leaves a picture as large as it is; its height follows. */
const COLUMN = 600;

/** The picture and each line as a paragraph; an address is a link. */
function rich(picture: string, words: string): string {
  const box = document.createElement("div");
  const image = document.createElement("img");
  image.src = picture;
  image.alt = words.split("\n")[0] ?? "";
  image.width = COLUMN;
  const add = (...parts: (Node | string)[]) => {
    const line = document.createElement("p");
    line.append(...parts);
    box.append(line);
  };
  add(image);
  for (const line of words.split("\n")) add(line.startsWith("http") ? linked(line) : line);
  return box.innerHTML;
}

function linked(address: string): Node {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  return link;
}
