import { isLanguage, type Language } from '../i18n/languages.js';

/** What the page looks like before the server has said who is there. */
export interface Look {
  theme?: 'system' | 'light' | 'dark';
  density?: 'regular' | 'compact';
  language?: Language;
}

const KEY = 'belfry.look';

export function keptLook(): Look {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Look;
    return kept.language && !isLanguage(kept.language) ? { ...kept, language: undefined } : kept;
  } catch {
    return {};
  }
}

function applyLook({ theme, density }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  else delete dataset['theme'];
  if (density === 'compact') dataset['density'] = 'compact';
  else delete dataset['density'];
}

/** Shows a choice at once and keeps it in this browser. */
export function changeLook(change: Look): Look {
  const look = { ...keptLook(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // A browser that keeps nothing still shows it.
  }
  applyLook(look);
  return look;
}
