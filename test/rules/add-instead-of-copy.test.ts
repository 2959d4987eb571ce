import { addInsteadOfCopy } from '../../src/rules/add-instead-of-copy.js';
import { testRule } from '../support/rule-table.js';

testRule(addInsteadOfCopy, {
  finds: [
    { source: 'FROM a\n«ADD» package.json ./', repaired: 'FROM a\nCOPY package.json ./', safety: 'safe' },
    { source: 'FROM a\n«ADD» . /app', repaired: 'FROM a\nCOPY . /app', safety: 'safe' },
    { source: 'FROM a\n«add» a.txt b.txt c.txt /app/', repaired: 'FROM a\ncopy a.txt b.txt c.txt /app/' },
    {
      source: 'FROM a\n«ADD» --chown=1:1 --link ["a b.txt", "/app/"]',
      repaired: 'FROM a\nCOPY --chown=1:1 --link ["a b.txt", "/app/"]',
    },
    { source: 'FROM a\n«ADD» rootfs /', safety: 'suggested', title: 'could be an archive without an extension' },
    {
      source: 'FROM a\n«ADD» src /app/src',
      safety: 'safe',
      title: 'a folder, as the context shows',
      input: { context: [{ path: 'src/index.js', bytes: 1 }] },
    },
    { source: 'FROM a\n«ADD» *.zip /tmp/', safety: 'safe', title: 'a zip file is not unpacked' },
    { source: 'FROM a\n«ADD» config* /etc/', safety: 'suggested' },
    { source: 'FROM a\nARG JAR=target/app.jar\n«ADD» $JAR app.jar', safety: 'safe' },
    {
      source: 'FROM a\n«ADD» <<EOF /etc/motd\nhi\nEOF',
      repaired: 'FROM a\nCOPY <<EOF /etc/motd\nhi\nEOF',
      safety: 'safe',
    },
    { source: 'FROM a\nONBUILD «ADD» app.js /app/', repaired: 'FROM a\nONBUILD COPY app.js /app/' },
  ],
  silent: [
    'FROM a\nCOPY package.json ./',
    'FROM a\nADD rootfs.tar.xz /',
    'FROM a\nADD app.tgz /app/\nADD data.gz /app/\nADD layer.tar.zst /',
    { source: 'FROM a\nADD a.txt b.tar.gz /app/', title: 'one of them is unpacked' },
    'FROM a\nADD https://example.org/a.txt /app/',
    { source: 'FROM a\nADD git@github.com:a/b.git /app/', title: 'also a Git repository' },
    'FROM a\nADD https://github.com/a/b.git#main /app/',
    'FROM a\nADD --unpack=false app.bin /app/',
    'FROM a\nADD --checksum=sha256:00 https://example.org/a /app/',
    { source: 'FROM a\nARG FILE\nADD $FILE /app/', title: 'it can be anything' },
    'FROM a\nADD a.txt',
  ],
});
