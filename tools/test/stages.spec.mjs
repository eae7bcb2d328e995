import { describe, expect, it } from 'vitest';
import { needsBrowser, STAGES, selectStages } from './stages.mjs';

const namesOf = (stages) => stages.map(({ name }) => name);

describe('selectStages', () => {
  it('runs everything when nothing is named', () => {
    expect(selectStages(undefined)).toBe(STAGES);
  });

  it('takes a name that is no stage for a project of vitest', () => {
    const stages = selectStages(['format', 'unit', 'integration']);
    expect(namesOf(stages)).toEqual(['format', 'vitest']);
    expect(stages[1].command.slice(-4)).toEqual(['--project', 'unit', '--project', 'integration']);
  });

  it('leaves the tests out when only checks are named', () => {
    expect(namesOf(selectStages(['types', 'lint']))).toEqual(['lint', 'types']);
  });
});

it.each([
  [undefined, true],
  [['vitest'], true],
  [['unit', 'browser'], true],
  [['format', 'unit'], false],
])('knows whether %j needs a browser', (names, expected) => {
  expect(needsBrowser(names)).toBe(expected);
});
