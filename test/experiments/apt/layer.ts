/** Measures the last layer of an image that Docker has: its tar, its gzip, and the files that no package lists. */
import type { Readable } from 'node:stream';
import { readTar, type TarMember, tarBytes } from '../../../scripts/refresh/tar-members.js';
import { countBytes, withLayers } from '../saved-image.js';

export interface MeasuredLayer {
  /** Bytes of the layer's tar. */
  readonly unpacked: number;
  /** Bytes of its gzip, as a registry stores it. */
  readonly compressed: number;
  /** Packages of which the layer brings dpkg's list. */
  readonly packages: number;
  /** Tar bytes of what no package lists, by place; places of less than SHOWN together are `elsewhere`. */
  readonly unlisted: Readonly<Record<string, number>>;
}

/** Smaller places are not shown by name. */
const SHOWN = 30_000;

/** Measures the topmost layer. */
export function measureTopLayer(image: string): Promise<MeasuredLayer> {
  return withLayers(image, async (layers) => {
    const top = layers.at(-1);
    if (!top) throw new Error(`${image} has no layer`);
    return { compressed: await countBytes(top.openCompressed()), ...(await readLayer(top.open())) };
  });
}

const LIST = /^\/var\/lib\/dpkg\/info\/(.+)\.list$/;

async function readLayer(stream: Readable): Promise<Omit<MeasuredLayer, 'compressed'>> {
  const members = new Map<string, TarMember>();
  const lists = new Map<string, string[]>();
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of stream) {
      unpacked += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  };
  await readTar(counted(), (member, piece) => {
    const isNew = !members.has(member.path);
    members.set(member.path, member);
    const [, name] = LIST.exec(member.path) ?? [];
    if (name === undefined) return;
    const pieces = lists.get(name) ?? [];
    lists.set(name, pieces);
    if (!isNew) pieces.push(piece.toString('utf8').replace(/\0+$/, ''));
  });
  const listed = new Set([...lists.values()].flatMap((pieces) => pieces.join('').split('\n').map(merged)));
  return { unpacked, packages: lists.size, unlisted: unlistedPlaces([...members.values()], listed) };
}

/** Since /usr is merged, `/lib/x` of a list lies in `/usr/lib/x`. */
function merged(path: string): string {
  return path.replace(/^\/(bin|sbin|lib|lib32|lib64|libx32)(?=\/|$)/, '/usr/$1');
}

function unlistedPlaces(members: readonly TarMember[], listed: ReadonlySet<string>): Record<string, number> {
  const places = new Map<string, number>();
  for (const member of members) {
    const { path, kind } = member;
    if (kind === 'directory' || listed.has(path) || path.startsWith('/var/lib/dpkg/info/')) continue;
    places.set(placeOf(path), (places.get(placeOf(path)) ?? 0) + tarBytes(member));
  }
  const large = [...places].filter(([, bytes]) => bytes > SHOWN).sort(([, one], [, other]) => other - one);
  const rest = [...places.values()].reduce((sum, bytes) => sum + (bytes > SHOWN ? 0 : bytes), 0);
  return Object.fromEntries([...large, ['elsewhere', rest]]);
}

/** Bytecode is one place wherever it lies; of deep paths the first four folders. */
function placeOf(path: string): string {
  if (path.includes('/__pycache__/')) return '__pycache__';
  return path.split('/').slice(0, 5).join('/');
}
