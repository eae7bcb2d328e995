import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where a person can look at them after a run. */
export const SCREENSHOTS = join(process.cwd(), 'test-results/screenshots');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Everything that went wrong in a page without anybody seeing it. */
export class PageWatch {
  private readonly seen: string[] = [];

  constructor(
    private readonly page: Page,
    /** Answers that the test itself provokes, such as a refused sign-in. */
    private readonly expected: readonly RegExp[] = [],
  ) {
    page.on('pageerror', this.hearError);
    page.on('console', this.hearConsole);
  }

  /** Before somebody else watches the same tab. */
  end(): void {
    this.page.off('pageerror', this.hearError);
    this.page.off('console', this.hearConsole);
  }

  private readonly hearError = (error: Error): void => {
    this.seen.push(`error: ${error.message}`);
  };

  private readonly hearConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') this.seen.push(`console: ${message.text()} (${message.location().url})`);
  };

  /** What was not expected so far. */
  get errors(): string[] {
    return this.seen.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }

  /** No error, no breach of the content security policy, nothing that axe calls serious, no sideways scroll. */
  async check(name: string): Promise<void> {
    await settled(this.page);
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
    expect(this.errors, name).toEqual([]);
    expect(await seriousViolations(this.page), name).toEqual([]);
    expect(await sidewaysScroll(this.page), `${name}: sideways scroll`).toBe(0);
    expect(await this.page.locator('h1').count(), `${name}: one h1`).toBe(1);
  }
}

/** Loaded, and no panel is busy any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('h1').first().waitFor({ state: 'visible' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function seriousViolations(page: Page): Promise<string[]> {
  // A page that changed without a reload still has it.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  // What react-aria reads out lives there for seconds, while what it names may already be gone.
  const context = JSON.stringify({ exclude: ['[data-live-announcer]'] });
  const options = JSON.stringify({ runOnly: { type: 'tag', values: STANDARDS }, resultTypes: ['violations'] });
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${context}, ${options}).then((done) => done.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
}

/** How many pixels the page is wider than its window. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}
