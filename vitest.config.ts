import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Tests assert behaviour, not speed: a busy machine must not fail them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
