import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#libs/whatsapp';
import { ALL_CLASSES, effectsOf } from './error-effects.js';
import { renderErrorTables } from './error-table.js';

describe(effectsOf, () => {
  it('lets trouble of quality stop bulk, slow transactional, and nothing else', () => {
    expect(effectsOf('S').number).toBe(
      'bulk held for 15 min, transactional at a tenth of the pace; alerts and replies go on',
    );
  });

  it('lets the pace slow the number down, hold nothing and tell nobody', () => {
    expect(effectsOf('P', 130429)).toEqual({
      message: 'keeps its place; then waits 1 s, 2 s, 4 s, 8 s, 16 s, 32 s, 1 min; no try is used up',
      number: 'half the rate, which recovers within ten seconds',
      template: '–',
      agency: '–',
    });
  });

  it('lets trouble of a template stop that template alone, and trouble of a number that number alone', () => {
    expect(effectsOf('C', 132015)).toMatchObject({ number: '–', template: 'held for 10 min' });
    expect(effectsOf('C', 133010)).toMatchObject({ number: 'held for 10 min', template: '–' });
  });

  it('holds nothing for what is wrong with one message or unwanted by one person', () => {
    for (const one of ['M', 'R', 'T', 'N', 'D', 'Q'] as const) {
      expect(effectsOf(one)).toMatchObject({ number: '–', template: '–' });
    }
  });

  it('tells the agency of all that waits for somebody', () => {
    const told = ALL_CLASSES.filter((one) => effectsOf(one).agency.startsWith('told'));
    expect(told.sort()).toEqual(['A', 'C', 'S']);
  });
});

describe(renderErrorTables, () => {
  it('has a row for every class and every code', () => {
    const text = renderErrorTables();
    for (const code of ERROR_CODES.keys()) expect(text).toMatch(new RegExp(`^\\| ${code} +\\| `, 'm'));
    for (const one of ALL_CLASSES) expect(text).toMatch(new RegExp(`^\\| ${one} +\\| `, 'm'));
    expect(text).toMatch(/^\| 200–299 +\| API permission +\| A /m);
  });
});
