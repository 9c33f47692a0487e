/** What a reader would see wrong on an open page. Each function runs inside the browser, alone. */

/** Anything that makes a reader scroll sideways: the page itself, or a box within it. */
export function sidewaysScroll(): string[] {
  const root = document.documentElement;
  const found: string[] = [];
  const name = (node: Element) =>
    `<${node.tagName.toLowerCase()} ${node.className}> “${(node.textContent ?? "").trim().slice(0, 20)}”`;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(
      (node) => node.getBoundingClientRect().right > root.clientWidth + 1,
    );
    found.push(
      `page ${root.scrollWidth} > ${root.clientWidth}: ${wide.slice(0, 3).map(name).join(", ")}`,
    );
  }
  for (const box of document.body.querySelectorAll("*")) {
    if (box.closest("svg") || box.clientWidth === 0) continue;
    const { overflowX } = getComputedStyle(box);
    if (overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1)
      found.push(`box ${box.scrollWidth} > ${box.clientWidth}: ${name(box)}`);
  }
  return found;
}

/** Texts that touch each other, and in drawings also: too small, cut off, on a filled mark. */
export function textFaults(): { texts: number; drawn: number; faults: string[] } {
  interface Text {
    text: string;
    x1: number;
    x2: number;
    y1: number;
    y2: number;
    svg: Element | null;
  }
  const texts: Text[] = [];
  const faults: string[] = [];
  // The em box: the line box of a Chinese font is half as high again.
  const add = (rect: DOMRect, size: number, text: string, svg: Element | null) => {
    const middle = (rect.top + rect.bottom) / 2;
    texts.push({
      text: text.trim().slice(0, 24),
      x1: rect.left + 0.5,
      x2: rect.right - 0.5,
      y1: middle - size * 0.42,
      y2: middle + size * 0.42,
      svg,
    });
  };
  // What is kept at the window's lower edge covers text by design: it has a ground of its own.
  const kept = [...document.body.querySelectorAll("*")].filter((node) => {
    const { position, bottom } = getComputedStyle(node);
    return position === "sticky" && bottom !== "auto";
  });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest("svg") || !node.nodeValue?.trim()) continue;
    if (kept.some((one) => one.contains(parent))) continue;
    // Closed <details> keep boxes for text that nobody sees.
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(parent);
    const range = document.createRange();
    range.selectNodeContents(node);
    // What is scrolled out of its own box is not seen.
    const { bottom } = parent.closest("pre")?.getBoundingClientRect() ?? { bottom: Infinity };
    for (const rect of range.getClientRects()) {
      if (rect.width > 1 && rect.right > 0 && rect.bottom < bottom)
        add(rect, Number.parseFloat(style.fontSize), node.nodeValue, null);
    }
  }
  let drawn = 0;
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const scale = frame.width / svg.viewBox.baseVal.width;
    const labels: Text[] = [];
    for (const label of svg.querySelectorAll("text")) {
      const text = label.textContent ?? "";
      const size = Number.parseFloat(getComputedStyle(label).fontSize) * scale;
      const rect = label.getBoundingClientRect();
      add(rect, size, text, svg);
      labels.push(texts.at(-1)!);
      drawn++;
      if (size < 12) faults.push(`“${text}” is ${size.toFixed(1)} px`);
      if (/…|\.\.\./.test(text)) faults.push(`“${text}” is shortened`);
      const box = texts.at(-1)!;
      if (
        box.x1 < frame.left - 1 ||
        box.x2 > frame.right + 1 ||
        box.y1 < frame.top - 1 ||
        box.y2 > frame.bottom + 1
      )
        faults.push(
          `“${text}” leaves its drawing: ${[box.x1 - frame.left, frame.right - box.x2, box.y1 - frame.top, frame.bottom - box.y2].map(Math.round)}`,
        );
    }
    for (const mark of svg.querySelectorAll("rect, path")) {
      const { fill } = getComputedStyle(mark);
      const rect = mark.getBoundingClientRect();
      if (fill === "none" || rect.width === 0) continue;
      for (const { text, x1, x2, y1, y2 } of labels) {
        const apart =
          x1 >= rect.right - 1 ||
          x2 <= rect.left + 1 ||
          y1 >= rect.bottom - 1 ||
          y2 <= rect.top + 1;
        // A cell holds its value whole: that is meant.
        const within = x1 >= rect.left && x2 <= rect.right && y1 >= rect.top && y2 <= rect.bottom;
        if (!apart && !within) faults.push(`“${text}” lies on a mark`);
      }
    }
  }
  texts.sort((a, b) => a.y1 - b.y1);
  texts.forEach((a, i) => {
    for (let j = i + 1; j < texts.length && texts[j]!.y1 < a.y2 - 1; j++) {
      const b = texts[j]!;
      if (a.x1 < b.x2 - 1 && b.x1 < a.x2 - 1) faults.push(`“${a.text}” touches “${b.text}”`);
    }
  });
  return { texts: texts.length, drawn, faults };
}

