import { useTranslation } from 'react-i18next';

/** The first thing a keyboard reaches: past the navigation, to the page. */
export function SkipLink() {
  const { t } = useTranslation('shell');
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-control border border-transparent bg-primary px-4 py-3 font-bold text-on-primary focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
    >
      {t('skip')}
    </a>
  );
}
