/**
 * What the rows of one dataset and year share across its files: the numbers already seen, the sums,
 * and the totals that people wrote under them.
 */
import type { Dataset, RowValues } from "../datasets/define.ts";
import type { Header, Matched } from "./header.ts";
import { cellName, type Problems } from "./problems.ts";
import { tidy } from "./text.ts";
import type { Quantity } from "./values.ts";

interface Place {
  file: string;
  row: number;
}

/** A sum whose true value may be larger, because a row is unknown, vague or suppressed. */
interface Sum {
  value: number;
  open: boolean;
}

interface StatedTotal {
  place: { file: string; cell: string; column: string; value: string };
  key: string;
  stated: number;
  /** Everything that it may be the sum of. */
  candidates: Sum[];
}

interface LastRow {
  place: Place;
  rowsAbove: number;
  above: Sum;
  count: Quantity | null | undefined;
  /** Where the count stands; undefined when the file has none. */
  index: number | undefined;
}

export class Ledger {
  readonly #dataset: Dataset;
  readonly #problems: Problems;
  readonly #keys = new Map<string, Place>();
  readonly #whole = new Map<string, Place>();
  readonly #year = new Sums();
  /** Of the file so far, without the section. */
  #file = new Sums();
  /** Since the last total row. */
  #section = new Sums();
  #last: LastRow | null = null;
  readonly #totals: { open: StatedTotal[]; done: StatedTotal[] } = { open: [], done: [] };
  #broken = false;

  constructor(dataset: Dataset, problems: Problems) {
    this.#dataset = dataset;
    this.#problems = problems;
  }

  /** A row with an error is in no sum: no total can be held against the others any more. */
  rowIsWrong(): void {
    this.#broken = true;
  }

