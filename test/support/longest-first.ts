import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that run for a minute or more. What starts last alone would keep one processor busy and the other idle. */
const LONGEST = ['kill-worker.e2e-spec.ts', 'console.browser-spec.ts', 'isolation.e2e-spec.ts'];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return place < 0 ? LONGEST.length : place;
};

/** The order of vitest's own, with the longest files before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