/** Targets lower than 44 px that are no words of a sentence. */
export function smallTargets(): { targets: number; small: string[] } {
  const targets = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((target) => target.getClientRects().length > 0 && !target.matches(".skip"));
  const small = targets.filter((target) => {
    const { height } = target.getBoundingClientRect();
    if (height >= 43.5) return false;
    const block = target.closest("p, li, dd, td, caption, figcaption");
    const rest = block?.cloneNode(true) as Element | undefined;
    for (const link of rest?.querySelectorAll("a") ?? []) link.remove();
    return !/\p{Script=Han}{2}/u.test(rest?.textContent ?? "");
  });
  return {
    targets: targets.length,
    small: small.map(
      (target) =>
        `${Math.round(target.getBoundingClientRect().height)} px: “${(target.textContent ?? "").trim().slice(0, 20)}” in <${target.parentElement?.tagName.toLowerCase()} ${target.parentElement?.className}>`,
    ),
  };
}

/**
 * Contrast of what carries meaning, as the browser has computed the colours: against the page, of
 * words on a mark against the mark. Not of rules, nor of a scale's steps: their values stand on them.
 */
export function weakColours(): { looked: number; weak: string[] } {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((n) => {
      const part = n / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const probe = document.body.appendChild(document.createElement("i"));
  const [rule, ...steps] = ["rule", "seq-1", "seq-2", "seq-3", "seq-4", "seq-5"].map((name) => {
    probe.style.color = `var(--${name})`;
    probe.style.forcedColorAdjust = "none";
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const weak = new Set<string>();
  let looked = 0;
  const check = (colour: string, least: number, what: string, ground = paper) => {
    if (colour === "none" || /, 0\)$/.test(colour)) return;
    looked++;
    const [high, low] = [luminance(colour), luminance(ground)].sort((a, b) => b - a) as [
      number,
      number,
    ];
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < least) weak.add(`${what} ${colour}: ${contrast.toFixed(1)}`);
  };
  for (const node of document.querySelectorAll(
    "p, a, th, td, li, h1, h2, h3, dt, dd, small, i, b",
  )) {
    if (node.getClientRects().length > 0 && !node.matches(".skip"))
      check(getComputedStyle(node).color, 4.5, node.tagName);
  }
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.getClientRects().length === 0) continue;
    const marks = [...svg.querySelectorAll("rect, path, line")].map((node) => {
      const { fill, stroke } = getComputedStyle(node);
      if (!steps.includes(fill)) check(fill, 3, "mark");
      if (stroke !== rule) check(stroke, 3, "line");
      return { fill, box: node.getBoundingClientRect() };
    });
    for (const node of svg.querySelectorAll("text, tspan")) {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const under = marks.findLast(
        ({ fill, box }) =>
          fill !== "none" && x > box.left && x < box.right && y > box.top && y < box.bottom,
      );
      check(getComputedStyle(node).fill, 4.5, "svg text", under?.fill);
    }
  }
  return { looked, weak: [...weak] };
}

/** Numbers of headings that a line's end parts between two digits. */
export function cutNumbers(): string[] {
  const faults: string[] = [];
  const range = document.createRange();
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4, .said)")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: number, index } of (node.nodeValue ?? "").matchAll(/\d[\d,.]*\d/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + number.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1)
          faults.push(`“${heading.textContent?.trim().slice(0, 30)}”: ${number} is cut`);
      }
    }
  }
  return faults;
}

/** Lines that begin with what closes a phrase, and texts of which one character stands alone below. */
export function lineFaults(): string[] {
  const faults: string[] = [];
  const range = document.createRange();
  for (const block of document.querySelectorAll<HTMLElement>(
    "main :is(h1, h2, h3, h4, p, li, dd, dt, th, td, caption, summary), footer p",
  )) {
    if (!block.checkVisibility({ visibilityProperty: true }) || block.closest("svg")) continue;
    if (block.querySelector("p, li, dd, th, td, table, ul") || block.matches(".hero")) continue;
    const lines: { y: number; text: string }[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      for (let i = 0; i < text.length; i++) {
        if (/[\s\u200b]/.test(text[i]!)) continue;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) continue;
        const middle = (box.top + box.bottom) / 2;
        const last = lines.at(-1);
        if (last && Math.abs(last.y - middle) < box.height / 2) last.text += text[i];
        else lines.push({ y: middle, text: text[i]! });
      }
    }
    const where = `<${block.tagName.toLowerCase()}> “${(block.textContent ?? "").trim().slice(0, 30)}”`;
    for (const { text } of lines.slice(1))
      if (/^[、；？，。：！）”’》]/.test(text))
        faults.push(`${where}: a line begins “${text.slice(0, 6)}”`);
    const end = lines.at(-1)?.text ?? "";
    if (lines.length > 1 && /^\p{Script=Han}?[？。！，；）”]*$/u.test(end))
      faults.push(`${where}: “${end}” alone`);
  }
  return faults;
}

/** Words of headings, notes and subtitles that a line's end parts. */
export function cutWords(): { looked: number; cut: string[] } {
  const cut: string[] = [];
  let looked = 0;
  const range = document.createRange();
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  for (const block of document.querySelectorAll(".w")) {
    if (!block.checkVisibility({ visibilityProperty: true })) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { segment, index } of segmenter.segment(node.nodeValue ?? "")) {
        if (!/^\p{Script=Han}{2,4}$/u.test(segment)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        looked++;
        if (tops.size > 1) cut.push(`“${block.textContent?.trim().slice(0, 30)}”: ${segment}`);
      }
    }
  }
  return { looked, cut };
}
