/** In which year a matter was accepted: what goes on from an earlier one was counted as accepted there. */
import { type Derived, dayOf } from "./define.ts";
import { sqlCase, sqlText } from "./sql.ts";

export const ACCEPTED_IN_YEAR = "本年受理";
export const ACCEPTED_BEFORE = "往年受理";

export const ACCEPTANCE: Derived = {
  label: "受理年度",
  type: "word",
  words: [ACCEPTED_IN_YEAR, ACCEPTED_BEFORE],
  from: ["accepted_on"],
  value: (values, asOf) => {
    const accepted = dayOf(values, "accepted_on");
    if (accepted === null) return null;
    return accepted < `${asOf.slice(0, 4)}-01-01` ? ACCEPTED_BEFORE : ACCEPTED_IN_YEAR;
  },
  sql: (_, asOf) =>
    sqlCase([
      [`accepted_on < '${asOf.slice(0, 4)}-01-01'`, sqlText(ACCEPTED_BEFORE)],
      ["accepted_on IS NOT NULL", sqlText(ACCEPTED_IN_YEAR)],
    ]),
};
