import { useTranslation } from 'react-i18next';
import { loadArea } from '../../i18n/i18n.js';
import { EntriesView } from '../audit/entries-view.js';

// The log speaks with the words of the agencies' log, which are of another area than this page.
await loadArea('audit');

/** The compliance log of the platform itself. */
export default function PlatformAuditPage() {
  const { t } = useTranslation('audit');
  return <EntriesView lead={t('platformLead')} />;
}
