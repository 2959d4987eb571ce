process.on('SIGTERM', () => {
  console.log('got SIGTERM');
  process.exit(0);
});
console.log('up');
setInterval(() => {}, 1000);
