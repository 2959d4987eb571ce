/** Makes the four places of a rule: `npm run new-rule -- ID TOPIC [SEVERITY]`. */
import { scaffoldRule } from './scaffold.js';

const [id = '', topic = '', severity = 'warning'] = process.argv.slice(2);
try {
  console.log(scaffoldRule('.', { id, topic, severity }).join('\n'));
  console.log('\nNext: write `find`, then the table of tests; CONTRIBUTING.md says how.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Usage: npm run new-rule -- ID TOPIC [SEVERITY]');
  process.exitCode = 1;
}
