import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    // Builds data/ once; tests get the folder by inject("site").
    globalSetup: ["tests/support/build.ts"],
    env: { TZ: "UTC" },
    // Child processes and browsers on a small machine that runs several test files at once.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
