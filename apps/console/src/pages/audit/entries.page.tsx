import { useTranslation } from 'react-i18next';
import { EntriesView } from './entries-view.js';

/** The compliance log of the agency. */
export default function EntriesPage() {
  const { t } = useTranslation('audit');
  return <EntriesView lead={t('lead')} />;
}
