import { secretHardCoded } from '../../src/rules/secret-hard-coded.js';
import { testRule } from '../support/rule-table.js';

// Put together here, so that no scanner of this repository takes them for real ones.
const BODY = 'a1B2c3D4e5F6';
const AWS = `AK${'IA'}2Q7XKD5M3WVBPLTR`;
const GITHUB = `gh${'p_'}${BODY.repeat(3)}`;
const GITLAB = `gl${'pat-'}${BODY.repeat(2)}`;
const SLACK = `xo${'xb-'}${BODY.repeat(3)}`;
const KEY = `-----BEGIN OPENSSH PRIVATE ${'KEY-----'}`;

testRule(secretHardCoded, {
  finds: [
    {
      source: `FROM alpine:3.24\nENV AWS_ACCESS_KEY_ID=«${AWS}»`,
      variant: 'known-format',
      severity: 'error',
      noFix: true,
    },
    { source: `FROM alpine:3.24\nARG GH=«${GITHUB}»`, variant: 'known-format' },
    { source: `FROM alpine:3.24\nLABEL ci.token="«${GITLAB}»"`, variant: 'known-format' },
    {
      source: `FROM alpine:3.24\nRUN curl -H "PRIVATE-TOKEN: «${GITLAB}»" https://example.org`,
      variant: 'known-format',
    },
    { source: `FROM alpine:3.24\nRUN git clone https://«${GITHUB}»@github.com/example/app`, variant: 'known-format' },
    { source: `FROM alpine:3.24\nCMD ["bot", "--token", "«${SLACK}»"]`, variant: 'known-format' },
    {
      title: 'in a heredoc',
      source: `FROM alpine:3.24\nCOPY <<EOF /root/.ssh/id_ed25519\n«${KEY}»\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\nEOF`,
      variant: 'known-format',
      without: ['continuation'],
    },
    {
      title: 'in a string',
      source: `FROM alpine:3.24\nRUN echo "«${KEY}»\\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ" > /key`,
      variant: 'known-format',
    },
    { source: 'FROM alpine:3.24\nRUN git clone https://ci:«hunter22»@git.example.org/app', variant: 'git-url' },
    { source: 'FROM alpine:3.24\nADD https://ci:«hunter22»@example.org/app.tar.gz /', variant: 'git-url' },
    { source: 'FROM alpine:3.24\nENV DATABASE_URL=postgres://app:«hunter22»@db.example.org/app', variant: 'git-url' },
    { source: 'FROM alpine:3.24\nRUN docker login -u ci -p «hunter22» registry.example.org', variant: 'in-run' },
    {
      source: "FROM alpine:3.24\nRUN curl -fsSu 'ci:«hunter22»' https://example.org".replace('-fsSu', '-fsS -u'),
      variant: 'in-run',
    },
    {
      source: 'FROM alpine:3.24\nRUN curl -H "Authorization: Bearer «a1B2c3D4e5»" https://example.org',
      variant: 'in-run',
    },
    { source: 'FROM alpine:3.24\nRUN wget --http-password=«hunter22» https://example.org', variant: 'in-run' },
    { source: 'FROM alpine:3.24\nRUN aws configure set aws_secret_access_key «a1B2c3D4e5»', variant: 'in-run' },
    {
      source: 'FROM alpine:3.24\nRUN npm config set //registry.example.org/:_authToken=«a1B2c3D4e5»',
      variant: 'in-run',
    },
    { source: 'FROM alpine:3.24\nRUN NPM_TOKEN=«a1B2c3D4e5» npm ci', variant: 'in-run' },
    { source: 'FROM alpine:3.24\nRUN export API_KEY="«a1B2c3D4e5»" && make', variant: 'in-run' },
    { source: 'FROM alpine:3.24\nRUN az login --service-principal -u app -p «hunter22» --tenant t', variant: 'in-run' },
    {
      title: 'several, each at its place',
      source: 'FROM alpine:3.24\nRUN DB_PASSWORD=«hunter22» a && \\\n    API_TOKEN=«hunter33» b',
      variant: 'in-run',
    },
  ],
  silent: [
    {
      title: 'made up in the documentation',
      source: `FROM alpine:3.24\nENV AWS_ACCESS_KEY_ID=AK${'IA'}IOSFODNN7EXAMPLE`,
    },
    { title: 'a specimen', source: `FROM alpine:3.24\nENV T=gh${'p_'}${'x'.repeat(36)}` },
    { title: 'no key behind it', source: `FROM alpine:3.24\nRUN grep -q -- "${KEY}" /key` },
    { title: 'a variable', source: 'FROM alpine:3.24\nRUN git clone https://ci:$TOKEN@git.example.org/app' },
    { title: 'a variable', source: 'FROM alpine:3.24\nRUN curl -u "$USER:$PASSWORD" https://example.org' },
    { title: 'no password', source: 'FROM alpine:3.24\nRUN git clone ssh://git@github.com/example/app' },
    { title: 'a port is no password', source: 'FROM alpine:3.24\nRUN curl http://example.org:8080/a@b' },
    { title: 'a place to fill in', source: 'FROM alpine:3.24\nENV DATABASE_URL=postgres://user:password@db/app' },
    {
      title: 'the database of a test',
      source: 'FROM alpine:3.24\nRUN DATABASE_URL=postgres://app:hunter22@localhost/app make test',
    },
    {
      title: 'from a mounted secret',
      source: 'FROM alpine:3.24\nRUN --mount=type=secret,id=t NPM_TOKEN=$(cat /run/secrets/t) npm ci',
    },
    {
      title: 'from standard input',
      source: 'FROM alpine:3.24\nRUN docker login -u ci --password-stdin < /run/secrets/t',
    },
    { title: 'a file', source: 'FROM alpine:3.24\nRUN app --token /run/secrets/t' },
    { title: 'a dummy for the build', source: 'FROM alpine:3.24\nRUN SECRET_KEY_BASE=dummy rails assets:precompile' },
    { title: '-p is something else here', source: 'FROM alpine:3.24\nRUN mkdir -p /app && docker run -p 80:80 app' },
    { title: 'secret-name-in-arg-env speaks', source: 'FROM alpine:3.24\nENV DB_PASSWORD=hunter22' },
    { title: 'a comment between the lines', source: `FROM alpine:3.24\nRUN a && \\\n  # ${GITHUB}\n  b` },
    {
      title: 'a name that only begins like one',
      source: 'FROM alpine:3.24\nRUN TOKENIZERS_PARALLELISM=false TOKEN_FILE=a1B2c3 app',
    },
  ],
});
