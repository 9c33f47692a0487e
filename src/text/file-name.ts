/** A text as part of a file's name: letters and digits of any script, nothing that a system or a shell reads. */
export function nameText(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]+/gu, "")].slice(0, 40).join("");
}
