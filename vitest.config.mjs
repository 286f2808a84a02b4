import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/unit/build-lexicon.mjs'],
    setupFiles: ['test/unit/properties.ts'],
    // Machines that do other work meanwhile take their time; what hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{core,server,client,cli,lexicon,scripts,training}/**/*.test.ts',
            'test/{unit,fuzz}/**/*.test.ts',
          ],
        },
      },
      // The whole command line, in processes of its own: too slow for every save.
      { extends: true, test: { name: 'program', include: ['test/program/**/*.test.ts'] } },
    ],
  },
});
