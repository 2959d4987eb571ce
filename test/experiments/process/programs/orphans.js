const { execFileSync } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');
execFileSync('sh', ['-c', 'for i in 1 2 3 4 5; do (sleep 0.3 &); done']);
setTimeout(() => {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  console.log(`zombies ${stats.filter((stat) => stat.includes(') Z ')).length}`);
  console.log('up');
}, 1000);
setInterval(() => {}, 1000);
