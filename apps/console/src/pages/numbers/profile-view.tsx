import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Init, useGet, useSend } from '../../api/queries.js';
import type { Profile } from '../../api/types.js';
import {
  Banner,
  type Crumb,
  type Filled,
  Form,
  fields,
  into,
  Loaded,
  optionalText,
  PageBody,
  PageHeader,
  Select,
  TextField,
  tellDone,
  textOrNothing,
} from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';

const VERTICALS = ['GOVT', 'HEALTH', 'EDU', 'NONPROFIT', 'OTHER'] as const;

type ProfileChange = Init<'/v1/numbers/{id}/profile', 'put'>['body'];

const PROFILE = fields({
  about: optionalText(),
  description: optionalText(),
  address: optionalText(),
  email: optionalText(),
  websites: into(textOrNothing(), (typed) => typed.split(/\s+/).filter(Boolean)),
  vertical: optionalText(),
});

/** Only what differs: WhatsApp takes no empty text, and what is left out stays. */
function changesOf({ websites, ...texts }: Filled<typeof PROFILE>, profile: Profile): ProfileChange {
  const changed = Object.entries(texts).filter(
    ([field, text]) => text && text !== profile[field as keyof typeof texts],
  );
  const isSame = websites.join() === profile.websites.join();
  return { ...Object.fromEntries(changed), ...(isSame ? {} : { websites }) };
}

function ProfileForm({ id, profile }: { id: string; profile: Profile }) {
  const { t } = useTranslation('numbers');
  const { at, refreshes, to } = useNumberRoom();
  const navigate = useNavigate();
  const save = useSend('put', at('/v1/numbers/{id}/profile'), { refreshes });
  const current = profile.vertical;
  const verticals = VERTICALS.some((one) => one === current) || !current ? VERTICALS : [current, ...VERTICALS];
  return (
    <Form
      schema={PROFILE}
      submitLabel={t('save')}
      cancelTo={to(`/${id}`)}
      onSubmit={async (values) => {
        await save.mutateAsync({ params: { path: { id } }, body: changesOf(values, profile) });
        tellDone(t('profileSaved'));
        await navigate(to(`/${id}`));
      }}
    >
      <TextField
        name="about"
        isOptional
        maxLength={139}
        label={t('about')}
        description={t('aboutHint')}
        defaultValue={profile.about ?? ''}
      />
      <TextField
        name="description"
        isOptional
        rows={3}
        maxLength={512}
        label={t('description')}
        defaultValue={profile.description ?? ''}
      />
      <TextField name="address" isOptional maxLength={256} label={t('address')} defaultValue={profile.address ?? ''} />
      <TextField
        name="email"
        type="email"
        isOptional
        label={t('email')}
        description={t('emailHint')}
        defaultValue={profile.email ?? ''}
      />
      <TextField
        name="websites"
        isOptional
        isCode
        rows={2}
        label={t('websites')}
        description={t('websitesHint')}
        defaultValue={profile.websites.join('\n')}
      />
      <Select
        name="vertical"
        label={t('vertical')}
        {...(current ? { defaultValue: current } : {})}
        choices={verticals.map((value) => ({ value, label: t(`verticals.${value}`, { defaultValue: value }) }))}
      />
      <Banner title={t('profileEffect')}>{t('profileLogged')}</Banner>
    </Form>
  );
}

/** What citizens see when they open the agency in WhatsApp. */
export function ProfileView({ id, crumbs }: { id: string; crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('numbers');
  const { at, to } = useNumberRoom();
  const profile = useGet(at('/v1/numbers/{id}/profile'), { params: { path: { id } } });
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('profile')}
        lead={t('profileLead')}
        crumbs={[...crumbs, { label: t('number'), to: to(`/${id}`) }]}
      />
      <Loaded from={profile}>{(data) => <ProfileForm id={id} profile={data} />}</Loaded>
    </PageBody>
  );
}
