import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Remembers the page as it is now. @returns a check that it was not loaded again since */
export async function rememberPage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate('window.isTheSamePage = true');
  return async () =>
    expect(await page.evaluate('window.isTheSamePage === true'), 'the page was loaded again').toBe(true);
}
