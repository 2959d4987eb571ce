/** The installs that are measured: chosen so that every kind of them is there, and of programs that people use. */

export interface Case {
  readonly base: 'node:24-slim' | 'python:3.13-slim';
  /** What runs before, in layers of its own. */
  readonly before?: readonly string[];
  /** The command whose layer is measured. */
  readonly run: string;
  /** The project whose files are in the working directory. */
  readonly project?: keyof typeof PROJECTS;
  /** A file that the step before writes and whose text the prediction is given. */
  readonly reads?: string;
}

const node = (run: string, more: Omit<Case, 'base' | 'run'> = {}): Case => ({ base: 'node:24-slim', run, ...more });
const python = (run: string, more: Omit<Case, 'base' | 'run'> = {}): Case => ({
  base: 'python:3.13-slim',
  run,
  ...more,
});

const manifest = (dependencies: readonly string[], development: readonly string[] = []) => ({
  'package.json': JSON.stringify({
    name: 'app',
    version: '1.0.0',
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])),
    devDependencies: Object.fromEntries(development.map((name) => [name, '*'])),
  }),
});

/** Files of projects, by their names. */
export const PROJECTS = {
  api: manifest(['express', 'cors', 'helmet', 'morgan', 'mongoose', 'jsonwebtoken'], ['jest', 'nodemon', 'supertest']),
  page: manifest(['react', 'react-dom'], ['vite', '@vitejs/plugin-react', '@types/react', 'eslint', 'prettier']),
  service: {
    'requirements.txt':
      'flask>=3\ngunicorn\nredis>=5  # cache\npillow; sys_platform == "linux"\npywin32; sys_platform == "win32"\n',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const LOCK = 'package-lock.json';

export const CASES: readonly Case[] = [
  node('npm install express'),
  node('npm install lodash axios dotenv'),
  node('npm install express@4 body-parser@1'),
  node('npm install react react-dom'),
  node('npm install mongoose redis'),
  node('npm install pg knex'),
  node('npm install next react react-dom'),
  node('npm install fastify zod pino'),
  node('npm install @nestjs/core @nestjs/common @nestjs/platform-express reflect-metadata rxjs'),
  node('npm install @aws-sdk/client-s3'),
  node('npm install sharp'),
  node('npm install jest'),
  node('npm install webpack webpack-cli'),
  node('npm install eslint prettier'),
  node('npm install socket.io ws'),
  node('npm install -g typescript'),
  node('npm install -g pm2'),
  node('npm install -g @angular/cli'),
  node('npm install -g serve http-server'),
  node('npm install -g pnpm'),
  node('npm install -g npm'),
  node('npm install', { project: 'api' }),
  node('npm install --omit=dev', { project: 'api' }),
  node('npm install', { project: 'page' }),
  node('npm ci', { project: 'api', before: ['npm install --package-lock-only && rm -rf ~/.npm'], reads: LOCK }),
  node('npm ci --omit=dev', {
    project: 'api',
    before: ['npm install --package-lock-only && rm -rf ~/.npm'],
    reads: LOCK,
  }),
  node('npm install express@4.18.2 lodash@4.17.20'),
  node('npm install typescript@5.2.2'),
  python('pip install flask'),
  python('pip install django gunicorn'),
  python('pip install fastapi uvicorn'),
  python('pip install "fastapi[standard]"'),
  python('pip install requests'),
  python('pip install numpy'),
  python('pip install pandas'),
  python('pip install scikit-learn'),
  python('pip install matplotlib'),
  python('pip install boto3'),
  python('pip install sqlalchemy psycopg2-binary alembic'),
  python('pip install celery redis'),
  python('pip install aiohttp'),
  python('pip install pydantic pyyaml'),
  python('pip install pytest'),
  python('pip install black mypy'),
  python('pip install ansible-core'),
  python('pip install jupyterlab'),
  python('pip install openai tiktoken'),
  python('pip install opencv-python-headless'),
  python('pip install --no-cache-dir beautifulsoup4 lxml'),
  python('pip install --no-compile django'),
  python('pip install -r requirements.txt', { project: 'service' }),
  python('uv pip install --system flask', { before: ['pip install --no-cache-dir uv'] }),
  python('uv pip install --system --no-cache pandas', { before: ['pip install --no-cache-dir uv'] }),
  python('pip install flask==3.0.0'),
  python('pip install "django<5"'),
];
