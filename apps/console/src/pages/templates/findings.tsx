import { useTranslation } from 'react-i18next';
import type { Finding } from './types.js';
import { useFindingWords } from './use-finding-words.js';

/** Everything that was found, also what stands at no field. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('templates');
  const words = useFindingWords();
  if (findings.length === 0) return <p className="text-muted">{t('nothingFound')}</p>;
  return (
    <ul className="grid gap-2">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.place} ${JSON.stringify(finding.values)}`}>
          <strong className={finding.severity === 'error' ? 'text-bad' : 'text-warn'}>
            {t(`severity.${finding.severity}`)}
          </strong>{' '}
          {words(finding)}
        </li>
      ))}
    </ul>
  );
}
