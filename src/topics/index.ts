import { casesTopic } from "./cases.ts";
import { complaintsTopic } from "./complaints.ts";
import type { Topic } from "./define.ts";
import { litigationTopic } from "./litigation.ts";
import { publicityTopic } from "./publicity.ts";
import { supervisionTopic } from "./supervision.ts";

/** Every topic page, in the order of the navigation; a new one is one file and one line here. */
export const topics: readonly Topic[] = [
  casesTopic,
  litigationTopic,
  publicityTopic,
  complaintsTopic,
  supervisionTopic,
];

export type { Topic } from "./define.ts";
