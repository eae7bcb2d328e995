import { Flag, LanguageCode, Nested, OneOf, OptionalField, Text } from '#libs/http';

export class PreferencesDto {
  @OneOf(['system', 'light', 'dark'], { description: 'Colours of the console' })
  @OptionalField()
  theme?: 'system' | 'light' | 'dark';

  @OneOf(['regular', 'compact'], { description: 'How close lines stand' })
  @OptionalField()
  density?: 'regular' | 'compact';

  @Flag({ description: 'Whether single keys do something' })
  @OptionalField()
  shortcuts?: boolean;

  @Text({
    max: 64,
    pattern: /^[A-Za-z0-9_+/-]+$/,
    example: 'Europe/Lisbon',
    description: 'IANA name; times are shown in it',
  })
  @OptionalField()
  timeZone?: string;
}

export class EditProfileDto {
  @Text({ max: 200, example: 'Ada Administrator', description: 'As others see it' })
  @OptionalField()
  name?: string;

  @LanguageCode({ description: 'Language of the console and of mails' })
  @OptionalField()
  language?: string;

  @Nested(() => PreferencesDto, { description: 'What is left out stays as it is' })
  @OptionalField()
  preferences?: PreferencesDto;
}
