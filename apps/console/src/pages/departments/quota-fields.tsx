import { useTranslation } from 'react-i18next';
import { TextField } from '../../kit/index.js';

interface Quotas {
  dailyQuota?: number | null;
  monthlyQuota?: number | null;
}

export function QuotaFields({ dailyQuota, monthlyQuota }: Quotas) {
  const { t } = useTranslation('departments');
  return (
    <>
      <TextField
        name="dailyQuota"
        inputMode="numeric"
        width="short"
        isOptional
        label={t('dailyQuota')}
        description={t('quotaHint')}
        defaultValue={dailyQuota?.toString() ?? ''}
      />
      <TextField
        name="monthlyQuota"
        inputMode="numeric"
        width="short"
        isOptional
        label={t('monthlyQuota')}
        defaultValue={monthlyQuota?.toString() ?? ''}
      />
    </>
  );
}
