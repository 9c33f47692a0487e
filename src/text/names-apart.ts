/** A bureau's name and the year of its report are two: together they may be longer than a line. */
export function namesApart(text: string): string[] {
  return text.split(/(?<=[^（\s])(?=\d{4}年)/u);
}
