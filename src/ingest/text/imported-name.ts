/** Whether a text is the name that an import gives a matter: a word of no language, and no number. */
export function isImportedName(text: string): boolean {
  return /^x[a-p]{16}$/.test(text);
}
