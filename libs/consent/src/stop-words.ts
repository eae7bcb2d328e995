export interface WordsOfLanguage {
  readonly language: string;
  readonly stop: readonly string[];
  readonly start: readonly string[];
  /** Words that mean something else without their accents, and so count only when written in full. */
  readonly onlyAccented?: readonly string[];
}

function words(language: string, stop: string, start: string, onlyAccented?: string): WordsOfLanguage {
  return { language, stop: stop.split('|'), start: start.split('|'), onlyAccented: onlyAccented?.split('|') };
}

/**
 * How people stop and start messages, by language; accents, case and punctuation do not matter. The English words to stop
 * are those that 47 CFR 64.1200(a)(10) names: https://www.ecfr.gov/current/title-47/section-64.1200
 * No word stops in one language and starts in another, because nobody says which language they write in. A word that is
 * an everyday answer in another language is left out where there is a second one: `acha` (Swahili stop, Hindi yes),
 * `seis` (Finnish stop, Spanish six).
 */
export const STOP_WORDS: readonly WordsOfLanguage[] = [
  words(
    'en',
    'stop|stop all|stopall|stop messages|unsubscribe|opt out|optout|quit|end|cancel|revoke',
    'start|unstop|subscribe|resubscribe|opt in|optin|resume',
  ),
  words('af', 'hou op|staak|teken uit|kanselleer', 'begin|teken in|hervat'),
  words('am', 'አቁም|ቁም|አቋርጥ', 'ጀምር|ቀጥል'),
  words(
    'ar',
    'توقف|أوقف|إيقاف|قف|ستوب|إلغاء|إلغاء الاشتراك|إيقاف الرسائل|وقف',
    'ابدأ|ابدء|بدء|اشتراك|اشترك|استئناف|ستارت',
  ),
  words('az', 'dayandır|ləğv et', 'başla|başlat|abunə ol'),
  words('bg', 'стоп|спри|отпиши|отпиши ме', 'старт|започни|запиши ме'),
  words('bn', 'থামুন|থামান|থামো|বন্ধ|বন্ধ করুন|বন্ধ করো|স্টপ|বাতিল', 'শুরু|শুরু করুন|চালু|চালু করুন|স্টার্ট'),
  words('cs', 'zastavit|zastav|odhlásit|odhlásit se|konec', 'začít|přihlásit se|obnovit'),
  words('da', 'stop|stands|afmeld|frameld', 'start|tilmeld|genoptag'),
  words(
    'de',
    'stopp|stoppen|abmelden|abbestellen|abbrechen|beenden|aufhören',
    'starten|anmelden|fortsetzen|wieder anmelden',
  ),
  words('el', 'στοπ|διακοπή|σταμάτα|σταματήστε|διαγραφή', 'έναρξη|ξεκίνα|εγγραφή'),
  words(
    'es',
    'alto|parar|pare|para ya|detener|detente|basta|baja|darme de baja|dar de baja|cancelar|cancelar suscripción',
    'iniciar|empezar|comenzar|reanudar|alta|darme de alta|suscribir|suscribirme',
  ),
  words('et', 'peata|lõpeta|loobu', 'alusta|jätka|telli'),
  words('fa', 'توقف|لغو|لغو اشتراک|ایست', 'شروع|عضویت|اشتراک'),
  words('fi', 'lopeta|peruuta|pysäytä', 'aloita|jatka|tilaa'),
  words(
    'fr',
    'arrêt|arrêter|arrêtez|arrête|désabonner|désabonnement|me désabonner|désinscrire|désinscription|annuler|résilier',
    'démarrer|commencer|reprendre|réabonner|abonner|s’abonner|m’abonner',
  ),
  words('gu', 'રોકો|બંધ|બંધ કરો|સ્ટોપ', 'શરૂ|શરૂ કરો|ચાલુ કરો'),
  words('ha', 'tsaya|dakata', 'fara|ci gaba'),
  words('he', 'עצור|עצרו|הפסק|הפסיקו|הסר|הסרה|בטל|סטופ', 'התחל|התחילו|הצטרף|הרשמה'),
  words(
    'hi',
    'रोकें|रोको|रुकें|रुको|रोक दो|बंद|बन्द|बंद करें|बंद करो|स्टॉप|स्टाप|roko|band karo|band karen',
    'शुरू|शुरु|शुरू करें|शुरू करो|चालू|चालू करें|प्रारंभ|स्टार्ट|shuru|shuru karo|chalu karo',
  ),
  words('hr', 'zaustavi|prekini|odjavi|odjavi me', 'započni|pokreni|nastavi'),
  words('ht', 'kanpe|sispann', 'kòmanse|abòne'),
  words('hu', 'leállítás|állj|leiratkozás|leiratkozom', 'indítás|kezdés|feliratkozás|feliratkozom'),
  words('id', 'berhenti|hentikan|batal|berhenti langganan', 'mulai|lanjutkan|langganan|berlangganan'),
  words('ig', 'kwụsị', 'malite|bido'),
  words(
    'it',
    'ferma|fermare|fermati|smetti|annulla|annullare|disiscrivi|disiscrivimi|cancellami',
    'inizia|iniziare|avvia|riprendi|iscrivi|iscrivimi',
  ),
  words('ja', 'ストップ|停止|中止|解除|配信停止|退会|やめて|止めて', 'スタート|開始|再開|登録|配信再開'),
  words('km', 'ឈប់|បញ្ឈប់', 'ចាប់ផ្តើម|ចាប់ផ្ដើម'),
  words('kn', 'ನಿಲ್ಲಿಸಿ|ನಿಲ್ಲಿಸು|ಸ್ಟಾಪ್', 'ಪ್ರಾರಂಭಿಸಿ|ಆರಂಭಿಸಿ|ಶುರು ಮಾಡಿ'),
  words('ko', '중지|정지|중단|그만|수신거부|수신 거부|해지|스톱|스탑', '시작|재개|수신동의|수신 동의|구독|스타트'),
  words('lt', 'stabdyti|sustabdyti|atsisakyti', 'pradėti|tęsti|prenumeruoti'),
  words('lv', 'apturēt|beigt|atteikties', 'sākt|atsākt|pieteikties'),
  words('ml', 'നിർത്തുക|നിർത്തൂ|സ്റ്റോപ്പ്', 'തുടങ്ങുക|ആരംഭിക്കുക'),
  words('mr', 'थांबा|थांबवा|बंद करा', 'सुरू|सुरु|सुरू करा|सुरु करा'),
  words('ms', 'berhenti|hentikan|batalkan', 'mula|mulakan|sambung|langgan'),
  words('my', 'ရပ်|ရပ်ပါ|ရပ်တန့်ပါ', 'စတင်ပါ|စပါ'),
  words('ne', 'रोक्नुहोस्|रोक|बन्द गर्नुहोस्', 'सुरु गर्नुहोस्|सुरु गर'),
  words('nl', 'stoppen|stop ermee|afmelden|uitschrijven|opzeggen|annuleren', 'starten|aanmelden|inschrijven|hervatten'),
  words('no', 'stopp|stans|avslutt|avmeld', 'begynn|fortsett|påmeld'),
  words('pa', 'ਰੋਕੋ|ਬੰਦ|ਬੰਦ ਕਰੋ|ਸਟਾਪ', 'ਸ਼ੁਰੂ|ਸ਼ੁਰੂ ਕਰੋ|ਚਾਲੂ ਕਰੋ'),
  words(
    'pl',
    'zatrzymaj|przestań|wypisz|wypisz mnie|rezygnuję|koniec|anuluj',
    'wznów|rozpocznij|zapisz mnie|subskrybuj',
  ),
  words(
    'pt',
    'parar|pare|sair|cancelar|cancelar inscrição|descadastrar|remover',
    'iniciar|começar|retomar|inscrever|recomeçar',
  ),
  words('ro', 'oprește|opriți|oprire|dezabonare|mă dezabonez', 'pornește|pornire|începe|abonare|mă abonez'),
  words(
    'ru',
    'стоп|остановить|остановите|прекратить|прекратите|отписаться|отписка|хватит|отмена',
    'старт|начать|возобновить|подписаться|подписка',
  ),
  words('rw', 'hagarika', 'tangira|komeza'),
  words('si', 'නවත්වන්න|නවතන්න', 'අරඹන්න|පටන් ගන්න'),
  words('sk', 'zastaviť|zastav|odhlásiť|odhlásiť sa', 'začať|spustiť|prihlásiť sa'),
  words('so', 'jooji|joogso|jooji fariimaha', 'bilow|bilaw'),
  words('sr', 'стоп|заустави|прекини|одјави ме', 'старт|започни|покрени'),
  words('st', 'emisa|khaotsa', 'qala'),
  words('sv', 'stopp|sluta|avsluta|avregistrera|avbryt', 'starta|börja|återuppta|prenumerera'),
  words('sw', 'simama|komesha|sitisha|simamisha|jiondoe', 'anza|endelea|jiunge|anzisha'),
  words('ta', 'நிறுத்து|நிறுத்தவும்|நிறுத்துங்கள்|ஸ்டாப்', 'தொடங்கு|தொடங்கவும்|ஆரம்பி'),
  words('te', 'ఆపు|ఆపండి|ఆపివేయండి|స్టాప్', 'ప్రారంభించు|ప్రారంభించండి|మొదలుపెట్టండి'),
  words('th', 'หยุด|ยกเลิก|เลิกรับ|หยุดส่ง', 'เริ่ม|เริ่มต้น|สมัคร|รับข่าวสาร'),
  words('tl', 'tigil|itigil|tumigil|hinto|ihinto|huminto', 'simulan|magsimula|umpisahan|ituloy'),
  words('tr', 'dur|durdur|iptal|iptal et|abonelikten çık|çıkış|bırak', 'başla|başlat|abone ol|devam et'),
  words(
    'uk',
    'стоп|зупинити|зупиніть|припинити|відписатися|відписка|скасувати|досить',
    'почати|відновити|підписатися|підписка',
  ),
  words(
    'ur',
    'روکیں|روکو|رکیں|بند|بند کریں|بند کرو|اسٹاپ|سٹاپ|منسوخ',
    'شروع|شروع کریں|شروع کرو|اسٹارٹ|سٹارٹ|جاری کریں',
  ),
  words('uz', 'toʻxtat|toʻxtating|toxtat|bekor qilish', 'boshla|boshlang|davom et'),
  words('vi', 'dừng lại|ngừng|hủy đăng ký|từ chối nhận', 'bắt đầu|đăng ký|tiếp tục nhận', 'dừng|hủy|huỷ'),
  words('xh', 'yima|yeka', 'qala|qalisa'),
  words('yo', 'dáwọ́ dúró', 'bẹ̀rẹ̀', 'dúró'),
  words('zh', '停|停止|停止发送|退订|退訂|取消|取消订阅|取消訂閱|td', '开始|開始|订阅|訂閱|恢复|恢復'),
  words('zu', 'yima|nqamula|khansela', 'qala|qalisa'),
];
