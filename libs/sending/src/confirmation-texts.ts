export type ConfirmationKind = 'stopped' | 'started';

/**
 * Said once after STOP or START, in the citizen's language. Important public duties may still reach the person, so the text
 * must not promise more than the gate keeps.
 */
const TEXTS: Readonly<Record<string, Readonly<Record<ConfirmationKind, string>>>> = {
  en: {
    stopped:
      'You will get no more messages from us here, except what we must tell you by law or in an emergency. Write START to get them again.',
    started: 'You will get our messages here again. Write STOP at any time to end them.',
  },
  ar: {
    stopped: 'لن تصلك منا رسائل أخرى هنا، إلا ما يلزمنا القانون بإبلاغك به أو في حالات الطوارئ. اكتب START لاستئنافها.',
    started: 'ستصلك رسائلنا هنا من جديد. اكتب STOP في أي وقت لإيقافها.',
  },
  es: {
    stopped:
      'Ya no recibirá mensajes nuestros aquí, salvo lo que debamos comunicarle por ley o en una emergencia. Escriba START para volver a recibirlos.',
    started: 'Volverá a recibir nuestros mensajes aquí. Escriba STOP en cualquier momento para dejar de recibirlos.',
  },
  fr: {
    stopped:
      'Vous ne recevrez plus nos messages ici, sauf ceux que la loi ou une urgence nous impose. Écrivez START pour les recevoir à nouveau.',
    started: 'Vous recevrez à nouveau nos messages ici. Écrivez STOP à tout moment pour les arrêter.',
  },
  pt: {
    stopped:
      'Não receberá mais mensagens nossas aqui, exceto o que a lei ou uma emergência exigir. Escreva START para voltar a recebê-las.',
    started: 'Voltará a receber as nossas mensagens aqui. Escreva STOP a qualquer momento para parar.',
  },
  de: {
    stopped:
      'Sie erhalten hier keine Nachrichten mehr von uns, außer wenn das Gesetz oder ein Notfall es verlangt. Schreiben Sie START, um sie wieder zu erhalten.',
    started: 'Sie erhalten hier wieder unsere Nachrichten. Schreiben Sie jederzeit STOP, um sie zu beenden.',
  },
  hi: {
    stopped: 'अब आपको यहाँ हमारे संदेश नहीं मिलेंगे, सिवाय उनके जो कानून या आपात स्थिति में ज़रूरी हों। फिर से पाने के लिए START लिखें।',
    started: 'आपको यहाँ फिर से हमारे संदेश मिलेंगे। रोकने के लिए कभी भी STOP लिखें।',
  },
};

const FALLBACK = 'en';

/** In the language of the contact, by its first part; English where there is none. */
export function confirmationText(kind: ConfirmationKind, language: string | null): string {
  const base = language?.toLowerCase().split(/[-_]/)[0] ?? FALLBACK;
  return (TEXTS[base] ?? TEXTS[FALLBACK])?.[kind] ?? '';
}