  addRow(place: Place, cells: readonly string[], header: Header, values: RowValues): void {
    this.#last = {
      place,
      rowsAbove: this.#last ? this.#last.rowsAbove + 1 : 0,
      above: this.#file.of("count", this.#section),
      count: values.count as Quantity | null | undefined,
      index: header.numbers.find(({ key }) => key === "count")?.index,
    };
    for (const { key } of header.numbers) this.#section.add(key, values[key] as Quantity | null);
    this.#checkTwice(place, cells, header.columns, values);
  }

  /** A total row: what its numbers are the sum of may still stand below it. */
  addTotal({ file, row }: Place, cells: readonly string[], header: Header): void {
    for (const { index, key, column, read } of header.numbers) {
      const raw = cells[index] ?? "";
      const parsed = read(raw);
      const stated = parsed.ok ? (parsed.value as Quantity) : null;
      if (stated?.qualifier !== "exact" || stated.suppressed) continue;
      this.#totals.open.push({
        place: { file, cell: cellName(index, row), column: column.label, value: raw },
        key,
        stated: stated.value,
        candidates: [this.#section.of(key), this.#file.of(key, this.#section)],
      });
    }
    this.#file.addAll(this.#section);
    this.#section = new Sums();
  }

  endOfFile(): void {
    this.#suspectLast();
    for (const total of this.#totals.open) {
      const { key, candidates } = total;
      candidates.push(this.#section.of(key), this.#file.of(key, this.#section));
      this.#totals.done.push(total);
    }
    this.#totals.open = [];
    this.#year.addAll(this.#file);
    this.#year.addAll(this.#section);
    this.#file = new Sums();
    this.#section = new Sums();
    this.#last = null;
  }

  /** A last row that is the sum of all above may be a total that calls itself something else. */
  #suspectLast(): void {
    if (!this.#last || this.#totals.open.length > 0) return;
    const { place, rowsAbove, above, count, index } = this.#last;
    if (rowsAbove < 2 || above.open || above.value === 0 || index === undefined) return;
    if (count?.qualifier !== "exact" || count.value !== above.value) return;
    this.#problems.add({
      code: "total-row-suspected",
      file: place.file,
      cell: cellName(index, place.row),
      value: String(count.value),
      why: "这一行的件数正好等于上面各行之和，如果它就是合计，会重复计算一遍",
      mend: "是合计就删掉这一行，或在第一格写“合计”；确实是一类就不用改",
    });
  }

  /** After the last file: every total agrees with some sum, or is said to be wrong. */
  endOfYear(): void {
    if (this.#broken) return;
    for (const { place, key, stated, candidates } of this.#totals.done) {
      const sums = [...candidates, this.#year.of(key)];
      if (sums.some((sum) => isSum(stated, sum))) continue;
      const off = (sum: Sum) => Math.abs(stated - sum.value);
      const [near] = sums.filter(({ value }) => value > 0).sort((a, b) => off(a) - off(b));
      this.#problems.add({
        ...place,
        code: "total-row-mismatch",
        ...(near
          ? {
              why: `合计写${rounded(stated)}，各行相加是${rounded(near.value)}`,
              mend: "核对是漏了行还是合计写错，改好后再导出",
            }
          : {
              why: `合计写${rounded(stated)}，却没有一行可以相加`,
              mend: "补上各行；只有一个总数的，删去“合计”两个字，这一行就会计入",
            }),
      });
    }
  }

  #checkTwice(
    place: Place,
    cells: readonly string[],
    columns: readonly Matched[],
    values: RowValues,
  ): void {
    const parts = this.#dataset.key?.map((key) => values[key]);
    if (parts?.every((part) => part !== null && part !== undefined)) {
      const first = remember(this.#keys, parts.join("\u0000"), place);
      if (!first) return;
      const column = columns.find((matched) => matched.key === this.#dataset.key?.[0]);
      this.#problems.add({
        code: "key-duplicate",
        file: place.file,
        cell: cellName(column?.index ?? 0, place.row),
        column: column?.column.label ?? "",
        value: `${parts.join(" ")}，同${placeText(first, place)}`,
        why: "这个编号前面已经有了，同一件事会被算两次",
        mend: "删掉重复的一行，或改正编号",
      });
      return;
    }
    if (!columns.some((matched) => matched.key === "count")) return;
    const first = remember(this.#whole, cells.map(tidy).join("\u0000"), place);
    if (!first) return;
    this.#problems.add({
      code: "row-duplicate",
      file: place.file,
      cell: `第${place.row}行`,
      value: `同${placeText(first, place)}`,
      why: "与前面的一行完全相同，两行都会计入",
      mend: "如果是重复导出，删掉一行；确实是两件事就不用改",
    });
  }
}

/** Running sums of number columns. */
class Sums {
  readonly #sums = new Map<string, Sum>();

  add(key: string, value: Quantity | null): void {
    const exactly = value !== null && value.qualifier === "exact" && !value.suppressed;
    const certain = value === null || value.qualifier === "about" ? 0 : value.value;
    this.#plus(key, { value: certain, open: !exactly });
  }

  addAll(other: Sums): void {
    for (const [key, sum] of other.#sums) this.#plus(key, sum);
  }

  of(key: string, more = new Sums()): Sum {
    const [own, other] = [this.#sums.get(key), more.#sums.get(key)];
    return {
      value: (own?.value ?? 0) + (other?.value ?? 0),
      open: own?.open === true || other?.open === true,
    };
  }

  #plus(key: string, { value, open }: Sum): void {
    const sum = this.#sums.get(key);
    if (!sum) this.#sums.set(key, { value, open });
    else {
      sum.value += value;
      sum.open ||= open;
    }
  }
}

function isSum(stated: number, sum: Sum): boolean {
  return sum.open ? stated >= sum.value - 0.005 : Math.abs(stated - sum.value) < 0.005;
}

function remember(seen: Map<string, Place>, key: string, place: Place): Place | undefined {
  const first = seen.get(key);
  if (!first) seen.set(key, place);
  return first;
}

function placeText(first: Place, now: Place): string {
  return first.file === now.file ? `第${first.row}行` : ` ${first.file} 第${first.row}行`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
