import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begun last, one of these would leave the other worker with nothing to do; the first waits for the sites. */
const LONGEST = ["pages", "disclosure", "explore", "cube", "embeds", "protect", "html", "forms"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    // Vitest would leave one of two processors idle.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // No module of ours keeps what a test does: each is loaded once a worker, not once a file.
    isolate: false,
    // Builds a site for the tests that ask for one, by built("real") or built("demo").
    globalSetup: ["tests/support/builder.ts"],
    env: { TZ: "UTC" },
    // Ends what hangs, on the slowest machine; how long anything takes is a benchmark's to say.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
