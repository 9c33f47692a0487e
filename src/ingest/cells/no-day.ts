/** Days that systems write where there is none: the first or last one that they know. */
const NO_DAYS = new Set([
  "0000-00-00",
  "0000-01-01",
  "0001-01-01",
  "0001-01-03",
  "1000-01-01",
  "1601-01-01",
  "1753-01-01",
  "1899-12-30",
  "1899-12-31",
  "1900-01-00",
  "1900-01-01",
  "1904-01-01",
  "1969-12-31",
  "1970-01-01",
  "1980-01-01",
  "2099-12-31",
  "2999-12-31",
  "9999-12-31",
]);

export function isNoDay(iso: string): boolean {
  return NO_DAYS.has(iso);
}
