import { Contrast } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, PopoverPanel, Skeleton } from '../kit/index.js';

const LookChoices = lazy(async () => ({ default: (await import('./look-choices.js')).LookChoices }));

/** The button for language and appearance; what it opens is loaded then. */
export function LookMenu() {
  const { t } = useTranslation('shell');
  return (
    <PopoverPanel label={t('look.title')} button={<Button kind="quiet" icon={Contrast} aria-label={t('look.title')} />}>
      <Suspense fallback={<Skeleton />}>
        <LookChoices />
      </Suspense>
    </PopoverPanel>
  );
}
