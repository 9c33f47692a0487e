import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    // Vitest would leave one of two processors idle.
    maxWorkers: 2,
    // Builds a site for the tests that ask for one, by built("real") or built("demo").
    globalSetup: ["tests/support/builder.ts"],
    env: { TZ: "UTC" },
    // Child processes and browsers on a small machine that runs several test files at once.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
