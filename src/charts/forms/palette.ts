/** The colours by what they mean: a drawing names one as var(--mark), the style sheets say which it is. */

export const LIGHT = {
  paper: "#fff",
  ink: "#1b1b1a",
  muted: "#595651",
  rule: "#cfccc4",
  line: "#85817a",
  link: "#1f4e79",
  visited: "#5a3d7a",
  mark: "#24588a",
  rest: "#8a867e",
  alert: "#a83214",
  "seq-1": "#dce6f0",
  "seq-2": "#a9c3dc",
  "seq-3": "#6795c0",
  "seq-4": "#3c70a3",
  "seq-5": "#1a4166",
} as const;

export type Colour = keyof typeof LIGHT;

export const DARK: Record<Colour, string> = {
  paper: "#161614",
  ink: "#eceae4",
  muted: "#b3afa6",
  rule: "#45423c",
  line: "#8b877e",
  link: "#9cc4ea",
  visited: "#c9b0e6",
  mark: "#7fb2e0",
  rest: "#8b877e",
  alert: "#f09a78",
  "seq-1": "#1f3142",
  "seq-2": "#2b4a69",
  "seq-3": "#3d688f",
  "seq-4": "#7fb2e0",
  "seq-5": "#cfe4f7",
};

/** On paper words and lines are grey, whatever the screen is; marks keep the colours of the light scheme. */
export const PAPER = {
  paper: LIGHT.paper,
  ink: "#000",
  muted: "#333",
  rule: "#aaa",
  line: "#666",
  link: "#000",
  visited: "#000",
  mark: LIGHT.mark,
  alert: LIGHT.alert,
} as const satisfies Partial<Record<Colour, string>>;

/** As declarations of a style sheet: --paper:#fff;--ink:#1b1b1a */
export function declared<C extends Colour>(
  colours: Readonly<Record<C, string>>,
  names = Object.keys(colours) as C[],
): string {
  return names.map((name) => `--${name}:${colours[name]}`).join(";");
}

/** Those of pictures that stand alone; `mark` is the bureau's own, where it has one. */
export function standaloneColours(mark: string): Readonly<Record<Colour, string>> {
  return mark ? { ...LIGHT, mark } : LIGHT;
}

/** A drawing with the colours themselves in the place of their names. */
export function inColours(svg: string, colours: Readonly<Record<Colour, string>>): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/var\(--([\w-]+)\)/g, (_, name: Colour) => colours[name]),
  );
}
