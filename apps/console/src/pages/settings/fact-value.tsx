import { useTranslation } from 'react-i18next';
import { Name, useLocaleTag } from '../../kit/index.js';
import type { Agency } from './fact-field.js';
import type { FactName } from './facts.js';
import { countryName, languageChoices } from './languages.js';

/** How a fact of an agency reads. */
export function FactValue({ fact, agency }: { fact: FactName; agency: Agency }) {
  const { t } = useTranslation('settings');
  const locale = useLocaleTag();
  const missing = <span className="text-muted">{t('notSet')}</span>;
  if (fact === 'name') return <Name>{agency.name}</Name>;
  if (fact === 'legal-name') return agency.legalName ? <Name>{agency.legalName}</Name> : missing;
  if (fact === 'country') return agency.country ? countryName(locale, agency.country) : missing;
  if (fact === 'time-zone') return <bdi>{agency.timeZone}</bdi>;
  if (fact === 'retention') return t('days', { count: agency.retentionDays });
  if (fact === 'email-domains')
    return agency.emailDomains.length > 0 ? <bdi>{agency.emailDomains.join(', ')}</bdi> : t('anyDomain');
  return languageChoices(locale, agency.defaultLanguage).find(({ value }) => value === agency.defaultLanguage)?.label;
}
