import type { Page } from 'playwright-core';

/** Goes to another page as a link of the console does, without loading the console again. */
export async function glide(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const { history, dispatchEvent, PopStateEvent } = globalThis as unknown as {
      history: { state: { idx?: number } | null; pushState(state: object, title: string, to: string): void };
      dispatchEvent(event: object): void;
      PopStateEvent: new (type: string, init: object) => object;
    };
    const state = { ...history.state, idx: (history.state?.idx ?? 0) + 1, key: to };
    history.pushState(state, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  }, path);
}
