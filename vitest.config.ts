import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    // Vitest would leave one of two processors idle.
    maxWorkers: 2,
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
