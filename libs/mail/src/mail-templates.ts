import type { MailLanguage } from './render-mail.js';

/** Placeholders: `{name}` as it is given, `{name:date}` an ISO time in the words of the language. A line of its own `{link}` is a link. */
export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}

export type MailTemplateName = 'invitation' | 'recovery' | 'break-glass';

/** Every mail in every language, as data: a translator changes a sentence here and nothing else. */
export const MAIL_TEMPLATES: Readonly<Record<MailTemplateName, Readonly<Record<MailLanguage, MailText>>>> = {
  invitation: {
    en: {
      subject: 'You are invited to {agency} on Belfry',
      lines: [
        'Hello,',
        '{agency} invites you to work with it on Belfry. Open this link to accept:',
        '{link}',
        'The link works once, until {expires:date}. If you did not expect this mail, ignore it: nothing happens.',
      ],
    },
    fr: {
      subject: 'Invitation à rejoindre {agency} sur Belfry',
      lines: [
        'Bonjour,',
        '{agency} vous invite à travailler avec elle sur Belfry. Ouvrez ce lien pour accepter :',
        '{link}',
        "Le lien sert une seule fois, jusqu'au {expires:date}. Si vous n'attendiez pas ce message, ignorez-le : rien ne se passera.",
      ],
    },
    ar: {
      subject: 'دعوة للانضمام إلى {agency} على Belfry',
      lines: [
        'مرحبًا،',
        'تدعوك {agency} إلى العمل معها على Belfry. افتح هذا الرابط لقبول الدعوة:',
        '{link}',
        'يعمل الرابط مرة واحدة فقط حتى {expires:date}. إذا لم تكن تتوقع هذه الرسالة فتجاهلها، ولن يحدث شيء.',
      ],
    },
    pt: {
      subject: 'Convite para entrar em {agency} no Belfry',
      lines: [
        'Olá,',
        '{agency} convida você a trabalhar com ela no Belfry. Abra este link para aceitar:',
        '{link}',
        'O link funciona uma só vez, até {expires:date}. Se você não esperava esta mensagem, ignore-a: nada acontecerá.',
      ],
    },
  },
  recovery: {
    en: {
      subject: 'Choose a new password for Belfry',
      lines: [
        'Hello,',
        'Somebody asked for a new password for your account. Open this link to choose one:',
        '{link}',
        'The link works once, until {expires:date}. Your second step stays as it is. If it was not you, ignore this mail.',
      ],
    },
    fr: {
      subject: 'Choisissez un nouveau mot de passe pour Belfry',
      lines: [
        'Bonjour,',
        'Un nouveau mot de passe a été demandé pour votre compte. Ouvrez ce lien pour le choisir :',
        '{link}',
        "Le lien sert une seule fois, jusqu'au {expires:date}. Votre second facteur ne change pas. Si la demande ne vient pas de vous, ignorez ce message.",
      ],
    },
    ar: {
      subject: 'اختر كلمة مرور جديدة لحسابك في Belfry',
      lines: [
        'مرحبًا،',
        'طُلبت كلمة مرور جديدة لحسابك. افتح هذا الرابط لاختيارها:',
        '{link}',
        'يعمل الرابط مرة واحدة فقط حتى {expires:date}. لا تتغير خطوة التحقق الثانية. إذا لم تكن أنت من طلب ذلك فتجاهل هذه الرسالة.',
      ],
    },
    pt: {
      subject: 'Escolha uma nova senha para o Belfry',
      lines: [
        'Olá,',
        'Foi pedida uma nova senha para a sua conta. Abra este link para escolhê-la:',
        '{link}',
        'O link funciona uma só vez, até {expires:date}. A sua segunda etapa não muda. Se não foi você, ignore esta mensagem.',
      ],
    },
  },
  'break-glass': {
    en: {
      subject: 'Platform staff opened {agency} on Belfry',
      lines: [
        'Hello,',
        '{person} of the platform may look into {agency} until {until:date}.',
        'Reason given: {reason}',
        'Two people of the platform agreed to it, and the compliance log of your agency records it:',
        '{link}',
      ],
    },
    fr: {
      subject: 'Le personnel de la plateforme a ouvert {agency} sur Belfry',
      lines: [
        'Bonjour,',
        "{person}, de la plateforme, peut consulter {agency} jusqu'au {until:date}.",
        'Motif indiqué : {reason}',
        "Deux personnes de la plateforme l'ont approuvé, et le journal de conformité de votre agence en garde la trace :",
        '{link}',
      ],
    },
    ar: {
      subject: 'فتح موظفو المنصة {agency} على Belfry',
      lines: [
        'مرحبًا،',
        'يمكن لـ {person} من المنصة الاطلاع على {agency} حتى {until:date}.',
        'السبب المذكور: {reason}',
        'وافق على ذلك شخصان من المنصة، ويسجله سجل الامتثال في وكالتك:',
        '{link}',
      ],
    },
    pt: {
      subject: 'A equipe da plataforma abriu {agency} no Belfry',
      lines: [
        'Olá,',
        '{person}, da plataforma, pode consultar {agency} até {until:date}.',
        'Motivo informado: {reason}',
        'Duas pessoas da plataforma aprovaram, e o registro de conformidade da sua agência guarda isso:',
        '{link}',
      ],
    },
  },
};
