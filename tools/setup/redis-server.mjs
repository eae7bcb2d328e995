import { findRedisServer } from '../services/redis.mjs';
import { ensureSystemProgram } from './system-program.mjs';

// Debian starts a service as it installs it, on the usual port. We run our own, so its start is forbidden for this moment.
const APT = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -q -o DPkg::Lock::Timeout=300 update || echo "apt-get update failed; going on with the lists that are here"
apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install redis-server
`;

const MANAGERS = [
  { program: 'apt-get', script: APT, advice: 'apt-get update && apt-get install -y redis-server' },
  { program: 'dnf', script: 'dnf -y install redis || dnf -y install valkey', advice: 'dnf install -y redis' },
  { program: 'apk', script: 'apk add --no-cache redis', advice: 'apk add redis' },
];
// Only named to the person: these want no root, or answer to a person's own choices.
const ADVICE_ONLY = [
  { program: 'brew', advice: 'brew install redis' },
  { program: 'zypper', advice: 'zypper install redis' },
  { program: 'pacman', advice: 'pacman -S redis' },
];

/** Makes sure that a redis-server is on this machine. */
export async function ensureRedisServer(log) {
  const wanted = {
    name: 'redis-server',
    find: findRedisServer,
    managers: MANAGERS,
    adviceOnly: ADVICE_ONLY,
    otherwise: 'install Redis 6 or newer, or set REDIS_URL to one of yours.',
  };
  await ensureSystemProgram(wanted, log);
}
