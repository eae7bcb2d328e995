import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n.js';
import { LANGUAGES, type Language } from '../i18n/languages.js';
import { RadioGroup, Select } from '../kit/index.js';
import { changeLook, keptLook, type Look } from '../session/look.js';
import { useSavePreferences } from '../session/save-preferences.js';

/** Theme, density and language, at once and kept; also for those who are not signed in. */
export function LookChoices() {
  const { t, i18n } = useTranslation('shell');
  const [look, setLook] = useState<Look>(keptLook);
  const save = useSavePreferences();
  const change = (part: Look) => {
    setLook(changeLook(part));
    void save(part);
  };
  return (
    <>
      <Select
        label={t('look.language')}
        value={i18n.language}
        choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => void changeLanguage(code as Language).then(() => change({ language: code as Language }))}
      />
      <RadioGroup
        label={t('look.theme')}
        value={look.theme ?? 'system'}
        choices={(['system', 'light', 'dark'] as const).map((theme) => ({ value: theme, label: t(`look.${theme}`) }))}
        onChange={(theme) => change({ theme: theme as NonNullable<Look['theme']> })}
      />
      <RadioGroup
        label={t('look.density')}
        value={look.density ?? 'regular'}
        choices={(['regular', 'compact'] as const).map((density) => ({ value: density, label: t(`look.${density}`) }))}
        onChange={(density) => change({ density: density as NonNullable<Look['density']> })}
      />
    </>
  );
}
