import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import { Banner, Form, Loaded, NotFound, PageBody, PageHeader, tellDone } from '../../kit/index.js';
import { useMeAgain } from '../../session/me.js';
import { useAgencyPath } from '../../session/rights.js';
import { type Agency, FactField } from './fact-field.js';
import { type FactName, factSchema, isFact } from './facts.js';

function ChangeFact({ fact, agency }: { fact: FactName; agency: Agency }) {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const readMeAgain = useMeAgain();
  const change = useSend('patch', '/v1/agency', { refreshes: ['/v1/agency', '/v1/go-live'] });
  return (
    <Form
      schema={factSchema(fact)}
      submitLabel={t('save')}
      cancelTo={to('/settings')}
      onSubmit={async (body) => {
        await change.mutateAsync({ body });
        // The name stands in the shell.
        if (fact === 'name') await readMeAgain();
        tellDone(t('saved'));
        await navigate(to('/settings'));
      }}
    >
      <FactField fact={fact} agency={agency} />
      <Banner title={t(`effects.${fact}`)}>{t('logged')}</Banner>
    </Form>
  );
}

export default function FactPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const { fact } = useParams();
  const agency = useGet('/v1/agency');
  if (!isFact(fact)) return <NotFound />;
  return (
    <PageBody width="reading">
      <PageHeader title={t(`facts.${fact}`)} crumbs={[{ label: t('title'), to: to('/settings') }]} />
      <Loaded from={agency}>{(data) => <ChangeFact fact={fact} agency={data} />}</Loaded>
    </PageBody>
  );
}
