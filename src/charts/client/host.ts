/**
 * In somebody's article: gives the frames of charts the height of their content, and makes frames of
 * <chart-embed src>, where only those are allowed. Published as public/embed/v2/embed.js, minified;
 * articles name its hash, so that file never changes: another one is v3.
 */
export {};

interface Global {
  /** What the addresses of charts begin with: one a site whose script is on the page. */
  chartEmbeds?: string[];
}

const page = window as Global;
page.chartEmbeds ??= [];
const bases = page.chartEmbeds;
const base = new URL("../", (document.currentScript as HTMLScriptElement).src).href;
const isOurs = (src: string) => bases.some((one) => src.startsWith(one));
const all = <E extends Element>(name: string) => [...document.querySelectorAll<E>(name)];
const frames = () => all<HTMLIFrameElement>("iframe").filter(({ src }) => isOurs(src));

/** Whoever spoke before we listened speaks again. */
const ask = () => {
  for (const one of all<HTMLElement & { show?: () => void }>("chart-embed")) one.show?.();
  for (const one of frames()) one.contentWindow?.postMessage("chart-height", "*");
};

const isNew = !bases.includes(base);
// The first script serves all sites; of another it needs the address only.
if (isNew && bases.push(base) > 1) ask();
else if (isNew) {
  const heights = new Map<HTMLIFrameElement, number>();
  let waits = 0;
  const apply = () => {
    for (const [{ style }, height] of heights) {
      const set = (name: string, value: string) => style.setProperty(name, value, "important");
      set("box-sizing", "content-box");
      set("min-height", "0");
      set("max-height", "none");
      set("height", `${height}px`);
    }
    heights.clear();
  };

  addEventListener("message", ({ source, origin, data }) => {
    const height = data?.["chart-height"];
    if (!Number.isFinite(height) || height < 20 || height > 9999) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const { sandbox, src } = frame;
    const isOpaque = sandbox.length > 0 && !sandbox.contains("allow-same-origin");
    if (origin !== (isOpaque ? "null" : new URL(src).origin)) return;
    heights.set(frame, Math.ceil(height));
    // However many come: ten times a second, the last one holds.
    if (waits) return;
    apply();
    waits = window.setTimeout(() => {
      waits = 0;
      apply();
    }, 100);
  });

  customElements.define(
    "chart-embed",
    class extends HTMLElement {
      static get observedAttributes() {
        return ["src"];
      }
      attributeChangedCallback() {
        this.show();
      }
      /** Its frame takes the place of the picture that it holds; the caption stays. */
      show() {
        const frame = this.querySelector("iframe") || document.createElement("iframe");
        const { href } = new URL(`${this.getAttribute("src")}`, document.baseURI);
        if (!isOurs(href) || frame.src === href) return;
        this.style.display = "block";
        frame.title = this.title;
        frame.style.cssText = "border:0;width:100%;height:30em;color-scheme:light";
        frame.src = href;
        this.querySelector("a > img")?.parentElement?.remove();
        this.prepend(frame);
      }
    },
  );
  ask();
}
