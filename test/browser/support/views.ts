import { SeededRandom } from '../../chaos/seeded-random.js';
import type { View } from './browser.js';

type WholeView = Required<View>;

const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'fr', 'ar', 'pt'] as const;
/** A telephone, the narrowest that must fit; a tablet; the width at which everything stands side by side. */
const WIDTHS = [320, 768, 1280] as const;

/** Every look of a page there is. The full run shows every page in each. */
export const EVERY_VIEW: readonly WholeView[] = THEMES.flatMap((theme) =>
  LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ theme, language, width }))),
);

/** Another number shows the pages in other looks; the same one, in the same. */
export const VIEW_SEED = Number(process.env['TEST_SEED'] ?? 1);

export const pairsOf = ({ theme, language, width }: WholeView): string[] => [
  `${theme} ${language}`,
  `${language} ${width}`,
  `${theme} ${width}`,
];

/**
 * One look after the other, without end, each time the one that shows the most pairs of theme, language and width that
 * were not seen yet: two things go wrong together far more often than three.
 */
export function* viewsInTurn(seed: number): Generator<WholeView, never> {
  const random = new SeededRandom(seed);
  for (;;) {
    const shuffled = EVERY_VIEW.map((view) => ({ view, at: random.next() })).sort((a, b) => a.at - b.at);
    yield* inOrderOfNews(shuffled.map(({ view }) => view));
  }
}

function* inOrderOfNews(views: WholeView[]): Generator<WholeView> {
  const seen = new Set<string>();
  while (views.length > 0) {
    const news = views.map((view) => pairsOf(view).filter((pair) => !seen.has(pair)).length);
    const [next] = views.splice(news.indexOf(Math.max(...news)), 1) as [WholeView];
    for (const pair of pairsOf(next)) seen.add(pair);
    yield next;
  }
}

export const labelOf = ({ language, theme, width }: WholeView): string => `${language}-${theme}-${width}`;
