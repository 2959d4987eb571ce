/** What BuildKit refuses in a port of EXPOSE: `[ip:][host:]port[-port][/protocol]` (dockerfile2llb/convert_expose.go). */
import type { Problem } from './problems.js';
import type { Span } from './span.js';
import { suggest } from './suggest.js';

const PROTOCOLS = ['tcp', 'udp', 'sctp'];

type PortProblem = Extract<Problem, { variant: 'port' | 'protocol' }>;
type Reason = Extract<Problem, { variant: 'port' }>['reason'];

/** The first thing that is wrong with a port, if any. `port` has its variables resolved. */
export function portProblems(port: string, at: Span): PortProblem[] {
  const parts = port.split(':');
  const [range = '', ...behind] = (parts.at(-1) ?? '').split('/');
  const protocol = behind.join('/');
  if (protocol !== '' && !PROTOCOLS.includes(protocol.toLowerCase()))
    return [{ variant: 'protocol', at, protocol, suggestion: suggest(protocol, PROTOCOLS) }];
  const reason = reasonAgainst(parts.slice(0, -2).join(':'), parts.at(-2) ?? '', range);
  return reason ? [{ variant: 'port', at, port, reason }] : [];
}

function reasonAgainst(address: string, hostRange: string, range: string): Reason | undefined {
  if (range === '') return 'no-port';
  if (address !== '' && !isAddress(address)) return 'ip';
  const reason = rangeProblem(range) ?? (hostRange === '' ? undefined : rangeProblem(hostRange));
  if (reason || hostRange === '' || lengthOf(range) === 0) return reason;
  return lengthOf(range) === lengthOf(hostRange) ? undefined : 'unequal-ranges';
}

function rangeProblem(range: string): Reason | undefined {
  const dash = range.indexOf('-', 1);
  const [low, high] = dash === -1 ? [range, range] : [range.slice(0, dash), range.slice(dash + 1)];
  if (!/^[+-]?\d+$/.test(low) || !/^[+-]?\d+$/.test(high)) return 'not-a-number';
  if ([low, high].some((number) => Number(number) < 0 || Number(number) > 65535)) return 'out-of-range';
  return Number(high) < Number(low) ? 'backwards' : undefined;
}

function lengthOf(range: string): number {
  const [low = '', high = low] = range.split('-');
  return Number(high) - Number(low);
}

function isAddress(text: string): boolean {
  if (text.startsWith('[')) return /^\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\]$/.test(text);
  const numbers = text.split('.');
  if (numbers.length === 4)
    return numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && Number(number) <= 255);
  return /^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$/.test(text);
}
