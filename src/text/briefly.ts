/** A tab of a browser shows little: of a long finding its first half. */
const LONG = 48;

export function briefly(finding: string): string {
  return finding.length > LONG ? finding.split("；")[0]! : finding;
}
