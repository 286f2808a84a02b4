import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,server,client,cli,lexicon,scripts,training}/**/*.test.ts', 'test/unit/**/*.test.ts'],
    globalSetup: ['test/unit/build-lexicon.mjs'],
    // Machines that do other work meanwhile take their time; what hangs is still found.
    testTimeout: 20_000,
  },
});
