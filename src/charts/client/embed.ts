/**
 * In an embed: the scheme that its address asks for (?theme=dark, ?theme=auto, ?transparent), and its
 * height for the page around it, in the dialects that newsrooms' pages already understand: our own,
 * Datawrapper's, AMP's, WordPress', pym's. Alone in a window it says nothing.
 */
export {};

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const theme = asked.get("theme");
if (theme === "dark" || theme === "auto") root.classList.add(theme);
if (asked.has("transparent")) root.classList.add("clear");

if (parent !== self) {
  const id = /\/([a-z][^/]*)\/(?:\d{4}\/)?(?:index\.html)?$/.exec(location.pathname)?.[1] ?? "";
  const secret = /secret=(\w+)/.exec(location.hash)?.[1];
  const child = asked.get("childId");
  const say = (words: unknown) => parent.postMessage(words, "*");
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    // Where nobody sees it, it has no height of its own.
    if (!innerWidth || !height) return;
    say({
      "chart-height": height,
      "datawrapper-height": { [id]: height },
      sentinel: "amp",
      type: "embed-size",
      height,
    });
    if (secret) say({ secret, message: "height", value: height });
    if (child) say(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
  };
  new ResizeObserver(tell).observe(root);
  // In a frame that is not on the screen yet observers sleep.
  for (const event of ["load", "resize"]) addEventListener(event, tell);
  // WordPress frames us so that no link opens a window: its page goes there itself.
  if (secret && self.origin === "null")
    addEventListener("click", ({ target }) => {
      const link = (target as Element).closest("a");
      if (link) say({ secret, message: "link", value: link.href });
    });
  // Whoever listens later than we spoke asks.
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data === "chart-height") tell();
  });
}
