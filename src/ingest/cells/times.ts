/** The time that stands behind a day. */
import { failed, type Parsed } from "./parsed.ts";

export interface Time {
  /** Since midnight. */
  minutes: number;
  /** Minutes ahead of UTC; null where no time zone is written. */
  zone: number | null;
}

/** 16:00, 16:00:00.000; behind it Z, UTC, +0800, +08:00, +08. */
export function parseTime(clock: string, zone: string | undefined): Parsed<Time> {
  const [hours = 0, minutes = 0, seconds = 0] = clock.replace(",", ".").split(":").map(Number);
  if (hours === 24 && minutes === 0 && seconds === 0) {
    return failed(
      "date-ambiguous",
      "24点是这一天的末了，也是第二天的开头，分不清算哪一天",
      "只写日期，例如 2023-01-05",
    );
  }
  if (hours > 23 || minutes > 59 || seconds >= 61) {
    return failed(
      "date-impossible",
      "钟表上没有这个时间",
      "核对后改正，或只写日期，例如 2023-01-05",
    );
  }
  const ahead = zone === undefined ? null : minutesAhead(zone);
  if (ahead !== null && Math.abs(ahead) > FARTHEST) {
    return failed("date-impossible", "没有这个时区", "核对后改成北京时间，例如 2023-01-05");
  }
  return { ok: true, value: { minutes: hours * 60 + minutes, zone: ahead } };
}
const FARTHEST = 14 * 60;

function minutesAhead(zone: string): number {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}
