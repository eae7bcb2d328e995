import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/setup/chromium.mjs';

/** What a person looks at the console with. */
export interface View {
  readonly language?: 'en' | 'fr' | 'ar' | 'pt';
  readonly theme?: 'light' | 'dark';
  /** Pixels; 320 is the narrowest that every page must fit (WCAG 1.4.10). */
  readonly width?: number;
}

export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error('no Chromium found: install it, or set CHROMIUM_PATH');
  return path;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A person's browser of their own: nothing is shared with another one. */
export async function openBrowser(browser: Browser, view: View = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1280, height: 900 },
    colorScheme: view.theme ?? 'light',
    locale: view.language ?? 'en',
    reducedMotion: 'reduce',
  });
  return { context, page: await context.newPage() };
}
