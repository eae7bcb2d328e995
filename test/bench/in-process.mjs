import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../tools/setup.mjs';

/** Runs a part in a process of its own, so that it shares no event loop with anything. @returns what it sent */
export function inProcess(file, env, input) {
  return new Promise((resolve, reject) => {
    const child = fork(join(ROOT, 'test/bench', file), {
      env: { ...env, BENCH_INPUT: JSON.stringify(input) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let answer;
    child.on('message', (message) => {
      answer = message;
    });
    child.once('exit', (code) =>
      answer === undefined ? reject(new Error(`${file} ended with ${code}`)) : resolve(answer),
    );
  });
}

/** Does something with the product's own services: see `product.mjs`. */
export async function withProduct(system, task, input) {
  const { result } = await inProcess('product.mjs', system.env, { task, simulatorUrl: system.simulatorUrl, ...input });
  return result;
}
