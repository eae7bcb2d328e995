import type { MailLanguage } from './render-mail.js';

/** Placeholders: `{name}` as it is given, `{name:date}` an ISO time in the words of the language. A line of its own `{link}` is a link. */
export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}

export type MailTemplateName = 'invitation' | 'recovery' | 'break-glass' | 'callback-failing' | 'callback-off';

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
  'callback-failing': {
    en: {
      subject: '{host} does not take callbacks of {agency}',
      lines: [
        'Hello,',
        'Since {since:date}, no callback to {host} was answered with success. What waits is kept and tried again.',
        'If it goes on for five days in all, the endpoint is turned off. Every attempt and its answer stand here:',
        '{link}',
      ],
    },
    fr: {
      subject: 'Les rappels de {agency} n’aboutissent pas à {host}',
      lines: [
        'Bonjour,',
        'Depuis le {since:date}, aucun rappel vers {host} n’a abouti. Ce qui attend est conservé et sera renvoyé.',
        'Si cela dure cinq jours au total, la destination sera désactivée. Chaque tentative et sa réponse se trouvent ici :',
        '{link}',
      ],
    },
    ar: {
      subject: 'لا يستقبل {host} إشعارات {agency}',
      lines: [
        'مرحبًا،',
        'منذ {since:date} لم ينجح أي إشعار إلى {host}. يُحتفظ بما ينتظر ويُعاد إرساله.',
        'إذا استمر ذلك خمسة أيام في المجموع فستُوقَف الوجهة. تجد كل محاولة وجوابها هنا:',
        '{link}',
      ],
    },
    pt: {
      subject: '{host} não recebe as chamadas de {agency}',
      lines: [
        'Olá,',
        'Desde {since:date}, nenhuma chamada para {host} teve sucesso. O que espera fica guardado e será reenviado.',
        'Se continuar por cinco dias ao todo, o destino será desligado. Cada tentativa e a sua resposta estão aqui:',
        '{link}',
      ],
    },
  },
  'callback-off': {
    en: {
      subject: 'Callbacks of {agency} to {host} are off',
      lines: [
        'Hello,',
        'Callbacks to {host} were turned off: they failed for five days, or the system said that it is gone for good. It failed since {since:date}.',
        'What waited is kept for now. Mend the system, then turn the endpoint on again here:',
        '{link}',
      ],
    },
    fr: {
      subject: 'Les rappels de {agency} vers {host} sont désactivés',
      lines: [
        'Bonjour,',
        'Les rappels vers {host} ont été désactivés : ils ont échoué pendant cinq jours, ou le système a répondu qu’il n’existe plus. Échec depuis le {since:date}.',
        'Ce qui attendait est conservé pour le moment. Réparez le système, puis réactivez la destination ici :',
        '{link}',
      ],
    },
    ar: {
      subject: 'أُوقفت إشعارات {agency} إلى {host}',
      lines: [
        'مرحبًا،',
        'أُوقفت الإشعارات إلى {host}: فشلت خمسة أيام، أو أجاب النظام بأنه لم يعد موجودًا. بدأ الفشل في {since:date}.',
        'يُحتفظ بما كان ينتظر في الوقت الحالي. أصلح النظام ثم شغّل الوجهة من جديد هنا:',
        '{link}',
      ],
    },
    pt: {
      subject: 'As chamadas de {agency} para {host} estão desligadas',
      lines: [
        'Olá,',
        'As chamadas para {host} foram desligadas: falharam por cinco dias, ou o sistema respondeu que não existe mais. A falha começou em {since:date}.',
        'O que esperava fica guardado por enquanto. Corrija o sistema e ligue o destino de novo aqui:',
        '{link}',
      ],
    },
  },
};
