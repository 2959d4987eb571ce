/** The four ways through the exercises. The order of the exercises in each is that of their folders. */
export const TRACKS = [
  { id: 'first', title: 'First image', about: 'From an almost empty file to an image that does its work.' },
  { id: 'smaller', title: 'Smaller', about: 'Where the bytes come from, and what really takes them away.' },
  { id: 'faster', title: 'Faster to rebuild', about: 'What the cache looks at, and how an edit stays cheap.' },
  {
    id: 'safe',
    title: 'Safe and well-behaved',
    about: 'Users, secrets, downloads, and containers that stop when asked.',
  },
] as const;

export type Track = (typeof TRACKS)[number]['id'];
