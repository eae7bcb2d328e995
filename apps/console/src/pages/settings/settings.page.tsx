import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import { DescriptionList, Loaded, PageBody, PageHeader, Panel, TextLink } from '../../kit/index.js';
import { useAgencyPath, useMembership } from '../../session/rights.js';
import { FactValue } from './fact-value.js';
import { FACTS } from './facts.js';

/** What is settled for the agency; each fact has a page on which it is changed. */
export default function SettingsPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const agency = useGet('/v1/agency');
  const isTrial = useMembership()?.agency.status === 'trial';
  return (
    <PageBody width="reading">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={t('agency')}>
        <Loaded from={agency} lines={6}>
          {(data) => (
            <DescriptionList
              facts={FACTS.map((fact) => ({
                label: t(`facts.${fact}`),
                value: <FactValue fact={fact} agency={data} />,
                action: (
                  <TextLink to={to(`/settings/${fact}`)}>
                    {t('change')}
                    <span className="sr-only"> {t(`facts.${fact}`)}</span>
                  </TextLink>
                ),
              }))}
            />
          )}
        </Loaded>
      </Panel>
      <Panel title={t('more')}>
        <ul className="grid gap-3">
          {isTrial && (
            <li>
              <TextLink to={to('/settings/guests')}>{t('guests.title')}</TextLink>
              <p className="text-muted">{t('guests.short')}</p>
            </li>
          )}
          <li>
            <TextLink to={to('/settings/purposes')}>{t('purposes.heading')}</TextLink>
            <p className="text-muted">{t('purposes.short')}</p>
          </li>
          <li>
            <TextLink to={to('/settings/quiet-hours')}>{t('quietHours.title')}</TextLink>
            <p className="text-muted">{t('quietHours.short')}</p>
          </li>
          <li>
            <TextLink to={to('/settings/sending')}>{t('sending.title')}</TextLink>
            <p className="text-muted">{t('sending.short')}</p>
          </li>
          <li>
            <TextLink to={to('/settings/sign-in')}>{t('sso.title')}</TextLink>
            <p className="text-muted">{t('sso.short')}</p>
          </li>
        </ul>
      </Panel>
    </PageBody>
  );
}
