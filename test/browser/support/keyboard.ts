import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually.js';

interface Focus {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly isBody: boolean;
  /** Whether an outline shows where one is. */
  readonly isShown: boolean;
  readonly isInWindow: boolean;
}

/** Enough for the longest page: what cannot be reached in so many steps cannot be reached. */
const MOST_STEPS = 150;

/** As a string: it runs in the page. The outline of a box that is drawn by hand stands on its label or beside the input. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const texts = (ids) => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const name = at.getAttribute('aria-label') || texts(at.getAttribute('aria-labelledby')) ||
    [...(at.labels ?? [])].map((label) => label.textContent).join(' ') || at.textContent || '';
  const label = at.closest('label');
  const places = [at, at.parentElement, label, ...(label?.querySelectorAll('*') ?? [])].filter(Boolean);
  const isShown = places.some((place) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(place);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return { name: name.replace(/\\s+/g, ' ').trim(), isBody: at === document.body, isShown, isInWindow };
})()`;

/** Somebody without a mouse: keys only, and eyes for where the focus is. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  focus(): Promise<Focus> {
    return this.page.evaluate<Focus>(FOCUS);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Steps on until it stands on what is called so; each stop on the way is to be seen. */
  async tabTo(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    const isThere = (found: string) => (typeof name === 'string' ? found.startsWith(name) : name.test(found));
    for (let step = 0; step < MOST_STEPS; step++) {
      await this.press('Tab');
      const focus = await this.focus();
      // The browser's own bar stands between the end of a page and its beginning.
      if (focus.isBody) continue;
      expect(focus, `the focus on ${focus.name}`).toMatchObject({ isShown: true, isInWindow: true });
      if (isThere(focus.name)) return;
      passed.push(focus.name);
    }
    throw new Error(`${name} cannot be reached by Tab; on the way: ${[...new Set(passed)].join(' | ')}`);
  }

  async tabAndPress(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.tabTo(name);
    await this.press(key);
  }

  async tabAndType(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.type(text);
  }

  /** A new page, or an open palette, takes the focus by itself. */
  async standsOn(selector: string): Promise<void> {
    const matches = `document.activeElement.matches(${JSON.stringify(selector)})`;
    await eventually(async () => expect(await this.page.evaluate(matches), `the focus on ${selector}`).toBe(true));
  }

  /** After something has closed or gone: the focus stands somewhere, or is given a place within a moment. */
  async keepsFocus(): Promise<void> {
    await eventually(async () => expect((await this.focus()).isBody, 'the focus is lost').toBe(false), 5_000);
  }
}
