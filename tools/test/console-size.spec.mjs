import { describe, expect, it } from 'vitest';
import { filesOf, overweight } from './console-size.mjs';

const MANIFEST = {
  'index.html': { file: 'index.js', css: ['index.css'], isEntry: true, imports: ['_kit.js'] },
  '_kit.js': { file: 'kit.js', imports: ['index.html'] },
  '_table.js': { file: 'table.js', imports: ['_kit.js'] },
  'src/pages/team/people.page.tsx': { file: 'people.js', imports: ['_table.js', 'index.html'] },
};

describe('the weight of the console', () => {
  it('counts what a chunk imports once, circles included', () => {
    expect([...filesOf(MANIFEST, 'index.html')].sort()).toEqual(['index.css', 'index.js', 'kit.js']);
  });

  it('counts for a page what it adds to what is there already', () => {
    const { rows } = overweight(MANIFEST, () => 10);
    expect(rows.map(({ kb }) => kb)).toEqual([20, 10, 20]);
  });

  it('names what is too heavy', () => {
    const { tooHeavy } = overweight(MANIFEST, (file) => (file === 'table.js' ? 50 : 1));
    expect(tooHeavy.map(({ name }) => name)).toEqual(['src/pages/team/people.page.tsx']);
  });
});
