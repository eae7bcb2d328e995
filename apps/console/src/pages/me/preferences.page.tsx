import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { changeLanguage } from '../../i18n/i18n.js';
import { LANGUAGES, PSEUDO } from '../../i18n/languages.js';
import {
  Checkbox,
  choice,
  type Filled,
  Form,
  fields,
  PageBody,
  PageHeader,
  Panel,
  RadioGroup,
  Select,
  Time,
  tellDone,
  text,
  tick,
} from '../../kit/index.js';
import { changeLook, keptLook } from '../../session/look.js';
import { useMe, useMeAgain } from '../../session/me.js';
import { chooseTimeZone, timeZone } from '../../session/time-zone.js';

/** Every zone the browser knows, and the one in use if it is called otherwise. */
const zones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', timeZone()])].sort();

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['regular', 'compact'] as const;

const PREFERENCES = fields({
  language: choice([...LANGUAGES.map(({ code }) => code), PSEUDO.code]),
  timeZone: text(),
  theme: choice(THEMES),
  density: choice(DENSITIES),
  shortcuts: tick(),
});

/** How the console looks, speaks and tells the time; it follows the person to other machines. */
export default function PreferencesPage() {
  const { t, i18n } = useTranslation('me');
  const { preferences } = useMe();
  const readAgain = useMeAgain();
  const save = useSend('patch', '/v1/me', { onDone: readAgain });
  const look = keptLook();

  async function keep({ language, ...chosen }: Filled<typeof PREFERENCES>): Promise<void> {
    await save.mutateAsync({ body: { language, preferences: chosen } });
    const { theme, density, timeZone: zone } = chosen;
    changeLook({ theme, density, language });
    chooseTimeZone(zone);
    await changeLanguage(language);
    tellDone(i18n.t('preferences.saved', { ns: 'me' }));
  }

  return (
    <PageBody width="reading">
      <PageHeader title={t('preferences.title')} lead={t('preferences.lead')} />
      <Panel>
        <Form schema={PREFERENCES} submitLabel={t('save')} onSubmit={keep}>
          <Select
            name="language"
            label={t('preferences.language')}
            description={t('preferences.languageHint')}
            defaultValue={i18n.language}
            choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Select
            name="timeZone"
            label={t('preferences.timeZone')}
            description={
              <>
                {t('preferences.timeZoneHint')} <Time at={new Date().toISOString()} show="hour" />
              </>
            }
            defaultValue={timeZone()}
            choices={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <RadioGroup
            name="theme"
            label={t('preferences.theme')}
            defaultValue={look.theme ?? preferences.theme ?? 'system'}
            choices={THEMES.map((value) => ({
              value,
              label: t(`preferences.themes.${value}`),
            }))}
          />
          <RadioGroup
            name="density"
            label={t('preferences.density')}
            defaultValue={look.density ?? preferences.density ?? 'regular'}
            choices={DENSITIES.map((value) => ({
              value,
              label: t(`preferences.densities.${value}`),
            }))}
          />
          <Checkbox
            name="shortcuts"
            label={t('preferences.shortcuts')}
            description={t('preferences.shortcutsHint')}
            defaultSelected={preferences.shortcuts !== false}
          />
        </Form>
      </Panel>
    </PageBody>
  );
}
