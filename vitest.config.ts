import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Exactly this list: vitest hands it to every package, and more conditions make `pg` load twice.
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{apps,libs}/**/*.spec.ts'], setupFiles: ['reflect-metadata'] } },
    ],
  },
});
