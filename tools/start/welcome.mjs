const quote = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const person = ({ role, email, password }) => `${role} ${email} / ${password}`;

function peopleOf({ platformAdmin, agencies }) {
  const rows = agencies.map(({ slug, users = [] }) => `${slug}: ${users.map(person).join(', ')}`);
  return [person({ role: 'platform admin:', ...platformAdmin }), ...rows].map((row) => `  ${row}`);
}

/** What a newcomer needs to go on. With the lines of a first installation before it, it stays within 25. */
export function welcome({ demo, messageId, dataDir }) {
  const [agency] = demo.agencies;
  const bearer = `-H 'Authorization: Bearer ${agency.apiKey}'`;
  const body = quote(JSON.stringify(agency.sampleMessage));
  return [
    `Console: ${demo.consoleUrl}   Phone: ${demo.simulatorUrl}   API: ${demo.apiUrl}/docs   OpenAPI: ${demo.apiUrl}/openapi.json`,
    'Send a message:',
    `  curl -s ${demo.apiUrl}/v1/messages ${bearer} -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%s%N)" -d ${body}`,
    'See the timeline of one, and the audit entries:',
    `  curl -s ${bearer} ${demo.apiUrl}/v1/messages/${messageId}`,
    `  curl -s ${bearer} '${demo.apiUrl}/v1/audit/entries?limit=20'`,
    'People, for the console or POST /v1/sessions:',
    ...peopleOf(demo),
    `Data, keys and demo.json: ${dataDir}   Logs: ${dataDir}/logs   Ctrl-C stops everything.`,
  ];
}
