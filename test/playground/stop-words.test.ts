import { expect, test } from 'vitest';
import { predictProcess } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import {
  effectWords,
  openOutcomes,
  outcomeTitle,
  reasonWords,
  verdictOf,
  whyNothingRuns,
  zombieWords,
} from '../../src/playground/panels/stop-words.js';

function processOf(lines: string, init: 'none' | 'docker-init' = 'none') {
  const text = `FROM debian:trixie-slim\n${lines}\n`;
  return predictProcess(parseDockerfile({ path: 'Dockerfile', text, today: '2026-11-24' }), { init });
}

const SERVER = processOf('CMD ["/srv/server"]');

test('an answer leaves one outcome, no answer both', () => {
  expect(openOutcomes(SERVER, 'unsure')).toHaveLength(2);
  expect(openOutcomes(SERVER, 'yes').map(({ handlesSignal }) => handlesSignal)).toEqual([true]);
  expect(openOutcomes(SERVER, 'no').map(({ handlesSignal }) => handlesSignal)).toEqual([false]);
});

test('where a handler changes nothing, one outcome stands for both', () => {
  const { stop } = SERVER;
  const same = stop.map((outcome) => ({
    ...outcome,
    seconds: null,
    exitCode: null,
    graceful: null,
    receives: [],
    why: '',
  }));
  const [outcome, ...others] = openOutcomes({ ...SERVER, stop: same }, 'unsure');
  expect(others).toEqual([]);
  expect(outcome && outcomeTitle(outcome, 'SIGTERM')).toBe('Whether it handles SIGTERM or not');
  expect(openOutcomes(SERVER, 'unsure').map((one) => outcomeTitle(one, 'SIGTERM'))).toEqual([
    'It does not handle SIGTERM',
    'It handles SIGTERM',
  ]);
});

const OUTCOME = { handlesSignal: true, receives: [], why: '' };

test.each([
  [{ seconds: 0, exitCode: 0, graceful: true }, 'graceful', 'Graceful: it ends at once, exit code 0'],
  [{ seconds: 10, exitCode: 137, graceful: false }, 'not-graceful', 'Not graceful: it ends after 10 s, exit code 137'],
  [
    { seconds: null, exitCode: null, graceful: null },
    'unknown',
    'Unknown whether it is graceful: time unknown, exit code unknown',
  ],
] as const)('%j', (facts, kind, words) => {
  expect(verdictOf({ ...OUTCOME, ...facts })).toEqual({ kind, words });
});

test('what a signal does that nobody knows is unknown', () => {
  const receipt = { command: 'app', signal: 'SIGTERM', from: 'docker' };
  expect(effectWords({ ...receipt, effect: null })).toBe('what it does is unknown');
  expect(effectWords({ ...receipt, effect: 'dropped' })).toBe('nothing happens');
});

test('the reason does not repeat the headline', () => {
  expect(SERVER.pid1).toBe('server');
  expect(reasonWords(SERVER)).not.toContain('is PID 1');
  expect(reasonWords(processOf('CMD /srv/server; true'))).toMatch(/\w/);
});

test('init reaps', () => {
  expect(zombieWords(processOf('CMD ["/srv/server"]', 'docker-init'))).toMatch(/no zombies stay/);
  expect(zombieWords({ ...SERVER, reapsZombies: false })).toBe(
    'server does not reap processes that lose their parent: zombies stay.',
  );
  expect(zombieWords({ ...SERVER, reapsZombies: null })).toMatch(/^Unknown/);
});

test('where nothing runs it says so', () => {
  expect(whyNothingRuns(SERVER)).toBeUndefined();
  expect(whyNothingRuns({ ...SERVER, starts: false })).toBe('does not start');
  expect(whyNothingRuns({ ...SERVER, starts: true, keepsRunning: false })).toBe('ends by itself');
});
