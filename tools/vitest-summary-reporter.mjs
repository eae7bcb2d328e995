import { writeFileSync } from 'node:fs';

const COUNTED = { passed: 'passed', failed: 'failed', skipped: 'skipped', pending: 'failed' };

/** Writes what a run came to (counts, time per file) as JSON to the path in BELFRY_TEST_SUMMARY. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const path = process.env.BELFRY_TEST_SUMMARY;
    if (!path) return;
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const testModule of modules) {
      for (const test of testModule.children.allTests()) counts[COUNTED[test.result().state]] += 1;
      // A file that could not be loaded has no tests to fail.
      counts.failed += testModule.errors().length;
      for (const suite of testModule.children.allSuites()) counts.failed += suite.errors().length;
    }
    const files = modules.map((testModule) => ({
      path: testModule.relativeModuleId,
      project: testModule.project.name,
      ms: Math.round(testModule.diagnostic().duration),
    }));
    writeFileSync(path, JSON.stringify({ ...counts, files }));
  }
}
