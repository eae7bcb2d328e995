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

/**
 * What a window of Chromium does beside showing a page: the panes below its address bar are three more pages, which load
 * as long as a page of the console, and a process waits for a tab that nobody opens. Chromium takes the last such list
 * only, so what playwright switches off by its own is named again.
 */
const SWITCHED_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
];

export function launchBrowser(): Promise<Browser> {
  // A kiosk has no bar above the page that would be painted at each step.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--kiosk', `--disable-features=${SWITCHED_OFF.join()}`];
  return chromium.launch({ executablePath: chromiumPath(), args });
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
