import { defineConfig } from 'vitest/config';

export default defineConfig({
  // No test is about time; on a busy machine the usual five seconds would be one.
  test: { include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], testTimeout: 60_000 },
});
